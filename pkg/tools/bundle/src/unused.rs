//! Functions that the linker kept although nothing calls them.

use walrus::{ElementItems, FunctionBuilder, FunctionId, Module};

/// What the table of functions names and nobody calls, by parts of names.
///
/// js-sys brings functions for futures, of which the widget has none, and wasm-bindgen those by which JavaScript would call
/// closures of Rust, of which it hands none over. And every panic of the standard
/// library has a message to be formatted, which no one asks for: the hook tells the place alone, and the
/// core does without `format!` (see docs/dev/weight.md). Should one be called all the same, it is a trap like
/// the panic itself.
const UNCALLED: [&[&str]; 6] = [
    &["js_sys", "futures"],
    &["wasm_bindgen::convert::closures"],
    &["FormatStringPayload"],
    &["fmt::Display>::fmt"],
    &["fmt::Debug>::fmt"],
    &["fmt::Write>::write_"],
];

/// Puts a trap in the place of those functions in the table, so that wasm-opt finds them unused.
pub(crate) fn forget_uncalled(module: &mut Module) {
    let is_uncalled = |id: &FunctionId| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        UNCALLED.iter().any(|parts| parts.iter().all(|part| name.contains(part)))
    };
    let uncalled: Vec<FunctionId> =
        module.funcs.iter().map(|function| function.id()).filter(is_uncalled).collect();
    let mut trap = FunctionBuilder::new(&mut module.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = trap.finish(Vec::new(), &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            functions
                .iter_mut()
                .filter(|function| uncalled.contains(function))
                .for_each(|function| *function = trap);
        }
    }
}
