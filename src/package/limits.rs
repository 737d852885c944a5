//! How much of everything we read. What is larger was made by mistake, or to harm.

/// Bytes of a descriptor without data inside.
pub(crate) const DESCRIPTOR: usize = 1 << 20;
/// Bytes of all files together, and of a descriptor with data inside.
pub(crate) const BYTES: usize = 64 << 20;
/// Values in a JSON text; each takes some ten times its text.
pub(crate) const VALUES: usize = 8_000_000;
/// Levels of lists and objects in JSON.
pub(crate) const DEPTH: usize = 32;
/// Tables of a dataset.
pub(crate) const RESOURCES: usize = 8;
/// Rows of a table.
pub(crate) const ROWS: usize = 1_000_000;
/// Columns of a table.
pub(crate) const COLUMNS: usize = 1_000;
/// The fewest classes.
pub(crate) const CLASSES_MIN: usize = 2;
/// Indicators, those that are derived included.
pub(crate) const INDICATORS: usize = 40;
/// Rows of the table of facts.
pub(crate) const FACTS: usize = 10_000;
/// Groups of entities.
pub(crate) const GROUPS: usize = 1_000;
/// Rows and columns of the grid.
pub(crate) const GRID: usize = 60;
/// Entities that have a place in the grid.
pub(crate) const TILES: usize = 2_500;

/// Whether the chart `map` is offered: half of the entities have a place, and there are not too many of them.
pub fn offers_map(placed: usize, entities: usize) -> bool {
    placed * 2 >= entities && (1..=TILES).contains(&entities)
}

/// Characters of a name, a title or a label.
pub(crate) const NAME: usize = 200;
/// Characters of a sentence.
pub(crate) const TEXT: usize = 2_000;
/// Characters of a code.
pub(crate) const CODE: usize = 64;
/// Errors, and warnings, that are kept of a file. No warning takes the place of an error.
pub(crate) const PROBLEMS: usize = 1_000;
/// Decimals that are shown of a value.
pub(crate) const DECIMALS: usize = 9;
