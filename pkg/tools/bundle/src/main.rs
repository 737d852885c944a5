//! `bundle LINKED.wasm FOLDER` turns the wasm that cargo linked into a wasm and its JavaScript glue,
//! and writes the palettes, the tables of attributes and parts, and the names of charts beside them.
//!
//! The first is the middle of the recipe that lets one file run from Chromium 64 to today: rustc left
//! out the newer instructions, this keeps wasm-bindgen from putting them back, and wasm-opt lowers
//! what the precompiled standard library still holds. docs/dev/build.md tells the whole story.

mod attributes;
mod bulk;
mod copies;
mod features;
mod glue;
mod marks;
mod memory;
mod names;
mod parts;
mod plan;
mod relocations;
mod reroute;
mod split;
mod unused;

use anyhow::{Context, Result, bail};
use county_chains::dataset;
use county_chains::theme::{further_style_sheet, style_sheet};
use marks::take_marks;
use relocations::{References, take_references};
use split::split;
use std::path::{Path, PathBuf};
use std::{env, fs};
use walrus::{Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

/// The stem of the glue and its wasm: `county_chains.js` and `county_chains_bg.wasm`.
const STEM: &str = "county_chains";
/// The function that only `draft.js` calls, which has a glue of its own with it.
const DRAFT: &str = "draftData";
/// What the build asks of the wasm itself, without a glue.
const TESTED: [&str; 2] = ["cast_i32", "cast_u8"];

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [linked, folder] = arguments.as_slice() else {
        bail!("usage: bundle LINKED.wasm FOLDER");
    };
    let (module, references) = read(linked)?;
    write(module, &references, folder).with_context(|| format!("cannot write into {}", folder.display()))
}

/// Reads the linked wasm and takes out of it what would lead to newer instructions, and what the linker says of addresses.
fn read(linked: &Path) -> Result<(Module, References)> {
    let name = linked.display();
    let bytes = fs::read(linked).with_context(|| format!("cannot read {name}"))?;
    let mut module = ModuleConfig::new()
        // LLVM's output is well formed, and the finished file is validated twice by wasm-opt.
        .strict_validate(false)
        .parse(&bytes)
        .with_context(|| format!("cannot read {name}"))?;
    let casts = features::count_saturating_casts(&module);
    if casts > 0 {
        bail!(
            "{name}: {casts} trunc_sat instructions; no tool lowers them correctly, so rustc must not emit them"
        );
    }
    features::forget(&mut module, &["reference-types", "multivalue"])
        .with_context(|| format!("{name}: unreadable section target_features"))?;
    let references = take_references(&mut module, &bytes).with_context(|| format!("{name}"))?;
    Ok((module, references))
}

/// Runs wasm-bindgen and writes its files, the palettes and the tables.
fn write(mut module: Module, references: &References, folder: &Path) -> Result<()> {
    let parts = parts::parts();
    let mut marks = take_marks(&mut module, &parts)?;
    marks.extend(parts::reader());
    let mut output = Bindgen::new()
        .input_module(STEM, module)
        .no_modules(true)?
        .no_modules_global(glue::GLOBAL)?
        .omit_default_module_path(true)
        .typescript(false)
        .generate_output()?;
    unused::forget_uncalled(output.wasm_mut());
    bulk::call_instead(output.wasm_mut());
    let calls = glue::calls(output.wasm_mut());
    let script = glue::as_factory(output.js())?;
    let mut script = glue::shorten_imports(output.wasm_mut(), &script)?;
    for name in TESTED {
        script = glue::without(&script, name)?;
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("calls.txt"), calls.join("\n"))?;
    let split = split(output.wasm_mut(), references, &parts, &marks, &parts::charts())?;
    for (part, mut module) in parts.iter().zip(split) {
        fs::write(folder.join(part.name).with_extension("wasm"), module.emit_wasm())?;
    }
    fs::write(folder.join(format!("{STEM}.js")), glue::without(&script, DRAFT)?)?;
    fs::write(folder.join(format!("{STEM}.draft.js")), script)?;
    let dataset = dataset::outline();
    let tiers = dataset.tiers.len();
    fs::write(folder.join("palette.css"), style_sheet(tiers))?;
    fs::write(folder.join("palette.own.css"), further_style_sheet(tiers))?;
    fs::write(folder.join("attributes.js"), attributes::module(&dataset))?;
    fs::write(folder.join("names.js"), names::module(&dataset))?;
    fs::write(folder.join("names.d.ts"), names::types(&dataset))?;
    fs::write(folder.join("parts.js"), parts::module())?;
    Ok(())
}
