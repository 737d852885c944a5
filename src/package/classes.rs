//! Reads the values that a field declares, and the classes among them.

use county_chains_data::language::Localized;
use county_chains_data::quantity::count_text;
use county_chains_data::tier::MOST_TIERS;
use county_chains_data::word::text;
use jsonc_parser::ast::Value;

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
        let mut category = Category { value, label: Localized::EMPTY, short: Localized::EMPTY };
        if let Some(entry) = entry {
            category.label = label(walk, &entry, &list);
            category.short = walk.localized(&entry, "short", SHORT);
        }
        if category.label.is_empty() {
            category.label = Localized { zh_hans: value, zh_hant: value, en: value };
        }
        list.push(category);
    }
    Some(list)
}

/// The label of a category, which must be its own.
fn label<'a>(walk: &mut Walk<'_, 'a>, entry: &Members<'a>, list: &[Category]) -> Localized {
    let label = walk.localized(entry, "label", NAME);
    if !label.is_empty() && list.iter().any(|other| other.label == label) {
        let at = entry.get("label").map_or(entry.at("label"), |node| node.at());
        let message = "two categories have one label";
        walk.log.tell(at, Code::CategoryLabelDuplicate, label.en, "a label of its own", message, "");
    }
    label
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
