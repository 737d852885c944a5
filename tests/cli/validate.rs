//! Datasets of somebody's own are checked, and every problem is told with its place.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{folder, json as json_of, messages, run, text};

/// A dataset of the repository's tests.
fn own(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own").join(name).to_str().unwrap().to_owned()
}

/// What a run writes to stdout that must end with `code`, and nothing to stderr.
fn outcome(arguments: &[&str], code: i32) -> String {
    let output = run(&[&["validate"], arguments].concat());
    assert_eq!((output.status.code(), messages(&output)), (Some(code), String::new()), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn outcome_json(arguments: &[&str], code: i32) -> Value {
    serde_json::from_str(&outcome(&[arguments, &["--format", "json"]].concat(), code)).unwrap()
}

/// A dataset of three rows in a folder of its own, with the changes made to descriptor and table.
pub(super) fn dataset(name: &str, change: impl Fn(&mut Value, &mut String)) -> PathBuf {
    let folder = folder(name);
    let mut descriptor = json!({
        "name": "hospitals", "languages": ["en"], "title": "Hospitals", "edition": "2024",
        "entity": { "one": "hospital", "many": "hospitals" },
        "sources": [{ "title": "Register", "path": "https://example.org/" }],
        "licenses": [{ "name": "CC0-1.0" }],
        "units": [{ "name": "beds", "one": "bed", "many": "beds" }],
        "resources": [{ "name": "entities", "type": "table", "path": "hospitals.csv", "schema": { "fields": [
            { "name": "code", "type": "string" },
            { "name": "name", "type": "string" },
            { "name": "grade", "type": "string", "role": "tier",
              "categories": [{ "value": "3A", "label": "Grade 3A" }, { "value": "2A", "label": "Grade 2A" }] },
            { "name": "beds", "type": "integer", "title": "Beds", "unit": "beds", "aggregate": "sum" },
        ] } }],
    });
    let mut table =
        "code,name,grade,beds\nH1,安贞医院,3A,120\nH2,Hospital B,2A,80\nH3,Hospital C,2A,70\n".to_owned();
    change(&mut descriptor, &mut table);
    fs::write(folder.join("datapackage.json"), format!("{descriptor:#}")).unwrap();
    fs::write(folder.join("hospitals.csv"), table).unwrap();
    folder
}

/// The same with a class that there is not, in as many rows.
fn with_unknown_classes(name: &str, rows: usize) -> PathBuf {
    dataset(name, |_, table| {
        table.extend((0..rows).map(|row| format!("X{row},Hospital {row},{}A,90\n", 4 + row % 2)));
    })
}

fn with_warning(name: &str) -> PathBuf {
    dataset(name, |_, table| table.push_str(",,,\n"))
}

fn codes(outcome: &Value) -> Vec<&str> {
    outcome["problems"].as_array().unwrap().iter().map(|problem| problem["code"].as_str().unwrap()).collect()
}

#[test]
fn a_dataset_without_problems_is_told_in_a_line() {
    let folder = dataset("sound", |_, _| ());
    for path in [folder.clone(), folder.join("datapackage.json")] {
        assert_eq!(outcome(&[path.to_str().unwrap()], 0), "2 files, 3 rows: no problems\n");
    }
    assert_eq!(outcome(&[&own("fujian")], 0), "4 files, 265 rows: no problems\n");
    let outcome = outcome_json(&[&own("example/countries.one-file.json")], 0);
    assert_eq!(
        (&outcome["valid"], &outcome["files"], &outcome["rows"]),
        (&json!(true), &json!(1), &json!(195))
    );
}

#[test]
fn every_planted_problem_has_its_place_and_its_line() {
    let outcome = outcome_json(&[&own("planted")], 1);
    let expected: Value = serde_json::from_slice(&fs::read(own("planted/expected.json")).unwrap()).unwrap();
    let places = |list: &Value| -> Vec<(String, String, u64)> {
        let errors = list.as_array().unwrap().iter().filter(|problem| problem["severity"] != "warning");
        let place = |problem: &Value| {
            let word = |key: &str| problem[key].as_str().unwrap().to_owned();
            (word("file"), word("code"), problem["line"].as_u64().unwrap())
        };
        let mut places: Vec<_> = errors.map(place).collect();
        places.sort();
        places
    };
    assert_eq!(places(&outcome["problems"]), places(&expected["problems"]));
    assert_eq!(
        (&outcome["valid"], &outcome["files"], &outcome["rows"]),
        (&json!(false), &json!(3), &json!(26))
    );
    for problem in outcome["problems"].as_array().unwrap() {
        let keys: Vec<&String> = problem.as_object().unwrap().keys().collect();
        assert_eq!(keys.len(), 11, "{keys:?}");
    }
}

#[test]
fn a_problem_is_shown_with_its_line_and_what_is_expected() {
    let folder = dataset("shown", |_, table| *table = table.replace(",3A,", ",3Å,"));
    let told = outcome(&[folder.to_str().unwrap()], 1);
    let path = folder.join("hospitals.csv");
    let expected = format!(
        "  --> {}:2, column 3 (grade)  /resources/0/data/1/2\n\
         2 | H1,安贞医院,3Å,120\n  \
           |             ^^ expected 3A, 2A\n",
        path.display()
    );
    assert!(told.starts_with("error[unknown-category]: ") && told.contains(&expected), "{told}");
    assert!(told.ends_with("\n\n2 files, 3 rows: 1 problem of 1 kind\n"), "{told}");
}

#[test]
fn carets_and_names_of_columns_follow_the_dialect() {
    let folder = dataset("dialect", |descriptor, table| {
        descriptor["resources"][0]["dialect"] = json!({ "quoteChar": "'" });
        *table = table.replace("Hospital B,2A,80", "'Hospital, \"B',2A,8x");
    });
    let path = folder.to_str().unwrap();
    let told = outcome(&[path], 1);
    assert!(told.contains("3 | H2,'Hospital, \"B',2A,8x\n  |                      ^^ expected"), "{told}");
    let sarif: Value = serde_json::from_str(&outcome(&[path, "--format", "sarif"], 1)).unwrap();
    let region = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region, &json!({ "startLine": 3, "startColumn": 22, "endColumn": 24 }));
    let folder = dataset("dialect-header", |descriptor, table| {
        descriptor["resources"][0]["dialect"] = json!({ "header": false, "delimiter": ";" });
        *table = "H1;A, B, C, D;3A;x12\nH2;B;2A\n".to_owned();
    });
    let told = outcome(&[folder.to_str().unwrap()], 1);
    assert!(
        told.contains("hospitals.csv:1, column 4 (beds)") && told.contains("|                  ^^^ expected"),
        "{told}"
    );
    assert!(told.contains("a row has fewer cells than there are fields"), "{told}");
}

#[test]
fn problems_of_one_column_are_told_as_one_with_five_places() {
    let folder = with_unknown_classes("folded", 12);
    let told = outcome(&[folder.to_str().unwrap()], 1);
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    let more = "= 11 more like it: line 6 (“5A”), line 7, line 8 (“5A”), line 9, …\n";
    assert!(told.contains("hospitals.csv:5, column 3") && told.contains(more), "{told}");
    assert!(told.ends_with("2 files, 15 rows: 12 problems of 1 kind\n"), "{told}");
    assert_eq!(codes(&outcome_json(&[folder.to_str().unwrap()], 1)).len(), 12, "and each for itself in JSON");
}

#[test]
fn warnings_fail_only_where_that_is_asked() {
    let folder = with_warning("strict");
    let path = folder.to_str().unwrap();
    let told = outcome(&[path], 0);
    assert!(told.starts_with("warning[blank-row]: "), "{told}");
    assert!(told.ends_with("no problems, 1 warning\n"), "{told}");
    let strict = told.replace("warning[", "error[").replace("no problems, 1 warning", "1 problem of 1 kind");
    assert_eq!(outcome(&["--strict", path], 1), strict);
    assert_eq!(outcome_json(&[path], 0)["valid"], true);
    let strict = outcome_json(&["--strict", path], 1);
    assert_eq!((&strict["valid"], &strict["problems"][0]["severity"]), (&json!(false), &json!("error")));
    for (option, level, code) in [(&[][..], "warning", 0), (&["--strict"][..], "error", 1)] {
        let sarif = outcome(&[option, &["--format", "sarif", path]].concat(), code);
        let run = &serde_json::from_str::<Value>(&sarif).unwrap()["runs"][0];
        let result = &run["results"][0];
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!([&result["level"], &rule["defaultConfiguration"]["level"]], [level, level]);
    }
}

#[test]
fn stories_are_told_with_their_figures_in_each_language() {
    let folder = dataset("stories", |descriptor, _| {
        descriptor["languages"] = json!(["en", "zh-Hans"]);
        let heading = "{v:2A} in grade 2A, {gap:2A:3A} more than in 3A";
        descriptor["stories"] = json!([{ "chart": "tiers", "indicator": "beds", "heading": heading,
            "heading@zh-Hans": "二级{v:2A}" }]);
    });
    let told = outcome(&[folder.to_str().unwrap()], 0);
    let story = "story of tiers, beds\n  en       150 beds in grade 2A, 30 beds more than in 3A";
    assert!(told.contains(story) && told.contains("\n  zh-Hans  二级150"), "{told}");
}

#[test]
fn several_datasets_are_told_together() {
    let (sound, broken) = (dataset("several/sound", |_, _| ()), with_unknown_classes("several/broken", 1));
    let (sound, broken) = (sound.to_str().unwrap(), broken.to_str().unwrap());
    let told = outcome(&[sound, broken], 1);
    assert!(told.contains(&format!("--> {broken}/hospitals.csv:5")), "{told}");
    assert!(told.ends_with("4 files, 7 rows: 1 problem of 1 kind\n"), "{told}");
    let outcome = outcome_json(&[sound, broken], 1);
    let valid: Vec<&Value> =
        outcome["datasets"].as_array().unwrap().iter().map(|one| &one["valid"]).collect();
    assert_eq!(valid, [true, false]);
    assert_eq!((&outcome["valid"], &outcome["rows"]), (&json!(false), &json!(7)));
    assert_eq!(outcome["problems"][0]["dataset"], outcome["datasets"][1]["path"]);
    assert_eq!(outcome["problems"][0]["file"], "hospitals.csv", "as the descriptor names it");
}

#[test]
fn code_scanning_gets_rules_and_regions() {
    let folder = dataset("sarif", |_, table| *table = table.replace(",3A,", ",3Å,") + ",,,\n");
    let log: Value =
        serde_json::from_str(&outcome(&["--format", "sarif", folder.to_str().unwrap()], 1)).unwrap();
    assert_eq!((&log["version"], log["runs"].as_array().unwrap().len()), (&json!("2.1.0"), 1));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        let description = rule["shortDescription"]["text"].as_str().unwrap();
        assert!(description.ends_with('.') && description.trim() == description, "{rule}");
    }
    let results = run["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "unknown-category").unwrap();
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!((&rules[index]["id"], &result["level"]), (&json!("unknown-category"), &json!("error")));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 9, "endColumn": 11 }));
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.starts_with("file:///") && uri.ends_with("/sarif/hospitals.csv"), "{uri}");
    assert!(results.iter().any(|result| result["level"] == "warning"));
}

#[test]
fn files_that_are_not_there_are_problems_too() {
    let folder = dataset("missing", |_, _| ());
    fs::remove_file(folder.join("hospitals.csv")).unwrap();
    let outcome = outcome_json(&[folder.to_str().unwrap()], 1);
    assert_eq!(
        (codes(&outcome), &outcome["problems"][0]["file"]),
        (vec!["not-found"], &json!("hospitals.csv"))
    );
    let nowhere = folder.join("nowhere.json");
    let told = self::outcome(&[nowhere.to_str().unwrap()], 1);
    assert!(told.starts_with("error[not-found]: ") && told.contains("county-chains init"), "{told}");
    fs::create_dir(folder.join("hospitals.csv")).unwrap();
    assert_eq!(codes(&outcome_json(&[folder.to_str().unwrap()], 1)), ["not-found"], "a folder is no table");
    let table = own("example/countries.csv");
    assert_eq!(codes(&outcome_json(&[&table], 1)), ["source-type"]);
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_folder_is_read() {
    use std::os::unix::fs::symlink;
    let elsewhere = dataset("outside/elsewhere", |_, _| ());
    for path in ["../elsewhere/hospitals.csv", "link.csv", "folder/hospitals.csv"] {
        let folder = dataset("outside/own", |descriptor, _| descriptor["resources"][0]["path"] = json!(path));
        symlink(elsewhere.join("hospitals.csv"), folder.join("link.csv")).unwrap();
        symlink(&elsewhere, folder.join("folder")).unwrap();
        let outcome = outcome_json(&[folder.to_str().unwrap()], 1);
        assert_eq!(codes(&outcome), ["bad-path"], "{path}");
        let help = outcome["problems"][0]["help"].as_str().unwrap();
        assert!(help.starts_with("put the file"), "{path}: {help}");
    }
    // What a link reaches below the folder is in it.
    let folder =
        dataset("outside/own", |descriptor, _| descriptor["resources"][0]["path"] = json!("link.csv"));
    symlink("hospitals.csv", folder.join("link.csv")).unwrap();
    outcome(&[folder.to_str().unwrap()], 0);
}

#[test]
fn declared_encodings_are_read_and_others_told() {
    let gb18030 = |descriptor: &mut Value| descriptor["resources"][0]["encoding"] = json!("gb18030");
    let bytes = |folder: &Path, name: &[u8]| {
        let table = [b"code,name,grade,beds\nH1,", name, b",3A,1\nH2,B,2A,2\n"].concat();
        fs::write(folder.join("hospitals.csv"), table).unwrap();
    };
    let folder = dataset("encoding", |descriptor, _| gb18030(descriptor));
    let path = folder.to_str().unwrap();
    bytes(&folder, b"\xB0\xB2\xD5\xEA\xD2\xBD\xD4\xBA");
    assert_eq!(outcome(&[path], 0), "2 files, 2 rows: no problems\n");
    let list = super::bytes(&["render", "--data", path, "--chart", "strip"]);
    assert!(String::from_utf8(list).unwrap().contains("安贞医院"));
    bytes(&folder, b"\xB0\xFF");
    let outcome = outcome_json(&[path], 1);
    let found = outcome["problems"][0]["found"].as_str().unwrap();
    assert_eq!(codes(&outcome)[0], "encoding");
    assert!(found.contains("FF") && found.contains("line 2") && found.contains("gb18030"), "{found}");
    assert_eq!(
        (&outcome["problems"][0]["line"], &outcome["problems"][0]["file"]),
        (&json!(2), &json!("hospitals.csv"))
    );
    let folder =
        dataset("encoding", |descriptor, _| descriptor["resources"][0]["encoding"] = json!("klingon"));
    assert_eq!(codes(&outcome_json(&[folder.to_str().unwrap()], 1)), ["encoding"]);
    for (name, meant) in [
        ("utf-8-sig", "utf-8"),
        ("cp936", "gbk"),
        ("UTF8-BOM", "utf-8"),
        ("gb-18030", "gb18030"),
        ("x.y", ""),
    ] {
        let folder =
            dataset("encoding", |descriptor, _| descriptor["resources"][0]["encoding"] = json!(name));
        let outcome = outcome_json(&[folder.to_str().unwrap()], 1);
        assert_eq!(codes(&outcome), ["encoding"], "{name}");
        let problem = &outcome["problems"][0];
        assert_eq!(
            (&problem["pointer"], &problem["file"]),
            (&json!("/resources/0/encoding"), &json!("datapackage.json"))
        );
        assert_eq!(problem["found"].as_str().unwrap(), name.to_lowercase());
        let allowed = problem["allowed"].as_str().unwrap();
        assert!(
            allowed.starts_with("utf-8, gb18030, gbk, ") && problem["line"].as_u64() > Some(1),
            "{problem}"
        );
        assert_eq!(
            allowed.split_once("; did you mean ").map_or("", |(_, meant)| meant.trim_end_matches('?')),
            meant
        );
    }
    let folder = dataset("encoding", |_, _| ());
    bytes(&folder, b"\xB0\xB2");
    assert_eq!(
        codes(&outcome_json(&[folder.to_str().unwrap()], 1))[0],
        "encoding",
        "not UTF-8, and none declared"
    );
}

#[test]
fn who_closes_the_pipe_changes_nothing() {
    use assert_cmd::cargo::cargo_bin;
    use std::io::Read as _;
    use std::process::Stdio;
    let broken = with_unknown_classes("pipe", 900);
    for (path, code) in [(broken.to_str().unwrap().to_owned(), 1), (own("example"), 0)] {
        // More than a pipe holds, so that the command is still writing when its reader leaves.
        let files = vec![path; 40];
        let mut child = std::process::Command::new(cargo_bin!("county-chains"))
            .args(["validate", "--format", "json"])
            .args(files)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), messages(&output)), (Some(code), String::new()));
    }
}

#[test]
fn a_file_that_speaks_to_the_terminal_is_not_let_through() {
    let folder = dataset("terminal", |_, table| table.push_str("H4,\u{1B}[31mred,9Z\u{202E},1\n"));
    let told = outcome(&[folder.to_str().unwrap()], 1);
    assert!(!told.contains(['\u{1B}', '\u{202E}']), "{told:?}");
    assert!(told.contains("�[31mred"), "{told}");
}

#[test]
fn help_names_formats_and_exit_codes() {
    let help = text(&["validate", "--help"]);
    for word in ["--strict", "sarif", "pointer", "omitted", "Exit codes: 0", "--format json datapackage.json"]
    {
        assert!(help.contains(word), "{word}");
    }
    assert_eq!(run(&["validate"]).status.code(), Some(2));
    assert_eq!(json_of(&["validate", "--format", "json", &own("fujian")])["problems"], json!([]));
}
