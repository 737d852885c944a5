//! The facts behind the charts: as a table, as JSON, as CSV.

use std::io::IsTerminal as _;

use serde_json::Value;

use super::args::{FactsArgs, FactsFormat};
use super::data::Data;
use super::terminal::{columns, cut, padded, width};
use super::{Failure, output, say};
use crate::chart::{ChartContext, Layout, describe, tagged};
use crate::dataset::{Dataset, Fact};
use crate::locale::Locale;
use crate::paint;
use crate::search::Query;

/// Lists the facts that the arguments ask for.
pub(super) fn facts(data: &Data, args: &FactsArgs) -> Result<(), Failure> {
    let dataset = data.dataset;
    let query = Query::new(args.search.as_deref().unwrap_or_default());
    let is_found = |fact: &&Fact| query.fact(dataset, fact).is_some();
    let found: Vec<&Fact> = dataset.facts.iter().filter(is_found).collect();
    if let Some(text) = &args.search {
        let all = dataset.facts.len();
        match found.len() {
            0 => say(&format!("none of the {all} facts contains \"{text}\"")),
            count => say(&format!("{count} of {all} facts")),
        }
    }
    let text = match args.format {
        FactsFormat::Table => table(dataset, &found, Locale::about(dataset, data.language(args.lang))),
        FactsFormat::Json => json(dataset, &found),
        FactsFormat::Csv => csv(dataset, &found),
    };
    output::to_stdout(text.as_bytes())
}

/// The dataset as published, its facts being those found.
fn json(dataset: &Dataset, found: &[&Fact]) -> String {
    let mut published = paint::dataset_json(dataset);
    if let Some(Value::Array(facts)) = published.get_mut("facts") {
        let is_found =
            |fact: &Value| found.iter().any(|one| fact.get("id").and_then(Value::as_str) == Some(one.id));
        facts.retain(is_found);
    }
    format!("{published:#}\n")
}

fn csv(dataset: &Dataset, found: &[&Fact]) -> String {
    let facts = found.iter().map(|fact| (*fact).clone()).collect();
    paint::facts_csv(&Dataset { facts, ..dataset.clone() })
}

/// A line for each fact. What is said stands last: it is the only column that may be cut, and in a pipe
/// or file, where nothing is cut, nothing has to be padded to the longest sentence.
fn table(dataset: &Dataset, found: &[&Fact], locale: &'static Locale) -> String {
    if found.is_empty() {
        return String::new();
    }
    let place = if dataset.is_own { "PLACE" } else { "PARA." };
    let head = ["ID", "PERIOD", place, "FACT"].map(str::to_owned);
    let lines: Vec<[String; 4]> =
        std::iter::once(head).chain(found.iter().map(|fact| line(dataset, fact, locale))).collect();
    let widest =
        |pick: fn(&[String; 4]) -> &String| lines.iter().map(|line| columns(pick(line))).max().unwrap_or(0);
    let (id, period, paragraph) =
        (widest(|[id, ..]| id), widest(|[_, period, ..]| period), widest(|[_, _, p, _]| p));
    let limit = if std::io::stdout().is_terminal() { width() } else { usize::MAX };
    let mut text = String::new();
    for [a, b, c, said] in &lines {
        let whole = format!("{}  {}  {}  {said}", padded(a, id), padded(b, period), padded(c, paragraph));
        text.push_str(cut(&whole, limit).trim_end());
        text.push('\n');
    }
    text
}

fn line(dataset: &Dataset, fact: &Fact, locale: &'static Locale) -> [String; 4] {
    let told = describe(&ChartContext::of(dataset, locale, Layout::whole(0.0)), fact);
    let said = tagged(locale, &told);
    let said = match told.subject {
        subject if fact.is_figure && !subject.is_empty() => format!("{subject}{}{said}", locale.ui.colon),
        _ => said,
    };
    let place = match fact.paragraph {
        0 => String::new(),
        number if dataset.is_own => number.to_string(),
        number => format!("¶{number}"),
    };
    [fact.id.to_owned(), told.period, place, said]
}
