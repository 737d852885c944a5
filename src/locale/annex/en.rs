//! English, the annex.

use super::words::Annex;

pub(super) const ANNEX: Annex = Annex { nothing: "-" };
