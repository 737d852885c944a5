//! What goes where in small programs.

use std::collections::{BTreeMap, BTreeSet};

use super::{CORE, Homes, Plan, Program, stray_way};

/// The parts of the examples: the map and the facts build on the core, and the story builds on the facts.
const MAP: usize = 1;
const FACTS: usize = 2;
const STORY: usize = 3;

/// Homes of which each is one part.
fn single<const N: usize>(parts: [usize; N]) -> [Homes; N] {
    parts.map(|part| Homes::from([part]))
}

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
    assert_eq!(plan.functions, single([0, MAP, MAP, MAP]));
    assert_eq!(plan.entries, BTreeMap::from([(10, 1)]), "the core calls it through a new place");
    assert_eq!(plan.length, 11);
}

#[test]
fn what_several_parts_use_is_where_all_of_them_build_on_or_in_each_branch() {
    // 1 is of the map, 2 of the facts, 3 of the story. The first two share 4, the others 5, and the core itself uses 6.
    let calls: &[&[usize]] = &[&[1, 2, 3, 6], &[4], &[4, 5, 6], &[5], &[], &[], &[]];
    let plan = Plan::new(&program(calls, &[(1, MAP), (2, FACTS), (3, STORY)])).expect("a plan");
    assert_eq!(plan.functions[..4], single([0, MAP, FACTS, STORY]));
    assert_eq!(plan.functions[4..], [Homes::from([MAP, FACTS]), Homes::from([FACTS]), Homes::from([0])]);
    let imported = |numbers: &[usize]| numbers.iter().copied().collect::<BTreeSet<usize>>();
    assert_eq!(plan.imported, [&[][..], &[], &[6], &[]].map(imported));
    assert_eq!(plan.entries, BTreeMap::from([(10, 1), (11, 2), (12, 5), (13, 3)]));
}

#[test]
fn what_a_copy_calls_is_a_copy_as_well_and_a_part_above_reaches_the_one_below_it() {
    // 1 is of the map, 2 of the facts, 3 of the story. Map and story share 4, which calls 5, which the facts call.
    let calls: &[&[usize]] = &[&[1, 2, 3], &[4], &[5], &[4], &[5], &[]];
    let program = program(calls, &[(1, MAP), (2, FACTS), (3, STORY)]);
    let plan = Plan::new(&program).expect("a plan");
    assert_eq!(plan.functions[4..], [[MAP, STORY], [MAP, FACTS]].map(Homes::from));
    assert_eq!(plan.entries, BTreeMap::from([(10, 1), (11, 5), (12, 2), (13, 3)]));
    assert_eq!(stray_way(&program, &plan), None);
}

#[test]
fn a_way_between_parts_leads_through_the_core_where_it_is_marked() {
    // 1 is of the map and calls 2, which calls 3 of the facts; both use 4.
    let calls: &[&[usize]] = &[&[1], &[2, 4], &[3, 4], &[], &[]];
    let stray = |marks: &[(usize, usize)]| {
        let program = program(calls, marks);
        let plan = Plan::new(&program).expect("a plan");
        (stray_way(&program, &plan), plan.functions)
    };
    assert_eq!(stray(&[(1, MAP), (3, FACTS)]).0, Some((2, 3)));
    assert_eq!(stray(&[(1, MAP), (2, 0), (3, FACTS)]), (None, single([0, MAP, 0, FACTS, 0]).to_vec()));
}

#[test]
fn a_function_with_a_place_in_the_table_keeps_it() {
    let mut program = program(&[&[1], &[], &[3], &[]], &[(1, MAP), (2, FACTS)]);
    program.table = vec![(4, 1), (5, 2)];
    let plan = Plan::new(&program).expect("a plan");
    assert_eq!(plan.functions, single([0, MAP, FACTS, FACTS]));
    assert_eq!(plan.entries, BTreeMap::from([(4, 1), (5, 2)]));
    assert_eq!(plan.length, 10);
}

#[test]
fn a_method_that_the_compiler_merged_is_of_all_charts_whose_method_it_is() {
    // The core knows the methods of two charts, the constants 5 and 6: 1 and 3 of the map, 2 and 3 of the facts.
    let mut program = program(&[&[], &[], &[], &[4], &[]], &[(1, MAP), (2, FACTS), (3, FACTS)]);
    program.table = vec![(4, 1), (5, 2), (6, 3)];
    program.references = vec![vec![5, 6], vec![], vec![], vec![], vec![], vec![1, 3], vec![2, 3]];
    let plan = Plan::new(&program).expect("a plan");
    let both = Homes::from([MAP, FACTS]);
    assert_eq!(plan.functions[..3], single([0, MAP, FACTS]));
    assert_eq!(plan.functions[3..], [both.clone(), both]);
    assert_eq!(plan.entries, BTreeMap::from([(4, 1), (5, 2), (6, 3)]));
}

#[test]
fn what_stands_in_the_table_without_a_mark_is_of_the_core() {
    let mut program = program(&[&[1], &[2], &[]], &[(1, MAP)]);
    program.table = vec![(4, 2)];
    let plan = Plan::new(&program).expect("a plan");
    assert_eq!(plan.functions, single([0, MAP, 0]));
    assert!(plan.imported[MAP].contains(&2));
}

#[test]
fn a_function_in_the_table_is_where_those_are_who_know_its_place() {
    // 1 is of the map and takes the place of 2, which a constant of 3 points to in the second program.
    let mut program = program(&[&[1], &[], &[], &[]], &[(1, MAP)]);
    program.table = vec![(4, 2)];
    program.references = vec![vec![], vec![2]];
    let plan = Plan::new(&program).expect("a plan");
    assert_eq!(plan.functions, single([0, MAP, MAP, 0]));
    assert_eq!(plan.entries, BTreeMap::from([(4, 2), (10, 1)]));
    program.calls[0].push(3);
    program.references = vec![vec![], vec![2], vec![], vec![4], vec![2]];
    assert_eq!(Plan::new(&program).expect("a plan").functions, single([0, MAP, 0, 0]));
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
    let expected = [&[CORE][..], &[FACTS], &[STORY], &[MAP, FACTS], &[CORE], &[STORY], &[]];
    assert_eq!(plan.constants, expected.map(|homes| homes.iter().copied().collect::<Homes>()));
    assert_eq!(plan.entries.values().copied().collect::<Vec<_>>(), [1, 2, 3], "constants have no entries");
}

#[test]
fn a_call_between_parts_that_do_not_build_on_each_other_is_found() {
    // The story may call the facts, which may call it back; the map may call neither.
    let marks = [(1, FACTS), (2, STORY), (3, MAP)];
    let stray = |calls: &[&[usize]]| {
        let program = program(calls, &marks);
        stray_way(&program, &Plan::new(&program).expect("a plan"))
    };
    assert_eq!(stray(&[&[1, 2, 3], &[2], &[1], &[0]]), None);
    assert_eq!(stray(&[&[1, 2, 3], &[], &[], &[1]]), Some((3, 1)));
    assert_eq!(stray(&[&[1, 2, 3], &[], &[3], &[]]), Some((2, 3)));
}

#[test]
fn a_pointer_into_a_part_that_may_not_have_come_is_found() {
    // 1 is of the map and takes the place of 2, which is of the facts.
    let mut program = program(&[&[1], &[], &[]], &[(1, MAP), (2, FACTS)]);
    program.table = vec![(4, 2)];
    program.references = vec![vec![], vec![2], vec![]];
    assert_eq!(stray_way(&program, &Plan::new(&program).expect("a plan")), Some((1, 2)));
    program.references = vec![vec![2], vec![], vec![]];
    assert_eq!(stray_way(&program, &Plan::new(&program).expect("a plan")), None);
}

#[test]
fn what_is_called_from_outside_cannot_be_marked() {
    assert!(Plan::new(&program(&[&[]], &[(0, MAP)])).is_err());
}
