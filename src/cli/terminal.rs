//! Text for terminals: columns, and what fits into them.

use clap::Command;

use crate::text::is_wide;

/// How many columns `text` takes; a Chinese character takes two.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

fn column(character: char) -> usize {
    if is_wide(character) { 2 } else { 1 }
}

/// `text` in at most `limit` columns; an ellipsis stands for what was cut off.
pub(super) fn cut(text: &str, limit: usize) -> String {
    if columns(text) <= limit {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for character in text.chars() {
        used += column(character);
        if used > limit {
            break;
        }
        kept.push(character);
    }
    if limit > 0 {
        kept.push('…');
    }
    kept
}

/// `text` with blanks up to `width` columns.
pub(super) fn padded(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(blanks))
}

/// The width of the terminal in columns; 100 where it cannot be known.
///
/// Only clap knows it, and only by wrapping help to it: so a paragraph of single letters is wrapped,
/// and its longest line measured. One column may be lost, and no further crate is needed.
pub(super) fn width() -> usize {
    const WIDEST: usize = 400;
    let probe =
        Command::new("probe").max_term_width(WIDEST).help_template("{about}").about("x ".repeat(WIDEST));
    let help = probe.clone().render_help().to_string();
    help.lines().map(columns).max().unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns_and_never_half_of_one() {
        assert_eq!(columns("县域GDP"), 7);
        assert_eq!(cut("县域GDP", 7), "县域GDP");
        assert_eq!(cut("县域GDP", 6), "县域G…");
        assert_eq!(cut("县域GDP", 4), "县…");
        assert_eq!(cut("县域", 0), "");
        assert_eq!(padded("县域", 6), "县域  ");
        for limit in 0..12 {
            assert!(columns(&cut("福建省县域重点产业链", limit)) <= limit);
        }
    }
}
