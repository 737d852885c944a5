//! Four bars, one for each tier, of one indicator.

use super::table::{Cell, Column, Row, Table};
use super::{Brief, Chart, FilterEffect, Marker, Note, Telling};
use crate::dataset::{FactValue, Measure, TierRow};
use crate::geometry::{Point, Rect};
use crate::locale::{Story, fill};
use crate::quantity::{Quantity, trimmed};
use crate::scene::{Anchor, Canvas, Fill, Label, Scene, Stroke};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;

/// The default chart.
pub(super) struct Tiers;

impl Chart for Tiers {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Leaves
    }

    fn telling(&self, brief: &Brief<'_>) -> Telling {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let story = story(brief);
        let keeps = |tier: &Tier| brief.tiers.contains(*tier);
        let heading = if headline_tiers(brief.indicator).iter().all(keeps) {
            tell(brief, story.heading)
        } else {
            part_heading(brief)
        };
        if !brief.is_whole() {
            return Telling::new(heading, brief.part_summary());
        }
        let lead = match (brief.indicator, brief.layout.size.is_narrow()) {
            ("gdp", false) => {
                fill(brief.locale.tier_notes.lead, &[("total", &brief.printed("total.counties"))])
            }
            _ => String::new(),
        };
        let gap = if lead.is_empty() || brief.locale.is_chinese() { "" } else { " " };
        Telling::new(heading, format!("{lead}{gap}{}", tell(brief, story.summary)))
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
            "gdp" | "gdp-share" => vec![Note::new(Marker::Derived, share_derived(brief))],
            "growth" => vec![plain(words.growth_gap), plain(words.growth_as_printed)],
            "chains" => vec![Note::new(Marker::Asterisk, chains_differ(brief))],
            "counties" => vec![plain(&fill(words.excluded, &total))],
            "county-share" => {
                let printed = brief.value("county-share", Tier::Three);
                vec![
                    Note::new(Marker::Derived, fill(words.county_share_derived, &[("printed", &printed)])),
                    plain(&fill(words.excluded, &total)),
                ]
            }
            _ => vec![Note::new(Marker::Derived, words.ratio_derived)],
        };
        notes.push(plain(words.no_ranking));
        notes
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        table(brief)
    }
}

/// Heading and summary of an empty selection.
pub(super) fn none_selected(brief: &Brief<'_>) -> Telling {
    let ui = &brief.locale.ui;
    Telling { heading: ui.none_heading.to_owned(), summary: String::new(), hint: ui.none_summary }
}

fn story(brief: &Brief<'_>) -> Story {
    let stories = brief.locale.tiers;
    let found = stories.iter().find(|(id, _)| *id == brief.indicator).or(stories.first());
    found.map_or(Story { heading: "", summary: "" }, |(_, story)| *story)
}

/// The tiers that the headline of an indicator speaks of; it stays while all of them are selected.
fn headline_tiers(indicator: &str) -> &'static [Tier] {
    match indicator {
        "gdp" | "counties" | "chains" => &[Tier::Three],
        "gdp-share" | "county-share" => &[Tier::One, Tier::Three],
        _ => &[Tier::One, Tier::Four],
    }
}

/// A story's template with the values of the indicator (`v1`…), counties (`c1`…) and GDP shares (`s1`…).
fn tell(brief: &Brief<'_>, template: &str) -> String {
    let mut values: Vec<(String, String)> = Vec::new();
    for tier in Tier::ALL {
        let number = tier.number();
        values.push((format!("v{number}"), brief.value(brief.indicator, tier)));
        values.push((format!("c{number}"), brief.counties(tier)));
        values.push((format!("s{number}"), brief.value("gdp-share", tier)));
        let share = brief.measure("gdp-share", tier).quantity();
        values.push((format!("r{number}"), share.map_or_else(String::new, |share| rounded(&share))));
    }
    values.push(("total".to_owned(), brief.printed("total.counties")));
    values.push(("stated".to_owned(), brief.printed("total.chains")));
    let whole = Brief { tiers: crate::tier::TierSet::ALL, ..*brief };
    values.push(("sum".to_owned(), whole.sum("chains")));
    let values: Vec<(&str, &str)> =
        values.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    fill(template, &values)
}

/// A share to the whole percent.
pub(super) fn rounded(share: &Quantity) -> String {
    format!("{}%", trimmed(share.middle(), 0))
}

fn part_heading(brief: &Brief<'_>) -> String {
    let words = &brief.locale.tier_notes;
    let name = brief.dataset.indicator(brief.indicator).map_or("", |i| i.name.get(brief.locale.language));
    let (template, value) = match (brief.tiers.single(), brief.selection().sum(brief.indicator)) {
        (Some(tier), _) => (words.part_one, brief.value(brief.indicator, tier)),
        (None, Some(_)) => (words.part_sum, brief.sum(brief.indicator)),
        (None, None) => (words.part_many, String::new()),
    };
    fill(template, &[("tiers", &brief.tiers_subject()), ("name", name), ("value", &value)])
}

/// The note on tier 1's share, with the two numbers that the two ways of working it out give.
fn share_derived(brief: &Brief<'_>) -> String {
    let share = brief.measure("gdp-share", Tier::One).quantity().unwrap_or(Quantity::printed(0.0));
    let percent = |value: f64| format!("{}%", trimmed(value, 1));
    let (residual, direct) = (percent(share.high), percent(share.low));
    fill(brief.locale.tier_notes.share_derived, &[("residual", &residual), ("direct", &direct)])
}

/// The note on 164 against 165.
fn chains_differ(brief: &Brief<'_>) -> String {
    let (stated, sum) = (brief.printed("total.chains"), trimmed(sum_of_tiers(brief, "chains"), 0));
    fill(brief.locale.tier_notes.chains_differ, &[("stated", &stated), ("sum", &sum)])
}

/// The sum over all four tiers, whatever the filter.
pub(super) fn sum_of_tiers(brief: &Brief<'_>, indicator: &str) -> f64 {
    let whole = Brief { tiers: crate::tier::TierSet::ALL, ..*brief };
    whole.selection().sum(indicator).map_or(0.0, |sum| sum.middle())
}

/// Between a bar and its value.
const VALUE_GAP: f64 = 10.0;

/// Where the rows stand and how long the bars may get.
struct Rows<'a> {
    brief: &'a Brief<'a>,
    narrow: bool,
    pitch: f64,
    bar: f64,
    /// Left end of the bars.
    left: f64,
    /// Room for bars.
    length: f64,
    largest: f64,
}

impl<'a> Rows<'a> {
    fn new(brief: &'a Brief<'a>) -> Self {
        let size = brief.layout.size;
        let narrow = size.is_narrow();
        let english = !brief.locale.is_chinese();
        let left: f64 = size.pick([0.0, 0.0, 104.0, 176.0, 190.0]);
        let measures = Tier::ALL.map(|tier| brief.measure(brief.indicator, tier).quantity());
        let largest = measures.into_iter().flatten().map(|q| q.high).fold(0.0, f64::max);
        let left = if english && !narrow { left.max(112.0) } else { left };
        Rows {
            brief,
            narrow,
            pitch: size.pick([68.0, 70.0, 58.0, 62.0, 66.0]),
            bar: if narrow { 20.0 } else { 38.0 },
            left,
            length: if narrow {
                brief.layout.width
            } else {
                bar_length(brief, brief.layout.width - left, largest)
            },
            largest,
        }
    }

    fn height(&self) -> f64 {
        let rows = if self.brief.tiers.is_empty() { 2 } else { self.brief.tiers.len() };
        rows as f64 * self.pitch + if self.narrow { 0.0 } else { 8.0 }
    }

    /// The axis of wide charts, or the word for an empty selection.
    fn draw_frame(&self, canvas: &Canvas) {
        let height = self.height();
        if self.brief.tiers.is_empty() {
            let at = Point::new(self.brief.layout.width / 2.0, height / 2.0 + 5.0);
            let frame = Rect::new(0.5, 0.5, self.brief.layout.width - 1.0, height - 1.0);
            canvas.outline(frame, Stroke::new(Role::Axis, 1.0).dashed(4.0).rounded(3.0));
            canvas.text(self.brief.label(at, self.brief.locale.ui.none_selected, Role::Ink2, Anchor::Middle));
        } else if !self.narrow {
            let x = self.left - 0.5;
            canvas.line(&[Point::new(x, 0.0), Point::new(x, height)], Stroke::new(Role::Axis, 1.0));
        }
    }

    fn draw_row(&self, canvas: &Canvas, row: &'a TierRow, line: u8, kept: bool) {
        let brief = self.brief;
        // A row that leaves folds into the place of the next one, never below the frame.
        let top = (f64::from(line) * self.pitch).min((self.height() - self.pitch).max(0.0));
        let top = if self.narrow || kept { top } else { top.min(self.height() - self.pitch) };
        let at = Point::new(0.0, top);
        let frame = Rect::new(0.0, 2.0, brief.layout.width, self.pitch - 4.0);
        let mut mark = brief.mark(format!("tier:{}", row.tier.number()), self.row_name(row), at, frame);
        mark.gone = !kept;
        canvas.mark(mark, |canvas| {
            let measure = brief.measure(brief.indicator, row.tier);
            if self.narrow {
                self.draw_narrow(canvas, row, &measure, top);
            } else {
                self.draw_wide(canvas, row, &measure, top);
            }
        });
    }

    /// What a screen reader says of a row.
    fn row_name(&self, row: &TierRow) -> String {
        let brief = self.brief;
        let title =
            brief.dataset.indicator(brief.indicator).map_or("", |i| i.name.get(brief.locale.language));
        let counties = fill(brief.locale.ui.counties, &[("n", &brief.counties(row.tier))]);
        let derived = match brief.measure(brief.indicator, row.tier) {
            Measure::Derived { .. } => format!("{}{}", brief.locale.ui.comma, brief.locale.ui.derived),
            _ => String::new(),
        };
        format!(
            "{}{}{counties}{}{title} {}{derived}",
            row.name.get(brief.locale.language),
            brief.locale.ui.comma,
            brief.locale.ui.comma,
            brief.value(brief.indicator, row.tier),
        )
    }

    fn tier_label(&self, row: &TierRow, at: Point) -> Label {
        let size = self.brief.layout.size.label() + 2.0;
        let content = row.name.get(self.brief.locale.language).to_owned();
        Label { at, content, size, bold: true, role: Role::TierText(row.tier), anchor: Anchor::Start }
    }

    /// Bar, or the band between the two ends of a derived range.
    fn draw_bar(&self, canvas: &Canvas, row: &TierRow, quantity: &Quantity, top: f64) {
        let frame = Rect::new(self.left, top, self.length, self.bar);
        let band = canvas.plot(frame, 0.0..self.largest);
        let fill = Fill::new(Role::Tier(row.tier));
        band.bar(
            0.0..quantity.high,
            0.0,
            self.bar,
            if quantity.high > quantity.low { fill.faded(0.5) } else { fill }.rounded_right(3.0),
        );
        if quantity.high > quantity.low {
            band.bar(0.0..quantity.low, 0.0, self.bar, fill);
        }
    }

    fn draw_gap(&self, canvas: &Canvas, top: f64) {
        let brief = self.brief;
        let frame = Rect::new(self.left + 0.5, top + 0.5, self.length - 1.0, self.bar - 1.0);
        canvas.outline(frame, Stroke::new(Role::Axis, 1.0).dashed(4.0).rounded(3.0));
        let size = if self.narrow { 12.0 } else { brief.layout.size.label() };
        let at = Point::new(self.left + 12.0, top + self.bar / 2.0 + size * 0.36);
        let word = brief.locale.ui.not_published;
        canvas.text(Label {
            at,
            content: word.to_owned(),
            size,
            bold: true,
            role: Role::Ink,
            anchor: Anchor::Start,
        });
        let reason = brief.locale.tier_notes.growth_missing;
        let start = at.x + text::width(word, size, true) + 12.0;
        if start + text::width(reason, size, false) < self.left + self.length - 8.0 {
            let at = Point::new(start, at.y);
            canvas.text(Label {
                at,
                content: reason.to_owned(),
                size,
                bold: false,
                role: Role::Ink2,
                anchor: Anchor::Start,
            });
        }
    }

    fn draw_wide(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let brief = self.brief;
        let size = brief.layout.size;
        let (upper, lower) = (top + self.pitch / 2.0 - 5.0, top + self.pitch / 2.0 + 15.0);
        let counties = fill(brief.locale.ui.counties, &[("n", &brief.counties(row.tier))]);
        canvas.text(self.tier_label(row, Point::new(0.0, upper)));
        let examples = examples(brief, row, self.left - 12.0);
        if examples.is_empty() {
            canvas.text(brief.label(Point::new(0.0, lower), counties, Role::Ink2, Anchor::Start));
        } else {
            let beside = text::width(brief.name(row), size.label() + 2.0, true) + 10.0;
            canvas.text(brief.label(Point::new(beside, upper), counties, Role::Ink2, Anchor::Start));
            canvas.text(brief.label(Point::new(0.0, lower), examples, Role::Ink3, Anchor::Start));
        }
        let bar_top = top + (self.pitch - self.bar) / 2.0;
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap(canvas, bar_top);
        };
        self.draw_bar(canvas, row, &quantity, bar_top);
        let x = self.left + self.length * quantity.high / self.largest + VALUE_GAP;
        let second = second_line(brief, row.tier);
        let baseline =
            if second.is_some() { upper + 1.0 } else { top + self.pitch / 2.0 + size.value() * 0.36 };
        let at = Point::new(x, baseline);
        self.draw_value(canvas, measure, row.tier, at, Anchor::Start);
        if let Some(Second { text, derived }) = second {
            canvas.text(brief.label(Point::new(x, lower), text.clone(), Role::Ink2, Anchor::Start));
            if derived {
                draw_tag(canvas, brief, Point::new(x + brief.label_width(&text) + TAG_GAP, lower));
            }
        }
    }

    /// The value, and after it the tag of a derived one.
    fn draw_value(&self, canvas: &Canvas, measure: &Measure<'_>, tier: Tier, at: Point, anchor: Anchor) {
        let brief = self.brief;
        let size = brief.layout.size.value();
        let content = brief.value(brief.indicator, tier);
        let width = text::width(&content, size, true);
        let starred = brief.indicator == "chains";
        let tag = if measure.is_derived() { tag_width(brief) + TAG_GAP } else { 0.0 };
        let (at, tag_x) = match anchor {
            Anchor::End => (Point::new(at.x - tag, at.y), at.x - tag + TAG_GAP),
            _ => (at, at.x + width + TAG_GAP),
        };
        canvas.text(Label { at, content, size, bold: true, role: Role::Ink, anchor });
        if measure.is_derived() {
            draw_tag(canvas, brief, Point::new(tag_x, at.y));
        } else if starred && anchor == Anchor::Start {
            let at = Point::new(at.x + width + 3.0, at.y - size * 0.2);
            canvas.text(Label { at, content: "*".to_owned(), size, bold: true, role: Role::Derived, anchor });
        }
    }

    fn draw_narrow(&self, canvas: &Canvas, row: &'a TierRow, measure: &Measure<'_>, top: f64) {
        let brief = self.brief;
        let width = brief.layout.width;
        let baseline = top + 24.0;
        canvas.text(self.tier_label(row, Point::new(0.0, baseline)));
        let beside = text::width(brief.name(row), brief.layout.size.label() + 2.0, true) + 10.0;
        let counties = fill(brief.locale.ui.counties, &[("n", &brief.counties(row.tier))]);
        let value = text::width(&brief.value(brief.indicator, row.tier), brief.layout.size.value(), true);
        let tag = if measure.is_derived() { tag_width(brief) + TAG_GAP } else { 0.0 };
        if beside + brief.label_width(&counties) + value + tag + 8.0 <= width {
            canvas.text(brief.label(Point::new(beside, baseline), counties, Role::Ink2, Anchor::Start));
        }
        let bar_top = top + 32.0;
        let Some(quantity) = measure.quantity() else {
            return self.draw_gap(canvas, bar_top);
        };
        self.draw_value(canvas, measure, row.tier, Point::new(width, baseline), Anchor::End);
        canvas.rect(Rect::new(0.0, bar_top, width, self.bar), Fill::new(Role::Surface2).rounded(2.0));
        self.draw_bar(canvas, row, &quantity, bar_top);
        if let Some(second) = second_line(brief, row.tier) {
            self.draw_inside(canvas, row.tier, &second, self.length * quantity.high / self.largest, bar_top);
        }
    }

    /// The second text of a narrow bar: beside it, or inside where it fills the track.
    fn draw_inside(&self, canvas: &Canvas, tier: Tier, second: &Second, end: f64, top: f64) {
        let brief = self.brief;
        let size = 12.0;
        let width = text::width(&second.text, size, false);
        let tag = if second.derived { tag_width(brief) + TAG_GAP } else { 0.0 };
        let y = top + self.bar / 2.0 + 4.5;
        let beside = end + 8.0 + width + tag <= brief.layout.width;
        let (x, role, anchor) = if beside {
            (end + 8.0, Role::Ink2, Anchor::Start)
        } else {
            (end - 8.0, Role::OnTier(tier), Anchor::End)
        };
        canvas.text(Label {
            at: Point::new(x, y),
            content: second.text.clone(),
            size,
            bold: false,
            role,
            anchor,
        });
        if second.derived && beside {
            draw_tag(canvas, brief, Point::new(x + width + TAG_GAP, y));
        }
    }
}

/// The length of the longest bar: as long as every tier's text still fits beside its own bar.
fn bar_length(brief: &Brief<'_>, room: f64, largest: f64) -> f64 {
    let size = brief.layout.size.value();
    let tag = tag_width(brief) + TAG_GAP;
    // The asterisk of the chains takes room as a tag does.
    let star = if brief.indicator == "chains" { 14.0 } else { 0.0 };
    let tagged = |derived: bool| if derived { tag } else { star };
    let longest = |tier: Tier| {
        let measure = brief.measure(brief.indicator, tier);
        let part = measure.quantity()?.high / largest;
        let first =
            text::width(&brief.value(brief.indicator, tier), size, true) + tagged(measure.is_derived());
        let second =
            second_line(brief, tier).map_or(0.0, |line| brief.label_width(&line.text) + tagged(line.derived));
        let beside = first.max(second) + VALUE_GAP + 8.0;
        (part > 0.0).then(|| (room - beside) / part)
    };
    Tier::ALL.into_iter().filter_map(longest).fold(room, f64::min).max(24.0)
}

/// The line under a value.
struct Second {
    text: String,
    derived: bool,
}

/// GDP carries its share of the province.
fn second_line(brief: &Brief<'_>, tier: Tier) -> Option<Second> {
    if brief.indicator != "gdp" {
        return None;
    }
    let words = &brief.locale.tier_notes;
    let measure = brief.measure("gdp-share", tier);
    measure.quantity()?;
    let short = brief.layout.size < super::Size::W360
        || (brief.layout.size.is_narrow() && !brief.locale.is_chinese());
    let template = if short { words.of_province_short } else { words.of_province };
    let text = fill(template, &[("share", &brief.value("gdp-share", tier))]);
    Some(Second { text, derived: measure.is_derived() })
}

const TAG_SIZE: f64 = 12.0;
/// Between a value and its tag.
const TAG_GAP: f64 = 8.0;

fn tag_width(brief: &Brief<'_>) -> f64 {
    text::width(brief.locale.ui.derived, TAG_SIZE, true)
}

/// The tag of a derived number.
fn draw_tag(canvas: &Canvas, brief: &Brief<'_>, at: Point) {
    let content = brief.locale.ui.derived.to_owned();
    canvas.text(Label {
        at,
        content,
        size: TAG_SIZE,
        bold: true,
        role: Role::Derived,
        anchor: Anchor::Start,
    });
}

/// Counties that the source names in the tier, as many as fit; the list stays open.
fn examples(brief: &Brief<'_>, row: &TierRow, room: f64) -> String {
    if brief.layout.size < super::Size::W760 {
        return String::new();
    }
    let named = brief.dataset.fact(&format!("tier{}.named", row.tier.number()));
    let codes = named.map_or(&[][..], |fact| &fact.counties);
    let counties = codes.iter().filter_map(|code| brief.dataset.county(code));
    let named: Vec<String> = counties.map(|county| super::map::short_name(brief, county)).collect();
    let list = |count: usize| {
        let names: Vec<&str> = named.iter().take(count).map(String::as_str).collect();
        fill(brief.locale.ui.and_others, &[("list", &names.join(brief.locale.ui.comma))])
    };
    let fitting = (1..=named.len().min(3)).rev().map(list).find(|text| brief.label_width(text) <= room);
    fitting.unwrap_or_default()
}

const TABLE_INDICATORS: [&str; 8] = [
    "counties",
    "chains",
    "gdp",
    "growth",
    "gdp-share",
    "gdp-per-county",
    "county-share",
    "chains-per-county",
];

/// The table of all indicators, shared by the charts that show tiers.
pub(super) fn table(brief: &Brief<'_>) -> Table {
    let language = brief.locale.language;
    let words = &brief.locale.table;
    let indicators = TABLE_INDICATORS.iter().filter_map(|id| brief.dataset.indicator(id));
    let mut columns = vec![Column::words(words.tier)];
    for indicator in indicators {
        let unit = brief.dataset.unit(indicator.unit).map_or("", |unit| unit.name.get(language));
        let mut column = Column::numbers(indicator.name.get(language), unit);
        column.derived = Tier::ALL.iter().all(|tier| brief.measure(indicator.id, *tier).is_derived());
        columns.push(column);
    }
    let rows = brief.dataset.tiers.iter().map(|row| tier_row(brief, row)).collect();
    let footer = vec![sum_row(brief), stated_row(brief)];
    Table { caption: words.tiers_caption.to_owned(), columns, rows, footer }
}

fn tier_row(brief: &Brief<'_>, row: &TierRow) -> Row {
    let mut cells = vec![Cell::Plain(row.name.get(brief.locale.language).to_owned())];
    cells.extend(TABLE_INDICATORS.iter().map(|id| match brief.measure(id, row.tier) {
        Measure::Printed { quantity, .. } => Cell::Plain(trimmed(quantity.low, 4)),
        Measure::Derived { quantity, arithmetic } => {
            Cell::Derived { text: digits(&quantity, id), arithmetic }
        }
        Measure::Missing => Cell::Missing(brief.locale.ui.not_published.to_owned()),
    }));
    let key = format!("tier:{}", row.tier.number());
    Row { key, tier: Some(row.tier), kept: brief.tiers.contains(row.tier), cells }
}

/// The digits of a derived number in a table: those of its printed neighbours.
fn digits(quantity: &Quantity, indicator: &str) -> String {
    let decimals = match indicator {
        "gdp-per-county" => 0,
        "chains-per-county" => 2,
        _ => 1,
    };
    let (low, high) = (trimmed(quantity.low, decimals), trimmed(quantity.high, decimals));
    if low == high { low } else { format!("{low}–{high}") }
}

fn sum_row(brief: &Brief<'_>) -> Row {
    let counties = sum_of_tiers(brief, "counties");
    let gdp = sum_of_tiers(brief, "gdp");
    let chains = sum_of_tiers(brief, "chains");
    let ratio = |top: f64, decimals: usize| Cell::Derived {
        text: trimmed(top / counties, decimals),
        arithmetic: format!("{} ÷ {}", trimmed(top, 4), trimmed(counties, 0)),
    };
    let cells = TABLE_INDICATORS.iter().map(|id| match *id {
        "counties" => Cell::Plain(trimmed(counties, 0)),
        "chains" => Cell::Marked(trimmed(chains, 0)),
        "gdp" => Cell::Plain(trimmed(gdp, 1)),
        "gdp-per-county" => ratio(gdp, 0),
        "chains-per-county" => ratio(chains, 2),
        _ => Cell::Empty,
    });
    footer_row("sum", brief.locale.table.sum, cells)
}

fn stated_row(brief: &Brief<'_>) -> Row {
    let stated = |id: &str| match brief.dataset.fact(id).map(|fact| &fact.value) {
        Some(FactValue::Number(value)) => trimmed(*value, 0),
        _ => String::new(),
    };
    let cells = TABLE_INDICATORS.iter().map(|id| match *id {
        "counties" => Cell::Plain(stated("total.counties")),
        "chains" => Cell::Marked(stated("total.chains")),
        _ => Cell::Empty,
    });
    footer_row("stated", brief.locale.table.stated, cells)
}

fn footer_row(key: &str, name: &str, cells: impl Iterator<Item = Cell>) -> Row {
    let cells = std::iter::once(Cell::Plain(name.to_owned())).chain(cells).collect();
    Row { key: key.to_owned(), tier: None, kept: true, cells }
}
