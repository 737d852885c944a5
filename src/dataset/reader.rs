//! The strict reader of the data files: every problem is told with file and line.
//!
//! `build.rs` runs it, so that a bad cell stops the build and the wasm carries no reader of its own.

use super::model::{
    County, CountyKind, CountyRole, Dataset, Fact, FactValue, Formula, Indicator, Noun, Prefecture, Source,
    TierBasis, TierRow, Unit, UnitKind,
};
use super::narration::{Marker, Passage, Remark, Story};
use super::readings::readings;
use super::references::check;
use super::row::{Row, kept, rows};
use crate::error::Error;
use crate::language::Localized;
use crate::quantity::{Qualifier, decimal};
use crate::tier::{MOST_TIERS, Tier};
use crate::word::Keyword;

/// The text of the data files.
pub(crate) struct Files {
    pub(crate) facts: &'static str,
    pub(crate) units: &'static str,
    pub(crate) tiers: &'static str,
    pub(crate) indicators: &'static str,
    pub(crate) stories: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) passages: &'static str,
    pub(crate) prefectures: &'static str,
    pub(crate) counties: &'static str,
    pub(crate) sources: &'static str,
}

/// The files of `data/`.
pub(crate) const FILES: Files = Files {
    facts: include_str!("../../data/facts.csv"),
    units: include_str!("../../data/units.csv"),
    tiers: include_str!("../../data/tiers.csv"),
    indicators: include_str!("../../data/indicators.csv"),
    stories: include_str!("../../data/stories.csv"),
    notes: include_str!("../../data/notes.csv"),
    passages: include_str!("../../data/passages.csv"),
    prefectures: include_str!("../../data/prefectures.csv"),
    counties: include_str!("../../data/counties.csv"),
    sources: include_str!("../../data/sources.csv"),
};

/// Reads all files and checks that they fit together.
pub(crate) fn read(files: &Files) -> Result<Dataset, Vec<Error>> {
    let mut problems = Vec::new();
    let units = rows("data/units.csv", files.units, &mut problems, unit);
    let indicators =
        rows("data/indicators.csv", files.indicators, &mut problems, |row| indicator(row, &units));
    let mut tiers = rows("data/tiers.csv", files.tiers, &mut problems, |row| tier(row, &indicators));
    for (index, row) in tiers.iter_mut().enumerate() {
        row.tier = Tier::at(index);
    }
    if !(2..=MOST_TIERS).contains(&tiers.len()) {
        let message = format!("{} tiers, expected 2 to {MOST_TIERS}", tiers.len());
        problems.push(Error::at("data/tiers.csv", message));
    }
    let mut counties = rows("data/counties.csv", files.counties, &mut problems, |row| county(row, &tiers));
    counties.sort_by_key(|county| (county.row, county.column));
    let mut dataset = Dataset {
        facts: rows("data/facts.csv", files.facts, &mut problems, |row| fact(row, &tiers)),
        units,
        stories: rows("data/stories.csv", files.stories, &mut problems, story),
        remarks: rows("data/notes.csv", files.notes, &mut problems, remark),
        passages: rows("data/passages.csv", files.passages, &mut problems, passage),
        prefectures: rows("data/prefectures.csv", files.prefectures, &mut problems, prefecture),
        counties,
        tiers,
        sources: rows("data/sources.csv", files.sources, &mut problems, source),
        indicators,
        readings: Vec::new(),
    };
    dataset.readings = readings(&dataset);
    if problems.is_empty() {
        check(&dataset, &mut problems);
    }
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

const TOPICS: [(&str, ()); 13] = [
    ("policy", ()),
    ("six-ones", ()),
    ("firms", ()),
    ("digital", ()),
    ("green", ()),
    ("clusters", ()),
    ("investment", ()),
    ("quality", ()),
    ("tiers", ()),
    ("market", ()),
    ("paths", ()),
    ("profiles", ()),
    ("next", ()),
];

const TAGS: [(&str, ()); 6] =
    [("plan", ()), ("lower-bound", ()), ("increment", ()), ("cumulative", ()), ("target", ()), ("claim", ())];

fn fact(row: &Row<'_>, tiers: &[TierRow]) -> Result<Fact, Error> {
    let topic = row.required("theme")?;
    row.one_of("theme", topic, &TOPICS)?;
    let kinds = [("figure", true), ("statement", false)];
    let is_figure = row.one_of("kind", row.required("kind")?, &kinds)?;
    let qualifier = Qualifier::parse(row.text("qualifier")?).map_err(|message| row.error(message))?;
    let tags = row.words("tags")?;
    for tag in &tags {
        row.one_of("tag", tag, &TAGS)?;
    }
    let value = match row.text("value")? {
        "" => FactValue::None,
        text => decimal(text).map_or_else(|| FactValue::Text(kept(text)), FactValue::Number),
    };
    match (is_figure, &value, qualifier) {
        (true, FactValue::None, Qualifier::NotGiven) | (false, FactValue::None, _) => {}
        (true, FactValue::None, _) => return Err(row.error("a figure without value must be \"not given\"")),
        (false, _, _) => return Err(row.error("a statement must not have a value")),
        (true, _, Qualifier::NotGiven) => return Err(row.error("a value is given, yet \"not given\"")),
        (true, _, _) => {}
    }
    Ok(Fact {
        id: row.required("id")?,
        topic,
        is_figure,
        tier: row.tier(tiers)?,
        counties: row.words("counties")?,
        value,
        unit: if is_figure { row.required("unit")? } else { "" },
        period: row.required("period")?,
        qualifier,
        tags,
        paragraph: row.integer("paragraph")?,
        subject: row.required_localized("subject")?,
        statement: if is_figure { row.localized("statement")? } else { row.required_localized("statement")? },
        note: row.localized("note")?,
        quote: row.required("quote")?,
    })
}

fn unit(row: &Row<'_>) -> Result<Unit, Error> {
    Ok(Unit {
        key: row.required("key")?,
        kind: row.one_of("kind", row.text("kind")?, &UnitKind::WORDS)?,
        noun: Noun {
            name: Localized {
                zh_hans: row.required("zh_hans")?,
                zh_hant: row.required("zh_hant")?,
                en: row.required("en_many")?,
            },
            en_one: row.required("en_one")?,
        },
    })
}

fn tier(row: &Row<'_>, indicators: &[Indicator]) -> Result<TierRow, Error> {
    let mut facts = Vec::new();
    for indicator in indicators {
        // An indicator without a column of its own is derived for every tier.
        let Ok(fact) = row.text(indicator.id) else {
            continue;
        };
        if !fact.is_empty() {
            facts.push((indicator.id, kept(fact)));
        }
    }
    Ok(TierRow {
        // Set when all rows are there.
        tier: Tier::at(0),
        code: row.required("tier")?,
        short: row.required_localized("short")?,
        name: row.required_localized("name")?,
        attributive: row.required_localized("attributive")?,
        named: kept(row.text("named")?),
        facts,
    })
}

fn indicator(row: &Row<'_>, units: &[Unit]) -> Result<Indicator, Error> {
    let key = row.required("unit")?;
    let unit = units.iter().find(|unit| unit.key == key);
    let unit = unit.ok_or_else(|| row.error(format!("unknown unit \"{key}\"")))?;
    let cell = |column| row.text(column).map(kept);
    let name = Localized {
        zh_hans: cell("noun_zh_hans")?,
        zh_hant: cell("noun_zh_hant")?,
        en: cell("noun_en_many")?,
    };
    let noun = Noun { name, en_one: cell("noun_en_one")? };
    let formula = kept(row.text("formula")?);
    Ok(Indicator {
        id: row.required("id")?,
        unit: key,
        kind: unit.kind,
        // An indicator may count its unit by a longer word: key chains.
        noun: if name.is_empty() { unit.noun } else { noun },
        formula: Formula::parse(formula)
            .ok_or_else(|| row.error(format!("\"{formula}\" is no formula, see data/README.md")))?,
        additive: yes(row, "sum")?,
        total: kept(row.text("total")?),
        column: if row.text("column")?.is_empty() { 0 } else { row.integer("column")? },
        column_period: yes(row, "column_period")?,
        counts_counties: yes(row, "counts_counties")?,
        share: kept(row.text("share")?),
        phrase: row.localized("phrase")?,
        name: row.required_localized("name")?,
        title: row.required_localized("title")?,
        period: row.required_localized("period")?,
    })
}

fn story(row: &Row<'_>) -> Result<Story, Error> {
    Ok(Story {
        chart: kept(row.text("chart")?),
        indicator: kept(row.text("indicator")?),
        about: row.words("about")?,
        name: row.localized("name")?,
        heading: row.localized("heading")?,
        summary: row.localized("summary")?,
        part: row.localized("part")?,
        part_summary: row.localized("part_summary")?,
        lead: row.localized("lead")?,
        beside: row.localized("beside")?,
        beside_short: row.localized("beside_short")?,
        missing: row.localized("missing")?,
        caption: row.localized("caption")?,
    })
}

fn remark(row: &Row<'_>) -> Result<Remark, Error> {
    Ok(Remark {
        id: row.required("id")?,
        charts: row.words("charts")?,
        indicators: row.words("indicators")?,
        tiers: row.words("tiers")?,
        of_part: row.one_of("when", row.text("when")?, &[("always", false), ("part", true)])?,
        tables: row.words("tables")?,
        marker: row.one_of("marker", row.text("marker")?, &Marker::WORDS)?,
        explains_gap: yes(row, "gap")?,
        text: row.required_localized("text")?,
    })
}

fn passage(row: &Row<'_>) -> Result<Passage, Error> {
    Ok(Passage {
        key: row.required("key")?,
        head: row.localized("head")?,
        text: row.required_localized("text")?,
    })
}

fn yes(row: &Row<'_>, column: &str) -> Result<bool, Error> {
    row.one_of(column, row.text(column)?, &[("yes", true), ("no", false)])
}

fn prefecture(row: &Row<'_>) -> Result<Prefecture, Error> {
    Ok(Prefecture {
        code: row.required("code")?,
        name: row.required_localized("name")?,
        label_column: row.integer("label_column")?,
        label_row: row.integer("label_row")?,
    })
}

fn county(row: &Row<'_>, tiers: &[TierRow]) -> Result<County, Error> {
    let tier = row.tier(tiers)?;
    let basis = row.one_of("tier_basis", row.text("tier_basis")?, &TierBasis::WORDS)?;
    if tier.is_some() != matches!(basis, TierBasis::Named | TierBasis::Implied) {
        return Err(row.error("\"tier\" and \"tier_basis\" contradict each other"));
    }
    let mut found = Vec::new();
    for word in row.words("roles")? {
        found.push(row.one_of("role", word, &CountyRole::WORDS)?);
    }
    Ok(County {
        code: row.required("code")?,
        name: row.required_localized("name")?,
        kind: row.one_of("kind", row.text("kind")?, &CountyKind::WORDS)?,
        prefecture: row.required("prefecture")?,
        tier,
        basis,
        roles: found,
        column: row.integer("column")?,
        row: row.integer("row")?,
    })
}

fn source(row: &Row<'_>) -> Result<Source, Error> {
    Ok(Source {
        id: row.required("id")?,
        name: row.required_localized("name")?,
        edition: row.required_localized("edition")?,
        edition_short: row.required_localized("edition_short")?,
        publisher: row.required_localized("publisher")?,
        title: row.required_localized("title")?,
        basis: row.required_localized("basis")?,
        year: row.integer("year")?,
        licence: row.required("licence")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_facts(facts: &'static str) -> Vec<Error> {
        read(&Files { facts, ..FILES }).err().unwrap_or_default()
    }

    #[test]
    fn the_embedded_files_have_no_problem() {
        assert_eq!(read(&FILES).err(), None);
    }

    #[test]
    fn a_bad_cell_is_an_error_with_file_and_line() {
        let facts = "id,theme,kind,tier,counties,value,unit,period,qualifier,tags,paragraph,\
            subject_zh_hans,subject_zh_hant,subject_en,statement_zh_hans,statement_zh_hant,statement_en,\
            note_zh_hans,note_zh_hant,note_en,quote\n\
            a,policy,figure,,,1,counties,2023,exact,,1,甲,甲,A,,,,,,,甲\n\
            b,policy,figure,9,,1,counties,2023,exact,,1,乙,乙,B,,,,,,,乙\n\
            c,weather,figure,,,1,counties,2023,exact,,1,丙,丙,C,,,,,,,丙\n\
            d,policy,figure,,,,counties,2023,exact,,1,丁,丁,D,,,,,,,丁\n\
            e,policy,figure,,,1,counties,2023,exact,,1,戊,,E,,,,,,,戊\n\
            f,policy\n";
        let problems: Vec<String> = with_facts(facts).iter().map(ToString::to_string).collect();
        let expected = [
            "data/facts.csv:3: unknown tier \"9\", expected one of: 1, 2, 3, 4",
            "data/facts.csv:4: unknown theme \"weather\"",
            "data/facts.csv:5: a figure without value must be \"not given\"",
            "data/facts.csv:6: \"subject\" is not given in all three languages",
            "data/facts.csv:7: wrong number of cells",
        ];
        assert_eq!(problems.len(), expected.len(), "{problems:#?}");
        for (problem, start) in problems.iter().zip(expected) {
            assert!(problem.starts_with(start), "{problem}");
        }
    }
    #[test]
    fn a_dataset_has_two_to_twelve_tiers_with_codes_of_their_own() {
        let header = "tier,short_zh_hans,short_zh_hant,short_en,name_zh_hans,name_zh_hant,name_en,\
            attributive_zh_hans,attributive_zh_hant,attributive_en,named\n";
        let told = |codes: &[&str]| -> Vec<String> {
            let rows = codes.iter().map(|code| format!("{code},a,a,a,a,a,a,a,a,a,\n")).collect::<String>();
            let (facts, counties) =
                (FILES.facts.split_inclusive('\n').take(1), FILES.counties.split_inclusive('\n').take(1));
            let files = Files {
                tiers: kept(&(header.to_owned() + &rows)),
                facts: kept(&facts.collect::<String>()),
                counties: kept(&counties.collect::<String>()),
                ..FILES
            };
            // Totals of indicators have gone with the facts.
            let problems = read(&files).err().unwrap_or_default();
            let problems = problems.iter().map(ToString::to_string);
            problems.filter(|problem| problem.starts_with("data/tiers.csv")).collect()
        };
        let thirteen: Vec<String> = (0..13).map(|code| code.to_string()).collect();
        let thirteen: Vec<&str> = thirteen.iter().map(String::as_str).collect();
        assert_eq!(told(&thirteen[..12]), [""; 0]);
        assert_eq!(told(&thirteen), ["data/tiers.csv: 13 tiers, expected 2 to 12"]);
        assert_eq!(told(&["1"]), ["data/tiers.csv: 1 tiers, expected 2 to 12"]);
        assert_eq!(told(&["a", "b", "a"]), ["data/tiers.csv (a): the tier is there twice"]);
    }

    #[test]
    fn an_indicator_names_what_there_is() {
        let line = "gdp-share,percent,residual-or-part gdp,";
        let told = |indicators: String| -> Vec<String> {
            let files = Files { indicators: kept(&indicators), ..FILES };
            read(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
        };
        let with = |new: &str| told(FILES.indicators.replace(line, new));
        assert_eq!(
            with("gdp-share,percent,part gdp nowhere,"),
            ["data/indicators.csv (gdp-share): \"nowhere\" is no indicator and no fact"]
        );
        let told_of = |from: &str, to: &str| told(FILES.indicators.replacen(from, to, 1));
        assert_eq!(
            told_of("no,no,gdp-share,", "no,no,nothing,"),
            ["data/indicators.csv (gdp): unknown indicator \"nothing\""]
        );
        for column in ["1", "99"] {
            let problem = format!("column {column} is taken, or above the number of indicators");
            let place = if column == "1" { "counties" } else { "gdp" };
            assert_eq!(
                told_of("yes,,3,no", &format!("yes,,{column},no")),
                [format!("data/indicators.csv ({place}): {problem}")]
            );
        }
        let [problem] = &with("gdp-share,percent,twice gdp,")[..] else { panic!("one problem") };
        assert!(problem.starts_with("data/indicators.csv:6: \"twice gdp\" is no formula"), "{problem}");
        let [problem] = &with("gdp-share,apples,,")[..] else { panic!("one problem") };
        assert!(problem.starts_with("data/indicators.csv:6: unknown unit \"apples\""), "{problem}");
    }

    #[test]
    fn stories_and_notes_ask_for_what_there_is() {
        let stories = "{counties:9}{chains:3:loud}{total.people}个三类";
        let stories = FILES.stories.replace("{counties:3:number}个三类", stories);
        let notes =
            FILES.notes.replace("share-derived,tiers,gdp gdp-share,1,", "share-derived,tiers,money,7,");
        let files = Files { stories: kept(&stories), notes: kept(&notes), ..FILES };
        let told: Vec<String> =
            read(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect();
        let expected = [
            "data/stories.csv (tiers gdp): other placeholders in Traditional",
            "data/stories.csv (tiers gdp): unknown placeholder \"counties:9\"",
            "data/stories.csv (tiers gdp): unknown placeholder \"chains:3:loud\"",
            "data/stories.csv (tiers gdp): unknown placeholder \"total.people\"",
            "data/notes.csv (share-derived): unknown indicator \"money\"",
            "data/notes.csv (share-derived): unknown tier \"7\"",
        ];
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (problem, start) in told.iter().zip(expected) {
            assert!(problem.starts_with(start), "{problem}");
        }
    }
}
