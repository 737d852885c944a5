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
/// So many lines a name has at most.
const NAME_LINES: usize = 4;

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
        let lines = rows.map(|row| self.name_lines(row).len()).max().unwrap_or_default();
        self.pitch = self.pitch.max(lines as f64 * NAME_LEADING + EXAMPLE.1 + 14.0);
    }

    fn name_lines(&self, row: &TierRow) -> Vec<String> {
        let face = self.name_face(row);
        text::wrap_cut(self.context.name(row), face.size, face.bold, self.left - 12.0, NAME_LINES)
    }

    /// The name of a tier in lines, with the number of its counties beside it or, if one tier has no room there, below.
    #[inline(never)]
    pub(super) fn draw_own_name(&self, canvas: &Canvas, row: &'a TierRow, counties: &str, upper: f64) {
        let context = self.context;
        let (size, leading) = EXAMPLE;
        let room = self.left - 12.0;
        let face = self.name_face(row);
        let names = self.name_lines(row);
        let beside = |row: &TierRow| text::width(context.name(row), face.size, face.bold) + 10.0;
        let phrase = |row: &TierRow| context.counties_phrase(TierSet::only(row.tier));
        let fits = |row: &TierRow| beside(row) + context.label_width(&phrase(row)) <= room;
        let is_beside = context.dataset.tiers.iter().all(fits);
        let below = if is_beside { 0.0 } else { leading } + (names.len() as f64 - 1.0) * NAME_LEADING;
        let mut y = upper - (below - leading) / 2.0;
        for name in names {
            canvas.text(Label::new(Point::new(0.0, y), name, face));
            y += NAME_LEADING;
        }
        if is_beside {
            let at = Point::new(beside(row), y - NAME_LEADING);
            canvas.text(context.label(at, counties, Role::Ink2, Anchor::Start));
        } else {
            canvas.text(Label::new(Point::new(0.0, y), counties, Face::plain(size, Role::Ink3)));
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
