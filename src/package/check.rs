//! Checks what holds across tables: codes, names in facts, facts against the cells that they prove.

use std::cmp::Ordering;

use county_chains_data::dataset::{County, FactValue};
use county_chains_data::quantity::trimmed;
use county_chains_data::word::text;

use crate::entities::Entities;
use crate::facts::{Facts, unknown_entity};
use crate::log::{Log, by_text};
use crate::order::{Sorting, sorted};
use crate::plan::{Kind, Plan, Table};
use crate::tiers::Tiers;
use crate::{Code, Origin};

/// What is being done with the codes.
#[derive(Debug, Default)]
enum Stage {
    /// Looking how many bytes all begin with, and whether all are in order already, none twice.
    #[default]
    Common,
    Keys,
    Sort,
    Twice,
    Done,
}

/// Codes being put in order, and those told that stand twice, a piece of the work at a time.
#[derive(Debug, Default)]
pub(crate) struct CodeOrder {
    stage: Stage,
    /// The next entity, or the next place in the order.
    at: usize,
    /// How many bytes all codes begin with. They say nothing of the order.
    common: usize,
    /// Whether a code does not come after the one before.
    is_mixed: bool,
    keys: Vec<u64>,
    sorting: Sorting,
    order: Vec<u32>,
    /// The first entity with the code of the place before.
    first: u32,
}

impl CodeOrder {
    /// Does the work for about so many entities. Says whether more is left.
    pub(crate) fn step(&mut self, log: &mut Log, table: &Table, entities: &Entities, rows: usize) -> bool {
        let count = entities.list.len();
        let code = |index: u32| entities.list.get(index as usize).map_or("", |entity| entity.code);
        let end = self.at.saturating_add(rows.max(1)).min(count);
        let slice = entities.list.get(self.at..end).unwrap_or_default().iter().map(|entity| entity.code);
        self.stage = match self.stage {
            Stage::Common => {
                self.common = if self.at == 0 { code(0).len() } else { self.common };
                let first = code(0).as_bytes();
                let mut before = self.at.checked_sub(1).map_or("", |before| code(before as u32));
                for code in slice {
                    let shared = first.iter().zip(code.as_bytes()).take(self.common);
                    self.common = shared.take_while(|(one, other)| one == other).count();
                    self.is_mixed |= before >= code;
                    before = code;
                }
                if end == count && !self.is_mixed {
                    self.order = (0..count as u32).collect();
                    Stage::Done
                } else {
                    self.next(end, count, Stage::Common, Stage::Keys)
                }
            }
            Stage::Keys => {
                self.keys
                    .extend(slice.map(|code| key(code.as_bytes().get(self.common..).unwrap_or_default())));
                if end == count {
                    self.sorting = Sorting::begin(std::mem::take(&mut self.keys));
                }
                self.next(end, count, Stage::Keys, Stage::Sort)
            }
            Stage::Sort => {
                if self.sorting.step(&|one, other| by_text((code(one), one), (code(other), other)), rows) {
                    Stage::Sort
                } else {
                    self.order = std::mem::take(&mut self.sorting).end();
                    self.first = self.order.first().copied().unwrap_or_default();
                    self.at = count.min(1);
                    Stage::Twice
                }
            }
            Stage::Twice => {
                for at in self.at..end {
                    self.compare(log, table, entities, at);
                }
                self.next(end, count, Stage::Twice, Stage::Done)
            }
            Stage::Done => Stage::Done,
        };
        !matches!(self.stage, Stage::Done)
    }

    /// The stage after all up to `end` is done.
    fn next(&mut self, end: usize, count: usize, same: Stage, next: Stage) -> Stage {
        self.at = if end == count { 0 } else { end };
        if end == count { next } else { same }
    }

    /// Tells the code at a place of the order if the one before is the same.
    fn compare(&mut self, log: &mut Log, table: &Table, entities: &Entities, at: usize) {
        let code = |index: u32| entities.list.get(index as usize).map_or("", |entity| entity.code);
        let Some(index) = self.order.get(at).copied() else { return };
        let found = code(index);
        if found.is_empty() || found != code(self.first) {
            self.first = index;
            return;
        }
        let allowed = text!("a code used once (also {entities.numbered(table, self.first)})");
        let message = "the code {} stands twice";
        let at = entities.place(table, index, entities.code);
        log.tell(at, Code::PrimaryKey, found, &allowed, message, "");
    }

    /// The places of entities in the order of their codes, when no step is left.
    pub(crate) fn end(self) -> Vec<u32> {
        self.order
    }

    /// The codes in order, when no step is left.
    pub(crate) fn codes<'a>(&'a self, entities: &'a [County]) -> Codes<'a> {
        Codes { entities, order: &self.order }
    }
}

/// Codes in order, to find entities by them.
#[derive(Clone, Copy)]
pub(crate) struct Codes<'a> {
    entities: &'a [County],
    order: &'a [u32],
}

impl Codes<'_> {
    /// The index of the entity with a code.
    pub(crate) fn find(&self, code: &str) -> Option<usize> {
        let entity = |index: &u32| self.entities.get(*index as usize);
        let order = |index: &u32| entity(index).map_or(Ordering::Less, |entity| entity.code.cmp(code));
        let found = self.order.binary_search_by(order).ok()?;
        self.order.get(found).map(|index| *index as usize)
    }
}

/// The first eight bytes, which are in the order of the texts.
fn key(text: &[u8]) -> u64 {
    let bytes = text.iter().copied().chain(std::iter::repeat(0));
    bytes.take(8).fold(0, |key, byte| key << 8 | u64::from(byte))
}

/// What facts are compared with.
pub(crate) struct Tables<'a> {
    pub(crate) plan: &'a Plan,
    /// The table of entities, its rows and codes; `None` where it cannot be read.
    pub(crate) entities: Option<(&'a Table, &'a Entities, Codes<'a>)>,
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
                    let file = if table.file == 0 { "the entities" } else { log.name(table.file) };
                    let place = text!("{file} {entities.numbered(table, only as u32)}");
                    contradicts(log, link, cell, &place);
                }
            }
            (0, Some(tier), Some((table, tiers))) => {
                let mut cells = tiers.list.iter_mut().zip(&tiers.numbers);
                let cell = cells.find(|(cell, _)| cell.class == tier && cell.indicator == indicator.id);
                match cell {
                    Some((cell, number)) if Some(cell.value) != value => {
                        let file = if table.file == 0 { "the tiers" } else { log.name(table.file) };
                        let place = text!("{file} {table.numbered(*number)}");
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
        let allowed = text!("an id used once (also {table.numbered(before.number)})");
        let found = id(*index);
        let message = "the id {} stands twice";
        log.tell(link.id, Code::PrimaryKey, found, &allowed, message, "");
    }
}

/// Gives entities without a place the one that the table `grid` has for them; the first row and column become 0.
pub(crate) fn place(entities: &mut [County], order: &CodeOrder, places: &[(&'static str, (u8, u8))]) {
    for (code, place) in places {
        let found = order.codes(entities).find(code).and_then(|index| entities.get_mut(index));
        if let Some(entity) = found.filter(|entity| entity.place().is_none()) {
            (entity.column, entity.row) = *place;
        }
    }
    let placed = || entities.iter().filter_map(County::place);
    let first =
        placed().fold((u8::MAX, u8::MAX), |first, place| (first.0.min(place.0), first.1.min(place.1)));
    for entity in entities.iter_mut().filter(|entity| entity.place().is_some()) {
        (entity.column, entity.row) = (entity.column - first.0, entity.row - first.1);
    }
}
