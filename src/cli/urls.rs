//! Where the files of the set will be: their names, and their addresses once it is served.

use super::args::{Format, RenderArgs};
use super::data::Data;
use super::picture::Picture;
use crate::language::Language;
use crate::word::Keyword;

/// Where the set is expected beside the widget's files.
const FOLDER: &str = "charts/";

/// The addresses of the set.
#[derive(Debug, Clone)]
pub(super) struct Urls {
    /// The folder that holds the widget's files.
    pub(super) base: String,
    /// The folder that the set is served from.
    files: String,
    /// The languages that are written.
    pub(super) languages: Vec<Language>,
}

impl Urls {
    /// As the arguments say; nothing if they name no address.
    pub(super) fn new(data: &Data, args: &RenderArgs) -> Option<Urls> {
        let base = args.base.clone()?;
        let files = args.files.clone().unwrap_or_else(|| format!("{base}{FOLDER}"));
        let languages = args.lang.map_or_else(|| data.languages.clone(), |language| vec![language]);
        Some(Urls { base, files, languages })
    }

    /// The address of a file of the set.
    pub(super) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.files)
    }

    /// The address of the png of a chart, in the theme it is drawn in.
    pub(super) fn image(&self, picture: &Picture) -> String {
        let ending = Format::Png.ending();
        self.file(&format!("{}-{}.{ending}", stem(picture), picture.drawn_theme().name))
    }
}

/// What the names of all files of a chart in a language begin with.
pub(super) fn stem(picture: &Picture) -> String {
    format!("{}-{}", picture.state.chart.word(), picture.language.tag())
}

/// The name of the page of a chart in `language`.
pub(super) fn page(picture: &Picture, language: Language) -> String {
    format!("pages/{}-{}.html", picture.state.chart.word(), language.tag())
}

/// The name of the answer of oEmbed for a chart's page.
pub(super) fn oembed(picture: &Picture) -> String {
    format!("oembed/{}.json", stem(picture))
}
