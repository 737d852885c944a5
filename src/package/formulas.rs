//! Checks formulas: that what they name is there and can be calculated with, and that none is made of itself.

use county_chains_data::word::joined;

use crate::facts::Facts;
use crate::log::Log;
use crate::plan::{Operand, Plan, Use};
use crate::{Aggregate, Code, Indicator, Origin, suggest};

/// Looks up the names in formulas: indicators, else facts.
pub(crate) fn check(log: &mut Log, plan: &Plan, facts: Option<&Facts>, are_facts_known: bool) {
    let indicators = &plan.package.indicators;
    for operand in &plan.operands {
        let indicator = indicators.iter().find(|indicator| indicator.id == operand.name);
        let is_fact = || {
            !are_facts_known
                || facts.is_some_and(|facts| facts.list.iter().any(|fact| fact.id == operand.name))
        };
        match (operand.usage, indicator) {
            (Use::Value, None) if !is_fact() => unknown(log, indicators, operand, &|_| true),
            (Use::OfEntities, None) => unknown(log, indicators, operand, &is_of_entities),
            (Use::OfEntities, Some(found)) if !is_of_entities(found) => {
                unknown(log, indicators, operand, &is_of_entities);
            }
            (Use::Whole, None) => unknown(log, indicators, operand, &is_summed),
            (Use::Whole, Some(found)) if found.aggregate != Aggregate::Sum => {
                let message = "“{}” is not summed, so its classes make no whole of which one can have a part";
                let summed: Vec<&str> = possible(indicators, operand, &is_summed);
                let help = r#"write "aggregate": "sum" for it, if its values may be added"#;
                let allowed = suggest::listed(&summed);
                log.tell(operand.at, Code::Formula, operand.name, &allowed, message, help);
            }
            _ => {}
        }
    }
    check_circles(log, plan);
}

fn is_of_entities(indicator: &Indicator) -> bool {
    matches!(indicator.origin, Origin::Entities(_))
}

fn is_summed(indicator: &Indicator) -> bool {
    indicator.aggregate == Aggregate::Sum
}

/// What a formula may name in place of an operand: never the indicator that it gives.
fn possible<'a>(
    indicators: &'a [Indicator],
    operand: &Operand,
    is_good: &dyn Fn(&Indicator) -> bool,
) -> Vec<&'a str> {
    let good = indicators.iter().filter(|one| one.id != operand.of && is_good(one));
    good.map(|one| one.id).collect()
}

/// Tells a name that a formula cannot take.
fn unknown(log: &mut Log, indicators: &[Indicator], operand: &Operand, is_good: &dyn Fn(&Indicator) -> bool) {
    let ids = possible(indicators, operand, is_good);
    let message = "the formula names “{}”, which has no values of its own";
    let allowed = suggest::one_of(operand.name, &ids);
    log.tell(operand.at, Code::Formula, operand.name, &allowed, message, "");
}

/// Tells each formula that leads back to its own indicator, with the way there.
fn check_circles(log: &mut Log, plan: &Plan) {
    let mut told: Vec<&str> = Vec::new();
    for operand in &plan.operands {
        // One whose name another indicator has is told already.
        let is_calculated = |one: &Indicator| one.id == operand.of && one.formula.is_some();
        if told.contains(&operand.of) || !plan.package.indicators.iter().any(is_calculated) {
            continue;
        }
        if let Some(way) = way_back(plan, operand) {
            told.push(operand.of);
            let allowed = "a formula of other indicators";
            let way = joined(" → ", way.into_iter());
            let message = ["“{}” is calculated from itself: ", &way].concat();
            log.tell(operand.at, Code::Formula, operand.of, allowed, &message, "");
        }
    }
}

/// The indicators from the one that a formula gives back to the same one; `None` where no way leads there through `first`.
fn way_back(plan: &Plan, first: &Operand) -> Option<Vec<&'static str>> {
    // Each with the place of the one before it in this list.
    let mut reached = vec![(first.name, 0)];
    let mut next = 0;
    while let Some((name, _)) = reached.get(next).copied() {
        if name == first.of {
            let mut way = vec![name];
            let mut at = next;
            while at > 0 {
                at = reached.get(at).map_or(0, |(_, before)| *before);
                way.extend(reached.get(at).map(|(name, _)| *name));
            }
            way.push(first.of);
            way.reverse();
            return Some(way);
        }
        for operand in plan.operands.iter().filter(|operand| operand.of == name) {
            if !reached.iter().any(|(other, _)| *other == operand.name) {
                reached.push((operand.name, next));
            }
        }
        next += 1;
    }
    None
}
