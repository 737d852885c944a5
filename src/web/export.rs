//! What a page takes away by methods: pictures, tables, code, citation.

use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::canvas::paint;
use super::parts::{is_here, missing, missing_for};
use super::{hand_over, question, read_shown, spoken};
use crate::chart::{ChartContext, Part, poster, square};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::locale::Locale;
use crate::paint::{chart_csv, static_svg, twin_code};
use crate::scene::Scene;
use crate::theme::{DARK, LIGHT, Theme};
use crate::widget::{
    EmbedKind, Environment, Mode, State, ThemeChoice, ViewKind, citation, context, credits, embed_code, link,
    view,
};
use crate::word::Keyword;

/// The chart's table as CSV, whole or only what the filter keeps.
pub(super) fn csv(dataset: &Dataset, state: &State, page: &Environment, selected: bool) -> String {
    let context = context(dataset, state, page);
    chart_csv(state.chart, &context, selected, &credits(&context, state, page))
}

/// The poster of a state, so wide.
fn picture(context: &ChartContext<'_>, state: &State, width: f64) -> Scene {
    poster(state.chart, context, width.clamp(200.0, 2000.0), state.heading.as_deref())
}

/// The theme to paint it in.
fn theme(state: &State, page: &Environment) -> &'static Theme {
    let dark = state.theme == ThemeChoice::Dark || (state.theme == ThemeChoice::Auto && page.dark);
    if dark { &DARK } else { &LIGHT }
}

/// The picture as a self-contained SVG document, as wide as the page tells.
pub(super) fn svg(dataset: &Dataset, state: &State, page: &Environment) -> String {
    let context = context(dataset, state, page);
    let scene = picture(&context, state, page.width);
    static_svg(&scene, theme(state, page), context.locale, &credits(&context, state, page))
}

/// The page as the static twin is drawn for: as wide as the narrowest phones, where it must be readable. Who asks for the
/// static mode says how wide it is.
pub(super) fn twin_page(page: &Environment) -> Environment {
    Environment {
        width: if page.mode == Mode::Static { page.width } else { 280.0 },
        mode: Mode::Static,
        ..page.clone()
    }
}

/// The static twin, which has chart and table whatever is shown. It is dark only where the tag says so: what the
/// reader's system prefers says nothing of the page it is pasted into.
pub(super) fn twin(dataset: &Dataset, state: State, page: &Environment, described: bool) -> String {
    let theme = if state.theme == ThemeChoice::Dark { &DARK } else { &LIGHT };
    let state = State { view: ViewKind::Chart, ..state };
    twin_code(&view(dataset, state, &twin_page(page)), theme, described)
}

/// The question for code whose twin is described to search engines.
const DESCRIBED: &str = "described-code";

/// A text for the page: the answer to a [`question`] of `www/core-texts.js`; nothing before the parts that it needs
/// have come. All go through one export, since each export weighs in every page.
#[wasm_bindgen(js_name = textOf)]
pub fn text_of(list: &str) -> JsValue {
    answer(list).map_or(JsValue::UNDEFINED, JsValue::from)
}

fn answer(list: &str) -> Option<String> {
    let (what, detail, given) = question(list);
    if what == "message" {
        return Some(message(spoken(given), detail).to_owned());
    }
    let (dataset, state, page) = read_shown(given);
    // The annex describes a twin to search engines.
    let needed: &[Part] = if what == DESCRIBED { &[Part::Export, Part::Annex] } else { &[Part::Export] };
    match what {
        "missing" => Some(missing_for(&state, detail)),
        "link" => Some(link(dataset, &state, state.lang.unwrap_or(page.language), &page)),
        _ if missing(&state, needed).is_empty() => exported(what, detail, dataset, &state, &page),
        _ => None,
    }
}

#[part::of(export)]
fn exported(
    what: &str,
    detail: &str,
    dataset: &Dataset,
    state: &State,
    page: &Environment,
) -> Option<String> {
    match what {
        "citation" => Some(citation(dataset, spoken(detail))),
        "svg" => Some(svg(dataset, state, page)),
        "csv" => Some(csv(dataset, state, page, detail == "selection")),
        _ => {
            let language = state.lang.unwrap_or(page.language);
            let kind = EmbedKind::parse(detail).ok()?;
            let twin = twin(dataset, state.clone(), page, what == DESCRIBED);
            Some(embed_code(dataset, state, language, kind, page, &twin))
        }
    }
}

/// What to say of what the page did.
fn message(language: Language, what: &str) -> &'static str {
    let locale = Locale::of(language);
    // What copies has come with the annex.
    match what {
        "copied" if is_here(Part::Annex) => locale.annex().downloads.copied,
        "copy-failed" if is_here(Part::Annex) => locale.annex().downloads.copy_failed,
        "not-loaded" => locale.ui.not_loaded,
        _ => "",
    }
}

/// Paints the picture onto a canvas, which `resize` gives the picture's size times `scale`. A square one is put on
/// a ground of 1080 pixels each way. Returns names and values that a file can carry: title, author, description,
/// source, address.
#[wasm_bindgen(js_name = paintPicture)]
pub fn paint_picture(
    canvas: &CanvasRenderingContext2d,
    list: &str,
    scale: f64,
    is_square: bool,
    resize: &js_sys::Function,
) -> JsValue {
    painted(canvas, list, scale, is_square, resize)
}

#[part::of(export)]
fn painted(
    canvas: &CanvasRenderingContext2d,
    list: &str,
    scale: f64,
    is_square: bool,
    resize: &js_sys::Function,
) -> JsValue {
    let (dataset, state, page) = read_shown(list);
    let context = context(dataset, &state, &page);
    let (scene, scale) = if is_square {
        square(|width| picture(&context, &state, width))
    } else {
        (picture(&context, &state, page.width), scale)
    };
    let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
    let _ = resize.call2(&JsValue::NULL, &width.into(), &height.into());
    paint(canvas, &scene, theme(&state, &page), context.locale, scale);
    let credits = credits(&context, &state, &page);
    hand_over(&[
        ("Title", &*credits.title),
        ("Author", credits.publisher),
        ("Description", &credits.description),
        ("Source", &credits.source),
        ("Edition", credits.edition),
        ("URL", &credits.link),
    ])
}
