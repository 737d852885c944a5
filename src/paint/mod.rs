//! Scenes and views to ink: a tree of nodes that is written as text or laid on a page, tables as CSV,
//! the dataset as JSON.

mod chart_json;
mod csv;
mod html;
mod json;
mod node;
mod path;
mod svg;

pub use chart_json::chart_json;
pub use csv::{chart_csv, chart_text, facts_csv, file_name, table_csv, table_text};
pub use html::{About, Image, List, document, feed_code, list, live, page, twin, twin_code};
pub use json::dataset_json;
pub use node::{Element, Node, Space, html, svg};
pub use path::{drawn, outline};
pub use svg::{font_family, live_picture, overlay, static_picture, static_svg};
