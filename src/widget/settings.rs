//! Attributes to state and back, and the state as one text.

use super::attributes::{ATTRIBUTES, Attribute};
use super::state::State;
use crate::dataset::Dataset;
use crate::error::Error;

/// Sets what the attribute `name` says; `None` brings its default back. A bad value changes nothing.
///
/// # Errors
/// Names the attribute, the value and what is allowed.
pub fn set_attribute(
    state: &mut State,
    dataset: &Dataset,
    name: &str,
    value: Option<&str>,
) -> Result<(), Error> {
    let Some(attribute) = ATTRIBUTES.iter().find(|attribute| attribute.name == name) else {
        return Err(Error::at(name, "unknown attribute"));
    };
    set(attribute, state, dataset, value)
}

/// Sets what this attribute says.
fn set(
    attribute: &Attribute,
    state: &mut State,
    dataset: &Dataset,
    value: Option<&str>,
) -> Result<(), Error> {
    let given = value.map(str::trim).filter(|value| !value.is_empty());
    let default = if given.is_none() { default_of(attribute, dataset) } else { None };
    let text = given.or(default.as_deref()).unwrap_or_default();
    (attribute.set)(state, dataset, text).map_err(|message| Error::at(attribute.name, message))
}

/// What an attribute says where nothing is set, if it says anything.
pub fn default_of(attribute: &Attribute, dataset: &Dataset) -> Option<String> {
    (attribute.get)(&State::of(dataset), dataset)
}

/// Ends each value of a state as text. No text of a page shows this character.
pub const SEPARATOR: char = '\u{1F}';

/// The state as it leaves Rust: each value in the form of its attribute and in the order of the table, `None` for what is not
/// set; and last all of them as one text, from which [`restored`] reads the state. The text leaves separators inside of
/// values out.
pub fn snapshot(state: &State, dataset: &Dataset) -> Vec<Option<String>> {
    let mut text = String::new();
    let mut snapshot = Vec::new();
    for attribute in &ATTRIBUTES {
        let value = (attribute.get)(state, dataset);
        for part in value.as_deref().unwrap_or_default().split(SEPARATOR) {
            text.push_str(part);
        }
        text.push(SEPARATOR);
        snapshot.push(value);
    }
    snapshot.push(Some(text));
    snapshot
}

/// The state of a [`snapshot`], of which `parts` are the values. Takes no more parts than there are attributes. What is
/// empty or missing has its default.
///
/// # Errors
/// Names the first attribute whose value is bad, the value and what is allowed.
pub fn restored<'a>(dataset: &Dataset, parts: &mut impl Iterator<Item = &'a str>) -> Result<State, Error> {
    let mut state = State::of(dataset);
    for (attribute, value) in ATTRIBUTES.iter().zip(parts) {
        set(attribute, &mut state, dataset, Some(value))?;
    }
    Ok(state)
}
