//! How the entities of each class are distributed: exact counts in columns of pixels, as dots where all fit.

part::module!(own);

mod axis;
mod chart;
mod frame;
mod label;
mod lanes;
mod listing;
mod shape;
mod spot;
mod spread;
mod subject;
mod table;
mod told;
mod window;
mod words;

pub(super) use self::chart::Distribution;
pub use self::chart::{Listed, ask, list_of, prepare, with_subject};
pub use self::listing::Listing;
pub use self::shape::{MOST_DOTS, Outline, outline};
pub use self::spot::{Spot, Step};
pub use self::subject::{Class, Entities, Nature, Subject};
pub use self::window::{ROW, VIEW, Window};
pub use super::index::{Axis, Extent, Index, Indexes, Indexing, LaneCount, NO_CLASS, Quantiles, Values};

use self::frame::Frame;
use self::lanes::Lane;
use super::table::Table;
use super::{ChartContext, Headline, Note};
use crate::scene::{Canvas, Scene};

/// The width of a column in the live chart.
pub const LIVE_COLUMN: f64 = 2.0;
/// The same in still pictures, which are to be small files.
pub const STILL_COLUMN: f64 = 4.0;

/// A strip, ready to be drawn and told.
pub struct Strip<'a> {
    frame: Frame<'a>,
}

impl<'a> Strip<'a> {
    /// The strip of a subject, with columns of this width where its entities are too many to be dots.
    pub fn new(context: &'a ChartContext<'a>, subject: &'a Subject<'a>, column: f64) -> Strip<'a> {
        let index = || {
            let axis = Strip::axis(context, subject, column);
            Index::new(subject.values, subject.classes.len(), axis)
        };
        Strip { frame: Frame::new(context, subject, index) }
    }

    /// The same with an index that was made before, slice by slice, for this [`Strip::axis`]. It serves for any filter, mark and
    /// language in which the axis is the same. `index` gives it; it is not asked for where every entity is a dot.
    pub fn with(
        context: &'a ChartContext<'a>,
        subject: &'a Subject<'a>,
        index: impl FnOnce() -> Index<'a>,
    ) -> Strip<'a> {
        Strip { frame: Frame::new(context, subject, index) }
    }

    /// The axis of a subject in a context, with columns of this width.
    pub fn axis(context: &ChartContext<'_>, subject: &Subject<'_>, column: f64) -> Axis {
        frame::axis(context, subject, column)
    }

    /// Where every entity stands.
    pub fn index(&self) -> &Index<'a> {
        &self.frame.index
    }

    /// Whether every entity is a dot.
    pub fn is_dotted(&self) -> bool {
        self.frame.is_dotted
    }

    /// The picture, with the heading as its name.
    pub fn draw(&self) -> Scene {
        Scene { name: self.headline().heading, ..self.draw_nameless() }
    }

    /// The same without a name.
    fn draw_nameless(&self) -> Scene {
        let frame = &self.frame;
        let canvas = Canvas::new(frame.context.layout.width, frame.height());
        frame.draw_legend(&canvas);
        frame.draw_axis(&canvas);
        for plan in &frame.lanes {
            Lane::new(frame, plan).draw(&canvas);
        }
        canvas.finish(String::new())
    }

    /// Heading and summary, true of the classes that the filter keeps.
    pub fn headline(&self) -> Headline {
        told::headline(&self.frame)
    }

    /// What the reader must know to trust it.
    pub fn notes(&self) -> Vec<Note> {
        told::notes(&self.frame)
    }

    /// The same data as a table: entity by entity where they are few, else class by class.
    pub fn table(&self) -> Table {
        table::table(&self.frame)
    }
}
