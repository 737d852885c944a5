//! Warns of English nouns that lack a form: “1 things” would stand in charts.

use county_chains_data::word::text;
use jsonc_parser::ast::Value;

use crate::languages::Languages;
use crate::log::Log;
use crate::walk::{Members, Node};
use crate::{Code, json};

/// Looks through the noun for entities, and through the units.
pub(super) fn check(log: &mut Log, root: &Value, languages: &Languages) {
    let Some(tag) = languages.english() else { return };
    let Some(root) = root.as_object().map(|object| Members { object }) else { return };
    if let Some(entity) = root.get("entity").and_then(|node| noun(node, tag)) {
        entity.check(log, &|_| true);
    }
    let units =
        root.get("units").and_then(|node| node.value.as_array()).map_or(&[][..], |array| &array.elements);
    for unit in units.iter().filter_map(|value| noun(Node { value }, tag)) {
        // Symbols such as km² are the same after each number.
        unit.check(log, &|many| many.ends_with('s') && many.len() > 2 || many == "people");
    }
}

/// The English words of a noun.
struct Noun<'a> {
    one: Option<Node<'a>>,
    many: Option<Node<'a>>,
}

/// The noun of an object. The language `tag` is English; if it is the first, texts without a tag are in it.
fn noun<'a>(node: Node<'a>, (tag, is_first): (&str, bool)) -> Option<Noun<'a>> {
    let members = Members { object: node.value.as_object()? };
    let of = |key: &str| {
        let tagged = members.get(&text!("{key}@{tag}"));
        tagged.or_else(|| members.get(key).filter(|_| is_first))
    };
    Some(Noun { one: of("one"), many: of("many") })
}

impl Noun<'_> {
    /// Warns of the form that is missing. `is_plural` says of the other one whether it is a word with two forms.
    fn check(&self, log: &mut Log, is_plural: &dyn Fn(&str) -> bool) {
        let (written, help) = match (&self.one, &self.many) {
            (None, Some(many)) if many.text().is_some_and(is_plural) => {
                (many, "write “one” too, the word after 1")
            }
            (Some(one), None) => (one, "write “many” too, the word after other numbers"),
            _ => return,
        };
        let message = "an English noun lacks a form: charts write “{}” after each number";
        let (at, word) = (json::at(json::start(written.value)), written.text().unwrap_or_default());
        log.tell(at, Code::NounForm, word, "one and many", message, help);
    }
}
