//! The widget as a value: what it is set to, what a reader may do to it, and what it shows.

mod action;
mod announcement;
mod embed;
mod environment;
mod settings;
mod state;
mod view;

pub use action::{Action, Saved, apply};
pub use embed::{EmbedKind, citation, embed_code};
pub use environment::Environment;
pub use settings::{ATTRIBUTES, set_attribute, settings};
pub use state::{Controls, Panel, State, ThemeChoice, ViewKind};
pub use view::{Chip, Detail, IndicatorChoice, Tab, View, brief, layout, view};
