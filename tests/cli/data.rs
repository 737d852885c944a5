//! The commands that draw and list, with a dataset of somebody's own.

use std::fs;

use serde_json::json;

use super::validate::dataset;
use super::{bytes, failure, folder, json as json_of, messages, names, run, text};

/// The three hospitals, each with a place.
fn hospitals(name: &str) -> String {
    let grid = json!([["code", "row", "col"], ["H1", 1, 1], ["H2", 1, 2], ["H3", 1, 3]]);
    let folder = dataset(name, |descriptor, _| {
        let tables = descriptor["resources"].as_array_mut().unwrap();
        tables.push(json!({ "name": "grid", "data": grid }));
    });
    folder.to_str().unwrap().to_owned()
}

#[test]
fn charts_are_drawn_from_the_dataset_in_its_first_language() {
    let path = hospitals("data");
    let svg = text(&["render", "--data", &path]);
    assert!(svg.contains("Grade 3A") && svg.contains("Beds") && !svg.contains("福建"), "{svg}");
    let chart =
        json_of(&["render", "--data", &path, "--indicator", "beds", "--tiers", "2A", "--format", "json"]);
    assert_eq!(chart["rows"][0]["selected"], false);
    assert_eq!(chart["rows"][1]["selected"], true);
    assert_eq!(chart["rows"][1]["values"][0], "Grade 2A");
    let of = |tiers| bytes(&["render", "--data", &path, "--tiers", tiers]);
    assert_eq!(of("2"), of("2A"), "a class has a number, too");
    assert_ne!(of("1,2"), of("2"));
    let list = bytes(&["render", "--data", &path, "--chart", "map", "--county", "H2", "--format", "csv"]);
    assert!(String::from_utf8(list).unwrap().contains("Hospital B"));
}

#[test]
fn a_dataset_without_edition_tells_search_engines_none() {
    let html = |name, change: &dyn Fn(&mut serde_json::Value)| {
        let folder = dataset(name, |descriptor, _| change(descriptor));
        text(&["render", "--data", folder.to_str().unwrap(), "--format", "html"])
    };
    assert!(html("data-edition", &|_| {}).contains("\"version\":\"2024\""));
    let without = html("data-no-edition", &|descriptor| {
        descriptor.as_object_mut().unwrap().remove("edition");
    });
    assert!(without.contains("\"@type\":\"Dataset\"") && !without.contains("\"version\""), "{without}");
}

#[test]
fn words_that_the_dataset_does_not_have_are_wrong_usage() {
    let path = hospitals("data-usage");
    for (arguments, expected) in [
        (["--chart", "market"], &["--chart <CHART>", "possible values: tiers"][..]),
        (["--chart", "tier"], &["a similar value exists: 'tiers'"]),
        (["--indicator", "gdp"], &["--indicator <INDICATOR>", "beds"]),
        (["--tiers", "9"], &["\"9\"", "3A, 2A", "all or none"]),
        (["--county", "350582"], &["--county <CODE>", "such as H1", "lists all 3"]),
        (["--county", "Hospital B"], &["try H2"]),
        (["--base", "https://example.org/"], &["--data"]),
        (["--format", "feed"], &["no feed can be written with --data"]),
    ] {
        let message = failure(&[&["render", "--data", &path], &arguments[..]].concat(), 2);
        for word in expected {
            assert!(message.contains(word), "{arguments:?} does not name {word}: {message}");
        }
    }
}

#[test]
fn a_class_is_named_as_in_the_table() {
    let folder = dataset("data-classes", |descriptor, table| {
        let classes = &mut descriptor["resources"][0]["schema"]["fields"][2]["categories"];
        *classes = json!(["0/17", "65+"]);
        *table = table.replace("3A", "0/17").replace("2A", "65+");
    });
    let path = folder.to_str().unwrap();
    let of = |tiers| bytes(&["render", "--data", path, "--tiers", tiers, "--format", "csv"]);
    assert_eq!(of("65+"), of("2"));
    assert_eq!(of("65+,0/17"), of("1,2"));
    assert_ne!(of("65+"), of("0/17"));
}

#[test]
fn an_indicator_that_the_chart_does_not_show_is_wrong_usage_and_no_other_is_drawn() {
    let folder = dataset("data-indicators", |descriptor, _| {
        let fields = descriptor["resources"][0]["schema"]["fields"].as_array_mut().unwrap();
        fields.push(json!({ "name": "staff", "type": "integer", "aggregate": "sum" }));
        let beds = fields.iter_mut().find(|field| field["name"] == "beds").unwrap();
        beds["aggregate"] = json!("none");
    });
    let path = folder.join("hospitals.csv");
    let table = fs::read_to_string(&path).unwrap();
    let rows = table.lines().enumerate().map(|(row, line)| match row {
        0 => format!("{line},staff\n"),
        row => format!("{line},{row}\n"),
    });
    fs::write(&path, rows.collect::<String>()).unwrap();
    let path = folder.to_str().unwrap();
    let message = failure(&["render", "--data", path, "--chart", "tiers", "--indicator", "beds"], 2);
    for word in ["expected one of: staff, entities", "--chart strip has this one"] {
        assert!(message.contains(word), "{message}");
    }
    let message = failure(&["render", "--data", path, "--chart", "strip", "--indicator", "staf"], 2);
    assert!(message.contains("'staff'"), "{message}");
    let output = run(&["render", "--data", path, "--chart", "strip", "--indicator", "staff"]);
    assert!(output.status.success() && messages(&output).is_empty(), "{}", messages(&output));
    let output = run(&["render", "--data", path, "--chart", "shares", "--indicator", "staff"]);
    assert!(messages(&output).starts_with("note: --indicator changes nothing"), "{}", messages(&output));
}

#[test]
fn what_is_said_of_codes_holds_for_datasets_without_places() {
    let folder = dataset("data-codes", |_, _| ());
    let path = folder.to_str().unwrap();
    let message = failure(&["render", "--data", path, "--county", "H9"], 2);
    assert!(
        message.contains("such as H1") && message.contains("--chart strip --format csv` lists all 3"),
        "{message}"
    );
    let list = text(&["render", "--data", path, "--chart", "strip", "--format", "csv"]);
    assert!(["H1", "H2", "H3"].iter().all(|code| list.contains(code)), "{list}");
    let output = run(&["render", "--data", path, "--chart", "tiers", "--county", "H1"]);
    let note = "note: --county changes nothing, the chart \"tiers\" shows none of the hospitals\n";
    assert_eq!(messages(&output), note);
    let strip = ["render", "--data", path, "--chart", "strip", "--county", "H1"];
    let output = run(&strip);
    assert!(output.status.success() && messages(&output).is_empty(), "{}", messages(&output));
    assert_ne!(text(&strip), text(&strip[..5]), "the strip marks it");
}

#[test]
fn a_dataset_with_errors_is_not_drawn() {
    let folder = dataset("data-errors", |_, table| table.push_str("H4,Hospital D,9Z,1\n"));
    let path = folder.to_str().unwrap();
    for command in ["render", "facts", "cite"] {
        let message = failure(&[command, "--data", path], 1);
        assert!(
            message.starts_with("error[unknown-category]: ") && message.contains("hospitals.csv:5"),
            "{message}"
        );
        assert!(message.ends_with("2 files, 4 rows: 1 problem of 1 kind\n"), "{message}");
    }
    assert!(failure(&["render", "--data", "nowhere"], 1).starts_with("error[not-found]: "));
}

#[test]
fn warnings_are_counted_and_the_chart_is_drawn() {
    let folder = dataset("data-warnings", |_, table| table.push_str(",,,\n"));
    let output = run(&["render", "--data", folder.to_str().unwrap()]);
    assert!(output.status.success() && output.stdout.starts_with(b"<svg"));
    assert!(messages(&output).contains("has 1 warning"), "{}", messages(&output));
}

#[test]
fn facts_and_citation_are_those_of_the_dataset() {
    let folder = dataset("data-facts", |descriptor, _| {
        let facts = json!({ "name": "facts", "path": "facts.csv" });
        descriptor["resources"].as_array_mut().unwrap().push(facts);
    });
    let table = "id,entities,indicator,value,quote\nf1,H1,beds,120,“120 beds”\n";
    fs::write(folder.join("facts.csv"), table).unwrap();
    let path = folder.to_str().unwrap();
    let facts = json_of(&["facts", "--data", path, "--format", "json"]);
    assert_eq!((facts["facts"].as_array().unwrap().len(), &facts["facts"][0]["id"]), (1, &json!("f1")));
    let citation = text(&["cite", "--data", path]);
    assert!(citation.contains("Register") && citation.contains("https://example.org/"), "{citation}");
}

#[test]
fn the_whole_set_has_the_charts_and_languages_of_the_dataset() {
    let path = hospitals("data-set");
    let output = folder("data-set-output");
    bytes(&["render", "--data", &path, "--all", "--format", "csv", "-o", output.to_str().unwrap()]);
    assert_eq!(
        names(&output),
        ["map-en.csv", "metadata.json", "shares-en.csv", "strip-en.csv", "tiers-en.csv"]
    );
}

#[test]
fn facts_have_their_unit_and_say_nothing_of_places_that_there_are_not() {
    let folder = dataset("data-facts-told", |descriptor, _| {
        let facts = json!([
            ["id", "value", "unit", "period", "qualifier", "place", "subject", "statement", "quote", "tags"],
            [
                "rate",
                3.5,
                "percent",
                "current",
                "more than",
                5,
                "Growth",
                "",
                "More than 3.5%.",
                "plan target"
            ],
            ["money", 20.5, "yuan-100m", "2024", "", "", "", "", "20.5亿元", ""],
            ["form", "9+1", "", "", "", "", "Scheme", "", "The 9+1 scheme.", ""],
            ["said", "", "", "", "", "", "", "Fees fall.", "Fees fall.", "claim"],
        ]);
        descriptor["resources"].as_array_mut().unwrap().push(json!({ "name": "facts", "data": facts }));
    });
    let path = folder.to_str().unwrap();
    let table = text(&["facts", "--data", path]);
    let lines: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split("  ").filter(|cell| !cell.is_empty()).map(str::trim).collect())
        .collect();
    assert_eq!(
        lines,
        [
            vec!["ID", "PERIOD", "PLACE", "FACT"],
            vec!["rate", "at the time of publication", "5", "Growth: over 3.5% (planned, target)"],
            vec!["money", "2024", "¥2.05 billion"],
            vec!["form", "Scheme: 9+1"],
            vec!["said", "Fees fall (according to the source)."],
        ]
    );
    let chart = json_of(&["render", "--data", path, "--chart", "facts", "--format", "json"]);
    assert_eq!(chart["summary"], "Figures: 3, of them without a value: 0. Statements: 1.");
    assert_eq!(chart["columns"][5]["name"], "Place");
    let published = json_of(&["facts", "--data", path, "--format", "json"]);
    assert_eq!(published["facts"][1]["paragraph"], json!(null));
    assert_eq!([&published["counties"][0]["row"], &published["counties"][0]["column"]], [&json!(null); 2]);
    let placed = json_of(&["facts", "--data", &hospitals("data-placed"), "--format", "json"]);
    assert_eq!([&placed["counties"][1]["row"], &placed["counties"][1]["column"]], [&json!(0), &json!(1)]);
    let shipped = text(&["facts", "--data", "www/gallery/datasets/fujian-2024", "--lang", "en"]);
    assert!(shipped.contains("nearly 30%") && shipped.contains("over 70%"), "{shipped}");
}

#[test]
fn published_values_keep_their_qualifier() {
    let folder = dataset("data-qualifier", |descriptor, table| {
        descriptor["resources"][0]["schema"]["fields"][3]["bareNumber"] = json!(false);
        *table = table.replace("3A,120", "3A,<120");
    });
    let published = json_of(&["facts", "--data", folder.to_str().unwrap(), "--format", "json"]);
    assert_eq!(published["tiers"][0]["indicators"]["beds"]["qualifier"], "less than");
    assert_eq!(published["tiers"][1]["indicators"]["beds"]["qualifier"], json!(null));
}
