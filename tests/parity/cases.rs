//! Inputs that are simulated natively and in wasm, for parity and for speed.

use attain::engine::comp::Plan;
use attain::engine::records::RepId;
use attain::engine::simulate::{CostInput, CostModel, RepModel, Tally};
use attain::engine::units::{Calendar, Month};

/// Four tiers of a target incentive, to date in the year and paid monthly, capped at three times the incentive.
const ACCELERATED: &str = r#"{"name":"Accelerated","components":[{"name":"Bookings","weight":"1","accumulate":"year",
    "pay_basis":"target_incentive","tiers":[{"from":"0","value":"0.8"},{"from":"0.7","value":"1.2"},
    {"from":"1","value":"2"},{"from":"1.3","value":"3"}],"caps":[{"pay_multiple":{"times":"3"}}]}]}"#;

/// What the accelerated plan is not: discrete quarters, back to the first dollar, a cliff, rates, two components.
const QUARTERLY: &str = r#"{"name":"Quarterly","components":[{"name":"Bookings","weight":"0.7","pay_period":"quarter",
    "pay_basis":{"base_rate":{"rate":"0.05"}},"tier_mode":"retroactive","tiers":[{"from":"0","value":"1"},
    {"from":"1","value":"1.5"}],"threshold":{"at":"0.5","kind":"cliff"}},{"name":"Growth","weight":"0.3",
    "accumulate":"quarter","deduct_prior":false,"pay_basis":"target_incentive","tier_mode":"interpolated",
    "tiers":[{"from":"0","value":"0"},{"from":"0.8","value":"0.5"},{"from":"1","value":"1"},{"from":"1.5","value":"2"}]
    }]}"#;

/// A commission whose rate itself rises along a line: curved pieces, the general path.
const CURVED: &str = r#"{"name":"Curved","components":[{"name":"Rate","weight":"1","accumulate":"year",
    "pay_basis":"rate","tier_axis":"amount","tier_mode":"interpolated","tiers":[{"from":"0","value":"0.02"},
    {"from":"500000","value":"0.06"},{"from":"1500000","value":"0.09"}]}]}"#;

/// A company of so many reps, each with parameters of its own.
fn company(n_reps: u32, n_months: u32, plans: &[&str]) -> CostInput {
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
                target_incentive: 30_000.0 + 400.0 * f64::from(place % 50),
                base_salary: 60_000.0,
                n_history_months: 36,
            }
        })
        .collect();
    CostInput {
        plans: plans.iter().map(|plan| serde_json::from_str::<Plan>(plan).unwrap()).collect(),
        model: CostModel {
            first: Month::new(2026, 1),
            n_months,
            market_sigma: 0.08,
            persistence: 0.3,
            season: Vec::new(),
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

/// Cases with the seed and the runs to take.
pub(crate) fn cases() -> Vec<(CostInput, u64, std::ops::Range<u32>)> {
    let mut zeros = company(23, 12, &[ACCELERATED, QUARTERLY]);
    zeros.model.season = (0..12).map(|month| 0.7 + 0.05 * f64::from(month)).collect();
    for (place, rep) in zeros.model.reps.iter_mut().enumerate() {
        rep.zero_share = 0.05 * (place % 8) as f64;
        rep.monthly_quota.iter_mut().enumerate().for_each(|(month, quota)| *quota += 1_000.0 * month as f64);
    }
    let mut held = company(40, 12, &[ACCELERATED, CURVED]);
    held.hold_company = true;
    held.company_factor = 0.9;
    let mut off_year = company(12, 17, &[CURVED, QUARTERLY]);
    off_year.calendar = Calendar { fiscal_year_start: 2 };
    off_year.model.persistence = -0.4;
    off_year.digits = 0;
    vec![
        (company(100, 12, &[ACCELERATED]), 1, 0..500),
        (zeros, 2, 0..700),
        (held, u64::MAX, 3..300),
        (off_year, 4, 1_000_000..1_000_333),
    ]
}

/// A number of all bits of a tally.
pub(crate) fn bits(tally: &Tally) -> u64 {
    let bytes = postcard::to_allocvec(tally).unwrap();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
