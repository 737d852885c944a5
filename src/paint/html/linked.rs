//! What the twin tells machines of its data: a `Dataset` in the words of schema.org, as JSON-LD.

use super::super::node::{Element, html, push_json};
use crate::widget::View;

/// What the dataset is, with a `~` in the place of each value.
const DATASET: &str = "{\"@context\":\"https://schema.org\",\"@type\":\"Dataset\",\
    \"name\":\"~~~\",\"description\":\"~\\n~\\n~\",\"inLanguage\":\"~\"";
/// Its edition.
const VERSION: &str = ",\"version\":\"~\"";
/// What ours is taken from.
const ARTICLE: &str = ",\"isBasedOn\":{\"@type\":\"NewsArticle\",\"inLanguage\":\"zh-Hans\",\"about\":{\"@type\":\"Report\",\
    \"name\":\"~\",\"author\":{\"@type\":\"Organization\",\"name\":\"~\"}}},\
    \"spatialCoverage\":\"Fujian, China\"";
/// What a dataset that is not ours is taken from, and its terms.
const WORK: &str = ",\"isBasedOn\":{\"@type\":\"CreativeWork\",\"name\":\"~\"}";
const LICENCE: &str = ",\"license\":\"~\"";
/// Where it can be seen.
const ADDRESS: &str = ",\"url\":\"~\"";
/// The files of the whole that it is taken from.
const WHOLE: &str = ",\"isPartOf\":{\"@type\":\"Dataset\",\"name\":\"~\",\
    \"description\":\"~\",\"distribution\":[\
    {\"@type\":\"DataDownload\",\"encodingFormat\":\"text/csv\",\"contentUrl\":\"~data.csv\"},\
    {\"@type\":\"DataDownload\",\"encodingFormat\":\"application/json\",\"contentUrl\":\"~data.json\"}]}";

/// The `Dataset` of a view's table, for search engines that collect data. It is a block of data: nothing in it runs.
/// It names no time, since dates differ from row to row. Of ours it claims no licence, since the data has none of its own,
/// and no creator: the department wrote the report that the article is about, not the data.
///
/// The annex has it, since few twins are described. The way from the part with the twins leads through the core.
#[part::of(core)]
pub(super) fn linked(view: &View) -> Element {
    described(view)
}

#[part::of(annex)]
fn described(view: &View) -> Element {
    let [publisher, report] = view.report;
    let mut text = String::new();
    // The captions of datasets that are not ours begin with their names.
    let is_named = view.table.caption.starts_with(view.kicker);
    let [name, colon] = if is_named { [""; 2] } else { [view.kicker, view.locale.ui.colon] };
    let values = [
        name,
        colon,
        &view.table.caption,
        &view.headline.heading,
        &view.headline.summary,
        &view.source,
        view.locale.language.tag(),
    ];
    put(&mut text, DATASET, &values);
    if !view.edition.is_empty() {
        put(&mut text, VERSION, &[view.edition]);
    }
    let is_own = view.locale.is_own();
    if is_own {
        put(&mut text, WORK, &[report]);
    } else {
        put(&mut text, ARTICLE, &[report, publisher]);
    }
    if !view.licence.is_empty() {
        put(&mut text, LICENCE, &[view.licence]);
    }
    if !view.address.is_empty() {
        put(&mut text, ADDRESS, &[&view.address]);
    }
    if !view.address.is_empty() && !is_own {
        put(&mut text, WHOLE, &[view.kicker, &view.source, &view.base, &view.base]);
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
