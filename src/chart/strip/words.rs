//! The words of the chart.

use county_chains_words::own::Strip;

use crate::locale::{Locale, own_words};

/// The words of this chart in the language of `locale`.
pub(super) fn words(locale: &Locale) -> &'static Strip {
    &own_words(locale.language).strip
}
