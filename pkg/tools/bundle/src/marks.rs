//! What the source puts into each part of the program.

use anyhow::{Context, Result};
use walrus::Module;

use crate::parts::PartOfProgram;

/// The section into which the marks of `pkg/tools/part` write their lines.
const SECTION: &str = "parts";

/// A mark: the path of a function, a module or a type, and the part that it is in.
#[derive(Debug, PartialEq)]
pub(crate) struct Mark {
    pub(crate) path: String,
    pub(crate) part: usize,
}

impl Mark {
    /// Whether the function with this name is what is marked, or stands in it.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        // Methods of traits are called `<type as trait>::method`.
        let rest = name.trim_start_matches('<').strip_prefix(&self.path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::") || rest.starts_with(" as "))
    }
}

/// Takes the marks out of the linked module.
///
/// # Errors
/// Names a mark for a part that there is not.
pub(crate) fn take_marks(module: &mut Module, parts: &[PartOfProgram]) -> Result<Vec<Mark>> {
    let section = module.customs.remove_raw(SECTION).context("nothing is marked for a part")?;
    read_marks(&String::from_utf8(section.data)?, parts)
}

fn read_marks(lines: &str, parts: &[PartOfProgram]) -> Result<Vec<Mark>> {
    let mark = |line: &str| {
        let (name, path) = line.split_once(' ').context("a mark without a path")?;
        let part = parts.iter().position(|part| part.name == name);
        let part = part.with_context(|| format!("{path} is marked for {name:?}, which is no part"))?;
        Ok(Mark { path: path.to_owned(), part })
    };
    lines.lines().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::{Mark, read_marks};
    use crate::parts::PartOfProgram;

    fn parts() -> Vec<PartOfProgram> {
        let part = |name| PartOfProgram { name, below: 0 };
        ["core", "annex"].map(part).into_iter().collect()
    }

    #[test]
    fn a_mark_names_its_part_and_its_place() {
        let marks = read_marks("annex county_chains::search\n", &parts()).expect("sound marks");
        assert_eq!(marks, [Mark { path: "county_chains::search".to_owned(), part: 1 }]);
        assert!(read_marks("anex county_chains::search\n", &parts()).is_err());
        assert!(read_marks("annex", &parts()).is_err());
    }

    #[test]
    fn a_mark_is_on_what_stands_in_its_module_and_on_nothing_beside_it() {
        let mark = Mark { path: "county_chains::chart::facts".to_owned(), part: 1 };
        for name in [
            "county_chains::chart::facts::list::fact_list",
            "<county_chains::chart::facts::Facts as county_chains::chart::contract::Chart>::draw",
            "county_chains::chart::facts",
        ] {
            assert!(mark.is_on(name), "{name}");
        }
        let of_type = Mark { path: "county_chains::chart::facts::Facts".to_owned(), part: 1 };
        assert!(
            of_type
                .is_on("<county_chains::chart::facts::Facts as county_chains::chart::contract::Chart>::draw")
        );
        for name in ["county_chains::chart::facts_of", "county_chains::chart", "core::fmt::write", ""] {
            assert!(!mark.is_on(name), "{name}");
        }
    }
}
