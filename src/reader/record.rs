//! Records of a CSV file, read strictly: what is wrong is told with file and line.

use county_chains_data::dataset::{Category, TierRow};
use county_chains_data::error::Error;
use county_chains_data::language::Localized;
use county_chains_data::tier::Tier;
use county_chains_data::word::not_one_of;
use csv::{ReaderBuilder, StringRecord};

/// One record with its place and the names of its columns.
pub(super) struct Record<'a> {
    file: &'a str,
    line: u64,
    header: &'a StringRecord,
    cells: StringRecord,
}

impl Record<'_> {
    pub(super) fn error(&self, message: impl Into<String>) -> Error {
        Error::at(format!("{}:{}", self.file, self.line), message)
    }

    /// The cell under `column`, which may be empty.
    pub(super) fn text(&self, column: &str) -> Result<&str, Error> {
        let index = self.header.iter().position(|name| name == column);
        let cell = index.and_then(|index| self.cells.get(index));
        cell.map(str::trim).ok_or_else(|| self.error(format!("column \"{column}\" is missing")))
    }

    /// The cell under `column`, which must not be empty.
    pub(super) fn required(&self, column: &str) -> Result<&'static str, Error> {
        match self.text(column)? {
            "" => Err(self.error(format!("\"{column}\" is empty"))),
            text => Ok(kept(text)),
        }
    }

    pub(super) fn words(&self, column: &str) -> Result<Vec<&'static str>, Error> {
        Ok(self.text(column)?.split_whitespace().map(kept).collect())
    }

    pub(super) fn integer<N: std::str::FromStr>(&self, column: &str) -> Result<N, Error> {
        let text = self.text(column)?;
        text.parse().map_err(|_| self.error(format!("\"{column}\" is \"{text}\", expected a whole number")))
    }

    /// The three columns `<stem>_zh_hans`, `<stem>_zh_hant`, `<stem>_en`: all filled or all empty.
    pub(super) fn localized(&self, stem: &str) -> Result<Localized, Error> {
        let cell = |language| self.text(&format!("{stem}_{language}")).map(kept);
        let text = Localized { zh_hans: cell("zh_hans")?, zh_hant: cell("zh_hant")?, en: cell("en")? };
        let filled = [text.zh_hans, text.zh_hant, text.en].iter().filter(|t| !t.is_empty()).count();
        if filled % 3 != 0 {
            return Err(self.error(format!("\"{stem}\" is not given in all three languages")));
        }
        Ok(text)
    }

    pub(super) fn required_localized(&self, stem: &str) -> Result<Localized, Error> {
        let text = self.localized(stem)?;
        if text.is_empty() {
            return Err(self.error(format!("\"{stem}\" is empty")));
        }
        Ok(text)
    }

    /// The tier whose code stands under `tier`; `None` where nothing does.
    pub(super) fn tier(&self, tiers: &[TierRow]) -> Result<Option<Tier>, Error> {
        let choices: Vec<(&str, Tier)> = tiers.iter().map(|row| (row.code, row.tier)).collect();
        match self.text("tier")? {
            "" => Ok(None),
            code => self.one_of("tier", code, &choices).map(Some),
        }
    }

    /// The word, if it is the key of a category.
    pub(super) fn category(
        &self,
        column: &str,
        word: &str,
        categories: &[Category],
    ) -> Result<&'static str, Error> {
        let choices: Vec<(&str, &'static str)> =
            categories.iter().map(|category| (category.key, category.key)).collect();
        self.one_of(column, word, &choices)
    }

    pub(super) fn one_of<T: Copy>(
        &self,
        column: &str,
        word: &str,
        choices: &[(&str, T)],
    ) -> Result<T, Error> {
        let found = choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        found.ok_or_else(|| self.error(not_one_of(column, word, &mut choices.iter().map(|(name, _)| *name))))
    }
}

/// A text that stays: the dataset is read once and kept.
pub(super) fn kept(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

/// Reads each record of `text` with `read`; what cannot be read is added to `problems`.
pub(super) fn records<T>(
    file: &str,
    text: &str,
    problems: &mut Vec<Error>,
    read: impl Fn(&Record<'_>) -> Result<T, Error>,
) -> Vec<T> {
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            problems.push(Error::at(format!("{file}:1"), error.to_string()));
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    for record in reader.into_records() {
        match record {
            Ok(cells) => {
                let line = cells.position().map_or(0, csv::Position::line);
                match read(&Record { file, line, header: &header, cells }) {
                    Ok(value) => found.push(value),
                    Err(problem) => problems.push(problem),
                }
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                problems.push(Error::at(format!("{file}:{line}"), "wrong number of cells or no UTF-8"));
            }
        }
    }
    found
}
