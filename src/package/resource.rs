//! Reads the tables of the descriptor: where they are, how they are written, which rows are kept.

use county_chains_data::quantity::count_text;
use jsonc_parser::ast::Value;

use crate::csv::Dialect;
use crate::log::At;
use crate::paths::path_fault;
use crate::plan::{Condition, KINDS, Kind, Plan, Role, Table};
use crate::walk::{Members, Node, Walk};
use crate::{Code, Wanted, encodings, fields, json, limits, suggest};

/// Adds the tables to the plan, those with entities first, since classes are declared there. Gives the data that the descriptor
/// holds itself, with the indexes of their tables.
pub(crate) fn read<'a>(
    walk: &mut Walk<'_, 'a>,
    root: &Members<'a>,
    plan: &mut Plan,
) -> Vec<(usize, Node<'a>)> {
    let resources = walk.objects(root, "resources");
    if resources.is_empty() {
        // What is no list, or has something else in it, has been told.
        let list = root.get("resources").map(|node| node.value.as_array());
        if list.is_none_or(|list| list.is_some_and(|array| array.elements.is_empty())) {
            walk.missing(root, "resources", "a list with a table named entities");
        }
        return Vec::new();
    }
    if resources.len() > limits::RESOURCES {
        let allowed = count_text(limits::RESOURCES);
        let found = count_text(resources.len());
        walk.log.tell(
            root.at("resources"),
            Code::TooLarge,
            &found,
            &allowed,
            "there are too many tables",
            "",
        );
    }
    let single = resources.len() == 1;
    let mut found = Vec::new();
    for (number, resource) in resources.iter().enumerate().take(limits::RESOURCES) {
        if let Some(kind) = kind(walk, resource, single) {
            found.push((kind, resource, number));
        }
    }
    if !found.iter().any(|(kind, ..)| matches!(kind, Kind::Entities | Kind::Tiers)) && !resources.is_empty() {
        let message = "no table is named entities or tiers";
        let names = "a table named entities";
        walk.log.tell(root.at("resources"), Code::MissingProperty, "nothing", names, message, "");
    }
    plan.kinds = found.iter().map(|(kind, ..)| *kind).collect();
    let mut data = Vec::new();
    for (index, (kind, resource, number)) in found.iter().enumerate() {
        if found.iter().take(index).any(|(other, ..)| other == kind) {
            let message = "two tables have one name";
            let found = resource.get("name").and_then(|node| node.text()).unwrap_or_default();
            walk.log.tell(resource.at("name"), Code::RoleTwice, found, "each table once", message, "");
            continue;
        }
        let source = source(walk, resource, *number);
        let table = table(walk, resource, *kind, plan, &source);
        if let Source::Data(node) = source {
            data.push((plan.tables.len(), node));
        }
        plan.tables.push(table);
    }
    require_classes(walk, plan);
    crate::derived::read(walk, root, plan);
    data
}

/// Where the data of a table are.
enum Source<'a> {
    File(usize, Wanted, At),
    Data(Node<'a>),
    /// Nowhere, which has been told. Its fields are read all the same, since others name them.
    Lost,
}

fn source<'a>(walk: &mut Walk<'_, 'a>, resource: &Members<'a>, index: usize) -> Source<'a> {
    match (resource.get("data"), resource.get("path")) {
        (Some(_), Some(path)) => {
            let message = "a table has both “path” and “data”";
            walk.log.tell(path.at(), Code::TypeError, "path and data", "one of them", message, "");
        }
        (Some(node), None) => return Source::Data(node),
        (None, Some(node)) => {
            if let Some(path) = path(walk, &node) {
                let (encoding, at) = encodings::declared(walk, resource);
                let wanted = Wanted { path: path.to_owned(), encoding, ..Wanted::default() };
                return Source::File(walk.log.file(path, index), wanted, at);
            }
        }
        (None, None) => walk.missing(resource, "path", "“path” or “data”"),
    }
    Source::Lost
}

/// What a table is for. A single table needs no name.
fn kind<'a>(walk: &mut Walk<'_, 'a>, resource: &Members<'a>, single: bool) -> Option<Kind> {
    let name = walk.text(resource, "name");
    let word = name.as_ref().map_or("", |(word, _)| *word);
    let known = KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    if known.is_some() || single {
        return Some(known.unwrap_or(Kind::Entities));
    }
    let names = KINDS.map(|(name, _)| name);
    let at = name.map_or(resource.at("name"), |(_, node)| node.at());
    let message = "no chart reads the table “{}”";
    walk.log.tell(at, Code::UnusedTable, word, &suggest::one_of(word, &names), message, "");
    None
}

/// A path below the folder of the descriptor.
fn path<'a>(walk: &mut Walk<'_, 'a>, node: &Node<'a>) -> Option<&'a str> {
    let path = match node.value {
        Value::Array(array) => match array.elements.as_slice() {
            [Value::StringLit(only)] => Some(&*only.value),
            _ => None,
        },
        _ => node.text(),
    };
    let Some(path) = path else {
        walk.wrong(node, "one path");
        return None;
    };
    if let Some(fault) = path_fault(path) {
        walk.log.tell(node.at(), Code::BadPath, path, &fault.allowed, fault.message, &fault.help);
        return None;
    }
    Some(path)
}

fn table<'a>(
    walk: &mut Walk<'_, 'a>,
    resource: &Members<'a>,
    kind: Kind,
    plan: &mut Plan,
    source: &Source<'a>,
) -> Table {
    let dialect = dialect(walk, resource);
    let conditions = conditions(walk, resource);
    let written = |wanted: &Wanted| Wanted {
        delimiter: char::from(dialect.delimiter),
        quote: char::from(dialect.quote),
        ..wanted.clone()
    };
    let (file, wanted, encoding_at) = match source {
        Source::File(file, wanted, at) => (*file, Some(written(wanted)), *at),
        Source::Data(_) | Source::Lost => (0, None, At::default()),
    };
    let mut table = Table {
        kind,
        data: 0,
        file,
        wanted,
        encoding_at,
        dialect,
        fields: Vec::new(),
        at: resource.at("schema"),
        partial: false,
        conditions,
        is_unsure: false,
        is_lost: matches!(source, Source::Lost),
    };
    if let Some(schema) = resource.get("schema").and_then(|node| walk.members(&node)) {
        fields::read(walk, &schema, plan, &mut table);
    }
    let labels = table.fields.iter().map(|field| field.name.to_owned());
    if let Some(wanted) = table.wanted.as_mut().filter(|_| !dialect.header) {
        wanted.labels = Some(labels.collect());
    }
    require_roles(walk, &table);
    table
}

/// Roles that a table must have, unless columns of these names turn up in its file.
fn require_roles(walk: &mut Walk, table: &Table) {
    if !matches!(table.kind, Kind::Entities | Kind::Tiers) || table.is_unsure {
        return;
    }
    if table.role(Role::Tier).is_none() {
        let message = "no field has the role tier, which says the class";
        let help = r#"give it "role": "tier" and "categories""#;
        walk.log.tell(table.at, Code::RoleMissing, "nothing", "a field with the role tier", message, help);
    }
}

/// Tells classes that no field lists. One list holds for all tables.
fn require_classes(walk: &mut Walk, plan: &Plan) {
    let is_of = |table: &&Table, kind| table.kind == kind && table.role(Role::Tier).is_some();
    let table = |kind| plan.tables.iter().find(|table| is_of(table, kind));
    let Some(table) = table(Kind::Entities).or_else(|| table(Kind::Tiers)) else { return };
    if plan.classes_at.is_empty() {
        let message = "the field with the role tier does not list its classes";
        let allowed = "“categories” with 2 to 12 classes";
        walk.log.tell(table.at, Code::ClassCount, "nothing", allowed, message, "");
    }
}

fn dialect<'a>(walk: &mut Walk<'_, 'a>, resource: &Members<'a>) -> Dialect {
    let mut dialect = Dialect { delimiter: b',', quote: b'"', header: true };
    let Some(members) = resource.get("dialect").and_then(|node| walk.members(&node)) else { return dialect };
    if let Some(delimiter) = walk.character(&members, "delimiter") {
        match delimiter {
            ',' | ';' | '\t' | '|' => dialect.delimiter = delimiter as u8,
            _ => {
                let found = delimiter.encode_utf8(&mut [0; 4]).to_owned();
                let message = "files with this separator are not read";
                let at = members.get("delimiter").map_or(members.at("delimiter"), |node| node.at());
                walk.log.tell(at, Code::Delimiter, &found, ", ; tab |", message, "");
            }
        }
    }
    if let Some(quote) = walk.character(&members, "quoteChar") {
        match quote {
            '"' | '\'' | '`' => dialect.quote = quote as u8,
            _ => {
                if let Some(node) = members.get("quoteChar") {
                    walk.wrong(&node, "\" ' `");
                }
            }
        }
    }
    if !walk.flag(&members, "doubleQuote", true) {
        if let Some(node) = members.get("doubleQuote") {
            walk.wrong(&node, "true: a quotation mark within a quoted cell stands there twice");
        }
    }
    dialect.header = walk.flag(&members, "header", true);
    dialect
}

/// The words of cells that mean true, and those that mean false.
const TRUE: [&str; 4] = ["true", "True", "TRUE", "1"];
const FALSE: [&str; 4] = ["false", "False", "FALSE", "0"];

/// The conditions of `where`: names of columns, each with a value or a list of values.
fn conditions<'a>(walk: &mut Walk<'_, 'a>, resource: &Members<'a>) -> Vec<Condition> {
    let Some(members) = resource.get("where").and_then(|node| walk.members(&node)) else { return Vec::new() };
    let mut conditions = Vec::new();
    for property in &members.object.properties {
        let node = Node { value: &property.value };
        let nodes = match node.value {
            Value::Array(_) => walk.elements(&node),
            _ => vec![node],
        };
        let mut values = Vec::new();
        for node in &nodes {
            match json::cell_text(node.value) {
                // Files write them in several ways, which the standard lists.
                Some(_) if node.value.as_boolean_lit().is_some_and(|boolean| boolean.value) => {
                    values.extend(TRUE)
                }
                Some(_) if node.value.as_boolean_lit().is_some() => values.extend(FALSE),
                Some(text) => values.push(walk.texts.keep(&text)),
                None => walk.wrong(node, "a value, or a list of values"),
            }
        }
        let column = walk.texts.keep(property.name.as_str());
        conditions.push(Condition { column, values, at: node.at() });
    }
    conditions
}
