//! The same data as a table: entity by entity where they are few, else class by class.

use super::frame::Frame;
use super::shape::MOST_DOTS;
use super::subject::Class;
use super::words::words;
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::locale::render;
use crate::quantity::Qualifier;
use crate::scene::MarkKey;
use crate::word::Keyword;

pub(super) fn table(frame: &Frame<'_>) -> Table {
    let (subject, words) = (frame.subject, words(frame.context.locale));
    let template = if subject.period.is_empty() { words.caption_undated } else { words.caption };
    let caption = render(template, &[("title", subject.title), ("period", subject.period)]);
    let few = subject.values.values.len() <= MOST_DOTS;
    let (columns, rows) = if few { entities(frame) } else { classes(frame) };
    Table { caption, columns, rows, footer: Vec::new() }
}

/// A figure in the table, as it is written there.
fn figure(frame: &Frame<'_>, value: f64) -> Figure {
    Figure::new((frame.subject.bare)(value), value)
}

fn entities(frame: &Frame<'_>) -> (Vec<Column>, Vec<Row>) {
    let (subject, words) = (frame.subject, words(frame.context.locale));
    let [name, code, class, given] = words.entity_columns;
    let hedged = subject.values.qualifiers.iter().any(|qualifier| is_hedge(*qualifier));
    let mut columns = [name, code, class].map(Column::words).to_vec();
    columns.push(Column::numbers(subject.title, subject.unit));
    if hedged {
        columns.push(Column::words(given));
    }
    let row = |entity: usize| {
        let lane = subject.values.lane(entity, subject.classes.len());
        let text = |text: &str| Cell::Plain(text.to_owned());
        let code = subject.entities.code(entity);
        let mut cells = vec![
            text(subject.entities.name(entity, frame.context.locale.language)),
            text(code),
            text(frame.lane_name(lane)),
        ];
        let value = subject.values.value(entity);
        cells.push(match value {
            Some(value) => Cell::Printed(figure(frame, value)),
            None => Cell::Missing(words.no_value.to_owned()),
        });
        if hedged {
            let qualifier = subject.values.qualifier(entity);
            let is_told = value.is_some() && is_hedge(qualifier);
            let word = words.qualifiers.iter().find(|(key, _)| *key == qualifier.word());
            cells.push(word.filter(|_| is_told).map_or(Cell::Empty, |(_, word)| text(word)));
        }
        let key = MarkKey::County(code);
        Row { tier: subject.tier(lane), kept: frame.keeps(lane), ..Row::new(key, cells) }
    };
    (columns, (0..subject.values.values.len()).map(row).collect())
}

fn is_hedge(qualifier: Qualifier) -> bool {
    !matches!(qualifier, Qualifier::Exact | Qualifier::NotGiven)
}

fn classes(frame: &Frame<'_>) -> (Vec<Column>, Vec<Row>) {
    let (subject, words) = (frame.subject, words(frame.context.locale));
    let [class, with, without, values @ ..] = words.class_columns;
    let mut columns = vec![Column::words(class), Column::numbers(with, ""), Column::numbers(without, "")];
    columns.extend(values.map(|stop| Column::numbers(stop, subject.unit)));
    let lanes = (0..frame.index.lanes()).filter(|lane| {
        let count = frame.index.lane(*lane);
        *lane < subject.classes.len() || count.with + count.without > 0
    });
    let row = |lane: usize| {
        let count = frame.index.lane(lane);
        let mut cells = vec![Cell::Plain(frame.lane_name(lane).to_owned())];
        cells.extend([count.with, count.without].map(|count| Cell::Printed(Figure::count(count))));
        cells.extend(match frame.index.quantiles(&[lane]) {
            Some(found) => {
                let worked_out = render(words.worked_out, &[("n", &frame.counted(count.with))]);
                let printed = |value| Cell::Printed(figure(frame, value));
                let derived = |value| Cell::derived(figure(frame, value), worked_out.clone());
                let [lower, median, upper] = [found.lower, found.median, found.upper].map(derived);
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
