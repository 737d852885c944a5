//! What the page around a widget tells of itself.

use crate::chart::index::Indexes;
use crate::language::Language;

/// How a view is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// As the reader has set it, with controls.
    Live,
    /// All at once and without controls, as print, files and the static version need it.
    Static,
}

/// What the page tells, as against what the widget is set to.
#[derive(Debug, Clone)]
pub struct Environment {
    /// Width of the container in CSS pixels.
    pub width: f64,
    /// Whether the reader's system prefers dark.
    pub dark: bool,
    /// Whether the page's font is wider than labels are reckoned: they are squeezed to what is.
    pub wide_font: bool,
    /// How the view is laid out.
    pub mode: Mode,
    /// Whether the reader's system has a sheet of its own for sharing.
    pub can_share: bool,
    /// The page's language.
    pub language: Language,
    /// Address of the folder that holds the widget's files.
    pub base: String,
    /// Address of the descriptor, if the dataset is not ours and has one.
    pub src: String,
    /// Indexes of the dataset, where the shell keeps them from one drawing to the next.
    pub indexes: Option<&'static Indexes>,
}

/// The longest name of a dataset beside the page for frames.
const LONGEST: usize = 64;

impl Environment {
    /// The name by which the page for frames knows the dataset: it is in the folder `data/NAME` beside that page.
    pub fn data_name(&self) -> Option<&str> {
        let name =
            self.src.strip_prefix(&*self.base)?.strip_prefix("data/")?.strip_suffix("/datapackage.json")?;
        let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (!name.is_empty() && name.len() <= LONGEST && name.bytes().all(is_name)).then_some(name)
    }
}
