//! What functions and constants of the linked program refer to, as the linker's relocations say.
//!
//! Every address in code and data that the linker filled in has a relocation, which names the symbol meant: a constant, a
//! variable or a function. So what no relocation names is reached by nobody. The relocations hold for the linked file
//! alone, hence this is read before wasm-bindgen changes it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use walrus::{FunctionId, Module};
use wasmparser::{
    DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocSectionReader, RelocationEntry,
    RelocationType, SymbolInfo,
};

/// The segment of what nobody writes to.
const READ_ONLY: &str = ".rodata";
/// The sections that hold for the linked file alone.
const SECTIONS: [&str; 3] = ["linking", "reloc.CODE", "reloc.DATA"];

/// What is referred to: a function, or the number of a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Function(FunctionId),
    Constant(usize),
}

/// A run of bytes in memory that one symbol names, or several that overlap.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Constant {
    /// Its addresses.
    pub(crate) place: Range<u32>,
    /// Whether nobody writes to it.
    pub(crate) is_read_only: bool,
    /// What it points to.
    pub(crate) points_to: BTreeSet<Target>,
}

/// All references in a linked program, except calls.
#[derive(Debug, Default)]
pub(crate) struct References {
    /// The functions that refer to something.
    pub(crate) of_functions: BTreeMap<FunctionId, BTreeSet<Target>>,
    /// All that has a symbol in memory, by address.
    pub(crate) constants: Vec<Constant>,
}

/// Takes the references out of a linked module, whose file is `bytes`.
///
/// # Errors
/// Tells what the file lacks, or what in it is not as the linker lays it out.
pub(crate) fn take_references(module: &mut Module, bytes: &[u8]) -> Result<References> {
    let file = File::read(bytes)?;
    let functions: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let bodies: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    ensure!(bodies.len() == file.bodies.len(), "relocations: not as many functions as bodies");
    let mut references = References { constants: constants(&file)?, ..References::default() };
    ensure_same_numbers(&file, module, &functions)?;
    let targets = targets(&file, &functions, &references.constants)?;
    for entry in file.relocations("code")? {
        let at = file.code + usize::try_from(entry.offset)?;
        let body = file.bodies.partition_point(|body| body.end <= at);
        let id = bodies.get(body).context("relocations: one is behind all functions")?;
        references.of_functions.entry(*id).or_default().extend(target(&targets, &entry)?);
    }
    for entry in file.relocations("data")? {
        let address = file.address(file.data + usize::try_from(entry.offset)?)?;
        // What points out of a gap between symbols would be read by nobody we know.
        let at = constant_at(&references.constants, address)
            .with_context(|| format!("relocations: a pointer at {address} is in no constant"))?;
        references.constants[at].points_to.extend(target(&targets, &entry)?);
    }
    for name in SECTIONS {
        module.customs.remove_raw(name);
    }
    Ok(references)
}

/// Makes sure that functions have the same numbers for the linker as in the module: each has a symbol of its name. The compiler
/// may have given it further ones, when it found others to be equal.
fn ensure_same_numbers(file: &File<'_>, module: &Module, functions: &[FunctionId]) -> Result<()> {
    let mut names: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for symbol in &file.symbols {
        if let SymbolInfo::Func { index, name: Some(name), .. } = symbol {
            names.entry(usize::try_from(*index)?).or_default().push(name);
        }
    }
    for (number, names) in names {
        let id = functions.get(number).context("relocations: an unknown function")?;
        let known = module.funcs.get(*id).name.as_deref();
        ensure!(known.is_some_and(|known| names.contains(&known)), "relocations: {known:?} is {names:?}");
    }
    Ok(())
}

/// What a relocation refers to, unless it is a type or a variable of the machine.
fn target(targets: &[Option<Target>], entry: &RelocationEntry) -> Result<Option<Target>> {
    let is_call = matches!(entry.ty, RelocationType::FunctionIndexLeb);
    if is_call || matches!(entry.ty, RelocationType::TypeIndexLeb) {
        return Ok(None);
    }
    targets.get(usize::try_from(entry.index)?).copied().context("relocations: an unknown symbol")
}

/// What each symbol is.
fn targets(file: &File<'_>, functions: &[FunctionId], constants: &[Constant]) -> Result<Vec<Option<Target>>> {
    let target = |symbol: &SymbolInfo<'_>| match symbol {
        SymbolInfo::Func { index, .. } => {
            let id = functions.get(usize::try_from(*index)?).context("relocations: an unknown function")?;
            Ok(Some(Target::Function(*id)))
        }
        SymbolInfo::Data { symbol: Some(symbol), .. } if symbol.size > 0 => {
            let start = file.segment(symbol.index)?.place.start + symbol.offset;
            Ok(constant_at(constants, start).map(Target::Constant))
        }
        _ => Ok(None),
    };
    file.symbols.iter().map(target).collect()
}

/// All symbols in memory. Those that overlap are one.
fn constants(file: &File<'_>) -> Result<Vec<Constant>> {
    let mut places = Vec::new();
    for symbol in &file.symbols {
        if let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol {
            let segment = file.segment(symbol.index)?;
            let start = segment.place.start + symbol.offset;
            ensure!(start + symbol.size <= segment.place.end, "relocations: a symbol exceeds its segment");
            places.push((start..start + symbol.size, segment.name == READ_ONLY));
        }
    }
    places.retain(|(place, _)| !place.is_empty());
    places.sort_by_key(|(place, _)| (place.start, place.end));
    let mut constants: Vec<Constant> = Vec::new();
    for (place, is_read_only) in places {
        match constants.last_mut().filter(|last| place.start < last.place.end) {
            Some(last) => last.place.end = last.place.end.max(place.end),
            None => constants.push(Constant { place, is_read_only, points_to: BTreeSet::new() }),
        }
    }
    Ok(constants)
}

fn constant_at(constants: &[Constant], address: u32) -> Option<usize> {
    let at = constants.partition_point(|constant| constant.place.end <= address);
    constants.get(at).filter(|constant| constant.place.contains(&address)).map(|_| at)
}

/// What we need of the linked file. Places in the file count from its start.
#[derive(Default)]
struct File<'a> {
    symbols: Vec<SymbolInfo<'a>>,
    segments: Vec<Segment<'a>>,
    bodies: Vec<Range<usize>>,
    /// Where the sections of code and data start.
    code: usize,
    data: usize,
    relocations: BTreeMap<&'a str, RelocSectionReader<'a>>,
}

/// A run of bytes that is put into memory at the start.
struct Segment<'a> {
    name: &'a str,
    place: Range<u32>,
    in_file: Range<usize>,
}

impl<'a> File<'a> {
    fn read(bytes: &'a [u8]) -> Result<File<'a>> {
        let mut file = File::default();
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::CodeSectionStart { range, .. } => file.code = range.start,
                Payload::CodeSectionEntry(body) => file.bodies.push(body.range()),
                Payload::DataSection(section) => {
                    file.data = section.range().start;
                    for data in section {
                        file.segments.push(Segment::of(&data?)?);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            match part? {
                                Linking::SymbolTable(table) => {
                                    file.symbols = table.into_iter().collect::<Result<_, _>>()?;
                                }
                                Linking::SegmentInfo(info) => {
                                    names = info.into_iter().collect::<Result<Vec<_>, _>>()?;
                                }
                                _ => {}
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        let name = section.name().trim_start_matches("reloc.");
                        file.relocations.insert(name, relocations);
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        ensure!(names.len() == file.segments.len(), "relocations: the linker did not write them");
        for (segment, info) in file.segments.iter_mut().zip(names) {
            segment.name = info.name;
        }
        Ok(file)
    }

    fn relocations(&self, section: &str) -> Result<Vec<RelocationEntry>> {
        let name = section.to_uppercase();
        let found = self.relocations.get(name.as_str());
        let found = found.with_context(|| format!("relocations: the linker wrote none of the {section}"))?;
        Ok(found.entries().into_iter().collect::<Result<_, _>>()?)
    }

    fn segment(&self, index: u32) -> Result<&Segment<'a>> {
        self.segments.get(usize::try_from(index)?).context("relocations: an unknown segment")
    }

    /// The address of a byte of the file.
    fn address(&self, at: usize) -> Result<u32> {
        let segment = self.segments.iter().find(|segment| segment.in_file.contains(&at));
        let segment = segment.context("relocations: one is in no segment")?;
        Ok(segment.place.start + u32::try_from(at - segment.in_file.start)?)
    }
}

impl Segment<'_> {
    fn of(data: &wasmparser::Data<'_>) -> Result<Segment<'static>> {
        let DataKind::Active { memory_index: 0, offset_expr } = &data.kind else {
            bail!("relocations: a segment is not active");
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            bail!("relocations: a segment does not stand at a fixed place");
        };
        let (start, length) = (u32::try_from(value)?, u32::try_from(data.data.len())?);
        let in_file = data.range.end - data.data.len()..data.range.end;
        Ok(Segment { name: "", place: start..start + length, in_file })
    }
}

#[cfg(test)]
mod tests;
