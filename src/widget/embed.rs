//! What a reader takes away as text: the code to paste and the citation.

use super::settings::settings;
use super::state::{Controls, State, ViewKind};
use crate::chart::ChartKind;
use crate::dataset::Dataset;
use crate::language::Language;
use crate::locale::{Locale, fill};
use crate::quantity::whole;
use crate::word::{Named, concat, joined};

/// Ways onto a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedKind {
    /// Script and tag.
    Element,
    /// A frame.
    Iframe,
    /// The static twin, without script.
    Static,
}

impl Named for EmbedKind {
    const WHAT: &'static str = "kind";
    const ALL: &'static [Self] = &[EmbedKind::Element, EmbedKind::Iframe, EmbedKind::Static];

    fn word(self) -> &'static str {
        match self {
            EmbedKind::Element => "element",
            EmbedKind::Iframe => "iframe",
            EmbedKind::Static => "static",
        }
    }
}

/// The code to paste. `base` is the address of the folder that holds the script; `twin` is the static
/// twin's markup. Every choice that is not derived is written out, so that old code keeps its meaning
/// when defaults change.
pub fn embed_code(state: &State, language: Language, kind: EmbedKind, base: &str, twin: &str) -> String {
    let locale = Locale::of(language);
    let chart = Locale::word(&locale.ui.charts, state.chart.word());
    match kind {
        EmbedKind::Static => twin.to_owned(),
        EmbedKind::Element => fill(
            "<script type=\"module\" src=\"{base}county-chains.js\"></script>\n\
             <county-chains{attributes}>\n{twin}\n</county-chains>\n",
            &[("base", &escaped(base)), ("attributes", &attributes(state, language)), ("twin", twin)],
        ),
        EmbedKind::Iframe => fill(
            "<iframe src=\"{base}embed.html?{query}\" title=\"{title}\" loading=\"lazy\" width=\"100%\" height=\"1000\" \
             sandbox=\"allow-scripts allow-downloads allow-popups\"></iframe>\n",
            &[
                ("base", &escaped(base)),
                ("query", &escaped(&query(state, language))),
                ("title", &escaped(&fill(locale.ui.region, &[("name", chart)]))),
            ],
        ),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Every choice that is not derived, as name and value. Frames have no place for all of them.
fn chosen(state: &State, language: Language, framed: bool) -> Vec<(&'static str, String)> {
    let chosen = |name: &str| match name {
        "charts" => !framed && state.charts != ChartKind::ALL,
        "indicator" => state.chart == ChartKind::Tiers,
        "view" => state.view != ViewKind::Chart,
        "controls" => state.controls != Controls::ALL,
        "group" | "heading" => !framed,
        "mark" | "panel" => false,
        _ => true,
    };
    let own =
        |name, value: Option<String>| if name == "lang" { Some(language.tag().to_owned()) } else { value };
    let settings = settings(state).into_iter().filter(|(name, _)| chosen(name));
    settings.filter_map(|(name, value)| Some((name, own(name, value)?))).collect()
}

fn attributes(state: &State, language: Language) -> String {
    let mut text = String::new();
    for (name, value) in chosen(state, language, false) {
        text.push_str(&concat(&[" ", name, "=\"", &escaped(&value), "\""]));
    }
    text
}

fn query(state: &State, language: Language) -> String {
    let parts = chosen(state, language, true);
    let parts: Vec<String> =
        parts.iter().map(|(name, value)| concat(&[name, "=", &value.replace(' ', "~")])).collect();
    joined("&", parts.iter().map(String::as_str))
}

/// How to cite the dataset: GB/T 7714 in Chinese, author–date in English.
pub fn citation(dataset: &Dataset, language: Language) -> String {
    let Some(source) = dataset.main_source() else {
        return String::new();
    };
    let year = whole(source.year as usize);
    let values = [
        ("publisher", source.publisher.get(language)),
        ("title", source.title.get(language)),
        ("year", &year),
        ("basis", source.basis.get(language)),
        ("name", source.name.get(language)),
        ("version", env!("CARGO_PKG_VERSION")),
    ];
    let form = match language {
        Language::ZhHans | Language::ZhHant => {
            "{publisher}. {title}[R]. {year}. {basis}；{name}（county-chains {version}）."
        }
        Language::En => {
            "{publisher} ({year}). {title} [Report]. In {name} (county-chains {version}), {basis}."
        }
    };
    fill(form, &values)
}
