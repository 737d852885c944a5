//! Pictures.

use county_chains::chart::poster;
use county_chains::locale::Locale;
use county_chains::paint::static_svg;
use county_chains::theme::{DARK, LIGHT};
use county_chains::widget::{context, credits};

use crate::allowed::{CREDITS_TAGS, SVG_ATTRIBUTES, SVG_TAGS, as_read, strangers};
use crate::markup::{assert_harmless, assert_same, pieces_of_fragment, pieces_of_xml, text_in, xml};
use crate::scene::{assert_finite, assert_inside};
use crate::view::Case;

/// Elements of XML in the metadata have prefixes, which HTML takes for a part of their names.
const METADATA: [&str; 2] = ["<metadata>", "</metadata>"];

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let (dataset, told) = (case.dataset(), case.told());
    let context = context(dataset, &case.state, &case.page);
    let scene = poster(case.state.chart, &context, case.page.width, case.state.heading.as_deref());
    assert_finite(&scene, &told);
    if !dataset.is_own {
        assert_inside(&scene, &told);
    }
    let credits = credits(&context, &case.state, &case.page);
    let theme = if case.page.dark { DARK } else { LIGHT };
    let markup = static_svg(&scene, &theme, Locale::about(dataset, case.language()), &credits);
    let document = xml(&markup);
    let strange = strangers(&document, &[&SVG_TAGS, &CREDITS_TAGS], &[&SVG_ATTRIBUTES]);
    assert!(strange.is_empty(), "{told}: {strange:?}");
    assert_eq!(document.root_element().tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        for attribute in node.attributes() {
            let is_number = ["x", "y", "width", "height", "d", "cx", "cy", "r", "viewBox", "transform"]
                .contains(&attribute.name());
            let value = attribute.value();
            assert!(!is_number || !(value.contains("NaN") || value.contains("inf")), "{told}: {value}");
        }
    }
    if let Some(heading) = &case.state.heading {
        let title = text_in(&pieces_of_xml(&document), "title").unwrap_or_default();
        assert_eq!(as_read(&title), as_read(heading), "{told}: the title");
    }
    // Put into a page, it is the same picture.
    let picture = without_metadata(&markup);
    let in_a_page = pieces_of_fragment(&picture);
    assert_same(&in_a_page, &pieces_of_xml(&xml(&picture)), &told);
    assert_harmless(&in_a_page, &|_| false, &told);
}

fn without_metadata(markup: &str) -> String {
    let [open, close] = METADATA;
    match (markup.find(open), markup.find(close)) {
        (Some(start), Some(end)) => format!("{}{}", &markup[..start], &markup[end + close.len()..]),
        _ => markup.to_owned(),
    }
}
