//! What the source dates, and what it tells without a date.

use crate::chart::phrases::words;
use std::ops::Range;

use crate::chart::ChartContext;
use crate::chart::white_paper::six_ones::counted;
use crate::dataset::Dataset;
use crate::order::sort_by;
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

/// An item's key, and the facts behind it, its own first.
pub(super) type Item = (&'static str, &'static [&'static str]);

/// The items; those without a date in the order of the source.
pub(super) const ITEMS: [Item; 16] = [
    ("first", &["wp2023.first"]),
    ("conference", &["conf.new_industrialisation"]),
    ("investment", &["invest.planned", "invest.projects", "invest.start_rate", "invest.named"]),
    (
        "anxi-tea",
        &[
            "profile.anxi.output",
            "profile.anxi.growth",
            "profile.anxi.gap",
            "profile.anxi.share",
            "profile.anxi.share_change",
        ],
    ),
    ("meetings", &["meetings.count", "meetings.venues"]),
    ("february", &["conf.feb2024", "conf.six_persists"]),
    ("congress", &["law.npc_decision"]),
    ("plenum", &["policy.plenum_fj_11_6", "policy.three_level_duty"]),
    ("six-ones", &["sixones.taskforce"]),
    ("edition", &["wp2024.release"]),
    ("media", &["media.items", "media.reach"]),
    ("central-plenum", &["policy.plenum20_3"]),
    ("fieldwork", &["fieldwork.places"]),
    ("tour", &["orgs.miit_tour"]),
    ("open-call", &["tech.jiebang_chains"]),
    ("tax-index", &["tax.index_first"]),
];

/// The item behind which all counts of the six ones stand.
const SIX_ONES: &str = "six-ones";

/// Ids of the facts behind an item, its own first.
pub(super) fn facts((key, own): &Item, dataset: &Dataset) -> Vec<&'static str> {
    let mut facts = own.to_vec();
    if *key == SIX_ONES {
        facts.extend(counted(dataset).filter(|id| !own.contains(id)));
    }
    facts
}

/// Ids of the facts that date the two editions.
pub(super) const EDITIONS: [&str; 2] = ["wp2023.first", "wp2024.release"];

/// An item in words and in time.
pub(super) struct Entry {
    pub(super) item: &'static Item,
    /// What it is, in a few words.
    pub(super) name: String,
    /// How it looks.
    pub(super) look: Look,
    /// When it was.
    pub(super) date: String,
    /// The same in months, for what has a date.
    pub(super) span: Option<Range<f64>>,
}

/// The items in order of time; those without a date last.
pub(super) fn entries(context: &ChartContext<'_>) -> Vec<Entry> {
    let (words, given) = (words(context, WORD), given(context));
    let entries = ITEMS.iter().filter_map(|item| {
        let fact = context.dataset.fact(item.1.first()?)?;
        let (span, date) = (months(fact.period), context.locale.period_of(fact));
        let look = span.as_ref().map_or(Look::Undated, |span| look(fact.id, fact.period, span));
        Some(Entry { item, name: words.tell_of("name", item.0, &given), look, date, span })
    });
    let mut entries: Vec<Entry> = entries.collect();
    let start = |entry: &Entry| entry.span.as_ref().map_or(f64::INFINITY, |span| span.start);
    sort_by(&mut entries, |one, other| start(one).total_cmp(&start(other)));
    entries
}

/// How a fact looks that has a date.
fn look(id: &str, period: &str, span: &Range<f64>) -> Look {
    match span.end - span.start {
        _ if EDITIONS.contains(&id) => Look::Edition,
        0.0 => Look::Count,
        1.0 => Look::Event,
        _ if period.contains('.') => Look::Span,
        _ => Look::Bracket,
    }
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
    /// Ids of the facts behind it, its own first.
    pub(super) fn facts(&self, dataset: &Dataset) -> Vec<&'static str> {
        facts(self.item, dataset)
    }

    /// `timeline:first`
    pub(super) fn key(&self) -> MarkKey<'static> {
        MarkKey::Row(WORD, self.item.0)
    }

    /// Where it stands on a line of months: the middle of its only month, or where it begins.
    pub(super) fn place(&self) -> f64 {
        self.span.as_ref().map_or(0.0, |span| (span.start + span.end.min(span.start + 1.0)) / 2.0)
    }

    /// What heads its card. Where several facts stand behind an item without one that speaks
    /// for them, its name does.
    pub(super) fn subject(&self, context: &ChartContext<'_>) -> String {
        let fact = self.item.1.first().and_then(|id| context.dataset.fact(id));
        match fact {
            Some(fact) if self.item.0 != SIX_ONES => fact.subject.get(context.locale.language).to_owned(),
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
