//! Cuts one linked wasm in two: the core, which every widget needs, and the annex, which a page loads when a
//! reader opens something in it.
//!
//! Both stand on the core's memory, table and stack. The annex imports what it calls of the core. The other
//! way goes through the table: where the core calls into the annex it calls an entry that holds a trap until
//! the annex, on its arrival, puts the function there. So the source needs no seams: what the annex is, is
//! told by module paths here, and by what only these reach.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{self, Instr, Value, Visitor, VisitorMut};
use walrus::{
    ConstExpr, DataId, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalId, InstrSeqBuilder, LocalId, MemoryId, Module, TableId, TypeId, ValType, passes,
};

/// Modules of the crate that are in the annex; what only they reach follows.
const ANNEX: [&str; 18] = [
    "chart::facts",
    "chart::flow",
    "chart::map::card",
    "chart::fact_locations",
    "chart::provenance",
    "chart::tier_table::provenance",
    "chart::white_paper",
    "dataset::texts",
    "locale::annex",
    "paint::html::card",
    "paint::html::document",
    "paint::html::facts",
    "paint::html::linked",
    "paint::html::panel",
    "web::canvas",
    "web::files",
    "search",
    "widget::validate",
];

/// The crates that these modules are in.
const CRATES: [&str; 2] = ["county_chains::", "county_chains_data::"];

/// A function of the annex with so few instructions and no call stays in the core: it weighs less than the way to
/// it, and the compiler may have made it stand for an equal one of the core.
const SMALL: usize = 12;

/// The module that the annex imports from: the core's exports, under these names and the numbers of functions.
const CORE: &str = "m";
const MEMORY: &str = "memory";
const TABLE: &str = "table";
const GET: &str = "get";
const SET: &str = "set";

/// The two modules of a whole.
pub(crate) struct Split {
    pub(crate) core: Module,
    pub(crate) annex: Module,
}

/// Splits `whole`. `texts` are constants that only the annex reads.
///
/// # Errors
/// Tells what is not as the compiler lays it out.
pub(crate) fn split(whole: &mut Module, texts: &[&str]) -> Result<Split> {
    let bytes = whole.emit_wasm();
    let read = || Module::from_buffer(&bytes).context("split: the whole cannot be read again");
    let (mut core, mut annex) = (read()?, read()?);
    let plan = Plan::new(&core)?;
    plan.leave_in_core(&mut core)?;
    plan.leave_in_annex(&mut annex)?;
    for text in texts {
        move_text(&mut core, &mut annex, text.as_bytes())?;
    }
    passes::gc::run(&mut core);
    passes::gc::run(&mut annex);
    Ok(Split { core, annex })
}

/// What goes where. Functions go by their number, which is the same in both copies of the whole.
struct Plan {
    /// Functions of the annex.
    annex: BTreeSet<usize>,
    /// Functions of the core that the annex calls.
    imported: Vec<usize>,
    /// Functions of the annex that are reached through the table, and where they stand in it.
    entries: Vec<(u64, usize)>,
    /// Length of the table, with entries that were added for calls from the core.
    table: u64,
}

impl Plan {
    fn new(whole: &Module) -> Result<Plan> {
        let functions = functions(whole);
        let number = |id: FunctionId| functions.binary_search(&id).unwrap_or(usize::MAX);
        let calls: Vec<Calls> = functions.iter().map(|id| Calls::of(whole, *id)).collect();
        let is_of = |at: usize, module: &str| {
            let name = whole.funcs.get(functions[at]).name.as_deref().unwrap_or_default();
            let name = name.trim_start_matches('<');
            let here = CRATES.iter().find_map(|own| name.strip_prefix(own)).unwrap_or_default();
            here.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"))
        };
        let is_late = |at: usize| {
            let listed = ANNEX.iter().any(|module| is_of(at, module));
            listed && !(calls[at].to.is_empty() && calls[at].length <= SMALL)
        };
        let late: BTreeSet<usize> = (0..functions.len()).filter(|at| is_late(*at)).collect();
        let table: Vec<(u64, usize)> =
            table_entries(whole)?.into_iter().map(|(slot, id)| (slot, number(id))).collect();
        let exported = whole.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(number(id)),
            _ => None,
        });
        let roots = exported.chain(whole.start.map(number)).chain(table.iter().map(|(_, at)| *at));
        let mut core = BTreeSet::new();
        let mut open: Vec<usize> = roots.collect();
        while let Some(at) = open.pop() {
            if !late.contains(&at) && core.insert(at) {
                open.extend(calls[at].to.iter().map(|id| number(*id)));
            }
        }
        // What only the annex calls of JavaScript goes through the core as well, whose imports are the ones there are.
        let is_own = |at: &usize| matches!(whole.funcs.get(functions[*at]).kind, FunctionKind::Local(_));
        let annex: BTreeSet<usize> =
            (0..functions.len()).filter(|at| !core.contains(at)).filter(is_own).collect();
        let of = |side: &BTreeSet<usize>| -> BTreeSet<usize> {
            side.iter().flat_map(|at| calls[*at].to.iter().map(|id| number(*id))).collect()
        };
        let imported = of(&annex).difference(&annex).copied().collect();
        let mut entries: Vec<(u64, usize)> =
            table.iter().filter(|(_, at)| annex.contains(at)).copied().collect();
        let mut length = whole.tables.iter().next().context("split: no table")?.initial;
        for called in of(&core).intersection(&annex) {
            if !entries.iter().any(|(_, at)| at == called) {
                entries.push((length, *called));
                length += 1;
            }
        }
        for module in ANNEX {
            let is_there = annex.iter().any(|at| is_of(*at, module));
            ensure!(is_there, "split: nothing of {module} is in the annex");
        }
        Ok(Plan { annex, imported, entries, table: length })
    }

    /// Takes the annex out of the core and exports what it needs.
    fn leave_in_core(&self, core: &mut Module) -> Result<()> {
        let functions = functions(core);
        let (table, stack) = (only_table(core)?, stack_pointer(core)?);
        let entries: Vec<(FunctionId, TypeId, u64)> = self
            .entries
            .iter()
            .map(|(slot, at)| (functions[*at], core.funcs.get(functions[*at]).ty(), *slot))
            .collect();
        for at in (0..functions.len()).filter(|at| !self.annex.contains(at)) {
            visit(core, functions[at], &mut ThroughTable { entries: &entries, table });
        }
        let trap = function(core, &[], &[], |_, body| {
            body.unreachable();
        });
        for element in core.elements.iter_mut() {
            let ElementItems::Functions(items) = &mut element.items else { continue };
            let late = items.iter_mut().filter(|id| entries.iter().any(|(late, ..)| late == *id));
            late.for_each(|id| *id = trap);
        }
        let shared = core.tables.get_mut(table);
        (shared.initial, shared.maximum) = (self.table, Some(self.table));
        let get = function(core, &[], &[ValType::I32], |_, body| {
            body.global_get(stack);
        });
        let set = function(core, &[ValType::I32], &[], |arguments, body| {
            body.local_get(arguments[0]).global_set(stack);
        });
        core.exports.add(GET, get);
        core.exports.add(SET, set);
        core.exports.add(TABLE, table);
        for at in &self.imported {
            core.exports.add(&at.to_string(), functions[*at]);
        }
        Ok(())
    }

    /// Takes the core out of the annex and imports what it needs.
    fn leave_in_annex(&self, annex: &mut Module) -> Result<()> {
        let functions = functions(annex);
        let (table, memory, stack) = (only_table(annex)?, only_memory(annex)?, stack_pointer(annex)?);
        let mut imported = Vec::new();
        for at in &self.imported {
            let ty = annex.funcs.get(functions[*at]).ty();
            imported.push((functions[*at], annex.add_import_func(CORE, &at.to_string(), ty).0));
        }
        let ty = annex.types.add(&[], &[ValType::I32]);
        let get = annex.add_import_func(CORE, GET, ty).0;
        let ty = annex.types.add(&[ValType::I32], &[]);
        let set = annex.add_import_func(CORE, SET, ty).0;
        for at in &self.annex {
            visit(annex, functions[*at], &mut FromCore { imported: &imported, stack, get, set });
        }
        annex.start = None;
        let exports: Vec<_> = annex.exports.iter().map(|export| export.id()).collect();
        exports.into_iter().for_each(|id| annex.exports.delete(id));
        let elements: Vec<_> = annex.elements.iter().map(|element| element.id()).collect();
        elements.into_iter().for_each(|id| annex.elements.delete(id));
        let data: Vec<_> = annex.data.iter().map(|data| data.id()).collect();
        data.into_iter().for_each(|id| annex.data.delete(id));
        let import = annex.imports.add(CORE, TABLE, table);
        let shared = annex.tables.get_mut(table);
        (shared.import, shared.initial, shared.maximum) = (Some(import), self.table, Some(self.table));
        shared.elem_segments.clear();
        let import = annex.imports.add(CORE, MEMORY, memory);
        let shared = annex.memories.get_mut(memory);
        shared.import = Some(import);
        shared.data_segments.clear();
        for run in self.entries.chunk_by(|(slot, _), (next, _)| slot + 1 == *next) {
            let items = run.iter().map(|(_, at)| functions[*at]).collect();
            let offset = ConstExpr::Value(Value::I32(i32::try_from(run[0].0)?));
            let id =
                annex.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(items));
            annex.tables.get_mut(table).elem_segments.insert(id);
        }
        Ok(())
    }
}

/// Moves a constant from the core's memory to the annex, which puts it back where it stood.
fn move_text(core: &mut Module, annex: &mut Module, text: &[u8]) -> Result<()> {
    let mut found = None;
    let segments: Vec<DataId> = core.data.iter().map(|data| data.id()).collect();
    for id in segments {
        let data = core.data.get_mut(id);
        let places: Vec<usize> = data
            .value
            .windows(text.len())
            .enumerate()
            .filter(|(_, part)| *part == text)
            .map(|(at, _)| at)
            .collect();
        let (DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. }, [at]) =
            (&data.kind, &places[..])
        else {
            ensure!(places.is_empty(), "split: a text stands in memory more than once");
            continue;
        };
        data.value[*at..at + text.len()].fill(0);
        found = Some(start + i32::try_from(*at)?);
    }
    let start = found.context("split: a text of the annex is not in memory")?;
    let memory = only_memory(annex)?;
    let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(start)) };
    let id = annex.data.add(kind, text.to_vec());
    annex.memories.get_mut(memory).data_segments.insert(id);
    Ok(())
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

/// In the core: calls into the annex go through the table.
struct ThroughTable<'a> {
    /// Functions of the annex, with their types and their places.
    entries: &'a [(FunctionId, TypeId, u64)],
    table: TableId,
}

impl VisitorMut for ThroughTable<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        let mut instructions = Vec::with_capacity(sequence.instrs.len());
        for (instruction, place) in sequence.instrs.drain(..) {
            let entry = match &instruction {
                Instr::Call(call) => self.entries.iter().find(|(id, ..)| *id == call.func),
                _ => None,
            };
            let Some((_, ty, slot)) = entry else {
                instructions.push((instruction, place));
                continue;
            };
            let value = Value::I32(i32::try_from(*slot).unwrap_or(i32::MAX));
            instructions.push((ir::Const { value }.into(), place));
            instructions.push((ir::CallIndirect { ty: *ty, table: self.table }.into(), place));
        }
        sequence.instrs = instructions;
    }
}

/// In the annex: functions of the core are imported, and its stack pointer is asked for by a call, since old
/// engines do not share globals that change.
struct FromCore<'a> {
    imported: &'a [(FunctionId, FunctionId)],
    stack: GlobalId,
    get: FunctionId,
    set: FunctionId,
}

impl VisitorMut for FromCore<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        for (instruction, _) in &mut sequence.instrs {
            match instruction {
                Instr::GlobalGet(get) if get.global == self.stack => {
                    *instruction = ir::Call { func: self.get }.into()
                }
                Instr::GlobalSet(set) if set.global == self.stack => {
                    *instruction = ir::Call { func: self.set }.into()
                }
                _ => {}
            }
        }
    }

    fn visit_function_id_mut(&mut self, id: &mut FunctionId) {
        if let Some((_, imported)) = self.imported.iter().find(|(own, _)| own == id) {
            *id = *imported;
        }
    }
}

/// All functions, in an order that is the same in every copy of a module.
fn functions(module: &Module) -> Vec<FunctionId> {
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
