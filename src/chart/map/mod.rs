//! A tile for each of the 84 county-level units: schematic, no map, no boundaries.

mod card;
mod grid;
mod tile;

pub use card::{Card, card};

use self::grid::Grid;
use super::headline::none_selected;
use super::notes::notes;
use super::table::{Cell, Column, Row, Table};
use super::{Brief, Chart, FilterEffect, Headline, Note, Size};
use crate::dataset::{County, CountyKind, CountyRole, TierBasis};
use crate::locale::{Locale, fill};
use crate::quantity::whole;
use crate::scene::{Canvas, Scene};
use crate::tier::Tier;
use crate::word::{concat, joined};

/// The tile grid.
pub(super) struct Map;

/// Its word in the dataset.
const WORD: &str = "map";

/// Room the county card takes beside the grid.
const CARD: f64 = 240.0;

impl Chart for Map {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Dims
    }

    /// From 760 px the card stands beside the grid, unless English names need its whole width.
    fn beside(&self, size: Size, locale: &Locale) -> f64 {
        if size == Size::W760 && locale.is_dense() { CARD } else { 0.0 }
    }

    fn headline(&self, brief: &Brief<'_>) -> Headline {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let count = |basis| brief.dataset.counties.iter().filter(|county| county.basis == basis).count();
        let (named, implied) = (count(TierBasis::Named), count(TierBasis::Implied));
        let unknown = whole(count(TierBasis::NotGiven));
        let (named, implied) = (whole(named), whole(implied));
        let kept = whole(brief.tiers.iter().map(|tier| known_counties(brief, tier)).sum());
        let tiers = brief.tiers_subject();
        let values = [
            ("named", named.as_str()),
            ("implied", implied.as_str()),
            ("unknown", unknown.as_str()),
            ("known", kept.as_str()),
            ("tiers", tiers.as_str()),
        ];
        let Some(story) = brief.dataset.story(WORD, "") else {
            return Headline::new(String::new(), String::new());
        };
        let heading = brief.tell(story.heading, &values);
        if brief.is_whole() {
            let summary = brief.tell(story.summary, &values);
            return Headline { heading, summary, hint: brief.locale.map.hint };
        }
        Headline::new(heading, brief.tell(story.part_summary, &values))
    }

    /// How many of a tier's counties the source lets us know.
    fn chip_count(&self, brief: &Brief<'_>, tier: Tier) -> String {
        concat(&[&whole(known_counties(brief, tier)), "/", &brief.counties(tier)])
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        let grid = Grid::new(brief);
        let canvas = Canvas::new(brief.layout.width, grid.height());
        grid.draw_legend(&canvas);
        grid.draw_plates(&canvas);
        grid.draw_city_names(&canvas);
        for county in &brief.dataset.counties {
            tile::draw(&canvas, &grid, county);
        }
        canvas.finish(self.headline(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        notes(brief, WORD)
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        let words = &brief.locale.table;
        let story = brief.dataset.story(WORD, "");
        let caption = story.map_or("", |story| story.caption.get(brief.locale.language));
        Table {
            caption: caption.to_owned(),
            columns: words.map.iter().map(|name| Column::words(name)).collect(),
            rows: by_tier(brief).into_iter().map(|county| table_row(brief, county)).collect(),
            footer: Vec::new(),
        }
    }
}

/// The counties tier by tier; then those whose tier is not known.
fn by_tier<'a>(brief: &Brief<'a>) -> Vec<&'a County> {
    let mut found = Vec::new();
    let tiers = brief.dataset.all_tiers().iter().map(Some);
    for tier in tiers.chain([None]) {
        found.extend(brief.dataset.counties.iter().filter(|county| county.tier == tier));
    }
    found
}

fn known_counties(brief: &Brief<'_>, tier: Tier) -> usize {
    brief.dataset.counties.iter().filter(|county| county.tier == Some(tier)).count()
}

/// 晋江市; Jinjiang City.
fn full_name(brief: &Brief<'_>, county: &County) -> String {
    let [district, city, rural] = brief.locale.map.kinds;
    let kind = match county.kind {
        CountyKind::District => district,
        CountyKind::City => city,
        CountyKind::County => rural,
    };
    fill(brief.locale.map.full_name, &[("name", county.name.get(brief.locale.language)), ("kind", kind)])
}

fn city_name<'a>(brief: &Brief<'a>, county: &County) -> &'a str {
    brief.dataset.prefecture_of(county).map_or("", |city| city.name.get(brief.locale.language))
}

/// On what ground a tier is known, in words.
fn basis_text(brief: &Brief<'_>, basis: TierBasis) -> &'static str {
    let words = &brief.locale.map;
    match basis {
        TierBasis::Named => words.named,
        TierBasis::Implied => words.implied,
        TierBasis::NotGiven => words.not_given,
        TierBasis::NotIncluded => words.not_included,
    }
}

/// The name of a county's tier as a noun, if the tier is known.
fn tier_text(brief: &Brief<'_>, county: &County) -> Option<String> {
    Some(brief.tier_counties(brief.dataset.tier(county.tier?)?))
}

/// What a part that a county plays is called.
fn part_text(brief: &Brief<'_>, part: CountyRole) -> &'static str {
    let [_, _, [pilot, _], [profile, _], [speciality, _]] = brief.locale.map.legend;
    match part {
        CountyRole::Pilot => pilot,
        CountyRole::Profile => profile,
        CountyRole::Speciality => speciality,
    }
}

fn table_row(brief: &Brief<'_>, county: &County) -> Row {
    let parts: Vec<&str> = county.roles.iter().map(|part| part_text(brief, *part)).collect();
    let tier = match tier_text(brief, county) {
        Some(text) => Cell::Plain(text),
        None => Cell::Missing(basis_text(brief, county.basis).to_owned()),
    };
    let basis = if county.tier.is_some() {
        Cell::Plain(basis_text(brief, county.basis).to_owned())
    } else {
        Cell::Empty
    };
    let roles = if parts.is_empty() {
        Cell::Empty
    } else {
        Cell::Plain(joined(brief.locale.ui.comma, parts.into_iter()))
    };
    Row {
        key: key(county),
        tier: county.tier,
        kept: brief.selection().keeps(county),
        cells: vec![
            Cell::Plain(full_name(brief, county)),
            Cell::Plain(city_name(brief, county).to_owned()),
            tier,
            basis,
            roles,
            Cell::Plain(county.code.to_owned()),
        ],
    }
}

/// `county:350582`
fn key(county: &County) -> String {
    concat(&["county:", county.code])
}
