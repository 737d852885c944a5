//! The forms of inputs, and choices that follow from their bytes.

/// Numbers that follow from bytes, so that an input needs no room for choices which nobody has to make.
#[derive(Debug)]
pub(crate) struct Choices(u64);

impl Choices {
    /// Those of an input.
    pub(crate) fn of(bytes: &[u8]) -> Choices {
        // FNV-1a.
        let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        Choices(bytes.iter().fold(0xCBF2_9CE4_8422_2325, mix))
    }

    /// The next number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// One of a list.
    pub(crate) fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// The lines `name=value` of an input. A value may have any characters but a line end, for which `␤` stands, and for a
/// return `␍`.
pub fn settings(bytes: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(bytes);
    let pairs = text.split('\n').filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.replace('␤', "\n").replace('␍', "\r"))).collect()
}
