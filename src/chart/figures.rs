//! Keeps figures and what follows them on one line of a picture, as a number with its unit.

use crate::text;

/// Stands for a blank at which no line breaks.
const KEPT: char = '\u{E000}';

/// Words that belong to the figure before them and to the unit after them.
const SCALES: [&str; 4] = ["million", "billion", "trillion", "×"];

/// `content` with the blanks marked at which no line may break, as far as lines of `limit` pixels leave a choice.
pub(super) fn keep(content: &str, size: f64, bold: bool, limit: f64) -> String {
    let mut words = content.split(' ').peekable();
    let mut kept = String::new();
    while let Some(word) = words.next() {
        kept.push_str(word);
        let Some(next) = words.peek() else { break };
        // Lines may break beside each Han character.
        let may_break = |character: char| character == ' ' || text::is_wide(character);
        let before = kept.rsplit(may_break).next().unwrap_or_default();
        let after = next.split(text::is_wide).next().unwrap_or_default();
        let together = [before, " ", after].concat();
        let is_together = is_kept(word, next) && text::width(&together, size, bold) <= limit;
        kept.push(if is_together { KEPT } else { ' ' });
    }
    kept
}

/// A line of such a text as it is set.
pub(super) fn line(content: &str) -> String {
    content.chars().map(|character| if character == KEPT { ' ' } else { character }).collect()
}

/// Whether a word stays with the next one: a figure does, and a word that scales it.
fn is_kept(word: &str, next: &str) -> bool {
    let is_word = |first: char| first.is_alphanumeric() || !first.is_ascii();
    let follows = next.chars().next().is_some_and(|first| is_word(first) && first != '→');
    follows && (is_figure(word) || SCALES.contains(&word))
}

/// Whether a word ends with a number, as 10,000 and −1.25 and 最低，3.5万 do, but not 3A or B12.
fn is_figure(word: &str) -> bool {
    let number = word.trim_end_matches(['万', '萬', '亿', '億']);
    let is_digit = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let before = number.trim_end_matches(is_digit);
    number.ends_with(|character: char| character.is_ascii_digit())
        && !before.ends_with(|character: char| character.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{keep, line};

    fn kept(content: &str, limit: f64) -> Vec<String> {
        keep(content, 10.0, false, limit).split(' ').map(line).collect()
    }

    #[test]
    fn figures_stay_with_what_follows_them() {
        for (content, pieces) in [
            (
                "South, −1.25 m. 5 rivers in 3 classes.",
                &["South,", "−1.25 m.", "5 rivers", "in", "3 classes."][..],
            ),
            ("4 × 10,000 visits", &["4 × 10,000 visits"]),
            ("36.75 million people (calculated)", &["36.75 million people", "(calculated)"]),
            ("Primary, 17.8 (calculated)", &["Primary,", "17.8", "(calculated)"]),
            ("0 m → 3 m", &["0 m", "→", "3 m"]),
            ("最低：南部，3.5万 m。", &["最低：南部，3.5万 m。"]),
            ("Class 3A is B12 of (2024), 7", &["Class", "3A", "is", "B12", "of", "(2024),", "7"]),
        ] {
            assert_eq!(kept(content, 1000.0), pieces, "{content}");
        }
    }

    #[test]
    fn what_is_wider_than_a_line_may_break() {
        assert_eq!(kept("4 × 10,000 visits", 60.0), ["4 × 10,000", "visits"]);
        assert_eq!(kept("1,000 Donaudampfschifffahrten", 60.0), ["1,000", "Donaudampfschifffahrten"]);
    }
}
