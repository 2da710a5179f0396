//! Solutions engineers: an overlay, who help others to sell.

use super::{component, objectives, plan, weighted};
use crate::engine::comp::plan::{Component, CreditFrom, Plan, QuotaSource, Window};
use crate::engine::units::Decimal;

/// Shares of the deals helped with, over the quarter, to half; what the company wins over the year to three tenths;
/// objectives (technical wins) to a fifth. Supposes a file of shares that names the engineer beside the owner, with a quota
/// for them, an objectives file, and a pay mix of 70 : 30 to 80 : 20.
pub(super) fn solutions_engineer() -> Plan {
    let mut shared = weighted(50, component("Deals helped with", &[(0, 100), (100, 125)]));
    shared.accumulate = Window::Quarter;
    let company = Component {
        credit_from: CreditFrom::Company,
        quota: QuotaSource::Credited { of: Decimal::ONE },
        accumulate: Window::Year,
        ..weighted(30, component("Company", &[(0, 100), (100, 150)]))
    };
    plan("Solutions engineer", vec![shared, company, objectives(20)])
}
