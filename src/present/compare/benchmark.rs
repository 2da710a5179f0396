//! Benchmarks in words.

use super::super::charts::Voice;
use super::super::words::Words;
use super::number;
use crate::engine::comp::benchmarks::{Audience, Benchmark, Figure, Stands};
use crate::engine::units::Decimal;

/// What a benchmark is a range of.
pub fn figure_name(words: &Words, figure: Figure) -> String {
    words.text(match figure {
        Figure::Ccos => "compared-ccos",
        Figure::AtThreshold => "compared-threshold",
        Figure::AtTarget => "compared-target",
        Figure::AtExcellence => "compared-excellence",
        Figure::BaseShare => "compared-base-share",
        Figure::QuotaToPay => "compared-quota-to-pay",
        Figure::Upside => "compared-upside",
        Figure::Accelerator => "compared-accelerator",
        Figure::Threshold => "compared-threshold-at",
        Figure::EffectiveRate => "compared-effective",
    })
}

/// Whom it is for.
pub fn audience_name(words: &Words, audience: Audience) -> String {
    words.text(match audience {
        Audience::Everyone => "audience-everyone",
        Audience::SalesDevelopment => "audience-sdr",
        Audience::SmallAccounts => "audience-small",
        Audience::MiddleAccounts => "audience-middle",
        Audience::LargeAccounts => "audience-large",
        Audience::AccountManagers => "audience-am",
        Audience::CustomerSuccess => "audience-csm",
        Audience::Managers => "audience-managers",
        Audience::Observed => "audience-observed",
    })
}

/// How a figure stands to a range.
pub fn stands_name(words: &Words, stands: Stands) -> String {
    words.text(match stands {
        Stands::Below => "stands-below",
        Stands::Within => "stands-within",
        Stands::Above => "stands-above",
    })
}

/// A figure in its unit: a percentage, or a multiple.
pub fn figure_text(voice: &Voice, figure: Figure, value: Decimal) -> String {
    let value = number(value);
    if figure.is_share() { voice.numerals.percent(value, 1) } else { voice.numerals.decimal(value, 0, 2) }
}

/// `3 % – 9 %`, or one figure where both ends are the same, or one end.
pub fn range_text(voice: &Voice, benchmark: &Benchmark) -> String {
    let text = |value| figure_text(voice, benchmark.figure, value);
    match (benchmark.low, benchmark.high) {
        (Some(low), Some(high)) if low == high => text(low),
        (Some(low), Some(high)) => format!("{} – {}", text(low), text(high)),
        (Some(low), None) => voice.words.with("range-at-least", [("low", text(low).into())]),
        (None, Some(high)) => voice.words.with("range-at-most", [("high", text(high).into())]),
        (None, None) => "–".into(),
    }
}
