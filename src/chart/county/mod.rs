//! What is said of a county, on the map and on its card.

mod card;
mod values;

pub use card::{Card, Part, card};
pub use values::CountyValue;
pub(super) use values::{gap, own_figure, table};

use super::ChartContext;
use crate::dataset::{County, TierBasis, name_of};
use crate::locale::render;

/// 晋江市; Jinjiang City.
pub(super) fn full_name(context: &ChartContext<'_>, county: &County) -> String {
    let language = context.locale.language;
    let (name, kind) =
        (county.name.get(language), name_of(&context.dataset.kinds, county.kind).get(language));
    if kind.is_empty() {
        return name.to_owned();
    }
    render(context.locale.map.full_name, &[("name", name), ("kind", kind)])
}

pub(super) fn city_name<'a>(context: &ChartContext<'a>, county: &County) -> &'a str {
    context.dataset.prefecture_of(county).map_or("", |city| city.name.get(context.locale.language))
}

/// On what ground a tier is known, in words.
pub(super) fn basis_text(context: &ChartContext<'_>, basis: TierBasis) -> &'static str {
    context.dataset.ground(basis).map_or("", |ground| ground.name.get(context.locale.language))
}

/// The name of a county's tier as a noun, if the tier is known.
pub(super) fn tier_text(context: &ChartContext<'_>, county: &County) -> Option<String> {
    Some(context.tier_counties(context.dataset.tier(county.tier?)?))
}

/// What a role that a county plays is called.
pub(super) fn role_text(context: &ChartContext<'_>, role: &str) -> &'static str {
    name_of(&context.dataset.roles, role).get(context.locale.language)
}
