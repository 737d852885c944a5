//! 繁體中文，附冊。

use super::words::Annex;

pub(super) const ANNEX: Annex = Annex { nothing: "-" };
