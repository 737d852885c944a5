//! Markup as code to paste: one line, which no editor and no Markdown takes apart.

use super::super::node::Element;
use super::feed::{Image, feed};
use super::twin::twin;
use crate::theme::Theme;
use crate::widget::View;

/// The twin of a view as code to paste.
pub fn twin_code(view: &View, theme: &Theme, described: bool) -> String {
    let mut code = String::new();
    push_line(&twin(view, theme, described), &mut code);
    code
}

/// The plain form of a view as code to paste: one line a block, and all of them one block of Markdown.
pub fn feed_code(view: &View, image: &Image<'_>) -> String {
    let mut code = String::new();
    for block in feed(view, image) {
        push_line(&block, &mut code);
    }
    code
}

/// Appends the markup of `element` as a line of its own. A second line would be outside where the code stands in a list
/// or a quotation of Markdown, and a paragraph where an editor makes paragraphs of lines. Stars would be emphasis: the
/// number of one is the same everywhere but in a block of data, where [`super::super::node::push_json`] leaves none.
fn push_line(element: &Element, code: &mut String) {
    for character in element.markup().trim_end().chars() {
        match character {
            '\n' | '\r' => code.push(' '),
            '*' => code.push_str("&#42;"),
            _ => code.push(character),
        }
    }
    code.push('\n');
}
