//! What the twin tells machines of its data: a `Dataset` in the words of schema.org, as JSON-LD.

use super::super::node::{Element, html, push_json};
use crate::widget::View;

/// What the dataset is, with a `~` in the place of each value.
const DATASET: &str = "{\"@context\":\"https://schema.org\",\"@type\":\"Dataset\",\
    \"name\":\"~~~\",\"description\":\"~\\n~\\n~\",\"inLanguage\":\"~\",\"version\":\"~\",\
    \"isBasedOn\":{\"@type\":\"NewsArticle\",\"inLanguage\":\"zh-Hans\",\"about\":{\"@type\":\"Report\",\
    \"name\":\"~\",\"author\":{\"@type\":\"Organization\",\"name\":\"~\"}}},\
    \"spatialCoverage\":\"Fujian, China\"";
/// Where it can be seen, and the files of the whole that it is taken from.
const ADDRESSES: &str = ",\"url\":\"~\",\"isPartOf\":{\"@type\":\"Dataset\",\"name\":\"~\",\
    \"description\":\"~\",\"distribution\":[\
    {\"@type\":\"DataDownload\",\"encodingFormat\":\"text/csv\",\"contentUrl\":\"~data.csv\"},\
    {\"@type\":\"DataDownload\",\"encodingFormat\":\"application/json\",\"contentUrl\":\"~data.json\"}]}";

/// The `Dataset` of a view's table, for search engines that collect data. It is a block of data: nothing in it runs.
/// It names no time, since dates differ from row to row. It claims no licence, since the data has none of its own,
/// and no creator: the department wrote the report that the article is about, not the data.
#[part::of(annex)]
pub(super) fn linked(view: &View) -> Element {
    let [publisher, report] = view.report;
    let mut text = String::new();
    let values = [
        view.kicker,
        view.locale.ui.colon,
        &view.table.caption,
        &view.headline.heading,
        &view.headline.summary,
        &view.source,
        view.locale.language.tag(),
        view.edition,
        report,
        publisher,
    ];
    put(&mut text, DATASET, &values);
    if !view.address.is_empty() {
        put(&mut text, ADDRESSES, &[&view.address, view.kicker, &view.source, &view.base, &view.base]);
    }
    let mut gap = ",\"variableMeasured\":[\"";
    // The first column names what is measured in the others.
    for column in view.table.columns.get(1..).unwrap_or_default() {
        text.push_str(gap);
        gap = "\",\"";
        push_json(&column.title(view.locale), &mut text);
    }
    text.push_str("\"]}");
    html("script").with("type", "application/ld+json").text(&text)
}

/// Appends the fixed words with a value between each two.
fn put(text: &mut String, words: &str, values: &[&str]) {
    let mut words = words.split('~');
    for value in values {
        text.push_str(words.next().unwrap_or_default());
        push_json(value, text);
    }
    text.push_str(words.next().unwrap_or_default());
}
