//! What the numbers of a tier stand on.

use super::sum_of_tiers;
use super::table::sum_arithmetic;
use crate::chart::{Brief, Provenance};
use crate::dataset::Measure;
use crate::locale::fill;
use crate::quantity::trimmed;
use crate::tier::Tier;

/// What the mark or row `tier:1`, a segment `tier:1:gdp`, the row of sums or that of stated totals stands on.
#[inline(never)]
pub(in crate::chart) fn provenance(brief: &Brief<'_>, key: &str) -> Option<Provenance> {
    match key {
        "sum" => Some(sums(brief)),
        "stated" => Some(Provenance::of(&["total.counties", "total.chains"])),
        _ => of_tier(brief, brief.dataset.tier_of(key.strip_prefix("tier:")?.split(':').next()?)?),
    }
}

/// Everything that the article says of a tier, and what we worked out.
fn of_tier(brief: &Brief<'_>, tier: Tier) -> Option<Provenance> {
    let language = brief.locale.language;
    let row = brief.dataset.tier(tier)?;
    let derivation = |indicator: &crate::dataset::Indicator| match brief.measure(indicator.id, tier) {
        Measure::Derived { steps, .. } => {
            let unit = brief.dataset.unit(indicator.unit).map_or("", |unit| unit.noun.name.get(language));
            let values = [("name", indicator.title.get(language)), ("unit", unit)];
            Some((fill(brief.locale.ui.bracketed, &values), brief.locale.arithmetic(&steps)))
        }
        _ => None,
    };
    let facts = brief.dataset.facts.iter().filter(|fact| fact.tier == Some(tier));
    let grows = brief.measure("growth", tier).quantity().is_some();
    Some(Provenance {
        title: brief.tier_counties(row),
        remark: if grows { String::new() } else { brief.locale.tier_notes.growth_gap.to_owned() },
        derivations: brief.dataset.indicators.iter().filter_map(derivation).collect(),
        facts: facts.map(|fact| fact.id).collect(),
    })
}

/// The sums of the tiers, which the source does not print.
fn sums(brief: &Brief<'_>) -> Provenance {
    let brief = &brief.whole();
    let sum = |indicator: &str| {
        let title = brief.dataset.indicator(indicator)?.title.get(brief.locale.language).to_owned();
        Some((title, sum_arithmetic(brief, indicator)))
    };
    let stated = brief.printed("total.chains");
    let chains = trimmed(sum_of_tiers(brief, "chains"), 0);
    Provenance {
        title: brief.locale.table.sum.to_owned(),
        remark: fill(brief.locale.tier_notes.chains_differ, &[("stated", &stated), ("sum", &chains)]),
        derivations: ["counties", "chains", "gdp"].into_iter().filter_map(sum).collect(),
        facts: Vec::new(),
    }
}
