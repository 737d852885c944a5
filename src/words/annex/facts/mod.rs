//! What a language has to say of facts: the list with its search, caveats, periods.

pub(super) mod en;
pub(super) mod zh_hans;
pub(super) mod zh_hant;

use crate::texts::{Texts, words};

words! {
    /// Words of the `facts` chart.
    pub struct Facts {
        /// A paragraph of the source: `{n}`.
        pub paragraph: &'static str,
        /// `{figures}`, `{statements}`
        pub summary: &'static str,
        /// What a reader can do.
        pub hint: &'static str,
        /// Summary of a part of the tiers: `{tiers}`, `{n}`, `{untiered}`.
        pub part: &'static str,
        /// Summary of an empty selection: `{untiered}`.
        pub part_none: &'static str,
        /// What was looked for, in a picture: `{text}`.
        pub searched: &'static str,
        /// The topic of all topics.
        pub all: &'static str,
        /// Name of the choice of a topic.
        pub topic: &'static str,
        /// Name of the search field.
        pub search: &'static str,
        /// What stands before the field, also while there is something in it.
        pub field: &'static str,
        /// What stands in the field while it is empty.
        pub placeholder: &'static str,
        /// How many are found: `{n}`, `{total}`.
        pub count: &'static str,
        /// The same with counties: `{places}`, `{n}`, `{total}`.
        pub count_both: &'static str,
        /// What topic or filter hide: `{n}`.
        pub hidden: &'static str,
        /// The button that lifts topic and filter.
        pub widen: &'static str,
        /// Before the counties that are found.
        pub counties: &'static str,
        /// The button that lists the rest: `{n}`.
        pub more: &'static str,
        /// Under a picture of the first ones: `{n}`, `{total}`.
        pub first: &'static str,
        /// Nothing is found.
        pub nothing: &'static str,
        /// Before the words to try instead.
        pub instead: &'static str,
        /// The button that empties the field and lists all.
        pub back: &'static str,
        /// The button that shows a fact where it is drawn: `{chart}`.
        pub draw: &'static str,
        /// A statement or figure with its caveats, in a cell: `{said}`, `{tags}`.
        pub tagged: &'static str,
        /// Columns of the table: subject, figure or statement, note, period, topic, paragraph, quote, id.
        pub columns: [&'static str; 8],
        /// Months and the shapes of periods.
        pub periods: Periods,
    }
}

words! {
    /// How periods are written.
    pub struct Periods {
        /// `{year}`
        pub year: &'static str,
        /// `{year}`, `{month}`
        pub month: &'static str,
        /// `{year}`, `{from}`, `{to}`
        pub months: &'static str,
        /// `{year}`, `{month}`
        pub month_end: &'static str,
        /// A stock at a date: `{date}`.
        pub as_of: &'static str,
        /// `{year}`, `{base}`
        pub against: &'static str,
        /// `{year}`
        pub edition: &'static str,
        /// `{year}`
        pub list: &'static str,
        /// 目前
        pub current: &'static str,
        /// A plan for later.
        pub outlook: &'static str,
        /// No date given.
        pub undated: &'static str,
        /// Names of the months.
        pub names: [&'static str; 12],
    }
}
