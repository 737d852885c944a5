//! Warns of what can be shown, but may be a mistake. Only whoever prepares a dataset is told: in the wasm this is in a part of its
//! own (`pkg/tools/bundle/src/parts.rs`).

mod charts;
mod classes;
mod columns;
mod figures;
mod formulas;
mod known;
mod names;
mod nouns;
mod stories;
mod sums;
mod values;

use self::known::Known;
use crate::log::Log;
use crate::rows::Content;
use crate::table::whole;
use crate::{Reading, json};

impl Reading {
    /// Adds what may be a mistake to the problems, after all files have been fed; what [`Reading::check`] has left is done first.
    /// Call it once: a second call tells all warnings again.
    pub fn advise(&mut self) {
        while self.check(usize::MAX) {}
        let Some(plan) = &self.plan else { return };
        let log = &mut self.log;
        let root = json::parsed(&mut Log::default(), &self.text);
        if let Some(root) = &root {
            names::check(log, root, &self.languages);
            figures::check(log, root);
            nouns::check(log, root, &self.languages);
        }
        names::check_languages(log, &self.languages);
        let (mut entities, mut facts, mut tiers, mut grid) = (None, None, None, None);
        for (table, reader) in plan.tables.iter().zip(&self.readers) {
            if let Some(header) = &reader.rows.header {
                columns::check(log, table, header);
            }
            match &reader.rows.content {
                Content::Entities(content) if !reader.rows.is_broken => entities = Some((table, &**content)),
                Content::Facts(content) => facts = Some(content),
                Content::Tiers(content) => tiers = Some(content),
                Content::Grid(content) => grid = Some((table, content)),
                _ => {}
            }
        }
        let of_entities = entities.map(|(_, entities)| entities);
        // What rows with mistakes lack says nothing, and a circle of formulas is an error.
        if !log.failed() {
            classes::check(log, plan, entities);
            if let Some((table, entities)) = entities {
                values::check_entities(log, plan, table, entities);
            }
            let known = Known::new(plan, of_entities, tiers, facts.map(|facts| &**facts));
            formulas::check(log, &known);
            if let Some(root) = &root {
                stories::check(log, root, &known, facts.map(|facts| &**facts));
                let drawn = charts::Drawn {
                    entities: entities.map(|(_, entities)| (entities, self.codes.codes(&entities.list))),
                    grid: grid.map(|(_, grid)| grid),
                    facts: facts.map(|facts| &**facts),
                };
                let of_places = grid.map(|(table, _)| table).or(entities.map(|(table, _)| table));
                charts::check(log, root, &drawn, of_places.map(whole).unwrap_or_default());
            }
        }
        if let Some(facts) = facts {
            sums::check(log, &sums::Sums { plan, entities: of_entities, tiers }, facts);
        }
    }
}
