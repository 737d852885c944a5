//! Everything that a reader is shown or told, as text.

use std::collections::BTreeSet;

use county_chains::chart::{ChartContext, ChartKind, Headline, Table, card, source_card};
use county_chains::language::Language;
use county_chains::paint::live;
use county_chains::scene::MarkKey;
use county_chains::widget::{self, Environment, Mode, Panel, State, View, ViewKind, citation, credits};
use county_chains::word::Keyword;
use roxmltree::{Document, Node};

use super::support::{CHARTS, dataset, environment, indicators, state_of, tier_sets};

/// Attributes that are read aloud or shown.
const SPOKEN: [&str; 5] = ["aria-label", "aria-description", "title", "placeholder", "alt"];

/// Every state that changes what a chart says: filters, and for `tiers` the indicators.
pub(crate) fn states() -> Vec<State> {
    let mut states = Vec::new();
    for chart in CHARTS.iter() {
        let indicators = if *chart == ChartKind::Tiers { indicators() } else { vec!["gdp"] };
        for indicator in indicators {
            for tiers in tier_sets() {
                states.push(State { indicator, tiers, ..state_of(*chart) });
            }
        }
    }
    states
}

/// A widget in use: cards and panels are open to it.
fn in_use(language: Language) -> Environment {
    Environment { mode: Mode::Live, ..environment(language, 760.0) }
}

/// What the widget shows of a state.
fn view_in_use(state: &State, language: Language) -> View {
    widget::view(dataset(), state.clone(), &in_use(language))
}

/// Heading and summary of a state.
pub(crate) fn headline(state: &State, language: Language) -> Headline {
    state.chart.chart().headline(&widget::context(dataset(), state, &in_use(language)))
}

/// All texts of a language with the place they stand in, without what is quoted from the article and without code.
pub(crate) fn texts(language: Language) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for state in states() {
        let view = view_in_use(&state, language);
        let place =
            format!("{} {} {}", state.chart.word(), state.indicator, dataset().tier_codes(state.tiers));
        let told = &view.headline;
        for text in [&told.heading, &told.summary, &view.source, &view.announcement.parts.concat()] {
            found.push((place.clone(), text.clone()));
        }
        found.extend(view.notes.iter().map(|note| (place.clone(), note.text.clone())));
        found.extend(view.scene.marks().map(|mark| (place.clone(), mark.name.clone())));
    }
    for chart in CHARTS.iter() {
        let whole = State { tiers: dataset().all_tiers(), ..state_of(*chart) };
        let open = [
            whole.clone(),
            State { view: ViewKind::Table, ..whole.clone() },
            State { view: ViewKind::About, ..whole.clone() },
            State { panel: Some(Panel::Download), ..whole.clone() },
            State { panel: Some(Panel::Share), ..whole.clone() },
        ];
        for state in open {
            let place = format!("{} {:?} {:?}", chart.word(), state.view, state.panel);
            let markup = live(&view_in_use(&state, language), None).markup();
            let document = Document::parse(&markup).unwrap_or_else(|error| panic!("{place}: {error}"));
            for part in document.root_element().children() {
                tell(part, &mut |text| found.push((place.clone(), text.to_owned())));
            }
        }
        let context = widget::context(dataset(), &whole, &in_use(language));
        for key in keys(&context, *chart) {
            let told = match MarkKey::parse(&key) {
                Some(MarkKey::County(code)) => format!("{:?}", card(&context, code)),
                key => {
                    let provenance = key.and_then(|key| chart.chart().provenance(&context, key));
                    format!("{:?}", provenance.map(|from| source_card(&context, from)))
                }
            };
            found.push((key, told));
        }
        let credits = credits(&context, &whole, &in_use(language));
        found.push((chart.word().to_owned(), credits.alternative(context.locale)));
    }
    found.push(("citation".to_owned(), citation(dataset(), language)));
    found
}

/// The keys of marks and rows.
fn keys(context: &ChartContext<'_>, chart: ChartKind) -> BTreeSet<String> {
    let Table { rows, footer, .. } = chart.chart().table(context);
    let marks = chart.chart().draw(context);
    let marks = marks.marks().map(|mark| mark.key);
    rows.into_iter().chain(footer).map(|row| row.key).chain(marks).map(MarkKey::text).collect()
}

/// Text and spoken attributes of an element and what is in it. What has a language of its own is a quote, and what is
/// set as it is is code.
fn tell(node: Node<'_, '_>, say: &mut dyn FnMut(&str)) {
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        say(text);
    }
    if node.has_tag_name("pre") || node.attribute("lang").is_some() {
        return;
    }
    for name in SPOKEN {
        if let Some(text) = node.attribute(name) {
            say(text);
        }
    }
    for child in node.children() {
        tell(child, say);
    }
}
