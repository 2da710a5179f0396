//! The standard case of pipelines: 8,000 open deals, twelve months, a shared shock; no deals to come, whom the peers do not have either.

use attain::engine::pipeline::{Fresh, OpenDeal, PipelineInput, Shock};
use attain::engine::records::RepId;
use attain::engine::units::Month;

/// Open deals.
const N_DEALS: u32 = 8_000;
/// Months.
const N_MONTHS: usize = 12;

/// It.
pub(crate) fn input() -> PipelineInput {
    let deal = |number: u32| {
        let spread = f64::from(number.wrapping_mul(2_654_435_761) >> 8) / f64::from(1 << 24);
        let monthly = 0.02 + 0.08 * spread;
        let mut open = 1.0;
        let won_by = (0..N_MONTHS + 3).map(|_| {
            // A quarter more are lost than won.
            let before = open;
            open *= 1.0 - 2.25 * monthly;
            monthly * before
        });
        let mut sum = 0.0;
        let won_by = won_by
            .map(|won| {
                sum += won;
                sum
            })
            .collect();
        let amount = 5_000.0 + f64::from(number * 7_919 % 95_000);
        OpenDeal { id: format!("D{number}"), rep: RepId::default(), stage: String::new(), amount, sizes: None, won_by }
    };
    PipelineInput {
        first: Month::new(2026, 1),
        n_months: N_MONTHS as u32,
        digits: 2,
        booked: vec![0.0; N_MONTHS],
        deals: (0..N_DEALS).map(deal).collect(),
        fresh: Fresh::default(),
        sizes: vec![(0..256).map(|place| 5_000.0 + f64::from(place) * 370.0).collect()],
        size_error: 0.0,
        shock: Shock { level: 0.05, month: 0.15, persistence: 0.3 },
        target: Some(2e8),
    }
}
