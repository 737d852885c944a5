//! Attributes to state and back.

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
    let given = value.map(str::trim).filter(|value| !value.is_empty());
    let default = if given.is_none() { default_of(attribute, dataset) } else { None };
    let text = given.or(default.as_deref()).unwrap_or_default();
    (attribute.set)(state, dataset, text).map_err(|message| Error::at(name, message))
}

/// What an attribute says where nothing is set, if it says anything.
pub fn default_of(attribute: &Attribute, dataset: &Dataset) -> Option<String> {
    (attribute.get)(&State::of(dataset), dataset)
}

/// The whole state, each part in the form of its attribute; `None` for what is not set.
pub fn settings(state: &State, dataset: &Dataset) -> Vec<(&'static str, Option<String>)> {
    ATTRIBUTES.iter().map(|attribute| (attribute.name, (attribute.get)(state, dataset))).collect()
}
