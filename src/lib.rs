//! Fujian's county key industrial chains as a widget: one dataset, a filter, charts, and painters.
//!
//! Everything up to [`paint`] is pure: a function of dataset, state and environment. It gives the same
//! bytes on every platform; `web` and `cli` are the shells. ARCHITECTURE.md tells where things are.

pub mod chart;
pub mod color;
pub mod dataset;
mod embedded;
pub mod geometry;
pub mod locale;
pub mod own;
pub mod paint;
pub mod scene;
pub mod search;
pub mod text;
pub mod theme;
pub mod widget;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(target_arch = "wasm32")]
mod web;

use county_chains_data::{codec, order};
pub use county_chains_data::{error, language, quantity, tier, word};
pub use county_chains_package as package;
