//! What a reader may do, as words, and what it does to the state.

use super::state::{Panel, State, ViewKind};
use crate::chart::{ChartKind, FilterEffect};
use crate::dataset::Dataset;
use crate::tier::{Tier, TierSet};
use crate::word::Named;

/// A file to take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The table of the chart, all rows.
    CsvAll,
    /// The table of the chart, rows of the selection.
    CsvSelection,
    /// The picture as a drawing.
    Svg,
    /// The picture as pixels.
    Png,
}

/// Something a reader does. Controls carry it as a word, so that one listener serves them all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Puts a tier into the selection or takes it out.
    Toggle(Tier),
    /// Selects one tier; the same again selects all.
    Only(Tier),
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
    /// Opens or closes a panel.
    Panel(Panel),
    /// Takes a file away.
    Save(Saved),
    /// Copies the embed code.
    CopyEmbed,
    /// Copies the citation.
    CopyCitation,
}

impl Action {
    /// Reads the word that a control carries: `toggle:1`, `chart:map`.
    pub fn parse(word: &str) -> Option<Action> {
        let (verb, object) = word.split_once(':').unwrap_or((word, ""));
        Some(match verb {
            "toggle" => Action::Toggle(Tier::parse(object).ok()?),
            "reset" => Action::Reset,
            "chart" => Action::Chart(ChartKind::parse(object).ok()?),
            "indicator" => Action::Indicator(object.to_owned()),
            "view" => Action::View(ViewKind::parse(object).ok()?),
            "clear" => Action::Clear,
            "panel" => Action::Panel(Panel::parse(object).ok()?),
            "save" => Action::Save(match object {
                "csv-all" => Saved::CsvAll,
                "csv-selection" => Saved::CsvSelection,
                "svg" => Saved::Svg,
                "png" => Saved::Png,
                _ => return None,
            }),
            "copy" if object == "embed" => Action::CopyEmbed,
            "copy" if object == "citation" => Action::CopyCitation,
            _ => return None,
        })
    }

    /// What choosing the mark with this key does: tiers filter, everything else is selected.
    pub fn of_mark(key: &str) -> Action {
        let tier = key.strip_prefix("tier:").and_then(|rest| rest.split(':').next());
        match tier.and_then(|number| Tier::parse(number).ok()) {
            Some(tier) => Action::Only(tier),
            None => Action::Mark(key.to_owned()),
        }
    }
}

/// The state after `action`.
pub fn apply(state: State, dataset: &Dataset, action: &Action) -> State {
    let mut next = state;
    let filters = next.chart.chart().filter_effect() != FilterEffect::Disabled;
    match action {
        Action::Toggle(tier) if filters => next.tiers = next.tiers.toggled(*tier),
        Action::Only(tier) if filters => {
            let only = TierSet::only(*tier);
            next.tiers = if next.tiers == only { TierSet::ALL } else { only };
        }
        Action::Reset => next.tiers = TierSet::ALL,
        Action::Chart(kind) => {
            next.chart = *kind;
            next.view = if next.view == ViewKind::About { ViewKind::Chart } else { next.view };
            next.mark = None;
        }
        Action::Indicator(id) => {
            next.indicator = dataset.indicator(id).map_or(next.indicator, |indicator| indicator.id);
        }
        Action::View(kind) => {
            next.view = if next.view == *kind { ViewKind::Chart } else { *kind };
            next.panel = None;
        }
        Action::Mark(key) => match key.strip_prefix("county:") {
            Some(code) => {
                let chosen = dataset.county(code).map(|county| county.code);
                next.county = chosen.filter(|_| next.county != chosen);
            }
            None => next.mark = (next.mark.as_ref() != Some(key)).then(|| key.clone()),
        },
        Action::Clear => {
            next.county = None;
            next.mark = None;
        }
        Action::Panel(panel) => next.panel = (next.panel != Some(*panel)).then_some(*panel),
        _ => {}
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_choice_twice_takes_itself_back() {
        let dataset = Dataset::embedded();
        let start = State::default();
        for action in [
            Action::Toggle(Tier::Two),
            Action::Only(Tier::Two),
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
    fn a_chart_without_tiers_leaves_the_selection_alone() {
        let dataset = Dataset::embedded();
        let state = State { chart: ChartKind::SixOnes, ..State::default() };
        assert_eq!(apply(state.clone(), &dataset, &Action::Toggle(Tier::One)), state);
    }
}
