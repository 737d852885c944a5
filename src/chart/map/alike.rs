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
    let counties: Vec<&County> = not_given(context.dataset).collect();
    let ground = context.dataset.ground(TierBasis::NotGiven)?;
    let counted = context.phrase(context.dataset.counting_indicator()?, counties.len() as f64);
    let what = ground.in_legend(context.locale.language, false);
    let mut cities: Vec<(String, Vec<_>)> = Vec::new();
    for county in counties {
        let (city, entry) = (city_name(context, county), (county.code, full_name(context, county)));
        match cities.iter_mut().find(|(known, _)| *known == city) {
            Some((_, entries)) => entries.push(entry),
            None => cities.push((city.to_owned(), vec![entry])),
        }
    }
    let text = render(context.locale.map.rest, &[("all", &counted), ("what", what)]);
    Some(Alike { text, cities })
}
