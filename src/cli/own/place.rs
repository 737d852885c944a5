//! Where in the text of its file a problem is: its line, and which characters of it.

use std::ops::Range;
use std::sync::OnceLock;

use county_chains_package::{Problem, Wanted};

/// A file of a dataset.
pub(super) struct Source {
    /// What problems call it.
    pub(super) name: String,
    bytes: Vec<u8>,
    /// How the cells of a table are written; nothing in JSON.
    cells: Option<Cells>,
    /// Where each line begins; found out once somebody asks.
    starts: OnceLock<Vec<usize>>,
}

/// How the cells of a table are written.
struct Cells {
    /// What separates them, and the quotation mark around them.
    signs: [char; 2],
    /// The names of columns, where the first row does not hold them.
    labels: Option<Vec<String>>,
}

/// A place in a line, in characters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The line.
    pub(super) text: String,
    /// The characters that the problem is about; nothing where it is about no part of the line.
    pub(super) span: Option<Range<usize>>,
    /// The name of the column.
    pub(super) column: String,
}

impl Source {
    pub(super) fn json(name: &str, bytes: Vec<u8>) -> Source {
        Source { name: name.to_owned(), bytes, cells: None, starts: OnceLock::new() }
    }

    pub(super) fn table(wanted: &Wanted, bytes: Vec<u8>) -> Source {
        let mut source = Source::json(&wanted.path, bytes);
        let first = source.line(1);
        let delimiter = if first.contains(wanted.delimiter) { wanted.delimiter } else { separator(&first) };
        source.cells = Some(Cells { signs: [delimiter, wanted.quote], labels: wanted.labels.clone() });
        source
    }

    /// The place of a problem in this file.
    pub(super) fn place(&self, problem: &Problem) -> Option<Place> {
        let text = self.line(problem.line);
        if problem.line == 0 || text.is_empty() && problem.column == 0 {
            return None;
        }
        let span = match &self.cells {
            Some(cells) => cell(&text, cells.signs, problem.column),
            None => token(&text, problem.column),
        };
        let column = self.column(problem.column);
        Some(Place { text, span, column })
    }

    /// The name of the column with this number; empty where it has none.
    fn column(&self, number: usize) -> String {
        let Some(cells) = &self.cells else { return String::new() };
        if let Some(labels) = &cells.labels {
            return number.checked_sub(1).and_then(|at| labels.get(at)).cloned().unwrap_or_default();
        }
        let header = self.line(1);
        let span = cell(&header, cells.signs, number);
        let name = span.map(|span| header.chars().skip(span.start).take(span.len()).collect::<String>());
        name.unwrap_or_default().trim().trim_matches(cells.signs[1]).to_owned()
    }

    /// A line by its number from 1, without its end.
    fn line(&self, number: usize) -> String {
        let starts = self.starts.get_or_init(|| starts(&self.bytes));
        let Some(start) = number.checked_sub(1).and_then(|index| starts.get(index)) else {
            return String::new();
        };
        let end = starts.get(number).copied().unwrap_or(self.bytes.len());
        let line = String::from_utf8_lossy(self.bytes.get(*start..end).unwrap_or_default()).into_owned();
        line.trim_end_matches(['\r', '\n']).trim_start_matches('\u{FEFF}').to_owned()
    }
}

/// Where lines begin. They end with a line feed, a carriage return or both.
fn starts(bytes: &[u8]) -> Vec<usize> {
    let mut starts = vec![0];
    for (index, byte) in bytes.iter().enumerate() {
        let ends = match byte {
            b'\n' => true,
            b'\r' => bytes.get(index + 1) != Some(&b'\n'),
            _ => false,
        };
        if ends {
            starts.push(index + 1);
        }
    }
    starts
}

/// The separator that is in a header most often.
fn separator(header: &str) -> char {
    let count = |separator: &char| header.matches(*separator).count();
    // The last of equals wins.
    ['|', '\t', ';', ','].into_iter().max_by_key(count).unwrap_or(',')
}

/// The characters of the cell with this number, quotation marks included.
fn cell(line: &str, [delimiter, quote]: [char; 2], number: usize) -> Option<Range<usize>> {
    let (mut current, mut start, mut is_quoted, mut length) = (1, 0, false, 0);
    for (index, character) in line.chars().enumerate() {
        length = index + 1;
        if character == quote {
            is_quoted = !is_quoted;
        } else if character == delimiter && !is_quoted {
            if current == number {
                return Some(start..index);
            }
            current += 1;
            start = index + 1;
        }
    }
    (current == number).then_some(start..length)
}

/// The characters of the value or mark of JSON at this column.
fn token(line: &str, column: usize) -> Option<Range<usize>> {
    let start = column.checked_sub(1)?;
    let mut rest = line.chars().skip(start);
    let first = rest.next()?;
    let length = match first {
        '"' => {
            let mut is_escaped = false;
            let end = rest.position(|character| {
                let ends = character == '"' && !is_escaped;
                is_escaped = character == '\\' && !is_escaped;
                ends
            });
            end.map_or(1, |end| end + 2)
        }
        _ if first.is_ascii_alphanumeric() || matches!(first, '-' | '+') => {
            1 + rest
                .take_while(|next| next.is_ascii_alphanumeric() || matches!(next, '-' | '+' | '.'))
                .count()
        }
        _ => 1,
    };
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_behind_quotes_and_wide_characters() {
        let comma = [',', '"'];
        assert_eq!(cell("AGO,安哥拉,\"a, b\",x", comma, 2), Some(4..7));
        assert_eq!(cell("AGO,安哥拉,\"a, b\",x", comma, 3), Some(8..14));
        assert_eq!(cell("a,,c", comma, 2), Some(2..2));
        assert_eq!(cell("a,b", comma, 2), Some(2..3));
        assert_eq!(cell("a,", comma, 2), Some(2..2));
        assert_eq!(cell("a,b", comma, 3), None);
        assert_eq!(cell("a;b", [separator("code;name;sum, in all"), '"'], 2), Some(2..3));
        assert_eq!(cell("H1,'Gen, \"x',1x", [',', '\''], 3), Some(13..15));
    }

    #[test]
    fn values_of_json_are_found_whole() {
        assert_eq!(token(r#"  "a": "b\"c","#, 8), Some(7..13));
        assert_eq!(token("{\"a\": -1.5e3}", 7), Some(6..12));
        assert_eq!(token("{}", 1), Some(0..1));
        assert_eq!(token("{}", 0), None);
        assert_eq!(token("\"no end", 1), Some(0..1));
    }

    #[test]
    fn lines_end_as_files_of_any_system_end_them() {
        for text in ["\u{FEFF}a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d"] {
            let wanted = Wanted { path: "a.csv".to_owned(), delimiter: ',', quote: '"', ..Wanted::default() };
            let source = Source::table(&wanted, text.as_bytes().to_vec());
            assert_eq!([source.line(0), source.line(1), source.line(2)], ["", "a,b", "c,d"]);
            assert_eq!((source.column(2), source.column(3)), ("b".to_owned(), String::new()));
        }
    }
}
