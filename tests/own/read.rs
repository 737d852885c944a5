//! What is read of datasets without mistakes.

use county_chains_data::dataset::FactValue;
use county_chains_data::quantity::Qualifier;
use county_chains_data::tier::Tier;
use county_chains_package::{Aggregate, Direction, Formula, Origin, Package};

use crate::support::{descriptor, faults, lines, read, read_folder, read_table};

fn package(folder: &str) -> Package {
    let report = read_folder(folder);
    report.package.as_ref().cloned().unwrap_or_else(|| panic!("{:#?}", lines(&report)))
}

#[test]
fn the_example_is_read_whole() {
    let package = package("example");
    assert_eq!((package.name, package.version), ("countries-by-income", "2023"));
    assert_eq!((package.title.en, package.title.zh_hant), ("Countries by income group", "各收入组的国家"));
    assert_eq!(package.entity.after(1.0, county_chains_data::language::Language::En), "country");
    assert!(package.classes.ordered);
    let shorts: Vec<&str> = package.classes.list.iter().map(|class| class.short.zh_hans).collect();
    assert_eq!(shorts, ["H", "UM", "LM", "L"]);
    let ids: Vec<&str> = package.indicators.iter().map(|indicator| indicator.id).collect();
    assert_eq!(ids, ["population", "gdp_pcap", "life_expectancy", "gdp"]);
    let income = &package.indicators[1];
    assert_eq!((income.noun.symbol, income.decimals, income.direction), ("$", Some(0), Direction::Up));
    assert_eq!(income.aggregate, Aggregate::Mean("population"));
    let gdp = &package.indicators[3];
    assert_eq!(
        (gdp.origin, gdp.formula),
        (Origin::Derived, Some(Formula::Product("gdp_pcap", "population")))
    );
    let albania = package.entities.iter().position(|entity| entity.code == "ALB").unwrap();
    let entity = &package.entities[albania];
    assert_eq!(
        (entity.name.en, entity.name.zh_hans, entity.tier),
        ("Albania", "阿尔巴尼亚", Some(Tier::at(1)))
    );
    // Rows and columns of the file begin with 1.
    assert_eq!(entity.place(), Some((14, 8)));
    let values: Vec<f64> = package.columns.iter().map(|column| column.values[albania]).collect();
    assert_eq!(values, [2811655.0, 17991.0, 79.6]);
    assert_eq!(package.stories.len(), 1);
    assert_eq!(package.notes[0].zh_hans, "收入组为Gapminder所列的世界银行分组。");
}

#[test]
fn our_own_data_are_read_as_anybodys() {
    let report = read_folder("fujian");
    assert_eq!(lines(&report), [""; 0]);
    let package = report.package.unwrap();
    assert_eq!((package.entities.len(), package.facts.len(), package.groups.len()), (84, 177, 9));
    assert_eq!(package.groups[0].name.en, "Fuzhou");
    let printed = &package.printed;
    let share =
        printed.iter().find(|cell| cell.class == Tier::at(2) && cell.indicator == "gdp-share").unwrap();
    assert_eq!((share.value, share.fact), (51.1, "tier3.share"));
    let growth = printed.iter().find(|cell| cell.class == Tier::at(1) && cell.indicator == "growth");
    assert!(growth.is_none(), "a gap is no zero");
    let fact = package.facts.iter().find(|fact| fact.id == "tier2.growth").unwrap();
    assert_eq!((fact.value.clone(), fact.qualifier), (FactValue::None, Qualifier::NotGiven));
    assert!(fact.is_figure);
    let texts = package.facts.iter().filter(|fact| matches!(fact.value, FactValue::Text(_)));
    assert_eq!(texts.count(), 2, "9+1 and 1 in 3");
    let share = package.indicators.iter().find(|indicator| indicator.id == "county-share").unwrap();
    assert_eq!(share.formula, Some(Formula::PartOfWhole("counties")));
}

#[test]
fn missing_values_and_qualifiers_keep_their_meaning() {
    let field = r#"{"name":"v","type":"number","bareNumber":false,
        "missingValues":["",{"value":"n/a","label":"not asked","label@zh-Hans":"未调查"}]}"#;
    let table = "code,name,class,v,v.qualifier\n1,A,x,5,\n2,B,y,n/a,\n3,C,x,约7,\n4,D,y,,not given\n5,E,,9,provisional\n6,F,x,<3,\n";
    let report = read_table(field, "", table.as_bytes());
    let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
    let column = &package.columns[0];
    let values: Vec<Option<f64>> =
        column.values.iter().map(|value| (!value.is_nan()).then_some(*value)).collect();
    assert_eq!(values, [Some(5.0), None, Some(7.0), None, Some(9.0), Some(3.0)]);
    use Qualifier as Is;
    let expected = [Is::Exact, Is::Exact, Is::About, Is::NotGiven, Is::Provisional, Is::LessThan];
    assert_eq!(column.qualifiers, expected);
    assert_eq!(column.gaps.len(), 1);
    let gap = column.gaps[0];
    assert_eq!((gap.entity, column.missing[gap.reason as usize].label.zh_hans), (1, "未调查"));
    assert_eq!(package.entities[4].tier, None);
    assert_eq!((package.classes.list[0].short.en, package.classes.list[1].label.en), ("1", "y"));
}

#[test]
fn numbers_of_json_are_read_as_json_writes_them() {
    let data = [
        r#"[["code","name","class","v"],["1","A","x",1.234],["2","B","y","1.234"],["3","C","x",-2.5e1]]"#,
        r#"[{"code":"1","name":"A","class":"x","v":1.234},{"code":"2","name":"B","class":"y","v":"1.234"},
            {"code":"3","name":"C","class":"x","v":-2.5e1}]"#,
    ];
    let characters = [
        (r#""decimalChar":",","groupChar":".""#, 1234.0),
        (r#""groupChar":"2""#, 1.234),
        (r#""decimals":1"#, 1.234),
    ];
    for (data, (characters, of_text)) in data.iter().flat_map(|data| characters.map(|one| (data, one))) {
        let fields = format!(r#"{{"name":"v","type":"number",{characters}}}"#);
        let text = descriptor(&fields, "").replace(r#""path":"e.csv""#, &format!(r#""data":{data}"#));
        let report = read(text.as_bytes(), &|_| None);
        let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
        assert_eq!(package.columns[0].values, [1.234, of_text, -25.0], "{characters}");
    }
    let facts = r#"{"name":"facts","data":[["id","quote","value"],["f","q",1.5],["g","q","1,5"]],
        "schema":{"fields":[{"name":"value","decimalChar":","}]}},"#;
    let text = descriptor("", "").replace(r#""resources":["#, &format!(r#""resources":[{facts}"#));
    let report = read(text.as_bytes(), &|_| Some(b"code,name,class\n1,A,x\n2,B,y\n".to_vec()));
    let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
    let values: Vec<&FactValue> = package.facts.iter().map(|fact| &fact.value).collect();
    assert_eq!(values, [&FactValue::Number(1.5), &FactValue::Number(1.5)]);
}

#[test]
fn places_of_facts_are_whole_numbers() {
    let text =
        descriptor("", "").replace(r#""resources":["#, r#""resources":[{"name":"facts","path":"f.csv"},"#);
    let of = |place: &str| {
        read(text.as_bytes(), &|path| {
            let facts = format!("id,quote,statement,place\nf,q,s,{place}\n");
            let table = "code,name,class\n1,A,x\n2,B,y\n";
            Some(if path == "f.csv" { facts } else { table.to_owned() }.into_bytes())
        })
    };
    for (place, expected) in [
        ("", 0),
        ("3", 3),
        ("p. 7", 7),
        ("p7", 7),
        ("Page 12", 12),
        ("¶4", 4),
        ("第3段", 3),
        ("第 3 页", 3),
        ("5頁", 5),
    ] {
        let report = of(place);
        let package = report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report)));
        assert_eq!(package.facts[0].paragraph, expected, "{place}");
    }
    for place in ["3a", "A3", "12-14", "12–14", "1.5", "-3", "0", "99999999999", "3 and 7", "ii", "3,4,"] {
        let told = faults(&of(&format!("\"{place}\"")));
        assert_eq!(told, ["type-error 2:4"], "{place}");
    }
}

#[test]
fn a_column_without_a_role_is_not_read_whatever_its_name() {
    let table = b"code,name,class,group,short,v\n1,One,x,G,O,5\n2,Two,y,H,T,6\n";
    let unused = |name: &str, kind: &str| format!(r#"{{"name":"{name}","type":"{kind}","role":"none"}}"#);
    let of = |fields: &str| {
        let report = read_table(fields, "", table);
        report.package.as_ref().cloned().unwrap_or_else(|| panic!("{:#?}", lines(&report)))
    };
    let by_name = of(r#"{"name":"v","type":"integer"}"#);
    assert_eq!((by_name.groups.len(), by_name.entities[0].short.en, by_name.indicators.len()), (2, "O", 1));
    let fields =
        ["group", "short"].map(|name| unused(name, "string")).join(",") + "," + &unused("v", "integer");
    let without = of(&fields);
    assert_eq!((without.groups.len(), without.entities[0].short.en, without.indicators.len()), (0, "One", 0));
    let text = descriptor("", "");
    for name in ["code", "name"] {
        let field = format!(r#"{{"name":"{name}","type":"string"}}"#);
        let report =
            read(text.replace(&field, &unused(name, "string")).as_bytes(), &|_| Some(table.to_vec()));
        assert_eq!(faults(&report), ["role-missing 3:90"], "{name}");
    }
}
