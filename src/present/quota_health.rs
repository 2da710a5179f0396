//! The health card of quotas, in words.

use super::charts::Voice;
use super::words::Words;
use crate::engine::quota::health::{
    Advice, HealthKind, HealthMeasure, HealthNote, Luck, Missing, SizeBy, SizePart, Stood, Verdict, Yardstick,
};

/// A measure's name.
pub fn health_name(words: &Words, kind: HealthKind) -> String {
    words.text(match kind {
        HealthKind::QuotaToPay => "health-name-quota-to-pay",
        HealthKind::AtThreshold => "health-name-at-threshold",
        HealthKind::AtQuota => "health-name-at-quota",
        HealthKind::AtExcellence => "health-name-at-excellence",
        HealthKind::Within => "health-name-within",
        HealthKind::Deviation => "health-name-deviation",
        HealthKind::Skew => "health-name-skew",
        HealthKind::Bimodality => "health-name-bimodality",
        HealthKind::Gini => "health-name-gini",
        HealthKind::SizePearson => "health-name-size-pearson",
        HealthKind::SizeSpearman => "health-name-size-spearman",
        HealthKind::SizeBoxes => "health-name-size-boxes",
        HealthKind::GrowthPearson => "health-name-growth-pearson",
        HealthKind::GrowthSpearman => "health-name-growth-spearman",
        HealthKind::SignalShare => "health-name-signal-share",
        HealthKind::Appeals => "health-name-appeals",
        HealthKind::Coverage => "health-name-coverage",
        HealthKind::CoverageGini => "health-name-coverage-gini",
        HealthKind::ByTenure => "health-name-by-tenure",
        HealthKind::ByRegion => "health-name-by-region",
        HealthKind::BySegment => "health-name-by-segment",
        HealthKind::ByRole => "health-name-by-role",
    })
}

/// A measure's figure as its kind is counted: a percentage, a multiple, or a coefficient.
pub fn health_figure(voice: &Voice, kind: HealthKind, value: f64) -> String {
    match kind {
        HealthKind::QuotaToPay | HealthKind::Coverage => voice.numerals.decimal(value, 1, 2),
        HealthKind::Skew
        | HealthKind::Bimodality
        | HealthKind::Gini
        | HealthKind::CoverageGini
        | HealthKind::SizePearson
        | HealthKind::SizeSpearman
        | HealthKind::GrowthPearson
        | HealthKind::GrowthSpearman => voice.numerals.decimal(value, 2, 2),
        _ => voice.numerals.percent(value, 0),
    }
}

/// The figure, or a dash.
pub fn health_value(voice: &Voice, measure: &HealthMeasure) -> String {
    measure.value.map_or_else(|| "–".into(), |value| health_figure(voice, measure.kind, value))
}

/// Both ends of the interval; empty without one.
pub fn health_interval(voice: &Voice, measure: &HealthMeasure) -> String {
    let end = |value| health_figure(voice, measure.kind, value);
    measure.interval.map_or_else(String::new, |found| format!("{} – {}", end(found.low), end(found.high)))
}

/// The range that it is held against; empty without one.
pub fn health_range(voice: &Voice, measure: &HealthMeasure) -> String {
    let text = |value| health_figure(voice, measure.kind, value);
    let Some(Yardstick { low, high, .. }) = measure.yardstick else { return String::new() };
    match (low, high) {
        (Some(low), Some(high)) if text(low) == text(high) => text(low),
        (Some(low), Some(high)) => format!("{} – {}", text(low), text(high)),
        (Some(low), None) => voice.words.with("range-at-least", [("low", text(low).into())]),
        (None, Some(high)) => voice.words.with("range-at-most", [("high", text(high).into())]),
        (None, None) => String::new(),
    }
}

/// Who publishes the range, and when.
pub fn health_source(words: &Words, yardstick: &Yardstick) -> String {
    match (yardstick.source.is_empty(), yardstick.date.is_empty()) {
        (true, _) => words.text("health-source-own"),
        (false, true) => yardstick.source.clone(),
        (false, false) => format!("{}, {}", yardstick.source, yardstick.date),
    }
}

/// The figure in a sentence, then its interval, how often chance makes as much, and what would be expected; or what is
/// missing.
pub fn health_sentences(voice: &Voice, measure: &HealthMeasure) -> Vec<String> {
    let words = voice.words;
    let Some(value) = measure.value else {
        return match measure.verdict {
            Verdict::NotEnough(missing) => vec![health_missing(voice, missing)],
            _ => Vec::new(),
        };
    };
    let figure = |value| health_figure(voice, measure.kind, value);
    let mut sentences = vec![words.with(says(measure.kind), [("value", figure(value).into())])];
    if let Some(found) = measure.interval {
        let level = voice.numerals.percent(found.level, 0);
        let ends = [("level", level.into()), ("low", figure(found.low).into()), ("high", figure(found.high).into())];
        sentences.push(words.with("health-says-interval", ends));
    }
    if let Some(p) = measure.p {
        sentences.push(words.with("health-says-chance", [("p", voice.numerals.percent(p, 1).into())]));
    }
    if let Some(expected) = measure.expected {
        sentences.push(words.with("health-says-expected", [("value", figure(expected).into())]));
    }
    if let Some(yardstick) = &measure.yardstick {
        let values =
            [("range", health_range(voice, measure).into()), ("source", health_source(words, yardstick).into())];
        sentences.push(words.with("health-says-range", values));
    }
    sentences
}

fn says(kind: HealthKind) -> &'static str {
    match kind {
        HealthKind::QuotaToPay => "health-says-quota-to-pay",
        HealthKind::AtThreshold => "health-says-at-threshold",
        HealthKind::AtQuota => "health-says-at-quota",
        HealthKind::AtExcellence => "health-says-at-excellence",
        HealthKind::Within => "health-says-within",
        HealthKind::Deviation => "health-says-deviation",
        HealthKind::Skew => "health-says-skew",
        HealthKind::Bimodality => "health-says-bimodality",
        HealthKind::Gini => "health-says-gini",
        HealthKind::SizePearson => "health-says-size-pearson",
        HealthKind::SizeSpearman => "health-says-size-spearman",
        HealthKind::SizeBoxes => "health-says-size-boxes",
        HealthKind::GrowthPearson => "health-says-growth-pearson",
        HealthKind::GrowthSpearman => "health-says-growth-spearman",
        HealthKind::SignalShare => "health-says-signal-share",
        HealthKind::Appeals => "health-says-appeals",
        HealthKind::Coverage => "health-says-coverage",
        HealthKind::CoverageGini => "health-says-coverage-gini",
        HealthKind::ByTenure => "health-says-by-tenure",
        HealthKind::ByRegion => "health-says-by-region",
        HealthKind::BySegment => "health-says-by-segment",
        HealthKind::ByRole => "health-says-by-role",
    }
}

/// How a measure stands.
pub fn health_verdict(words: &Words, verdict: Verdict) -> String {
    words.text(match verdict {
        Verdict::Healthy => "health-verdict-healthy",
        Verdict::Look => "health-verdict-look",
        Verdict::Unhealthy => "health-verdict-unhealthy",
        Verdict::NoRange => "health-verdict-no-range",
        Verdict::NotEnough(_) => "health-verdict-not-enough",
    })
}

/// What is missing for a measure, and what to do.
pub fn health_missing(voice: &Voice, missing: Missing) -> String {
    let words = voice.words;
    let n = |n: u32| voice.numerals.count(n as usize);
    words.text(match missing {
        Missing::Reps { at_least } => return words.with("health-missing-reps", [("n", n(at_least).into())]),
        Missing::DealsPerRep { at_least } => {
            return words.with("health-missing-deals-per-rep", [("n", n(at_least).into())]);
        }
        Missing::Targets => "health-missing-targets",
        Missing::QuotasAboveZero => "health-missing-zero",
        Missing::Deals => "health-missing-deals",
        Missing::Pay => "health-missing-pay",
        Missing::Threshold => "health-missing-threshold",
        Missing::PriorSales => "health-missing-prior",
        Missing::Size => "health-missing-size",
        Missing::Differences => "health-missing-differences",
        Missing::Estimates => "health-missing-estimates",
        Missing::Pipeline => "health-missing-pipeline",
        Missing::Groups => "health-missing-groups",
    })
}

/// What to do about a measure.
pub fn health_advice(words: &Words, advice: Advice) -> String {
    words.text(match advice {
        Advice::QuotaLowForPay => "health-advice-quota-low",
        Advice::QuotaHighForPay => "health-advice-quota-high",
        Advice::TooFewReach => "health-advice-too-few",
        Advice::TooManyReach => "health-advice-too-many",
        Advice::LargeTerritoriesTooHigh => "health-advice-large-too-high",
        Advice::SmallTerritoriesTooHigh => "health-advice-small-too-high",
        Advice::BoxesDiffer => "health-advice-boxes",
        Advice::GrowthGoesUnrewarded => "health-advice-growth",
        Advice::LongUpperTail => "health-advice-upper-tail",
        Advice::LongLowerTail => "health-advice-lower-tail",
        Advice::TwoCamps => "health-advice-two-camps",
        Advice::MostlyLuck => "health-advice-luck",
        Advice::MostlyLasting => "health-advice-lasting",
        Advice::TakeMoreMonths => "health-advice-more-months",
        Advice::HearAppeals => "health-advice-appeals",
        Advice::GroupsDiffer => "health-advice-groups",
        Advice::PipelineUneven => "health-advice-pipeline-uneven",
        Advice::PipelineThin => "health-advice-pipeline-thin",
    })
}

/// What a reader of the card should know.
pub fn health_note(voice: &Voice, note: &HealthNote) -> String {
    let words = voice.words;
    let count = |n: u32| voice.numerals.count(n as usize);
    match note {
        HealthNote::QuotasAtZero { n_reps } => {
            words.with("health-note-zero", [("n", (*n_reps).into()), ("count", count(*n_reps).into())])
        }
        HealthNote::ManagersLeftOut { n_reps } => {
            words.with("health-note-managers", [("count", count(*n_reps).into())])
        }
        HealthNote::WithoutQuota { n_reps } => {
            words.with("health-note-without-quota", [("count", count(*n_reps).into())])
        }
        HealthNote::DealsWithoutAmount { n_deals } => {
            words.with("health-note-amounts", [("count", count(*n_deals).into())])
        }
        HealthNote::EstimatesLeftOut { n } => words.with("health-note-estimates", [("count", count(*n).into())]),
        HealthNote::UnsoundBenchmarks { n } => words.with("health-note-benchmarks", [("count", count(*n).into())]),
        HealthNote::BadMonths => words.text("health-note-months"),
        HealthNote::BadExpected => words.text("health-note-expected"),
    }
}

/// Observed spread beside that of luck alone, as standard deviations.
pub fn health_luck(voice: &Voice, luck: &Luck) -> String {
    let deviation = |variance: f64| voice.percent(libm::sqrt(variance));
    let values = [("observed", deviation(luck.observed).into()), ("noise", deviation(luck.noise).into())];
    voice.words.with("health-luck", values)
}

/// What territories are measured by.
pub fn health_size_name(words: &Words, size: SizeBy) -> String {
    words.text(match size {
        SizeBy::Either => "health-size-either",
        SizeBy::PriorSales => "health-size-prior",
        SizeBy::AccountRevenue => "health-size-revenue",
    })
}

/// A box of the 20-60-20 plot.
pub fn health_part_name(words: &Words, part: SizePart) -> String {
    words.text(match part {
        SizePart::Small => "health-part-small",
        SizePart::Middle => "health-part-middle",
        SizePart::Large => "health-part-large",
    })
}

/// How a quota lies to the interval of its estimate.
pub fn health_stands_name(words: &Words, stands: Stood) -> String {
    words.text(match stands {
        Stood::Below => "health-stands-below",
        Stood::Inside => "health-stands-inside",
        Stood::Above => "health-stands-above",
    })
}
