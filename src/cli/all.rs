//! Every chart in every language and theme, into one folder.

use std::fs;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Format, RenderArgs};
use super::fonts::Fonts;
use super::render::Picture;
use super::{Failure, output, say};
use crate::chart::ChartKind;
use crate::dataset::Dataset;
use crate::error::Error;
use crate::language::Language;
use crate::theme::THEMES;
use crate::word::Named;

/// A png takes longer than all others together, so it is written only when asked for.
const FORMATS: [Format; 3] = [Format::Svg, Format::Html, Format::Csv];

/// One file to write.
struct Job {
    name: String,
    picture: Picture,
    format: Format,
}

/// Writes all files that the arguments leave open.
pub(super) fn render_all(dataset: &Dataset, args: &RenderArgs) -> Result<(), Failure> {
    let Some(folder) = args.output.as_deref().filter(|path| path.as_os_str() != "-") else {
        return Err(Failure::Usage("--all writes many files; name a folder with -o DIR".to_owned()));
    };
    fs::create_dir_all(folder)
        .map_err(|_| Error::at(folder.display().to_string(), "is no folder and cannot be made one"))?;
    let jobs = jobs(args);
    let fonts = Fonts::default();
    let bar = progress(jobs.len());
    for job in &jobs {
        bar.set_message(job.name.clone());
        write(dataset, job, folder, &fonts).inspect_err(|_| bar.finish_and_clear())?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    say(&format!("wrote {} files to {}", jobs.len(), folder.display()));
    Ok(())
}

fn write(dataset: &Dataset, job: &Job, folder: &Path, fonts: &Fonts) -> Result<(), Failure> {
    let content = job.picture.content(dataset, job.format, fonts);
    let content = content.map_err(|error| Failure::Failed(format!("{}: {error}", job.name)))?;
    Ok(output::to_file(&folder.join(&job.name), &content)?)
}

/// The bar is drawn on stderr, and only where that is a terminal.
fn progress(length: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(length).unwrap_or(0));
    match ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn jobs(args: &RenderArgs) -> Vec<Job> {
    let template = Picture::new(args);
    let charts = args.chart.map_or(ChartKind::ALL.to_vec(), |chart| vec![chart]);
    let languages = args.lang.map_or(Language::ALL.to_vec(), |language| vec![language]);
    let themes = args.theme.map_or(THEMES.to_vec(), |theme| vec![theme]);
    let formats = args.format.map_or(FORMATS.to_vec(), |format| vec![format]);
    let mut jobs = Vec::new();
    for chart in charts {
        for &language in &languages {
            for &format in &formats {
                let stem = format!("{}-{}", chart.word(), language.tag());
                let ending = format.ending();
                for (index, &theme) in themes.iter().enumerate() {
                    let name = match (format.is_coloured(), index) {
                        (true, _) => format!("{stem}-{}.{ending}", theme.name),
                        (false, 0) => format!("{stem}.{ending}"),
                        (false, _) => continue,
                    };
                    jobs.push(Job { name, picture: template.of(chart, language, theme), format });
                }
            }
        }
    }
    jobs
}
