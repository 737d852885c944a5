//! Names that may appear only in certain places, each with the sentence that says so.

use std::collections::BTreeSet;

use county_chains::dataset;

use super::source::Source;
use super::token::Token;
use super::{hold, sources};

/// A name that begins a path, where it may stand, and the rule.
const PATHS: [(&str, &[&str], &str); 15] = [
    ("web_sys", &["web/"], "the browser is named only in src/web"),
    ("js_sys", &["web/"], "the browser is named only in src/web"),
    ("wasm_bindgen", &["web/"], "the browser is named only in src/web"),
    ("serde_wasm_bindgen", &["web/"], "the browser is named only in src/web"),
    ("clap", &["cli/", "main.rs"], "the command line is named only in src/cli"),
    ("resvg", &["cli/", "main.rs"], "PNG for the terminal is drawn only in src/cli"),
    ("sha2", &["cli/", "main.rs"], "files are hashed only in src/cli"),
    ("indicatif", &["cli/", "main.rs"], "progress is shown only in src/cli"),
    ("std::fs", &["cli/", "main.rs"], "files are touched only in src/cli"),
    ("std::env", &["cli/", "main.rs"], "the environment is read only in src/cli"),
    ("std::process", &["cli/", "main.rs"], "processes are known only to src/cli"),
    ("std::time", &["cli/"], "only src/cli knows the time"),
    ("std::thread", &["cli/"], "only src/cli starts threads"),
    ("std::net", &[], "nothing of ours speaks to the network"),
    ("plotters", &["scene/scale.rs"], "plotters is named only in src/scene/scale.rs"),
];

/// Words of the language or of libraries, where they may stand, and the rule.
const WORDS: [(&[&str], &[&str], &str); 5] = [
    (&["println", "print", "eprintln", "eprint", "dbg"], &["cli/", "main.rs"], "only src/cli prints"),
    (
        &["HashMap", "HashSet", "RandomState", "DefaultHasher"],
        &[],
        "the order of hash tables differs between runs and leaks into goldens: use BTreeMap or BTreeSet",
    ),
    (&["todo", "unimplemented"], &[], "nothing is left to do"),
    (
        &["format", "format_args", "to_string"],
        &["cli/", "data/codec/encoder.rs", "data/error.rs", "reader/", "text_macro/", "theme.rs"],
        "the wasm carries no formatting (pkg/tools/bundle/src/unused.rs): use word::text! and quantity",
    ),
    (
        &["set_inner_html", "set_outer_html", "insert_adjacent_html", "DomParser", "innerHTML", "eval"],
        &[],
        "nodes are created, markup is never parsed in the page",
    ),
];

/// Float functions whose last digits differ between platforms.
const FLOATS: [&str; 24] = [
    "powf", "powi", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "cbrt", "hypot", "sin",
    "cos", "sin_cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "mul_add",
];

fn breaches(find: impl Fn(&Source) -> Vec<(usize, String)>) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources() {
        found.extend(find(&source).into_iter().map(|(line, what)| format!("{}: {what}", source.at(line))));
    }
    found
}

#[test]
fn platforms_and_libraries_are_named_only_in_their_place() {
    let found = breaches(|source| {
        let mut found = Vec::new();
        for (line, path) in source.paths() {
            for (name, _, rule) in PATHS.iter().filter(|(_, places, _)| !source.is_in(places)) {
                if path.iter().map(String::as_str).zip(name.split("::")).all(|(part, word)| part == word)
                    && path.len() >= name.split("::").count()
                {
                    found.push((line, format!("{} ({rule})", path.join("::"))));
                }
            }
        }
        found
    });
    hold("some names stand only in one place", &found);
}

#[test]
fn words_that_bring_platform_order_or_output_stand_only_in_their_place() {
    let found = breaches(|source| {
        let mut found = Vec::new();
        for (line, token) in &source.tokens {
            let Token::Word(word) = token else {
                continue;
            };
            for (words, _, rule) in WORDS.iter().filter(|(_, places, _)| !source.is_in(places)) {
                if words.contains(&word.as_str()) {
                    found.push((*line, format!("{word} ({rule})")));
                }
            }
        }
        found
    });
    hold("some words stand only in one place", &found);
}

#[test]
fn platform_float_functions_are_called_nowhere() {
    let found = breaches(|source| {
        let mut found = Vec::new();
        for three in source.tokens.windows(3) {
            let [(_, Token::Sign("." | "::")), (line, Token::Word(word)), (_, Token::Sign("("))] = three
            else {
                continue;
            };
            if FLOATS.contains(&word.as_str()) {
                found.push((*line, format!(".{word}()")));
            }
        }
        found
    });
    hold("float functions that differ between platforms leak into goldens: multiply, or take sqrt", &found);
}

#[test]
fn colours_are_written_only_in_theme_and_color() {
    let found = breaches(|source| {
        if source.is_in(&["theme.rs", "color.rs"]) {
            return Vec::new();
        }
        let coloured = source.tokens.iter().filter(|(_, token)| match token {
            Token::Number(number) => number.len() == 8 && number.starts_with("0x"),
            Token::Text(text) => has_colour(text),
            _ => false,
        });
        coloured.map(|(line, token)| (*line, format!("{token:?}"))).collect()
    });
    hold("a colour literal stands only in theme and color: name a role", &found);
}

/// Whether a text holds `#rgb` or `#rrggbb`.
fn has_colour(text: &str) -> bool {
    text.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        let ends = rest.chars().nth(digits).is_none_or(|next| !next.is_alphanumeric());
        matches!(digits, 3 | 6) && ends
    })
}

/// Texts that may stand in some files alone, found elsewhere.
fn texts_outside(files: &[&str], is: impl Fn(&str) -> bool) -> Vec<String> {
    breaches(|source| {
        if source.is_in(files) {
            return Vec::new();
        }
        let found = source.tokens.iter().filter(|(_, token)| matches!(token, Token::Text(text) if is(text)));
        found.map(|(line, token)| (*line, format!("{token:?}"))).collect()
    })
}

#[test]
fn chinese_words_stand_only_in_locale() {
    let is_han = |character: char| matches!(u32::from(character), 0x3400..=0x9FFF);
    // The help of the command shows an example search.
    let files = ["locale/", "words/", "reader/", "cli/args.rs"];
    hold(
        "words that a reader sees stand in locale, data, the white paper’s charts or the help of the command: give the sentence a name there",
        &texts_outside(&files, |text| text.contains(is_han)),
    );
}

#[test]
fn a_facts_id_stands_only_in_data_and_in_the_charts_of_the_white_paper() {
    let dataset = dataset::embedded();
    let ids: BTreeSet<&str> = dataset.facts.iter().map(|fact| fact.id).collect();
    hold(
        "a fact's id stands in data and in the charts of the white paper",
        &texts_outside(&["chart/white_paper/", "words/white_paper/", "reader/"], |text| ids.contains(text)),
    );
}

#[test]
fn an_indicators_id_stands_only_in_data_and_in_the_charts_of_the_white_paper() {
    let dataset = dataset::embedded();
    let ids: BTreeSet<&str> = dataset.indicators.iter().map(|indicator| indicator.id).collect();
    // The command shows examples, and a column of facts.csv is called counties.
    hold(
        "an indicator's id stands in data and in the charts of the white paper",
        &texts_outside(&["chart/white_paper/", "cli/", "reader/", "words/white_paper/"], |text| {
            ids.contains(text)
        }),
    );
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    let found = breaches(|source| {
        let mut found = Vec::new();
        for three in source.tokens.windows(3) {
            let [(_, Token::Sign(".")), (line, Token::Word(word)), (_, Token::Sign("("))] = three else {
                continue;
            };
            if matches!(word.as_str(), "unwrap" | "expect" | "unwrap_err" | "expect_err") {
                found.push((*line, format!(".{word}()")));
            }
        }
        found
    });
    hold("nothing is unwrapped outside tests: an expected failure is a value", &found);
}

#[test]
fn no_test_is_ignored() {
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| source.text.contains(concat!("#[", "ignore")))
        .map(|source| format!("src/{}", source.path))
        .collect();
    hold("no test is ignored: mend it or take it out", &found);
}
