//! Reads the table of entities.

use county_chains_data::dataset::{County, TierBasis};
use county_chains_data::quantity::{Qualifier, trimmed};
use county_chains_data::tier::Tier;

use crate::groups::Groups;
use crate::header::{Header, TextColumns};
use crate::log::{At, Log};
use crate::place::{Places, place};
use crate::plan::{Role, Table};
use crate::values::{Cells, Context, Reading, Value};
use crate::walk::{NAME, SHORT};
use crate::{Code, Column, Gap, Indicator, Origin, json};

/// The columns of the table.
#[derive(Debug, Default)]
struct Columns {
    code: usize,
    name: TextColumns,
    first_name: usize,
    short: TextColumns,
    tier: Option<usize>,
    group: TextColumns,
    row: Option<usize>,
    column: Option<usize>,
    values: Vec<ValueColumn>,
}

/// A column with values.
#[derive(Debug)]
struct ValueColumn {
    column: usize,
    qualifier: Option<usize>,
    /// Index of the field, and of the list of values.
    field: usize,
    list: usize,
}

/// The entities so far.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    columns: Columns,
    pub(crate) list: Vec<County>,
    pub(crate) values: Vec<Column>,
    /// Line of each entity and the number of its row.
    at: Vec<(u32, u32)>,
    /// Where its code and its name begin in the descriptor; empty for CSV.
    bytes: Vec<(u32, u32)>,
    /// Codes of rows that cannot be read.
    pub(crate) broken: Vec<&'static str>,
    pub(crate) groups: Groups,
    pub(crate) places: Places,
    /// The columns of codes and names, for problems that show at the end.
    pub(crate) code: usize,
    pub(crate) name: usize,
}

impl Entities {
    /// Finds the columns; `None` where those that must be there are not.
    pub(crate) fn new(context: &mut Context, header: &Header) -> Option<Entities> {
        let table = context.table;
        let code = header.required(context.log, table, Role::Code);
        let name = header.required(context.log, table, Role::Name);
        let (code, first_name) = (code?, name?);
        let texts =
            |role| header.role(table, role).map_or([None; 5], |name| header.texts(context.plan, name));
        let column = |role| header.role(table, role).and_then(|name| header.column(name));
        let columns = Columns {
            code,
            name: texts(Role::Name),
            first_name,
            short: texts(Role::Short),
            tier: table.role(Role::Tier).and_then(|field| header.column(field.name)),
            group: texts(Role::Group),
            row: column(Role::Row),
            column: column(Role::Column),
            values: values(context, header),
        };
        let empty = |column: &ValueColumn| Column {
            values: Vec::new(),
            qualifiers: Vec::new(),
            gaps: Vec::new(),
            missing: table.fields.get(column.field).map_or_else(Vec::new, |field| field.missing.clone()),
        };
        let values = columns.values.iter().map(empty).collect();
        Some(Entities { columns, values, code, name: first_name, ..Entities::default() })
    }

    /// Makes room for so many more entities.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.list.reserve_exact(count);
        self.at.reserve_exact(count);
        for column in &mut self.values {
            column.values.reserve_exact(count);
        }
    }

    /// The place of the code or the name of an entity that was read long ago.
    pub(crate) fn place(&self, table: &Table, index: u32, column: usize) -> At {
        if let Some((code, name)) = self.bytes.get(index as usize) {
            return json::at(if column == self.code { *code } else { *name } as usize);
        }
        let (line, number) = self.at.get(index as usize).copied().unwrap_or_default();
        let line = if table.file == 0 { table.data } else { line as usize };
        At { file: table.file, line, column: column + 1, row: number as usize + 1, key: "" }
    }

    /// The column of classes.
    pub(crate) fn tier(&self) -> Option<usize> {
        self.columns.tier
    }

    /// The row of an entity, as [`Table::numbered`] says it.
    pub(crate) fn numbered(&self, table: &Table, index: u32) -> String {
        let (line, number) = self.at.get(index as usize).copied().unwrap_or_default();
        table.numbered(if table.file == 0 { number } else { line } as usize)
    }

    /// Tells the first value below zero of a weight: a mean could lie outside of its values.
    pub(crate) fn check_weight(&self, log: &mut Log, table: &Table, weight: &Indicator) {
        let Origin::Entities(list) = weight.origin else { return };
        let column = self.columns.values.iter().find(|column| column.list == list);
        let (Some(column), Some(values)) = (column, self.values.get(list)) else { return };
        let negative = values.values.iter().enumerate().find(|(_, value)| **value < 0.0);
        if let Some((index, value)) = negative {
            let at = self.place(table, index as u32, column.column);
            let message = "a weight is below zero";
            log.tell(at, Code::AggregateWeight, &trimmed(*value, 9), "weights from 0", message, "");
        }
    }

    /// Remembers the code of a row that cannot be read, so that what names it is not told too.
    pub(crate) fn skip(&mut self, context: &mut Context, cells: &Cells) {
        self.broken.push(context.texts.keep(cells.row.get(self.columns.code)));
    }

    /// Reads a row.
    pub(crate) fn row(&mut self, context: &mut Context, cells: &Cells) {
        let columns = &self.columns;
        let code = context.code(cells, columns.code, "a code");
        if cells.row.get(columns.first_name).is_empty() {
            let message = "a cell is empty that must not be";
            context.tell(cells, columns.first_name, Code::MissingValue, "a name", message);
        }
        let name = context.localized(cells, &columns.name, NAME);
        let short = match columns.short {
            [None, None, None, None, None] => name,
            _ => Some(context.localized(cells, &columns.short, SHORT))
                .filter(|short| !short.is_empty())
                .unwrap_or(name),
        };
        let class = columns.tier.and_then(|column| context.class(cells, column, Code::UnknownCategory));
        let group = self.groups.find(context, cells, &columns.group);
        let place = match (columns.row, columns.column) {
            (Some(row), Some(column)) => place(context, cells, row, column, &mut self.places),
            _ => None,
        };
        let byte = |column: usize| cells.row.bytes.get(column);
        if let (Some(code), Some(name)) = (byte(columns.code), byte(columns.first_name)) {
            self.bytes.push((*code as u32, *name as u32));
        }
        self.at.push((cells.row.line as u32, cells.row.number as u32));
        let (column, row) = place.unwrap_or(County::NOWHERE);
        self.list.push(County {
            code: code.unwrap_or_default(),
            name,
            short,
            prefecture: group.map_or("", |group| self.groups.value(group)),
            tier: class.map(Tier::at),
            basis: if class.is_some() { TierBasis::Named } else { TierBasis::NotGiven },
            column,
            row,
            ..County::EMPTY
        });
        self.read_values(context, cells);
    }

    fn read_values(&mut self, context: &mut Context, cells: &Cells) {
        let entity = self.list.len().saturating_sub(1);
        for (column, list) in self.columns.values.iter().zip(&mut self.values) {
            let Some(field) = context.table.fields.get(column.field) else { continue };
            let reading =
                Reading { format: field.format, reasons: &field.missing, qualifier: column.qualifier };
            let (value, qualifier) = match context.value(cells, column.column, &reading) {
                Ok(read) => read,
                Err(()) => (Value::Missing(None), Qualifier::Exact),
            };
            if qualifier != Qualifier::Exact && list.qualifiers.is_empty() {
                list.qualifiers.resize(entity, Qualifier::Exact);
            }
            if qualifier != Qualifier::Exact || !list.qualifiers.is_empty() {
                list.qualifiers.push(qualifier);
            }
            list.values.push(match value {
                Value::Number(number, _) => number,
                Value::Missing(_) => f64::NAN,
            });
            if let Value::Missing(Some(reason)) = value {
                list.gaps.push(Gap { entity: entity as u32, reason });
            }
        }
    }
}

/// The columns with values, in the order of the lists of values.
fn values(context: &Context, header: &Header) -> Vec<ValueColumn> {
    let mut values = Vec::new();
    for (index, field) in context.table.fields.iter().enumerate() {
        let Role::Value(indicator) = field.role else { continue };
        let origin = context.plan.package.indicators.get(indicator).map(|indicator| indicator.origin);
        if let (Some(Origin::Entities(list)), Some(column)) = (origin, header.column(field.name)) {
            let qualifier = Reading::of(field, header).qualifier;
            values.push(ValueColumn { column, qualifier, field: index, list });
        }
    }
    county_chains_data::order::sort_by(&mut values, |one, other| one.list.cmp(&other.list));
    values
}
