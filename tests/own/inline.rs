//! Data inside of the descriptor say the same as files beside it.

use std::fs;

use county_chains_data::word::Keyword;
use county_chains_package::{Reading, Report};

use crate::support::{descriptor, errors, folder, lines, read, read_folder};

fn with_data(data: &str) -> String {
    descriptor(r#"{"name":"v","type":"number"}"#, "")
        .replace(r#""path":"e.csv""#, &format!("\"data\":{data}"))
}

fn told(text: &str) -> (Option<usize>, Vec<String>) {
    let reading = Reading::new("one.json", text.as_bytes());
    assert_eq!(reading.wanted(), []);
    let report = reading.finish();
    let problems = errors(&report).into_iter().map(|one| {
        let line = text.lines().nth(one.line - 1).unwrap();
        let rest: String = line.chars().skip(one.column - 1).take(4).collect();
        format!("{} {} {rest}", one.code.word(), one.pointer)
    });
    let problems = problems.collect();
    (report.package.map(|package| package.entities.len()), problems)
}

#[test]
fn one_file_gives_what_two_give() {
    let text = fs::read(folder("example/countries.one-file.json")).unwrap();
    let one = Reading::new("datapackage.json", &text).finish();
    let two = read_folder("example");
    let of = |report: &county_chains_package::Report| {
        let package = report.package.clone().unwrap_or_else(|| panic!("{:#?}", lines(report)));
        format!("{:?}", (package.entities, package.columns, package.classes))
    };
    assert_eq!(of(&one), of(&two));
    assert_eq!(one.rows, 195);
}

#[test]
fn cells_of_all_three_forms_have_places() {
    let lists =
        with_data(r#"[["code","name","class","v"],["1","A","x",5],[2,"B","z","?"],["3","C",null,null]]"#);
    let expected =
        ["unknown-category /resources/0/data/2/2 \"z\",", "type-error /resources/0/data/2/3 \"?\"]"];
    assert_eq!(told(&lists).1, expected);
    let objects =
        with_data(r#"[{"code":"1","name":"A","class":"x","v":5},{"name":"B","v":"?","class":"z","code":2}]"#);
    let expected =
        ["type-error /resources/0/data/1/v \"?\",", "unknown-category /resources/0/data/1/class \"z\","];
    assert_eq!(told(&objects).1, expected);
    let text = with_data(r#""code,name,class,v\n1,A,x,5\n2,B,z,?\n""#);
    let expected = ["unknown-category /resources/0/data/2/2 \"cod", "type-error /resources/0/data/2/3 \"cod"];
    assert_eq!(told(&text).1, expected);
    let good =
        with_data(r#"[{"code":"1","name":"A","class":"x"},{"name":"B","v":7e0,"class":"y","code":2}]"#);
    assert_eq!(told(&good), (Some(2), vec![]));
}

#[test]
fn an_object_without_a_text_has_pointers_alone() {
    let text = with_data(r#"[["code","name","class","v"],["1","A","z",5]]"#);
    let report = Reading::new("", text.as_bytes()).finish();
    let problem = errors(&report)[0];
    assert_eq!((problem.line, problem.column, problem.pointer.as_str()), (0, 0, "/resources/0/data/1/2"));
}

/// Tables with a mistake or a warning of each kind that has a place in a row.
const ENTITIES: &str = "code,name,class,v,row,col,\nB,Same,x,1,1,1,\n,None,y,2,1,2,\nB,Twice,x,3,1,1,\n\
    D,Same,z,4,1,,\nE,Other,y,?,2,1,\n,,,,,,\nG,,x,5,99,1,\n";
const FACTS: &str = "id,entities,tier,indicator,value,qualifier,quote\nf1,B,,v,9,,q\nf1,,x,v,9,,q\nf2,H99,,v,1,,q\nf3,,q,v,1,most,\n";
const TIERS: &str = "class,v\nx,7\nx,8\n";

/// A dataset with these tables, each as `form` has it.
fn with_tables(tables: &[(&str, &str)], form: &dyn Fn(&str, &str) -> String) -> String {
    let class = r#"{"name":"class","type":"string","role":"tier","categories":["x","y"]}"#;
    let resources = tables.iter().map(|(name, table)| {
        let fields =
            if *name == "facts" { "" } else { &format!(r#"{class},{{"name":"v","type":"number"}}"#) };
        let source = form(name, table);
        format!(r#"{{"name":"{name}",{source},"schema":{{"fieldsMatch":"partial","fields":[{fields}]}}}}"#)
    });
    let resources = resources.collect::<Vec<_>>().join(",\n");
    format!(
        r#"{{"name":"t","title":"T","sources":[{{"title":"S"}}],"licenses":[{{"name":"CC0-1.0"}}],"resources":[{resources}]}}"#
    )
}

fn cells(line: &str) -> Vec<String> {
    line.split(',').map(|cell| format!("\"{cell}\"")).collect()
}

fn as_lists(table: &str) -> String {
    let rows = table.lines().map(|line| format!("[{}]", cells(line).join(",")));
    format!("\"data\":[{}]", rows.collect::<Vec<_>>().join(",\n"))
}

fn as_objects(table: &str) -> String {
    let labels = cells(table.lines().next().unwrap());
    let rows = table.lines().skip(1).map(|line| {
        let members = labels.iter().zip(cells(line)).map(|(label, cell)| format!("{label}: {cell}"));
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    });
    format!("\"data\":[{}]", rows.collect::<Vec<_>>().join(",\n"))
}

/// Code, pointer and what is allowed of each problem, in the order of their pointers.
fn places(report: &Report) -> Vec<[String; 3]> {
    let of = |problem: &county_chains_package::Problem| {
        [problem.code.word().to_owned(), problem.pointer.clone(), problem.allowed.clone()]
    };
    let mut places: Vec<[String; 3]> = report.problems.iter().map(of).collect();
    places.sort();
    places
}

#[test]
fn a_problem_has_the_same_pointer_in_a_file_and_in_data_inside_of_the_descriptor() {
    let tables = [("entities", ENTITIES), ("facts", FACTS), ("tiers", TIERS)];
    // Without other mistakes names that are not told apart and codes that have lost a zero are told.
    let warned = "code,name,class,v\n350101,A,x,1\n50102,B,y,2\n350103,A,x,3\n";
    for tables in [&tables[..], &[("entities", warned)]] {
        let separate = with_tables(tables, &|name, _| format!("\"path\":\"{name}.csv\""));
        let file = |path: &str| {
            let (_, table) = tables.iter().find(|(name, _)| path.starts_with(name))?;
            Some(table.as_bytes().to_vec())
        };
        let expected = places(&read(separate.as_bytes(), &file));
        assert!(expected.len() > if tables.len() > 1 { 14 } else { 1 }, "{expected:#?}");
        // A row of CSV is found by its line, one of the descriptor by its number.
        let expected: Vec<_> = expected
            .into_iter()
            .map(|[code, pointer, allowed]| {
                let allowed = allowed.replace("code of entities.csv", "code of the table of entities");
                let words = ["entities", "tiers"].map(|name| (format!("{name}.csv"), format!("the {name}")));
                let allowed = words.iter().fold(allowed, |text, (file, name)| text.replace(file, name));
                let (before, line) = match allowed.split_once("line ") {
                    Some((before, line)) => (before, line),
                    None => return [code, pointer, allowed],
                };
                let (digit, after) = line.split_at(1);
                let row = digit.parse::<usize>().unwrap() - 1;
                [code, pointer, format!("{before}row {row}{after}")]
            })
            .collect();
        let inside = |form: &dyn Fn(&str) -> String| {
            let text = with_tables(tables, &|_, table| form(table));
            places(&read(text.as_bytes(), &|_| None))
        };
        assert_eq!(inside(&as_lists), expected);
        assert_eq!(inside(&|table| format!("\"data\":{table:?}")), expected);
        // An object has names in place of columns, and the header is no row.
        let mut expected: Vec<_> = expected
            .into_iter()
            .map(|[code, pointer, allowed]| {
                let steps: Vec<&str> = pointer.split('/').collect();
                let [_, _, resource, "data", row, ref rest @ ..] = steps[..] else {
                    return [code, pointer, allowed];
                };
                let row = row.parse::<usize>().unwrap().saturating_sub(1);
                let (_, table) = tables[resource.parse::<usize>().unwrap()];
                let labels: Vec<&str> = table.lines().next().unwrap().split(',').collect();
                let label = rest.iter().map(|column| labels[column.parse::<usize>().unwrap()]);
                let steps: Vec<&str> = label.collect();
                let pointer = ["", "resources", resource, "data", &row.to_string()].join("/");
                [code, [&*pointer].into_iter().chain(steps).collect::<Vec<_>>().join("/"), allowed]
            })
            .collect();
        expected.sort();
        assert_eq!(inside(&as_objects), expected);
    }
}
