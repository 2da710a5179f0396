//! Files and folders to tables and records.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use attain::data::{
    Choices, FileCount, FileTables, Import, Issue, Limits, Mapping, ReadError, Severity, Source, Table, encode,
    fingerprint, import, read, recall,
};
use attain::engine::records::Dataset;
use attain::engine::units::Month;
use attain::present::{Locale, Plain, Words, issue_reason, issue_remedy, read_error};
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Failure, say, sentence};

/// Name of the file of set-aside rows that `import` writes; it is no data.
pub(crate) const SET_ASIDE: &str = "set-aside.csv";
/// What is taken from a folder.
const ENDINGS: [&str; 12] = ["csv", "tsv", "tab", "psv", "txt", "dat", "xls", "xlsx", "xlsm", "xlsb", "ods", "zip"];

/// A file that could not be read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Unread {
    /// The file's name.
    pub(crate) file: String,
    /// Why.
    pub(crate) error: Reason,
}

/// What is wrong and what to do.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reason {
    reason: String,
    remedy: String,
}

impl Unread {
    fn new(file: String, reason: &str, remedy: &str) -> Self {
        Self { file, error: Reason { reason: reason.into(), remedy: remedy.into() } }
    }

    fn of(file: &str, error: &ReadError) -> Self {
        let problem = read_error(&Words::new(Locale::English), &Plain, error);
        Self::new(file.into(), &problem.reason, &problem.remedy)
    }

    pub(crate) fn say(&self) {
        say(sentence(&self.file, &self.error.reason, &self.error.remedy));
    }
}

/// A file with the very rows of another.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Twin {
    /// The file that is left out.
    pub(crate) file: String,
    /// The file that has the same rows.
    pub(crate) same_as: String,
}

/// What the records came from.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct DataReport {
    /// Names the dataset's bytes.
    pub(crate) fingerprint: String,
    /// Each file's rows and where they went.
    pub(crate) files: Vec<FileCount>,
    /// Files left out because another has the same rows.
    pub(crate) twins: Vec<Twin>,
}

/// Records ready for work.
pub(crate) struct Data {
    pub(crate) dataset: Dataset,
    pub(crate) report: DataReport,
    /// First and last month with a won deal.
    pub(crate) won: Option<(Month, Month)>,
}

/// The files that the paths name, folders opened, each read or with the reason why not, in order.
pub(crate) fn tables(paths: &[PathBuf], choices: &Choices) -> Vec<Result<Table, Unread>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() { files.extend(folder(path)) } else { files.push(Ok(path.clone())) }
    }
    let base = |path: &Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let names: Vec<String> = files.iter().flatten().map(|path| base(path)).collect();
    // Files are told apart by name; where two folders have the same name, the path is taken.
    let name = |path: &Path| {
        let name = base(path);
        let is_alone = names.iter().filter(|other| **other == name).count() < 2;
        if is_alone { name } else { path.display().to_string() }
    };
    let read = |path: Result<PathBuf, Unread>| match path.and_then(|path| tables_of(&path, &name(&path), choices)) {
        Ok(read) => {
            let failures = read.failures.into_iter().map(|(name, error)| Err(Unread::of(&name, &error)));
            read.tables.into_iter().map(Ok).chain(failures).collect()
        }
        Err(unread) => vec![Err(unread)],
    };
    files.into_iter().flat_map(read).collect()
}

fn folder(path: &Path) -> Vec<Result<PathBuf, Unread>> {
    let name = path.display().to_string();
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => return vec![Err(Unread::new(name, &unreadable(&error), "Check who may read the folder"))],
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files.retain(|path| {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let is_own = path.file_name().is_some_and(|name| name == SET_ASIDE);
        ENDINGS.contains(&ending.as_str()) && !is_own
    });
    if files.is_empty() {
        return vec![Err(Unread::new(name, "the folder holds no table", "Name a folder with CSV files in it"))];
    }
    files.into_iter().map(Ok).collect()
}

/// A file on the disk.
struct OnDisk<'a> {
    path: &'a Path,
    name: &'a str,
    n_bytes: u64,
}

impl Source for OnDisk<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    fn read(&mut self, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), ReadError> {
        let mut file = File::open(self.path).map_err(|_| ReadError::Gone)?;
        let mut piece = vec![0; 1 << 20];
        loop {
            let n_read = file.read(&mut piece).map_err(|_| ReadError::Gone)?;
            if n_read == 0 || !each(piece.get(..n_read).unwrap_or_default()) {
                return Ok(());
            }
        }
    }
}

fn tables_of(path: &Path, name: &str, choices: &Choices) -> Result<FileTables, Unread> {
    let io = |error: std::io::Error| Unread::new(name.into(), &unreadable(&error), "Check the path");
    let n_bytes = File::open(path).and_then(|file| file.metadata()).map_err(io)?.len();
    read(&mut OnDisk { path, name, n_bytes }, choices, &Limits::default()).map_err(|error| Unread::of(name, &error))
}

/// Why the system refuses a file, in words.
pub(crate) fn unreadable(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".into(),
        std::io::ErrorKind::PermissionDenied => "the file may not be read".into(),
        _ => format!("the file cannot be read ({error})"),
    }
}

/// Leaves out tables with the very rows of an earlier one: their records would count twice.
pub(crate) fn without_twins(tables: Vec<Table>) -> (Vec<Table>, Vec<Twin>) {
    let mut kept: Vec<Table> = Vec::new();
    let mut twins = Vec::new();
    for table in tables {
        match kept.iter().find(|other| table.is_twin_of(other)) {
            Some(other) => {
                let twin = Twin { file: table.file, same_as: other.file.clone() };
                say(format!("{} has the same rows as {} and is left out.", twin.file, twin.same_as));
                twins.push(twin);
            }
            None => kept.push(table),
        }
    }
    (kept, twins)
}

/// The records of the files, columns understood as `known` says and guessed where it says nothing.
///
/// # Errors
/// If a file cannot be read: what is computed from the rest would be wrong unseen.
pub(crate) fn data(paths: &[PathBuf], known: &[Mapping], args: &ReadArgs) -> Result<Data, Failure> {
    let known = [args.mappings()?.as_slice(), known].concat();
    let (read, unread): (Vec<_>, Vec<_>) = tables(paths, &args.choices(&known)).into_iter().partition(Result::is_ok);
    if !unread.is_empty() {
        unread.iter().filter_map(|file| file.as_ref().err()).for_each(Unread::say);
        return Err(Failure::said());
    }
    let (tables, twins) = without_twins(read.into_iter().flatten().collect());
    let import = import(&tables, &recall(&tables, &known));
    say_issues(&import);
    let Import { dataset, files, won_months, .. } = import;
    let report = DataReport { fingerprint: fingerprint(&encode(&dataset)), files, twins };
    Ok(Data { dataset, report, won: won_months })
}

/// Says what was set aside and what is to be known, a line for each kind and file.
pub(crate) fn say_issues(import: &Import) {
    let words = Words::new(Locale::English);
    // Not all issues are listed where there are very many; the counts know them all.
    for count in &import.issue_counts {
        let same = |issue: &&Issue| {
            issue.kind.key() == count.kind.key() && issue.file == count.file && issue.severity == count.severity
        };
        let Some(first) = import.issues.iter().find(same) else { continue };
        let more = if 1 < count.n { format!(" And {} more of this kind.", count.n - 1) } else { String::new() };
        say(format!("{}{more}", worded(&words, first)));
    }
}

/// An issue as one line: file, row, column, what stands there, what is wrong, what became of the row, what to do.
pub(crate) fn worded(words: &Words, issue: &Issue) -> String {
    let mut place = issue.file.clone();
    if issue.row != 0 {
        let _ = write!(place, ", row {}", issue.row);
    }
    if let Some(column) = &issue.column {
        let _ = write!(place, ", column {column:?}");
    }
    let reason = issue_reason(words, &Plain, &issue.kind);
    let reason = if issue.value.is_empty() { reason } else { format!("{:?}: {reason}", issue.value) };
    let aside = match (issue.severity, issue.row) {
        (Severity::SetAside, 0) => "; its rows are set aside",
        (Severity::SetAside, _) => "; the row is set aside",
        (Severity::Warning, _) => "",
    };
    sentence(place, format!("{reason}{aside}"), &issue_remedy(words, &issue.kind))
}
