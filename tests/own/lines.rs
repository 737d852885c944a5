//! Where lines of pictures break: not between a figure and its unit, where that leaves room.

use county_chains::chart::ChartKind;
use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::own;
use county_chains::scene::Label;
use county_chains::widget::State;
use county_chains::word::Keyword;

use crate::charts::{WIDTHS, drawn};
use crate::picture::placed;
use crate::support::{lines, read};

fn museums(unit: &str) -> Dataset {
    let descriptor = format!(
        r#"{{ "name": "museums", "title": "Museums", "entity": {{ "one": "museum", "many": "museums" }},
        "languages": ["en", "zh-Hans"], "sources": [{{ "title": "Made up" }}], "licenses": [{{ "name": "CC0-1.0" }}],
        "units": [{{ "name": "u", "many": "{unit}" }}], "resources": [{{ "name": "entities", "path": "museums.csv",
        "schema": {{ "fields": [
          {{ "name": "code", "type": "string" }}, {{ "name": "name", "type": "string" }},
          {{ "name": "kind", "type": "string", "role": "tier", "categories": ["Art", "History", "Nature"] }},
          {{ "name": "visits", "type": "number", "title": "Visits", "unit": "u", "period": "2023", "aggregate": "sum" }}
        ] }} }}] }}"#
    );
    let rows = "code,name,kind,visits\n1,Rare Books,History,4\n2,Coins,History,135.4\n3,Strait,Art,-18.25\n\
        4,Trees,Nature,96\n5,Stones,Nature,14.65\n";
    let report = read(descriptor.as_bytes(), &|_| Some(rows.as_bytes().to_vec()));
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

#[test]
fn no_line_of_a_picture_ends_between_a_figure_and_its_unit() {
    for unit in ["m", "× 10,000 visits", "years"] {
        let dataset = museums(unit);
        let first = unit.split(' ').next().unwrap();
        for chart in ChartKind::offered(&dataset) {
            for (width, language) in
                WIDTHS.into_iter().flat_map(|width| Language::ALL.map(|language| (width, language)))
            {
                let state = State { chart, ..State::of(&dataset) };
                let shapes = placed(&drawn(&dataset, &state, language, width));
                let words = shapes.iter().filter(|shape| shape.key.is_empty());
                let labels: Vec<&Label> = words.filter_map(|shape| shape.label()).collect();
                // Lines of a paragraph begin under each other.
                let pairs = labels.windows(2).filter(|pair| pair[0].at.x == pair[1].at.x);
                for pair in pairs.map(|pair| [&pair[0].content, &pair[1].content]) {
                    let is_unit = |text: &str| {
                        let rest = text.strip_prefix(first);
                        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                    };
                    let is_apart = pair[0].ends_with(|last: char| last.is_ascii_digit()) && is_unit(pair[1]);
                    let case = format!("{} {} {width} {unit}", chart.word(), language.tag());
                    assert!(!is_apart && !pair[0].ends_with('×'), "{case}: {pair:?}");
                    assert!(!pair[0].contains('\u{E000}'), "{case}: {pair:?}");
                }
            }
        }
    }
}
