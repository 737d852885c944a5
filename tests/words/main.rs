//! What a reader may be told: no sentence goes beyond the one article, and every chart, filter, indicator and language
//! keeps to `docs/editing.md`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod forbidden;
mod headlines;
mod pictures;
mod spoken;
#[path = "../support/mod.rs"]
mod support;
