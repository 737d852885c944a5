//! What is kept of a dataset from one drawing to the next: it changes nothing that is shown.

use std::fmt::Write;

use county_chains::chart::strip::{self, Indexes};
use county_chains::chart::{ChartContext, ChartKind, Layout};
use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::own;
use county_chains::package::Reading;
use county_chains::tier::{Tier, TierSet};

use crate::support::{descriptor, lines, read_table};

/// So many entities that they are shapes, in two classes and in none; `more` are more rows.
fn many(more: &str) -> Dataset {
    let report = read_table(INCOME, "", table(more).as_bytes());
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

const INCOME: &str = r#"{"name":"income","type":"number","title":"Income"}"#;

fn table(more: &str) -> String {
    let mut table = String::from("code,name,class,income\n");
    for row in 0..5000_u32 {
        let class = ["x", "y", ""][(row * 7 % 5 % 3) as usize];
        let income = if row % 40 == 0 { String::new() } else { (row * row % 9973 + 10).to_string() };
        writeln!(table, "C{row},Entity {row},{class},{income}").unwrap();
    }
    table + more
}

/// All that the chart says.
fn told(context: &ChartContext<'_>) -> String {
    let chart = ChartKind::Strip.chart();
    let (headline, scene) = (chart.headline(context), chart.draw(context));
    format!("{headline:?} {scene:?} {:?} {:?}", chart.notes(context), chart.table(context))
}

#[test]
fn an_index_that_is_kept_changes_nothing() {
    // One that is far off leaves the others in one column.
    let dataset = many("C5000,The largest,x,90000000\n");
    let indexes = Indexes::new();
    for width in [360.0, 760.0, 1000.0] {
        for is_live in [true, false] {
            for tiers in [dataset.all_tiers(), TierSet::only(Tier::at(1)), TierSet::NONE] {
                let context =
                    ChartContext::of(&dataset, Locale::about(&dataset, Language::En), Layout::whole(width));
                let fresh = ChartContext { is_live, tiers, ..context };
                let kept = ChartContext { indexes: Some(&indexes), ..fresh };
                // Some are made in slices, some at once, some are there.
                if width > 400.0 {
                    assert_eq!(strip::prepare(&kept, 700), tiers == dataset.all_tiers());
                    while strip::prepare(&kept, 700) {}
                }
                assert_eq!(told(&kept), told(&fresh), "{width} {is_live} {tiers:?}");
            }
        }
    }
}

#[test]
fn still_pictures_have_wider_columns() {
    let dataset = many("");
    let context = ChartContext::of(&dataset, Locale::about(&dataset, Language::En), Layout::whole(760.0));
    let size =
        |is_live| format!("{:?}", ChartKind::Strip.chart().draw(&ChartContext { is_live, ..context })).len();
    assert!(size(false) + 2000 < size(true), "{} {}", size(false), size(true));
}

#[test]
fn a_code_leads_to_its_entity_and_others_to_none() {
    // The file has them in another order.
    let dataset = many("A1,One more,x,7\n");
    for (place, county) in dataset.counties.iter().enumerate() {
        assert_eq!(dataset.county_place(county.code), Some(place));
    }
    for code in ["", "A", "A2", "C", "C5000", "D"] {
        assert_eq!(dataset.county(code).map(|county| county.code), None, "{code}");
    }
    assert_eq!(dataset.county_order.len(), dataset.counties.len());
}

#[test]
fn room_that_is_made_for_rows_changes_nothing() {
    let table = table("");
    let read = |expected: usize| {
        let mut reading = Reading::new("datapackage.json", descriptor(INCOME, "").as_bytes());
        for piece in table.as_bytes().chunks(9_000) {
            reading.expect(0, expected);
            reading.feed(0, piece);
        }
        reading.finish().package.unwrap()
    };
    let package = read(0);
    for expected in [table.len(), 20_000, usize::MAX] {
        assert_eq!(format!("{:?}", read(expected)), format!("{package:?}"));
    }
    // It fits, so that nothing has to move.
    let capacity = read(table.len()).entities.capacity();
    assert!((5000..6000).contains(&capacity) && package.entities.capacity() > 8000, "{capacity}");
}
