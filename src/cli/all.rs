//! Every chart in every language and theme, into one folder.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::args::{Format, RenderArgs};
use super::choice::Choice;
use super::data::Data;
use super::fonts::Fonts;
use super::metadata::{self, Entry};
use super::pages::{oembed_of, page_of};
use super::progress::Progress;
use super::render::no_feed;
use super::set::{Job, What, jobs};
use super::urls::Urls;
use super::{Failure, output, say};
use crate::dataset::Dataset;
use crate::error::Error;

/// Writes all files that the arguments leave open.
pub(super) fn render_all(data: &Data, choice: Choice, args: &RenderArgs) -> Result<(), Failure> {
    let Some(folder) = args.output.as_deref().filter(|path| path.as_os_str() != "-") else {
        return Err(Failure::Usage("--all writes many files; name a folder with -o DIR".to_owned()));
    };
    let urls = Urls::new(data, args);
    if args.format == Some(Format::Feed) && urls.is_none() {
        return Err(no_feed(args));
    }
    let dataset = data.dataset;
    let jobs = jobs(data, choice, args, urls.as_ref());
    make_folders(folder, &jobs)?;
    let progress = Progress::new(jobs.len());
    let work = Work { dataset, folder, jobs: &jobs, urls: urls.as_ref(), progress: &progress };
    let entries = work.perform();
    progress.finish();
    let entries = entries?;
    output::to_file(&folder.join(metadata::NAME), metadata::metadata(dataset, &entries)?.as_bytes())?;
    say(&format!("wrote {} files to {}", jobs.len() + 1, folder.display()));
    Ok(())
}

fn make_folders(folder: &Path, jobs: &[Job]) -> Result<(), Error> {
    let make = |path: &Path| {
        fs::create_dir_all(path)
            .map_err(|_| Error::at(path.display().to_string(), "is no folder and cannot be made one"))
    };
    make(folder)?;
    jobs.iter().filter_map(|job| folder.join(&job.name).parent().map(make)).collect()
}

/// Everything that the threads of a run share.
struct Work<'a> {
    dataset: &'a Dataset,
    folder: &'a Path,
    jobs: &'a [Job],
    urls: Option<&'a Urls>,
    progress: &'a Progress,
}

impl Work<'_> {
    /// Writes all files with all processors; tells of each in the order of the jobs.
    fn perform(&self) -> Result<Vec<Entry>, Failure> {
        // Drawings take by far the longest, so they come first; and where a font is missing, it is told at once.
        let mut order: Vec<(usize, &Job)> = self.jobs.iter().enumerate().collect();
        order.sort_by_key(|(_, job)| job.what != What::Chart(Format::Png));
        let (fonts, next) = (Fonts::default(), AtomicUsize::new(0));
        let hands = thread::available_parallelism().map_or(1, |count| count.get().min(order.len().max(1)));
        let parts: Vec<Result<Vec<(usize, Entry)>, Failure>> = thread::scope(|scope| {
            let hands: Vec<_> =
                (0..hands).map(|_| scope.spawn(|| self.take(&order, &next, &fonts))).collect();
            let join = |hand: thread::ScopedJoinHandle<'_, _>| {
                hand.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            hands.into_iter().map(join).collect()
        });
        let mut entries = Vec::new();
        for part in parts {
            entries.extend(part?);
        }
        entries.sort_by_key(|(index, _)| *index);
        Ok(entries.into_iter().map(|(_, entry)| entry).collect())
    }

    /// Takes one job after the other until none is left or one has failed, here or in another thread.
    fn take(
        &self,
        order: &[(usize, &Job)],
        next: &AtomicUsize,
        fonts: &Fonts,
    ) -> Result<Vec<(usize, Entry)>, Failure> {
        let mut entries = Vec::new();
        while let Some((index, job)) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            let entry = self.write(job, fonts);
            // The others find nothing left.
            entries.push((*index, entry.inspect_err(|_| next.store(order.len(), Ordering::Relaxed))?));
            self.progress.step(&job.name);
        }
        Ok(entries)
    }

    fn write(&self, job: &Job, fonts: &Fonts) -> Result<Entry, Failure> {
        let content = self.content(job, fonts);
        let content = content.map_err(|error| Failure::Failed(format!("{}: {error}", job.name)))?;
        output::to_file(&self.folder.join(&job.name), &content)?;
        Ok(metadata::entry(self.dataset, job, &content))
    }

    fn content(&self, job: &Job, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        match (job.what, self.urls) {
            (What::Page, Some(urls)) => Ok(page_of(self.dataset, &job.picture, urls).into_bytes()),
            (What::Oembed, Some(urls)) => oembed_of(self.dataset, &job.picture, urls).map(String::into_bytes),
            (what, _) => job.picture.content(self.dataset, what.format(), fonts),
        }
    }
}
