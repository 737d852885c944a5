//! The strict reader of the data files: every problem is told with file and line.
//!
//! `build.rs` runs it, so that a bad cell stops the build and the wasm carries no reader of its own. `row` reads
//! a record of a file, the functions here make a value of it, `references` checks that each name leads to something, and
//! `readings` tells how characters are read aloud.

mod categories;
mod readings;
mod record;
mod references;

use county_chains_data::dataset::{
    County, Dataset, Digits, Fact, FactValue, Formula, Indicator, Marker, Noun, Passage, Phrase, Prefecture,
    Remark, Source, Story, TierBasis, TierRow, Unit, UnitKind,
};
use county_chains_data::error::Error;
use county_chains_data::language::Localized;
use county_chains_data::quantity::{Qualifier, decimal};
use county_chains_data::tier::{MOST_TIERS, Tier};
use county_chains_data::word::Keyword;

use categories::Categories;
use readings::readings;
use record::{Record, kept, records};
use references::check;

/// The text of the data files.
pub struct Files {
    /// `data/facts.csv`
    pub facts: &'static str,
    /// `data/categories.csv`
    pub categories: &'static str,
    /// `data/units.csv`
    pub units: &'static str,
    /// `data/tiers.csv`
    pub tiers: &'static str,
    /// `data/indicators.csv`
    pub indicators: &'static str,
    /// `data/stories.csv`
    pub stories: &'static str,
    /// `data/notes.csv`
    pub notes: &'static str,
    /// `data/passages.csv`
    pub passages: &'static str,
    /// `data/phrases.csv`
    pub phrases: &'static str,
    /// `data/prefectures.csv`
    pub prefectures: &'static str,
    /// `data/counties.csv`
    pub counties: &'static str,
    /// `data/sources.csv`
    pub sources: &'static str,
}

/// The files of `data/`.
pub const FILES: Files = Files {
    facts: include_str!("../../data/facts.csv"),
    categories: include_str!("../../data/categories.csv"),
    units: include_str!("../../data/units.csv"),
    tiers: include_str!("../../data/tiers.csv"),
    indicators: include_str!("../../data/indicators.csv"),
    stories: include_str!("../../data/stories.csv"),
    notes: include_str!("../../data/notes.csv"),
    passages: include_str!("../../data/passages.csv"),
    phrases: include_str!("../../data/phrases.csv"),
    prefectures: include_str!("../../data/prefectures.csv"),
    counties: include_str!("../../data/counties.csv"),
    sources: include_str!("../../data/sources.csv"),
};

/// Reads all files and checks that they fit together.
///
/// # Errors
/// Every problem of every file, each with its place. Names that lead nowhere are told once all files can be read.
pub fn read(files: &Files) -> Result<Dataset, Vec<Error>> {
    let mut problems = Vec::new();
    let categories = Categories::read(files.categories, &mut problems);
    let units = records("data/units.csv", files.units, &mut problems, unit);
    let indicators =
        records("data/indicators.csv", files.indicators, &mut problems, |record| indicator(record, &units));
    let mut tiers = records("data/tiers.csv", files.tiers, &mut problems, |record| tier(record, &indicators));
    for (index, row) in tiers.iter_mut().enumerate() {
        row.tier = Tier::at(index);
    }
    if !(2..=MOST_TIERS).contains(&tiers.len()) {
        let message = format!("{} tiers, expected 2 to {MOST_TIERS}", tiers.len());
        problems.push(Error::at("data/tiers.csv", message));
    }
    let mut counties = records("data/counties.csv", files.counties, &mut problems, |record| {
        county(record, &tiers, &categories)
    });
    counties.sort_by_key(|county| (county.row, county.column));
    let mut dataset = Dataset {
        facts: records("data/facts.csv", files.facts, &mut problems, |record| {
            fact(record, &tiers, &categories)
        }),
        units,
        stories: records("data/stories.csv", files.stories, &mut problems, story),
        remarks: records("data/notes.csv", files.notes, &mut problems, remark),
        passages: records("data/passages.csv", files.passages, &mut problems, passage),
        phrases: records("data/phrases.csv", files.phrases, &mut problems, phrase),
        prefectures: records("data/prefectures.csv", files.prefectures, &mut problems, prefecture),
        counties,
        tiers,
        sources: records("data/sources.csv", files.sources, &mut problems, source),
        indicators,
        topics: categories.topics,
        tags: categories.tags,
        kinds: categories.kinds,
        roles: categories.roles,
        grounds: categories.grounds,
        readings: Vec::new(),
        ..Dataset::EMPTY
    };
    dataset.readings = readings(&dataset);
    if problems.is_empty() {
        check(&dataset, &mut problems);
    }
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

fn fact(record: &Record<'_>, tiers: &[TierRow], categories: &Categories) -> Result<Fact, Error> {
    let topic = record.category("theme", record.required("theme")?, &categories.topics)?;
    let kinds = [("figure", true), ("statement", false)];
    let is_figure = record.one_of("kind", record.required("kind")?, &kinds)?;
    let qualifier = Qualifier::parse(record.text("qualifier")?).map_err(|message| record.error(message))?;
    let tags = record.words("tags")?;
    for tag in &tags {
        record.category("tag", tag, &categories.tags)?;
    }
    let value = match record.text("value")? {
        "" => FactValue::None,
        text => decimal(text).map_or_else(|| FactValue::Text(kept(text)), FactValue::Number),
    };
    match (is_figure, &value, qualifier) {
        (true, FactValue::None, Qualifier::NotGiven) | (false, FactValue::None, _) => {}
        (true, FactValue::None, _) => {
            return Err(record.error("a figure without value must be \"not given\""));
        }
        (false, _, _) => return Err(record.error("a statement must not have a value")),
        (true, _, Qualifier::NotGiven) => return Err(record.error("a value is given, yet \"not given\"")),
        (true, _, _) => {}
    }
    Ok(Fact {
        id: record.required("id")?,
        topic,
        is_figure,
        tier: record.tier(tiers)?,
        counties: record.words("counties")?,
        value,
        unit: if is_figure { record.required("unit")? } else { "" },
        period: record.required("period")?,
        qualifier,
        tags,
        paragraph: record.integer("paragraph")?,
        indicator: "",
        subject: record.required_localized("subject")?,
        statement: if is_figure {
            record.localized("statement")?
        } else {
            record.required_localized("statement")?
        },
        note: record.localized("note")?,
        quote: record.required("quote")?,
        mark: kept(record.text("mark")?),
    })
}

fn unit(record: &Record<'_>) -> Result<Unit, Error> {
    Ok(Unit {
        key: record.required("key")?,
        kind: record.one_of("kind", record.text("kind")?, &UnitKind::WORDS)?,
        noun: Noun {
            name: Localized {
                zh_hans: record.required("zh_hans")?,
                zh_hant: record.required("zh_hant")?,
                en: record.required("en_many")?,
            },
            en_one: record.required("en_one")?,
            symbol: "",
        },
    })
}

fn tier(record: &Record<'_>, indicators: &[Indicator]) -> Result<TierRow, Error> {
    let mut facts = Vec::new();
    for indicator in indicators {
        // An indicator without a column of its own is derived for every tier.
        let Ok(fact) = record.text(indicator.id) else {
            continue;
        };
        if !fact.is_empty() {
            facts.push((indicator.id, kept(fact)));
        }
    }
    Ok(TierRow {
        // Set when all rows are there.
        tier: Tier::at(0),
        code: record.required("tier")?,
        short: record.required_localized("short")?,
        name: record.required_localized("name")?,
        attributive: record.required_localized("attributive")?,
        named: kept(record.text("named")?),
        facts,
        ..TierRow::EMPTY
    })
}

fn indicator(record: &Record<'_>, units: &[Unit]) -> Result<Indicator, Error> {
    let key = record.required("unit")?;
    let unit = units.iter().find(|unit| unit.key == key);
    let unit = unit.ok_or_else(|| record.error(format!("unknown unit \"{key}\"")))?;
    let cell = |column| record.text(column).map(kept);
    let name = Localized {
        zh_hans: cell("noun_zh_hans")?,
        zh_hant: cell("noun_zh_hant")?,
        en: cell("noun_en_many")?,
    };
    let noun = Noun { name, en_one: cell("noun_en_one")?, symbol: "" };
    let formula = kept(record.text("formula")?);
    Ok(Indicator {
        id: record.required("id")?,
        unit: key,
        kind: unit.kind,
        // An indicator may count its unit by a longer word: key chains.
        noun: if name.is_empty() { unit.noun } else { noun },
        formula: Formula::parse(formula)
            .ok_or_else(|| record.error(format!("\"{formula}\" is no formula, see data/README.md")))?,
        additive: yes(record, "sum")?,
        total: kept(record.text("total")?),
        column: if record.text("column")?.is_empty() { 0 } else { record.integer("column")? },
        column_period: yes(record, "column_period")?,
        counts_counties: yes(record, "counts_counties")?,
        share: kept(record.text("share")?),
        is_log: false,
        digits: Digits::Own,
        phrase: record.localized("phrase")?,
        name: record.required_localized("name")?,
        title: record.required_localized("title")?,
        period: record.required_localized("period")?,
    })
}

fn story(record: &Record<'_>) -> Result<Story, Error> {
    Ok(Story {
        chart: kept(record.text("chart")?),
        indicator: kept(record.text("indicator")?),
        about: record.words("about")?,
        name: record.localized("name")?,
        heading: record.localized("heading")?,
        summary: record.localized("summary")?,
        part: record.localized("part")?,
        part_summary: record.localized("part_summary")?,
        lead: record.localized("lead")?,
        beside: record.localized("beside")?,
        beside_short: record.localized("beside_short")?,
        missing: record.localized("missing")?,
        caption: record.localized("caption")?,
    })
}

fn remark(record: &Record<'_>) -> Result<Remark, Error> {
    Ok(Remark {
        id: record.required("id")?,
        charts: record.words("charts")?,
        indicators: record.words("indicators")?,
        tiers: record.words("tiers")?,
        of_part: record.one_of("when", record.text("when")?, &[("always", false), ("part", true)])?,
        tables: record.words("tables")?,
        marker: record.one_of("marker", record.text("marker")?, &Marker::WORDS)?,
        explains_gap: yes(record, "gap")?,
        text: record.required_localized("text")?,
    })
}

fn passage(record: &Record<'_>) -> Result<Passage, Error> {
    Ok(Passage {
        key: record.required("key")?,
        head: record.localized("head")?,
        text: record.required_localized("text")?,
    })
}

fn phrase(record: &Record<'_>) -> Result<Phrase, Error> {
    Ok(Phrase {
        chart: record.required("chart")?,
        key: record.required("key")?,
        item: kept(record.text("item")?),
        text: record.required_localized("text")?,
    })
}

fn yes(record: &Record<'_>, column: &str) -> Result<bool, Error> {
    record.one_of(column, record.text(column)?, &[("yes", true), ("no", false)])
}

fn prefecture(record: &Record<'_>) -> Result<Prefecture, Error> {
    Ok(Prefecture {
        code: record.required("code")?,
        name: record.required_localized("name")?,
        label_column: record.integer("label_column")?,
        label_row: record.integer("label_row")?,
    })
}

fn county(record: &Record<'_>, tiers: &[TierRow], categories: &Categories) -> Result<County, Error> {
    let tier = record.tier(tiers)?;
    let basis = record.one_of("tier_basis", record.text("tier_basis")?, &TierBasis::WORDS)?;
    if tier.is_some() != matches!(basis, TierBasis::Named | TierBasis::Implied) {
        return Err(record.error("\"tier\" and \"tier_basis\" contradict each other"));
    }
    let roles = record.words("roles")?;
    for role in &roles {
        record.category("role", role, &categories.roles)?;
    }
    Ok(County {
        code: record.required("code")?,
        name: record.required_localized("name")?,
        short: Localized::EMPTY,
        kind: record.category("kind", record.required("kind")?, &categories.kinds)?,
        prefecture: record.required("prefecture")?,
        tier,
        basis,
        roles,
        column: record.integer("column")?,
        row: record.integer("row")?,
    })
}

fn source(record: &Record<'_>) -> Result<Source, Error> {
    Ok(Source {
        id: record.required("id")?,
        name: record.required_localized("name")?,
        edition: record.required_localized("edition")?,
        edition_short: record.required_localized("edition_short")?,
        publisher: record.required_localized("publisher")?,
        title: record.required_localized("title")?,
        basis: record.required_localized("basis")?,
        year: record.integer("year")?,
        licence: record.required("licence")?,
        ..Source::EMPTY
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
            note_zh_hans,note_zh_hant,note_en,quote,mark\n\
            a,policy,figure,,,1,counties,2023,exact,,1,甲,甲,A,,,,,,,甲,\n\
            b,policy,figure,9,,1,counties,2023,exact,,1,乙,乙,B,,,,,,,乙,\n\
            c,weather,figure,,,1,counties,2023,exact,,1,丙,丙,C,,,,,,,丙,\n\
            d,policy,figure,,,,counties,2023,exact,,1,丁,丁,D,,,,,,,丁,\n\
            e,policy,figure,,,1,counties,2023,exact,,1,戊,,E,,,,,,,戊,\n\
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
    fn categories_are_in_their_lists_once_and_all_grounds_are_there() {
        let told = |categories: String| -> Vec<String> {
            let files = Files { categories: kept(&categories), ..FILES };
            read(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
        };
        let with = |from: &str, to: &str| told(FILES.categories.replacen(from, to, 1));
        assert_eq!(
            with("topic,policy,", "weather,policy,").first().map(String::as_str),
            Some("data/categories.csv (weather policy): expected the list topic, tag, kind, role or basis")
        );
        let twice = ["data/categories.csv (tag target): the category is there twice"];
        assert_eq!(with("tag,claim,", "tag,target,")[..1], twice);
        assert_eq!(
            with("basis,implied,", "basis,named,"),
            [
                "data/categories.csv (basis named): the category is there twice",
                "data/categories.csv: the list basis must hold named, implied, not in the article, not included",
            ]
        );
        assert_eq!(with("kind,city,", "role,city,")[..1], ["data/categories.csv: more than 3 roles"]);
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
        let phrases = FILES.phrases.replacen("{total}个县域都有专班", "{all}个县域都有专班", 1);
        let facts = FILES.facts.replace(",six-ones:taskforce", ",seven-ones:taskforce");
        let files = Files {
            facts: kept(&facts),
            stories: kept(&stories),
            notes: kept(&notes),
            phrases: kept(&phrases),
            ..FILES
        };
        let told: Vec<String> =
            read(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect();
        let expected = [
            "data/facts.csv (sixones.taskforce): \"seven-ones:taskforce\" is no mark of a chart",
            "data/phrases.csv (six-ones heading ): other placeholders in Traditional",
            "data/phrases.csv (six-ones heading ): unknown placeholder \"all\"",
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
