//! The languages of a dataset, and where a text of each goes.

use county_chains_data::language::{Language, Localized};

/// The texts of one thing: in the first language, in each of ours, and in any other.
pub(crate) type Given = [&'static str; 5];

/// Where texts of other languages stand in [`Given`].
const OTHER: usize = 4;

/// So many texts that a language lacks are told.
const TOLD: usize = 5;

/// The languages that the descriptor declares.
#[derive(Debug, Clone, Default)]
pub(crate) struct Languages {
    /// Their tags. There is always one.
    pub(crate) tags: Vec<&'static str>,
    /// Where each is declared.
    pub(crate) at: Vec<usize>,
    /// For each the place of its texts in [`Given`].
    pub(crate) places: Vec<usize>,
    /// Where texts of the first would stand if it were another one.
    own: usize,
    /// How many texts each lacks.
    pub(crate) lacking: Vec<usize>,
    /// The first of these, in the first language.
    pub(crate) lacked: Vec<Vec<&'static str>>,
}

/// Whether two tags mean one language: they have the same letters, or charts show one of ours for both.
pub(crate) fn are_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || (place(one) != OTHER && place(one) == place(other))
}

impl Languages {
    /// Adds a language.
    pub(crate) fn add(&mut self, tag: &'static str, at: usize) {
        self.at.push(at);
        let own = place(tag);
        if self.tags.is_empty() {
            self.own = own;
        }
        let is_taken = self.tags.iter().any(|other| place(other) == own);
        self.places.push(match (self.tags.is_empty(), is_taken) {
            (true, _) => 0,
            (_, true) => OTHER,
            _ => own,
        });
        self.tags.push(tag);
        self.lacking.push(0);
        self.lacked.push(Vec::new());
    }

    /// The tag before that means the same language: the same letters, or the same of ours, of which charts show one.
    pub(crate) fn same(&self, tag: &str) -> Option<&'static str> {
        self.tags.iter().find(|other| are_same(other, tag)).copied()
    }

    /// What charts say in each of our languages; counts the languages that lack the text.
    pub(crate) fn counted(&mut self, given: &Given) -> Localized {
        let [first, ..] = given;
        if first.chars().any(char::is_alphabetic) {
            let lists = self.lacking.iter_mut().zip(&mut self.lacked);
            for (place, (lacking, lacked)) in self.places.iter().zip(lists) {
                if given.get(*place).is_some_and(|text| text.is_empty()) {
                    *lacking += 1;
                    if lacked.len() < TOLD && !lacked.contains(first) {
                        lacked.push(first);
                    }
                }
            }
        }
        self.spread(given)
    }

    /// What charts say in each of our languages.
    pub(crate) fn spread(&self, given: &Given) -> Localized {
        let [first, hans, hant, en, other] = *given;
        if hans.is_empty() && hant.is_empty() && en.is_empty() && other.is_empty() {
            return Localized { zh_hans: first, zh_hant: first, en: first };
        }
        let base =
            [first, hans, hant, en, other].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let or = |text: &'static str, index: usize, fallback: &'static str| {
            if !text.is_empty() {
                text
            } else if self.own == index && !first.is_empty() {
                first
            } else {
                fallback
            }
        };
        let zh_hans = or(hans, 1, "");
        let hant_fallback = if zh_hans.is_empty() { base } else { zh_hans };
        Localized {
            zh_hans: if zh_hans.is_empty() { base } else { zh_hans },
            zh_hant: or(hant, 2, hant_fallback),
            en: or(en, 3, base),
        }
    }

    /// The tag of English if it is one of the languages, and whether it is the first.
    pub(crate) fn english(&self) -> Option<(&'static str, bool)> {
        let found = self.tags.iter().position(|tag| place(tag) == 3)?;
        Some((self.tags.get(found)?, found == 0))
    }

    /// Whether the first language is English.
    pub(crate) fn is_english(&self) -> bool {
        self.own == 3
    }
}

/// Where texts of a language stand that is not the first.
fn place(tag: &str) -> usize {
    let language = Language::best_match(tag);
    language
        .and_then(|found| Language::ALL.iter().position(|one| *one == found))
        .map_or(OTHER, |index| index + 1)
}

/// Whether a tag keeps the rules of BCP 47 (RFC 5646): language, one extension of it, script, region, variants, extensions,
/// private use.
pub(crate) fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let letters = |part: &str, from: usize, to: usize| {
        (from..=to).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let plain = |part: &str, from: usize| {
        (from..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_private = |part: &str| part.eq_ignore_ascii_case("x");
    let language = parts.next().unwrap_or_default();
    if is_private(language) {
        return parts.peek().is_some() && parts.all(|part| plain(part, 1));
    }
    if !letters(language, 2, 8) {
        return false;
    }
    if language.len() < 4 {
        parts.next_if(|part| letters(part, 3, 3));
    }
    parts.next_if(|part| letters(part, 4, 4));
    parts.next_if(|part| {
        letters(part, 2, 2) || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let is_variant = |part: &str| {
        plain(part, 5)
            || (plain(part, 4) && part.len() == 4 && part.starts_with(|first: char| first.is_ascii_digit()))
    };
    while parts.next_if(|part| is_variant(part)).is_some() {}
    while let Some(singleton) = parts.next() {
        if is_private(singleton) {
            return parts.peek().is_some() && parts.all(|part| plain(part, 1));
        }
        if !plain(singleton, 1) || singleton.len() != 1 || parts.next_if(|part| plain(part, 2)).is_none() {
            return false;
        }
        while parts.next_if(|part| plain(part, 2)).is_some() {}
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_keep_the_rules() {
        for tag in
            ["en", "zh-Hans", "zh-Hant-TW", "zh-yue-HK", "de-CH-1996", "es-419", "en-u-ca-buddhist", "x-own"]
        {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in
            ["", "e", "en-", "xx-bad-tag-toolong", "en_GB", "zh-Hans-Hant", "en-x", "en-u", "英文", "a-b"]
        {
            assert!(!is_tag(tag), "{tag}");
        }
    }

    #[test]
    fn a_missing_text_is_there_in_another_language() {
        let languages = |tags: &[&'static str]| {
            let mut languages = Languages::default();
            tags.iter().for_each(|tag| languages.add(tag, 0));
            languages
        };
        let told = |languages: &Languages, given: Given| {
            let text = languages.spread(&given);
            [text.zh_hans, text.zh_hant, text.en]
        };
        let chinese = languages(&["zh-CN", "zh-TW", "en", "fr"]);
        assert_eq!(chinese.places, [0, 2, 3, 4]);
        assert_eq!(told(&chinese, ["s", "", "t", "e", ""]), ["s", "t", "e"]);
        assert_eq!(told(&chinese, ["s", "", "", "", "f"]), ["s", "s", "s"]);
        assert_eq!(told(&chinese, ["", "", "", "", "f"]), ["f", "f", "f"]);
        let english = languages(&["en", "zh-Hans"]);
        assert_eq!(told(&english, ["e", "s", "", "", ""]), ["s", "s", "e"]);
        assert_eq!(told(&english, ["e", "", "", "", ""]), ["e", "e", "e"]);
        let french = languages(&["fr", "zh-Hant", "en-GB", "en-US"]);
        assert_eq!(french.places, [0, 2, 3, 4]);
        assert_eq!(told(&french, ["f", "", "t", "", ""]), ["f", "t", "f"]);
    }
}
