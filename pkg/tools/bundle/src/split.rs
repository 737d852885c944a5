//! Cuts one linked wasm into parts: the core, which every widget needs, and others, which a page loads when it needs what is
//! in them.
//!
//! All stand on the core's memory, table and stack. A part imports what it calls of the core. All other ways from one part
//! into another go through the table: the caller calls a place that holds a trap until the other part, on its arrival,
//! puts the function there.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{self, Instr, Value, Visitor, VisitorMut};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, Function, FunctionBuilder, FunctionId, FunctionKind,
    GlobalId, InstrSeqBuilder, LocalId, MemoryId, Module, TableId, TypeId, ValType, passes,
};

use crate::copies::{by_number, copies};
use crate::glue::short_name;
use crate::marks::Mark;
use crate::memory;
use crate::parts::PartOfProgram;
use crate::plan::{CORE, Homes, Plan, Program, stray_way};
use crate::relocations::{Constant, References};
use crate::reroute::{FromCore, ThroughTable};

/// A marked function with so few instructions and no call stays where it is used: it weighs less than the way to it, and
/// the compiler may have made it stand for an equal one of the core.
const SMALL: usize = 12;

/// Stands in the names of closures.
const CLOSURE: &str = "{{closure}}";

/// The module that parts import from: the core's exports, under these names and those of functions.
const MODULE: &str = "m";
const MEMORY: &str = "memory";
const TABLE: &str = "table";
const GET: &str = "get";
const SET: &str = "set";

/// Splits `whole` into a module for each part. `references` are those of the linked program, whose functions have the same
/// ids in `whole`. `charts` are types that are said to be in a part.
///
/// # Errors
/// Tells what is not as the compiler lays it out, which way leads astray, which mark is on nothing, and which chart is elsewhere.
pub(crate) fn split(
    whole: &mut Module,
    references: &References,
    parts: &[PartOfProgram],
    marks: &[Mark],
    charts: &[Mark],
) -> Result<Vec<Module>> {
    let (mut modules, numbers) = copies(whole, parts.len())?;
    let [core, others @ ..] = &mut modules[..] else { bail!("split: no part") };
    let mut program = program(core, parts, marks)?;
    program.references = by_number(references, &numbers, &program);
    let plan = Plan::new(&program)?;
    if let Some(way) = stray_way(&program, &plan) {
        let [from, to] =
            [way.0, way.1].map(|at| core.funcs.iter().nth(at).and_then(|found| found.name.as_deref()));
        bail!("split: {from:?} leads to {to:?}, whose part may not have come");
    }
    for mark in marks {
        let is_there = parts_of(core, &plan, mark).any(|part| part == mark.part);
        let name = parts[mark.part].name;
        ensure!(is_there, "split: {} is marked, but nothing of it is in {name}", mark.path);
    }
    for chart in charts {
        let mut found = parts_of(core, &plan, chart);
        // Small methods of a chart stay in the core, but none of a chart of the core is elsewhere.
        let is_there = if chart.part == CORE {
            found.all(|part| part == CORE)
        } else {
            found.any(|part| part == chart.part)
        };
        let name = parts[chart.part].name;
        ensure!(is_there, "split: {} is listed for {name}, but its module is not marked so", chart.path);
    }
    let is_moved = |(constant, homes): &(&Constant, &Homes)| constant.is_read_only && !homes.contains(&CORE);
    let moved = || references.constants.iter().zip(&plan.constants).filter(is_moved);
    leave_core(core, &plan)?;
    let runs: Vec<_> = moved().map(|(constant, _)| constant.place.clone()).collect();
    memory::clear(core, &runs);
    for (index, module) in others.iter_mut().enumerate() {
        let part = index + 1;
        let runs = moved().filter(|(_, of)| of.contains(&part)).map(|(constant, _)| constant.place.clone());
        memory::keep(module, only_memory(module)?, &runs.collect::<Vec<_>>())?;
        leave_part(module, &plan, part)?;
    }
    modules.iter_mut().for_each(passes::gc::run);
    Ok(modules)
}

/// The parts of each function that is marked so.
fn parts_of(whole: &Module, plan: &Plan, mark: &Mark) -> impl Iterator<Item = usize> {
    let functions = whole.funcs.iter().zip(&plan.functions);
    let is_on = |function: &Function| function.name.as_deref().is_some_and(|name| mark.is_on(name));
    functions.filter(move |(function, _)| is_on(function)).flat_map(|(_, homes)| homes).copied()
}

/// What the plan looks at. Functions go by their number, which is the same in all copies of the whole.
fn program(whole: &Module, parts: &[PartOfProgram], marks: &[Mark]) -> Result<Program> {
    let functions = functions(whole);
    let number = |id: FunctionId| functions.binary_search(&id).unwrap_or(usize::MAX);
    let calls: Vec<Calls> = functions.iter().map(|id| Calls::of(whole, *id)).collect();
    let called: BTreeSet<FunctionId> = calls.iter().flat_map(|calls| &calls.to).copied().collect();
    let mark_of = |(id, calls): (&FunctionId, &Calls)| {
        let name = whole.funcs.get(*id).name.as_deref().unwrap_or_default();
        let closest = marks.iter().filter(|mark| mark.is_on(name)).max_by_key(|mark| mark.path.len());
        let is_small = calls.to.is_empty() && calls.length <= SMALL;
        // The compiler merges equal closures of different modules. One that is called directly goes where its callers are.
        let is_callers = name.contains(CLOSURE) && called.contains(id);
        closest.filter(|_| !is_small && !is_callers).map(|mark| mark.part)
    };
    let exported = whole.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    // What a part calls of JavaScript goes through the core, whose imports are the ones there are.
    let imported =
        functions.iter().copied().filter(|id| matches!(whole.funcs.get(*id).kind, FunctionKind::Import(_)));
    Ok(Program {
        marks: functions.iter().zip(&calls).map(mark_of).collect(),
        outside: exported.chain(whole.start).chain(imported).map(number).collect(),
        table: table_entries(whole)?.into_iter().map(|(place, id)| (place, number(id))).collect(),
        length: whole.tables.iter().next().context("split: no table")?.initial,
        below: parts.iter().map(|part| part.below).collect(),
        calls: calls.into_iter().map(|calls| calls.to.into_iter().map(number).collect()).collect(),
        references: Vec::new(),
    })
}

/// Takes all other parts out of the core, and exports what they need.
fn leave_core(core: &mut Module, plan: &Plan) -> Result<()> {
    let functions = functions(core);
    let (table, stack) = (only_table(core)?, stack_pointer(core)?);
    call_through_table(core, plan, CORE, table);
    let trap = function(core, &[], &[], |_, body| {
        body.unreachable();
    });
    for element in core.elements.iter_mut() {
        let ElementItems::Functions(items) = &mut element.items else { continue };
        let is_late =
            |id: &FunctionId| functions.binary_search(id).is_ok_and(|at| !plan.functions[at].contains(&CORE));
        items.iter_mut().filter(|id| is_late(id)).for_each(|id| *id = trap);
    }
    let shared = core.tables.get_mut(table);
    (shared.initial, shared.maximum) = (plan.length, Some(plan.length));
    let get = function(core, &[], &[ValType::I32], |_, body| {
        body.global_get(stack);
    });
    let set = function(core, &[ValType::I32], &[], |arguments, body| {
        body.local_get(arguments[0]).global_set(stack);
    });
    core.exports.add(GET, get);
    core.exports.add(SET, set);
    core.exports.add(TABLE, table);
    for (place, at) in called(plan).into_iter().enumerate() {
        core.exports.add(&short_name(place), functions[at]);
    }
    Ok(())
}

/// The functions of the core that parts call. Each is called by a letter or two for its place here: a name weighs in each part.
fn called(plan: &Plan) -> BTreeSet<usize> {
    plan.imported.iter().flatten().copied().collect()
}

/// Takes everything but a part out of a copy of the whole, and imports what the part needs.
fn leave_part(module: &mut Module, plan: &Plan, part: usize) -> Result<()> {
    let functions = functions(module);
    let (table, memory, stack) = (only_table(module)?, only_memory(module)?, stack_pointer(module)?);
    call_through_table(module, plan, part, table);
    let mut imported = Vec::new();
    for (place, at) in called(plan).into_iter().enumerate() {
        if plan.imported[part].contains(&at) {
            let ty = module.funcs.get(functions[at]).ty();
            imported.push((functions[at], module.add_import_func(MODULE, &short_name(place), ty).0));
        }
    }
    let ty = module.types.add(&[], &[ValType::I32]);
    let get = module.add_import_func(MODULE, GET, ty).0;
    let ty = module.types.add(&[ValType::I32], &[]);
    let set = module.add_import_func(MODULE, SET, ty).0;
    for at in of_part(plan, part) {
        visit(module, functions[at], &mut FromCore { imported: &imported, stack, get, set });
    }
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    elements.into_iter().for_each(|id| module.elements.delete(id));
    let import = module.imports.add(MODULE, TABLE, table);
    let shared = module.tables.get_mut(table);
    (shared.import, shared.initial, shared.maximum) = (Some(import), plan.length, Some(plan.length));
    shared.elem_segments.clear();
    let import = module.imports.add(MODULE, MEMORY, memory);
    let shared = module.memories.get_mut(memory);
    shared.import = Some(import);
    fill_table(module, plan, part, table)
}

/// Puts the functions of a part into their places in the table, run by run.
fn fill_table(module: &mut Module, plan: &Plan, part: usize, table: TableId) -> Result<()> {
    let functions = functions(module);
    let own: Vec<(u64, usize)> = plan
        .entries
        .iter()
        .map(|(place, at)| (*place, *at))
        .filter(|(_, at)| plan.functions[*at].contains(&part))
        .collect();
    for run in own.chunk_by(|(place, _), (next, _)| place + 1 == *next) {
        let items = run.iter().map(|(_, at)| functions[*at]).collect();
        let offset = ConstExpr::Value(Value::I32(i32::try_from(run[0].0)?));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(items));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    Ok(())
}

/// Lets the functions of a part call those of other parts, except the core's, through the table.
fn call_through_table(module: &mut Module, plan: &Plan, part: usize, table: TableId) {
    let functions = functions(module);
    let elsewhere = plan.entries.iter().filter(|(_, at)| !plan.functions[**at].contains(&part));
    let entries: Vec<(FunctionId, TypeId, u64)> = elsewhere
        .map(|(place, at)| (functions[*at], module.funcs.get(functions[*at]).ty(), *place))
        .collect();
    for at in of_part(plan, part) {
        visit(module, functions[at], &mut ThroughTable { entries: &entries, table });
    }
}

/// The functions of a part.
fn of_part(plan: &Plan, part: usize) -> impl Iterator<Item = usize> {
    (0..plan.functions.len()).filter(move |at| plan.functions[*at].contains(&part))
}

/// The functions a function calls, and how long it is.
#[derive(Default)]
struct Calls {
    to: Vec<FunctionId>,
    length: usize,
}

impl Calls {
    fn of(module: &Module, id: FunctionId) -> Calls {
        let mut calls = Calls::default();
        if let FunctionKind::Local(local) = &module.funcs.get(id).kind {
            ir::dfs_in_order(&mut calls, local, local.entry_block());
        }
        calls
    }
}

impl<'module> Visitor<'module> for Calls {
    fn visit_instr(&mut self, _: &'module Instr, _: &'module ir::InstrLocId) {
        self.length += 1;
    }

    fn visit_function_id(&mut self, id: &FunctionId) {
        self.to.push(*id);
    }
}

/// All functions, in an order that is the same in every copy of a module.
pub(crate) fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

/// Lets `visitor` change the function, unless it is imported.
fn visit(module: &mut Module, id: FunctionId, visitor: &mut impl VisitorMut) {
    if let FunctionKind::Local(local) = &mut module.funcs.get_mut(id).kind {
        let entry = local.entry_block();
        ir::dfs_pre_order_mut(visitor, local, entry);
    }
}

/// A new function of such a type, with the body that `build` gives it.
fn function(
    module: &mut Module,
    arguments: &[ValType],
    results: &[ValType],
    build: impl FnOnce(&[LocalId], &mut InstrSeqBuilder<'_>),
) -> FunctionId {
    let locals: Vec<LocalId> = arguments.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut made = FunctionBuilder::new(&mut module.types, arguments, results);
    build(&locals, &mut made.func_body());
    made.finish(locals, &mut module.funcs)
}

/// The functions in the table and their places.
fn table_entries(module: &Module) -> Result<Vec<(u64, FunctionId)>> {
    let mut entries = Vec::new();
    for element in module.elements.iter() {
        let (ElementItems::Functions(items), ElementKind::Active { offset, .. }) =
            (&element.items, &element.kind)
        else {
            bail!("split: an element is not an active list of functions");
        };
        let ConstExpr::Value(Value::I32(start)) = offset else {
            bail!("split: an element does not stand at a fixed place");
        };
        let start = u64::try_from(*start)?;
        entries.extend((start..).zip(items.iter().copied()));
    }
    Ok(entries)
}

fn only_table(module: &Module) -> Result<TableId> {
    only(module.tables.iter().map(|table| table.id())).context("split: not one table")
}

fn only_memory(module: &Module) -> Result<MemoryId> {
    only(module.memories.iter().map(|memory| memory.id())).context("split: not one memory")
}

fn stack_pointer(module: &Module) -> Result<GlobalId> {
    let globals = module.globals.iter().filter(|global| global.mutable);
    only(globals.map(|global| global.id())).context("split: not one global that changes")
}

fn only<T>(mut of: impl Iterator<Item = T>) -> Option<T> {
    let first = of.next();
    first.filter(|_| of.next().is_none())
}

#[cfg(test)]
mod tests;
