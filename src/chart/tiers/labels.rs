//! What stands beside a bar: second lines, tags, examples, and the room they take.

use crate::chart::tag::{TAG_GAP, tag_width};
use crate::chart::template::rounded;
use crate::chart::{Brief, Size};
use crate::dataset::TierRow;
use crate::locale::fill;
use crate::text;
use crate::tier::Tier;
use crate::word::concat;

/// Between a bar and its value.
pub(super) const VALUE_GAP: f64 = 10.0;

/// The length of the longest bar: as long as every tier's text still fits beside its own bar.
pub(super) fn bar_length(brief: &Brief<'_>, room: f64, largest: f64) -> f64 {
    let size = brief.layout.size.value();
    let tag = tag_width(brief) + TAG_GAP;
    // An asterisk takes room as a tag does.
    let star = if brief.is_total_off(brief.indicator) { 14.0 } else { 0.0 };
    let tagged = |derived: bool| if derived { tag } else { star };
    let longest = |tier: Tier| {
        let measure = brief.measure(brief.indicator, tier);
        let part = measure.quantity()?.high / largest;
        let first =
            text::width(&brief.value(brief.indicator, tier), size, true) + tagged(measure.is_derived());
        let second =
            second_line(brief, tier).map_or(0.0, |line| brief.label_width(&line.text) + tagged(line.derived));
        let beside = first.max(second) + VALUE_GAP + 8.0;
        (part > 0.0).then(|| (room - beside) / part)
    };
    brief.dataset.tiers.iter().map(|row| row.tier).filter_map(longest).fold(room, f64::min).max(24.0)
}

/// The line under a value.
pub(super) struct Second {
    pub(super) text: String,
    pub(super) derived: bool,
}

/// An indicator with a share carries it, where its story says of what.
pub(super) fn second_line(brief: &Brief<'_>, tier: Tier) -> Option<Second> {
    let story = super::story(brief)?;
    let indicator = brief.dataset.indicator(brief.indicator)?.share;
    let measure = brief.measure(indicator, tier);
    let quantity = measure.quantity()?;
    if story.beside.is_empty() {
        return None;
    }
    let size = brief.layout.size;
    let wordy = size.is_narrow() && !brief.locale.is_dense();
    let template = if size < Size::W360 || wordy { story.beside_short } else { story.beside };
    let share = brief.value(indicator, tier);
    // On phones there is room for the tag or for what the share is of, on the narrowest not for its range either.
    let text = match (wordy && measure.is_derived(), size < Size::W360) {
        (true, true) => fill(brief.locale.shares.about, &[("share", &rounded(&quantity))]),
        (true, false) => share,
        _ => brief.tell(template, &[("share", &share)]),
    };
    Some(Second { text, derived: measure.is_derived() })
}

/// Size of the examples, and from line to line.
pub(super) const EXAMPLE: (f64, f64) = (12.0, 14.0);

/// Counties that the article names in the tier, all of them, in lines of at most `room`; the list stays open. No name
/// is cut.
pub(super) fn examples(brief: &Brief<'_>, row: &TierRow, room: f64) -> Vec<String> {
    let ui = &brief.locale.ui;
    let named = brief.dataset.fact(row.named);
    let codes = named.map_or(&[][..], |fact| &fact.counties);
    let mut lines: Vec<String> = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        let name = brief.dataset.county(code).map_or_else(String::new, |county| brief.short_name(county));
        let is_last = index + 1 == codes.len();
        let name = if is_last { fill(ui.and_others, &[("list", &name)]) } else { concat(&[&name, ui.comma]) };
        let fits = |line: &&mut String| text::width(&concat(&[line, &name]), EXAMPLE.0, false) <= room;
        match lines.last_mut().filter(fits) {
            Some(line) => line.push_str(&name),
            None => lines.push(name),
        }
    }
    lines
}
