//! The words of charts that the dataset brings along: those of the charts of the white paper, and notes.

use crate::chart::{ChartContext, Marker, Note};
use crate::dataset::{Dataset, FactValue, Phrase};
use crate::language::Localized;

/// What a chart gives to its texts: places and what stands there.
pub(super) type Given = [(&'static str, String)];

/// The words of a chart in the language of its context.
pub(super) struct Words<'c, 'a> {
    context: &'c ChartContext<'a>,
    chart: &'static str,
}

/// The words of the chart with this word.
pub(super) fn words<'c, 'a>(context: &'c ChartContext<'a>, chart: &'static str) -> Words<'c, 'a> {
    Words { context, chart }
}

impl<'a> Words<'_, 'a> {
    fn phrases(&self) -> impl Iterator<Item = &'a Phrase> + use<'a> {
        let (dataset, chart) = (self.context.dataset, self.chart);
        dataset.phrases.iter().filter(move |phrase| phrase.chart == chart)
    }

    /// The text with this key.
    pub(super) fn get(&self, key: &str) -> &'static str {
        self.of(key, "")
    }

    /// The text with this key for an item of the chart.
    pub(super) fn of(&self, key: &str, item: &str) -> &'static str {
        let found = self.find(key, item);
        debug_assert!(found.is_some(), "the dataset has no such phrase");
        found.unwrap_or_default()
    }

    /// The same where an item need not have it.
    pub(super) fn find(&self, key: &str, item: &str) -> Option<&'static str> {
        let found = self.phrases().find(|phrase| phrase.key == key && phrase.item == item);
        found.map(|phrase| phrase.text.get(self.context.locale.language))
    }

    /// Every text with this key in order, each after its item.
    pub(super) fn each(&self, key: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<'a> {
        let (key, language) = (key.to_owned(), self.context.locale.language);
        let phrases = self.phrases().filter(move |phrase| phrase.key == key);
        phrases.map(move |phrase| (phrase.item, phrase.text.get(language)))
    }

    /// The texts with this key for these items.
    pub(super) fn array<const N: usize>(&self, key: &str, items: [&str; N]) -> [&'static str; N] {
        items.map(|item| self.of(key, item))
    }

    /// The text with this key and its figures: those that the chart gives, and those of the dataset.
    pub(super) fn tell(&self, key: &str, given: &Given) -> String {
        self.tell_of(key, "", given)
    }

    /// The same for an item of the chart.
    pub(super) fn tell_of(&self, key: &str, item: &str, given: &Given) -> String {
        let found = self.phrases().find(|phrase| phrase.key == key && phrase.item == item);
        self.fill(found.map_or(Localized::EMPTY, |phrase| phrase.text), given)
    }

    fn fill(&self, text: Localized, given: &Given) -> String {
        let given: Vec<(&str, &str)> = given.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.context.tell(text, &given)
    }

    /// The notes. What stands before one is its item.
    pub(super) fn notes(&self, given: &Given) -> Vec<Note> {
        let note = |phrase: &Phrase| {
            let marker = if phrase.item == "derived" { Marker::Derived } else { Marker::None };
            Note::new(marker, self.fill(phrase.text, given))
        };
        self.phrases().filter(|phrase| phrase.key == "note").map(note).collect()
    }
}

/// Whether the dataset has all of these facts. A figure that the source leaves out is none to draw.
pub(super) fn has_facts(dataset: &Dataset, ids: &[&str]) -> bool {
    ids.iter().all(|id| dataset.fact(id).is_some_and(|fact| !fact.is_figure || fact.value != FactValue::None))
}
