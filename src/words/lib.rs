//! Every word a reader sees that is not data, one file a language.
//!
//! Texts are templates with named places, `{total}`. A language that lacks a text does not compile, and tests hold that
//! all languages name the same places.
//!
//! The build writes the texts for the program, and the program reads that. So the wasm carries no tables of pointers, and
//! no Traditional text that a table of characters gives.

pub mod annex;
pub mod interface;
pub mod own;
mod texts;

pub use texts::{Texts, read, side_by_side, texts};
