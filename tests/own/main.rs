//! Datasets that are not ours: what is read of them, and what is told of mistakes in them.

mod planted;
mod support;
