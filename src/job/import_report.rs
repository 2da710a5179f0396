//! What an import came to, short enough for the page: counts, issues by kind with examples, first plans.

use serde::{Deserialize, Serialize};

use crate::data::csv_field;
use crate::data::{FileCount, Import, Issue, IssueKind, OutcomeCount, Severity, Totals, fingerprint};
use crate::engine::comp::Plan;
use crate::engine::records::Dataset;
use crate::engine::units::{Decimal, Month};
use crate::present::{Words, issue_reason, issue_remedy};
use crate::scenario::starter_plans_of;

/// Issues of a kind that travel with the report; all are in the file of issues.
const N_EXAMPLES: usize = 100;

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Fingerprint of the dataset.
    pub fingerprint: String,
    /// Each file's rows and where they went.
    pub files: Vec<FileCount>,
    /// Issues by kind, gravest first.
    pub issues: Vec<IssueGroup>,
    /// Deals by outcome and stage.
    pub outcomes: Vec<OutcomeCount>,
    /// First and last month with a won deal.
    pub won_months: Option<(Month, Month)>,
    /// Reps, including those who are only named in deals or targets.
    pub n_reps: usize,
    /// Deals.
    pub n_deals: usize,
    /// Accounts.
    pub n_accounts: usize,
    /// Products.
    pub n_products: usize,
    /// Targets.
    pub n_targets: usize,
    /// Quota of a year that the median rep with targets has.
    pub typical_quota: Option<Decimal>,
    /// Target incentive of a year that the median rep has.
    pub typical_incentive: Option<Decimal>,
    /// Plans to begin with.
    pub starter: Vec<Plan>,
}

/// Issues of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueGroup {
    /// The kind, of the first one.
    pub kind: IssueKind,
    /// Whether rows were set aside.
    pub severity: Severity,
    /// How many.
    pub n: usize,
    /// The first ones.
    pub examples: Vec<Issue>,
}

impl ImportReport {
    /// Of an import, whose dataset has that fingerprint.
    pub fn new<R>(import: &Import<R>, fingerprint: String) -> Self {
        let mut issues: Vec<IssueGroup> = Vec::new();
        for count in &import.issue_counts {
            let same = |group: &IssueGroup| group.kind.key() == count.kind.key() && group.severity == count.severity;
            if let Some(group) = issues.iter_mut().find(|group| same(group)) {
                group.n += count.n;
            } else {
                let of_kind = |issue: &&Issue| issue.kind.key() == count.kind.key() && issue.severity == count.severity;
                let examples: Vec<Issue> = import.issues.iter().filter(of_kind).take(N_EXAMPLES).cloned().collect();
                let kind = examples.first().map_or_else(|| count.kind.clone(), |issue| issue.kind.clone());
                issues.push(IssueGroup { kind, severity: count.severity, n: count.n, examples });
            }
        }
        issues.sort_by(|a, b| a.severity.cmp(&b.severity).then(b.n.cmp(&a.n)));
        Self { files: import.files.clone(), issues, ..Self::of_totals(&import.totals, fingerprint) }
    }

    /// Of a dataset alone: made up, or from a scenario file.
    pub fn of_dataset(dataset: &Dataset, bytes: &[u8]) -> Self {
        Self::of_totals(&Totals::of(dataset), fingerprint(bytes))
    }

    fn of_totals(totals: &Totals, fingerprint: String) -> Self {
        Self {
            fingerprint,
            files: Vec::new(),
            issues: Vec::new(),
            outcomes: totals.outcomes.clone(),
            won_months: totals.won_months,
            n_reps: totals.n_reps,
            n_deals: totals.n_deals,
            n_accounts: totals.n_accounts,
            n_products: totals.n_products,
            n_targets: totals.n_targets,
            typical_quota: totals.typical_quota,
            typical_incentive: totals.typical_incentive,
            starter: starter_plans_of(totals),
        }
    }
}

/// All issues as CSV, worded.
pub fn issues_csv(words: &Words, issues: &[Issue]) -> String {
    let headers = ["issues-file", "issues-row", "issues-column", "issues-value", "issues-reason", "issues-remedy"];
    let mut text = headers.map(|id| csv_field(&words.text(id))).join(",");
    text.push_str("\r\n");
    for issue in issues {
        let row = if issue.row == 0 { String::new() } else { issue.row.to_string() };
        let cells = [
            csv_field(&issue.file),
            row,
            csv_field(issue.column.as_deref().unwrap_or_default()),
            csv_field(&issue.value),
            csv_field(&issue_reason(words, &crate::present::Plain, &issue.kind)),
            csv_field(&issue_remedy(words, &issue.kind)),
        ];
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}
