//! Reads places in the grid, from the table of entities or from one of its own.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;

use crate::cell::{self, Format};
use crate::header::Header;
use crate::plan::Role;
use crate::values::{Cells, Context};
use crate::{Code, limits};

/// The places that are taken: the number of the row that has each, as [`Table::number`] has it.
#[derive(Debug, Default)]
pub(crate) struct Places {
    taken: Vec<u32>,
    count: usize,
}

impl Places {
    /// Whether none is taken.
    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// The place that a row gives: column and row.
pub(crate) fn place(
    context: &mut Context,
    cells: &Cells,
    row: Option<usize>,
    column: Option<usize>,
    places: &mut Places,
) -> Option<(u8, u8)> {
    let (row_at, column_at) = (row?, column?);
    let (row_text, column_text) = (cells.get(row), cells.get(column));
    match (row_text.is_empty(), column_text.is_empty()) {
        (true, true) => return None,
        (false, false) => {}
        (row_is_empty, _) => {
            let (empty, given) = if row_is_empty { (row_at, column_at) } else { (column_at, row_at) };
            let label = |column: usize| cells.header.labels.get(column).map_or("", |label| label.as_str());
            let allowed = text!("{label(empty)}, as {label(given)} is given");
            context.tell(cells, empty, Code::GridHalf, &allowed, "a place has only one half");
            return None;
        }
    }
    let row = coordinate(context, cells, row_at);
    let column = coordinate(context, cells, column_at);
    let (row, column) = (row?, column?);
    places.taken.resize(limits::GRID * limits::GRID, 0);
    let place = places.taken.get_mut(usize::from(row) * limits::GRID + usize::from(column))?;
    if *place > 0 {
        let found = text!("{row_text},{column_text}");
        let allowed = text!("a free tile ({context.table.numbered(*place as usize)} has it)");
        let at = context.at(cells, row_at);
        context.log.tell(at, Code::GridTaken, &found, &allowed, "another entity has this tile", "");
        return None;
    }
    *place = context.table.number(&cells.row) as u32;
    places.count += 1;
    if places.count == limits::TILES + 1 {
        let allowed = count_text(limits::TILES);
        context.tell(cells, row_at, Code::TooLarge, &allowed, "there are too many tiles");
    }
    Some((column, row))
}

/// A row or column of the grid.
fn coordinate(context: &mut Context, cells: &Cells, column: usize) -> Option<u8> {
    let format = Format { integer: true, ..Format::PLAIN };
    match cell::number(cells.row.get(column), &format) {
        Ok(value) if (0.0..limits::GRID as f64).contains(&value) => Some(value as u8),
        Ok(_) | Err(Code::NumberRange) => {
            let allowed = text!("0 to {count_text(limits::GRID - 1)}");
            context.tell(cells, column, Code::GridRange, &allowed, "a place is outside of the grid");
            None
        }
        Err(code) => {
            context.no_number(cells, column, code, &format);
            None
        }
    }
}

/// The table `grid`.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    columns: (usize, usize, usize),
    /// Codes with their places.
    pub(crate) list: Vec<(&'static str, (u8, u8))>,
    places: Places,
}

impl Grid {
    /// Finds the columns; `None` where one is not there.
    pub(crate) fn new(context: &mut Context, header: &Header) -> Option<Grid> {
        let code = header.required(context.log, context.table, Role::Code);
        let row = header.required(context.log, context.table, Role::Row);
        let column = header.required(context.log, context.table, Role::Column);
        Some(Grid { columns: (code?, row?, column?), ..Grid::default() })
    }

    /// Reads a row.
    pub(crate) fn row(&mut self, context: &mut Context, cells: &Cells) {
        let (code, row, column) = self.columns;
        let code = context.code(cells, code, "a code");
        let place = place(context, cells, Some(row), Some(column), &mut self.places);
        if let (Some(code), Some(place)) = (code, place) {
            self.list.push((code, place));
        }
    }
}
