//! The widget as a value: what it is set to, what a reader may do to it, and what it shows.

mod action;
mod announcement;
mod attributes;
mod credits;
mod environment;
mod settings;
mod share;
mod state;
mod validate;
mod view;

pub use action::{Action, Copied, Saved, apply};
pub use announcement::{Announcement, order, sentence};
pub use attributes::{ATTRIBUTES, About, Attribute, List, Place, Told};
pub use credits::{Credits, credits};
pub use environment::{Environment, Mode};
pub use settings::{SEPARATOR, default_of, restored, set_attribute, snapshot};
pub use share::{EmbedKind, Sharing, citation, embed_code, link, other_language, query};
pub use state::{Controls, Panel, Sort, State, ThemeChoice, ViewKind};
pub use validate::drop_unknown;
pub use view::{Chip, Detail, IndicatorChoice, Tab, View, context, layout, view};
