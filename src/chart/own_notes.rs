//! Notes under charts of datasets that are not ours: of what is shown, and of entities that the filter keeps.

use super::{ChartContext, Note};
use crate::dataset::Remark;
use crate::locale::{own_words, render};
use crate::word::joined;

/// The notes under the chart with this word. Code of several parts shows notes, so the way to this part leads through the core.
#[part::of(own)]
pub(super) fn notes(context: &ChartContext<'_>, chart: &str) -> Vec<Note> {
    let bars = context.dataset.stories.iter().filter(|story| story.chart == "shares");
    let shown: Vec<&str> = match chart {
        "shares" => bars.map(|bar| bar.indicator).collect(),
        _ => vec![context.indicator],
    };
    let is_about = |remark: &&Remark| {
        let mut indicators = remark.indicators.iter();
        remark.charts.contains(&chart)
            && (remark.indicators.is_empty() || indicators.any(|indicator| shown.contains(indicator)))
    };
    let mut notes = Vec::new();
    let mut told = Vec::new();
    for remark in context.dataset.remarks.iter().filter(is_about) {
        match remark.id {
            Remark::WITHOUT_VALUE | Remark::WITHOUT_WEIGHT if told.contains(&&remark.indicators) => {}
            Remark::WITHOUT_VALUE | Remark::WITHOUT_WEIGHT => {
                told.push(&remark.indicators);
                notes
                    .extend(without_value(context, chart, remark).map(|text| Note::new(remark.marker, text)));
            }
            _ => notes.push(Note::new(remark.marker, context.tell(remark.text, &[]))),
        }
    }
    notes
}

/// Which entities of the selected classes have no value of an indicator, or no weight, by the lists of these classes. A
/// share of all there is leaves out those of the other classes too.
fn without_value(context: &ChartContext<'_>, chart: &str, about: &Remark) -> Option<String> {
    let language = context.locale.language;
    let indicator = context.dataset.indicator(about.indicators.first()?)?;
    let is_share = chart == "shares" || context.dataset.is_of_whole(indicator.id);
    let is_of_whole = is_share && !context.tiers.is_empty();
    let is_kept = |code: &&str| {
        is_of_whole || context.dataset.tier_of(code).is_some_and(|tier| context.tiers.contains(tier))
    };
    let lists = context.dataset.remarks.iter().filter(|remark| {
        remark.id == about.id && remark.indicators == about.indicators && remark.tiers.iter().all(is_kept)
    });
    let lists: Vec<&Remark> = lists.collect();
    let of_class = |remark: &&Remark| {
        let row = remark.tiers.first().and_then(|code| context.dataset.tier(context.dataset.tier_of(code)?));
        let name = row.map_or("", |row| context.name(row));
        render(context.locale.ui.bracketed, &[("name", name), ("unit", remark.text.get(language))])
    };
    let list = match lists[..] {
        [] => return None,
        [only] => only.text.get(language).to_owned(),
        _ => {
            let lists: Vec<String> = lists.iter().map(of_class).collect();
            joined(context.locale.ui.semicolon, lists.iter().map(String::as_str))
        }
    };
    let values = [("title", indicator.title.get(language)), ("list", &*list)];
    let [valueless, weightless] = own_words(language).notes.without_value;
    Some(render(if about.id == Remark::WITHOUT_WEIGHT { weightless } else { valueless }, &values))
}
