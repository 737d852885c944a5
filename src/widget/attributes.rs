//! What a widget can be set to: one table. From it follow how a part of the state is set and written, the lists of the
//! script (`pkg/tools/bundle`), what a link and code to paste say, and the table of `docs/reference.md`.

use super::state::{Controls, HEADING_LEVEL, Panel, Sort, State, ThemeChoice, ViewKind};
use crate::chart::ChartKind;
use crate::dataset::Dataset;
use crate::language::Language;
use crate::own;
use crate::quantity::count_text;
use crate::tier::TierSet;
use crate::word::{Keyword, joined, listed, not_one_of, quoted, shortened, text};

/// A part of the state, and how it is set and told.
#[derive(Debug)]
pub struct Attribute {
    /// Its name, of the attribute too.
    pub name: &'static str,
    /// Where a page sets it.
    pub place: Place,
    /// What it is a list of, if it is one.
    pub list: Option<List>,
    /// Whether the attribute follows when a reader changes it.
    pub is_reflected: bool,
    /// When links and code to paste tell it.
    pub told: Told,
    /// Sets it to a trimmed text, which is empty where it shall not be set. What is wrong changes nothing.
    pub set: fn(&mut State, &Dataset, &str) -> Result<(), String>,
    /// Writes it as `set` reads it, if it is set.
    pub get: fn(&State, &Dataset) -> Option<String>,
    /// What the reference says of it.
    pub about: About,
}

/// Where a page sets a part of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// By an attribute or a property, or in the state.
    Tag,
    /// In the state alone.
    State,
    /// Nowhere: it is the reader's.
    Nowhere,
}

/// What the items of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Words; without a choice, all there are.
    Words,
    /// Numbers.
    Numbers,
}

/// When links and code to paste tell a part of the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Whenever it is set, so that it keeps its meaning when defaults change.
    Always,
    /// Where it is not the default.
    Chosen,
    /// The same, and on the chart that shows it.
    Indicator,
    /// In code alone.
    InCode,
    /// In links alone.
    InLinks,
    /// Not at all.
    Never,
}

/// What the reference says of an attribute. The wasm does not carry it.
#[derive(Debug)]
pub struct About {
    /// Its values, or what it is. `{indicators}`, `{views}` and `{controls}` stand for the words of these.
    #[cfg(not(target_arch = "wasm32"))]
    pub value: &'static str,
    /// The default, where the text of it says too little.
    #[cfg(not(target_arch = "wasm32"))]
    pub default: &'static str,
}

#[cfg_attr(target_arch = "wasm32", allow(unused_variables, reason = "the wasm carries no documents"))]
const fn about(value: &'static str, default: &'static str) -> About {
    About {
        #[cfg(not(target_arch = "wasm32"))]
        value,
        #[cfg(not(target_arch = "wasm32"))]
        default,
    }
}

/// The parts of the state, in the order in which they are documented and told.
pub static ATTRIBUTES: [Attribute; 18] = [
    Attribute {
        name: "chart",
        place: Place::Tag,
        list: None,
        is_reflected: true,
        told: Told::Always,
        set: |state, dataset, word| ChartKind::parse_offered(dataset, word).map(|kind| state.chart = kind),
        get: |state, _| Some(state.chart.word().to_owned()),
        about: about("which chart to show; see [Charts](#charts)", ""),
    },
    Attribute {
        name: "charts",
        place: Place::Tag,
        list: Some(List::Words),
        is_reflected: false,
        told: Told::Chosen,
        set: |state, dataset, words| charts(dataset, words).map(|charts| state.charts = charts),
        get: |state, _| Some(joined(" ", state.charts.iter().map(|kind| kind.word()))),
        about: about(
            "the charts that the picker offers, separated by spaces. If `chart` is not in the list, the first one is \
             shown. With a single chart the picker is hidden",
            "all",
        ),
    },
    Attribute {
        name: "indicator",
        place: Place::Tag,
        list: None,
        is_reflected: true,
        told: Told::Indicator,
        set: |state, dataset, word| indicator(dataset, word).map(|id| state.indicator = id),
        get: |state, _| Some(state.indicator.to_owned()),
        about: about("what the chart `tiers` compares: {indicators}", ""),
    },
    Attribute {
        name: "tiers",
        place: Place::Tag,
        list: Some(List::Numbers),
        is_reflected: true,
        told: Told::Always,
        set: |state, dataset, words| tiers(dataset, words).map(|tiers| state.tiers = tiers),
        get: |state, dataset| Some(dataset.tier_codes(state.tiers)),
        about: about("the selected tiers, such as `1 2`, or `none`", "all"),
    },
    Attribute {
        name: "county",
        place: Place::Tag,
        list: None,
        is_reflected: true,
        told: Told::Always,
        set: |state, dataset, code| county(dataset, code).map(|code| state.county = code),
        get: |state, _| state.county.map(str::to_owned),
        about: about("a county’s code, such as `350582`", "none"),
    },
    Attribute {
        name: "view",
        place: Place::Tag,
        list: None,
        is_reflected: true,
        told: Told::Chosen,
        set: |state, _, word| ViewKind::parse(word).map(|view| state.view = view),
        get: |state, _| Some(state.view.word().to_owned()),
        about: about("{views}", ""),
    },
    Attribute {
        name: "lang",
        place: Place::Tag,
        list: None,
        is_reflected: false,
        told: Told::Always,
        set: |state, _, tag| language(tag).map(|lang| state.lang = lang),
        get: |state, _| state.lang.map(|language| language.tag().to_owned()),
        about: about(
            "a BCP 47 tag. `zh-Hans`, `zh-Hant` and `en` are supported; `zh-CN`, `zh-TW`, `en-GB` and the like are \
             matched to one of these",
            "the closest `lang` around the element, else `zh-Hans`",
        ),
    },
    Attribute {
        name: "theme",
        place: Place::Tag,
        list: None,
        is_reflected: false,
        told: Told::Always,
        set: |state, _, word| ThemeChoice::parse(word).map(|theme| state.theme = theme),
        get: |state, _| Some(state.theme.word().to_owned()),
        about: about("`auto` (as the reader’s system prefers) `light` `dark`", ""),
    },
    Attribute {
        name: "group",
        place: Place::Tag,
        list: None,
        is_reflected: false,
        told: Told::InCode,
        set: |state, _, name| text(name).map(|group| state.group = group),
        get: |state, _| state.group.clone(),
        about: about("a name. Elements with the same group share tiers and county", "none"),
    },
    Attribute {
        name: "controls",
        place: Place::Tag,
        list: Some(List::Words),
        is_reflected: false,
        told: Told::Chosen,
        set: |state, _, words| Controls::parse(words).map(|controls| state.controls = controls),
        get: |state, _| Some(state.controls.words()),
        about: about("which of {controls} are shown, separated by spaces; or `none`", "all"),
    },
    Attribute {
        name: "heading",
        place: Place::Tag,
        list: None,
        is_reflected: false,
        told: Told::Always,
        set: |state, _, words| text(words).map(|heading| state.heading = heading),
        get: |state, _| state.heading.clone(),
        about: about("a heading of your own instead of the chart’s", "the chart’s"),
    },
    Attribute {
        name: "heading-level",
        place: Place::Tag,
        list: None,
        is_reflected: false,
        told: Told::InCode,
        set: |state, _, word| level(word).map(|level| state.heading_level = level),
        get: |state, _| (state.heading_level != HEADING_LEVEL).then(|| count_text(state.heading_level)),
        about: about(
            "the level of the heading, `1` to `6`: one below the heading that it stands under. Headings within the \
             widget follow",
            "3",
        ),
    },
    Attribute {
        name: "mark",
        place: Place::State,
        list: None,
        is_reflected: false,
        told: Told::InLinks,
        set: |state, _, key| text(key).map(|mark| state.mark = mark),
        get: |state, _| state.mark.clone(),
        about: about("the key of the mark whose source is open, such as `tier:1`", ""),
    },
    Attribute {
        name: "search",
        place: Place::State,
        list: None,
        is_reflected: false,
        told: Told::InLinks,
        set: |state, _, words| text(words).map(|words| state.search = words.unwrap_or_default()),
        get: |state, _| Some(state.search.clone()).filter(|words| !words.is_empty()),
        about: about("the text in the search field", ""),
    },
    Attribute {
        name: "topic",
        place: Place::State,
        list: None,
        is_reflected: false,
        told: Told::InLinks,
        set: |state, dataset, word| topic(dataset, word).map(|topic| state.topic = topic),
        get: |state, _| Some(state.topic.to_owned()).filter(|topic| !topic.is_empty()),
        about: about("the topic of facts that is shown alone", ""),
    },
    Attribute {
        name: "sort",
        place: Place::State,
        list: None,
        is_reflected: false,
        told: Told::InLinks,
        set: |state, _, column| sort(column).map(|sort| state.sort = sort),
        get: |state, _| state.sort.map(Sort::word),
        about: about("the column that the table is sorted by, from 1; negative for descending order", ""),
    },
    Attribute {
        name: "expanded",
        place: Place::State,
        list: None,
        is_reflected: false,
        told: Told::InLinks,
        set: |state, _, word| {
            state.expanded = !word.is_empty();
            Ok(())
        },
        get: |state, _| state.expanded.then(|| "true".to_owned()),
        about: about("whether a long list is shown in full", ""),
    },
    Attribute {
        name: "panel",
        place: Place::Nowhere,
        list: None,
        is_reflected: false,
        told: Told::Never,
        set: |state, _, word| panel(word).map(|panel| state.panel = panel),
        get: |state, _| state.panel.map(|panel| panel.word().to_owned()),
        about: about("what is open under the actions", ""),
    },
];

/// Characters of a text that the page or a reader sets. What is longer is cut, and shows it.
const LONGEST: usize = 200;

/// A text that anybody may have written; `None` where it is empty.
fn text(words: &str) -> Result<Option<String>, String> {
    Ok((!words.is_empty()).then(|| shortened(words, LONGEST)))
}

/// A level of headings, as HTML has them; the usual one where none is named.
fn level(word: &str) -> Result<usize, String> {
    match word.as_bytes() {
        [] => Ok(HEADING_LEVEL),
        [digit @ b'1'..=b'6'] => Ok(usize::from(digit - b'0')),
        _ => Err(text!("unknown level {quoted(word)}, expected 1 to 6")),
    }
}

/// Charts in the order given, each once; all that the dataset offers if none is.
fn charts(dataset: &Dataset, words: &str) -> Result<Vec<ChartKind>, String> {
    let mut found = Vec::new();
    for word in listed(words) {
        let kind = ChartKind::parse_offered(dataset, word)?;
        if !found.contains(&kind) {
            found.push(kind);
        }
    }
    Ok(if found.is_empty() { ChartKind::offered(dataset) } else { found })
}

fn tiers(dataset: &Dataset, words: &str) -> Result<TierSet, String> {
    // One call, so that the compiler has no reason to keep the function apart.
    let coded = if dataset.is_own { own::tier_codes(dataset, words) } else { String::new() };
    dataset.parse_tiers(if dataset.is_own { &coded } else { words })
}

fn indicator(dataset: &Dataset, word: &str) -> Result<&'static str, String> {
    if let Some(indicator) = dataset.indicator(word) {
        return Ok(indicator.id);
    }
    Err(not_one_of("indicator", word, &mut dataset.indicators.iter().map(|indicator| indicator.id)))
}

fn county(dataset: &Dataset, code: &str) -> Result<Option<&'static str>, String> {
    // Nobody looks through a million for nothing.
    match Some(code).filter(|code| !code.is_empty()).and_then(|code| dataset.county(code)) {
        Some(county) => Ok(Some(county.code)),
        None if code.is_empty() => Ok(None),
        None if dataset.is_own => Err(own::unknown_code(code)),
        None => Err(text!("unknown county {quoted(code)}, expected a GB/T 2260 code such as 350582")),
    }
}

/// A topic of facts; all where none is named.
fn topic(dataset: &Dataset, word: &str) -> Result<&'static str, String> {
    match dataset.topics.iter().find(|topic| topic.key == word) {
        Some(topic) => Ok(topic.key),
        None if word.is_empty() => Ok(""),
        None => Err(not_one_of("topic", word, &mut dataset.topics.iter().map(|topic| topic.key))),
    }
}

fn panel(word: &str) -> Result<Option<Panel>, String> {
    if word.is_empty() { Ok(None) } else { Panel::parse(word).map(Some) }
}

fn sort(word: &str) -> Result<Option<Sort>, String> {
    match Sort::parse(word) {
        None if !word.is_empty() => {
            Err(text!("unknown sort {quoted(word)}, expected a column such as 2 or -2"))
        }
        sort => Ok(sort),
    }
}

fn language(tag: &str) -> Result<Option<Language>, String> {
    match Language::best_match(tag) {
        None if !tag.is_empty() => {
            Err(not_one_of("language", tag, &mut Language::ALL.into_iter().map(Language::tag)))
        }
        language => Ok(language),
    }
}
