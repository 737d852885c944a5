//! The descriptor of a guess: complete but for what only a person can know.

use county_chains_data::word::{joined, push_hex, text};

use super::{Guess, GuessedColumn, GuessedRole, Notation};

/// That signs may stand around numbers.
const BARE: &str = r#", "bareNumber": false"#;

impl Guess {
    /// A descriptor for the table at `path` in this encoding. Empty texts are to be filled in: as long as one is left, the
    /// dataset has errors.
    pub fn descriptor(&self, path: &str, encoding: &str) -> String {
        let (many, source) = (self.texts("many", ""), self.texts("title", ""));
        let mut lines = vec![
            text!(r#""name": {quoted(&slug(path))}"#),
            text!(r#""languages": [{list(&self.languages)}]"#),
            self.texts("title", ""),
            self.texts("edition", ""),
            text!(r#""entity": {{ "one": "", {many} }}"#),
            text!(r#""sources": [{{ {source}, "publisher": "", "path": "" }}]"#),
            r#""licenses": [{ "name": "", "path": "" }]"#.to_owned(),
        ];
        if self.has_numbers() {
            lines.push(text!(r#""units": [{{ "name": "", {many} }}]"#));
        }
        let resource = block(6, &self.resource(path, encoding));
        lines.push(text!("\"resources\": [\n    {{\n{resource}\n    }}\n  ]"));
        text!("{{\n{block(2, &lines)}\n}}\n")
    }

    fn has_numbers(&self) -> bool {
        self.columns.iter().any(|column| column.role.lacks_unit())
    }

    /// What is said of the table.
    fn resource(&self, path: &str, encoding: &str) -> Vec<String> {
        let mut lines = vec![
            r#""name": "entities""#.to_owned(),
            r#""type": "table""#.to_owned(),
            text!(r#""path": {quoted(path)}"#),
        ];
        if !encoding.eq_ignore_ascii_case("utf-8") {
            lines.push(text!(r#""encoding": {quoted(encoding)}"#));
        }
        if self.delimiter != ',' {
            lines.push(text!(r#""dialect": {{ "delimiter": {sign(self.delimiter)} }}"#));
        }
        let fields: Vec<String> = self.columns.iter().filter_map(|column| self.field(column)).collect();
        let fields = block(10, &fields);
        let schema = [r#""fieldsMatch": "subset""#.to_owned(), text!("\"fields\": [\n{fields}\n        ]")];
        lines.push(text!("\"schema\": {{\n{block(8, &schema)}\n      }}"));
        lines
    }

    /// A text in the first language, to be filled in for the others: `"title": "Area", "title@zh-Hans": ""`.
    fn texts(&self, key: &str, first: &str) -> String {
        let mut text = text!("{quoted(key)}: {quoted(first)}");
        for tag in self.languages.iter().skip(1) {
            text.push_str(&text!(r#", "{key}@{tag}": """#));
        }
        text
    }

    /// The field of a column; nothing for one that is found by its name or cannot be drawn.
    fn field(&self, column: &GuessedColumn) -> Option<String> {
        let title = self.texts("title", &title(&column.name));
        let missing = missing(&column.missing);
        let rest = match &column.role {
            GuessedRole::Code => r#""type": "string", "role": "code""#.to_owned(),
            GuessedRole::Name => r#""type": "string", "role": "name""#.to_owned(),
            GuessedRole::Row => r#""type": "integer", "role": "row""#.to_owned(),
            GuessedRole::Column => r#""type": "integer", "role": "column""#.to_owned(),
            GuessedRole::Class(words) => {
                let categories: Vec<String> = words.iter().map(|word| self.category(word, words)).collect();
                let categories = block(14, &categories);
                let class = text!(r#""type": "string", "role": "tier", {title}, "categoriesOrdered": false"#);
                text!("{class}{missing},\n            \"categories\": [\n{categories}\n            ]")
            }
            GuessedRole::Number(notation) => {
                let kind = if notation.decimal.is_some() { "number" } else { "integer" };
                let unit = if notation.percent { "percent" } else { "" };
                let number = text!(r#""type": "{kind}", {title}, "unit": "{unit}", "aggregate": "median""#);
                text!("{number}{written(*notation)}{missing}")
            }
            GuessedRole::Year(signed) => {
                let signs = if *signed { BARE } else { "" };
                text!(r#""type": "year", {title}, "aggregate": "median"{signs}{missing}"#)
            }
            _ => return None,
        };
        Some(text!(r#"{{ "name": {quoted(&column.name)}, {rest} }}"#))
    }

    /// A class with its label. Those that only capitals or signs tell apart keep their words, since each has a label of its own.
    fn category(&self, word: &str, words: &[String]) -> String {
        let label = title(word);
        let is_shared = words.iter().filter(|other| title(other) == label).count() > 1;
        let label = self.texts("label", if is_shared { word } else { &label });
        text!(r#"{{ "value": {quoted(word)}, {label} }}"#)
    }
}

impl GuessedRole {
    /// Whether it has numbers of which only a person can know the unit.
    pub(super) fn lacks_unit(&self) -> bool {
        matches!(self, GuessedRole::Number(notation) if !notation.percent)
    }
}

/// Lines that are set in by so many blanks, with a comma behind each but the last.
fn block(blanks: usize, lines: &[String]) -> String {
    let indent = " ".repeat(blanks);
    let lines: Vec<String> = lines.iter().map(|line| text!("{indent}{line}")).collect();
    joined(",\n", lines.iter().map(String::as_str))
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    joined(", ", words.iter().map(String::as_str))
}

fn sign(sign: char) -> String {
    quoted(&String::from(sign))
}

/// What says that a value is missing, beside an empty cell.
fn missing(words: &[String]) -> String {
    if words.is_empty() {
        return String::new();
    }
    text!(r#", "missingValues": ["", {list(words)}]"#)
}

/// How numbers are written, if otherwise than in JSON.
fn written(notation: Notation) -> String {
    let mut text = String::new();
    // A point cannot be both; where it separates thousands, decimals would stand after a comma.
    let decimal = if notation.group == Some('.') { Some(',') } else { notation.decimal };
    if let Some(decimal) = decimal.filter(|decimal| *decimal != '.') {
        text.push_str(&text!(r#", "decimalChar": {sign(decimal)}"#));
    }
    if let Some(group) = notation.group {
        text.push_str(&text!(r#", "groupChar": {sign(group)}"#));
    }
    if notation.signed || notation.percent {
        text.push_str(BARE);
    }
    text
}

/// What a column may be called by its name: `gdp_per_head` is “Gdp per head”.
fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    let first =
        letters.next().map(|letter| letter.to_ascii_uppercase()).map(String::from).unwrap_or_default();
    text!("{first}{letters.as_str()}")
}

/// A name for addresses, made from that of a file.
fn slug(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut slug = String::new();
    for letter in stem.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    slug.get(..slug.len().min(crate::limits::CODE)).unwrap_or_default().to_owned()
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(letter);
            }
            '\t' => quoted.push_str("\\t"),
            '\0'..='\u{1F}' => {
                quoted.push_str("\\u00");
                push_hex(&mut quoted, letter as u8);
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
