//! Finds the way in which a cell that is no number would be one, and what to declare or to write so that it is.

use county_chains_data::word::text;

use crate::Code;
use crate::cell::{Format, is_blank, read, unhedged};

/// Another way of writing numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Notation {
    /// What separates whole from parts.
    decimal: char,
    /// What separates thousands.
    group: Option<char>,
    /// Whether it is the thousands that the field does not know.
    is_grouped: bool,
}

/// What may separate thousands.
const GROUPS: [char; 8] = [',', '.', ' ', '\u{a0}', '\u{202f}', '\'', '’', '，'];

impl Notation {
    /// The way in which a text is a number that a field does not read.
    pub(crate) fn of(text: &str, format: &Format) -> Option<Notation> {
        let digits = unhedged(text, format).1.trim_start_matches(['-', '+', '\u{2212}']);
        let is_read = |decimal, group| {
            let plain = Format { decimal, group, ..Format::PLAIN };
            read(digits, &plain).is_some_and(|value| !value.is_nan())
        };
        for group in GROUPS {
            if !digits.contains(group) {
                continue;
            }
            // With two points none of them separates the parts.
            let other = if group == '.' { ',' } else { '.' };
            let is_decimal = group == format.decimal;
            if is_read(if is_decimal { '\0' } else { format.decimal }, Some(group)) {
                let decimal = if is_decimal { other } else { format.decimal };
                return Some(Notation { decimal, group: Some(group), is_grouped: true });
            }
            if matches!(group, ',' | '.') && is_read(group, format.group) {
                return Some(Notation { decimal: group, group: format.group, is_grouped: false });
            }
        }
        // Both are others, as in 1.204,5.
        let pairs = GROUPS.into_iter().flat_map(|group| [('.', group), (',', group)]);
        let is_there = |(decimal, group): &(char, char)| {
            decimal != group && digits.contains(*decimal) && digits.contains(*group)
        };
        let both = pairs.filter(is_there).find(|(decimal, group)| is_read(*decimal, Some(*group)));
        both.map(|(decimal, group)| Notation { decimal, group: Some(group), is_grouped: true })
    }

    /// The kind of the problem.
    pub(crate) fn code(self) -> Code {
        if self.is_grouped { Code::GroupCharacter } else { Code::DecimalCharacter }
    }

    /// What is allowed in its place, and what helps.
    pub(crate) fn advice(self, text: &str, format: &Format) -> (String, String) {
        let plain = self.plain(text, format);
        let (decimal, group) =
            (String::from(self.decimal), self.group.map(|group| if is_blank(group) { ' ' } else { group }));
        let group = group.map(String::from).unwrap_or_default();
        if !self.is_grouped && format.group == Some(self.decimal) {
            return (
                text!("groups of three digits, or {plain}"),
                text!(
                    r#"“{decimal}” is the groupChar of the field; if it is the decimal character, write "decimalChar": "{decimal}" in its place"#
                ),
            );
        }
        if !self.is_grouped {
            return (
                text!("decimalChar declared, or {plain}"),
                text!(r#"write "decimalChar": "{decimal}" in the field, if it is that"#),
            );
        }
        if self.decimal == format.decimal {
            return (
                text!("groupChar declared, or {plain}"),
                text!(r#"write "groupChar": "{group}" in the field, if it separates thousands"#),
            );
        }
        (
            text!("groupChar and decimalChar declared, or {plain}"),
            text!(
                r#"write "groupChar": "{group}" and "decimalChar": "{decimal}" in the field, if these are meant"#
            ),
        )
    }

    /// The same number as the field reads it.
    fn plain(self, text: &str, format: &Format) -> String {
        let is_group = |character: char| {
            self.group.is_some_and(|group| group == character || (is_blank(group) && is_blank(character)))
        };
        let kept = text.chars().filter(|character| *character == self.decimal || !is_group(*character));
        kept.map(|character| if character == self.decimal { format.decimal } else { character }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Notation;
    use crate::cell::{Format, hedged};

    #[test]
    fn what_is_advised_is_read_as_the_same_number() {
        let none = (None, '.');
        for (text, (group, decimal), value, allowed, help) in [
            ("1,204", none, 1204.0, "groupChar declared, or 1204", r#"write "groupChar": "," in"#),
            ("1 204", none, 1204.0, "groupChar declared, or 1204", r#"write "groupChar": " " in"#),
            ("1\u{a0}204", none, 1204.0, "groupChar declared, or 1204", r#"write "groupChar": " " in"#),
            ("1'204", none, 1204.0, "groupChar declared, or 1204", r#"write "groupChar": "'" in"#),
            (
                "1.204.000",
                none,
                1_204_000.0,
                "groupChar and decimalChar declared, or 1204000",
                r#"write "groupChar": "." and "decimalChar": "," in"#,
            ),
            (
                "-1.204,5",
                none,
                -1204.5,
                "groupChar and decimalChar declared, or -1204.5",
                r#"write "groupChar": "." and "decimalChar": "," in"#,
            ),
            ("1.204,5", (None, ','), 1204.5, "groupChar declared, or 1204,5", r#"write "groupChar": "." in"#),
            (
                "1 204,5",
                (Some('.'), ','),
                1204.5,
                "groupChar declared, or 1204,5",
                r#"write "groupChar": " " in"#,
            ),
            (
                "1,204.5",
                (None, ','),
                1204.5,
                "groupChar and decimalChar declared, or 1204,5",
                r#"write "groupChar": "," and "decimalChar": "." in"#,
            ),
            ("1,5", none, 1.5, "decimalChar declared, or 1.5", r#"write "decimalChar": "," in the field"#),
            (
                "68.5",
                (None, ','),
                68.5,
                "decimalChar declared, or 68,5",
                r#"write "decimalChar": "." in the field"#,
            ),
            (
                "12,04",
                (Some(','), '.'),
                12.04,
                "groups of three digits, or 12.04",
                "“,” is the groupChar of the field",
            ),
            (
                "68.5",
                (Some('.'), ','),
                68.5,
                "groups of three digits, or 68,5",
                "“.” is the groupChar of the field",
            ),
            ("约1,204", none, 1204.0, "groupChar declared, or 约1204", r#"write "groupChar": "," in"#),
        ] {
            let format = Format { group, decimal, bare: false, ..Format::PLAIN };
            assert!(hedged(text, &format).is_err(), "{text}");
            let notation = Notation::of(text, &format).unwrap();
            let (told, advice) = notation.advice(text, &format);
            assert_eq!(told, allowed, "{text}");
            assert!(advice.starts_with(help), "{text}: {advice}");
            let plain = told.rsplit(' ').next().unwrap();
            assert_eq!(hedged(plain, &format).unwrap().0, value, "{plain}");
            let declared = Format { group: notation.group.or(group), decimal: notation.decimal, ..format };
            let declared = if notation.is_grouped { declared } else { Format { group: None, ..declared } };
            assert_eq!(hedged(text, &declared).unwrap().0, value, "{text} with {advice}");
        }
        for text in ["12 04", "1,,204", "5 beds", "x", "", "NaN"] {
            assert_eq!(Notation::of(text, &Format::PLAIN), None, "{text}");
        }
    }
}
