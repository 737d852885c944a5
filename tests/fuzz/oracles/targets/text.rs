//! Text layout. The first line of an input has size, limit, most lines and `bold`; the rest is the text.

use county_chains::text::{broken, is_wide, runs, width, wrap, wrap_cut, wrap_greedy};

/// Marks that must not begin a line, and those that must not end one, as `docs/editing.md` and any typesetter have them.
const CLOSING: &str = "，。；：、！？）”’」』》〉】";
const OPENING: &str = "（“‘「『《〈【";
/// Widths are sums of floats.
const EPSILON: f64 = 1e-6;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let (head, text) = input.split_once('\n').unwrap_or(("", &input));
    let mut words = head.split(' ');
    let mut number = |low: f64, high: f64| {
        let given =
            words.next().and_then(|word| word.parse::<f64>().ok()).filter(|number| number.is_finite());
        given.unwrap_or(low).clamp(low, high)
    };
    let (size, limit, most) = (number(8.0, 60.0), number(1.0, 2000.0), number(1.0, 20.0) as usize);
    let bold = words.next() == Some("bold");
    let measure = |line: &str| width(line, size, bold);
    let whole = measure(text);
    assert!(whole.is_finite() && whole >= 0.0, "the text is {whole} wide");
    assert_eq!(runs(text).concat(), text, "runs lose something");
    let greedy = wrap_greedy(text, size, bold, limit);
    let even = wrap(text, size, bold, limit);
    for lines in [&greedy, &even] {
        assert_eq!(without_blanks(&lines.concat()), without_blanks(text), "lines lose something");
        assert_breaks(text, lines);
    }
    if whole <= limit {
        assert!(greedy.len() <= 1 && even.len() <= 1, "{} and {} lines", greedy.len(), even.len());
    }
    for lines in [greedy, even] {
        let lines = broken(lines, size, bold, limit);
        assert_eq!(without_blanks(&lines.concat()), without_blanks(text), "broken lines lose something");
        for line in &lines {
            let fits = measure(line) <= limit + EPSILON || line.chars().count() <= 1;
            assert!(fits, "{line:?} is {} wide", measure(line));
        }
    }
    let cut = wrap_cut(text, size, bold, limit, most);
    assert!(cut.len() <= most, "{} lines", cut.len());
    for line in &cut {
        // A sign or a character alone may be wider than there is room.
        let fits = measure(line) <= limit + EPSILON || line.chars().count() <= 1;
        assert!(fits, "cut: {line:?} is {} wide", measure(line));
    }
    let is_whole = without_blanks(&cut.concat()) == without_blanks(text);
    assert!(is_whole || cut.iter().any(|line| line.ends_with('…')), "cut without a sign: {cut:?}");
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Panics where a line ends at a place where none may.
fn assert_breaks(text: &str, lines: &[String]) {
    let mut rest = text;
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        // Blanks at the ends of lines are left out.
        let start = rest.find(line.as_str()).expect("a line that is not in the text");
        rest = &rest[start + line.len()..];
        let (Some(left), Some(right)) = (line.chars().last(), next.trim_start().chars().next()) else {
            continue;
        };
        if rest.starts_with(char::is_whitespace) {
            continue;
        }
        assert!(is_wide(left) || is_wide(right), "a word is torn: {line:?} {next:?}");
        assert!(!CLOSING.contains(right), "{right} begins a line: {lines:?}");
        assert!(!OPENING.contains(left), "{left} ends a line: {lines:?}");
        assert!(!left.is_ascii_digit(), "a number loses its unit: {lines:?}");
    }
}
