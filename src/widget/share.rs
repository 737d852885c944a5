//! What a reader passes on as text: the link, the code to paste, the citation.

use super::attributes::{ATTRIBUTES, Attribute, Told};
use super::environment::Environment;
use super::settings::default_of;
use super::state::State;
use crate::chart::{ChartKind, article_line};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::locale::{Locale, render};
use crate::word::{Keyword, push_hex, text};

/// Ways onto a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedKind {
    /// Script and tag.
    Element,
    /// A frame.
    Iframe,
    /// The static twin, without script.
    Static,
}

impl Keyword for EmbedKind {
    const WHAT: &'static str = "kind";
    const ALL: &'static [Self] = &[EmbedKind::Element, EmbedKind::Iframe, EmbedKind::Static];

    fn word(self) -> &'static str {
        match self {
            EmbedKind::Element => "element",
            EmbedKind::Iframe => "iframe",
            EmbedKind::Static => "static",
        }
    }
}

/// Stands where the folder of the widget's files would, if nobody has told it: whoever pastes sees what to replace.
const UNKNOWN_BASE: &str = concat!("https://HOST/county-chains/", env!("CARGO_PKG_VERSION"), "/");

/// The code to paste; `twin` is the static
/// twin's code. Script and tag stand in a box, since the parser ends a paragraph where the twin begins, and the tag with
/// it: the twin would stand below the widget for good. Every choice that is not derived is written out, so that old code keeps its meaning
/// when defaults change.
///
/// A dataset that is not ours goes along by its address. One without an address cannot: the element would show our data in its
/// place, so the code is that of the twin; and a frame that no page can fill has none.
pub fn embed_code(
    dataset: &Dataset,
    state: &State,
    language: Language,
    kind: EmbedKind,
    page: &Environment,
    twin: &str,
) -> String {
    let unknown = Environment { base: UNKNOWN_BASE.to_owned(), ..page.clone() };
    let page = if page.base.is_empty() { &unknown } else { page };
    let locale = Locale::about(dataset, language);
    let chart = dataset.chart_name(state.chart.word(), language);
    let name = dataset.main_source().map_or("", |source| source.name.get(language));
    match kind {
        EmbedKind::Static => twin.to_owned(),
        EmbedKind::Element if dataset.is_own && page.src.is_empty() => twin.to_owned(),
        EmbedKind::Iframe if dataset.is_own && data_name(page).is_none() => String::new(),
        EmbedKind::Element => render(
            "<div><script type=\"module\" src=\"{base}county-chains.js\"></script>\
             <county-chains{src}{attributes}>{twin}</county-chains></div>\n",
            &[
                ("base", &escaped(&page.base)),
                ("src", &source(dataset, page)),
                ("attributes", &attributes(dataset, state, language)),
                ("twin", twin.trim_end()),
            ],
        ),
        // As wide as its column. HTML takes no share of it but in a style; where that is refused or taken away, the
        // frame fits a phone.
        EmbedKind::Iframe => render(
            "<iframe src=\"{link}\" title=\"{title}\" loading=\"lazy\" width=\"320\" height=\"1000\" \
             style=\"width:100%;border:0\" \
             sandbox=\"allow-scripts allow-downloads allow-popups\" allow=\"web-share; clipboard-write\"></iframe>\n",
            &[
                ("link", &escaped(&link(dataset, state, language, page))),
                ("title", &escaped(&render(locale.ui.region, &[("title", name), ("name", chart)]))),
            ],
        ),
    }
}

/// The name by which the page for frames knows a dataset that is not ours. The way to its part leads through the core.
#[part::of(core)]
fn data_name(page: &Environment) -> Option<String> {
    own_data_name(page)
}

#[part::of(own)]
fn own_data_name(page: &Environment) -> Option<String> {
    page.data_name().map(str::to_owned)
}

/// A value in the quotes of an attribute. Code to paste is one line, and no null character can stand in markup.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '\n' | '\r' => out.push(' '),
            '\0' => {}
            _ => out.push(character),
        }
    }
    out
}

/// Where a dataset that is not ours is, as an attribute.
fn source(dataset: &Dataset, page: &Environment) -> String {
    if dataset.is_own { text!(r#" src="{escaped(&page.src)}""#) } else { String::new() }
}

/// The address that shows the state on a page of its own; nothing where the address of that page is not known, or where it
/// does not know the dataset.
pub fn link(dataset: &Dataset, state: &State, language: Language, page: &Environment) -> String {
    let name = if dataset.is_own { data_name(page) } else { Some(String::new()) };
    let Some(name) = name.filter(|_| !page.base.is_empty()) else {
        return String::new();
    };
    let data = if name.is_empty() { name } else { text!("data={name}&") };
    text!("{page.base}embed.html?{data}{query(dataset, state, language)}")
}

/// Every choice that is not derived, with its value. A link is `whole`: it takes what a reader has open along.
fn chosen(
    dataset: &Dataset,
    state: &State,
    language: Language,
    whole: bool,
) -> Vec<(&'static Attribute, String)> {
    // Whoever gets it shall see the language in use.
    let state = State { lang: Some(language), ..state.clone() };
    let chosen = |attribute: &'static Attribute| {
        let value = (attribute.get)(&state, dataset)?;
        let differs = || default_of(attribute, dataset).as_ref() != Some(&value);
        let is_told = match attribute.told {
            Told::Always => true,
            Told::Chosen => differs(),
            Told::Indicator => state.chart == ChartKind::Tiers || differs(),
            Told::InCode => !whole,
            Told::InLinks => whole,
            Told::Never => false,
        };
        is_told.then_some((attribute, value))
    };
    ATTRIBUTES.iter().filter_map(chosen).collect()
}

fn attributes(dataset: &Dataset, state: &State, language: Language) -> String {
    let mut text = String::new();
    for (attribute, value) in chosen(dataset, state, language, false) {
        text.push_str(&text!(r#" {attribute.name}="{escaped(&value)}""#));
    }
    text
}

/// The state as a short, readable query of an address: `chart=map&tiers=1~2&county=350582`.
pub fn query(dataset: &Dataset, state: &State, language: Language) -> String {
    let mut text = String::new();
    for (attribute, value) in chosen(dataset, state, language, true) {
        text.push_str(if text.is_empty() { "" } else { "&" });
        text.push_str(&text!("{attribute.name}="));
        push_encoded(&mut text, &value, attribute.list.is_some());
    }
    text
}

/// Appends the value as an address carries it: letters, digits and a few signs as they are, a tilde between the items of a list,
/// all else by its bytes.
fn push_encoded(text: &mut String, value: &str, is_list: bool) {
    for byte in value.bytes() {
        if is_list && byte == b' ' {
            text.push('~');
        } else if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            push_hex(text, byte);
        }
    }
}

/// What is passed on as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    /// The address that restores the view; empty where none does. Code that would show something else is empty as well.
    pub link: String,
    /// Script and tag.
    pub element: String,
    /// A frame.
    pub frame: String,
    /// Name of a style and the citation in it: the one of the language in use, then another.
    pub citations: [(&'static str, String); 2],
    /// Whether the system's own sheet can be opened.
    pub can_share: bool,
}

/// The texts of a state.
#[part::of(export)]
pub(super) fn sharing(
    dataset: &Dataset,
    state: &State,
    language: Language,
    environment: &Environment,
) -> Sharing {
    let code = |kind| embed_code(dataset, state, language, kind, environment, "");
    let cited = |language| {
        let style = if language == Language::En { "APA" } else { "GB/T 7714" };
        (style, citation(dataset, language))
    };
    let link = link(dataset, state, language, environment);
    // Without the address of the widget's files there is no script to name and no page to lead to.
    let is_placed = !environment.base.is_empty() && (!dataset.is_own || !environment.src.is_empty());
    Sharing {
        element: if is_placed { code(EmbedKind::Element) } else { String::new() },
        frame: if link.is_empty() { String::new() } else { code(EmbedKind::Iframe) },
        link,
        citations: [cited(language), cited(other_language(language))],
        can_share: environment.can_share,
    }
}

/// English beside Chinese, Chinese beside English.
pub fn other_language(language: Language) -> Language {
    if language == Language::En { Language::ZhHans } else { Language::En }
}

/// How to cite the dataset, which is what is used, with the article behind it and the document that this is about: GB/T
/// 7714 in Chinese, APA in English.
pub fn citation(dataset: &Dataset, language: Language) -> String {
    let Some(source) = dataset.main_source() else {
        return String::new();
    };
    if !source.citation.is_empty() {
        return source.citation.get(language).to_owned();
    }
    let line = article_line(source, Locale::about(dataset, language));
    let values = [
        ("source", &*line),
        ("edition", source.edition.get(language)),
        ("name", source.name.get(language)),
        ("version", env!("CARGO_PKG_VERSION")),
    ];
    let form = match language {
        Language::ZhHans | Language::ZhHant => "{name}（{edition}）：county-chains {version}[DS]. {source}",
        Language::En => "{name} ({edition}; county-chains {version}) [Data set]. {source}",
    };
    render(form, &values)
}

#[cfg(test)]
mod tests {
    use super::{embed_code, link, query};
    use crate::chart::ChartKind;
    use crate::dataset;
    use crate::language::Language;
    use crate::tier::TierSet;
    use crate::widget::{EmbedKind, Environment, Mode, Sort, State};
    use crate::word::text;

    const BASE: &str = "https://example.org/1.0.0/";

    fn page(base: &str, src: &str) -> Environment {
        Environment {
            width: 760.0,
            dark: false,
            wide_font: false,
            mode: Mode::Live,
            can_share: false,
            language: Language::En,
            base: base.to_owned(),
            src: src.to_owned(),
            indexes: None,
        }
    }

    #[test]
    fn a_dataset_that_is_not_ours_goes_along_or_nothing_is_said_of_it() {
        let dataset = dataset::Dataset { is_own: true, ..dataset::embedded() };
        let state = State::of(&dataset);
        let at = |src: &str| {
            let page = page(BASE, src);
            let code = |kind| embed_code(&dataset, &state, Language::ZhHans, kind, &page, "<figure/>");
            (
                link(&dataset, &state, Language::ZhHans, &page),
                code(EmbedKind::Element),
                code(EmbedKind::Iframe),
            )
        };
        let (address, element, frame) = at("https://example.org/1.0.0/data/uk-2024/datapackage.json");
        assert!(address.starts_with(&text!("{BASE}embed.html?data=uk-2024&chart=tiers&")), "{address}");
        assert!(
            element.contains(" src=\"https://example.org/1.0.0/data/uk-2024/datapackage.json\""),
            "{element}"
        );
        assert!(frame.contains("embed.html?data=uk-2024&amp;chart=tiers"), "{frame}");
        for src in [
            "https://other.example/data/uk-2024/datapackage.json",
            "https://example.org/1.0.0/data/UK/datapackage.json",
            "https://example.org/1.0.0/data/a/b/datapackage.json",
            "https://example.org/1.0.0/data//datapackage.json",
        ] {
            let (address, element, frame) = at(src);
            assert_eq!((&*address, &*frame), ("", ""), "{src}");
            assert!(element.contains(&text!(" src=\"{src}\"")), "{element}");
        }
        // Without an address the element would show our data.
        let nowhere = [String::new(), "<figure/>".to_owned(), String::new()];
        assert_eq!(<[String; 3]>::from(at("")), nowhere);
    }

    #[test]
    fn a_query_is_short_and_readable_and_writes_what_defaults_may_change() {
        let dataset = dataset::embedded();
        let state = State { chart: ChartKind::Map, county: Some("350582"), ..State::of(&dataset) };
        let state = State { tiers: TierSet::first(2), ..state };
        let text = query(&dataset, &state, Language::ZhHans);
        assert_eq!(text, "chart=map&tiers=1~2&county=350582&lang=zh-Hans&theme=auto");
        assert_eq!(link(&dataset, &state, Language::ZhHans, &page("", "")), "");
        let address = link(&dataset, &state, Language::ZhHans, &page(BASE, ""));
        assert_eq!(address, text!("{BASE}embed.html?{text}"));
    }

    #[test]
    fn code_to_paste_is_one_line_whatever_the_heading_holds() {
        let dataset = dataset::embedded();
        let state = State { heading: Some("a\nb\rc\0<d> & \"e\"".to_owned()), ..State::of(&dataset) };
        let code = embed_code(&dataset, &state, Language::En, EmbedKind::Element, &page(BASE, ""), "");
        assert!(code.contains(" heading=\"a b c&lt;d> &amp; &quot;e&quot;\">"), "{code}");
        assert_eq!(code.lines().count(), 1, "{code}");
    }

    #[test]
    fn what_a_reader_has_open_goes_along() {
        let dataset = dataset::embedded();
        let state = State {
            chart: ChartKind::Facts,
            search: "县域 & 100%".to_owned(),
            topic: "market",
            sort: Some(Sort { column: 2, falling: true }),
            heading: Some("A=B".to_owned()),
            ..State::of(&dataset)
        };
        assert_eq!(
            query(&dataset, &state, Language::En),
            "chart=facts&tiers=1~2~3~4&lang=en&theme=auto&heading=A%3DB\
             &search=%E5%8E%BF%E5%9F%9F%20%26%20100%25&topic=market&sort=-2"
        );
    }
}
