//! Where everything stands: labels, lanes and axis.

use super::shape::{MOST_DOTS, dots};
use super::subject::{Subject, measured};
use super::words::words;
use crate::chart::ChartContext;
use crate::chart::index::{Axis, Index};
use crate::chart::table::Figure;
use crate::locale::{own_words, render};
use crate::quantity::{Qualifier, Quantity};
use crate::scene::{MarkKey, Stop};
use crate::text;

/// Beside the axis, so that the dots at its ends have room.
const MARGIN: f64 = 8.0;
/// Between the lanes' names and the axis.
const GUTTER: f64 = 16.0;
/// Height of the line with the median above a lane's values.
const HEAD: f64 = 19.0;
/// Height of the bracket between the quartiles below them, with the room above it.
const BRACKET: f64 = 10.0;
/// From line to line of a lane's texts.
pub(super) const LINE: f64 = 18.0;
/// Size of the smallest texts.
pub(super) const SMALL: f64 = 12.0;

/// Where a lane stands, and the texts beside it or, on phones, above it.
pub(super) struct LanePlan {
    pub(super) lane: usize,
    pub(super) top: f64,
    pub(super) height: f64,
    /// The level line of its values.
    pub(super) middle: f64,
    /// Its name in lines.
    pub(super) name: Vec<String>,
    /// How many entities have a value.
    pub(super) count: String,
    /// How many have none; empty where all have one.
    pub(super) without: String,
}

impl LanePlan {
    /// Where what shows its values begins, with the value of the median above.
    pub(super) fn values_top(&self, narrow: bool) -> f64 {
        if narrow { self.top + self.texts_height(narrow) + 3.0 } else { self.top }
    }

    /// Height of the texts.
    pub(super) fn texts_height(&self, narrow: bool) -> f64 {
        let lines = self.name.len() + usize::from(!narrow) + usize::from(!self.without.is_empty());
        lines as f64 * LINE
    }
}

/// The picture's plan.
pub(super) struct Frame<'a> {
    pub(super) context: &'a ChartContext<'a>,
    pub(super) subject: &'a Subject<'a>,
    pub(super) index: Index<'a>,
    /// Whether every entity is a dot.
    pub(super) is_dotted: bool,
    /// How many entities a column has at full thickness.
    pub(super) fullest: usize,
    pub(super) narrow: bool,
    /// Where the axis begins.
    pub(super) left: f64,
    /// Height of what shows the values of a lane.
    pub(super) band: f64,
    /// The entity that the reader chose, where it is no dot.
    pub(super) chosen: Option<usize>,
    /// The lanes that are drawn, from top to bottom.
    pub(super) lanes: Vec<LanePlan>,
    /// How exactly the values of each lane are given together; empty where all are exact.
    hedges: Vec<Option<Qualifier>>,
}

impl<'a> Frame<'a> {
    /// The plan, with dots where they fit, else with the columns of `index`.
    pub(super) fn new(
        context: &'a ChartContext<'a>,
        subject: &'a Subject<'a>,
        index: impl FnOnce() -> Index<'a>,
    ) -> Self {
        let size = context.layout.size;
        let (narrow, left) = (size.is_narrow(), left(context, subject));
        // The height of shapes, and what stacks of dots may have.
        let (band, most) = size.pick([(40.0, 60.0), (44.0, 64.0), (48.0, 64.0), (56.0, 70.0), (60.0, 72.0)]);
        let made = |column| Index::new(subject.values, subject.classes.len(), axis(context, subject, column));
        let few = subject.values.values.len() <= MOST_DOTS;
        let dotted = few.then(|| dots(most, made)).flatten();
        let is_dotted = dotted.is_some();
        let index = dotted.unwrap_or_else(index);
        let fullest = index.fullest();
        let band = if is_dotted { (fullest as f64 * index.axis().column).max(30.0) } else { band };
        let mut frame = Frame {
            context,
            subject,
            is_dotted,
            fullest,
            narrow,
            left,
            band,
            chosen: None,
            lanes: Vec::new(),
            hedges: hedges(subject),
            index,
        };
        frame.chosen = frame.chosen();
        frame.lanes = frame.lanes();
        frame
    }

    /// Every class, and those without one where these have values.
    fn lanes(&self) -> Vec<LanePlan> {
        let classless = self.subject.classes.len();
        let is_drawn = |lane: &usize| *lane < classless || self.index.lane(*lane).with > 0;
        let mut top = self.legend_height();
        let mut plans = Vec::new();
        for lane in (0..=classless).filter(is_drawn) {
            let plan = self.lane_plan(lane, top);
            top += plan.height;
            plans.push(plan);
        }
        plans
    }

    fn lane_plan(&self, lane: usize, top: f64) -> LanePlan {
        let (context, words) = (self.context, words(self.context.locale));
        let count = self.index.lane(lane);
        let without = render(words.without, &[("n", &context.locale.number(count.without as f64))]);
        let beside = self.left - MARGIN - GUTTER;
        let room = if self.narrow { (context.layout.width - GUTTER) / 2.0 } else { beside };
        let plain = Size { pixels: context.layout.size.label(), bold: false };
        let bold = Size { pixels: self.name_size(), bold: true };
        let number = context.locale.number(count.with as f64);
        let counted = plain.fitting(&[&self.counted(count.with), &number], room);
        let room = if self.narrow { context.layout.width - plain.width(&counted) - GUTTER } else { beside };
        let without =
            Size::SMALL.fitting(&[&without], if self.narrow { context.layout.width } else { beside });
        let mut plan = LanePlan {
            lane,
            top,
            height: 0.0,
            middle: 0.0,
            name: bold.lines(self.lane_name(lane), room, 2),
            count: counted,
            without: if count.without > 0 { without } else { String::new() },
        };
        let (texts, values) = (plan.texts_height(self.narrow), HEAD + self.band + BRACKET);
        let above = if self.narrow { texts + 3.0 } else { (texts - values).max(0.0) / 2.0 };
        plan.middle = top + above + HEAD + self.band / 2.0;
        plan.height = if self.narrow { above + values + 14.0 } else { values.max(texts) + 12.0 };
        plan
    }

    /// The code of the entity that the reader chose.
    pub(super) fn chosen_code(&self) -> Option<&'a str> {
        match self.context.mark {
            Some(MarkKey::County(code)) => Some(code),
            _ => self.context.county,
        }
    }

    /// The entity with a value that the reader chose.
    fn chosen(&self) -> Option<usize> {
        let code = self.chosen_code().filter(|_| !self.is_dotted)?;
        let found = self.subject.entities.place(code)?;
        self.subject.values.value(found).map(|_| found)
    }

    /// The value of an entity with its unit and how exactly it is given.
    pub(super) fn told(&self, entity: usize) -> String {
        let values = self.subject.values;
        let value = (self.subject.figure)(values.value(entity).unwrap_or_default());
        self.context.locale.hedged(values.qualifier(entity), &value)
    }

    /// A value of some lanes with its unit: how exactly it is given where an entity has it, as the smallest and the largest; else
    /// it comes of all their values, and is as exact as these.
    pub(super) fn figure(&self, lanes: &[usize], value: f64, is_held: bool) -> String {
        self.context.locale.hedged(self.hedge(lanes, value, is_held), &(self.subject.figure)(value))
    }

    /// The same in a table.
    pub(super) fn cell(&self, lane: usize, value: f64, is_held: bool) -> Figure {
        let figure = (self.subject.cell)(value);
        match self.hedge(&[lane], value, is_held) {
            Qualifier::Exact => figure,
            hedge => Figure::worded(self.context.locale.hedged(hedge, &figure.text)),
        }
    }

    pub(super) fn hedge(&self, lanes: &[usize], value: f64, is_held: bool) -> Qualifier {
        if self.hedges.is_empty() {
            return Qualifier::Exact;
        }
        let hedges: Vec<Qualifier> = if is_held {
            let (_, first) = self.tied(lanes, value);
            first.into_iter().map(|entity| self.subject.values.qualifier(entity)).collect()
        } else {
            lanes.iter().filter_map(|lane| *self.hedges.get(*lane)?).collect()
        };
        let of_all =
            |one: Qualifier, other: Qualifier| if is_held && one == other { one } else { one.and(other) };
        hedges.into_iter().reduce(of_all).unwrap_or(Qualifier::Exact)
    }

    /// The lane of an entity.
    pub(super) fn lane_of(&self, entity: usize) -> usize {
        self.subject.values.lane(entity, self.subject.classes.len())
    }

    /// What a stop is called.
    pub(super) fn stop_word(&self, stop: Stop) -> &'static str {
        let [least, lower, median, upper, greatest] = words(self.context.locale).stops;
        let [least, greatest] = self.subject.ends([least, greatest]);
        match stop {
            Stop::Minimum => least,
            Stop::LowerQuartile => lower,
            Stop::Median => median,
            Stop::UpperQuartile => upper,
            Stop::Maximum => greatest,
        }
    }

    /// The name of a lane.
    pub(super) fn lane_name(&self, lane: usize) -> &'a str {
        self.subject.lane_name(self.context.locale, lane)
    }

    pub(super) fn name_size(&self) -> f64 {
        self.context.layout.size.label() + 1.0
    }

    /// Where a value stands in the picture.
    pub(super) fn x(&self, value: f64) -> f64 {
        self.left + self.index.scale().at(value)
    }

    /// Length of the axis.
    pub(super) fn length(&self) -> f64 {
        self.index.axis().length
    }

    /// Whether the filter keeps a lane. Those without a class may be of any.
    pub(super) fn keeps(&self, lane: usize) -> bool {
        self.subject.keeps(self.context.tiers, lane)
    }

    /// How many entities of some lanes have this value, and the first few of them. Where it is the highest of all, those that
    /// have more than that are above the others, and the others above those that have less; the lowest likewise.
    fn tied(&self, lanes: &[usize], value: f64) -> (usize, Vec<usize>) {
        let (count, first) = self.index.tied(lanes, value);
        // Of many, only some are known by name.
        if count > first.len() || self.hedges.is_empty() {
            return (count, first);
        }
        let ends = self.index.quantiles(lanes).filter(|found| found.minimum < found.maximum);
        let Some(found) = ends else { return (count, first) };
        let outwards = match value {
            _ if value == found.maximum => 1,
            _ if value == found.minimum => -1,
            _ => return (count, first),
        };
        let rank = |entity: &usize| outwards * self.subject.values.qualifier(*entity).side();
        let best = first.iter().map(rank).max();
        let first: Vec<usize> = first.into_iter().filter(|entity| Some(rank(entity)) == best).collect();
        (first.len(), first)
    }

    /// Who has this value in some lanes: by name if they are few, else how many they are. So “lowest” is true of each.
    pub(super) fn holders(&self, lanes: &[usize], value: f64) -> String {
        let locale = self.context.locale;
        let (count, first) = self.tied(lanes, value);
        let name = |entity: &usize| self.subject.entities.name(*entity, locale.language).to_owned();
        let names: Vec<String> = first.iter().map(name).collect();
        if count <= names.len() {
            return locale.list(&names);
        }
        self.counted(count)
    }

    /// A value that some lanes end with, which several may have; in all its digits if it is to be fine.
    pub(super) fn held(&self, lanes: &[usize], value: f64, is_fine: bool) -> String {
        let locale = self.context.locale;
        let figure = match measured(self.context).filter(|_| is_fine) {
            Some((indicator, _)) => {
                let all_digits = locale.fine(&Quantity::printed(value), indicator);
                locale.hedged(self.hedge(lanes, value, true), &all_digits)
            }
            None => self.figure(lanes, value, true),
        };
        match self.tied(lanes, value).0 {
            0 | 1 => figure,
            _ => render(own_words(locale.language).each, &[("value", &figure)]),
        }
    }

    /// A number of entities with their noun.
    pub(super) fn counted(&self, count: usize) -> String {
        self.context.locale.counted(count as f64, &self.subject.noun)
    }
}

/// How exactly the values of each lane are given together.
fn hedges(subject: &Subject<'_>) -> Vec<Option<Qualifier>> {
    if subject.values.qualifiers.is_empty() {
        return Vec::new();
    }
    let mut hedges: Vec<Option<Qualifier>> = vec![None; subject.classes.len() + 1];
    for entity in (0..subject.values.values.len()).filter(|entity| subject.values.value(*entity).is_some()) {
        let own = subject.values.qualifier(entity);
        if let Some(lane) = hedges.get_mut(subject.values.lane(entity, subject.classes.len())) {
            *lane = Some(lane.map_or(own, |others| others.and(own)));
        }
    }
    hedges
}

/// Where the axis begins.
fn left(context: &ChartContext<'_>, subject: &Subject<'_>) -> f64 {
    let narrow = context.layout.size.is_narrow();
    MARGIN + if narrow { 0.0 } else { names_width(context, subject) + GUTTER }
}

/// The axis with columns of this width.
pub(super) fn axis(context: &ChartContext<'_>, subject: &Subject<'_>, column: f64) -> Axis {
    let length = context.layout.width - left(context, subject) - MARGIN;
    Axis { is_log: subject.is_log, length, column }
}

/// How wide the texts beside lanes are, which take a quarter of the picture at most.
fn names_width(context: &ChartContext<'_>, subject: &Subject<'_>) -> f64 {
    let size = context.layout.size.label();
    let words = words(context.locale);
    let names = subject.classes.iter().map(|class| text::width(class.name, size + 1.0, true));
    // A number with as many digits as that of a class may have.
    let count = subject.values.values.len();
    let count = count - count / 9;
    let counted = text::width(&context.locale.counted(count as f64, &subject.noun), size, false);
    let without = text::width(
        &render(words.without, &[("n", &context.locale.number((count / 10) as f64))]),
        SMALL,
        false,
    );
    let widest = names.chain([counted, without]).fold(0.0, f64::max);
    widest.ceil().min((context.layout.width * 0.25).round())
}

/// How large a text is set.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub(super) pixels: f64,
    pub(super) bold: bool,
}

impl Size {
    /// That of the smallest texts.
    pub(super) const SMALL: Size = Size { pixels: SMALL, bold: false };

    pub(super) fn width(self, content: &str) -> f64 {
        text::width(content, self.pixels, self.bold)
    }

    /// The text in lines of at most `room`; what does not fit into `most` lines is cut, and a sign says so.
    pub(super) fn lines(self, content: &str, room: f64, most: usize) -> Vec<String> {
        text::wrap_cut(content, self.pixels, self.bold, room, most)
    }

    /// The first of the texts that fits into `room`; else the last, cut.
    pub(super) fn fitting(self, texts: &[&str], room: f64) -> String {
        let fits = texts.iter().find(|content| self.width(content) <= room);
        let cut = || self.lines(texts.last().copied().unwrap_or_default(), room, 1).concat();
        fits.map_or_else(cut, |content| (*content).to_owned())
    }
}
