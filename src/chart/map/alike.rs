//! Tiles that say the same, and what is said of them all at once.

use super::super::county::{city_name, full_name};
use super::super::{Alike, ChartContext};
use crate::dataset::{County, Dataset, TierBasis};
use crate::locale::render;

/// So many tiles may say the same before they are summed up.
const FEW: usize = 12;

/// The counties of whose tiles there is nothing to say but that their tier is not given, if they are many.
pub(super) fn alike(dataset: &Dataset) -> Vec<&County> {
    let counties: Vec<&County> = not_given(dataset).filter(|county| county.roles.is_empty()).collect();
    if counties.len() > FEW { counties } else { Vec::new() }
}

fn not_given(dataset: &Dataset) -> impl Iterator<Item = &County> {
    dataset.counties.iter().filter(|county| county.basis == TierBasis::NotGiven)
}

/// What is said of all whose tier is not given, and who they are.
pub(super) fn told(context: &ChartContext<'_>) -> Option<Alike> {
    if alike(context.dataset).is_empty() {
        return None;
    }
    let named =
        |county: &County| (county.code, full_name(context, county), city_name(context, county).to_owned());
    let counties: Vec<_> = not_given(context.dataset).map(named).collect();
    let ground = context.dataset.ground(TierBasis::NotGiven)?;
    let all = context.phrase(context.dataset.counting_indicator()?, counties.len() as f64);
    let what = ground.in_legend(context.locale.language, false);
    let text = render(context.locale.map.rest, &[("all", &all), ("what", what)]);
    Some(Alike { text, counties })
}
