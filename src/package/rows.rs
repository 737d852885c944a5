//! Takes the rows of a table: the header first, then what it is made of.

use std::cmp::Ordering;

use county_chains_data::quantity::count_text;

use crate::csv::Row;
use crate::entities::Entities;
use crate::facts::Facts;
use crate::header::Header;
use crate::place::Grid;
use crate::plan::Kind;
use crate::table::whole;
use crate::tiers::Tiers;
use crate::values::{Cells, Context};
use crate::{Code, limits};

/// What the rows of a table became.
#[derive(Debug, Default)]
pub(crate) enum Content {
    /// Nothing yet.
    #[default]
    None,
    Entities(Box<Entities>),
    Tiers(Tiers),
    Facts(Box<Facts>),
    Grid(Grid),
}

/// The rows so far.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) header: Option<Header>,
    pub(crate) content: Content,
    /// Whether something is wrong with the table as a whole, so that what is missing in it says nothing.
    pub(crate) is_broken: bool,
    /// Whether nothing more is read.
    pub(crate) has_ended: bool,
    /// How many there are, and how many the conditions keep.
    pub(crate) count: usize,
    kept: usize,
}

impl Rows {
    /// Makes room for so many more rows.
    pub(crate) fn reserve(&mut self, rows: usize) {
        if let Content::Entities(entities) = &mut self.content {
            entities.reserve(rows.min(limits::ROWS));
        }
    }

    /// Stops: nothing that follows can be read.
    pub(crate) fn stop(&mut self) {
        (self.is_broken, self.has_ended) = (true, true);
    }

    /// The table has ended.
    pub(crate) fn finish(&mut self, context: &mut Context) {
        if self.has_ended || (self.is_broken && self.count == 0) {
            return;
        }
        self.has_ended = true;
        if self.count == 0 {
            let is_empty = self.header.is_none();
            let found = if is_empty { "nothing" } else { "the header alone" };
            context.log.tell(
                whole(context.table),
                Code::NoRows,
                found,
                "a header and rows",
                "there are no rows",
                "",
            );
            self.is_broken = true;
        } else if self.kept == 0 && context.table.kind == Kind::Entities && !self.is_broken {
            if let Some(condition) = context.table.conditions.first() {
                let message = "“where” keeps no row";
                context.log.tell(
                    condition.at,
                    Code::Where,
                    "no row",
                    "conditions that rows meet",
                    message,
                    "",
                );
            }
        }
    }

    /// A row, the header too.
    pub(crate) fn row(&mut self, context: &mut Context, row: &Row) {
        if self.header.is_none() {
            if context.table.dialect.header {
                self.header = Header::read(context.log, context.table, row);
                return self.bind(context);
            }
            self.header = Some(Header::of_fields(context.table));
            self.bind(context);
        }
        let Some(header) = &self.header else { return };
        self.count += 1;
        let cells = Cells { row: *row, header };
        if self.count > limits::ROWS {
            let allowed = count_text(limits::ROWS);
            let at = context.at(&cells, 0);
            context.log.tell(at, Code::TooManyRows, "more", &allowed, "there are too many rows", "");
            return self.stop();
        }
        if (0..row.len()).all(|column| row.get(column).is_empty()) {
            let at = context.table.row_at(row);
            context.log.tell(at, Code::BlankRow, "", "", "a row is empty", "delete it");
            return;
        }
        if !has_all_cells(context, &cells) {
            if let Content::Entities(entities) = &mut self.content {
                entities.skip(context, &cells);
            }
            return;
        }
        if !header.keeps(context.table, row) {
            return;
        }
        self.kept += 1;
        match &mut self.content {
            Content::Entities(entities) => entities.row(context, &cells),
            Content::Tiers(tiers) => tiers.row(context, &cells),
            Content::Facts(facts) => facts.row(context, &cells),
            Content::Grid(grid) => grid.row(context, &cells),
            Content::None => {}
        }
    }

    /// Finds the columns that are read.
    fn bind(&mut self, context: &mut Context) {
        let Some(header) = &mut self.header else { return self.stop() };
        let is_good = header.check(context.log, context.table);
        let content = match context.table.kind {
            Kind::Entities => {
                Entities::new(context, header).map(|content| Content::Entities(Box::new(content)))
            }
            Kind::Tiers => Tiers::new(context, header).map(Content::Tiers),
            Kind::Facts => Facts::new(context, header).map(|content| Content::Facts(Box::new(content))),
            Kind::Grid => Grid::new(context, header).map(Content::Grid),
        };
        self.is_broken |= content.is_none() || !is_good;
        self.content = content.unwrap_or(Content::None);
    }
}

/// Whether a row has as many cells as the header; tells where not.
fn has_all_cells(context: &mut Context, cells: &Cells) -> bool {
    let (count, width) = (cells.row.len(), cells.header.labels.len());
    let (code, column, message) = match count.cmp(&width) {
        Ordering::Equal => return true,
        Ordering::Less => (Code::MissingCell, count.saturating_sub(1), "a row has fewer cells than {}"),
        Ordering::Greater => (Code::ExtraCell, width, "a row has more cells than {}"),
    };
    let all = if context.table.dialect.header { "the header" } else { "there are fields" };
    let message = message.replace("{}", all);
    let found = crate::log::counted(count, "cell", "cells");
    let at = context.at(cells, column);
    let help = if count > width { "put a cell with a comma between quotation marks" } else { "" };
    context.log.tell(at, code, &found, &count_text(width), &message, help);
    false
}
