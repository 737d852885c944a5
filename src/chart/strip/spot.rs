//! Where a reader is in the picture, by pointer or keys, and where a step leads.

use super::Strip;
use super::frame::LanePlan;
use super::shape::places;
use super::subject::Class;
use crate::geometry::Point;
use crate::scene::{MarkKey, Stop};
use crate::word::Keyword;

/// Where a reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// At a lane as a whole.
    Lane(usize),
    /// At a value that describes a lane.
    Stop(usize, Stop),
    /// At an entity, by its place in the file.
    Entity(usize),
}

/// A step of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the lane above, at the same value.
    Up,
    /// To the lane below.
    Down,
    /// To the next smaller value: from dot to dot, in a shape from stop to stop.
    Left,
    /// To the next larger value.
    Right,
    /// To the next smaller value of an entity.
    Before,
    /// To the next larger value of an entity.
    After,
    /// To the smallest value of the lane.
    First,
    /// To the largest.
    Last,
}

/// What a pointer may miss a lane’s values by, beside the axis.
const REACH: f64 = 12.0;

impl Strip<'_> {
    /// The entity that is meant by a place in the picture: of the lane whose values are there the one that is nearest, as the
    /// axis goes or, among dots, as the crow flies.
    pub fn entity_at(&self, x: f64, y: f64) -> Option<usize> {
        let frame = &self.frame;
        let is_there = |plan: &&LanePlan| (plan.top..plan.top + plan.height).contains(&y);
        let plan = frame.lanes.iter().find(is_there)?;
        let from_axis = x - frame.left;
        let is_in_band = y >= plan.values_top(frame.narrow) && (frame.narrow || from_axis >= -REACH);
        if !is_in_band {
            return None;
        }
        if !frame.is_dotted {
            return frame.index.nearest(plan.lane, from_axis);
        }
        let distance = |dot: &(usize, f64, f64)| {
            let (dx, dy) = (dot.1 - from_axis, dot.2 + plan.middle - y);
            dx * dx + dy * dy
        };
        let nearest = places(&frame.index, plan.lane).min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.map(|(entity, ..)| entity)
    }

    /// Where an entity with a value stands: its dot, or its place on the level line of its shape.
    pub fn place(&self, entity: usize) -> Option<Point> {
        let frame = &self.frame;
        let value = frame.subject.values.value(entity)?;
        let plan = self.plan(frame.lane_of(entity))?;
        if !frame.is_dotted {
            return Some(Point::new(frame.x(value), plan.middle));
        }
        let (_, x, y) = places(&frame.index, plan.lane).find(|dot| dot.0 == entity)?;
        Some(Point::new(frame.left + x, plan.middle + y))
    }

    pub(super) fn plan(&self, lane: usize) -> Option<&LanePlan> {
        self.frame.lanes.iter().find(|plan| plan.lane == lane)
    }

    /// The spot of a mark.
    pub fn spot(&self, key: MarkKey<'_>) -> Option<Spot> {
        let subject = self.frame.subject;
        let lane = |code: &str| {
            let found = subject.classes.iter().position(|class| class.code == code);
            found.or((code == Class::NONE).then_some(subject.classes.len()))
        };
        let has_lane = |lane: &usize| self.plan(*lane).is_some();
        Some(match key {
            MarkKey::Tier(code) | MarkKey::Row(_, code) => Spot::Lane(lane(code).filter(has_lane)?),
            MarkKey::Stop(code, stop) => {
                let lane = lane(code).filter(has_lane)?;
                if !self.frame.has_stop(lane, stop) {
                    return None;
                }
                Spot::Stop(lane, stop)
            }
            MarkKey::County(code) => Spot::Entity(subject.entities.place(code)?),
            _ => return None,
        })
    }

    /// The mark that the focus is at for a spot: an entity in a shape has none.
    pub fn key(&self, spot: Spot) -> Option<MarkKey<'static>> {
        let class =
            |lane: usize| self.frame.subject.classes.get(lane).map_or(Class::NONE, |class| class.code);
        Some(match spot {
            Spot::Lane(lane) if lane == self.frame.subject.classes.len() => {
                MarkKey::Row("strip", Class::NONE)
            }
            Spot::Lane(lane) => MarkKey::Tier(class(lane)),
            Spot::Stop(lane, stop) => MarkKey::Stop(class(lane), stop),
            Spot::Entity(_) if !self.frame.is_dotted => return None,
            Spot::Entity(entity) => MarkKey::County(self.frame.subject.entities.code(entity)),
        })
    }

    /// The code of an entity.
    pub fn code(&self, entity: usize) -> &'static str {
        self.frame.subject.entities.code(entity)
    }

    /// The lane of a spot.
    pub fn lane(&self, spot: Spot) -> usize {
        match spot {
            Spot::Lane(lane) | Spot::Stop(lane, _) => lane,
            Spot::Entity(entity) => self.frame.lane_of(entity),
        }
    }

    /// The value at a spot.
    fn value(&self, spot: Spot) -> Option<f64> {
        match spot {
            Spot::Lane(_) => None,
            Spot::Stop(lane, stop) => Some(self.frame.index.quantiles(&[lane])?.at(stop)),
            Spot::Entity(entity) => self.frame.subject.values.value(entity),
        }
    }

    /// The entity at a spot; at a stop the one that is nearest.
    pub fn entity(&self, spot: Spot) -> Option<usize> {
        let index = &self.frame.index;
        match spot {
            Spot::Lane(_) => None,
            Spot::Stop(lane, Stop::Minimum) => Some(index.ends(lane)?.0),
            Spot::Stop(lane, Stop::Maximum) => Some(index.ends(lane)?.1),
            Spot::Stop(lane, _) => index.nearest(lane, index.scale().at(self.value(spot)?)),
            Spot::Entity(entity) => Some(entity),
        }
    }

    /// Where a step leads; `None` where there is nothing.
    pub fn step(&self, spot: Spot, step: Step) -> Option<Spot> {
        let (index, lane) = (&self.frame.index, self.lane(spot));
        let (first, last) = index.ends(lane).map_or((None, None), |(first, last)| (Some(first), Some(last)));
        let (dotted, whole) = (self.frame.is_dotted, Spot::Lane(lane));
        match step {
            Step::Up | Step::Down => self.beside(spot, step == Step::Down),
            Step::First if dotted => first.map(Spot::Entity),
            Step::Last if dotted => last.map(Spot::Entity),
            Step::First => first.map(|_| Spot::Stop(lane, Stop::Minimum)),
            Step::Last => last.map(|_| Spot::Stop(lane, Stop::Maximum)),
            Step::Before | Step::Left if dotted || step == Step::Before => match self.entity(spot) {
                Some(entity) => index.before(entity).map(Spot::Entity).or(Some(whole)),
                None => None,
            },
            Step::After | Step::Right if dotted || step == Step::After => match self.entity(spot) {
                Some(entity) => index.after(entity).map(Spot::Entity),
                None => first.map(Spot::Entity),
            },
            Step::Right | Step::After => self.stop(spot, lane, true),
            Step::Left | Step::Before => {
                self.stop(spot, lane, false).or(Some(whole).filter(|whole| *whole != spot))
            }
        }
    }

    /// The next stop of a lane.
    fn stop(&self, spot: Spot, lane: usize, upwards: bool) -> Option<Spot> {
        let found = self.frame.index.quantiles(&[lane])?;
        let stops = || Stop::ALL.iter().copied().filter(|stop| self.frame.has_stop(lane, *stop));
        let next = match (spot, self.value(spot)) {
            (Spot::Stop(_, here), _) => {
                let place = stops().position(|stop| stop == here)?;
                let next = if upwards { Some(place + 1) } else { place.checked_sub(1) };
                next.and_then(|place| stops().nth(place))
            }
            (_, Some(value)) if upwards => stops().find(|stop| found.at(*stop) > value),
            (_, Some(value)) => stops().rev().find(|stop| found.at(*stop) < value),
            (_, None) => stops().next().filter(|_| upwards),
        };
        next.map(|stop| Spot::Stop(lane, stop))
    }

    /// The spot in the lane above or below, at the same stop or the nearest value.
    fn beside(&self, spot: Spot, below: bool) -> Option<Spot> {
        let lanes = &self.frame.lanes;
        let here = lanes.iter().position(|plan| plan.lane == self.lane(spot))?;
        let next = if below { Some(here + 1) } else { here.checked_sub(1) };
        let lane = lanes.get(next?)?.lane;
        let is_empty = self.frame.index.ends(lane).is_none();
        Some(match spot {
            _ if is_empty => Spot::Lane(lane),
            Spot::Lane(_) => Spot::Lane(lane),
            Spot::Stop(_, stop) if self.frame.has_stop(lane, stop) => Spot::Stop(lane, stop),
            Spot::Stop(..) => Spot::Stop(lane, Stop::Median),
            Spot::Entity(entity) => {
                let place = self.frame.index.scale().at(self.frame.subject.values.value(entity)?);
                self.frame.index.nearest(lane, place).map_or(Spot::Lane(lane), Spot::Entity)
            }
        })
    }
}
