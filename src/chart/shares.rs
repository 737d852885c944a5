//! Counties, chains and GDP as three whole bars, joined by ribbons.

use super::table::Table;
use super::tiers::{none_selected, rounded, sum_of_tiers, table};
use super::{Brief, Chart, FilterEffect, Marker, Note, Telling};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::quantity::{Quantity, trimmed};
use crate::scene::{Anchor, Canvas, Fill, Label, Mark, Scene, Stroke};
use crate::text;
use crate::theme::Role;
use crate::tier::Tier;

/// The three whole bars.
pub(super) struct Shares;

impl Chart for Shares {
    fn filter_effect(&self) -> FilterEffect {
        FilterEffect::Dims
    }

    fn telling(&self, brief: &Brief<'_>) -> Telling {
        if brief.tiers.is_empty() {
            return none_selected(brief);
        }
        let words = &brief.locale.shares;
        let one = brief.tiers.single().filter(|tier| *tier != Tier::One);
        let heading = match one {
            Some(tier) => about_tier(brief, words.heading_one, tier),
            None => fill(
                words.heading,
                &[
                    ("total", &brief.printed("total.counties")),
                    ("count", &brief.counties(Tier::One)),
                    ("share", &gdp_share(brief, Tier::One)),
                ],
            ),
        };
        if !brief.is_whole() {
            return Telling::new(heading, brief.part_summary());
        }
        let summary = fill(
            words.summary,
            &[
                ("county_share", &percent(county_share(brief, Tier::One))),
                ("chain_share", &percent(chain_share(brief, Tier::One))),
                ("gdp_share", &gdp_share(brief, Tier::One)),
                ("county_share_4", &percent(county_share(brief, Tier::Four))),
                ("gdp_share_4", &gdp_share(brief, Tier::Four)),
            ],
        );
        Telling::new(heading, summary)
    }

    fn draw(&self, brief: &Brief<'_>) -> Scene {
        let bars = Bars::new(brief);
        let canvas = Canvas::new(brief.layout.width, bars.height());
        bars.draw(&canvas);
        canvas.finish(self.telling(brief).heading)
    }

    fn notes(&self, brief: &Brief<'_>) -> Vec<Note> {
        let words = &brief.locale.shares;
        let (stated, sum) = (brief.printed("total.chains"), trimmed(sum_of_tiers(brief, "chains"), 0));
        let range = brief.value("gdp-share", Tier::One);
        let derived: Vec<String> = Tier::ALL
            .into_iter()
            .filter(|tier| brief.measure("county-share", *tier).is_derived())
            .map(|tier| percent(county_share(brief, tier)))
            .collect();
        vec![
            Note::new(Marker::Asterisk, fill(words.chains_note, &[("stated", &stated), ("sum", &sum)])),
            Note::new(
                Marker::Derived,
                fill(words.share_note, &[("range", &range), ("rounded", &gdp_share(brief, Tier::One))]),
            ),
            Note::new(Marker::Derived, fill(words.county_note, &[("list", &brief.locale.list(&derived))])),
            Note::new(Marker::None, words.whole_note),
        ]
    }

    fn table(&self, brief: &Brief<'_>) -> Table {
        table(brief)
    }
}

fn about_tier(brief: &Brief<'_>, template: &str, tier: Tier) -> String {
    let noun = brief.dataset.tier(tier).map_or_else(String::new, |row| {
        if brief.locale.is_chinese() { brief.name(row).to_owned() } else { brief.tier_counties(row) }
    });
    fill(
        template,
        &[
            ("count", &brief.counties(tier)),
            ("tier", &noun),
            ("county_share", &percent(county_share(brief, tier))),
            ("gdp_share", &gdp_share(brief, tier)),
        ],
    )
}

fn percent(value: f64) -> String {
    format!("{}%", trimmed(value, 1))
}

fn county_share(brief: &Brief<'_>, tier: Tier) -> f64 {
    brief.measure("county-share", tier).quantity().map_or(0.0, |share| share.middle())
}

/// A tier's part in the sum of the tiers' chains, which is the only whole they add up to.
fn chain_share(brief: &Brief<'_>, tier: Tier) -> f64 {
    let own = brief.measure("chains", tier).quantity().map_or(0.0, |chains| chains.low);
    own / sum_of_tiers(brief, "chains") * 100.0
}

/// A tier's share of GDP as shown: printed, or about so much.
fn gdp_share(brief: &Brief<'_>, tier: Tier) -> String {
    match brief.measure("gdp-share", tier).quantity() {
        Some(share) if share.derived => fill(brief.locale.shares.about, &[("share", &rounded(&share))]),
        Some(share) => percent(share.middle()),
        None => brief.locale.ui.not_published.to_owned(),
    }
}

/// One of the three bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bar {
    Counties,
    Chains,
    Gdp,
}

impl Bar {
    const ALL: [Bar; 3] = [Bar::Counties, Bar::Chains, Bar::Gdp];

    const fn index(self) -> usize {
        match self {
            Bar::Counties => 0,
            Bar::Chains => 1,
            Bar::Gdp => 2,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Bar::Counties => "counties",
            Bar::Chains => "chains",
            Bar::Gdp => "gdp",
        }
    }

    /// The length of a tier's segment, in percent of the bar.
    fn length(self, brief: &Brief<'_>, tier: Tier) -> f64 {
        match self {
            Bar::Counties => county_share(brief, tier),
            Bar::Chains => chain_share(brief, tier),
            Bar::Gdp => {
                // The published shares and the middle of the derived one; scaled, as they add up to 99.95.
                let share =
                    |tier| brief.measure("gdp-share", tier).quantity().map_or(0.0, |s: Quantity| s.middle());
                let total: f64 = Tier::ALL.into_iter().map(share).sum();
                share(tier) / total * 100.0
            }
        }
    }

    fn share(self, brief: &Brief<'_>, tier: Tier) -> String {
        match self {
            Bar::Counties => percent(county_share(brief, tier)),
            Bar::Chains => percent(chain_share(brief, tier)),
            Bar::Gdp => gdp_share(brief, tier),
        }
    }

    /// The absolute value in a segment.
    fn value(self, brief: &Brief<'_>, tier: Tier) -> String {
        match (self, brief.locale.is_chinese()) {
            (Bar::Gdp, true) => brief.value("gdp", tier).trim_end_matches('元').to_owned(),
            (Bar::Gdp, false) => brief.value("gdp", tier),
            (_, true) => brief.value(self.key(), tier),
            (_, false) => {
                let count = brief.measure(self.key(), tier).quantity().map_or(0.0, |count| count.low);
                brief.locale.number(count)
            }
        }
    }
}

/// Where the bars stand.
struct Bars<'a> {
    brief: &'a Brief<'a>,
    narrow: bool,
    left: f64,
    width: f64,
    /// Top of the first bar.
    top: f64,
    bar: f64,
    pitch: f64,
    /// The tier the chart speaks of.
    emphasised: Tier,
}

/// Room between segments.
const PART: f64 = 2.0;

impl<'a> Bars<'a> {
    fn new(brief: &'a Brief<'a>) -> Self {
        let size = brief.layout.size;
        let narrow = size.is_narrow();
        let left = size.pick([0.0, 0.0, 100.0, 118.0, 132.0]);
        Bars {
            brief,
            narrow,
            left,
            width: brief.layout.width - left,
            top: if narrow { 54.0 } else { 26.0 },
            bar: if narrow { 44.0 } else { 54.0 },
            pitch: if narrow { 108.0 } else { 116.0 },
            emphasised: brief.tiers.single().unwrap_or(Tier::One),
        }
    }

    fn bar_top(&self, bar: Bar) -> f64 {
        self.top + bar.index() as f64 * self.pitch
    }

    fn height(&self) -> f64 {
        self.bar_top(Bar::Gdp) + self.bar + if self.narrow { 30.0 } else { self.sentence() + 16.0 }
    }

    /// From the last bar's foot to the sentence under it: below a label that found no room in the bar.
    fn sentence(&self) -> f64 {
        if self.brief.layout.size == super::Size::W560 { 50.0 } else { 31.0 }
    }

    fn domain(&self, canvas: &Canvas, bar: Bar) -> crate::scene::Band {
        let frame = Rect::new(self.left, self.bar_top(bar), self.width, self.bar);
        canvas.plot(frame, 0.0..100.0)
    }

    /// Start and end of a tier's segment, in percent.
    fn span(&self, bar: Bar, tier: Tier) -> (f64, f64) {
        let before = Tier::ALL.into_iter().filter(|other| *other < tier);
        let start: f64 = before.map(|other| bar.length(self.brief, other)).sum();
        (start, start + bar.length(self.brief, tier))
    }

    /// Left and right edge of a tier's segment in pixels, without the room between segments.
    fn edges(&self, canvas: &Canvas, bar: Bar, tier: Tier) -> (f64, f64) {
        let (start, end) = self.span(bar, tier);
        let band = self.domain(canvas, bar);
        let part = |at: bool| if at { PART / 2.0 } else { 0.0 };
        (band.x(start) + part(tier != Tier::One), band.x(end) - part(tier != Tier::Four))
    }

    fn draw(&self, canvas: &Canvas) {
        for (upper, lower) in [(Bar::Counties, Bar::Chains), (Bar::Chains, Bar::Gdp)] {
            for tier in self.brief.tiers.iter() {
                self.draw_ribbon(canvas, upper, lower, tier);
            }
        }
        self.draw_tier_names(canvas);
        for bar in Bar::ALL {
            self.draw_bar_name(canvas, bar);
            for tier in Tier::ALL {
                self.draw_segment(canvas, bar, tier);
            }
        }
        if !self.narrow && !self.brief.tiers.is_empty() {
            self.draw_bracket(canvas);
        }
    }

    fn draw_ribbon(&self, canvas: &Canvas, upper: Bar, lower: Bar, tier: Tier) {
        const AIR: f64 = 3.0;
        let (above, below) = (self.edges(canvas, upper, tier), self.edges(canvas, lower, tier));
        let top = self.bar_top(upper) + self.bar + AIR;
        let bottom = if self.narrow { top + 31.0 } else { self.bar_top(lower) - AIR };
        let opacity = if tier == self.emphasised { 0.30 } else { 0.11 };
        let points = [
            Point::new(above.0, top),
            Point::new(above.1, top),
            Point::new(below.1, bottom),
            Point::new(below.0, bottom),
        ];
        canvas.polygon(&points, Fill::new(Role::Tier(tier)).faded(opacity));
    }

    fn draw_tier_names(&self, canvas: &Canvas) {
        let brief = self.brief;
        let mut free = self.left;
        for row in &brief.dataset.tiers {
            let (start, end) = self.edges(canvas, Bar::Counties, row.tier);
            let kept = brief.tiers.contains(row.tier);
            let (role, bold) = if kept { (Role::TierText(row.tier), true) } else { (Role::Ink2, false) };
            let mut content = brief.name(row);
            let size = if self.narrow { 12.0 } else { brief.layout.size.label() };
            // Where neighbours are too close for "Tier 1", the numeral alone names the segment.
            if text::width(content, size, bold) > end - start + 6.0 && !brief.locale.is_chinese() {
                content = row.numeral_en;
            }
            let width = text::width(content, size, bold);
            let x = start.max(free).min(self.left + self.width - width);
            free = x + width + 4.0;
            let at = Point::new(x, self.top - 8.0);
            canvas.text(Label { at, content: content.to_owned(), size, bold, role, anchor: Anchor::Start });
        }
    }

    fn draw_bar_name(&self, canvas: &Canvas, bar: Bar) {
        let brief = self.brief;
        let words = &brief.locale.shares;
        let size = brief.layout.size.label() + 1.0;
        let [counties, chains, gdp] = words.bars;
        let name = [counties, chains, gdp].get(bar.index()).copied().unwrap_or_default();
        let n = brief.printed(if bar == Bar::Counties { "total.counties" } else { "total.chains" });
        let whole = words.wholes.get(bar.index()).map_or_else(String::new, |whole| fill(whole, &[("n", &n)]));
        let top = self.bar_top(bar);
        let name_at = if !self.narrow {
            Point::new(0.0, top + self.bar / 2.0 - 5.0)
        } else if bar == Bar::Counties {
            Point::new(0.0, 18.0)
        } else {
            Point::new(0.0, top - 12.0)
        };
        let bold = |at, content: &str, role| Label {
            at,
            content: content.to_owned(),
            size,
            bold: true,
            role,
            anchor: Anchor::Start,
        };
        canvas.text(bold(name_at, name, Role::Ink));
        let whole_at = if self.narrow {
            Point::new(name_at.x + text::width(name, size, true) + 8.0, name_at.y)
        } else {
            Point::new(0.0, name_at.y + 20.0)
        };
        canvas.text(brief.label(whole_at, whole.clone(), Role::Ink2, Anchor::Start));
        if bar == Bar::Chains {
            let star = Point::new(whole_at.x + brief.label_width(&whole) + 2.0, whole_at.y - 2.0);
            canvas.text(bold(star, "*", Role::Derived));
        }
        if self.narrow && !brief.tiers.is_empty() {
            self.draw_row_end(canvas, bar, name_at.y);
        }
    }

    /// The emphasised tier's share at the right end of a bar's name row.
    fn draw_row_end(&self, canvas: &Canvas, bar: Bar, y: f64) {
        let brief = self.brief;
        let Some(row) = brief.dataset.tier(self.emphasised) else {
            return;
        };
        let role = Role::TierText(self.emphasised);
        let size = brief.layout.size.value();
        let share = bar.share(brief, self.emphasised);
        let right = brief.layout.width;
        let width = text::width(&share, size, true);
        canvas.text(Label {
            at: Point::new(right, y),
            content: share,
            size,
            bold: true,
            role,
            anchor: Anchor::End,
        });
        let at = Point::new(right - width - 8.0, y);
        canvas.text(brief.label(at, brief.name(row), role, Anchor::End));
    }

    fn draw_segment(&self, canvas: &Canvas, bar: Bar, tier: Tier) {
        let brief = self.brief;
        let (start, end) = self.edges(canvas, bar, tier);
        let at = Point::new(start, self.bar_top(bar));
        let frame = Rect::new(0.0, 0.0, (end - start).max(0.0), self.bar);
        let kept = brief.tiers.contains(tier);
        let mark = self.mark(bar, tier, at, frame);
        canvas.mark(mark, |canvas| {
            let fill = Fill::new(if kept { Role::Tier(tier) } else { Role::Unknown });
            canvas.rect(frame.moved(at.x, at.y), fill);
            self.draw_labels(canvas, bar, tier, frame.moved(at.x, at.y));
        });
    }

    fn mark(&self, bar: Bar, tier: Tier, at: Point, frame: Rect) -> Mark {
        let brief = self.brief;
        let words = &brief.locale.shares;
        let name = fill(
            words.mark_name,
            &[
                ("tier", brief.dataset.tier(tier).map_or("", |row| brief.name(row))),
                ("bar", words.bars.get(bar.index()).copied().unwrap_or_default()),
                ("share", &bar.share(brief, tier)),
                ("value", &brief.value(bar.key(), tier)),
            ],
        );
        brief.mark(format!("tier:{}:{}", tier.number(), bar.key()), name, at, frame)
    }

    /// Percentage over absolute value, as far as they fit; a last segment too small for its percentage
    /// carries it underneath.
    fn draw_labels(&self, canvas: &Canvas, bar: Bar, tier: Tier, frame: Rect) {
        let brief = self.brief;
        let kept = brief.tiers.contains(tier);
        let role = if kept { Role::OnTier(tier) } else { Role::Ink2 };
        let size = if self.narrow { 14.0 } else { brief.layout.size.value() - 1.0 };
        let share = bar.share(brief, tier);
        let value = bar.value(brief, tier);
        let inset = if self.narrow { 6.0 } else { 10.0 };
        let fits = |content: &str, size: f64, bold: bool| {
            let least =
                if text::width(content, size, bold) + 2.0 * inset > frame.width { 3.0 } else { inset };
            (text::width(content, size, bold) + 2.0 * least <= frame.width).then_some(least)
        };
        let smaller = |content: &str, bold: bool| {
            [size, 14.0, 13.0, 12.0]
                .into_iter()
                .find_map(|size| fits(content, size, bold).map(|inset| (size, inset)))
        };
        let label = |content: &str, size: f64, inset: f64, y: f64, bold: bool| Label {
            at: Point::new(frame.x + inset, y),
            content: content.to_owned(),
            size,
            bold,
            role,
            anchor: Anchor::Start,
        };
        let middle = frame.center().y;
        let second = if self.narrow { 12.0 } else { brief.layout.size.label() };
        match (smaller(&share, kept), fits(&value, second, false)) {
            (Some((size, inset)), Some(other)) => {
                let inset = inset.min(other);
                canvas.text(label(&share, size, inset, middle - 3.0, kept));
                canvas.text(label(&value, second, inset, middle + second + 2.0, false));
            }
            (Some((size, inset)), None) => {
                canvas.text(label(&share, size, inset, middle + size * 0.36, kept));
            }
            (None, Some(inset)) => canvas.text(label(&value, second, inset, middle + second * 0.36, false)),
            (None, None) => self.draw_dropped(canvas, bar, tier, &share),
        }
    }

    fn draw_dropped(&self, canvas: &Canvas, bar: Bar, tier: Tier, share: &str) {
        let brief = self.brief;
        if tier != Tier::Four || bar != Bar::Gdp {
            return;
        }
        let Some(row) = brief.dataset.tier(tier) else {
            return;
        };
        let gap = if brief.locale.is_chinese() { "" } else { " " };
        let role = if brief.tiers.contains(tier) { Role::TierText(tier) } else { Role::Ink2 };
        let at = Point::new(self.left + self.width, self.bar_top(bar) + self.bar + 18.0);
        canvas.text(brief.label(at, format!("{}{gap}{share}", brief.name(row)), role, Anchor::End));
    }

    /// The bracket under the emphasised tier's GDP, and the sentence it carries.
    fn draw_bracket(&self, canvas: &Canvas) {
        let brief = self.brief;
        let tier = self.emphasised;
        let role = Role::TierText(tier);
        let (start, end) = self.edges(canvas, Bar::Gdp, tier);
        let y = self.bar_top(Bar::Gdp) + self.bar + 5.0;
        let points = [
            Point::new(start + 0.5, y),
            Point::new(start + 0.5, y + 6.0),
            Point::new(end - 0.5, y + 6.0),
            Point::new(end - 0.5, y),
        ];
        canvas.line(&points, Stroke::new(role, 1.5));
        let words = &brief.locale.shares;
        let more = brief
            .measure("gdp-share", tier)
            .quantity()
            .is_some_and(|share| share.low > county_share(brief, tier));
        let content = about_tier(brief, if more { words.bracket_more } else { words.bracket_less }, tier);
        let size = brief.layout.size.label();
        let x = start.min(self.left + self.width - text::width(&content, size, true)).max(0.0);
        canvas.text(Label {
            at: Point::new(x, self.bar_top(Bar::Gdp) + self.bar + self.sentence()),
            content,
            size,
            bold: true,
            role,
            anchor: Anchor::Start,
        });
    }
}
