//! The charts of the white paper: each is made for its facts, and no other dataset can fill it.

mod clusters;
mod market;
mod paths;
mod six_ones;
mod ticks;
mod timeline;

pub(super) use self::clusters::Clusters;
pub(super) use self::market::Market;
pub(super) use self::paths::Paths;
pub(super) use self::six_ones::SixOnes;
pub(super) use self::timeline::Timeline;
