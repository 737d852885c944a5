//! `text!`: texts with values in them, without the formatting of the standard library.

use proc_macro::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};

/// A `String` of words and, in braces, of values that are texts: `&str`, `String` or references to them.
///
/// It looks as `format!` does, but joins texts and does nothing else: `format!` would bring the formatting of the standard
/// library into the wasm, which weighs more than a chart. A number is made a text before.
///
/// ```
/// # use text_macro::text;
/// let (top, bottom) = ("1008.7", String::from("84.1"));
/// assert_eq!(text!("{top} ÷ {bottom}"), "1008.7 ÷ 84.1");
/// ```
///
/// In braces stands a name, a field or a short call; what is longer gets a name first. A brace itself is written twice. A raw
/// literal saves the backslashes where the words have quotation marks.
///
/// ```
/// # use text_macro::text;
/// # struct County { code: &'static str }
/// # let county = County { code: "350582" };
/// assert_eq!(text!("county:{county.code}"), "county:350582");
/// assert_eq!(text!(r#"[data-county="{county.code.trim()}"]"#), "[data-county=\"350582\"]");
/// assert_eq!(text!("{{{county.code}}}"), "{350582}");
/// ```
///
/// What cannot be read does not compile: a brace without its other half, or a value that is no text.
///
/// ```compile_fail
/// # use text_macro::text;
/// let top = "1008.7";
/// text!("{top ÷ 12");
/// ```
#[proc_macro]
pub fn text(input: TokenStream) -> TokenStream {
    let mut tokens = input.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) => {
            expanded(&literal).unwrap_or_else(|message| refused(&message, literal.span()))
        }
        _ => refused("expected one literal text", Span::call_site()),
    }
}

/// What stands in a literal, in turn.
#[derive(Debug, PartialEq)]
enum Part<'a> {
    /// Words as they are written in the source, with its escapes.
    Words(String),
    /// An expression.
    Value(&'a str),
}

/// `<[&str]>::concat(&["words ", &(value)])`
fn expanded(literal: &Literal) -> Result<TokenStream, String> {
    let source = literal.to_string();
    let (open, body, close) = unquoted(&source).ok_or("expected one literal text")?;
    let mut array = TokenStream::new();
    for part in parts(body, open.starts_with('r'))? {
        array.extend(match part {
            Part::Words(words) => parsed(&[open, &words, close].concat(), literal.span())?,
            Part::Value(value) => {
                let value = Group::new(Delimiter::Parenthesis, parsed(value, literal.span())?);
                [parsed("&", Span::call_site())?, TokenTree::Group(value).into()].into_iter().collect()
            }
        });
        array.extend(parsed(",", Span::call_site())?);
    }
    let array = TokenTree::Group(Group::new(Delimiter::Bracket, array));
    let borrowed = [parsed("&", Span::call_site())?, array.into()].into_iter().collect();
    let mut call = parsed("<[&str]>::concat::<str>", Span::call_site())?;
    call.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, borrowed))]);
    Ok(call)
}

/// A literal's beginning up to its quotation mark, what stands between the marks, and its end.
fn unquoted(source: &str) -> Option<(&str, &str, &str)> {
    let (start, end) = (source.find('"')? + 1, source.rfind('"')?);
    let is_text = matches!(source.as_bytes().first(), Some(b'"' | b'r'));
    Some((&source[..start], source.get(start..end)?, &source[end..])).filter(|_| is_text)
}

/// Takes what stands between the quotation marks apart. Escapes stay as they are, for the compiler to read.
fn parts(body: &str, is_raw: bool) -> Result<Vec<Part<'_>>, String> {
    let (mut parts, mut words, mut rest) = (Vec::new(), String::new(), body);
    while let Some(at) = rest.find(['{', '}', '\\']) {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("{{") || rest.starts_with("}}") {
            words.push_str(&rest[..1]);
            2
        } else if rest.starts_with('\\') {
            let length = escape(rest, is_raw);
            words.push_str(&rest[..length]);
            length
        } else if rest.starts_with('}') {
            return Err("`}` without `{`: a brace itself is written twice".to_owned());
        } else {
            let end = rest.find('}').ok_or("`{` without `}`: a brace itself is written twice")?;
            parts.extend(Some(std::mem::take(&mut words)).filter(|words| !words.is_empty()).map(Part::Words));
            parts.push(Part::Value(&rest[1..end]));
            end + 1
        };
        rest = &rest[length..];
    }
    words.push_str(rest);
    parts.extend(Some(words).filter(|words| !words.is_empty()).map(Part::Words));
    Ok(parts)
}

/// How many bytes the escape takes that begins here. A raw literal has none: its backslash is a character.
fn escape(rest: &str, is_raw: bool) -> usize {
    match rest.find('}') {
        _ if is_raw => 1,
        Some(end) if rest.starts_with("\\u{") => end + 1,
        _ => 2,
    }
}

/// Code as tokens that the compiler takes for standing at `span`.
fn parsed(code: &str, span: Span) -> Result<TokenStream, String> {
    match code.parse::<TokenStream>() {
        Ok(tokens) if !tokens.is_empty() => Ok(moved(tokens, span)),
        _ => Err(format!("expected an expression in braces, found `{{{code}}}`")),
    }
}

fn moved(tokens: TokenStream, span: Span) -> TokenStream {
    let place = |mut token: TokenTree| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), moved(group.stream(), span)).into();
        }
        token.set_span(span);
        token
    };
    tokens.into_iter().map(place).collect()
}

/// An error of the compiler at `span`.
fn refused(message: &str, span: Span) -> TokenStream {
    parsed(&format!("compile_error!({message:?})"), span).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    fn words(words: &str) -> Part<'_> {
        Part::Words(words.to_owned())
    }

    #[test]
    fn words_and_values_come_in_turn() {
        let read = parts("{a} ÷ {b.c()}%", false);
        assert_eq!(read, Ok(vec![Part::Value("a"), words(" ÷ "), Part::Value("b.c()"), words("%")]));
        assert_eq!(parts("", false), Ok(Vec::new()));
    }

    #[test]
    fn braces_written_twice_and_escapes_are_words() {
        assert_eq!(parts("{{{a}}}", false), Ok(vec![words("{"), Part::Value("a"), words("}")]));
        assert_eq!(
            parts(r#"\u{1F}\\{a}\""#, false),
            Ok(vec![words(r"\u{1F}\\"), Part::Value("a"), words("\\\"")])
        );
        assert_eq!(parts(r"\{a}", true), Ok(vec![words(r"\"), Part::Value("a")]));
    }

    #[test]
    fn a_brace_without_its_other_half_is_refused() {
        assert!(parts("{a", false).is_err_and(|message| message.starts_with("`{` without `}`")));
        assert!(parts("a}", false).is_err_and(|message| message.starts_with("`}` without `{`")));
    }
}
