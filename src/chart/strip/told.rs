//! Headline and notes.

use super::frame::Frame;
use super::subject::{Nature, measured};
use super::words::words;
use crate::chart::headline::none_selected;
use crate::chart::{Headline, Marker, Note};
use crate::locale::render;
use crate::quantity::trimmed;
use crate::word::{joined, text};

pub(super) fn headline(frame: &Frame<'_>) -> Headline {
    let (context, subject, words) = (frame.context, frame.subject, words(frame.context.locale));
    let index = &frame.index;
    let kept: Vec<usize> =
        frame.lanes.iter().map(|plan| plan.lane).filter(|lane| told(frame, *lane)).collect();
    if kept.is_empty() {
        return none_selected(context);
    }
    let (title, tiers) = (("title", subject.title), names(frame));
    let tiers = ("tiers", &*tiers);
    let pick = |[whole, part]: [&'static str; 2]| if is_whole(frame) { whole } else { part };
    let Some(found) = index.quantiles(&kept) else {
        return Headline::new(render(pick(words.heading_none), &[title, tiers]), String::new());
    };
    let is_equal = found.minimum == found.maximum;
    let of_all = |value| frame.figure(&kept, value, is_equal);
    let [median, low, high] = [found.median, found.lower, found.upper].map(of_all);
    let ends = [found.minimum, found.maximum];
    // Two values that differ never have the same figure here.
    let [low_figure, high_figure] = ends.map(subject.figure);
    let is_fine = !is_equal && low_figure == high_figure;
    let [minimum, maximum] = ends.map(|value| frame.held(&kept, value, is_fine));
    let count = kept.iter().map(|lane| index.lane(*lane).with).sum();
    let heading = match (is_equal, count) {
        (true, 1) => words.heading_one,
        (true, _) => words.heading_equal,
        (false, _) => words.heading,
    };
    let spread = frame.spread(&kept, &found, [&low, &high]);
    let values = [title, tiers, ("median", &median), ("spread", &spread)];
    let heading = render(pick(heading), &values);
    let heading = if origin(frame).is_some() {
        render(context.locale.tiers.tagged, &[("text", &heading)])
    } else {
        heading
    };
    let counted = frame.counted(count);
    let counted = if missing(frame) == 0 { counted } else { render(words.with_value, &[("n", &counted)]) };
    let [first, last] = ends.map(|value| frame.holders(&kept, value));
    let [(first, minimum), (last, maximum)] = subject.ends([(first, minimum), (last, maximum)]);
    let values = [
        tiers,
        ("n", &*counted),
        ("first", &*first),
        ("minimum", &*minimum),
        ("last", &*last),
        ("maximum", &*maximum),
    ];
    let summary = match subject.nature {
        _ if is_equal => words.summary_equal,
        Nature::Year => words.summary_years,
        Nature::Number | Nature::Rank => words.summary,
    };
    let summary = render(pick(summary), &values);
    let medians = medians(frame, &kept);
    let gap = if medians.is_empty() { "" } else { context.locale.ui.space };
    let [hints, keys] =
        [words.hints, words.keys].map(|[dots, shapes]| if frame.is_dotted { dots } else { shapes });
    Headline { hint: hints, keys, ..Headline::new(heading, text!("{summary}{gap}{medians}")) }
}

/// What the values are called, and how they are calculated; `None` where the source has them.
fn origin<'a>(frame: &Frame<'a>) -> Option<[&'a str; 2]> {
    let (indicator, values) = measured(frame.context)?;
    let language = frame.context.locale.language;
    (!values.origin.is_empty()).then(|| [indicator.title.get(language), values.origin.get(language)])
}

/// Whether the headline speaks of a lane. Of those without a class it speaks only where nothing is left out: they may be of
/// any class.
fn told(frame: &Frame<'_>, lane: usize) -> bool {
    frame.keeps(lane) && (is_whole(frame) || frame.subject.tier(lane).is_some())
}

/// How many without a value the headline leaves out. Those without a class have no lane in the picture where none has a value.
fn missing(frame: &Frame<'_>) -> usize {
    let lanes = frame.index.extent().lanes.iter().enumerate().filter(|(lane, _)| told(frame, *lane));
    lanes.map(|(_, lane)| lane.without).sum()
}

/// Whether the filter keeps all classes.
fn is_whole(frame: &Frame<'_>) -> bool {
    (0..frame.subject.classes.len()).all(|lane| frame.keeps(lane))
}

/// The classes that the filter keeps.
fn names(frame: &Frame<'_>) -> String {
    let kept = (0..frame.subject.classes.len()).filter(|lane| frame.keeps(*lane));
    let names: Vec<String> = kept.map(|lane| frame.lane_name(lane).to_owned()).collect();
    frame.context.locale.list(&names)
}

/// The medians of the classes where several are told of.
fn medians(frame: &Frame<'_>, kept: &[usize]) -> String {
    let (locale, words) = (frame.context.locale, words(frame.context.locale));
    let median = |lane: &usize| {
        let class = frame.subject.classes.get(*lane)?;
        let value = frame.figure(&[*lane], frame.index.quantiles(&[*lane])?.median, false);
        Some(render(words.class_median, &[("class", class.name), ("value", &value)]))
    };
    let found: Vec<String> = kept.iter().filter_map(median).collect();
    if found.len() < 2 {
        return String::new();
    }
    render(words.medians, &[("list", &joined(locale.ui.comma, found.iter().map(String::as_str)))])
}

pub(super) fn notes(frame: &Frame<'_>) -> Vec<Note> {
    let (context, subject, index) = (frame.context, frame.subject, &frame.index);
    let [dots, thickness, without, classless, quartiles, log] = words(context.locale).notes;
    let language = context.locale.language;
    let mut notes = Vec::new();
    if let Some([title, origin]) = origin(frame) {
        let ui = &context.locale.ui;
        notes.push(Note::new(Marker::Derived, text!("{title}{ui.colon}{origin}{ui.stop}")));
    }
    let mut push = |stands: bool, marker, template, values: &[(&str, &str)]| {
        if stands {
            notes.push(Note::new(marker, render(template, values)));
        }
    };
    let has_values = frame.fullest > 0;
    let one = [("one", subject.noun.after(1.0, language)), ("n", &frame.counted(1))];
    push(has_values && frame.is_dotted, Marker::None, dots, &one);
    let full = frame.counted(frame.fullest);
    let width = trimmed(index.axis().column, 0);
    let entities = ("entities", subject.noun.name.get(language));
    let values = [entities, ("width", &width), ("n", &full)];
    push(has_values && !frame.is_dotted, Marker::None, thickness, &values);
    push(has_values, Marker::Derived, quartiles, &[]);
    push(has_values && index.scale().is_log(), Marker::None, log, &[]);
    let missing = missing(frame);
    push(missing > 0, Marker::None, without, &[("n", &frame.counted(missing))]);
    let other = index.lane(subject.classes.len());
    let other = other.with + other.without;
    push(other > 0, Marker::None, classless, &[("n", &frame.counted(other))]);
    notes
}
