//! What the arguments choose of a dataset. Which words there are depends on the dataset, so it is checked once that is read;
//! mistakes are told as clap tells those that it finds itself.

use std::ffi::OsStr;

use clap::builder::TypedValueParser;
use clap::{Arg, Command, CommandFactory as _};

use super::args::{Cli, RenderArgs};
use super::{Failure, parsers};
use crate::chart::ChartKind;
use crate::dataset::Dataset;
use crate::tier::TierSet;
use crate::widget::State;

/// What is chosen; nothing where the arguments leave it open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) chart: Option<ChartKind>,
    pub(super) indicator: Option<&'static str>,
    pub(super) tiers: Option<TierSet>,
    pub(super) county: Option<&'static str>,
}

impl Choice {
    /// Reads the words of the arguments.
    pub(super) fn new(dataset: &'static Dataset, args: &RenderArgs) -> Result<Choice, Failure> {
        let mut command = Cli::command();
        command.build();
        let render = command.find_subcommand("render").unwrap_or(&command);
        let chart = read(render, "chart", args.chart.as_deref(), parsers::chart(dataset))?;
        let drawn = match chart {
            Some(chart) => vec![chart],
            None if args.all => parsers::charts_of(dataset),
            None => vec![first_chart(dataset)],
        };
        Ok(Choice {
            chart,
            indicator: read(
                render,
                "indicator",
                args.indicator.as_deref(),
                parsers::Shown { dataset, charts: drawn },
            )?,
            tiers: read(render, "tiers", args.tiers.as_deref(), move |text: &str| {
                parsers::tiers(dataset, text)
            })?,
            county: read(render, "county", args.county.as_deref(), move |text: &str| {
                parsers::county(dataset, text)
            })?,
        })
    }
}

/// The chart that is drawn where none is asked for. Not every dataset has what the usual one draws.
pub(super) fn first_chart(dataset: &Dataset) -> ChartKind {
    let usual = State::of(dataset).chart;
    let charts = parsers::charts_of(dataset);
    let first = charts.iter().copied().find(|chart| *chart == usual);
    first.or(charts.first().copied()).unwrap_or(usual)
}

/// Reads the word of an argument, if there is one.
fn read<P: TypedValueParser>(
    command: &Command,
    name: &str,
    word: Option<&str>,
    parser: P,
) -> Result<Option<P::Value>, Failure> {
    let argument: Option<&Arg> = command.get_arguments().find(|argument| argument.get_id() == name);
    let read = |word: &str| parser.parse_ref(command, argument, OsStr::new(word));
    word.map(read).transpose().map_err(|error| Failure::Argument(Box::new(error.with_cmd(command))))
}
