//! The dataset as values: facts, tiers, counties, what is worked out of them, and the small values that everything needs.
//!
//! The build fills a dataset and writes it as texts; the program reads these texts. So this crate touches no file and
//! holds no data.

pub mod codec;
pub mod dataset;
pub mod error;
pub mod language;
pub mod order;
pub mod quantity;
pub mod tier;
pub mod word;
