//! The published ranges, as data.

use super::{Audience, Benchmark, Figure};
use crate::engine::units::Decimal;

/// A published row: id, figure, the ends in thousandths, source, date, audience.
type Row = (&'static str, Figure, Option<i64>, Option<i64>, &'static str, &'static str, Audience);

#[rustfmt::skip]
const ROWS: [Row; 26] = [
    ("ccos", Figure::Ccos, Some(30), Some(90), "ZS, Putting CCOS to work; Sibson, Factors that influence CCOS", "2019-03 (ZS)", Audience::Everyone),
    ("at-threshold", Figure::AtThreshold, Some(900), None, "OpenSymmetry and SMA, Getting the payout curve right", "", Audience::Everyone),
    ("at-target", Figure::AtTarget, Some(600), Some(700), "OpenSymmetry and SMA, Getting the payout curve right", "", Audience::Everyone),
    ("at-excellence", Figure::AtExcellence, Some(100), Some(100), "OpenSymmetry and SMA, Getting the payout curve right", "", Audience::Everyone),
    ("at-target-bridge", Figure::AtTarget, Some(510), Some(660), "Bridge Group, by Lative", "2022 and 2024", Audience::Observed),
    ("at-target-gartner", Figure::AtTarget, Some(250), Some(250), "Gartner, by The CRO Report", "2024", Audience::Observed),
    ("at-target-benchsights", Figure::AtTarget, Some(200), Some(280), "BenchSights, medians by segment, n = 83", "2020", Audience::Observed),
    ("quota-to-pay", Figure::QuotaToPay, Some(4_000), Some(6_000), "The CRO Report; Visdum", "2025-06 (Visdum)", Audience::Everyone),
    ("quota-to-pay-benchsights", Figure::QuotaToPay, Some(4_800), Some(4_800), "BenchSights, mean, n = 83", "2020", Audience::Observed),
    ("quota-to-pay-small", Figure::QuotaToPay, Some(4_000), Some(6_000), "gtm-agents, quota health (a weak source)", "", Audience::SmallAccounts),
    ("quota-to-pay-large", Figure::QuotaToPay, Some(3_000), Some(4_000), "gtm-agents, quota health (a weak source)", "", Audience::LargeAccounts),
    ("quota-to-pay-middle", Figure::QuotaToPay, Some(4_000), Some(5_000), "gtm-agents, quota health (a weak source)", "", Audience::MiddleAccounts),
    ("base-sdr", Figure::BaseShare, Some(650), Some(700), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::SalesDevelopment),
    ("base-small", Figure::BaseShare, Some(500), Some(500), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::SmallAccounts),
    ("base-middle", Figure::BaseShare, Some(500), Some(500), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::MiddleAccounts),
    ("base-large", Figure::BaseShare, Some(500), Some(600), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::LargeAccounts),
    ("base-am", Figure::BaseShare, Some(600), Some(700), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::AccountManagers),
    ("base-csm", Figure::BaseShare, Some(800), Some(800), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::CustomerSuccess),
    ("base-managers", Figure::BaseShare, Some(600), Some(700), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::Managers),
    ("rate-small", Figure::EffectiveRate, Some(100), Some(120), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::SmallAccounts),
    ("rate-middle", Figure::EffectiveRate, Some(80), Some(120), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::MiddleAccounts),
    ("rate-large", Figure::EffectiveRate, Some(50), Some(80), "Prowi, Commission rates by role", "2026, of 2024–2025", Audience::LargeAccounts),
    ("accelerator", Figure::Accelerator, Some(1_500), Some(2_500), "PulseRevOps; Prowi, Accelerators guide", "2026-05 (PulseRevOps)", Audience::Everyone),
    ("upside", Figure::Upside, Some(2_000), Some(3_000), "PulseRevOps; Aon and Radford, Accelerating sales without breaking the bank", "", Audience::Everyone),
    ("threshold", Figure::Threshold, Some(750), Some(750), "IntelligentSPM, policy SCP-014", "", Audience::Everyone),
    ("threshold-low", Figure::Threshold, Some(0), Some(500), "One Big Table, Microsoft sales compensation", "", Audience::Everyone),
];

/// The published ranges.
pub fn published() -> Vec<Benchmark> {
    let of = |(id, figure, low, high, source, date, applies_to): Row| Benchmark {
        id: id.into(),
        figure,
        low: low.map(|low| Decimal::new(low, 3).normalize()),
        high: high.map(|high| Decimal::new(high, 3).normalize()),
        source: source.into(),
        date: date.into(),
        applies_to,
    };
    ROWS.into_iter().map(of).collect()
}
