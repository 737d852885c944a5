//! Takes typed values out of JSON, and tells what has another type.

use county_chains_data::language::Localized;
use county_chains_data::quantity::count_text;
use county_chains_data::word::text;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

use crate::languages::{Given, Languages};
use crate::log::{At, Log, controls};
use crate::texts::Texts;
use crate::{Code, json, limits};

/// A value.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) value: &'a Value<'a>,
}

impl<'a> Node<'a> {
    /// Its place.
    pub(crate) fn at(&self) -> At {
        json::at(json::start(self.value))
    }

    /// Its text, if it is one.
    pub(crate) fn text(&self) -> Option<&'a str> {
        self.value.as_string_lit().map(|text| &*text.value)
    }
}

/// An object.
#[derive(Clone, Copy)]
pub(crate) struct Members<'a> {
    pub(crate) object: &'a Object<'a>,
}

impl<'a> Members<'a> {
    /// The value of a name; the last, where it stands twice.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        let property = self.object.properties.iter().rev().find(|property| property.name.as_str() == key)?;
        Some(Node { value: &property.value })
    }

    /// The place of a name; where it is not there, that of the object.
    pub(crate) fn at(&self, key: &'static str) -> At {
        match self.get(key) {
            Some(node) => node.at(),
            None => At { key, ..json::at(self.object.range.start) },
        }
    }
}

/// What is allowed in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// The most characters.
    pub(crate) most: usize,
    /// Whether braces may stand in it.
    pub(crate) braces: bool,
    /// Whether each language should have it.
    pub(crate) counted: bool,
}

/// Names, titles, labels.
pub(crate) const NAME: Rule = Rule { most: limits::NAME, braces: false, counted: true };
/// The same where a language may lack it: short forms, periods, editions, publishers.
pub(crate) const SHORT: Rule = Rule { counted: false, ..NAME };
/// Sentences.
pub(crate) const SENTENCE: Rule = Rule { most: limits::TEXT, ..NAME };
/// Sentences with places for figures.
pub(crate) const STORY: Rule = Rule { braces: true, ..SENTENCE };
/// Words of the source.
pub(crate) const QUOTE: Rule = Rule { braces: true, counted: false, ..SENTENCE };

/// Tells what a text may not have in it; says whether it is good.
pub(crate) fn check_text(log: &mut Log, at: At, text: &str, rule: Rule) -> bool {
    let count = text.chars().count();
    if count > rule.most {
        let found = text!("{count_text(count)} characters");
        log.tell(at, Code::TextTooLong, &found, &count_text(rule.most), "a text is too long", "");
        return false;
    }
    let is_bad = |character: &char| match character {
        '{' | '}' => !rule.braces,
        '\n' | '\t' | '\r' => rule.most < limits::TEXT,
        character => controls(*character),
    };
    let Some(bad) = text.chars().find(is_bad) else { return true };
    let (allowed, message) = match bad {
        '{' | '}' => ("no braces", "braces mark places for figures"),
        '\0'..='\u{9f}' => ("no control characters", "a control character stands in a text"),
        _ => (
            "no direction controls",
            "a character stands in a text that nobody sees, and that changes others",
        ),
    };
    log.tell(at, Code::TextControl, bad.encode_utf8(&mut [0; 4]), allowed, message, "");
    false
}

/// Walks through the descriptor.
pub(crate) struct Walk<'w, 'a> {
    pub(crate) log: &'w mut Log,
    pub(crate) texts: &'w mut Texts,
    pub(crate) source: &'a str,
    pub(crate) languages: Languages,
}

impl<'a> Walk<'_, 'a> {
    /// Tells that a value has another type.
    pub(crate) fn wrong(&mut self, node: &Node, allowed: &str) {
        let range = node.value.range();
        let found = self.source.get(range.start..range.end).unwrap_or_default();
        let found = match node.value {
            Value::Object(_) => "an object",
            Value::Array(_) => "a list",
            _ => found,
        };
        self.log.tell(
            node.at(),
            Code::TypeError,
            found,
            allowed,
            "a value has another type than its name asks for",
            "",
        );
    }

    /// Tells that a name is not there, or that its list has nothing in it.
    pub(crate) fn missing(&mut self, members: &Members, key: &'static str, allowed: &str) {
        let (found, message) = match members.get(key) {
            None => ("nothing", "there is no “{}”".to_owned()),
            Some(_) => ("an empty list", text!("“{key}” is empty")),
        };
        self.log.tell(members.at(key), Code::MissingProperty, found, allowed, &message, "");
    }

    /// Whether a text is blank, which is told: it was to be filled in, or taken out.
    pub(crate) fn is_blank(&mut self, node: &Node, key: &str) -> bool {
        let is_blank = node.text().is_some_and(|text| text.trim().is_empty());
        if is_blank {
            let message = text!("“{key}” is empty");
            let help = "fill it in, or take it out if nothing needs it";
            self.log.tell(node.at(), Code::MissingProperty, "", "a text", &message, help);
        }
        is_blank
    }

    /// The members of an object.
    pub(crate) fn members(&mut self, node: &Node<'a>) -> Option<Members<'a>> {
        match node.value {
            Value::Object(object) => Some(Members { object }),
            _ => {
                self.wrong(node, "an object");
                None
            }
        }
    }

    /// The elements of a list.
    pub(crate) fn elements(&mut self, node: &Node<'a>) -> Vec<Node<'a>> {
        let Value::Array(array) = node.value else {
            self.wrong(node, "a list");
            return Vec::new();
        };
        array.elements.iter().map(|value| Node { value }).collect()
    }

    /// The elements of the list with this name; none where there is no such name.
    pub(crate) fn list(&mut self, members: &Members<'a>, key: &str) -> Vec<Node<'a>> {
        members.get(key).map_or_else(Vec::new, |node| self.elements(&node))
    }

    /// The objects of the list with this name.
    pub(crate) fn objects(&mut self, members: &Members<'a>, key: &str) -> Vec<Members<'a>> {
        let nodes = self.list(members, key);
        nodes.iter().filter_map(|node| self.members(node)).collect()
    }

    /// The text with this name.
    pub(crate) fn text(&mut self, members: &Members<'a>, key: &str) -> Option<(&'a str, Node<'a>)> {
        let node = members.get(key)?;
        match node.text() {
            Some(text) => Some((text, node)),
            None => {
                self.wrong(&node, "a text");
                None
            }
        }
    }

    /// The text with this name, to be shown; empty where there is none.
    pub(crate) fn kept(&mut self, members: &Members<'a>, key: &str, rule: Rule) -> &'static str {
        match self.text(members, key) {
            Some((_, node)) if self.is_blank(&node, key) => "",
            Some((text, node)) if check_text(self.log, node.at(), text, rule) => self.texts.keep(text),
            _ => "",
        }
    }

    /// Whether the name says true.
    pub(crate) fn flag(&mut self, members: &Members<'a>, key: &str, default: bool) -> bool {
        let Some(node) = members.get(key) else { return default };
        match node.value {
            Value::BooleanLit(boolean) => boolean.value,
            _ => {
                self.wrong(&node, "true or false");
                default
            }
        }
    }

    /// The single character with this name.
    pub(crate) fn character(&mut self, members: &Members<'a>, key: &str) -> Option<char> {
        let (text, node) = self.text(members, key)?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Some(character),
            _ => {
                self.wrong(&node, "one character");
                None
            }
        }
    }

    /// The texts with this name, in the languages.
    pub(crate) fn localized(&mut self, members: &Members<'a>, key: &str, rule: Rule) -> Localized {
        let given = self.given(members, key, rule);
        if rule.counted { self.languages.counted(&given) } else { self.languages.spread(&given) }
    }

    /// The same where the first language has a text that need not be written: others must not take its place.
    pub(crate) fn localized_or(
        &mut self,
        members: &Members<'a>,
        key: &str,
        rule: Rule,
        default: &'static str,
    ) -> Localized {
        let mut given = self.given(members, key, rule);
        if given.iter().all(|text| text.is_empty()) {
            return Localized { zh_hans: default, zh_hant: default, en: default };
        }
        let [first, ..] = &mut given;
        if first.is_empty() {
            *first = default;
        }
        if rule.counted { self.languages.counted(&given) } else { self.languages.spread(&given) }
    }

    /// The same before languages take each other's places.
    pub(crate) fn given(&mut self, members: &Members<'a>, key: &str, rule: Rule) -> Given {
        let mut given = Given::default();
        for property in &members.object.properties {
            let name = property.name.as_str();
            let Some(rest) = name.strip_prefix(key) else { continue };
            let index = match rest.strip_prefix('@') {
                Some(tag) => self.languages.tags.iter().position(|other| other.eq_ignore_ascii_case(tag)),
                None if rest.is_empty() => Some(0),
                None => continue,
            };
            let Some(index) = index else { continue };
            let node = Node { value: &property.value };
            let Some(text) = node.text() else {
                self.wrong(&node, "a text");
                continue;
            };
            if self.is_blank(&node, name) {
                continue;
            }
            let place = self.languages.places.get(index).and_then(|place| given.get_mut(*place));
            if let (Some(place), true) = (place, check_text(self.log, node.at(), text, rule)) {
                *place = self.texts.keep(text);
            }
        }
        given
    }
}
