//! One chart in one format.

use std::path::Path;

use clap::ValueEnum;

use super::args::{Format, RenderArgs};
use super::choice::Choice;
use super::data::Data;
use super::fonts::Fonts;
use super::picture::Picture;
use super::urls::Urls;
use super::{Failure, output, say};
use crate::chart::{ChartKind, FilterEffect};
use crate::dataset::Dataset;
use crate::word::{Keyword, not_one_of};

/// Writes one chart.
pub(super) fn render(data: &Data, choice: Choice, args: &RenderArgs) -> Result<(), Failure> {
    let file = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let format = args.format.map_or_else(|| format_of(file), Ok)?;
    let mut picture = Picture::new(data, choice, args);
    if format == Format::Feed {
        picture.image = image(data, args, &picture)?;
    }
    for note in without_effect(data.dataset, args, picture.state.chart, format) {
        say(&format!("note: {note}"));
    }
    let content = picture.content(data.dataset, format, &Fonts::default())?;
    output::deliver(&content, format != Format::Png, file)
}

/// The format that a file's ending names; svg where nothing is named.
fn format_of(file: Option<&Path>) -> Result<Format, Failure> {
    let Some(ending) = file.and_then(|path| path.extension()) else {
        return Ok(Format::Svg);
    };
    let name = file.and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    Format::of_name(&name).ok_or_else(|| {
        let mut known = Format::value_variants().iter().map(|format| format.ending());
        Failure::Usage(format!(
            "{}; or say with --format what the file is to hold",
            not_one_of("ending", &ending.to_string_lossy(), &mut known)
        ))
    })
}

/// Address of the png that a feed shows: the one that is named, or the one that the whole set has of this chart.
fn image(data: &Data, args: &RenderArgs, picture: &Picture) -> Result<String, Failure> {
    let urls = Urls::new(data, args).ok_or_else(|| no_feed(args))?;
    if let Some(address) = &args.picture {
        return Ok(address.clone());
    }
    let own = args.indicator.is_some()
        || args.tiers.is_some()
        || args.county.is_some()
        || args.heading.is_some()
        || args.width.is_some();
    if own {
        return Err(Failure::Usage(
            "the set that --all writes has no picture of this choice; draw it with --format png and name its \
             address with --picture URL"
                .to_owned(),
        ));
    }
    Ok(urls.image(picture))
}

/// Why no feed can be written.
pub(super) fn no_feed(args: &RenderArgs) -> Failure {
    Failure::Usage(if args.data.is_some() {
        "a feed links to the live chart, which opens the data inside the program: no feed can be written with --data; \
         write html or png"
            .to_owned()
    } else {
        no_address("a feed")
    })
}

/// Why `what` cannot be written without an address.
pub(super) fn no_address(what: &str) -> String {
    format!(
        "{what} shows a picture and a link by their full addresses, since it is read far from this machine; name \
         the folder that holds the widget's files with --base URL"
    )
}

/// What a chart of classes does not show.
fn none_of_its_rows(dataset: &Dataset) -> String {
    let many = dataset.counting_indicator().map_or("", |counting| counting.noun.name.en);
    match many {
        _ if !dataset.is_own => "no counties".to_owned(),
        "" => "no single rows of the table".to_owned(),
        many => format!("none of the {many}"),
    }
}

/// Sentences on arguments that change nothing here: no mistake, but perhaps a misunderstanding.
fn without_effect(dataset: &Dataset, args: &RenderArgs, chart: ChartKind, format: Format) -> Vec<String> {
    let word = chart.word();
    let mut indicators = dataset.indicators.iter();
    let has_choice = indicators.any(|indicator| chart.chart().offers(dataset, indicator));
    let filtered = chart.chart().filter_effect() != FilterEffect::Disabled;
    let only_feeds = "only feeds show a picture by its address";
    let candidates = [
        (
            args.indicator.is_some() && !has_choice,
            format!("--indicator changes nothing, the chart \"{word}\" has its own measures"),
        ),
        (
            args.tiers.is_some() && !filtered,
            format!("--tiers changes nothing, the article does not break \"{word}\" down by tier"),
        ),
        (
            args.county.is_some() && !matches!(chart, ChartKind::Map | ChartKind::Strip),
            format!("--county changes nothing, the chart \"{word}\" shows {}", none_of_its_rows(dataset)),
        ),
        (
            args.scale.is_some() && format != Format::Png,
            format!("--scale changes nothing, {} has no pixels", format.word()),
        ),
        (
            args.picture.is_some() && format != Format::Feed,
            format!("--picture changes nothing, {only_feeds}"),
        ),
        (
            args.heading_level.is_some() && !matches!(format, Format::Html | Format::Feed),
            "--heading-level changes nothing, only html and feed have headings of a level".to_owned(),
        ),
        (
            args.no_json_ld && format != Format::Html,
            "--no-json-ld changes nothing, only html has any".to_owned(),
        ),
        (args.files.is_some() && format != Format::Feed, format!("--files changes nothing, {only_feeds}")),
    ];
    candidates.into_iter().filter(|(applies, _)| *applies).map(|(_, note)| note).collect()
}
