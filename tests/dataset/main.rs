//! The laws of the data: what the article says, no more and no less, and every derived number right.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "../support/skip.rs"]
mod skip;
#[path = "../support/mod.rs"]
mod support;

mod counties;
mod counts;
mod derived;
mod files;
mod origin;
mod published;
mod words;
