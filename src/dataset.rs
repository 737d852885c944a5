//! The dataset: sourced facts, the tiers and their indicators, the counties and where they stand.

pub use county_chains_data::dataset::*;

use crate::embedded::{self, OUTLINE, PHRASES, TEXTS};

/// The dataset that travels inside the program: Fujian, edition 2024, GDP of 2023.
pub fn embedded() -> Dataset {
    let mut whole = outline();
    read_texts(&mut whole);
    read_phrases(&mut whole);
    whole
}

/// The same without what facts say in words and the texts of charts that no other dataset can fill: all that the charts of
/// tiers and counties draw from.
pub fn outline() -> Dataset {
    let mut outline = Dataset::EMPTY;
    self::encoding::dataset(&mut embedded::decoder(OUTLINE), &mut outline);
    outline
}

/// Adds what facts say in words.
#[part::of(texts)]
pub fn read_texts(dataset: &mut Dataset) {
    self::texts::texts(&mut embedded::decoder(TEXTS), dataset);
}

/// Adds the texts of charts that no other dataset can fill.
#[part::of(charts)]
pub fn read_phrases(dataset: &mut Dataset) {
    self::phrases::phrases(&mut embedded::decoder(PHRASES), dataset);
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
