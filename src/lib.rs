//! Fujian's county key industrial chains as a widget: one dataset, a filter, charts, and painters.
//!
//! The core is a function of dataset and state. Everything up to [`paint`] is pure and gives the same
//! bytes on every platform; `web` and `cli` are the shells. ARCHITECTURE.md tells where things are.

pub mod chart;
mod codec;
pub mod color;
pub mod dataset;
pub mod error;
pub mod geometry;
pub mod language;
pub mod locale;
mod order;
pub mod paint;
pub mod quantity;
pub mod scene;
pub mod search;
pub mod text;
pub mod theme;
pub mod tier;
pub mod widget;
pub mod word;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(target_arch = "wasm32")]
mod web;

/// The texts that only one part of the program reads: the build moves them from the core into that part.
pub fn texts_of_parts() -> [(chart::Part, &'static str); 3] {
    use chart::Part;
    [(Part::Texts, dataset::TEXTS), (Part::Texts, locale::ANNEX), (Part::Charts, chart::WHITE_PAPER)]
}
