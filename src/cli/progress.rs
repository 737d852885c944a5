//! How far a long run is: a bar in a terminal, a line now and then in a log.

use std::io::{self, IsTerminal as _};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::say;

/// How many lines a log gets.
const LINES: usize = 10;

/// The progress of a run of `total` steps, told on stderr.
pub(super) struct Progress {
    total: usize,
    done: AtomicUsize,
    /// Nothing where stderr is no terminal.
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn new(total: usize) -> Progress {
        let bar = io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(u64::try_from(total).unwrap_or(0));
            match ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Progress { total, done: AtomicUsize::new(0), bar }
    }

    /// One more is done, the file `name`.
    pub(super) fn step(&self, name: &str) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        match &self.bar {
            Some(bar) => {
                bar.set_message(name.to_owned());
                bar.inc(1);
            }
            None if self.is_tenth(done) => say(&format!("{done} of {} files", self.total)),
            None => {}
        }
    }

    /// Whether a tenth of the run ends with this step.
    fn is_tenth(&self, done: usize) -> bool {
        done < self.total && done * LINES / self.total > (done - 1) * LINES / self.total
    }

    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_gets_a_line_for_each_tenth_but_the_last() {
        let lines = |total: usize| {
            let progress = Progress { total, done: AtomicUsize::new(0), bar: None };
            (1..=total).filter(|done| progress.is_tenth(*done)).collect::<Vec<_>>()
        };
        assert_eq!(lines(270), [27, 54, 81, 108, 135, 162, 189, 216, 243]);
        assert_eq!(lines(3), [1, 2]);
        assert_eq!(lines(1), [0; 0]);
    }
}
