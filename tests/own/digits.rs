//! How many digits are kept of what is calculated: decimals that a descriptor wants change what is shown, not what is worked out.

use county_chains::chart::ChartKind;
use county_chains::dataset::{Dataset, Measure};
use county_chains::language::Language;
use county_chains::own;
use county_chains::paint::chart_csv;
use county_chains::widget::{self, Credits, State};

use crate::figures::{cells, dataset, said, table};
use crate::picture::environment;
use crate::support::{lines, read};

/// The value of each class that is known, with its arithmetic.
fn told(dataset: &Dataset, indicator: &str) -> Vec<String> {
    let told = |row: &county_chains::dataset::TierRow| match dataset.measure(indicator, row.tier) {
        Measure::Aggregated(_, origin) => Some(origin.en.to_owned()),
        _ => None,
    };
    dataset.tiers.iter().filter_map(told).collect()
}

/// Heading and summary of the bars of an indicator.
fn bars(dataset: &Dataset, indicator: &'static str, language: Language) -> String {
    let state = State { indicator, ..State::of(dataset) };
    let context = widget::context(dataset, &state, &environment(language, 560.0));
    let headline = ChartKind::Tiers.chart().headline(&context);
    format!("{} {}", headline.heading, headline.summary)
}

/// The fields `v`, which is added, and `n`, with these properties, and calculated indicators.
fn summed(decimals: &str, derived: &str, rows: &str) -> Dataset {
    let fields = format!(
        r#"{{"name":"v","type":"number","title":"V","aggregate":"sum"{decimals}}},
        {{"name":"n","type":"number","title":"N","aggregate":"sum"}}"#
    );
    let derived = format!(r#""derived":[{derived}],"#);
    dataset(&fields, &derived, &format!("code,name,class,v,n\n{rows}"))
}

#[test]
fn decimals_are_shown_and_change_no_arithmetic() {
    let derived = r#"{"name":"s","title":"S","formula":"part v {whole}","unit":"percent"},
        {"name":"r","title":"R","formula":"ratio v n","decimals":0},
        {"name":"p","title":"P","formula":"part v n","unit":"percent","decimals":0}"#;
    let rows = "1,One,A,0.3,7\n2,Two,A,0.3,7\n3,Three,B,2.6,3\n4,Four,C,0,1\n";
    let dataset = summed(r#","decimals":0"#, derived, rows);
    assert_eq!(told(&dataset, "s"), ["0.6 ÷ 3.2 ≈ 18.8%", "2.6 ÷ 3.2 ≈ 81.3%", "0 ÷ 3.2 = 0%"]);
    assert_eq!(told(&dataset, "r"), ["0.6 ÷ 14 ≈ 0.04286", "2.6 ÷ 3 ≈ 0.8667", "0 ÷ 1 = 0"]);
    assert_eq!(told(&dataset, "p"), ["0.6 ÷ 14 ≈ 4.3%", "2.6 ÷ 3 ≈ 86.7%", "0 ÷ 1 = 0%"]);
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    let row: Vec<&str> = cells(&of_tiers)[0][1..].to_vec();
    assert_eq!(row[..5], ["1", "14", "18.8", "0", "4"], "what is shown is rounded");
    let said = bars(&dataset, "v", Language::En);
    assert_eq!(said, "V, highest: B, 3 (calculated) Lowest: C, 0. 4 offices in 3 classes.");
}

#[test]
fn a_mean_and_a_median_of_rounded_values_are_not_rounded_twice() {
    let fields = r#"{"name":"n","type":"integer","title":"N","aggregate":"sum"},
        {"name":"m","type":"number","title":"M","decimals":0},
        {"name":"w","type":"integer","title":"W","aggregate":{"mean":"n"}},
        {"name":"k","type":"number","title":"K","aggregate":{"mean":"n"},"decimals":0}"#;
    let rows = "code,name,class,n,m,w,k\n1,One,A,1,1.4,1,18\n2,Two,A,2,1.5,2,18.69\n3,Three,B,2,1.6,2,9\n4,Four,C,1,9,3,8\n";
    let dataset = dataset(fields, "", rows);
    let of = |id: &str| dataset.measure(id, dataset.tiers[0].tier).quantity().unwrap().low;
    assert_eq!([of("m"), of("w"), of("k")], [1.45, 1.667, 18.46]);
    let shown = table(&dataset, ChartKind::Tiers, Language::En);
    assert_eq!(cells(&shown)[0][2..5], ["1", "1.667", "18"]);
}

#[test]
fn what_differs_is_not_said_to_be_equal() {
    let ratio = r#"{"name":"r","title":"R","formula":"ratio v n"}"#;
    let dataset = summed("", ratio, "1,One,A,20520,12345\n2,Two,B,20990,12345\n3,Three,C,20990,12345\n");
    assert_eq!(
        bars(&dataset, "r", Language::En),
        "R, highest: B and C, about 1.7 each (calculated) Lowest: A, about 1.662. 3 offices in 3 classes."
    );
    // Four digits are the same.
    let dataset = summed("", ratio, "1,One,A,20990,12345\n2,Two,B,20990.1,12345\n3,Three,C,3,2\n");
    assert_eq!(told(&dataset, "r")[..2], ["20,990 ÷ 12,345 ≈ 1.70028", "20,990.1 ÷ 12,345 ≈ 1.70029"]);
    // A tenth is the same.
    let part = r#"{"name":"p","title":"P","formula":"part v n","unit":"percent"}"#;
    let dataset = summed("", part, "1,One,A,3331,10000\n2,Two,B,3334,10000\n3,Three,C,1,2\n");
    assert_eq!(told(&dataset, "p")[..2], ["3,331 ÷ 10,000 = 33.31%", "3,334 ÷ 10,000 = 33.34%"]);
    let fields = r#"{"name":"n","type":"integer","title":"N","aggregate":"sum"},
        {"name":"w","type":"integer","title":"W","aggregate":{"mean":"n"}}"#;
    let rows = "code,name,class,n,w\n1,One,A,99999,1\n2,Two,A,1,2\n3,Three,B,1,1\n4,Four,C,1,1\n";
    let dataset = crate::figures::dataset(fields, "", rows);
    assert_eq!(
        bars(&dataset, "w", Language::En),
        "W, weighted mean, highest: A, 1.00001 (calculated) Lowest: B and C, 1 each. 4 offices in 3 classes."
    );
}

#[test]
fn the_highest_and_the_lowest_never_have_the_same_figure() {
    let rows = "1,One,A,36749906,0.3\n2,Two,B,36750123,0.4\n3,Three,C,36750000,0.3\n";
    let dataset = summed(r#","decimals":0"#, "", rows);
    let said = bars(&dataset, "v", Language::En);
    assert!(said.starts_with("V, highest: B, 36,750,123 (calculated) Lowest: A, 36,749,906."), "{said}");
    let said = bars(&dataset, "v", Language::ZhHans);
    assert!(said.contains("36750123") && said.contains("36749906"), "{said}");
    let small = summed(r#","decimals":0"#, "", "1,One,A,0.3,1\n2,Two,B,0.4,1\n3,Three,C,0.35,1\n");
    let said = bars(&small, "v", Language::En);
    assert!(said.starts_with("V, highest: B, 0.4 (calculated) Lowest: A, 0.3."), "{said}");
    let said = |dataset: &Dataset| crate::figures::said(dataset, ChartKind::Strip, Language::En);
    let strip = said(&small);
    assert!(strip.contains("Lowest: One, 0.3. Highest: Two, 0.4."), "{strip}");
    let strip = said(&dataset);
    assert!(strip.contains("Lowest: One, 36,749,906. Highest: Two, 36,750,123."), "{strip}");
}

#[test]
fn products_are_exact_where_entities_are_ranked_and_added() {
    let product = r#"{"name":"p","title":"P","formula":"product v n","aggregate":"sum","decimals":2}"#;
    let dataset =
        summed("", product, "1,One,A,1234,12\n2,Two,A,7.77,10\n3,Three,B,0.1,3\n4,Four,C,-0.3,0.3\n");
    let values = dataset.county_values.iter().find(|values| values.indicator == "p").unwrap();
    assert_eq!(values.values, [14_808.0, 77.7, 0.3, -0.09]);
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    let column: Vec<&str> = cells(&of_tiers).iter().map(|row| row[3]).collect();
    assert_eq!(column, ["14,885.70", "0.30", "−0.09", "14,885.91"]);
}

#[test]
fn a_product_of_entities_says_so_in_heading_notes_and_files() {
    let product = r#"{"name":"p","title":"P","formula":"product v n","decimals":1}"#;
    let rows = "1,One,A,7.77,10\n2,Two,A,-1234,12\n3,Three,B,2,-3\n4,Four,C,,5\n";
    for more in [0, 1_000] {
        let rows: String =
            (0..more).map(|place| format!("x{place},X{place},B,1,2\n")).collect::<String>() + rows;
        let dataset = summed("", product, &rows);
        let state = State { chart: ChartKind::Strip, indicator: "p", ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
        let chart = ChartKind::Strip.chart();
        let heading = chart.headline(&context).heading;
        assert!(heading.starts_with("P: ") && heading.ends_with(" (calculated)"), "{heading}");
        assert_eq!(chart.notes(&context)[0].text, "P: V × N.");
        let csv = chart_csv(ChartKind::Strip, &context, false, &Credits::default());
        for line in [
            "Name,Code,Class,P,P: calculated\n",
            "\nOne,1,A,77.7,7.77 × 10 = 77.7\n",
            "\nTwo,2,A,-14808,\"−1,234 × 12 = −14,808\"\n",
            "\nThree,3,B,-6,2 × (−3) = −6\n",
            "\nFour,4,C,no value,\n",
        ] {
            assert!(csv.replace('\r', "").contains(line), "{line} {more} {csv}");
        }
        let given = State { indicator: "v", ..state };
        let context = widget::context(&dataset, &given, &environment(Language::En, 560.0));
        assert!(!chart.headline(&context).heading.contains("calculated"));
        assert!(!chart_csv(ChartKind::Strip, &context, false, &Credits::default()).contains("V: calculated"));
    }
}

#[test]
fn signs_and_units_in_arithmetic_are_true() {
    let fields = r#"{"name":"v","type":"number","title":"V","aggregate":"sum","unit":"percent"},
        {"name":"n","type":"number","title":"N","aggregate":"sum"},
        {"name":"m","type":"number","title":"M","aggregate":"sum","unit":"yuan-100m"}"#;
    let derived = r#""derived":[{"name":"a","formula":"ratio v n","unit":"percent"},{"name":"b","formula":"ratio n v"},
        {"name":"c","formula":"ratio v n"},{"name":"d","formula":"part n v","unit":"percent"},
        {"name":"p","formula":"product m n","unit":"yuan-100m"},{"name":"q","formula":"product m v"},
        {"name":"r","formula":"product v n","unit":"percent"}],"#;
    let rows = "code,name,class,v,n,m\n1,One,A,12,4,50\n2,Two,B,6,3,1\n3,Three,C,1,1,1\n";
    let dataset = dataset(fields, derived, rows);
    let first = |id: &str| told(&dataset, id).remove(0);
    assert_eq!(
        ["a", "b", "c", "d"].map(first),
        ["12% ÷ 4 = 3%", "4 ÷ 12 ≈ 0.3333", "12 ÷ 4 = 3", "4 ÷ 12 ≈ 33.3%"]
    );
    let csv = |indicator: &'static str| {
        let state = State { chart: ChartKind::Strip, indicator, ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
        chart_csv(ChartKind::Strip, &context, false, &Credits::default())
    };
    for (indicator, arithmetic) in [("p", "5 × 4 = 20"), ("q", "50 × 12 = 600"), ("r", "12% × 4 = 48%")] {
        let csv = csv(indicator);
        assert!(csv.contains(arithmetic), "{csv}");
    }
}

#[test]
fn money_of_entities_is_divided_exactly_even_where_a_sum_is_round() {
    let fields = r#"{"name":"v","type":"number","title":"V","aggregate":"sum","unit":"yuan-100m"},
        {"name":"n","type":"number","title":"N","aggregate":"sum"}"#;
    let derived = r#""derived":[{"name":"r","title":"R","formula":"ratio v n","unit":"yuan-100m"},
        {"name":"k","title":"K","formula":"ratio v n"},{"name":"i","title":"I","formula":"ratio n v","unit":"yuan-100m"},
        {"name":"q","title":"Q","formula":"ratio v v"}],"#;
    let rows = "code,name,class,v,n\n1,One,A,600,3\n2,Two,A,400,4\n3,Three,B,1000,3\n4,Four,C,50,1\n";
    let dataset = dataset(fields, derived, rows);
    assert_eq!(told(&dataset, "r")[..2], ["100 ÷ 7 ≈ 14.286", "100 ÷ 3 ≈ 33.333"], "in ¥ billion");
    // Where the units change by different factors in English, the arithmetic keeps those of the file.
    assert_eq!(told(&dataset, "k")[0], "1,000 ÷ 7 ≈ 142.86");
    assert_eq!(told(&dataset, "i")[0], "7 ÷ 1,000 = 0.007");
    assert_eq!(told(&dataset, "q")[0], "100 ÷ 100 = 1");
    assert!(said(&dataset, ChartKind::Tiers, Language::En).contains("¥100 billion"));
}

/// Two classes with printed values, facts, and a calculated indicator.
fn printed(columns: &str, rows: &str, facts: &str, derived: &str) -> Dataset {
    let descriptor = format!(
        r#"{{"title":"Test","sources":[{{"title":"Source"}}],"licenses":[{{"name":"CC0-1.0"}}],"derived":[{derived}],
        "resources":[{{"name":"tiers","path":"tiers.csv","schema":{{"fields":[
        {{"name":"class","role":"tier","categories":["A","B","C"]}},{columns}]}}}},
        {{"name":"facts","path":"facts.csv","schema":{{"fieldsMatch":"partial","fields":[{{"name":"id"}},{{"name":"quote"}},
        {{"name":"tier"}},{{"name":"indicator"}},{{"name":"value"}},{{"name":"unit"}},{{"name":"qualifier"}}]}}}}]}}"#
    );
    let report = read(descriptor.as_bytes(), &|path| {
        Some(if path == "tiers.csv" { rows } else { facts }.as_bytes().to_vec())
    });
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

const COLUMNS: &str =
    r#"{"name":"v","type":"number","aggregate":"sum","unit":"yuan-100m"},{"name":"n","type":"number"}"#;
const NO_FACT: &str = "id,quote,value\nf,words,5\n";

#[test]
fn printed_money_is_divided_no_finer_than_it_is_printed_but_to_two_digits_and_apart() {
    let ratio = r#"{"name":"r","formula":"ratio v n","unit":"yuan-100m"}"#;
    let of = |rows: &str| told(&printed(COLUMNS, &format!("class,v,n\n{rows}"), NO_FACT, ratio), "r");
    assert_eq!(
        of("A,11800,7\nB,10600,11\nC,4080.8,19\n"),
        ["1,180 ÷ 7 ≈ 169", "1,060 ÷ 11 ≈ 96", "408.08 ÷ 19 ≈ 21.5"]
    );
    assert_eq!(of("A,1000,7\nB,1000,3\nC,1000,900\n"), ["100 ÷ 7 ≈ 14", "100 ÷ 3 ≈ 33", "100 ÷ 900 ≈ 0.11"]);
    let rounded = |places: u8| {
        let wanted = ratio.replace('}', &format!(r#","decimals":{places}}}"#));
        told(&printed(COLUMNS, "class,v,n\nA,11800,7\nB,10600,11\n", NO_FACT, &wanted), "r").remove(0)
    };
    assert_eq!([0, 1].map(rounded), ["1,180 ÷ 7 ≈ 169", "1,180 ÷ 7 ≈ 168.571"], "zeros would say too much");
    assert_eq!(of("A,1000,70\nB,1010,70\nC,1,2\n")[..2], ["100 ÷ 70 ≈ 1.43", "101 ÷ 70 ≈ 1.44"]);
}

#[test]
fn a_fact_hedges_what_is_divided_by_it() {
    let derived =
        r#"{"name":"p","formula":"part v total","unit":"percent"},{"name":"q","formula":"ratio total n"}"#;
    let facts = "id,quote,value,unit,qualifier\ntotal,words,60,yuan-100m,more than\n";
    let dataset = printed(COLUMNS, "class,v,n\nA,10,3\nB,5,4\nC,3,5\n", facts, derived);
    assert_eq!(told(&dataset, "p")[0], "1 ÷ over 6 ≈ 16.7%");
    assert_eq!(told(&dataset, "q")[0], "over 60 ÷ 3 ≈ 20");
    assert!(bars(&dataset, "p", Language::En).contains("A, about 16.7%"));
}

#[test]
fn a_share_that_one_class_lacks_is_a_range_with_facts_and_without() {
    let columns = r#"{"name":"v","type":"number","aggregate":"sum"},
        {"name":"s","type":"number","unit":"percent","formula":"residual-or-part v"}"#;
    let rows = "class,v,s\nA,30,\nB,50,50.45\nC,20,20.1\n";
    let facts = "id,quote,tier,indicator,value,qualifier\na,words,A,v,30,\nb,words,B,v,50,\nc,words,C,v,20,\nd,words,B,s,50.45,\ne,words,C,s,20.1,\n";
    for facts in [NO_FACT, facts] {
        let dataset = printed(columns, rows, facts, "");
        assert_eq!(told(&dataset, "s"), ["100 − 50.45 − 20.1 = 29.45%; 30 ÷ 100 = 30%"]);
        let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
        assert_eq!(cells(&of_tiers)[0][2], "29.45–30");
    }
    let hedged = printed(columns, rows, &facts.replace("20.1,\n", "20.1,about\n"), "");
    assert_eq!(told(&hedged, "s"), ["100 − 50.45 − about 20.1 ≈ 29.45%; 30 ÷ 100 = 30%"]);
    assert_eq!(cells(&table(&hedged, ChartKind::Tiers, Language::En))[0][2], "about 29.45–30");
    let two = printed(columns, "class,v,s\nA,30,\nB,50,\nC,20,20.1\n", NO_FACT, "");
    assert_eq!(told(&two, "s"), ["30 ÷ 100 = 30%", "50 ÷ 100 = 50%"], "the other shares are not all given");
}

#[test]
fn parts_that_are_rounded_are_not_added() {
    let share = r#"{"name":"s","title":"S","formula":"part v {whole}","unit":"percent","aggregate":"sum"}"#;
    let dataset = summed("", share, "1,One,A,1,7\n2,Two,B,1,7\n3,Three,C,1,3\n");
    assert_eq!(told(&dataset, "s"), ["1 ÷ 3 ≈ 33.3%"; 3]);
    // Neither 99.9% nor 66.6%, in any chart with any filter.
    for chart in ChartKind::offered(&dataset) {
        for tiers in [dataset.all_tiers(), dataset.parse_tiers("1 2").unwrap()] {
            let state = State { chart, tiers, indicator: "s", ..State::of(&dataset) };
            let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
            let headline = chart.chart().headline(&context);
            let table = chart.chart().table(&context);
            let said = format!("{headline:?} {:?} {:?}", cells(&table), chart.chart().notes(&context));
            assert!(!said.contains("99.9") && !said.contains("66.6"), "{said}");
        }
    }
}
