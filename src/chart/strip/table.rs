//! The same data as a table: entity by entity where they are few, else class by class.

use super::frame::Frame;
use super::subject::{Class, Subject, measured};
use super::words::words;
use crate::chart::ChartContext;
use crate::chart::county::gap;
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::dataset::{CountyValues, Step, Term, UnitKind};
use crate::language::Language;
use crate::locale::{Locale, own_words, render};
use crate::quantity::{Qualifier, Quantity, exact};
use crate::scene::MarkKey;
use crate::word::Keyword;

/// A number with so many digits may have more.
const EXACT_DIGITS: usize = 15;

pub(super) fn table(frame: &Frame<'_>) -> Table {
    let (context, subject) = (frame.context, frame.subject);
    if subject.is_long() {
        let (columns, rows) = classes(frame);
        let caption = render(own_words(context.locale.language).charts.by_class, &[("title", subject.title)]);
        return Table { caption, columns, rows, footer: Vec::new() };
    }
    list(context, subject, &mut (0..subject.values.values.len()))
}

/// The table of some entities.
pub(super) fn list(
    context: &ChartContext<'_>,
    subject: &Subject<'_>,
    entities: &mut dyn Iterator<Item = usize>,
) -> Table {
    let words = words(context.locale);
    let template = if subject.period.is_empty() { words.caption_undated } else { words.caption };
    let caption = render(template, &[("title", subject.title), ("period", subject.period)]);
    let [name, code, class, given] = words.entity_columns;
    let hedged = subject.values.qualifiers.iter().any(|qualifier| is_hedge(*qualifier));
    let mut columns = [name, code, class].map(Column::words).to_vec();
    let (_, values) = measured(context).unzip();
    let derived = values.is_some_and(|values| !values.origin.is_empty());
    columns.push(Column { derived, ..Column::numbers(subject.title, subject.head) });
    if hedged {
        columns.push(Column::words(given));
    }
    let rows = entities.map(|entity| row(context, subject, values, hedged, entity)).collect();
    Table { caption, columns, rows, footer: Vec::new() }
}

fn row(
    context: &ChartContext<'_>,
    subject: &Subject<'_>,
    values: Option<&CountyValues>,
    hedged: bool,
    entity: usize,
) -> Row {
    let (language, words) = (context.locale.language, words(context.locale));
    let lane = subject.values.lane(entity, subject.classes.len());
    let text = |text: &str| Cell::Plain(text.to_owned());
    let code = subject.entities.code(entity);
    let mut cells = vec![
        text(subject.entities.name(entity, language)),
        text(code),
        text(subject.lane_name(context.locale, lane)),
    ];
    let value = subject.values.value(entity);
    let arithmetic = values.and_then(|values| multiplied(context, values, entity));
    cells.push(match (value, arithmetic) {
        (Some(value), Some(arithmetic)) => Cell::derived((subject.cell)(value), arithmetic),
        (Some(value), None) => Cell::Printed((subject.cell)(value)),
        (None, _) => {
            let gap = values.map(|values| gap(context, values, entity));
            Cell::Missing(gap.unwrap_or_else(|| words.no_value.to_owned()))
        }
    });
    if hedged {
        cells.push(given(subject, context.locale, entity).map_or(Cell::Empty, text));
    }
    let key = MarkKey::County(code);
    Row { tier: subject.tier(lane), kept: subject.keeps(context.tiers, lane), ..Row::new(key, cells) }
}

/// How the value of an entity comes of two others; `None` where the source has it.
fn multiplied(context: &ChartContext<'_>, values: &CountyValues, entity: usize) -> Option<String> {
    let dataset = context.dataset;
    let term = |values: &CountyValues| {
        let (value, qualifier) = values.get(entity)?;
        let quantity = Quantity { qualifier, ..Quantity::printed(value) };
        Some((quantity, dataset.indicator(values.indicator)?.kind))
    };
    let factor = |id: &&str| term(dataset.county_values.iter().find(|values| values.indicator == *id)?);
    let factors: Option<Vec<Term>> = values.factors.iter().map(factor).collect();
    let result = term(values)?;
    let mut terms = factors?;
    terms.push(result);
    // A unit that English or a sign changes must do so on both sides.
    for unit in [UnitKind::Money, UnitKind::Percent] {
        let is_of = |term: &&Term| term.1 == unit;
        if terms.iter().take(2).filter(is_of).count() != terms.iter().skip(2).filter(is_of).count() {
            terms.iter_mut().filter(|term| term.1 == unit).for_each(|term| term.1 = UnitKind::Count);
        }
    }
    let result = terms.pop()?;
    let digits = exact(result.0.low).bytes().filter(u8::is_ascii_digit).count();
    let exact = result.0.qualifier == Qualifier::Exact && digits < EXACT_DIGITS;
    Some(context.locale.step(&Step { terms, sign: " × ", result, exact }))
}

/// How the value of an entity is given, if it is not exact.
fn given(subject: &Subject<'_>, locale: &Locale, entity: usize) -> Option<&'static str> {
    let qualifier = subject.values.qualifier(entity);
    let is_told = subject.values.value(entity).is_some() && is_hedge(qualifier);
    let word = words(locale).qualifiers.iter().find(|(key, _)| *key == qualifier.word());
    word.filter(|_| is_told).map(|(_, word)| *word)
}

/// A column of the table of entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListColumn {
    Name,
    Code,
    Class,
    Value,
    Given,
}

impl ListColumn {
    /// The column with this number, counted from 1.
    pub(super) fn at(number: usize) -> Option<ListColumn> {
        use ListColumn::{Class, Code, Given, Name, Value};
        [Name, Code, Class, Value, Given].get(number.checked_sub(1)?).copied()
    }
}

/// Where an entity stands in a column: by a number, then by words; classes have their own order. What is missing has no place.
pub(super) fn place_of<'a>(
    subject: &Subject<'a>,
    language: Language,
    column: ListColumn,
    entity: usize,
) -> Option<(f64, &'a str)> {
    let values = subject.values;
    Some(match column {
        ListColumn::Name => (0.0, subject.entities.name(entity, language)),
        ListColumn::Code => (0.0, subject.entities.code(entity)),
        ListColumn::Class => (values.lane(entity, subject.classes.len()) as f64, ""),
        ListColumn::Value => (values.value(entity)?, ""),
        ListColumn::Given => (0.0, given(subject, Locale::of(language), entity)?),
    })
}

fn is_hedge(qualifier: Qualifier) -> bool {
    !matches!(qualifier, Qualifier::Exact | Qualifier::NotGiven)
}

fn classes(frame: &Frame<'_>) -> (Vec<Column>, Vec<Row>) {
    let (subject, words) = (frame.subject, words(frame.context.locale));
    let [class, with, without, least, lower, median, upper, greatest] = words.class_columns;
    let [least, greatest] = subject.ends([least, greatest]);
    let mut columns = vec![Column::words(class), Column::numbers(with, ""), Column::numbers(without, "")];
    let values = [least, lower, median, upper, greatest];
    columns.extend(values.map(|stop| Column::numbers(stop, subject.head)));
    // In a page the list of entities stands below, and sorting is for that.
    columns.iter_mut().for_each(|column| column.sortable = false);
    let lanes = (0..frame.index.lanes()).filter(|lane| {
        let count = frame.index.lane(*lane);
        *lane < subject.classes.len() || count.with + count.without > 0
    });
    let (_, values) = measured(frame.context).unzip();
    let origin = values.map_or("", |values| values.origin.get(frame.context.locale.language));
    let row = |lane: usize| {
        let count = frame.index.lane(lane);
        let mut cells = vec![Cell::Plain(frame.lane_name(lane).to_owned())];
        cells.extend(
            [count.with, count.without]
                .map(|count| Cell::Printed(Figure::new(frame.context.locale.count(count), count as f64))),
        );
        cells.extend(match frame.index.quantiles(&[lane]) {
            Some(found) => {
                let worked_out = render(words.worked_out, &[("n", &frame.counted(count.with))]);
                let printed = |value| match origin {
                    "" => Cell::Printed(frame.cell(lane, value, true)),
                    origin => Cell::derived(frame.cell(lane, value, true), origin.to_owned()),
                };
                let derived = |value| Cell::derived(frame.cell(lane, value, false), worked_out.clone());
                let [mut lower, median, mut upper] = [found.lower, found.median, found.upper].map(derived);
                if !frame.is_quartered(lane) {
                    (lower, upper) = (Cell::Empty, Cell::Empty);
                }
                [printed(found.minimum), lower, median, upper, printed(found.maximum)]
            }
            None => [(); 5].map(|()| Cell::Missing(words.no_value.to_owned())),
        });
        let key = match subject.classes.get(lane) {
            Some(class) => MarkKey::Tier(class.code),
            None => MarkKey::Row("strip", Class::NONE),
        };
        Row { tier: subject.tier(lane), kept: frame.keeps(lane), ..Row::new(key, cells) }
    };
    (columns, lanes.map(row).collect())
}
