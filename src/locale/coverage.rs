//! The mark of what is calculated, and from how many entities where that is not all of them.

use super::{Locale, own_words, render};
use crate::dataset::{Coverage, Noun};

impl Locale {
    /// A text with the mark: 100 beds (calculated from 4 of 6 hospitals).
    #[part::of(own)]
    pub(crate) fn calculated(&self, text: &str, coverage: Coverage, noun: &Noun) -> String {
        if !coverage.is_partial() {
            return render(self.tiers.tagged, &[("text", text)]);
        }
        let [named, bare] = own_words(self.language).headlines.from_some;
        let template = if noun.name.get(self.language).is_empty() { bare } else { named };
        let (known, all) = (coverage.known as f64, coverage.all as f64);
        let values = [
            ("text", text),
            ("known", &*self.number(known)),
            ("known_entities", &*self.counted(known, noun)),
            ("all", &*self.number(all)),
            ("all_entities", &*self.counted(all, noun)),
        ];
        render(template, &values)
    }
}
