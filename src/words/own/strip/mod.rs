//! Words of the chart `strip`.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

use crate::texts::{Texts, words};

words! {
    /// Words of the `strip` chart.
    pub struct Strip {
        /// A finding on all classes, and on those that are selected: `{title}`, `{median}`, `{spread}`; `{tiers}`.
        pub heading: [&'static str; 2],
        /// The same where all of them have one value: `{title}`, `{median}`; `{tiers}`.
        pub heading_equal: [&'static str; 2],
        /// The same where one has a value: `{title}`, `{median}`; `{tiers}`.
        pub heading_one: [&'static str; 2],
        /// The same where none of them has a value: `{title}`; `{tiers}`.
        pub heading_none: [&'static str; 2],
        /// Goes on after a median: half of the values lie between the quartiles `{low}` and `{high}`, about half do, or nothing
        /// but what they are.
        pub spread: [&'static str; 3],
        /// How many there are, and the ends with all that have their values: `{n}` with its noun, `{first}`, `{minimum}`,
        /// `{last}`, `{maximum}`; `{tiers}`.
        pub summary: [&'static str; 2],
        /// The same of years.
        pub summary_years: [&'static str; 2],
        /// How many there are, where all have one value: `{n}` with its noun; `{tiers}`.
        pub summary_equal: [&'static str; 2],
        /// How many have a value, where others have none: `{n}` with its noun.
        pub with_value: &'static str,
        /// Begins the medians of the classes: `{list}`.
        pub medians: &'static str,
        /// One of them: `{class}`, `{value}`.
        pub class_median: &'static str,
        /// How many have no value: `{n}`.
        pub without: &'static str,
        /// A class of which nobody has a value.
        pub no_value: &'static str,
        /// Those without a class.
        pub no_class: &'static str,
        /// A class, spoken: `{class}`, `{n}` with its noun, `{median}`, `{spread}`, `{minimum}`, `{maximum}`.
        pub lane_name: &'static str,
        /// A class without values, spoken: `{class}`, `{n}` with its noun.
        pub empty_name: &'static str,
        /// A value of a class, spoken: `{class}`, `{stop}`, `{value}`.
        pub stop_name: &'static str,
        /// An end of a class, spoken: `{class}`, `{stop}`, `{name}`, `{value}`.
        pub end_name: &'static str,
        /// Minimum, lower quartile, median, upper quartile, maximum.
        pub stops: [&'static str; 5],
        /// An entity, spoken: `{name}`, `{class}`, `{value}`.
        pub dot_name: &'static str,
        /// At a stop, the entity that is nearest to it, or one of several, spoken: `{name}`, `{value}`.
        pub nearest: &'static str,
        /// A stop in the label of what is nearest to it: `{stop}`, `{value}`.
        pub stop_line: &'static str,
        /// What a reader can do, among dots and in shapes.
        pub hints: [&'static str; 2],
        /// The same by keys.
        pub keys: [&'static str; 2],
        /// Legend of a dot: `{one}`, a noun, or `{n}`, 1 with its noun.
        pub dot: &'static str,
        /// Legend of the thickness: `{n}` with its noun.
        pub thickness: &'static str,
        /// Legend of the median and of the two quartiles.
        pub legend: [&'static str; 2],
        /// Under a logarithmic axis: `{unit}`.
        pub log: &'static str,
        /// The same without a unit.
        pub log_alone: &'static str,
        /// Notes: dots, as in the legend; thickness, `{entities}`, `{n}` with its noun, `{width}`; those without a value, `{n}` with its
        /// noun; those without a class, `{n}` with its noun; how quartiles are worked out; a logarithmic axis.
        pub notes: [&'static str; 6],
        /// Caption of the table: `{title}`, `{period}`.
        pub caption: &'static str,
        /// The same of no period: `{title}`.
        pub caption_undated: &'static str,
        /// Columns of the table of entities: name, code, class, how the value is given.
        pub entity_columns: [&'static str; 4],
        /// Columns of the table of classes: class, entities with a value, without one; then the five values.
        pub class_columns: [&'static str; 8],
        /// Name of the field in which readers look for entities.
        pub search: &'static str,
        /// How many were found: `{n}` with its noun.
        pub found: &'static str,
        /// How a quartile was worked out: `{n}` with its noun.
        pub worked_out: &'static str,
        /// How a value is given, by the word of its qualifier.
        pub qualifiers: [(&'static str, &'static str); 5],
    }
}
