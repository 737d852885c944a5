//! Finds the word that somebody may have meant, and lists of words for messages.

use county_chains_data::word::{joined, shortened, text};

/// How many letters must change to get from one word to the other; `most` + 1 where it is more than `most`.
pub(crate) fn distance(one: &str, other: &str, most: usize) -> usize {
    let other: Vec<char> = other.chars().collect();
    let length = one.chars().count();
    if length.abs_diff(other.len()) > most || length > 64 {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (cell, target) in row.iter_mut().zip(std::iter::once(None).chain(other.iter().map(Some))) {
            let above = *cell;
            *cell = match target {
                None => left,
                Some(target) => {
                    let changed = diagonal + usize::from(!target.eq_ignore_ascii_case(&letter));
                    changed.min(above + 1).min(left + 1)
                }
            };
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().map_or(most + 1, |last| *last.min(&(most + 1)))
}

/// The word among `words` that is at most two letters away.
pub(crate) fn nearest<'a>(word: &str, words: &[&'a str]) -> Option<&'a str> {
    let most = if word.chars().count() < 4 { 1 } else { 2 };
    let near = |candidate: &&&str| distance(word, candidate, most);
    words.iter().min_by_key(near).copied().filter(|found| distance(word, found, most) <= most)
}

/// `a, b, c`, with what somebody may have meant.
pub(crate) fn one_of(word: &str, words: &[&str]) -> String {
    let list = listed(words);
    match nearest(word, words) {
        Some(near) => text!("{list}; did you mean {near}?"),
        None => list,
    }
}

/// `a, b, c`, the first 40.
pub(crate) fn listed(words: &[&str]) -> String {
    let list = shortened(&joined(", ", words.iter().copied().take(40)), 400);
    if words.len() > 40 { text!("{list} …") } else { list }
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn letters_that_differ_are_counted() {
        for (one, other, expected) in [
            ("summ", "sum", 1),
            ("sum", "sum", 0),
            ("Upper Middle", "upper_middle", 1),
            ("kitten", "sitting", 3),
            ("abc", "xyz", 3),
            ("", "ab", 2),
        ] {
            assert_eq!(distance(one, other, 3), expected, "{one} {other}");
        }
        assert_eq!(distance("kitten", "sitting", 1), 2);
        assert_eq!(nearest("bed", &["beds", "percent"]), Some("beds"));
        assert_eq!(nearest("x", &["beds", "percent"]), None);
    }
}
