//! The form in which the build hands data and words to the program: values in a fixed order, one on each line.
//!
//! The module that owns the values describes their order once, as calls of a [`Codec`]. The build runs this description
//! with an encoder, the program with a decoder. Most Traditional texts differ from the Simplified ones in their characters
//! alone. The encoder leaves them out, and the decoder makes them by a table of characters.

mod decoder;
mod encoder;
mod fields;

pub use decoder::{Decoder, Simplified};
pub use encoder::Encoder;
pub use fields::Codec;
