//! Finding facts and counties: parts of words in three scripts, pinyin and its initials, ids, codes, numbers.

mod normal;
mod pinyin;

pub use normal::{normal, places};

use crate::dataset::{County, Dataset, Fact, FactValue, name_of};
use crate::language::Language;
use crate::locale::Locale;
use crate::quantity::trimmed;

/// What a reader looks for: words that must all be found, each in the form of [`normal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

/// How well something is found: the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Its id or its number is what was asked for.
    Exact,
    /// Its name says it.
    Named,
    /// It is said somewhere else.
    Said,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Query {
        Query { words: normal(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, for marking them in what was found.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// How well the fact is found, if it is.
    pub fn fact(&self, dataset: &Dataset, fact: &Fact) -> Option<Rank> {
        let value = match &fact.value {
            FactValue::Number(number) => trimmed(*number, 6),
            FactValue::Text(text) => normal(text),
            FactValue::None => String::new(),
        };
        let subjects = Language::ALL.map(|language| normal(fact.subject.get(language)));
        let named = |word: &String| {
            subjects.iter().any(|text| text.contains(&**word))
                || pinyin::spells(&dataset.readings, fact.subject.zh_hans, word)
        };
        let mut said: Vec<String> = vec![normal(fact.id), value.clone(), normal(fact.quote)];
        let topic = name_of(&dataset.topics, fact.topic);
        for language in Language::ALL {
            let locale = Locale::about(dataset, language);
            said.extend(locale.figure(dataset, fact).map(|text| normal(&text)));
            said.push(normal(topic.get(language)));
            said.push(normal(fact.statement.get(language)));
            said.push(normal(fact.note.get(language)));
            said.push(normal(&locale.period_of(fact)));
            said.push(normal(&locale.paragraph_of(fact)));
            let counties = fact.counties.iter().filter_map(|code| dataset.county(code));
            said.extend(counties.map(|county| normal(county.name.get(language))));
        }
        self.rank(
            |word| *word == fact.id || (!value.is_empty() && *word == value),
            named,
            |word| said.iter().any(|text| text.contains(&**word)),
        )
    }

    /// How well the county is found, if it is.
    pub fn county(&self, dataset: &Dataset, county: &County) -> Option<Rank> {
        let names = Language::ALL.map(|language| normal(county.name.get(language)));
        let city = dataset.prefecture_of(county);
        let cities =
            Language::ALL.map(|language| city.map_or("", |city| city.name.get(language))).map(normal);
        let named = |word: &String| {
            names.iter().any(|name| name.contains(&**word))
                || pinyin::spells(&dataset.readings, county.name.zh_hans, word)
        };
        self.rank(
            |word| *word == county.code || names.contains(word),
            named,
            |word| {
                let city = city.map_or("", |city| city.name.zh_hans);
                cities.iter().any(|name| name.contains(&**word))
                    || pinyin::spells(&dataset.readings, city, word)
            },
        )
    }

    /// The rank of the word that is found worst.
    fn rank(
        &self,
        exact: impl Fn(&String) -> bool,
        named: impl Fn(&String) -> bool,
        said: impl Fn(&String) -> bool,
    ) -> Option<Rank> {
        let rank = |word: &String| match word {
            word if exact(word) => Some(Rank::Exact),
            word if named(word) => Some(Rank::Named),
            word if said(word) => Some(Rank::Said),
            _ => None,
        };
        self.words.iter().map(rank).try_fold(Rank::Exact, |worst, rank| Some(worst.max(rank?)))
    }
}

#[cfg(test)]
mod tests;
