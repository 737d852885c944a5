//! Which facts and counties are listed, and what is told of each.

use crate::chart::{CardFact, ChartContext, describe};
use crate::dataset::{County, Dataset, Fact, name_of};
use crate::locale::render;
use crate::order::sort_by;
use crate::search::{Query, Rank};
use crate::tier::Tier;

/// How many facts are listed before a reader asks for all.
pub(super) const FIRST: usize = 6;
/// How many counties are listed before that.
const FIRST_COUNTIES: usize = 8;

/// What search, topic and filter leave.
pub(super) struct Listing<'a> {
    /// The facts, the best found first; topic by topic where nothing is looked for; otherwise in the order of
    /// the article.
    pub(super) facts: Vec<&'a Fact>,
    /// Counties that are found by what is looked for.
    pub(super) counties: Vec<&'a County>,
    /// How many facts are found but set aside by topic or filter.
    pub(super) hidden: usize,
}

/// What the context's search, topic and filter leave.
pub(super) fn listing<'a>(context: &ChartContext<'a>) -> Listing<'a> {
    let dataset = context.dataset;
    let query = Query::new(context.search);
    let kept = |fact: &&Fact| {
        (context.topic.is_empty() || fact.topic == context.topic)
            && tier_of(dataset, fact).is_none_or(|tier| context.tiers.contains(tier))
    };
    let found = |fact| Some((query.fact(dataset, fact)?, fact));
    let mut facts: Vec<&Fact> = best(dataset.facts.iter().filter(kept).filter_map(found)).collect();
    if query.is_empty() {
        let place = |fact: &Fact| dataset.topics.iter().position(|topic| topic.key == fact.topic);
        sort_by(&mut facts, |one, other| place(one).cmp(&place(other)));
    }
    let counties = if query.is_empty() {
        Vec::new()
    } else {
        let found = |county| Some((query.county(dataset, county)?, county));
        best(sought(dataset).into_iter().filter_map(found)).collect()
    };
    let hidden = if query.is_empty() {
        0
    } else {
        dataset.facts.iter().filter(|fact| !kept(fact) && found(*fact).is_some()).count()
    };
    Listing { facts, counties, hidden }
}

/// The one tier that a fact speaks of. In a dataset that is not ours, a fact about entities is one about their class.
pub(super) fn tier_of(dataset: &Dataset, fact: &Fact) -> Option<Tier> {
    if fact.tier.is_some() || !dataset.is_own {
        return fact.tier;
    }
    let mut tiers = fact.counties.iter().map(|code| dataset.county(code)?.tier);
    let first = tiers.next()?;
    first.filter(|_| tiers.all(|tier| tier == first))
}

/// Among more counties than these not every key press looks.
const MOST: usize = 5_000;

/// The counties that are looked for: all or, if they are many, those that facts are about.
fn sought(dataset: &Dataset) -> Vec<&County> {
    if dataset.counties.len() <= MOST {
        return dataset.counties.iter().collect();
    }
    let mut codes: Vec<&str> = dataset.facts.iter().flat_map(|fact| &fact.counties).copied().collect();
    sort_by(&mut codes, |one, other| one.cmp(other));
    codes.dedup();
    codes.into_iter().filter_map(|code| dataset.county(code)).collect()
}

/// What is found, the best first, otherwise as it comes.
fn best<'a, T: 'a>(found: impl Iterator<Item = (Rank, &'a T)>) -> impl Iterator<Item = &'a T> {
    let mut found: Vec<(Rank, &T)> = found.collect();
    sort_by(&mut found, |(one, _), (other, _)| one.cmp(other));
    found.into_iter().map(|(_, thing)| thing)
}

/// A topic to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its word; empty for all topics.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether its facts are listed.
    pub selected: bool,
}

/// A county that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountyHit {
    /// GB/T 2260 code.
    pub code: &'static str,
    /// 晋江市
    pub name: &'static str,
    /// 泉州市
    pub city: &'static str,
    /// Its tier, where it can be known.
    pub tier: Option<Tier>,
}

/// A fact as listed.
#[derive(Debug, Clone, PartialEq)]
pub struct FactEntry {
    /// What is told.
    pub fact: CardFact,
    /// Whether it has a figure.
    pub is_figure: bool,
    /// The one tier it speaks of.
    pub tier: Option<Tier>,
    /// Name of its topic.
    pub topic: &'static str,
    /// Whether the topic's name stands over it: the first of its topic, where all are listed in order.
    pub headed: bool,
    /// Name of the chart that draws it.
    pub chart: Option<&'static str>,
}

/// The list as a reader sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct FactList {
    /// What is looked for.
    pub search: String,
    /// The words to be marked in what was found.
    pub words: Vec<String>,
    /// The topics.
    pub topics: Vec<Topic>,
    /// How many were found of how many.
    pub count: String,
    /// Counties that were found.
    pub counties: Vec<CountyHit>,
    /// The button that lists the rest of them, if there is a rest.
    pub more_counties: Option<String>,
    /// What topic or filter hide of what was found.
    pub hidden: Option<String>,
    /// The facts.
    pub facts: Vec<FactEntry>,
    /// The button that lists the rest, if there is a rest.
    pub more: Option<String>,
    /// Words to try instead, where nothing was found.
    pub suggestions: Vec<&'static str>,
}

/// The list of the context's facts. `drawn` gives the name of the chart that draws a fact, if one does.
pub(in crate::chart) fn fact_list(
    context: &ChartContext<'_>,
    drawn: &dyn Fn(&Fact) -> Option<&'static str>,
) -> FactList {
    let locale = context.locale;
    let words = &locale.annex().facts;
    let query = Query::new(context.search);
    let Listing { facts, counties, hidden, .. } = listing(context);
    let hits = if context.expanded { counties.len() } else { counties.len().min(FIRST_COUNTIES) };
    let other_counties = counties.len() - hits;
    // On phones, where they are in one column, half of them.
    let first = if context.layout.size.is_narrow() { FIRST / 2 } else { FIRST };
    let shown = if context.expanded { facts.len() } else { facts.len().min(first) };
    let left = facts.len() - shown;
    let mut before = "";
    let entry = |fact: &&Fact| {
        let headed = query.is_empty() && context.topic.is_empty() && fact.topic != before;
        before = fact.topic;
        FactEntry {
            fact: describe(context, fact),
            is_figure: fact.is_figure,
            tier: tier_of(context.dataset, fact),
            topic: name_of(&context.dataset.topics, fact.topic).get(locale.language),
            headed,
            chart: drawn(fact),
        }
    };
    let numbers = [
        ("n", &*context.locale.count(facts.len())),
        ("total", &context.locale.count(context.dataset.facts.len())),
        ("places", &context.locale.count(counties.len())),
    ];
    let count = if counties.is_empty() { words.count } else { words.count_both };
    FactList {
        search: context.search.to_owned(),
        words: query.words().to_vec(),
        topics: topics(context),
        count: render(count, &numbers),
        counties: counties.iter().take(hits).map(|county| hit(context, county)).collect(),
        more_counties: (other_counties > 0)
            .then(|| render(words.more, &[("n", &context.locale.count(other_counties))])),
        hidden: (hidden > 0).then(|| render(words.hidden, &[("n", &context.locale.count(hidden))])),
        facts: facts.iter().take(shown).map(entry).collect(),
        more: (left > 0).then(|| render(words.more, &[("n", &context.locale.count(left))])),
        suggestions: if facts.is_empty() && hidden == 0 && context.county.is_none() {
            let suggested = context.dataset.passages("suggestion");
            suggested.map(|passage| passage.text.get(locale.language)).collect()
        } else {
            Vec::new()
        },
    }
}

fn topics(context: &ChartContext<'_>) -> Vec<Topic> {
    let words = &context.locale.annex().facts;
    let topic = |(id, name): (&'static str, &'static str)| Topic { id, name, selected: id == context.topic };
    let language = context.locale.language;
    let topics = context.dataset.topics.iter().map(|topic| (topic.key, topic.name.get(language)));
    std::iter::once(("", words.all)).chain(topics).map(topic).collect()
}

fn hit(context: &ChartContext<'_>, county: &County) -> CountyHit {
    let language = context.locale.language;
    CountyHit {
        code: county.code,
        name: county.name.get(language),
        city: context.dataset.prefecture_of(county).map_or("", |city| city.name.get(language)),
        tier: county.tier,
    }
}
