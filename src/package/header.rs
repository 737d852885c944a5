//! Reads the names of the columns, and finds the columns that are read.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;

use crate::csv::Row;
use crate::log::{At, Log};
use crate::plan::{Kind, Plan, ROLES, Role, Table};
use crate::{Code, limits, suggest};

/// Columns of one text: in the first language, in each of ours, in any other.
pub(crate) type TextColumns = [Option<usize>; 5];

/// The names of the columns.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) labels: Vec<String>,
    pub(crate) line: usize,
    /// The columns of conditions.
    conditions: Vec<usize>,
}

impl Header {
    /// The columns of a file without a header: its fields.
    pub(crate) fn of_fields(table: &Table) -> Header {
        Header {
            labels: table.fields.iter().map(|field| field.name.to_owned()).collect(),
            line: 1,
            conditions: Vec::new(),
        }
    }

    /// Reads the header; `None` where the rows below it cannot be read.
    pub(crate) fn read(log: &mut Log, table: &Table, row: &Row) -> Option<Header> {
        let mut header = Header { labels: Vec::new(), line: row.line, conditions: Vec::new() };
        for column in 0..row.len() {
            header.labels.push(row.get(column).to_owned());
        }
        let at = table.row_at(row);
        if header.labels.len() > limits::COLUMNS {
            let found = count_text(header.labels.len());
            log.tell(
                at,
                Code::TooLarge,
                &found,
                &count_text(limits::COLUMNS),
                "there are too many columns",
                "",
            );
            return None;
        }
        if header.is_no_header(log, table, at) {
            return None;
        }
        for (column, label) in header.labels.iter().enumerate() {
            let at = || table.cell_at(row, column);
            let before = header.labels.iter().take(column).position(|other| other == label);
            if label.is_empty() {
                log.tell(at(), Code::BlankLabel, "", "a name", "a column has no name", "");
            } else if let Some(before) = before {
                let allowed = text!("each column name once (also column {count_text(before + 1)})");
                let message = "two columns are named “{}”";
                log.tell(at(), Code::DuplicateLabel, label, &allowed, message, "");
            }
        }
        Some(header)
    }

    /// Tells files in which the first row is no header: another separator, or a title.
    fn is_no_header(&self, log: &mut Log, table: &Table, at: At) -> bool {
        let mut filled = self.labels.iter().filter(|label| !label.is_empty());
        let (Some(only), None) = (filled.next(), filled.next()) else { return false };
        let is_known = table.fields.iter().any(|field| field.name == only);
        if is_known || (table.fields.len() < 2 && self.labels.len() < 2 && table.kind == Kind::Entities) {
            return false;
        }
        let names = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars"), (',', "commas")];
        for (separator, name) in names {
            if only.contains(separator) && separator as u8 != table.dialect.delimiter {
                let found = text!("cells between {name}");
                let mut sign = [0; 4];
                let sign = if separator == '\t' { "\\t" } else { separator.encode_utf8(&mut sign) };
                let help = text!(r#"write "dialect": {{"delimiter": "{sign}"}}"#);
                let mut declared = [0; 4];
                let declared = char::from(table.dialect.delimiter).encode_utf8(&mut declared);
                let message = "cells are separated in another way than declared";
                log.tell(at, Code::Delimiter, &found, declared, message, &help);
                return true;
            }
        }
        let message = "the first row is a title, not the names of the columns";
        log.tell(
            at,
            Code::TitleRow,
            only,
            "the names of the columns",
            message,
            "delete the rows above the header",
        );
        true
    }

    /// The column with this name.
    pub(crate) fn column(&self, label: &str) -> Option<usize> {
        self.labels.iter().position(|other| other == label)
    }

    /// The columns of a text in the languages: `name`, `name@en`.
    pub(crate) fn texts(&self, plan: &Plan, label: &str) -> TextColumns {
        let mut columns = TextColumns::default();
        for (tag, place) in plan.languages.tags.iter().zip(&plan.languages.places) {
            let column = self.column(&text!("{label}@{tag}"));
            if let Some(found) = columns.get_mut(*place) {
                *found = found.or(column);
            }
        }
        let [first, ..] = &mut columns;
        *first = self.column(label).or(*first);
        columns
    }

    /// The name of the column with this role: the one that is declared, else the one that is named so.
    pub(crate) fn role<'a>(&self, table: &'a Table, role: Role) -> Option<&'a str> {
        if let Some(field) = table.role(role) {
            return self.column(field.name).map(|_| field.name);
        }
        let word = ROLES.iter().find(|(_, other)| *other == role).map(|(word, _)| *word)?;
        let names = [word, if role == Role::Column { "col" } else { word }];
        let is_free = |name: &&str| !table.fields.iter().any(|field| field.name == *name);
        names.into_iter().filter(is_free).find(|name| self.column(name).is_some())
    }

    /// The same of a role that a table must have; tells where no field has it.
    pub(crate) fn required(&self, log: &mut Log, table: &Table, role: Role) -> Option<usize> {
        let name = self.role(table, role);
        if name.is_none() && table.role(role).is_none() && !table.is_unsure {
            let word = ROLES.iter().find(|(_, other)| *other == role).map_or("", |(word, _)| *word);
            let message = "no field has a role that one must have";
            let allowed = text!("a field with the role {word}, or a column of this name");
            log.tell(table.at, Code::RoleMissing, "nothing", &allowed, message, "");
        }
        name.and_then(|name| self.column(name))
    }

    /// Tells declared columns that are not there, and gives the columns of conditions.
    pub(crate) fn check(&mut self, log: &mut Log, table: &Table) -> bool {
        let labels: Vec<&str> = self.labels.iter().map(String::as_str).collect();
        let mut is_good = true;
        for field in &table.fields {
            if self.column(field.name).is_none() && !table.partial {
                is_good = false;
                let at = At { file: table.file, line: self.line, row: 1, ..At::default() };
                let at = if table.file == 0 { field.at } else { at };
                let message = "there is no column “{}”";
                let allowed = suggest::one_of(field.name, &labels);
                log.tell(at, Code::MissingLabel, field.name, &allowed, message, "");
            }
        }
        for condition in &table.conditions {
            if let Some(column) = self.column(condition.column) {
                self.conditions.push(column);
                continue;
            }
            is_good = false;
            let labels: Vec<&str> = self.labels.iter().map(String::as_str).collect();
            let allowed = suggest::one_of(condition.column, &labels);
            let message = "“where” names a column that is not there";
            log.tell(condition.at, Code::Where, condition.column, &allowed, message, "");
        }
        is_good
    }

    /// Whether the conditions keep a row.
    pub(crate) fn keeps(&self, table: &Table, row: &Row) -> bool {
        let mut conditions = table.conditions.iter().zip(&self.conditions);
        conditions.all(|(condition, column)| condition.values.contains(&row.get(*column)))
    }
}
