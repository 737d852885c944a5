//! Addresses of the page for frames. An input is the query of such an address.

use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::widget::{ATTRIBUTES, State, Told, link, query, set_attribute};

use crate::input::Choices;
use crate::view::{dataset_named, environment};

/// The state that an address asks for, read as `www/frame/` does; what is bad in it is left out.
fn asked(query: &str, dataset: &Dataset) -> State {
    let mut state = State::of(dataset);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let is_list = ATTRIBUTES.iter().any(|attribute| attribute.name == name && attribute.list.is_some());
        let value = if is_list { value.replace('~', " ") } else { value.into_owned() };
        let _ = set_attribute(&mut state, dataset, &name, Some(&value));
    }
    state
}

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let data = form_urlencoded::parse(text.as_bytes()).find(|(name, _)| name == "data");
    let dataset = dataset_named(data.as_ref().map_or("", |(_, value)| value));
    let state = asked(&text, dataset);
    let language = state.lang.unwrap_or(Choices::of(bytes).one(&Language::ALL));
    let address = query(dataset, &state, language);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:%&=".contains(&byte);
    assert!(address.bytes().all(is_plain), "{address}");
    let again = asked(&address, dataset);
    // What links do not tell has its default: how a page has set the widget up, and what is open for a moment.
    let mut expected = State { lang: Some(language), ..state };
    for attribute in ATTRIBUTES.iter().filter(|one| matches!(one.told, Told::InCode | Told::Never)) {
        set_attribute(&mut expected, dataset, attribute.name, None).expect("a default is refused");
    }
    if !address.contains("indicator=") {
        expected.indicator = again.indicator;
    }
    assert_eq!(again, expected, "{address}");
    assert_eq!(query(dataset, &again, language), address, "the link of a link");
    let page = environment(language, 360.0);
    let link = link(dataset, &again, language, &page);
    assert!(dataset.is_own || link == format!("{}embed.html?{address}", page.base), "{link}");
}
