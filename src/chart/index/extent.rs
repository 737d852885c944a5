//! What the values cover, and the axis that they lie on.

use crate::scene::{AxisScale, Stop};

/// How an axis lies in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// Whether equal ratios are to be equally long. Values that are not above zero make it linear.
    pub is_log: bool,
    /// Its length in pixels.
    pub length: f64,
    /// The width of a column, in pixels.
    pub column: f64,
}

/// How many entities a lane has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LaneCount {
    /// With a value.
    pub with: usize,
    /// Without.
    pub without: usize,
}

/// The smallest and the largest value, and how many entities each lane has.
#[derive(Debug, Clone, PartialEq)]
pub struct Extent {
    /// The smallest value; infinite if there is none.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// The entities of each class, and last those without one.
    pub lanes: Vec<LaneCount>,
}

impl Extent {
    pub(super) fn new(lanes: usize) -> Extent {
        Extent { low: f64::INFINITY, high: f64::NEG_INFINITY, lanes: vec![LaneCount::default(); lanes] }
    }

    pub(super) fn add(&mut self, lane: usize, value: Option<f64>) {
        if let Some(value) = value {
            self.low = self.low.min(value);
            self.high = self.high.max(value);
        }
        if let Some(count) = self.lanes.get_mut(lane) {
            *(if value.is_some() { &mut count.with } else { &mut count.without }) += 1;
        }
    }

    /// What the axis covers: all values, zero where it is near, and some room where all are the same.
    fn domain(&self) -> (f64, f64) {
        let (low, high) = (self.low, self.high);
        if low > high {
            return (0.0, 1.0);
        }
        if low == high {
            let room = if low == 0.0 { 1.0 } else { low.abs() / 2.0 };
            return (low - room, high + room);
        }
        (low, high)
    }

    pub(super) fn scale(&self, axis: &Axis) -> AxisScale {
        let (low, high) = self.domain();
        let near_zero = !axis.is_log && low > 0.0 && low < high / 20.0;
        AxisScale::axis(if near_zero { 0.0 } else { low }..high, axis.is_log, 0.0..axis.length)
    }

    /// How many entities have a value.
    pub fn count(&self) -> usize {
        self.lanes.iter().map(|lane| lane.with).sum()
    }
}

/// Five numbers that describe a distribution.
///
/// A quartile is worked out by Hyndman and Fan’s definition 7, as `QUARTILE` and `MEDIAN` of spreadsheets and the defaults of
/// R and NumPy do: at the part `p` of the way from the first to the last of the sorted values, between two values in
/// proportion. So an owner of data can check it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantiles {
    /// The smallest value.
    pub minimum: f64,
    /// A quarter is below it.
    pub lower: f64,
    /// Half is below it.
    pub median: f64,
    /// Three quarters are below it.
    pub upper: f64,
    /// The largest value.
    pub maximum: f64,
}

impl Quantiles {
    /// The number of a stop.
    pub fn at(&self, stop: Stop) -> f64 {
        match stop {
            Stop::Minimum => self.minimum,
            Stop::LowerQuartile => self.lower,
            Stop::Median => self.median,
            Stop::UpperQuartile => self.upper,
            Stop::Maximum => self.maximum,
        }
    }
}
