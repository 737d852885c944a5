//! Times the pure code without a page around it: reading the dataset, a chart as it first stands, a change of the filter,
//! a picture. `cargo bench --bench core`, or `make bench` with all the rest; `cargo bench --bench core -- filter` times a part.

// criterion writes the function that runs a group.
#![allow(missing_docs, reason = "nobody reads documents of a bench")]

use std::hint::black_box;

use county_chains::chart::{ChartKind, poster};
use county_chains::dataset::{self, Dataset};
use county_chains::language::Language;
use county_chains::locale::Locale;
use county_chains::paint::{live, static_svg};
use county_chains::theme::LIGHT;
use county_chains::widget::{self, Action, Environment, Mode, State};
use county_chains::word::Keyword;
use criterion::{Criterion, criterion_group, criterion_main};

/// As wide as an article.
const WIDTH: f64 = 760.0;

/// A page in English that is as wide as an article.
fn environment(mode: Mode) -> Environment {
    Environment {
        width: WIDTH,
        dark: false,
        mode,
        wide_font: false,
        can_share: false,
        language: Language::En,
        base: "https://example.org/".to_owned(),
        src: String::new(),
        indexes: None,
    }
}

/// A chart as a page first shows it.
fn shown(dataset: &Dataset, chart: ChartKind) -> State {
    State { chart, ..State::of(dataset) }
}

/// What the page would be told: the whole widget as markup.
fn markup(dataset: &Dataset, state: State) -> String {
    live(&widget::view(dataset, state, &environment(Mode::Live)), None).markup()
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("dataset");
    group.bench_function("all of it", |bench| bench.iter(|| black_box(dataset::embedded())));
    group.bench_function("what every chart needs", |bench| bench.iter(|| black_box(dataset::outline())));
    group.finish();
}

fn views(criterion: &mut Criterion) {
    let dataset = dataset::embedded();
    let page = environment(Mode::Live);
    let mut group = criterion.benchmark_group("view");
    for chart in ChartKind::offered(&dataset) {
        let state = shown(&dataset, chart);
        group.bench_function(chart.word(), |bench| {
            bench.iter(|| black_box(widget::view(&dataset, state.clone(), &page)));
        });
    }
    group.finish();
}

/// A reader presses the chip of the first tier of the map: what each step of that takes.
fn filter(criterion: &mut Criterion) {
    let dataset = dataset::embedded();
    let page = environment(Mode::Live);
    let Some(first) = dataset.tiers.first() else { return };
    let press = Action::Toggle(first.code.to_owned());
    let state = shown(&dataset, ChartKind::Map);
    let pressed = widget::apply(state.clone(), &dataset, &press);
    let view = widget::view(&dataset, pressed.clone(), &page);
    let tree = live(&view, None);
    let mut group = criterion.benchmark_group("filter of the map");
    group.bench_function("state", |bench| {
        bench.iter(|| black_box(widget::apply(state.clone(), &dataset, &press)));
    });
    group.bench_function("view", |bench| {
        bench.iter(|| black_box(widget::view(&dataset, pressed.clone(), &page)));
    });
    group.bench_function("node tree", |bench| bench.iter(|| black_box(live(&view, None))));
    group.bench_function("markup", |bench| bench.iter(|| black_box(tree.markup())));
    group.bench_function("all", |bench| {
        bench.iter(|| markup(&dataset, widget::apply(state.clone(), &dataset, &press)));
    });
    group.finish();
}

/// What a file takes, without the terminal.
fn picture(criterion: &mut Criterion) {
    let dataset = dataset::embedded();
    let page = environment(Mode::Static);
    let mut group = criterion.benchmark_group("picture");
    for chart in [ChartKind::Tiers, ChartKind::Map] {
        let state = shown(&dataset, chart);
        group.bench_function(chart.word(), |bench| {
            bench.iter(|| {
                let context = widget::context(&dataset, &state, &page);
                let credits = widget::credits(&context, &state, &page);
                let scene = poster(chart, &context, WIDTH, None);
                black_box(static_svg(&scene, &LIGHT, Locale::of(Language::En), &credits))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, reading, views, filter, picture);
criterion_main!(benches);
