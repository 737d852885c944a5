//! What a figure leaves out is told with it, by number and by name.

use county_chains::chart::ChartKind;

use crate::sentences::{Made, said};

#[test]
fn the_spread_counts_those_with_a_value_where_one_without_a_class_has_none() {
    let table = |last| {
        let rows = format!("code,name,kind,beds\n1,One,p,10\n2,Two,s,20\n3,Three,o,40\n4,Four,,{last}\n");
        Made { rows: rows.leak(), ..Made::EMPTY }.dataset()
    };
    let summaries = |last| said(&table(last), ChartKind::Strip, "").map(|said| said[1].clone());
    let [english, chinese] = summaries("");
    assert!(english.starts_with("3 schools with a value. Lowest: One, 10 beds."), "{english}");
    assert!(chinese.starts_with("共3所学校有数据"), "{chinese}");
    let [english, _] = summaries("50");
    assert!(english.starts_with("4 schools. Lowest"), "{english}");
    // Of some classes the chart does not speak of those without one.
    let [part, _] = said(&table(""), ChartKind::Strip, "p,s");
    assert!(part[1].starts_with("Primary and Secondary: 2 schools; lowest"), "{part:?}");
}
