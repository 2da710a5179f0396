//! Sales development: those who find and qualify.

use super::{component, list, plan, weighted};
use crate::engine::comp::plan::{
    Cap, Component, CreditFrom, Filter, Measure, PayBasis, Plan, QuotaSource, Tier, TierAxis, Window,
};
use crate::engine::units::{Decimal, Granularity};

/// An amount for each deal, more from the eleventh of the month on. Supposes that deals are the rep's own, or shared.
pub fn sales_development() -> Plan {
    let mut deals = component("Deals", &[]);
    deals.measure = Measure::Deals;
    deals.pay_basis = PayBasis::Rate;
    deals.tier_axis = TierAxis::Amount;
    deals.tiers = vec![
        Tier { from: Decimal::ZERO, value: Decimal::from(150) },
        Tier { from: Decimal::TEN, value: Decimal::from(250) },
    ];
    plan("Sales development", vec![deals])
}

/// Meetings of the month to seven tenths, held to 15, with an accelerator up to twice as many; what the company wins from
/// outbound work over the quarter to three tenths, so that meetings are worth having. Supposes that activities name
/// meetings and deals their source, that a fifth of the company's quotas comes from outbound, and a pay mix of 65 : 35 to
/// 70 : 30.
pub(super) fn meetings() -> Plan {
    let meetings = Component {
        measure: Measure::Activities,
        filter: Filter {
            activities: list(&["Meeting", "Meetings", "Qualified meeting", "Meeting held", "Demo"]),
            ..Filter::default()
        },
        quota: QuotaSource::Stated { amount: Decimal::from(15), per: Granularity::Month },
        caps: vec![Cap::Attainment { at: Decimal::TWO }],
        ..weighted(70, component("Meetings", &[(0, 100), (100, 150)]))
    };
    let pipeline = Component {
        filter: Filter { sources: list(&["Outbound"]), ..Filter::default() },
        credit_from: CreditFrom::Company,
        quota: QuotaSource::Credited { of: Decimal::new(2, 1) },
        accumulate: Window::Quarter,
        ..weighted(30, component("Won from outbound", &[(0, 100)]))
    };
    plan("Sales development, meetings", vec![meetings, pipeline])
}
