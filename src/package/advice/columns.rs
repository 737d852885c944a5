//! Warns of columns that are almost ones that we read, so that what is in them is lost.

use county_chains_data::word::text;

use crate::header::Header;
use crate::log::{At, Log};
use crate::plan::{Kind, Role, Table};
use crate::{Code, json, suggest};

/// The columns of the table of facts.
const FACTS: [&str; 16] = [
    "id",
    "quote",
    "topic",
    "tier",
    "entities",
    "indicator",
    "value",
    "unit",
    "period",
    "qualifier",
    "tags",
    "place",
    "subject",
    "statement",
    "note",
    "source",
];

/// Looks through the header of a table.
pub(super) fn check(log: &mut Log, table: &Table, header: &Header) {
    let is_value = |field: &&crate::plan::Field| matches!(field.role, Role::Value(_));
    let qualifiers = || table.fields.iter().filter(is_value).map(|field| text!("{field.name}.qualifier"));
    let read: Vec<String> = match table.kind {
        Kind::Entities | Kind::Tiers => qualifiers().collect(),
        Kind::Facts => FACTS.map(String::from).to_vec(),
        Kind::Grid => return,
    };
    let is_there = |word: &str| header.labels.iter().any(|label| label == word);
    let free: Vec<&str> = read.iter().map(String::as_str).filter(|word| !is_there(word)).collect();
    for (column, label) in header.labels.iter().enumerate() {
        let base = label.split('@').next().unwrap_or_default();
        if read.iter().any(|word| word == base) {
            continue;
        }
        let most = if base.chars().count() < 6 { 1 } else { 2 };
        let near = free.iter().find(|word| suggest::distance(base, word, most) <= most);
        let field = table.fields.iter().find(|field| field.name == label);
        let is_lost = match table.kind {
            Kind::Facts => near.is_some() || base.ends_with(".qualifier"),
            _ => match (field.map_or(Role::Other, |field| field.role), base.strip_suffix(".qualifier")) {
                // How exact a column is that nobody draws says nothing.
                (Role::Qualifier | Role::Other, Some(of)) => !is_there(of),
                (Role::Qualifier, None) => true,
                (Role::Other, None) => near.is_some() || base == "qualifier",
                _ => false,
            },
        };
        if is_lost {
            let at = match field {
                _ if table.file > 0 => {
                    At { file: table.file, line: header.line, column: column + 1, row: 1, key: "" }
                }
                Some(field) => field.at,
                None => json::at(table.data),
            };
            let help = near.map_or(String::new(), |near| text!("did you mean “{near}”?"));
            let allowed = suggest::listed(&free);
            log.tell(at, Code::UnusedColumn, label, &allowed, "nothing reads the column “{}”", &help);
        }
    }
}
