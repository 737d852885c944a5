//! Static version, feed, pages and live widget.

use county_chains::language::Language;
use county_chains::paint::{About, Image, document, feed_code, live, page, twin, twin_code};
use county_chains::theme::{DARK, LIGHT};
use county_chains::widget::{Environment, Mode, State, View, ViewKind, link, view};

use crate::allowed::{SVG_ATTRIBUTES, SVG_TAGS, TWIN_ATTRIBUTES, TWIN_TAGS, as_read, strangers};
use crate::input::Choices;
use crate::markup::{
    Piece, assert_harmless, assert_same, pieces_of_fragment, pieces_of_page, pieces_of_xml, text_in, xml,
};
use crate::view::Case;

/// The target.
pub(crate) fn run(bytes: &[u8]) {
    let Some(case) = Case::of(bytes) else { return };
    let told = case.told();
    let of = |mode, state: &State| {
        let page = Environment { mode, ..case.page.clone() };
        view(case.dataset(), state.clone(), &page)
    };
    // All of them for each input would take a quarter of a second.
    match Choices::of(bytes).below(4) {
        0 => check_live(&of(Mode::Live, &case.state), &told),
        form => {
            let still = of(Mode::Static, &State { view: ViewKind::Chart, ..case.state.clone() });
            match form {
                1 => check_twin(&still, case.page.dark, &told),
                2 => check_feed(&still, &told),
                _ => check_page(&case, &still, &told),
            }
        }
    }
}

fn check_live(view: &View, told: &str) {
    let pieces = same(&live(view, None).markup(), told);
    assert_harmless(&pieces, &|_| false, told);
    for piece in &pieces {
        let Piece::Open(tag, attributes) = piece else { continue };
        assert!(tag != "script" && attributes.iter().all(|(name, _)| name != "style"), "{told}: <{tag}>");
    }
    assert_eq!(headline(&pieces), Some(as_read(&view.headline.heading)), "{told}: the heading");
}

/// What both readers see.
fn same(markup: &str, told: &str) -> Vec<Piece> {
    let pieces = pieces_of_fragment(markup);
    assert_same(&pieces, &pieces_of_xml(&xml(markup)), told);
    pieces
}

fn headline(pieces: &[Piece]) -> Option<String> {
    let text = ["h1", "h2", "h3", "h4", "h5", "h6"].into_iter().find_map(|tag| text_in(pieces, tag));
    text.map(|text| as_read(&text))
}

fn check_twin(view: &View, is_dark: bool, told: &str) {
    let theme = if is_dark { DARK } else { LIGHT };
    let described = !view.address.is_empty();
    let markup = twin(view, &theme, described).markup();
    let document = xml(&markup);
    let headings = ["h1", "h2", "h4", "h5", "h6"];
    let strange =
        strangers(&document, &[&SVG_TAGS, &TWIN_TAGS, &headings], &[&SVG_ATTRIBUTES, &TWIN_ATTRIBUTES]);
    assert!(strange.is_empty(), "{told}: {strange:?}");
    let pieces = same(&markup, told);
    assert_harmless(&pieces, &|_| false, told);
    assert_eq!(headline(&pieces), Some(as_read(&view.headline.heading)), "{told}: the heading");
    // The code to paste is one line without signs of Markdown, and gives the same.
    let code = twin_code(view, &theme, described);
    assert!(code.ends_with('\n') && !code.trim_end().contains(['\n', '\r', '*']), "{told}: {code}");
    let flat = |pieces: Vec<Piece>| pieces.into_iter().map(unbroken).collect::<Vec<_>>();
    assert_same(&flat(pieces_of_fragment(&code)), &flat(pieces), told);
}

/// A piece whose text has no line breaks, nor blanks at its end, which code to paste has not.
fn unbroken(piece: Piece) -> Piece {
    match piece {
        Piece::Text(text) => {
            Piece::Text(text.replace("\r\n", " ").replace(['\n', '\r'], " ").trim_end().to_owned())
        }
        other => other,
    }
}

fn check_feed(view: &View, told: &str) {
    let address = "https://example.org/1.0.0/a.png";
    let image = Image { address, width: 760.0, height: 400.0, alternative: view.headline.heading.clone() };
    let code = feed_code(view, &image);
    let pieces = same(&format!("<div>{code}</div>"), told);
    let is_known = |value: &str| value == address || value == view.address;
    assert_harmless(&pieces, &is_known, told);
    let tags = "div p img h1 h2 h3 h4 h5 h6 table caption thead tbody tr th td strong a";
    for piece in &pieces {
        let Piece::Open(tag, _) = piece else { continue };
        assert!(tags.split(' ').any(|known| known == tag), "{told}: <{tag}> in a feed");
    }
}

fn check_page(case: &Case, view: &View, told: &str) {
    let link = link(case.dataset(), &case.state, case.language(), &case.page);
    let base = &case.page.base;
    let image = Image {
        address: "https://example.org/a.png",
        width: 1.0,
        height: 1.0,
        alternative: view.source.clone(),
    };
    let about = About {
        address: "https://example.org/a.html",
        description: &view.headline.heading,
        image,
        oembed: "https://example.org/a.json",
        languages: vec![(Language::En, "https://example.org/en.html".to_owned())],
        policy: "default-src 'none'",
    };
    let markup = if case.page.dark { document(view, &link) } else { page(view, &about) };
    let body = markup.strip_prefix("<!DOCTYPE html>\n").expect("no doctype");
    let pieces = pieces_of_page(&markup);
    assert_same(&pieces, &pieces_of_xml(&xml(body)), told);
    let is_ours = |value: &str| {
        value.starts_with("https://example.org/")
            || value == format!("{base}still.css")
            || value == view.address
            || value == link
    };
    assert_harmless(&pieces, &is_ours, told);
    assert_eq!(headline(&pieces), Some(as_read(&view.headline.heading)), "{told}: the heading");
    assert_eq!(text_in(&pieces, "title").map(|text| as_read(&text)), headline(&pieces), "{told}: the title");
}
