//! Reads places in the grid, from the table of entities or from one of its own.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;

use crate::cell::{self, Format};
use crate::check::Codes;
use crate::entities::Entities;
use crate::header::Header;
use crate::log::{At, Log};
use crate::plan::{Role, Table};
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
    row_at: usize,
    column_at: usize,
    places: &mut Places,
) -> Option<(u8, u8)> {
    let (row_text, column_text) = (cells.row.get(row_at), cells.row.get(column_at));
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
    match cell::number(cells.number(column), &format) {
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
    /// For each the number of its row, as [`Table::number`](crate::plan::Table::number) has it, and the place of its code.
    pub(crate) rows: Vec<(usize, At)>,
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
        let at = context.at(cells, code);
        let code = context.code(cells, code, "a code");
        let place = place(context, cells, row, column, &mut self.places);
        let (Some(code), Some(place)) = (code, place) else { return };
        let before = self.list.iter().position(|(other, _)| *other == code);
        if let Some((number, _)) = before.and_then(|before| self.rows.get(before)) {
            let other = context.table.numbered(*number);
            tell_twice(context.log, at, code, &text!("one place for each code (also {other})"));
            return;
        }
        self.list.push((code, place));
        self.rows.push((context.table.number(&cells.row), at));
    }
}

/// Tells an entity that has two places.
fn tell_twice(log: &mut Log, at: At, code: &str, allowed: &str) {
    log.tell(at, Code::GridTwice, code, allowed, "the code {} has two places", "");
}

/// Tells places of the table `grid` that contradict those in the table of entities, or are taken there.
pub(crate) fn compare(log: &mut Log, grid: &Grid, table: &Table, entities: &Entities, codes: Codes) {
    if entities.places.is_empty() {
        return;
    }
    let file = if table.file == 0 { "the entities".to_owned() } else { log.name(table.file).to_owned() };
    for ((code, place), (_, at)) in grid.list.iter().zip(&grid.rows) {
        let Some(entity) = codes.find(code) else { continue };
        let has_it = |index: &usize| entities.list.get(*index).is_some_and(|one| one.place() == Some(*place));
        let own = entities.list.get(entity).and_then(|entity| entity.place());
        if own.is_some_and(|own| own != *place) {
            let number = entities.numbered(table, entity as u32);
            tell_twice(log, *at, code, &text!("one place for each code (also {file} {number})"));
        } else if let (None, Some(other)) = (own, (0..entities.list.len()).find(has_it)) {
            let (column, row) = place;
            let found = text!("{count_text(usize::from(*row))},{count_text(usize::from(*column))}");
            let allowed = text!("a free tile ({file} {entities.numbered(table, other as u32)} has it)");
            log.tell(*at, Code::GridTaken, &found, &allowed, "another entity has this tile", "");
        }
    }
}
