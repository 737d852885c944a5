//! The 84 county-level units: which tiers are known and why, which parts they play, where they stand.

use std::collections::{BTreeMap, BTreeSet};

use county_chains::dataset::{County, TierBasis};

use super::support::{dataset, tier_of, tiers};

fn codes(keep: impl Fn(&County) -> bool) -> BTreeSet<&'static str> {
    dataset().counties.iter().filter(|county| keep(county)).map(|county| county.code).collect()
}

/// The counties that facts of these paragraphs speak of.
fn told_in(paragraphs: &[u32]) -> BTreeSet<&'static str> {
    let facts = dataset().facts.iter().filter(|fact| paragraphs.contains(&fact.paragraph));
    facts.flat_map(|fact| fact.counties.iter().copied()).collect()
}

#[test]
fn there_are_84_units_of_which_the_white_paper_leaves_kinmen_out() {
    assert_eq!(codes(|_| true).len(), 84);
    assert_eq!(codes(|county| county.basis == TierBasis::NotIncluded), BTreeSet::from(["350527"]));
    let kinds = ["district", "city", "county"].map(|kind| codes(|county| county.kind == kind).len());
    assert_eq!(kinds, [31, 11, 42]);
}

#[test]
fn every_prefecture_has_its_counties() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for county in &dataset().counties {
        let city = dataset().prefecture_of(county).unwrap();
        assert_eq!(county.code[..4], city.code[..4], "{}", county.code);
        *counts.entry(city.name.en).or_default() += 1;
    }
    let expected = [
        ("Fuzhou", 13),
        ("Longyan", 7),
        ("Nanping", 10),
        ("Ningde", 9),
        ("Putian", 5),
        ("Quanzhou", 12),
        ("Sanming", 11),
        ("Xiamen", 6),
        ("Zhangzhou", 11),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn fourteen_tiers_are_named_one_is_implied_and_68_are_not_published() {
    assert_eq!(codes(|county| county.basis == TierBasis::Named).len(), 14);
    assert_eq!(codes(|county| county.basis == TierBasis::Implied), BTreeSet::from(["350212"]));
    assert_eq!(codes(|county| county.basis == TierBasis::NotGiven).len(), 68);
    for county in &dataset().counties {
        let known = matches!(county.basis, TierBasis::Named | TierBasis::Implied);
        assert_eq!(county.tier.is_some(), known, "{}", county.code);
    }
}

#[test]
fn a_county_is_in_a_tier_exactly_where_the_tiers_fact_names_it() {
    for (tier, count) in tiers().into_iter().zip([3, 3, 5, 3]) {
        let fact = dataset().fact(&format!("tier{}.named", dataset().tier_code(tier))).unwrap();
        let named: BTreeSet<&str> = fact.counties.iter().copied().collect();
        assert_eq!(named, codes(|county| county.tier == Some(tier) && county.basis == TierBasis::Named));
        assert_eq!(named.len(), count);
        for code in named {
            let name = dataset().county(code).unwrap().name.zh_hans;
            let stem = name.trim_end_matches(['区', '市', '县']);
            assert!(fact.quote.contains(stem), "{} does not name {name}", fact.id);
        }
    }
    let implied = dataset().county("350212").unwrap();
    assert_eq!(implied.tier, Some(tier_of("2")));
    assert!(dataset().facts_of("350212").any(|fact| fact.paragraph == 70 && fact.quote.contains("二类")));
}

#[test]
fn every_part_of_a_county_is_told_by_a_fact() {
    let with = |role: &str| codes(|county| county.roles.contains(&role));
    let mut pilots: BTreeSet<&str> =
        dataset().fact("pilot.named").unwrap().counties.iter().copied().collect();
    pilots.insert("350824");
    assert_eq!(with("pilot"), pilots);
    assert_eq!(pilots.len(), 6);
    assert!(dataset().facts_of("350824").any(|fact| fact.paragraph == 75 && fact.id.ends_with("pilot")));
    assert_eq!(with("profile").len(), 7);
    assert!(with("profile").is_subset(&told_in(&[69, 70, 71, 72, 73, 74, 75])));
    assert_eq!(with("speciality").len(), 7);
    assert!(with("speciality").is_subset(&told_in(&[34])));
}

#[test]
fn a_fact_speaks_of_the_counties_that_its_quote_or_statement_names() {
    for fact in &dataset().facts {
        let mut seen = BTreeSet::new();
        for code in &fact.counties {
            assert!(dataset().county(code).is_some() && seen.insert(*code), "{}: {code}", fact.id);
        }
    }
    // Two “Licheng”: the article's is the one in Putian.
    assert_eq!(dataset().facts_of("350502").count(), 0);
    assert!(dataset().facts_of("350304").count() > 0);
}

#[test]
fn no_two_tiles_share_a_cell_and_kinmen_stands_alone() {
    let cell = |county: &County| (i32::from(county.column), i32::from(county.row));
    let cells: BTreeMap<(i32, i32), &str> =
        dataset().counties.iter().map(|county| (cell(county), county.code)).collect();
    assert_eq!(cells.len(), 84);
    assert!(cells.keys().all(|(column, row)| (0..10).contains(column) && (0..12).contains(row)));
    for city in &dataset().prefectures {
        let label = (i32::from(city.label_column), i32::from(city.label_row));
        assert!(!cells.contains_key(&label), "{} is written on a tile", city.name.en);
    }
    let labels: BTreeSet<(u8, u8)> =
        dataset().prefectures.iter().map(|city| (city.label_column, city.label_row)).collect();
    assert_eq!(labels.len(), 9);
    let (column, row) = cell(dataset().county("350527").unwrap());
    for neighbour in [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)] {
        assert!(!cells.contains_key(&neighbour));
    }
}

#[test]
fn names_are_unique_but_for_the_two_licheng() {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for county in &dataset().counties {
        *names.entry(county.name.en).or_default() += 1;
        assert!(county.name.zh_hans.ends_with(['区', '市', '县']), "{}", county.name.zh_hans);
        assert!(county.name.zh_hant.ends_with(['區', '市', '縣']), "{}", county.name.zh_hant);
    }
    let twice: Vec<&str> = names.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    assert_eq!(twice, ["Licheng"]);
}
