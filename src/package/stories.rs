//! Reads what the dataset itself says over charts, and checks the places for figures in it.

use county_chains_data::word::text;

use crate::languages::Given;
use crate::log::At;
use crate::plan::Plan;
use crate::walk::{Members, STORY, Walk};
use crate::{Classes, Code, Story, fields, suggest};

/// The charts that a story may be about.
const CHARTS: [&str; 10] =
    ["tiers", "shares", "map", "strip", "facts", "six-ones", "clusters", "paths", "market", "timeline"];

/// Figures of all classes.
const WHOLE: [&str; 5] = ["max", "min", "sum", "total", "n"];

/// Adds the stories to the plan.
pub(crate) fn read<'a>(walk: &mut Walk<'_, 'a>, root: &Members<'a>, plan: &mut Plan) {
    for members in walk.objects(root, "stories") {
        let chart = chart(walk, &members);
        let indicator = indicator(walk, &members, plan);
        let mut texts = [Given::default(), Given::default()];
        for (key, given) in ["heading", "summary"].into_iter().zip(&mut texts) {
            *given = walk.given(&members, key, STORY);
            check(walk, &members, key, plan);
        }
        let [heading, summary] = texts.map(|given| walk.languages.counted(&given));
        if heading.is_empty() && summary.is_empty() {
            let has = members.get("heading").is_some() || members.get("summary").is_some();
            if !has {
                walk.missing(&members, "heading", "“heading” or “summary”");
            }
            continue;
        }
        if let (Some(chart), Some(indicator)) = (chart, indicator) {
            plan.package.stories.push(Story { chart, indicator, heading, summary });
        }
    }
}

fn chart<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>) -> Option<&'static str> {
    let Some((word, node)) = walk.text(members, "chart") else {
        if members.get("chart").is_none() {
            walk.missing(members, "chart", &suggest::listed(&CHARTS));
        }
        return None;
    };
    let chart = CHARTS.iter().find(|chart| **chart == word).copied();
    if chart.is_none() {
        let message = "there is no chart “{}”";
        walk.log.tell(node.at(), Code::StoryChart, word, &suggest::one_of(word, &CHARTS), message, "");
    }
    chart
}

/// The id of the indicator that a story is about; empty where it names none.
fn indicator<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>, plan: &Plan) -> Option<&'static str> {
    let Some((word, node)) = walk.text(members, "indicator") else {
        return members.get("indicator").is_none().then_some("");
    };
    let id = fields::id(walk, word);
    let known = plan.package.indicators.iter().find(|indicator| indicator.id == id);
    if known.is_none() {
        let ids: Vec<&str> = plan.package.indicators.iter().map(|indicator| indicator.id).collect();
        let message = "there is no indicator “{}”";
        walk.log.tell(node.at(), Code::StoryChart, word, &suggest::one_of(word, &ids), message, "");
    }
    known.map(|indicator| indicator.id)
}

/// Checks the texts of one name in all languages.
fn check<'a>(walk: &mut Walk<'_, 'a>, members: &Members<'a>, key: &str, plan: &Plan) {
    for property in &members.object.properties {
        let name = property.name.as_str();
        let is_same = name.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('@'));
        let Some(text) = property.value.as_string_lit() else { continue };
        if is_same {
            let at = crate::json::at(text.range.start);
            check_places(walk, &at, &text.value, plan);
        }
    }
}

/// Tells places that nothing fills.
fn check_places(walk: &mut Walk, at: &At, text: &str, plan: &Plan) {
    let classes = &plan.package.classes;
    for place in pieces(text).map(|(_, place)| place).filter(|place| !place.is_empty()) {
        let inner = place.strip_prefix('{').and_then(|place| place.strip_suffix('}'));
        if !inner.is_some_and(|inner| is_place(inner, classes)) && !plan.classes_at.is_empty() {
            let message = "nothing fills {}";
            let list = crate::classes::class_words(&classes.list);
            let allowed =
                text!("v:CLASS, c:CLASS, s:CLASS, gap:A:B, total, sum, max, min, n; classes: {list}");
            walk.log.tell(*at, Code::StoryPlaceholder, place, &allowed, message, "");
        }
    }
}

/// Cuts a text into words, each with the place after them, which is empty at the end. A place has its braces; one that nothing
/// closes goes to the end, and a brace that closes nothing is one by itself.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (words, place) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
        let (place, after) = place.split_at(place.find('}').map_or(place.len(), |end| end + 1));
        rest = after;
        Some((words, place))
    })
}

/// Whether something fills what stands between braces.
fn is_place(inner: &str, classes: &Classes) -> bool {
    if let Some(pair) = inner.strip_prefix("gap:") {
        return classes.pair(pair).is_some();
    }
    let class = inner.strip_prefix(['v', 'c', 's']).map(|word| word.strip_prefix(':').unwrap_or(word));
    WHOLE.contains(&inner) || class.is_some_and(|word| classes.meant(word).is_some())
}
