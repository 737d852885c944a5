//! The three languages, and the best match for a page's language tag.

use serde::{Deserialize, Serialize};

/// A language and script the widget speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Chinese in Simplified characters.
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// Chinese in Traditional characters.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// All languages, in the order they are offered.
    pub const ALL: [Language; 3] = [Language::ZhHans, Language::ZhHant, Language::En];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::ZhHans => "zh-Hans",
            Language::ZhHant => "zh-Hant",
            Language::En => "en",
        }
    }

    /// The best match for a BCP 47 tag; `None` when the primary language is not spoken here.
    ///
    /// A script subtag decides; without one, regions that write Traditional characters do.
    ///
    /// ```
    /// # use county_chains::language::Language;
    /// assert_eq!(Language::best_match("zh-TW"), Some(Language::ZhHant));
    /// assert_eq!(Language::best_match("en-GB"), Some(Language::En));
    /// assert_eq!(Language::best_match("fr"), None);
    /// ```
    pub fn best_match(tag: &str) -> Option<Language> {
        let lower = tag.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = lower.split('-');
        match parts.next() {
            Some("en") => return Some(Language::En),
            Some("zh" | "cmn" | "yue") => {}
            _ => return None,
        }
        let rest: Vec<&str> = parts.collect();
        let has = |word: &str| rest.contains(&word);
        if has("hans") {
            return Some(Language::ZhHans);
        }
        let traditional = has("hant") || has("tw") || has("hk") || has("mo") || lower.starts_with("yue");
        Some(if traditional { Language::ZhHant } else { Language::ZhHans })
    }
}

/// One text in the three languages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Localized {
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    pub zh_hans: &'static str,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    pub zh_hant: &'static str,
    /// English.
    pub en: &'static str,
}

impl Localized {
    /// No text.
    pub const EMPTY: Localized = Localized { zh_hans: "", zh_hant: "", en: "" };

    /// The text in `language`.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::ZhHans => self.zh_hans,
            Language::ZhHant => self.zh_hant,
            Language::En => self.en,
        }
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        Language::ALL.iter().all(|language| self.get(*language).is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_and_scripts_find_their_language() {
        for (tag, expected) in [
            ("zh-CN", Some(Language::ZhHans)),
            ("zh", Some(Language::ZhHans)),
            ("zh-TW", Some(Language::ZhHant)),
            ("zh_HK", Some(Language::ZhHant)),
            ("zh-Hant-CN", Some(Language::ZhHant)),
            ("zh-Hans-TW", Some(Language::ZhHans)),
            ("EN-gb", Some(Language::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::best_match(tag), expected, "{tag}");
        }
    }
}
