//! What is to be known about rows: listed as far as anybody reads, counted to the last.

use serde::{Deserialize, Serialize};

use crate::data::issue::{Issue, IssueKind, Severity};

/// Issues of one kind in one file that are listed; the rest is counted.
pub(super) const N_LISTED: usize = 10_000;

/// How many issues of one kind a file has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueCount {
    /// The file's name.
    pub file: String,
    /// The kind, of the first one.
    pub kind: IssueKind,
    /// Whether rows were set aside.
    pub severity: Severity,
    /// How many.
    pub n: usize,
}

/// Gathers issues.
#[derive(Default)]
pub(super) struct Issues {
    listed: Vec<Issue>,
    counts: Vec<IssueCount>,
}

impl Issues {
    /// One of that kind; what it says is made only if it is to be listed.
    pub(super) fn add(
        &mut self,
        file: &str,
        severity: Severity,
        kind: IssueKind,
        issue: impl FnOnce(IssueKind) -> Issue,
    ) {
        let same =
            |count: &IssueCount| count.kind.key() == kind.key() && count.severity == severity && count.file == file;
        // The file that is read now stands last.
        if let Some(count) = self.counts.iter_mut().rev().find(|count| same(count)) {
            count.n += 1;
            if count.n <= N_LISTED {
                self.listed.push(issue(kind));
            }
        } else {
            self.counts.push(IssueCount { file: file.to_owned(), kind: kind.clone(), severity, n: 1 });
            self.listed.push(issue(kind));
        }
    }

    /// One that is there already.
    pub(super) fn push(&mut self, issue: &Issue) {
        self.add(&issue.file, issue.severity, issue.kind.clone(), |_| issue.clone());
    }

    /// What is listed, by severity, file and row; and the counts in the order of their first ones.
    pub(super) fn finish(mut self) -> (Vec<Issue>, Vec<IssueCount>) {
        self.listed
            .sort_by(|a, b| a.severity.cmp(&b.severity).then_with(|| a.file.cmp(&b.file)).then(a.row.cmp(&b.row)));
        (self.listed, self.counts)
    }
}
