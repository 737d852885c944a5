//! Sizes that follow from the width of the container.

/// The five designs, named by the width they are drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Below 340 px.
    W280,
    /// Below 560 px.
    W360,
    /// Below 760 px.
    W560,
    /// Below 1080 px.
    W760,
    /// From 1080 px.
    W1080,
}

/// The widest the widget grows; beyond, it stays at the left.
const WIDEST: f64 = 1180.0;
/// The narrowest a chart is laid out for; in less room it is cut off at the right.
const NARROWEST: f64 = 200.0;
/// Gap between the chart and what stands beside it.
const SIDE_GAP: f64 = 24.0;

/// A container width and what follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// Which design.
    pub size: Size,
    /// Width of the chart in CSS pixels.
    pub width: f64,
}

impl Size {
    /// The design for a container of this width.
    pub fn of(container: f64) -> Size {
        match container {
            width if width < 340.0 => Size::W280,
            width if width < 560.0 => Size::W360,
            width if width < 760.0 => Size::W560,
            width if width < 1080.0 => Size::W760,
            _ => Size::W1080,
        }
    }

    /// Its number, as the style sheet knows it.
    pub const fn name(self) -> &'static str {
        self.pick(["280", "360", "560", "760", "1080"])
    }

    /// One of five values.
    pub const fn pick<T: Copy>(self, values: [T; 5]) -> T {
        let [w280, w360, w560, w760, w1080] = values;
        match self {
            Size::W280 => w280,
            Size::W360 => w360,
            Size::W560 => w560,
            Size::W760 => w760,
            Size::W1080 => w1080,
        }
    }

    /// Space at the left and right edge.
    pub const fn padding(self) -> f64 {
        self.pick([12.0, 16.0, 20.0, 24.0, 32.0])
    }

    /// Font size of labels in the chart.
    pub const fn label(self) -> f64 {
        self.pick([13.0, 13.0, 14.0, 14.0, 15.0])
    }

    /// Font size of values in the chart.
    pub const fn value(self) -> f64 {
        self.pick([15.0, 16.0, 17.0, 18.0, 20.0])
    }

    /// Font size and line height of the heading.
    pub const fn heading(self) -> (f64, f64) {
        self.pick([(19.0, 27.0), (21.0, 29.0), (23.0, 31.0), (27.0, 36.0), (30.0, 40.0)])
    }

    /// Font size and line height of the summary.
    pub const fn summary(self) -> (f64, f64) {
        self.pick([(15.0, 24.0), (15.0, 24.0), (15.0, 24.0), (16.0, 26.0), (17.0, 28.0)])
    }

    /// Font size and line height of notes and source.
    pub const fn note(self) -> (f64, f64) {
        self.pick([(12.0, 19.0), (12.0, 19.0), (13.0, 20.0), (13.0, 20.0), (13.0, 20.0)])
    }

    /// Whether labels stand above the bars instead of beside them.
    pub fn is_narrow(self) -> bool {
        self < Size::W560
    }
}

impl Layout {
    /// The layout of a container of this width. `beside` is the room that something beside the chart
    /// takes (the county card); from 1080 a side column is always kept.
    pub fn new(container: f64, beside: f64) -> Layout {
        let size = Size::of(container);
        let content = container.clamp(NARROWEST, WIDEST) - 2.0 * size.padding();
        let side = match size {
            Size::W1080 => content / 3.0,
            _ => beside,
        };
        let gap = if side > 0.0 { SIDE_GAP } else { 0.0 };
        Layout { size, width: content - side - gap }
    }

    /// The layout of a picture on its own, with nothing beside the chart.
    pub fn whole(container: f64) -> Layout {
        let size = Size::of(container);
        Layout { size, width: container.max(NARROWEST) - 2.0 * size.padding() }
    }
}
