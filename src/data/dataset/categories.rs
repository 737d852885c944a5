//! Words of the data that facts and counties name by a key: topics, caveats, kinds, roles, grounds.

use super::{Dataset, TierBasis};
use crate::language::{Language, Localized};

/// A word that rows name by its key.
#[derive(Debug, Clone)]
pub struct Category {
    /// Its key in the files.
    pub key: &'static str,
    /// What readers call it.
    pub name: Localized,
    /// The same in a legend; empty where that is its name.
    pub legend: Localized,
    /// The same where a legend has little room; empty where that is as long.
    pub short: Localized,
    /// How the ids of facts begin that tell it of a county; empty where none does.
    pub facts: &'static str,
}

impl Category {
    /// A blank one, to be filled in.
    pub const EMPTY: Category = Category {
        key: "",
        name: Localized::EMPTY,
        legend: Localized::EMPTY,
        short: Localized::EMPTY,
        facts: "",
    };

    /// What a legend calls it.
    pub fn in_legend(&self, language: Language, is_narrow: bool) -> &'static str {
        let short = if is_narrow { self.short } else { Localized::EMPTY };
        let texts = [short, self.legend, self.name].map(|text| text.get(language));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }
}

/// What readers call the category with this key; empty where the list has none.
pub fn name_of(categories: &[Category], key: &str) -> Localized {
    categories.iter().find(|category| category.key == key).map_or(Localized::EMPTY, |category| category.name)
}

impl Dataset {
    /// The role with this key, and its place among the roles.
    pub fn role(&self, key: &str) -> Option<(usize, &Category)> {
        self.roles.iter().enumerate().find(|(_, role)| role.key == key)
    }

    /// The words for a ground on which tiers are known.
    pub fn ground(&self, basis: TierBasis) -> Option<&Category> {
        self.grounds.get(basis as usize)
    }
}
