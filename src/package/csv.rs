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
    /// Where each cell begins in the descriptor; empty for CSV.
    pub(crate) bytes: &'a [usize],
    /// Where the row begins in the descriptor; 0 for CSV.
    pub(crate) start: usize,
}

impl<'a> Row<'a> {
    /// The cell in the column, without blanks around; empty where the row has none.
    pub(crate) fn get(&self, column: usize) -> &'a str {
        let start = if column == 0 { Some(&0) } else { self.ends.get(column - 1) };
        match (start, self.ends.get(column)) {
            (Some(start), Some(end)) => self.text.get(*start..*end).unwrap_or_default().trim_ascii(),
            _ => "",
        }
    }

    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// What came next in the bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// All bytes are read, and the row goes on.
    More,
    /// A row is complete.
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
}

impl Csv {
    /// Begins a file.
    pub(crate) fn new(dialect: Dialect) -> Csv {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(dialect.delimiter).quote(dialect.quote);
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

    /// The row that is complete.
    pub(crate) fn row(&self) -> Row<'_> {
        let text = self.output.get(..self.written).unwrap_or_default();
        Row {
            number: self.number(),
            line: self.first_line,
            // It has been checked; a second look is cheaper than a copy.
            text: std::str::from_utf8(text).unwrap_or_default(),
            ends: self.ends.get(..self.cells).unwrap_or_default(),
            bytes: &[],
            start: 0,
        }
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
        (self.written, self.cells, self.cell) = (0, 0, 1);
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
        let text = self.output.get(..self.written).unwrap_or_default();
        if let Err(error) = std::str::from_utf8(text) {
            let good = text.get(..error.valid_up_to()).unwrap_or_default();
            let lines = good.iter().filter(|byte| **byte == b'\n').count();
            let ends = self.ends.get(..self.cells).unwrap_or_default();
            let cell = ends.iter().take_while(|end| **end <= good.len()).count();
            return Step::Encoding(self.first_line + lines, cell + 1);
        }
        match self.stray.take() {
            Some((line, cell)) => Step::StrayQuote(line, cell),
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
            Step::Row => {
                let row = csv.row();
                let cells: Vec<&str> = (0..row.len()).map(|column| row.get(column)).collect();
                told.push(format!("{}:{} {}", row.number, row.line, cells.join("|")));
            }
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
    }

    proptest! {
        #[test]
        fn pieces_change_nothing(text in "[ab,\"\n\r县]{0,60}", cuts in proptest::collection::vec(0_usize..80, 0..8)) {
            let bytes = text.as_bytes();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
            prop_assert_eq!(steps(&pieces), steps(&[bytes]));
        }
    }
}
