//! Bars, one for each tier, of one indicator.

mod labels;
mod provenance;
mod rows;
mod table;

pub(super) use self::labels::{TAG_GAP, draw_tag, tag_width};
pub(super) use self::provenance::provenance;
use self::rows::Rows;
use self::table::sum_arithmetic;
pub(super) use self::table::table;
use super::table::Table;
use super::{Brief, Chart, FilterEffect, Marker, Note, Provenance, Telling};
use crate::locale::{Story, fill};
use crate::quantity::{Quantity, trimmed};
use crate::scene::{Canvas, Scene};
use crate::tier::Tier;
use crate::word::{concat, joined};

/// The default chart.
pub(super) struct Tiers;

impl Chart for Tiers {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Leaves
    }

    fn shows_gdp(&self) -> bool {
        true
    }

    fn telling(&self, brief: &Brief<'_>) -> Telling {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let story = story(brief);
        let keeps = |code: &&str| brief.dataset.tier_of(code).is_some_and(|tier| brief.tiers.contains(tier));
        let heading = match &story {
            Some(story) if headline_tiers(brief.indicator).iter().all(keeps) => tell(brief, story.heading),
            _ => part_heading(brief),
        };
        if !brief.is_whole() {
            return Telling::new(heading, brief.part_summary());
        }
        let summary = story.map_or_else(String::new, |story| tell(brief, story.summary));
        let lead = match (brief.indicator, brief.layout.size.is_narrow()) {
            ("gdp", false) => {
                fill(brief.locale.tier_notes.lead, &[("total", &brief.printed("total.counties"))])
            }
            _ => String::new(),
        };
        let gap = if lead.is_empty() || brief.locale.is_chinese() { "" } else { " " };
        Telling::new(heading, concat(&[&lead, gap, &summary]))
    }

    fn title(&self, brief: &Brief<'_>) -> Option<(String, String)> {
        let indicator = brief.dataset.indicator(brief.indicator)?;
        let language = brief.locale.language;
        Some((indicator.title.get(language).to_owned(), indicator.period.get(language).to_owned()))
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        let rows = Rows::new(brief);
        let canvas = Canvas::new(brief.layout.width, rows.height());
        rows.draw_frame(&canvas);
        let mut line = 0;
        for row in &brief.dataset.tiers {
            let kept = brief.tiers.contains(row.tier);
            rows.draw_row(&canvas, row, line, kept);
            line += u8::from(kept);
        }
        canvas.finish(self.telling(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let words = &brief.locale.tier_notes;
        let plain = |text: &str| Note::new(Marker::None, text);
        let total = [("total", brief.printed("total.counties"))];
        let total = [("total", total.first().map_or("", |(_, text)| text.as_str()))];
        let mut notes = match brief.indicator {
            "gdp" | "gdp-share" if brief.tiers.contains(Tier::at(0)) => {
                vec![Note::new(Marker::Derived, share_derived(brief))]
            }
            "gdp" | "gdp-share" => Vec::new(),
            "growth" => vec![plain(words.growth_gap), plain(words.growth_as_printed)],
            "chains" => vec![Note::new(Marker::Asterisk, chains_differ(brief))],
            "counties" => vec![plain(&fill(words.excluded, &total))],
            "county-share" => {
                let printed = brief.value("county-share", Tier::at(2));
                vec![
                    Note::new(Marker::Derived, fill(words.county_share_derived, &[("printed", &printed)])),
                    plain(&fill(words.excluded, &total)),
                ]
            }
            "gdp-per-county" | "chains-per-county" => vec![Note::new(Marker::Derived, words.ratio_derived)],
            _ => Vec::new(),
        };
        notes.extend(sums(brief));
        notes.extend(sum_of_shares(brief));
        notes.push(plain(words.no_ranking));
        notes
    }

    /// The table has chains and growth whatever the indicator.
    fn table_notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let mut notes = Vec::new();
        if brief.indicator != "chains" {
            notes.push(Note::new(Marker::Asterisk, chains_differ(brief)));
        }
        if brief.indicator != "growth" {
            notes.push(Note::new(Marker::None, brief.locale.tier_notes.growth_as_printed));
        }
        notes
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        table(brief)
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        provenance(brief, key)
    }
}

/// Heading and summary of an empty selection.
pub(super) fn none_selected(brief: &Brief<'_>) -> Telling {
    let ui = &brief.locale.ui;
    Telling { heading: ui.none_heading.to_owned(), summary: String::new(), hint: ui.none_summary }
}

/// What is written of the brief's indicator. Without it the tiers are listed with their values.
fn story(brief: &Brief<'_>) -> Option<Story> {
    brief.locale.tiers.iter().find(|(id, _)| *id == brief.indicator).map(|(_, story)| *story)
}

/// The tiers that the headline of an indicator speaks of; it stays while all of them are selected.
fn headline_tiers(indicator: &str) -> &'static [&'static str] {
    match indicator {
        "gdp" | "counties" | "chains" => &["3"],
        "gdp-share" | "county-share" => &["1", "3"],
        _ => &["1", "4"],
    }
}

/// A story's template with the values of the indicator (`v1`…), counties (`c1`…) and GDP shares (`s1`…).
fn tell(brief: &Brief<'_>, template: &str) -> String {
    let mut values: Vec<(String, String)> = Vec::new();
    for row in &brief.dataset.tiers {
        let tier = row.tier;
        let mut tell = |letter, value| values.push((concat(&[letter, row.code]), value));
        tell("v", brief.value(brief.indicator, tier));
        tell("c", brief.counties(tier));
        tell("s", brief.value("gdp-share", tier));
        let share = brief.measure("gdp-share", tier).quantity();
        tell("r", share.map_or_else(String::new, |share| rounded(&share)));
    }
    values.push(("total".to_owned(), brief.printed("total.counties")));
    values.push(("stated".to_owned(), brief.printed("total.chains")));
    let whole = brief.whole();
    values.push(("sum".to_owned(), whole.sum("chains")));
    let values: Vec<(&str, &str)> =
        values.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    fill(template, &values)
}

/// A share to the whole percent.
pub(super) fn rounded(share: &Quantity) -> String {
    concat(&[&trimmed(share.middle(), 0), "%"])
}

pub(super) fn part_heading(brief: &Brief<'_>) -> String {
    let story = story(brief);
    let part =
        |story: &Story, value: &str| fill(story.part, &[("tiers", &brief.tiers_in_text()), ("value", value)]);
    let measure = |tier| brief.measure(brief.indicator, tier);
    let (heading, derived) = match (&story, brief.tiers.single(), brief.selection().sum(brief.indicator)) {
        (Some(story), None, Some(_)) => (part(story, &brief.sum(brief.indicator)), true),
        (Some(story), Some(tier), _) if measure(tier).quantity().is_some() => {
            (part(story, &brief.value(brief.indicator, tier)), measure(tier).is_derived())
        }
        _ => (each(brief), brief.tiers.iter().any(|tier| measure(tier).is_derived())),
    };
    brief.tagged(heading, derived)
}

/// The indicator of each tier, where they do not add up or one is missing.
fn each(brief: &Brief<'_>) -> String {
    let language = brief.locale.language;
    let indicator = brief.dataset.indicator(brief.indicator);
    let [title, period] = indicator
        .map_or([""; 2], |indicator| [indicator.title, indicator.period].map(|text| text.get(language)));
    let of_tier = |tier| {
        let name = brief.dataset.tier(tier).map_or_else(String::new, |row| brief.name_in_text(row));
        let value = brief.value(brief.indicator, tier);
        let words = &brief.locale.tier_notes;
        let known = brief.measure(brief.indicator, tier).quantity().is_some();
        let template = if known { words.each } else { words.each_missing };
        fill(template, &[("tier", &name), ("value", &value)])
    };
    let parts: Vec<String> = brief.tiers.iter().map(of_tier).collect();
    let list = joined(brief.locale.ui.comma, parts.iter().map(String::as_str));
    fill(brief.locale.tier_notes.each_heading, &[("title", title), ("period", period), ("list", &list)])
}

/// How a part of several tiers adds up.
pub(super) fn sums(brief: &Brief<'_>) -> Option<Note> {
    if brief.is_whole() || brief.tiers.is_empty() || brief.tiers.single().is_some() {
        return None;
    }
    let [counties, chains, gdp] =
        ["counties", "chains", "gdp"].map(|indicator| sum_arithmetic(brief, indicator));
    let values = [("counties", &*counties), ("chains", &chains), ("gdp", &gdp)];
    Some(Note::new(Marker::Derived, fill(brief.locale.tier_notes.sums, &values)))
}

/// The same for a share, which the sums do not hold.
pub(super) fn sum_of_shares(brief: &Brief<'_>) -> Option<Note> {
    let indicator = brief.dataset.indicator(brief.indicator)?;
    sums(brief).filter(|_| indicator.id.ends_with("-share"))?;
    let name = indicator.name.get(brief.locale.language);
    let arithmetic = sum_arithmetic(brief, indicator.id);
    let values = [("name", name), ("arithmetic", &*arithmetic)];
    Some(Note::new(Marker::Derived, fill(brief.locale.tier_notes.share_sum, &values)))
}

/// The note on tier 1's share, with the two numbers that the two ways of working it out give.
fn share_derived(brief: &Brief<'_>) -> String {
    let share = brief.measure("gdp-share", Tier::at(0)).quantity().unwrap_or(Quantity::printed(0.0));
    let percent = |value: f64| concat(&[&trimmed(value, 1), "%"]);
    let (residual, direct) = (percent(share.high), percent(share.low));
    fill(brief.locale.tier_notes.share_derived, &[("residual", &residual), ("direct", &direct)])
}

/// The note on 164 against 165.
fn chains_differ(brief: &Brief<'_>) -> String {
    let (stated, sum) = (brief.printed("total.chains"), trimmed(sum_of_tiers(brief, "chains"), 0));
    fill(brief.locale.tier_notes.chains_differ, &[("stated", &stated), ("sum", &sum)])
}

/// The sum over all tiers, whatever the filter.
pub(super) fn sum_of_tiers(brief: &Brief<'_>, indicator: &str) -> f64 {
    let whole = brief.whole();
    whole.selection().sum(indicator).map_or(0.0, |sum| sum.middle())
}

#[cfg(test)]
mod tests;
