//! The groups that entities belong to.

use county_chains_data::quantity::count_text;

use crate::header::TextColumns;
use crate::values::{Cells, Context};
use crate::walk::SHORT;
use crate::{Code, Group, limits, suggest};

/// The groups so far.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    pub(crate) list: Vec<Group>,
    /// Their indexes in the order of their words.
    sorted: Vec<u32>,
    last: u32,
    is_full: bool,
}

impl Groups {
    /// The word of the group with this index.
    pub(crate) fn value(&self, index: u32) -> &'static str {
        self.list.get(index as usize).map_or("", |group| group.value)
    }

    /// The index of the group that a row names; a new one is added.
    pub(crate) fn find(
        &mut self,
        context: &mut Context,
        cells: &Cells,
        columns: &TextColumns,
    ) -> Option<u32> {
        let column = columns.iter().flatten().next().copied()?;
        let word = cells.row.get(column);
        if word.is_empty() {
            return None;
        }
        let value = |index: u32| self.value(index);
        if value(self.last) == word {
            return Some(self.last);
        }
        let at = match self.sorted.binary_search_by(|index| value(*index).cmp(word)) {
            Ok(at) => {
                self.last = self.sorted.get(at).copied().unwrap_or_default();
                return Some(self.last);
            }
            Err(at) => at,
        };
        if self.list.len() >= limits::GROUPS {
            if !self.is_full {
                let allowed = count_text(limits::GROUPS);
                context.tell(cells, column, Code::TooLarge, &allowed, "there are too many groups");
            }
            self.is_full = true;
            return None;
        }
        let name = match context.plan.groups.iter().find(|group| group.value == word) {
            Some(group) => group.label,
            None if context.plan.groups.is_empty() => context.localized(cells, columns, SHORT),
            None => {
                let words: Vec<&str> = context.plan.groups.iter().map(|group| group.value).collect();
                let allowed = suggest::one_of(word, &words);
                context.tell(
                    cells,
                    column,
                    Code::UnknownCategory,
                    &allowed,
                    "the field does not declare this group",
                );
                return None;
            }
        };
        self.last = self.list.len() as u32;
        self.list.push(Group { value: context.texts.keep(word), name });
        self.sorted.insert(at, self.last);
        Some(self.last)
    }
}
