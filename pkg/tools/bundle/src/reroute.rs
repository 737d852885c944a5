//! How the functions of a part reach those of others.

use walrus::ir::{self, Instr, Value, VisitorMut};
use walrus::{FunctionId, GlobalId, TableId, TypeId};

/// Calls into other parts go through the table.
pub(crate) struct ThroughTable<'a> {
    /// Functions of other parts, with their types and their places.
    pub(crate) entries: &'a [(FunctionId, TypeId, u64)],
    pub(crate) table: TableId,
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

/// Functions of the core are imported, and its stack pointer is asked for by a call, since old engines do not share globals
/// that change.
pub(crate) struct FromCore<'a> {
    pub(crate) imported: &'a [(FunctionId, FunctionId)],
    pub(crate) stack: GlobalId,
    pub(crate) get: FunctionId,
    pub(crate) set: FunctionId,
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
