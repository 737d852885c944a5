//! What is said of a county, on the map and on its card.

mod card;

pub use card::{Card, card};

use super::ChartContext;
use crate::dataset::{County, CountyKind, CountyRole, TierBasis};
use crate::locale::render;

/// 晋江市; Jinjiang City.
pub(super) fn full_name(context: &ChartContext<'_>, county: &County) -> String {
    let [district, city, rural] = context.locale.map.kinds;
    let kind = match county.kind {
        CountyKind::District => district,
        CountyKind::City => city,
        CountyKind::County => rural,
    };
    render(
        context.locale.map.full_name,
        &[("name", county.name.get(context.locale.language)), ("kind", kind)],
    )
}

pub(super) fn city_name<'a>(context: &ChartContext<'a>, county: &County) -> &'a str {
    context.dataset.prefecture_of(county).map_or("", |city| city.name.get(context.locale.language))
}

/// On what ground a tier is known, in words.
pub(super) fn basis_text(context: &ChartContext<'_>, basis: TierBasis) -> &'static str {
    let words = &context.locale.map;
    match basis {
        TierBasis::Named => words.named,
        TierBasis::Implied => words.implied,
        TierBasis::NotGiven => words.not_given,
        TierBasis::NotIncluded => words.not_included,
    }
}

/// The name of a county's tier as a noun, if the tier is known.
pub(super) fn tier_text(context: &ChartContext<'_>, county: &County) -> Option<String> {
    Some(context.tier_counties(context.dataset.tier(county.tier?)?))
}

/// What a part that a county plays is called.
pub(super) fn part_text(context: &ChartContext<'_>, part: CountyRole) -> &'static str {
    let [_, _, [pilot, _], [profile, _], [speciality, _]] = context.locale.map.legend;
    match part {
        CountyRole::Pilot => pilot,
        CountyRole::Profile => profile,
        CountyRole::Speciality => speciality,
    }
}
