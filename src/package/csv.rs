//! Cuts the bytes of a CSV file, which come in pieces of any length, into rows.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// How a file separates its cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    /// Between two cells.
    pub(crate) delimiter: u8,
    /// Around a cell.
    pub(crate) quote: u8,
    /// Whether the first row holds the names of the columns.
    pub(crate) header: bool,
}

/// So many bytes of a cell are enough to know it by.
const SHOWN: usize = 400;

/// A row, with the places of its cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// Its number; the header is 0.
    pub(crate) number: usize,
    /// Its first line; 0 inside of the descriptor.
    pub(crate) line: usize,
    /// All its cells.
    pub(crate) text: &'a str,
    /// Where each cell ends.
    pub(crate) ends: &'a [usize],
    /// How many bytes are between two cells.
    pub(crate) gap: usize,
    /// Where each cell begins in the descriptor; empty for CSV.
    pub(crate) bytes: &'a [usize],
    /// Which cells are numbers of JSON; empty for CSV.
    pub(crate) numbers: &'a [bool],
    /// Where the row begins in the descriptor; 0 for CSV.
    pub(crate) start: usize,
}

impl<'a> Row<'a> {
    /// The cell in the column, without blanks around; empty where the row has none, or where it has nothing but blanks of any
    /// kind.
    #[inline]
    pub(crate) fn get(&self, column: usize) -> &'a str {
        let Some(end) = self.ends.get(column) else { return "" };
        let before = column.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.map_or(0, |before| before + self.gap);
        let cell = self.text.get(start..*end).unwrap_or_default();
        if is_tight(cell) { cell } else { without_blanks(cell) }
    }

    /// Whether the cell in the column is a number of JSON, which is written in one way whatever its field says.
    pub(crate) fn is_number(&self, column: usize) -> bool {
        self.numbers.get(column).copied().unwrap_or_default()
    }

    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// A cell without blanks around; empty where it has nothing but blanks of any kind.
#[cold]
#[inline(never)]
fn without_blanks(cell: &str) -> &str {
    let cell = cell.trim_ascii();
    if cell.trim_start().is_empty() { "" } else { cell }
}

/// Whether it is seen at once that there is no blank around a text: it begins and ends with a visible character of ASCII.
#[inline]
pub(crate) fn is_tight(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_graphic) && bytes.last().is_some_and(u8::is_ascii_graphic)
}

/// What came next in the bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// All bytes are read, and the row goes on.
    More,
    /// A row is complete. Whether it is text, [`Csv::row`] says.
    Row,
    /// A quotation mark where none may be, with the line and the number of the cell; the row is complete.
    StrayQuote(usize, usize),
    /// A cell that was begun with a quotation mark does not end.
    UnclosedQuote(usize, usize),
    /// Bytes that are no UTF-8, with the line and the number of the cell.
    Encoding(usize, usize),
    /// The file has ended.
    End,
}

/// Where the quotation marks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoting {
    /// Before the first character of a cell.
    Start,
    /// In a cell without quotation marks.
    Plain,
    /// In a quoted cell.
    Inside,
    /// Behind a quotation mark in a quoted cell.
    Behind,
}

/// Cuts bytes into rows.
#[derive(Debug)]
pub(crate) struct Csv {
    reader: Reader,
    dialect: Dialect,
    output: Vec<u8>,
    ends: Vec<usize>,
    written: usize,
    cells: usize,
    /// How many rows are complete.
    rows: usize,
    /// The line that the next byte is in, and the one in which the row began.
    line: usize,
    first_line: usize,
    after_return: bool,
    in_row: bool,
    quoting: Quoting,
    /// The number of the cell that the next byte is in, and where the last quoted one began.
    cell: usize,
    opened: (usize, usize),
    stray: Option<(usize, usize)>,
    /// Whether a byte may end a cell, or change what follows.
    is_sign: Box<[bool; 256]>,
    /// How many bytes are between two cells of the row that is complete.
    gap: usize,
}

impl Csv {
    /// Begins a file.
    pub(crate) fn new(dialect: Dialect) -> Csv {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(dialect.delimiter).quote(dialect.quote);
        let mut is_sign = Box::new([false; 256]);
        for sign in [dialect.delimiter, dialect.quote, b'\n', b'\r'] {
            if let Some(is_sign) = is_sign.get_mut(usize::from(sign)) {
                *is_sign = true;
            }
        }
        Csv {
            reader: builder.build(),
            dialect,
            output: vec![0; 1024],
            ends: vec![0; 64],
            written: 0,
            cells: 0,
            rows: 0,
            line: 1,
            first_line: 1,
            after_return: false,
            in_row: false,
            quoting: Quoting::Start,
            cell: 1,
            opened: (1, 1),
            stray: None,
            is_sign,
            gap: 0,
        }
    }

    /// Reads on in `input`, up to the end of a row.
    pub(crate) fn step(&mut self, input: &mut &[u8]) -> Step {
        if input.is_empty() { Step::More } else { self.advance(input, false) }
    }

    /// Ends the file: gives the row that no line end closes, then the end.
    pub(crate) fn finish(&mut self) -> Step {
        self.advance(&mut &[][..], true)
    }

    fn advance(&mut self, input: &mut &[u8], ends: bool) -> Step {
        if !self.in_row {
            self.skip_line_ends(input);
            if input.is_empty() && !ends {
                return Step::More;
            }
            self.begin_row();
            if self.take_plain(input) {
                return Step::Row;
            }
        }
        if ends && self.quoting == Quoting::Inside {
            return Step::UnclosedQuote(self.opened.0, self.opened.1);
        }
        loop {
            let output = self.output.get_mut(self.written..).unwrap_or_default();
            let free = self.ends.get_mut(self.cells..).unwrap_or_default();
            let (result, read, written, cells) = self.reader.read_record(input, output, free);
            self.written += written;
            self.cells += cells;
            let (taken, rest) = input.split_at(read.min(input.len()));
            *input = rest;
            self.in_row |= !taken.is_empty();
            self.follow(taken, result == ReadRecordResult::Record);
            match result {
                ReadRecordResult::InputEmpty => return Step::More,
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Step::End,
                ReadRecordResult::Record => return self.complete(),
            }
        }
    }

    /// Takes a row that is here as a whole and has no quotation mark, as nearly all are: the automaton of the reader looks at
    /// each byte for what such a row has not. The first row is left to it, since it skips a mark of the byte order.
    fn take_plain(&mut self, input: &mut &[u8]) -> bool {
        if self.rows == 0 {
            return false;
        }
        let (is_sign, Dialect { delimiter, quote, .. }) = (&*self.is_sign, self.dialect);
        let mut cells = 0;
        for (at, byte) in input.iter().enumerate() {
            if !is_sign.get(usize::from(*byte)).copied().unwrap_or_default() {
                continue;
            }
            if *byte == quote {
                break;
            }
            match self.ends.get_mut(cells) {
                Some(end) => *end = at,
                None => self.ends.push(at),
            }
            cells += 1;
            if *byte == delimiter {
                continue;
            }
            let (row, rest) = input.split_at(at);
            if self.output.len() < at {
                self.output.resize(at, 0);
            }
            if let Some(output) = self.output.get_mut(..at) {
                output.copy_from_slice(row);
            }
            *input = rest;
            (self.written, self.cells, self.gap) = (at, cells, 1);
            self.rows += 1;
            return true;
        }
        false
    }

    /// The row that is complete. `Err` where it has bytes that are no UTF-8.
    pub(crate) fn row(&self) -> Result<Row<'_>, Step> {
        let text = self.output.get(..self.written).unwrap_or_default();
        let ends = self.ends.get(..self.cells).unwrap_or_default();
        match std::str::from_utf8(text) {
            // Two halves of a character may have met where a delimiter was.
            Ok(text) if self.gap > 0 || ends.iter().all(|end| text.is_char_boundary(*end)) => Ok(Row {
                number: self.number(),
                line: self.first_line,
                text,
                ends,
                gap: self.gap,
                bytes: &[],
                numbers: &[],
                start: 0,
            }),
            _ => Err(self.bad_byte(text, ends)),
        }
    }

    /// Where the first byte stands that is no UTF-8.
    fn bad_byte(&self, text: &[u8], ends: &[usize]) -> Step {
        let mut start = 0;
        for (index, end) in ends.iter().enumerate() {
            let cell = text.get(start..*end).unwrap_or_default();
            if let Err(error) = std::str::from_utf8(cell) {
                let good = text.get(..start + error.valid_up_to()).unwrap_or_default();
                let lines = good.iter().filter(|byte| **byte == b'\n').count();
                return Step::Encoding(self.first_line + lines, index + 1);
            }
            start = end + self.gap;
        }
        Step::Encoding(self.first_line, 1)
    }

    /// What has been read of a cell by its number, as far as its first line goes.
    pub(crate) fn cell(&self, number: usize) -> String {
        let end = |cell: usize| self.ends.get(cell).copied().filter(|_| cell < self.cells);
        let before = number.checked_sub(2).and_then(end).unwrap_or_default();
        let end = number.checked_sub(1).and_then(end).unwrap_or(self.written);
        let text = self.output.get(before..end).unwrap_or_default();
        let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        String::from_utf8_lossy(line.get(..line.len().min(SHOWN)).unwrap_or_default()).into_owned()
    }

    /// The number of the row that is complete, or that goes on.
    pub(crate) fn number(&self) -> usize {
        (self.rows + usize::from(self.in_row)).saturating_sub(usize::from(self.dialect.header))
    }

    /// Line ends before a row, those of empty lines too.
    fn skip_line_ends(&mut self, input: &mut &[u8]) {
        while let Some((byte @ (b'\n' | b'\r'), rest)) = input.split_first() {
            self.count_line(*byte);
            *input = rest;
        }
    }

    fn begin_row(&mut self) {
        (self.written, self.cells, self.cell, self.gap) = (0, 0, 1, 0);
        (self.first_line, self.quoting, self.stray) = (self.line, Quoting::Start, None);
        self.after_return = false;
    }

    /// A return and the line feed behind it are one line end.
    fn count_line(&mut self, byte: u8) {
        self.line += usize::from(byte == b'\r' || (byte == b'\n' && !self.after_return));
        self.after_return = byte == b'\r';
    }

    /// Follows quotation marks and lines through bytes that were read.
    fn follow(&mut self, taken: &[u8], is_end: bool) {
        let plain = is_end && self.quoting == Quoting::Start && self.cell == 1;
        if plain && !taken.contains(&self.dialect.quote) {
            if let Some(byte @ (b'\n' | b'\r')) = taken.last() {
                self.count_line(*byte);
            }
            return;
        }
        for byte in taken {
            self.follow_byte(*byte);
        }
    }

    fn follow_byte(&mut self, byte: u8) {
        let is_quote = byte == self.dialect.quote;
        let is_line_end = byte == b'\n' || byte == b'\r';
        self.quoting = match self.quoting {
            Quoting::Start if is_quote => {
                self.opened = (self.line, self.cell);
                Quoting::Inside
            }
            Quoting::Inside if is_quote => Quoting::Behind,
            Quoting::Inside => Quoting::Inside,
            Quoting::Behind if is_quote => Quoting::Inside,
            _ if byte == self.dialect.delimiter => {
                self.cell += 1;
                Quoting::Start
            }
            _ if is_line_end => Quoting::Start,
            Quoting::Plain if !is_quote => Quoting::Plain,
            Quoting::Start => Quoting::Plain,
            Quoting::Behind | Quoting::Plain => {
                self.stray.get_or_insert((self.line, self.cell));
                Quoting::Plain
            }
        };
        if is_line_end {
            self.count_line(byte);
        } else {
            self.after_return = false;
        }
    }

    fn complete(&mut self) -> Step {
        self.in_row = false;
        self.rows += 1;
        match self.stray.take() {
            Some((line, cell)) => self.row().err().unwrap_or(Step::StrayQuote(line, cell)),
            None => Step::Row,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COMMA: Dialect = Dialect { delimiter: b',', quote: b'"', header: true };

    /// All that comes of bytes which arrive in these pieces.
    fn steps(pieces: &[&[u8]]) -> Vec<String> {
        let mut csv = Csv::new(COMMA);
        let mut told = Vec::new();
        for piece in pieces {
            let mut input = *piece;
            while tell(&mut told, &mut csv, |csv| csv.step(&mut input)) {}
        }
        while tell(&mut told, &mut csv, Csv::finish) {}
        told
    }

    /// Adds what a step gives; says whether others follow.
    fn tell(told: &mut Vec<String>, csv: &mut Csv, step: impl FnOnce(&mut Csv) -> Step) -> bool {
        match step(csv) {
            Step::More | Step::End => return false,
            Step::Row => match csv.row() {
                Ok(row) => {
                    let cells: Vec<&str> = (0..row.len()).map(|column| row.get(column)).collect();
                    told.push(format!("{}:{} {}", row.number, row.line, cells.join("|")));
                }
                Err(step) => told.push(format!("{step:?}")),
            },
            step => {
                told.push(format!("{step:?}"));
                return !matches!(step, Step::UnclosedQuote(..));
            }
        }
        true
    }

    #[test]
    fn rows_know_their_lines() {
        let text = "a,b\r\n1, 2 \r\n\r\n\n\"x\ny\",\"q\"\"q\"\nz,\n\n3,4";
        assert_eq!(steps(&[text.as_bytes()]), ["0:1 a|b", "1:2 1|2", "2:5 x\ny|q\"q", "3:7 z|", "4:9 3|4"]);
        assert_eq!(steps(&[b"a\r1\r2"]), ["0:1 a", "1:2 1", "2:3 2"]);
        assert_eq!(steps(&[b""]), [""; 0]);
    }

    #[test]
    fn quotation_marks_are_told_where_they_stand() {
        assert_eq!(steps(&[b"a,b\n1,x\"y\n2,3"]), ["0:1 a|b", "StrayQuote(2, 2)", "2:3 2|3"]);
        assert_eq!(steps(&[b"a,b\n\"1\"x,2\n"]), ["0:1 a|b", "StrayQuote(2, 1)"]);
        assert_eq!(steps(&[b"a,b\n1,2\n3,\"x\n5,6\n"]), ["0:1 a|b", "1:2 1|2", "UnclosedQuote(3, 2)"]);
    }

    #[test]
    fn bytes_that_are_no_text_have_a_place() {
        assert_eq!(steps(&[b"a,b\n1,\"x\n\xff\"\n"]), ["0:1 a|b", "Encoding(3, 2)"]);
        // Half a character in one cell, and the other half in the next.
        let halves = b"a,b\n1,2\n\xe5,\xb8\x82\n";
        let pieces: Vec<&[u8]> = halves.chunks(1).collect();
        for pieces in [&[&halves[..]][..], &pieces] {
            assert_eq!(steps(pieces), ["0:1 a|b", "1:2 1|2", "Encoding(3, 1)"]);
        }
    }

    proptest! {
        #[test]
        fn pieces_change_nothing(
            text in "[ab,\"\n\r县]{0,60}",
            bad in proptest::collection::vec(any::<prop::sample::Index>(), 0..3),
            cuts in proptest::collection::vec(0_usize..80, 0..8),
        ) {
            // Halves of characters are left where others go.
            let mut bytes = text.into_bytes();
            let length = bytes.len().max(1);
            for index in bad {
                if let Some(byte) = bytes.get_mut(index.index(length)) {
                    *byte = b',';
                }
            }
            let bytes = &bytes[..];
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
            let expected = steps(&[bytes]);
            prop_assert_eq!(&steps(&pieces), &expected);
            // Rows of which no piece has all.
            let single: Vec<&[u8]> = bytes.chunks(1).collect();
            prop_assert_eq!(&steps(&single), &expected);
        }
    }
}
