//! Copying and filling memory without the instructions for it, which Chromium has since 75.
//!
//! wasm-opt would lower them as well, but to loops that copy single bytes, in each part anew.

use walrus::ir::{
    BinaryOp, Call, ExtendedLoad, Instr, InstrSeq, LoadKind, MemArg, StoreKind, UnaryOp, VisitorMut,
    dfs_pre_order_mut,
};
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, LocalId, MemoryId, Module, ValType,
};

/// Lets calls do what instructions for copying and filling memory do.
pub(crate) fn call_instead(module: &mut Module) {
    let Some(memory) = module.memories.iter().next().map(|memory| memory.id()) else { return };
    let all: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let mut calls = Calls { copy: copier(module, memory), fill: filler(module, memory) };
    for id in all {
        if let FunctionKind::Local(local) = &mut module.funcs.get_mut(id).kind {
            let entry = local.entry_block();
            dfs_pre_order_mut(&mut calls, local, entry);
        }
    }
}

struct Calls {
    copy: FunctionId,
    fill: FunctionId,
}

impl VisitorMut for Calls {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        for (instruction, _) in &mut sequence.instrs {
            let func = match instruction {
                Instr::MemoryCopy(_) => self.copy,
                Instr::MemoryFill(_) => self.fill,
                _ => continue,
            };
            *instruction = Call { func }.into();
        }
    }
}

/// How many bytes are moved at once.
#[derive(Clone, Copy)]
enum Step {
    One,
    Eight,
}

/// An address of any alignment.
const ANYWHERE: MemArg = MemArg { align: 1, offset: 0 };

impl Step {
    fn bytes(self) -> i32 {
        match self {
            Step::One => 1,
            Step::Eight => 8,
        }
    }

    /// Moves from the address on top of the stack to the one below it.
    fn copy(self, body: &mut InstrSeqBuilder<'_>, memory: MemoryId) {
        let (load, store) = match self {
            Step::One => {
                (LoadKind::I32_8 { kind: ExtendedLoad::ZeroExtend }, StoreKind::I32_8 { atomic: false })
            }
            Step::Eight => (LoadKind::I64 { atomic: false }, StoreKind::I64 { atomic: false }),
        };
        body.load(memory, load, ANYWHERE).store(memory, store, ANYWHERE);
    }

    /// Writes the byte on top of the stack to the address below it, and to those behind.
    fn fill(self, body: &mut InstrSeqBuilder<'_>, memory: MemoryId) {
        let store = match self {
            Step::One => StoreKind::I32_8 { atomic: false },
            Step::Eight => {
                // Only the lowest byte of what is given counts.
                body.i32_const(0xff).binop(BinaryOp::I32And).unop(UnaryOp::I64ExtendUI32);
                body.i64_const(0x0101_0101_0101_0101).binop(BinaryOp::I64Mul);
                StoreKind::I64 { atomic: false }
            }
        };
        body.store(memory, store, ANYWHERE);
    }
}

/// A function that takes where to copy to, from where, and how many bytes. The two may overlap.
fn copier(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, from, count] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let mut made = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    let mut body = made.func_body();
    // If the target begins inside the source, copying from the start would overwrite bytes that are still to be read. That
    // happens where something is inserted into a list, and such lists are short.
    body.local_get(to).local_get(from).binop(BinaryOp::I32Sub).local_get(count).binop(BinaryOp::I32LtU);
    body.if_else(
        None,
        |from_the_end| {
            repeat(from_the_end, count, Step::One, |body| {
                add(body, count, -1);
                for place in [to, from] {
                    body.local_get(place).local_get(count).binop(BinaryOp::I32Add);
                }
                Step::One.copy(body, memory);
            });
        },
        |from_the_start| {
            for step in [Step::Eight, Step::One] {
                repeat(from_the_start, count, step, |body| {
                    body.local_get(to).local_get(from);
                    step.copy(body, memory);
                    add(body, to, step.bytes());
                    add(body, from, step.bytes());
                    add(body, count, -step.bytes());
                });
            }
        },
    );
    made.name("copy memory".to_owned());
    made.finish(vec![to, from, count], &mut module.funcs)
}

/// A function that takes where to fill, with which byte, and how many bytes.
fn filler(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, byte, count] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let mut made = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    for step in [Step::Eight, Step::One] {
        repeat(&mut made.func_body(), count, step, |body| {
            add(body, count, -step.bytes());
            body.local_get(to).local_get(count).binop(BinaryOp::I32Add).local_get(byte);
            step.fill(body, memory);
        });
    }
    made.name("fill memory".to_owned());
    made.finish(vec![to, byte, count], &mut module.funcs)
}

/// Repeats some work while at least a step is left.
fn repeat(
    body: &mut InstrSeqBuilder<'_>,
    count: LocalId,
    step: Step,
    work: impl FnOnce(&mut InstrSeqBuilder<'_>),
) {
    body.loop_(None, |again| {
        let start = again.id();
        again.local_get(count);
        if let Step::Eight = step {
            again.i32_const(7).binop(BinaryOp::I32GtU);
        }
        again.if_else(
            None,
            |then| {
                work(then);
                then.br(start);
            },
            |_| {},
        );
    });
}

fn add(body: &mut InstrSeqBuilder<'_>, local: LocalId, number: i32) {
    body.local_get(local).i32_const(number).binop(BinaryOp::I32Add).local_set(local);
}

#[cfg(test)]
mod tests {
    use wasmi::{Engine, Linker, Module, Store};

    use super::call_instead;

    const PROGRAM: &str = r#"
    (module
      (memory (export "memory") 1)
      (func (export "copy") (param i32 i32 i32)
        (if (local.get 2) (then (memory.copy (local.get 0) (local.get 1) (local.get 2)))))
      (func (export "fill") (param i32 i32 i32)
        (memory.fill (local.get 0) (local.get 1) (local.get 2))))
    "#;

    #[test]
    fn calls_do_what_the_instructions_do() {
        let bytes = wat::parse_str(PROGRAM).expect("sound text");
        let mut module = walrus::Module::from_buffer(&bytes).expect("a sound module");
        call_instead(&mut module);
        let changed = module.emit_wasm();
        // `memory.copy` and `memory.fill` begin with this byte, which nothing else here has.
        assert!(bytes.contains(&0xfc) && !changed.contains(&0xfc));
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let module = Module::new(&engine, &changed[..]).expect("a sound module");
        let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).expect("an instance");
        let memory = instance.get_memory(&store, "memory").expect("a memory");
        let [copy, fill] = ["copy", "fill"]
            .map(|name| instance.get_typed_func::<(i32, i32, i32), ()>(&store, name).expect("a function"));
        let mut expected: Vec<u8> = (0..100).collect();
        memory.write(&mut store, 0, &expected).expect("room");
        let compare = |store: &Store<()>, expected: &[u8], work: &str| {
            assert_eq!(&memory.data(store)[..100], expected, "{work}");
        };
        for count in 0..=33_usize {
            for (to, from) in [(40, 0), (0, 40), (40, 40), (40, 39), (39, 40), (40, 33), (33, 41), (40, 31)] {
                copy.call(&mut store, (to as i32, from as i32, count as i32)).expect("no trap");
                expected.copy_within(from..from + count, to);
                compare(&store, &expected, &format!("{count} from {from} to {to}"));
            }
            fill.call(&mut store, (count as i32, 0x300 + 200 + count as i32, count as i32)).expect("no trap");
            expected[count..2 * count].fill(200 + count as u8);
            compare(&store, &expected, &format!("{count} filled"));
        }
    }
}
