//! Forecast categories that nobody knows, told once for each text.

use std::collections::BTreeMap;

use super::about_row;
use super::columns::{Columns, Stated, Values};
use super::issues::Issues;
use crate::data::issue::{Issue, IssueKind, Severity};

/// Texts of a column that name no forecast category.
pub(super) struct Unknown<'r, 'a> {
    values: &'r Values<'a, Stated>,
    /// Rows by symbol, and the first of them.
    rows: BTreeMap<u32, (u32, u32)>,
}

impl<'r, 'a> Unknown<'r, 'a> {
    pub(super) fn new(values: &'r Values<'a, Stated>) -> Self {
        Self { values, rows: BTreeMap::new() }
    }

    /// A row became a record.
    #[inline]
    pub(super) fn see(&mut self, row: usize) {
        if self.values.get(row) == Some(Stated::Unknown)
            && let Some(symbol) = self.values.symbol(row)
        {
            self.rows.entry(symbol).or_insert((0, row as u32)).0 += 1;
        }
    }

    /// Warns of each text in the order in which they first stand.
    pub(super) fn tell(self, columns: &Columns<'_>, issues: &mut Issues) {
        let mut texts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        for (n, first) in self.rows.into_values() {
            let text = columns.shown(self.values.column, first as usize).trim().to_owned();
            let known = texts.entry(text).or_insert((0, first));
            *known = (known.0 + n, known.1.min(first));
        }
        let mut texts: Vec<(String, (u32, u32))> = texts.into_iter().collect();
        texts.sort_by_key(|(_, (_, first))| *first);
        for (value, (n_rows, first)) in texts {
            let severity = Severity::Warning;
            issues.add(&columns.table.file, severity, IssueKind::UnknownCategory { n_rows }, |kind| Issue {
                severity,
                ..about_row(columns.table, first, self.values.column, value, kind)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::data::{IssueKind, Limits, guess, import, read_all};
    use crate::engine::records::ForecastCategory::{BestCase, Commit, Omitted};
    use crate::engine::records::Outcome;

    #[test]
    fn what_a_forecaster_says_is_read_and_what_nobody_knows_is_told_once() {
        let text = "deal id,rep,amount,close date,stage,forecast category\n\
                    1,Ann,10,2026-05-01,Proposal,Commit\n2,Ann,20,2026-05-02,Proposal,best_case\n\
                    3,Bob,30,2026-05-03,Proposal,Long shot\n4,Bob,40,2026-05-04,Proposal,\n\
                    5,Bob,50,2026-05-05,Proposal,Not forecasted\n6,Bob,60,2026-05-05,Proposal, Long shot\n\
                    7,Bob,70,2026-05-05,Proposal,n/a\n8,Bob,80,2026-05-05,Proposal,COMMIT\n";
        let tables = read_all("deals.csv", text.as_bytes(), Limits::default()).unwrap();
        let found = import(&tables, &guess(&tables));
        let said: Vec<_> = found.dataset.deals.iter().map(|deal| deal.forecast_category).collect();
        assert_eq!(said, [Some(Commit), Some(BestCase), None, None, Some(Omitted), None, None, Some(Commit)]);
        let issues: Vec<_> =
            found.issues.iter().map(|issue| (issue.row, issue.value.as_str(), issue.kind.clone())).collect();
        assert_eq!(issues, [(4, "Long shot", IssueKind::UnknownCategory { n_rows: 2 })]);
        assert_eq!(found.issues[0].column.as_deref(), Some("forecast category"));
    }

    #[test]
    fn without_a_stage_what_is_forecast_still_is_open() {
        let text = "deal id,rep,amount,close date,forecast category\n1,Ann,10,2026-05-01,Commit\n\
                    2,Ann,20,2026-05-02,Closed\n3,Bob,30,2026-05-03,Omitted\n4,Bob,40,2026-05-04,\n";
        let tables = read_all("deals.csv", text.as_bytes(), Limits::default()).unwrap();
        let found = import(&tables, &guess(&tables));
        let outcomes: Vec<_> = found.dataset.deals.iter().map(|deal| deal.outcome).collect();
        assert_eq!(outcomes, [Outcome::Open, Outcome::Won, Outcome::Open, Outcome::Won]);
        assert!(found.issues.is_empty(), "{:?}", found.issues);
    }
}
