//! What an import came to, short enough for the page: counts, issues by kind with examples, first plans.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::data::csv_field;
use crate::data::{FileCount, Import, Issue, IssueKind, OutcomeCount, Severity, fingerprint, outcomes};
use crate::engine::comp::Plan;
use crate::engine::records::Dataset;
use crate::engine::units::{Decimal, Month};
use crate::present::{Words, issue_reason, issue_remedy};
use crate::scenario::starter_plans;

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
    /// Of an import, whose dataset has these bytes.
    pub fn new(import: &Import, bytes: &[u8]) -> Self {
        let mut issues: Vec<IssueGroup> = Vec::new();
        for issue in &import.issues {
            let same = |group: &IssueGroup| group.kind.key() == issue.kind.key() && group.severity == issue.severity;
            match issues.iter_mut().find(|group| same(group)) {
                Some(group) => {
                    group.n += 1;
                    if group.examples.len() < N_EXAMPLES {
                        group.examples.push(issue.clone());
                    }
                }
                None => issues.push(IssueGroup {
                    kind: issue.kind.clone(),
                    severity: issue.severity,
                    n: 1,
                    examples: vec![issue.clone()],
                }),
            }
        }
        issues.sort_by(|a, b| a.severity.cmp(&b.severity).then(b.n.cmp(&a.n)));
        Self {
            files: import.files.clone(),
            issues,
            outcomes: import.outcomes.clone(),
            won_months: import.won_months,
            ..Self::of_dataset(&import.dataset, bytes)
        }
    }

    /// Of a dataset alone: made up, or from a scenario file.
    pub fn of_dataset(dataset: &Dataset, bytes: &[u8]) -> Self {
        let (outcomes, won_months) = outcomes(dataset);
        Self {
            fingerprint: fingerprint(bytes),
            files: Vec::new(),
            issues: Vec::new(),
            outcomes,
            won_months,
            n_reps: dataset.reps.len(),
            n_deals: dataset.deals.len(),
            n_accounts: dataset.accounts.len(),
            n_products: dataset.products.len(),
            n_targets: dataset.targets.len(),
            typical_quota: typical_quota(dataset),
            typical_incentive: median(dataset.reps.iter().filter_map(|rep| rep.target_incentive).map(|pay| pay.0)),
            starter: starter_plans(dataset),
        }
    }
}

fn typical_quota(dataset: &Dataset) -> Option<Decimal> {
    let mut reps: BTreeMap<&str, (Decimal, BTreeSet<Month>)> = BTreeMap::new();
    for target in dataset.targets.iter().filter(|target| !target.rep.0.is_empty()) {
        let (sum, months) = reps.entry(target.rep.0.as_str()).or_default();
        *sum = sum.saturating_add(target.amount.0);
        months.extend(target.period.months());
    }
    let year = |(sum, months): (Decimal, BTreeSet<Month>)| {
        sum.checked_mul(Decimal::from(12))?.checked_div(Decimal::from(months.len()))
    };
    median(reps.into_values().filter_map(year)).map(|quota| quota.round_sf(3).unwrap_or(quota).normalize())
}

/// The middle value, the lower of two.
fn median(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut values: Vec<Decimal> = values.collect();
    values.sort();
    values.get(values.len().saturating_sub(1) / 2).copied()
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
