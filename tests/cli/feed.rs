//! The plain form for feeds, newsletters and systems that strip markup.

use roxmltree::{Document, Node};

use super::{LANGUAGES, charts, json, text};

const BASE: &str = "https://example.org/cc/";

/// Elements that WordPress keeps in a post, and the attributes that it keeps on them.
const KEPT: [(&str, &[&str]); 13] = [
    ("div", &[]),
    ("p", &["lang"]),
    ("a", &["href"]),
    ("img", &["src", "alt", "width", "height", "style"]),
    ("h3", &["lang"]),
    ("table", &["lang", "style"]),
    ("caption", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["scope"]),
    ("td", &[]),
    ("strong", &[]),
];

fn feed(chart: &str, lang: &str, more: &[&str]) -> String {
    let start = ["render", "--format", "feed", "--chart", chart, "--lang", lang, "--base", BASE];
    // A document has one root; the feed form has none.
    format!("<body>{}</body>", text(&[&start, more].concat()))
}

fn all<'a>(document: &'a Document<'a>, tag: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name(tag)).collect()
}

fn words(node: Node<'_, '_>) -> String {
    let text: String =
        node.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect();
    text.trim().to_owned()
}

#[test]
fn a_feed_is_one_picture_and_then_words_in_plain_elements_and_a_link() {
    for chart in charts() {
        for lang in LANGUAGES {
            let markup = feed(chart, lang, &[]);
            let document = Document::parse(&markup).unwrap();
            for node in document.root_element().descendants().skip(1).filter(Node::is_element) {
                let tag = node.tag_name().name();
                let (_, kept) =
                    KEPT.iter().find(|(name, _)| *name == tag).unwrap_or_else(|| panic!("<{tag}>"));
                assert!(node.attributes().all(|attribute| kept.contains(&attribute.name())), "{node:?}");
            }
            let told =
                json(&["render", "--chart", chart, "--lang", lang, "--format", "json", "--base", BASE]);
            let said = |name: &str| told[name].as_str().unwrap();
            let pictures = all(&document, "img");
            let [picture] = pictures[..] else { panic!("{} pictures", pictures.len()) };
            let address = format!("{BASE}charts/{chart}-{lang}-light.png");
            assert_eq!(picture.attribute("src"), Some(&*address));
            let stop = if lang == "en" { ". " } else { "。" };
            let alternative = format!("{}{stop}{}", said("heading"), said("summary"));
            assert_eq!(picture.attribute("alt"), Some(&*alternative));
            assert!(
                picture.parent().unwrap().has_tag_name("p"),
                "a link around it would not survive every editor"
            );
            let links = all(&document, "a");
            let [link] = links[..] else { panic!("{} links", links.len()) };
            assert_eq!(link.attribute("href"), Some(said("link")));
            assert!(!words(link).is_empty());
            let blocks = document.root_element().children().filter(Node::is_element);
            assert!(
                blocks.clone().count() > 4
                    && blocks.clone().all(|block| block.attribute("lang") == Some(lang))
            );
            assert_eq!(words(all(&document, "h3")[0]), said("heading"));
            assert_eq!(words(all(&document, "caption")[0]), said("caption"));
            let rows = [&told["rows"], &told["footer"]].map(|rows| rows.as_array().unwrap().len());
            assert_eq!(all(&document, "tr").len(), 1 + rows[0] + rows[1]);
            let text = words(document.root_element());
            for note in told["notes"].as_array().unwrap() {
                assert!(text.contains(note.as_str().unwrap()), "{note}");
            }
            assert!(text.contains(said("source")) && text.contains(said("edition")));
        }
    }
}

#[test]
fn the_size_of_the_picture_is_that_of_the_drawing() {
    let markup = feed("map", "en", &[]);
    let document = Document::parse(&markup).unwrap();
    let svg = text(&["render", "--chart", "map", "--lang", "en"]);
    let drawing = Document::parse(&svg).unwrap();
    let side = |name: &str| drawing.root_element().attribute(name).unwrap().parse::<f64>().unwrap().ceil();
    let picture = all(&document, "img")[0];
    for name in ["width", "height"] {
        assert_eq!(picture.attribute(name), Some(&*side(name).to_string()));
    }
}

#[test]
fn what_is_derived_or_missing_says_so_in_words() {
    let markup = feed("tiers", "en", &[]);
    let document = Document::parse(&markup).unwrap();
    let heads: Vec<String> = all(&document, "th").into_iter().map(words).collect();
    assert!(heads.contains(&"GDP per county (¥ billion, calculated)".to_owned()), "{heads:?}");
    assert!(
        feed("tiers", "zh-Hans", &[]).contains("<th scope=\"col\"><div>县均GDP（亿元、推算） </div></th>")
    );
    let cells: Vec<String> = all(&document, "td").into_iter().map(words).collect();
    for cell in ["21.7–21.8 (our calculation)", "not in the article", "164*", "169"] {
        assert!(cells.contains(&cell.to_owned()), "{cell} is not in {cells:?}");
    }
}

#[test]
fn a_choice_of_ones_own_takes_a_picture_of_ones_own() {
    let picture = "https://media.example.org/a.png?x=1&y=2";
    let markup = feed("tiers", "en", &["--tiers", "1,2", "--picture", picture]);
    let document = Document::parse(&markup).unwrap();
    assert_eq!(all(&document, "img")[0].attribute("src"), Some(picture));
    assert_eq!(all(&document, "tr").len(), 3, "head and two tiers");
    let dark = feed("tiers", "en", &["--theme", "dark", "--files", "https://files.example.org/set"]);
    let document = Document::parse(&dark).unwrap();
    let address = "https://files.example.org/set/tiers-en-dark.png";
    assert_eq!(all(&document, "img")[0].attribute("src"), Some(address));
}
