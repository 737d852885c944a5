//! Functions that the linker kept although nothing calls them.

use walrus::{ElementItems, FunctionBuilder, FunctionId, Module};

/// What js-sys brings for futures, in each name that the linker gives it. The widget has no futures, but
/// the table of functions names them, and with them half of the standard library's formatting.
const FUTURES: [&str; 2] = ["js_sys", "futures"];

/// Puts a trap in the place of the functions for futures in the table of functions, so that wasm-opt finds
/// them unused. Returns how many there were.
pub(crate) fn forget_futures(module: &mut Module) -> usize {
    let is_for_futures = |id: &FunctionId| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        FUTURES.iter().all(|part| name.contains(part))
    };
    let unused: Vec<FunctionId> =
        module.funcs.iter().map(|function| function.id()).filter(is_for_futures).collect();
    let mut trap = FunctionBuilder::new(&mut module.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = trap.finish(Vec::new(), &mut module.funcs);
    let mut count = 0;
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            for function in functions.iter_mut().filter(|function| unused.contains(function)) {
                *function = trap;
                count += 1;
            }
        }
    }
    count
}
