//! Datasets that are not ours: what is read of them, and what is told of mistakes in them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails may panic, and says why"
)]

mod charts;
mod digits;
mod diverging;
mod figures;
mod hostile;
mod inline;
mod kept;
mod kinds;
mod laws;
mod left_out;
mod lines;
mod listing;
#[path = "../support/mod.rs"]
mod picture;
mod planted;
mod quotients;
mod read;
mod sentences;
mod support;
mod told;
mod variants;
