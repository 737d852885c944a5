//! What the source dates, and what it tells without a date.

use crate::chart::white_paper::words::words;
use std::ops::Range;

use crate::chart::ChartContext;
use crate::quantity::{count_text, decimal};
use crate::scene::MarkKey;
use crate::word::text;

/// The chart's word, with which its keys begin.
pub(super) const WORD: &str = "timeline";

/// How an item looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// An edition of the white paper: a large dot.
    Edition,
    /// A meeting or a decision: a small hollow dot.
    Event,
    /// What was counted as of a date: the same, off the line.
    Count,
    /// Figures of some months: a bar.
    Span,
    /// What happened in a year, the source does not say when: a dashed bracket.
    Bracket,
    /// What the source gives no time for.
    Undated,
}

/// An item's key and look, and the facts behind it, its own first.
pub(super) type Item = (&'static str, Look, &'static [&'static str]);

/// The items in order of time, the undated ones in the order of the source: the order of their words.
pub(super) const ITEMS: [Item; 16] = [
    ("first", Look::Edition, &["wp2023.first"]),
    ("conference", Look::Event, &["conf.new_industrialisation"]),
    ("investment", Look::Span, &["invest.planned", "invest.projects", "invest.start_rate", "invest.named"]),
    (
        "anxi-tea",
        Look::Span,
        &[
            "profile.anxi.output",
            "profile.anxi.growth",
            "profile.anxi.gap",
            "profile.anxi.share",
            "profile.anxi.share_change",
        ],
    ),
    ("meetings", Look::Bracket, &["meetings.count", "meetings.venues"]),
    ("february", Look::Event, &["conf.feb2024", "conf.six_persists"]),
    ("congress", Look::Event, &["law.npc_decision"]),
    ("plenum", Look::Event, &["policy.plenum_fj_11_6", "policy.three_level_duty"]),
    (
        "six-ones",
        Look::Count,
        &[
            "sixones.taskforce",
            "sixones.experts",
            "sixones.policy",
            "sixones.plan",
            "sixones.platform",
            "sixones.fund",
        ],
    ),
    ("edition", Look::Edition, &["wp2024.release"]),
    ("media", Look::Count, &["media.items", "media.reach"]),
    ("central-plenum", Look::Undated, &["policy.plenum20_3"]),
    ("fieldwork", Look::Undated, &["fieldwork.places"]),
    ("tour", Look::Undated, &["orgs.miit_tour"]),
    ("open-call", Look::Undated, &["tech.jiebang_chains"]),
    ("tax-index", Look::Undated, &["tax.index_first"]),
];

/// Ids of the facts that date the two editions.
pub(super) const EDITIONS: [&str; 2] = ["wp2023.first", "wp2024.release"];

/// An item in words and in time.
pub(super) struct Entry {
    pub(super) item: &'static Item,
    /// What it is, in a few words.
    pub(super) name: String,
    /// When it was.
    pub(super) date: String,
    /// The same in months, for what has a date.
    pub(super) span: Option<Range<f64>>,
}

/// The items in their order.
pub(super) fn entries(context: &ChartContext<'_>) -> Vec<Entry> {
    let (words, given) = (words(context, WORD), given(context));
    let entries = ITEMS.iter().filter_map(|item| {
        let fact = context.dataset.fact(item.2.first()?)?;
        let date = context.locale.period_of(fact);
        Some(Entry { item, name: words.tell_of("name", item.0, &given), date, span: months(fact.period) })
    });
    entries.collect()
}

/// What texts may ask for: the figures that the chart tells.
pub(super) fn given(context: &ChartContext<'_>) -> [(&'static str, String); 12] {
    let fact = |id| context.dataset.fact(id);
    let figure =
        |id| fact(id).and_then(|fact| context.locale.figure(context.dataset, fact)).unwrap_or_default();
    let period = |id| fact(id).map(|fact| context.locale.period(fact.period)).unwrap_or_default();
    let [first, edition] = EDITIONS.map(period);
    let (length, arithmetic) = length(context);
    [
        ("n", length.0),
        ("next", length.1),
        ("arithmetic", arithmetic),
        ("first", first),
        ("edition", edition),
        ("february", period("conf.feb2024")),
        ("projects", figure("invest.projects")),
        ("planned", figure("invest.planned")),
        ("tea", figure("profile.anxi.output")),
        ("media", figure("media.items")),
        ("places", context.printed("fieldwork.places")),
        ("chains", figure("tech.jiebang_chains")),
    ]
}

/// How many months lie between the two editions, at least and at most, and the arithmetic of the former: the day of
/// the first is not known.
pub(super) fn length(context: &ChartContext<'_>) -> ((String, String), String) {
    let month = |id| {
        let span = context.dataset.fact(id).and_then(|fact| months(fact.period));
        // What holds at the end of a month belongs to it, though the next begins there.
        span.map_or(0, |span| span.start as usize - usize::from(span.is_empty()))
    };
    let [first, last] = EDITIONS.map(month);
    let [from, to] = [first, last].map(|month| (count_text(month / 12), count_text(month % 12 + 1)));
    let months = last.saturating_sub(first);
    let length = count_text(months);
    let years = text!("({to.0} − {from.0}) × 12");
    let arithmetic = text!("{years} + {to.1} − {from.1} = {length}");
    ((length, count_text(months + 1)), arithmetic)
}

impl Entry {
    pub(super) fn look(&self) -> Look {
        self.item.1
    }

    /// `timeline:first`
    pub(super) fn key(&self) -> MarkKey<'static> {
        MarkKey::Row(WORD, self.item.0)
    }

    /// Where it stands on a line of months: the middle of its only month, or where it begins.
    pub(super) fn place(&self) -> f64 {
        self.span.as_ref().map_or(0.0, |span| (span.start + span.end.min(span.start + 1.0)) / 2.0)
    }

    /// What is spoken of it and heads its card. Where several facts stand behind an item without one that speaks
    /// for them, its name does.
    pub(super) fn subject(&self, context: &ChartContext<'_>) -> String {
        let fact = self.item.2.first().and_then(|id| context.dataset.fact(id));
        match fact {
            Some(fact) if self.item.0 != "six-ones" => fact.subject.get(context.locale.language).to_owned(),
            _ => self.name.clone(),
        }
    }
}

/// A period of the data in months since the year 0, from where the first begins to where the last ends. What holds
/// at the end of a month takes no time; what has no date has no place.
pub(super) fn months(period: &str) -> Option<Range<f64>> {
    if let Some(end) = period.strip_prefix("end ") {
        let end = month(end)? + 1.0;
        return Some(end..end);
    }
    let (from, to) = period.split_once('.').unwrap_or((period, period));
    let to = to.trim_start_matches('.');
    let length = if to.len() == 4 { 12.0 } else { 1.0 };
    Some(month(from)?..month(to)? + length)
}

/// Where a month begins, or a year.
fn month(text: &str) -> Option<f64> {
    let (year, month) = text.split_once('-').unwrap_or((text, "1"));
    Some(decimal(year)? * 12.0 + decimal(month)? - 1.0)
}
