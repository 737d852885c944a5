//! Attributes and what readers do. An input has lines `name=value`; `do=toggle:1` is what a control says, `mark=KEY` a mark
//! that is chosen.

use county_chains::widget::{
    Action, SEPARATOR, State, apply, drop_unknown, restored, set_attribute, snapshot,
};
use county_chains::word::shortened;

use crate::input::settings;
use crate::view::dataset_named;

/// Messages are lines.
const LONGEST_MESSAGE: usize = 1000;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let settings = settings(bytes);
    let data = settings.iter().find(|(name, _)| name == "data").map_or("", |(_, value)| value);
    let dataset = dataset_named(data);
    let mut state = State::of(dataset);
    for (name, value) in &settings {
        match &**name {
            "data" => {}
            "do" => {
                if let Some(action) = Action::parse(value) {
                    state = apply(state, dataset, &action);
                }
                continue;
            }
            "choose" => {
                state = apply(state, dataset, &Action::of_mark(value));
                continue;
            }
            _ => {}
        }
        let before = state.clone();
        match set_attribute(&mut state, dataset, name, Some(value)) {
            Ok(()) => {
                let once = state.clone();
                set_attribute(&mut state, dataset, name, Some(value))
                    .expect("a good value is bad the second time");
                assert_eq!(state, once, "{name}={value:?} says something else the second time");
            }
            Err(error) => {
                assert_eq!(state, before, "{name}={value:?} is bad and changes something");
                assert_eq!(error.location(), name, "{value:?}");
                let length = error.message().chars().count();
                assert!(length > 0 && length < LONGEST_MESSAGE, "{} characters: {error}", length);
            }
        }
    }
    let snapshot = snapshot(&state, dataset);
    let text = snapshot.last().cloned().flatten().expect("a state is a text");
    let mut parts = text.split(SEPARATOR);
    let again = restored(dataset, &mut parts).expect("a state of our own is refused");
    assert_eq!(again, as_kept(&state), "a state changes when it is kept");
    // What a chart has not is dropped once and for all.
    let mut kept = state;
    drop_unknown(&mut kept, dataset);
    let once = kept.clone();
    assert!(drop_unknown(&mut kept, dataset).is_empty() && kept == once, "more is dropped the second time");
}

/// Characters of a text that anybody sets.
const LONGEST: usize = 200;

/// The state as it is kept: texts trimmed, without separators, and of so many characters. What a reader types may be longer.
fn as_kept(state: &State) -> State {
    let kept = |text: &str| shortened(text.replace(SEPARATOR, "").trim(), LONGEST);
    let some = |text: &Option<String>| text.as_deref().map(kept).filter(|text| !text.is_empty());
    State {
        search: kept(&state.search),
        heading: some(&state.heading),
        group: some(&state.group),
        mark: some(&state.mark),
        ..state.clone()
    }
}
