//! Figures of datasets that are not ours: their digits, units and hedges, in sentences, tables and files.

use county_chains::chart::{ChartKind, Table, describe};
use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::own;
use county_chains::paint::table_csv;
use county_chains::scene::Shape;
use county_chains::theme::Role;
use county_chains::widget::{self, Credits, State};

use crate::picture::environment;
use crate::support::{lines, read};

/// A dataset with these fields after code, name and class, and this table.
pub(crate) fn dataset(fields: &str, properties: &str, rows: &str) -> Dataset {
    let descriptor = format!(
        r#"{{"name":"test","title":"Test","languages":["en","zh-Hans"],"sources":[{{"title":"Source"}}],
"licenses":[{{"name":"CC0-1.0"}}],"entity":{{"one":"office","many":"offices","many@zh-Hans":"个部门"}},{properties}
"resources":[{{"name":"entities","path":"e.csv","schema":{{"fieldsMatch":"subset","fields":[
{{"name":"code"}},{{"name":"name"}},{{"name":"class","role":"tier","categories":["A","B","C"]}},{fields}]}}}}]}}"#
    );
    let report = read(descriptor.as_bytes(), &|_| Some(rows.as_bytes().to_vec()));
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

pub(crate) fn said(dataset: &Dataset, chart: ChartKind, language: Language) -> String {
    let state = State { chart, ..State::of(dataset) };
    let context = widget::context(dataset, &state, &environment(language, 560.0));
    let headline = chart.chart().headline(&context);
    format!("{} {}", headline.heading, headline.summary)
}

pub(crate) fn table(dataset: &Dataset, chart: ChartKind, language: Language) -> Table {
    let state = State { chart, ..State::of(dataset) };
    chart.chart().table(&widget::context(dataset, &state, &environment(language, 560.0)))
}

/// The texts of each row, footers too.
pub(crate) fn cells(table: &Table) -> Vec<Vec<&str>> {
    table
        .rows
        .iter()
        .chain(&table.footer)
        .map(|row| row.cells.iter().map(|cell| cell.text()).collect())
        .collect()
}

/// Name and unit of each column.
fn heads(table: &Table) -> Vec<[&str; 2]> {
    table.columns.iter().map(|column| [&*column.name, &*column.unit]).collect()
}

const MONEY: &str = r#"{"name":"spending","type":"number","title":"Spending","title@zh-Hans":"支出","unit":"yuan-100m","aggregate":"sum","period":"2024","bareNumber":false}"#;

#[test]
fn a_sum_is_as_exact_as_its_parts() {
    let rows =
        "code,name,class,spending\n1,One,A,120\n2,Two,A,85.5\n3,Three,B,60\n4,Four,B,43.25\n5,Five,C,30\n";
    let exact = dataset(MONEY, "", rows);
    assert!(
        said(&exact, ChartKind::Tiers, Language::ZhHans)
            .starts_with("支出（2024）：A最高，205.5亿元（计算）")
    );
    let table_of = table(&exact, ChartKind::Tiers, Language::ZhHans);
    assert_eq!(cells(&table_of)[3][1], "338.75");
    let shares = said(&exact, ChartKind::Shares, Language::En);
    assert!(shares.contains("; Spending (2024), 60.7% of the total"), "{shares}");

    let rows = rows.replace("A,120", "A,超120").replace("A,85.5", "A,约85.5").replace("C,30", "C,<30");
    let hedged = dataset(MONEY, "", &rows);
    let tiers = said(&hedged, ChartKind::Tiers, Language::ZhHans);
    assert!(tiers.starts_with("支出（2024）：A最高，约205.5亿元（计算）"), "{tiers}");
    assert!(tiers.contains("最低：C，不到30亿元"), "a single one keeps its hedge: {tiers}");
    let table_of = table(&hedged, ChartKind::Tiers, Language::ZhHans);
    let column: Vec<&str> = cells(&table_of).iter().map(|row| row[1]).collect();
    assert_eq!(column, ["约205.5", "103.25", "不到30", "约338.75"]);
    let strip = said(&hedged, ChartKind::Strip, Language::ZhHans);
    for part in ["中位数约60亿元", "最低：Five，不到30亿元", "最高：One，超120亿元", "B为51.63亿元"]
    {
        assert!(strip.contains(part), "{part}: {strip}");
    }
}

#[test]
fn a_column_says_unit_and_period() {
    let fields = r#"{"name":"a","type":"number","title":"People","unit":"people","aggregate":"sum","period":"2022"},
{"name":"b","type":"number","title":"People","unit":"people","aggregate":"sum","period":"2023"},
{"name":"c","type":"number","title":"Revenue","unit":"m","aggregate":"sum"},
{"name":"d","type":"number","title":"Margin","unit":"percent"},
{"name":"e","type":"number","title":"Spending","unit":"yuan-100m"}"#;
    let units =
        r#""units":[{"name":"people","many":"× 10,000 people"},{"name":"m","symbol":"$","many":"million"}],"#;
    let rows = "code,name,class,a,b,c,d,e\n1,One,A,1,2,1505,-10,20.5\n2,Two,B,3,4,5,2.5,10\n3,Three,C,5,6,7,3,1\n4,Four,C,5,6,7,3,1\n";
    let dataset = dataset(fields, units, rows);
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    assert_eq!(
        heads(&of_tiers)[1..6],
        [
            ["People", "× 10,000 people · 2022"],
            ["People", "× 10,000 people · 2023"],
            ["Revenue", "$ million"],
            ["Margin, median", "%"],
            ["Spending, median", "¥ billion"]
        ]
    );
    assert_eq!(cells(&of_tiers)[0][3..6], ["1,505", "−10", "2.05"]);
    let csv = table_csv(&of_tiers, false, Locale::about(&dataset, Language::En), &Credits::default());
    let head = csv.lines().next().unwrap();
    assert!(head.contains("\"People (× 10,000 people · 2023): calculated\""), "{head}");
    let of_strip = table(&dataset, ChartKind::Strip, Language::En);
    assert_eq!(heads(&of_strip)[3], ["People (2022)", "× 10,000 people"]);
}

#[test]
fn the_caption_says_periods_that_heads_do_not_need_to_tell_columns_apart() {
    let of = |periods: [&str; 3]| {
        let field = |(name, period): (&str, &str)| {
            format!(
                r#"{{"name":"{name}","type":"number","title":"{name}","unit":"percent","aggregate":"median","period":"{period}"}}"#
            )
        };
        let fields = ["a", "b", "c"].into_iter().zip(periods).map(field).collect::<Vec<_>>().join(",");
        let rows = "code,name,class,a,b,c\n1,One,A,1,2,3\n2,Two,B,3,4,5\n3,Three,C,5,6,7\n";
        let table = table(&dataset(&fields, "", rows), ChartKind::Tiers, Language::En);
        assert!(heads(&table)[1..4].iter().all(|[_, unit]| *unit == "%"));
        table.caption
    };
    let caption = of(["2022", "2023", "2023"]);
    assert!(caption.ends_with("; a, median: 2022; b, median: 2023; c, median: 2023"), "{caption}");
    let shared = of(["2023", "2023", "2023"]);
    assert!(shared.ends_with("; 2023") && shared.matches("2023").count() == 1, "{shared}");
}

#[test]
fn files_have_all_digits_of_a_value() {
    let fields = r#"{"name":"a","type":"number","title":"A","aggregate":"sum"},{"name":"b","type":"number","title":"B","decimals":2,"aggregate":"sum"}"#;
    let rows = "code,name,class,a,b\n1,One,A,0.00002,2.5\n2,Two,B,63047,3\n3,Three,C,12.345678,0.126\n";
    let dataset = dataset(fields, "", rows);
    let strip = table(&dataset, ChartKind::Strip, Language::En);
    let csv = table_csv(&strip, false, Locale::about(&dataset, Language::En), &Credits::default());
    for line in ["One,1,A,0.00002", "Two,2,B,63047", "Three,3,C,12.345678"] {
        assert!(csv.contains(line), "{csv}");
    }
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    let column: Vec<&str> = cells(&of_tiers).iter().map(|row| row[2]).collect();
    assert_eq!(column[..3], ["2.50", "3.00", "0.13"], "decimals hold in tables");
}

#[test]
fn sums_and_medians_keep_the_decimals_of_their_values() {
    let fields = r#"{"name":"a","type":"number","title":"A","aggregate":"sum"},{"name":"b","type":"number","title":"B"}"#;
    let rows = "code,name,class,a,b\n1,One,A,1.123456789,7.5\n2,Two,A,2,7.6\n3,Three,B,0.000000001,3\n4,Four,C,0,1\n";
    let dataset = dataset(fields, "", rows);
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    let column: Vec<&str> = cells(&of_tiers).iter().map(|row| row[1]).collect();
    assert_eq!(column, ["3.123456789", "0.000000001", "0", "3.12345679"]);
    assert_eq!(cells(&of_tiers)[0][2], "7.55");
    let state = State { chart: ChartKind::Strip, indicator: "b", ..State::of(&dataset) };
    let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
    assert!(ChartKind::Strip.chart().headline(&context).summary.contains("Medians: A 7.55,"));
}

#[test]
fn what_is_too_large_to_be_exact_has_no_value() {
    let fields = r#"{"name":"a","type":"number","title":"A","aggregate":"sum"}"#;
    let derived = r#""derived":[{"name":"p","type":"number","formula":"product a a","aggregate":"sum"}],"#;
    let rows =
        "code,name,class,a\n1,One,A,999999999999999\n2,Two,A,999999999999999\n3,Three,B,5\n4,Four,C,5\n";
    let dataset = dataset(fields, derived, rows);
    let column = |index: usize| -> Vec<String> {
        let table = table(&dataset, ChartKind::Tiers, Language::En);
        cells(&table).iter().map(|row| row[index].to_owned()).collect()
    };
    assert_eq!(column(1), ["no value", "5", "5", ""]);
    assert_eq!(column(2), ["no value", "25", "25", ""]);
}

#[test]
fn a_small_share_is_not_nothing_and_a_large_one_not_all() {
    let fields = r#"{"name":"a","type":"number","title":"A","aggregate":"sum"}"#;
    let derived = r#""derived":[{"name":"part","title":"Part","type":"number","unit":"percent","formula":"part a {whole}"}],
"stories":[{"chart":"tiers","indicator":"a","heading":"{s:A} and {s:B}"}],"#;
    let rows = "code,name,class,a\n1,One,A,0.2\n2,Two,B,1215.8\n3,Three,C,0\n";
    let dataset = dataset(fields, derived, rows);
    assert!(said(&dataset, ChartKind::Tiers, Language::En).starts_with("under 0.1% and over 99.9% "));
    assert!(said(&dataset, ChartKind::Tiers, Language::ZhHans).starts_with("不到0.1% and 超99.9%"));
    let state = State { chart: ChartKind::Shares, ..State::of(&dataset) };
    let scene =
        ChartKind::Shares.chart().draw(&widget::context(&dataset, &state, &environment(Language::En, 760.0)));
    assert!(
        scene.marks().any(|mark| mark.name.contains("A, A: 0.2, a share of 0.02% ")),
        "{:?}",
        scene.marks().map(|mark| &mark.name).collect::<Vec<_>>()
    );
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    assert_eq!(cells(&of_tiers)[0][2], "0.02");
}

#[test]
fn years_have_no_separators() {
    let fields = r#"{"name":"founded","type":"year","title":"Founded"}"#;
    let rows = "code,name,class,founded\n1,One,A,1900\n2,Two,A,2002\n3,Three,B,1950\n4,Four,C,2020\n";
    let dataset = dataset(fields, "", rows);
    let strip = said(&dataset, ChartKind::Strip, Language::En);
    assert!(strip.contains("Earliest: One, 1900.") && strip.contains("Latest: Four, 2020."), "{strip}");
    let state = State { chart: ChartKind::Strip, ..State::of(&dataset) };
    let view = widget::context(&dataset, &state, &environment(Language::En, 760.0));
    let scene = ChartKind::Strip.chart().draw(&view);
    let text = format!("{scene:?}");
    assert!(!text.contains("1,9") && text.contains("1950"), "axis");
    assert!(cells(&table(&dataset, ChartKind::Strip, Language::En)).iter().any(|row| row[3] == "2002"));
}

#[test]
fn number_one_of_a_ranking_is_the_highest() {
    let rank = r#"{"name":"r","type":"integer","title":"Rank","title@zh-Hans":"排名","unit":"rank"}"#;
    let dataset = dataset(rank, "", "code,name,class,r\n1,One,A,2\n2,Two,A,5\n3,Three,B,3\n4,Four,C,1\n");
    for (chart, language, told) in [
        (
            ChartKind::Tiers,
            Language::En,
            "Rank, median, highest: C, no. 1 (calculated) Lowest: A, no. 3.5. 4 offices in 3 classes.",
        ),
        (
            ChartKind::Tiers,
            Language::ZhHans,
            "排名中位数：C最高，第1位（计算） 最低：A，第3.5位。共4个部门，分3类。",
        ),
        (
            ChartKind::Strip,
            Language::En,
            "Rank: median no. 2.5, half between no. 1.75 and no. 3.5 4 offices. Lowest: Two, no. 5. Highest: Four, no. 1. Medians: A no. 3.5, B no. 3, C no. 1.",
        ),
    ] {
        assert_eq!(said(&dataset, chart, language), told);
    }
    let state = State { chart: ChartKind::Strip, ..State::of(&dataset) };
    let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
    let scene = ChartKind::Strip.chart().draw(&context);
    let names: Vec<&str> = scene.marks().map(|mark| &*mark.name).collect();
    assert!(names.contains(&"A, 2 offices: median no. 3.5, lowest no. 5, highest no. 2"), "{names:?}");
}

#[test]
fn years_are_early_or_late_and_have_dots_in_place_of_bars() {
    let year = r#"{"name":"y","type":"year","title":"Founded","title@zh-Hans":"建院年份"}"#;
    let dataset = dataset(year, "", "code,name,class,y\n1,One,A,1951\n2,Two,B,1935\n3,Three,C,2004\n");
    for (chart, language, told) in [
        (
            ChartKind::Tiers,
            Language::En,
            "Founded, median, latest: C, 2004 (calculated) Earliest: B, 1935. 3 offices in 3 classes.",
        ),
        (
            ChartKind::Tiers,
            Language::ZhHans,
            "建院年份中位数：C最晚，2004（计算） 最早：B，1935。共3个部门，分3类。",
        ),
        (
            ChartKind::Strip,
            Language::En,
            "Founded: median 1951 3 offices. Earliest: Two, 1935. Latest: Three, 2004. Medians: A 1951, B 1935, C 2004.",
        ),
    ] {
        assert_eq!(said(&dataset, chart, language), told);
    }
    for width in [280.0, 360.0, 560.0, 760.0] {
        let state = State::of(&dataset);
        let context = widget::context(&dataset, &state, &environment(Language::En, width));
        let scene = ChartKind::Tiers.chart().draw(&context);
        let dots = scene.marks().map(|mark| {
            let is_of_tier = |shape: &&Shape| match shape {
                Shape::Circle { ink, .. } | Shape::Rect { ink, .. } => {
                    matches!(ink.fill, Some(Role::Tier(_)))
                }
                _ => false,
            };
            match mark.shapes.iter().filter(is_of_tier).collect::<Vec<_>>()[..] {
                [Shape::Circle { center, .. }] => center.x,
                ref others => panic!("{others:?}"),
            }
        });
        let dots: Vec<f64> = dots.collect();
        let part = (dots[0] - dots[1]) / (dots[2] - dots[1]);
        // Places in a scene are sixteenths of a pixel.
        assert!((part - 16.0 / 69.0).abs() < 0.001, "{dots:?}");
    }
}

#[test]
fn a_share_of_nearly_all_is_not_called_all() {
    let fields = r#"{"name":"v","type":"number","title":"V","aggregate":"sum"},
        {"name":"p","type":"number","title":"P","unit":"percent"}"#;
    let share = r#""derived":[{"name":"s","title":"S","formula":"part v {whole}","unit":"percent"}],"#;
    let rows = "code,name,class,v,p\n1,One,A,2954998.6,99.9996\n2,Two,B,0.4,100\n3,Three,C,0,0\n";
    let dataset = dataset(fields, share, rows);
    for (indicator, told) in [
        ("s", "S, highest: A, 99.99999% (calculated)"),
        ("p", "P, median, highest: B, 100% (calculated) Lowest"),
    ] {
        let state = State { indicator, ..State::of(&dataset) };
        let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
        let headline = ChartKind::Tiers.chart().headline(&context);
        let said = format!("{} {}", headline.heading, headline.summary);
        assert!(said.starts_with(told), "{said}");
        let scene = ChartKind::Tiers.chart().draw(&context);
        let names: Vec<&str> = scene.marks().map(|mark| &*mark.name).collect();
        assert!(names[0].contains("99.999"), "{names:?}");
    }
}

#[test]
fn quartiles_among_equal_values_do_not_claim_half() {
    let field = r#"{"name":"v","type":"number","title":"Cases"}"#;
    let heading = |values: &[f64]| {
        let rows = values.iter().enumerate().map(|(place, value)| format!("{place},N{place},A,{value}\n"));
        let dataset = dataset(field, "", &format!("code,name,class,v\nb,B,B,\n{}", rows.collect::<String>()));
        said(&dataset, ChartKind::Strip, Language::En).split(" 12 ").next().unwrap().to_owned()
    };
    assert_eq!(heading(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 4.0]), "Cases: median 0");
    let ties = [0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.6, 0.8, 1.3, 2.0, 3.0, 4.0];
    assert_eq!(heading(&ties), "Cases: median 0.55, quartiles 0 and 1.475");
}

#[test]
fn a_half_is_rounded_up_as_it_is_written() {
    let fields = r#"{"name":"v","type":"number","title":"Rent","decimals":2},{"name":"w","type":"number","title":"W"}"#;
    let rows = "code,name,class,v,w\n1,One,A,8.05,11.93\n2,Two,A,8.6,11.94\n3,Three,B,-2.675,1.0005\n";
    let dataset = dataset(fields, "", rows);
    let of_tiers = table(&dataset, ChartKind::Tiers, Language::En);
    let shown: Vec<&str> = cells(&of_tiers)[..2].iter().map(|row| row[1]).collect();
    assert_eq!(shown, ["8.33", "−2.68"]);
    let state = State { indicator: "w", ..State::of(&dataset) };
    let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
    let scene = ChartKind::Tiers.chart().draw(&context);
    let names: Vec<&str> = scene.marks().map(|mark| &*mark.name).collect();
    assert!(names[0].contains("W, median 11.94") && names[1].contains("1.001"), "{names:?}");
    // Shares as well: 333 of 4,000 is 8.325%, and 23 of 80 is 28.75%.
    let fields = r#"{"name":"v","type":"number","title":"V","aggregate":"sum"}"#;
    let share =
        r#""derived":[{"name":"s","title":"S","formula":"part v {whole}","unit":"percent","decimals":2}],"#;
    let rows = "code,name,class,v\n1,One,A,333\n2,Two,B,3667\n3,Three,C,0\n";
    let of_tiers = table(&crate::figures::dataset(fields, share, rows), ChartKind::Tiers, Language::En);
    assert_eq!(cells(&of_tiers)[0][2], "8.33");
    // The same where two digits alone tell two classes apart.
    let rows = "code,name,class,v\n1,One,A,333\n2,Two,B,332\n3,Three,C,3335\n";
    let share = &share.replace(r#","decimals":2"#, "");
    let of_tiers = table(&crate::figures::dataset(fields, share, rows), ChartKind::Tiers, Language::En);
    assert_eq!([cells(&of_tiers)[0][2], cells(&of_tiers)[1][2]], ["8.33", "8.3"]);
    let rows = "code,name,class,v\n1,One,A,23\n2,Two,B,57\n3,Three,C,0\n";
    let dataset = crate::figures::dataset(fields, "", rows);
    let state = State { chart: ChartKind::Shares, ..State::of(&dataset) };
    let context = widget::context(&dataset, &state, &environment(Language::En, 760.0));
    let text = format!("{:?}", ChartKind::Shares.chart().draw(&context));
    assert!(text.contains("28.8%") && !text.contains("28.7"), "{text}");
}

#[test]
fn of_equal_values_more_than_that_is_above_and_less_than_that_below() {
    let told = |given: [&str; 3], stories: &str| {
        let rows = ["A", "B", "C"].iter().zip(given).map(|(class, given)| format!("{class},50,{given}\n"));
        let rows = format!("class,v,v.qualifier\n{}", rows.collect::<String>());
        let descriptor = r#"{"name":"test","title":"Test","languages":["en"],"sources":[{"title":"Source"}],STORIES
"licenses":[{"name":"CC0-1.0"}],"resources":[{"name":"tiers","path":"t.csv","schema":{"fields":[
{"name":"class","role":"tier","categories":["A","B","C"]},{"name":"v","type":"number","title":"Visits"},
{"name":"v.qualifier"}]}}]}"#;
        let descriptor = descriptor.replace("STORIES", stories);
        let report = read(descriptor.as_bytes(), &|_| Some(rows.as_bytes().to_vec()));
        let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
        said(&own::dataset(package), ChartKind::Tiers, Language::En)
    };
    let tiers = |given| told(given, "");
    assert_eq!(tiers(["", "", ""]), "Visits: 50 in every class ");
    assert_eq!(tiers(["more than", "", ""]), "Visits, highest: A, over 50 Lowest: B and C, 50 each.");
    assert_eq!(tiers(["", "less than", "more than"]), "Visits, highest: C, over 50 Lowest: B, under 50.");
    assert_eq!(tiers(["more than", "more than", "more than"]), "Visits: over 50 in every class ");
    let story = r#""stories":[{"chart":"tiers","indicator":"v","heading":"{min} to {max}"}],"#;
    for given in
        [["more than", "", "less than"], ["less than", "more than", ""], ["", "less than", "more than"]]
    {
        assert!(told(given, story).starts_with("under 50 to over 50"), "{given:?}");
    }
}

#[test]
fn a_fact_has_the_digits_of_the_indicator_that_it_names() {
    let descriptor = r#"{"title":"Test","sources":[{"title":"Source"}],"licenses":[{"name":"CC0-1.0"}],
        "units":[{"name":"dollars","symbol":"$"},{"name":"cents","one":"cent","many":"cents"}],
        "resources":[{"name":"entities","path":"e.csv","schema":{"fields":[{"name":"code"},{"name":"name"},
        {"name":"class","role":"tier","categories":["A","B"]},
        {"name":"price","type":"number","unit":"dollars","decimals":2},{"name":"since","type":"year"}]}},
        {"name":"facts","path":"f.csv","schema":{"fieldsMatch":"partial","fields":[{"name":"id"},{"name":"quote"}]}}]}"#;
    let facts = "id,quote,entities,tier,indicator,value,unit
entity,words,1,,price,1234.5,
year,words,1,,since,1997,
several,words,1 2,,price,2000,dollars
class,words,,A,price,2.5,
total,words,,,price,3,
again,words,,,price,3,
cents,words,,,price,1250,cents
none,words,,,,1997,
";
    let rows = "code,name,class,price,since\n1,One,A,1234.5,1997\n2,Two,B,2,\n";
    let report = read(descriptor.as_bytes(), &|path| {
        Some(if path == "e.csv" { rows } else { facts }.as_bytes().to_vec())
    });
    let dataset = own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))));
    let expected = [
        ("entity", "$1,234.50"),
        ("year", "1997"),
        ("several", "$2,000.00"),
        ("class", "$2.50"),
        ("total", "$3.00"),
        ("again", "$3.00"),
        // The decimals are those of dollars.
        ("cents", "1,250 cents"),
        ("none", "1,997"),
    ];
    let listed = table(&dataset, ChartKind::Facts, Language::En);
    let state = State::of(&dataset);
    let context = widget::context(&dataset, &state, &environment(Language::En, 560.0));
    let rows = cells(&listed);
    assert_eq!(rows.len(), expected.len());
    for ((id, figure), row) in expected.into_iter().zip(rows) {
        let fact = dataset.fact(id).unwrap();
        assert_eq!(describe(&context, fact).said, figure, "{id} in a card");
        assert!(row.contains(&figure), "{id} in the chart: {row:?}");
    }
}

#[test]
fn tables_are_sorted_by_values_whatever_words_are_around_them() {
    let rows = "code,name,class,venues,venues.qualifier,row,column\n1,One,A,812,,0,0\n2,Two,A,3600,more than,0,1\n\
        3,Three,B,1040,about,0,2\n4,Four,B,655,provisional,1,0\n5,Five,C,3599,,1,1\n6,Six,C,,,1,2\n";
    let fields = r#"{"name":"venues","type":"number","title":"Venues","aggregate":"sum"},{"name":"venues.qualifier"},
        {"name":"row","type":"integer"},{"name":"column","type":"integer"}"#;
    let dataset = dataset(fields, "", rows);
    let sorted = |chart, language, falling| -> Vec<String> {
        let mut table = table(&dataset, chart, language);
        let column = table.columns.iter().position(|column| column.name == "Venues").unwrap();
        table.sort(column + 1, falling);
        table.rows.iter().map(|row| row.cells[column].text().to_owned()).collect()
    };
    assert_eq!(
        sorted(ChartKind::Map, Language::En, true),
        ["over 3,600", "3,599", "about 1,040", "812", "655 (provisional)", "no value"]
    );
    assert_eq!(
        sorted(ChartKind::Map, Language::ZhHans, false),
        ["655（初步数）", "812", "约1040", "3599", "超3600", "无数据"]
    );
    assert_eq!(sorted(ChartKind::Tiers, Language::En, false), ["about 1,695", "3,599", "about 4,412"]);
}
