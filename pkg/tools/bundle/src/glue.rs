//! wasm-bindgen's JavaScript, wrapped so that it can be started more than once.

/// The variable to which the generated script assigns its functions.
pub(crate) const GLOBAL: &str = "bindings";

/// Makes an ES module of the generated script: `createBindings()` returns a new set of bindings.
///
/// The script keeps the instance, the slab of JavaScript values and its cached views in variables,
/// one set a script. After a trap that set is as lost as the instance, and a fresh instance needs a
/// fresh one. wasm-bindgen's own `__wbg_reset_state` cannot serve: it makes the instance synchronously,
/// which Chromium 64 and 86 refuse on the main thread for all but the smallest wasm (`RangeError`). As
/// the body of a function every call has its own set, and what still points to a dead instance stays
/// apart from the living one.
///
/// `FinalizationRegistry` is hidden from the script, so that the collector cannot call `free` of a
/// dead instance behind our back. Everything is freed by hand anyway: engines before Chromium 84
/// have no registry.
pub(crate) fn as_factory(script: &str) -> String {
    let script = script.trim();
    format!(
        "export function createBindings() {{\n\
         const FinalizationRegistry = undefined;\n\
         {script}\n\
         return {GLOBAL};\n\
         }}\n"
    )
}
