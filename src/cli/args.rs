//! The arguments, and the help that teaches them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{own, parsers};
use crate::language::Language;
use crate::theme::Theme;

/// Charts, facts and citation of one article about the 2024 white paper on Fujian's key county industrial chains.
///
/// The data is inside the program; nothing is fetched. Output goes to stdout, messages to stderr.
#[derive(Debug, Parser)]
#[command(name = "county-chains", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 failed, 2 wrong usage.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Draw a chart, or write its data.
    #[command(after_long_help = RENDER_EXAMPLES)]
    Render(Box<RenderArgs>),
    /// Check datasets of your own; tell every problem with its place.
    #[command(after_long_help = own::VALIDATE_EXAMPLES)]
    Validate(own::ValidateArgs),
    /// Write the descriptor of a dataset of your own, to be filled in.
    #[command(after_long_help = own::INIT_EXAMPLES)]
    Init(own::InitArgs),
    /// List the facts behind the charts, each with its source paragraph.
    #[command(after_long_help = FACTS_EXAMPLES)]
    Facts(FactsArgs),
    /// Print how to cite the dataset.
    ///
    /// GB/T 7714 in Chinese, APA in English.
    Cite(CiteArgs),
}

impl Command {
    /// Its word on the command line.
    pub(super) const fn word(&self) -> &'static str {
        match self {
            Command::Render(_) => "render",
            Command::Validate(_) => "validate",
            Command::Init(_) => "init",
            Command::Facts(_) => "facts",
            Command::Cite(_) => "cite",
        }
    }
}

const RENDER_EXAMPLES: &str = "\
Examples:
  county-chains render --chart tiers > tiers.svg
  county-chains render --chart tiers --indicator growth --lang en -o growth.png
  county-chains render --chart shares --tiers 1,2 --theme dark --width 360 -o shares.svg
  county-chains render --chart map --county 350582 --scale 3 -o jinjiang.png
  county-chains render --chart map --format csv -o counties.csv
  county-chains render --all -o charts
  county-chains render --data datapackage.json --chart tiers --indicator population -o population.svg
  county-chains render --all --base https://example.org/county-chains/ -o charts
  county-chains render --chart map --format feed --base https://example.org/county-chains/

Formats:
  svg    the whole figure: heading, summary, chart, notes, source
  png    the same, drawn with the fonts of this machine
  html   a <figure> with picture, table, notes and source, for a page's own markup; it needs no
         script, carries no style attribute and shows the page's own ground: dark is for dark pages.
         For search engines it describes the table as JSON-LD, which --no-json-ld leaves out: an
         editor that drops scripts may keep their text
  feed   one <img> with heading, table, notes, source and a link to the live chart in plain elements,
         for feeds, newsletters and systems that strip everything else; needs --base, and the chart's
         png where --files or --picture says; not for --data
  csv    the chart's table, UTF-8 with a byte order mark; with --tiers, only the rows of those tiers
  json   heading, summary, caption, columns, rows, footer, notes, source and edition; a row has one
         value a column (number, text, or null where there is none) and says whether the tiers keep
         it (selected), how values were worked out (derived) and what the article does not give (missing)

Exit codes: 0 done, 1 failed, 2 wrong usage.";

/// What to draw and how.
#[derive(Debug, Args)]
pub(super) struct RenderArgs {
    /// Which chart [default: tiers].
    #[arg(long, value_parser = parsers::charts())]
    pub(super) chart: Option<String>,

    /// What the bars of the chart "tiers" measure, or with --data those of "strip" [default: gdp].
    #[arg(long, value_parser = parsers::indicators())]
    pub(super) indicator: Option<String>,

    /// Tiers to show, separated by commas: 1, 2, 3, 4; or all, or none [default: all].
    #[arg(long)]
    pub(super) tiers: Option<String>,

    /// GB/T 2260 code of the county to mark on the map, such as 350582.
    #[arg(long, value_name = "CODE")]
    pub(super) county: Option<String>,

    /// Language: zh-Hans, zh-Hant or en; zh-CN, zh-TW, en-GB and the like find theirs [default: zh-Hans].
    #[arg(long, value_name = "TAG", value_parser = parsers::language)]
    pub(super) lang: Option<Language>,

    /// Colours [default: light].
    #[arg(long, value_parser = parsers::theme())]
    pub(super) theme: Option<Theme>,

    /// Width in CSS pixels, 200 to 2000 [default: 760; html: 280, readable on phones].
    #[arg(long, value_name = "PIXELS", value_parser = parsers::width)]
    pub(super) width: Option<u16>,

    /// A dataset of your own in place of the one inside the program.
    ///
    /// A datapackage.json, a folder that holds one, or a file with its data inside. Charts, indicators, tiers
    /// and codes are then those of the dataset, and the languages too: the first one is the default.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["base", "files", "picture"])]
    pub(super) data: Option<PathBuf>,

    /// What to write [default: as the ending of FILE says, else svg; with --all: svg, png, html and csv].
    #[arg(long, value_enum)]
    pub(super) format: Option<Format>,

    /// Pixels of a png for each CSS pixel, 1 to 8 [default: 2].
    #[arg(long, value_name = "FACTOR", value_parser = clap::value_parser!(u8).range(1..=8))]
    pub(super) scale: Option<u8>,

    /// A heading of your own in place of the chart's.
    #[arg(long, value_name = "TEXT", conflicts_with = "all")]
    pub(super) heading: Option<String>,

    /// Level of the heading in html and feed, 1 to 6: one below the heading that it will stand under [default: 3].
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub(super) heading_level: Option<u8>,

    /// Address of the folder that holds the widget's files: files then name the link that restores the view.
    #[arg(long, value_name = "URL", value_parser = parsers::base)]
    pub(super) base: Option<String>,

    /// Address of the folder that the files of --all are served from [default: charts/ in that of --base].
    #[arg(long, value_name = "URL", value_parser = parsers::base, requires = "base")]
    pub(super) files: Option<String>,

    /// Address of the png that a feed shows [default: that of the chart among the files of --all].
    #[arg(long, value_name = "URL", value_parser = parsers::address, conflicts_with = "all")]
    pub(super) picture: Option<String>,

    /// Leave out of html the JSON-LD that describes the table to search engines.
    ///
    /// For code that goes through an editor: those that drop scripts and keep what stands in them show it as
    /// text. The pages of --all keep it.
    #[arg(long)]
    pub(super) no_json_ld: bool,

    /// Write every chart, language and theme that is not chosen by --chart, --lang and --theme.
    ///
    /// Each goes into the folder DIR of `-o DIR`, which is made if it is missing, under a name such as
    /// tiers-zh-Hans-light.svg; feed, csv and json know no theme: tiers-zh-Hans.csv. The file metadata.json
    /// tells of each its title, description, size, hash, source and notes. With --base there are also
    /// feeds, pages to link to (pages/tiers-en.html) and for each page the answer of oEmbed that leads to a
    /// frame (oembed/tiers-en.json). Existing files of these names are replaced, others stay.
    #[arg(long, requires = "output")]
    pub(super) all: bool,

    /// File to write instead of stdout; with --all, the folder.
    ///
    /// The file appears whole or not at all. Its folder must exist. `-` is stdout.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// What is written of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A picture for the web and for print
    Svg,
    /// A picture for slides and messages
    Png,
    /// Figure, table and text for a page's markup
    Html,
    /// Image, link, table and text for feeds, newsletters and systems that strip the rest
    Feed,
    /// The data for spreadsheets
    Csv,
    /// The data for programs
    Json,
}

impl Format {
    /// Its word on the command line.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Html => "html",
            Format::Feed => "feed",
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// The ending of its files.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Format::Feed => "feed.html",
            _ => self.word(),
        }
    }

    /// The media type of its files.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Format::Svg => "image/svg+xml",
            Format::Png => "image/png",
            Format::Html | Format::Feed => "text/html",
            Format::Csv => "text/csv",
            Format::Json => "application/json",
        }
    }

    /// The format whose files end like the file `name`, whatever its case.
    pub(super) fn of_name(name: &str) -> Option<Format> {
        let name = name.to_lowercase();
        let ends = |format: &Format| name.ends_with(&format!(".{}", format.ending()));
        let formats = Format::value_variants().iter().copied().filter(ends);
        formats.max_by_key(|format| format.ending().len())
    }

    /// Whether the theme changes anything.
    pub(super) const fn is_coloured(self) -> bool {
        matches!(self, Format::Svg | Format::Png | Format::Html)
    }
}

const FACTS_EXAMPLES: &str = "\
Examples:
  county-chains facts
  county-chains facts --search 晋江
  county-chains facts --search tier1 --lang en
  county-chains facts --format csv > facts.csv
  county-chains facts --format json | jq '.facts[0]'

A search that finds nothing says so on stderr and exits with 0; csv then has only its header, and
json an empty list of facts.

Exit codes: 0 done, 1 failed, 2 wrong usage.";

/// Which facts and how.
#[derive(Debug, Args)]
pub(super) struct FactsArgs {
    /// Only facts that contain TEXT in their id, subject, statement (in any of the three languages) or
    /// quote; upper and lower case are the same.
    #[arg(long, value_name = "TEXT")]
    pub(super) search: Option<String>,

    /// A dataset of your own in place of the one inside the program.
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,

    /// How to list them.
    #[arg(long, value_enum, default_value_t = FactsFormat::Table)]
    pub(super) format: FactsFormat,

    /// Language of the table: zh-Hans, zh-Hant or en; json and csv carry all three [default: zh-Hans].
    #[arg(long, value_name = "TAG", value_parser = parsers::language)]
    pub(super) lang: Option<Language>,
}

/// How facts are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FactsFormat {
    /// A line for each, cut to the width of the terminal; whole in a pipe or file
    Table,
    /// The dataset: facts, tiers, counties, sources
    Json,
    /// The facts for spreadsheets
    Csv,
}

/// In which language.
#[derive(Debug, Args)]
pub(super) struct CiteArgs {
    /// A dataset of your own in place of the one inside the program.
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,

    /// Language: zh-Hans, zh-Hant or en [default: zh-Hans].
    #[arg(long, value_name = "TAG", value_parser = parsers::language)]
    pub(super) lang: Option<Language>,
}
