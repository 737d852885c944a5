//! The page of a chart in its place on the web, and the answer of oEmbed for that page.
//!
//! The answer is a file: it is found by the link in the page's head, and heeds no `maxwidth`.

use serde::Serialize;

use super::args::Format;
use super::picture::Picture;
use super::urls::{Urls, oembed, page};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::paint::{self, About, Image};
use crate::widget::{EmbedKind, Environment, embed_code};

/// How wide the frame is where nobody asks for a width.
const FRAME_WIDTH: u32 = 760;
/// Seconds for which the answer may be kept: a day.
const CACHE_AGE: u32 = 24 * 60 * 60;

/// The page: the static twin, and all that those need who preview, embed or find it.
pub(super) fn page_of(dataset: &Dataset, picture: &Picture, urls: &Urls) -> String {
    let view = picture.view(dataset, Format::Html);
    let alternative = picture.credits(dataset, Format::Html).alternative(picture.locale(dataset));
    let [width, height] = pixels(dataset, picture);
    let about = About {
        address: &urls.file(&page(picture, picture.language)),
        policy: &policy(&urls.base),
        description: &alternative,
        image: Image { address: &urls.image(picture), width, height, alternative: alternative.clone() },
        oembed: &urls.file(&oembed(picture)),
        languages: urls
            .languages
            .iter()
            .map(|language| (*language, urls.file(&page(picture, *language))))
            .collect(),
    };
    paint::page(&view, &about)
}

/// The policy of a page: its style sheet, and an icon that browsers look for by themselves. The style sheet has an
/// address, so that a page that was opened from a disk finds it too.
fn policy(base: &str) -> String {
    let styles = source(&format!("{base}still.css"));
    format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; style-src 'self' {styles}"
    )
}

/// An address as a word of a policy, in which `;` and `,` are no letters.
fn source(address: &str) -> String {
    let mut word = String::new();
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && byte != b';' && byte != b',' {
            word.push(char::from(byte));
        } else {
            word += &format!("%{byte:02X}");
        }
    }
    word
}

/// The size of the chart's png.
fn pixels(dataset: &Dataset, picture: &Picture) -> [f64; 2] {
    picture.size(dataset).map(|side| side * f64::from(picture.scale))
}

/// An answer of the kind "rich", with the names of oembed.com.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    version: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    cache_age: u32,
    html: &'a str,
    width: u32,
    height: u32,
    thumbnail_url: &'a str,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// The answer: a frame with the live chart.
pub(super) fn oembed_of(dataset: &Dataset, picture: &Picture, urls: &Urls) -> Result<String, Error> {
    let (state, language) = (&picture.state, picture.language);
    let page = Environment { base: urls.base.clone(), ..picture.environment(Format::Html) };
    let html = embed_code(dataset, state, language, EmbedKind::Iframe, &page, "");
    let failed = |message: &str| Error::at(oembed(picture), message);
    let height = height(&html).ok_or_else(|| failed("the code of the frame names no height"))?;
    let html = widened(&html).ok_or_else(|| failed("the code of the frame names no width"))?;
    let [thumbnail_width, thumbnail_height] = pixels(dataset, picture).map(|side| side as u32);
    let credits = picture.credits(dataset, Format::Html);
    let answer = Answer {
        kind: "rich",
        version: "1.0",
        title: &credits.title,
        provider_name: dataset.main_source().map_or("", |source| source.name.get(language)),
        provider_url: host(&urls.base),
        cache_age: CACHE_AGE,
        html: html.trim_end(),
        width: FRAME_WIDTH,
        height,
        thumbnail_url: &urls.image(picture),
        thumbnail_width,
        thumbnail_height,
    };
    let text = serde_json::to_string_pretty(&answer).map_err(|error| failed(&error.to_string()))?;
    Ok(text + "\n")
}

/// The front page of the host.
fn host(address: &str) -> &str {
    let slash = address.match_indices('/').nth(2).map_or(address.len(), |(at, _)| at + 1);
    address.get(..slash).unwrap_or(address)
}

/// The code of a frame with the width that the answer names: who asks for it, such as WordPress, may take its style away,
/// and has styles of its own that keep frames in their column.
fn widened(html: &str) -> Option<String> {
    let (before, rest) = html.split_once(" width=\"")?;
    let (_, after) = rest.split_once('"')?;
    Some(format!("{before} width=\"{FRAME_WIDTH}\"{after}"))
}

/// The height that the code of a frame asks for, in CSS pixels.
fn height(html: &str) -> Option<u32> {
    html.split_once(" height=\"")?.1.split('"').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn an_address_is_one_word_of_a_policy_whatever_its_letters() {
        assert_eq!(source("https://example.org/a_b/"), "https://example.org/a_b/");
        assert_eq!(source("https://example.org/a;b, c/"), "https://example.org/a%3Bb%2C%20c/");
        assert_eq!(source("https://example.org/图/"), "https://example.org/%E5%9B%BE/");
    }
}
