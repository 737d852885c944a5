//! A tape: texts in a fixed order, a value a line, written by the build and read by the program.
//!
//! What goes over it is described once, by the module that owns it, and that description serves both
//! directions. Traditional Chinese is mostly Simplified in other characters, so the tape holds only those
//! Traditional texts that a table of characters does not give.

mod head;
mod reader;

pub(crate) use head::Tape;
pub(crate) use reader::{Reader, simplified};
