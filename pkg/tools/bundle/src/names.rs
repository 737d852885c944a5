//! The names of charts, indicators and tiers: as a module for the gallery and the tests, and as types.

use county_chains::chart::{ChartKind, FilterEffect};
use county_chains::dataset::Dataset;
use county_chains::language::Language;
use county_chains::word::Keyword;

const HEAD: &str = "// Written by the build from the list in src/chart/kinds.rs and from the data.";

/// Words and names of the charts, and words of the indicators, for scripts.
pub(crate) fn module(dataset: &Dataset) -> String {
    let charts = ChartKind::offered(dataset);
    let unfiltered = charts.iter().filter(|kind| kind.chart().filter_effect() == FilterEffect::Disabled);
    let names = Language::ALL.iter().map(|language| {
        let name = |kind: &ChartKind| (kind.word(), dataset.chart_name(kind.word(), *language));
        let names = charts.iter().map(name).map(|(word, name)| format!("{word:?}: {name:?}"));
        format!("  {:?}: {{ {} }},\n", language.tag(), names.collect::<Vec<_>>().join(", "))
    });
    format!(
        "{HEAD}\n\n\
         /** The charts of the built-in data, in the order of the picker. */\nexport const CHARTS = [{}];\n\n\
         /** Charts on which the tier filter does nothing. */\nexport const UNFILTERED = [{}];\n\n\
         /** What the chart `tiers` compares. */\nexport const INDICATORS = [{}];\n\n\
         /** Names of the charts in each language. */\nexport const CHART_NAMES = {{\n{}}};\n",
        quoted(", ", charts.iter().map(|kind| kind.word())),
        quoted(", ", unfiltered.map(|kind| kind.word())),
        quoted(", ", indicators(dataset)),
        names.collect::<String>(),
    )
}

/// The types of these names.
pub(crate) fn types(dataset: &Dataset) -> String {
    let tiers: Vec<String> = (1..=dataset.tiers.len()).map(|number| number.to_string()).collect();
    format!(
        "{HEAD}\n// They need no DOM types, so that programs on a server can use them too.\n\n\
         /** A chart. */\nexport type ChartName = {};\n\n\
         /** What the chart `tiers` compares. */\nexport type IndicatorName = {};\n\n\
         /** A tier, by its number or, in other datasets, also by its word. Tiers are categories and no ranking. */\n\
         export type Tier = {} | (number & {{}}) | (string & {{}});\n",
        quoted(" | ", ChartKind::words()),
        quoted(" | ", indicators(dataset)),
        tiers.join(" | "),
    )
}

fn indicators(dataset: &Dataset) -> impl Iterator<Item = &'static str> {
    dataset.indicators.iter().map(|indicator| indicator.id)
}

fn quoted<'a>(separator: &str, words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(separator)
}
