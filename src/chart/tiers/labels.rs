//! What stands beside a bar: second lines, tags, examples, and the room they take.

use crate::chart::tag::{TAG_GAP, tag_width};
use crate::chart::template::rounded;
use crate::chart::{ChartContext, Size};
use crate::dataset::TierRow;
use crate::locale::render;
use crate::text;
use crate::tier::Tier;
use crate::word::text;

/// Between a bar and its value.
pub(super) const VALUE_GAP: f64 = 10.0;

/// The length of the longest bar: as long as every tier's text still fits beside its own bar.
pub(super) fn bar_length(context: &ChartContext<'_>, room: f64, largest: f64) -> f64 {
    let size = context.layout.size.value();
    let tag = tag_width(context) + TAG_GAP;
    // An asterisk takes room as a tag does.
    let star = if context.is_total_off(context.indicator) { 14.0 } else { 0.0 };
    let tagged = |derived: bool| if derived { tag } else { star };
    let longest = |tier: Tier| {
        let measure = context.measure(context.indicator, tier);
        let part = measure.quantity()?.high / largest;
        let first =
            text::width(&context.value(context.indicator, tier), size, true) + tagged(measure.is_derived());
        let second = second_line(context, tier)
            .map_or(0.0, |line| context.label_width(&line.text) + tagged(line.derived));
        let beside = first.max(second) + VALUE_GAP + 8.0;
        (part > 0.0).then(|| (room - beside) / part)
    };
    context.dataset.tiers.iter().map(|row| row.tier).filter_map(longest).fold(room, f64::min).max(24.0)
}

/// The line under a value.
pub(super) struct Second {
    pub(super) text: String,
    pub(super) derived: bool,
}

/// An indicator with a share carries it, where its story says of what.
pub(super) fn second_line(context: &ChartContext<'_>, tier: Tier) -> Option<Second> {
    let story = super::story(context)?;
    let indicator = context.dataset.indicator(context.indicator)?.share;
    let measure = context.measure(indicator, tier);
    let quantity = measure.quantity()?;
    if story.beside.is_empty() {
        return None;
    }
    let size = context.layout.size;
    let wordy = size.is_narrow() && !context.locale.is_dense();
    let template = if size < Size::W360 || wordy { story.beside_short } else { story.beside };
    let share = context.value(indicator, tier);
    // On phones there is room for the tag or for what the share is of, on the narrowest not for its range either.
    let text = match (wordy && measure.is_derived(), size < Size::W360) {
        (true, true) => render(context.locale.shares.about, &[("share", &rounded(&quantity))]),
        (true, false) => share,
        _ => context.tell(template, &[("share", &share)]),
    };
    Some(Second { text, derived: measure.is_derived() })
}

/// Size of the examples, and from line to line.
pub(super) const EXAMPLE: (f64, f64) = (12.0, 14.0);

/// Counties that the article names in the tier, all of them, in lines of at most `room`; the list stays open. No name
/// is cut.
pub(super) fn examples(context: &ChartContext<'_>, row: &TierRow, room: f64) -> Vec<String> {
    let ui = &context.locale.ui;
    let named = context.dataset.fact(row.named);
    let codes = named.map_or(&[][..], |fact| &fact.counties);
    let mut lines: Vec<String> = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        let name = context.dataset.county(code).map_or_else(String::new, |county| context.short_name(county));
        let is_last = index + 1 == codes.len();
        let name =
            if is_last { render(ui.and_others, &[("list", &name)]) } else { text!("{name}{ui.comma}") };
        let fits = |line: &&mut String| text::width(&text!("{line}{name}"), EXAMPLE.0, false) <= room;
        match lines.last_mut().filter(fits) {
            Some(line) => line.push_str(&name),
            None => lines.push(name),
        }
    }
    lines
}
