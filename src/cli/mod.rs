//! The `county-chains` command: arguments in, pictures, tables and facts out.

mod all;
mod args;
mod choice;
mod data;
mod draft;
mod facts;
mod fonts;
mod metadata;
mod output;
mod own;
mod pages;
mod parsers;
mod picture;
mod png;
mod progress;
mod render;
mod set;
mod terminal;
mod urls;

use std::io::Write as _;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser as _};

use crate::error::Error;
use crate::widget::citation;
use args::{Cli, Command};
use choice::Choice;
use data::Data;

/// Why a command stopped early.
#[derive(Debug)]
enum Failure {
    /// The arguments make no sense: exit 2.
    Usage(String),
    /// The same, in the words of clap.
    Argument(Box<clap::Error>),
    /// It could not be done: exit 1.
    Failed(String),
    /// It could not be done, and all is said already: exit 1.
    Told,
    /// The reader has read enough (`| head`): no error.
    Closed,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Failed(error.to_string())
    }
}

/// Runs the command with the arguments of the process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            if error.use_stderr() {
                let _ = error.print();
                return ExitCode::from(2);
            }
            // Help goes to stdout and is no error.
            return ended(error.print().map_err(|error| output::untold(&error)), "");
        }
    };
    ended(perform(&cli.command), cli.command.word())
}

/// Says what went wrong with a command, if anything did, and how the process ends.
fn ended(result: Result<(), Failure>, command: &str) -> ExitCode {
    match result {
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => {
            let _ = usage(&message, command).print();
            ExitCode::from(2)
        }
        Err(Failure::Argument(error)) => {
            let _ = error.print();
            ExitCode::from(2)
        }
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Failed(message)) => {
            say(&format!("error: {message}"));
            ExitCode::FAILURE
        }
    }
}

fn perform(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Render(args) => {
            let data = Data::new(args.data.as_deref())?;
            let choice = Choice::new(data.dataset, args)?;
            if args.all { all::render_all(&data, choice, args) } else { render::render(&data, choice, args) }
        }
        Command::Validate(args) => own::validate(args),
        Command::Init(args) => own::init(args),
        Command::Facts(args) => facts::facts(&Data::new(args.data.as_deref())?, args),
        Command::Cite(args) => {
            let data = Data::new(args.data.as_deref())?;
            let citation = citation(data.dataset, data.language(args.lang));
            output::to_stdout(format!("{citation}\n").as_bytes())
        }
    }
}

/// A mistake that only shows while a command runs, told like those that clap finds itself.
fn usage(message: &str, name: &str) -> clap::Error {
    let mut command = Cli::command();
    command.build();
    match command.find_subcommand_mut(name) {
        Some(found) => found.error(ErrorKind::ValueValidation, message),
        None => command.error(ErrorKind::ValueValidation, message),
    }
}

/// A line to stderr. Unlike `eprintln!` it does not panic where stderr is closed.
fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "{message}");
}
