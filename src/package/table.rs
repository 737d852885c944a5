//! Feeds a table with bytes or with data of the descriptor, and hands its rows on.

use jsonc_parser::ast::Value as Json;

use crate::csv::{Csv, Row, Step};
use crate::log::At;
use crate::plan::Table;
use crate::rows::Rows;
use crate::values::Context;
use crate::walk::Node;
use crate::{Code, json, limits, source};

/// How many bytes show what a file is.
const HEAD: usize = 64;

/// So many rows show how long the others are.
const SEEN: usize = 1_000;

/// A table that is being read.
#[derive(Debug)]
pub(crate) struct Reader {
    csv: Csv,
    /// The first bytes, until there are enough to know what the file is.
    head: Vec<u8>,
    has_begun: bool,
    pub(crate) rows: Rows,
    /// CSV of the descriptor, and how much of it is read.
    inside: Vec<u8>,
    at: usize,
    /// How many bytes the file will have, if somebody has said so, and how many have come.
    pub(crate) expected: usize,
    fed: usize,
}

impl Reader {
    pub(crate) fn new(table: &Table) -> Reader {
        let mut rows = Rows::default();
        if table.is_lost {
            rows.stop();
        }
        Reader {
            csv: Csv::new(table.dialect),
            head: Vec::new(),
            has_begun: false,
            rows,
            inside: Vec::new(),
            at: 0,
            expected: 0,
            fed: 0,
        }
    }

    /// The next bytes of the file.
    pub(crate) fn feed(&mut self, context: &mut Context, bytes: &[u8]) {
        if self.rows.has_ended || bytes.is_empty() {
            return;
        }
        self.fed += bytes.len();
        if self.has_begun {
            return self.read(context, Some(bytes));
        }
        self.head.extend_from_slice(bytes);
        if self.head.len() >= HEAD {
            self.begin(context);
        }
    }

    /// Goes on with CSV that the descriptor holds, by about so many bytes. Says whether more is left.
    pub(crate) fn go_on(&mut self, context: &mut Context, bytes: usize) -> bool {
        if self.inside.is_empty() {
            return false;
        }
        let inside = std::mem::take(&mut self.inside);
        let end = self.at.saturating_add(bytes).min(inside.len());
        self.expected = inside.len();
        self.feed(context, inside.get(self.at..end).unwrap_or_default());
        let is_left = end < inside.len() && !self.rows.has_ended;
        if is_left {
            (self.inside, self.at) = (inside, end);
        }
        is_left
    }

    /// Makes room for all rows, when enough have been seen to know about how many there will be. So many of the bytes that
    /// have come are still to be read.
    fn make_room(&mut self, left: usize) {
        let read = self.fed.saturating_sub(left);
        let left = self.expected.saturating_sub(read) as f64 / read.max(1) as f64 * self.rows.count as f64;
        self.rows.reserve((left * 1.02) as usize);
    }

    fn begin(&mut self, context: &mut Context) {
        self.has_begun = true;
        let head = std::mem::take(&mut self.head);
        let bytes = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        match source::kind(bytes) {
            Some((found, help)) => {
                let at = whole(context.table);
                context.log.tell(at, Code::SourceType, found, "CSV", "the file is {}, not CSV", help);
                self.rows.stop();
            }
            None if !bytes.is_empty() => self.read(context, Some(bytes)),
            None => {}
        }
    }

    fn step(&mut self, bytes: &mut Option<&[u8]>) -> Step {
        match bytes {
            Some(bytes) => self.csv.step(bytes),
            None => self.csv.finish(),
        }
    }

    /// Reads bytes; `None` is the end of the file.
    fn read(&mut self, context: &mut Context, mut bytes: Option<&[u8]>) {
        while !self.rows.has_ended {
            let mut step = self.step(&mut bytes);
            if step == Step::Row {
                match self.csv.row() {
                    Ok(row) => {
                        self.rows.row(context, &row);
                        if self.rows.count == SEEN && self.expected > 0 {
                            self.make_room(bytes.map_or(0, <[u8]>::len));
                        }
                        continue;
                    }
                    Err(found) => step = found,
                }
            }
            let (code, (line, cell), found, message) = match step {
                Step::More | Step::End | Step::Row => return,
                Step::StrayQuote(line, cell) => (
                    Code::StrayQuote,
                    (line, cell),
                    self.csv.cell(cell),
                    "a quotation mark stands in a cell that has none around it",
                ),
                Step::UnclosedQuote(line, cell) => (
                    Code::UnclosedQuote,
                    (line, cell),
                    self.csv.cell(cell),
                    "a quotation mark opens a cell that does not end",
                ),
                Step::Encoding(line, cell) => (
                    Code::Encoding,
                    (line, cell),
                    "a byte that is no UTF-8".to_owned(),
                    "the file is in another encoding",
                ),
            };
            let (allowed, help) = match code {
                Code::Encoding => ("UTF-8", r#"save it as UTF-8, or declare it: "encoding": "gb18030""#),
                _ => ("quotation marks around the whole cell, each inside of it twice", ""),
            };
            let mut at = whole(context.table);
            (at.column, at.row) = (cell, self.csv.number() + 1);
            if context.table.file > 0 {
                at.line = line;
            }
            context.log.tell(at, code, &found, allowed, message, help);
            match code {
                Code::StrayQuote => self.rows.is_broken = true,
                _ => self.rows.stop(),
            }
        }
    }

    /// The file has ended.
    pub(crate) fn finish(&mut self, context: &mut Context) {
        if !self.has_begun && !self.rows.has_ended {
            self.begin(context);
        }
        if !self.rows.has_ended {
            self.read(context, None);
        }
        self.rows.finish(context);
    }

    /// Reads the data that the descriptor holds.
    pub(crate) fn inline(&mut self, context: &mut Context, data: &Node) {
        match data.value {
            Json::StringLit(text) => self.inside = text.value.as_bytes().to_vec(),
            Json::Array(array) if array.elements.is_empty() => {}
            Json::Array(array) => {
                let mut buffer = Buffer::default();
                if let (Some(Json::Object(_)), false) = (array.elements.first(), self.has_begun) {
                    buffer.take_labels(&array.elements);
                    self.has_begun = true;
                    self.rows.row(context, &buffer.row(0));
                }
                self.has_begun = true;
                for (number, value) in array.elements.iter().enumerate() {
                    let number = number + usize::from(!buffer.labels.is_empty());
                    if self.rows.has_ended {
                        break;
                    }
                    if let Err(wrong) = buffer.take(value) {
                        self.no_row(context, wrong, std::ptr::eq(wrong, value), !buffer.labels.is_empty());
                        continue;
                    }
                    self.rows.row(context, &buffer.row(number));
                }
            }
            _ => {
                let message = "“data” has another type";
                let allowed = "a list of lists, a list of objects, or CSV as a text";
                context.log.tell(data.at(), Code::TypeError, &found(data.value), allowed, message, "");
                self.rows.stop();
            }
        }
    }

    /// Tells a value that is no row, or none of its cells.
    fn no_row(&mut self, context: &mut Context, value: &Json, is_row: bool, is_object: bool) {
        let (allowed, message) = match (is_row, is_object) {
            (false, _) => ("a text, a number, true, false or null", "a cell has another type"),
            (true, true) => ("an object of values", "a row has another type"),
            (true, false) => ("a list of values", "a row has another type"),
        };
        let at = json::at(json::start(value));
        context.log.tell(at, Code::TypeError, &found(value), allowed, message, "");
        self.rows.is_broken = true;
    }
}

/// What a value is that should be another.
fn found(value: &Json) -> String {
    match value {
        Json::Object(_) => "an object".to_owned(),
        Json::Array(_) => "a list".to_owned(),
        Json::NullKeyword(_) => "null".to_owned(),
        _ => json::cell_text(value).unwrap_or_default().into_owned(),
    }
}

/// The place of a table as a whole.
pub(crate) fn whole(table: &Table) -> At {
    At { file: table.file, line: if table.file == 0 { table.data } else { 1 }, ..At::default() }
}

fn is_number(value: &Json) -> bool {
    matches!(value, Json::NumberLit(_))
}

/// A row of the descriptor, with its cells one behind the other.
#[derive(Default)]
struct Buffer<'a> {
    labels: Vec<&'a str>,
    text: String,
    ends: Vec<usize>,
    bytes: Vec<usize>,
    numbers: Vec<bool>,
    start: usize,
}

impl<'a> Buffer<'a> {
    /// The names of columns: all names of the first hundred objects.
    fn take_labels(&mut self, rows: &'a [Json<'a>]) {
        self.start = rows.first().map_or(0, json::start);
        for row in rows.iter().take(100) {
            let Json::Object(object) = row else { continue };
            for property in &object.properties {
                let label = property.name.as_str();
                if !self.labels.contains(&label) && self.labels.len() <= limits::COLUMNS {
                    self.labels.push(label);
                    self.push(label, property.range.start, false);
                }
            }
        }
    }

    fn row(&self, number: usize) -> Row<'_> {
        let Buffer { text, ends, bytes, numbers, start, .. } = self;
        Row { number, line: 0, text, ends, gap: 0, bytes, numbers, start: *start }
    }

    fn push(&mut self, text: &str, byte: usize, is_number: bool) {
        self.numbers.push(is_number);
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.bytes.push(byte);
    }

    /// Takes a row; `Err` is what is none, or no cell of it.
    fn take(&mut self, row: &'a Json<'a>) -> Result<(), &'a Json<'a>> {
        self.text.clear();
        self.ends.clear();
        self.bytes.clear();
        self.numbers.clear();
        self.start = json::start(row);
        match row {
            Json::Array(array) if self.labels.is_empty() => {
                for value in &array.elements {
                    let text = json::cell_text(value).ok_or(value)?;
                    self.push(&text, json::start(value), is_number(value));
                }
                Ok(())
            }
            Json::Object(object) if !self.labels.is_empty() => {
                let mut wrong = Ok(());
                for at in 0..self.labels.len() {
                    let label = self.labels.get(at).copied().unwrap_or_default();
                    let property =
                        object.properties.iter().rev().find(|property| property.name.as_str() == label);
                    let start = property.map_or(object.range.start, |property| json::start(&property.value));
                    let text = property.map_or(Some("".into()), |property| json::cell_text(&property.value));
                    if let (None, Some(property), Ok(())) = (&text, property, wrong) {
                        wrong = Err(&property.value);
                    }
                    let is_number = property.is_some_and(|property| is_number(&property.value));
                    self.push(&text.unwrap_or_default(), start, is_number);
                }
                wrong
            }
            _ => Err(row),
        }
    }
}
