//! A tile for each of the 84 county-level units: schematic, no map, no boundaries.

part::module!(map);

mod alike;
mod grid;
mod tile;

use self::grid::Grid;
use super::county::{self, basis_text, city_name, full_name, role_text, tier_text};
use super::headline::none_selected;
use super::table::{Cell, Column, Row, Table};
use super::told::notes;
use super::{Alike, Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Provenance, Size};
use crate::dataset::{County, Dataset, TierBasis};
use crate::locale::{Locale, render};
use crate::scene::{Canvas, MarkKey, Scene};
use crate::tier::{Tier, TierSet};
use crate::word::{joined, text};

/// The tile grid.
pub(super) struct Map;

/// Its word in the dataset.
const WORD: &str = "map";

/// Room that the county's card, the notes and the source take beside the grid.
const CARD: f64 = 240.0;

impl Chart for Map {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        !dataset.counties.is_empty()
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Dims
    }

    /// From 760 px they stand beside the grid, unless English names need its whole width.
    fn beside(&self, size: Size, locale: &Locale) -> f64 {
        if size == Size::W760 && locale.is_dense() { CARD } else { 0.0 }
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        if context.tiers.is_empty() {
            return none_selected(context);
        }
        let count = |basis| context.dataset.counties.iter().filter(|county| county.basis == basis).count();
        let (named, implied) = (count(TierBasis::Named), count(TierBasis::Implied));
        let number = |count: usize| context.locale.number(count as f64);
        let unknown = number(count(TierBasis::NotGiven));
        let (named, implied) = (number(named), number(implied));
        let kept = context.tiers.iter().map(|tier| known_counties(context, tier)).sum();
        let counting = context.dataset.counting_indicator();
        let entities = counting.map_or_else(String::new, |counting| context.phrase(counting, kept as f64));
        let kept = number(kept);
        let tiers = context.tiers_subject();
        let values = [
            ("named", named.as_str()),
            ("implied", implied.as_str()),
            ("unknown", unknown.as_str()),
            ("known", kept.as_str()),
            ("known_entities", entities.as_str()),
            ("tiers", tiers.as_str()),
        ];
        let Some(story) = context.dataset.story(WORD, "") else {
            return Headline::new(String::new(), String::new());
        };
        let (heading, summary, hint) = match context.is_whole() {
            true => (story.heading, story.summary, context.locale.map.hint),
            false if story.part.is_empty() => (story.heading, story.part_summary, ""),
            false => (story.part, story.part_summary, ""),
        };
        let headline = Headline::new(context.tell(heading, &values), context.tell(summary, &values));
        Headline { hint, ..headline }
    }

    /// How many of a tier's counties the source lets us know.
    fn chip_count(&self, context: &ChartContext<'_>, tier: Tier) -> [String; 2] {
        let known = context.locale.number(known_counties(context, tier) as f64);
        let (all, spoken) = (context.counties(tier), context.counties_phrase(TierSet::only(tier)));
        if known == all {
            return [all, spoken];
        }
        let spoken = render(context.locale.map.known, &[("known", &known), ("all", &spoken)]);
        [text!("{known}/{all}"), spoken]
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        let grid = Grid::new(context);
        let canvas = Canvas::new(context.layout.width, grid.height());
        grid.draw_legend(&canvas);
        grid.draw_plates(&canvas);
        grid.draw_shelf_name(&canvas);
        grid.draw_city_names(&canvas);
        for county in &context.dataset.counties {
            tile::draw(&canvas, &grid, county);
        }
        canvas.finish(self.headline(context).heading)
    }

    fn alike(&self, context: &ChartContext<'_>) -> Option<Alike> {
        alike::told(context)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        notes(context, WORD)
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = &context.locale.table;
        let story = context.dataset.story(WORD, "");
        let caption = story.map_or("", |story| story.caption.get(context.locale.language)).to_owned();
        if context.dataset.is_own {
            let places: Vec<usize> = by_tier(context).into_iter().map(|(place, _)| place).collect();
            return county::table(context, caption, &places);
        }
        Table {
            caption,
            columns: words.map.iter().map(|name| Column::words(name)).collect(),
            rows: by_tier(context).into_iter().map(|(_, county)| table_row(context, county)).collect(),
            footer: Vec::new(),
        }
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        let row = |(_, county): (usize, &County)| {
            let facts = context.dataset.facts_of(county.code).filter(|fact| fact.counties.len() == 1);
            ChartRow { key: MarkKey::County(county.code), facts: facts.map(|fact| fact.id).collect() }
        };
        by_tier(context).into_iter().map(row).collect()
    }

    /// A county has a card of its own kind.
    fn provenance(&self, _context: &ChartContext<'_>, _key: MarkKey<'_>) -> Option<Provenance> {
        None
    }
}

/// The counties with their places in the dataset, tier by tier; then those whose tier is not known.
fn by_tier<'a>(context: &ChartContext<'a>) -> Vec<(usize, &'a County)> {
    let mut found = Vec::new();
    let tiers = context.dataset.all_tiers().iter().map(Some);
    for tier in tiers.chain([None]) {
        found.extend(context.dataset.counties.iter().enumerate().filter(|(_, county)| county.tier == tier));
    }
    found
}

fn known_counties(context: &ChartContext<'_>, tier: Tier) -> usize {
    context.dataset.counties.iter().filter(|county| county.tier == Some(tier)).count()
}

fn table_row(context: &ChartContext<'_>, county: &County) -> Row {
    let roles: Vec<&str> = county.roles.iter().map(|role| role_text(context, role)).collect();
    let tier = match tier_text(context, county) {
        Some(text) => Cell::Plain(text),
        None => Cell::Missing(basis_text(context, county.basis).to_owned()),
    };
    let basis = if county.tier.is_some() {
        Cell::Plain(basis_text(context, county.basis).to_owned())
    } else {
        Cell::Empty
    };
    let roles = if roles.is_empty() {
        Cell::Empty
    } else {
        Cell::Plain(joined(context.locale.ui.comma, roles.into_iter()))
    };
    Row {
        key: MarkKey::County(county.code),
        tier: county.tier,
        kept: context.selection().keeps(county),
        cells: vec![
            Cell::Plain(full_name(context, county)),
            Cell::Plain(city_name(context, county).to_owned()),
            tier,
            basis,
            roles,
            Cell::Plain(county.code.to_owned()),
        ],
    }
}
