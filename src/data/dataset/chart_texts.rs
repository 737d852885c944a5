//! What the dataset says of charts. Each part of the program that has charts brings the texts of these, so that a page loads none
//! of a chart that it does not show.

use super::model::Dataset;
use crate::codec::Codec;

/// The charts that have a part of the program each. All others share one.
pub const ALONE: [&str; 3] = ["tiers", "shares", "map"];

/// Whether a chart is one of those that share a part.
pub fn is_together(chart: &str) -> bool {
    !chart.is_empty() && !ALONE.contains(&chart)
}

/// Reads or writes the texts of the charts that `is_theirs` names by their words, and the notes under these charts and their
/// tables.
pub fn chart_texts<T: Codec>(codec: &mut T, dataset: &mut Dataset, is_theirs: &dyn Fn(&str) -> bool) {
    for story in dataset.stories.iter_mut().filter(|story| is_theirs(story.chart)) {
        for text in story.chart_texts() {
            codec.localized(text);
        }
    }
    for remark in &mut dataset.remarks {
        if remark.charts.iter().chain(&remark.tables).any(|chart| is_theirs(chart)) {
            codec.localized(&mut remark.text);
        }
    }
}
