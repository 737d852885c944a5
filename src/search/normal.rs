//! The form in which texts are compared: what readers type and what stands there meet in it.

use crate::embedded::simplified;
use crate::order::sort_by;

/// One character as it is compared; nothing for those that people leave out or write in many ways.
fn normal_character(character: char) -> Option<char> {
    let plain = match character {
        // Full-width letters, digits and signs.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '\u{3000}' | '\n' | '\t' => ' ',
        '−' | '–' => '-',
        other => other,
    };
    // Fu’an is typed as fuan, 5,659 as 5659.
    (!matches!(plain, ',' | '\'' | '’' | '‘'))
        .then(|| if plain.is_ascii() { plain.to_ascii_lowercase() } else { simplified(plain) })
}

/// The text in small letters, half-width signs and Simplified characters, without apostrophes and commas.
pub fn normal(text: &str) -> String {
    text.chars().filter_map(normal_character).collect()
}

/// Where the words stand in the text: ranges of bytes, in order, none touching another.
pub fn places(text: &str, words: &[String]) -> Vec<std::ops::Range<usize>> {
    // The normal form, and where each of its characters came from.
    let mut form = String::new();
    let mut origin = Vec::new();
    for (at, character) in text.char_indices() {
        if let Some(normal) = normal_character(character) {
            form.push(normal);
            origin.extend((0..normal.len_utf8()).map(|_| (at, at + character.len_utf8())));
        }
    }
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for word in words {
        let mut from = 0;
        while let Some(at) = form.get(from..).and_then(|rest| rest.find(&**word)) {
            let (first, last) = (from + at, from + at + word.len() - 1);
            if let (Some((start, _)), Some((_, end))) = (origin.get(first), origin.get(last)) {
                found.push(*start..*end);
            }
            from = last + 1;
        }
    }
    sort_by(&mut found, |one, other| one.start.cmp(&other.start));
    found.dedup_by(|next, before| {
        let touches = next.start <= before.end;
        if touches {
            before.end = before.end.max(next.end);
        }
        touches
    });
    found
}
