//! A square for each industrial cluster of the three kinds, the new ones marked.

part::module!(clusters);

mod kinds;
mod picture;

use self::kinds::{KINDS, Kind, WORD, kinds};
use crate::chart::phrases::{has_facts, words};
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Provenance};
use crate::dataset::Dataset;
use crate::quantity::count_text;
use crate::scene::{MarkKey, Scene};
use crate::word::{joined, text};

/// The three rows of squares.
pub(in crate::chart) struct Clusters;

/// Keys of the rows under the line.
const SUM: MarkKey<'static> = MarkKey::Row(WORD, "sum");
const COVERAGE: MarkKey<'static> = MarkKey::Row(WORD, "coverage");
const OVER_100BN: MarkKey<'static> = MarkKey::Row(WORD, "over-100bn");

/// Items of the phrases for the columns of the table.
const COLUMNS: [&str; 5] = ["kind", "stock", "new", "earlier", "named"];

/// Id of the fact that counts the counties with such clusters.
const COVERED: &str = "cluster.counties_covered";
/// Id of the fact that counts all counties.
const TOTAL: &str = "total.counties";
/// Id of the fact that counts clusters in another way.
const LARGE: &str = "cluster.over_100bn";

impl Chart for Clusters {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        let own = [COVERED, TOTAL, LARGE];
        has_facts(dataset, &own) && KINDS.iter().all(|kind| has_facts(dataset, &kind.facts()))
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
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
        let [kind, stock, new, earlier, named] = words.array("column", COLUMNS);
        let mut derived = Column::numbers(earlier, "");
        derived.derived = true;
        let kinds = kinds(context);
        let columns = vec![
            Column::words(kind),
            Column::numbers(stock, ""),
            Column::numbers(new, ""),
            derived,
            Column::words(named),
        ];
        Table {
            caption: words.get("caption").to_owned(),
            columns,
            rows: kinds.iter().map(|kind| kind.row(context)).collect(),
            footer: vec![
                sum_row(words.get("sum"), &kinds),
                count_row(context, COVERAGE, words.get("coverage"), COVERED),
                count_row(context, OVER_100BN, words.get("large"), LARGE),
            ],
        }
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        let kinds = kinds(context);
        let counted: Vec<&str> = kinds.iter().flat_map(|kind| [kind.ids.stock, kind.ids.new]).collect();
        let footer = [
            ChartRow::new(SUM, &counted),
            ChartRow::new(COVERAGE, &[COVERED, TOTAL]),
            ChartRow::new(OVER_100BN, &[LARGE]),
        ];
        let rows = kinds.iter().map(|kind| ChartRow::new(kind.key(), &kind.facts(None)));
        rows.chain(footer).collect()
    }

    fn provenance(&self, context: &ChartContext<'_>, key: MarkKey<'_>) -> Option<Provenance> {
        let kinds = kinds(context);
        let (name, square) = match key {
            MarkKey::Row(WORD, name) => (name, None),
            MarkKey::Piece(WORD, name, number) => (name, Some(number.checked_sub(1)?)),
            _ => return None,
        };
        if let Some(kind) = kinds.iter().find(|kind| kind.ids.key == name) {
            let is_there = square.is_none_or(|square| square < kind.stock);
            return is_there.then(|| kind.provenance(context, square));
        }
        let provenance = Provenance::of_row(self.rows(context), key)?;
        Some(if key == SUM { explain_sum(context, &kinds, provenance) } else { provenance })
    }
}

/// What is added up over the kinds.
const ADDED: [fn(&Kind) -> usize; 3] = [|kind| kind.stock, |kind| kind.new, Kind::earlier];

/// What texts may ask for: the count of each kind, and the counts that stand apart.
fn given(context: &ChartContext<'_>) -> [(&'static str, String); 8] {
    let kinds = kinds(context);
    let count = |at: usize, of: fn(&Kind) -> usize| {
        kinds.get(at).map_or_else(String::new, |kind| count_text(of(kind)))
    };
    let [stock, new, _] = ADDED;
    [
        ("first", count(0, stock)),
        ("second", count(1, stock)),
        ("third", count(2, stock)),
        ("second_new", count(1, new)),
        ("third_new", count(2, new)),
        ("counties", context.printed(COVERED)),
        ("total", context.printed(TOTAL)),
        ("large", context.printed(LARGE)),
    ]
}

/// The three sums and their terms: 53, `2 + 16 + 35 = 53`.
fn sums(kinds: &[Kind]) -> [(Figure, String); 3] {
    ADDED.map(|count| {
        let sum = Figure::count(kinds.iter().map(count).sum());
        let terms: Vec<String> = kinds.iter().map(|kind| count_text(count(kind))).collect();
        let terms = joined(" + ", terms.iter().map(String::as_str));
        let arithmetic = text!("{terms} = {sum.text}");
        (sum, arithmetic)
    })
}

fn sum_row(name: &str, kinds: &[Kind]) -> Row {
    let mut cells = vec![Cell::Plain(name.to_owned())];
    cells.extend(sums(kinds).map(|(sum, arithmetic)| Cell::derived(sum, arithmetic)));
    cells.push(Cell::Empty);
    Row::new(SUM, cells)
}

fn explain_sum(context: &ChartContext<'_>, kinds: &[Kind], sum: Provenance) -> Provenance {
    let words = words(context, WORD);
    let names = words.array("column", COLUMNS).into_iter().skip(1).map(str::to_owned);
    Provenance {
        title: words.get("sum").to_owned(),
        derivations: names.zip(sums(kinds).map(|(_, arithmetic)| arithmetic)).collect(),
        ..sum
    }
}

/// A count that does not add up with the others, with its own unit.
fn count_row(context: &ChartContext<'_>, key: MarkKey<'static>, name: &str, id: &str) -> Row {
    let figure = context.dataset.fact(id).and_then(|fact| context.locale.figure(context.dataset, fact));
    let mut cells =
        vec![Cell::Plain(name.to_owned()), Cell::Printed(Figure::worded(figure.unwrap_or_default()))];
    cells.resize(5, Cell::Empty);
    Row::new(key, cells)
}

#[cfg(test)]
mod tests;
