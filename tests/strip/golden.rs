//! Pictures and tables, byte for byte: `UPDATE_GOLDENS=1 cargo test --test strip golden` writes them anew.

use std::fs;
use std::path::Path;

use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{static_picture, table_csv};
use county_chains::theme::{DARK, LIGHT, Theme};
use county_chains::tier::TierSet;
use county_chains::widget::Credits;

use super::data::{Ask, Set, countries, made_up};

/// A line for each element: what was drawn has no line that begins with a blank.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n <").replace(">\n <tspan", "><tspan").replace(">\n </text", "></text")
}

fn picture(set: &Set, ask: Ask, theme: &Theme) -> String {
    let scene = set.ask(ask, |strip, _| strip.draw());
    let svg = static_picture(&scene, theme, Locale::of(ask.language));
    lines(&svg.with("xmlns", "http://www.w3.org/2000/svg").markup())
}

fn table(set: &Set, language: Language) -> String {
    let table = set.ask(Ask::new(language, 760.0), |strip, _| strip.table());
    table_csv(&table, false, Locale::of(language), &Credits::default())
}

#[test]
fn every_golden_is_what_is_drawn() {
    let (gdp, few, big) = (countries("gdp_pcap"), made_up(60, 3, 1), made_up(20_000, 7, 3));
    let (zh, hant, en) = (Language::ZhHans, Language::ZhHant, Language::En);
    let first = |ask: Ask| Ask { tiers: TierSet::first(1), ..ask };
    let files = [
        ("few-en.svg", picture(&few, Ask::new(en, 760.0), &LIGHT)),
        ("few-280.svg", picture(&few, Ask::new(zh, 280.0), &LIGHT)),
        ("few-en.csv", table(&few, en)),
        ("big-en.svg", picture(&big, Ask::new(en, 760.0), &LIGHT)),
        ("big-360.svg", picture(&big, Ask::new(zh, 360.0), &DARK)),
        ("big-tiers-1.svg", picture(&big, first(Ask::new(zh, 760.0)), &LIGHT)),
        ("big-live.svg", picture(&big, Ask { live: true, ..Ask::new(en, 760.0) }, &LIGHT)),
        ("big-zh-Hans.csv", table(&big, zh)),
        ("big-en.csv", table(&big, en)),
        ("countries-zh-Hans.svg", picture(&gdp, Ask::new(zh, 760.0), &LIGHT)),
        ("countries-zh-Hant.svg", picture(&gdp, Ask::new(hant, 560.0), &DARK)),
        ("countries-360.svg", picture(&gdp, Ask::new(en, 360.0), &LIGHT)),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/strip/golden");
    for (name, expected) in &files {
        let path = folder.join(name);
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(&path, expected).unwrap();
        }
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == *expected, "{name} differs");
    }
    let mut there: Vec<String> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    there.sort();
    let mut wanted: Vec<String> = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    wanted.sort();
    assert_eq!(there, wanted);
}
