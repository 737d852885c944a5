//! What is calculated of classes: shares of a whole, and the mark that says from how many entities where that is not all of
//! them.

use super::{Locale, own_words, render, share, share_of};
use crate::dataset::{Coverage, Dataset, Noun, Selection};

impl Locale {
    /// The part of the sum over all classes that the selected ones have; `None` where a part is missing, or adding says nothing.
    pub(crate) fn share_in(
        &self,
        dataset: &Dataset,
        selection: &Selection<'_>,
        indicator: &str,
    ) -> Option<String> {
        let whole = Selection::new(dataset, dataset.all_tiers()).sum(indicator)?;
        Some(share(self, &share_of(selection.sum(indicator)?, whole)?))
    }

    /// A text with the mark: 100 beds (calculated from 4 of 6 hospitals).
    pub(crate) fn calculated(&self, text: &str, coverage: Coverage, noun: &Noun) -> String {
        if !coverage.is_partial() {
            return render(self.tiers.tagged, &[("text", text)]);
        }
        let (known, all) = (coverage.known as f64, coverage.all as f64);
        let values = [
            ("text", text),
            ("known", &*self.number(known)),
            ("known_entities", &*self.counted(known, noun)),
            ("all_entities", &*self.counted(all, noun)),
        ];
        render(own_words(self.language).headlines.from_some, &values)
    }
}
