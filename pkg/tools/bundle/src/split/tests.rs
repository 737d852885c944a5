//! A small program is cut, and its parts run as those of the page do.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmi::{Engine, Instance, Linker, Module, Store};

use super::{MODULE, split};
use crate::marks::Mark;
use crate::parts::PartOfProgram;
use crate::relocations::{Constant, References, Target};

/// The core adds 1, the map 10, the facts 100 and the story 1000. The story builds on the facts: both use `facts::shared`.
/// `far` is marked for the map and called through the table; `beside` is there as well, and only the map knows its place. `gone` was in
/// the table once. All keep what they add on the stack in memory.
const PROGRAM: &str = r#"
(module
  (memory (export "memory") 1)
  (global $stack (mut i32) (i32.const 1024))
  (table 4 4 funcref)
  (elem (i32.const 1) $far $near $beside)
  (type $changes (func (param i32) (result i32)))
  (data (i32.const 16) "what the core says, what the story says, what nobody says, what both say")
  (data (i32.const 128) "what the story changes")

  (func $add (param i32 i32) (result i32)
    (global.set $stack (i32.sub (global.get $stack) (i32.const 16)))
    (i32.store (global.get $stack) (i32.add (local.get 0) (local.get 1)))
    (global.get $stack)
    (global.set $stack (i32.add (global.get $stack) (i32.const 16)))
    (i32.load))
  (func $map::draw (param i32) (result i32)
    (call $add (call $map::inner (local.get 0)) (i32.const 10)))
  (func $map::inner (param i32) (result i32)
    (global.set $stack (i32.sub (global.get $stack) (i32.const 16)))
    (i32.store (global.get $stack) (local.get 0))
    (i32.load (global.get $stack))
    (global.set $stack (i32.add (global.get $stack) (i32.const 16))))
  (func $far (param i32) (result i32)
    (call $map::draw (call $map::draw (local.get 0))))
  (func $near (param i32) (result i32)
    (call $add (local.get 0) (i32.const 1)))
  (func $beside (param i32) (result i32)
    (call $add (local.get 0) (i32.const 2)))
  (func $facts::list (param i32) (result i32)
    (call $shared (local.get 0)))
  (func $shared (param i32) (result i32)
    (call $add (local.get 0) (i32.const 100)))
  (func $story::draw (param i32) (result i32)
    (call $add (call $shared (local.get 0)) (i32.const 1000)))
  (func $gone (param i32) (result i32)
    (i32.const 57))
  (func $letter (param i32) (result i32)
    (i32.load8_u (local.get 0)))

  (func (export "core") (param i32) (result i32) (call $add (local.get 0) (i32.const 1)))
  (func (export "map") (param i32) (result i32) (call $map::draw (local.get 0)))
  (func (export "facts") (param i32) (result i32) (call $facts::list (local.get 0)))
  (func (export "story") (param i32) (result i32) (call $story::draw (local.get 0)))
  (func (export "letter") (param i32) (result i32) (call $letter (local.get 0)))
  (func (export "in-table") (param i32 i32) (result i32)
    (call_indirect (type $changes) (local.get 0) (local.get 1))))
"#;

/// Where the constants stand in memory: what the core says, what the story says, what nobody says, what the facts and the story
/// say, and what the story changes.
const PLACES: [Range<u32>; 5] = [16..34, 36..55, 57..73, 75..88, 128..150];

/// The core, the map, the facts, and the story, which builds on the facts.
fn parts() -> Vec<PartOfProgram> {
    let part = |name, below| PartOfProgram { name, below };
    vec![part("core", 0), part("map", 0), part("facts", 0), part("story", 2)]
}

fn marks() -> Vec<Mark> {
    let mark = |path: &str, part| Mark { path: path.to_owned(), part };
    vec![mark("map", 1), mark("far", 1), mark("facts", 2), mark("story", 3)]
}

fn whole(program: &str) -> walrus::Module {
    walrus::Module::from_buffer(&wat::parse_str(program).expect("sound text")).expect("a sound module")
}

/// What the linker would say of the program.
fn references(whole: &walrus::Module) -> References {
    let function = |name| whole.funcs.by_name(name).expect(name);
    let to = |targets: &[Target]| targets.iter().copied().collect::<BTreeSet<Target>>();
    let of_functions = BTreeMap::from([
        (function("letter"), to(&[Target::Constant(0), Target::Function(function("gone"))])),
        (function("gone"), to(&[Target::Constant(2)])),
        (function("map::draw"), to(&[Target::Function(function("beside"))])),
        (function("facts::list"), to(&[Target::Constant(3)])),
        (function("story::draw"), to(&[Target::Constant(1), Target::Constant(3), Target::Constant(4)])),
    ]);
    let constant = |place: &Range<u32>| Constant {
        place: place.clone(),
        is_read_only: place.start < 128,
        points_to: BTreeSet::new(),
    };
    References { of_functions, constants: PLACES.iter().map(constant).collect() }
}

/// The parts of a program, of which the linker says the same.
fn cut(program: &str, marks: &[Mark], charts: &[Mark]) -> anyhow::Result<Vec<walrus::Module>> {
    let mut whole = whole(program);
    let references = references(&whole);
    split(&mut whole, &references, &parts(), marks, charts)
}

/// A core that parts can join.
struct Running {
    store: Store<()>,
    linker: Linker<()>,
    core: Instance,
    parts: Vec<Vec<u8>>,
}

impl Running {
    fn new() -> Running {
        Running::of(PROGRAM)
    }

    fn of(program: &str) -> Running {
        let mut modules = cut(program, &marks(), &[]).expect("parts");
        let parts: Vec<Vec<u8>> = modules.iter_mut().map(walrus::Module::emit_wasm).collect();
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let mut linker = Linker::new(&engine);
        let module = Module::new(&engine, &parts[0]).expect("a core");
        let core = linker.instantiate_and_start(&mut store, &module).expect("a core that starts");
        let exports: Vec<_> =
            core.exports(&store).map(|export| (export.name().to_owned(), export.into_extern())).collect();
        for (name, value) in exports {
            linker.define(MODULE, &name, value).expect("a name of its own");
        }
        Running { store, linker, core, parts }
    }

    fn join(&mut self, part: usize) {
        let module = Module::new(self.store.engine(), &self.parts[part]).expect("a part");
        self.linker.instantiate_and_start(&mut self.store, &module).expect("a part that joins");
    }

    /// What a function makes of a number, or nothing if it traps.
    fn call(&mut self, name: &str, number: i32) -> Option<i32> {
        let function = self.core.get_typed_func::<i32, i32>(&self.store, name).expect(name);
        function.call(&mut self.store, number).ok()
    }

    fn call_in_table(&mut self, number: i32, place: i32) -> Option<i32> {
        let function =
            self.core.get_typed_func::<(i32, i32), i32>(&self.store, "in-table").expect("in-table");
        function.call(&mut self.store, (number, place)).ok()
    }
}

#[test]
fn parts_run_once_they_have_joined_and_trap_before() {
    let mut program = Running::new();
    assert_eq!(program.call("core", 5), Some(6));
    for name in ["map", "facts", "story"] {
        assert_eq!(program.call(name, 5), None, "{name} is not there yet");
    }
    program.join(1);
    assert_eq!(program.call("map", 5), Some(15));
    assert_eq!(program.call("facts", 5), None);
    program.join(3);
    assert_eq!(program.call("story", 5), None, "it builds on the facts");
    program.join(2);
    assert_eq!(program.call("facts", 5), Some(105));
    assert_eq!(program.call("story", 5), Some(5 + 100 + 1000), "through all that it builds on");
}

#[test]
fn a_closure_that_the_core_calls_too_is_in_the_core() {
    // The compiler has merged one of the core with an equal one of the map.
    let program = PROGRAM.replace("$map::inner", r#"$"map::{{closure}}""#).replace(
        r#""core") (param i32) (result i32) (call $add (local.get 0)"#,
        r#""core") (param i32) (result i32) (call $add (call $"map::{{closure}}" (local.get 0))"#,
    );
    let mut program = Running::of(&program);
    assert_eq!([program.call("core", 5), program.call("map", 5)], [Some(6), None]);
    program.join(1);
    assert_eq!(program.call("map", 5), Some(15));
}

#[test]
fn what_stands_in_the_table_keeps_its_place() {
    let mut program = Running::new();
    assert_eq!([program.call_in_table(5, 2), program.call_in_table(5, 1)], [Some(6), None]);
    program.join(1);
    assert_eq!([program.call_in_table(5, 2), program.call_in_table(5, 1)], [Some(6), Some(25)]);
}

#[test]
fn what_stands_in_the_table_for_one_part_comes_with_it() {
    let mut program = Running::new();
    assert_eq!(program.call_in_table(5, 3), None);
    program.join(1);
    assert_eq!(program.call_in_table(5, 3), Some(7));
}

#[test]
fn a_constant_comes_with_the_part_that_reads_it() {
    let mut program = Running::new();
    // Whether each is in memory, from its first to its last byte.
    let mut are_there = |part: Option<usize>| {
        part.into_iter().for_each(|part| program.join(part));
        PLACES.map(|place| {
            let mut bytes = place.map(|at| program.call("letter", at.cast_signed()));
            let first = bytes.next().flatten();
            let is_there = first == Some(b'w'.into());
            assert!(bytes.all(|byte| (byte != Some(0)) == is_there), "a piece is there");
            is_there
        })
    };
    assert_eq!(are_there(None), [true, false, false, false, true], "what changes stays");
    assert_eq!(are_there(Some(1)), [true, false, false, false, true]);
    assert_eq!(are_there(Some(2)), [true, false, false, true, true], "the story builds on the facts");
    assert_eq!(are_there(Some(3)), [true, true, false, true, true]);
}

#[test]
fn code_is_in_one_part_only() {
    let mut modules = cut(PROGRAM, &marks(), &[]).expect("parts");
    let count = |module: &mut walrus::Module| module.funcs.iter_local().count();
    // The core has its own nine, and three that the split adds: the trap, and the ways to the stack.
    assert_eq!(modules.iter_mut().map(count).collect::<Vec<_>>(), [12, 4, 2, 1]);
}

#[test]
fn a_mark_on_nothing_is_an_error() {
    let mut marks = marks();
    marks.push(Mark { path: "search".to_owned(), part: 2 });
    let error = cut(PROGRAM, &marks, &[]).expect_err("an error").to_string();
    assert_eq!(error, "split: search is marked, but nothing of it is in facts");
}

#[test]
fn a_call_into_a_part_that_may_not_have_come_is_an_error() {
    let program = PROGRAM.replace(
        "(func $shared (param i32) (result i32)",
        "(func $shared (param i32) (result i32) (drop (call $map::draw (local.get 0)))",
    );
    let error = cut(&program, &marks(), &[]).expect_err("an error").to_string();
    assert_eq!(error, r#"split: Some("shared") leads to Some("map::draw"), whose part may not have come"#);
}

#[test]
fn a_chart_that_is_not_in_its_part_is_an_error() {
    let chart = |part| [Mark { path: "story".to_owned(), part }];
    assert!(cut(PROGRAM, &marks(), &chart(3)).is_ok());
    for part in [0, 1, 2] {
        let error = cut(PROGRAM, &marks(), &chart(part)).expect_err("an error").to_string();
        assert!(error.ends_with("but its module is not marked so"), "{error}");
    }
}
