//! Warns of names in the descriptor that are almost known ones, and of texts in languages that it does not declare.

use county_chains_data::quantity::count_text;
use county_chains_data::word::{joined, shortened, text};
use jsonc_parser::ast::Value;

use crate::languages::Languages;
use crate::log::{Log, counted};
use crate::plan::KINDS;
use crate::walk::Members;
use crate::{Code, json, suggest};

/// What an object may have, and what is in it.
struct Shape {
    /// Its names, with blanks between them.
    names: &'static str,
    inner: &'static [(&'static str, Shape)],
}

/// What a descriptor may have, by the standard and by us.
const DESCRIPTOR: Shape = Shape {
    names: "$schema name id title description homepage version created keywords contributors \
            licenses sources image resources languages edition entity notes units derived stories",
    inner: &[
        ("entity", flat("one many")),
        ("sources", flat("title publisher path email version")),
        ("licenses", flat("name path title")),
        ("units", flat("name symbol one many")),
        (
            "derived",
            flat(
                "name type title description short unit shortUnit decimals period aggregate formula \
                 direction scale format comment",
            ),
        ),
        ("stories", flat("chart indicator heading summary")),
    ],
};

const RESOURCE: Shape = Shape {
    names: "$schema name type path data title description format mediatype encoding bytes hash \
            sources licenses schema where dialect",
    inner: &[
        (
            "dialect",
            flat(
                "$schema delimiter quoteChar doubleQuote header lineTerminator skipInitialSpace \
                 commentChar csvddfVersion caseSensitiveHeader",
            ),
        ),
        ("schema", SCHEMA),
    ],
};

const SCHEMA: Shape = Shape {
    names: "$schema name title fields fieldsMatch primaryKey uniqueKeys foreignKeys missingValues",
    inner: &[("fields", FIELD), ("missingValues", MISSING)],
};

const FIELD: Shape = Shape {
    names: "name type format title description example constraints categories categoriesOrdered \
            missingValues rdfType trueValues falseValues decimalChar groupChar bareNumber role unit \
            shortUnit decimals period aggregate formula direction scale short mean comment",
    inner: &[("categories", flat("value label short title description")), ("missingValues", MISSING)],
};

/// A word for a value that is missing.
const MISSING: Shape = flat("value label");

const fn flat(names: &'static str) -> Shape {
    Shape { names, inner: &[] }
}

/// Looks through the descriptor, with the tables that are read. Names that are not almost known ones are legal.
pub(super) fn check(log: &mut Log, root: &Value, languages: &Languages) {
    look(log, languages, root, &DESCRIPTOR);
    let resources = root.as_object().and_then(|root| Members { object: root }.get("resources"));
    let resources = resources.and_then(|node| node.value.as_array()).map_or(&[][..], |array| &array.elements);
    let is_read = |resource: &&Value| {
        let name = resource.as_object().and_then(|object| Members { object }.get("name"));
        let name = name.and_then(|node| node.text()).unwrap_or_default();
        resources.len() == 1 || KINDS.iter().any(|(known, _)| *known == name)
    };
    resources.iter().filter(is_read).for_each(|resource| look(log, languages, resource, &RESOURCE));
}

/// Looks through an object, or through each in a list.
fn look(log: &mut Log, languages: &Languages, value: &Value, shape: &Shape) {
    match value {
        Value::Array(array) => {
            array.elements.iter().for_each(|element| look(log, languages, element, shape));
        }
        Value::Object(object) => {
            let known: Vec<&str> = shape.names.split(' ').collect();
            for property in &object.properties {
                let name = property.name.as_str();
                check_name(log, languages, name, property.range.start, &known);
                if let Some((_, shape)) = shape.inner.iter().find(|(inner, _)| *inner == name) {
                    look(log, languages, &property.value, shape);
                }
            }
        }
        _ => {}
    }
}

fn check_name(log: &mut Log, languages: &Languages, name: &str, byte: usize, known: &[&str]) {
    let at = json::at(byte);
    let (base, tag) = name.split_once('@').unwrap_or((name, ""));
    if known.contains(&base) {
        let is_declared = languages.tags.iter().any(|other| other.eq_ignore_ascii_case(tag));
        if !tag.is_empty() && !is_declared {
            let allowed = suggest::listed(&languages.tags);
            let message = "a text is in a language that “languages” does not declare";
            log.tell(at, Code::UnknownProperty, name, &allowed, message, "");
        }
    } else if base.len() >= 4 {
        if let Some(near) = suggest::nearest(base, known) {
            let help = text!("did you mean “{near}”?");
            log.tell(at, Code::UnknownProperty, name, near, "nothing reads “{}”", &help);
        }
    }
}

/// Warns of languages that lack texts.
pub(super) fn check_languages(log: &mut Log, languages: &Languages) {
    for (index, (tag, lacking)) in languages.tags.iter().zip(&languages.lacking).enumerate().skip(1) {
        if *lacking > 0 {
            let lacked = languages.lacked.get(index).map_or(&[][..], Vec::as_slice);
            let texts: Vec<String> = lacked.iter().map(|one| text!("“{shortened(one, 40)}”")).collect();
            let texts = joined(", ", texts.iter().map(String::as_str));
            let help = match lacking.saturating_sub(lacked.len()) {
                0 => text!("translate {texts}"),
                more => text!("translate {texts} and {count_text(more)} more"),
            };
            let found = counted(*lacking, "text is missing", "texts are missing");
            let message = "texts are missing in a language; those of another one stand in their place";
            log.tell(
                json::at(languages.at.get(index).copied().unwrap_or_default()),
                Code::MissingTranslation,
                &found,
                &text!("texts in {tag}"),
                message,
                &help,
            );
        }
    }
}
