//! Reads the fields of a table: roles, formats, missing values, classes, and what indicators say of themselves.

use county_chains_data::language::Localized;
use county_chains_data::word::text;
use jsonc_parser::ast::Value;

use crate::cell::Format;
use crate::plan::{Category, Field, Kind, Plan, ROLES, Role, Table, UNUSED};
use crate::walk::{Members, NAME, Node, SENTENCE, SHORT, Walk, check_text};
use crate::{
    Aggregate, Code, Direction, Indicator, Missing, Origin, Scale, Topic, descriptor, limits, suggest,
};

/// Reads a schema into a table.
pub(crate) fn read<'a>(walk: &mut Walk<'_, 'a>, schema: &Members<'a>, plan: &mut Plan, table: &mut Table) {
    table.partial = match schema.get("fieldsMatch") {
        None => false,
        Some(node) => {
            // The published profile of version 2.0 asks for a list.
            let only = node.value.as_array().and_then(|array| array.elements.first());
            let word = only.unwrap_or(node.value).as_string_lit().map_or("", |text| &*text.value);
            if !["exact", "equal", "subset", "superset", "partial"].contains(&word) {
                walk.wrong(&node, "exact, equal, subset, superset, partial");
            }
            word == "superset" || word == "partial"
        }
    };
    let missing = missing_values(walk, schema).unwrap_or_default();
    if let Some(node) = schema.get("fields") {
        table.at = node.at();
    }
    for members in walk.objects(schema, "fields") {
        let Some(field) = field(walk, &members, plan, table, &missing) else { continue };
        let is_twice = table.fields.iter().any(|other| other.role == field.role);
        if is_twice && !matches!(field.role, Role::Other | Role::Qualifier | Role::Unused | Role::Unknown) {
            let message = "“{}” has a role that another field has already";
            walk.log.tell(field.at, Code::RoleTwice, field.name, "one field", message, "");
        }
        table.is_unsure |= field.role == Role::Unknown;
        table.fields.push(field);
    }
}

fn field<'a>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    plan: &mut Plan,
    table: &Table,
    missing: &[Missing],
) -> Option<Field> {
    let Some((name, node)) = walk.text(members, "name") else {
        if members.get("name").is_none() {
            walk.missing(members, "name", "the name of a column");
        }
        return None;
    };
    if table.fields.iter().any(|field| field.name == name) {
        let message = "the field “{}” stands twice";
        walk.log.tell(node.at(), Code::DuplicateLabel, name, "each field once", message, "");
        return None;
    }
    let name = walk.texts.keep(name);
    let kind = walk.text(members, "type").map_or("", |(kind, _)| kind);
    let mut field = Field {
        name,
        role: role(walk, members, name),
        format: format(walk, members, kind),
        missing: missing_values(walk, members).unwrap_or_else(|| missing.to_vec()),
        at: node.at(),
    };
    let is_numeric = matches!(kind, "number" | "integer" | "year");
    let has_values = matches!(table.kind, Kind::Entities | Kind::Tiers);
    match field.role {
        Role::Tier if has_values => crate::classes::read(walk, members, plan),
        Role::Group => plan.groups = crate::classes::categories(walk, members).unwrap_or_default(),
        Role::Other if is_numeric && has_values => {
            field.role = indicator(walk, members, plan, table, &node).map_or(Role::Other, Role::Value);
        }
        Role::Other if table.kind == Kind::Facts && name == "topic" => {
            let topics = crate::classes::categories(walk, members).unwrap_or_default();
            let topic = |category: Category| Topic { value: category.value, label: category.label };
            plan.package.topics = topics.into_iter().map(topic).collect();
        }
        _ => {}
    }
    Some(field)
}

/// The role that the field declares, else that of its name.
fn role<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>, name: &str) -> Role {
    let named = |word: &str| ROLES.iter().find(|(known, _)| *known == word).map(|(_, role)| *role);
    let Some((word, node)) = walk.text(members, "role") else {
        return if name == "col" { Role::Column } else { named(name).unwrap_or(Role::Other) };
    };
    if word == UNUSED {
        return Role::Unused;
    }
    named(word).unwrap_or_else(|| {
        let words: Vec<&str> = ROLES.iter().map(|(word, _)| *word).chain([UNUSED]).collect();
        let message = "there is no role “{}”";
        walk.log.tell(node.at(), Code::UnknownRole, word, &suggest::one_of(word, &words), message, "");
        Role::Unknown
    })
}

fn format<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>, kind: &str) -> Format {
    let decimal = walk.character(members, "decimalChar").unwrap_or('.');
    let group = walk.character(members, "groupChar");
    if group == Some(decimal) {
        if let Some(node) = members.get("groupChar") {
            walk.wrong(&node, "another character than decimalChar");
        }
    }
    let bare = walk.flag(members, "bareNumber", true);
    let is_share = members.get("unit").and_then(|unit| unit.text()) == Some("percent");
    Format {
        decimal,
        group: group.filter(|group| *group != decimal),
        bare,
        percent: !bare && is_share,
        integer: kind == "integer" || kind == "year",
    }
}

/// `missingValues`: texts, or objects with a value and a label. Nothing at all is always missing.
fn missing_values<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Option<Vec<Missing>> {
    members.get("missingValues")?;
    let mut missing = Vec::new();
    for node in walk.list(members, "missingValues") {
        let (value, label) = match node.value {
            Value::Object(_) => {
                let Some(entry) = walk.members(&node) else { continue };
                let Some((value, _)) = walk.text(&entry, "value") else { continue };
                (value, walk.localized(&entry, "label", SENTENCE))
            }
            _ => match node.text() {
                Some(value) => (value, Localized::EMPTY),
                None => {
                    walk.wrong(&node, "a text, or an object with value and label");
                    continue;
                }
            },
        };
        let value = walk.texts.keep(value.trim());
        let all = Localized { zh_hans: value, zh_hant: value, en: value };
        // Reasons are kept by numbers of one byte.
        if missing.len() < 255 {
            missing.push(Missing { value, label: if label.is_empty() { all } else { label } });
        }
    }
    Some(missing)
}

/// An id that addresses can carry.
pub(crate) fn id(walk: &mut Walk, name: &str) -> &'static str {
    walk.texts.keep(&slug(name))
}

/// A name with a hyphen for what addresses cannot carry.
pub(crate) fn slug(name: &str) -> String {
    let mut id = String::new();
    for character in name.chars() {
        if character.is_alphanumeric() || matches!(character, '.' | '_' | '-') {
            id.push(character);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id
}

/// The indicator of a numeric field; gives its index. A field of the same name in the other table is the same indicator.
fn indicator<'a>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    plan: &mut Plan,
    table: &Table,
    name: &Node<'a>,
) -> Option<usize> {
    let is_entities = table.kind == Kind::Entities;
    let origin = if is_entities { Origin::Entities(entity_columns(plan)) } else { Origin::Tiers };
    let default = if is_entities { Aggregate::Median } else { Aggregate::None };
    let indicator = described(walk, members, plan, name, origin, default)?;
    let same = plan.package.indicators.iter().position(|other| other.id == indicator.id);
    let Some(index) = same else {
        plan.indicators_at.push(name.at());
        plan.package.indicators.push(indicator);
        return Some(plan.package.indicators.len() - 1);
    };
    let other = plan.package.indicators.get_mut(index)?;
    let is_own = matches!((other.origin, is_entities), (Origin::Tiers, true) | (Origin::Entities(_), false));
    let is_other_name = table.fields.iter().any(|field| field.role == Role::Value(index));
    if !is_own || is_other_name {
        let message = "two fields make one id";
        walk.log.tell(name.at(), Code::Identifier, indicator.id, "a name of its own", message, "");
        return None;
    }
    if is_entities {
        *other = indicator;
    }
    Some(index)
}

/// How many indicators have values of entities.
pub(crate) fn entity_columns(plan: &Plan) -> usize {
    let of_entities = |indicator: &&Indicator| matches!(indicator.origin, Origin::Entities(_));
    plan.package.indicators.iter().filter(of_entities).count()
}

/// What an indicator says of itself.
pub(crate) fn described<'a>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    plan: &mut Plan,
    name: &Node<'a>,
    origin: Origin,
    default: Aggregate,
) -> Option<Indicator> {
    let word = name.text()?;
    if !check_text(walk.log, name.at(), word, NAME) {
        return None;
    }
    let id = id(walk, word);
    let name = walk.texts.keep(word);
    let title = walk.localized_or(members, "title", NAME, name);
    let short = walk.localized(members, "short", SHORT);
    let unit = descriptor::unit(walk, members, &plan.units);
    let known = plan.package.indicators.iter().position(|other| other.id == id);
    let indicator = known.unwrap_or(plan.package.indicators.len());
    Some(Indicator {
        id,
        origin,
        title,
        short: if short.is_empty() { title } else { short },
        description: walk.localized(members, "description", SENTENCE),
        unit: unit.key,
        kind: unit.kind,
        noun: unit.noun,
        decimals: decimals(walk, members),
        is_year: walk.text(members, "type").is_some_and(|(kind, _)| kind == "year"),
        period: walk.localized(members, "period", SHORT),
        aggregate: crate::derived::aggregate(walk, members, plan, indicator, default),
        formula: crate::derived::formula(walk, members, plan, id),
        direction: one_of(
            walk,
            members,
            "direction",
            &[("none", Direction::None), ("up", Direction::Up), ("down", Direction::Down)],
        ),
        scale: one_of(walk, members, "scale", &[("linear", Scale::Linear), ("log", Scale::Log)]),
    })
}

/// How many decimals are shown.
fn decimals<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Option<u8> {
    let node = members.get("decimals")?;
    let number =
        node.value.as_number_lit().and_then(|number| crate::cell::number(number.value, &Format::PLAIN).ok());
    let whole =
        number.filter(|value| value.floor() == *value && (0.0..=limits::DECIMALS as f64).contains(value));
    if whole.is_none() {
        walk.wrong(&node, "a whole number from 0 to 9");
    }
    whole.map(|value| value as u8)
}

/// One of a few words; the first where there is none.
fn one_of<'a, T: Copy + Default>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    key: &str,
    words: &[(&str, T)],
) -> T {
    let Some((word, node)) = walk.text(members, key) else { return T::default() };
    let value = words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    value.unwrap_or_else(|| {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        walk.wrong(&node, &suggest::one_of(word, &words));
        T::default()
    })
}

/// Tells too many indicators, and weights that are no numbers of entities.
pub(crate) fn check_indicators(walk: &mut Walk, plan: &mut Plan) {
    let columns: Vec<(&str, &'static str)> = plan
        .tables
        .iter()
        .flat_map(|table| &table.fields)
        .filter_map(|field| {
            let Role::Value(index) = field.role else { return None };
            let indicator = plan.package.indicators.get(index)?;
            matches!(indicator.origin, Origin::Entities(_)).then_some((field.name, indicator.id))
        })
        .collect();
    for (indicator, name, at) in std::mem::take(&mut plan.weights) {
        match columns.iter().find(|(column, _)| *column == name) {
            Some((_, id)) => {
                if let Some(indicator) = plan.package.indicators.get_mut(indicator) {
                    indicator.aggregate = Aggregate::Mean(id);
                }
            }
            None => {
                let names: Vec<&str> = columns.iter().map(|(column, _)| *column).collect();
                let allowed = text!("a numeric column: {suggest::one_of(name, &names)}");
                let message = "there is no numeric column “{}” to weight by";
                walk.log.tell(at, Code::AggregateWeight, name, &allowed, message, "");
            }
        }
    }
}
