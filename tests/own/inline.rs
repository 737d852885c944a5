//! Data inside of the descriptor say the same as files beside it.

use std::fs;

use county_chains_package::Reading;

use crate::support::{descriptor, errors, folder, lines, read_folder};

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
        format!("{} {} {rest}", county_chains_data::word::Keyword::word(one.code), one.pointer)
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
