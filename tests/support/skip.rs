//! What a test does that cannot run on this machine.

use std::io::{self, Write};
use std::sync::Mutex;

/// Says why something is not checked, once for each reason. It writes past the test harness, which shows nothing of tests
/// that pass; `tests/run.sh` repeats these lines at its end.
pub(crate) fn skipped(reason: &str) {
    static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let mut told = TOLD.lock().unwrap();
    if !told.iter().any(|known| known == reason) {
        told.push(reason.to_owned());
        let _ = writeln!(io::stderr(), "\nskipped: {reason}");
    }
}
