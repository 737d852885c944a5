//! The chips are the words of the facts.
