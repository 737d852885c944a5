//! Whether the data files fit together: each name must lead to something.

use county_chains_data::dataset::{Dataset, Formula, Operand, Phrase, Placeholder};
use county_chains_data::error::Error;
use county_chains_data::language::Localized;

/// Names that point nowhere, and ids that are used twice.
pub(super) fn check(dataset: &Dataset, problems: &mut Vec<Error>) {
    let mut seen: Vec<&str> = Vec::new();
    for fact in &dataset.facts {
        let place = || format!("data/facts.csv ({})", fact.id);
        if seen.contains(&fact.id) {
            problems.push(Error::at(place(), "the id is used twice"));
        }
        seen.push(fact.id);
        if fact.is_figure && dataset.unit(fact.unit).is_none() {
            problems.push(Error::at(place(), format!("unknown unit \"{}\"", fact.unit)));
        }
        for code in fact.counties.iter().filter(|code| dataset.county(code).is_none()) {
            problems.push(Error::at(place(), format!("unknown county \"{code}\"")));
        }
        let chart = fact.mark.split(':').next().unwrap_or_default();
        if !chart.is_empty() && dataset.story(chart, "").is_none() {
            problems.push(Error::at(place(), format!("\"{}\" is no mark of a chart", fact.mark)));
        }
    }
    for county in dataset.counties.iter().filter(|county| dataset.prefecture_of(county).is_none()) {
        let place = format!("data/counties.csv ({})", county.code);
        problems.push(Error::at(place, format!("unknown prefecture \"{}\"", county.prefecture)));
    }
    for (index, row) in dataset.tiers.iter().enumerate() {
        if dataset.tiers.iter().take(index).any(|other| other.code == row.code) {
            problems.push(Error::at(format!("data/tiers.csv ({})", row.code), "the tier is there twice"));
        }
        let facts = row.facts.iter().map(|(_, id)| *id).chain([row.named]);
        for id in facts.filter(|id| !id.is_empty() && dataset.fact(id).is_none()) {
            let place = format!("data/tiers.csv ({})", row.code);
            problems.push(Error::at(place, format!("unknown fact \"{id}\"")));
        }
    }
    let columns: Vec<u8> = dataset.indicators.iter().map(|indicator| indicator.column).collect();
    for (index, indicator) in dataset.indicators.iter().enumerate() {
        let operands = match indicator.formula {
            Formula::None => [None; 2],
            Formula::Ratio(one, other) | Formula::Part(one, other) => [Some(one), Some(other)],
            Formula::ResidualOrPart(part) => [Some(part), None],
        };
        let place = || format!("data/indicators.csv ({})", indicator.id);
        if !indicator.total.is_empty() && dataset.number(indicator.total).is_none() {
            problems.push(Error::at(place(), format!("\"{}\" is no fact with a number", indicator.total)));
        }
        if !indicator.share.is_empty() && dataset.indicator(indicator.share).is_none() {
            problems.push(Error::at(place(), format!("unknown indicator \"{}\"", indicator.share)));
        }
        let column = indicator.column;
        if usize::from(column) > columns.len()
            || (column > 0 && columns.iter().take(index).any(|other| *other == column))
        {
            let message = format!("column {column} is taken, or above the number of indicators");
            problems.push(Error::at(place(), message));
        }
        for operand in operands.into_iter().flatten() {
            if dataset.indicator(operand).is_none() && dataset.fact(operand).is_none() {
                problems.push(Error::at(place(), format!("\"{operand}\" is no indicator and no fact")));
            }
        }
    }
    narration(dataset, problems);
    if dataset.sources.is_empty() {
        problems.push(Error::at("data/sources.csv", "names no source"));
    }
}

/// What charts give to stories, notes and passages, besides the dataset's own figures.
const GIVEN: [&str; 13] = [
    "tiers",
    "value",
    "tier",
    "share",
    "title",
    "period",
    "list",
    "named",
    "implied",
    "unknown",
    "known",
    "total",
    "publisher",
];

/// What the charts of the white paper give to their own texts.
const GIVEN_TO_PHRASES: &str = "\
    arithmetic chains city count counties county edition february first fund gap gdp kind large \
    list media n name next original over over_100bn over_10bn period places planned projects rank \
    remark rest row second second_new share state stock tea third third_new tiers total";

/// Names in texts that point nowhere.
fn narration(dataset: &Dataset, problems: &mut Vec<Error>) {
    let is_indicator = |id: &str| dataset.indicator(id).is_some();
    let is_tier = |code: &str| dataset.tiers.iter().any(|row| row.code == code);
    let is_known = |name: &str| match Placeholder::parse(name) {
        Some(Placeholder { indicator, operand: Operand::Tier(code), .. }) => {
            is_indicator(indicator) && is_tier(code)
        }
        Some(Placeholder { indicator, .. }) => is_indicator(indicator),
        None => dataset.number(name).is_some(),
    };
    let mut refers = |place: &str,
                      indicators: &[&str],
                      tiers: &[&str],
                      given: &[&str],
                      texts: &[Localized]| {
        let unknown = |what: &str, names: &[&str], is_known: &dyn Fn(&str) -> bool| {
            let unknown = names.iter().filter(|name| !is_known(name));
            unknown.map(|name| Error::at(place, format!("unknown {what} \"{name}\""))).collect::<Vec<_>>()
        };
        problems.extend(unknown("indicator", indicators, &is_indicator));
        problems.extend(unknown("tier", tiers, &is_tier));
        for text in texts {
            let [hans, hant, en] = [text.zh_hans, text.zh_hant, text.en].map(placeholders);
            if hans != hant {
                problems
                    .push(Error::at(place, format!("other placeholders in Traditional: {}", text.zh_hant)));
            }
            for names in [hans, hant, en] {
                problems
                    .extend(unknown("placeholder", &names, &|name| given.contains(&name) || is_known(name)));
            }
        }
    };
    let given: Vec<&str> = GIVEN_TO_PHRASES.split(' ').collect();
    for phrase in &dataset.phrases {
        let Phrase { chart, key, item, text } = phrase;
        let place = format!("data/phrases.csv ({chart} {key} {item})");
        refers(&place, &[], &[], &given, &[*text]);
    }
    for story in &dataset.stories {
        let own = if story.indicator.is_empty() { &[][..] } else { &[story.indicator] };
        let mut texts = story.clone();
        let place = format!("data/stories.csv ({} {})", story.chart, story.indicator);
        refers(&place, own, &story.about, &GIVEN, &texts.shared_texts().map(|text| *text));
        refers(&place, own, &story.about, &GIVEN, &texts.chart_texts().map(|text| *text));
    }
    for passage in &dataset.passages {
        let place = format!("data/passages.csv ({})", passage.key);
        refers(&place, &[], &[], &GIVEN, &[passage.head, passage.text]);
    }
    for remark in &dataset.remarks {
        let place = format!("data/notes.csv ({})", remark.id);
        refers(&place, &remark.indicators, &remark.tiers, &GIVEN, &[remark.text]);
    }
}

/// The names between the braces of a template.
fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name)).collect()
}
