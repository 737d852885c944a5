//! One dataset for each kind of mistake that the planted ones have not, and for each warning.

use county_chains_data::word::Keyword;
use county_chains_package::{Code, Severity};

use crate::support::{descriptor, errors, faults, line, lines, read, read_table};

const TABLE: &str = "code,name,class,v,w\n1,A,x,1,2\n2,B,y,2,3\n3,C,x,,4\n";
const FIELDS: &str = r#"{"name":"v","type":"number"},{"name":"w","type":"integer"}"#;

/// What is told of the descriptor with `from` replaced.
fn told(from: &str, to: &str) -> Vec<String> {
    let text = descriptor(FIELDS, "");
    assert!(text.contains(from), "{from}");
    faults(&read(text.replacen(from, to, 1).as_bytes(), &|_| Some(TABLE.as_bytes().to_vec())))
        .iter()
        .map(|fault| fault.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn each_mistake_in_the_descriptor_is_told_once() {
    let top = r#""title":"Test""#;
    for (from, to, expected) in [
        (top, r#""title":5"#, "type-error"),
        (r#"[{"title":"Source"}]"#, "[]", "missing-property"),
        (r#""name":"entities","path":"e.csv""#, r#""name":"entities""#, "missing-property"),
        (r#""path":"e.csv""#, r#""path":"e.csv","data":[]"#, "type-error"),
        (r#""path":"e.csv""#, r#""path":["e.csv","f.csv"]"#, "type-error"),
        (r#""path":"e.csv""#, r#""path":"e.csv","where":{"q":"1"}"#, "where"),
        (r#""path":"e.csv""#, r#""path":"e.csv","where":{"w":"99"}"#, "where"),
        (r#""path":"e.csv""#, r#""path":"e.csv","encoding":"<utf>""#, "encoding"),
        (r#""path":"e.csv""#, r#""path":"e.csv","dialect":{"delimiter":"x"}"#, "delimiter"),
        (r#""fieldsMatch":"subset""#, r#""fieldsMatch":"sub""#, "type-error"),
        (r#""role":"tier""#, r#""role":"tierr""#, "unknown-role"),
        (r#""role":"tier","#, "", "role-missing"),
        (r#""name":"v","type":"number""#, r#""name":"v","type":"string","role":"name""#, "role-twice"),
        (r#"{"value":"x","label":"X"},"y""#, r#""x""#, "class-count"),
        (r#"{"value":"x","label":"X"},"y""#, r#""x","y","x""#, "category-duplicate"),
        (r#"{"value":"x","label":"X"},"y""#, r#"{"value":"x","label":"y"},"y""#, "category-label-duplicate"),
        (
            r#"{"value":"x","label":"X"},"y""#,
            r#""y",{"value":"x","label":"X","label@zh-Hans":"y"}"#,
            "category-label-duplicate",
        ),
        (
            r#"{"value":"x","label":"X"},"y""#,
            r#"{"value":"x","label":"X","label@zh-Hans":"甲"},{"value":"y","label":"Y","label@zh-Hans":"甲"}"#,
            "category-label-duplicate",
        ),
        (r#"{"name":"w""#, r#"{"name":"v""#, "duplicate-label"),
        (r#"{"name":"w","type":"integer"}"#, r#"{"name":"w","type":"integer","decimals":99}"#, "type-error"),
        (r#"{"name":"w","type":"integer"}"#, r#"{"name":"w","type":"integer","scale":"ln"}"#, "type-error"),
        (top, r#""derived":[{"name":"d","formula":"ratio v q"}]"#, "formula"),
        (top, r#""derived":[{"name":"d","formula":"v / w"}]"#, "formula"),
        (top, r#""derived":[{"name":"d"}]"#, "missing-property"),
        (top, r#""derived":[{"name":"v","formula":"ratio v w"}]"#, "identifier"),
        (top, r#""derived":[{"name":"d","formula":"part v {whole}"}]"#, "formula"),
        (top, r#""derived":[{"name":"d","formula":"residual-or-part v"}]"#, "formula"),
        (top, r#""derived":[{"name":"d","formula":"ratio d d"}]"#, "formula"),
        (top, r#""derived":[{"name":"d","formula":"part v d"}]"#, "formula"),
        (top, r#""stories":[{"chart":"pie","heading":"x"}]"#, "story-chart"),
        (top, r#""stories":[{"chart":"tiers","indicator":"q","heading":"x"}]"#, "story-chart"),
        (top, r#""stories":[{"chart":"tiers","heading":"x {gap:x:z}"}]"#, "story-placeholder"),
        (top, r#""stories":[{"chart":"tiers","heading":"x {max"}]"#, "story-placeholder"),
        (r#"[{"title":"Source"}]"#, r#"[{"title":"a","path":"javascript:alert(1)"}]"#, "bad-path"),
        (r#""path":"e.csv""#, r#""path":"e.csv","dialect":{"doubleQuote":false}"#, "type-error"),
        (r#"["en","zh-Hans"]"#, "[]", "missing-property"),
        (r#"["en","zh-Hans"]"#, r#"["en","en"]"#, "language-tag"),
        (r#"["en","zh-Hans"]"#, r#"["en","EN"]"#, "language-tag"),
        (r#"["en","zh-Hans"]"#, r#"["zh-CN","zh-Hans"]"#, "language-tag"),
        (r#"["en","zh-Hans"]"#, r#"["en","de","DE"]"#, "language-tag"),
        (r#"[{"name":"CC0-1.0"}]"#, "[]", "missing-property"),
    ] {
        let told = told(from, to);
        assert_eq!(told.iter().filter(|code| *code == expected).count(), 1, "{to}: {told:?}");
        let others: Vec<_> =
            told.iter().filter(|code| *code != expected && *code != "json-duplicate-key").collect();
        assert_eq!(others, [""; 0], "{to}: {told:?}");
    }
    let good = [
        (
            top,
            r#""stories":[{"chart":"tiers","heading":"{v:x} {c2} {s:y} {gap:x:y} {gap:1:2} {max} {total} {n}"}]"#,
        ),
        (
            top,
            r#""derived":[{"name":"d","formula":"ratio v w"},{"name":"e","formula":"product v w","aggregate":"sum"}]"#,
        ),
        (r#""fieldsMatch":"subset""#, r#""fieldsMatch":["partial"],"custom":{"a":[1]}"#),
        (r#"["en","zh-Hans"]"#, r#"["zh-CN","zh-TW","de","fr","en"]"#),
        (r#"{"name":"w","type":"integer"}"#, r#"{"name":"w","type":"integer","aggregate":{"mean":"v"}}"#),
    ];
    for (from, to) in good {
        assert_eq!(told(from, to), [""; 0], "{to}");
    }
}

#[test]
fn formulas_that_lead_back_to_themselves_are_told_with_the_way() {
    let messages = |derived: &str| -> Vec<String> {
        let derived = format!(r#""title":"Test","derived":[{derived}]"#);
        let text = descriptor(FIELDS, "").replacen(r#""title":"Test""#, &derived, 1);
        let report = read(text.as_bytes(), &|_| Some(TABLE.as_bytes().to_vec()));
        errors(&report).iter().map(|one| format!("{} {}", one.pointer, one.message)).collect()
    };
    assert_eq!(
        messages(
            r#"{"name":"a","formula":"ratio b v"},{"name":"b","formula":"ratio v c"},{"name":"c","formula":"part a w"}"#
        ),
        [
            "/derived/0/formula “a” is calculated from itself: a → b → c → a",
            "/derived/1/formula “b” is calculated from itself: b → c → a → b",
            "/derived/2/formula “c” is calculated from itself: c → a → b → c",
        ]
    );
    assert_eq!(
        messages(r#"{"name":"a","formula":"ratio a a"},{"name":"b","formula":"ratio a v"}"#),
        ["/derived/0/formula “a” is calculated from itself: a → a"]
    );
    // Many that each name the one before twice: no circle, and soon found to be none.
    let chain = (0..30).map(|step| {
        let before = if step == 0 { "v".to_owned() } else { format!("d{}", step - 1) };
        format!(r#"{{"name":"d{step}","formula":"ratio {before} {before}"}}"#)
    });
    assert_eq!(messages(&chain.collect::<Vec<_>>().join(",")), [""; 0]);
}

#[test]
fn calculated_indicators_that_no_class_has_are_told() {
    let warned = |table: &str, derived: &str| -> Vec<String> {
        let derived = format!(r#""title":"Test","derived":[{derived}]"#);
        let text = descriptor(FIELDS, "").replacen(r#""title":"Test""#, &derived, 1);
        let report = read(text.as_bytes(), &|_| Some(table.as_bytes().to_vec()));
        assert_eq!(faults(&report), [""; 0]);
        let problems = report.problems.iter().filter(|problem| problem.code == Code::NoValues);
        problems.map(|problem| format!("{} {}", problem.pointer, problem.found)).collect()
    };
    let ratio = r#"{"name":"d","formula":"ratio v w"},{"name":"e","formula":"part d w"},{"name":"f","formula":"product v w","aggregate":"sum"}"#;
    let apart = "code,name,class,v,w\n1,A,x,1,\n2,B,y,2,\n3,C,x,,4\n";
    assert_eq!(warned(TABLE, ratio), [""; 0]);
    assert_eq!(warned(apart, ratio), ["/derived/0/name d", "/derived/1/name e", "/derived/2/name f"]);
    let zeros = "code,name,class,v,w\n1,A,x,1,0\n2,B,y,2,0\n";
    assert_eq!(warned(zeros, ratio), ["/derived/0/name d", "/derived/1/name e"]);
    let strip = r#"{"name":"p","formula":"product v w"}"#;
    assert_eq!(warned(TABLE, strip), [""; 0], "no class has a value, but entities have");
    let with_fact = descriptor(FIELDS, "")
        .replace(
            r#""resources":["#,
            r#""derived":[{"name":"d","formula":"part v total"},{"name":"e","formula":"ratio total v"}],
            "resources":[{"name":"facts","path":"f.csv"},"#,
        )
        .replace(r#""name":"v","type":"number""#, r#""name":"v","type":"number","aggregate":"sum""#);
    for (value, expected) in [("9", &[][..]), ("9+1", &["/derived/0/name", "/derived/1/name"])] {
        let facts = format!("id,value,quote\ntotal,{value},words\n").into_bytes();
        let report = read(with_fact.as_bytes(), &|path| {
            Some(if path == "f.csv" { facts.clone() } else { TABLE.as_bytes().to_vec() })
        });
        assert_eq!(faults(&report), [""; 0]);
        let problems = report.problems.iter().filter(|problem| problem.code == Code::NoValues);
        let places: Vec<&str> = problems.map(|problem| &*problem.pointer).collect();
        assert_eq!(places, expected, "{value} is no number");
    }
}

#[test]
fn an_empty_list_is_told_as_one() {
    let lists = [
        (r#""sources":[{"title":"Source"}]"#, "sources"),
        (r#""licenses":[{"name":"CC0-1.0"}]"#, "licenses"),
        (r#""resources":["#, "resources"),
    ];
    for (from, key) in lists {
        let text = descriptor(FIELDS, "");
        let text = match key {
            "resources" => text.split_once(from).map(|(before, _)| format!("{before}{from}]}}")).unwrap(),
            _ => text.replace(from, &format!("\"{key}\":[]")),
        };
        let report = read(text.as_bytes(), &|_| None);
        let problem = report.problems.iter().find(|problem| problem.pointer == format!("/{key}")).unwrap();
        assert_eq!(
            (&*problem.found, problem.message.clone()),
            ("an empty list", format!("“{key}” is empty"))
        );
    }
    let report = read(br#"{"sources":[{"title":"S"}],"licenses":[{"name":"CC0-1.0"}]}"#, &|_| None);
    let told: Vec<&str> = report.problems.iter().map(|problem| &*problem.message).collect();
    assert_eq!(told, ["there is no “resources”"]);
}

#[test]
fn what_is_found_is_told_also_where_a_cell_or_a_row_is_none() {
    let found = |text: &str, table: &str| -> Vec<[String; 3]> {
        let report = read(text.as_bytes(), &|_| Some(table.as_bytes().to_vec()));
        let told = report.problems.iter().filter(|problem| problem.severity() == Severity::Error);
        told.map(|one| [one.code.word().to_owned(), one.pointer.clone(), one.found.clone()]).collect()
    };
    let text = descriptor(FIELDS, "");
    for (row, code, cell) in [
        ("1,A \"x\" y,x,1,2\n2,B,y,2,3\n", "stray-quote", "A \"x\" y"),
        ("1,\"A\" z,x,1,2\n2,B,y,2,3\n", "stray-quote", "A z"),
        ("1,\"A,x,1,2\n2,B,y,2,3\n", "unclosed-quote", "A,x,1,2"),
    ] {
        let told = found(&text, &format!("code,name,class,v,w\n{row}"));
        assert_eq!(told, [[code, "/resources/0/data/1/1", cell]]);
    }
    let lists = r#"[["code","name","class","v","w"],["1","A","x",[1],2],["2",{"a":1},"y",2,3],7,null]"#;
    let objects = r#"[{"code":"1","name":"A","class":"x","v":[1],"w":2},
        {"code":"2","name":{"a":1},"class":"y","v":2,"w":3},7,null]"#;
    for (data, [first, second, third, fourth]) in
        [(lists, ["1/3", "2/1", "3", "4"]), (objects, ["0/v", "1/name", "2", "3"])]
    {
        let text = text.replace(r#""path":"e.csv""#, &format!("\"data\":{data}"));
        let expected = [(first, "a list"), (second, "an object"), (third, "7"), (fourth, "null")];
        let expected = expected.map(|(at, found)| {
            ["type-error".to_owned(), format!("/resources/0/data/{at}"), found.to_owned()]
        });
        assert_eq!(found(&text, ""), expected);
    }
    let of = |from: &str, to: &str| found(&text.replacen(from, to, 1), TABLE).pop().unwrap();
    let data = |value: &str| of(r#""path":"e.csv""#, &format!("\"data\":{value}"));
    assert_eq!(data("5")[2], "5");
    assert_eq!(data("{}")[2], "an object");
    let twice = of(r#""resources":["#, r#""resources":[{"name":"entities","data":[]},"#);
    assert_eq!(twice.each_ref().map(|text| &**text), ["role-twice", "/resources/1/name", "entities"]);
}

#[test]
fn percent_signs_are_read_where_the_field_says_so_and_told_elsewhere() {
    let table = "code,name,class,v,w\n1,A,x,12%,1\n2,B,y,8.5 ％,2\n3,C,x,,3\n4,D,y,约3%,4\n";
    let of = |v: &str| {
        let fields = format!(r#"{{"name":"v","type":"number"{v}}},{{"name":"w","type":"integer"}}"#);
        read_table(&fields, "", table.as_bytes())
    };
    let report = of(r#","unit":"percent","bareNumber":false"#);
    assert_eq!(faults(&report), [""; 0]);
    let column = report.package.unwrap().columns.swap_remove(0);
    assert_eq!((column.values[0], column.values[1], column.values[3]), (12.0, 8.5, 3.0));
    assert!(column.values[2].is_nan());
    let all = ["type-error 2:4", "type-error 3:4", "type-error 5:4"];
    for other in ["", r#","unit":"percent""#, r#","unit":"rank","bareNumber":false"#] {
        let report = of(other);
        assert_eq!(faults(&report), all, "{other}");
        let told = errors(&report);
        assert_eq!(told[0].message, "a percent sign stands behind a number", "{other}");
        assert_eq!(
            told[0].help, r#"write "unit": "percent" and "bareNumber": false in the field"#,
            "{other}"
        );
    }
}

#[test]
fn classes_that_are_almost_one_are_told_at_the_rarer_with_the_place_of_the_other() {
    let told = |classes: &str, table: &str| -> Vec<String> {
        let text = descriptor(FIELDS, "").replacen(r#"[{"value":"x","label":"X"},"y"]"#, classes, 1);
        let report = read(text.as_bytes(), &|_| Some(table.as_bytes().to_vec()));
        assert_eq!(faults(&report), [""; 0]);
        report.problems.iter().filter(|one| one.code == Code::SimilarClasses).map(line).collect()
    };
    let table = "code,name,class,v,w\n1,A,三级乙 等,1,2\n2,B,三级乙等,2,3\n3,C,三级乙等,4,4\n4,D,一级,4,4\n";
    let expected = "similar-classes e.csv:2:3 三级乙 等 | 三级乙等 (line 3)";
    for classes in [r#"["三级乙 等","三级乙等","一级"]"#, r#"["三级乙等","三级乙 等","一级"]"#]
    {
        assert_eq!(told(classes, table), [expected], "{classes}");
    }
    for (one, other) in [("Grade 3A", "grade 3a"), ("３Ａ", "3A"), ("A\u{3000}B", "AB"), ("A\u{200B}", "A")]
    {
        let table = format!("code,name,class,v,w\n1,A,{other},1,2\n2,B,{one},2,3\n3,C,{other},4,4\n");
        let expected = format!("similar-classes e.csv:3:3 {one} | {other} (line 2)");
        assert_eq!(told(&format!(r#"["{one}","{other}"]"#), &table), [expected]);
    }
    // One that no entity has is told where it is declared.
    let table = "code,name,class,v,w\n1,A,a,1,2\n2,B,b,2,3\n";
    assert!(told(r#"["a","b","A"]"#, table)[0].starts_with("similar-classes datapackage.json:"));
    assert_eq!(told(r#"["a","a1","b"]"#, table), [""; 0]);
}

#[test]
fn a_grid_of_its_own_places_entities() {
    let text =
        descriptor("", "").replace(r#""resources":["#, r#""resources":[{"name":"grid","path":"g.csv"},"#);
    let grid = |grid: &str| {
        let grid = grid.as_bytes().to_vec();
        read(text.as_bytes(), &move |path| Some(if path == "g.csv" { grid.clone() } else { TABLE.into() }))
    };
    let report = grid("row,col,code,name\n3,5,2,B\n4,5,1,A\n9,9,77,?\n");
    let package = report.package.unwrap();
    let places: Vec<_> = package.entities.iter().map(|entity| entity.place()).collect();
    assert_eq!(places, [Some((0, 1)), Some((0, 0)), None]);
    let report = grid("row,col,code\n3,5,2\n3,5,1\n,5,3\n60,1,4\n1.5,1,5\n");
    assert_eq!(faults(&report), ["grid-taken 3:1", "grid-half 4:1", "grid-range 5:1", "type-error 6:1"]);
    assert_eq!(faults(&grid("row,code\n3,2\n")), ["role-missing 3:14"]);
}

#[test]
fn each_warning_is_given_where_it_should() {
    let of = |properties: &str, fields: &str, table: &str| {
        let text = descriptor(fields, "").replacen(r#""title":"Test""#, properties, 1);
        let text = text.replace(r#""en","zh-Hans""#, r#""en""#);
        let report = read(text.as_bytes(), &|_| Some(table.as_bytes().to_vec()));
        assert_eq!(faults(&report), [""; 0]);
        report.problems.iter().map(line).collect::<Vec<_>>()
    };
    let title = r#""title":"Test""#;
    assert_eq!(of(title, FIELDS, TABLE), [""; 0]);
    let many = |value: &dyn Fn(usize) -> String| {
        let rows = (0..20).map(|index| {
            format!("{index},N{index},{},{},1\n", if index < 6 { "x" } else { "y" }, value(index))
        });
        format!("code,name,class,v,w\n{}", rows.collect::<String>())
    };
    let sum = FIELDS.replacen("\"number\"", "\"number\",\"aggregate\":\"sum\"", 1);
    for (code, properties, fields, table) in [
        (Code::BlankRow, title, FIELDS, TABLE.replace("2,B", ",,,,\n2,B")),
        (Code::UnknownProperty, r#""titel":"Test""#, FIELDS, TABLE.into()),
        (
            Code::UnusedColumn,
            title,
            FIELDS,
            TABLE.replace(",v,w", ",v,w,V.qualifier").replace('\n', ",\n").replace("qualifier,", "qualifier"),
        ),
        (Code::EmptyClass, title, FIELDS, TABLE.replace(",y,", ",x,")),
        (Code::NoValues, title, FIELDS, "code,name,class,v,w\n1,A,x,,2\n2,B,y,,3\n".into()),
        (Code::DuplicateName, title, FIELDS, TABLE.replace(",C,", ",A,")),
        (Code::LeadingZeros, title, FIELDS, "code,name,class,v,w\n1001,A,x,1,2\n10001,B,y,2,3\n".into()),
        (Code::LogScale, title, FIELDS, many(&|index| if index == 4 { "900" } else { "1" }.to_owned())),
        (Code::NestedEntities, title, &sum, many(&|index| if index < 6 { "200" } else { "5" }.to_owned())),
        (
            Code::StoryValue,
            r#""stories":[{"chart":"tiers","indicator":"v","heading":"{v:x} of {total}"}]"#,
            FIELDS,
            TABLE.into(),
        ),
        (
            Code::StoryValue,
            r#""derived":[{"name":"p","formula":"part v {whole}","unit":"percent","aggregate":"sum"}],
            "stories":[{"chart":"tiers","indicator":"p","heading":"{v:x} of {sum}"}]"#,
            &sum,
            TABLE.into(),
        ),
        (Code::TypedNumber, r#""stories":[{"chart":"tiers","heading":"19.4 more"}]"#, FIELDS, TABLE.into()),
        (Code::ChartNotOffered, r#""stories":[{"chart":"map","heading":"x"}]"#, FIELDS, TABLE.into()),
        (Code::NounForm, r#""entity":{"many":"things"}"#, FIELDS, TABLE.into()),
    ] {
        assert_eq!(code.severity(), Severity::Warning);
        let told = of(properties, fields, &table);
        assert_eq!(told.len(), 1, "{} {told:?}", code.word());
        assert!(told[0].starts_with(code.word()), "{} {told:?}", code.word());
    }
    let report = read_table(FIELDS, "", TABLE.as_bytes());
    assert_eq!(report.problems.len(), 1, "the title, X and three names have no Chinese");
    assert_eq!(
        line(&report.problems[0]).split(" |").next(),
        Some("missing-translation datapackage.json:1:49 5 texts are missing")
    );
    let told = |table: &[u8]| {
        let problem = read_table(FIELDS, "", table).problems.pop().unwrap();
        (problem.allowed, problem.help)
    };
    let some = "translate “Test”, “X”, “A”, “B”, “C”";
    assert_eq!(told(TABLE.as_bytes()), ("texts in zh-Hans".to_owned(), some.to_owned()));
    let more = format!("{TABLE}4,D,x,4,1\n5,E,y,4,1\n");
    assert_eq!(told(more.as_bytes()).1, format!("{some} and 2 more"));
}

#[test]
fn words_for_missing_values_have_names_and_languages_as_other_texts_do() {
    let list = r#""missingValues":["",{"value":"-","label":"none","label@fr":"rien","lable":"none"}]"#;
    let expected = [" label@fr | en, zh-Hans", " lable | label"];
    for (from, to) in [
        (r#""fieldsMatch":"subset","#, format!(r#""fieldsMatch":"subset",{list},"#)),
        (r#""name":"v","#, format!(r#""name":"v",{list},"#)),
    ] {
        let text = descriptor(FIELDS, "").replacen(from, &to, 1);
        let report = read(text.as_bytes(), &|_| Some(TABLE.as_bytes().to_vec()));
        let told = report.problems.iter().filter(|problem| problem.code == Code::UnknownProperty);
        let told: Vec<String> = told.map(line).collect();
        assert!(
            told.len() == 2 && told.iter().zip(expected).all(|(line, end)| line.ends_with(end)),
            "{told:?}"
        );
    }
}

#[test]
fn sums_that_differ_and_tables_that_nobody_reads_are_told() {
    let text = descriptor(&FIELDS.replacen("\"number\"", "\"number\",\"aggregate\":\"sum\"", 1), "").replace(
        r#""resources":["#,
        r#""resources":[{"name":"facts","path":"f.csv"},{"name":"notes","path":"n.csv"},"#,
    );
    let report = read(text.as_bytes(), &|path| match path {
        "f.csv" => Some(b"id,indicator,value,quote\nt,v,4,four\nu,v,3,three\n".to_vec()),
        "n.csv" => panic!("nobody wants it"),
        _ => Some(TABLE.into()),
    });
    let told: Vec<String> =
        report.problems.iter().map(|one| format!("{} {}:{}", one.code.word(), one.file, one.line)).collect();
    assert!(report.package.is_some(), "{told:?}");
    assert_eq!(
        told,
        [
            "missing-translation datapackage.json:1",
            "unused-table datapackage.json:3",
            "sum-differs f.csv:2",
            "facts-differ f.csv:3"
        ]
    );
}

#[test]
fn what_cannot_be_read_is_told_once() {
    let with_facts = r#""derived":[{"name":"d","formula":"ratio v total"}],
        "resources":[{"name":"facts","path":"f.csv"},"#;
    let text = descriptor(FIELDS, "").replace(r#""resources":["#, with_facts);
    let facts = "id,entities,indicator,value,quote\ntotal,,,4,four\nb,1,v,1,one\n";
    let of = |text: &str, table: Option<&str>, facts: Option<&str>| {
        faults(&read(text.as_bytes(), &|path| {
            if path == "f.csv" { facts } else { table }.map(|text| text.into())
        }))
    };
    assert_eq!(of(&text, Some(TABLE), Some(facts)), [""; 0]);
    assert_eq!(of(&text, None, Some(facts)), ["not-found 0:0"]);
    assert_eq!(of(&text, Some(TABLE), None), ["not-found 0:0"]);
    assert_eq!(of(&text, Some("<html>"), Some(facts)), ["source-type 1:0"]);
    let begun = text.replace(r#""title":"Test""#, r#""title":"","name":5"#);
    assert_eq!(of(&begun, Some(TABLE), Some(facts)).len(), 3, "a title, a name, and a name twice");
    assert_eq!(of(&begun, Some("<html>"), Some(facts)), ["source-type 1:0"], "others may come of it");
    assert_eq!(of(&text, Some("code,name,v,w\n1,A,1,1\n"), Some(facts)), ["missing-label 1:0"]);
    assert_eq!(of(&text, Some(&TABLE.replace("2,B,", "2,")), Some(facts)), ["missing-cell 3:4"]);
    assert_eq!(of(&text.replace("e.csv", "../e.csv"), None, Some(facts)), ["bad-path 4:80"]);
    assert_eq!(of(&text.replace("f.csv", "../f.csv"), Some(TABLE), None), ["bad-path 4:45"]);
    let other = facts.replace("b,1", "b,9").replace("v,1,", "v,2,");
    assert_eq!(of(&text, Some(TABLE), Some(&other)), ["foreign-key 3:2"]);
    assert_eq!(of(&text, Some(TABLE), Some(&facts.replace("v,1,", "v,2,"))), ["fact-contradicts 3:4"]);
    assert_eq!(of(&text, Some(TABLE), Some(&facts.replace("total,", "t,"))), ["formula 3:34"]);
}

#[test]
fn classes_of_figures_alone_are_listed_too() {
    let text = descriptor(FIELDS, "").replace(r#""name":"entities""#, r#""name":"tiers""#);
    let of = |text: &str| faults(&read(text.as_bytes(), &|_| Some(b"class,v,w\nx,1,2\ny,2,3\n".to_vec())));
    let fields = r#"{"name":"code","type":"string"},{"name":"name","type":"string"},"#;
    let text = text.replace(fields, "");
    assert_eq!(of(&text), [""; 0]);
    let unlisted = text.replace(r#","categories":[{"value":"x","label":"X"},"y"]"#, "");
    assert_ne!(text, unlisted);
    assert_eq!(of(&unlisted), ["class-count 3:87"]);
}

#[test]
fn formulas_are_advised_what_they_can_take() {
    let told = |formula: &str| {
        let derived = format!(
            r#""title":"Test","derived":[{{"name":"vv","formula":"{formula}"}},{{"name":"ee","formula":"ratio v w"}}]"#
        );
        let fields = FIELDS.replacen("\"integer\"", "\"integer\",\"aggregate\":\"sum\"", 1);
        let text = descriptor(&fields, "").replacen(r#""title":"Test""#, &derived, 1);
        let report = read(text.as_bytes(), &|_| Some(TABLE.as_bytes().to_vec()));
        errors(&report).iter().map(|problem| problem.allowed.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told("product vv v")[0], "v, w; did you mean v?", "and that it leads back to itself");
    assert_eq!(told("product ee v"), ["v, w"]);
    assert_eq!(told("ratio vv2 w"), ["v, w, ee"]);
    assert_eq!(told("part vv2 {whole}"), ["w"]);
}

#[test]
fn facts_about_classes_are_compared_with_what_comes_of_entities() {
    let text = descriptor(&FIELDS.replacen("\"number\"", "\"number\",\"aggregate\":\"sum\"", 1), "")
        .replace(r#""languages":["en","zh-Hans"]"#, r#""languages":["en"]"#)
        .replace(r#""resources":["#, r#""resources":[{"name":"facts","path":"f.csv"},"#);
    let told = |facts: &str| {
        let report = read(text.as_bytes(), &|path| match path {
            "f.csv" => Some(format!("id,tier,indicator,value,quote\n{facts}").into_bytes()),
            _ => Some(b"code,name,class,v,w\n1,A,x,10,2\n2,B,y,5,3\n3,C,y,2,4\n4,D,,3,1\n".to_vec()),
        });
        assert!(report.package.is_some());
        report.problems.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(told("f,x,v,10,q\ng,y,v,7,q\nh,,v,17,q\n"), [""; 0], "an entity in no class counts nowhere");
    assert_eq!(
        told("f,x,v,99,q\ng,y,w,99,q\n"),
        ["sum-differs f.csv:2:4 99 | 10", "sum-differs f.csv:3:4 99 | 3.5"],
        "w has medians"
    );
    assert_eq!(told("f,,v,20,q\n"), ["sum-differs f.csv:2:4 20 | 17"]);
    assert_eq!(
        told("f,,w,20,q\ng,,w,30,q\nh,x,w,30,q\ni,x,w,30,q\n"),
        [
            "facts-differ f.csv:3:4 30 | 20, which the fact f says",
            "sum-differs f.csv:4:4 30 | 2",
            "sum-differs f.csv:5:4 30 | 2"
        ]
    );
}

#[test]
fn facts_about_medians_and_means_may_be_rounded() {
    let told = |aggregate: &str, decimal: &str, fact: &str| {
        let fields = format!(
            r#"{{"name":"v","type":"number","aggregate":{aggregate}}},{{"name":"w","type":"integer"}}"#
        );
        let facts = format!(
            r#""resources":[{{"name":"facts","path":"f.csv","schema":{{"fieldsMatch":"subset","fields":[
            {{"name":"value","type":"number","decimalChar":"{decimal}"}}]}}}},"#
        );
        let text = descriptor(&fields, "").replace(r#""resources":["#, &facts);
        // An entity without a weight is in no mean. There is no mean where all weights are zero.
        let table = "code,name,class,v,w\n1,A,x,2.34,5\n2,B,x,2.35,1\n3,C,x,1.3,1\n4,D,x,9,\n5,E,y,-1.5,0\n6,F,y,,3\n7,G,,7,9\n";
        let report = read(text.as_bytes(), &|path| match path {
            "f.csv" => {
                let rows = format!("x,x,v,\"{fact}\",q\ny,y,v,\"-1{decimal}50\",q\n");
                Some(format!("id,tier,indicator,value,quote\n{rows}").into_bytes())
            }
            _ => Some(table.into()),
        });
        assert!(report.package.is_some(), "{:#?}", report.problems);
        let differ = report.problems.iter().filter(|one| one.code == Code::SumDiffers);
        differ.map(|one| format!("{} | {} {}", one.found, one.allowed, one.message)).collect::<Vec<_>>()
    };
    let (median, mean) = (r#""median""#, r#"{"mean":"w"}"#);
    for fact in ["2", "2.3", "2.34", "2.35", "2.345", "2.3450"] {
        assert_eq!(told(median, ".", fact), [""; 0], "{fact}");
        assert_eq!(told(median, ",", &fact.replace('.', ",")), [""; 0], "{fact}");
    }
    for fact in ["3", "2.0", "2.4", "2.33", "2.30", "2.344", "2.3454"] {
        let differs = "2.345 the entities of the class have another median than the fact states";
        assert_eq!(told(median, ".", fact), [format!("{fact} | {differs}")]);
    }
    assert_eq!(told(median, ",", "2,0").len(), 1);
    for fact in ["2", "2.2", "2.19", "2.193", "2.192857"] {
        assert_eq!(told(mean, ".", fact), [""; 0], "{fact}");
    }
    for (fact, exact) in [("3", "2.1929"), ("2.20", "2.1929"), ("2.1928", "2.1929"), ("2.192858", "2.192857")]
    {
        let differs = "the entities of the class have another mean than the fact states";
        assert_eq!(told(mean, ".", fact), [format!("{fact} | {exact} {differs}")]);
    }
    assert_eq!(told(r#""none""#, ".", "99"), [""; 0]);
}

#[test]
fn qualifiers_that_belong_to_nothing_are_told() {
    let told = |fields: &str, labels: &str| {
        let text = descriptor(fields, "").replace(r#""languages":["en","zh-Hans"]"#, r#""languages":["en"]"#);
        let table = format!("code,name,class,v,w,{labels}\n1,A,x,10,2,about,5\n2,B,y,5,3,,6\n");
        let report = read(text.as_bytes(), &|_| Some(table.clone().into_bytes()));
        assert!(report.package.is_some());
        report.problems.iter().map(|one| (line(one), one.help.clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(FIELDS, "v.qualifier,z"), []);
    assert_eq!(told(FIELDS, "z.qualifier,z"), [], "of a column that nothing draws");
    let near = "did you mean “v.qualifier”?".to_owned();
    for label in ["V.qualifier", "v.qualifer", "v_qualifier", "v.Qualifiers", "qualifier"] {
        let line = format!("unused-column e.csv:1:6 {label} | v.qualifier, w.qualifier");
        assert_eq!(told(FIELDS, &format!("{label},z")), [(line, near.clone())]);
    }
    let far = "unused-column e.csv:1:6 value.qualifier | v.qualifier, w.qualifier".to_owned();
    assert_eq!(told(FIELDS, "value.qualifier,z"), [(far, String::new())]);
    let declared = format!(r#"{FIELDS},{{"name":"vq","role":"qualifier"}}"#);
    let line = "unused-column e.csv:1:6 vq | v.qualifier, w.qualifier".to_owned();
    assert_eq!(told(&declared, "vq,z"), [(line, String::new())]);
    let facts = descriptor(FIELDS, "")
        .replace(r#""resources":["#, r#""resources":[{"name":"facts","path":"f.csv"},"#);
    let facts = facts.replace(r#""languages":["en","zh-Hans"]"#, r#""languages":["en"]"#);
    let report = read(facts.as_bytes(), &|path| match path {
        "f.csv" => {
            Some(b"id,quote,indicatr,value,value.qualifier,date,page\nf,q,v,9,about,2024,3\n".to_vec())
        }
        _ => Some(TABLE.into()),
    });
    let told: Vec<_> =
        report.problems.iter().map(|one| (one.column, one.found.as_str(), one.help.as_str())).collect();
    assert_eq!(told, [(3, "indicatr", "did you mean “indicator”?"), (5, "value.qualifier", "")]);
}

#[test]
fn how_a_mean_is_written_is_said() {
    for word in ["mean", "average"] {
        let text = descriptor(
            &FIELDS.replacen("\"number\"", &format!("\"number\",\"aggregate\":\"{word}\""), 1),
            "",
        );
        let report = read(text.as_bytes(), &|_| Some(TABLE.into()));
        let told: Vec<_> =
            errors(&report).iter().map(|one| (one.code, one.allowed.as_str(), one.help.as_str())).collect();
        let help = r#"write {"mean": "population"}, with the numeric field that weights the values"#;
        assert_eq!(told, [(Code::UnknownAggregate, "sum, median, none, {mean: field}", help)]);
    }
}

#[test]
fn english_nouns_without_a_form_are_told() {
    let told = |languages: &str, properties: &str| {
        let properties = format!(r#""languages":{languages},{properties},"title":"Test""#);
        let text = descriptor(FIELDS, "")
            .replace(r#""languages":["en","zh-Hans"],"#, "")
            .replace(r#""title":"Test""#, &properties);
        let report = read(text.as_bytes(), &|_| Some(TABLE.into()));
        assert!(report.package.is_some());
        let of = report.problems.iter().filter(|one| one.code == Code::NounForm);
        of.map(|one| format!("{} {}", one.pointer, one.found)).collect::<Vec<_>>()
    };
    for (languages, properties, expected) in [
        (r#"["en"]"#, r#""entity":{"many":"things"}"#, "/entity/many things"),
        (r#"["en"]"#, r#""entity":{"one":"thing"}"#, "/entity/one thing"),
        (r#"["zh-Hans","en"]"#, r#""entity":{"many":"个","many@en":"things"}"#, "/entity/many@en things"),
        (r#"["en"]"#, r#""units":[{"name":"b","one":"b"}]"#, "/units/0/one b"),
        (r#"["en"]"#, r#""units":[{"name":"b","many":"beds"}]"#, "/units/0/many beds"),
    ] {
        assert_eq!(told(languages, properties), [expected]);
    }
    for (languages, properties) in [
        (r#"["en"]"#, r#""entity":{"one":"thing","many":"things"}"#),
        (r#"["zh-Hans"]"#, r#""entity":{"many":"个"}"#),
        (r#"["zh-Hans","en"]"#, r#""entity":{"many":"个","one@en":"thing","many@en":"things"}"#),
        (r#"["en"]"#, r#""units":[{"name":"km2","many":"km²"},{"name":"$","symbol":"$"},{"name":"beds"}]"#),
    ] {
        assert_eq!(told(languages, properties), [""; 0], "{properties}");
    }
}

#[test]
fn an_entity_has_one_place_and_a_map_needs_half_of_them() {
    let told = |table: &str, grid: &str, stories: &str| {
        let text = descriptor(FIELDS, "")
            .replace(
                r#""languages":["en","zh-Hans"]"#,
                &format!(r#""languages":["en"],"stories":[{stories}]"#),
            )
            .replace(r#""resources":["#, r#""resources":[{"name":"grid","path":"g.csv"},"#);
        let report = read(text.as_bytes(), &|path| {
            Some(
                if path == "g.csv" { format!("code,row,col\n{grid}") } else { table.to_owned() }.into_bytes(),
            )
        });
        report.problems.iter().map(line).collect::<Vec<_>>()
    };
    let own = "code,name,class,v,w,row,col\n1,A,x,1,2,1,1\n2,B,y,2,3,1,2\n3,C,x,3,4,,\n";
    assert_eq!(told(TABLE, "1,5,5\n2,5,6\n9,7,7\n", ""), [""; 0], "9 is nobody here");
    assert_eq!(told(own, "1,1,1\n3,2,2\n", ""), [""; 0]);
    assert_eq!(
        told(TABLE, "1,5,5\n2,5,6\n1,6,6\n", ""),
        ["grid-twice g.csv:4:1 1 | one place for each code (also line 2)"]
    );
    assert_eq!(
        told(own, "1,1,1\n2,2,2\n3,1,1\n", ""),
        [
            "grid-twice g.csv:3:1 2 | one place for each code (also e.csv line 3)",
            "grid-taken g.csv:4:2 1,1 | a free tile (line 2 has it)"
        ]
    );
    assert_eq!(told(own, "3,1,2\n", ""), ["grid-taken g.csv:2:1 1,2 | a free tile (e.csv line 3 has it)"]);
    let needed = "places for at least half of the entities, of which there are up to 2500";
    let few = format!("chart-not-offered g.csv:1:0 1 of 3 | {needed}");
    assert_eq!(told(TABLE, "1,5,5\n", ""), std::slice::from_ref(&few));
    let story =
        r#"{"chart":"map","heading":"x"},{"chart":"strip","heading":"x"},{"chart":"facts","heading":"x"}"#;
    let told = told(TABLE, "1,5,5\n", story);
    assert_eq!(
        told.iter().map(|line| line.split(" | ").next().unwrap()).collect::<Vec<_>>(),
        [
            "chart-not-offered datapackage.json:1:70 map",
            "chart-not-offered datapackage.json:1:132 facts",
            "chart-not-offered g.csv:1:0 1 of 3",
        ]
    );
}

#[test]
fn truth_is_found_in_cells_as_the_standard_lists_its_words() {
    let read = |condition: &str, words: [&str; 4]| {
        let [a, b, c, d] = words;
        let table =
            format!("code,name,class,v,w,is\n1,A,x,1,1,{a}\n2,B,y,2,2,{b}\n3,C,x,3,3,{c}\n4,D,y,4,4,{d}\n");
        let report = read_table(FIELDS, &format!(r#","where":{{"is":{condition}}}"#), table.as_bytes());
        report.package.map_or_else(Vec::new, |package| package.entities.iter().map(|one| one.code).collect())
    };
    assert_eq!(read("true", ["True", "False", "yes", "1"]), ["1", "4"]);
    assert_eq!(read("false", ["true", "FALSE", "0", "no"]), ["2", "3"]);
    assert_eq!(read("[true, \"yes\"]", ["TRUE", "false", "yes", "0"]), ["1", "3"]);
    assert_eq!(read("\"true\"", ["true", "True", "1", "TRUE"]), ["1"], "a text is that text");
}

#[test]
fn weights_below_zero_are_refused() {
    let fields = FIELDS.replacen("\"number\"", r#""number","aggregate":{"mean":"w"}"#, 1);
    let told = |fields: &str| {
        faults(&read_table(fields, "", b"code,name,class,v,w\n1,A,x,1,2\n2,B,y,2,-3\n3,C,x,3,-4\n"))
    };
    assert_eq!(told(&fields), ["aggregate-weight 3:5"]);
    assert_eq!(told(FIELDS), [""; 0], "it weights nothing");
}

#[test]
fn advice_fits_what_was_found() {
    let told = |fields: &str, table: &str, code: Code| {
        let report = read_table(fields, "", table.as_bytes());
        let found = report.problems.iter().find(|one| one.code == code);
        found.map(|one| (one.message.clone(), one.help.clone())).unwrap_or_default()
    };
    let code = |code: &str| told(FIELDS, &TABLE.replace("2,B", &format!("{code},B")), Code::Identifier).0;
    assert_eq!(code(&"x".repeat(64)), "");
    assert_eq!(code(&"x".repeat(65)), "a code is too long");
    assert_eq!(code("x y"), "a code has characters that addresses cannot carry");
    let log = FIELDS.replacen("\"number\"", r#""number","scale":"log""#, 1);
    assert_eq!(told(&log, TABLE, Code::LogScale), <(String, String)>::default());
    for value in ["0", "-1"] {
        let (message, help) = told(&log, &TABLE.replace(",x,1,", &format!(",x,{value},")), Code::LogScale);
        assert!(message.starts_with("a value is not above zero"), "{message}");
        assert_eq!(help, r#"leave out "scale": "log""#);
    }
    let (_, help) = told(FIELDS, &TABLE.replace(",C,", ",A,"), Code::DuplicateName);
    assert_eq!(help, "make the names longer, such as by the place: lists show no group beside them");
}

#[test]
fn a_row_of_totals_among_entities_is_told_with_its_place() {
    let told = |fields: &str, rows: &[(&str, &str, &str)]| {
        let text = descriptor(fields, "").replace(r#""languages":["en","zh-Hans"]"#, r#""languages":["en"]"#);
        let row = |(name, class, v): &(&str, &str, &str)| format!("{name},{name},{class},{v},7\n");
        let rows: String = rows.iter().map(row).collect();
        let report = read(text.as_bytes(), &|_| Some(format!("code,name,class,v,w\n{rows}").into_bytes()));
        assert!(report.package.is_some(), "{:?}", lines(&report));
        let of = report.problems.iter().filter(|one| one.code == Code::NestedEntities);
        of.map(|one| format!("{} {}", line(one), one.message)).collect::<Vec<_>>()
    };
    let some = [("A", "x", "24.2"), ("B", "y", "10.3"), ("C", "y", "16.2"), ("D", "x", "0.1")];
    let with = |last| some.into_iter().chain([last]).collect::<Vec<_>>();
    let message = "“All” has as much as all others together in v: is it a row of totals?";
    let expected = format!("nested-entities e.csv:6:2 All | rows that contain no others {message}");
    assert_eq!(told(FIELDS, &with(("All", "", "50.8"))), std::slice::from_ref(&expected));
    assert_eq!(told(FIELDS, &with(("All", "x", "50.8"))), [expected], "in a class too");
    for near in ["50.7999", "50.8001", "", "0"] {
        assert_eq!(told(FIELDS, &with(("All", "", near))), [""; 0], "{near}");
    }
    // Of three values one is easily the sum of the others.
    let few = [("A", "x", "1"), ("B", "y", "2"), ("C", "y", "0"), ("D", "x", "3")];
    assert_eq!(told(FIELDS, &few), [""; 0]);
    // Gains and losses add up to nothing.
    let balance = [("A", "x", "1"), ("B", "y", "2"), ("C", "y", "3"), ("D", "x", "-6"), ("E", "x", "0")];
    assert_eq!(told(FIELDS, &balance), [""; 0]);
    let ranks = FIELDS.replacen("\"number\"", "\"number\",\"unit\":\"rank\"", 1);
    let ranked = |class, most| [("A", "x", "1"), ("B", "y", "2"), ("C", "y", "3"), ("D", class, most)];
    assert_eq!(told(&ranks, &ranked("", "6")), [""; 0]);
    assert_eq!(told(FIELDS, &ranked("", "6")).len(), 1);
    assert_eq!(told(FIELDS, &ranked("x", "6")), [""; 0], "a small number is easily a sum");
}

#[test]
fn no_example_is_told_to_count_anything_twice() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/gallery/datasets");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let Ok(descriptor) = std::fs::read(folder.join("datapackage.json")) else { continue };
        let report = read(&descriptor, &|path| std::fs::read(folder.join(path)).ok());
        assert!(report.package.is_some(), "{:?}", lines(&report));
        assert!(report.problems.iter().all(|one| one.code != Code::NestedEntities), "{:?}", lines(&report));
        count += 1;
    }
    assert!(count >= 3, "{count} examples");
}
