//! What is written is well-formed, stays text where it was text, and holds nothing that runs.

use std::collections::BTreeSet;

use county_chains::chart::FilterEffect;
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{live, static_svg, twin};
use county_chains::theme::{LIGHT, THEMES, style_sheet};
use county_chains::widget::{Credits, Panel, State, ViewKind};
use county_chains::word::Keyword;
use proptest::prelude::*;
use proptest::sample::select;
use roxmltree::{Document, Node};

use super::allowed::{
    CREDITS_TAGS, SVG_ATTRIBUTES, SVG_TAGS, TWIN_ATTRIBUTES, TWIN_TAGS, as_read, strangers,
};
use super::linked::linked_data;
use super::support::{CHARTS, dataset, poster_of, state_of, tiers_named, view_of};
use super::{languages, looks, random, widths};

/// Headings that would break out of text, attribute, tag, comment, CDATA or number.
fn headings() -> impl Strategy<Value = String> {
    let hostile = [
        "</title><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "]]><svg onload=alert(1)>",
        "<!-- --><![CDATA[ &#x3C; &lt; &amp;lt;",
        "javascript:alert(1)",
        "a\u{0}b\u{1}c\u{8}d\u{B}e\u{1F}f\u{FFFE}g\u{FFFF}h\u{7F}i\u{85}j\u{2028}k",
        "\u{202E}gnitirw\u{2066}",
        "{total}{x}",
        "👩‍👩‍👧‍👦 𠮷 \u{301}\u{301}",
        "a\tb\nc\rd\r\ne",
        " ",
    ];
    prop_oneof![
        select(hostile.to_vec()).prop_map(str::to_owned),
        any::<String>(),
        "[<>&\"'/=a-z\u{0}-\u{20}]{0,40}"
    ]
}

fn parsed(markup: &str) -> Document<'_> {
    Document::parse(markup).unwrap_or_else(|error| panic!("{error} in:\n{markup}"))
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect()
}

fn first<'a>(document: &'a Document<'a>, tag: &str) -> Node<'a, 'a> {
    document
        .descendants()
        .find(|node| node.has_tag_name(tag) || node.tag_name().name() == tag)
        .unwrap_or_else(|| panic!("no <{tag}>"))
}

proptest! {
    #![proptest_config(random(192))]

    #[test]
    fn a_picture_is_well_formed_and_only_a_picture(
        look in looks(), language in languages(), heading in proptest::option::of(headings()),
        width in widths(), theme in select(&THEMES[..]),
    ) {
        let state = State { heading: heading.clone(), ..look };
        let markup = static_svg(&poster_of(&state, language, width), &theme, Locale::of(language), &Credits::default());
        let document = parsed(&markup);
        let found = strangers(&document, &[&SVG_TAGS, &CREDITS_TAGS], &[&SVG_ATTRIBUTES]);
        prop_assert!(found.is_empty(), "{found:?}");
        prop_assert_eq!(document.root_element().tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        if let Some(heading) = heading {
            prop_assert_eq!(as_read(&text_of(first(&document, "title"))), as_read(&heading));
        }
        prop_assert!(!markup.contains("NaN") || state.heading.is_some());
    }

    #[test]
    fn the_twin_is_well_formed_and_carries_no_style_and_no_script_that_runs(
        look in looks(), language in languages(), heading in proptest::option::of(headings()),
        theme in select(&THEMES[..]),
    ) {
        let state = State { heading: heading.clone(), ..look };
        let markup = twin(&view_of(&state, language, 360.0), &theme, true).markup();
        let document = parsed(&markup);
        let found = strangers(&document, &[&SVG_TAGS, &TWIN_TAGS], &[&SVG_ATTRIBUTES, &TWIN_ATTRIBUTES]);
        prop_assert!(found.is_empty(), "{found:?}");
        prop_assert!(!markup.to_ascii_lowercase().contains("style="), "style=");
        let described = linked_data(&markup, &document)["description"].as_str().unwrap().to_owned();
        if let Some(heading) = heading {
            prop_assert_eq!(as_read(&text_of(first(&document, "h3"))), as_read(&heading));
            let heading: String = heading.chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
            prop_assert!(described.starts_with(&format!("{heading}\n")), "{described:?}");
        }
    }

    #[test]
    fn the_style_sheet_colours_every_class_of_the_picture(look in looks(), width in 200.0..=1300.0f64) {
        let sheet = style_sheet(dataset().tiers.len());
        let markup = live(&view_of(&look, Language::ZhHans, width), None).markup();
        let document = parsed(&markup);
        let named = document.descendants().filter_map(|node| node.attribute("class"));
        let classes = named.flat_map(str::split_whitespace);
        for class in classes.filter(|class| class.starts_with("f-") || class.starts_with("s-")) {
            prop_assert!(sheet.contains(&format!(".{class}{{")), "{class} has no colour");
        }
    }

    #[test]
    fn the_live_widget_is_well_formed_and_holds_no_handler(
        look in looks(), language in languages(), heading in proptest::option::of(headings()),
        view in select(&[ViewKind::Chart, ViewKind::Table, ViewKind::About][..]),
        panel in proptest::option::of(select(&[Panel::Download, Panel::Share][..])),
        width in 200.0..=1300.0f64,
    ) {
        let state = State { heading: heading.clone(), view, panel, ..look };
        let markup = live(&view_of(&state, language, width), None).markup();
        let document = parsed(&markup);
        for node in document.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name().to_ascii_lowercase();
            prop_assert!(!["script", "style", "foreignobject", "iframe", "object", "embed", "use"].contains(&&*tag));
            for attribute in node.attributes() {
                let name = attribute.name().to_ascii_lowercase();
                let bad = name.starts_with("on") || ["style", "href", "src", "srcset"].contains(&&*name);
                prop_assert!(!bad, "<{tag} {name}>");
            }
        }
        if let Some(heading) = heading {
            prop_assert_eq!(as_read(&text_of(first(&document, "h3"))), as_read(&heading));
        }
    }

    #[test]
    fn the_tab_key_reaches_one_mark_and_arrows_the_others(
        look in looks(), language in languages(), width in 200.0..=1300.0f64,
        focus in proptest::option::of(select(&["tier:2", "county:350582", "six-ones:plan", "tier:3:gdp", "gone"][..])),
    ) {
        let view = view_of(&look, language, width);
        let markup = live(&view, focus).markup();
        let document = parsed(&markup);
        let marks: Vec<Node<'_, '_>> = document.descendants().filter(|node| node.has_attribute("data-key")).collect();
        // Where a list stands instead of the picture, the picture's marks are in the static mode alone.
        let pictured = view.list.is_none();
        let there = view.scene.marks().filter(|mark| !mark.gone && pictured).count();
        prop_assert_eq!(marks.len(), there);
        let stops: Vec<&str> =
            marks.iter().filter(|node| node.attribute("tabindex") == Some("0")).filter_map(|node| node.attribute("data-key")).collect();
        prop_assert_eq!(stops.len(), usize::from(there > 0), "{:?}", stops);
        if let Some(focus) = focus.filter(|focus| marks.iter().any(|node| node.attribute("data-key") == Some(focus))) {
            prop_assert_eq!(stops, [focus]);
        }
        let keys: BTreeSet<&str> = marks.iter().filter_map(|node| node.attribute("data-key")).collect();
        prop_assert_eq!(keys.len(), marks.len(), "a key stands twice");
        for mark in marks {
            prop_assert!(mark.attribute("aria-label").is_some_and(|name| !name.is_empty()));
        }
    }
}

#[test]
fn the_twin_holds_figure_table_caption_notes_and_source() {
    for chart in CHARTS.iter() {
        for language in Language::ALL {
            let view = view_of(&state_of(*chart), language, 360.0);
            let markup = twin(&view, &LIGHT, true).markup();
            let document = parsed(&markup);
            let figure = document.root_element();
            assert_eq!(figure.tag_name().name(), "figure");
            assert_eq!(figure.attribute("lang"), Some(language.tag()));
            assert!(!text_of(first(&document, "caption")).trim().is_empty());
            assert!(text_of(first(&document, "h3")) == view.headline.heading);
            let picture = first(&document, "svg");
            assert_eq!(picture.attribute("role"), Some("img"));
            let rows = document.descendants().filter(|node| node.tag_name().name() == "tr").count();
            assert_eq!(rows, 1 + view.table.rows.len() + view.table.footer.len());
            // What is for machines is not shown.
            let data = text_of(first(&document, "script"));
            let text = text_of(figure).replace(&data, "");
            assert!(!view.notes.is_empty() && !view.source.is_empty());
            for sentence in view.notes.iter().map(|note| &*note.text).chain([&*view.source, view.edition]) {
                assert!(text.contains(sentence), "{sentence}");
            }
            let words = || text.split(|character: char| !character.is_alphanumeric());
            assert!(
                !text.contains(['{', '}']) && words().all(|word| word != "NaN" && word != "inf"),
                "{text}"
            );
        }
    }
}

#[test]
fn the_live_widget_carries_the_markers_of_the_contract() {
    for chart in CHARTS.iter() {
        let state = State { tiers: tiers_named("1 3"), ..state_of(*chart) };
        let markup = live(&view_of(&state, Language::En, 760.0), None).markup();
        let document = parsed(&markup);
        let root = document.root_element();
        for (name, value) in [
            ("data-chart", chart.word()),
            ("data-tiers", "1 3"),
            ("data-lang", "en"),
            ("data-theme", "light"),
            ("data-view", "chart"),
        ] {
            assert_eq!(root.attribute(name), Some(value), "{name}");
        }
        let with =
            |name: &str| document.descendants().filter(|node| node.has_attribute(name)).collect::<Vec<_>>();
        let chips: Vec<Node<'_, '_>> =
            with("data-tier").into_iter().filter(|node| node.has_tag_name("button")).collect();
        let pressed: Vec<Option<&str>> = chips.iter().map(|chip| chip.attribute("aria-pressed")).collect();
        // Where the source has no breakdown by tier, a sentence says so.
        let is_filtered = chart.chart().filter_effect() != FilterEffect::Disabled;
        let expected = [Some("true"), Some("false"), Some("true"), Some("false")];
        assert_eq!(pressed, if is_filtered { &expected[..] } else { &[] });
        assert_eq!(document.descendants().any(|node| node.attribute("class") == Some("why")), !is_filtered);
        let tabs: Vec<&str> = with("data-chart")
            .into_iter()
            .filter(|node| node.attribute("role") == Some("tab"))
            .filter_map(|tab| tab.attribute("data-chart"))
            .collect();
        assert_eq!(tabs, CHARTS.iter().map(|chart| chart.word()).collect::<Vec<_>>());
        let parts: BTreeSet<&str> =
            with("part").into_iter().filter_map(|node| node.attribute("part")).collect();
        for part in ["heading", "summary", "filter", "picker", "chart", "table", "notes", "source", "actions"]
        {
            assert!(parts.contains(part), "no part {part} in {parts:?}");
        }
        let ids: Vec<&str> = with("id").into_iter().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice: {ids:?}");
    }
}
