//! 简体中文，附册。

use super::words::Annex;

pub(super) const ANNEX: Annex = Annex { nothing: "-" };
