//! A source text taken apart: comments dropped, literals told from words.

/// A piece of a source file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// A name or a keyword.
    Word(String),
    /// The inside of a string literal.
    Text(String),
    /// A character or a byte.
    Character,
    /// A number as it is written.
    Number(String),
    /// Anything else, one character each, but `::` whole.
    Sign(&'static str),
}

/// Takes a text apart.
pub(crate) fn tokens(text: &str) -> Vec<(usize, Token)> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < characters.len() {
        let (token, end) = token(&characters, at);
        if let Some(token) = token {
            found.push((line, token));
        }
        line += characters[at..end].iter().filter(|character| **character == '\n').count();
        at = end;
    }
    found
}

/// The token at `at`, if it is one, and where the next begins.
fn token(text: &[char], at: usize) -> (Option<Token>, usize) {
    let rest = &text[at..];
    let until = |stop: fn(char) -> bool| {
        at + rest.iter().position(|character| stop(*character)).unwrap_or(rest.len())
    };
    match rest {
        ['/', '/', ..] => (None, until(|character| character == '\n')),
        ['/', '*', ..] => {
            let end = rest.windows(2).position(|two| two == ['*', '/']).map_or(rest.len(), |end| end + 2);
            (None, at + end)
        }
        ['r', '"' | '#', ..] if raw_string(rest).is_some() => {
            let (inside, length) = raw_string(rest).unwrap();
            (Some(Token::Text(inside)), at + length)
        }
        ['b', '"', ..] => quoted(text, at + 2),
        ['"', ..] => quoted(text, at + 1),
        ['\'', '\\', _, tail @ ..] => {
            let length = tail.iter().position(|character| *character == '\'').unwrap_or(0);
            (Some(Token::Character), at + 3 + length + 1)
        }
        ['\'', _, '\'', ..] => (Some(Token::Character), at + 3),
        [first, ..] if first.is_ascii_digit() => {
            let end = until(|character| !character.is_ascii_alphanumeric() && character != '_');
            (Some(Token::Number(text[at..end].iter().collect())), end)
        }
        [first, ..] if first.is_alphabetic() || *first == '_' => {
            let end = until(|character| !character.is_alphanumeric() && character != '_');
            (Some(Token::Word(text[at..end].iter().collect())), end)
        }
        [':', ':', ..] => (Some(Token::Sign("::")), at + 2),
        [first, ..] => {
            const SIGNS: [(char, &str); 13] = [
                ('{', "{"),
                ('}', "}"),
                ('#', "#"),
                ('[', "["),
                (']', "]"),
                ('(', "("),
                (')', ")"),
                (';', ";"),
                ('.', "."),
                ('!', "!"),
                (',', ","),
                ('<', "<"),
                ('$', "$"),
            ];
            let sign = SIGNS.iter().find(|(character, _)| character == first).map_or("?", |(_, sign)| sign);
            ((!first.is_whitespace()).then_some(Token::Sign(sign)), at + 1)
        }
        [] => (None, at + 1),
    }
}

/// The inside of a string that begins at `at`, and where it ends.
fn quoted(text: &[char], at: usize) -> (Option<Token>, usize) {
    let mut end = at;
    while end < text.len() && text[end] != '"' {
        end += if text[end] == '\\' { 2 } else { 1 };
    }
    let end = end.min(text.len());
    (Some(Token::Text(text[at..end].iter().collect())), end + 1)
}

/// The inside of `r#"…"#` and its whole length.
fn raw_string(rest: &[char]) -> Option<(String, usize)> {
    let hashes = rest.iter().skip(1).take_while(|character| **character == '#').count();
    let start = hashes + 2;
    if rest.get(hashes + 1) != Some(&'"') {
        return None;
    }
    let closes = |at: usize| {
        rest[at] == '"'
            && rest.get(at + 1..at + 1 + hashes).is_some_and(|tail| tail.iter().all(|c| *c == '#'))
    };
    let end = (start..rest.len()).find(|at| closes(*at))?;
    Some((rest[start..end].iter().collect(), end + 1 + hashes))
}

/// The tokens without what stands under `#[cfg(test)]`.
pub(crate) fn without_tests(tokens: Vec<(usize, Token)>) -> Vec<(usize, Token)> {
    let word = |text: &str| Token::Word(text.to_owned());
    let mark = [
        Token::Sign("#"),
        Token::Sign("["),
        word("cfg"),
        Token::Sign("("),
        word("test"),
        Token::Sign(")"),
        Token::Sign("]"),
    ];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_mark = tokens.len() >= at + mark.len()
            && tokens[at..at + mark.len()].iter().map(|(_, token)| token).eq(&mark);
        if !is_mark {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += mark.len();
        let mut depth = 0;
        while at < tokens.len() {
            match tokens[at].1 {
                Token::Sign("{") => depth += 1,
                Token::Sign("}") => depth -= 1,
                _ => {}
            }
            let ends = depth == 0 && matches!(tokens[at].1, Token::Sign("}" | ";"));
            at += 1;
            if ends {
                break;
            }
        }
    }
    kept
}
