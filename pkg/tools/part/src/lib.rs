//! Marks code that is in a part of the program which a page loads later: where the seam is, the source says so.
//!
//! A mark writes a line into a custom section of the wasm: the name of the part, and the path of what is marked.
//! `pkg/tools/bundle` reads the section, cuts the wasm accordingly and drops the section. Only code for wasm gets
//! one, since no other build is cut.

use proc_macro::{TokenStream, TokenTree};

/// Puts a function into a part, with all that only this part calls: `#[part::of(annex)]`.
///
/// Mark a function that code of another part calls. It is never inlined there, so that it is a function to be cut out.
/// It must not run before its part has come; see ARCHITECTURE.md. Where parts that do not build on each other meet, a function
/// that is marked for the core leads from one to the other.
#[proc_macro_attribute]
pub fn of(part: TokenStream, item: TokenStream) -> TokenStream {
    let mut tokens = item.clone().into_iter().skip_while(|token| token.to_string() != "fn").skip(1);
    let Some(TokenTree::Ident(name)) = tokens.next() else {
        return error("only a function can be marked; for a whole module write part::module!");
    };
    let mut marked = mark(&part, &format!("::{name}"));
    marked.extend(code("#[inline(never)]"));
    marked.extend(item);
    marked
}

/// Puts the module in which it stands into a part, with the modules below and all that only this part calls:
/// `part::module!(annex);`.
///
/// For modules whose functions are called through pointers, as the methods of charts and the closures in them are.
#[proc_macro]
pub fn module(part: TokenStream) -> TokenStream {
    mark(&part, "")
}

/// The line in the section. Names of Rust have no hyphens, and those of parts no low lines. A custom section is for tools; the running program never sees it.
fn mark(part: &TokenStream, place: &str) -> TokenStream {
    let part = part.to_string().replace('_', "-");
    code(&format!(
        r#"#[cfg(target_arch = "wasm32")]
        const _: () = {{
            const LINE: &str = concat!("{part} ", module_path!(), "{place}\n");
            #[unsafe(link_section = "parts")]
            static MARK: [u8; LINE.len()] = match LINE.as_bytes().first_chunk() {{
                Some(line) => *line,
                None => [0; LINE.len()],
            }};
        }};"#
    ))
}

fn error(message: &str) -> TokenStream {
    code(&format!("compile_error!({message:?});"))
}

fn code(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
