//! What a reader may do, as words, and what it does to the state.

use super::state::{Panel, Sort, State, ViewKind, words};
use crate::chart::{ChartKind, FilterEffect, drawn_at};
use crate::dataset::Dataset;
use crate::scene::MarkKey;
use crate::tier::TierSet;
use crate::word::Keyword;

words! {
    /// A file to download.
    Saved, "file":
    /// The table of the chart, all rows.
    #[default]
    CsvAll = "csv-all",
    /// The table of the chart, rows of the selection.
    CsvSelection = "csv-selection",
    /// The chart's data with its notes.
    Json = "json",
    /// The picture as a drawing.
    Svg = "svg",
    /// The static twin.
    Html = "html",
    /// The picture as pixels.
    Png = "png",
    /// The same, two pixels for one.
    PngDouble = "png-double",
    /// The same with equal sides, for messages.
    PngSquare = "png-square",
}

words! {
    /// A text to copy.
    Copied, "text":
    /// The address that restores the view.
    #[default]
    Link = "link",
    /// Script and tag.
    Element = "element",
    /// A frame.
    Iframe = "iframe",
    /// The static twin.
    Static = "static",
    /// The citation in the language in use.
    Citation = "citation",
    /// The citation in the other one.
    CitationOther = "citation-other",
    /// The table, for a spreadsheet.
    Table = "table",
}

/// Something a reader does. Controls carry it as a word, so that one listener serves them all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Puts the tier with this word into the selection or takes it out.
    Toggle(String),
    /// Selects the tier with this word alone; the same again selects all.
    Only(String),
    /// Brings all tiers back.
    Reset,
    /// Shows another chart.
    Chart(ChartKind),
    /// Shows another indicator.
    Indicator(String),
    /// Shows another view; the same again shows the chart.
    View(ViewKind),
    /// Selects a mark; the same again clears.
    Mark(String),
    /// Clears what is selected.
    Clear,
    /// Looks for something among the facts.
    Search(String),
    /// Lists the facts of one topic, or of all.
    Topic(String),
    /// Lists all facts found, or all marks that say the same; again, no longer.
    Expand,
    /// Lists what topic and filter hide as well.
    Widen,
    /// Sorts the table by a column, from 1.
    Sort(usize),
    /// Shows a county on the map.
    County(String),
    /// Shows a fact where it is drawn.
    Draw(String),
    /// Opens or closes a panel.
    Panel(Panel),
    /// Takes a file away.
    Save(Saved),
    /// Copies a text.
    Copy(Copied),
    /// Opens the system's own sheet for sharing.
    Share,
}

impl Action {
    /// Reads the word that a control carries: `toggle:1`, `chart:map`.
    pub fn parse(word: &str) -> Option<Action> {
        let (verb, object) = word.split_once(':').unwrap_or((word, ""));
        Some(match verb {
            "toggle" => Action::Toggle(object.to_owned()),
            "reset" => Action::Reset,
            "chart" => Action::Chart(ChartKind::from_word(object)?),
            "indicator" => Action::Indicator(object.to_owned()),
            "view" => Action::View(ViewKind::parse(object).ok()?),
            "clear" => Action::Clear,
            "source" => Action::Mark(object.to_owned()),
            "search" => Action::Search(object.to_owned()),
            "topic" => Action::Topic(object.to_owned()),
            "expand" => Action::Expand,
            "widen" => Action::Widen,
            "sort" => Action::Sort(Sort::parse(object)?.column),
            "county" => Action::County(object.to_owned()),
            "draw" => Action::Draw(object.to_owned()),
            "panel" => Action::Panel(Panel::parse(object).ok()?),
            "save" => Action::Save(Saved::from_word(object)?),
            "copy" => Action::Copy(Copied::from_word(object)?),
            "share" => Action::Share,
            _ => return None,
        })
    }

    /// What choosing the mark with this key does: tiers filter, everything else is selected.
    pub fn of_mark(key: &str) -> Action {
        match MarkKey::parse(key) {
            Some(MarkKey::Tier(code) | MarkKey::Segment(code, _)) => Action::Only(code.to_owned()),
            _ => Action::Mark(key.to_owned()),
        }
    }
}

/// The state after `action`.
pub fn apply(state: State, dataset: &Dataset, action: &Action) -> State {
    let mut next = state;
    let filters = next.chart.chart().filter_effect() != FilterEffect::Disabled;
    match action {
        Action::Toggle(code) if filters => {
            next.tiers = dataset.tier_of(code).map_or(next.tiers, |tier| next.tiers.toggled(tier));
        }
        Action::Only(code) if filters => {
            let only = dataset.tier_of(code).map_or(next.tiers, TierSet::only);
            next.tiers = if next.tiers == only { dataset.all_tiers() } else { only };
        }
        Action::Reset => next.tiers = dataset.all_tiers(),
        Action::Chart(kind) => {
            next.chart = *kind;
            next.view = if next.view == ViewKind::About { ViewKind::Chart } else { next.view };
            next.mark = None;
            next.sort = None;
            next.expanded = false;
        }
        Action::Indicator(id) => {
            next.indicator = dataset.indicator(id).map_or(next.indicator, |indicator| indicator.id);
        }
        Action::View(kind) => {
            next.view = if next.view == *kind { ViewKind::Chart } else { *kind };
            next.panel = None;
        }
        Action::Mark(key) => match MarkKey::parse(key) {
            Some(MarkKey::County(code)) => {
                let chosen = dataset.county(code).map(|county| county.code);
                next.county = chosen.filter(|_| next.county != chosen);
            }
            _ => next.mark = (next.mark.as_ref() != Some(key)).then(|| key.clone()),
        },
        // What opened last closes first.
        Action::Clear if next.panel.is_some() => next.panel = None,
        Action::Clear => {
            next.county = None;
            next.mark = None;
        }
        Action::Search(text) => {
            next.search.clone_from(text);
            next.expanded = false;
            next.county = None;
        }
        Action::Topic(topic) => {
            next.topic = dataset.topics.iter().find(|other| other.key == topic).map_or("", |topic| topic.key);
            next.expanded = false;
        }
        Action::Expand => next.expanded = !next.expanded,
        Action::Widen => {
            next.topic = "";
            next.tiers = dataset.all_tiers();
        }
        Action::Sort(column) => next.sort = Sort::next(next.sort, *column),
        Action::County(code) => {
            next.county = dataset.county(code).map(|county| county.code);
            if next.charts.contains(&ChartKind::Map) {
                next.chart = ChartKind::Map;
                next.mark = None;
            }
        }
        Action::Draw(id) => {
            if let Some(place) = dataset.fact(id).and_then(|fact| drawn_at(dataset, fact)) {
                next.chart = place.chart;
                next.indicator = place.indicator.unwrap_or(next.indicator);
                next.county = place.county.or(next.county);
                next.mark = place.mark.map(MarkKey::text);
                next.sort = None;
            }
        }
        Action::Panel(panel) => next.panel = (next.panel != Some(*panel)).then_some(*panel),
        _ => {}
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset;

    #[test]
    fn the_same_choice_twice_takes_itself_back() {
        let dataset = dataset::embedded();
        let start = State::of(&dataset);
        for action in [
            Action::Toggle("2".to_owned()),
            Action::Only("2".to_owned()),
            Action::View(ViewKind::Table),
            Action::Mark("county:350582".to_owned()),
            Action::Mark("six-ones:fund".to_owned()),
            Action::Panel(Panel::Share),
        ] {
            let once = apply(start.clone(), &dataset, &action);
            assert_ne!(once, start, "{action:?}");
            assert_eq!(apply(once, &dataset, &action), start, "{action:?}");
        }
    }

    #[test]
    fn a_table_is_sorted_by_a_column_that_there_can_be() {
        assert_eq!(Action::parse("sort:2"), Some(Action::Sort(2)));
        assert_eq!(["sort:0", "sort:", "sort:x"].map(Action::parse), [None, None, None]);
    }

    #[test]
    fn a_chart_without_tiers_leaves_the_selection_alone() {
        let dataset = dataset::embedded();
        let state = State { chart: ChartKind::SixOnes, ..State::of(&dataset) };
        assert_eq!(apply(state.clone(), &dataset, &Action::Toggle("1".to_owned())), state);
    }
}
