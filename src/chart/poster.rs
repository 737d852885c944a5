//! The whole figure as one picture: heading, summary, chart, notes, source and edition.

use super::{ChartContext, ChartKind, Layout, Marker, Note, Size, figures};
use crate::dataset::Source;
use crate::geometry::{Point, Rect};
use crate::locale::{Locale, render};
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Scene};
use crate::text;
use crate::theme::Role;
use crate::word::text;

/// Draws `chart` with everything that a picture on its own must say. `container` is the poster's width.
pub fn poster(kind: ChartKind, context: &ChartContext<'_>, container: f64, heading: Option<&str>) -> Scene {
    let chart = kind.chart();
    let context = &ChartContext { layout: Layout::whole(container), is_live: false, ..*context };
    let headline = chart.headline(context);
    let heading = heading.unwrap_or(&headline.heading);
    let scene = chart.draw(context);
    let mut page = Page::new(context, container);
    page.kicker(kind);
    page.paragraph(heading, Style::Heading);
    page.paragraph(&headline.summary, Style::Summary);
    if let Some((title, period)) = chart.title(context) {
        page.title(&title, &period);
    }
    let chart_top = page.y + 12.0;
    page.y = chart_top + scene.height + 14.0;
    page.hairline();
    for note in chart.notes(context) {
        page.note(&note);
    }
    page.paragraph(&source_line(kind, context), Style::Source);
    page.finish(scene, chart_top, heading)
}

/// Each side of a square picture, its margin, and how much larger than usual it is set.
const SQUARE: f64 = 1080.0;
const MARGIN: f64 = 64.0;
const LARGER: f64 = 1.35;

/// A square picture for messages, and the scale that makes it 1080 pixels wide. `draw` draws the poster at a
/// width: the narrowest is taken that is no higher than wide, so that letters are as large as they can be.
pub fn square(mut draw: impl FnMut(f64) -> Scene) -> (Scene, f64) {
    let room = SQUARE - 2.0 * MARGIN;
    let mut poster = draw(room / LARGER);
    while poster.height > poster.width && poster.width < 2000.0 {
        poster = draw(poster.width * 1.1);
    }
    let scale = room / poster.width.max(poster.height);
    let side = SQUARE / scale;
    let canvas = Canvas::new(side, side);
    canvas.rect(Rect::new(0.0, 0.0, side, side), Fill::new(Role::Surface));
    let mut scene = canvas.finish(poster.name);
    let (left, top) = ((side - poster.width) / 2.0, (side - poster.height) / 2.0);
    scene.items.extend(poster.items.into_iter().map(|item| item.moved(left, top)));
    (scene, scale)
}

/// The article that the data is taken from, and the document that it is about.
pub fn article_line(source: &Source, locale: &Locale) -> String {
    let language = locale.language;
    let values = [
        ("publisher", source.publisher.get(language)),
        ("title", source.title.get(language)),
        ("basis", source.basis.get(language)),
        ("licence", source.terms.get(language)),
    ];
    render(locale.ui.source, &values)
}

/// The source line. Where the edition line has no room for the year of GDP, this says it.
pub fn source_line(kind: ChartKind, context: &ChartContext<'_>) -> String {
    let ui = &context.locale.ui;
    let Some(source) = context.dataset.main_source() else {
        return String::new();
    };
    let line = article_line(source, context.locale);
    let dated = kind.chart().shows_gdp() && context.layout.size < Size::W560;
    match context.dataset.story("", "") {
        Some(story) if dated => text!("{line}{ui.space}{context.tell(story.lead, &[])}"),
        _ => line,
    }
}

/// The edition line, with the year of GDP where GDP is shown and there is room.
pub fn edition_line(kind: ChartKind, context: &ChartContext<'_>, narrow: bool) -> &'static str {
    let edition = context.dataset.main_source().map(|source| {
        if kind.chart().shows_gdp() && !narrow { source.edition } else { source.edition_short }
    });
    edition.map_or("", |edition| edition.get(context.locale.language))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Heading,
    Summary,
    Note,
    Source,
}

/// From the top of a line of this height to its baseline.
fn baseline(size: f64, line: f64) -> f64 {
    line - (line - size) / 2.0 - size * 0.14
}

/// A page being set from top to bottom.
struct Page<'a> {
    context: &'a ChartContext<'a>,
    size: Size,
    left: f64,
    width: f64,
    y: f64,
    labels: Vec<Label>,
    rules: Vec<(Rect, Role)>,
}

impl<'a> Page<'a> {
    fn new(context: &'a ChartContext<'a>, container: f64) -> Self {
        let size = context.layout.size;
        let left = size.padding();
        let width = container - 2.0 * left;
        let rule = (Rect::new(left, 16.0, width, 3.0), Role::Ink);
        Page { context, size, left, width, y: 19.0, labels: Vec::new(), rules: vec![rule] }
    }

    /// One line of text from `x`.
    fn line(&mut self, x: f64, content: &str, face: Face) {
        self.labels.push(Label::new(Point::new(x, self.y), content, face));
    }

    /// Lines of the page, none wider than it.
    fn broken(&self, lines: Vec<String>, size: f64, bold: bool) -> Vec<String> {
        text::broken(lines, size, bold, self.width)
    }

    /// Bold words, and plain ones at their right; on lines of their own where they do not fit.
    fn pair(&mut self, bold: &str, plain: &str, role: Role, at_end: bool) {
        let size = self.size.label();
        let lines = self.broken(text::wrap_greedy(bold, size, true, self.width), size, true);
        let last = lines.last().map_or(0.0, |line| text::width(line, size, true));
        for (index, line) in lines.iter().enumerate() {
            self.y += if index > 0 { 20.0 } else { 0.0 };
            self.line(self.left, line, Face::bold(size, Role::Ink));
        }
        let face = Face::plain(size, role);
        if last + 14.0 + text::width(plain, size, false) <= self.width {
            let (x, anchor) = if at_end { (self.width, Anchor::End) } else { (last + 14.0, Anchor::Start) };
            let at = Point::new(self.left + x, self.y);
            return self.labels.push(Label::new(at, plain, face).anchored(anchor));
        }
        for line in self.broken(text::wrap_greedy(plain, size, false, self.width), size, false) {
            self.y += 20.0;
            self.line(self.left, &line, face);
        }
    }

    /// The dataset's name, and the edition at the right.
    fn kicker(&mut self, kind: ChartKind) {
        let language = self.context.locale.language;
        let Some(source) = self.context.dataset.main_source() else {
            return;
        };
        let edition = edition_line(kind, self.context, self.size < Size::W560);
        self.y += 20.0;
        self.pair(source.name.get(language), edition, Role::Ink3, true);
        self.y += 8.0;
    }

    fn paragraph(&mut self, content: &str, style: Style) {
        let (size, line) = match style {
            Style::Heading => self.size.heading(),
            Style::Summary => self.size.summary(),
            Style::Note | Style::Source => self.size.note(),
        };
        let bold = style == Style::Heading;
        let role = match style {
            Style::Heading => Role::Ink,
            Style::Summary | Style::Note => Role::Ink2,
            Style::Source => Role::Ink3,
        };
        let kept;
        let content = if self.context.dataset.is_own {
            kept = figures::keep(content, size, bold, self.width);
            &kept
        } else {
            content
        };
        let lines = match style {
            Style::Heading | Style::Summary => text::wrap(content, size, bold, self.width),
            Style::Note | Style::Source => text::wrap_greedy(content, size, bold, self.width),
        };
        let foot = line - baseline(size, line);
        self.y += 4.0;
        for content in self.broken(lines, size, bold) {
            self.y += line - foot;
            let content = if self.context.dataset.is_own { figures::line(&content) } else { content };
            self.line(self.left, &content, Face { size, bold, role });
            self.y += foot;
        }
    }

    fn title(&mut self, title: &str, period: &str) {
        self.y += 30.0;
        self.pair(title, period, Role::Ink2, false);
    }

    fn hairline(&mut self) {
        self.rules.push((Rect::new(self.left, self.y, self.width, 1.0), Role::Line));
        self.y += 6.0;
    }

    /// A note, its marker set in the colour of derived numbers before its first line.
    fn note(&mut self, note: &Note) {
        let marker = match note.marker {
            Marker::None => "",
            Marker::Derived => self.context.locale.ui.derived,
            Marker::Asterisk => "*",
        };
        if marker.is_empty() {
            return self.paragraph(&note.text, Style::Note);
        }
        let (size, line) = self.size.note();
        let indent = text::width(marker, size, true) + 5.0;
        let top = self.y;
        self.y += 4.0 + baseline(size, line);
        self.line(self.left, marker, Face::bold(size, Role::Derived));
        self.y = top;
        // The marker's room is kept free on every line, so that the note reads as one block.
        let (left, width) = (self.left, self.width);
        self.left += indent;
        self.width -= indent;
        self.paragraph(&note.text, Style::Note);
        (self.left, self.width) = (left, width);
    }

    /// Puts the page and the chart into one scene.
    fn finish(self, chart: Scene, chart_top: f64, heading: &str) -> Scene {
        let container = self.width + 2.0 * self.left;
        let canvas = Canvas::new(container, self.y + 16.0);
        canvas.rect(Rect::new(0.0, 0.0, container, self.y + 16.0), Fill::new(Role::Surface));
        for (frame, role) in self.rules {
            canvas.rect(frame, Fill::new(role));
        }
        for label in self.labels {
            canvas.text(label);
        }
        let mut scene = canvas.finish(heading.to_owned());
        scene.items.extend(chart.items.into_iter().map(|item| item.moved(self.left, chart_top)));
        scene
    }
}
