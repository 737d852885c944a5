//! Warns of figures that are typed into stories.

use jsonc_parser::ast::Value;

use crate::log::Log;
use crate::stories::pieces;
use crate::walk::Members;
use crate::{Code, json};

/// Looks through the stories of the descriptor.
pub(super) fn check(log: &mut Log, root: &Value) {
    let stories = root.as_object().and_then(|object| Members { object }.get("stories"));
    let stories = stories.and_then(|node| node.value.as_array()).map_or(&[][..], |array| &array.elements);
    for story in stories.iter().filter_map(Value::as_object) {
        for property in &story.properties {
            let base = property.name.as_str().split('@').next().unwrap_or_default();
            let text = property.value.as_string_lit().filter(|_| matches!(base, "heading" | "summary"));
            let Some(text) = text else { continue };
            if let Some(number) = typed_number(&text.value) {
                let help = "write a place such as {max}, so that the figure follows the data";
                let at = json::at(text.range.start);
                log.tell(at, Code::TypedNumber, number, "a place", "a figure is typed in by hand", help);
            }
        }
    }
}

/// The first number of a text that is no year, outside of places.
fn typed_number(text: &str) -> Option<&str> {
    pieces(text).find_map(|(words, _)| number(words))
}

/// The first number that is no year. A digit beside a letter, as in 3A, is a name.
fn number(words: &str) -> Option<&str> {
    let is_year = |word: &str| matches!(word.as_bytes(), [b'1', b'9', a, b] | [b'2', b'0', a, b] if a.is_ascii_digit() && b.is_ascii_digit());
    let is_inner =
        |character: char| character.is_ascii_alphanumeric() || character == '.' || character == ',';
    let mut words = words.split(|character| !is_inner(character)).map(|word| word.trim_matches(['.', ',']));
    words.find(|word| {
        !word.is_empty() && !word.contains(|letter: char| letter.is_ascii_alphabetic()) && !is_year(word)
    })
}

#[cfg(test)]
mod tests {
    use super::typed_number;

    #[test]
    fn figures_that_are_typed_in_are_found() {
        for (text, expected) in [
            ("in 2023 twice", None),
            ("3A hospitals have more", None),
            ("life is 19.4 years longer.", Some("19.4")),
            ("高5岁", Some("5")),
            ("1,204 beds", Some("1,204")),
            ("{v:1} and {gap:1:2}, {n", None),
            ("a } and 19.4 more than {max}", Some("19.4")),
        ] {
            assert_eq!(typed_number(text), expected, "{text}");
        }
    }
}
