//! What is guessed of tables that people really have.

use super::*;

fn roles(text: &str) -> Vec<GuessedRole> {
    guess(text).columns.into_iter().map(|column| column.role).collect()
}

fn number(decimal: Option<char>, group: Option<char>) -> GuessedRole {
    GuessedRole::Number(Notation { decimal, group, signed: false, percent: false })
}

fn class(words: &[&str]) -> GuessedRole {
    GuessedRole::Class(words.iter().map(|word| (*word).to_owned()).collect())
}

#[test]
fn columns_are_known_by_what_they_hold_and_how_they_are_called() {
    let text = "\u{FEFF}code,name,name@zh-Hans,grade,row,col,beds,cost,cost.qualifier\r\n\
                H1,Hospital A,甲医院,3B,1,1,120,10.5,\r\n\
                H2,Hospital B,乙医院,3A,,,80,9,about\r\n\
                H3,Hospital C,丙医院,3B,2,1,7,,not given\r\n\r\n";
    let expected = [
        GuessedRole::Code,
        GuessedRole::Name,
        GuessedRole::Translation("name".to_owned(), "zh-Hans".to_owned()),
        class(&["3B", "3A"]),
        GuessedRole::Row,
        GuessedRole::Column,
        number(None, None),
        number(Some('.'), None),
        GuessedRole::Qualifier("cost".to_owned()),
    ];
    assert_eq!(roles(text), expected);
    let guess = guess(text);
    assert_eq!(
        (guess.delimiter, guess.rows, guess.languages),
        (',', 3, vec!["en".to_owned(), "zh-Hans".to_owned()])
    );
}

#[test]
fn the_separator_is_the_one_with_which_rows_are_equally_long() {
    for (text, expected) in [
        ("a;b\n1,5;2\n2,5;3\n", ';'),
        ("a\tb\n1;2\t2\n", '\t'),
        ("a|b\n1|2\n", '|'),
        ("a;b, c, d\n1;2\n3;4\n", ';'),
        ("a,b\n\"1;2;3\",2\n", ','),
        ("a\n1\n", ','),
    ] {
        assert_eq!(guess(text).delimiter, expected, "{text}");
    }
}

#[test]
fn numbers_are_read_in_the_notation_that_fits_the_most_columns() {
    let text = "id;sum;share\na;41.454.761;68,5\nb;80.856;83,9\n";
    assert_eq!(roles(text), [GuessedRole::Code, number(None, Some('.')), number(Some(','), None)]);
    // By itself it would be a number with three decimals.
    let text = "id;sum;share\na;41.454;1.068,5\nb;80.856;83,9\n";
    assert_eq!(roles(text), [GuessedRole::Code, number(None, Some('.')), number(Some(','), Some('.'))]);
    let text = "id,sum,e\na,\"54,571\",1.2E+11\nb,\"1,204,000\",3\n";
    assert_eq!(roles(text), [GuessedRole::Code, number(None, Some(',')), number(Some('.'), None)]);
    let text = "id,sum\na,>5\nb,约7\n";
    let signed = GuessedRole::Number(Notation { decimal: None, group: None, signed: true, percent: false });
    assert_eq!(roles(text), [GuessedRole::Code, signed]);
}

#[test]
fn what_only_looks_like_a_number_is_none() {
    let text = "id,fips,date,sum\na,01001,2024-05-01,12‰\nb,01003,2024-05-02,13‰\n";
    assert_eq!(roles(text)[1..], [GuessedRole::Other, GuessedRole::Other, GuessedRole::Other]);
    // A code of something else would become a measure.
    assert_eq!(roles("id,city_code\na,1101\nb,1102\n")[1], GuessedRole::Other);
}

#[test]
fn words_for_missing_values_are_known_where_values_are_expected_only() {
    let text = "iso2,name,rating,score\nNA,Namibia,Not Available,-\nAO,Angola,1,5.5\nZA,South Africa,2,NA\nBW,Botswana,1,\n";
    let guess = guess(text);
    let missing: Vec<&[String]> = guess.columns.iter().map(|column| &column.missing[..]).collect();
    assert_eq!(missing[..2], [&[] as &[String], &[]], "NA is Namibia");
    assert_eq!(guess.columns[2].role, class(&["1", "2"]));
    assert_eq!(
        (missing[2], missing[3]),
        (&["Not Available".to_owned()][..], &["-".to_owned(), "NA".to_owned()][..])
    );
    let descriptor = guess.descriptor("a.csv", "UTF-8");
    assert!(descriptor.contains(r#""missingValues": ["", "-", "NA"]"#), "{descriptor}");
}

#[test]
fn a_few_cells_that_are_no_numbers_do_not_hide_those_that_are() {
    let of = |cells: &[&str]| {
        let row = |(index, cell): (usize, &&str)| format!("c{index};{cell}\n");
        guess(&format!("code;rate\n{}", cells.iter().enumerate().map(row).collect::<String>()))
            .columns
            .remove(1)
    };
    let numbers = of(&["1.5", "2.5", "", "3*", "8", "-"]);
    assert_eq!(numbers.role, number(Some('.'), None));
    assert_eq!((numbers.wrong, numbers.missing), (vec!["3*".to_owned()], vec!["-".to_owned()]));
    // The style that fits the most cells.
    assert_eq!(of(&["1,5", "2,5", "3,75", "4,2", "5.4万亿"]).role, number(Some(','), None));
    for cells in [
        // Fewer than three in four.
        &["1", "2", "x", "y", "3"][..],
        // Codes, one of which has lost its zero.
        &["01001", "12003", "12005", "13001", "14001"],
        // Classes, one of which has no number.
        &["1", "2", "1", "2", "special", "1", "2", "1"],
    ] {
        let column = of(cells);
        assert!(!matches!(column.role, GuessedRole::Number(_)), "{cells:?}");
        assert_eq!(column.wrong, [""; 0]);
    }
    let told = guess("code,name,kind,rate\na,A a,x,1.5\nb,B b,y,2.5\nc,C c,x,3*\nd,D d,y,4\n").remarks();
    let expected = "column \"rate\": number; the class has its median (aggregate); 1 cell is no number, such as \"3*\"; correct \
                    what is wrong, and list the words for a missing value in missingValues";
    assert!(told.iter().any(|remark| remark.text == expected), "{told:?}");
}

#[test]
fn numbers_with_percent_signs_are_figures_in_percent() {
    let text = "code,name,kind,founded,rate\nA1,Alpha,public,1990,12%\nA2,Beta,private,2001,8.5%\n\
                A3,Gamma,public,,\nA4,Delta,private,1975,3%\n";
    let guess = guess(text);
    let shares =
        GuessedRole::Number(Notation { decimal: Some('.'), group: None, signed: false, percent: true });
    let found: Vec<GuessedRole> = guess.columns.iter().map(|column| column.role.clone()).collect();
    let kinds = class(&["public", "private"]);
    assert_eq!(found, [GuessedRole::Code, GuessedRole::Name, kinds, GuessedRole::Year(false), shares]);
    let descriptor = guess.descriptor("a.csv", "UTF-8");
    let line = r#""name": "rate", "type": "number", "title": "Rate", "unit": "percent", "aggregate": "median", "bareNumber": false"#;
    assert!(descriptor.contains(line), "{descriptor}");
    assert!(!descriptor.contains("units"), "nobody has to declare one");
    let told = guess.remarks();
    let expected = "column \"rate\": number, percent signs behind it, so that its unit is percent; the class has its median (aggregate)";
    assert!(told.iter().any(|remark| remark.text == expected), "{told:?}");
    for cells in [["12％", "8 %", "1,204.5%"], ["<5%", "7%", "-3%"], ["1%", "2%", "1%"]] {
        let rows: String = cells.iter().enumerate().map(|(row, cell)| format!("A{row};{cell}\n")).collect();
        let role = roles(&format!("code;level\n{rows}")).remove(1);
        assert!(matches!(role, GuessedRole::Number(Notation { percent: true, .. })), "{cells:?} {role:?}");
    }
}

#[test]
fn years_are_known_by_the_name_of_their_column_or_by_all_of_its_cells() {
    let of = |name: &str, cells: &[&str]| {
        let row = |(index, cell): (usize, &&str)| format!("c{index};{cell}\n");
        roles(&format!("code;{name}\n{}", cells.iter().enumerate().map(row).collect::<String>())).remove(1)
    };
    for name in ["year", "Founded", "建院年份", "成立", "year_built"] {
        assert_eq!(of(name, &["1951", "2018"]), GuessedRole::Year(false), "{name}");
    }
    assert_eq!(of("建院", &["1951", "1956", "", "2018"]), GuessedRole::Year(false));
    assert_eq!(of("year", &["约1951", "1956"]), GuessedRole::Year(true));
    for (name, cells) in [
        ("beds", &["1951", "2018"][..]),
        ("beds", &["1951", "2018", "2101"]),
        ("year", &["51", "56", "1999"]),
        ("years of life", &["1951.5", "1956", "1957"]),
        ("year", &["1799", "1900", "2000"]),
    ] {
        assert!(matches!(of(name, cells), GuessedRole::Number(_)), "{name} {cells:?}");
    }
    let guess = guess("code;year\na;约1951\nb;1956\nc;-\n");
    let descriptor = guess.descriptor("a.csv", "UTF-8");
    let line = r#"{ "name": "year", "type": "year", "title": "Year", "aggregate": "median", "bareNumber": false, "missingValues": ["", "-"] }"#;
    assert!(descriptor.contains(line), "{descriptor}");
    assert!(guess.remarks().iter().all(|remark| !remark.text.starts_with("unit of")), "years have none");
}

#[test]
fn a_class_is_rather_what_is_called_one_than_a_yes_or_no() {
    let text = "id,is_new,nation,type\na,True,Wales,UA\nb,False,Wales,NMD\nc,True,Scotland,UA\n";
    assert_eq!(
        roles(text)[1..],
        [GuessedRole::OtherClass(2), GuessedRole::OtherClass(2), class(&["UA", "NMD"])]
    );
    let sixteen: String = (0..32).map(|index| format!("a{index},m{}\n", index % 16)).collect();
    assert!(matches!(roles(&format!("id,major\n{sixteen}"))[1], GuessedRole::Name), "16 are too many");
}

#[test]
fn columns_that_are_called_like_a_role_have_it_whatever_is_in_them() {
    let kinds = class(&["public", "private"]);
    let expected = [GuessedRole::Code, GuessedRole::Name, kinds, number(None, None)];
    for count in [5, 30] {
        // One code stands in two rows.
        let row = |index: usize| {
            let kind = if index % 2 == 0 { "public" } else { "private" };
            format!("H{},Clinic-{index},{kind},{index}\n", index.max(1))
        };
        let rows: String = (0..count).map(row).collect();
        assert_eq!(roles(&format!("code,name,kind,beds\n{rows}")), expected, "{count} rows");
        assert_eq!(roles(&format!("Code,Name,kind,beds\n{rows}")), expected, "{count} rows");
    }
    let text = "row,col,code,name,tier,group\n1,x,a b,,A,K\n2,1,,A,B,L\n99,2,H3,A,C,K\n";
    let expected = [
        GuessedRole::Row,
        GuessedRole::Column,
        GuessedRole::Code,
        GuessedRole::Name,
        class(&["A", "B", "C"]),
        GuessedRole::OtherClass(2),
    ];
    assert_eq!(roles(text), expected);
    assert_eq!(roles("name,n\nA1,1\nA2,2\n")[0], GuessedRole::Name, "it could be the code too");
    assert_eq!(roles("code,code\na,x\nb,y\n"), [GuessedRole::Code, GuessedRole::Other]);
}

#[test]
fn a_code_that_stands_twice_is_told_of_its_column() {
    let told = |text: &str, expected: &str| {
        let remarks = guess(text).remarks();
        assert!(remarks.iter().any(|remark| remark.text == expected), "{expected} is not in {remarks:?}");
    };
    told(
        "code,name,kind\n1,A b,x\n1,C d,y\n,E f,x\n",
        "column \"code\": code, by its name; it must be another in each row, but 2 rows have no code, or repeat an earlier one",
    );
    let twice = "id,city,kind,size\n1,Alpha,x,3\n1,Beta,y,4\n2,Gamma,x,5\n";
    told(
        twice,
        "column \"id\": code, by its name; it must be another in each row, but 1 row has no code, or repeats an earlier one",
    );
    assert_eq!(roles(twice)[1], GuessedRole::Name, "no other column can hold the names");
    assert_eq!(
        roles("编码,医院,等级,床位\nH1,甲院,一级,3\nH1,乙院,二级,4\nH3,丙院,一级,\n")[0],
        GuessedRole::Code
    );
    let rows: String =
        (0..20).map(|index| format!("K{},Town {index},{},{index}\n", index.max(1), index % 2)).collect();
    assert_eq!(roles(&format!("key,town,kind,size\n{rows}"))[0], GuessedRole::Code, "unique but for one");
    told(
        &format!("key,town,kind,size\n{rows}"),
        "column \"key\": code; it must be another in each row, but 1 row has no code, or repeats an earlier one",
    );
    let other = "id,iso,city,kind\n1,AA,Alpha,x\n1,BB,Beta,y\n2,CC,Gamma,x\n";
    assert_eq!(roles(other)[1..3], [GuessedRole::Code, GuessedRole::Name]);
    told(other, "column \"iso\": code, which must be another in each row");
}

#[test]
fn more_classes_than_a_dataset_may_have_are_told() {
    let rows: String = (0..15).map(|index| format!("c{index},t{index}\n")).collect();
    let guess = guess(&format!("code,tier\n{rows}"));
    assert!(matches!(guess.columns[1].role, GuessedRole::Class(_)));
    let remarks = guess.remarks();
    assert!(
        remarks.iter().any(|remark| remark.text.starts_with("column \"tier\": class, more than the 12")),
        "{remarks:?}"
    );
}

#[test]
fn what_only_a_person_can_know_stays_empty_and_is_told() {
    let guess =
        guess("code;name;类别;GDP\n350102;鼓楼区;一类;1,5\n350103;台江区;二类;2\n350104;仓山区;一类;3\n");
    let descriptor = guess.descriptor("data/my \"counties\".csv", "gb18030");
    for line in [
        r#""name": "my-counties""#,
        r#""languages": ["zh-Hans"]"#,
        r#""title": """#,
        r#""sources": [{ "title": "", "publisher": "", "path": "" }]"#,
        r#""licenses": [{ "name": "", "path": "" }]"#,
        r#""path": "data/my \"counties\".csv""#,
        r#""encoding": "gb18030""#,
        r#""dialect": { "delimiter": ";" }"#,
        r#"{ "value": "一类", "label": "一类" }"#,
        r#""unit": "", "aggregate": "median", "decimalChar": "," }"#,
    ] {
        assert!(descriptor.contains(line), "{line} is not in {descriptor}");
    }
    assert!(!descriptor.contains("HOST") && !descriptor.contains("$schema"), "no address that leads nowhere");
    let remarks = guess.remarks();
    let told = |kind: RemarkKind| remarks.iter().filter(|remark| remark.kind == kind).count();
    assert_eq!((told(RemarkKind::Guessed), told(RemarkKind::FillIn), told(RemarkKind::LeftOut)), (6, 7, 0));
}

#[test]
fn of_two_columns_that_capitals_tell_apart_the_reader_knows_one() {
    let descriptor = guess("Code,code,Name,name\nx,1,Alpha,5\ny,2,Beta,6\n").descriptor("a.csv", "utf-8");
    for name in ["code", "name"] {
        let field = format!(r#"{{ "name": "{name}", "type": "string", "role": "{name}" }}"#);
        assert!(descriptor.contains(&field), "{descriptor}");
    }
    assert_eq!(descriptor.matches("\"role\"").count(), 2, "{descriptor}");
}

#[test]
fn classes_that_capitals_tell_apart_have_labels_of_their_own() {
    let rows = "1,A,public\n2,B,Public\n3,C,by_law\n4,D,public\n5,E,Public\n6,F,by_law\n";
    let descriptor = guess(&format!("code,name,kind\n{rows}")).descriptor("a.csv", "utf-8");
    for (value, label) in [("public", "public"), ("Public", "Public"), ("by_law", "By law")] {
        let category = format!(r#"{{ "value": "{value}", "label": "{label}" }}"#);
        assert!(descriptor.contains(&category), "{descriptor}");
    }
}

#[test]
fn languages_of_columns_are_those_that_a_dataset_may_have() {
    for (column, expected) in [
        ("name@zh-Hans", &["en", "zh-Hans"][..]),
        ("name@fr", &["en", "fr"]),
        ("name@old?", &["en"]),
        ("name@en-GB", &["en"]),
    ] {
        let text = format!("code,name,{column},kind\nA,Alpha,x,k\nB,Beta,y,l\n");
        assert_eq!(guess(&text).languages, expected, "{column}");
    }
}

#[test]
fn the_language_of_names_is_guessed_by_their_script() {
    for (name, expected) in [("鼓楼区", "zh-Hans"), ("鼓樓區", "zh-Hant"), ("Gulou", "en")] {
        let text = format!("code,name\na,{name}\nb,{name}1\n");
        assert_eq!(guess(&text).languages, [expected]);
    }
}

#[test]
fn nothing_makes_it_stumble() {
    for text in
        ["", "\n", ",", "a", "a,a\n1,2\n", "\"a\n1,2", "a,b\n1\n1,2,3\n", "a.qualifier\n1\n", "@x,x@\n1,2\n"]
    {
        let guess = guess(text);
        assert!(guess.remarks().len() > 4, "{text}");
        assert!(guess.descriptor("a.csv", "UTF-8").ends_with("}\n"));
    }
}

#[test]
fn nothing_is_guessed_of_a_web_page() {
    let guess = guess("\u{FEFF}\n<!DOCTYPE html>\n<title>Sign in, please</title>\n<p>user, password\n");
    assert_eq!((guess.rows, guess.columns.len()), (0, 0));
    assert_eq!(guess.other.map(|(found, _)| found), Some("a web page, or XML"));
}

#[test]
fn what_is_guessed_of_numbers_is_read_as_they_are_written() {
    for (cells, expected) in [
        (["83.000.000", "67.000.000"], [83e6, 67e6]),
        (["1.204.000", "3,5"], [1_204_000.0, 3.5]),
        (["1.204.000", "1e5"], [1_204_000.0, 1e5]),
        (["54,571", "1,204,000"], [54_571.0, 1_204_000.0]),
        (["1 204", "7"], [1_204.0, 7.0]),
        (["1\u{a0}204,5", "7"], [1_204.5, 7.0]),
        (["1'204.5", "7"], [1_204.5, 7.0]),
    ] {
        let [one, other] = cells;
        let table = format!("code;name;class;v\na;Aa;x;{one}\nb;Bb;y;{other}\nc;Cc;y;\n");
        let descriptor = guess(&table).descriptor("t.csv", "UTF-8").replace(r#": """#, r#": "rank""#);
        let blanks = [r#", "path": "rank""#, r#""path": "rank","#, r#""edition": "rank","#];
        let descriptor = blanks.iter().fold(descriptor, |text, blank| text.replace(blank, ""));
        let mut reading = crate::Reading::new("d", descriptor.as_bytes());
        reading.feed(0, table.as_bytes());
        let report = reading.finish();
        let package = report.package.unwrap_or_else(|| panic!("{descriptor} {:#?}", report.problems));
        assert_eq!(package.columns[0].values[..2], expected, "{cells:?}");
    }
}

#[test]
fn a_column_that_is_called_a_class_is_one_though_no_word_stands_again() {
    let text = "code,name,kind,beds\nH1,General Hospital,public,812\nH2,Lake Clinic,private,74\n";
    assert_eq!(
        roles(text),
        [GuessedRole::Code, GuessedRole::Name, class(&["public", "private"]), number(None, None)]
    );
    // By another name it may as well be another name.
    let text = text.replace("kind", "owner");
    assert!(!roles(&text).iter().any(|role| matches!(role, GuessedRole::Class(_))));
    let said = guess(&text).remarks().into_iter().map(|remark| remark.text).collect::<Vec<_>>();
    let why =
        "the field with the role tier: no column has 2 to 12 different words, fewer than there are rows";
    assert!(said.iter().any(|text| text == why), "{said:?}");
}
