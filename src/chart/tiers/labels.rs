//! What stands beside a bar: second lines, tags, examples, and the room they take.

use crate::chart::{Brief, Size};
use crate::dataset::TierRow;
use crate::geometry::Point;
use crate::locale::fill;
use crate::scene::{Anchor, Canvas, Label};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;
use crate::word::{Named, concat, joined};

/// Between a bar and its value.
pub(super) const VALUE_GAP: f64 = 10.0;

/// The length of the longest bar: as long as every tier's text still fits beside its own bar.
pub(super) fn bar_length(brief: &Brief<'_>, room: f64, largest: f64) -> f64 {
    let size = brief.layout.size.value();
    let tag = tag_width(brief) + TAG_GAP;
    // The asterisk of the chains takes room as a tag does.
    let star = if brief.indicator == "chains" { 14.0 } else { 0.0 };
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
    Tier::ALL.into_iter().filter_map(longest).fold(room, f64::min).max(24.0)
}

/// The line under a value.
pub(super) struct Second {
    pub(super) text: String,
    pub(super) derived: bool,
}

/// GDP carries its share of the province.
pub(super) fn second_line(brief: &Brief<'_>, tier: Tier) -> Option<Second> {
    if brief.indicator != "gdp" {
        return None;
    }
    let words = &brief.locale.tier_notes;
    let measure = brief.measure("gdp-share", tier);
    measure.quantity()?;
    let short =
        brief.layout.size < Size::W360 || (brief.layout.size.is_narrow() && !brief.locale.is_chinese());
    let template = if short { words.of_province_short } else { words.of_province };
    let share = brief.value("gdp-share", tier);
    // There English has room for the tag or for what the share is of.
    let bare = brief.layout.size < Size::W360 && !brief.locale.is_chinese() && measure.is_derived();
    let text = if bare { share } else { fill(template, &[("share", &share)]) };
    Some(Second { text, derived: measure.is_derived() })
}

const TAG_SIZE: f64 = 12.0;
/// Between a value and its tag.
pub(super) const TAG_GAP: f64 = 8.0;

pub(super) fn tag_width(brief: &Brief<'_>) -> f64 {
    text::width(brief.locale.ui.derived, TAG_SIZE, true)
}

/// The tag of a derived number.
pub(super) fn draw_tag(canvas: &Canvas, brief: &Brief<'_>, at: Point) {
    let content = brief.locale.ui.derived.to_owned();
    canvas.text(Label {
        at,
        content,
        size: TAG_SIZE,
        bold: true,
        role: Role::Derived,
        anchor: Anchor::Start,
    });
}

/// Counties that the source names in the tier, as many as fit; the list stays open.
pub(super) fn examples(brief: &Brief<'_>, row: &TierRow, room: f64) -> String {
    if brief.layout.size < Size::W760 {
        return String::new();
    }
    let named = brief.dataset.fact(&concat(&["tier", row.tier.word(), ".named"]));
    let codes = named.map_or(&[][..], |fact| &fact.counties);
    let counties = codes.iter().filter_map(|code| brief.dataset.county(code));
    let named: Vec<String> = counties.map(|county| crate::chart::map::short_name(brief, county)).collect();
    let list = |count: usize| {
        let names = named.iter().take(count).map(String::as_str);
        fill(brief.locale.ui.and_others, &[("list", &joined(brief.locale.ui.comma, names))])
    };
    let fitting = (1..=named.len().min(3)).rev().map(list).find(|text| brief.label_width(text) <= room);
    fitting.unwrap_or_default()
}
