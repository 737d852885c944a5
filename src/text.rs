//! How wide text is, and where a line may break: one table for every platform.
//!
//! Hosts bring their own fonts, so these are the advances of a common sans-serif, a little wider than
//! most. Labels placed by them leave room rather than collide.

use crate::word::text;
/// Advances of ASCII 0x20–0x7E in thousandths of an em, regular weight.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Advances of ASCII 0x20–0x7E in thousandths of an em, bold.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// The space set between a Han character and a Latin letter or digit, in em. It is layout, never a
/// typed character, so copied text stays clean.
pub const SCRIPT_GAP: f64 = 0.125;

/// Whether the character takes a full em: Han, kana, hangul, full-width forms.
pub fn is_wide(character: char) -> bool {
    matches!(u32::from(character), 0x1100..=0x115F | 0x2E80..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x20000..=0x3FFFF)
}

/// Whether the character is a Han ideograph, not a mark of punctuation.
fn is_han(character: char) -> bool {
    matches!(u32::from(character), 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '%' | '¥')
}

/// Whether the layout sets a small gap between these two neighbours.
pub fn parted(left: char, right: char) -> bool {
    (is_han(left) && is_latin(right)) || (is_latin(left) && is_han(right))
}

fn advance(character: char, bold: bool, beside_wide: bool) -> f64 {
    if is_wide(character) {
        return 1.0;
    }
    let table = if bold { &BOLD } else { &REGULAR };
    let ascii = usize::try_from(u32::from(character)).ok().and_then(|code| code.checked_sub(0x20));
    if let Some(thousandths) = ascii.and_then(|index| table.get(index)) {
        return f64::from(*thousandths) / 1000.0;
    }
    match character {
        '“' | '”' | '‘' | '’' | '…' | '—' if beside_wide => 1.0,
        '‘' | '’' => 0.24,
        '“' | '”' => 0.42,
        '·' => 0.3,
        '–' | '−' | '×' | '÷' => 0.584,
        '—' | '…' => 1.0,
        _ => 0.6,
    }
}

/// Width of one line of `text` at `size` pixels.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let mut em = 0.0;
    let mut previous: Option<char> = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let beside_wide =
            previous.is_some_and(is_wide) || characters.peek().is_some_and(|next| is_wide(*next));
        em += advance(character, bold, beside_wide);
        if previous.is_some_and(|left| parted(left, character)) {
            em += SCRIPT_GAP;
        }
        previous = Some(character);
    }
    em * size
}

/// Letters and figures as labels hold them; `www/font.js` measures the same in the page's font.
const SAMPLE: &str = "Tier 3: 46 counties, 87 chains, ¥2.78 trillion (51.1%)";

/// Whether a font that sets `SAMPLE` so wide at 100 pixels, regular and bold, is wider than the table.
pub fn is_wider(regular: f64, bold: f64) -> bool {
    let reckoned = |bold| width(SAMPLE, 100.0, bold) * 1.005;
    regular > reckoned(false) || bold > reckoned(true)
}

/// `text` cut where the layout sets a gap between scripts; the pieces joined are the text.
pub fn runs(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (index, character) in text.char_indices() {
        if previous.is_some_and(|left| parted(left, character)) {
            found.extend(text.get(start..index));
            start = index;
        }
        previous = Some(character);
    }
    found.extend(text.get(start..));
    found
}

/// Marks that must not begin a line.
const CLOSING: &str = "，。；：、！？）”’」』》〉】%…—·,.;:!?)";
/// Marks that must not end a line.
const OPENING: &str = "（“‘「『《〈【(¥";
/// Numerals that stay with the class they count: a dataset has up to twelve.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// `str::contains` would bring its search for longer texts along.
fn has(marks: &str, character: char) -> bool {
    marks.chars().any(|mark| mark == character)
}

/// Whether a line may break between two neighbours.
fn may_break(left: char, right: char) -> bool {
    if left == ' ' {
        return true;
    }
    // A list that is left open keeps the word that says so.
    if has(CLOSING, right) || has(OPENING, left) || right == '等' {
        return false;
    }
    let numeral_and_class = NUMERALS.contains(&left) && matches!(right, '类' | '類' | '个' | '個');
    let number_and_unit = left.is_ascii_digit() && is_wide(right);
    let scaled_unit =
        matches!(left, '万' | '萬' | '亿' | '億') && matches!(right, '亿' | '億' | '元' | '人' | '个' | '個');
    if numeral_and_class || number_and_unit || scaled_unit {
        return false;
    }
    is_wide(left) || is_wide(right)
}

/// Whether what begins at `index` stays with what is before: ¥1.18 trillion, no. 7. By bytes, which weighs less.
fn keeps(text: &str, index: usize) -> bool {
    let (before, after) = text.as_bytes().split_at(index);
    before.ends_with(b"no. ")
        || after.starts_with(b"trillion")
        || after.starts_with(b"billion")
        || after.starts_with(b"million")
}

/// `text` in lines of at most `limit` pixels, as even as they can be without more lines. A word wider
/// than the limit keeps a line of its own.
pub fn wrap(text: &str, size: f64, bold: bool, limit: f64) -> Vec<String> {
    let phrases: Vec<&str> = text.split_inclusive(['，', '；']).collect();
    let fits = phrases.iter().all(|phrase| width(phrase, size, bold) <= limit);
    if phrases.len() == 2 && fits && width(text, size, bold) > limit {
        return phrases.into_iter().map(str::to_owned).collect();
    }
    let greedy = full_lines(text, size, bold, limit);
    if greedy.len() < 2 {
        return greedy;
    }
    // The narrowest measure that needs no further line makes the lines even.
    let mut best = greedy;
    let mut narrower = limit;
    for _ in 0..24 {
        narrower -= limit / 48.0;
        let lines = full_lines(text, size, bold, narrower);
        if lines.len() > best.len() || lines.iter().any(|line| width(line, size, bold) > narrower) {
            break;
        }
        best = lines;
    }
    best
}

/// `text` in lines as full as they get, but for a last one of a character or two, which gets company.
pub fn wrap_greedy(text: &str, size: f64, bold: bool, limit: f64) -> Vec<String> {
    let is_lost = |lines: &Vec<String>| {
        lines.len() > 1 && lines.last().is_some_and(|last| width(last, size, bold) < 2.5 * size)
    };
    let lines = full_lines(text, size, bold, limit);
    if !is_lost(&lines) {
        return lines;
    }
    let mut narrower = limit;
    for _ in 0..3 {
        narrower -= size;
        let others = full_lines(text, size, bold, narrower);
        if others.len() != lines.len() {
            break;
        }
        if !is_lost(&others) {
            return others;
        }
    }
    lines
}

/// `text` in at most `most` lines of at most `limit` pixels. What has no room there is cut, and a sign says so.
pub fn wrap_cut(text: &str, size: f64, bold: bool, limit: f64, most: usize) -> Vec<String> {
    let is_wide = |line: &str| width(line, size, bold) > limit;
    let mut lines = broken(wrap_greedy(text, size, bold, limit), size, bold, limit);
    let is_cut = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter_mut().enumerate() {
        if is_wide(line) || (is_cut && index == last) {
            while !line.is_empty() && is_wide(&text!("{line}…")) {
                line.pop();
            }
            line.truncate(line.trim_end().len());
            line.push('…');
        }
    }
    lines
}

/// The same lines, those that a word makes too wide broken in the middle of it. Anybody's data may have such words.
pub fn broken(lines: Vec<String>, size: f64, bold: bool, limit: f64) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines {
        if width(&line, size, bold) <= limit {
            found.push(line);
            continue;
        }
        let mut rest = String::new();
        for character in line.chars() {
            rest.push(character);
            if width(&rest, size, bold) > limit {
                rest.pop();
                if !rest.is_empty() {
                    found.push(std::mem::take(&mut rest));
                }
                rest.push(character);
            }
        }
        found.push(rest);
    }
    found
}

/// `text` in lines as full as they get.
fn full_lines(text: &str, size: f64, bold: bool, limit: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let candidate = text!("{line}{piece}");
        if !line.is_empty() && width(candidate.trim_end(), size, bold) > limit {
            lines.push(line.trim_end().to_owned());
            line = piece.to_owned();
        } else {
            line = candidate;
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// `text` cut at every place where a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (index, character) in text.char_indices() {
        if previous.is_some_and(|left| may_break(left, character)) && !keeps(text, index) {
            found.extend(text.get(start..index));
            start = index;
        }
        previous = Some(character);
    }
    found.extend(text.get(start..));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_measures_the_text_that_is_reckoned_here() {
        assert!(include_str!("../www/font.js").contains(SAMPLE));
        let reckoned = [false, true].map(|bold| width(SAMPLE, 100.0, bold));
        assert!(!is_wider(reckoned[0], reckoned[1]));
        assert!(is_wider(reckoned[0] * 1.02, 0.0) && is_wider(0.0, reckoned[1] * 1.02));
    }

    #[test]
    fn han_is_one_em_and_a_gap_parts_the_scripts() {
        assert_eq!(width("县域", 10.0, false), 20.0);
        assert!((width("7个", 10.0, false) - 16.81).abs() < 1e-9);
        assert_eq!(runs("46个三类县域GDP"), ["46", "个三类县域", "GDP"]);
    }

    #[test]
    fn numbers_keep_their_units_and_marks_their_words() {
        let first = "一类县域只有7个，GDP也达1.18万亿元（2023年）。";
        let eighth = first.replace('一', "八");
        for (limit, text) in (10..300).flat_map(|limit| [(limit, first), (limit, &eighth)]) {
            let lines = wrap_greedy(text, 10.0, false, f64::from(limit));
            assert_eq!(lines.concat(), text);
            for line in &lines {
                assert!(!line.starts_with(['，', '。', '）', '个', '类']), "{line}");
                assert!(!line.ends_with(['（', '一', '八', '7', '8', '万']), "{line}");
            }
        }
    }

    #[test]
    fn the_last_line_of_a_paragraph_is_not_lost() {
        let text = "现有数为报道时的总数。覆盖的是哪44个县域，报道没有给出。";
        for limit in 150..320 {
            let lines = wrap_greedy(text, 10.0, false, f64::from(limit));
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().all(|line| width(line, 10.0, false) <= f64::from(limit)), "{lines:?}");
            assert!(lines.last().unwrap().chars().count() > 2, "{lines:?}");
        }
        let lines = wrap_greedy("「九市一區」的「一區」，報道沒有寫明", 10.0, false, 60.0);
        assert!(lines.iter().all(|line| !line.ends_with('「') && !line.starts_with('」')), "{lines:?}");
    }

    #[test]
    fn english_numbers_keep_their_scale() {
        for limit in 10..300 {
            let lines = wrap_greedy("GDP of ¥1.18 trillion, no. 7 in China", 10.0, false, f64::from(limit));
            assert!(lines.iter().all(|line| !line.ends_with("1.18") && !line.ends_with("no.")), "{lines:?}");
        }
    }

    #[test]
    fn what_has_no_room_is_broken_and_then_cut() {
        let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
        let text = format!("A {word} of the Danube");
        for limit in 30..200 {
            let limit = f64::from(limit);
            for lines in [wrap(&text, 10.0, false, limit), wrap_greedy(&text, 10.0, false, limit)] {
                let lines = broken(lines, 10.0, false, limit);
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
                assert!(lines.iter().all(|line| width(line, 10.0, false) <= limit), "{lines:?}");
            }
            let cut = wrap_cut(&text, 10.0, false, limit, 2);
            assert!(cut.len() <= 2 && cut.iter().all(|line| width(line, 10.0, false) <= limit), "{cut:?}");
            assert!(cut.concat().ends_with('…') || limit > 180.0, "{cut:?}");
        }
        assert_eq!(wrap_cut("short", 10.0, false, 100.0, 1), ["short"]);
    }

    #[test]
    fn balanced_lines_are_not_more_lines() {
        let text = "Every county has a task force; 60 of 83 have an industry fund";
        assert_eq!(wrap(text, 20.0, true, 400.0).len(), wrap_greedy(text, 20.0, true, 400.0).len());
    }
}
