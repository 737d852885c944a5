//! What the dataset says of charts. Each chart has a part of the program, which brings its texts, so that a page loads none of a
//! chart that it does not show.

use super::model::Dataset;
use super::narration::Phrase;
use crate::codec::Codec;

/// Reads or writes the texts of the chart with this word: its stories, the notes under it and its table, and its phrases.
pub fn chart_texts<T: Codec>(codec: &mut T, dataset: &mut Dataset, chart: &'static str) {
    for story in dataset.stories.iter_mut().filter(|story| story.chart == chart) {
        for text in story.chart_texts() {
            codec.localized(text);
        }
    }
    for remark in &mut dataset.remarks {
        if remark.charts.contains(&chart) || remark.tables.contains(&chart) {
            codec.localized(&mut remark.text);
        }
    }
    phrases(codec, &mut dataset.phrases, chart);
}

/// How the text of the chart with this word goes on after [`chart_texts`], if it does: with what it says of facts. These must have
/// come before.
pub fn of_facts<T: Codec>(chart: &str) -> Option<fn(&mut T, &mut Dataset)> {
    match chart {
        "facts" => Some(marks),
        "paths" => Some(statements),
        _ => None,
    }
}

/// Reads or writes which marks draw the facts.
pub fn marks<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    codec.column(&mut dataset.facts, |codec, fact| codec.text(&mut fact.mark));
}

/// Reads or writes what the facts about the paths state, and their quotes.
pub fn statements<T: Codec>(codec: &mut T, dataset: &mut Dataset) {
    for fact in dataset.facts.iter_mut().filter(|fact| fact.topic == "paths") {
        codec.localized(&mut fact.statement);
        codec.text(&mut fact.quote);
    }
}

/// Those of all charts stand in the order in which they have been read.
fn phrases<T: Codec>(codec: &mut T, all: &mut Vec<Phrase>, chart: &'static str) {
    let (mut phrases, others): (Vec<Phrase>, Vec<Phrase>) =
        std::mem::take(all).into_iter().partition(|phrase| phrase.chart == chart);
    *all = others;
    codec.reserve(&mut phrases, || Phrase::EMPTY);
    phrases.iter_mut().for_each(|phrase| phrase.chart = chart);
    codec.column(&mut phrases, |codec, phrase| codec.text(&mut phrase.key));
    codec.column(&mut phrases, |codec, phrase| codec.text(&mut phrase.item));
    codec.localized_columns(&mut phrases, &[|phrase| &mut phrase.text]);
    all.append(&mut phrases);
}
