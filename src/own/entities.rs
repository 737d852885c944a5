//! Entities with their groups, their tiles and their values.

use super::aggregates::qualifiers;
use super::indicators::title;
use super::words::{in_all, told};
use crate::dataset::{County, CountyValues, Prefecture};
use crate::language::Localized;
use crate::package::{Formula, Gap, Group, Indicator, Origin, Package};
use crate::quantity::Qualifier;
use crate::word::text;

/// The place of a tier that is not known.
pub(super) const NO_TIER: u8 = u8::MAX;

/// The groups of entities. Nobody has chosen cells for their names, so the grid shows none.
pub(super) fn groups(package: &Package) -> Vec<Prefecture> {
    let group = |group: &Group| Prefecture {
        code: group.value,
        name: group.name,
        label_column: u8::MAX,
        label_row: u8::MAX,
    };
    package.groups.iter().map(group).collect()
}

/// Where the entities stand that have no place: on a shelf below the grid.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The last column and the last row of the grid.
    last: Option<(u8, u8)>,
    shelved: usize,
}

impl Shelf {
    /// Leaves room for a tile.
    pub(super) fn leave(&mut self, (column, row): (u8, u8)) {
        let (last_column, last_row) = self.last.unwrap_or_default();
        self.last = Some((last_column.max(column), last_row.max(row)));
    }

    /// The row on which it begins, and what it is called; `None` if no entity or every entity stands there.
    pub(super) fn name(&self) -> Option<(u8, Localized)> {
        let (_, last) = self.last?;
        (self.shelved > 0).then(|| (last.saturating_add(2), told(|words| words.notes.shelf, &[])))
    }

    /// Gives an entity without a place the next one on it. It knows all tiles of the grid by then.
    pub(super) fn take(&mut self, entity: &mut County) {
        // Without a grid there is no shelf.
        let Some(last) = self.last.filter(|_| entity.place().is_none()) else { return };
        let (columns, top) = (usize::from(last.0) + 1, usize::from(last.1) + 2);
        let at = (self.shelved % columns, top + self.shelved / columns);
        self.shelved += 1;
        (entity.column, entity.row) = (small(at.0), small(at.1));
    }
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// How exactly products are given; `None` if all factors are exact.
fn of_product(package: &Package, indicator: &Indicator, count: usize) -> Option<Vec<Qualifier>> {
    if package.columns.iter().all(|column| column.qualifiers.is_empty()) {
        return None;
    }
    let given: Vec<Qualifier> = (0..count).map(qualifiers(package, indicator)).collect();
    given.iter().any(|one| *one != Qualifier::Exact).then_some(given)
}

/// The values of an indicator that entities have.
pub(super) fn values(package: &Package, indicator: &Indicator, values: Vec<f64>) -> CountyValues {
    let qualifiers = match indicator.origin {
        Origin::Entities(index) => package.columns.get(index).map(|column| column.qualifiers.clone()),
        Origin::Tiers | Origin::Derived => of_product(package, indicator, values.len()),
    };
    let factors = match indicator.formula {
        Some(Formula::Product(one, other)) => [one, other],
        _ => Default::default(),
    };
    let [one, other] = factors.map(|id| title(package, id));
    let origin = match factors {
        ["", ""] => Localized::EMPTY,
        _ => in_all(|language| text!("{one.get(language)} × {other.get(language)}")),
    };
    let qualifiers = qualifiers.unwrap_or_default();
    let (gaps, reasons) = gaps(package, indicator);
    CountyValues { indicator: indicator.id, values, qualifiers, origin, factors, gaps, reasons }
}

/// Which entities have no value for a reason that the files say in words, and the reasons.
fn gaps(package: &Package, indicator: &Indicator) -> (Vec<(u32, u8)>, Vec<Localized>) {
    let Origin::Entities(index) = indicator.origin else { return Default::default() };
    let Some(column) = package.columns.get(index) else { return Default::default() };
    // The word of a cell without a label says nothing to readers.
    let is_said = |gap: &&Gap| {
        let missing = column.missing.get(usize::from(gap.reason));
        missing.is_some_and(|missing| missing.label.en != missing.value)
    };
    let gaps = column.gaps.iter().filter(is_said).map(|gap| (gap.entity, gap.reason));
    (gaps.collect(), column.missing.iter().map(|missing| missing.label).collect())
}
