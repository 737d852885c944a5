//! One chart in each format.

use serde_json::Value;

use super::{LANGUAGES, bytes, charts, json, messages, records, run, text};

#[test]
fn every_chart_is_an_svg_that_xml_readers_understand() {
    for chart in charts() {
        for language in LANGUAGES {
            let svg = text(&["render", "--chart", chart, "--lang", language]);
            let document = roxmltree::Document::parse(&svg).unwrap();
            let root = document.root_element();
            assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")));
            assert_eq!(root.attribute("width"), Some("760"));
            assert_eq!(root.attribute("lang"), Some(language));
        }
    }
}

#[test]
fn without_options_the_tiers_are_drawn_in_simplified_chinese_on_white() {
    let chosen =
        text(&["render", "--chart", "tiers", "--indicator", "gdp", "--lang", "zh-CN", "--theme", "light"]);
    assert_eq!(text(&["render"]), chosen);
}

#[test]
fn each_option_changes_the_picture() {
    let plain = text(&["render", "--chart", "map"]);
    for option in [
        ["--width", "360"],
        ["--theme", "dark"],
        ["--tiers", "1,2"],
        ["--county", "350582"],
        ["--heading", "甲<乙"],
    ] {
        let svg = text(&["render", "--chart", "map", option[0], option[1]]);
        assert_ne!(svg, plain, "{option:?}");
        roxmltree::Document::parse(&svg).unwrap();
    }
    assert!(text(&["render", "--heading", "甲<乙"]).contains("甲&lt;乙"));
    assert_ne!(text(&["render", "--indicator", "growth"]), text(&["render"]));
}

#[test]
fn the_twin_has_neither_style_nor_script_that_runs() {
    for chart in charts() {
        let html = text(&["render", "--chart", chart, "--format", "html", "--lang", "en"]);
        assert!(html.starts_with("<figure"), "{chart}");
        assert!(html.contains("<table") && html.contains("<caption") && html.contains("<svg"), "{chart}");
        assert!(!html.contains("style=") && !html.contains("<style"), "{chart}");
        let data = html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!((data, html.matches("<script").count()), (1, 1), "{chart}");
        roxmltree::Document::parse(&html).unwrap();
    }
}

/// The rows of a table, and the credits after the empty one.
fn table(arguments: &[&str]) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let mut records = records(&bytes(arguments));
    let end = records.iter().position(|record| record.iter().all(String::is_empty)).unwrap();
    let credits = records.split_off(end + 1);
    records.truncate(end);
    (records, credits)
}

#[test]
fn a_table_as_csv_has_a_byte_order_mark_and_only_the_rows_asked_for() {
    let start = ["render", "--chart", "tiers", "--format", "csv", "--lang", "en"];
    let base = ["--base", "https://example.org/1.0.0"];
    let (whole, credits) = table(&[&start[..], &base].concat());
    let (part, _) = table(&[&start[..], &["--tiers", "1,2"]].concat());
    assert!(whole.len() > 5, "head, four tiers and sums");
    assert_eq!(part.len(), 3, "head and two tiers");
    assert_eq!(part[..], whole[..3]);
    let heads: Vec<&str> = credits.iter().map(|record| record[0].as_str()).collect();
    assert_eq!(heads, ["Title", "Source", "Edition", "Link", "Note", "Note", "Note", "Note"]);
    assert_eq!(
        credits[3][1],
        "https://example.org/1.0.0/embed.html?chart=tiers&indicator=gdp&tiers=1~2~3~4&lang=en&theme=auto"
    );
}

#[test]
fn no_tier_is_an_empty_selection_and_no_error() {
    for chart in charts() {
        roxmltree::Document::parse(&text(&["render", "--chart", chart, "--tiers", "none"])).unwrap();
    }
    assert_eq!(table(&["render", "--tiers", "none", "--format", "csv"]).0.len(), 1);
    let chart = json(&["render", "--tiers", "none", "--format", "json"]);
    assert_eq!(chart["tiers"], serde_json::json!([]));
    assert!(chart["rows"].as_array().unwrap().iter().all(|row| row["selected"] == false));
}

#[test]
fn a_chart_as_json_tells_numbers_from_gaps_and_says_what_is_derived() {
    let chart = json(&["render", "--chart", "tiers", "--lang", "en", "--format", "json"]);
    let columns: Vec<&str> =
        chart["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect();
    let index = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let rows = chart["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        assert_eq!(row["values"].as_array().unwrap().len(), columns.len());
    }
    assert_eq!(rows[0]["values"][index("Counties")], 7);
    assert_eq!(rows[1]["values"][index("Growth")], Value::Null);
    assert_eq!(rows[1]["missing"]["Growth"], "not in the article");
    assert!(rows[0]["derived"]["GDP per county"].as_str().unwrap().contains('÷'));
    for key in ["heading", "summary", "caption", "source"] {
        assert!(!chart[key].as_str().unwrap().is_empty(), "{key}");
    }
    assert!(!chart["notes"].as_array().unwrap().is_empty());
}

#[test]
fn a_png_has_the_size_asked_for_or_the_missing_font_is_named() {
    for (language, width, scale) in [("zh-Hans", "360", "1"), ("zh-Hant", "400", "2"), ("en", "760", "3")] {
        let output =
            run(&["render", "--format", "png", "--lang", language, "--width", width, "--scale", scale]);
        if output.status.code() == Some(1) {
            // A machine without Chinese fonts must say what to install.
            assert!(messages(&output).contains("fonts-noto"), "{}", messages(&output));
            continue;
        }
        assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
        let png = output.stdout;
        assert!(png.starts_with(b"\x89PNG\r\n\x1A\n"));
        let pixels = u32::from_be_bytes(png[16..20].try_into().unwrap());
        assert_eq!(pixels, width.parse::<u32>().unwrap() * scale.parse::<u32>().unwrap());
    }
}

#[test]
fn a_county_that_is_selected_is_named_where_its_frame_cannot_be_seen() {
    let start = ["render", "--chart", "map", "--lang", "en"];
    let county = [&start[..], &["--county", "350524"]].concat();
    let html = |arguments: &[&str]| text(&[arguments, &["--format", "html"]].concat());
    let named = "<p><strong>Anxi County, Quanzhou, Tier 3, given in the article, pilot, cited as advanced</strong></p>";
    assert!(html(&county).contains(named) && !html(&start).contains("<strong>Anxi"));
    let code = |arguments: &[&str]| json(&[arguments, &["--format", "json"]].concat())["county"].clone();
    assert_eq!([code(&county), code(&start)], [Value::from("350524"), Value::Null]);
}
