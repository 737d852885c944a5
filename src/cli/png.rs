//! An SVG of ours as PNG, drawn by resvg with the fonts of this machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{GlyphId, Group, Node, Options, Tree, roxmltree::Document};

use super::fonts::{self, Fonts};
use crate::error::Error;
use crate::language::Language;
use crate::text::is_wide;

/// Draws `svg` with `scale` pixels for each of its units.
///
/// # Errors
/// When no installed font has a character of the picture: it would be a box.
pub(super) fn png(svg: &str, scale: u8, language: Language, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let options = Options {
        fontdb: Arc::new(fonts.database(language)),
        font_resolver: fonts::resolver(language),
        ..Options::default()
    };
    let failed = |message: String| Error::at("png", message);
    let document = Document::parse(svg).map_err(|error| failed(error.to_string()))?;
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| failed(error.to_string()))?;
    check_glyphs(&document, &tree)?;
    let scale = f32::from(scale);
    let size = tree.size().to_int_size().scale_by(scale);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixmap =
        pixmap.ok_or_else(|| failed("the picture is too large; lower --scale or --width".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| failed(error.to_string()))
}

/// Every character of the picture must have been found in a font.
fn check_glyphs(document: &Document<'_>, tree: &Tree) -> Result<(), Error> {
    let mut drawn = BTreeSet::new();
    drawn_in(tree.root(), &mut drawn);
    let texts = document.descendants().filter(|node| node.has_tag_name("text") || node.has_tag_name("tspan"));
    let wanted = texts.flat_map(|node| node.children()).filter(|node| node.is_text());
    let wanted: BTreeSet<char> =
        wanted.filter_map(|node| node.text()).flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
    let missing: Vec<char> = wanted.difference(&drawn).copied().collect();
    match missing.iter().find(|character| is_wide(**character)).or(missing.first()) {
        None => Ok(()),
        Some(character) if is_wide(*character) => Err(Error::at(
            "png",
            format!(
                "no installed font has the Chinese character “{character}”; install fonts-noto-cjk (Debian, Ubuntu) or \
                 google-noto-sans-cjk-fonts (Fedora), macOS and Windows bring one; or write svg, which needs no fonts here"
            ),
        )),
        Some(character) => Err(Error::at(
            "png",
            format!(
                "no installed font has the character “{character}”; install a sans-serif font such as fonts-noto-core \
                 (Debian, Ubuntu) or google-noto-sans-fonts (Fedora); or write svg, which needs no fonts here"
            ),
        )),
    }
}

/// Adds the characters under `group` that have a glyph; glyph 0 is the box for "none".
fn drawn_in(group: &Group, drawn: &mut BTreeSet<char>) {
    for node in group.children() {
        match node {
            Node::Group(group) => drawn_in(group, drawn),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                drawn.extend(
                    glyphs.filter(|glyph| glyph.id != GlyphId(0)).flat_map(|glyph| glyph.text.chars()),
                );
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::fontdb::Database;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"20\"><text y=\"15\" \
        font-family=\"Nowhere\">TEXT</text></svg>";

    fn message(text: &str, fonts: &Fonts) -> Option<String> {
        png(&SVG.replace("TEXT", text), 1, Language::ZhHans, fonts).err().map(|error| error.to_string())
    }

    #[test]
    fn without_a_chinese_font_the_error_names_the_package() {
        let none = Fonts::only(Database::new());
        assert!(message("县", &none).unwrap().contains("fonts-noto-cjk"));
        assert!(message("A", &none).unwrap().contains("“A”"));
        assert_eq!(message("", &none), None);
    }

    #[test]
    fn a_character_that_only_latin_fonts_lack_is_missed_alone() {
        let mut system = Database::new();
        system.load_system_fonts();
        let latin = system.faces().find(|face| face.families.iter().any(|(name, _)| name == "DejaVu Sans"));
        let Some(path) = latin.and_then(|face| match &face.source {
            resvg::usvg::fontdb::Source::File(path) => Some(path.clone()),
            _ => None,
        }) else {
            return;
        };
        let mut database = Database::new();
        database.load_font_file(path).unwrap();
        let latin = Fonts::only(database);
        assert_eq!(message("A", &latin), None);
        assert!(message("A县", &latin).unwrap().contains("“县”"));
    }
}
