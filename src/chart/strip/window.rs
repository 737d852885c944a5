//! Which rows of a long table are in sight, and where they stand: only these and some more are in the page.

/// Height of a row in pixels, which the style sheet keeps to: that of a finger.
pub const ROW: f64 = 44.0;
/// Height of what is scrolled, before a page has told it.
pub const VIEW: f64 = 440.0;
/// The tallest box that browsers lay out has 17.9 million pixels (Firefox). Of a longer table a pixel stands for more.
const TALLEST: f64 = 15_000_000.0;
/// Rows above and below those in sight, for fingers that are faster than a page.
const SPARE: usize = 10;

/// The rows that are in the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The first one, counted from 0.
    pub first: usize,
    /// How many there are.
    pub count: usize,
    /// Pixels above the first one.
    pub above: f64,
    /// Pixels below the last one.
    pub below: f64,
}

impl Window {
    /// The window of a table of so many rows in a box of the height `view`, scrolled by `top` pixels.
    pub fn of(rows: usize, view: f64, top: f64) -> Window {
        let whole = rows as f64 * ROW;
        let height = whole.min(TALLEST);
        let scrolled = if height > view { (top / (height - view)).clamp(0.0, 1.0) } else { 0.0 };
        // The row at the upper edge, with the part of it that is above.
        let place = scrolled * (rows as f64 - view / ROW).max(0.0);
        // Where a pixel is more than a row, there is less room for spare rows near both ends.
        let spare = |room: f64| SPARE.min((room / ROW) as usize);
        let first = (place as usize).saturating_sub(spare(top));
        let in_sight = (view / ROW) as usize + 2;
        let count = (place as usize - first) + in_sight + spare(height - view - top);
        let count = count.min(rows - first.min(rows));
        let most = (height - count as f64 * ROW).max(0.0);
        // What is in sight stays in its place while the window moves.
        let above = if whole > TALLEST { top - (place - first as f64) * ROW } else { first as f64 * ROW };
        let above = above.max(0.0).min(most);
        let above = if first + count == rows { most } else { above };
        Window { first, count, above, below: most - above }
    }
}
