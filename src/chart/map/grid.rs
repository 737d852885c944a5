//! Where tiles stand, and the furniture around them.

use super::super::ChartContext;
use super::alike::alike;
use crate::dataset::{County, TierBasis, TierRow};
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Stroke};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;
use crate::word::text;

/// Grids with more columns than this have square tiles, too small for words on phones.
const WORDED: f64 = 12.0;
/// Height of a line of the legend.
const LEGEND_LINE: f64 = 24.0;
/// Smallest text.
pub(super) const SMALL: f64 = 12.0;

/// The grid of tiles.
pub(super) struct Grid<'a> {
    pub(super) context: &'a ChartContext<'a>,
    columns: f64,
    rows: f64,
    /// The counties of whose tiles there is only one thing to say.
    alike: Vec<&'a County>,
    /// Whether tiles are too small for names.
    is_small: bool,
    pitch_x: f64,
    pitch_y: f64,
    gap: f64,
    top: f64,
    /// Room for the words over the shelf, beyond that of an empty row.
    shelf_room: f64,
}

impl<'a> Grid<'a> {
    pub(super) fn new(context: &'a ChartContext<'a>) -> Self {
        let size = context.layout.size;
        let counties = || context.dataset.counties.iter();
        let columns = counties().map(|county| f64::from(county.column) + 1.0).fold(1.0, f64::max);
        let rows = counties().map(|county| f64::from(county.row) + 1.0).fold(1.0, f64::max);
        let pitch_x = (context.layout.width / columns).min(72.0);
        let pitch_y = size.pick([31.6, 32.8, 44.0, 44.0, 48.0]);
        let is_small = columns > WORDED && pitch_x < pitch_y;
        let mut grid = Grid {
            context,
            columns,
            rows,
            alike: alike(context.dataset),
            is_small,
            pitch_x,
            pitch_y: if is_small { pitch_x } else { pitch_y },
            // At least 24 px are left of a tile for a finger.
            gap: if is_small { 1.0 } else { size.pick([1.4, 2.8, 4.0, 4.0, 1.8]) },
            top: 0.0,
            shelf_room: 0.0,
        };
        if context.dataset.shelf.is_some() {
            grid.shelf_room = (SMALL + 8.0 - grid.pitch_y).max(0.0);
        }
        let lines = grid.legend().iter().map(|entry| entry.at.y).fold(0.0, f64::max) / LEGEND_LINE;
        grid.top = (lines + 1.0) * LEGEND_LINE + 10.0;
        grid
    }

    pub(super) fn height(&self) -> f64 {
        self.top + self.rows * self.pitch_y + self.shelf_room
    }

    /// Whether many tiles say what that of this county says.
    pub(super) fn is_alike(&self, county: &County) -> bool {
        self.alike.iter().any(|other| std::ptr::eq(*other, county))
    }

    /// Whether tiles have room for names.
    pub(super) fn has_names(&self) -> bool {
        let is_wide = self.context.locale.is_dense() || self.context.layout.size >= super::Size::W760;
        is_wide && !self.is_small
    }

    /// Whether tiles have room for the short names of tiers.
    pub(super) fn has_numerals(&self) -> bool {
        let language = self.context.locale.language;
        let fits = |row: &TierRow| {
            text::width(row.short.get(language), SMALL, false) <= self.pitch_x - self.gap - 2.0
        };
        !self.is_small || (self.pitch_y >= SMALL + 6.0 && self.context.dataset.tiers.iter().all(fits))
    }

    /// Whether tiles are too narrow for names in a line.
    pub(super) fn is_upright(&self) -> bool {
        self.context.locale.is_dense() && !self.is_small && self.pitch_x - self.gap < 26.0
    }

    /// The tile of a cell.
    pub(super) fn tile(&self, column: u8, row: u8) -> Rect {
        let is_shelved = self.context.dataset.shelf.is_some_and(|(shelf, _)| row >= shelf);
        let top = if is_shelved { self.top + self.shelf_room } else { self.top };
        Rect::new(
            f64::from(column) * self.pitch_x,
            top + f64::from(row) * self.pitch_y,
            self.pitch_x - self.gap,
            self.pitch_y - self.gap,
        )
    }

    /// Fills the gaps between tiles of one prefecture, so that they read as one plate.
    pub(super) fn draw_plates(&self, canvas: &Canvas) {
        let mut plates = Vec::new();
        for county in self.included() {
            let tile = self.tile(county.column, county.row);
            let right = self.same_city(county, 1, 0);
            let below = self.same_city(county, 0, 1);
            if right {
                plates.push(Rect::new(tile.right(), tile.y, self.gap, tile.height));
            }
            if below {
                plates.push(Rect::new(tile.x, tile.bottom(), tile.width, self.gap));
            }
            if right && below && self.same_city(county, 1, 1) {
                plates.push(Rect::new(tile.right(), tile.bottom(), self.gap, self.gap));
            }
        }
        canvas.rects(&plates, Fill::new(Role::Unknown));
    }

    fn included(&self) -> impl Iterator<Item = &'a County> {
        let counties = &self.context.dataset.counties;
        counties.iter().filter(|county| county.basis != TierBasis::NotIncluded)
    }

    fn same_city(&self, county: &County, columns: u8, rows: u8) -> bool {
        let at = (county.column.saturating_add(columns), county.row.saturating_add(rows));
        self.included().any(|other| (other.column, other.row) == at && other.prefecture == county.prefecture)
    }

    /// Whether neither a county nor a city's name stands in a cell.
    fn is_free(&self, column: u8, row: u8) -> bool {
        let dataset = self.context.dataset;
        let tile = dataset.counties.iter().any(|county| (county.column, county.row) == (column, row));
        let name =
            dataset.prefectures.iter().any(|city| (city.label_column, city.label_row) == (column, row));
        f64::from(column) < self.columns && !tile && !name
    }

    /// What stands over tiles without a place in the grid.
    pub(super) fn draw_shelf_name(&self, canvas: &Canvas) {
        let Some((row, name)) = self.context.dataset.shelf else { return };
        let at = Point::new(0.0, self.tile(0, row).y - 6.0);
        let name = name.get(self.context.locale.language);
        canvas.text(Label::new(at, name, Face::plain(SMALL, Role::Ink2)));
    }

    /// Names of the prefecture-level cities in empty cells beside their plates, as far as those give room.
    pub(super) fn draw_city_names(&self, canvas: &Canvas) {
        let chinese = self.context.locale.is_dense();
        let size = self.context.layout.size.label().min(self.pitch_x / 2.1);
        let size = if chinese { size.max(SMALL) } else { SMALL };
        for city in &self.context.dataset.prefectures {
            let name = city.name.get(self.context.locale.language);
            let name = if chinese { name.trim_end_matches('市') } else { name };
            let (column, row) = (city.label_column, city.label_row);
            if f64::from(column) >= self.columns {
                continue;
            }
            let tile = self.tile(column, row);
            let (mut left, mut right) = (tile.x, tile.right() + self.gap - 1.0);
            if column.checked_sub(1).is_some_and(|before| self.is_free(before, row)) {
                left -= self.pitch_x;
            }
            if self.is_free(column + 1, row) {
                right += self.pitch_x;
            }
            let half = text::width(name, size, true) / 2.0;
            if 2.0 * half <= right - left {
                let x = tile.center().x.min(right - half).max(left + half);
                let at = Point::new(x, tile.center().y + size * 0.36);
                canvas.text(Label::new(at, name, Face::bold(size, Role::Ink3)).anchored(Anchor::Middle));
            }
        }
    }

    /// Entries of the legend with their places, broken into lines.
    fn legend(&self) -> Vec<Entry> {
        let (dataset, language) = (self.context.dataset, self.context.locale.language);
        let narrow = self.context.layout.size.is_narrow();
        let mut words: Vec<(Swatch, &str)> = Vec::new();
        for row in &dataset.tiers {
            words.push((Swatch::Tier(row.tier), self.context.name(row)));
        }
        for basis in [TierBasis::NotGiven, TierBasis::NotIncluded] {
            let count = dataset.counties.iter().filter(|county| county.basis == basis).count();
            if let Some(ground) = dataset.ground(basis).filter(|_| count > 0) {
                words.push((Swatch::Ground(basis, count), ground.in_legend(language, narrow)));
            }
        }
        // Upright names leave no room for the glyphs of roles, so these need no explanation.
        let roles = if self.is_upright() { &[][..] } else { &dataset.roles };
        for (glyph, role) in roles.iter().enumerate() {
            words.push((Swatch::Role(glyph), role.in_legend(language, narrow)));
        }
        let mut at = Point::default();
        let mut entries = Vec::new();
        for (swatch, word) in words {
            let content = match swatch {
                Swatch::Ground(_, n) => {
                    text!("{word}{self.context.locale.ui.colon}{self.context.locale.number(n as f64)}")
                }
                Swatch::Tier(_) | Swatch::Role(_) => word.to_owned(),
            };
            let width = swatch.room() + text::width(&content, self.legend_size(), false);
            if at.x > 0.0 && at.x + width > self.context.layout.width {
                at = Point::new(0.0, at.y + LEGEND_LINE);
            }
            entries.push(Entry { swatch, content, at });
            at.x += width + if narrow { 10.0 } else { 16.0 };
        }
        entries
    }

    fn legend_size(&self) -> f64 {
        if self.context.layout.size.is_narrow() { SMALL } else { 13.0 }
    }

    pub(super) fn draw_legend(&self, canvas: &Canvas) {
        for Entry { swatch, content, at } in self.legend() {
            let square = Rect::new(at.x, at.y + 4.0, 14.0, 14.0);
            match swatch {
                Swatch::Tier(tier) => canvas.rect(square, Fill::new(Role::Tier(tier)).rounded(2.0)),
                Swatch::Ground(TierBasis::NotIncluded, _) => {
                    canvas.rect(square, Fill::new(Role::Excluded).hatched().rounded(2.0));
                    canvas.outline(
                        square.grown(-0.5),
                        Stroke::new(Role::Excluded, 1.0).dashed(2.0).rounded(2.0),
                    );
                }
                Swatch::Ground(..) => canvas.rect(square, Fill::new(Role::Unknown).rounded(2.0)),
                Swatch::Role(glyph) => {
                    draw_glyph(canvas, glyph, Point::new(at.x + 4.0, at.y + 11.0), 4.0, Role::Accent)
                }
            }
            let size = self.legend_size();
            let at = Point::new(at.x + swatch.room(), at.y + 15.5);
            canvas.text(Label::new(at, content, Face::plain(size, Role::Ink2)));
        }
    }
}

/// What stands before the words of a legend's entry.
#[derive(Debug, Clone, Copy)]
enum Swatch {
    Tier(Tier),
    Ground(TierBasis, usize),
    Role(usize),
}

impl Swatch {
    fn room(self) -> f64 {
        match self {
            Swatch::Tier(_) | Swatch::Ground(..) => 19.0,
            Swatch::Role(_) => 12.0,
        }
    }
}

struct Entry {
    swatch: Swatch,
    content: String,
    at: Point,
}

/// The glyph of the role at this place among those of the dataset: circle, diamond, triangle.
pub(super) fn draw_glyph(canvas: &Canvas, glyph: usize, center: Point, radius: f64, role: Role) {
    let Point { x, y } = center;
    let fill = Fill::new(role);
    match glyph {
        0 => canvas.circle(center, radius * 0.85, fill),
        1 => {
            let points = [
                Point::new(x, y - radius),
                Point::new(x + radius, y),
                Point::new(x, y + radius),
                Point::new(x - radius, y),
            ];
            canvas.polygon(&points, fill);
        }
        _ => {
            let points = [
                Point::new(x, y - radius),
                Point::new(x + radius, y + radius * 0.85),
                Point::new(x - radius, y + radius * 0.85),
            ];
            canvas.polygon(&points, fill);
        }
    }
}
