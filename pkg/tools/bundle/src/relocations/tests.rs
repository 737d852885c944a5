//! A file as the linker writes it, whose relocations are written by hand.

use walrus::Module;

use super::{READ_ONLY, References, Target, take_references};

/// `reads` takes an address. In memory stand a text of four letters, a pointer, and a variable that holds a function.
const PROGRAM: &str = r#"
(module
  (memory 1)
  (func $reads (result i32) (i32.load (i32.const 20)))
  (func $called)
  (data (i32.const 16) "text\12\00\00\00")
  (data (i32.const 64) "\01\00\00\00"))
"#;

/// The symbols, by number.
const READS: u8 = 0;
const CALLED: u8 = 1;
const POINTER: u8 = 3;
/// The last two letters of the text.
const TAIL: u8 = 4;

/// Kinds of relocations.
const IN_TABLE: u8 = 2;
const TYPE: u8 = 6;
const IN_CODE: u8 = 4;
const IN_DATA: u8 = 5;

/// Where the address stands in the section of code, and the pointer and the variable in that of data.
const TAKEN: u8 = 4;
const POINTS: u8 = 6 + 4;
const HOLDS: u8 = 6 + 8 + 6;

fn text(text: &str) -> Vec<u8> {
    [&[u8::try_from(text.len()).expect("a short text")], text.as_bytes()].concat()
}

fn section(kind: u8, content: &[u8]) -> Vec<u8> {
    let length = u8::try_from(content.len()).expect("a short section");
    // A number of two bytes, which has room for a section longer than 127.
    [&[kind, length & 0x7f | 0x80, length >> 7], content].concat()
}

fn linking() -> Vec<u8> {
    let segment = |name| [text(name), vec![0, 0]].concat();
    let function = |name, number: u8| [vec![0, 0, number], text(name)].concat();
    let data = |name, segment: u8, start: u8, size: u8| {
        [vec![1, 0], text(name), vec![segment, start, size]].concat()
    };
    let segments = [vec![2], segment(READ_ONLY), segment(".data")].concat();
    let symbols = [
        vec![6],
        function("reads", 0),
        function("called", 1),
        data("text", 0, 0, 4),
        data("pointer", 0, 4, 4),
        data("tail", 0, 2, 2),
        data("variable", 1, 0, 4),
    ];
    let content = [text("linking"), vec![2], section(5, &segments), section(8, &symbols.concat())];
    section(0, &content.concat())
}

/// The relocations of a section: kind, place, symbol and addend of each.
fn relocations(name: &str, of: &[&[u8]]) -> Vec<u8> {
    let head = [text(name), vec![0, u8::try_from(of.len()).expect("few")]].concat();
    section(0, &[head, of.concat()].concat())
}

fn references(sections: &[Vec<u8>]) -> anyhow::Result<(Module, References)> {
    let program = wat::parse_str(PROGRAM).expect("sound text");
    let bytes = [program, sections.concat()].concat();
    let mut module = Module::from_buffer(&bytes).expect("a sound module");
    let references = take_references(&mut module, &bytes)?;
    Ok((module, references))
}

fn code() -> Vec<u8> {
    relocations("reloc.CODE", &[&[IN_CODE, TAKEN, POINTER, 0], &[TYPE, TAKEN, READS]])
}

fn data() -> Vec<u8> {
    relocations("reloc.DATA", &[&[IN_DATA, POINTS, TAIL, 0], &[IN_TABLE, HOLDS, CALLED]])
}

#[test]
fn every_reference_is_from_what_holds_the_address_to_what_the_symbol_names() {
    let (module, references) = references(&[linking(), code(), data()]).expect("references");
    let function = |name| module.funcs.by_name(name).expect(name);
    let of = references.of_functions.into_iter().map(|(id, targets)| (id, targets.into_iter().collect()));
    let of: Vec<(_, Vec<_>)> = of.collect();
    assert_eq!(of, [(function("reads"), vec![Target::Constant(1)])]);
    let found = references.constants.iter();
    let found =
        found.map(|found| (found.place.clone(), found.is_read_only, found.points_to.first().copied()));
    let expected = [
        (16..20, true, None),
        // The tail of the text is one with the text.
        (20..24, true, Some(Target::Constant(0))),
        (64..68, false, Some(Target::Function(function("called")))),
    ];
    assert!(found.eq(expected));
    assert_eq!(module.customs.iter().count(), 0, "the sections are taken out");
}

#[test]
fn a_file_without_relocations_is_an_error() {
    for (sections, lacks) in [
        (vec![], "relocations: the linker did not write them"),
        (vec![linking(), data()], "relocations: the linker wrote none of the code"),
        (vec![linking(), code()], "relocations: the linker wrote none of the data"),
    ] {
        assert_eq!(references(&sections).expect_err("an error").to_string(), lacks);
    }
}

#[test]
fn a_pointer_outside_of_all_symbols_is_an_error() {
    // One before the first byte of the data is its length.
    for place in [POINTS - 5, HOLDS + 4] {
        let data = relocations("reloc.DATA", &[&[IN_DATA, place, TAIL, 0]]);
        assert!(references(&[linking(), code(), data]).is_err(), "{place}");
    }
}

#[test]
fn functions_with_other_numbers_are_an_error() {
    let mut linking = linking();
    let at = linking.windows(5).position(|found| found == b"reads").expect("its name");
    linking[at] = b'l';
    let error = references(&[linking, code(), data()]).expect_err("an error").to_string();
    assert_eq!(error, r#"relocations: Some("reads") is ["leads"]"#);
}
