//! A small picture for each path.

use crate::geometry::Point;
use crate::scene::{Canvas, Fill, Stroke};
use crate::theme::Role;

/// Each side of a picture's square.
pub(super) const SIDE: f64 = 44.0;

/// Where circles stand, from the middle of the square.
type Place = (f64, f64);

const MIDDLE: Place = (0.0, 0.0);
/// Around a hub.
const AROUND: [Place; 6] =
    [(16.0, 0.0), (8.0, 13.9), (-8.0, 13.9), (-16.0, 0.0), (-8.0, -13.9), (8.0, -13.9)];
/// One in the other.
const LINKS: [Place; 3] = [(-12.0, 0.0), MIDDLE, (12.0, 0.0)];
/// One that others follow, and where the lines to them end.
const LEADER: Place = (-10.0, 0.0);
const FOLLOWERS: [(Place, Place); 3] =
    [((12.0, -13.0), (8.6, -11.0)), ((15.0, 0.0), (11.0, 0.0)), ((12.0, 13.0), (8.6, 11.0))];
/// With a part in common.
const SHARED: [Place; 3] = [(0.0, -7.5), (-8.0, 6.0), (8.0, 6.0)];

/// The picture of the path at `index` around `center`.
pub(super) fn draw(canvas: &Canvas, index: usize, center: Point) {
    let stroke = Stroke::new(Role::Accent, 2.0);
    let at = |(x, y): Place| Point::new(center.x + x, center.y + y);
    let disc = |place, radius, opacity| {
        canvas.circle(at(place), radius, Fill::new(Role::Accent).faded(opacity));
    };
    let rings = |places: &[Place], radius| {
        places.iter().for_each(|place| canvas.ring(at(*place), radius, stroke));
    };
    match index {
        0 => {
            disc(MIDDLE, 7.5, 1.0);
            rings(&AROUND, 4.0);
        }
        1 => rings(&LINKS, 7.5),
        2 => {
            for (_, end) in FOLLOWERS {
                canvas.line(&[at(LEADER), at(end)], stroke);
            }
            rings(&FOLLOWERS.map(|(place, _)| place), 4.0);
            disc(LEADER, 9.5, 1.0);
        }
        3 => {
            disc(MIDDLE, 4.0, 1.0);
            rings(&[MIDDLE], 10.5);
            rings(&[MIDDLE], 17.0);
        }
        _ => {
            SHARED.iter().for_each(|place| disc(*place, 10.5, 0.25));
            rings(&SHARED, 10.5);
        }
    }
}
