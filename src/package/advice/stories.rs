//! Warns of places in stories for which there is no value. The text they stand in is not shown.

use jsonc_parser::ast::Value;

use super::known::{Known, bit};
use crate::facts::Facts;
use crate::fields::slug;
use crate::log::Log;
use crate::stories::pieces;
use crate::walk::Members;
use crate::{Code, Indicator, json};

/// The stories of the descriptor.
pub(super) fn stories<'a>(root: &'a Value<'a>) -> impl Iterator<Item = Members<'a>> {
    let list = root.as_object().and_then(|object| Members { object }.get("stories"));
    let list = list.and_then(|node| node.value.as_array()).map_or(&[][..], |array| &array.elements);
    list.iter().filter_map(Value::as_object).map(|object| Members { object })
}

/// Looks through the stories of the descriptor.
pub(super) fn check(log: &mut Log, root: &Value, known: &Known, facts: Option<&Facts>) {
    for members in stories(root) {
        let named = members.get("indicator").and_then(|node| node.text()).map(slug);
        let is_meant = |one: &&Indicator| named.as_ref().is_none_or(|id| one.id == id);
        let meant: Vec<&Indicator> = known.plan.package.indicators.iter().filter(is_meant).collect();
        for property in &members.object.properties {
            let base = property.name.as_str().split('@').next().unwrap_or_default();
            let text = property.value.as_string_lit().filter(|_| matches!(base, "heading" | "summary"));
            let Some(text) = text else { continue };
            for (_, place) in pieces(&text.value) {
                let inner = place.trim_start_matches('{').trim_end_matches('}');
                if place.is_empty() || meant.iter().any(|indicator| fills(known, facts, indicator, inner)) {
                    continue;
                }
                let (at, help) = (json::at(text.range.start), "the general sentence stands in its place");
                log.tell(at, Code::StoryValue, place, "a place with a value", "no value for {}", help);
            }
        }
    }
}

/// Whether a place has a figure of an indicator.
fn fills(known: &Known, facts: Option<&Facts>, indicator: &Indicator, place: &str) -> bool {
    let package = &known.plan.package;
    let found = known.classes_of(indicator.id);
    if let Some(pair) = place.strip_prefix("gap:") {
        let both = package.classes.pair(pair).map(|(one, other)| bit(one) | bit(other));
        return both.is_some_and(|both| found & both == both);
    }
    match place {
        "max" | "min" => found != 0,
        "sum" => known.has_sum(indicator),
        "total" => facts
            .is_some_and(|facts| facts.totals(&package.indicators).iter().any(|(of, _)| *of == indicator.id)),
        "n" => true,
        _ => {
            let Some((kind, class)) = place.split_at_checked(1) else { return true };
            let class = package.classes.meant(class.strip_prefix(':').unwrap_or(class));
            match (kind, class) {
                ("v", Some(tier)) => found & bit(tier) != 0,
                ("s", Some(_)) => known.has_parts(indicator),
                _ => true,
            }
        }
    }
}
