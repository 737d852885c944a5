//! Sentences are true when quoted alone: of the classes that they name, with period, unit and gaps.

use county_chains::chart::ChartKind;
use county_chains::dataset::{Dataset, Measure};
use county_chains::language::Language;
use county_chains::own;
use county_chains::package::Code;
use county_chains::widget::{self, State};
use county_chains::word::Keyword;

use crate::picture::environment;
use crate::support::{lines, read};

/// Schools of three kinds; `fields` and `properties` are added to those of every school and of the dataset.
pub(crate) struct Made {
    pub(crate) entity: &'static str,
    pub(crate) classes: &'static str,
    pub(crate) fields: &'static str,
    pub(crate) properties: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) tiers: &'static str,
    pub(crate) facts: &'static str,
}

impl Made {
    pub(crate) const EMPTY: Made = Made {
        entity: r#""entity": { "one": "school", "many": "schools", "many@zh-Hans": "所学校" },"#,
        classes: r#"{ "value": "p", "label": "Primary", "label@zh-Hans": "小学" },
            { "value": "s", "label": "Secondary", "label@zh-Hans": "中学" },
            { "value": "o", "label": "Other", "label@zh-Hans": "其他" }"#,
        fields: r#"{ "name": "beds", "type": "number", "title": "Beds", "title@zh-Hans": "床位", "unit": "beds",
            "aggregate": "sum", "period": "2024" }"#,
        properties: "",
        rows: "",
        tiers: "",
        facts: "",
    };

    pub(crate) fn descriptor(&self) -> String {
        let Made { entity, classes, fields, properties, tiers, facts, .. } = self;
        let schema = |fields: &str| {
            format!(
                r#""schema": {{ "fieldsMatch": "partial", "fields": [
                {{ "name": "code", "type": "string" }}, {{ "name": "name", "type": "string" }},
                {{ "name": "kind", "type": "string", "role": "tier", "categoriesOrdered": false,
                "categories": [{classes}] }}, {fields}] }}"#
            )
        };
        let table = |name: &str, text: &str, schema: &str| match text {
            "" => String::new(),
            _ => format!(r#", {{ "name": "{name}", "path": "{name}.csv"{schema} }}"#),
        };
        let of_tiers = schema(fields)
            .replace(r#"{ "name": "code", "type": "string" }, { "name": "name", "type": "string" },"#, "");
        format!(
            r#"{{ "name": "made-up", "title": "Made up", "languages": ["en", "zh-Hans"],
            {entity} "sources": [{{ "title": "Nowhere yearbook" }}], "licenses": [{{ "name": "CC0-1.0" }}],
            "units": [{{ "name": "beds", "one": "bed", "many": "beds", "many@zh-Hans": "张" }}], {properties}
            "resources": [{{ "name": "entities", "path": "entities.csv", {} }}{}{}] }}"#,
            schema(fields),
            table("tiers", tiers, &format!(", {of_tiers}")),
            table("facts", facts, ""),
        )
    }

    pub(crate) fn dataset(&self) -> Dataset {
        let report = read(self.descriptor().as_bytes(), &|path| {
            let text = match path {
                "entities.csv" => self.rows,
                "tiers.csv" => self.tiers,
                _ => self.facts,
            };
            Some(text.as_bytes().to_vec())
        });
        own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
    }
}

/// Heading, summary and notes of a chart, in English and Chinese.
pub(crate) fn said(dataset: &Dataset, chart: ChartKind, tiers: &str) -> [Vec<String>; 2] {
    [Language::En, Language::ZhHans].map(|language| {
        let state = State { chart, tiers: dataset.parse_tiers(tiers).unwrap(), ..State::of(dataset) };
        let context = widget::context(dataset, &state, &environment(language, 560.0));
        let headline = chart.chart().headline(&context);
        let notes = chart.chart().notes(&context).into_iter().map(|note| note.text);
        [headline.heading, headline.summary].into_iter().chain(notes).collect()
    })
}

/// The heading alone.
pub(crate) fn headings(dataset: &Dataset, chart: ChartKind, tiers: &str) -> [String; 2] {
    said(dataset, chart, tiers).map(|said| said[0].clone())
}

#[test]
fn shares_of_some_classes_are_told_together_and_marked_as_calculated() {
    let rows = "code,name,kind,beds\n1,One,p,10\n2,Two,p,30\n3,Three,s,20\n4,Four,s,100\n5,Five,o,40\n";
    let dataset = Made { rows, ..Made::EMPTY }.dataset();
    let said = |tiers| said(&dataset, ChartKind::Shares, tiers).map(|said| said[..2].to_vec());
    let [english, chinese] = said("p,o");
    assert_eq!(
        english,
        [
            "Primary and Other: 60% of schools; Beds (2024), 40% of the total (calculated)",
            "Primary and Other: 3 schools (calculated)."
        ]
    );
    assert_eq!(
        chinese,
        ["小学和其他：占总数的60%，占床位（2024）的40%（计算）", "小学和其他：3所学校（计算）。"]
    );
    for (tiers, told) in [
        ("p", "Primary: 40% of schools; Beds (2024), 20% of the total (calculated)"),
        ("s", "Secondary: 40% of schools; Beds (2024), 60% of the total (calculated)"),
        ("o", "Other: 20% of schools; Beds (2024), 20% of the total (calculated)"),
        ("", "Primary: 40% of schools; Beds (2024), 20% of the total (calculated)"),
    ] {
        assert_eq!(headings(&dataset, ChartKind::Shares, tiers)[0], told, "{tiers}");
    }
}

/// Rows of a table, with the head of a table of schools.
fn rows(rows: &[&str]) -> String {
    format!("code,name,kind,beds\n{}\n", rows.join("\n"))
}

#[test]
fn a_value_is_that_of_every_class_only_where_every_class_has_one() {
    for (table, english, chinese) in [
        (
            &["1,One,p,10", "2,Two,s,10", "3,Three,o,10"][..],
            "Beds (2024): 10 beds in every class (calculated)",
            "床位（2024）：各类均为10张（计算）",
        ),
        (
            &["1,One,p,10", "2,Two,s,10", "3,Three,o,"],
            "Beds (2024): Primary and Secondary, 10 beds each; no value: Other (calculated)",
            "床位（2024）：小学和中学均为10张；其他无数据（计算）",
        ),
        (
            &["1,One,p,10", "2,Two,s,", "3,Three,o,"],
            "Beds (2024): Primary, 10 beds; no value: Secondary and Other (calculated)",
            "床位（2024）：小学为10张；中学和其他无数据（计算）",
        ),
        (
            &["1,One,p,10", "2,Two,s,7", "3,Three,o,"],
            "Beds (2024), highest: Primary, 10 beds; no value: Other (calculated)",
            "床位（2024）：小学最高，10张；其他无数据（计算）",
        ),
        (
            &["1,One,p,10", "2,Two,s,10", "3,Three,o,2"],
            "Beds (2024), highest: Primary and Secondary, 10 beds each (calculated)",
            "床位（2024）：小学和中学并列最高，各10张（计算）",
        ),
    ] {
        let rows = rows(table);
        let dataset = Made { rows: rows.leak(), ..Made::EMPTY }.dataset();
        assert_eq!(headings(&dataset, ChartKind::Tiers, ""), [english, chinese]);
    }
    let rows = rows(&["1,One,p,10", "2,Two,s,2", "3,Three,o,2"]).leak();
    let [english, chinese] = said(&Made { rows, ..Made::EMPTY }.dataset(), ChartKind::Tiers, "");
    assert_eq!(english[1], "Lowest: Secondary and Other, 2 beds each. 3 schools in 3 classes.");
    assert_eq!(chinese[1], "最低：中学和其他，各2张。共3所学校，分3类。");
}

#[test]
fn counts_have_their_noun_in_the_number_that_it_needs() {
    let table = "code,name,kind,beds,row,column\n1,One,p,10,1,1\n2,Two,s,30,1,2\n3,Three,s,5,2,1\n";
    let fields = r#"{ "name": "beds", "type": "number", "title": "Beds", "aggregate": "sum" },
        { "name": "row", "type": "integer" }, { "name": "column", "type": "integer" }"#;
    let dataset = Made { rows: table, fields, ..Made::EMPTY }.dataset();
    let summary = |tiers| said(&dataset, ChartKind::Map, tiers).map(|said| said[1].clone());
    assert_eq!(summary("p"), ["Primary: 1 school.", "小学：1所学校。"]);
    assert_eq!(summary("s"), ["Secondary: 2 schools.", "中学：2所学校。"]);
    let origins = dataset.tiers.iter().map(|row| match dataset.measure("beds", row.tier) {
        Measure::Aggregated(_, origin) => origin.en,
        _ => "",
    });
    assert_eq!(origins.collect::<Vec<_>>(), ["Sum of 1 value", "Sum of 2 values", ""]);
    let table = rows(&["1,One,p,10", "2,Two,p,30"]).leak();
    let [english, chinese] = said(&Made { rows: table, ..Made::EMPTY }.dataset(), ChartKind::Tiers, "");
    assert_eq!([&*english[1], &*chinese[1]], ["2 schools in 1 class.", "共2所学校，同属一类。"]);
}

#[test]
fn entities_without_a_name_are_entries() {
    let table = rows(&["1,One,p,10", "2,Two,p,", "3,Three,s,30"]).leak();
    let dataset = Made { rows: table, entity: "", ..Made::EMPTY }.dataset();
    let [english, chinese] = said(&dataset, ChartKind::Tiers, "");
    assert_eq!(
        english[1],
        "Lowest: Primary, 10 beds (calculated from 1 of 2 entries). 3 entries in 2 classes."
    );
    assert_eq!(chinese[1], "最低：小学，10张（据2个条目中1个条目的数据计算）。共3个条目，分2类。");
    let [english, chinese] = said(&dataset, ChartKind::Strip, "");
    assert!(english.iter().any(|note| note.starts_with("Each dot is one entry. ")), "{english:#?}");
    assert!(chinese.iter().any(|note| note.starts_with("一点代表1个条目。")), "{chinese:#?}");
}

#[test]
fn figures_for_classes_alone_say_nothing_of_how_many_entities_there_are() {
    let descriptor = |entity: &str| {
        format!(
            r#"{{ "name": "accounts", "title": "Accounts", "languages": ["en"], {entity}
            "sources": [{{ "title": "Nowhere yearbook" }}], "licenses": [{{ "name": "CC0-1.0" }}],
            "resources": [{{ "name": "tiers", "data": [["kind", "budget"], ["n", 2000], ["s", 5000]],
            "schema": {{ "fields": [
              {{ "name": "kind", "type": "string", "role": "tier", "categories": ["n", "s"] }},
              {{ "name": "budget", "type": "number", "title": "Budget", "aggregate": "sum" }}
            ] }} }}] }}"#
        )
    };
    for entity in ["", r#""entity": { "one": "county", "many": "counties" },"#] {
        let report = read(descriptor(entity).as_bytes(), &|_| None);
        let dataset =
            own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
        assert_eq!(dataset.indicators.iter().map(|one| one.id).collect::<Vec<_>>(), ["budget"]);
        let [told, _] = said(&dataset, ChartKind::Tiers, "");
        assert_eq!(told[..2], ["Budget, highest: s, 5,000", "Lowest: n, 2,000."]);
        let [told, _] = said(&dataset, ChartKind::Shares, "");
        assert_eq!(told[..2], ["s: Budget, 71.4% of the total (calculated)", ""]);
        let state = State { chart: ChartKind::Tiers, ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
        let names: Vec<String> =
            ChartKind::Tiers.chart().draw(&context).marks().map(|mark| mark.name.clone()).collect();
        assert!(names.contains(&"s, Budget 5,000".to_owned()), "{names:?}");
    }
}

#[test]
fn a_number_for_classes_that_is_called_like_entities_is_not_theirs_where_all_are_counted() {
    let told = |rows: &str| {
        let descriptor = format!(
            r#"{{ "name": "schools", "title": "Schools", "languages": ["en"],
            "entity": {{ "one": "school", "many": "schools" }},
            "units": [{{ "name": "schools", "one": "school", "many": "schools" }}],
            "sources": [{{ "title": "Nowhere yearbook" }}], "licenses": [{{ "name": "CC0-1.0" }}],
            "resources": [{{ "name": "entities", "data": [["code", "name", "kind"], {rows}], "schema": {{ "fields": [
              {{ "name": "code", "type": "string" }}, {{ "name": "name", "type": "string" }},
              {{ "name": "kind", "type": "string", "role": "tier", "categories": ["p", "s"] }}
            ] }} }}, {{ "name": "tiers", "data": [["kind", "built"], ["p", 30], ["s", 70]], "schema": {{ "fields": [
              {{ "name": "kind", "type": "string", "role": "tier" }},
              {{ "name": "built", "type": "number", "title": "Built in 2024", "unit": "schools", "aggregate": "sum" }}
            ] }} }}] }}"#
        );
        let report = read(descriptor.as_bytes(), &|_| None);
        let dataset =
            own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
        said(&dataset, ChartKind::Shares, "")[0][..2].to_vec()
    };
    assert_eq!(
        told(r#"["1", "One", "p"], ["2", "Two", "s"], ["3", "Three", "s"], ["4", "Four", "s"]"#),
        ["s: 75% of schools; Built in 2024, 70% of the total (calculated)", "4 schools in 2 classes."]
    );
    // Where the class of some is not known, the figure of the source says how many each class has.
    assert_eq!(
        told(r#"["1", "One", "p"], ["2", "Two", "s"], ["3", "Three", null], ["4", "Four", null]"#),
        ["s: 70% of schools (calculated)", "100 schools in 2 classes."]
    );
}

#[test]
fn of_those_that_share_an_end_the_ones_beyond_it_are_told() {
    let told = |rows: &'static str| {
        let dataset = Made { rows, ..Made::EMPTY }.dataset();
        said(&dataset, ChartKind::Strip, "")[0][1].clone()
    };
    let told = told(
        "code,name,kind,beds,beds.qualifier\n1,One,p,100,\n2,Two,p,100,more than\n3,Three,s,100,less than\n\
        4,Four,s,50,\n5,Five,o,5,\n6,Six,o,5,less than\n",
    );
    assert!(told.contains("Lowest: Six, under 5 beds. Highest: Two, over 100 beds."), "{told}");
}

#[test]
fn a_printed_figure_is_not_called_calculated_because_that_of_another_class_is() {
    let table = rows(&["1,One,p,40", "2,Two,s,120", "3,Three,o,50"]).leak();
    let said = |tiers: &'static str| {
        let dataset = Made { rows: table, tiers, ..Made::EMPTY }.dataset();
        said(&dataset, ChartKind::Tiers, "")[0][..2].to_vec()
    };
    assert_eq!(
        said("kind,beds\ns,121\n"),
        [
            "Beds (2024), highest: Secondary, 121 beds",
            "Lowest: Primary, 40 beds (calculated). 3 schools in 3 classes."
        ]
    );
    assert_eq!(
        said("kind,beds\np,41\n"),
        [
            "Beds (2024), highest: Secondary, 120 beds (calculated)",
            "Lowest: Primary, 41 beds. 3 schools in 3 classes."
        ]
    );
}

#[test]
fn what_a_title_or_label_is_without_a_text_of_the_first_language_is_no_other_language() {
    let table = "code,name,kind,beds\n1,One,A,10\n2,Two,B,30\n";
    let classes = r#"{ "value": "A", "label@zh-Hans": "甲" }, { "value": "B", "label@zh-Hans": "乙" }"#;
    let fields = r#"{ "name": "beds", "type": "number", "title@zh-Hans": "床位", "aggregate": "sum" }"#;
    let dataset = Made { rows: table, classes, fields, ..Made::EMPTY }.dataset();
    assert_eq!(
        headings(&dataset, ChartKind::Tiers, ""),
        ["beds, highest: B, 30 (calculated)", "床位：乙最高，30（计算）"]
    );
}

#[test]
fn a_noun_that_is_given_in_english_only_is_singular_after_one_and_stands_apart_in_chinese() {
    let table = rows(&["1,One,p,10", "2,Two,s,30"]).leak();
    let entity = r#""entity": { "one": "school", "many": "schools" },"#;
    let dataset = Made { rows: table, entity, ..Made::EMPTY }.dataset();
    assert_eq!(said(&dataset, ChartKind::Tiers, "p")[1][1], "小学：1 school。");
    let [_, chinese] = said(&dataset, ChartKind::Strip, "");
    assert!(chinese.iter().any(|note| note.starts_with("一点代表1 school。")), "{chinese:#?}");
}

#[test]
fn there_are_no_shares_of_nothing() {
    let charts = |table: &[&str]| {
        let rows = rows(table).leak();
        let dataset = Made { rows, ..Made::EMPTY }.dataset();
        let texts: Vec<String> = ChartKind::offered(&dataset)
            .into_iter()
            .flat_map(|kind| ["", "p", "p,s", "none"].map(|tiers| said(&dataset, kind, tiers)))
            .flatten()
            .flatten()
            .collect();
        assert!(texts.iter().all(|text| !text.contains("NaN") && !text.contains("; Beds")), "{texts:?}");
        (ChartKind::offered(&dataset).contains(&ChartKind::Shares), texts)
    };
    let (has_shares, texts) = charts(&["1,One,p,0", "2,Two,s,0", "3,Three,o,0"]);
    assert!(has_shares, "the schools have shares");
    for heading in ["Primary: 33.3% of schools (calculated)", "小学和中学：占总数的66.7%（计算）"]
    {
        assert!(texts.iter().any(|text| text == heading), "{texts:?}");
    }
    let (has_shares, texts) = charts(&["1,One,,0", "2,Two,,5"]);
    assert!(!has_shares, "no class has any");
    assert!(texts.iter().any(|text| text == "2 schools, none of them in a class."), "{texts:?}");
}

#[test]
fn a_story_that_asks_for_a_figure_that_there_is_not_leaves_the_general_sentence() {
    let with = |table: &[&str], aggregate: &str, story: &str| {
        Made {
        rows: rows(table).leak(),
        fields: Made::EMPTY.fields.replace("sum", aggregate).leak(),
        properties: format!(
            r#""stories": [{{ "chart": "tiers", "indicator": "beds", "heading": "{story}", "summary": "{{n}}" }}],"#
        )
        .leak(),
        ..Made::EMPTY
    }
    };
    let heading = |table: &[&str], aggregate: &str, story: &str| {
        let [said, _] = said(&with(table, aggregate, story).dataset(), ChartKind::Tiers, "");
        assert!(said[1].len() < 3, "the summary has its figure: {said:?}");
        said[0].clone()
    };
    // What `validate` says has no value.
    let warned = |table: &[&str], aggregate: &str, story: &str| {
        let made = with(table, aggregate, story);
        let report = read(made.descriptor().as_bytes(), &|_| Some(made.rows.as_bytes().to_vec()));
        let told = report.problems.into_iter().filter(|problem| problem.code == Code::StoryValue);
        told.map(|problem| problem.found).collect::<Vec<_>>()
    };
    let gap = ["1,One,p,10", "2,Two,s,30", "3,Three,o,"];
    let zeros = ["1,One,p,0", "2,Two,s,0", "3,Three,o,0"];
    for (story, told) in [
        ("{v:p} of {max}", "10 beds of 30 beds"),
        ("{gap:p:s}", "20 beds"),
        ("{c:o}", "1"),
        ("{min}", "10 beds"),
    ] {
        assert_eq!(heading(&gap, "sum", story), told);
        assert_eq!(warned(&gap, "sum", story), [""; 0]);
    }
    for story in ["{v:o}", "{s:o}", "{s:p}", "{gap:p:o}", "{sum}", "{total}"] {
        assert_eq!(warned(&gap, "sum", story), [story]);
        let told = heading(&gap, "sum", &format!("{story} x"));
        assert!(told.starts_with("Beds (2024), highest: Secondary"), "{story}: {told}");
    }
    assert_eq!(warned(&zeros, "sum", "{s:p}"), ["{s:p}"]);
    // Of a whole in which a class is below zero, no class has a part.
    let below = ["1,One,p,-1", "2,Two,s,2", "3,Three,o,2"];
    assert_eq!(warned(&below, "sum", "{s:p} {sum}"), ["{s:p}"]);
    assert_eq!(warned(&below, "sum", "{s:o}"), ["{s:o}"]);
    assert!(heading(&below, "sum", "{s:o} x").starts_with("Beds (2024), highest: Secondary and Other"));
    // All entities are counted, those without a class too.
    let apart = ["1,One,p,1", "2,Two,s,3", "3,Three,o,5", "4,Four,,2"];
    assert_eq!(heading(&apart, "sum", "{n} and {c:p}"), "4 and 1");
    assert!(heading(&zeros, "sum", "{s:p} x").starts_with("Beds (2024): 0 beds"));
    for story in ["{sum}", "{s:p}"] {
        let told = heading(&["1,One,p,1", "2,Two,s,3", "3,Three,o,5"], "median", &format!("{story} x"));
        assert!(told.contains("highest: Other"), "{story}: {told}");
        assert_eq!(warned(&["1,One,p,1", "2,Two,s,3", "3,Three,o,5"], "median", story), [story]);
    }
}

#[test]
fn percentages_differ_by_percentage_points_and_ranks_by_places() {
    let gap = |unit: &str, table: &str| {
        let fields = format!(
            r#"{{ "name": "beds", "type": "number", "title": "Beds", "unit": "{unit}", "aggregate": "median" }}"#
        );
        let rows = format!("code,name,kind,beds\n{table}");
        let properties = r#""stories": [{ "chart": "tiers", "heading": "{gap:p:s}" }],"#;
        let dataset = Made { rows: rows.leak(), fields: fields.leak(), properties, ..Made::EMPTY }.dataset();
        let heading = |language: Language| dataset.story("tiers", "beds").unwrap().heading.get(language);
        Language::ALL.map(heading)
    };
    let turnout = gap("percent", "1,One,p,38\n2,Two,s,24.5\n3,Three,o,1\n");
    assert_eq!(turnout, ["13.5个百分点", "13.5個百分點", "13.5 percentage points"]);
    assert_eq!(gap("percent", "1,One,p,3\n2,Two,s,4\n3,Three,o,1\n")[2], "1 percentage point");
    let ranks = gap("rank", "1,One,p,1\n2,Two,s,4\n3,Three,o,2\n");
    assert_eq!(ranks, ["3位", "3位", "3 places"]);
    assert_eq!(gap("rank", "1,One,p,3\n2,Two,s,4\n3,Three,o,1\n")[2], "1 place");
    assert_eq!(gap("beds", "1,One,p,38\n2,Two,s,24.5\n3,Three,o,1\n")[2], "13.5 beds");
    assert_eq!(gap("yuan-100m", "1,One,p,38\n2,Two,s,24.5\n3,Three,o,1\n")[2], "¥1.35 billion");
}

#[test]
fn what_is_calculated_from_some_entities_says_from_how_many_and_names_the_others() {
    let table =
        ["1,One,p,10", "2,Two,p,", "3,Three,s,20", "4,Four,s,100", "5,Five,o,40", "6,Six,o,", "7,Seven,,"];
    let dataset = Made { rows: rows(&table).leak(), ..Made::EMPTY }.dataset();
    let [english, chinese] = said(&dataset, ChartKind::Tiers, "");
    assert_eq!(
        english[..4],
        [
            "Beds (2024), highest: Secondary, 120 beds (calculated from 4 of 6 schools)",
            "Lowest: Primary, 10 beds (calculated from 1 of 2 schools). 7 schools: 6 in 3 classes, 1 in no class.",
            "Beds: sum of the values in each class.",
            "Beds, no value: Primary (Two); Other (Six).",
        ]
    );
    assert_eq!(chinese[0], "床位（2024）：中学最高，120张（据6所学校中4所学校的数据计算）");
    assert!(
        chinese[1].starts_with("最低：小学，10张（据2所学校中1所学校的数据计算）。共7所学校"),
        "{chinese:?}"
    );
    assert_eq!(chinese[3], "床位，无数据：小学（Two）；其他（Six）。");
    // A filter keeps what is said to its classes. Shares are those of all classes.
    for (chart, tiers, heading, gap) in [
        (
            ChartKind::Tiers,
            "p,s",
            "Primary and Secondary: Beds (2024), 130 beds (calculated from 3 of 4 schools)",
            Some("Beds, no value: Two."),
        ),
        (ChartKind::Tiers, "s", "Secondary: Beds (2024), 120 beds (calculated)", None),
        (
            ChartKind::Shares,
            "s",
            "(calculated from 4 of 6 schools)",
            Some("Beds, no value: Primary (Two); Other (Six)."),
        ),
        (
            ChartKind::Shares,
            "o",
            "(calculated from 4 of 6 schools)",
            Some("Beds, no value: Primary (Two); Other (Six)."),
        ),
        (ChartKind::Shares, "none", "No class selected", None),
        (
            ChartKind::Shares,
            "",
            "(calculated from 4 of 6 schools)",
            Some("Beds, no value: Primary (Two); Other (Six)."),
        ),
    ] {
        let [said, _] = said(&dataset, chart, tiers);
        assert!(said[0].ends_with(heading), "{said:?}");
        let found = said.iter().find(|text| text.starts_with("Beds, no value")).map(String::as_str);
        assert_eq!(found, gap, "{tiers}: {said:?}");
    }
}

#[test]
fn a_median_or_a_mean_of_entities_is_called_so_where_it_stands_for_their_class() {
    let of = |aggregate: &str, tiers| {
        let fields = Made::EMPTY.fields.replace(r#""sum""#, aggregate);
        let table = ["1,One,p,10", "2,Two,p,30", "3,Three,s,20", "4,Four,o,100"];
        Made { rows: rows(&table).leak(), fields: fields.leak(), tiers, ..Made::EMPTY }.dataset()
    };
    let told = |dataset: &Dataset, language| {
        let state = State::of(dataset);
        let context = widget::context(dataset, &state, &environment(language, 560.0));
        let chart = ChartKind::Tiers.chart();
        let table = chart.table(&context);
        [chart.headline(&context).heading, chart.title(&context).unwrap().0, table.columns[1].name.clone()]
    };
    let median = of(r#""median""#, "");
    let [heading, title, head] = told(&median, Language::En);
    assert_eq!(heading, "Beds, median (2024), highest: Other, 100 beds (calculated)");
    assert_eq!([title, head], ["Beds, median"; 2]);
    let [heading, title, head] = told(&median, Language::ZhHans);
    assert_eq!(heading, "床位中位数（2024）：其他最高，100张（计算）");
    assert_eq!([title, head], ["床位中位数"; 2]);
    assert_eq!(
        headings(&median, ChartKind::Tiers, "p,s")[0],
        "Beds, median (2024): Primary 20 beds, Secondary 20 beds (calculated)"
    );
    assert!(headings(&median, ChartKind::Strip, "")[0].starts_with("Beds (2024): median"));
    let context = State::of(&median);
    let scene =
        ChartKind::Tiers.chart().draw(&widget::context(&median, &context, &environment(Language::En, 560.0)));
    assert!(scene.marks().any(|mark| mark.name.contains("Beds, median 20 beds")));
    // Sums and what the files print are called by their names.
    for dataset in [of(r#""sum""#, ""), of(r#""median""#, "kind,beds\np,12\ns,20\no,100\n")] {
        let [_, title, head] = told(&dataset, Language::En);
        assert_eq!([title, head], ["Beds"; 2]);
    }
}

#[test]
fn shares_are_those_of_the_sum_of_the_classes_where_the_total_is_another() {
    let facts = "id,indicator,value,quote\ntotal,beds,250,The schools have 250 beds.\n";
    let table = ["1,One,p,40", "2,Two,s,120", "3,Three,o,40"];
    let dataset = Made { rows: rows(&table).leak(), facts, ..Made::EMPTY }.dataset();
    let [english, chinese] = said(&dataset, ChartKind::Shares, "s");
    assert_eq!(
        english[0],
        "Secondary: 33.3% of schools; Beds (2024), 60% of the sum of the classes (calculated)"
    );
    assert_eq!(chinese[0], "中学：占总数的33.3%，占床位（2024）各类合计的60%（计算）");
    let stated = "Beds (2024): the classes add up to 200 beds; the total in the source is 250 beds.";
    assert!(english.contains(&stated.to_owned()), "{english:?}");
    let table = ["1,One,p,40", "2,Two,s,120", "3,Three,o,40", "4,Four,,50"];
    let dataset = Made { rows: rows(&table).leak(), ..Made::EMPTY }.dataset();
    let [english, chinese] = headings(&dataset, ChartKind::Shares, "s");
    assert_eq!(
        english,
        "Secondary: 33.3% of schools in a class; Beds (2024), 60% of the sum of the classes (calculated)"
    );
    assert_eq!(chinese, "中学：占已分类总数的33.3%，占床位（2024）各类合计的60%（计算）");
}

#[test]
fn a_fact_of_another_year_is_no_total_and_proves_no_cell() {
    let table = ["1,One,p,40", "2,Two,s,120", "3,Three,o,40"];
    let made = |facts: &'static str, tiers| Made { rows: rows(&table).leak(), facts, tiers, ..Made::EMPTY };
    let is_off = |facts| {
        let [told, _] = said(&made(facts, "").dataset(), ChartKind::Tiers, "");
        told.iter().any(|text| text.contains("the total in the source is 250 beds"))
    };
    for (facts, expected) in [
        ("id,indicator,value,period,quote\nt,beds,250,2024-08,words\n", true),
        ("id,indicator,value,period,quote\nt,beds,250,,words\n", true),
        ("id,indicator,value,period,quote\nt,beds,250,2019,words\n", false),
        ("id,indicator,value,period,quote\nt,beds,250,end 2023-12,words\n", false),
    ] {
        assert_eq!(is_off(facts), expected, "{facts}");
    }
    let facts = "id,tier,indicator,value,period,quote\nt,p,beds,250,2019,words\n";
    let dataset = made(facts, "kind,beds\np,41\n").dataset();
    assert!(
        matches!(dataset.measure("beds", dataset.tiers[0].tier), Measure::Tabled(quantity) if quantity.low == 41.0)
    );
}

#[test]
fn a_note_tells_of_which_classes_it_is_where_files_print_the_others() {
    let table = ["1,One,p,40", "2,Two,s,120", "3,Three,o,40"];
    let noted = |tiers: &'static str| {
        let dataset = Made { rows: rows(&table).leak(), tiers, ..Made::EMPTY }.dataset();
        let [said, _] = said(&dataset, ChartKind::Tiers, "");
        said.into_iter().filter(|text| text.contains("sum of the values")).collect::<Vec<_>>()
    };
    assert_eq!(noted("kind,beds\np,41\ns,120\no,42\n"), [""; 0]);
    assert_eq!(noted("kind,beds\np,41\n"), ["Beds (Secondary and Other): sum of the values in each class."]);
    assert_eq!(noted(""), ["Beds: sum of the values in each class."]);
}

#[test]
fn a_story_stands_over_every_chart_that_it_is_about_as_long_as_nothing_is_filtered() {
    let facts = "id,indicator,value,quote\ntotal,beds,200,The schools have 200 beds.\n";
    let rows = "code,name,kind,beds,row,column\n1,One,p,40,1,1\n2,Two,s,120,1,2\n3,Three,o,40,2,1\n";
    let fields = Made::EMPTY.fields.to_owned()
        + r#", { "name": "row", "type": "integer" }, { "name": "column", "type": "integer" }"#;
    let charts = [ChartKind::Tiers, ChartKind::Shares, ChartKind::Map, ChartKind::Strip, ChartKind::Facts];
    for (indicator, chart) in charts
        .into_iter()
        .flat_map(|chart| ["", r#""indicator": "beds","#].map(|indicator| (indicator, chart)))
    {
        let word = chart.word();
        let properties = format!(
            r#""stories": [{{ "chart": "{word}", {indicator} "heading": "Up to {{max}}", "summary": "Of {{n}}." }}],"#
        );
        let dataset =
            Made { rows, facts, fields: fields.clone().leak(), properties: properties.leak(), ..Made::EMPTY }
                .dataset();
        let [told, _] = said(&dataset, chart, "");
        assert_eq!(told[..2], ["Up to 120 beds", "Of 3."], "{word}");
        let bar = dataset.story("shares", "beds").unwrap();
        assert_eq!(bar.heading.en, "Beds", "a story is no name of a bar");
        for tiers in ["p", "s", "p,s", "none"] {
            let [told, _] = said(&dataset, chart, tiers);
            assert!(!told[0].contains("Up to") && !told[1].contains("Of 3"), "{word} {tiers}: {told:?}");
        }
    }
}
