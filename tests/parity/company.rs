//! A company whose simulation is compared between native and wasm, and timed.

use attain::engine::comp::{Measure, Plan};
use attain::engine::records::RepId;
use attain::engine::simulate::{Cancellations, CostInput, CostModel, PerCredit, RepModel};
use attain::engine::units::{Calendar, Month};
use serde::Serialize;

/// Four tiers of a target incentive, to date in the year and paid monthly, capped at three times the incentive.
pub(crate) const ACCELERATED: &str = r#"{"name":"Accelerated","components":[{"name":"Bookings","weight":"1","accumulate":"year",
    "pay_basis":"target_incentive","tiers":[{"from":"0","value":"0.8"},{"from":"0.7","value":"1.2"},
    {"from":"1","value":"2"},{"from":"1.3","value":"3"}],"caps":[{"pay_multiple":{"times":"3"}}]}]}"#;

/// A company of so many reps, each with parameters of its own.
pub(crate) fn company(n_reps: u32, n_months: u32, plans: &[&str]) -> CostInput {
    let reps = (0..n_reps)
        .map(|place| {
            let part = |of: u32| f64::from(place % of) / f64::from(of);
            let quota = 40_000.0 + 500.0 * f64::from(place % 100);
            RepModel {
                rep: RepId(format!("rep {place}")),
                name: format!("Rep {place}"),
                mean_attainment: 0.7 + 0.6 * part(17),
                volatility: 0.3 + 0.5 * part(11),
                zero_share: 0.0,
                monthly_quota: vec![quota; n_months as usize],
                has_quota: true,
                mean_deal: 12_000.0,
                per_credit: PerCredit::default(),
                target_incentive: 30_000.0 + 400.0 * f64::from(place % 50),
                base_salary: 60_000.0,
                n_history_months: 36,
                ..RepModel::default()
            }
        })
        .collect();
    CostInput {
        plans: plans.iter().map(|plan| serde_json::from_str::<Plan>(plan).unwrap()).collect(),
        model: CostModel {
            first: Month::new(2026, 1),
            n_months,
            measure: Measure::Bookings,
            market_sigma: 0.08,
            persistence: 0.3,
            season: Vec::new(),
            flows: Vec::new(),
            cancellations: Cancellations::default(),
            reps,
        },
        calendar: Calendar::default(),
        digits: 2,
        budget: Some(40e6),
        company_factor: 1.0,
        hold_company: false,
    }
}

/// 1,000 reps for 12 months on a plan of 4 tiers with a cap: the case whose speed is reported.
pub(crate) fn standard() -> CostInput {
    company(1_000, 12, &[ACCELERATED])
}

/// A number that depends on all bits of a result.
pub(crate) fn bits(result: &impl Serialize) -> u64 {
    let bytes = postcard::to_allocvec(result).unwrap();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
