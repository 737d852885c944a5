//! Where every entity stands on the axis of its class: exact counts in columns of pixels, exact quartiles, who is nearest.

part::module!(own);

mod columns;
mod extent;
mod hover;
mod indexes;
mod indexing;
mod order;
mod quantile;
mod values;

pub use self::columns::Index;
pub use self::extent::{Axis, Extent, LaneCount, Quantiles};
pub use self::indexes::Indexes;
pub use self::indexing::Indexing;
pub use self::values::{NO_CLASS, Values};
