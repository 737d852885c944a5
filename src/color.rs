//! Colours in sRGB and the contrast between them.

use std::fmt;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, 0–255.
    pub red: u8,
    /// Green, 0–255.
    pub green: u8,
    /// Blue, 0–255.
    pub blue: u8,
}

impl Color {
    /// The colour written `0xRRGGBB`.
    pub const fn hex(value: u32) -> Self {
        Color { red: (value >> 16) as u8, green: (value >> 8) as u8, blue: value as u8 }
    }

    /// This colour laid at `opacity` (0–1) over `ground`.
    pub fn over(self, ground: Color, opacity: f64) -> Color {
        let mix = |top: u8, under: u8| {
            (f64::from(top) * opacity + f64::from(under) * (1.0 - opacity)).round() as u8
        };
        Color {
            red: mix(self.red, ground.red),
            green: mix(self.green, ground.green),
            blue: mix(self.blue, ground.blue),
        }
    }
}

impl Color {
    /// `#RRGGBB`
    pub fn css(self) -> String {
        let mut text = String::from("#");
        for byte in [self.red, self.green, self.blue] {
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from(digit + if digit < 10 { b'0' } else { b'A' - 10 }));
            }
        }
        text
    }
}

impl fmt::Display for Color {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.css())
    }
}
