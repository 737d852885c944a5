//! Warns of classes that are almost one: only blanks, the width of characters, or capitals tell them apart.

use county_chains_data::word::text;

use crate::Code;
use crate::entities::Entities;
use crate::log::{At, Log};
use crate::plan::{Plan, Table};

/// Warns of each class that an earlier one, or one with more entities, is almost the same as.
pub(super) fn check(log: &mut Log, plan: &Plan, entities: Option<(&Table, &Entities)>) {
    let classes = &plan.package.classes.list;
    let plain: Vec<String> = classes.iter().map(|class| plain(class.value)).collect();
    for (later, class) in plain.iter().enumerate() {
        let Some(earlier) = plain.iter().take(later).position(|other| other == class) else { continue };
        // The one that fewer entities have is the one that is mistyped.
        let is_rare = count(entities, later) <= count(entities, earlier);
        let (rare, other) = if is_rare { (later, earlier) } else { (earlier, later) };
        let [Some(found), Some(class)] = [rare, other].map(|index| classes.get(index)) else { continue };
        let (at, _) = place(plan, entities, rare);
        let (_, line) = place(plan, entities, other);
        let allowed = if line.is_empty() { class.value.to_owned() } else { text!("{class.value} ({line})") };
        let message = "only blanks, the width of characters or capitals tell the class “{}” from another one";
        let help = "write both alike, and delete one of the classes";
        log.tell(at, Code::SimilarClasses, found.value, &allowed, message, help);
    }
}

/// A text without what is easily mistyped.
fn plain(text: &str) -> String {
    let is_seen =
        |letter: &char| !letter.is_whitespace() && !matches!(letter, '\u{200B}'..='\u{200D}' | '\u{FEFF}');
    let narrow = |letter: char| match u32::from(letter) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(letter),
        _ => letter,
    };
    text.chars().filter(is_seen).map(narrow).flat_map(char::to_lowercase).collect()
}

fn has(entities: &Entities, class: usize) -> impl Iterator<Item = usize> {
    let of = move |index: usize| {
        entities.list.get(index)?.tier.filter(|tier| tier.index() == class).map(|_| index)
    };
    (0..entities.list.len()).filter_map(of)
}

fn count(entities: Option<(&Table, &Entities)>, class: usize) -> usize {
    entities.map_or(0, |(_, entities)| has(entities, class).count())
}

/// Where a class stands first, and its row in words; where it is declared, if no entity has it.
fn place(plan: &Plan, entities: Option<(&Table, &Entities)>, class: usize) -> (At, String) {
    let first = entities.and_then(|(table, entities)| {
        let first = has(entities, class).next()? as u32;
        Some((entities.place(table, first, entities.tier()?), entities.numbered(table, first)))
    });
    first.unwrap_or_else(|| (plan.classes_at.get(class).copied().unwrap_or_default(), String::new()))
}
