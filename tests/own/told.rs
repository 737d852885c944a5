//! What is worked out of a dataset and said of it, by a small made-up one.

use county_chains::chart::{ChartKind, article_line, drawn_at};
use county_chains::dataset::{Dataset, Measure};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::own;
use county_chains::paint::{chart_csv, live};
use county_chains::scene::MarkKey;
use county_chains::tier::{Tier, TierSet};
use county_chains::widget::{self, State, ViewKind, citation};

use crate::picture::environment;
use crate::sentences::Made;
use crate::support::{lines, read, read_folder};

const DESCRIPTOR: &str = r#"{
  "name": "made-up", "title": "Made-up wards", "title@zh-Hans": "虚构病区", "edition": "2031", "languages": ["en", "zh-Hans"],
  "version": "3", "entity": { "one": "ward", "many": "wards", "many@zh-Hans": "个病区" },
  "sources": [{ "title": "Nowhere yearbook", "publisher": "Nobody", "path": "https://example.org/yearbook" }],
  "licenses": [{ "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/" }],
  "units": [{ "name": "beds", "one": "bed", "many": "beds", "many@zh-Hans": "张" }],
  "derived": [{ "name": "share", "title": "Share of beds", "unit": "percent", "formula": "part beds {whole}" }],
  "stories": [{ "chart": "tiers", "indicator": "beds", "heading": "HEADING" }],
  "resources": [{ "name": "entities", "path": "wards.csv", "schema": { "fields": [
    { "name": "code", "type": "string" }, { "name": "name", "type": "string" },
    { "name": "kind", "type": "string", "role": "tier", "title": "Kind", "categories": ["A", "B"] },
    { "name": "beds", "type": "integer", "title": "Beds", "unit": "beds", "aggregate": "sum", "period": "2031" },
    { "name": "stay", "type": "number", "title": "Stay", "aggregate": { "mean": "beds" }, "decimals": 1, "period": "2031" },
    { "name": "age", "type": "number", "title": "Age" }
  ], "missingValues": ["", "n/a"] } }]
}"#;

const WARDS: &str = "code,name,kind,beds,stay,age\n\
    1,One,A,10,3,40\n2,Two,A,30,5,41\n3,Three,A,20,n/a,50\n4,Four,B,70,2,60\n5,Five,B,30,4,62\n6,Six,,5,1,9\n";

fn dataset() -> Dataset {
    with_classes(["A", "B"], "{v:B} of {sum} are in B, {gap:A:B} more than in A")
}

/// The same with other words for both classes, and another heading.
fn with_classes([a, b]: [&str; 2], heading: &str) -> Dataset {
    let classes = format!("[\"{a}\", \"{b}\"]");
    let descriptor = DESCRIPTOR.replace("[\"A\", \"B\"]", &classes).replace("HEADING", heading);
    let wards = WARDS.replace(",A,", &format!(",{a},")).replace(",B,", &format!(",{b},"));
    let report = read(descriptor.as_bytes(), &|_| Some(wards.as_bytes().to_vec()));
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

/// The values of both classes.
fn values(dataset: &Dataset, indicator: &str) -> Vec<f64> {
    let value =
        |row: &county_chains::dataset::TierRow| dataset.measure(indicator, row.tier).quantity().unwrap().low;
    dataset.tiers.iter().map(value).collect()
}

#[test]
fn classes_have_what_comes_of_their_entities() {
    let dataset = dataset();
    assert_eq!(values(&dataset, "beds"), [60.0, 100.0]);
    // 10 × 3 + 30 × 5 over 40 beds; the ward without a stay counts for nothing.
    assert_eq!(values(&dataset, "stay"), [4.5, 2.6]);
    assert_eq!(values(&dataset, "age"), [41.0, 61.0], "the middle one, and between two");
    assert_eq!(values(&dataset, "entities"), [3.0, 2.0]);
    assert_eq!(values(&dataset, "share"), [37.5, 62.5], "60 and 100 of 160");
    let how = |indicator| match dataset.measure(indicator, dataset.tiers[0].tier) {
        Measure::Aggregated(_, origin) => origin.en,
        other => panic!("{other:?}"),
    };
    assert_eq!(how("beds"), "Sum of 3 values");
    assert_eq!(how("stay"), "Mean of 2 values (weights: Beds); no value: 1 ward");
    assert_eq!(how("age"), "Median of 3 values");
    assert_eq!(how("share"), "60 ÷ 160 = 37.5%");
}

fn told(dataset: &Dataset, state: &State) -> [String; 2] {
    let context = widget::context(dataset, state, &environment(Language::En, 560.0));
    let headline = state.chart.chart().headline(&context);
    [headline.heading, headline.summary]
}

#[test]
fn headings_hold_under_every_filter() {
    let dataset = dataset();
    let of = |indicator, tiers| State { indicator, tiers, ..State::of(&dataset) };
    let [all, first] = [dataset.all_tiers(), TierSet::first(1)];
    assert_eq!(
        told(&dataset, &of("beds", all)),
        [
            "100 beds of 160 beds are in B, 40 beds more than in A",
            "Lowest: A, 60 beds. 6 wards: 5 in 2 classes, 1 in no class."
        ]
    );
    assert_eq!(told(&dataset, &of("beds", first)), ["A: Beds (2031), 60 beds (calculated)", "A: 3 wards."]);
    assert_eq!(
        told(&dataset, &of("stay", all))[0],
        "Stay, weighted mean (2031), highest: A, 4.5 (calculated from 4 of 5 wards)"
    );
    let shares = State { chart: ChartKind::Shares, ..State::of(&dataset) };
    let said = [
        "A: 60% of wards in a class; Beds (2031), 37.5% of the sum of the classes (calculated)",
        "B: 40% of wards in a class; Beds (2031), 62.5% of the sum of the classes (calculated)",
    ];
    assert!(said.contains(&&*told(&dataset, &shares)[0]), "{:?}", told(&dataset, &shares));
}

#[test]
fn classes_that_share_the_highest_or_the_lowest_value_are_told_together() {
    let said = |wards: &str, language| {
        let descriptor = DESCRIPTOR
            .replace(r#"["A", "B"]"#, r#"["A", "B", "C", "D"]"#)
            .replace(r#"{ "chart": "tiers", "indicator": "beds", "heading": "HEADING" }"#, "")
            .replace("integer", "number");
        let rows = format!("code,name,kind,beds,stay,age\n{wards}");
        let report = read(descriptor.as_bytes(), &|_| Some(rows.as_bytes().to_vec()));
        let dataset =
            own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
        let state = State { indicator: "beds", ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(language, 560.0));
        let headline = state.chart.chart().headline(&context);
        [headline.heading, headline.summary]
    };
    // 0.1 + 0.2 is 0.3, whatever floats make of it.
    let wards = "1,One,A,0.1,1,1\n2,Two,A,0.2,1,1\n3,Three,B,0.3,1,1\n4,Four,C,0.1,1,1\n5,Five,D,0.1,1,1\n";
    let [heading, summary] = said(wards, Language::En);
    assert!(heading.contains("A and B, 0.3 beds each"), "{heading}");
    assert!(summary.starts_with("Lowest: C and D, 0.1 beds each."), "{summary}");
    let [heading, summary] = said(wards, Language::ZhHans);
    assert!(heading.contains("A和B并列最高，各0.3张"), "{heading}");
    assert!(summary.starts_with("最低：C和D，各0.1张。"), "{summary}");
    let equal = "1,One,A,0.1,1,1\n2,Two,A,0.2,1,1\n3,Three,B,0.3,1,1\n4,Four,C,0.3,1,1\n5,Five,D,0.3,1,1\n";
    let [heading, summary] = said(equal, Language::En);
    assert_eq!(heading, "Beds (2031): 0.3 beds in every class (calculated)");
    assert_eq!(summary, "5 wards in 4 classes.");
}

#[test]
fn titles_and_labels_never_stand_in_the_middle_of_an_english_sentence() {
    // What is before a title or a label is nothing, or ends with a mark of punctuation, an arrow or another label.
    let names = ["Public", "Private", "Beds", "Stay", "Age", "Share of beds", "Hospital wards"];
    let dataset = with_classes(["Public", "Private"], "A heading");
    let mut texts = Vec::new();
    for kind in ChartKind::offered(&dataset) {
        for indicator in dataset.indicators.iter().map(|indicator| indicator.id) {
            for tiers in [dataset.all_tiers(), TierSet::first(1)] {
                let state = State { chart: kind, indicator, tiers, ..State::of(&dataset) };
                texts.extend(told(&dataset, &state));
                let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
                texts.extend(kind.chart().notes(&context).into_iter().map(|note| note.text));
            }
        }
    }
    for row in &dataset.tiers {
        for indicator in &dataset.indicators {
            if let Measure::Aggregated(_, origin) = dataset.measure(indicator.id, row.tier) {
                texts.push(origin.en.to_owned());
            }
        }
    }
    assert!(
        texts.iter().any(|text| text.contains("; Beds (2031), "))
            && texts.iter().any(|text| text.contains(": Beds)"))
    );
    for text in texts {
        for name in names {
            for (at, _) in text.match_indices(name) {
                let before = text[..at].trim_end();
                let is_first = before.is_empty() || before.ends_with([':', ',', ';', '.', '→']);
                let is_listed = before.ends_with(" and") && names.iter().any(|name| before.contains(name));
                let is_word = text[..at].ends_with(' ') || text[..at].is_empty();
                assert!(is_first || is_listed || !is_word, "{text}");
            }
        }
    }
}

#[test]
fn a_class_is_meant_by_its_word_or_by_its_number_where_no_class_has_that_word() {
    let places = |dataset: &Dataset, text: &str| {
        let tiers = dataset.parse_tiers(text);
        tiers.map(|tiers| tiers.iter().map(Tier::index).collect::<Vec<_>>())
    };
    let words = dataset();
    assert_eq!(places(&words, "2"), Ok(vec![1]));
    assert_eq!(places(&words, "2~A"), Ok(vec![0, 1]));
    assert_eq!(places(&words, "3"), Err("unknown tier \"3\", expected one of: A, B, none".to_owned()));
    let turned = with_classes(["2", "1"], "A heading");
    assert_eq!([places(&turned, "1"), places(&turned, "2")], [Ok(vec![1]), Ok(vec![0])]);
    // The first has no word that an attribute can carry, and its number is the word of the second.
    let mixed = with_classes(["High income", "1"], "A heading");
    let codes: Vec<&str> = mixed.tiers.iter().map(|row| row.code).collect();
    assert_eq!(codes, ["1.", "1"]);
    for row in &mixed.tiers {
        assert_eq!(places(&mixed, row.code), Ok(vec![row.tier.index()]));
    }
}

#[test]
fn what_was_chosen_in_another_dataset_is_known_by_words_alone() {
    let dataset = dataset();
    assert!(dataset.has_tiers("B A") && dataset.has_tiers("none"));
    assert!(!dataset.has_tiers("1 2") && !dataset.has_tiers("A 2"));
    assert!(with_classes(["2", "1"], "A heading").has_tiers("1 2"));
}

#[test]
fn places_of_stories_name_classes_as_attributes_do_and_by_any_word() {
    let heading = |classes, heading| {
        let dataset = with_classes(classes, heading);
        let beds = State { indicator: "beds", ..State::of(&dataset) };
        let [heading, _] = told(&dataset, &beds);
        heading
    };
    assert_eq!(heading(["A", "B"], "{v:1}, {v2}, {c1}, {s:B}"), "60 beds, 100 beds, 3, 62.5%");
    assert_eq!(heading(["2", "1"], "{v:1}, {v2}, {c1}"), "100 beds, 60 beds, 2");
    assert_eq!(
        heading(["High: rich", "Low: poor"], "{v:High: rich}, {gap:Low: poor:High: rich}"),
        "60 beds, 40 beds"
    );
}

#[test]
fn the_table_of_classes_ends_with_sums_and_with_totals_only_if_the_source_states_any() {
    let last = |dataset: &Dataset| {
        let (state, environment) = (State::of(dataset), environment(Language::En, 560.0));
        let context = widget::context(dataset, &state, &environment);
        let table = ChartKind::Tiers.chart().table(&context);
        let names = table.footer.iter().map(|row| format!("{:?}", row.cells[0]));
        (
            names.collect::<Vec<_>>().join(" "),
            ChartKind::Tiers.chart().rows(&context).len() - table.rows.len(),
        )
    };
    let (names, count) = last(&dataset());
    assert!(names.contains("\"Sum\"") && !names.contains("Total"), "{names}");
    assert_eq!(count, 1);
    let ours = own::dataset(read_folder("../../www/gallery/datasets/fujian-2024").package.as_ref().unwrap());
    let (names, count) = last(&ours);
    assert!(names.contains("\"Sum\"") && names.contains("\"Total in the source\""), "{names}");
    assert_eq!(count, 2);
}

#[test]
fn a_dataset_without_places_and_facts_offers_neither_map_nor_facts() {
    let dataset = dataset();
    assert_eq!(ChartKind::offered(&dataset), [ChartKind::Tiers, ChartKind::Shares, ChartKind::Strip]);
    for kind in ChartKind::offered(&dataset) {
        assert!(kind.is_supported(&dataset));
    }
}

/// The dataset with something else in place of a part of its descriptor.
fn changed(from: &str, to: &str) -> Dataset {
    assert!(DESCRIPTOR.contains(from), "{from}");
    let report = read(DESCRIPTOR.replace(from, to).as_bytes(), &|_| Some(WARDS.as_bytes().to_vec()));
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

#[test]
fn it_is_cited_by_its_title_and_its_own_source() {
    assert_eq!(
        citation(&dataset(), Language::En),
        "Nobody. (2031). Made-up wards (Version 3) [Data set]. Nowhere yearbook. https://example.org/yearbook"
    );
    assert_eq!(
        citation(&dataset(), Language::ZhHans),
        "Nobody. 虚构病区[DS/OL]. 3版. (2031). Nowhere yearbook. https://example.org/yearbook"
    );
    let source =
        r#""title": "Nowhere yearbook", "publisher": "Nobody", "path": "https://example.org/yearbook""#;
    let cited = |source_now: &str| {
        let dataset = changed(source, source_now);
        [Language::En, Language::ZhHant].map(|language| citation(&dataset, language))
    };
    // Without a publisher the title stands first, without an address nothing says that it is online.
    assert_eq!(
        cited(r#""title": "Nowhere yearbook""#),
        [
            "Made-up wards (Version 3) [Data set]. (2031). Nowhere yearbook.",
            "虚构病区[DS]. 3版. (2031). Nowhere yearbook."
        ]
    );
    // What is called the same is named once, and a name with a full stop gets no other.
    assert_eq!(
        cited(r#""title": "MADE-UP WARDS", "publisher": "Nobody & Co.""#)[0],
        "Nobody & Co. (2031). Made-up wards (Version 3) [Data set]."
    );
    let path = r#""path": "https://example.org/yearbook""#;
    assert_eq!(cited(path)[0], "Made-up wards (Version 3) [Data set]. (2031). https://example.org/yearbook");
    // A dataset without title and name is called as its source, and a source without title by its address.
    let dataset = changed(r#""name": "made-up", "title": "Made-up wards", "title@zh-Hans": "虚构病区","#, "");
    assert_eq!(
        citation(&dataset, Language::En),
        "Nobody. (2031). Nowhere yearbook (Version 3) [Data set]. https://example.org/yearbook"
    );
    let dataset = changed(source, path);
    let line = article_line(&dataset.sources[0], Locale::about(&dataset, Language::En));
    assert_eq!(line, "Source: https://example.org/yearbook. Licence: CC0-1.0.");
}

#[test]
fn only_a_year_stands_in_a_citation_as_one() {
    let cited = |edition: &str, version: &str| {
        let found = r#""edition": "2031", "languages": ["en", "zh-Hans"],
  "version": "3""#;
        let version = if version.is_empty() { "" } else { &*format!(r#", "version": "{version}""#) };
        let now = format!(r#""languages": ["en", "zh-Hans"], "edition": "{edition}"{version}"#);
        let dataset = changed(found, &now);
        let [en, zh] = [Language::En, Language::ZhHans].map(|language| citation(&dataset, language));
        let inside = |text: String, [start, end]: [&str; 2]| {
            let rest = text.split_once(start).unwrap().1;
            rest.split_once(end).unwrap().0.to_owned()
        };
        [inside(en, ["Nobody. ", " [Data set]"]), inside(zh, ["[DS/OL]. ", "Nowhere"])]
    };
    let told = |en: &str, zh: &str| [en.to_owned(), zh.to_owned()];
    assert_eq!(cited("Figures of 2030", "1.7.3"), told("(n.d.). Made-up wards (Version 1.7.3)", "1.7.3版. "));
    assert_eq!(cited("Figures of 2030", "2031"), told("(2031). Made-up wards", "(2031). "));
    assert_eq!(
        cited("2031年", "2031.1"),
        told("(2031). Made-up wards (Version 2031.1)", "2031.1版. (2031). ")
    );
    assert_eq!(cited("2031年数据", "final"), told("(n.d.). Made-up wards (final)", "final. "));
    assert_eq!(cited("Census 2031/32", ""), told("(n.d.). Made-up wards", ""));
    assert_eq!(cited("2031-03", "5000"), told("(n.d.). Made-up wards (Version 5000)", "5000版. "));
}

#[test]
fn the_text_about_the_data_names_each_source_with_its_version_and_its_address() {
    let first =
        r#"{ "title": "Nowhere yearbook", "publisher": "Nobody", "path": "https://example.org/yearbook" }"#;
    let sources = r#"{ "title": "Yearbook", "publisher": "Nobody", "version": "2031b", "path": "https://example.org/yearbook" },
        { "title": "List", "version": "3" }, { "path": "https://example.org/list", "version": "4" }, { "title": "Map" }"#;
    let descriptor = DESCRIPTOR.replace("HEADING", "Beds").replace(first, sources);
    let report = read(descriptor.as_bytes(), &|_| Some(WARDS.as_bytes().to_vec()));
    let dataset = own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
    let about = |language, head: &str| {
        let state = State { view: ViewKind::About, ..State::of(&dataset) };
        let view = widget::view(&dataset, state, &environment(language, 760.0));
        let texts = view.about.into_iter().filter(|(one, _)| *one == head);
        texts.map(|(_, text)| text).collect::<Vec<_>>()
    };
    assert_eq!(
        about(Language::En, "Sources"),
        [
            "Nobody, Yearbook (version 2031b), https://example.org/yearbook",
            "List (version 3)",
            "https://example.org/list (version 4)",
            "Map",
        ]
    );
    let first = "Nobody：Yearbook（版本：2031b）、https://example.org/yearbook";
    assert_eq!(about(Language::ZhHans, "来源")[..2], [first, "List（版本：3）"]);
    assert_eq!(about(Language::ZhHant, "來源")[..2], [first, "List（版本：3）"]);
    // Under charts stand all of them, in citations the first.
    let line = article_line(&dataset.sources[0], Locale::about(&dataset, Language::En));
    let all = "Source: Nobody, Yearbook; List; https://example.org/list; Map. Licence: CC0-1.0.";
    assert_eq!(line, all);
    assert_eq!(
        citation(&dataset, Language::En),
        "Nobody. (2031). Made-up wards (Version 3) [Data set]. Yearbook. https://example.org/yearbook"
    );
}

#[test]
fn the_switch_marks_what_a_chart_shows_as_calculated_and_needs_two_indicators() {
    let product = r#"{ "name": "days", "title": "Days", "formula": "product beds stay", "aggregate": "sum" }, { "name": "share""#;
    let read = |descriptor: &str| {
        let report = crate::support::read(descriptor.as_bytes(), &|_| Some(WARDS.as_bytes().to_vec()));
        own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
    };
    let switch = |dataset: &Dataset, chart| {
        let view =
            widget::view(dataset, State { chart, ..State::of(dataset) }, &environment(Language::En, 760.0));
        view.indicators.iter().map(|choice| (choice.id, choice.derived)).collect::<Vec<_>>()
    };
    let dataset = read(&DESCRIPTOR.replace("HEADING", "Beds").replace(r#"{ "name": "share""#, product));
    assert_eq!(
        switch(&dataset, ChartKind::Strip),
        [("beds", false), ("stay", false), ("age", false), ("days", true)],
    );
    assert!(switch(&dataset, ChartKind::Tiers).contains(&("beds", true)), "a sum");
    let one = DESCRIPTOR.replace("HEADING", "Beds").replace(r#""type": "number""#, r#""type": "string""#);
    let one = read(&one.replace(r#", "aggregate": { "mean": "beds" }, "decimals": 1"#, ""));
    assert!(switch(&one, ChartKind::Strip).is_empty());
}

#[test]
fn buttons_of_indicators_with_one_name_have_their_period() {
    let field = r#"{ "name": "age", "type": "number", "title": "Age" }"#;
    let years = ["2030", "2031"].map(|period| {
        let name = if period == "2030" { "age" } else { "stay" };
        format!(r#"{{ "name": "{name}", "type": "number", "title": "Age", "period": "{period}" }}"#)
    });
    let stay = r#"{ "name": "stay", "type": "number", "title": "Stay", "aggregate": { "mean": "beds" }, "decimals": 1, "period": "2031" }"#;
    let descriptor = DESCRIPTOR.replace(stay, &years[1]).replace(field, &years[0]).replace("HEADING", "Beds");
    let report = read(descriptor.as_bytes(), &|_| Some(WARDS.as_bytes().to_vec()));
    let dataset = own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
    let pills = |language| -> Vec<String> {
        let view = widget::view(&dataset, State::of(&dataset), &environment(language, 760.0));
        let markup = live(&view, None).markup();
        let buttons = markup.split("<button ").filter(|button| button.contains("class=\"pill\""));
        let words = |button: &str| {
            let words = button.split_once('>').unwrap().1;
            words.split_once('<').unwrap().0.to_owned()
        };
        buttons.map(words).collect()
    };
    assert_eq!(pills(Language::En), ["Beds", "Age, 2031", "Age, 2030", "Share of beds", "Wards"]);
    assert_eq!(pills(Language::ZhHans)[1..3], ["Age，2031", "Age，2030"]);
}

#[test]
fn a_chart_without_the_chosen_indicator_shows_its_first_one_and_says_so() {
    let dataset = dataset();
    let state = State { chart: ChartKind::Strip, indicator: "share", ..State::of(&dataset) };
    let view = widget::view(&dataset, state, &environment(Language::En, 760.0));
    let selected: Vec<&str> =
        view.indicators.iter().filter(|choice| choice.selected).map(|choice| choice.id).collect();
    assert_eq!(selected, ["beds"]);
    assert!(view.headline.heading.starts_with("Beds"), "{}", view.headline.heading);
}

#[test]
fn what_a_dataset_leaves_out_leaves_no_comma_and_no_count_without_a_space() {
    let descriptor = DESCRIPTOR.replace("HEADING", "Beds");
    let short = descriptor.replace(r#", "period": "2031""#, "").replace(r#", "many@zh-Hans": "个病区""#, "");
    let view = |descriptor: &str| {
        let report = read(descriptor.as_bytes(), &|_| Some(WARDS.as_bytes().to_vec()));
        let dataset =
            own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
        let view = widget::view(&dataset, State::of(&dataset), &environment(Language::ZhHans, 360.0));
        (view.indicators[0].long.clone(), view.chips[0].spoken.clone())
    };
    let told = |long: &str, spoken: &str| (long.to_owned(), spoken.to_owned());
    assert_eq!(view(&descriptor), told("Beds，2031", "3个病区"));
    // The edition is no period.
    assert_eq!(view(&short), told("Beds", "3 wards"));
}

#[test]
fn the_number_of_entities_is_counted_whatever_the_fields_are_called() {
    let heading = "{n} wards";
    for name in ["entities", "entities."] {
        let field = r#"{ "name": "age", "type": "number", "title": "Age" }"#;
        let more = field.replace("age", name).replace("Age", "Legal entities");
        let more = if name == "entities" { more } else { format!("{}, {more}", more.replace("s.", "s")) };
        let descriptor = DESCRIPTOR.replace(field, &format!("{field}, {more}")).replace("HEADING", heading);
        let extra = name.len() - "entities".len() + 1;
        let wards = WARDS.lines().enumerate().map(|(row, line)| {
            let cells = [",entities", ",entities."].iter().take(extra);
            let cells: String = if row == 0 { cells.copied().collect() } else { ",812".repeat(extra) };
            format!("{line}{cells}\n")
        });
        let wards: String = wards.collect();
        let report = read(descriptor.as_bytes(), &|_| Some(wards.as_bytes().to_vec()));
        let dataset =
            own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
        let count = dataset.counting_indicator().expect("a number of entities");
        assert_eq!(values(&dataset, count.id), [3.0, 2.0], "{}", count.id);
        assert_eq!(values(&dataset, name), [812.0, 812.0]);
        let beds = State { indicator: "beds", ..State::of(&dataset) };
        let [heading, summary] = told(&dataset, &beds);
        assert_eq!(heading, "6 wards", "those without a class too");
        assert!(summary.ends_with("6 wards: 5 in 2 classes, 1 in no class."), "{summary}");
        let one = State { tiers: TierSet::first(1), ..beds };
        assert_eq!(told(&dataset, &one)[1], "A: 3 wards.");
    }
}

#[test]
fn no_word_of_a_class_means_anything_else_in_our_sentences() {
    for word in ["all", "none", "it", "sum", "part", "terms", "derived"] {
        let dataset = with_classes(["A", word], "A heading");
        let shares = State { chart: ChartKind::Shares, ..State::of(&dataset) };
        let [plain, _] = told(&with_classes(["A", "B"], "A heading"), &shares);
        let [heading, _] = told(&dataset, &shares);
        assert_eq!(heading.replacen(word, "B", 1), plain);
        for row in &dataset.tiers {
            assert_eq!(dataset.parse_tiers(row.code), Ok(TierSet::NONE.with(row.tier)), "{word}");
        }
    }
}

#[test]
fn a_class_is_meant_by_its_word_whatever_characters_it_has() {
    let found = |classes, text: &str| {
        let dataset = with_classes(classes, "A heading");
        let mut state = State { tiers: TierSet::NONE, ..State::of(&dataset) };
        widget::set_attribute(&mut state, &dataset, "tiers", Some(text))
            .map_err(|error| error.to_string())?;
        Ok::<_, String>(state.tiers.iter().map(Tier::index).collect::<Vec<_>>())
    };
    for word in ["65+", "R&D", "a/b", "a~b", "<5", "50%", "a:b", "“x”", "B-a", "part"] {
        assert_eq!(found(["B", word], word), Ok(vec![1]), "{word}");
        assert_eq!(found(["B", word], "2"), Ok(vec![1]), "{word}");
        for list in [format!("B {word}"), format!("{word}~B"), format!(" {word}\n,B,")] {
            assert_eq!(found(["B", word], &list), Ok(vec![0, 1]), "{list}");
        }
    }
    // The longer word is meant, and each part alone is one too.
    assert_eq!(found(["a", "a~b"], "a~b"), Ok(vec![1]));
    assert_eq!(found(["a", "a~b"], "a a~b"), Ok(vec![0, 1]));
    assert_eq!(found(["a~b", "b"], "a~b,b"), Ok(vec![0, 1]));
    assert_eq!(found(["65+", "all"], "all"), Ok(vec![0, 1]));
    assert_eq!(found(["65+", "none"], "none"), Ok(vec![]));
    let wrong = found(["65+", "B"], "65").unwrap_err();
    assert!(wrong.contains("unknown tier \"65\", expected one of: 1, B, none"), "{wrong}");
    // A link carries codes, and leads to the same.
    let dataset = with_classes(["a~b", "B"], "A heading");
    let state = State { tiers: TierSet::first(1), ..State::of(&dataset) };
    let link = widget::query(&dataset, &state, Language::En);
    assert!(link.contains("&tiers=1&"), "{link}");
}

#[test]
fn why_a_value_is_missing_is_told_where_the_value_would_be() {
    let missing = r#""missingValues": ["", { "value": "n/a", "label": "not counted", "label@zh-Hans": "未统计" }, "-"]"#;
    let descriptor = DESCRIPTOR
        .replace(r#""missingValues": ["", "n/a"]"#, missing)
        .replace("HEADING", "Beds")
        .replace(r#"{ "name": "age""#, r#"{ "name": "row", "type": "integer" }, { "name": "column", "type": "integer" }, { "name": "age""#);
    let rows = WARDS.lines().enumerate().map(|(at, line)| match at {
        0 => format!("{line},row,column\n"),
        at => format!("{},{at},{at}\n", line.replace("62", "-")),
    });
    let rows: String = rows.collect();
    let report = read(descriptor.as_bytes(), &|_| Some(rows.as_bytes().to_vec()));
    let dataset = own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
    let cells = |chart: ChartKind, indicator, language| -> Vec<String> {
        let state = State { chart, indicator, ..State::of(&dataset) };
        let environment = environment(language, 560.0);
        let table = chart.chart().table(&widget::context(&dataset, &state, &environment));
        let missing =
            |cell: &&county_chains::chart::Cell| matches!(cell, county_chains::chart::Cell::Missing(_));
        table
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().filter(missing).map(|cell| cell.text().to_owned()))
            .collect()
    };
    assert_eq!(cells(ChartKind::Strip, "stay", Language::En), ["no value (not counted)"]);
    assert_eq!(cells(ChartKind::Strip, "stay", Language::ZhHans), ["无数据（未统计）"]);
    assert_eq!(cells(ChartKind::Strip, "age", Language::En), ["no value"], "a word without a label");
    let map = cells(ChartKind::Map, "", Language::En);
    assert_eq!(map, ["no value (not counted)", "no value", "no class"], "row by row");
}

#[test]
fn a_fact_about_entities_belongs_to_their_class() {
    let rows = "code,name,kind,beds\n1,One,p,10\n2,Two,s,20\n3,Three,o,40\n4,Four,p,5\n5,Five,,5\n";
    let facts = "id,tier,entities,value,unit,subject,quote\n\
        all,,,5,,Schools,Five.\none,,1,7,,Hall,Seven.\ntwo,,2,8,,Hall,Eight.\nboth,,1 4,9,,Halls,Nine.\n\
        apart,,1 2,3,,Pool,Three.\nnone,,5,4,,Yard,Four.\nmixed,,1 5,4,,Yard,Four.\nclass,o,1,6,,Class,Six.\n";
    let dataset = Made { rows, facts, ..Made::EMPTY }.dataset();
    let listed = |tiers: &str| {
        let tiers = dataset.parse_tiers(tiers).unwrap();
        let state = State { chart: ChartKind::Facts, tiers, ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
        let chart = ChartKind::Facts.chart();
        let rows = chart.table(&context).rows.into_iter();
        let ids: Vec<String> = rows.filter(|row| row.kept).map(|row| row.key.text()).collect();
        (ids.join(" ").replace("fact:", ""), chart.headline(&context).summary)
    };
    assert_eq!(listed("").0, "all one two both apart none mixed class");
    let (ids, summary) = listed("s");
    assert_eq!(ids, "all two apart none mixed");
    assert_eq!(summary, "Secondary selected. Facts listed: 5, of them about no single class: 4.");
    assert_eq!(listed("p").0, "all one both apart none mixed");
    assert_eq!(listed("o").0, "all apart none mixed class", "the class that a fact names goes before");
    let (ids, summary) = listed("none");
    assert_eq!(ids, "all apart none mixed");
    assert_eq!(summary, "No class selected. Facts listed, all about no single class: 4.");
}

#[test]
fn a_fact_leads_to_a_chart_that_shows_its_indicator() {
    let rows = "code,name,kind,beds,a,b,c\n1,One,p,10,1,2,3\n2,Two,s,20,4,5,6\n3,Three,o,40,7,8,9\n";
    let facts = "id,tier,entities,indicator,value,unit,quote\n\
        beds,,,beds,70,,Seventy.\na,,,a,12,,Twelve.\nb,,,b,15,,Fifteen.\nc,,,c,6,,Six.\n\
        alone,,1,,3,,Three.\ntogether,,1 2,,3,,Three.\nother,,,,5,,Five.\n";
    let field = |name| format!(r#", {{ "name": "{name}", "type": "integer", "aggregate": "sum" }}"#);
    let fields = Made::EMPTY.fields.to_owned()
        + &field("a")
        + &field("b")
        + r#", { "name": "c", "type": "integer", "aggregate": "median" }"#;
    let dataset = Made { rows, facts, fields: fields.leak(), ..Made::EMPTY }.dataset();
    let place = |id: &str| {
        let found = drawn_at(&dataset, dataset.fact(id).unwrap())?;
        Some((found.chart, found.indicator, found.county, found.mark))
    };
    // The bars are those of the number of schools, of beds and of a.
    for id in ["beds", "a"] {
        assert_eq!(place(id), Some((ChartKind::Shares, None, None, Some(MarkKey::Stated))), "{id}");
    }
    for id in ["b", "c"] {
        assert_eq!(place(id), Some((ChartKind::Tiers, Some(id), None, None)), "{id}");
    }
    assert_eq!(place("alone"), Some((ChartKind::Strip, None, Some("1"), None)));
    // There is no map that has the tiles of both.
    assert_eq!(place("together"), None);
    assert_eq!(place("other"), None);
}

#[test]
fn all_licences_stand_beside_the_source() {
    let rows = "code,name,kind,beds\n1,One,p,10\n2,Two,s,20\n3,Three,o,40\n";
    let of = |licenses: &str| {
        let made = Made { rows, ..Made::EMPTY };
        let descriptor = made.descriptor().replace(r#"{ "name": "CC0-1.0" }"#, licenses);
        let report = read(descriptor.as_bytes(), &|_| Some(made.rows.as_bytes().to_vec()));
        own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
    };
    let dataset = of(r#"{ "name": "ODbL-1.0" }, { "name": "CC-BY-4.0", "path": "https://example.org/by" },
        { "name": "other", "title": "Terms of the office", "title@zh-Hans": "本局条款" }"#);
    let source = dataset.main_source().unwrap();
    let line = Language::ALL.map(|language| article_line(source, Locale::about(&dataset, language)));
    assert_eq!(line[0], "来源：Nowhere yearbook。许可：ODbL-1.0；CC-BY-4.0；本局条款。");
    assert_eq!(line[1], "來源：Nowhere yearbook。許可：ODbL-1.0；CC-BY-4.0；本局条款。");
    assert_eq!(line[2], "Source: Nowhere yearbook. Licence: ODbL-1.0; CC-BY-4.0; Terms of the office.");
    assert_eq!(source.licence_address, "https://example.org/by", "the first that has one");
    let about = dataset.passages("about").filter(|passage| passage.head.en == "Licence");
    let about: Vec<&str> = about.map(|passage| passage.text.en).collect();
    assert_eq!(about, ["ODbL-1.0", "CC-BY-4.0, https://example.org/by", "Terms of the office"]);
    let (state, environment) = (State::of(&dataset), environment(Language::En, 560.0));
    let context = widget::context(&dataset, &state, &environment);
    let csv = chart_csv(ChartKind::Tiers, &context, false, &widget::credits(&context, &state, &environment));
    assert!(csv.contains("Licence: ODbL-1.0; CC-BY-4.0; Terms of the office."), "{csv}");
    // What is called alike is named once.
    let twice = of(r#"{ "name": "CC-BY-4.0" }, { "name": "CC-BY-4.0", "path": "https://example.org/by" }"#);
    assert_eq!(twice.main_source().unwrap().terms.en, "CC-BY-4.0");
}
