//! A picture drawn from top to bottom, as high as what its texts need where they break.

use super::ChartContext;
use crate::geometry::{Point, Rect};
use crate::scene::{Anchor, Canvas, Face, Fill, Label, MarkKey, Scene};
use crate::text;
use crate::theme::Role;

/// Higher than any chart; the picture is cut where the last part ends.
const ROOM: f64 = 4000.0;
/// Between pieces of a line.
const GAP: f64 = 7.0;

/// A part of a line in a face of its own.
pub(super) type Piece<'t> = (&'t str, Face);

/// The picture so far, and where its next part begins.
pub(super) struct Flow<'a> {
    pub(super) context: &'a ChartContext<'a>,
    pub(super) canvas: Canvas,
    pub(super) y: f64,
}

impl<'a> Flow<'a> {
    pub(super) fn new(context: &'a ChartContext<'a>) -> Self {
        Flow { context, canvas: Canvas::new(context.layout.width, ROOM), y: 0.0 }
    }

    /// The picture, named `name`.
    pub(super) fn finish(self, name: String) -> Scene {
        Scene { height: self.y, ..self.canvas.finish(name) }
    }

    /// The face of labels.
    pub(super) fn plain(&self, role: Role) -> Face {
        Face::plain(self.context.layout.size.label(), role)
    }

    /// The face of values, or of numbers larger than they are.
    pub(super) fn strong(&self, larger: f64, role: Role) -> Face {
        Face::bold(self.context.layout.size.value() + larger, role)
    }

    /// The face of tags of derived numbers.
    pub(super) fn tag(&self) -> Face {
        Face::bold(12.0, Role::Derived)
    }

    /// A line across the picture, with the room around it.
    pub(super) fn hairline(&mut self) {
        let frame = Rect::new(0.0, self.y, self.context.layout.width, 1.0);
        self.canvas.rect(frame, Fill::new(Role::Line));
        self.y += 8.0;
    }

    /// One line of text of which `anchor` stands at `x`.
    pub(super) fn set(&self, x: f64, y: f64, (content, face): Piece<'_>, anchor: Anchor) {
        self.canvas.text(Label::new(Point::new(x, y), content, face).anchored(anchor));
    }

    /// One line of text from `x`.
    pub(super) fn line(&self, x: f64, y: f64, piece: Piece<'_>) {
        self.set(x, y, piece, Anchor::Start);
    }

    /// Lines of one text.
    fn paragraph(&mut self, (content, face): Piece<'_>) {
        for line in text::wrap(content, face.size, face.bold, self.context.layout.width) {
            self.y += (face.size * 1.5).round();
            self.line(0.0, self.y, (&line, face));
        }
    }

    /// Pieces in one line from `x`.
    pub(super) fn pieces(&self, mut x: f64, y: f64, pieces: &[Piece<'_>]) {
        for piece in pieces.iter().filter(|piece| !piece.0.is_empty()) {
            self.line(x, y, *piece);
            x += width(&[*piece]) + GAP;
        }
    }

    /// Pieces in one line that ends with the picture. They are set in reading order, each by its own end, so that a font
    /// of other widths still ends there.
    pub(super) fn pieces_at_end(&self, y: f64, pieces: &[Piece<'_>]) {
        let mut x = self.context.layout.width - width(pieces) - GAP;
        for piece in pieces.iter().filter(|piece| !piece.0.is_empty()) {
            x += width(&[*piece]) + GAP;
            self.set(x, y, *piece, Anchor::End);
        }
    }

    /// Whether a name and the pieces at its right have room in one line.
    pub(super) fn fits(&self, name: &str, end: &[Piece<'_>]) -> bool {
        width(&[(name, self.name_face())]) + 2.0 * GAP + width(end) <= self.context.layout.width
    }

    fn name_face(&self) -> Face {
        Face::bold(self.context.layout.size.label() + 1.0, Role::Ink)
    }

    /// A name, and pieces at its right end or, where there is no room for them, under it.
    pub(super) fn head(&mut self, name: &str, end: &[Piece<'_>], beside: bool) {
        let room = self.context.layout.width;
        self.paragraph((name, self.name_face()));
        if beside {
            self.pieces_at_end(self.y, end);
        } else if width(end) <= room {
            self.y += 24.0;
            self.pieces(0.0, self.y, end);
        } else {
            end.iter().for_each(|piece| self.paragraph(*piece));
        }
    }

    /// What `draw` draws as the mark with this key.
    pub(super) fn mark(&self, key: MarkKey<'static>, name: String, frame: Rect, draw: impl FnOnce(&Self)) {
        let own = Rect::new(0.0, 0.0, frame.width, frame.height);
        let mark = self.context.mark(key, name, Point::new(frame.x, frame.y), own);
        self.canvas.mark(mark, |_| draw(self));
    }
}

/// The width of pieces in one line.
pub(super) fn width(pieces: &[Piece<'_>]) -> f64 {
    let widths = pieces.iter().filter(|piece| !piece.0.is_empty());
    let widths = widths.map(|(content, face)| text::width(content, face.size, face.bold) + GAP);
    (widths.sum::<f64>() - GAP).max(0.0)
}

/// A template with its one place set in another face: what stands before, the value, what stands after.
pub(super) fn around<'t>(template: &'t str, value: &'t str, plain: Face, strong: Face) -> [Piece<'t>; 3] {
    let (before, rest) = template.split_once('{').unwrap_or((template, ""));
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    [(before.trim_end(), plain), (value, strong), (after.trim_start(), plain)]
}
