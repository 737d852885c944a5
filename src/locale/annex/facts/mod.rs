//! The words of facts: the list with its search, caveats, periods.

#[cfg(test)]
pub(super) mod en;
pub(super) mod words;
#[cfg(test)]
pub(super) mod zh_hans;
#[cfg(test)]
pub(super) mod zh_hant;
