//! What goes where when a program is cut into parts.
//!
//! The parts form a tree: each builds on one other, and all on the core. Whatever a part uses is in it or in a part that it
//! builds on; what several parts use is in the lowest part that all of them build on.

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

/// Where the functions go, and how they reach each other.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    /// The part of each function.
    pub(crate) part: Vec<usize>,
    /// The part of each constant that anybody reads.
    pub(crate) constants: Vec<Option<usize>>,
    /// Functions of the core that another part calls: it imports them.
    pub(crate) imported: Vec<BTreeSet<usize>>,
    /// Functions of other parts that are reached through the table, in the order of their places.
    pub(crate) entries: BTreeMap<u64, usize>,
    /// The length of the table, with the places that were added for calls from one part into another.
    pub(crate) length: u64,
}

impl Plan {
    /// # Errors
    /// Names the function that JavaScript calls, but that is marked for a part.
    pub(crate) fn new(program: &Program) -> Result<Plan> {
        let mut places = places(program);
        let constants = places.split_off(program.calls.len());
        // What nobody uses may be anywhere; the core drops it.
        let part: Vec<usize> = places.into_iter().map(Option::unwrap_or_default).collect();
        for at in &program.outside {
            ensure!(part[*at] == CORE, "function {at} is called from outside, but is not in the core");
        }
        let mut plan = Plan {
            imported: vec![BTreeSet::new(); program.below.len()],
            entries: program.table.iter().filter(|(_, at)| part[*at] != CORE).copied().collect(),
            length: program.length,
            part,
            constants,
        };
        // New places stand part by part, so that each part fills few runs of them.
        let mut called: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (from, calls) in program.calls.iter().enumerate() {
            for to in calls.iter().filter(|to| plan.part[**to] != plan.part[from]) {
                match plan.part[*to] {
                    CORE => drop(plan.imported[plan.part[from]].insert(*to)),
                    other => drop(called.insert((other, *to))),
                }
            }
        }
        for (_, at) in called {
            if !plan.entries.values().any(|entry| *entry == at) {
                plan.entries.insert(plan.length, at);
                plan.length += 1;
            }
        }
        Ok(plan)
    }
}

/// A call between two parts of which neither builds on the other: nobody makes sure that the called one is there.
pub(crate) fn stray_call(program: &Program, plan: &Plan) -> Option<(usize, usize)> {
    let is_stray = |from: usize, to: usize| {
        let both = common(&program.below, plan.part[from], plan.part[to]);
        ![plan.part[from], plan.part[to]].contains(&both)
    };
    let calls = program.calls.iter().enumerate();
    calls
        .flat_map(|(from, calls)| calls.iter().map(move |to| (from, *to)))
        .find(|(from, to)| is_stray(*from, *to))
}

/// The part of each function and constant: the one that it is marked for, or the lowest that all its users build on.
fn places(program: &Program) -> Vec<Option<usize>> {
    // Of a function in the table that nobody refers to, nobody knows who calls it.
    let referred: BTreeSet<usize> = program.references.iter().flatten().copied().collect();
    let of_table = program.table.iter().map(|(_, at)| *at).filter(|at| !referred.contains(at));
    let mark = |at: usize| program.marks.get(at).copied().flatten();
    let unmarked = |at: &usize| mark(*at).is_none();
    let mut places: Vec<Option<usize>> = vec![None; program.calls.len().max(program.references.len())];
    for part in 0..program.below.len() {
        let mut open: Vec<usize> = match part {
            CORE => program.outside.iter().copied().chain(of_table.clone().filter(unmarked)).collect(),
            _ => Vec::new(),
        };
        open.extend((0..places.len()).filter(|at| mark(*at) == Some(part)));
        let mut seen = BTreeSet::new();
        while let Some(at) = open.pop() {
            let is_of_another = mark(at).is_some_and(|marked| marked != part);
            if !is_of_another && seen.insert(at) {
                places[at] = Some(places[at].map_or(part, |other| common(&program.below, part, other)));
                let used = [&program.calls, &program.references].map(|of| of.get(at));
                open.extend(used.into_iter().flatten().flatten());
            }
        }
    }
    places
}

/// The lowest part that both build on, or one of them if the other builds on it.
fn common(below: &[usize], one: usize, other: usize) -> usize {
    let under = |part: usize| std::iter::successors(Some(part), |at| (*at != CORE).then(|| below[*at]));
    under(one).find(|part| under(other).any(|at| at == *part)).unwrap_or(CORE)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{CORE, Plan, Program, stray_call};

    /// The parts of the examples: the map and the facts build on the core, and the story builds on the facts.
    const MAP: usize = 1;
    const FACTS: usize = 2;
    const STORY: usize = 3;

    /// A program whose function 0 is called from outside.
    fn program(calls: &[&[usize]], marks: &[(usize, usize)]) -> Program {
        let mut program = Program {
            calls: calls.iter().map(|calls| calls.to_vec()).collect(),
            references: Vec::new(),
            marks: vec![None; calls.len()],
            outside: vec![0],
            table: Vec::new(),
            length: 10,
            below: vec![0, 0, 0, FACTS],
        };
        marks.iter().for_each(|(at, part)| program.marks[*at] = Some(*part));
        program
    }

    #[test]
    fn what_only_one_part_uses_follows_its_mark() {
        let plan = Plan::new(&program(&[&[1], &[2], &[3], &[]], &[(1, MAP)])).expect("a plan");
        assert_eq!(plan.part, [0, MAP, MAP, MAP]);
        assert_eq!(plan.entries, BTreeMap::from([(10, 1)]), "the core calls it through a new place");
        assert_eq!(plan.length, 11);
    }

    #[test]
    fn what_several_parts_use_is_where_all_of_them_build_on() {
        // 1 is of the map, 2 of the facts, 3 of the story. Two share 4, others 5, and the core itself uses 6.
        let calls: &[&[usize]] = &[&[1, 2, 3, 6], &[4], &[4, 5, 6], &[5], &[], &[], &[]];
        let plan = Plan::new(&program(calls, &[(1, MAP), (2, FACTS), (3, STORY)])).expect("a plan");
        assert_eq!(plan.part, [0, MAP, FACTS, STORY, 0, FACTS, 0]);
        let imported = |numbers: &[usize]| numbers.iter().copied().collect::<BTreeSet<usize>>();
        assert_eq!(plan.imported, [&[][..], &[4], &[4, 6], &[]].map(imported));
        assert_eq!(plan.entries, BTreeMap::from([(10, 1), (11, 2), (12, 5), (13, 3)]));
    }

    #[test]
    fn a_way_between_parts_leads_through_the_core_where_it_is_marked() {
        // 1 is of the map and calls 2, which calls 3 of the facts; both use 4.
        let calls: &[&[usize]] = &[&[1], &[2, 4], &[3, 4], &[], &[]];
        let stray = |marks: &[(usize, usize)]| {
            let program = program(calls, marks);
            let plan = Plan::new(&program).expect("a plan");
            (stray_call(&program, &plan), plan.part)
        };
        assert_eq!(stray(&[(1, MAP), (3, FACTS)]).0, Some((2, 3)));
        assert_eq!(stray(&[(1, MAP), (2, 0), (3, FACTS)]), (None, vec![0, MAP, 0, FACTS, 0]));
    }

    #[test]
    fn a_function_with_a_place_in_the_table_keeps_it() {
        let mut program = program(&[&[1], &[], &[3], &[]], &[(1, MAP), (2, FACTS)]);
        program.table = vec![(4, 1), (5, 2)];
        let plan = Plan::new(&program).expect("a plan");
        assert_eq!(plan.part, [0, MAP, FACTS, FACTS]);
        assert_eq!(plan.entries, BTreeMap::from([(4, 1), (5, 2)]));
        assert_eq!(plan.length, 10);
    }

    #[test]
    fn what_stands_in_the_table_without_a_mark_is_of_the_core() {
        let mut program = program(&[&[1], &[2], &[]], &[(1, MAP)]);
        program.table = vec![(4, 2)];
        let plan = Plan::new(&program).expect("a plan");
        assert_eq!(plan.part, [0, MAP, 0]);
        assert!(plan.imported[MAP].contains(&2));
    }

    #[test]
    fn a_function_in_the_table_is_where_those_are_who_know_its_place() {
        // 1 is of the map and takes the place of 2, which a constant of 3 points to in the second program.
        let mut program = program(&[&[1], &[], &[], &[]], &[(1, MAP)]);
        program.table = vec![(4, 2)];
        program.references = vec![vec![], vec![2]];
        let plan = Plan::new(&program).expect("a plan");
        assert_eq!((plan.part, plan.entries), (vec![0, MAP, MAP, 0], BTreeMap::from([(4, 2), (10, 1)])));
        program.calls[0].push(3);
        program.references = vec![vec![], vec![2], vec![], vec![4], vec![2]];
        assert_eq!(Plan::new(&program).expect("a plan").part, [0, MAP, 0, 0]);
    }

    #[test]
    fn a_constant_is_where_all_of_its_readers_build_on() {
        // 1 is of the map, 2 of the facts, 3 of the story. The constants have the numbers from 4 to 10.
        let mut program = program(&[&[1, 2, 3], &[], &[], &[]], &[(1, MAP), (2, FACTS), (3, STORY)]);
        program.references = vec![
            // The map reads 4 and 7, the facts 5 and 7, the story 5 and 6; the core reads 8.
            vec![8],
            vec![4, 7],
            vec![5, 7],
            vec![5, 6],
            // 6 points to 9 and 8 to 4; nobody reads 10, which points to 9.
            vec![],
            vec![],
            vec![9],
            vec![],
            vec![4],
            vec![],
            vec![9],
        ];
        let plan = Plan::new(&program).expect("a plan");
        let expected = [Some(CORE), Some(FACTS), Some(STORY), Some(CORE), Some(CORE), Some(STORY), None];
        assert_eq!(plan.constants, expected);
        assert_eq!(
            plan.entries.values().copied().collect::<Vec<_>>(),
            [1, 2, 3],
            "constants have no entries"
        );
    }

    #[test]
    fn a_call_between_parts_that_do_not_build_on_each_other_is_found() {
        // The story may call the facts, which may call it back; the map may call neither.
        let marks = [(1, FACTS), (2, STORY), (3, MAP)];
        let stray = |calls: &[&[usize]]| {
            let program = program(calls, &marks);
            stray_call(&program, &Plan::new(&program).expect("a plan"))
        };
        assert_eq!(stray(&[&[1, 2, 3], &[2], &[1], &[0]]), None);
        assert_eq!(stray(&[&[1, 2, 3], &[], &[], &[1]]), Some((3, 1)));
        assert_eq!(stray(&[&[1, 2, 3], &[], &[3], &[]]), Some((2, 3)));
    }

    #[test]
    fn what_is_called_from_outside_cannot_be_marked() {
        assert!(Plan::new(&program(&[&[]], &[(0, MAP)])).is_err());
    }
}
