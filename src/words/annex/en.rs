//! English, the annex.

use super::facts::en::FACTS;
use super::{Annex, CountyCard, Downloads};

pub(super) const ANNEX: Annex = Annex {
    downloads: Downloads {
        link: "Link",
        system: "Share …",
        with_twin: "The copied code includes the static version, which shows where the script does not run.",
        frame: "Embed code (frame)",
        static_version: "Static version (no script)",
        html: "Save as HTML",
        cited: "Citation ({style})",
        square: "square",
        alternative: "{heading}. {summary}",
        open: "Open the interactive chart",
    },
    county: CountyCard {
        no_facts: "The article does not mention this county separately.",
        quotes: "Quotes from the article ({n})",
    },
    facts: FACTS,
};
