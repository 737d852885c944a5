//! Files as spreadsheets and offices write them.

use std::fs;

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
