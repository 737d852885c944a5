//! Puts the entities of a full column in the order of their values, a piece of the work at a time.

/// How many values a digit has: a byte of the key.
const DIGITS: usize = 256;

/// A number in the order of the values.
pub(super) fn key(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The value of a key.
pub(super) fn value_of(key: u64) -> f64 {
    f64::from_bits(if key >> 63 == 1 { key & !(1 << 63) } else { !key })
}

/// A radix sort, which keeps equal ones in their order: byte by byte of the keys, the last one first.
pub(super) struct Sorting {
    from: Vec<(u64, u32)>,
    to: Vec<(u64, u32)>,
    /// How often each byte of the keys has each value.
    counts: Vec<[u32; DIGITS]>,
    /// The next byte, from the last.
    byte: usize,
}

impl Sorting {
    /// Begins with entities and their keys.
    pub(super) fn begin(entities: impl Iterator<Item = (u64, u32)>) -> Sorting {
        let from: Vec<(u64, u32)> = entities.collect();
        let mut counts = vec![[0; DIGITS]; 8];
        for (key, _) in &from {
            for (counts, byte) in counts.iter_mut().zip(key.to_le_bytes()) {
                if let Some(count) = counts.get_mut(usize::from(byte)) {
                    *count += 1;
                }
            }
        }
        Sorting { to: vec![(0, 0); from.len()], from, counts, byte: 0 }
    }

    /// Sorts by the next byte in which keys differ. Says whether there was any.
    pub(super) fn step(&mut self) -> bool {
        let differs = |counts: &[u32; DIGITS]| counts.iter().all(|count| *count as usize != self.from.len());
        let next = self.counts.iter().skip(self.byte).position(differs);
        let Some((byte, counts)) = next.and_then(|next| {
            let byte = self.byte + next;
            Some((byte, self.counts.get_mut(byte)?))
        }) else {
            return false;
        };
        let mut sum = 0;
        for count in counts.iter_mut() {
            sum += std::mem::replace(count, sum);
        }
        for pair in &self.from {
            let digit = (pair.0 >> (8 * byte)) as usize % DIGITS;
            let Some(place) = counts.get_mut(digit) else { continue };
            if let Some(to) = self.to.get_mut(*place as usize) {
                *to = *pair;
            }
            *place += 1;
        }
        std::mem::swap(&mut self.from, &mut self.to);
        self.byte = byte + 1;
        true
    }

    /// The entities in their order, when no step is left.
    pub(super) fn sorted(&self) -> impl Iterator<Item = u32> {
        self.from.iter().map(|(_, entity)| *entity)
    }

    /// Their keys in this order.
    pub(super) fn keys(&self) -> impl Iterator<Item = u64> {
        self.from.iter().map(|(key, _)| *key)
    }

    /// How many entities there are.
    pub(super) fn len(&self) -> usize {
        self.from.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Sorting, key, value_of};

    #[test]
    fn keys_are_in_the_order_of_their_values() {
        let values = [f64::MIN, -2.0, -f64::MIN_POSITIVE, -0.0, 0.0, 1e-300, 1.0, 1.5, 2.0, f64::MAX];
        assert!(values.windows(2).all(|pair| key(pair[0]) < key(pair[1])));
        assert!(values.iter().all(|value| value_of(key(*value)).to_bits() == value.to_bits()));
    }

    #[test]
    fn equal_ones_stay_in_their_order() {
        let values: Vec<f64> = (0..3000u32).map(|index| f64::from(index * 97 % 611) / 7.0 - 20.0).collect();
        let mut sorting = Sorting::begin(values.iter().map(|value| key(*value)).zip(0..));
        while sorting.step() {}
        let mut expected: Vec<u32> = (0..3000).collect();
        expected.sort_by(|one, other| values[*one as usize].total_cmp(&values[*other as usize]));
        assert_eq!(sorting.sorted().collect::<Vec<_>>(), expected);
        let mut equal = Sorting::begin([(7, 3), (7, 1)].into_iter());
        assert!(!equal.step() && equal.sorted().eq([3, 1]));
    }
}
