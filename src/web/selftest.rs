//! What the build asks of the finished wasm: that the lowering of newer instructions kept Rust's casts.

use wasm_bindgen::prelude::*;

/// `value as i32`, which saturates and takes NaN to 0.
#[wasm_bindgen]
pub fn cast_i32(value: f64) -> i32 {
    value as i32
}

/// `value as u8`, which saturates and takes NaN to 0.
#[wasm_bindgen]
pub fn cast_u8(value: f64) -> u8 {
    value as u8
}
