//! The chart `strip`: what its index holds, and what its pictures keep to.
//!
//! The data are made up, but for `countries.csv`: figures for 2023 by the Gapminder Foundation
//! (open-numbers/ddf--gapminder--fasttrack at 10e24e0e), CC BY 4.0, with Chinese names from datasets/country-codes, PDDL.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod data;
mod golden;
mod index;
mod pictures;
mod spots;
#[path = "../support/mod.rs"]
mod support;
