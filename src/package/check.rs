//! Checks what holds across tables: codes, names in facts and formulas, facts against the cells that they prove.

use std::cmp::Ordering;

use county_chains_data::dataset::FactValue;
use county_chains_data::quantity::{count_text, trimmed};
use county_chains_data::word::text;

use crate::entities::{Entities, later};
use crate::facts::{Facts, unknown_entity};
use crate::log::{Log, by_text};
use crate::order::{sorted, sorted_by};
use crate::plan::{Kind, Plan, Table};
use crate::tiers::Tiers;
use crate::{Code, Entity, Origin, suggest};

/// Codes in order, to find entities by them.
pub(crate) struct Codes<'a> {
    entities: &'a Entities,
    order: Vec<u32>,
}

impl<'a> Codes<'a> {
    /// Puts the codes in order, and tells those that stand twice.
    pub(crate) fn new(log: &mut Log, table: &Table, entities: &'a Entities) -> Codes<'a> {
        let code = |index: u32| entities.list.get(index as usize).map_or("", |entity| entity.code);
        let keys = entities.list.iter().map(|entity| key(entity.code)).collect();
        let order = sorted_by(keys, &|one, other| by_text((code(one), one), (code(other), other)));
        let mut first = order.first().copied().unwrap_or_default();
        for index in order.iter().skip(1) {
            if code(*index) != code(first) || code(first).is_empty() {
                first = *index;
                continue;
            }
            let (at, before) = (entities.at.get(*index as usize), entities.at.get(first as usize));
            let (Some(at), Some(before)) = (at, before) else { continue };
            let allowed = text!("a code used once (also {line(table, *before)})");
            let found = code(*index);
            let message = "the code {} stands twice";
            log.tell(later(table, *at, entities.code), Code::PrimaryKey, found, &allowed, message, "");
        }
        Codes { entities, order }
    }

    /// The index of the entity with a code.
    pub(crate) fn find(&self, code: &str) -> Option<usize> {
        let entity = |index: &u32| self.entities.list.get(*index as usize);
        let order = |index: &u32| entity(index).map_or(Ordering::Less, |entity| entity.code.cmp(code));
        let found = self.order.binary_search_by(order).ok()?;
        self.order.get(found).map(|index| *index as usize)
    }
}

/// The first eight bytes, which are in the order of the texts.
fn key(text: &str) -> u64 {
    let bytes = text.bytes().chain(std::iter::repeat(0));
    bytes.take(8).fold(0, |key, byte| key << 8 | u64::from(byte))
}

/// The line of a row, as a message names it.
fn line(table: &Table, at: (u32, u32)) -> String {
    match table.file {
        0 => "another row".to_owned(),
        _ => text!("line {count_text(at.0 as usize)}"),
    }
}

/// What facts are compared with.
pub(crate) struct Tables<'a> {
    pub(crate) plan: &'a Plan,
    /// The table of entities, its rows and codes; `None` where it cannot be read.
    pub(crate) entities: Option<(&'a Table, &'a Entities, &'a Codes<'a>)>,
}

/// Checks facts, and notes in the printed values which fact proves them.
pub(crate) fn check_facts(
    log: &mut Log,
    tables: &Tables,
    facts: &Facts,
    table: &Table,
    mut printed: Option<(&Table, &mut Tiers)>,
) {
    check_ids(log, facts, table);
    for (fact, link) in facts.list.iter().zip(&facts.links) {
        let mut only = None;
        let mut is_known = true;
        if let Some((entities_table, entities, codes)) = tables.entities {
            for code in &fact.counties {
                only = codes.find(code);
                if only.is_none() && !entities.broken.contains(code) {
                    let file = log.name(entities_table.file).to_owned();
                    let file = if entities_table.file == 0 { "the table of entities" } else { &file };
                    unknown_entity(log, link, code, file);
                    is_known = false;
                }
            }
        } else if !tables.plan.kinds.contains(&Kind::Entities) && !fact.counties.is_empty() {
            unknown_entity(
                log,
                link,
                fact.counties.first().unwrap_or(&""),
                "a table of entities, which there is not",
            );
            continue;
        }
        let indicator = link.indicator.and_then(|index| tables.plan.package.indicators.get(index));
        let (Some(indicator), true, false) = (indicator, is_known, link.is_broken) else { continue };
        let value = match fact.value {
            FactValue::Number(value) => Some(value),
            _ => None,
        };
        match (fact.counties.len(), fact.tier, &mut printed) {
            (1, _, _) => {
                let (Some((table, entities, _)), Some(only)) = (tables.entities, only) else { continue };
                let Origin::Entities(column) = indicator.origin else { continue };
                let Some(cell) = entities.values.get(column).and_then(|list| list.values.get(only)) else {
                    continue;
                };
                let cell = (!cell.is_nan()).then_some(*cell);
                if cell != value {
                    let line = entities.at.get(only).map_or(String::new(), |at| line(table, *at));
                    let file = if table.file == 0 { "the entities" } else { log.name(table.file) };
                    let place = text!("{file} {line}");
                    contradicts(log, link, cell, &place);
                }
            }
            (0, Some(tier), Some((table, tiers))) => {
                let mut cells = tiers.list.iter_mut().zip(&tiers.lines);
                let cell = cells.find(|(cell, _)| cell.class == tier && cell.indicator == indicator.id);
                match cell {
                    Some((cell, line)) if Some(cell.value) != value => {
                        let file = if table.file == 0 { "the tiers" } else { log.name(table.file) };
                        let place = text!("{file} line {count_text(*line)}");
                        contradicts(log, link, Some(cell.value), &place);
                    }
                    Some((cell, _)) => cell.fact = fact.id,
                    None => {}
                }
            }
            _ => {}
        }
    }
}

fn contradicts(log: &mut Log, link: &crate::facts::Link, cell: Option<f64>, place: &str) {
    let cell = cell.map_or("no value".to_owned(), |cell| trimmed(cell, 9));
    let allowed = text!("{cell} ({place})");
    let message = "a fact says another value than the cell that it proves";
    log.tell(link.value, Code::FactContradicts, &link.found, &allowed, message, "");
}

/// Tells ids that stand twice.
fn check_ids(log: &mut Log, facts: &Facts, table: &Table) {
    let id = |index: u32| facts.list.get(index as usize).map_or("", |fact| fact.id);
    let order = sorted(facts.list.len(), &|one, other| by_text((id(one), one), (id(other), other)));
    let mut first = order.first().copied().unwrap_or_default();
    for index in order.iter().skip(1) {
        if id(*index) != id(first) || id(first).is_empty() {
            first = *index;
            continue;
        }
        let (link, before) = (facts.links.get(*index as usize), facts.links.get(first as usize));
        let (Some(link), Some(before)) = (link, before) else { continue };
        let place =
            if table.file == 0 { "above".to_owned() } else { text!("line {count_text(before.line)}") };
        let allowed = text!("an id used once (also {place})");
        let found = id(*index);
        let message = "the id {} stands twice";
        log.tell(link.id, Code::PrimaryKey, found, &allowed, message, "");
    }
}

/// Looks up the names in formulas: indicators, else facts.
pub(crate) fn check_operands(log: &mut Log, plan: &Plan, facts: Option<&Facts>, are_facts_known: bool) {
    for operand in &plan.operands {
        let indicators = &plan.package.indicators;
        let indicator = indicators.iter().find(|indicator| indicator.id == operand.name);
        let is_good = match (indicator, operand.of_entities) {
            (Some(indicator), true) => matches!(indicator.origin, Origin::Entities(_)),
            (Some(_), false) => true,
            (None, true) => false,
            (None, false) => {
                !are_facts_known
                    || facts.is_some_and(|facts| facts.list.iter().any(|fact| fact.id == operand.name))
            }
        };
        if !is_good {
            let ids: Vec<&str> = indicators.iter().map(|indicator| indicator.id).collect();
            let message = "the formula names “{}”, which has no values of its own";
            let allowed = suggest::one_of(operand.name, &ids);
            log.tell(operand.at, Code::Formula, operand.name, &allowed, message, "");
        }
    }
}

/// Gives entities without a place the one that the table `grid` has for them; the first row and column become 0.
pub(crate) fn place(entities: &mut [Entity], places: &mut [(&'static str, (u8, u8))]) {
    county_chains_data::order::sort_by(places, |one, other| one.0.cmp(other.0));
    for entity in entities.iter_mut().filter(|entity| entity.place.is_none()) {
        let found = places.binary_search_by(|(code, _)| (*code).cmp(entity.code)).ok();
        entity.place = found.and_then(|index| places.get(index)).map(|(_, place)| *place);
    }
    let placed = || entities.iter().filter_map(|entity| entity.place);
    let first =
        placed().fold((u8::MAX, u8::MAX), |first, place| (first.0.min(place.0), first.1.min(place.1)));
    for (column, row) in entities.iter_mut().filter_map(|entity| entity.place.as_mut()) {
        (*column, *row) = (*column - first.0, *row - first.1);
    }
}
