//! Periods of facts, from the vocabulary of `data/README.md` to words.

use super::{Locale, render};
use crate::dataset::Fact;
use crate::quantity::count_text;

impl Locale {
    /// When a fact holds. Datasets that are not ours say it in their own words. What was counted at the end of a month is a stock; what happened then is not.
    pub fn period_of(&self, fact: &Fact) -> String {
        if self.is_own && !has_form(fact.period) {
            return fact.period.to_owned();
        }
        let period = self.period(fact.period);
        if fact.is_figure && fact.period.starts_with("end ") {
            return render(self.annex().facts.periods.as_of, &[("date", &period)]);
        }
        period
    }

    /// The paragraph in which a fact stands; nothing where none is given.
    pub fn paragraph_of(&self, fact: &Fact) -> String {
        if fact.paragraph == 0 {
            return String::new();
        }
        render(self.annex().facts.paragraph, &[("n", &count_text(fact.paragraph as usize))])
    }

    /// A period of the data files as an editor writes it: `end 2024-10` is 2024年10月底.
    pub fn period(&self, period: &str) -> String {
        let words = &self.annex().facts.periods;
        match period {
            "current" => return words.current.to_owned(),
            "outlook" => return words.outlook.to_owned(),
            "undated" | "" => return words.undated.to_owned(),
            _ => {}
        }
        if let Some(month) = period.strip_prefix("end ") {
            return self.month(words.month_end, month);
        }
        if let Some((from, to)) = period.split_once('.') {
            let (year, from) = from.split_once('-').unwrap_or((from, "1"));
            let to = to.split_once('-').map_or(to, |(_, to)| to);
            return render(words.months, &[("year", year), ("from", self.name(from)), ("to", self.name(to))]);
        }
        if let Some((year, rest)) = period.split_once(' ') {
            let base = rest.split_once(' ').map_or(rest, |(_, base)| base);
            let template = match rest {
                "edition" => words.edition,
                "list" => words.list,
                _ => words.against,
            };
            return render(template, &[("year", year), ("base", base)]);
        }
        match period.split_once('-') {
            Some(_) => self.month(words.month, period),
            None => render(words.year, &[("year", period)]),
        }
    }

    fn month(&self, template: &str, year_month: &str) -> String {
        let (year, month) = year_month.split_once('-').unwrap_or((year_month, "1"));
        render(template, &[("year", year), ("month", self.name(month))])
    }

    fn name(&self, month: &str) -> &'static str {
        let index = crate::quantity::decimal(month).and_then(|number| (number as usize).checked_sub(1));
        index.and_then(|index| self.annex().facts.periods.names.get(index)).copied().unwrap_or("")
    }
}

/// Whether a period of data that is not ours has a form that can be written out: a year, a month, the end of one, or a word for
/// no date.
fn has_form(period: &str) -> bool {
    let date = period.strip_prefix("end ").unwrap_or(period);
    let is_number =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = date.split_once('-').is_some_and(|(year, month)| {
        is_number(year, 4) && is_number(month, 2) && ("01"..="12").contains(&month)
    });
    is_month || is_number(period, 4) || ["undated", "current", "outlook"].contains(&period)
}
