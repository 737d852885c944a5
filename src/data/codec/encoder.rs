//! Writes values. Only the build does; the program contains no encoder.

use super::fields::{CONVERTED, Characters, Codec, converted, kept};
use crate::language::Localized;

/// Writes values, and keeps the pairs of Chinese texts for the table of characters.
#[derive(Default)]
pub struct Encoder {
    lines: String,
    pairs: Vec<(&'static str, &'static str)>,
    table: Characters,
}

impl Encoder {
    /// An encoder that leaves out the Traditional texts that a table of characters gives. The table comes from the pairs
    /// that `first` has met.
    pub fn after(first: &Encoder) -> Encoder {
        Encoder { table: characters(&first.pairs), ..Encoder::default() }
    }

    /// What has been written, after the characters of the table that it has.
    pub fn text(self) -> String {
        let has = |character: char| self.pairs.iter().any(|(hans, _)| hans.contains(character));
        let (from, to): (String, String) = self.table.iter().copied().filter(|(from, _)| has(*from)).unzip();
        format!("{from}\n{to}\n{}", self.lines)
    }
}

impl Codec for Encoder {
    fn field(&mut self, given: impl FnOnce() -> String) -> &'static str {
        let text = given();
        self.lines.push_str(&text);
        self.lines.push('\n');
        kept(text)
    }

    fn traditional(&mut self, text: &mut Localized) {
        let Localized { zh_hans, mut zh_hant, .. } = *text;
        self.pairs.push((zh_hans, zh_hant));
        if !zh_hans.is_empty() && converted(zh_hans, &self.table) == zh_hant {
            zh_hant = CONVERTED;
        }
        self.text(&mut zh_hant);
    }
}

/// For each character that the pairs of texts write differently, the form they give it most often.
fn characters(pairs: &[(&'static str, &'static str)]) -> Characters {
    let mut votes: Vec<(char, char, usize)> = Vec::new();
    for (hans, hant) in pairs.iter().filter(|(hans, hant)| hans.chars().count() == hant.chars().count()) {
        for (from, to) in hans.chars().zip(hant.chars()) {
            match votes.iter_mut().find(|vote| (vote.0, vote.1) == (from, to)) {
                Some(vote) => vote.2 += 1,
                None => votes.push((from, to, 1)),
            }
        }
    }
    votes.sort_by_key(|(from, to, count)| (*from, std::cmp::Reverse(*count), *to));
    votes.dedup_by_key(|vote| vote.0);
    votes.into_iter().filter(|(from, to, _)| from != to).map(|(from, to, _)| (from, to)).collect()
}
