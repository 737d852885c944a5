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
    let (Some(character), Some(first)) = (rest.next(), word.get(..1)) else {
        return word.is_empty();
    };
    let goes_on =
        |part: &str| word.strip_prefix(part).is_some_and(|word| spelled(readings, rest.as_str(), word));
    // Syllables stand in their order: only those with the word's first letter can begin it.
    let start = readings.partition_point(|(syllable, _)| *syllable < first);
    let candidates = readings.iter().skip(start).take_while(|(syllable, _)| syllable.starts_with(first));
    candidates.filter(|(_, characters)| characters.contains(character)).any(|(syllable, _)| {
        // zh, ch and sh are initials too.
        let long = syllable.get(..2).filter(|two| two.ends_with('h'));
        syllable.starts_with(word) || goes_on(syllable) || goes_on(first) || long.is_some_and(goes_on)
    })
}
