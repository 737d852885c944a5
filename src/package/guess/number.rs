//! How a column writes its numbers.

use crate::cell::PERCENT_SIGNS;

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notation {
    /// What stands before the decimals; `None` where there are none.
    pub decimal: Option<char>,
    /// What stands between thousands; `None` where nothing does.
    pub group: Option<char>,
    /// Whether signs such as `>` or 约 stand before some numbers.
    pub signed: bool,
    /// Whether percent signs stand behind some numbers.
    pub percent: bool,
}

/// Decimal character and separator of thousands, the usual first.
pub(super) const STYLES: [(char, Option<char>); 10] = [
    ('.', None),
    ('.', Some(',')),
    (',', None),
    (',', Some('.')),
    (',', Some(' ')),
    (',', Some('\u{A0}')),
    (',', Some('\u{202F}')),
    ('.', Some(' ')),
    ('.', Some('\u{A0}')),
    ('.', Some('\'')),
];

/// What says that a value is not exact.
const SIGNS: [char; 6] = ['>', '<', '~', '超', '近', '约'];

/// How one number is written in a style; `None` where it is none.
pub(super) fn notation(cell: &str, (decimal, group): (char, Option<char>)) -> Option<Notation> {
    let rest = cell.trim_start_matches(SIGNS);
    let signed = rest.len() < cell.len();
    let shares = rest.strip_suffix(PERCENT_SIGNS);
    let bare = shares.unwrap_or(rest).trim();
    let plain = bare.strip_prefix(['-', '+']).unwrap_or(bare);
    let (plain, exponent) = plain.split_once(['e', 'E']).map_or((plain, "0"), |(plain, end)| (plain, end));
    let (whole, part) = plain.split_once(decimal).map_or((plain, None), |(whole, part)| (whole, Some(part)));
    let is_grouped = group.is_some_and(|group| whole.contains(group));
    let is_whole = match group.filter(|_| is_grouped) {
        Some(group) => is_grouped_number(whole, group),
        None => is_digits(whole),
    };
    // 01001 is a code: as a number it would lose its zero.
    let is_code = whole.len() > 1 && whole.starts_with('0');
    let is_exponent = is_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
    if !is_whole || is_code || !part.is_none_or(is_digits) || !is_exponent {
        return None;
    }
    let decimal = part.map(|_| decimal).or((exponent != "0").then_some('.'));
    Some(Notation { decimal, group: group.filter(|_| is_grouped), signed, percent: shares.is_some() })
}

/// The numbers of a column.
#[derive(Debug, Clone)]
pub(super) struct Numbers {
    /// How they are written.
    pub(super) notation: Notation,
    /// The cells that are no numbers in it.
    pub(super) wrong: Vec<String>,
}

impl Numbers {
    /// Of these cells in a style, if three in four are numbers. People write notes into cells, which only they can tell from
    /// numbers; but if a cell has nothing but digits and is none, as 01001, the column holds codes.
    pub(super) fn of(cells: &[&str], style: (char, Option<char>)) -> Option<Numbers> {
        let (mut all, mut wrong): (Option<Notation>, Vec<String>) = (None, Vec::new());
        for cell in cells {
            match (notation(cell, style), all) {
                (Some(one), None) => all = Some(one),
                (Some(one), Some(before)) => {
                    all = Some(Notation {
                        decimal: before.decimal.or(one.decimal),
                        group: before.group.or(one.group),
                        signed: before.signed || one.signed,
                        percent: before.percent || one.percent,
                    });
                }
                (None, _) if is_digits(cell) || wrong.len() * 4 >= cells.len() => return None,
                (None, _) => wrong.push((*cell).to_owned()),
            }
        }
        all.filter(|_| wrong.len() * 4 <= cells.len()).map(|notation| Numbers { notation, wrong })
    }
}

/// Whether a cell is a year of which tables tell.
pub(super) fn is_year(cell: &str) -> bool {
    let year = cell.trim_start_matches(SIGNS).trim_start();
    year.len() == 4 && year.parse().is_ok_and(|year: usize| (1800..=2100).contains(&year))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether all groups but the first have three digits.
fn is_grouped_number(text: &str, group: char) -> bool {
    let mut groups = text.split(group);
    let starts = groups.next().is_some_and(|first| is_digits(first) && first.len() <= 3);
    starts && groups.all(|part| is_digits(part) && part.len() == 3)
}
