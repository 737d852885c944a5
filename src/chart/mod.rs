//! Charts: from a selection to a scene, with the words that belong to it.
//!
//! To add a chart, write its file and name it in the list of `kinds.rs`.

mod context;
mod contract;
mod county;
mod fact_locations;
mod facts;
mod figures;
mod flow;
mod headline;
pub mod index;
mod kinds;
mod layout;
mod map;
mod notes;
mod own;
mod own_notes;
mod parts;
mod phrases;
mod poster;
mod provenance;
mod shares;
pub mod strip;
mod table;
mod tag;
mod template;
mod tier_table;
mod tiers;
mod told;
mod white_paper;

pub use context::ChartContext;
pub use contract::{Alike, Chart, FilterEffect};
pub use county::{Card, CountyValue, Part as CountyPart, card};
pub use fact_locations::{FactLocation, drawn_at, located_fact_list};
pub use facts::{CountyHit, FactEntry, FactList, Topic, tagged};
pub use headline::Headline;
pub use kinds::ChartKind;
pub use layout::{Layout, Size};
pub use notes::Note;
pub use parts::Part;
pub use poster::{article_line, edition_line, poster, source_line, square};
pub use provenance::{CardFact, ChartRow, Provenance, SourceCard, describe, source_card};
pub use table::{Cell, Column, Figure, Row, Table};

pub use crate::dataset::Marker;
