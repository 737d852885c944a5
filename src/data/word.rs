//! Words of attributes, options and data files that name values of a closed list, and texts put together from words.

pub use text_macro::text;

/// A value of a closed list, known by its word.
pub trait Keyword: Copy + 'static {
    /// What the list holds, for messages: `chart`, `tier`.
    const WHAT: &'static str;
    /// The list, in the order in which it is told.
    const ALL: &'static [Self];

    /// The word of this value.
    fn word(self) -> &'static str;

    /// The value with this word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }

    /// The words of the list.
    fn words() -> Vec<&'static str> {
        Self::ALL.iter().map(|value| value.word()).collect()
    }

    /// Reads a word.
    ///
    /// # Errors
    /// Names the word and those that are allowed.
    ///
    /// ```
    /// # use county_chains::{chart::ChartKind, word::Keyword};
    /// assert_eq!(ChartKind::parse("map"), Ok(ChartKind::Map));
    /// let message = ChartKind::parse("pie").unwrap_err();
    /// assert!(message.starts_with("unknown chart \"pie\", expected one of: tiers, shares"));
    /// ```
    fn parse(word: &str) -> Result<Self, String> {
        Self::from_word(word)
            .ok_or_else(|| not_one_of(Self::WHAT, word, &mut Self::ALL.iter().map(|value| value.word())))
    }
}

/// The words of a list that is separated by spaces, commas or `~`.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', '~', '\t', '\n']).filter(|word| !word.is_empty())
}

/// The sentence for a word outside a closed list: what was given and what is allowed.
pub fn not_one_of(what: &str, given: &str, allowed: &mut dyn Iterator<Item = &str>) -> String {
    let allowed = joined(", ", allowed);
    text!("unknown {what} {quoted(given)}, expected one of: {allowed}")
}

/// Whether a text ends with another one, whatever the case of its ASCII letters.
///
/// ```
/// use county_chains_data::word::ends_alike;
/// assert!(ends_alike("Key chains", "Chains") && ends_alike("chains", "chains"));
/// assert!(!ends_alike("chain", "chains") && !ends_alike("chains of keys", "chains"));
/// ```
pub fn ends_alike(text: &str, end: &str) -> bool {
    let mut bytes = text.bytes().rev();
    end.bytes().rev().all(|byte| bytes.next().is_some_and(|other| other.eq_ignore_ascii_case(&byte)))
}

/// What was given, as a message quotes it: no more of it than a line holds.
pub fn quoted(given: &str) -> String {
    text!(r#""{shortened(given, 80)}""#)
}

/// The text or, if it has more than `most` characters, its beginning with a sign that it goes on.
pub fn shortened(text: &str, most: usize) -> String {
    match (text.char_indices().nth(most), text.char_indices().nth(most.saturating_sub(1))) {
        (Some(_), Some((end, _))) => text!("{text.get(..end).unwrap_or_default()}…"),
        _ => text.to_owned(),
    }
}

/// The parts with `gap` between them, in a quarter of the code that the standard `join` takes.
pub fn joined<'a>(gap: &str, parts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for (index, part) in parts.enumerate() {
        text.push_str(if index > 0 { gap } else { "" });
        text.push_str(part);
    }
    text
}

/// The text with a small first letter, for the middle of an English sentence.
pub fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// Appends a byte as two hexadecimal digits.
pub fn push_hex(text: &mut String, byte: u8) {
    for half in [byte >> 4, byte & 15] {
        text.push(char::from(if half < 10 { b'0' + half } else { b'A' + half - 10 }));
    }
}
