//! The dataset: sourced facts, the tiers and their indicators, the counties and where they stand.

pub use county_chains_data::dataset::*;

use self::chart_texts::{chart_texts, is_together};
use crate::codec::Decoder;
use crate::embedded::{CHARTS, MAP, OUTLINE, SHARES, TEXTS, TIERS};

/// The dataset that travels inside the program: Fujian, edition 2024, GDP of 2023.
pub fn embedded() -> Dataset {
    let mut whole = outline();
    for read in [read_texts, read_tiers, read_shares, read_map, read_charts] {
        read(&mut whole);
    }
    whole
}

/// The same without what facts say in words, and without what is said of single charts.
pub fn outline() -> Dataset {
    let mut outline = Dataset::EMPTY;
    self::encoding::dataset(&mut Decoder::new(OUTLINE), &mut outline);
    outline
}

/// Adds what facts say in words.
#[part::of(texts)]
pub fn read_texts(dataset: &mut Dataset) {
    self::texts::texts(&mut Decoder::new(TEXTS), dataset);
}

/// Adds what is said of the chart `tiers`.
#[part::of(tiers)]
pub fn read_tiers(dataset: &mut Dataset) {
    read_chart(TIERS, dataset, "tiers");
}

/// Adds what is said of the chart `shares`.
#[part::of(shares)]
pub fn read_shares(dataset: &mut Dataset) {
    read_chart(SHARES, dataset, "shares");
}

/// Adds what is said of the chart `map`.
#[part::of(map)]
pub fn read_map(dataset: &mut Dataset) {
    read_chart(MAP, dataset, "map");
}

/// Adds the texts of all other charts.
#[part::of(charts)]
pub fn read_charts(dataset: &mut Dataset) {
    let texts = &mut Decoder::new(CHARTS);
    self::phrases::phrases(texts, dataset);
    chart_texts(texts, dataset, &is_together);
}

#[part::of(core)]
fn read_chart(text: &'static str, dataset: &mut Dataset, word: &str) {
    chart_texts(&mut Decoder::new(text), dataset, &|chart| chart == word);
}

#[cfg(test)]
mod tests {
    use county_chains_reader::{FILES, read};

    #[test]
    fn what_the_build_wrote_is_what_the_files_say() {
        let files = read(&FILES).unwrap();
        assert_eq!(format!("{:?}", super::embedded()), format!("{files:?}"));
    }
}
