//! A descriptor is begun: what can be guessed is guessed, and what cannot has to be filled in.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{bytes, failure, folder, messages, run};

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn own(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own").join(name)
}

/// The pointers to the places that `validate` says are to be filled in.
fn blanks(path: &str) -> Vec<String> {
    let output = run(&["validate", "--format", "json", path]);
    let outcome: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = outcome["problems"].as_array().unwrap().iter();
    let blanks = problems.filter(|problem| problem["code"] == "missing-property");
    blanks.map(|problem| problem["pointer"].as_str().unwrap().to_owned()).collect()
}

/// The codes of the problems of a dataset.
fn outcome_codes(path: &str) -> Vec<String> {
    let outcome: Value =
        serde_json::from_slice(&run(&["validate", "--format", "json", path]).stdout).unwrap();
    let problems = outcome["problems"].as_array().unwrap().iter();
    problems.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_descriptor_that_is_filled_in_where_it_says_so_is_valid() {
    let folder = folder("init");
    fs::copy(own("example/countries.csv"), folder.join("countries.csv")).unwrap();
    let (table, path) = (folder.join("countries.csv"), folder.join("datapackage.json"));
    let (table, path) = (table.to_str().unwrap(), path.to_str().unwrap());
    let output = run(&["init", table, "-o", path]);
    assert_eq!((output.status.code(), &output.stdout[..]), (Some(0), &b""[..]), "{}", messages(&output));
    let said = messages(&output);
    for line in [
        "guessed   column \"code\": code",
        "guessed   column \"income_group\": class, 4 in the order",
        "guessed   column \"name@zh-Hans\": name in zh-Hans",
        "fill in   sources: ",
        "fill in   unit of each number: ",
        "county-chains validate",
    ] {
        assert!(said.contains(line), "{line} is not in {said}");
    }
    assert_eq!(run(&["validate", path]).status.code(), Some(1), "nobody has filled it in");
    let blanks = blanks(path);
    for place in ["/title", "/sources/0/title", "/licenses/0/name", "/resources/0/schema/fields/5/unit"] {
        assert!(blanks.iter().any(|blank| blank == place), "{place} is not among {blanks:?}");
    }
    let mut descriptor = read(Path::new(path));
    for blank in blanks {
        let filled =
            if blank.ends_with("/unit") || blank == "/units/0/name" { "people" } else { "Filled in" };
        let filled = if blank == "/licenses/0/name" { "CC-BY-4.0" } else { filled };
        // Each class has a label of its own, in each language.
        let filled = if blank.contains("/categories/") { &blank } else { filled };
        *descriptor.pointer_mut(&blank).unwrap() = json!(filled);
    }
    fs::write(path, descriptor.to_string()).unwrap();
    let output = run(&["validate", "--format", "json", path]);
    let outcome: Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&Value> =
        outcome["problems"].as_array().unwrap().iter().map(|problem| &problem["code"]).collect();
    assert_eq!(
        (&outcome["valid"], codes),
        (&json!(true), vec![&json!("log-scale")]),
        "population is spread out"
    );
    let categories = &descriptor["resources"][0]["schema"]["fields"][2]["categories"];
    let classes: Vec<&str> =
        categories.as_array().unwrap().iter().map(|class| class["value"].as_str().unwrap()).collect();
    assert_eq!(classes, ["low_income", "lower_middle_income", "upper_middle_income", "high_income"]);
}

#[test]
fn a_table_with_percent_signs_and_years_needs_no_unit_and_no_other_cells() {
    let folder = folder("init-percent");
    let (table, path) = (folder.join("rates.csv"), folder.join("datapackage.json"));
    let (table, path) = (table.to_str().unwrap(), path.to_str().unwrap());
    let rows = "A1,Alpha,public,1990,12%\nA2,Beta,private,2001,8.5%\nA3,Gamma,public,1999,\nA4,Delta,private,1975,3%\n";
    fs::write(table, format!("code,name,kind,founded,rate\n{rows}")).unwrap();
    let output = run(&["init", table, "-o", path]);
    assert!(messages(&output).contains("percent signs behind it"), "{}", messages(&output));
    let mut descriptor = read(Path::new(path));
    assert_eq!(descriptor["$schema"], Value::Null, "no address that leads nowhere");
    let blanks = blanks(path);
    for blank in &blanks {
        assert!(!blank.contains("/fields/"), "{blanks:?}");
        *descriptor.pointer_mut(blank).unwrap() = json!("CC-BY-4.0");
    }
    fs::write(path, descriptor.to_string()).unwrap();
    assert_eq!(outcome_codes(path), [""; 0]);
}

#[test]
fn encodings_and_separators_are_found_and_declared() {
    let folder = folder("init-encodings");
    for (name, encoding, delimiter) in [
        ("areas.gb18030.csv", Some("gb18030"), None),
        ("countries.semicolon-decimal-comma.windows-1252.csv", None, Some(";")),
    ] {
        let table = own("variants").join(name);
        let descriptor: Value = serde_json::from_slice(&bytes(&["init", table.to_str().unwrap()])).unwrap();
        let resource = &descriptor["resources"][0];
        assert_eq!(resource["encoding"].as_str(), encoding, "{name}");
        assert_eq!(resource["dialect"]["delimiter"].as_str(), delimiter, "{name}");
        assert_eq!(resource["path"], name, "from the folder of the table, where a descriptor belongs");
    }
    let western = folder.join("western.csv");
    fs::write(&western, b"code,name,class\nCI,C\xF4te d\x92Ivoire,a\nES,Espa\xF1a,b\nFR,France,a\n").unwrap();
    let descriptor: Value = serde_json::from_slice(&bytes(&["init", western.to_str().unwrap()])).unwrap();
    assert_eq!(descriptor["resources"][0]["encoding"], "windows-1252");
    assert_eq!(descriptor["resources"][0]["schema"]["fields"][1]["role"], "name");
}

#[test]
fn the_table_is_below_the_folder_of_its_descriptor() {
    let folder = folder("init-paths");
    fs::create_dir(folder.join("tables")).unwrap();
    let table = folder.join("tables/a.csv");
    fs::write(&table, "code,name,class,sum\na,A,x,1\nb,B,y,2\nc,C,y,3\n").unwrap();
    let table = table.to_str().unwrap();
    let above = folder.join("datapackage.json");
    bytes(&["init", table, "-o", above.to_str().unwrap()]);
    assert_eq!(read(&above)["resources"][0]["path"], "tables/a.csv");
    fs::create_dir(folder.join("beside")).unwrap();
    let beside = folder.join("beside/datapackage.json");
    let message = failure(&["init", table, "-o", beside.to_str().unwrap()], 2);
    assert!(message.contains("nothing outside of its folder"), "{message}");
    assert!(message.contains("Usage: county-chains init"), "{message}");
    assert!(!beside.exists());
}

#[cfg(unix)]
#[test]
fn a_name_that_no_dataset_can_have_is_to_be_changed_first() {
    let folder = folder("init-names");
    let table = "code,name,class,sum\na,A,x,1\nb,B,y,2\nc,C,y,3\n";
    for (name, sign) in [
        ("a%20.csv", "“%”"),
        ("a#1.csv", "“#”"),
        ("a?.csv", "“?”"),
        ("a:b.csv", "“:”"),
        ("back\\s.csv", "“\\”"),
        (" lead.csv", "a blank"),
        ("a\u{202E}b.csv", "“U+202E”"),
    ] {
        let path = folder.join(name);
        fs::write(&path, table).unwrap();
        let message = failure(&["init", path.to_str().unwrap()], 2);
        assert!(message.contains(sign) && message.contains("rename the file"), "{name}: {message}");
        assert!(!message.contains('\u{202E}'), "{message}");
    }
    for name in ["表 格.csv", "a+b&c.csv", ".a.csv", "a'(1)!.csv"] {
        let (path, descriptor) = (folder.join(name), folder.join(format!("{name}.json")));
        fs::write(&path, table).unwrap();
        let run = run(&["init", path.to_str().unwrap(), "-o", descriptor.to_str().unwrap()]);
        assert!(run.status.success(), "{}", messages(&run));
        let told = outcome_codes(descriptor.to_str().unwrap());
        assert!(!told.iter().any(|code| code == "bad-path" || code == "not-found"), "{name}: {told:?}");
    }
}

#[test]
fn what_somebody_has_filled_in_is_not_replaced() {
    let folder = folder("init-kept");
    let path = folder.join("datapackage.json");
    fs::write(&path, "{}").unwrap();
    let table = own("example/countries.csv");
    let message = failure(&["init", table.to_str().unwrap(), "-o", path.to_str().unwrap()], 1);
    assert!(message.contains("is there already"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), b"{}");
}

#[test]
fn what_is_no_table_is_refused() {
    let folder = folder("init-refused");
    for (name, content, expected) in [
        ("empty.csv", &b""[..], "has no rows"),
        ("header.csv", b"code,name\n", "has no rows"),
        ("workbook.csv", b"PK\x03\x04\0\0\xFF", "is a workbook"),
        ("picture.csv", b"\x89PNG\0\0\xFF", "is no text"),
        (
            "login.csv",
            b"<!DOCTYPE html>\n<p>user, password\n<p>\n",
            "is a web page, or XML, not CSV; open its address",
        ),
    ] {
        let path = folder.join(name);
        fs::write(&path, content).unwrap();
        let message = failure(&["init", path.to_str().unwrap()], 1);
        assert!(message.contains(name) && message.contains(expected), "{message}");
    }
    assert!(failure(&["init", folder.join("nowhere.csv").to_str().unwrap()], 1).contains("nowhere.csv"));
}
