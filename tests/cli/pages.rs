//! Pages to link to, and the answers of oEmbed that belong to them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};
use serde_json::Value;

use super::LANGUAGES;
use super::set::{BASE, set, tree};

/// The page of a language, without what XML readers do not take.
fn page(folder: &Path, lang: &str) -> String {
    let text = fs::read_to_string(folder.join(format!("pages/shares-{lang}.html"))).unwrap();
    text.strip_prefix("<!DOCTYPE html>\n").expect("a whole document").to_owned()
}

fn answer(folder: &Path, lang: &str) -> Value {
    let text = fs::read_to_string(folder.join(format!("oembed/shares-{lang}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// An attribute of the one element that has all of these.
fn one<'a>(document: &'a Document<'a>, tag: &str, having: &[(&str, &str)], name: &str) -> &'a str {
    let suits = |node: &Node<'_, '_>| {
        node.has_tag_name(tag) && having.iter().all(|(name, value)| node.attribute(*name) == Some(value))
    };
    let found: Vec<Node<'_, '_>> = document.descendants().filter(suits).collect();
    let [node] = found[..] else { panic!("{} of <{tag} {having:?}>", found.len()) };
    node.attribute(name).unwrap_or_else(|| panic!("<{tag} {having:?}> has no {name}"))
}

/// What `metadata.json` says of a file.
fn entry(folder: &Path, file: &str) -> Value {
    let metadata: Value = serde_json::from_slice(&fs::read(folder.join("metadata.json")).unwrap()).unwrap();
    metadata["files"].as_array().unwrap().iter().find(|entry| entry["file"] == file).unwrap().clone()
}

#[test]
fn a_page_says_what_it_shows_to_those_who_preview_find_and_embed_it() {
    let Some(set) = set() else { return };
    for lang in LANGUAGES {
        let text = page(&set.folder, lang);
        let document = Document::parse(&text).unwrap();
        let meta = |kind: &str, name: &str| one(&document, "meta", &[(kind, name)], "content");
        let picture = entry(&set.folder, &format!("shares-{lang}-light.png"));
        let (title, told) = (picture["title"].as_str().unwrap(), picture["description"].as_str().unwrap());
        assert_eq!(document.root_element().attribute("lang"), Some(lang));
        let heads = document.descendants().filter(|node| node.has_tag_name("title"));
        assert_eq!(heads.clone().next().unwrap().text(), Some(title));
        assert_eq!(meta("property", "og:title"), title);
        assert_eq!([meta("name", "description"), meta("property", "og:description")], [told, told]);
        assert_eq!(meta("property", "og:image:alt"), told);
        let own = format!("{BASE}charts/pages/shares-{lang}.html");
        assert_eq!(one(&document, "link", &[("rel", "canonical")], "href"), own);
        assert_eq!(meta("property", "og:url"), own);
        assert_eq!(meta("property", "og:image"), format!("{BASE}charts/shares-{lang}-light.png"));
        for side in ["width", "height"] {
            assert_eq!(meta("property", &format!("og:image:{side}")), picture[side].to_string());
        }
        assert_eq!(meta("name", "twitter:card"), "summary_large_image");
        assert_eq!(meta("name", "color-scheme"), "light");
        assert!(meta("name", "viewport").contains("width=device-width"));
        let of_oembed = [("rel", "alternate"), ("type", "application/json+oembed")];
        let found = one(&document, "link", &of_oembed, "href");
        assert_eq!(found, format!("{BASE}charts/oembed/shares-{lang}.json"));
        assert_eq!(one(&document, "link", &of_oembed, "title"), title);
        for other in LANGUAGES {
            let address = one(&document, "link", &[("hreflang", other)], "href");
            assert_eq!(address, format!("{BASE}charts/pages/shares-{other}.html"));
        }
    }
}

#[test]
fn a_page_reads_without_style_and_runs_nothing() {
    let Some(set) = set() else { return };
    for lang in LANGUAGES {
        let text = page(&set.folder, lang);
        let document = Document::parse(&text).unwrap();
        let tags: BTreeSet<&str> =
            document.descendants().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
        assert!(
            tags.is_superset(&BTreeSet::from(["figure", "svg", "main", "table", "caption", "h1"])),
            "{tags:?}"
        );
        assert!(tags.is_disjoint(&BTreeSet::from(["style", "iframe", "object", "base"])), "{tags:?}");
        assert_eq!(one(&document, "script", &[], "type"), "application/ld+json");
        for attribute in document.descendants().flat_map(|node| node.attributes().collect::<Vec<_>>()) {
            assert!(attribute.name() != "style" && !attribute.name().starts_with("on"), "{attribute:?}");
        }
    }
}

#[test]
fn a_page_carries_the_policy_that_allows_its_style_sheet_and_nothing_else() {
    let Some(set) = set() else { return };
    for lang in LANGUAGES {
        let text = page(&set.folder, lang);
        let document = Document::parse(&text).unwrap();
        let policy = one(&document, "meta", &[("http-equiv", "Content-Security-Policy")], "content");
        let styles = one(&document, "link", &[("rel", "stylesheet")], "href");
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; style-src 'self' {styles}"
            )
        );
        assert!(text.find("Content-Security-Policy") < text.find("<link"), "it governs what follows it");
    }
}

#[test]
fn every_address_of_a_page_is_full_and_leads_to_a_file_that_is_there() {
    let Some(set) = set() else { return };
    let files = tree(&set.folder);
    for lang in LANGUAGES {
        let text = page(&set.folder, lang);
        let document = Document::parse(&text).unwrap();
        let attributes = document.descendants().flat_map(|node| node.attributes().collect::<Vec<_>>());
        let addresses = attributes
            .filter(|attribute| {
                ["href", "src"].contains(&attribute.name()) || attribute.value().starts_with("http")
            })
            .map(|attribute| attribute.value());
        let addresses: BTreeSet<&str> = addresses.collect();
        assert!(addresses.len() >= 6, "{addresses:?}");
        for address in addresses {
            let name = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is elsewhere"));
            let known = match name.strip_prefix("charts/") {
                Some(file) => files.contains(file),
                // Beside the set: the page for frames and the styles, which the build copies from there.
                None => {
                    name.starts_with("embed.html?chart=shares&")
                        || (name == "still.css" && Path::new("www/still.css").exists())
                }
            };
            assert!(known, "{address} leads nowhere");
        }
    }
}

#[test]
fn the_answer_of_oembed_is_a_frame_with_the_live_chart_that_the_page_links_to() {
    let Some(set) = set() else { return };
    for lang in LANGUAGES {
        let (answer, text) = (answer(&set.folder, lang), page(&set.folder, lang));
        let document = Document::parse(&text).unwrap();
        assert_eq!([&answer["type"], &answer["version"]], ["rich", "1.0"]);
        let frame = Document::parse(answer["html"].as_str().unwrap()).unwrap();
        let frame = frame.root_element();
        assert!(frame.has_tag_name("iframe"));
        assert_eq!(frame.attribute("src"), Some(one(&document, "a", &[], "href")));
        assert_eq!(frame.attribute("height"), Some(&*answer["height"].to_string()));
        assert_eq!(frame.attribute("width"), Some(&*answer["width"].to_string()));
        assert!(answer["width"].as_u64().is_some_and(|width| (280..=1080).contains(&width)));
        assert_eq!(answer["title"], one(&document, "meta", &[("property", "og:title")], "content"));
        for (name, property) in
            [("thumbnail_url", "og:image"), ("provider_url", ""), ("provider_name", "og:site_name")]
        {
            let told = answer[name].as_str().unwrap();
            if property.is_empty() {
                assert_eq!(
                    told, "https://example.org/",
                    "the host: the folder of the files has no page of its own"
                );
            } else {
                assert_eq!(told, one(&document, "meta", &[("property", property)], "content"));
            }
        }
        let picture = entry(&set.folder, &format!("shares-{lang}-light.png"));
        assert_eq!(
            [&answer["thumbnail_width"], &answer["thumbnail_height"]],
            [&picture["width"], &picture["height"]]
        );
        assert!(answer["cache_age"].as_u64().is_some());
    }
}
