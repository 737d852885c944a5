//! Reads how values are put together and worked out, and the indicators that only formulas give.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;
use jsonc_parser::ast::Value;

use crate::plan::{Operand, Plan, Use};
use crate::walk::{Members, Walk};
use crate::{Aggregate, Code, Formula, Origin, fields, limits, suggest};

/// Adds the indicators of `derived`.
pub(crate) fn read<'a>(walk: &mut Walk<'_, 'a>, root: &Members<'a>, plan: &mut Plan) {
    for members in walk.objects(root, "derived") {
        let Some((_, name)) = walk.text(&members, "name") else {
            if members.get("name").is_none() {
                walk.missing(&members, "name", "a name for its address");
            }
            continue;
        };
        if members.get("formula").is_none() {
            walk.missing(&members, "formula", FORMULAS);
        }
        let described = fields::described(walk, &members, plan, &name, Origin::Derived, Aggregate::None);
        let Some(indicator) = described else { continue };
        if plan.package.indicators.iter().any(|other| other.id == indicator.id) {
            let message = "another indicator has this id";
            walk.log.tell(name.at(), Code::Identifier, indicator.id, "a name of its own", message, "");
            continue;
        }
        plan.indicators_at.push(name.at());
        plan.package.indicators.push(indicator);
    }
    fields::check_indicators(walk, plan);
    let count = plan.package.indicators.len();
    if count > limits::INDICATORS {
        let allowed = count_text(limits::INDICATORS);
        let at = plan.indicators_at.get(limits::INDICATORS).cloned().unwrap_or_default();
        walk.log.tell(at, Code::TooLarge, &count_text(count), &allowed, "there are too many indicators", "");
    }
}

/// `sum`, `median`, `none`, or `{"mean": field}`.
pub(crate) fn aggregate<'a>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    plan: &mut Plan,
    indicator: usize,
    default: Aggregate,
) -> Aggregate {
    const ALLOWED: &str = "sum, median, none, {mean: field}";
    let Some(node) = members.get("aggregate") else { return default };
    if let Value::Object(_) = node.value {
        let Some(mean) = walk.members(&node) else { return default };
        match walk.text(&mean, "mean") {
            Some((weight, node)) => plan.weights.push((indicator, walk.texts.keep(weight), node.at())),
            None if mean.get("mean").is_none() => walk.missing(&mean, "mean", "the field to weight by"),
            None => {}
        }
        return default;
    }
    match node.text() {
        Some("sum") => Aggregate::Sum,
        Some("median") => Aggregate::Median,
        Some("none") => Aggregate::None,
        Some(word @ ("mean" | "average" | "avg")) => {
            let help = r#"write {"mean": "population"}, with the numeric field that weights the values"#;
            let message = "a mean names the field to weight by";
            walk.log.tell(node.at(), Code::UnknownAggregate, word, ALLOWED, message, help);
            default
        }
        Some(word) => {
            let near = suggest::nearest(word, &["sum", "median", "none"]);
            let near = near.map_or(String::new(), |near| text!("; did you mean {near}?"));
            let message = "this is no way to put values together";
            walk.log.tell(node.at(), Code::UnknownAggregate, word, &text!("{ALLOWED}{near}"), message, "");
            default
        }
        None => {
            walk.wrong(&node, ALLOWED);
            default
        }
    }
}

/// The formulas that there are.
const FORMULAS: &str = "ratio A B, part A B, part A {whole}, residual-or-part A, product A B";

/// Reads a formula. Its names are looked up when facts are known.
pub(crate) fn formula<'a>(
    walk: &mut Walk<'_, 'a>,
    members: &Members<'a>,
    plan: &mut Plan,
    of: &'static str,
) -> Option<Formula> {
    let (words, node) = walk.text(members, "formula")?;
    let mut parts = words.split_ascii_whitespace();
    let (kind, one, other) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let more = parts.next().is_some();
    let mut operand = |name: &str, usage| {
        let name = fields::id(walk, name);
        plan.operands.push(Operand { at: node.at(), of, name, usage });
        name
    };
    let formula = match (kind, one, other) {
        _ if more => None,
        ("ratio", Some(one), Some(other)) => {
            Some(Formula::Ratio(operand(one, Use::Value), operand(other, Use::Value)))
        }
        ("part", Some(one), Some("{whole}")) => Some(Formula::PartOfWhole(operand(one, Use::Whole))),
        ("part", Some(one), Some(other)) => {
            Some(Formula::Part(operand(one, Use::Value), operand(other, Use::Value)))
        }
        ("residual-or-part", Some(one), None) => Some(Formula::ResidualOrPart(operand(one, Use::Whole))),
        ("product", Some(one), Some(other)) => {
            Some(Formula::Product(operand(one, Use::OfEntities), operand(other, Use::OfEntities)))
        }
        _ => None,
    };
    if formula.is_none() {
        let message = "the formula “{}” cannot be read";
        walk.log.tell(node.at(), Code::Formula, words, FORMULAS, message, "");
    }
    formula
}
