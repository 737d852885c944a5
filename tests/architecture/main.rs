//! The rules of the house that neither the compiler nor clippy can hold: who may name whom, and what stands where.
//!
//! ARCHITECTURE.md gives the reasons. A failure names the file, the line and the rule.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod floors;
mod names;
mod source;

use source::Source;

/// Fails with every breach of a rule, and the rule itself.
fn hold(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}\n{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

/// Every source file below `src/`.
fn sources() -> Vec<Source> {
    let found = source::read();
    assert!(found.len() > 30, "only {} files found", found.len());
    found
}
