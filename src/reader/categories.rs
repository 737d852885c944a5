//! The words of the data that rows name by a key, list by list.

use county_chains_data::dataset::{Category, TierBasis};
use county_chains_data::error::Error;

use super::record::{Record, kept, records};

/// The file that holds them.
const FILE: &str = "data/categories.csv";
/// The map and the cards have a glyph for so many roles.
const MOST_ROLES: usize = 3;

/// The lists of categories.
#[derive(Default)]
pub(super) struct Categories {
    pub(super) topics: Vec<Category>,
    pub(super) tags: Vec<Category>,
    pub(super) kinds: Vec<Category>,
    pub(super) roles: Vec<Category>,
    pub(super) grounds: Vec<Category>,
}

impl Categories {
    /// Reads all lists, each in the order of the file; grounds in that of [`TierBasis::WORDS`].
    pub(super) fn read(text: &'static str, problems: &mut Vec<Error>) -> Categories {
        let rows = records(FILE, text, problems, |record| Ok((record.required("list")?, category(record)?)));
        let mut categories = Categories::default();
        for (list, category) in rows {
            let place = format!("{FILE} ({list} {})", category.key);
            let Some(found) = categories.list(list) else {
                problems.push(Error::at(place, "expected the list topic, tag, kind, role or basis"));
                continue;
            };
            if found.iter().any(|other| other.key == category.key) {
                problems.push(Error::at(place, "the category is there twice"));
            }
            found.push(category);
        }
        if categories.roles.len() > MOST_ROLES {
            problems.push(Error::at(FILE, format!("more than {MOST_ROLES} roles")));
        }
        let place = |category: &Category| TierBasis::WORDS.iter().position(|(word, _)| *word == category.key);
        categories.grounds.sort_by_key(place);
        if !categories.grounds.iter().map(|category| category.key).eq(TierBasis::WORDS.map(|(word, _)| word))
        {
            let words = TierBasis::WORDS.map(|(word, _)| word).join(", ");
            problems.push(Error::at(FILE, format!("the list basis must hold {words}")));
        }
        categories
    }

    fn list(&mut self, word: &str) -> Option<&mut Vec<Category>> {
        Some(match word {
            "topic" => &mut self.topics,
            "tag" => &mut self.tags,
            "kind" => &mut self.kinds,
            "role" => &mut self.roles,
            "basis" => &mut self.grounds,
            _ => return None,
        })
    }
}

fn category(record: &Record<'_>) -> Result<Category, Error> {
    Ok(Category {
        key: record.required("key")?,
        name: record.required_localized("name")?,
        legend: record.localized("legend")?,
        short: record.localized("short")?,
        facts: kept(record.text("facts")?),
    })
}
