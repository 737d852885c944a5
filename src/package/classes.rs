//! Reads the values that a field declares, and the classes among them.

use county_chains_data::language::Localized;
use county_chains_data::quantity::count_text;
use county_chains_data::tier::MOST_TIERS;
use county_chains_data::word::text;
use jsonc_parser::ast::{ObjectProp, Value};

use crate::log::At;
use crate::plan::{Category, Plan};
use crate::walk::{Members, NAME, Node, SHORT, Walk, check_text};
use crate::{Class, Code, json, limits, suggest};

/// The values that a field declares; `None` where it declares none, or cannot be read.
pub(crate) fn categories<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Option<Vec<Category>> {
    let node = members.get("categories")?;
    node.value.as_array().is_none().then(|| walk.wrong(&node, "a list"));
    let mut list: Vec<Category> = Vec::new();
    for node in walk.list(members, "categories") {
        let entry = match node.value {
            Value::Object(_) => walk.members(&node),
            _ => None,
        };
        let value = entry.as_ref().map_or(Some(node), |entry| entry.get("value"));
        let text = value.as_ref().and_then(|node| json::cell_text(node.value));
        let (Some(value), Some(text)) = (value, text) else {
            walk.wrong(&node, "a value, or an object with value and label");
            continue;
        };
        let text = text.trim_ascii();
        if list.iter().any(|other| other.value == text) {
            let message = "the class “{}” stands twice";
            walk.log.tell(value.at(), Code::CategoryDuplicate, text, "each value once", message, "");
            continue;
        }
        let value = if check_text(walk.log, value.at(), text, SHORT) { walk.texts.keep(text) } else { "" };
        let label = Localized { zh_hans: value, zh_hant: value, en: value };
        let mut category = Category { value, label, short: Localized::EMPTY };
        let at = json::start(node.value);
        if let Some(entry) = entry {
            category.label = walk.localized_or(&entry, "label", NAME, value);
            category.short = walk.localized(&entry, "short", SHORT);
        }
        if let Some(label) = list.iter().find_map(|other| shared(&other.label, &category.label)) {
            tell_label(walk, entry.as_ref(), json::at(at), label);
        }
        list.push(category);
    }
    Some(list)
}

/// The label that two categories have in one of the languages: nobody could tell them apart there.
fn shared(one: &Localized, other: &Localized) -> Option<&'static str> {
    let pairs = [(one.en, other.en), (one.zh_hans, other.zh_hans), (one.zh_hant, other.zh_hant)];
    pairs.into_iter().find(|(one, other)| one == other && !one.is_empty()).map(|(one, _)| one)
}

/// Tells a label that another category has, where it is written; if it is the value, at the category itself.
fn tell_label(walk: &mut Walk, entry: Option<&Members>, at: At, label: &str) {
    let is_it = |property: &&ObjectProp| {
        let is_text = property.value.as_string_lit().is_some_and(|text| text.value == label);
        is_text && property.name.as_str().split('@').next() == Some("label")
    };
    let written = entry.and_then(|entry| entry.object.properties.iter().find(is_it));
    let at = written.map_or(at, |property| json::at(json::start(&property.value)));
    let message = "two categories have one label";
    let help = "where a category has no label, its value is the label";
    walk.log.tell(at, Code::CategoryLabelDuplicate, label, "a label of its own", message, help);
}

/// The classes, which one field declares.
pub(crate) fn read<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>, plan: &mut Plan) {
    let Some(node) = members.get("categories") else { return };
    let (Some(list), true) = (categories(walk, members), plan.classes_at.is_empty()) else { return };
    plan.classes_at = walk.elements(&node).iter().map(Node::at).collect();
    plan.classes_at.push(node.at());
    plan.package.classes.title = walk.localized(members, "title", NAME);
    plan.package.classes.ordered = walk.flag(members, "categoriesOrdered", false);
    let count = node.value.as_array().map_or(0, |array| array.elements.len());
    if !(limits::CLASSES_MIN..=MOST_TIERS).contains(&count) {
        let (least, most) = (count_text(limits::CLASSES_MIN), count_text(MOST_TIERS));
        let allowed = text!("{least} to {most}");
        let help = if count > MOST_TIERS {
            "put classes together, or keep some of them with “where”"
        } else {
            ""
        };
        let message = match count {
            1 => "there is {} class, 2 to 12 are allowed",
            _ => "there are {} classes, 2 to 12 are allowed",
        };
        walk.log.tell(node.at(), Code::ClassCount, &count_text(count), &allowed, message, help);
        return;
    }
    for (index, category) in list.into_iter().enumerate() {
        let number = walk.texts.keep(&count_text(index + 1));
        let numbers = Localized { zh_hans: number, zh_hant: number, en: number };
        plan.package.classes.list.push(Class {
            value: category.value,
            label: category.label,
            short: if category.short.is_empty() { numbers } else { category.short },
        });
    }
}

/// The words of the classes, for messages.
pub(crate) fn class_words(classes: &[Class]) -> String {
    let words: Vec<&str> = classes.iter().map(|class| class.value).collect();
    suggest::listed(&words)
}
