//! Reads a dataset that is not ours: a Data Package v2, which is a descriptor (`datapackage.json`) with CSV files beside it,
//! or the same with the data inside of the descriptor.
//!
//! Command, page and tests read with this crate. It touches no file and no network: whoever calls it hands over bytes. It
//! stops at no problem, but tells all of them, each with its place.

mod advice;
mod cell;
mod check;
mod classes;
mod csv;
mod derived;
mod descriptor;
mod encodings;
mod entities;
mod facts;
mod fields;
mod formulas;
mod groups;
mod guess;
mod header;
mod json;
mod languages;
mod limits;
mod log;
mod notation;
mod order;
mod package;
mod paths;
mod place;
mod plan;
mod problem;
mod reading;
mod resource;
mod rows;
mod source;
mod stories;
mod suggest;
mod table;
mod texts;
mod tiers;
mod values;
mod walk;

pub use guess::{Guess, GuessedColumn, GuessedRole, Notation, Remark, RemarkKind, guess};
pub use limits::offers_map;
pub use package::{
    Aggregate, Class, Classes, Column, Direction, Formula, Gap, Group, Indicator, License, Missing, Origin,
    Package, Printed, Scale, Source, Story, Topic, split_at_rank,
};
pub use paths::{PathFault, path_fault};
pub use problem::{Code, Problem, Severity};
pub use reading::{Reading, Report, Wanted};
