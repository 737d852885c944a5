//! Counties by GDP, and what those with the largest industrial revenue hold of the province.

part::module!(market);

mod bars;
mod picture;

use crate::chart::phrases::{has_facts, words};
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Provenance};
use crate::dataset::{Dataset, Noun};
use crate::locale::render;
use crate::quantity::{percent, trimmed};
use crate::scene::{MarkKey, Scene};
use crate::tier::Tier;
use crate::word::text;

/// The ticks, the three bars and the two figures.
pub(in crate::chart) struct Market;

/// Its word, with which its keys begin.
const WORD: &str = "market";
/// Key of the unit that counts counties.
const COUNTIES: &str = "counties";
/// Id of the fact that counts all counties.
const TOTAL: &str = "total.counties";
/// Id of the share of counties with a GDP above ¥10 billion.
const OVER_10BN: &str = "market.over_10bn_share";
/// Id of the number of counties with a GDP above ¥100 billion.
const OVER_100BN: &str = "market.over_100bn";
/// Id of the number of counties with the largest revenue.
const LARGEST: &str = "market.rev_over_100bn";
/// Id of the place in the CCID list.
const RANK: &str = "market.ccid_rank";

/// The rows of the table in reading order: key, and the facts behind it, its own first. Most are marks.
const ITEMS: [(&str, &[&str]); 10] = [
    ("over-10bn", &[OVER_10BN, TOTAL]),
    ("over-100bn", &[OVER_100BN]),
    ("rest", &[OVER_10BN, TOTAL]),
    ("rev-count", &[LARGEST, "market.rev_named"]),
    ("rev-count-share", &["market.rev_count_share", LARGEST, TOTAL]),
    ("rev-gdp-share", &["market.rev_gdp_share", LARGEST]),
    ("rev-rev-share", &["market.rev_rev_share", LARGEST]),
    ("ccid", &["market.ccid_count", RANK]),
    ("ccid-rank", &[RANK]),
    ("net-firms", &["market.net_firms"]),
];

impl Chart for Market {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        ITEMS.iter().all(|(_, facts)| has_facts(dataset, facts))
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn filter_off(&self, context: &ChartContext<'_>) -> &'static str {
        words(context, WORD).get("filter-off")
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let words = words(context, WORD);
        let given = given(context);
        Headline::new(words.tell("heading", &given), words.tell("summary", &given))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        picture::draw(context, self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        words(context, WORD).notes(&given(context))
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = words(context, WORD);
        let [item, printed, worked_out, period] =
            words.array("column", ["item", "printed", "derived", "period"]);
        // Shares, counts and ranks stand among each other: no order of their numbers means anything.
        let mixed = |name| Column { sortable: false, ..Column::numbers(name, "") };
        let derived = Column { derived: true, ..mixed(worked_out) };
        Table {
            caption: words.get("caption").to_owned(),
            columns: vec![Column::words(item), mixed(printed), derived, Column::unordered(period)],
            rows: ITEMS.iter().map(|(key, _)| table_row(context, key)).collect(),
            footer: Vec::new(),
        }
    }

    fn rows(&self, _context: &ChartContext<'_>) -> Vec<ChartRow> {
        ITEMS.iter().map(|(item, facts)| ChartRow::new(mark_key(item), facts)).collect()
    }

    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        let provenance = Provenance::of_row(self.rows(context), key)?;
        let MarkKey::Row(_, item) = key else { return None };
        let title = if item == "rest" { words(context, WORD).get("rest-name") } else { "" };
        let derivations = derived(context, item).map(|derived| (derived.name.to_owned(), derived.arithmetic));
        let derivations = derivations.into_iter().collect();
        Some(Provenance { title: title.to_owned(), derivations, ..provenance })
    }
}

/// `market:over-10bn`
fn mark_key(key: &'static str) -> MarkKey<'static> {
    MarkKey::Row(WORD, key)
}

/// Id of a row's own fact.
fn id(key: &str) -> &'static str {
    let item = ITEMS.iter().find(|(item, _)| *item == key);
    item.and_then(|(_, facts)| facts.first()).copied().unwrap_or_default()
}

/// The figure of a fact as the source gives it.
fn figure(context: &ChartContext<'_>, id: &str) -> String {
    let fact = context.dataset.fact(id);
    fact.and_then(|fact| context.locale.figure(context.dataset, fact)).unwrap_or_default()
}

/// When a fact holds.
fn period(context: &ChartContext<'_>, id: &str) -> String {
    context.dataset.fact(id).map_or_else(String::new, |fact| context.locale.period_of(fact))
}

/// What a fact is about.
fn subject(context: &ChartContext<'_>, id: &str) -> &'static str {
    context.dataset.fact(id).map_or("", |fact| fact.subject.get(context.locale.language))
}

/// A number of counties.
fn counties(context: &ChartContext<'_>, count: f64) -> String {
    let noun = context.dataset.unit(COUNTIES).map_or(Noun::EMPTY, |unit| unit.noun);
    context.locale.counted(count, &noun)
}

/// How many counties have a GDP above ¥10 billion: the one whole number that gives the printed share.
fn over_10bn(context: &ChartContext<'_>) -> f64 {
    let number = |id| context.dataset.number(id).unwrap_or_default();
    (number(TOTAL) * number(OVER_10BN) / 100.0).round()
}

/// What is worked out for a row.
struct Derived {
    name: &'static str,
    text: String,
    arithmetic: String,
}

fn derived(context: &ChartContext<'_>, key: &str) -> Option<Derived> {
    let [count, share] = words(context, WORD).array("derived", ["count", "share"]);
    let total = context.dataset.number(TOTAL)?;
    let all = trimmed(total, 0);
    let over = over_10bn(context);
    let (name, text, arithmetic) = match key {
        "over-10bn" => {
            let exact = trimmed(total * context.dataset.number(OVER_10BN)? / 100.0, 2);
            let share = context.printed(OVER_10BN);
            let terms = [&all, " × ", &share, "% = ", &exact, " ≈ ", &trimmed(over, 0)];
            (count, counties(context, over), terms.concat())
        }
        "rest" => {
            let rest = trimmed(total - over, 0);
            let terms = [&all, " − ", &trimmed(over, 0), " = ", &rest];
            (count, counties(context, total - over), terms.concat())
        }
        "rev-count-share" => {
            let largest = context.dataset.number(LARGEST)?;
            let part = percent(largest / total * 100.0, 1);
            let arithmetic = text!("{trimmed(largest, 0)} ÷ {all} ≈ {part}");
            (share, part, arithmetic)
        }
        _ => return None,
    };
    Some(Derived { name, text, arithmetic })
}

/// What texts may ask for: the numbers that the chart speaks of.
fn given(context: &ChartContext<'_>) -> [(&'static str, String); 12] {
    let over = over_10bn(context);
    let total = context.dataset.number(TOTAL).unwrap_or_default();
    let tiers = [Tier::at(0), Tier::at(1)].map(|tier| context.measure("counties", tier).quantity());
    let tiers: f64 = tiers.into_iter().flatten().map(|counties| counties.low).sum();
    [
        ("total", context.printed(TOTAL)),
        ("over_10bn", figure(context, OVER_10BN)),
        ("over_100bn", context.printed(OVER_100BN)),
        ("over", trimmed(over, 0)),
        ("rest", trimmed(total - over, 0)),
        ("n", context.printed(LARGEST)),
        ("count", figure(context, "market.rev_count_share")),
        ("gdp", figure(context, "market.rev_gdp_share")),
        ("share", figure(context, "market.rev_rev_share")),
        ("tiers", trimmed(tiers, 0)),
        ("rank", figure(context, RANK)),
        ("period", period(context, LARGEST)),
    ]
}

/// What stands beside the value of a bar: the source's words for a lower bound, or the number of counties whose share it is.
fn remark(context: &ChartContext<'_>, key: &str) -> Option<String> {
    let bound = words(context, WORD).find("bound", key).map(str::to_owned);
    bound.or_else(|| (key == "rev-count-share").then(|| figure(context, LARGEST)))
}

/// What is counted, in the words of the picture, where these say more than the subject of the fact.
fn about(context: &ChartContext<'_>, key: &str) -> Option<String> {
    let words = words(context, WORD);
    match key {
        "ccid" => Some(words.tell_of("about", key, &given(context))),
        "net-firms" => Some(words.tell_of("about", key, &[("period", period(context, id(key)))])),
        _ => None,
    }
}

/// What a screen reader says of a mark: subject and figure, and what it works out at.
fn spoken(context: &ChartContext<'_>, key: &'static str) -> String {
    let ui = &context.locale.ui;
    if let Some(about) = about(context, key) {
        let count = render(words(context, WORD).get("figure"), &[("n", &context.printed(id(key)))]);
        return text!("{count}{ui.space}{about}");
    }
    let derived = derived(context, key).map(|derived| context.tagged(derived.text, true));
    if key == "rest" {
        let others = words(context, WORD).get("rest-name");
        return text!("{others}{ui.colon}{derived.unwrap_or_default()}");
    }
    let figure = figure(context, id(key));
    let figure = match remark(context, key) {
        Some(remark) => render(ui.bracketed, &[("name", &figure), ("unit", &remark)]),
        None => figure,
    };
    let derived = derived.map_or_else(String::new, |derived| text!("{ui.comma}{derived}"));
    text!("{subject(context, id(key))}{ui.colon}{figure}{derived}")
}

fn table_row(context: &ChartContext<'_>, key: &'static str) -> Row {
    let id = id(key);
    let is_rest = key == "rest";
    let name = if is_rest { words(context, WORD).get("rest-name") } else { subject(context, id) };
    let printed = if is_rest {
        Cell::Missing(context.locale.ui.not_given.to_owned())
    } else {
        Cell::Printed(Figure::worded(figure(context, id)))
    };
    let derived = derived(context, key)
        .map_or(Cell::Empty, |derived| Cell::derived(Figure::worded(derived.text), derived.arithmetic));
    let cells = vec![Cell::Plain(name.to_owned()), printed, derived, Cell::Plain(period(context, id))];
    Row::new(mark_key(key), cells)
}

#[cfg(test)]
mod tests;
