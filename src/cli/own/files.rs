//! The files of a dataset: handed to the reader, and kept so that problems can show their lines.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Component, Path, PathBuf};

use county_chains_package::{Code, Problem, Reading, Report, Severity};

use super::super::output::reason;
use super::encodings::Decoding;
use super::place::{Place, Source};

/// What a folder's descriptor is called.
const DESCRIPTOR: &str = "datapackage.json";
/// How many bytes are read at once.
const PIECE: usize = 1 << 16;
/// No file is read beyond this: the reader refuses it before.
const MOST: u64 = (64 << 20) + 1;

/// A dataset that was checked.
pub(super) struct Checked {
    /// The descriptor, as it was given.
    pub(super) path: PathBuf,
    pub(super) report: Report,
    /// Whether its warnings are errors.
    is_strict: bool,
    /// Its files in UTF-8, the descriptor first; those that could be read.
    sources: Vec<Source>,
}

impl Checked {
    /// Where a file of the dataset is, for somebody in the current folder.
    pub(super) fn path_of(&self, file: &str) -> PathBuf {
        self.path.parent().unwrap_or(Path::new("")).join(file)
    }

    /// How bad one of its problems is.
    pub(super) fn severity(&self, problem: &Problem) -> Severity {
        if self.is_strict { Severity::Error } else { problem.severity() }
    }

    /// Whether it has no error.
    pub(super) fn is_valid(&self) -> bool {
        !self.report.problems.iter().any(|problem| self.severity(problem) == Severity::Error)
    }

    /// The line of a problem, and where in it.
    pub(super) fn place(&self, problem: &Problem) -> Option<Place> {
        self.sources.iter().find(|source| source.name == problem.file)?.place(problem)
    }
}

/// Reads and checks the dataset at `path`: a descriptor, or a folder that holds one. It may be that warnings are errors.
pub(super) fn check(path: &Path, is_strict: bool) -> Checked {
    let path = if path.is_dir() { path.join(DESCRIPTOR) } else { path.to_path_buf() };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match descriptor(&path) {
        Ok(bytes) => {
            let mut reading = Reading::new(&name, &bytes);
            let folder = path.parent().unwrap_or(Path::new(""));
            let mut sources = vec![Source::json(&name, bytes)];
            for index in 0..reading.wanted().len() {
                sources.extend(table(&mut reading, index, folder));
            }
            reading.advise();
            Checked { report: reading.finish(), path, is_strict, sources }
        }
        Err(problem) => {
            let problem = Problem { file: name, ..*problem };
            let report = Report { package: None, problems: vec![problem], omitted: 0, files: 1, rows: 0 };
            Checked { path, report, is_strict, sources: Vec::new() }
        }
    }
}

/// The bytes of a descriptor, or why there are none.
fn descriptor(path: &Path) -> Result<Vec<u8>, Box<Problem>> {
    let problem = |code: Code, found: &str, message: String, help: &str| {
        Box::new(Problem {
            code,
            file: String::new(),
            line: 0,
            column: 0,
            pointer: String::new(),
            found: found.to_owned(),
            allowed: "a descriptor in JSON".to_owned(),
            message,
            help: help.to_owned(),
        })
    };
    let shown = path.display();
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase();
    if matches!(&*ending, "csv" | "tsv" | "txt" | "xlsx" | "xls" | "et" | "ods") {
        let message = format!("{shown} is a table; its descriptor is what is checked");
        return Err(problem(
            Code::SourceType,
            &ending,
            message,
            "county-chains init FILE.csv writes a descriptor",
        ));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let help = "county-chains init FILE.csv writes a descriptor for a table";
            Err(problem(Code::NotFound, "no file", format!("there is no {shown}"), help))
        }
        Err(error) => {
            let message = format!("{shown} cannot be read");
            Err(problem(Code::NotFound, &reason(&error), message, ""))
        }
    }
}

/// Hands the wanted file `index` to the reader; gives it back as far as it was read.
fn table(reading: &mut Reading, index: usize, folder: &Path) -> Option<Source> {
    let wanted = reading.wanted().get(index)?.clone();
    let opened = open(folder, &wanted.path);
    let decoding = Decoding::new(&wanted.encoding).map_err(|found| (Code::Encoding, found));
    let (mut file, mut decoding) = match opened.and_then(|file| Ok((file, decoding?))) {
        Ok(both) => both,
        Err((code, found)) => {
            reading.fail(index, code, &found);
            return None;
        }
    };
    let mut text = Vec::new();
    let fed = feed(&mut file, &mut decoding, |piece| {
        reading.feed(index, piece);
        text.extend_from_slice(piece);
    });
    if let Err((line, code, found)) = fed {
        reading.fail_at(index, line, code, &found);
    }
    Some(Source::table(&wanted, text))
}

/// Reads a file to its end, in pieces of UTF-8.
fn feed(
    file: &mut File,
    decoding: &mut Decoding,
    mut take: impl FnMut(&[u8]),
) -> Result<(), (usize, Code, String)> {
    let mut bytes = vec![0; PIECE];
    let mut left = MOST;
    loop {
        let read = file.read(&mut bytes).map_err(|error| (0, Code::NotFound, reason(&error)))?;
        let piece = bytes.get(..read).unwrap_or_default();
        left = left.saturating_sub(read as u64);
        let is_last = read == 0 || left == 0;
        let told = |(line, found)| (line, Code::Encoding, found);
        take(&decoding.decode(piece, is_last).map_err(told)?);
        if is_last {
            return Ok(());
        }
    }
}

/// Opens a table of a dataset, unless it lies elsewhere than below the folder.
fn open(folder: &Path, path: &str) -> Result<File, (Code, String)> {
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => (Code::NotFound, "no file".to_owned()),
        _ => (Code::NotFound, reason(&error)),
    };
    let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !is_plain {
        return Err((Code::BadPath, path.to_owned()));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let real = fs::canonicalize(folder.join(path)).map_err(failed)?;
    if !real.starts_with(fs::canonicalize(folder).map_err(failed)?) {
        return Err((Code::BadPath, "a link that leads out of the folder".to_owned()));
    }
    // A pipe would be waited for, and a device has no end.
    if !fs::metadata(&real).map_err(failed)?.is_file() {
        return Err((Code::NotFound, "no regular file".to_owned()));
    }
    File::open(real).map_err(failed)
}
