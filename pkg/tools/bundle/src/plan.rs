//! What goes where when a program is cut into parts.
//!
//! The parts form a tree: each builds on one other, and all on the core. Whatever a part uses is in it or in a part that it
//! builds on; what several parts use is in the lowest part that all of them build on. If that is the core, which does not use
//! it itself, each branch of the tree has a copy instead: every page would load it, for parts that most pages do not load.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

/// The place of the core among the parts.
pub(crate) const CORE: usize = 0;

/// A program, as far as the plan looks at it. Functions go by numbers.
#[derive(Debug, Default, Clone)]
pub(crate) struct Program {
    /// The functions that each function calls.
    pub(crate) calls: Vec<Vec<usize>>,
    /// What each function refers to otherwise: functions, and constants, which have the numbers behind those of the functions.
    /// The references of constants follow those of functions.
    pub(crate) references: Vec<Vec<usize>>,
    /// The part that a function is marked for.
    pub(crate) marks: Vec<Option<usize>>,
    /// Functions that JavaScript calls, and those that it provides: the core has them.
    pub(crate) outside: Vec<usize>,
    /// The places of functions in the table.
    pub(crate) table: Vec<(u64, usize)>,
    /// The length of the table.
    pub(crate) length: u64,
    /// The part that each part builds on; the core names itself.
    pub(crate) below: Vec<usize>,
}

/// The parts that have something.
pub(crate) type Homes = BTreeSet<usize>;

/// Where the functions go, and how they reach each other.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    /// The parts that have each function.
    pub(crate) functions: Vec<Homes>,
    /// The parts that bring each constant; none if nobody reads it.
    pub(crate) constants: Vec<Homes>,
    /// Functions of the core that another part calls: it imports them.
    pub(crate) imported: Vec<BTreeSet<usize>>,
    /// Functions of other parts that are reached through the table, in the order of their places. Of copies, any will do.
    pub(crate) entries: BTreeMap<u64, usize>,
    /// The length of the table, with the places that were added for calls from one part into another.
    pub(crate) length: u64,
}

impl Plan {
    /// # Errors
    /// Names the function that JavaScript calls, but that is marked for a part.
    pub(crate) fn new(program: &Program) -> Result<Plan> {
        let mut functions: Vec<Homes> =
            users(program).into_iter().map(|users| homes(&program.below, &users)).collect();
        let constants = functions.split_off(program.calls.len());
        // What nobody uses may be anywhere; the core drops it.
        for homes in functions.iter_mut().filter(|homes| homes.is_empty()) {
            homes.insert(CORE);
        }
        for at in &program.outside {
            ensure!(
                functions[*at].contains(&CORE),
                "function {at} is called from outside, but is not in the core"
            );
        }
        let is_late = |at: usize| !functions[at].contains(&CORE);
        let mut entries: BTreeMap<u64, usize> =
            program.table.iter().filter(|(_, at)| is_late(*at)).copied().collect();
        let mut imported = vec![BTreeSet::new(); program.below.len()];
        // New places stand part by part, so that each part fills few runs of them.
        let mut called: BTreeSet<(Option<&usize>, usize)> = BTreeSet::new();
        for (part, to) in calls_between(program, &functions) {
            if is_late(to) {
                called.insert((functions[to].first(), to));
            } else {
                imported[part].insert(to);
            }
        }
        let mut length = program.length;
        for (_, at) in called {
            if !entries.values().any(|entry| *entry == at) {
                entries.insert(length, at);
                length += 1;
            }
        }
        Ok(Plan { imported, entries, length, constants, functions })
    }
}

/// Calls of functions that the caller's part does not have: the part, and the function that is called.
fn calls_between<'a>(
    program: &'a Program,
    functions: &'a [Homes],
) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let callers = functions.iter().zip(&program.calls);
    let all =
        callers.flat_map(|(homes, calls)| homes.iter().flat_map(|part| calls.iter().map(|to| (*part, *to))));
    all.filter(|(part, to)| !functions[*to].contains(part))
}

/// A way between two parts of which neither builds on the other, by a call or a pointer: nobody makes sure that the function
/// it leads to is there.
pub(crate) fn stray_way(program: &Program, plan: &Plan) -> Option<(usize, usize)> {
    let is_near = |from: usize, to: usize| [from, to].contains(&common(&program.below, from, to));
    let is_stray = |from: usize, to: usize| {
        plan.functions[from].iter().any(|part| !plan.functions[to].iter().any(|other| is_near(*part, *other)))
    };
    let is_function = |(_, to): &(usize, usize)| *to < plan.functions.len();
    let pointers = program.references.iter().take(plan.functions.len());
    let ways = program.calls.iter().enumerate().chain(pointers.enumerate());
    ways.flat_map(|(from, to)| to.iter().map(move |to| (from, *to)))
        .filter(is_function)
        .find(|(from, to)| is_stray(*from, *to))
}

/// The parts that each function is marked for. The compiler merges equal methods into one function, with the name of one of
/// them. Charts list their methods in constants; a function in the lists of several charts is in the parts of all of them.
fn marks(program: &Program) -> Vec<Homes> {
    let mut marks: Vec<Homes> = program.marks.iter().map(|mark| mark.iter().copied().collect()).collect();
    let constants = || program.references.iter().skip(marks.len());
    let mut holders = vec![0; marks.len()];
    for at in constants().flatten() {
        holders.get_mut(*at).into_iter().for_each(|holders| *holders += 1);
    }
    let mut merged = Vec::new();
    for constant in constants() {
        let marked = || constant.iter().filter_map(|at| Some((*at, (*program.marks.get(*at)?)?)));
        let of_constant: Homes = marked().filter(|(at, _)| holders[*at] == 1).map(|(_, part)| part).collect();
        let shared = marked().filter(|(at, _)| holders[*at] > 1);
        merged.extend(shared.map(|(at, _)| (at, of_constant.clone())));
    }
    for (at, parts) in merged {
        marks[at].extend(parts);
    }
    marks
}

/// The parts that use each function and constant: those that it is marked for, or all from which a way leads to it.
fn users(program: &Program) -> Vec<Homes> {
    let marks = marks(program);
    // Of a function in the table that nobody refers to, nobody knows who calls it.
    let referred: BTreeSet<usize> = program.references.iter().flatten().copied().collect();
    let of_table = program.table.iter().map(|(_, at)| *at).filter(|at| !referred.contains(at));
    let marks_of = |at: usize| marks.get(at).filter(|marks| !marks.is_empty());
    let unmarked = |at: &usize| marks_of(*at).is_none();
    let mut users = vec![Homes::new(); program.calls.len().max(program.references.len())];
    for part in 0..program.below.len() {
        let mut open: Vec<usize> = match part {
            CORE => program.outside.iter().copied().chain(of_table.clone().filter(unmarked)).collect(),
            _ => Vec::new(),
        };
        open.extend((0..users.len()).filter(|at| marks_of(*at).is_some_and(|marks| marks.contains(&part))));
        while let Some(at) = open.pop() {
            let is_of_another = marks_of(at).is_some_and(|marks| !marks.contains(&part));
            if !is_of_another && users[at].insert(part) {
                let used = [&program.calls, &program.references].map(|of| of.get(at));
                open.extend(used.into_iter().flatten().flatten());
            }
        }
    }
    users
}

/// Where to put what these parts use: into the core if that uses it, and else once for each branch that begins at the core.
fn homes(below: &[usize], users: &Homes) -> Homes {
    if users.contains(&CORE) {
        return Homes::from([CORE]);
    }
    let mut homes: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for user in users {
        let branch = under(below, *user).take_while(|part| *part != CORE).last();
        homes.entry(branch).and_modify(|home| *home = common(below, *home, *user)).or_insert(*user);
    }
    homes.into_values().collect()
}

/// A part and all that it builds on.
fn under(below: &[usize], part: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(part), |at| (*at != CORE).then(|| below[*at]))
}

/// The lowest part that both build on, or one of them if the other builds on it.
fn common(below: &[usize], one: usize, other: usize) -> usize {
    under(below, one).find(|part| under(below, other).any(|at| at == *part)).unwrap_or(CORE)
}

#[cfg(test)]
mod tests;
