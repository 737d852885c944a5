//! Reads JSON with the place of every value, and tells what the parser lets pass or would tell one at a time.

use std::borrow::Cow;

use county_chains_data::quantity::count_text;
use county_chains_data::word::text;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::log::{At, Log, by_text};
use crate::order::sorted;
use crate::{Code, cell, limits};

/// A place in the descriptor.
pub(crate) fn at(byte: usize) -> At {
    At { line: byte, ..At::default() }
}

/// Appends the path to what begins at a byte: a value, or the name of a property.
pub(crate) fn push_path(value: &Value, byte: usize, pointer: &mut String) {
    match value {
        Value::Object(object) => {
            let index = object.properties.partition_point(|property| property.range.end <= byte);
            let Some(property) = object.properties.get(index).filter(|property| property.range.start <= byte)
            else {
                return;
            };
            push_key(pointer, property.name.as_str());
            push_path(&property.value, byte, pointer);
        }
        Value::Array(array) => {
            let index = array.elements.partition_point(|element| element.range().end <= byte);
            let Some(element) = array.elements.get(index).filter(|element| start(element) <= byte) else {
                return;
            };
            push_key(pointer, &count_text(index));
            push_path(element, byte, pointer);
        }
        _ => {}
    }
}

/// Where a value begins.
pub(crate) fn start(value: &Value) -> usize {
    value.range().start
}

/// The text of the bytes, without its byte order mark; empty where it is none.
pub(crate) fn decoded(log: &mut Log, bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some((found, help)) = crate::source::kind(bytes) {
        log.tell(at(0), Code::SourceType, found, "JSON", "the file is {}, not JSON", help);
        return String::new();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            // The line is counted here, since what follows is not kept.
            let good =
                String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned();
            let place = at(good.len());
            log.tell(
                place,
                Code::Encoding,
                "a byte that is no UTF-8",
                "UTF-8",
                "the text is not in UTF-8",
                "",
            );
            good
        }
    }
}

/// Parses the text, which lives as long as its values.
pub(crate) fn parsed<'a>(log: &mut Log, text: &'a str) -> Option<Value<'a>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let error = match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(result) => {
            if result.value.is_none() {
                log.tell(at(0), Code::JsonSyntax, "nothing", "an object", "there is no JSON in it", "");
            }
            return result.value;
        }
        Err(error) => error,
    };
    let range = error.range();
    let found = text.get(range.start..).and_then(|rest| rest.chars().next());
    let mut buffer = [0; 4];
    let found = found.map_or("the end", |character| &*character.encode_utf8(&mut buffer));
    let (allowed, message) = syntax(error.kind());
    log.tell(at(range.start), Code::JsonSyntax, found, allowed, message, "");
    None
}

/// What a syntax error asks for, and its sentence.
fn syntax(kind: &ParseErrorKind) -> (&'static str, &'static str) {
    use ParseErrorKind as Kind;
    match kind {
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => ("no comment", "JSON has no comments"),
        Kind::TrailingCommasNotAllowed => {
            ("no comma before a closing bracket", "a comma follows the last value")
        }
        Kind::ExpectedComma => ("a comma", "a comma is missing"),
        Kind::ExpectedColonAfterObjectKey => ("a colon", "a colon is missing after a name"),
        Kind::ExpectedObjectValue => ("a value", "a value is missing after a colon"),
        Kind::ExpectedStringObjectProperty => {
            ("a name in double quotation marks", "a name has no quotation marks")
        }
        Kind::SingleQuotedStringsNotAllowed => {
            ("double quotation marks", "a text has single quotation marks")
        }
        Kind::UnterminatedArray => ("]", "a list is not closed"),
        Kind::UnterminatedObject => ("}", "an object is not closed"),
        Kind::MultipleRootJsonValues => ("the end", "something follows the value"),
        Kind::String(jsonc_parser::ParseStringErrorKind::UnterminatedStringLiteral) => {
            ("\"", "a text is not closed")
        }
        Kind::String(_) => {
            (r#"\" \\ \/ \b \f \n \r \t \u and four digits"#, "an escape that JSON does not have")
        }
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => ("a value", "a bracket closes nothing"),
        Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed
        | Kind::BareDecimalPointNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            ("a number such as 1.5", "a number that JSON does not have")
        }
        _ => ("a value", "this is no JSON"),
    }
}

/// Looks at all bytes before they are parsed: nesting that would exhaust the stack, and what the parser lets pass. Lone
/// surrogates are told, and made signs of their own in `text`, so that the rest can be read. Says whether that makes sense.
pub(crate) fn checked(log: &mut Log, text: &mut String) -> bool {
    let (mut depth, mut values, mut surrogates) = (0_usize, 0_usize, Vec::new());
    let bytes = text.as_bytes();
    let mut index = 0;
    let mut in_text = false;
    while let Some(byte) = bytes.get(index) {
        let is_control = *byte < b' ';
        match byte {
            b'"' => in_text = !in_text,
            b'\\' if in_text => {
                if let Some(lone) = escaped(bytes, &mut index) {
                    surrogates.push(lone);
                }
            }
            _ if in_text && is_control => {
                refuse(log, text, index, "a control character in a text must be escaped");
                return false;
            }
            _ if in_text => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            b' ' | b'\n' | b'\r' | b'\t' => {}
            _ if is_control || !byte.is_ascii() => {
                refuse(log, text, index, "a character that may stand only in texts");
                return false;
            }
            _ => {}
        }
        if depth > limits::DEPTH {
            let allowed = text!("{count_text(limits::DEPTH)} levels");
            log.tell(
                at(index),
                Code::JsonDepth,
                "more",
                &allowed,
                "lists and objects are nested too deep",
                "",
            );
            return false;
        }
        if values > limits::VALUES {
            let help = "put the data into CSV files";
            let allowed = text!("{count_text(limits::VALUES)} values");
            log.tell(at(index), Code::TooLarge, "more", &allowed, "the text has too many values", help);
            return false;
        }
        index += 1;
    }
    for byte in surrogates {
        let found = text.get(byte..byte + 6).unwrap_or_default().to_owned();
        let message = "half of a pair of escapes stands alone";
        log.tell(at(byte), Code::JsonSurrogate, &found, "both halves, or the character itself", message, "");
        text.replace_range(byte..byte + 6, "\\ufffd");
    }
    true
}

/// Tells a character that may not stand where it does.
fn refuse(log: &mut Log, text: &str, byte: usize, message: &str) {
    let found = text.get(byte..).and_then(|rest| rest.chars().next()).unwrap_or_default();
    log.tell(at(byte), Code::JsonSyntax, found.encode_utf8(&mut [0; 4]), "JSON", message, "");
}

/// Goes to the last byte of the escape at `index`; gives its place if it is a lone surrogate.
fn escaped(bytes: &[u8], index: &mut usize) -> Option<usize> {
    let start = *index;
    *index += 1;
    let first = code_unit(bytes, start)?;
    *index += 4;
    match first {
        0xD800..=0xDBFF if matches!(code_unit(bytes, start + 6), Some(0xDC00..=0xDFFF)) => {
            *index += 6;
            None
        }
        0xD800..=0xDFFF => Some(start),
        _ => None,
    }
}

/// The number of the escape `\uXXXX` at `start`.
fn code_unit(bytes: &[u8], start: usize) -> Option<u32> {
    let digits = bytes.get(start..start + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |number, digit| Some(number * 16 + char::from(*digit).to_digit(16)?))
}

/// Tells names that stand twice in an object, and numbers that no float holds. In `data`, which resources have on level 2,
/// numbers are checked as cells.
pub(crate) fn check_values(log: &mut Log, value: &Value, is_data: bool, depth: usize) {
    match value {
        Value::Object(object) => {
            check_names(log, object);
            for property in &object.properties {
                let is_data = is_data || (depth == 2 && property.name.as_str() == "data");
                check_values(log, &property.value, is_data, depth + 1);
            }
        }
        Value::Array(array) => {
            for element in &array.elements {
                check_values(log, element, is_data, depth + 1);
            }
        }
        Value::NumberLit(number) if !is_data && cell::is_infinite(number.value) => {
            log.tell(
                at(start(value)),
                Code::JsonNumber,
                number.value,
                "below 1e308",
                "no number is as large",
                "",
            );
        }
        _ => {}
    }
}

fn check_names(log: &mut Log, object: &Object) {
    let name = |index: u32| {
        let property = object.properties.get(index as usize);
        (property.map_or("", |property| property.name.as_str()), index)
    };
    let order = sorted(object.properties.len(), &|one, other| by_text(name(one), name(other)));
    for pair in order.windows(2) {
        let &[one, other] = pair else { continue };
        let Some(property) = object.properties.get(other as usize) else { continue };
        if name(one).0 == name(other).0 {
            let key = property.name.as_str();
            let found = text!("{key} twice");
            let message = "an object has {}";
            log.tell(at(property.range.start), Code::JsonDuplicateKey, &found, "one", message, "");
        }
    }
}

/// Appends a step to a JSON pointer.
pub(crate) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(character),
        }
    }
}

/// The text of a value that may stand in a cell; `None` for lists and objects.
pub(crate) fn cell_text<'a>(value: &'a Value<'_>) -> Option<Cow<'a, str>> {
    Some(match value {
        Value::StringLit(text) => Cow::Borrowed(&*text.value),
        Value::NumberLit(number) => Cow::Borrowed(number.value),
        Value::BooleanLit(boolean) => Cow::Borrowed(if boolean.value { "true" } else { "false" }),
        Value::NullKeyword(_) => Cow::Borrowed(""),
        Value::Object(_) | Value::Array(_) => return None,
    })
}
