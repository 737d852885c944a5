//! Everything the facts say of one county, with their quotes.

use super::super::ChartContext;
use super::super::provenance::{CardFact, describe};
use super::values::{CountyValue, values};
use super::{basis_text, city_name, full_name, tier_text};
use crate::dataset::{Category, Fact};
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
    /// The parts it plays.
    pub parts: Vec<Part>,
    /// What is measured of it.
    pub values: Vec<CountyValue>,
    /// The first figure of the county's own profile.
    pub figure: Option<CardFact>,
    /// What the source gives of no single county.
    pub gap: &'static str,
    /// All facts that speak of it.
    pub facts: Vec<CardFact>,
}

/// A part that a county plays in the source.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The place of its role among those of the dataset, by which its glyph is chosen.
    pub glyph: usize,
    /// What the role is called.
    pub label: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// The card of the county with this code.
#[part::of(annex)]
pub fn card(context: &ChartContext<'_>, code: &str) -> Option<Card> {
    let county = context.dataset.county(code)?;
    let language = context.locale.language;
    let facts: Vec<&Fact> = context.dataset.facts_of(code).collect();
    let tells = |fact: &Fact, role: &Category| {
        !role.facts.is_empty() && fact.counties.len() == 1 && fact.id.starts_with(role.facts)
    };
    let roles = &context.dataset.roles;
    let own = |fact: &&Fact| fact.value.number().is_some() && roles.iter().any(|role| tells(fact, role));
    let part = |(glyph, role): (usize, &Category)| {
        // What the article says of it in its own words tells more than what the part means.
        let said = facts.iter().find(|fact| tells(fact, role));
        let said = said.map_or("", |fact| fact.statement.get(language));
        let general = context.dataset.passage(role.key).get(language);
        let meaning = if said.is_empty() { general } else { said };
        Part { glyph, label: role.name.get(language), meaning }
    };
    let roles = county.roles.iter().filter_map(|key| context.dataset.role(key));
    Some(Card {
        code: county.code,
        name: full_name(context, county),
        city: city_name(context, county).to_owned(),
        tier: county.tier,
        tier_text: tier_text(context, county),
        basis: basis_text(context, county.basis).to_owned(),
        parts: roles.map(part).collect(),
        values: values(context, county),
        figure: facts.iter().copied().find(own).map(|fact| describe(context, fact)),
        gap: context.dataset.passage("county-figures").get(language),
        facts: facts.into_iter().map(|fact| describe(context, fact)).collect(),
    })
}
