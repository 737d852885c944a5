//! Writes the tape. Only the build does: the program carries no writer.

use super::model::Dataset;
use super::tape::{CONVERTED, Characters, Tape, converted, dataset, kept};
use crate::language::Localized;

/// Writes a tape.
#[derive(Default)]
pub(crate) struct Writer {
    lines: String,
    pairs: Vec<(&'static str, &'static str)>,
    table: Characters,
}

impl Writer {
    /// `dataset` as a tape: once over it for the table of characters, once more to write.
    pub(crate) fn write(whole: &Dataset) -> String {
        let mut whole = whole.clone();
        let mut first = Writer::default();
        dataset(&mut first, &mut whole);
        let table = characters(&first.pairs);
        let (from, to): (String, String) = table.iter().copied().unzip();
        let mut writer = Writer { table, lines: format!("{from}\n{to}\n"), pairs: Vec::new() };
        dataset(&mut writer, &mut whole);
        writer.lines
    }
}

impl Tape for Writer {
    fn pass(&mut self, given: impl FnOnce() -> String) -> &'static str {
        let text = given();
        self.lines.push_str(&text);
        self.lines.push('\n');
        kept(text)
    }

    fn localized(&mut self, text: &mut Localized) {
        let Localized { mut zh_hans, mut zh_hant, mut en } = *text;
        self.pairs.push((zh_hans, zh_hant));
        if !zh_hans.is_empty() && converted(zh_hans, &self.table) == zh_hant {
            zh_hant = CONVERTED;
        }
        self.text(&mut zh_hans);
        self.text(&mut zh_hant);
        self.text(&mut en);
    }
}

/// For each character that the pairs of texts write differently, the form they give it most often.
fn characters(pairs: &[(&'static str, &'static str)]) -> Characters {
    let mut votes: Vec<(char, char, usize)> = Vec::new();
    for (hans, hant) in pairs.iter().filter(|(hans, hant)| hans.chars().count() == hant.chars().count()) {
        for (from, to) in hans.chars().zip(hant.chars()) {
            match votes.iter_mut().find(|vote| (vote.0, vote.1) == (from, to)) {
                Some(vote) => vote.2 += 1,
                None => votes.push((from, to, 1)),
            }
        }
    }
    votes.sort_by_key(|(from, to, count)| (*from, std::cmp::Reverse(*count), *to));
    votes.dedup_by_key(|vote| vote.0);
    votes.into_iter().filter(|(from, to, _)| from != to).map(|(from, to, _)| (from, to)).collect()
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::dataset::Dataset;
    use crate::dataset::reader::{FILES, read};

    #[test]
    fn what_the_build_wrote_is_what_the_files_say() {
        let files = read(&FILES).unwrap();
        assert_eq!(format!("{:?}", Dataset::embedded()), format!("{files:?}"));
        assert_eq!(Writer::write(&Dataset::embedded()), Writer::write(&files));
    }
}
