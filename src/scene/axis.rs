//! The scale of an axis of measured values, linear or logarithmic, with ticks at round values.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::logarithm::log10;
use super::scale::Scale;
use super::ticks::{equal_ratios, equal_steps};

/// A scale of measured values, linear or logarithmic, whose axis has ticks at round values.
pub type AxisScale = Scale<AxisCoordinate>;

impl AxisScale {
    /// The scale from `domain` to `pixels`. Equal ratios are equally long if `is_log`, and if the domain is above zero.
    pub fn axis(domain: Range<f64>, is_log: bool, pixels: Range<f64>) -> Self {
        Scale::new(AxisCoordinate::new(domain, is_log), pixels)
    }

    /// Whether equal ratios are equally long.
    pub fn is_log(&self) -> bool {
        self.coordinate.is_log
    }
}

/// A coordinate of plotters that may be logarithmic. Its own takes the logarithm of the platform, and the powers of its ticks,
/// whose last digits differ.
#[derive(Clone)]
pub struct AxisCoordinate {
    domain: Range<f64>,
    is_log: bool,
    /// What is linear: the values, or their logarithms.
    linear: RangedCoordf64,
}

impl AxisCoordinate {
    fn new(domain: Range<f64>, is_log: bool) -> AxisCoordinate {
        let ends = log10(domain.start).zip(log10(domain.end)).filter(|_| is_log);
        let (start, end) = ends.unwrap_or((domain.start, domain.end));
        AxisCoordinate { domain, is_log: ends.is_some(), linear: (start..end).into() }
    }
}

impl Ranged for AxisCoordinate {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let value = if self.is_log { log10(*value).unwrap_or(f64::NEG_INFINITY) } else { *value };
        self.linear.map(&value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let ticks = if self.is_log { equal_ratios } else { equal_steps };
        ticks(self.domain.start, self.domain.end, hint.max_num_points())
    }

    fn range(&self) -> Range<f64> {
        self.domain.clone()
    }
}
