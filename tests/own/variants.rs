//! Files as spreadsheets and offices write them.

use std::fs;

use county_chains::quantity::Qualifier;
use county_chains_package::Aggregate;

use crate::support::{descriptor, faults, folder, lines, read, read_folder, read_table};

const VALUE: &str = r#"{"name":"value","type":"number"}"#;

#[test]
fn what_excel_makes_of_values_is_told_for_what_it_is() {
    let table = fs::read(folder("variants/excel-errors.csv")).unwrap();
    let report = read_table(VALUE, "", &table);
    assert_eq!(
        faults(&report),
        ["spreadsheet-error 2:4", "spreadsheet-date 3:4", "spreadsheet-error 5:4", "spreadsheet-error 6:4"],
        "1.2E+11 is a number: {:#?}",
        lines(&report)
    );
}

#[test]
fn blanks_around_a_number_count_for_nothing_whatever_they_are() {
    let fields = r#"{"name":"v","type":"number","missingValues":["","–\u00a0"]},{"name":"s","type":"number","unit":"percent","bareNumber":false},
        {"name":"g","type":"integer","groupChar":" "},{"name":"row","type":"integer"},{"name":"col","type":"integer"}"#;
    for blank in [" ", "\u{a0}", "\u{202f}", " \u{a0}", "\u{2009}", "\u{3000}"] {
        let cells = |cells: [&str; 5]| cells.map(|cell| format!("{blank}{cell}{blank}")).join(",");
        let [first, second, third] =
            [["1.5", "> 5 %", "1\u{a0}204", "0", "1"], ["–", "5", "7", "1", "1"], ["", "", "", "", ""]]
                .map(cells);
        let table = format!(
            "code,name,class,v,s,g,row,col\n1,One,x,{first}\n2,Two,y,{second}\n3,Three,{blank},{third}\n"
        );
        let report = read_table(fields, "", table.as_bytes());
        let package = report.package.as_ref().unwrap_or_else(|| panic!("{blank:?} {:#?}", lines(&report)));
        let values = |column: usize| package.columns[column].values.clone();
        assert_eq!(
            [values(1)[..2].to_vec(), values(2)[..2].to_vec()],
            [[5.0, 5.0], [1204.0, 7.0]],
            "{blank:?}"
        );
        assert_eq!(package.columns[1].qualifiers[0], Qualifier::MoreThan);
        assert!(values(0)[0] == 1.5 && values(0)[1].is_nan(), "{blank:?}");
        assert!((0..3).all(|column| values(column)[2].is_nan()), "{blank:?} alone is nothing");
        let [one, two, three] = [0, 1, 2].map(|entity| package.entities[entity].place());
        assert_eq!([one, two, three], [Some((0, 0)), Some((0, 1)), None]);
        assert!(package.entities[2].tier.is_none());
    }
    // What is no number is told as it is without them, and a name of blanks is none.
    let table = "code,name,class,v\n1,One,x,\u{a0}1,5\n2,\u{a0},y,\u{a0}1\u{a0}204\u{a0}\n\u{a0},\u{a0},\u{a0},\u{a0}\n";
    let table = table.replace("1,5", "\"1,5\"").replace("\u{a0}\"1,5", "\"\u{a0}1,5");
    let report = read_table(r#"{"name":"v","type":"number"}"#, "", table.as_bytes());
    assert_eq!(
        lines(&report)[1..],
        [
            "decimal-character e.csv:2:4 1,5 | decimalChar declared, or 1.5",
            "missing-value e.csv:3:2  | a name",
            "group-character e.csv:3:4 1\u{a0}204 | groupChar declared, or 1204",
            "blank-row e.csv:4:0  | ",
        ]
    );
}

#[test]
fn semicolons_and_decimal_commas_are_read_where_they_are_declared() {
    let bytes = fs::read(folder("variants/countries.semicolon-decimal-comma.windows-1252.csv")).unwrap();
    let dialect = r#","encoding":"windows-1252","dialect":{"delimiter":";"}"#;
    let fields = r#"{"name":"population","type":"integer","groupChar":".","decimalChar":","},
        {"name":"life_expectancy","type":"number","decimalChar":","}"#;
    let text = descriptor(fields, dialect).replace(r#""name":"class""#, r#""name":"income_group""#).replace(
        r#"{"value":"x","label":"X"},"y""#,
        r#""low_income","lower_middle_income","upper_middle_income","high_income""#,
    );
    let decoded = |path: &str| {
        assert_eq!(path, "e.csv");
        let (text, _, failed) = encoding_rs::WINDOWS_1252.decode(&bytes);
        assert!(!failed);
        Some(text.into_owned().into_bytes())
    };
    let report = read(text.as_bytes(), &decoded);
    let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
    assert_eq!((package.columns[0].values[0], package.columns[1].values[0]), (41454761.0, 68.5));
    assert_eq!(package.entities.len(), 39);

    let undeclared = read(text.replace(r#"{"delimiter":";"}"#, "{}").as_bytes(), &decoded);
    assert_eq!(faults(&undeclared), ["delimiter 1:0"]);
    let undeclared =
        text.replace(r#","groupChar":".","decimalChar":",""#, "").replace(r#","decimalChar":",""#, "");
    let report = read(undeclared.as_bytes(), &decoded);
    assert!(faults(&report).starts_with(&["group-character 2:4".into(), "decimal-character 2:5".into()]));
}

#[test]
fn chinese_encodings_are_declared_and_decoded_by_the_caller() {
    let bytes = fs::read(folder("variants/areas.gb18030.csv")).unwrap();
    let (utf8, _, failed) = encoding_rs::GB18030.decode(&bytes);
    assert!(!failed);
    let text = descriptor("", r#","encoding":"GB18030""#)
        .replace(r#"{"name":"class","type":"string""#, r#"{"name":"provinceCode","type":"string""#)
        .replace(r#"{"value":"x","label":"X"},"y""#, r#""11","12","13","14""#);
    let report = read(text.as_bytes(), &|_| Some(utf8.as_bytes().to_vec()));
    let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
    assert_eq!(package.entities[0].name.en, "东城区");
    let wanted = county_chains_package::Reading::new("datapackage.json", text.as_bytes()).wanted().to_vec();
    assert_eq!((wanted[0].path.as_str(), wanted[0].encoding.as_str()), ("e.csv", "gb18030"));

    let report = read(text.as_bytes(), &|_| Some(bytes.clone()));
    assert_eq!(faults(&report), ["encoding 2:2"], "bytes that were not decoded");
}

#[test]
fn an_official_file_is_read_as_it_is() {
    let report = read_folder("../../www/gallery/datasets/uk-authorities");
    let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
    assert_eq!((report.rows, package.entities.len(), package.groups.len()), (470, 361, 12));
    let city = package.entities.iter().position(|entity| entity.code == "ABC").unwrap();
    let values: Vec<f64> = package.columns.iter().map(|column| column.values[city]).collect();
    assert_eq!(values, [217232.0, 1338.0]);
    assert_eq!(package.indicators[1].aggregate, Aggregate::Sum);
}

#[test]
fn sixteen_classes_are_too_many() {
    let report = read_folder("public/majors");
    assert_eq!(faults(&report), ["class-count 40:27"]);
    assert_eq!(report.problems[0].message, "there are 16 classes, 2 to 12 are allowed");
}
