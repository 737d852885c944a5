//! Warns of charts that a dataset seems to be meant for, and does not have what they draw.

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;
use jsonc_parser::ast::Value;

use super::stories::stories;
use crate::check::Codes;
use crate::entities::Entities;
use crate::facts::Facts;
use crate::log::{At, Log};
use crate::place::Grid;
use crate::{Code, json, limits};

/// What charts draw.
pub(super) struct Drawn<'a> {
    pub(super) entities: Option<(&'a Entities, Codes<'a>)>,
    /// The table `grid`.
    pub(super) grid: Option<&'a Grid>,
    pub(super) facts: Option<&'a Facts>,
}

impl Drawn<'_> {
    /// How many entities have a place.
    fn placed(&self) -> usize {
        let Some((entities, codes)) = &self.entities else { return 0 };
        let own = entities.list.iter().filter(|entity| entity.place().is_some()).count();
        let of_grid = self.grid.iter().flat_map(|grid| &grid.list).filter_map(|(code, _)| codes.find(code));
        let is_bare =
            |index: &usize| entities.list.get(*index).is_some_and(|entity| entity.place().is_none());
        own + of_grid.filter(is_bare).count()
    }

    fn count(&self) -> usize {
        self.entities.as_ref().map_or(0, |(entities, _)| entities.list.len())
    }

    /// Whether the widget offers a chart; of others than these three that is seen in its figures.
    fn offers(&self, chart: &str) -> bool {
        match chart {
            "map" => limits::offers_map(self.placed(), self.count()),
            "facts" => self.facts.is_some_and(|facts| !facts.list.is_empty()),
            "strip" => self.entities.as_ref().is_some_and(|(entities, _)| {
                let mut values = entities.values.iter().flat_map(|column| &column.values);
                values.any(|value| !value.is_nan())
            }),
            _ => true,
        }
    }
}

/// Warns of a grid with too few places, at the table that has them, and of stories about charts that are not offered.
pub(super) fn check(log: &mut Log, root: &Value, drawn: &Drawn, places: At) {
    let (placed, count) = (drawn.placed(), drawn.count());
    if placed > 0 && !drawn.offers("map") {
        let found = text!("{count_text(placed)} of {count_text(count)}");
        let allowed = text!(
            "places for at least half of the entities, of which there are up to {count_text(limits::TILES)}"
        );
        let message = "too few entities have a place: the chart map is not offered";
        log.tell(places, Code::ChartNotOffered, &found, &allowed, message, "");
    }
    for story in stories(root) {
        let Some(node) = story.get("chart") else { continue };
        let Some(chart) = node.text().filter(|chart| !drawn.offers(chart)) else { continue };
        let message = "a story is about the chart “{}”, which the dataset does not offer";
        let allowed = match chart {
            "map" => "places for at least half of the entities",
            "facts" => "a table facts",
            _ => "values of entities",
        };
        log.tell(json::at(json::start(node.value)), Code::ChartNotOffered, chart, allowed, message, "");
    }
}
