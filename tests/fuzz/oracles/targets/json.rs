//! JSON, data for search engines, and code to paste.

use county_chains::chart::Cell;
use county_chains::dataset::FactValue;
use county_chains::paint::{chart_json, dataset_json, twin};
use county_chains::theme::LIGHT;
use county_chains::widget::{
    ATTRIBUTES, EmbedKind, Environment, Mode, State, Told, View, citation, context, credits, embed_code,
    set_attribute, view,
};
use serde_json::Value;

use crate::allowed::as_read;
use crate::markup::{Piece, pieces_of_fragment, text_in};
use crate::view::Case;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let told = case.told();
    let page = Environment { mode: Mode::Static, ..case.page.clone() };
    let shown = view(case.dataset(), case.state.clone(), &page);
    let credits = credits(&context(case.dataset(), &case.state, &page), &case.state, &page);
    check_chart(&shown, &parsed(&chart_json(&shown, &credits)), &told);
    let whole = dataset_json(case.dataset());
    assert_eq!(parsed(&whole.to_string()), whole, "{told}: the dataset");
    check_facts(&case, &whole, &told);
    check_linked(&shown, &told);
    check_code(&case, &told);
    let cited = citation(case.dataset(), case.language());
    assert!(!cited.is_empty() && !cited.contains(['{', '}']), "{told}: {cited}");
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

/// A text without the control characters that our JSON leaves out.
fn kept(text: &str) -> String {
    text.chars().filter(|character| *character >= ' ' || matches!(character, '\n' | '\t')).collect()
}

fn check_chart(view: &View, json: &Value, told: &str) {
    assert_eq!(json["heading"], kept(&view.headline.heading), "{told}");
    assert_eq!(json["caption"], kept(&view.table.caption), "{told}");
    for (name, rows) in [("rows", &view.table.rows), ("footer", &view.table.footer)] {
        let written = json[name].as_array().expect("a list");
        assert_eq!(written.len(), rows.len(), "{told}: {name}");
        for (row, written) in rows.iter().zip(written) {
            let values = written["values"].as_array().expect("a list");
            assert_eq!(values.len(), row.cells.len(), "{told}: {name}");
            row.cells.iter().zip(values).for_each(|(cell, value)| assert_cell(cell, value, told));
        }
    }
}

fn assert_cell(cell: &Cell, value: &Value, told: &str) {
    match cell.figure().and_then(|figure| figure.value) {
        Some(number) => {
            let written = value.as_f64().unwrap_or_else(|| panic!("{told}: {number} is {value}"));
            assert!(
                (written - number).abs() <= number.abs() * 2e-14 + 1e-14,
                "{told}: {number} is {written}"
            );
        }
        None if matches!(cell, Cell::Empty | Cell::Missing(_)) => assert!(value.is_null(), "{told}: {value}"),
        None => assert_eq!(value, &kept(cell.text()), "{told}"),
    }
}

fn check_facts(case: &Case, whole: &Value, told: &str) {
    let facts = whole["facts"].as_array().expect("a list");
    for (fact, written) in case.dataset().facts.iter().zip(facts) {
        assert_eq!((&written["id"], &written["quote"]), (&fact.id.into(), &fact.quote.into()), "{told}");
        match &fact.value {
            FactValue::Number(number) => assert_eq!(written["value"].as_f64(), Some(*number), "{told}"),
            FactValue::Text(text) => assert_eq!(written["value"], *text, "{told}"),
            FactValue::None => assert!(written["value"].is_null(), "{told}"),
        }
    }
}

/// What search engines are told stands in one block, which no text ends.
fn check_linked(view: &View, told: &str) {
    let markup = twin(view, &LIGHT, true).markup();
    assert_eq!(markup.to_ascii_lowercase().matches("<script").count(), 1, "{told}");
    assert_eq!(markup.to_ascii_lowercase().matches("</script").count(), 1, "{told}");
    let text = text_in(&pieces_of_fragment(&markup), "script").expect("no block of data");
    assert!(!text.contains(['<', '>', '&']), "{told}: {text}");
    let data = parsed(&text);
    assert_eq!(data["@type"], "Dataset", "{told}");
    let description = data["description"].as_str().expect("a text");
    let heading: String =
        view.headline.heading.chars().filter(|one| !matches!(one, '\u{FFFE}' | '\u{FFFF}')).collect();
    assert!(description.starts_with(&format!("{heading}\n")), "{told}: {description:?}");
    let measured = data["variableMeasured"].as_array().expect("a list").len();
    assert_eq!(measured, view.table.columns.len().saturating_sub(1).max(1), "{told}: {data}");
}

fn check_code(case: &Case, told: &str) {
    let code =
        |kind, twin: &str| embed_code(case.dataset(), &case.state, case.language(), kind, &case.page, twin);
    let element = code(EmbedKind::Element, "<figure></figure>");
    let pieces = pieces_of_fragment(&element);
    let opened: Vec<(&str, &[(String, String)])> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Open(name, attributes) => Some((name.as_str(), attributes.as_slice())),
            _ => None,
        })
        .collect();
    assert!(!element.trim_end().contains(['\n', '\r']), "{told}: more than a line: {element:?}");
    assert!(pieces.iter().all(|piece| !matches!(piece, Piece::Text(_))), "{told}: {element}");
    let tags: Vec<&str> = opened.iter().map(|(name, _)| *name).collect();
    if tags != ["figure"] {
        assert_eq!(tags, ["div", "script", "county-chains", "figure"], "{told}: {element}");
        check_tag(case, opened[2].1, told);
    }
    let frame = code(EmbedKind::Iframe, "");
    let pieces = pieces_of_fragment(&frame);
    let Some(Piece::Open(tag, attributes)) = pieces.first() else {
        assert!(frame.is_empty(), "{told}: {frame}");
        return;
    };
    let names: Vec<&str> = attributes.iter().map(|(name, _)| name.as_str()).collect();
    let expected = ["allow", "height", "loading", "sandbox", "src", "style", "title", "width"];
    assert_eq!((&**tag, &*names, pieces.len()), ("iframe", &expected[..], 2), "{told}: {frame}");
    assert!(!frame.trim_end().contains(['\n', '\r']), "{told}: more than a line: {frame:?}");
}

/// The tag of the code restores the state.
fn check_tag(case: &Case, attributes: &[(String, String)], told: &str) {
    let dataset = case.dataset();
    let mut again = State::of(dataset);
    for (name, value) in attributes {
        if name == "src" {
            assert_eq!(
                as_read(value),
                as_read(&case.page.src).replace(['\n', '\t', '\r'], " "),
                "{told}: the address"
            );
            continue;
        }
        let outcome = set_attribute(&mut again, dataset, name, Some(value));
        assert!(outcome.is_ok(), "{told}: {name}={value:?}: {outcome:?}");
    }
    let mut state = State { lang: Some(case.language()), ..case.state.clone() };
    for attribute in ATTRIBUTES.iter().filter(|one| matches!(one.told, Told::InLinks | Told::Never)) {
        set_attribute(&mut state, dataset, attribute.name, None).expect("a default is refused");
    }
    if attributes.iter().all(|(name, _)| name != "indicator") {
        state.indicator = again.indicator;
    }
    // A line of code has no line ends.
    let line = |text: Option<String>| {
        text.map(|text| text.replace(['\n', '\r', '\t'], " ").replace('\0', "").trim().to_owned())
    };
    state = State { heading: line(state.heading), group: line(state.group), ..state };
    assert_eq!(again, state, "{told}: the tag says something else");
}
