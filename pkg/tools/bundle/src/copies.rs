//! Copies of the whole program, one for each part, and who is who in them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use walrus::{CustomSection, FunctionId, IdsToIndices, Module};

use crate::plan::Program;
use crate::relocations::{References, Target};
use crate::split::functions;

/// Copies of the whole, in which functions have other ids, and the numbers there of the functions of the whole.
pub(crate) fn copies(whole: &mut Module, count: usize) -> Result<(Vec<Module>, BTreeMap<FunctionId, usize>)> {
    let ids = functions(whole);
    whole.customs.add(Numbers(ids.clone()));
    let bytes = whole.emit_wasm();
    let mut modules = Vec::new();
    let mut numbers = BTreeMap::new();
    for _ in 0..count {
        let mut module = Module::from_buffer(&bytes).context("split: the whole cannot be read again")?;
        let section = module.customs.remove_raw(Numbers::NAME).context("split: no numbers of functions")?;
        let (listed, _) = section.data.as_chunks();
        let listed = listed.iter().map(|number| usize::try_from(u32::from_le_bytes(*number)));
        numbers = ids.iter().copied().zip(listed.collect::<Result<Vec<usize>, _>>()?).collect();
        modules.push(module);
    }
    Ok((modules, numbers))
}

/// A section that says which number each of these functions has got in the file.
#[derive(Debug)]
struct Numbers(Vec<FunctionId>);

impl Numbers {
    const NAME: &str = "numbers";
}

impl CustomSection for Numbers {
    fn name(&self) -> &str {
        Numbers::NAME
    }

    fn data(&self, numbers: &IdsToIndices) -> Cow<'_, [u8]> {
        self.0.iter().flat_map(|id| numbers.get_func_index(*id).to_le_bytes()).collect()
    }
}

/// The references as the plan takes them: first those of functions, then those of constants.
pub(crate) fn by_number(
    references: &References,
    numbers: &BTreeMap<FunctionId, usize>,
    program: &Program,
) -> Vec<Vec<usize>> {
    // Who refers to a function knows its place in the table. Others may stand there by now, see `unused.rs`.
    let in_table: BTreeSet<usize> = program.table.iter().map(|(_, at)| *at).collect();
    let number = |target: &Target| match target {
        Target::Function(id) => numbers.get(id).copied().filter(|at| in_table.contains(at)),
        Target::Constant(at) => Some(program.calls.len() + at),
    };
    let mut of = vec![Vec::new(); program.calls.len()];
    for (id, targets) in &references.of_functions {
        if let Some(at) = numbers.get(id) {
            of[*at] = targets.iter().filter_map(number).collect();
        }
    }
    let of_constants = references.constants.iter().map(|constant| &constant.points_to);
    of.extend(of_constants.map(|targets| targets.iter().filter_map(number).collect()));
    of
}
