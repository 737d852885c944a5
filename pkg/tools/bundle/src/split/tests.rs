//! A small program is cut, and its parts run as those of the page do.

use wasmi::{Engine, Instance, Linker, Module, Store};

use super::{MODULE, split};
use crate::marks::Mark;
use crate::parts::PartOfProgram;

/// The core adds 1, the map 10, the facts 100 and the story 1000. The story builds on the facts: both use `facts::shared`.
/// `far` is marked for the map and called through the table. All keep what they add on the stack in memory.
const PROGRAM: &str = r#"
(module
  (memory (export "memory") 1)
  (global $stack (mut i32) (i32.const 1024))
  (table 3 3 funcref)
  (elem (i32.const 1) $far $near)
  (type $changes (func (param i32) (result i32)))
  (data (i32.const 16) "what the core says, what the story says")

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
  (func $facts::list (param i32) (result i32)
    (call $shared (local.get 0)))
  (func $shared (param i32) (result i32)
    (call $add (local.get 0) (i32.const 100)))
  (func $story::draw (param i32) (result i32)
    (call $add (call $shared (local.get 0)) (i32.const 1000)))
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

/// Where the text of the story stands in memory.
const TEXT: i32 = 16 + 20;

/// The core, the map, the facts, and the story, which builds on the facts.
fn parts() -> Vec<PartOfProgram> {
    let part = |name, below, texts| PartOfProgram { name, below, texts };
    vec![
        part("core", 0, Vec::new()),
        part("map", 0, Vec::new()),
        part("facts", 0, Vec::new()),
        part("story", 2, vec!["what the story says"]),
    ]
}

fn marks() -> Vec<Mark> {
    let mark = |path: &str, part| Mark { path: path.to_owned(), part };
    vec![mark("map", 1), mark("far", 1), mark("facts", 2), mark("story", 3)]
}

fn whole() -> walrus::Module {
    walrus::Module::from_buffer(&wat::parse_str(PROGRAM).expect("sound text")).expect("a sound module")
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
        let mut modules = split(&mut whole(), &parts(), &marks(), &[]).expect("parts");
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
fn what_stands_in_the_table_keeps_its_place() {
    let mut program = Running::new();
    assert_eq!([program.call_in_table(5, 2), program.call_in_table(5, 1)], [Some(6), None]);
    program.join(1);
    assert_eq!([program.call_in_table(5, 2), program.call_in_table(5, 1)], [Some(6), Some(25)]);
}

#[test]
fn a_text_comes_with_the_part_that_reads_it() {
    let mut program = Running::new();
    assert_eq!([program.call("letter", 16), program.call("letter", TEXT)], [Some(b'w'.into()), Some(0)]);
    program.join(3);
    assert_eq!(program.call("letter", TEXT), Some(b'w'.into()));
}

#[test]
fn code_is_in_one_part_only() {
    let mut modules = split(&mut whole(), &parts(), &marks(), &[]).expect("parts");
    let count = |module: &mut walrus::Module| module.funcs.iter_local().count();
    // The core has its own nine, and three that the split adds: the trap, and the ways to the stack.
    assert_eq!(modules.iter_mut().map(count).collect::<Vec<_>>(), [12, 3, 2, 1]);
}

#[test]
fn a_mark_on_nothing_is_an_error() {
    let mut marks = marks();
    marks.push(Mark { path: "search".to_owned(), part: 2 });
    let error = split(&mut whole(), &parts(), &marks, &[]).expect_err("an error").to_string();
    assert_eq!(error, "split: search is marked, but nothing of it is in facts");
}

#[test]
fn a_call_into_a_part_that_may_not_have_come_is_an_error() {
    let program = PROGRAM.replace(
        "(func $shared (param i32) (result i32)",
        "(func $shared (param i32) (result i32) (drop (call $map::draw (local.get 0)))",
    );
    let mut whole =
        walrus::Module::from_buffer(&wat::parse_str(program).expect("sound text")).expect("a sound module");
    let error = split(&mut whole, &parts(), &marks(), &[]).expect_err("an error").to_string();
    assert_eq!(error, r#"split: Some("shared") calls Some("map::draw"), whose part may not have come"#);
}

#[test]
fn a_chart_that_is_not_in_its_part_is_an_error() {
    let chart = |part| [Mark { path: "story".to_owned(), part }];
    assert!(split(&mut whole(), &parts(), &marks(), &chart(3)).is_ok());
    for part in [0, 1, 2] {
        let error = split(&mut whole(), &parts(), &marks(), &chart(part)).expect_err("an error").to_string();
        assert!(error.ends_with("but its module is not marked so"), "{error}");
    }
}
