//! The list of a table that is too long for a page: its rows are those of the whole table, found and sorted as that would be.

use std::fmt::Write;

use county_chains::chart::strip::{Listing, ROW, Window, list_of, with_subject};
use county_chains::chart::{ChartContext, ChartKind, Layout, Table};
use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::own;
use county_chains::paint::{chart_csv, chart_text};
use county_chains::tier::{Tier, TierSet};
use county_chains::widget::{State, credits};

use crate::picture::environment;
use crate::support::{lines, read_table};

const ROWS: usize = 2100;

/// Many have equal names and values, some no value, some no class.
fn dataset() -> Dataset {
    let mut table = String::from("code,name,class,income,income.qualifier\n");
    for row in 0..ROWS {
        let class = ["x", "y", ""][row * 7 % 5 % 3];
        let income = if row % 23 == 0 { String::new() } else { (row * row % 173).to_string() };
        let given = ["", "", "about", "", "more than"][row % 5];
        let given = if income.is_empty() { "" } else { given };
        writeln!(
            table,
            "C{row},{} Entity {},{class},{income},{given}",
            ["North", "South’s"][row % 2],
            row * 31 % 997
        )
        .unwrap();
    }
    let field = r#"{"name":"income","type":"number","title":"Income"}"#;
    let report = read_table(field, "", table.as_bytes());
    own::dataset(report.package.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(&report))))
}

fn context(dataset: &Dataset) -> ChartContext<'_> {
    ChartContext::of(dataset, Locale::about(dataset, Language::En), Layout::whole(760.0))
}

/// The whole table.
fn whole(context: &ChartContext<'_>) -> Table {
    let table = ChartKind::Strip.chart().listed(context, 0..usize::MAX).unwrap();
    assert_eq!(table.rows.len(), ROWS);
    table
}

/// The keys of a listing that is made in slices of so many rows.
fn listed(
    context: &ChartContext<'_>,
    search: &str,
    sort: Option<(usize, bool)>,
    slice: usize,
) -> Vec<String> {
    let mut listing = Listing::begin(search, sort);
    with_subject(context, &mut |_, subject| while listing.push(subject, Language::En, slice) {});
    let entities: Vec<usize> = (0..listing.count()).map(|row| listing.entity(row).unwrap()).collect();
    assert_eq!(listing.entity(entities.len()), None);
    let found = list_of(context, &entities, entities.len(), !search.is_empty()).unwrap();
    assert_eq!(found.count.starts_with("Found: "), !search.is_empty());
    found.table.rows.iter().map(|row| row.key.text()).collect()
}

fn keys(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.key.text()).collect()
}

#[test]
fn a_list_in_slices_has_the_order_of_the_whole_table_sorted_at_once() {
    let dataset = dataset();
    let context = context(&dataset);
    assert_eq!(listed(&context, "", None, 100), keys(&whole(&context)));
    for column in 1..=5 {
        for falling in [false, true] {
            let mut expected = whole(&context);
            if column == 3 {
                // Classes have an order of their own; those without one come last.
                let place = |tier: Option<Tier>| tier.map_or(usize::MAX, Tier::index);
                expected.rows.sort_by_key(|row| place(row.tier));
                if falling {
                    expected.rows.sort_by_key(|row| std::cmp::Reverse(place(row.tier)));
                }
            } else {
                expected.sort(column, falling);
            }
            for slice in [1, 100, 1000, usize::MAX] {
                let found = listed(&context, "", Some((column, falling)), slice);
                assert_eq!(found, keys(&expected), "column {column}, falling {falling}, slices of {slice}");
            }
        }
    }
}

#[test]
fn what_is_found_has_all_words_in_its_name_or_code() {
    let dataset = dataset();
    let context = context(&dataset);
    for (search, words) in [
        ("entity 99", &["entity", "99"][..]),
        ("  SOUTHS c2", &["souths", "c2"]),
        ("north  Ｃ１１１", &["north", "c111"]),
        ("nothing of this", &["nothing"]),
    ] {
        let mut expected = whole(&context);
        expected.rows.retain(|row| {
            let texts = [0, 1].map(|cell| row.cells[cell].text().to_lowercase().replace('’', ""));
            words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
        });
        assert_eq!(listed(&context, search, None, 77), keys(&expected), "{search}");
        expected.sort(4, true);
        assert_eq!(listed(&context, search, Some((4, true)), 77), keys(&expected), "{search}");
    }
}

#[test]
fn a_window_shows_what_is_in_sight_and_each_row_can_be_brought_there() {
    for rows in [0, 1, 5, 12, 40, 1000, 100_000, 1_000_000] {
        for view in [200.0, 432.0, 700.0] {
            let height = Window::of(rows, view, 0.0);
            let height = height.above + height.count as f64 * ROW + height.below;
            let end = (height - view).max(0.0);
            let mut seen = 0;
            let step = (end / 977.0).clamp(1.0, ROW);
            let mut tops: Vec<f64> =
                (0..2000).map(|index| f64::from(index) * step).filter(|top| *top < end).collect();
            tops.extend((0..40).map(|index| end * f64::from(index) / 40.0));
            tops.push(end);
            tops.sort_by(f64::total_cmp);
            for top in tops {
                let Window { first, count, above, below } = Window::of(rows, view, top);
                assert!(first + count <= rows && count < 60 && above >= 0.0 && below >= 0.0);
                assert!((above + count as f64 * ROW + below - height).abs() < 1e-6, "{rows} {view} {top}");
                assert!(first >= seen, "rows go back");
                seen = first;
                let place = if end > 0.0 { top / end } else { 0.0 } * (rows as f64 - view / ROW).max(0.0);
                let shown = first as f64 + (top - above) / ROW;
                assert!((shown - place).abs() < 1.5, "{rows} {view} {top}: {shown} in place of {place}");
                let bottom = above + count as f64 * ROW;
                assert!(
                    above <= top + 1e-6 && bottom >= (top + view).min(height) - 1e-6,
                    "{rows} {view} {top}: {above}…{bottom}"
                );
            }
            let last = Window::of(rows, view, end);
            assert_eq!((last.first + last.count, last.below), (rows, 0.0));
            assert_eq!(Window::of(rows, view, end + 500.0), last);
            // From one row to the next, at each place, nothing is left out.
            let one = end / (rows as f64 - view / ROW).max(1.0);
            for part in [0.0, 0.3, 0.999] {
                let at = |step: f64| {
                    let top = (part * (rows as f64 - 30.0).max(0.0) + step) * one;
                    let Window { first, above, .. } = Window::of(rows, view, top);
                    first as f64 + (top - above) / ROW
                };
                let moved = at(11.0) - at(10.0);
                assert!(moved < 2.0, "{rows} {view} {part}: {moved} rows at once");
            }
        }
    }
}

#[test]
fn a_file_has_all_entities_or_those_of_the_selection_and_the_table_sums_them_up() {
    let dataset = dataset();
    let context = context(&dataset);
    let page = environment(Language::En, 760.0);
    let state = State { chart: ChartKind::Strip, ..State::of(&dataset) };
    let file = |context: &ChartContext<'_>, selected| {
        chart_csv(ChartKind::Strip, context, selected, &credits(context, &state, &page))
    };
    let all = file(&context, false);
    assert_eq!(all.lines().filter(|line| line.contains(" Entity ")).count(), ROWS);
    assert_eq!(all.lines().next(), Some("\u{FEFF}Name,Code,Class,Income,Given as"));
    assert!(all.contains("South’s Entity 31,C1,No class,1,"));
    let one = ChartContext { tiers: TierSet::only(Tier::at(0)), ..context };
    let kept = whole(&one).rows.iter().filter(|row| row.kept).count();
    assert!(kept < ROWS);
    assert_eq!(file(&one, true).lines().filter(|line| line.contains(" Entity ")).count(), kept);
    assert_eq!(file(&one, false).lines().filter(|line| line.contains(" Entity ")).count(), ROWS);
    assert_eq!(ChartKind::Strip.chart().table(&context).rows.len(), 3);
    let copied = chart_text(ChartKind::Strip, &context, &credits(&context, &state, &page));
    assert!(copied.starts_with("Name\tCode\tClass\tIncome\tGiven as\n"));
    assert_eq!(copied.lines().filter(|line| line.contains(" Entity ")).count(), ROWS);
}
