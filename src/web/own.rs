//! Datasets of a page's own: reads them piece by piece, and keeps them as long as the instance lives.
//!
//! Their texts cannot be freed, so none is. The script watches the memory and replaces the instance where too much of it
//! belongs to datasets that nobody shows.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{hand_over, read_shown};
use crate::chart::ChartKind;
use crate::chart::index::Indexes;
use crate::chart::strip;
use crate::dataset::Dataset;
use crate::own::Making;
use crate::package::{Code, Package, Problem, Reading, Report, Severity, guess};
use crate::quantity::decimal;
use crate::widget::context;
use crate::word::Keyword;

/// A dataset that was read, with what is kept of it from one drawing to the next.
pub(super) struct Own {
    pub(super) dataset: Dataset,
    pub(super) indexes: Indexes,
}

/// Datasets that were read; the first has the number 1.
static DATASETS: Mutex<Vec<&'static Own>> = Mutex::new(Vec::new());
/// A dataset on its way.
enum Work {
    Reading(Box<Reading>),
    /// It is read, and has warnings at the most.
    Making(Box<(Package, Making, Vec<Problem>, usize)>),
}

/// Those that are on their way, by numbers that are used once.
static READINGS: Mutex<(u32, Vec<(u32, Work)>)> = Mutex::new((0, Vec::new()));

/// How many problems the page is told.
const TOLD: usize = 100;

/// There is one thread, and a panic ends the instance.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The dataset with this number; `None` for that of the program, whose number is 0.
pub(super) fn numbered(number: &str) -> Option<&'static Own> {
    (number != "0").then(|| known(number))
}

#[part::of(own)]
fn known(number: &str) -> &'static Own {
    let index = decimal(number).and_then(|number| (number as usize).checked_sub(1));
    let found = index.and_then(|index| locked(&DATASETS).get(index).copied());
    // Another dataset in its place would be shown under a false name.
    found.unwrap_or_else(|| wasm_bindgen::throw_str("no such dataset"))
}

/// All that scripts for datasets of a page's own ask of this part, in one export, since each export weighs in every page.
/// `www/own-calls.js` says what each work takes.
#[wasm_bindgen(js_name = ownData)]
pub fn own_data(work: &str, number: u32, count: usize, text: &str, bytes: &[u8]) -> JsValue {
    done(work, number, count, text, bytes)
}

#[part::of(own)]
fn done(work: &str, number: u32, count: usize, text: &str, bytes: &[u8]) -> JsValue {
    match work {
        "begin" => return begin(text, bytes),
        "expect" => expect(number, count, text),
        "feed" => feed(number, count, bytes),
        "finish" => return finish(number, count),
        "prepare" => return prepare(text, count).into(),
        "drop" => drop(taken(number)),
        "advise" => return advise(number, count).into(),
        "memory" => return memory_size().into(),
        code => fail(number, count, code, text),
    }
    JsValue::UNDEFINED
}

/// Bytes of memory that the instance takes.
fn memory_size() -> f64 {
    core::arch::wasm32::memory_size(0) as f64 * 65_536.0
}

/// Begins to read a dataset by its descriptor, which problems call `name`. Returns the number of the reading, and path and
/// encoding of each file that the descriptor wants.
fn begin(name: &str, bytes: &[u8]) -> JsValue {
    let reading = Reading::new(name, bytes);
    let wanted: Vec<[&str; 2]> = reading.wanted().iter().map(|file| [&*file.path, &*file.encoding]).collect();
    let mut readings = locked(&READINGS);
    readings.0 += 1;
    let number = readings.0;
    let answer = hand_over(&(number, wanted));
    readings.1.push((number, Work::Reading(Box::new(reading))));
    answer
}

/// How many bytes a file will have.
fn expect(number: u32, file: usize, size: &str) {
    let size = decimal(size).unwrap_or_default() as usize;
    with(number, |reading| reading.expect(file, size));
}

/// The next bytes of a file, by its place among those that are wanted, in UTF-8.
fn feed(number: u32, file: usize, bytes: &[u8]) {
    with(number, |reading| reading.feed(file, bytes));
}

/// A file that could not be had: `not-found`, `encoding`, or another kind of problem; and what was found in its place.
fn fail(number: u32, file: usize, code: &str, found: &str) {
    let code = Code::from_word(code).unwrap_or(Code::NotFound);
    with(number, |reading| reading.fail(file, code, found));
}

fn with(number: u32, work: impl FnOnce(&mut Reading)) {
    let mut readings = locked(&READINGS);
    let found = readings.1.iter_mut().find(|(other, _)| *other == number);
    if let Some((_, Work::Reading(reading))) = found {
        work(reading);
    }
}

/// What came of reading. Larger integers than 32 bits would ask for `BigInt`, which old browsers lack.
#[derive(Serialize)]
struct Finished(
    /// The number of the dataset; 0 if it has errors.
    u32,
    /// How many errors there are.
    u32,
    /// The first of them.
    Vec<Told>,
);

/// A problem, in the order in which the script names its parts.
#[derive(Serialize)]
struct Told(&'static str, &'static str, String, u32, u32, String, String, String, String, String);

/// Goes on with what is left when all files have been fed, by about so many rows. Returns nothing while more is left; then the
/// number of the dataset, or 0; how many problems there are; and the first of them.
fn finish(number: u32, rows: usize) -> JsValue {
    let Some(work) = taken(number) else {
        return JsValue::NULL;
    };
    let work = match work {
        Work::Reading(mut reading) => {
            if reading.check(rows) {
                Work::Reading(reading)
            } else {
                let Report { package, problems, omitted, .. } = reading.finish();
                let Some(package) = package else {
                    return finished(0, problems, omitted);
                };
                Work::Making(Box::new((package, Making::default(), problems, omitted)))
            }
        }
        Work::Making(mut making) => {
            let (package, steps, ..) = &mut *making;
            if !steps.step(package, rows) {
                let (package, steps, problems, omitted) = *making;
                let mut datasets = locked(&DATASETS);
                let own = Own { dataset: steps.end(package), indexes: Indexes::new() };
                datasets.push(Box::leak(Box::new(own)));
                return finished(datasets.len(), problems, omitted);
            }
            Work::Making(making)
        }
    };
    locked(&READINGS).1.push((number, work));
    JsValue::UNDEFINED
}

fn finished(number: usize, problems: Vec<Problem>, omitted: usize) -> JsValue {
    let count = problems.len() + omitted;
    // Warnings stand where errors leave room for them.
    let is_error = |problem: &Problem| problem.severity() == Severity::Error;
    let mut room = TOLD.saturating_sub(problems.iter().filter(|problem| is_error(problem)).count());
    let is_told = |problem: &Problem| {
        let fits = is_error(problem) || room > 0;
        room = room.saturating_sub(usize::from(!is_error(problem)));
        fits
    };
    let told = problems.into_iter().filter(is_told).take(TOLD).map(told).collect();
    hand_over(&Finished(small(number), small(count), told))
}

/// Goes on with the checks when all files have been fed, by about so many rows, and adds warnings at their end. Returns whether
/// more is left.
#[part::of(draft)]
fn advise(number: u32, rows: usize) -> bool {
    let mut is_left = false;
    with(number, |reading| {
        is_left = reading.check(rows);
        if !is_left {
            reading.advise();
        }
    });
    is_left
}

/// Goes on making what the chart of a state needs before it is drawn, for about so many rows of the dataset. Says whether more
/// is left. A drawing makes what is missing by itself, but at once.
fn prepare(list: &str, rows: usize) -> bool {
    let (dataset, state, page) = read_shown(list);
    state.chart == ChartKind::Strip && strip::prepare(&context(dataset, &state, &page), rows)
}

/// A descriptor to begin with, for the table at `path`, in UTF-8; nothing if it has no rows, or is no table.
#[wasm_bindgen(js_name = draftData)]
pub fn draft_data(path: &str, bytes: &[u8]) -> JsValue {
    draft(path, bytes)
}

#[part::of(draft)]
fn draft(path: &str, bytes: &[u8]) -> JsValue {
    let guess = guess(&String::from_utf8_lossy(bytes));
    hand_over(&(guess.rows > 0).then(|| guess.descriptor(path, "utf-8")))
}

/// Takes a reading out of the list: it goes on, or is given up.
fn taken(number: u32) -> Option<Work> {
    let mut readings = locked(&READINGS);
    let index = readings.1.iter().position(|(other, _)| *other == number)?;
    Some(readings.1.swap_remove(index).1)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn told(problem: Problem) -> Told {
    let severity = if problem.severity() == Severity::Error { "error" } else { "warning" };
    let Problem { code, file, line, column, pointer, found, allowed, message, help } = problem;
    let (line, column) = (small(line), small(column));
    Told(code.word(), severity, file, line, column, pointer, found, allowed, message, help)
}
