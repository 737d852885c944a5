//! Which bytes of the memory a part brings along.

use std::ops::Range;

use anyhow::{Context, Result};
use walrus::{ConstExpr, DataKind, MemoryId, Module, ir::Value};

/// Runs of bytes closer than this come as one: the head of another segment weighs more than the bytes between. Constants
/// never change, so that it does no harm to write those of another part once more.
const CLOSE: u32 = 8;

/// Leaves only those runs of the data in the module, which are in order.
///
/// # Errors
/// Tells which run the module has no data for.
pub(crate) fn keep(module: &mut Module, memory: MemoryId, runs: &[Range<u32>]) -> Result<()> {
    let kept = joined(runs).into_iter().map(|run| Ok((run.start, bytes(module, &run)?)));
    let kept = kept.collect::<Result<Vec<_>>>()?;
    let whole: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    whole.into_iter().for_each(|id| module.data.delete(id));
    module.memories.get_mut(memory).data_segments.clear();
    for (start, bytes) in kept {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(start)?));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
    Ok(())
}

/// Leaves those runs of the data empty.
pub(crate) fn clear(module: &mut Module, runs: &[Range<u32>]) {
    let segments: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        let Some(start) = start(&data.kind) else { continue };
        for run in runs {
            if let Some(found) = within(start, run).and_then(|run| data.value.get_mut(run)) {
                found.fill(0);
            }
        }
    }
}

fn joined(runs: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for run in runs {
        match joined.last_mut().filter(|last| run.start < last.end + CLOSE) {
            Some(last) => last.end = run.end,
            None => joined.push(run.clone()),
        }
    }
    joined
}

fn bytes(module: &Module, run: &Range<u32>) -> Result<Vec<u8>> {
    let mut found = module.data.iter().filter_map(|data| data.value.get(within(start(&data.kind)?, run)?));
    let found = found.next().with_context(|| format!("memory: nothing is at {run:?}"))?;
    Ok(found.to_vec())
}

/// Where a run is in a segment that starts at this address.
fn within(start: u32, run: &Range<u32>) -> Option<Range<usize>> {
    let place = |address: u32| usize::try_from(address.checked_sub(start)?).ok();
    Some(place(run.start)?..place(run.end)?)
}

fn start(kind: &DataKind) -> Option<u32> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => u32::try_from(*start).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{clear, joined, keep, start};

    fn module() -> walrus::Module {
        let text =
            r#"(module (memory 1) (data (i32.const 16) "0123456789abcdef") (data (i32.const 64) "other"))"#;
        walrus::Module::from_buffer(&wat::parse_str(text).expect("sound text")).expect("a sound module")
    }

    fn data(module: &walrus::Module) -> Vec<(u32, &str)> {
        let data = module.data.iter().map(|data| (start(&data.kind), std::str::from_utf8(&data.value)));
        data.map(|(start, text)| (start.expect("a place"), text.expect("text"))).collect()
    }

    /// No run is as far from the next as a segment is long, except the last.
    const RUNS: [Range<u32>; 3] = [17..19, 21..22, 30..32];

    #[test]
    fn a_part_keeps_its_runs_and_what_is_between_close_ones() {
        assert_eq!(joined(&RUNS), [17..22, 30..32]);
        let mut module = module();
        let memory = module.memories.iter().next().expect("a memory").id();
        keep(&mut module, memory, &RUNS).expect("data");
        assert_eq!(data(&module), [(17, "12345"), (30, "ef")]);
        assert!(keep(&mut module, memory, &[16..18, 30..32]).is_err());
    }

    #[test]
    fn the_core_loses_the_runs_and_nothing_else() {
        let mut module = module();
        clear(&mut module, &RUNS);
        assert_eq!(data(&module), [(16, "0\0\x0034\x006789abcd\0\0"), (64, "other")]);
    }
}
