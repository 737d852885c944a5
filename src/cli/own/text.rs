//! Problems for people: each with its line, in the manner of compilers.

use std::collections::BTreeSet;

use county_chains_package::{Problem, Severity};

use super::super::terminal::{columns, cut};
use super::files::Checked;
use super::folded::{Fold, folded};
use super::place::Place;

/// How many places of problems that are alike are told.
const PLACES: usize = 5;
/// The least width that a line is cut to.
const NARROWEST: usize = 40;

/// All problems of a dataset, for a terminal of this width.
pub(super) fn problems(checked: &Checked, width: usize) -> String {
    folded(&checked.report.problems).iter().map(|fold| told(checked, fold, width) + "\n").collect()
}

/// What there is in all, in a line.
pub(super) fn summary<'a>(checked: &'a [Checked]) -> String {
    let of = |severity: Severity| {
        let of_one = move |one: &'a Checked| {
            one.report.problems.iter().filter(move |problem| one.severity(problem) == severity)
        };
        checked.iter().flat_map(of_one)
    };
    let kinds: BTreeSet<_> = of(Severity::Error).map(|problem| problem.code).collect();
    let sum = |count: fn(&Checked) -> usize| checked.iter().map(count).sum();
    let mut text = format!(
        "{}, {}: ",
        counted(sum(|one| one.report.files), "file"),
        counted(sum(|one| one.report.rows), "row")
    );
    text += &match of(Severity::Error).count() {
        0 => "no problems".to_owned(),
        count => format!("{} of {}", counted(count, "problem"), counted(kinds.len(), "kind")),
    };
    let warnings = of(Severity::Warning).count();
    if warnings > 0 {
        text += &format!(", {}", counted(warnings, "warning"));
    }
    let omitted = sum(|one| one.report.omitted);
    if omitted > 0 {
        text += &format!(", and {omitted} more that are not listed");
    }
    text + "\n"
}

/// The word of a severity.
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A number of things.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A problem, and where there are more like it.
fn told(checked: &Checked, fold: &Fold<'_>, width: usize) -> String {
    use county_chains_data::word::Keyword as _;
    let problem = fold.first;
    let place = checked.place(problem);
    let severity = word(checked.severity(problem));
    let mut lines = vec![format!("{severity}[{}]: {}", problem.code.word(), problem.message)];
    lines.push(format!("  --> {}", whereabouts(checked, problem, place.as_ref())));
    let gutter = " ".repeat(problem.line.to_string().len());
    let mut expected = problem.allowed.clone();
    if let Some(place) = &place {
        let room = width.max(NARROWEST).saturating_sub(gutter.len() + 3);
        let (text, before, carets) = window(place, room);
        lines.push(format!("{} | {text}", problem.line));
        if carets > 0 {
            let mut under = format!("{gutter} | {}{}", " ".repeat(before), "^".repeat(carets));
            let label = format!(" expected {expected}");
            if !expected.is_empty() && before + carets + columns(&label) <= room {
                under += &label;
                expected.clear();
            }
            lines.push(under);
        }
    }
    if !expected.is_empty() {
        lines.push(format!("{gutter} = expected {expected}"));
    }
    if !problem.help.is_empty() {
        lines.push(format!("{gutter} = help: {}", problem.help));
    }
    lines.extend(others(fold).map(|others| format!("{gutter} = {others}")));
    lines.iter().map(|line| printable(line) + "\n").collect()
}

/// `data/a.csv:57, column 4 (income_group)  /resources/0/data/56/3`
fn whereabouts(checked: &Checked, problem: &Problem, place: Option<&Place>) -> String {
    let mut text = checked.path_of(&problem.file).display().to_string();
    if problem.line > 0 {
        text += &format!(":{}", problem.line);
    }
    if problem.column > 0 {
        text += &format!(", column {}", problem.column);
    }
    if let Some(place) = place.filter(|place| !place.column.is_empty()) {
        text += &format!(" ({})", cut(&place.column, NARROWEST));
    }
    if !problem.pointer.is_empty() {
        text += &format!("  {}", problem.pointer);
    }
    text
}

/// Where else there are problems that are alike: `12 more like it: line 61 “low”, line 80 …`.
fn others(fold: &Fold<'_>) -> Option<String> {
    let count = fold.rest.len();
    if count == 0 {
        return None;
    }
    let place = |problem: &&Problem| {
        let found = if problem.found == fold.first.found || problem.found.is_empty() {
            String::new()
        } else {
            format!(" (“{}”)", cut(&problem.found, NARROWEST / 2))
        };
        match problem.line {
            0 => format!("{}{found}", problem.pointer),
            line => format!("line {line}{found}"),
        }
    };
    let told = PLACES - 1;
    let places: Vec<String> = fold.rest.iter().take(told).map(place).collect();
    let end = if count > told { ", …" } else { "" };
    Some(format!("{count} more like it: {}{end}", places.join(", ")))
}

/// As much of a line as there is room for around the place, how many columns come before the place, and how many it has.
fn window(place: &Place, room: usize) -> (String, usize, usize) {
    let characters: Vec<char> = place.text.chars().map(shown).collect();
    let wide = |from: usize, to: usize| -> usize {
        columns(&characters.get(from..to).unwrap_or_default().iter().collect::<String>())
    };
    let span = place.span.clone().unwrap_or(0..0);
    let carets = if place.span.is_some() { wide(span.start, span.end).max(1) } else { 0 };
    let mut start = 0;
    // Begins later where the place would be cut off; a third of the room shows what stands before it.
    if wide(0, span.end) + 1 > room {
        let before = (room / 3).min(room.saturating_sub(carets + 2));
        start = span.start;
        while start > 0 && wide(start - 1, span.start) <= before {
            start -= 1;
        }
    }
    let text: String = characters.get(start..).unwrap_or_default().iter().collect();
    let (text, sign) = if start > 0 { (format!("…{text}"), 1) } else { (text, 0) };
    let before = sign + wide(start, span.start);
    (cut(&text, room), before, carets.min(room.saturating_sub(before)))
}

/// A character as a terminal may print it: one that controls device or direction would do more than stand there.
fn shown(character: char) -> char {
    let directs =
        matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    match character {
        '\t' => ' ',
        _ if character.is_control() || directs => '\u{FFFD}',
        _ => character,
    }
}

/// A text as a terminal may print it.
pub(super) fn printable(line: &str) -> String {
    line.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, span: std::ops::Range<usize>) -> Place {
        Place { text: text.to_owned(), span: Some(span), column: String::new() }
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let line = "AGO,安哥拉,Upper";
        assert_eq!(window(&at(line, 8..13), 80), (line.to_owned(), 11, 5));
        assert_eq!(window(&at(line, 4..7), 80), (line.to_owned(), 4, 6));
        assert_eq!(window(&at("a,,c", 2..2), 80), ("a,,c".to_owned(), 2, 1), "an empty cell has a caret");
    }

    #[test]
    fn a_long_line_shows_the_place_and_what_stands_around_it() {
        let line = format!("{}HERE{}", "县".repeat(100), "b".repeat(100));
        for room in 40..60 {
            let (text, before, carets) = window(&at(&line, 100..104), room);
            assert!(columns(&text) <= room && text.starts_with('…') && text.ends_with('…'), "{text}");
            let start: String = text.chars().take_while(|character| *character != 'H').collect();
            assert_eq!((columns(&start), carets), (before, 4));
            assert!(before > 9, "{before} columns of what stands before");
        }
        let (text, before, carets) = window(&at(&line, 0..204), 40);
        assert_eq!((columns(&text), before, carets), (39, 0, 40));
    }

    #[test]
    fn nothing_in_a_file_speaks_to_the_terminal() {
        assert_eq!(printable("a\u{1B}[31mb\u{202E}c\td"), "a\u{FFFD}[31mb\u{FFFD}c d");
    }
}
