//! What a language has to say in the annex.

use crate::locale::words::{Texts, words};

words! {
    /// The words of the annex in one language.
    pub struct Annex {
        /// What can be taken away.
        pub take: Take,
        /// The `facts` chart.
        pub facts: Facts,
    }
}

words! {
    /// Words of what can be taken away.
    pub struct Take {
        /// Before the link.
        pub link: &'static str,
        /// Opens the system's own sheet for sharing.
        pub system: &'static str,
        /// Before the code for a frame.
        pub frame: &'static str,
        /// Before the static twin.
        pub still: &'static str,
        /// Saves the static twin as a file.
        pub html: &'static str,
        /// The picture with equal sides.
        pub square: &'static str,
    }
}

words! {
    /// Words of the `facts` chart.
    pub struct Facts {
        /// `{total}`
        pub heading: &'static str,
        /// What a reader can do.
        pub hint: &'static str,
        /// Summary of a part of the tiers: `{tiers}`, `{n}`, `{untiered}`.
        pub part: &'static str,
        /// Summary of an empty selection: `{untiered}`.
        pub part_none: &'static str,
        /// Names of the themes, by theme, in the order of the article.
        pub themes: [(&'static str, &'static str); 13],
        /// The topic of all themes.
        pub all: &'static str,
        /// Name of the choice of a topic.
        pub topic: &'static str,
        /// Name of the search field.
        pub search: &'static str,
        /// What stands in the field while it is empty.
        pub placeholder: &'static str,
        /// How many are found: `{n}`, `{total}`.
        pub count: &'static str,
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
        /// Words to try instead.
        pub suggestions: [&'static str; 3],
        /// The button that empties the field and lists all.
        pub back: &'static str,
        /// The button that shows a fact where it is drawn: `{chart}`.
        pub draw: &'static str,
        /// A statement or figure with its caveats, in a cell: `{said}`, `{tags}`.
        pub tagged: &'static str,
        /// Caption of the table: `{total}`.
        pub caption: &'static str,
        /// Columns of the table: subject, figure or statement, period, theme, paragraph, quote, id.
        pub columns: [&'static str; 7],
        /// Notes.
        pub notes: [&'static str; 3],
    }
}
