//! Keeps texts for as long as the program lives, many in one piece of memory.

/// Where the next texts go.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    free: &'static mut [u8],
    piece: usize,
}

/// The sizes of pieces: the first is small, since most datasets are.
const PIECES: (usize, usize) = (4 << 10, 256 << 10);

impl Texts {
    /// Keeps a text.
    pub(crate) fn keep(&mut self, text: &str) -> &'static str {
        if text.is_empty() {
            return "";
        }
        if text.len() > self.free.len() {
            if text.len() > PIECES.0 {
                return Box::leak(Box::from(text));
            }
            self.piece = (self.piece * 2).clamp(PIECES.0, PIECES.1);
            self.free = Vec::leak(vec![0; self.piece]);
        }
        let Some((place, rest)) = std::mem::take(&mut self.free).split_at_mut_checked(text.len()) else {
            return "";
        };
        self.free = rest;
        place.copy_from_slice(text.as_bytes());
        std::str::from_utf8(place).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn texts_stay_what_they_were() {
        let mut texts = Texts::default();
        let given: Vec<String> =
            (0..3000).map(|index| "县域".repeat(index % 90) + &index.to_string()).collect();
        let kept: Vec<&str> = given.iter().map(|text| texts.keep(text)).collect();
        assert_eq!(kept, given);
        let long = "x".repeat(1 << 20);
        assert_eq!(texts.keep(&long), long);
    }
}
