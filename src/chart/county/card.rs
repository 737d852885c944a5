//! Everything the facts say of one county, with their quotes.

use super::super::ChartContext;
use super::super::provenance::{CardFact, describe};
use super::{basis_text, city_name, full_name, part_text, tier_text};
use crate::dataset::{CountyRole, Fact};
use crate::tier::Tier;

/// A county's card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// GB/T 2260 code.
    pub code: &'static str,
    /// Full name.
    pub name: String,
    /// Prefecture-level city.
    pub city: String,
    /// Its tier, where it can be known.
    pub tier: Option<Tier>,
    /// The tier's name as a noun, where it can be known.
    pub tier_text: Option<String>,
    /// On what ground the tier is known, or that it is not.
    pub basis: String,
    /// The parts it plays: which, label, meaning.
    pub parts: Vec<(CountyRole, String, String)>,
    /// The first figure of the county's own profile.
    pub figure: Option<CardFact>,
    /// What the source gives of no single county.
    pub gap: &'static str,
    /// All facts that speak of it.
    pub facts: Vec<CardFact>,
}

/// The card of the county with this code.
#[part::of(annex)]
pub fn card(context: &ChartContext<'_>, code: &str) -> Option<Card> {
    let county = context.dataset.county(code)?;
    let own =
        |fact: &&Fact| fact.topic == "profiles" && fact.counties.len() == 1 && fact.value.number().is_some();
    let facts: Vec<&Fact> = context.dataset.facts_of(code).collect();
    // What the article says of it in its own words tells more than what the part means.
    let part = |part: &CountyRole| {
        let (topic, general) = match part {
            CountyRole::Pilot => ("", "pilot"),
            CountyRole::Profile => ("profile.", "profile"),
            CountyRole::Speciality => ("brand.", "speciality"),
        };
        let own = |fact: &&&Fact| fact.counties.len() == 1 && fact.id.starts_with(topic);
        let said = facts.iter().filter(|_| !topic.is_empty()).find(own);
        let said = said.map_or("", |fact| fact.statement.get(context.locale.language));
        let general = context.dataset.passage(general).get(context.locale.language);
        let meaning = if said.is_empty() { general } else { said };
        (*part, part_text(context, *part).to_owned(), meaning.to_owned())
    };
    Some(Card {
        code: county.code,
        name: full_name(context, county),
        city: city_name(context, county).to_owned(),
        tier: county.tier,
        tier_text: tier_text(context, county),
        basis: basis_text(context, county.basis).to_owned(),
        parts: county.roles.iter().map(part).collect(),
        figure: facts.iter().copied().find(own).map(|fact| describe(context, fact)),
        gap: context.dataset.passage("county-figures").get(context.locale.language),
        facts: facts.into_iter().map(|fact| describe(context, fact)).collect(),
    })
}
