//! Reads the table of values that the files print for classes.

use county_chains_data::quantity::Qualifier;
use county_chains_data::tier::Tier;

use crate::header::Header;
use crate::plan::Role;
use crate::values::{Cells, Context, Reading, Value};
use crate::{Code, Printed};

/// The values so far.
#[derive(Debug, Default)]
pub(crate) struct Tiers {
    tier: usize,
    /// The classes that have a row, each with its number.
    seen: Vec<(usize, usize)>,
    pub(crate) list: Vec<Printed>,
    /// The number of the row of each value, as [`Table::numbered`](crate::plan::Table::numbered) takes it: in a file its line.
    pub(crate) numbers: Vec<usize>,
}

impl Tiers {
    /// Finds the columns; `None` where that of the class is not there.
    pub(crate) fn new(context: &mut Context, header: &Header) -> Option<Tiers> {
        let field = context.table.role(Role::Tier)?;
        Some(Tiers { tier: header.column(field.name)?, ..Tiers::default() })
    }

    /// Reads a row.
    pub(crate) fn row(&mut self, context: &mut Context, cells: &Cells) {
        if cells.row.get(self.tier).is_empty() {
            context.tell(cells, self.tier, Code::MissingValue, "a class", "a cell is empty that must not be");
            return;
        }
        let Some(class) = context.class(cells, self.tier, Code::UnknownCategory) else { return };
        if let Some((_, number)) = self.seen.iter().find(|(other, _)| *other == class) {
            let place = context.table.numbered(*number);
            let allowed = county_chains_data::word::text!("a class used once (also {place})");
            context.tell(cells, self.tier, Code::PrimaryKey, &allowed, "a class stands twice");
            return;
        }
        let table = context.table;
        let number = table.number(&cells.row);
        self.seen.push((class, number));
        for field in &table.fields {
            let (Role::Value(index), Some(column)) = (field.role, cells.header.column(field.name)) else {
                continue;
            };
            let reading = Reading::of(field, cells.header);
            let Ok((Value::Number(value, _), qualifier)) = context.value(cells, column, &reading) else {
                continue;
            };
            let Some(indicator) = context.plan.package.indicators.get(index) else { continue };
            let qualifier = if qualifier == Qualifier::NotGiven { Qualifier::Exact } else { qualifier };
            self.numbers.push(number);
            self.list.push(Printed {
                class: Tier::at(class),
                indicator: indicator.id,
                value,
                qualifier,
                fact: "",
            });
        }
    }
}
