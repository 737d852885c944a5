//! English, the annex.

use super::facts::en::FACTS;
use super::{Annex, CountyCard, Downloads, InPlace};

pub(super) const ANNEX: Annex = Annex {
    downloads: Downloads {
        copied: "Copied.",
        copy_failed: "Copying is not possible here. Please select the text and copy it by hand.",
        copy: "Copy {what}",
        embed: "Embed code",
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
    close: "Close",
    card: ["Card opened: {name}.", "Card closed."],
    county: CountyCard {
        no_facts: "The article does not mention this county separately.",
        quotes: "Quotes from the article ({n})",
    },
    facts: FACTS,
    own: InPlace {
        no_facts: "The source’s text does not mention it separately.",
        quotes: "Quotes from the source ({n})",
        place: "place {n} in the source",
        place_column: "Place",
        current: "at the time of publication",
        summary: "Figures: {figures}, of them without a value: {gaps}. Statements: {statements}.",
        part: "{tiers} selected. Facts listed: {n}, of them about no single class: {untiered}.",
        part_none: "No class selected. Facts listed, all about no single class: {untiered}.",
        search: "Search facts and names",
        count_both: "Names: {places}. Facts: {n} of {total}",
        hidden: "Facts that match but are hidden by the filter or the topic: {n}.",
        counties: "Names",
        nothing: "No fact and no name matches.",
    },
};
