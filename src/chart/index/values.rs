//! What is distributed: a value and a class for each entity.

use crate::quantity::Qualifier;

/// The class of an entity whose class is not known.
pub const NO_CLASS: u8 = 255;

/// The values of one indicator, one an entity, in the order of the entities. Lists of other lengths than `values` leave out
/// what they lack.
#[derive(Debug, Clone, Copy, Default)]
pub struct Values<'a> {
    /// NaN where there is none.
    pub values: &'a [f64],
    /// The place of the class of each, [`NO_CLASS`] where it is not known.
    pub classes: &'a [u8],
    /// How exactly each is given; empty where all are exact.
    pub qualifiers: &'a [Qualifier],
}

impl Values<'_> {
    /// The value of an entity.
    pub fn value(&self, entity: usize) -> Option<f64> {
        self.values.get(entity).copied().filter(|value| value.is_finite())
    }

    /// The value of an entity that has one.
    pub(super) fn known(&self, entity: u32) -> f64 {
        self.value(entity as usize).unwrap_or_default()
    }

    /// How exactly it is given.
    pub fn qualifier(&self, entity: usize) -> Qualifier {
        self.qualifiers.get(entity).copied().unwrap_or(Qualifier::Exact)
    }

    /// The lane of an entity: that of its class, or the last for those without one.
    pub(in crate::chart) fn lane(&self, entity: usize, classes: usize) -> usize {
        self.classes.get(entity).map_or(classes, |class| usize::from(*class).min(classes))
    }
}
