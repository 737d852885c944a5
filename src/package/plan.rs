//! What the descriptor says of the tables: what is read from which column, and how.

use county_chains_data::dataset::Unit;
use county_chains_data::language::Localized;
use county_chains_data::quantity::count_text;
use county_chains_data::word::text;

use crate::cell::Format;
use crate::csv::{Dialect, Row};
use crate::languages::Languages;
use crate::log::At;
use crate::{Missing, Package, Wanted, json};

/// The descriptor as values.
#[derive(Debug)]
pub(crate) struct Plan {
    /// What the descriptor itself says; tables fill the rest.
    pub(crate) package: Package,
    /// The languages.
    pub(crate) languages: Languages,
    /// The units that are declared.
    pub(crate) units: Vec<Unit>,
    /// Which tables there are, also those of which the data cannot be found.
    pub(crate) kinds: Vec<Kind>,
    /// The tables that are read.
    pub(crate) tables: Vec<Table>,
    /// Groups that a field declares as categories.
    pub(crate) groups: Vec<Category>,
    /// Places of the classes in the descriptor.
    pub(crate) classes_at: Vec<At>,
    /// Places of the indicators.
    pub(crate) indicators_at: Vec<At>,
    /// Indicators whose means are weighted: their indexes, with the names of the weights.
    pub(crate) weights: Vec<(usize, &'static str, At)>,
    /// Names in formulas, to be looked up when facts are known.
    pub(crate) operands: Vec<Operand>,
}

/// A name in a formula.
#[derive(Debug)]
pub(crate) struct Operand {
    pub(crate) at: At,
    /// The id of the indicator that has the formula.
    pub(crate) of: &'static str,
    pub(crate) name: &'static str,
    pub(crate) usage: Use,
}

/// What a formula takes of what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// The value of a class, or of a fact.
    Value,
    /// The values of entities.
    OfEntities,
    /// The value of a class as a part of that of all classes together.
    Whole,
}

/// A declared value of a field.
#[derive(Debug, Clone)]
pub(crate) struct Category {
    pub(crate) value: &'static str,
    pub(crate) label: Localized,
    pub(crate) short: Localized,
}

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Entities,
    Tiers,
    Facts,
    Grid,
}

/// The tables that we read, by their names.
pub(crate) const KINDS: [(&str, Kind); 4] =
    [("entities", Kind::Entities), ("tiers", Kind::Tiers), ("facts", Kind::Facts), ("grid", Kind::Grid)];

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) kind: Kind,
    /// Where its data begin in the descriptor, if they are there.
    pub(crate) data: usize,
    /// Index of its file in the log; 0 where its data are in the descriptor.
    pub(crate) file: usize,
    pub(crate) wanted: Option<Wanted>,
    /// Place of its encoding.
    pub(crate) encoding_at: At,
    pub(crate) dialect: Dialect,
    pub(crate) fields: Vec<Field>,
    /// Place of the fields.
    pub(crate) at: At,
    /// Whether the file may lack columns that are declared.
    pub(crate) partial: bool,
    pub(crate) conditions: Vec<Condition>,
    /// Whether a field has an unknown role, which may be the one that is missing.
    pub(crate) is_unsure: bool,
    /// Whether its data cannot be found.
    pub(crate) is_lost: bool,
}

impl Table {
    /// The field with a role.
    pub(crate) fn role(&self, role: Role) -> Option<&Field> {
        self.fields.iter().find(|field| field.role == role)
    }

    /// The place of a cell.
    pub(crate) fn cell_at(&self, row: &Row, column: usize) -> At {
        let at = At { file: self.file, line: row.line, column: column + 1, row: row.number + 1, key: "" };
        match row.bytes.get(column).or(row.bytes.last()) {
            Some(byte) => json::at(*byte),
            None if row.start > 0 => json::at(row.start),
            None if self.file == 0 => At { line: self.data, ..at },
            None => at,
        }
    }

    /// The place of a row.
    pub(crate) fn row_at(&self, row: &Row) -> At {
        if row.start > 0 { json::at(row.start) } else { At { column: 0, ..self.cell_at(row, 0) } }
    }

    /// The number by which somebody finds a row: that of its line in a file, its own in the descriptor.
    pub(crate) fn number(&self, row: &Row) -> usize {
        if self.file == 0 { row.number } else { row.line }
    }

    /// Such a number in words.
    pub(crate) fn numbered(&self, number: usize) -> String {
        let what = if self.file == 0 { "row" } else { "line" };
        text!("{what} {count_text(number)}")
    }
}

/// Which rows are kept.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) column: &'static str,
    pub(crate) values: Vec<&'static str>,
    pub(crate) at: At,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Code,
    Name,
    Tier,
    Group,
    Row,
    Column,
    Short,
    /// How exactly values of another column are given; known by its name.
    Qualifier,
    /// Values of the indicator with this index.
    Value(usize),
    /// None, whatever the column is called.
    Unused,
    /// One that there is not, which has been told.
    Unknown,
    /// Nothing that we read by its role.
    Other,
}

/// The words of roles.
pub(crate) const ROLES: [(&str, Role); 8] = [
    ("code", Role::Code),
    ("name", Role::Name),
    ("tier", Role::Tier),
    ("group", Role::Group),
    ("row", Role::Row),
    ("column", Role::Column),
    ("short", Role::Short),
    ("qualifier", Role::Qualifier),
];

/// The word for no role.
pub(crate) const UNUSED: &str = "none";

/// A field of a table.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    pub(crate) format: Format,
    pub(crate) missing: Vec<Missing>,
    pub(crate) at: At,
}
