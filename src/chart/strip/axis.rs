//! The axis under the lanes with its grid, and the legend above them.

use super::frame::{Frame, SMALL, Size};
use super::words::words;
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Run};
use crate::text;
use crate::theme::Role;

/// Thickness of the bracket from quartile to quartile.
pub(super) const BRACKET: f64 = 1.5;
/// From line to line of the legend.
const LINE: f64 = 20.0;
/// Between a glyph and its word, and between a word and the next glyph.
const GAPS: (f64, f64) = (6.0, 18.0);
/// Height of the ticks' values and of the unit under them.
const TICKS: f64 = 20.0;

/// What a legend explains.
#[derive(Clone, Copy)]
enum Glyph {
    Dot,
    Thickness,
    Median,
    Half,
}

impl Glyph {
    fn width(self) -> f64 {
        match self {
            Glyph::Dot => 8.0,
            Glyph::Thickness => 14.0,
            Glyph::Median => 2.0,
            Glyph::Half => 20.0,
        }
    }

    /// Draws it from `x`, in the middle of a line at `y`.
    fn draw(self, canvas: &Canvas, x: f64, y: f64) {
        let ink = Fill::new(Role::Ink);
        match self {
            Glyph::Dot => canvas.circle(Point::new(x + 4.0, y), 3.5, Fill::new(Role::Ink3)),
            Glyph::Thickness => {
                let runs = [(3.0, 1.0), (3.0, 4.0), (3.0, 7.0), (3.0, 3.0), (2.0, 0.5)];
                let runs = runs.map(|(length, half)| Run { length, half }).to_vec();
                canvas.steps(Point::new(x, y), runs, Fill::new(Role::Ink3));
            }
            Glyph::Median => canvas.rect(Rect::new(x, y - 7.0, 2.0, 14.0), ink),
            Glyph::Half => {
                let [left, right] = [x, x + 20.0 - BRACKET].map(|x| Rect::new(x, y - 3.0, BRACKET, 5.0));
                let foot = Rect::new(x, y + 2.0, 20.0, BRACKET);
                canvas.rects(&[foot, left, right], Fill::new(Role::Ink2));
            }
        }
    }
}

impl Frame<'_> {
    /// The legend's entries, each with its place; and its height.
    fn legend(&self) -> (Vec<(Glyph, Vec<String>, Point)>, f64) {
        let words = words(self.context.locale);
        let [median, half] = words.legend;
        let first = if self.is_dotted {
            let one = self.subject.noun.after(1.0, self.context.locale.language);
            (Glyph::Dot, render(words.dot, &[("one", one), ("n", &self.counted(1))]))
        } else {
            (Glyph::Thickness, render(words.thickness, &[("n", &self.counted(self.fullest))]))
        };
        let mut entries = Vec::new();
        let (mut x, mut y) = (0.0, LINE / 2.0);
        let end = self.context.layout.width;
        if self.fullest == 0 {
            return (entries, 0.0);
        }
        let half = (0..self.index.lanes()).any(|lane| self.is_quartered(lane)).then_some(half);
        let half = half.map(|half| (Glyph::Half, half.to_owned()));
        for (glyph, word) in [first, (Glyph::Median, median.to_owned())].into_iter().chain(half) {
            let indent = glyph.width() + GAPS.0;
            let lines = Size::SMALL.lines(&word, end - indent, 3);
            let width = lines.iter().map(|line| indent + Size::SMALL.width(line)).fold(0.0, f64::max);
            if x > 0.0 && x + width > end {
                (x, y) = (0.0, y + LINE);
            }
            let further = lines.len().saturating_sub(1) as f64 * LINE;
            entries.push((glyph, lines, Point::new(x, y)));
            y += further;
            x += if further > 0.0 { end } else { width + GAPS.1 };
        }
        (entries, y + LINE / 2.0 + 8.0)
    }

    pub(super) fn legend_height(&self) -> f64 {
        self.legend().1
    }

    /// Where the axis lies.
    pub(super) fn foot(&self) -> f64 {
        self.lanes.last().map_or(0.0, |plan| plan.top + plan.height)
    }

    pub(super) fn height(&self) -> f64 {
        let unit = if self.unit().is_empty() { 0.0 } else { TICKS };
        self.foot() + if self.fullest == 0 { 0.0 } else { TICKS + unit + 2.0 }
    }

    /// What stands under the axis.
    fn unit(&self) -> String {
        let words = words(self.context.locale);
        let unit = match (self.index.scale().is_log(), self.subject.unit) {
            (false, unit) => unit.to_owned(),
            (true, "") => words.log_alone.to_owned(),
            (true, unit) => render(words.log, &[("unit", unit)]),
        };
        Size::SMALL.fitting(&[&unit], self.left + self.length())
    }

    pub(super) fn draw_legend(&self, canvas: &Canvas) {
        for (glyph, lines, mut at) in self.legend().0 {
            glyph.draw(canvas, at.x, at.y);
            at.x += glyph.width() + GAPS.0;
            for line in lines {
                canvas.text(Label::new(Point::new(at.x, at.y + 4.0), line, Face::plain(SMALL, Role::Ink2)));
                at.y += LINE;
            }
        }
    }

    /// Ticks with their texts and the middles of these: as many as have room.
    fn ticks(&self) -> Vec<(f64, String, f64)> {
        let most = self.context.layout.size.pick([3, 4, 5, 5, 6]);
        let end = self.context.layout.width;
        let of = |most: usize| -> Vec<(f64, String, f64)> {
            let ticks = self.index.scale().ticks(most).into_iter().map(|value| {
                let (x, text) = (self.x(value), (self.subject.bare)(value));
                let half = text::width(&text, SMALL, false) / 2.0;
                let middle = x.min(end - half).max(half);
                (x, text, middle)
            });
            ticks.collect()
        };
        let has_room = |ticks: &Vec<(f64, String, f64)>| {
            let half = |text: &str| text::width(text, SMALL, false) / 2.0;
            let pairs = ticks.iter().zip(ticks.iter().skip(1));
            pairs.into_iter().all(|(one, next)| one.2 + half(&one.1) + 8.0 <= next.2 - half(&next.1))
        };
        (1..=most).rev().map(of).find(has_room).unwrap_or_default()
    }

    pub(super) fn draw_axis(&self, canvas: &Canvas) {
        if self.fullest == 0 {
            return;
        }
        let (foot, ticks) = (self.foot(), self.ticks());
        let grid = Fill::new(Role::Line);
        for (x, _, _) in &ticks {
            // On phones the names stand above the values, where the grid would cross them.
            if self.narrow {
                let tops = self.lanes.iter().map(|plan| plan.middle - self.band / 2.0);
                let lines = tops.map(|top| Rect::new(x - 0.5, top, 1.0, self.band));
                canvas.rects(&lines.collect::<Vec<_>>(), grid);
            } else {
                let top = self.legend_height();
                canvas.rect(Rect::new(x - 0.5, top, 1.0, foot - top), grid);
            }
        }
        canvas.rect(Rect::new(self.left, foot, self.length(), 1.0), Fill::new(Role::Axis));
        for (x, text, middle) in ticks {
            canvas.rect(Rect::new(x - 0.5, foot, 1.0, 4.0), Fill::new(Role::Axis));
            let at = Point::new(middle, foot + 17.0);
            canvas.text(Label::new(at, text, Face::plain(SMALL, Role::Ink3)).anchored(Anchor::Middle));
        }
        let end = self.left + self.length();
        let at = Point::new(end, foot + 17.0 + TICKS);
        canvas.text(Label::new(at, self.unit(), Face::plain(SMALL, Role::Ink3)).anchored(Anchor::End));
    }
}
