//! What the page around a widget tells of itself.

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
#[derive(Debug, Clone, PartialEq)]
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
}
