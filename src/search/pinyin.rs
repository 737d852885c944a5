//! Pinyin as it is typed: whole syllables, initials, or some of each.

/// Syllables, and the characters that are read so.
type Readings = [(&'static str, &'static str)];

/// Whether the word spells a run of the text's characters. `jinjiang`, `jjs` and `jinjs` spell 晋江市. One letter
/// alone spells nothing: it would be in every name.
pub(super) fn spells(readings: &Readings, text: &str, word: &str) -> bool {
    let letters = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    letters && text.char_indices().any(|(at, _)| spelled(readings, text.get(at..).unwrap_or_default(), word))
}

/// Whether the word spells characters from the start of the text on.
fn spelled(readings: &Readings, text: &str, word: &str) -> bool {
    let mut rest = text.chars();
    let Some(character) = rest.next() else {
        return word.is_empty();
    };
    let goes_on =
        |part: &str| word.strip_prefix(part).is_some_and(|word| spelled(readings, rest.as_str(), word));
    let of_character = readings.iter().filter(|(_, characters)| characters.contains(character));
    word.is_empty()
        || of_character.into_iter().any(|(syllable, _)| {
            let initial = syllable.get(..1).unwrap_or_default();
            // zh, ch and sh are initials too.
            let long = syllable.get(..2).filter(|two| two.ends_with('h'));
            syllable.starts_with(word) || goes_on(syllable) || goes_on(initial) || long.is_some_and(goes_on)
        })
}
