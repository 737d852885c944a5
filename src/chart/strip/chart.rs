//! The strip as one of the charts, filled in from a dataset.

use std::ops::Range;

use super::subject::measured;
use super::table::list;
use super::words::words;
use super::{Class, Entities, LIVE_COLUMN, Nature, STILL_COLUMN, Strip, Subject, Values};
use crate::chart::headline::brought;
use crate::chart::table::{Figure, Table};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note};
use crate::dataset::{Dataset, Digits, Indicator, UnitKind};
use crate::language::Language;
use crate::locale::{own_words, render};
use crate::quantity::Quantity;
use crate::scene::{MarkKey, Scene};

/// How the entities of each class are distributed.
pub(in crate::chart) struct Distribution;

impl Chart for Distribution {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        dataset.county_values.iter().any(|values| values.values.iter().any(|value| value.is_finite()))
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Dims
    }

    fn offers(&self, dataset: &Dataset, indicator: &Indicator) -> bool {
        dataset.county_values.iter().any(|values| values.indicator == indicator.id)
    }

    fn is_calculated(&self, context: &ChartContext<'_>, indicator: &Indicator) -> bool {
        let all = &context.dataset.county_values;
        all.iter().any(|values| values.indicator == indicator.id && !values.origin.is_empty())
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let headline = ask(context, |strip| strip.headline());
        let headline = headline.unwrap_or_else(|| Headline::new(String::new(), String::new()));
        let indicator = measured(context).map_or("", |(indicator, _)| indicator.id);
        brought(context, "strip", indicator, headline)
    }

    fn title(&self, context: &ChartContext<'_>) -> Option<(String, String)> {
        let (indicator, _) = measured(context)?;
        let language = context.locale.language;
        Some((indicator.title.get(language).to_owned(), indicator.period.get(language).to_owned()))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        let scene = ask(context, |strip| strip.draw_nameless()).unwrap_or_default();
        Scene { name: self.headline(context).heading, ..scene }
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        let mut notes = ask(context, |strip| strip.notes()).unwrap_or_default();
        notes.extend(crate::chart::told::notes(context, "strip"));
        notes
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        ask(context, |strip| strip.table()).unwrap_or_default()
    }

    fn listed(&self, context: &ChartContext<'_>, rows: Range<usize>) -> Option<Table> {
        let mut table = None;
        with_subject(context, &mut |_, subject| {
            let rows = rows.start..rows.end.min(subject.values.values.len());
            table = subject.is_long().then(|| list(context, subject, &mut rows.clone()));
        });
        table
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        let row = |code| {
            let facts = context.dataset.facts_of(code).filter(|fact| fact.counties.len() == 1);
            ChartRow { key: MarkKey::County(code), facts: facts.map(|fact| fact.id).collect() }
        };
        let told = context.dataset.facts.iter().flat_map(|fact| &fact.counties);
        let mut codes: Vec<&'static str> = told.copied().collect();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().map(row).collect()
    }
}

/// Rows of a long table, with what is said around them.
pub struct Listed {
    /// The rows.
    pub table: Table,
    /// How many there are in all.
    pub count: String,
    /// The name of the field in which readers look for some.
    pub search: &'static str,
}

/// Some entities as a table, of so many that are listed; `found` if these are not all.
pub fn list_of(context: &ChartContext<'_>, entities: &[usize], count: usize, found: bool) -> Option<Listed> {
    let mut listed = None;
    with_subject(context, &mut |_, subject| {
        let words = words(context.locale);
        let counted = context.locale.counted(count as f64, &subject.noun);
        listed = Some(Listed {
            table: list(context, subject, &mut entities.iter().copied()),
            count: if found { render(words.found, &[("n", &counted)]) } else { counted },
            search: words.search,
        });
    });
    listed
}

/// What the strip of a context answers.
pub fn ask<T>(context: &ChartContext<'_>, answer: impl FnOnce(&Strip<'_>) -> T) -> Option<T> {
    let (mut answer, mut answered) = (Some(answer), None);
    with_strip(context, &mut |strip| answered = answer.take().map(|answer| answer(strip)));
    answered
}

/// Not generic, so that the program has it once.
fn with_strip(context: &ChartContext<'_>, work: &mut dyn FnMut(&Strip<'_>)) {
    with_subject(context, &mut |indicator, subject| {
        let values = subject.values;
        let strip = match context.indexes {
            Some(indexes) => Strip::with(context, subject, || {
                let axis = Strip::axis(context, subject, column(context));
                indexes.index(indicator, values, subject.classes.len(), axis)
            }),
            None => Strip::new(context, subject, column(context)),
        };
        work(&strip);
    });
}

/// Goes on making the index that the strip of a context needs, by about so many rows. Says whether more is left.
pub fn prepare(context: &ChartContext<'_>, rows: usize) -> bool {
    let mut more = false;
    with_subject(context, &mut |indicator, subject| {
        let axis = Strip::axis(context, subject, column(context));
        let (values, classes) = (subject.values, subject.classes.len());
        more = context.indexes.is_some_and(|indexes| indexes.prepare(indicator, values, classes, axis, rows));
    });
    more
}

/// How wide columns are.
fn column(context: &ChartContext<'_>) -> f64 {
    if context.is_live { LIVE_COLUMN } else { STILL_COLUMN }
}

/// Hands over what is told of the strip of a context, and the id of its indicator.
pub fn with_subject(context: &ChartContext<'_>, work: &mut dyn FnMut(&'static str, &Subject<'_>)) {
    let Some((indicator, values)) = measured(context) else { return };
    let (dataset, locale) = (context.dataset, context.locale);
    let rows = dataset.tiers.iter();
    let classes: Vec<Class<'_>> =
        rows.map(|row| Class { code: row.code, name: row.name.get(locale.language) }).collect();
    let figure = |value: f64| locale.quantity(&Quantity::printed(value), indicator);
    let bare = |value: f64| locale.tick(value, indicator);
    let cell = |value: f64| {
        let text = locale.cell(&Quantity::printed(value), indicator);
        Figure::new(text, locale.scaled(value, indicator.kind))
    };
    let (title, period) = (indicator.title.get(locale.language), indicator.period.get(locale.language));
    let dated = [("title", title), ("period", period)];
    let dated = render(own_words(locale.language).headlines.dated, &dated);
    let subject = Subject {
        // A heading that is quoted alone says when it holds.
        title: if period.is_empty() { title } else { &dated },
        period: "",
        unit: locale.axis_unit(context.unit_name(indicator), indicator),
        head: context.unit_name(indicator),
        noun: dataset.counting_indicator().map(|counting| counting.noun).unwrap_or_default(),
        classes: &classes,
        values: Values {
            values: &values.values,
            classes: &dataset.county_tiers,
            qualifiers: &values.qualifiers,
        },
        entities: dataset,
        is_log: indicator.is_log,
        nature: match indicator.digits {
            _ if indicator.kind == UnitKind::Rank => Nature::Rank,
            Digits::Year => Nature::Year,
            _ => Nature::Number,
        },
        figure: &figure,
        bare: &bare,
        cell: &cell,
    };
    work(values.indicator, &subject);
}

impl Entities for Dataset {
    fn code(&self, entity: usize) -> &'static str {
        self.counties.get(entity).map_or("", |county| county.code)
    }

    fn place(&self, code: &str) -> Option<usize> {
        self.county_place(code)
    }

    fn name(&self, entity: usize, language: Language) -> &'static str {
        self.counties.get(entity).map_or("", |county| county.name.get(language))
    }
}
