//! The cells of a table whose separator nobody has told.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// The rows of a table.
pub(super) struct Table {
    pub(super) delimiter: char,
    pub(super) header: Vec<String>,
    /// The rows that hold anything, as far as they were read.
    pub(super) rows: Vec<Vec<String>>,
    /// Whether there are more.
    pub(super) partial: bool,
}

impl Table {
    /// At most `most` rows of a text.
    pub(super) fn read(text: &str, most: usize) -> Table {
        let delimiter = delimiter(text);
        let mut rows = records(text, delimiter, most + 2);
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let partial = rows.len() > most;
        rows.truncate(most);
        Table { delimiter, header, rows, partial }
    }

    /// The cells of a column, without the blanks around them.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.get(column).map_or("", |cell| cell.trim()))
    }
}

/// The separator with which the most of the first rows have as many cells as the header, then the most cells.
fn delimiter(text: &str) -> char {
    let fit = |delimiter: &char| {
        let rows = records(text, *delimiter, 20);
        let width = rows.first().map_or(0, Vec::len);
        let equal = rows.iter().filter(|row| row.len() == width).count();
        if width < 2 { (0, 0) } else { (equal, width) }
    };
    // The last of equals wins.
    ['|', '\t', ';', ','].into_iter().max_by_key(fit).unwrap_or(',')
}

/// At most `most` records that hold anything.
fn records(text: &str, delimiter: char, most: usize) -> Vec<Vec<String>> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter as u8).build();
    let (mut cells, mut ends) = (vec![0; 1 << 10], vec![0; 1 << 6]);
    let (mut filled, mut ended) = (0, 0);
    let mut rest = text.as_bytes();
    let mut records = Vec::new();
    while records.len() < most {
        let (result, read, written, ends_written) = reader.read_record(
            rest,
            cells.get_mut(filled..).unwrap_or_default(),
            ends.get_mut(ended..).unwrap_or_default(),
        );
        rest = rest.get(read..).unwrap_or_default();
        filled += written;
        ended += ends_written;
        match result {
            ReadRecordResult::OutputFull => cells.resize(cells.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            // Nothing is left to read: the next call says whether a last record ends here.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::End => break,
            ReadRecordResult::Record => {
                let record = record(&cells, ends.get(..ended).unwrap_or_default());
                if record.iter().any(|cell| !cell.trim().is_empty()) {
                    records.push(record);
                }
                (filled, ended) = (0, 0);
            }
        }
    }
    records
}

/// The cells of a record, each by its end.
fn record(cells: &[u8], ends: &[usize]) -> Vec<String> {
    let mut start = 0;
    let cell = |end: &usize| {
        let cell = cells.get(start..*end).unwrap_or_default();
        start = *end;
        String::from_utf8_lossy(cell).into_owned()
    };
    ends.iter().map(cell).collect()
}
