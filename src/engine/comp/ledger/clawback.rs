//! How much of a cancelled deal's pay is taken back.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;

use crate::engine::comp::exact::divided;
use crate::engine::comp::plan::{Clawback, ClawbackKind};
use crate::engine::records::Deal;
use crate::engine::units::Decimal;

impl Clawback {
    /// Whether the deal's cancellation falls in its time.
    pub fn applies(&self, deal: &Deal) -> bool {
        let (Some(closed), Some(cancelled)) = (deal.closed, deal.cancelled) else { return false };
        let end = self.within_months.map(|months| closed.checked_add_months(Months::new(months)));
        end.flatten().is_none_or(|end| cancelled <= end)
    }

    /// The fraction of the deal's pay that is taken back: 1 at the original rate, `months left / term` pro rata. `None` where
    /// its window is computed again instead.
    pub fn fraction(&self, deal: &Deal) -> Option<Decimal> {
        if !self.applies(deal) {
            return Some(Decimal::ZERO);
        }
        match self.kind {
            ClawbackKind::OriginalRate => Some(Decimal::ONE),
            ClawbackKind::Percent { share } => Some(share),
            ClawbackKind::ProRata => Some(left_of_term(deal)),
            ClawbackKind::Recomputed => None,
        }
    }
}

/// Months of the term that were not served, as a fraction of it; all of it without a term.
///
/// The day of cancellation is the last day served, and a month counts as served when it is over.
fn left_of_term(deal: &Deal) -> Decimal {
    let Some(term) = deal.term_months.filter(|term| Decimal::ZERO < *term) else { return Decimal::ONE };
    let (Some(closed), Some(cancelled)) = (deal.closed, deal.cancelled) else { return Decimal::ONE };
    let served = Decimal::from(full_months(closed, cancelled.succ_opt().unwrap_or(cancelled)));
    divided(term - served.min(term), term)
}

/// Whole months from one day to another; 0 if it lies before.
fn full_months(from: NaiveDate, to: NaiveDate) -> u32 {
    if to <= from {
        return 0;
    }
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month()) - i64::from(from.month());
    let months = months.max(0).to_u32().unwrap_or(0);
    let is_whole = from.checked_add_months(Months::new(months)).is_some_and(|end| end <= to);
    if is_whole { months } else { months.saturating_sub(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cancelled_deal_is_taken_back_by_its_rule() {
        #[track_caller]
        fn check(
            kind: ClawbackKind,
            within: Option<u32>,
            (closed, cancelled): (&str, &str),
            term: Option<i64>,
            expected: &str,
        ) {
            let deal = Deal {
                closed: closed.parse().ok(),
                cancelled: cancelled.parse().ok(),
                term_months: term.map(Decimal::from),
                ..Deal::default()
            };
            let fraction = Clawback { within_months: within, kind }.fraction(&deal);
            assert_eq!(fraction, Some(expected.parse().unwrap()), "{kind:?} {within:?} {closed} {cancelled}");
        }
        let (original, pro_rata) = (ClawbackKind::OriginalRate, ClawbackKind::ProRata);
        check(original, None, ("2026-01-10", "2029-01-10"), None, "1");
        check(original, Some(3), ("2026-01-31", "2026-04-30"), None, "1");
        check(original, Some(3), ("2026-01-31", "2026-05-01"), None, "0");
        check(original, Some(u32::MAX), ("2026-01-31", "2026-05-01"), None, "1");
        check(ClawbackKind::Percent { share: Decimal::new(5, 1) }, None, ("2026-01-10", "2026-02-10"), None, "0.5");
        check(pro_rata, None, ("2026-01-01", "2026-06-30"), Some(12), "0.5");
        check(pro_rata, None, ("2026-01-15", "2026-07-15"), Some(12), "0.5");
        check(pro_rata, None, ("2026-01-15", "2026-07-13"), Some(12), "0.5833333333333333333333333333");
        check(pro_rata, None, ("2026-01-15", "2028-07-13"), Some(12), "0");
        check(pro_rata, None, ("2026-01-15", "2026-01-10"), Some(12), "1");
        check(pro_rata, None, ("2026-01-15", "2026-07-13"), None, "1");
    }
}
