//! Counties, chains and GDP as three whole bars, joined by ribbons.

mod bars;
mod segment;

use self::bars::Bars;
use super::table::Table;
use super::tiers::{
    none_selected, part_heading, provenance, rounded, sum_of_shares, sum_of_tiers, sums, table,
};
use super::{Brief, Chart, FilterEffect, Marker, Note, Provenance, Telling};
use crate::locale::fill;
use crate::quantity::{Quantity, trimmed};
use crate::scene::{Canvas, Scene};
use crate::tier::Tier;
use crate::word::concat;

/// The tiers that heading and summary speak of.
const FIRST: Tier = Tier::at(0);
const LAST: Tier = Tier::at(3);

/// The three whole bars.
pub(super) struct Shares;

impl Chart for Shares {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Dims
    }

    fn shows_gdp(&self) -> bool {
        true
    }

    fn telling(&self, brief: &Brief<'_>) -> Telling {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let words = &brief.locale.shares;
        let heading = match brief.tiers.single() {
            Some(tier) if tier != FIRST => about_tier(brief, words.heading_one, tier),
            None if !brief.is_whole() => part_heading(&Brief { indicator: "gdp-share", ..*brief }),
            _ => fill(
                words.heading,
                &[
                    ("count", &brief.counties(FIRST)),
                    ("county_share", &percent(county_share(brief, FIRST))),
                    ("gdp_part", &gdp_part(brief, FIRST)),
                ],
            ),
        };
        if !brief.is_whole() {
            return Telling::new(heading, brief.part_summary());
        }
        let summary = fill(
            words.summary,
            &[
                ("chain_share", &percent(chain_share(brief, FIRST))),
                ("county_share_4", &percent(county_share(brief, LAST))),
                ("gdp_share_4", &gdp_share(brief, LAST)),
            ],
        );
        Telling::new(heading, summary)
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        let bars = Bars::new(brief);
        let canvas = Canvas::new(brief.layout.width, bars.height());
        bars.draw(&canvas);
        canvas.finish(self.telling(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let words = &brief.locale.shares;
        let (stated, sum) = (brief.printed("total.chains"), trimmed(sum_of_tiers(brief, "chains"), 0));
        let range = brief.value("gdp-share", FIRST);
        let tiers = brief.dataset.tiers.iter().map(|row| row.tier);
        let derived = tiers.filter(|tier| brief.measure("county-share", *tier).is_derived());
        let derived: Vec<String> = derived.map(|tier| percent(county_share(brief, tier))).collect();
        let mut notes = vec![
            Note::new(Marker::Asterisk, fill(words.chains_note, &[("stated", &stated), ("sum", &sum)])),
            Note::new(
                Marker::Derived,
                fill(words.share_note, &[("range", &range), ("rounded", &gdp_share(brief, FIRST))]),
            ),
            Note::new(Marker::Derived, fill(words.county_note, &[("list", &brief.locale.list(&derived))])),
            Note::new(Marker::None, words.whole_note),
        ];
        notes.extend(sums(brief));
        notes.extend(sum_of_shares(&Brief { indicator: "gdp-share", ..*brief }));
        notes
    }

    /// The table has the growth of the tiers.
    fn table_notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        vec![Note::new(Marker::None, brief.locale.tier_notes.growth_as_printed)]
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        table(brief)
    }

    fn provenance(&self, brief: &Brief<'_>, key: &str) -> Option<Provenance> {
        provenance(brief, key)
    }
}

fn about_tier(brief: &Brief<'_>, template: &str, tier: Tier) -> String {
    let noun = brief.dataset.tier(tier).map_or("", |row| row.attributive.get(brief.locale.language));
    let ui = &brief.locale.ui;
    let tag = |indicator| match brief.measure(indicator, tier).is_derived() {
        true => fill(ui.bracketed, &[("name", ""), ("unit", ui.derived)]),
        false => String::new(),
    };
    fill(
        template,
        &[
            ("count", &brief.counties(tier)),
            ("tier", noun),
            ("county_share", &percent(county_share(brief, tier))),
            ("county_tag", &tag("county-share")),
            ("gdp_part", &gdp_part(brief, tier)),
            ("gdp_tag", &tag("gdp-share")),
        ],
    )
}

fn percent(value: f64) -> String {
    concat(&[&trimmed(value, 1), "%"])
}

fn county_share(brief: &Brief<'_>, tier: Tier) -> f64 {
    brief.measure("county-share", tier).quantity().map_or(0.0, |share| share.middle())
}

/// A tier's part in the sum of the tiers' chains, which is the only whole they add up to.
fn chain_share(brief: &Brief<'_>, tier: Tier) -> f64 {
    let own = brief.measure("chains", tier).quantity().map_or(0.0, |chains| chains.low);
    own / sum_of_tiers(brief, "chains") * 100.0
}

/// A tier's share of GDP as shown: printed, or about so much.
fn gdp_share(brief: &Brief<'_>, tier: Tier) -> String {
    match brief.measure("gdp-share", tier).quantity() {
        Some(share) if share.derived => fill(brief.locale.shares.about, &[("share", &rounded(&share))]),
        Some(share) => percent(share.middle()),
        None => brief.locale.ui.not_given.to_owned(),
    }
}

/// The same in a sentence: 占19.6%, 约占22%.
fn gdp_part(brief: &Brief<'_>, tier: Tier) -> String {
    let [printed, about] = brief.locale.shares.parts;
    match brief.measure("gdp-share", tier).quantity() {
        Some(share) if share.derived => fill(about, &[("share", &rounded(&share))]),
        _ => fill(printed, &[("share", &gdp_share(brief, tier))]),
    }
}

/// One of the three bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bar {
    Counties,
    Chains,
    Gdp,
}

impl Bar {
    const ALL: [Bar; 3] = [Bar::Counties, Bar::Chains, Bar::Gdp];

    const fn index(self) -> usize {
        match self {
            Bar::Counties => 0,
            Bar::Chains => 1,
            Bar::Gdp => 2,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Bar::Counties => "counties",
            Bar::Chains => "chains",
            Bar::Gdp => "gdp",
        }
    }

    /// The length of a tier's segment, in percent of the bar.
    fn length(self, brief: &Brief<'_>, tier: Tier) -> f64 {
        match self {
            Bar::Counties => county_share(brief, tier),
            Bar::Chains => chain_share(brief, tier),
            Bar::Gdp => {
                // The published shares and the middle of the derived one; scaled, as they add up to 99.95.
                let share =
                    |tier| brief.measure("gdp-share", tier).quantity().map_or(0.0, |s: Quantity| s.middle());
                let total: f64 = brief.dataset.tiers.iter().map(|row| share(row.tier)).sum();
                share(tier) / total * 100.0
            }
        }
    }

    fn share(self, brief: &Brief<'_>, tier: Tier) -> String {
        match self {
            Bar::Counties => percent(county_share(brief, tier)),
            Bar::Chains => percent(chain_share(brief, tier)),
            Bar::Gdp => brief.value("gdp-share", tier),
        }
    }

    /// The share where room is short.
    fn short_share(self, brief: &Brief<'_>, tier: Tier) -> String {
        if self == Bar::Gdp { gdp_share(brief, tier) } else { self.share(brief, tier) }
    }

    /// The share as it is spoken, which says whether it is derived.
    fn spoken_share(self, brief: &Brief<'_>, tier: Tier) -> String {
        let derived = match self {
            Bar::Counties => brief.measure("county-share", tier).is_derived(),
            Bar::Chains => true,
            Bar::Gdp => brief.measure("gdp-share", tier).is_derived(),
        };
        brief.tagged(self.share(brief, tier), derived)
    }

    /// The absolute value in a segment.
    fn value(self, brief: &Brief<'_>, tier: Tier) -> String {
        match (self, brief.locale.is_chinese()) {
            (Bar::Gdp, _) => brief.value("gdp", tier),
            (_, true) => brief.value(self.key(), tier),
            (_, false) => {
                let count = brief.measure(self.key(), tier).quantity().map_or(0.0, |count| count.low);
                brief.locale.number(count)
            }
        }
    }
}
