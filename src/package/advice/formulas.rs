//! Warns of indicators that no class has a value of: those that formulas give, and those of the table of classes.

use super::known::Known;
use crate::log::Log;
use crate::{Code, Origin};

/// Warns of what no class has.
pub(super) fn check(log: &mut Log, known: &Known) {
    let plan = known.plan;
    let indicators = plan.package.indicators.iter().zip(&plan.indicators_at).zip(&known.classes);
    for ((indicator, at), classes) in indicators {
        let is_told = matches!(indicator.origin, Origin::Entities(_));
        if !is_told && *classes == 0 && !known.is_of_entities(indicator) {
            log.tell(*at, Code::NoValues, indicator.id, "", "nothing has a value", "");
        }
    }
}
