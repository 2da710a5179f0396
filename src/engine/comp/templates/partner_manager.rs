//! Partner managers: those who sell through others.

use super::{component, list, objectives, plan, weighted};
use crate::engine::comp::plan::{Component, CreditFrom, Filter, Plan, QuotaSource, Window};
use crate::engine::units::Decimal;

/// Everything the company wins through partners over the quarter to four fifths; objectives (partners signed, trained,
/// active) to a fifth. Supposes that deals name their source, that a fifth of the company's quotas comes from partners, one
/// partner manager for all of it (with several, choose their regions), an objectives file, and a pay mix of about 60 : 40.
pub(super) fn partner_manager() -> Plan {
    let partners = Component {
        filter: Filter {
            sources: list(&["Partner", "Partners", "Channel", "Reseller", "Distributor"]),
            ..Filter::default()
        },
        credit_from: CreditFrom::Company,
        quota: QuotaSource::Credited { of: Decimal::new(2, 1) },
        accumulate: Window::Quarter,
        ..weighted(80, component("Won through partners", &[(0, 100), (100, 150)]))
    };
    plan("Partner manager", vec![partners, objectives(20)])
}
