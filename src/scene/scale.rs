//! Scales: from data to pixels and to the ticks of an axis, by the coordinates of plotters.

use std::ops::Range;

use plotters::coord::combinators::{BindKeyPoints, WithKeyPoints};
use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::{STEPS, steps};

/// A scale along a range of pixels. Without more it is linear.
pub struct Scale<C = RangedCoordf64> {
    pub(super) coordinate: C,
    /// The two ends in steps of a pixel, since plotters counts in whole numbers.
    ends: (i32, i32),
}

impl Scale {
    /// A linear scale from `domain` to `pixels`.
    pub fn linear(domain: Range<f64>, pixels: Range<f64>) -> Scale {
        Scale::new(domain.into(), pixels)
    }
}

/// A linear scale whose axis has ticks at whole numbers.
pub type UnitScale = Scale<WithKeyPoints<RangedCoordf64>>;

impl UnitScale {
    /// The scale from `domain`, which begins and ends at whole numbers, to `pixels`.
    pub fn units(domain: Range<f64>, pixels: Range<f64>) -> Self {
        let units = (domain.start as usize..=domain.end as usize).map(|unit| unit as f64);
        Scale::new(domain.with_key_points(units.collect()), pixels)
    }
}

impl<C: Ranged<ValueType = f64>> Scale<C> {
    pub(super) fn new(coordinate: C, pixels: Range<f64>) -> Self {
        Scale { coordinate, ends: (steps(pixels.start), steps(pixels.end)) }
    }

    /// Where `value` stands, in pixels.
    pub fn at(&self, value: f64) -> f64 {
        f64::from(self.coordinate.map(&value, self.ends)) / STEPS
    }

    /// The values at which an axis has ticks, `most` at the most where the scale chooses them.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        self.coordinate.key_points(BoldPoints(most))
    }
}
