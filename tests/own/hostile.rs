//! Bytes that were made to harm, or by mistake.

use county_chains_package::Reading;

use crate::support::{descriptor, errors, faults, lines, read, read_table};

const VALUE: &str = r#"{"name":"v","type":"number"}"#;

fn of_descriptor(text: &[u8]) -> Vec<String> {
    faults(&read(text, &|_| Some(b"code,name,class\n1,A,x\n2,B,y\n".to_vec())))
}

fn of_table(table: &str) -> Vec<String> {
    faults(&read_table(VALUE, "", table.as_bytes()))
}

#[test]
fn descriptors_that_are_no_json_are_told_at_their_place() {
    for (text, expected) in [
        ("", "json-syntax 1:1"),
        ("\u{feff}", "json-syntax 1:1"),
        ("[]", "type-error 1:1"),
        ("<!doctype html><title>Sign in</title>", "source-type 1:1"),
        ("PK\u{3}\u{4}", "source-type 1:1"),
        ("{\n \"a\": 1,\n}", "json-syntax 2:8"),
        ("{\n \"a\": \"x\ny\"}", "json-syntax 2:9"),
        ("{\"a\":\u{a0}1}", "json-syntax 1:6"),
        ("{} // no", "json-syntax 1:4"),
        ("{\"a\": 01}", "json-syntax 1:8"),
        ("{\"a\": NaN}", "json-syntax 1:7"),
    ] {
        assert_eq!(of_descriptor(text.as_bytes()), [expected], "{text:?}");
    }
    assert_eq!(of_descriptor(b"{\n\"\xff\"}"), ["encoding 2:2"]);
}

#[test]
fn nesting_does_not_exhaust_the_stack() {
    for unit in ["[", "{\"a\":", "[{\"\":"] {
        let text = unit.repeat(10_000_000 / unit.len());
        assert_eq!(faults(&Reading::new("datapackage.json", text.as_bytes()).finish()).len(), 1);
    }
    let deep = |levels: usize| {
        let open = "[".repeat(levels - 1);
        let close = "]".repeat(levels - 1);
        descriptor("", "").replacen("\"title\":", &format!("\"custom\":{open}{close},\"title\":"), 1)
    };
    assert_eq!(of_descriptor(deep(32).as_bytes()), [""; 0]);
    assert!(of_descriptor(deep(33).as_bytes())[0].starts_with("json-depth"));
}

#[test]
fn one_run_tells_all_strange_texts() {
    let text = descriptor("", "").replace(
        r#""title":"Test""#,
        r#""title":"a\ud800","title@zh-Hans":"b\udc00c","edition":"{x}","version":"\u202eb","a":1e999,"b":"\ud83d\ude00""#,
    );
    let mut codes: Vec<String> = of_descriptor(text.as_bytes());
    codes.iter_mut().for_each(|code| code.truncate(code.find(' ').unwrap()));
    assert_eq!(codes, ["json-surrogate", "json-surrogate", "text-control", "text-control", "json-number"]);
}

#[test]
fn names_of_prototypes_are_names_like_others() {
    let text = descriptor("", "").replace(r#""title":"#, r#""__proto__":{"x":1},"constructor":1,"title":"#);
    assert_eq!(of_descriptor(text.as_bytes()), [""; 0]);
    assert_eq!(of_table("code,name,class,v\n__proto__,A,x,1\nconstructor,B,y,2\n"), ["identifier 2:1"]);
}

#[test]
fn large_things_are_refused() {
    let long = "x".repeat(10_000_000);
    let text = descriptor("", "").replace("\"Test\"", &format!("\"{long}\""));
    let told = of_descriptor(text.as_bytes());
    assert_eq!(told, ["too-large 1:1", "text-too-long 1:24"]);
    assert_eq!(of_table(&format!("code,name,class,v\n1,{long},x,1\n")), ["text-too-long 2:2"]);
    let rows = "1,A,x,1\n".repeat(3_000);
    let report = read_table(VALUE, "", format!("code,name,class,v\n{rows}").as_bytes());
    assert_eq!((errors(&report).len(), report.omitted), (1_000, 1_999), "all codes are the same");
    let rows = ",,,\n".repeat(1_001) + "1,A,x,x5\n";
    let report = read_table(VALUE, "", format!("code,name,class,v\n{rows}").as_bytes());
    assert_eq!(
        (faults(&report), report.omitted),
        (vec!["type-error 1003:4".to_owned()], 1),
        "blank rows hide no error"
    );
    let facts =
        descriptor("", "").replace(r#""resources":["#, r#""resources":[{"name":"facts","path":"f.csv"},"#);
    let rows: String = (0..10_001).map(|id| format!("{id},1,q\n")).collect();
    let report = read(facts.as_bytes(), &|path| match path {
        "f.csv" => Some(format!("id,value,quote\n{rows}").into_bytes()),
        _ => Some(b"code,name,class\n1,A,x\n2,B,y\n".to_vec()),
    });
    assert_eq!(faults(&report), ["too-many-rows 10002:1"]);
    let text = vec![b' '; (64 << 20) + 1];
    assert_eq!(faults(&Reading::new("datapackage.json", &text).finish()), ["too-large 1:1"]);
}

#[test]
fn files_that_are_no_tables_are_told_as_such() {
    for (table, expected) in [
        ("", "no-rows 1:0"),
        ("\u{feff}", "no-rows 1:0"),
        ("code,name,class,v\n", "no-rows 1:0"),
        ("<html><body>Please sign in</body></html>", "source-type 1:0"),
        ("PK\u{3}\u{4}xl/worksheets", "source-type 1:0"),
        ("Table 1: hospitals,,,\ncode,name,class,v\n1,A,x,1\n", "title-row 1:0"),
        ("code;name;class;v\n1;A;x;1\n", "delimiter 1:0"),
        ("code\tname\tclass\tv\n1\tA\tx\t1\n", "delimiter 1:0"),
        ("code,name,class,v\n1,A\"B,x,1\n2,B,y,2\n", "stray-quote 2:2"),
        ("code,name,class,v\n1,\"A,x,1\n2,B,y,2\n", "unclosed-quote 2:2"),
        ("code,name,class\n1,A,x\n2,B,y\n", "missing-label 1:0"),
        ("code,name,class,v,\n1,A,x,1,\n", "blank-label 1:5"),
        ("code,name,class,v\n1,A,x,-Infinity\n", "number-range 2:4"),
        ("code,name,class,v\n1,A,x,1e308\n", "number-range 2:4"),
    ] {
        assert_eq!(of_table(table), [expected], "{table:?}");
    }
}

#[test]
fn order_of_columns_and_odd_lines_change_nothing() {
    let expected = format!("{:?}", read_table(VALUE, "", b"code,name,class,v\n1,A,x,-0\n2,B,y,7\n").package);
    for table in [
        "v,class,name,code\n-0,x,A,1\n7,y,B,2\n",
        "\u{feff}code,name,class,v\r\n1,A,x,-0\r\n2,B,y,7",
        "code,name,class,v\r1,A,x,-0\r\r2,B,y,7\r",
        "\n\ncode,name,class,v,more\n1,\" A \",x,0,?\n\n2,\"B\",y, 7 ,?\n",
        "code,name,class,v\n1,A,x,-0\n2,B,y,7.00000000000000000000\n,,,\n",
    ] {
        let report = read_table(VALUE, "", table.as_bytes());
        assert_eq!(format!("{:?}", report.package), expected, "{table:?} {:#?}", lines(&report));
    }
}

#[test]
fn paths_stay_below_the_descriptor() {
    for path in [
        "../e.csv",
        "a/../e.csv",
        "/e.csv",
        "//host/e.csv",
        "https://host/e.csv",
        "data:text/csv,a",
        "a\\\\e.csv",
        "%2e%2e/e.csv",
        "",
        ".",
        "a//b.csv",
        "e.csv?x",
        "e.csv#x",
    ] {
        let text = descriptor("", "").replace("e.csv", path);
        let reading = Reading::new("datapackage.json", text.as_bytes());
        assert_eq!(reading.wanted(), [], "{path}");
        assert!(faults(&reading.finish())[0].starts_with("bad-path"), "{path}");
    }
    let text = descriptor("", "").replace("e.csv", "表/2024.v1/e.csv");
    assert_eq!(Reading::new("datapackage.json", text.as_bytes()).wanted()[0].path, "表/2024.v1/e.csv");
}
