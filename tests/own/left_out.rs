//! What a figure leaves out is told with it, by number and by name.

use county_chains::chart::ChartKind;
use county_chains::dataset::{Dataset, Measure};
use county_chains::language::Language;
use county_chains::tier::Tier;
use county_chains::widget::{self, State};

use crate::picture::environment;
use crate::sentences::{Made, said};

#[test]
fn the_spread_counts_those_with_a_value_where_one_without_a_class_has_none() {
    let table = |last| {
        let rows = format!("code,name,kind,beds\n1,One,p,10\n2,Two,s,20\n3,Three,o,40\n4,Four,,{last}\n");
        Made { rows: rows.leak(), ..Made::EMPTY }.dataset()
    };
    let summaries = |last| said(&table(last), ChartKind::Strip, "").map(|said| said[1].clone());
    let [english, chinese] = summaries("");
    assert!(english.starts_with("3 schools with a value. Lowest: One, 10 beds."), "{english}");
    assert!(chinese.starts_with("共3所学校有数据"), "{chinese}");
    let [english, _] = summaries("50");
    assert!(english.starts_with("4 schools. Lowest"), "{english}");
    // Of some classes the chart does not speak of those without one.
    let [part, _] = said(&table(""), ChartKind::Strip, "p,s");
    assert!(part[1].starts_with("Primary and Secondary: 2 schools; lowest"), "{part:?}");
}

/// Schools with beds, and a mean of stays weighted by these.
fn weighted(rows: &'static str, properties: &'static str) -> Dataset {
    let fields = Made::EMPTY.fields.to_owned()
        + r#", { "name": "stay", "type": "number", "title": "Stay", "title@zh-Hans": "住院日", "aggregate": { "mean": "beds" } }
        , { "name": "staff", "type": "number", "title": "Staff", "title@zh-Hans": "职工", "aggregate": "sum" }"#;
    Made { rows, properties, fields: fields.leak(), ..Made::EMPTY }.dataset()
}

/// What is said of an indicator of some classes, in English and Chinese.
fn said_of(dataset: &Dataset, indicator: &'static str, tiers: &str) -> [Vec<String>; 2] {
    [Language::En, Language::ZhHans].map(|language| {
        let tiers = dataset.parse_tiers(tiers).unwrap();
        let state = State { chart: ChartKind::Tiers, indicator, tiers, ..State::of(dataset) };
        let context = widget::context(dataset, &state, &environment(language, 560.0));
        let chart = ChartKind::Tiers.chart();
        let notes = chart.notes(&context).into_iter().map(|note| note.text);
        std::iter::once(chart.headline(&context).heading).chain(notes).collect()
    })
}

/// How the value of a class comes about.
fn origin(dataset: &Dataset, indicator: &str, class: usize) -> &'static str {
    match dataset.measure(indicator, Tier::at(class)) {
        Measure::Aggregated(_, origin) => origin.en,
        measure => panic!("{measure:?}"),
    }
}

#[test]
fn an_entity_with_a_value_but_no_weight_is_named_and_counted_as_such() {
    let rows = "code,name,kind,beds,stay,staff\n1,One,p,10,3,4\n2,Two,p,,5,6\n3,Three,s,20,7,\n4,Four,s,30,,9\n5,Five,o,40,9,2\n";
    let derived =
        r#""derived": [{ "name": "rate", "title": "Stay per staff", "formula": "ratio stay staff" }],"#;
    let dataset = weighted(rows, derived);
    let [english, chinese] = said_of(&dataset, "stay", "");
    assert_eq!(
        english[..3],
        [
            "Stay, weighted mean, highest: Other, 9 (calculated from 3 of 5 schools)",
            "Stay: mean of the values in each class (weights: Beds).",
            "Stay, no value or no weight: Primary (Two); Secondary (Four).",
        ]
    );
    assert_eq!(chinese[2], "住院日，无数据或无权重：小学（Two）；中学（Four）。");
    assert_eq!(
        origin(&dataset, "stay", 0),
        "Mean of 1 value (weights: Beds); no value or no weight: 1 school"
    );
    // What is summed needs no weight.
    let [english, _] = said_of(&dataset, "staff", "");
    assert!(english.contains(&"Staff, no value: Three.".to_owned()), "{english:?}");
    // A quotient leaves out who lacks the weight of one of its parts.
    let [english, _] = said_of(&dataset, "rate", "");
    let noted = "Stay per staff, no value or no weight: Primary (Two); Secondary (Three and Four).";
    assert!(english.contains(&noted.to_owned()), "{english:?}");
    assert_eq!(origin(&dataset, "rate", 0), "3 ÷ 4 = 0.75; no value or no weight: 1 school");
    // Where all that are left out lack the value, nothing is said of weights.
    let dataset =
        weighted("code,name,kind,beds,stay,staff\n1,One,p,10,3,4\n2,Two,p,20,,6\n3,Three,s,20,7,\n", "");
    let [english, _] = said_of(&dataset, "stay", "");
    assert!(english.contains(&"Stay, no value: Two.".to_owned()), "{english:?}");
    assert_eq!(origin(&dataset, "stay", 0), "Mean of 1 value (weights: Beds); no value: 1 school");
}

#[test]
fn a_share_of_all_names_under_any_filter_those_that_the_whole_leaves_out() {
    let rows = "code,name,kind,beds,stay,staff\n1,One,p,10,,\n2,Two,p,,,\n3,Three,s,20,,\n4,Four,o,30,,\n5,Five,o,,,\n";
    let derived = r#""derived": [{ "name": "share", "title": "Share of beds", "title@zh-Hans": "床位占比", "unit": "percent",
        "formula": "part beds {whole}" }],"#;
    let dataset = weighted(rows, derived);
    let note = "Share of beds, no value: Primary (Two); Other (Five).".to_owned();
    for tiers in ["", "s", "p,s"] {
        let [english, chinese] = said_of(&dataset, "share", tiers);
        assert!(english[0].ends_with("(calculated from 3 of 5 schools)"), "{tiers}: {english:?}");
        assert!(english.contains(&note), "{tiers}: {english:?}");
        assert!(
            chinese.contains(&"床位占比，无数据：小学（Two）；其他（Five）。".to_owned()),
            "{tiers}: {chinese:?}"
        );
    }
    let [nothing, _] = said_of(&dataset, "share", "none");
    assert!(!nothing.contains(&note), "{nothing:?}");
    // What is no share keeps to the classes of the filter.
    let [english, _] = said_of(&dataset, "beds", "s");
    assert!(!english.iter().any(|text| text.contains("no value")), "{english:?}");
}
