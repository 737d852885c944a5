//! English, the annex.

use super::facts::en::FACTS;
use super::words::{Annex, CountyCard, Take};

pub(super) const ANNEX: Annex = Annex {
    take: Take {
        link: "Link",
        system: "Share …",
        with_twin: "The copied code includes the static version, which shows where the script does not run.",
        frame: "Embed code (frame)",
        still: "Static version (no script)",
        html: "Save as HTML",
        cited: "Citation ({style})",
        square: "square",
        alternative: "{heading}. {summary}",
        open: "Open the interactive chart",
    },
    county: CountyCard {
        roles: [
            "one of ten; the article names six",
            "cited in the article as an advanced county",
            "one of Fujian’s “calling cards” in the article",
        ],
        no_figures: "The article gives no GDP or number of chains for single counties.",
        no_facts: "The article does not mention this county separately.",
        quotes: "Quotes from the article ({n})",
    },
    facts: FACTS,
    about: [
        (
            "What this is",
            "An interactive chart of the key industrial chains of 83 Fujian counties. The data comes from one article about the {title} by the {publisher}; we have not read the white paper itself. 2024 edition, GDP of 2023.",
        ),
        (
            "Method",
            "Figures are taken as the article gives them, each with its sentence and paragraph. Nothing is filled in. What we worked out from them is marked “calculated” and shows its arithmetic. Quotes come from a restored text of the article.",
        ),
        (
            "Known problems",
            "The four tiers add up to 165 key chains (our calculation); the article gives a total of 164. It gives neither tier 2’s growth nor tier 1’s share of GDP, nor the province’s GDP. The tiers of 15 of the 83 counties are known.",
        ),
        (
            "Key chain",
            "The article gives no definition. Among county specialities it lists lithium batteries in Jiaocheng, stainless steel in Fu’an and craft ceramics in Dehua; for the five paths it mentions industries such as textiles and footwear, integrated circuits, food and biomedicine.",
        ),
        (
            "County",
            "“County” means a county-level unit: districts, county-level cities and counties. Kinmen is not included for now.",
        ),
        (
            "Terms",
            "Above-scale firms are those above the official size threshold of statistics. SRDI firms are small and medium-sized firms called specialised, refined, distinctive and innovative. A lead firm heads an industrial chain; a chain chief is the official who co-ordinates it. An open call publishes a technical problem for whoever can solve it. CCID is the consultancy that publishes a list of 100 county economies. These are common explanations and not from the article.",
        ),
        (
            "The article",
            "Publisher, author and date of the article are not known. According to other public sources, a newer white paper came out in December 2025; this chart shows the 2024 edition.",
        ),
        (
            "Licence",
            "The program is under MIT or Apache-2.0. Quotes are short and attributed. Names and codes of counties follow the National Bureau of Statistics.",
        ),
    ],
};
