//! What a reader or a page takes away: pictures, tables, code, citation.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use super::canvas::paint;
use super::{dataset, read_shown};
use crate::chart::poster;
use crate::dataset::Dataset;
use crate::language::Language;
use crate::locale::Locale;
use crate::paint::{file_name, still_svg, table_csv, twin};
use crate::scene::Scene;
use crate::theme::{DARK, LIGHT, Theme};
use crate::widget::{
    Action, EmbedKind, Environment, Saved, State, ThemeChoice, brief, citation, embed_code, view,
};
use crate::word::Named;

/// Width of a saved picture where none is asked for.
const PICTURE_WIDTH: f64 = 760.0;

/// Something for the page to do.
#[derive(Serialize)]
pub(super) struct Effect(
    /// `save`, `save-png` or `copy`.
    &'static str,
    /// File name.
    String,
    /// Media type.
    &'static str,
    /// Content of the file or the clipboard.
    String,
);

/// What an action asks of the page.
pub(super) fn effect(
    dataset: &Dataset,
    state: &State,
    page: &Environment,
    action: &Action,
) -> Option<Effect> {
    let locale = Locale::of(state.lang.unwrap_or(page.language));
    let save = |ending: &str, media, text| {
        let name = file_name(state.chart.word(), locale, ending);
        Some(Effect("save", name, media, text))
    };
    let copy = |text| Some(Effect("copy", String::new(), "text/plain", text));
    match action {
        Action::Save(Saved::CsvAll) => save("csv", "text/csv", csv(dataset, state, page, false)),
        Action::Save(Saved::CsvSelection) => save("csv", "text/csv", csv(dataset, state, page, true)),
        Action::Save(Saved::Svg) => {
            let (scene, theme) = picture(dataset, state, page, PICTURE_WIDTH);
            save("svg", "image/svg+xml", still_svg(&scene, theme, locale))
        }
        Action::Save(Saved::Png) => {
            let name = file_name(state.chart.word(), locale, "png");
            Some(Effect("save-png", name, "image/png", String::new()))
        }
        Action::CopyEmbed => copy(embed_code(state, locale.language, EmbedKind::Element, &page.base, "")),
        Action::CopyCitation => copy(citation(dataset, locale.language)),
        _ => None,
    }
}

fn csv(dataset: &Dataset, state: &State, page: &Environment, selected: bool) -> String {
    let brief = brief(dataset, state, page);
    table_csv(&state.chart.chart().table(&brief), selected, brief.locale.ui.derived)
}

/// The poster of a state and the theme to paint it in.
fn picture(dataset: &Dataset, state: &State, page: &Environment, width: f64) -> (Scene, &'static Theme) {
    let scene = poster(state.chart, &brief(dataset, state, page), width, state.heading.as_deref());
    let dark = state.theme == ThemeChoice::Dark || (state.theme == ThemeChoice::Auto && page.dark);
    (scene, if dark { &DARK } else { &LIGHT })
}

/// The picture as a self-contained SVG document, as wide as the page tells.
#[wasm_bindgen(js_name = toSvg)]
pub fn to_svg(list: &str) -> String {
    let (state, page) = read_shown(list);
    let (scene, theme) = picture(dataset(), &state, &page, width_of(&page));
    still_svg(&scene, theme, Locale::of(state.lang.unwrap_or(page.language)))
}

fn width_of(page: &Environment) -> f64 {
    page.width.clamp(200.0, 2000.0)
}

/// Paints the picture onto a canvas, which `resize` gives the picture's size times `scale`.
#[wasm_bindgen(js_name = paintPicture)]
pub fn paint_picture(context: &CanvasRenderingContext2d, list: &str, scale: f64, resize: &js_sys::Function) {
    let (state, page) = read_shown(list);
    let (scene, theme) = picture(dataset(), &state, &page, width_of(&page));
    let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
    let _ = resize.call2(&JsValue::NULL, &width.into(), &height.into());
    paint(context, &scene, theme, Locale::of(state.lang.unwrap_or(page.language)), scale);
}

/// The chart's table as CSV, whole or only what the filter keeps.
#[wasm_bindgen(js_name = toCsv)]
pub fn to_csv(list: &str, selected: bool) -> String {
    let (state, page) = read_shown(list);
    csv(dataset(), &state, &page, selected)
}

/// How to cite the dataset in the language that matches `tag` best.
#[wasm_bindgen]
pub fn cite(tag: &str) -> String {
    citation(dataset(), Language::best_match(tag).unwrap_or(Language::ZhHans))
}

/// The code to paste: `element` (with the static twin inside), `iframe` or `static`. Nothing for another
/// kind. The twin is drawn as wide as phones are, where it must be readable.
#[wasm_bindgen(js_name = embedCode)]
pub fn embed(list: &str, kind: &str) -> Option<String> {
    let kind = EmbedKind::parse(kind).ok()?;
    let (state, page) = read_shown(list);
    let page = Environment { width: 360.0, paper: true, ..page };
    let view = view(dataset(), state, &page);
    let still = twin(&view, &LIGHT).markup();
    Some(embed_code(&view.state, view.locale.language, kind, &page.base, &still))
}

/// What to say of what the page did: `copied`, `copy-failed`, `not-loaded`.
#[wasm_bindgen]
pub fn message(tag: &str, what: &str) -> String {
    let ui = &Locale::of(Language::best_match(tag).unwrap_or(Language::ZhHans)).ui;
    Locale::word(&ui.messages, what).to_owned()
}
