//! Coverage of the "six ones": a row of ticks for each of them, one for each county-level unit.

part::module!(six_ones);

use super::ticks::{draw_hollow, ticks};
use crate::chart::phrases::{has_facts, words};
use crate::chart::table::{Cell, Column, Figure, Row, Table};
use crate::chart::tag::{TAG_GAP, draw_tag, tag_width};
use crate::chart::{Chart, ChartContext, ChartRow, FilterEffect, Headline, Note, Size};
use crate::dataset::{Dataset, UnitKind, part_of};
use crate::geometry::{Point, Rect};
use crate::locale::render;
use crate::order::sort_by;
use crate::quantity::{Quantity, trimmed};
use crate::scene::{Anchor, Canvas, Face, Fill, Label, MarkKey, Scene, Stroke};
use crate::text;
use crate::theme::Role;
use crate::word::text;

/// The rows of ticks.
pub(in crate::chart) struct SixOnes;

/// Its word, with which its keys begin.
const WORD: &str = "six-ones";
/// Key of the phrases that name the rows; the item of each is the id of the fact that counts it.
const ROW: &str = "row";
/// Id of the fact that the heading speaks of.
const FUND: &str = "sixones.fund";
/// Id of the fact that counts all counties.
const TOTAL: &str = "total.counties";

impl Chart for SixOnes {
    fn is_supported(&self, dataset: &Dataset) -> bool {
        let mut counted: Vec<&str> = counted(dataset).collect();
        !counted.is_empty() && {
            counted.extend([TOTAL, FUND]);
            has_facts(dataset, &counted)
        }
    }

    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Disabled
    }

    fn headline(&self, context: &ChartContext<'_>) -> Headline {
        let words = words(context, WORD);
        let [total, fund] = [TOTAL, FUND].map(|id| context.dataset.number(id).unwrap_or_default());
        let given = [("total", trimmed(total, 0)), ("fund", trimmed(fund, 0))];
        Headline::new(words.tell("heading", &given), words.tell("summary", &given))
    }

    fn draw(&self, context: &ChartContext<'_>) -> Scene {
        let rows = rows(context);
        let pitch = context.layout.size.pick([72.0, 60.0, 58.0, 58.0, 62.0]);
        let canvas = Canvas::new(context.layout.width, legend_height(context) + rows.len() as f64 * pitch);
        draw_legend(&canvas, context);
        for (index, row) in rows.iter().enumerate() {
            draw_row(&canvas, context, row, legend_height(context) + index as f64 * pitch, pitch);
        }
        canvas.finish(self.headline(context).heading)
    }

    fn notes(&self, context: &ChartContext<'_>) -> Vec<Note> {
        words(context, WORD).notes(&[])
    }

    fn table(&self, context: &ChartContext<'_>) -> Table {
        let words = words(context, WORD);
        let [item, has, lacks, share] = words.array("column", ["item", "has", "lacks", "share"]);
        let mut derived = Column::numbers(share, "%");
        derived.derived = true;
        let mut gap = Column::numbers(lacks, "");
        gap.derived = true;
        Table {
            caption: words.get("caption").to_owned(),
            columns: vec![Column::words(item), Column::numbers(has, ""), gap, derived],
            rows: rows(context).iter().map(|row| table_row(context, row)).collect(),
            footer: Vec::new(),
        }
    }

    fn rows(&self, context: &ChartContext<'_>) -> Vec<ChartRow> {
        rows(context).iter().map(|row| ChartRow::new(key(row), &[row.id])).collect()
    }
}

/// Ids of the facts that count the rows.
pub(super) fn counted(dataset: &Dataset) -> impl Iterator<Item = &'static str> + use<'_> {
    let rows = dataset.phrases.iter().filter(|phrase| phrase.chart == WORD && phrase.key == ROW);
    rows.map(|phrase| phrase.item)
}

/// One of them, as counted.
struct Count {
    id: &'static str,
    name: &'static str,
    has: f64,
    total: f64,
}

/// The rows, the widest coverage first: one for each phrase that names one.
fn rows(context: &ChartContext<'_>) -> Vec<Count> {
    let total = context.dataset.number(TOTAL).unwrap_or_default();
    let names = words(context, WORD).each(ROW);
    let row = |(id, name)| Some(Count { id, name, has: context.dataset.number(id)?, total });
    let mut rows: Vec<Count> = names.filter_map(row).collect();
    sort_by(&mut rows, |one, other| other.has.total_cmp(&one.has));
    rows
}

fn table_row(context: &ChartContext<'_>, row: &Count) -> Row {
    let [all, has, gap] =
        [row.total, row.has, row.total - row.has].map(|count| Figure::count(count as usize));
    let arithmetic = text!("{all.text} − {has.text} = {gap.text}");
    let [part, whole] = [row.has, row.total].map(|count| (Quantity::printed(count), UnitKind::Count));
    let share = part_of(part, whole).map_or(Cell::Empty, |step| {
        let share = step.result.0.low;
        Cell::derived(Figure::new(trimmed(share, 1), share), context.locale.step(&step))
    });
    let cells =
        vec![Cell::Plain(row.name.to_owned()), Cell::Printed(has), Cell::derived(gap, arithmetic), share];
    Row::new(key(row), cells)
}

/// `six-ones:fund`
fn key(row: &Count) -> MarkKey<'static> {
    MarkKey::Row(WORD, row.id.split_once('.').map_or(row.id, |(_, id)| id))
}

/// Height of the legend above the rows.
const LEGEND: f64 = 34.0;
/// Height of a line of it.
const LEGEND_LINE: f64 = 22.0;

fn draw_legend(canvas: &Canvas, context: &ChartContext<'_>) {
    let words = words(context, WORD);
    let tick = Rect::new(0.0, 4.0, 5.0, 14.0);
    canvas.rect(tick, Fill::new(Role::Accent));
    canvas.text(context.label(Point::new(12.0, 16.0), words.get("has"), Role::Ink2, Anchor::Start));
    let beside = 12.0 + context.label_width(words.get("has")) + 20.0;
    let (x, y) = if legend_height(context) > LEGEND { (0.0, LEGEND_LINE) } else { (beside, 0.0) };
    canvas.outline(Rect::new(x + 0.5, y + 4.5, 4.0, 13.0), Stroke::new(Role::Axis, 1.0));
    canvas.text(context.label(Point::new(x + 12.0, y + 16.0), words.get("lacks"), Role::Ink2, Anchor::Start));
    let tag = Point::new(x + 12.0 + context.label_width(words.get("lacks")) + TAG_GAP, y + 16.0);
    draw_tag(canvas, context, tag);
}

/// The legend takes a second line where its two entries do not fit beside each other.
fn legend_height(context: &ChartContext<'_>) -> f64 {
    let words = words(context, WORD);
    let both = 44.0 + context.label_width(words.get("has")) + context.label_width(words.get("lacks"));
    if both + TAG_GAP + tag_width(context) > context.layout.width { LEGEND + LEGEND_LINE } else { LEGEND }
}

fn draw_row(canvas: &Canvas, context: &ChartContext<'_>, row: &Count, top: f64, pitch: f64) {
    let words = words(context, WORD);
    let gap = row.total - row.has;
    let name = render(
        if gap > 0.0 { words.get("mark-name") } else { words.get("all-name") },
        &[
            ("row", row.name),
            ("n", &trimmed(row.has, 0)),
            ("total", &trimmed(row.total, 0)),
            ("gap", &trimmed(gap, 0)),
        ],
    );
    let frame = Rect::new(0.0, 0.0, context.layout.width, pitch - 6.0);
    let mark = context.mark(key(row), name, Point::new(0.0, top), frame);
    canvas.mark(mark, |canvas| {
        draw_counts(canvas, context, row, top);
        draw_ticks(canvas, context, row, top + 28.0);
    });
}

fn draw_counts(canvas: &Canvas, context: &ChartContext<'_>, row: &Count, top: f64) {
    let words = words(context, WORD);
    let size = context.layout.size;
    let baseline = top + 20.0;
    let right = context.layout.width;
    let bold = |at, content: String, size, anchor| {
        Label::new(at, content, Face::bold(size, Role::Ink)).anchored(anchor)
    };
    let gap = row.total - row.has;
    let end = if gap > 0.0 {
        let without = render(words.get("without"), &[("n", &trimmed(gap, 0))]);
        // On the narrowest widgets it stands under the ticks and leaves the line to the name.
        let below = size == Size::W280;
        let end = if below { right } else { right - context.label_width(&without) - 8.0 };
        let at = Point::new(right, if below { top + 62.0 } else { baseline });
        canvas.text(context.label(at, without, Role::Ink2, Anchor::End));
        canvas.text(bold(Point::new(end, baseline), trimmed(row.has, 0), size.value(), Anchor::End));
        end - text::width(&trimmed(row.has, 0), size.value(), true)
    } else {
        let all = render(words.get("all"), &[("n", &trimmed(row.has, 0))]);
        let end = right - text::width(&all, size.value(), true);
        canvas.text(bold(Point::new(right, baseline), all, size.value(), Anchor::End));
        end
    };
    let label = [size.label() + 1.0, 13.0, 12.0]
        .into_iter()
        .find(|size| text::width(row.name, *size, true) + 8.0 <= end)
        .unwrap_or(12.0);
    canvas.text(bold(Point::new(0.0, baseline), row.name.to_owned(), label, Anchor::Start));
}

fn draw_ticks(canvas: &Canvas, context: &ChartContext<'_>, row: &Count, top: f64) {
    let height = if context.layout.size.is_narrow() { 20.0 } else { 19.0 };
    let ticks = ticks(context, row.total, top, height);
    let (filled, hollow) = ticks.split_at((row.has as usize).min(ticks.len()));
    canvas.rects(filled, Fill::new(Role::Accent));
    draw_hollow(canvas, hollow);
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::chart::{ChartContext, Layout};
    use crate::dataset;
    use crate::language::Language;
    use crate::locale::Locale;

    #[test]
    fn the_rows_fall_from_the_widest_coverage() {
        let dataset = dataset::embedded();
        for language in Language::ALL {
            let context = ChartContext::of(&dataset, Locale::of(language), Layout::whole(760.0));
            let counts: Vec<f64> = rows(&context).iter().map(|row| row.has).collect();
            assert_eq!(counts, [83.0, 83.0, 71.0, 62.0, 61.0, 60.0]);
        }
    }
}
