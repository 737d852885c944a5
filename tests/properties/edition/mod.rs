//! Next year's edition of the report is a matter of files: a made-up one draws all charts, by the laws of all pictures.

mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use county_chains::chart::{ChartKind, FilterEffect, poster};
use county_chains::dataset::{Dataset, TierBasis};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{dataset_json, live, static_svg, table_csv, table_text, twin_code};
use county_chains::scene::{Mark, MarkKey, Scene, Shape};
use county_chains::theme::{DARK, LIGHT, Role, THEMES};
use county_chains::tier::TierSet;
use county_chains::widget::{self, Detail, Environment, Mode, State, View, drop_unknown};
use county_chains::word::Keyword;
use county_chains_reader::read;

use super::picture::{DESIGN_WIDTHS, SMALLEST};
use super::support::{self, CHARTS, environment, outside, overlaps, placed, wrong_numbers};

static EDITION: LazyLock<Dataset> = LazyLock::new(|| match read(&files::files()) {
    Ok(dataset) => dataset,
    Err(problems) => panic!("{problems:#?}"),
});

fn edition() -> &'static Dataset {
    &EDITION
}

fn state(chart: ChartKind) -> State {
    State { chart, ..State::of(edition()) }
}

fn view(state: &State, page: &Environment) -> View {
    widget::view(edition(), state.clone(), page)
}

/// The chart on its own and in the widget.
fn both(state: &State, page: &Environment) -> [Scene; 2] {
    let context = widget::context(edition(), state, page);
    [poster(state.chart, &context, page.width, None), view(state, page).scene]
}

fn picture(chart: ChartKind, language: Language, width: f64) -> Scene {
    view(&state(chart), &environment(language, width)).scene
}

fn mark<'a>(scene: &'a Scene, key: &str) -> &'a Mark {
    scene.marks().find(|mark| mark.key.text() == key).unwrap_or_else(|| panic!("no mark {key}"))
}

/// The texts of a picture.
fn texts(scene: &Scene) -> Vec<String> {
    let texts =
        placed(scene).into_iter().filter_map(|shape| shape.label().map(|label| label.content.clone()));
    texts.collect()
}

/// Every chart, in every indicator it shows, and in the first of them under filters.
fn looks() -> Vec<State> {
    let mut looks = Vec::new();
    let tiers = edition().all_tiers();
    let sets: Vec<TierSet> =
        [tiers, TierSet::NONE].into_iter().chain(tiers.iter().map(TierSet::only)).collect();
    for chart in CHARTS.iter() {
        let ids: Vec<&str> = edition().indicators.iter().map(|indicator| indicator.id).collect();
        let ids = if *chart == ChartKind::Tiers { &ids[..] } else { &ids[..1] };
        let answers = chart.chart().filter_effect() != FilterEffect::Disabled;
        for (index, indicator) in ids.iter().enumerate() {
            for tiers in if answers && index == 0 { &sets[..] } else { &sets[..1] } {
                looks.push(State { indicator, tiers: *tiers, ..state(*chart) });
            }
        }
    }
    looks
}

#[test]
fn it_has_what_every_chart_draws() {
    assert_eq!((edition().tiers.len(), edition().counties.len()), (5, 84));
    assert_eq!(state(ChartKind::Tiers).charts, *CHARTS);
    let supported: Vec<ChartKind> =
        CHARTS.iter().copied().filter(|kind| kind.is_supported(edition())).collect();
    assert_eq!(supported, *CHARTS);
    for fact in support::dataset().facts.iter().filter(|fact| fact.value.number().is_some()) {
        let new = edition().fact(fact.id).unwrap();
        let kept = ["tiers.four_types_quote", "paths.count"];
        assert!(new.value != fact.value || kept.contains(&fact.id), "{} is still {:?}", fact.id, fact.value);
    }
}

#[test]
fn its_pictures_keep_the_laws_of_all_pictures() {
    let mut found: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    for state in looks() {
        for (language, width) in
            Language::ALL.into_iter().flat_map(|language| DESIGN_WIDTHS.map(|width| (language, width)))
        {
            for scene in both(&state, &environment(language, width)) {
                let small = placed(&scene).into_iter().filter(|shape| {
                    shape.label().is_some_and(|label| label.size < SMALLEST || label.content.contains('{'))
                });
                let mut faults: Vec<String> =
                    small.map(|shape| format!("small or torn: {}", shape.told())).collect();
                faults.extend(wrong_numbers(&scene));
                faults.extend(outside(&scene));
                faults.extend(overlaps(&scene));
                for fault in faults {
                    let case = format!("{} {} {}", state.chart.word(), state.indicator, language.tag());
                    found.entry(format!("{case}: {fault}")).or_default().insert(width as i64);
                }
            }
        }
    }
    let found: Vec<String> =
        found.into_iter().map(|(fault, widths)| format!("at {widths:?} {fault}")).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_mark_has_its_card() {
    for chart in CHARTS.iter() {
        for language in Language::ALL {
            let page = Environment { mode: Mode::Live, ..environment(language, 760.0) };
            for mark in picture(*chart, language, 760.0).marks() {
                let mut chosen = match mark.key {
                    MarkKey::County(code) => State { county: Some(code), ..state(*chart) },
                    key => State { mark: Some(key.text()), ..state(*chart) },
                };
                assert_eq!(drop_unknown(&mut chosen, edition()), [], "{}", mark.key.text());
                let view = view(&chosen, &page);
                let told = match &view.detail {
                    Some(Detail::County(card)) => {
                        [&card.name, &card.basis].iter().all(|text| !text.is_empty())
                    }
                    Some(Detail::Source(card)) => !card.title.is_empty() && !card.facts.is_empty(),
                    None => false,
                };
                assert!(told, "{} {}", mark.key.text(), language.tag());
                assert!(live(&view, None).markup().contains("part=\"card\""));
            }
        }
    }
}

#[test]
fn its_files_are_whole_in_every_language_and_theme() {
    for (chart, language) in CHARTS.iter().flat_map(|chart| Language::ALL.map(|language| (*chart, language)))
    {
        let locale = Locale::of(language);
        for (theme, width) in THEMES.iter().flat_map(|theme| DESIGN_WIDTHS.map(|width| (theme, width))) {
            let page = Environment { dark: theme.name == DARK.name, ..environment(language, width) };
            let state = state(chart);
            let context = widget::context(edition(), &state, &page);
            let credits = widget::credits(&context, &state, &page);
            let [poster, _] = both(&state, &page);
            let svg = static_svg(&poster, theme, locale, &credits);
            roxmltree::Document::parse(&svg).unwrap();
            assert_eq!(svg.contains(&theme.color(Role::Ink).to_string()), !texts(&poster).is_empty());
            let twin = twin_code(&view(&state, &page), theme, false);
            let table = chart.chart().table(&context);
            let rows = twin.matches("<tr").count();
            let expected = 1 + table.rows.len() + table.footer.len();
            assert_eq!(rows, expected, "{} {}", chart.word(), language.tag());
            assert_eq!(table.rows.len() + table.footer.len(), chart.chart().rows(&context).len());
            let csv = table_csv(&table, false, locale, &credits);
            for text in [&svg, &twin, &csv, &table_text(&table, locale, &credits)] {
                let torn = ["{", "NaN", "undefined"].into_iter().find(|torn| text.contains(torn));
                assert_eq!(torn, None, "{} {} {}", chart.word(), language.tag(), theme.name);
            }
            let lines = csv::ReaderBuilder::new().flexible(true).from_reader(csv.as_bytes()).into_records();
            assert!(lines.map(Result::unwrap).count() > table.rows.len());
        }
    }
    assert_eq!(dataset_json(edition())["tiers"].as_array().unwrap().len(), 5);
    assert_ne!(LIGHT.color(Role::Ink).to_string(), DARK.color(Role::Ink).to_string());
}

/// How wide the marks of a role are that a mark draws.
fn drawn_width(mark: &Mark, role: Role) -> f64 {
    let widths = mark.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { frame, ink, .. } if ink.fill == Some(role) => Some(frame.width),
        _ => None,
    });
    widths.sum()
}

/// How many rectangles a mark draws that have this fill.
fn count(mark: &Mark, role: Role) -> usize {
    let counts = mark.shapes.iter().map(|shape| match shape {
        Shape::Rects { frames, ink } if ink.fill == Some(role) => frames.len(),
        _ => 0,
    });
    counts.sum()
}

#[test]
fn the_fifth_tier_has_a_bar_a_share_and_a_tile() {
    let [fourth, fifth] = ["4", "5"].map(|code| edition().tier_of(code).unwrap());
    let bars = picture(ChartKind::Tiers, Language::En, 760.0);
    let width = |tier, key: &str| drawn_width(mark(&bars, key), Role::Tier(tier));
    let ratio = width(fifth, "tier:5") / width(fourth, "tier:4");
    assert!((ratio - 3000.0 / 4400.0).abs() < 0.01, "{ratio}");
    assert!(mark(&bars, "tier:5").name.contains("¥300 billion"), "{}", mark(&bars, "tier:5").name);
    let shares = picture(ChartKind::Shares, Language::En, 760.0);
    let segment = mark(&shares, "tier:5:counties");
    assert!(segment.name.contains("10.7%") && segment.name.contains('9'), "{}", segment.name);
    let map = picture(ChartKind::Map, Language::En, 760.0);
    assert!(drawn_width(mark(&map, "county:350527"), Role::Tier(fifth)) > 0.0);
    assert!(!texts(&map).iter().any(|text| text.contains("not included")));
    let known = edition().counties.iter().filter(|county| county.basis == TierBasis::Named).count();
    let headline = view(&state(ChartKind::Map), &environment(Language::En, 760.0)).headline;
    assert!(headline.heading.contains(&format!("{known} of 84")), "{}", headline.heading);
}

#[test]
fn seven_ones_stand_in_the_order_of_their_counts() {
    let rows = [
        ("taskforce", 84),
        ("experts", 84),
        ("plan", 77),
        ("platform", 69),
        ("policy", 66),
        ("fund", 65),
        ("training", 52),
    ];
    for (language, width) in Language::ALL.into_iter().flat_map(|one| DESIGN_WIDTHS.map(|width| (one, width)))
    {
        let scene = picture(ChartKind::SixOnes, language, width);
        let keys: Vec<String> = scene.marks().map(|mark| mark.key.text()).collect();
        assert_eq!(keys, rows.map(|(key, _)| format!("six-ones:{key}")));
        for (key, has) in rows {
            let mark = mark(&scene, &format!("six-ones:{key}"));
            assert_eq!(count(mark, Role::Accent), has, "{key}");
            assert!(mark.name.contains("84"), "{}", mark.name);
        }
        // No count of the old edition is left.
        let told = texts(&scene).join(" ");
        let words = told.split(|character: char| !character.is_ascii_digit());
        let old: Vec<&str> = words.filter(|word| ["83", "71", "62", "61", "60"].contains(word)).collect();
        assert_eq!(old, [""; 0], "{told}");
    }
    let card = view(
        &State { mark: Some("timeline:six-ones".to_owned()), ..state(ChartKind::Timeline) },
        &Environment { mode: Mode::Live, ..environment(Language::ZhHans, 760.0) },
    );
    let Some(Detail::Source(card)) = card.detail else { panic!("no card") };
    assert_eq!(card.facts.iter().filter(|fact| fact.id.starts_with("sixones.")).count(), 7);
}

#[test]
fn the_other_charts_draw_the_new_figures() {
    let clusters = picture(ChartKind::Clusters, Language::En, 760.0);
    let squares = |kind: &str| {
        let marks =
            clusters.marks().filter(|mark| matches!(mark.key, MarkKey::Piece(_, of, _) if of == kind));
        let squares = [Role::Accent, Role::Unknown].map(Some);
        let is_square =
            |shape: &&Shape| matches!(shape, Shape::Rect { ink, .. } if squares.contains(&ink.fill));
        marks.map(|mark| mark.shapes.iter().filter(is_square).count()).sum::<usize>()
    };
    assert_eq!(["national-advanced", "national-sme", "provincial-sme"].map(squares), [3, 19, 46]);
    assert_eq!(count(mark(&clusters, "clusters:coverage"), Role::Ink), 49);
    let market = picture(ChartKind::Market, Language::ZhHans, 760.0);
    assert_eq!(count(mark(&market, "market:over-100bn"), Role::Accent), 18);
    // 84 × 95% = 79.8 ≈ 80, of which 18 are tall.
    assert_eq!(count(mark(&market, "market:over-10bn"), Role::Accent2), 62);
    let headline = |chart, language| view(&state(chart), &environment(language, 760.0)).headline;
    let heading = headline(ChartKind::Market, Language::En).heading;
    assert!(heading.starts_with("19 counties generate over 65%"), "{heading}");
    assert!(headline(ChartKind::Timeline, Language::En).heading.ends_with("in 2023, to the 2025 edition"));
    assert!(headline(ChartKind::Timeline, Language::En).summary.contains("27 to 28 months"));
    let timeline = picture(ChartKind::Timeline, Language::En, 760.0);
    assert!(mark(&timeline, "timeline:edition").name.starts_with("end of December 2025"));
    assert!(mark(&timeline, "timeline:first").name.starts_with("September 2023"));
    let paths = picture(ChartKind::Paths, Language::En, 760.0);
    assert_eq!(paths.marks().count(), 5);
    let facts = headline(ChartKind::Facts, Language::En).heading;
    assert!(facts.contains(&edition().facts.len().to_string()), "{facts}");
    assert_eq!(edition().facts.len(), support::dataset().facts.len() + 7);
}

#[test]
fn no_chart_says_the_old_year_or_the_old_number_of_counties() {
    for (chart, language) in CHARTS.iter().flat_map(|chart| Language::ALL.map(|language| (*chart, language)))
    {
        // The list of facts quotes them, as it does the first edition.
        if chart == ChartKind::Facts {
            continue;
        }
        let state = state(chart);
        let page = environment(language, 360.0);
        let view = view(&state, &page);
        let notes = view.notes.iter().map(|note| note.text.clone());
        let said = [view.headline.heading.clone(), view.headline.summary.clone(), view.table.caption.clone()];
        let mut said: Vec<String> = said.into_iter().chain(notes).chain(texts(&view.scene)).collect();
        said.extend(view.scene.marks().map(|mark| mark.name.clone()));
        for text in said {
            let mut words = text.split(|character: char| !character.is_ascii_digit());
            assert!(!words.any(|word| word == "83"), "{} {}: {text}", chart.word(), language.tag());
            // Where the other four tiers are meant, four is right.
            let text = text.replace("另外四个类别", "").replace("另外四個類別", "");
            let old = ["六个一", "六個一", "ix ones", "四个类别", "四個類別", "four tiers"];
            assert!(!old.iter().any(|old| text.contains(old)), "{} {}: {text}", chart.word(), language.tag());
        }
    }
}
