//! wasm-bindgen's JavaScript, wrapped so that it can be started more than once and weighs less.

use anyhow::{Context, Result, ensure};
use walrus::Module;

/// The variable to which the generated script would assign its functions.
pub(crate) const GLOBAL: &str = "bindings";

/// What we change in the script, each for a reason that no setting of wasm-bindgen serves.
const CHANGES: [(&str, &str); 6] = [
    // The collector must not call `free` of an instance that has trapped. Everything is freed by hand anyway: engines
    // before Chromium 84 have no `FinalizationRegistry`.
    ("typeof FinalizationRegistry === 'undefined'", "true"),
    // No promised browser knows `Symbol.dispose`.
    ("if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;", ""),
    // The view of the memory is renewed when the memory has another buffer. The generated way asks whether the view is
    // empty, which in Chromium 64 it is not when the wasm itself has made the memory grow.
    (".byteLength === 0", ".buffer !== wasm.memory.buffer"),
    // Methods of lists may have been changed by the page.
    (
        "let heap = new Array(1024).fill(undefined);",
        "let heap = [];\nfor (let index = 0; index < 1024; index++) heap[index] = undefined;",
    ),
    (
        "heap.push(undefined, null, true, false);",
        "heap[1024] = undefined;\nheap[1025] = null;\nheap[1026] = true;\nheap[1027] = false;",
    ),
    ("heap.push(heap.length + 1);", "heap[heap.length] = heap.length + 1;"),
];

/// Makes an ES module of the generated script: `createBindings()` yields the `imports` for an instance of the
/// core, and `start(instance)`, which yields the functions and classes of that instance. Among them are
/// `partImports`, for an instance of any other part. Who instantiates decides how: a page must wait, a server need not.
///
/// The script keeps the instance, the slab of JavaScript values and its cached views in variables,
/// one set a script. After a trap that set is as lost as the instance, and a fresh instance needs a
/// fresh one. wasm-bindgen's own `__wbg_reset_state` cannot serve: it makes the instance synchronously,
/// which Chromium 64 and 86 refuse on the main thread for all but the smallest wasm (`RangeError`). As
/// the body of a function every call has its own set, and what still points to a dead instance stays
/// apart from the living one.
///
/// The script's own ways to find, fetch and compile the wasm are left out: the loader does all that.
///
/// # Errors
/// Tells what of the generated script is not where this version of wasm-bindgen puts it.
pub(crate) fn as_factory(script: &str) -> Result<String> {
    let (_, script) =
        script.split_once("(function(exports) {").context("glue: no function around the script")?;
    let (before, script) = script.split_once("let script_src;").context("glue: no search for the script")?;
    ensure!(before.trim().is_empty(), "glue: something stands before the search for the script");
    let (_, script) = script.split_once("/**").context("glue: nothing is exported")?;
    let (script, _) =
        script.split_once("async function __wbg_load(").context("glue: no loader to leave out")?;
    let mut script = script.to_owned();
    for (part, instead) in CHANGES {
        ensure!(script.matches(part).count() == 1, "glue: {part:?} is not there exactly once");
        script = script.replace(part, instead);
    }
    Ok(format!(
        "export function createBindings() {{\n\
         const exports = {{ __proto__: null }};\n\
         /**{script}\n\
         return {{\n\
         imports: __wbg_get_imports(),\n\
         start(instance) {{\n\
         exports.partImports = {{ m: __wbg_finalize_init(instance) }};\n\
         return exports;\n\
         }},\n\
         }};\n\
         }}\n"
    ))
}

/// The script without a function that it exports: what only one of our scripts calls, the others need not carry.
///
/// # Errors
/// Tells that the function is not where this version of wasm-bindgen puts it.
pub(crate) fn without(script: &str, name: &str) -> Result<String> {
    let (before, rest) =
        script.split_once(&format!("\nfunction {name}(")).context("glue: no such function")?;
    let (_, after) =
        rest.split_once(&format!("\nexports.{name} = {name};\n")).context("glue: it is not exported")?;
    Ok(format!("{before}\n{after}"))
}

/// The functions of the browser that the wasm calls, by the names that wasm-bindgen gives them, without its hashes.
pub(crate) fn calls(module: &Module) -> Vec<String> {
    let mut names: Vec<String> = module.imports.iter().map(|import| plain(&import.name).to_owned()).collect();
    names.sort();
    names.dedup();
    names
}

/// A name of wasm-bindgen’s without what is before and behind it: `__wbg_append_5d6b2d65ad18f1b1` is `append`.
fn plain(name: &str) -> &str {
    let inner = name.trim_start_matches("__wbg_").trim_start_matches("__wbindgen_");
    match inner.rsplit_once('_') {
        Some((before, hash)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            before
        }
        _ => inner,
    }
}

/// Gives the functions that the wasm imports names of one or two letters, in the wasm and in the script.
/// The generated ones carry a hash of 16 digits each, which no compressor makes smaller.
///
/// # Errors
/// Names the function that the script does not define exactly once.
pub(crate) fn shorten_imports(module: &mut Module, script: &str) -> Result<String> {
    let mut script = script.to_owned();
    let mut rename = |from: &str, to: &str| {
        ensure!(script.matches(from).count() == 1, "glue: {from} is not there exactly once");
        script = script.replace(from, to);
        Ok(())
    };
    let mut modules: Vec<String> = Vec::new();
    for (index, import) in module.imports.iter_mut().enumerate() {
        let name = short_name(index);
        rename(&format!("{}: ", import.name), &format!("{name}: "))?;
        import.name = name;
        if !modules.contains(&import.module) {
            modules.push(import.module.clone());
        }
        import.module = "m".to_owned();
    }
    let [only] = modules.as_slice() else {
        anyhow::bail!("glue: imports from {} modules instead of one", modules.len());
    };
    rename(&format!("\"{only}\": "), "m: ")?;
    Ok(script)
}

/// `a` to `z`, then `aa`, `ab`…
pub(crate) fn short_name(index: usize) -> String {
    let letter = |index: usize| char::from(b'a' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => letter(index).to_string(),
        more => format!("{}{}", short_name(more - 1), letter(index)),
    }
}

#[cfg(test)]
mod tests {
    use super::{as_factory, plain, short_name, without};

    #[test]
    fn the_name_of_a_call_is_that_of_the_function_in_the_browser() {
        for (name, expected) in [
            ("__wbg_createElementNS_0f9e1d2c3b4a5968", "createElementNS"),
            ("__wbg___wbindgen_is_undefined_0123456789abcdef", "is_undefined"),
            ("__wbindgen_object_drop_ref", "object_drop_ref"),
            ("__wbg_set_short_12ab", "set_short_12ab"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }

    #[test]
    fn names_are_short_and_never_the_same() {
        let names: Vec<String> = (0..1000).map(short_name).collect();
        assert_eq!(
            [&names[0], &names[25], &names[26], &names[701], &names[702]],
            ["a", "z", "aa", "zz", "aaa"]
        );
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }

    #[test]
    fn a_function_is_taken_out_with_its_export() {
        let one = "\nfunction one(a) {\nreturn a;\n}\nexports.one = one;\n";
        let two = "\nfunction two() {\n}\nexports.two = two;\n";
        let script = [one, two].concat();
        assert_eq!(without(&script, "one").expect("it is there").trim_start(), two.trim_start());
        assert_eq!(without(&script, "two").expect("it is there").trim_end(), one.trim_end());
        assert!(without(&script, "three").is_err());
    }

    #[test]
    fn an_unknown_script_is_an_error() {
        assert!(as_factory("let bindings = (function(exports) { return exports; })({});").is_err());
    }
}
