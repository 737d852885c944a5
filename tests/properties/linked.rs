//! What the twin tells search engines of its data is true, whole and harmless.

use std::collections::BTreeSet;

use county_chains::chart::ChartKind;
use county_chains::language::Language;
use county_chains::paint::twin;
use county_chains::theme::LIGHT;
use county_chains::widget::{self, Environment, View};
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use super::support::{CHARTS, dataset, environment, state_of, view_of};

/// The block of data of a twin, which is the only script in it, the last thing in it, and closed where it says.
pub(crate) fn linked_data(markup: &str, document: &Document<'_>) -> Value {
    let scripts: Vec<Node<'_, '_>> =
        document.descendants().filter(|node| node.tag_name().name() == "script").collect();
    let [block] = scripts[..] else { panic!("{} scripts", scripts.len()) };
    assert_eq!(block.attributes().len(), 1);
    assert_eq!(block.attribute("type"), Some("application/ld+json"));
    assert_eq!(document.root_element().last_element_child(), Some(block));
    assert_eq!(markup.to_ascii_lowercase().matches("</script").count(), 1);
    let text = block.text().unwrap();
    // As HTML reads it: without entities, and without what would begin a comment or end the block.
    assert!(!text.contains(['<', '>', '&']), "{text}");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

fn of(view: &View) -> Value {
    let markup = twin(view, &LIGHT, true).markup();
    linked_data(&markup, &Document::parse(&markup).unwrap())
}

fn views() -> impl Iterator<Item = View> {
    let all = CHARTS.iter().flat_map(|chart| Language::ALL.map(|language| (*chart, language)));
    all.map(|(chart, language)| view_of(&state_of(chart), language, 360.0))
}

#[test]
fn the_twin_tells_search_engines_what_its_table_is() {
    for view in views() {
        let (data, language) = (of(&view), view.locale.language);
        let source = dataset().main_source().unwrap();
        assert_eq!(data["@context"], "https://schema.org");
        assert_eq!(data["@type"], "Dataset");
        let name = data["name"].as_str().unwrap();
        assert!(name.starts_with(source.name.get(language)) && name.ends_with(&view.table.caption), "{name}");
        let description = data["description"].as_str().unwrap();
        // The bounds that Google’s guide for data sets gives.
        assert!((50..=5000).contains(&description.chars().count()), "{description}");
        for part in [&view.headline.heading, &view.headline.summary, &view.source] {
            assert!(description.contains(&**part), "{part}");
        }
        assert_eq!(data["inLanguage"], language.tag());
        assert_eq!(data["version"], source.edition_short.get(language));
        let department = source.publisher.get(language);
        let report = source.title.get(language);
        let author = json!({ "@type": "Organization", "name": department });
        let report = json!({ "@type": "Report", "name": report, "author": author });
        let article = json!({ "@type": "NewsArticle", "inLanguage": "zh-Hans", "about": report });
        assert_eq!(data["isBasedOn"], article, "the article is used, the report is what it is about");
        assert!(data.get("creator").is_none(), "the department has not made the data");
        let measured: Vec<&str> =
            data["variableMeasured"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        let columns: Vec<String> =
            view.table.columns[1..].iter().map(|column| column.title(view.locale)).collect();
        assert_eq!(measured, columns);
        assert!(data.get("license").is_none(), "the data has no licence of its own");
    }
}

/// The numbers of a text.
fn numbers(text: &str) -> BTreeSet<&str> {
    let parts = text.split(|character: char| !character.is_ascii_digit() && character != '.');
    parts.map(|part| part.trim_matches('.')).filter(|part| !part.is_empty()).collect()
}

#[test]
fn no_number_is_told_to_machines_alone() {
    for view in views() {
        let markup = twin(&view, &LIGHT, true).markup();
        let (before, after) = markup.split_once("<script").unwrap();
        let (block, _) = after.split_once("\"url\"").unwrap();
        assert!(numbers(block).is_subset(&numbers(before)), "{block}");
    }
}

#[test]
fn a_place_is_told_and_no_time_that_all_rows_would_share() {
    for view in views() {
        assert!(of(&view).get("temporalCoverage").is_none());
        assert_eq!(of(&view)["spatialCoverage"], "Fujian, China");
    }
}

#[test]
fn addresses_are_told_where_they_are_known() {
    let data = of(&view_of(&state_of(ChartKind::Map), Language::En, 360.0));
    let address = "https://example.org/embed.html?chart=map&tiers=1~2~3~4&lang=en&theme=auto";
    assert_eq!(data["url"], address);
    assert!(data.get("distribution").is_none(), "the files hold the facts, not the rows of this chart");
    let files = data["isPartOf"]["distribution"].as_array().unwrap();
    let told: Vec<[&str; 3]> = files
        .iter()
        .map(|file| ["@type", "encodingFormat", "contentUrl"].map(|name| file[name].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ["DataDownload", "text/csv", "https://example.org/data.csv"],
            ["DataDownload", "application/json", "https://example.org/data.json"],
        ]
    );
    let nowhere = Environment { base: String::new(), ..environment(Language::En, 360.0) };
    let data = of(&widget::view(dataset(), state_of(ChartKind::Map), &nowhere));
    assert!(data.get("url").is_none() && data.get("isPartOf").is_none());
}
