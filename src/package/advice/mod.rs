//! Warns of what can be shown, but may be a mistake. Only whoever prepares a dataset is told: in the wasm this is in a part of its
//! own (`pkg/tools/bundle/src/parts.rs`).

mod figures;
mod formulas;
mod names;
mod stories;
mod values;

use crate::log::Log;
use crate::rows::Content;
use crate::{Reading, json};

impl Reading {
    /// Adds what may be a mistake to the problems, after all files have been fed; what [`Reading::check`] has left is done first.
    /// Call it once: a second call tells all warnings again.
    pub fn advise(&mut self) {
        while self.check(usize::MAX) {}
        let Some(plan) = &self.plan else { return };
        let log = &mut self.log;
        if let Some(root) = json::parsed(&mut Log::default(), &self.text) {
            names::check(log, &root, &self.languages);
            figures::check(log, &root);
        }
        names::check_languages(log, &self.languages);
        let (mut entities, mut facts, mut tiers) = (None, None, None);
        for (table, reader) in plan.tables.iter().zip(&self.readers) {
            match &reader.rows.content {
                Content::Entities(content) if !reader.rows.is_broken => entities = Some((table, &**content)),
                Content::Facts(content) => facts = Some(content),
                Content::Tiers(content) => tiers = Some(content),
                _ => {}
            }
        }
        // What rows with mistakes lack says nothing.
        if let (Some((table, entities)), false) = (entities, log.failed()) {
            values::check_entities(log, plan, table, entities);
        }
        // A circle of formulas is an error.
        if !log.failed() {
            formulas::check(log, plan, entities.map(|(_, entities)| entities), tiers);
        }
        if let (Some(root), false) = (json::parsed(&mut Log::default(), &self.text), log.failed()) {
            let entities = entities.map(|(_, entities)| entities);
            let sources = stories::Sources { plan, entities, facts: facts.map(|facts| &**facts), tiers };
            stories::check(log, &root, &sources);
        }
        if let Some(facts) = facts {
            values::check_sums(log, plan, entities.map(|(_, entities)| entities), facts, tiers);
        }
    }
}
