//! Indicators as whole bars of the tiers' shares, joined by ribbons.

mod bar;
mod bars;
mod chart;
mod own;
mod segment;

pub(super) use self::chart::Shares;
