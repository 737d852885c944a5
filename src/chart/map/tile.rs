//! One tile: a county's name, the numeral of a known tier, the glyphs of its parts.

use super::super::county::{basis_text, city_name, full_name, role_text, tier_text};
use super::grid::{Grid, SMALL, draw_glyph};
use crate::dataset::{County, TierBasis};
use crate::geometry::{Point, Rect};
use crate::language::Language;
use crate::locale::render;
use crate::scene::{Anchor, Canvas, Face, Fill, Label, Mark, MarkKey, Stroke};
use crate::text;
use crate::theme::Role;
use crate::word::{joined, text};

/// Draws the tile of `county`.
pub(super) fn draw(canvas: &Canvas, grid: &Grid<'_>, county: &County) {
    let context = grid.context;
    let frame = grid.tile(county.column, county.row);
    let look = Look::of(grid, county);
    let at = Point::new(frame.x, frame.y);
    let mut mark: Mark = context.mark(
        MarkKey::County(county.code),
        spoken(grid, county),
        at,
        Rect::new(0.0, 0.0, frame.width, frame.height),
    );
    mark.selected = context.county == Some(county.code);
    mark.is_summed_up = grid.is_alike(county);
    mark.group = county.prefecture;
    mark.alias = county.name.get(Language::En);
    canvas.mark(mark, |canvas| {
        draw_ground(canvas, county, frame, &look);
        draw_words(canvas, grid, county, frame, &look);
    });
    if county.basis == TierBasis::NotIncluded {
        draw_excluded(canvas, grid, frame);
    }
}

/// How a tile looks under the filter.
struct Look {
    ground: Option<Role>,
    ink: Role,
    glyph: Role,
    bold: bool,
}

impl Look {
    fn of(grid: &Grid<'_>, county: &County) -> Look {
        let kept = grid.context.selection().keeps(county);
        match (county.tier, county.basis) {
            (_, TierBasis::NotIncluded) => {
                Look { ground: None, ink: Role::Ink, glyph: Role::Accent, bold: false }
            }
            (Some(tier), _) if kept => Look {
                ground: Some(Role::Tier(tier)),
                ink: Role::OnTier(tier),
                glyph: Role::OnTier(tier),
                bold: true,
            },
            (Some(_), _) => {
                Look { ground: Some(Role::Unknown), ink: Role::Ink2, glyph: Role::Ink2, bold: false }
            }
            (None, _) => {
                Look { ground: Some(Role::Unknown), ink: Role::Ink, glyph: Role::Accent, bold: false }
            }
        }
    }
}

/// 安溪县，泉州市，三类县域，原文点名，试点县、案例县
fn spoken(grid: &Grid<'_>, county: &County) -> String {
    let context = grid.context;
    let mut tier: Vec<String> = tier_text(context, county).into_iter().collect();
    tier.push(basis_text(context, county.basis).to_owned());
    tier.extend(county.roles.iter().map(|role| role_text(context, role).to_owned()));
    let (name, city) = (full_name(context, county), city_name(context, county));
    let tier =
        joined(context.locale.ui.comma, tier.iter().map(String::as_str).filter(|text| !text.is_empty()));
    let said = if city.is_empty() {
        text!("{name}{context.locale.ui.colon}{tier}")
    } else {
        render(context.locale.map.mark_name, &[("county", &name), ("city", city), ("tier", &tier)])
    };
    context.within(said, context.selection().keeps(county))
}

fn draw_ground(canvas: &Canvas, county: &County, frame: Rect, look: &Look) {
    match look.ground {
        Some(role) => canvas.rect(frame, Fill::new(role).rounded(2.0)),
        None => {
            canvas.rect(frame, Fill::new(Role::Excluded).hatched().rounded(2.0));
            canvas.outline(frame.grown(-0.5), Stroke::new(Role::Excluded, 1.0).dashed(3.0).rounded(2.0));
            let plate = Rect::new(frame.x + 2.0, frame.center().y - 10.0, frame.width - 4.0, 20.0);
            canvas.rect(plate, Fill::new(Role::Surface));
        }
    }
    if county.basis == TierBasis::Implied {
        canvas.outline(frame.grown(-0.75), Stroke::new(Role::Surface, 1.5).rounded(2.0));
        canvas.outline(frame.grown(-0.75), Stroke::new(Role::Ink, 1.5).dashed(3.0).rounded(2.0));
    }
}

/// The words beside the tile that the white paper leaves out, where they fit.
fn draw_excluded(canvas: &Canvas, grid: &Grid<'_>, frame: Rect) {
    let ground = grid.context.dataset.ground(TierBasis::NotIncluded);
    let content = ground.map_or("", |ground| ground.in_legend(grid.context.locale.language, false));
    let x = frame.right() + 5.0;
    if x + text::width(content, SMALL, false) <= grid.context.layout.width {
        let at = Point::new(x, frame.center().y + 4.3);
        canvas.text(Label::new(at, content, Face::plain(SMALL, Role::Ink2)));
    }
}

fn draw_words(canvas: &Canvas, grid: &Grid<'_>, county: &County, frame: Rect, look: &Look) {
    let context = grid.context;
    let name = context.short_name(county);
    let is_lettered = has_letters(&name);
    if grid.is_upright() && !is_lettered {
        return draw_upright(canvas, grid, county, frame, look);
    }
    // Not every name of letters fits in bold, so none is.
    let bold = look.bold && context.locale.is_dense() && !is_lettered;
    let mut lines =
        if grid.has_names() { name_lines(grid, county, name, frame.width, bold) } else { Vec::new() };
    // Names of other datasets may be of any length, and a cut name is none. A tile has room for two lines.
    if lines.len() > 2 || lines.iter().any(|line| text::width(line, SMALL, bold) > frame.width) {
        lines.clear();
    }
    let numeral = numeral(grid, county).filter(|_| grid.has_numerals());
    let has_second =
        (numeral.is_some() || !county.roles.is_empty()) && (lines.len() < 2 || frame.height > 44.0);
    let center = frame.center();
    let count = lines.len() as f64 + if has_second { 1.0 } else { 0.0 };
    let leading = if frame.height < 36.0 { 12.5 } else { f64::min(16.0, frame.height / count) };
    let mut baseline = center.y - (count - 1.0) * leading / 2.0 + 4.4;
    let size = name_size(grid, &lines, frame.width, bold);
    let face = Face { size, bold, role: look.ink };
    for line in &lines {
        let at = Point::new(center.x, baseline);
        canvas.text(Label::new(at, line, face).anchored(Anchor::Middle));
        baseline += leading;
    }
    if has_second {
        draw_second(canvas, grid, county, numeral, Point::new(center.x, baseline), look, frame.width);
    }
}

/// The numeral of a known tier, centred with the glyphs of the county's parts.
fn draw_second(
    canvas: &Canvas,
    grid: &Grid<'_>,
    county: &County,
    numeral: Option<&str>,
    at: Point,
    look: &Look,
    frame_width: f64,
) {
    let glyph_room = if frame_width < 26.0 { 7.0 } else { 8.5 };
    let own = numeral.map_or(0.0, |numeral| text::width(numeral, SMALL, false));
    let gap = if numeral.is_some() && !county.roles.is_empty() { 1.5 } else { 0.0 };
    let width = own + gap + county.roles.len() as f64 * glyph_room;
    let mut x = at.x - width / 2.0;
    if let Some(numeral) = numeral {
        canvas.text(Label::new(Point::new(x, at.y), numeral, Face::plain(SMALL, look.ink)));
        x += own + gap;
    }
    for (glyph, _) in county.roles.iter().filter_map(|key| grid.context.dataset.role(key)) {
        draw_glyph(canvas, glyph, Point::new(x + glyph_room / 2.0, at.y - 4.2), 3.4, look.glyph);
        x += glyph_room;
    }
}

fn numeral<'a>(grid: &Grid<'a>, county: &County) -> Option<&'a str> {
    let row = grid.context.dataset.tier(county.tier?)?;
    Some(row.short.get(grid.context.locale.language))
}

/// The county's short name, in two lines where three characters do not fit; with its city where two have the same.
fn name_lines(grid: &Grid<'_>, county: &County, name: String, width: f64, bold: bool) -> Vec<String> {
    let mut counties = grid.context.dataset.counties.iter();
    if counties.any(|other| other.code != county.code && grid.context.short_name(other) == name) {
        return vec![name, city_name(grid.context, county).to_owned()];
    }
    if !grid.context.locale.is_dense() {
        return vec![name];
    }
    // Words of letters stay whole.
    text::wrap(&name, SMALL, bold, width - 1.0)
}

/// Whether a name has letters: these have one or two bytes, Han characters three or four.
fn has_letters(name: &str) -> bool {
    name.bytes().any(|byte| byte < 0x80 || (0xC0..0xE0).contains(&byte))
}

fn name_size(grid: &Grid<'_>, lines: &[String], width: f64, bold: bool) -> f64 {
    let fits = |size: &f64| lines.iter().all(|line| text::width(line, *size, bold) <= width - 2.0);
    let largest =
        if grid.context.locale.is_dense() { grid.context.layout.size.label().min(14.0) } else { SMALL };
    [largest, 13.0].into_iter().find(fits).unwrap_or(SMALL)
}

/// Two characters one above the other, the numeral at their right: for the narrowest tiles.
fn draw_upright(canvas: &Canvas, grid: &Grid<'_>, county: &County, frame: Rect, look: &Look) {
    // Narrower tiles than those of phones keep the colour and the name.
    let numeral = numeral(grid, county).filter(|_| frame.width > 23.0);
    let x = if numeral.is_some() { frame.x + 6.0 } else { frame.center().x };
    let face = Face { size: SMALL, bold: look.bold, role: look.ink };
    for (index, character) in grid.context.short_name(county).chars().take(2).enumerate() {
        let at = Point::new(x, frame.y + 13.0 + index as f64 * 12.5);
        canvas.text(Label::new(at, character, face).anchored(Anchor::Middle));
    }
    if let Some(numeral) = numeral {
        let at = Point::new(frame.x + 18.0, frame.center().y + 4.3);
        canvas.text(Label::new(at, numeral, Face::plain(SMALL, look.ink)).anchored(Anchor::Middle));
    }
}
