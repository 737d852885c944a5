//! What `metadata.json` tells of each file of the set.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::args::Format;
use super::set::{Job, What};
use crate::dataset::Dataset;
use crate::error::Error;
use crate::language::Localized;
use crate::widget::Credits;
use crate::word::Keyword;

/// The name of the file.
pub(super) const NAME: &str = "metadata.json";

/// All of it.
#[derive(Serialize)]
struct Metadata<'a> {
    dataset: &'a Localized,
    version: &'static str,
    files: &'a [Entry],
}

/// One file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry {
    file: String,
    chart: &'static str,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<&'static str>,
    format: &'static str,
    media_type: &'static str,
    title: String,
    /// What a picture says to those who do not see it.
    description: String,
    /// Pixels; of pictures alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    bytes: usize,
    sha256: String,
    source: String,
    edition: &'static str,
    notes: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    link: String,
}

/// What is told of the file that `job` has made.
pub(super) fn entry(dataset: &Dataset, job: &Job, content: &[u8]) -> Entry {
    let picture = &job.picture;
    let credits: Credits = picture.credits(dataset, job.what.format());
    let size = match job.what {
        What::Chart(Format::Svg) => Some(picture.size(dataset)),
        What::Chart(Format::Png) => Some(picture.size(dataset).map(|side| side * f64::from(picture.scale))),
        _ => None,
    };
    let [width, height] = [0, 1].map(|side: usize| Some(*size?.get(side)? as u32));
    Entry {
        file: job.name.clone(),
        chart: picture.state.chart.word(),
        language: picture.language.tag(),
        theme: job.what.is_coloured().then(|| picture.drawn_theme().name),
        format: job.what.word(),
        media_type: job.what.media_type(),
        description: credits.alternative(picture.locale(dataset)),
        title: credits.title,
        width,
        height,
        bytes: content.len(),
        sha256: Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect(),
        source: credits.source,
        edition: credits.edition,
        notes: credits.notes,
        link: credits.link,
    }
}

/// The file.
pub(super) fn metadata(dataset: &Dataset, files: &[Entry]) -> Result<String, Error> {
    let name = dataset.main_source().map_or(Localized::EMPTY, |source| source.name);
    let metadata = Metadata { dataset: &name, version: env!("CARGO_PKG_VERSION"), files };
    let text = serde_json::to_string_pretty(&metadata);
    Ok(text.map_err(|error| Error::at(NAME, error.to_string()))? + "\n")
}
