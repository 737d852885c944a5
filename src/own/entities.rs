//! Entities with their groups, their tiles and their values.

use super::tiers::{column, title};
use super::words::in_all;
use crate::dataset::{County, CountyValues, Prefecture, TierBasis};
use crate::language::Localized;
use crate::package::{Formula, Group, Indicator, Origin, Package};
use crate::tier::Tier;
use crate::word::text;

/// The place of a tier that is not known.
const NO_TIER: u8 = u8::MAX;

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

/// The entities in the order of the file. Those without a place stand on a shelf below the grid.
pub(super) fn entities(package: &Package) -> Vec<County> {
    let places = || package.entities.iter().filter_map(|entity| entity.place);
    let columns = places().map(|(column, _)| column).max().map_or(1, |last| usize::from(last) + 1);
    let shelf = places().map(|(_, row)| row).max().map_or(0, |last| usize::from(last) + 2);
    let mut shelved = 0;
    let mut entities = Vec::with_capacity(package.entities.len());
    for entity in &package.entities {
        let (column, row) = entity.place.unwrap_or_else(|| {
            let at = (shelved % columns, shelf + shelved / columns);
            shelved += 1;
            (u8::try_from(at.0).unwrap_or(u8::MAX), u8::try_from(at.1).unwrap_or(u8::MAX))
        });
        let group = entity.group.and_then(|group| package.groups.get(group as usize));
        entities.push(County {
            code: entity.code,
            name: entity.name,
            short: entity.short,
            prefecture: group.map_or("", |group| group.value),
            tier: entity.class,
            basis: if entity.class.is_some() { TierBasis::Named } else { TierBasis::NotGiven },
            column,
            row,
            ..County::EMPTY
        });
    }
    entities
}

/// The place of the class of each entity.
pub(super) fn tiers(package: &Package) -> Vec<u8> {
    let place = |tier: Tier| u8::try_from(tier.index()).unwrap_or(NO_TIER);
    package.entities.iter().map(|entity| entity.class.map_or(NO_TIER, place)).collect()
}

/// The values of the indicators that entities have.
pub(super) fn values(package: &Package) -> Vec<CountyValues> {
    let values = |indicator: &Indicator| {
        let value = column(package, indicator)?;
        let qualifiers = match indicator.origin {
            Origin::Entities(index) => package.columns.get(index)?.qualifiers.clone(),
            Origin::Tiers | Origin::Derived => Vec::new(),
        };
        let origin = match indicator.formula {
            Some(Formula::Product(one, other)) => {
                let [one, other] = [one, other].map(|id| title(package, id));
                in_all(|language| text!("{one.get(language)} × {other.get(language)}"))
            }
            _ => Localized::EMPTY,
        };
        let values = (0..package.entities.len()).map(value).collect();
        Some(CountyValues { indicator: indicator.id, values, qualifiers, origin })
    };
    package.indicators.iter().filter_map(values).collect()
}
