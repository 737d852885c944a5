//! The words of rows of other datasets, whose names may be long.

// What is never inlined is called through the core.
part::module!(own);

use super::labels::EXAMPLE;
use super::rows::Rows;
use crate::chart::tag::{TAG_GAP, tag_width};
use crate::dataset::{Measure, TierRow};
use crate::geometry::Point;
use crate::scene::{Anchor, Canvas, Face, Label};
use crate::text;
use crate::theme::Role;
use crate::tier::TierSet;

/// From a line of a tier's name to the next, or to the line below.
const NAME_LEADING: f64 = 17.0;
/// So many lines a name has at most, and so many a number of entities.
const NAME_LINES: usize = 4;
const COUNT_LINES: usize = 2;
/// Between names and bars.
const GAP: f64 = 12.0;

impl<'a> Rows<'a> {
    /// Makes the rows so high that no name meets the next one, and room to both sides of zero.
    #[inline(never)]
    pub(super) fn make_room(&mut self) {
        self.is_said_of_all = self.narrow && self.context.is_all_derived(self.context.indicator);
        self.diverge();
        if self.narrow {
            return;
        }
        let rows = self.context.dataset.tiers.iter();
        let height = |row| {
            let (names, counts) = (self.name_lines(row).len(), self.count_lines(row).len().max(1));
            names as f64 * NAME_LEADING + counts as f64 * EXAMPLE.1
        };
        self.pitch = rows.map(height).fold(self.pitch - 14.0, f64::max) + 14.0;
    }

    fn name_lines(&self, row: &TierRow) -> Vec<String> {
        let face = self.name_face(row);
        text::wrap_cut(self.context.name(row), face.size, face.bold, self.left - GAP, NAME_LINES)
    }

    fn count_lines(&self, row: &TierRow) -> Vec<String> {
        let counties = self.context.counties_phrase(TierSet::only(row.tier));
        text::wrap_cut(&counties, EXAMPLE.0, false, self.left - GAP, COUNT_LINES)
    }

    /// The name of a tier in lines, with the number of its counties beside it or, if one tier has no room there, below.
    #[inline(never)]
    pub(super) fn draw_own_name(&self, canvas: &Canvas, row: &'a TierRow, counties: &str, upper: f64) {
        let context = self.context;
        let (size, leading) = EXAMPLE;
        let room = self.left - GAP;
        let face = self.name_face(row);
        let names = self.name_lines(row);
        let beside = |row: &TierRow| text::width(context.name(row), face.size, face.bold) + 10.0;
        let phrase = |row: &TierRow| context.counties_phrase(TierSet::only(row.tier));
        let fits = |row: &TierRow| beside(row) + context.label_width(&phrase(row)) <= room;
        let is_beside = context.dataset.tiers.iter().all(fits);
        let counts = if is_beside { Vec::new() } else { self.count_lines(row) };
        let below = counts.len() as f64 * leading + (names.len() as f64 - 1.0) * NAME_LEADING;
        let mut y = upper - (below - leading) / 2.0;
        for name in names {
            canvas.text(Label::new(Point::new(0.0, y), name, face));
            y += NAME_LEADING;
        }
        if is_beside {
            let at = Point::new(beside(row), y - NAME_LEADING);
            canvas.text(context.label(at, counties, Role::Ink2, Anchor::Start));
        }
        for line in counts {
            canvas.text(Label::new(Point::new(0.0, y), line, Face::plain(size, Role::Ink3)));
            y += leading;
        }
    }

    /// Draws a tier's name beside its value, and tells where the name ends, and the value: where one tier has no room for both,
    /// all values go without their noun, which the title of the chart has. Then a name without room is the short one, of which
    /// a long one is cut.
    #[inline(never)]
    pub(super) fn draw_own_words(
        &self,
        canvas: &Canvas,
        row: &TierRow,
        measure: &Measure<'_>,
        baseline: f64,
    ) -> (f64, String) {
        let context = self.context;
        let value = |row: &TierRow| context.value(context.indicator, row.tier);
        let has_nouns = context.dataset.tiers.iter().all(|row| self.has_room(row, &value(row)));
        let bare = measure.quantity().zip(context.dataset.indicator(context.indicator));
        let value = match bare {
            Some((quantity, indicator)) if !has_nouns => context.locale.short(&quantity, indicator),
            _ => value(row),
        };
        let has_room = has_nouns || self.has_room(row, &value);
        let name = if has_room { context.name(row) } else { context.given_short_name(row) };
        let face = self.name_face(row);
        let name = text::wrap_cut(name, face.size, true, self.name_room(row, &value), 1).concat();
        let end = text::width(&name, face.size, true);
        canvas.text(Label::new(Point::new(0.0, baseline), name, face));
        (end, value)
    }

    fn has_room(&self, row: &TierRow, value: &str) -> bool {
        let name = self.context.name(row);
        text::width(name, self.name_face(row).size, true) <= self.name_room(row, value)
    }

    /// The room for a tier's name beside its value and, after that, the tag of derived values.
    fn name_room(&self, row: &TierRow, value: &str) -> f64 {
        let context = self.context;
        let is_tagged = self.is_tagged(&context.measure(context.indicator, row.tier));
        let tag = if is_tagged { tag_width(context) + TAG_GAP } else { 0.0 };
        context.layout.width - 8.0 - text::width(value, context.layout.size.value(), true) - tag
    }
}
