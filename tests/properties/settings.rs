//! State, attributes and JSON say the same.

use county_chains::chart::ChartKind;
use county_chains::widget::{
    ATTRIBUTES, Controls, EmbedKind, Panel, Place, SEPARATOR, Sort, State, ThemeChoice, ViewKind, embed_code,
    query, restored, set_attribute, snapshot,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use roxmltree::Document;

use super::support::{CHARTS, dataset, environment, state_of};
use super::{languages, looks, random};

/// Names of the attributes.
fn names() -> Vec<&'static str> {
    let tag = ATTRIBUTES.iter().filter(|attribute| attribute.place == Place::Tag);
    tag.map(|attribute| attribute.name).collect()
}

/// Any state at all.
fn states() -> impl Strategy<Value = State> {
    let controls = subsequence(Controls::WORDS.to_vec(), 0..=Controls::WORDS.len()).prop_map(|words| {
        let text = if words.is_empty() { "none".to_owned() } else { words.join(" ") };
        Controls::parse(&text).unwrap()
    });
    let views = select(&[ViewKind::Chart, ViewKind::Table, ViewKind::About][..]);
    let themes = select(&[ThemeChoice::Auto, ThemeChoice::Light, ThemeChoice::Dark][..]);
    let panels = proptest::option::of(select(&[Panel::Download, Panel::Share][..]));
    let offered = subsequence(CHARTS.clone(), 1..=CHARTS.len());
    let texts = (
        proptest::option::of("[!-~县域“”]([ -~县域“”]{0,18}[!-~县域“”])?"),
        proptest::option::of("[a-z]{1,8}"),
    );
    let choices = (views, themes, panels, offered, controls);
    (looks(), proptest::option::of(languages()), choices, texts).prop_map(
        |(look, lang, (view, theme, panel, charts, controls), (heading, group))| State {
            view,
            theme,
            panel,
            charts,
            controls,
            lang,
            heading,
            group,
            ..look
        },
    )
}

/// A state with what a reader may have open among the facts and in the table.
fn opened() -> impl Strategy<Value = State> {
    let search = select(&["", "县域", "fu an", "100% & more", "a=b"][..]);
    let topic = select(&["", "market", "tiers"][..]);
    let sort = proptest::option::of((1..9usize, any::<bool>()));
    (states(), search, topic, sort, any::<bool>()).prop_map(|(state, search, topic, sort, expanded)| State {
        search: search.to_owned(),
        topic,
        sort: sort.map(|(column, falling)| Sort { column, falling }),
        expanded,
        ..state
    })
}

/// The names and values of an address, decoded as browsers do.
fn decoded(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            let mut half = || rest.next().and_then(|byte| char::from(byte).to_digit(16)).unwrap() as u8;
            bytes.push(if byte == b'%' { half() * 16 + half() } else { byte });
        }
        String::from_utf8(bytes).unwrap()
    };
    query.split('&').filter_map(|pair| pair.split_once('=')).map(|(n, v)| (decode(n), decode(v))).collect()
}

proptest! {
    #![proptest_config(random(256))]

    #[test]
    fn the_code_to_paste_sets_the_same_state(state in states(), language in languages()) {
        let code = embed_code(dataset(), &state, language, EmbedKind::Element, &environment(language, 360.0), "");
        let document = Document::parse(&code).unwrap();
        let tag = document.root_element().last_element_child().unwrap();
        prop_assert_eq!(tag.tag_name().name(), "county-chains");
        let mut again = State::of(dataset());
        for attribute in tag.attributes() {
            prop_assert!(names().contains(&attribute.name()), "{} is no attribute", attribute.name());
            set_attribute(&mut again, dataset(), attribute.name(), Some(attribute.value())).unwrap();
        }
        // The indicator of a chart that shows none is not worth a word; what is open or chosen by chance neither.
        let indicator = if state.chart == ChartKind::Tiers { state.indicator } else { again.indicator };
        let (mark, panel, lang) = (None, None, Some(language));
        prop_assert_eq!(again, State { indicator, mark, panel, lang, ..state });
    }

    #[test]
    fn a_link_restores_the_state(state in opened(), language in languages()) {
        let mut again = State::of(dataset());
        let query = query(dataset(), &state, language);
        prop_assert!(query.is_ascii() && !query.contains(' '));
        for (name, value) in decoded(&query) {
            set_attribute(&mut again, dataset(), &name, Some(&value)).unwrap();
        }
        let indicator = if state.chart == ChartKind::Tiers { state.indicator } else { again.indicator };
        // A group and an open panel are the page's and the moment's.
        let (panel, group, lang) = (None, None, Some(language));
        prop_assert_eq!(again, State { indicator, panel, group, lang, ..state });
    }

    #[test]
    fn a_state_survives_being_written_as_settings(state in opened()) {
        let mut again = State::of(dataset());
        for (attribute, value) in ATTRIBUTES.iter().zip(snapshot(&state, dataset())) {
            set_attribute(&mut again, dataset(), attribute.name, value.as_deref()).unwrap();
        }
        prop_assert_eq!(again, state);
    }

    #[test]
    fn a_state_survives_being_kept_as_text(state in opened(), stray in "[a-z]{0,2}\u{1F}[a-z]{0,2}") {
        let text = |state: &State| snapshot(state, dataset()).pop().flatten().unwrap() + "360";
        let written = text(&state);
        let mut parts = written.split(SEPARATOR);
        prop_assert_eq!(restored(dataset(), &mut parts).unwrap(), state.clone());
        // What the page tells comes after it.
        prop_assert_eq!(parts.collect::<Vec<_>>(), ["360"]);
        let searched = |search: String| State { search, ..state.clone() };
        prop_assert_eq!(text(&searched(stray.clone())), text(&searched(stray.replace(SEPARATOR, ""))));
    }

    #[test]
    fn a_bad_value_is_named_and_changes_nothing(state in states(), name in select(names()), value in "\\PC{1,12}") {
        let mut after = state.clone();
        if let Err(error) = set_attribute(&mut after, dataset(), name, Some(&value)) {
            prop_assert_eq!(after, state);
            prop_assert_eq!(error.location(), name);
            let named = value.split([' ', ',', '~', '\t', '\n']).any(|word| error.message().contains(word.trim()));
            prop_assert!(named, "{error} does not name {value:?}");
        }
    }

    #[test]
    fn an_attribute_taken_away_brings_the_default_back(state in states()) {
        let mut after = state;
        for name in names() {
            set_attribute(&mut after, dataset(), name, None).unwrap();
        }
        let expected = State { mark: after.mark.clone(), panel: after.panel, ..State::of(dataset()) };
        prop_assert_eq!(after, expected);
    }
}

#[test]
fn the_values_that_pages_may_see_come_first_and_those_with_an_attribute_before_the_others() {
    // The script gives the values of a snapshot their names by this order.
    let order = |place| match place {
        Place::Tag => 0,
        Place::State => 1,
        Place::Nowhere => 2,
    };
    assert!(ATTRIBUTES.is_sorted_by_key(|attribute| order(attribute.place)));
}

#[test]
fn no_text_is_the_state_of_a_tag_that_says_nothing_and_a_bad_one_is_refused() {
    let read = |text: &str| restored(dataset(), &mut text.split(SEPARATOR));
    assert_eq!(read("").unwrap(), State::of(dataset()));
    let error = read("pie").unwrap_err();
    assert_eq!(error.location(), "chart");
    assert!(error.message().contains("\"pie\""), "{error}");
}

#[test]
fn every_closed_word_of_the_contract_is_taken_and_others_are_not() {
    let words: [(&str, &[&str]); 6] = [
        ("chart", &["tiers", "shares", "six-ones", "map"]),
        (
            "indicator",
            &[
                "gdp",
                "counties",
                "chains",
                "growth",
                "gdp-per-county",
                "chains-per-county",
                "gdp-share",
                "county-share",
            ],
        ),
        ("tiers", &["1", "1 2", "1,2", "4 3 2 1", "none"]),
        ("view", &["chart", "table", "about"]),
        ("theme", &["auto", "light", "dark"]),
        ("lang", &["zh-Hans", "zh-Hant", "en", "zh-CN", "zh-TW", "zh-HK", "en-GB"]),
    ];
    let mut state = state_of(ChartKind::Tiers);
    for (name, values) in words {
        for value in values {
            assert_eq!(set_attribute(&mut state, dataset(), name, Some(value)), Ok(()), "{name}={value}");
        }
        for value in ["5", "no-such-word", "<b>"] {
            let error = set_attribute(&mut state, dataset(), name, Some(value)).unwrap_err();
            assert!(error.message().contains(value), "{error}");
        }
    }
    let error = set_attribute(&mut state, dataset(), "county", Some("999999")).unwrap_err();
    assert!(error.message().contains("999999"), "{error}");
}
