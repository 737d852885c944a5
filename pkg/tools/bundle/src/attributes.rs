//! What scripts need to know of the attributes, as a module.

use county_chains::dataset::Dataset;
use county_chains::widget::{ATTRIBUTES, Attribute, List, Place, default_of};

const HEAD: &str = "// Written by the build from the table in src/widget/attributes.rs.\n";

/// Lists of names, and tables by name, which inherit nothing.
pub(crate) fn module(dataset: &Dataset) -> String {
    let list = |is: fn(&Attribute) -> bool| {
        let names = ATTRIBUTES.iter().filter(|attribute| is(attribute));
        names.map(|attribute| format!("{:?}", attribute.name)).collect::<Vec<_>>().join(", ")
    };
    let table = |of: fn(&Attribute, &Dataset) -> Option<String>| {
        let rows = ATTRIBUTES.iter().filter_map(|attribute| Some((attribute.name, of(attribute, dataset)?)));
        rows.map(|(name, value)| format!(", {name}: {value}")).collect::<String>()
    };
    [
        HEAD.to_owned(),
        constant("Attributes that set the state.", "SETTINGS", &format!("[{}]", list(is_set))),
        constant("Parts of the state without an attribute.", "OPENED", &format!("[{}]", list(is_opened))),
        constant(
            "Attributes that a reader's actions change.",
            "REFLECTED",
            &format!("[{}]", list(is_reflected)),
        ),
        // Without `__proto__`: scripts spread it into a table that has it, and minifiers make one literal of both, in which
        // a second one is an error.
        constant(
            "What attributes say that are not there.",
            "DEFAULTS",
            &format!("{{ {} }}", table(default).trim_start_matches(", ")),
        ),
        constant("Lists, and what their items are.", "LISTS", &object(&table(items))),
    ]
    .concat()
}

pub(crate) fn constant(about: &str, name: &str, value: &str) -> String {
    format!("\n/** {about} */\nexport const {name} = {value};\n")
}

pub(crate) fn object(rows: &str) -> String {
    format!("{{ __proto__: null{rows} }}")
}

fn is_set(attribute: &Attribute) -> bool {
    attribute.place == Place::Tag
}

fn is_opened(attribute: &Attribute) -> bool {
    attribute.place == Place::State
}

fn is_reflected(attribute: &Attribute) -> bool {
    attribute.is_reflected
}

/// Where the default is all words there are, none is told: only Rust knows them.
fn default(attribute: &Attribute, dataset: &Dataset) -> Option<String> {
    if attribute.list == Some(List::Words) {
        None
    } else {
        Some(format!("{:?}", default_of(attribute, dataset)?))
    }
}

fn items(attribute: &Attribute, _: &Dataset) -> Option<String> {
    let items = match attribute.list? {
        List::Words => "String",
        List::Numbers => "Number",
    };
    Some(items.to_owned())
}
