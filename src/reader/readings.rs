//! How the characters of names and subjects are read aloud, for the build: pinyin without tones.

use std::collections::BTreeMap;

use county_chains_data::dataset::Dataset;
use pinyin::ToPinyinMulti;

use super::record::kept;

/// Each syllable and the characters that are read so, both in order. A character with several readings stands
/// under each, rare ones too: who types one of them finds the place all the same.
pub(crate) fn readings(dataset: &Dataset) -> Vec<(&'static str, &'static str)> {
    let subjects = dataset.facts.iter().map(|fact| fact.subject.zh_hans);
    let names = dataset.counties.iter().map(|county| county.name.zh_hans);
    let names = names.chain(dataset.prefectures.iter().map(|city| city.name.zh_hans));
    let mut found: BTreeMap<String, Vec<char>> = BTreeMap::new();
    for character in subjects.chain(names).flat_map(str::chars) {
        for reading in character.to_pinyin_multi().into_iter().flatten() {
            for syllable in typed(reading.plain()) {
                found.entry(syllable).or_default().push(character);
            }
        }
    }
    found
        .into_iter()
        .map(|(syllable, mut characters)| {
            characters.sort_unstable();
            characters.dedup();
            (kept(&syllable), kept(&characters.into_iter().collect::<String>()))
        })
        .collect()
}

/// A syllable as keyboards have it: ü is typed as v, and as u where people take it for that.
fn typed(syllable: &str) -> Vec<String> {
    let mut forms = vec![syllable.replace('ü', "v"), syllable.replace('ü', "u")];
    forms.dedup();
    forms.retain(|form| form.bytes().all(|byte| byte.is_ascii_lowercase()));
    forms
}
