//! Files and texts that a reader takes away by a control. A page's own methods are in `export`.

use super::Effect;
use super::export::{csv, svg, twin, twin_page};
use super::parts::missing;
use crate::chart::Part;
use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::paint::{chart_json, chart_text, document, file_name};
use crate::widget::{
    Action, Copied, EmbedKind, Environment, Mode, Saved, State, citation, context, credits, embed_code, link,
    other_language, view,
};
use crate::word::Keyword;

/// Width of a saved drawing.
const PICTURE_WIDTH: f64 = 760.0;

/// The parts that the files and texts need.
const NEEDED: &[Part] = &[Part::Annex, Part::Export];

/// What an action asks of the page.
pub(super) fn effect(
    dataset: &Dataset,
    state: &State,
    page: &Environment,
    action: &Action,
) -> Option<Effect> {
    match action {
        Action::Save(_) | Action::Copy(_) | Action::Share if !missing(state, NEEDED).is_empty() => {
            Some(Effect::of("again", &missing(state, NEEDED), "", String::new()))
        }
        Action::Save(saved) => Some(save(dataset, state, page, *saved)),
        Action::Copy(copied) => {
            Some(Effect::of("copy", "", "text/plain", text(dataset, state, page, *copied)))
        }
        Action::Share => Some(Effect::of("share", "", "", text(dataset, state, page, Copied::Link))),
        _ => None,
    }
}

#[part::of(export)]
fn save(dataset: &Dataset, state: &State, page: &Environment, saved: Saved) -> Effect {
    let locale = Locale::of(state.lang.unwrap_or(page.language));
    let file = |kind, ending: &str, media, text: String| {
        Effect::of(kind, &file_name(state.chart.word(), locale, ending), media, text)
    };
    match saved {
        Saved::CsvAll => file("save", "csv", "text/csv", csv(dataset, state, page, false)),
        Saved::CsvSelection => file("save", "selection.csv", "text/csv", csv(dataset, state, page, true)),
        Saved::Json => file("save", "json", "application/json", json(dataset, state, page)),
        Saved::Svg => {
            let page = Environment { width: PICTURE_WIDTH, ..page.clone() };
            file("save", "svg", "image/svg+xml", svg(dataset, state, &page))
        }
        Saved::Html => {
            let link = link(dataset, state, locale.language, page);
            let page = twin_page(page);
            let text = document(&view(dataset, state.clone(), &page), &link);
            file("save", "html", "text/html", text)
        }
        Saved::Png => file("save-png", "png", "image/png", "1".to_owned()),
        Saved::PngDouble => file("save-png", "2x.png", "image/png", "2".to_owned()),
        Saved::PngSquare => file("save-png", "square.png", "image/png", "square".to_owned()),
    }
}

fn json(dataset: &Dataset, state: &State, page: &Environment) -> String {
    // The data of the table, whatever is shown.
    let page = Environment { mode: Mode::Static, ..page.clone() };
    let credits = credits(&context(dataset, state, &page), state, &page);
    chart_json(&view(dataset, state.clone(), &page), &credits)
}

#[part::of(export)]
fn text(dataset: &Dataset, state: &State, page: &Environment, copied: Copied) -> String {
    let language = state.lang.unwrap_or(page.language);
    let code = |kind, twin: &str| embed_code(dataset, state, language, kind, page, twin);
    match copied {
        Copied::Link => link(dataset, state, language, page),
        Copied::Element => code(EmbedKind::Element, &twin(dataset, state.clone(), page, false)),
        Copied::Iframe => code(EmbedKind::Iframe, ""),
        Copied::Static => twin(dataset, state.clone(), page, false),
        Copied::Citation => citation(dataset, language),
        Copied::CitationOther => citation(dataset, other_language(language)),
        Copied::Table => {
            let context = context(dataset, state, page);
            chart_text(state.chart, &context, &credits(&context, state, page))
        }
    }
}
