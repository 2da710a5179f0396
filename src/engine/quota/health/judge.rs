//! How a measure stands to its yardstick, and what is to be done.

use super::card::{HealthKind, HealthMeasure, Interval, Yardstick};
use super::verdict::{Advice, Missing, Verdict};
use super::yardstick::Side;

/// Differences as large as these that chance makes less often than this are not by chance; four groupings are tested.
const UNLIKELY: f64 = 0.01;
/// Those that chance makes less often than this are worth a look.
const RARE: f64 = 0.05;

/// A figure that was found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Found {
    pub(super) value: f64,
    pub(super) interval: Option<Interval>,
    pub(super) p: Option<f64>,
    pub(super) n_reps: u32,
}

/// The measure; a figure that is no number is not known.
pub(super) fn judged(
    kind: HealthKind,
    found: Result<Found, Missing>,
    yardstick: Option<Yardstick>,
    expected: Option<f64>,
) -> HealthMeasure {
    let found = found.and_then(|found| if found.value.is_finite() { Ok(found) } else { Err(Missing::Differences) });
    let (verdict, side) = match &found {
        Err(missing) => (Verdict::NotEnough(*missing), Side::Within),
        Ok(found) => verdict(kind, found, yardstick.as_ref()),
    };
    HealthMeasure {
        kind,
        value: found.ok().map(|found| found.value),
        interval: found.ok().and_then(|found| found.interval),
        p: found.ok().and_then(|found| found.p),
        n_reps: found.map_or(0, |found| found.n_reps),
        expected: expected.filter(|expected| expected.is_finite()),
        yardstick,
        verdict,
        advice: advice(kind, verdict, side, found.ok().and_then(|found| found.interval)),
    }
}

fn verdict(kind: HealthKind, found: &Found, yardstick: Option<&Yardstick>) -> (Verdict, Side) {
    match kind {
        HealthKind::SizeBoxes
        | HealthKind::ByTenure
        | HealthKind::ByRegion
        | HealthKind::BySegment
        | HealthKind::ByRole => {
            let verdict = match found.p {
                Some(p) if p < UNLIKELY => Verdict::Unhealthy,
                Some(p) if p < RARE => Verdict::Look,
                _ => Verdict::Healthy,
            };
            (verdict, Side::Above)
        }
        // An interval of an estimate leaves some out by its nature.
        HealthKind::Appeals if 0.0 < found.value => (Verdict::Look, Side::Above),
        HealthKind::Appeals => (Verdict::Healthy, Side::Within),
        // Skew alone raises the coefficient.
        HealthKind::Bimodality => match yardstick.map(|yardstick| yardstick.side(kind, found.value)) {
            Some(Side::Above) => (Verdict::Look, Side::Above),
            _ => (Verdict::Healthy, Side::Within),
        },
        _ => yardstick.map_or((Verdict::NoRange, Side::Within), |yardstick| against(kind, found, yardstick)),
    }
}

/// Inside is healthy. Outside is unhealthy where the whole interval is, else worth a look. A range of one figure is met
/// where the interval holds it.
fn against(kind: HealthKind, found: &Found, yardstick: &Yardstick) -> (Verdict, Side) {
    let side = yardstick.side(kind, found.value);
    let reaches = found.interval.is_some_and(|interval| {
        yardstick.low.is_none_or(|low| low <= interval.high) && yardstick.high.is_none_or(|high| interval.low <= high)
    });
    let is_point = yardstick.low.is_some() && yardstick.low == yardstick.high;
    match side {
        Side::Within => (Verdict::Healthy, side),
        _ if reaches && is_point => (Verdict::Healthy, Side::Within),
        _ if reaches => (Verdict::Look, side),
        _ => (Verdict::Unhealthy, side),
    }
}

fn advice(kind: HealthKind, verdict: Verdict, side: Side, interval: Option<Interval>) -> Option<Advice> {
    if kind == HealthKind::SignalShare {
        return interval.map(|interval| match interval {
            Interval { high, .. } if high < 0.5 => Advice::MostlyLuck,
            Interval { low, .. } if 0.5 < low => Advice::MostlyLasting,
            _ => Advice::TakeMoreMonths,
        });
    }
    let is_below = side == Side::Below;
    let either = |below: Advice, above: Advice| Some(if is_below { below } else { above });
    if !matches!(verdict, Verdict::Look | Verdict::Unhealthy) {
        return None;
    }
    match kind {
        HealthKind::QuotaToPay => either(Advice::QuotaLowForPay, Advice::QuotaHighForPay),
        HealthKind::AtThreshold | HealthKind::AtQuota | HealthKind::AtExcellence => {
            either(Advice::TooFewReach, Advice::TooManyReach)
        }
        HealthKind::Skew => either(Advice::LongLowerTail, Advice::LongUpperTail),
        HealthKind::Bimodality => Some(Advice::TwoCamps),
        HealthKind::SizePearson | HealthKind::SizeSpearman => {
            either(Advice::LargeTerritoriesTooHigh, Advice::SmallTerritoriesTooHigh)
        }
        HealthKind::SizeBoxes => Some(Advice::BoxesDiffer),
        HealthKind::GrowthPearson | HealthKind::GrowthSpearman => Some(Advice::GrowthGoesUnrewarded),
        HealthKind::Appeals => Some(Advice::HearAppeals),
        HealthKind::Coverage => Some(Advice::PipelineThin),
        HealthKind::CoverageGini => Some(Advice::PipelineUneven),
        HealthKind::ByTenure | HealthKind::ByRegion | HealthKind::BySegment | HealthKind::ByRole => {
            Some(Advice::GroupsDiffer)
        }
        HealthKind::Within | HealthKind::Deviation | HealthKind::Gini | HealthKind::SignalShare => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: Option<f64>, high: Option<f64>) -> Yardstick {
        Yardstick { low, high, source: "Somebody".into(), date: String::new() }
    }

    #[track_caller]
    fn check(kind: HealthKind, (value, low, high): (f64, f64, f64), verdict: Verdict, advice: Option<Advice>) {
        let interval = Some(Interval { low, high, level: 0.9 });
        let yardstick = match kind {
            HealthKind::AtQuota => Some(range(Some(0.6), Some(0.7))),
            HealthKind::AtExcellence => Some(range(Some(0.1), Some(0.1))),
            HealthKind::AtThreshold => Some(range(Some(0.9), None)),
            HealthKind::SizePearson => Some(range(Some(-0.3), Some(0.3))),
            HealthKind::QuotaToPay => Some(range(Some(4.0), Some(6.0))),
            _ => None,
        };
        let found = judged(kind, Ok(Found { value, interval, p: None, n_reps: 9 }), yardstick, None);
        assert_eq!((found.verdict, found.advice), (verdict, advice), "{kind:?} at {value}");
    }

    #[test]
    fn ranges_are_judged_by_figure_and_interval() {
        use Verdict::{Healthy, Look, NoRange, Unhealthy};
        check(HealthKind::AtQuota, (0.65, 0.4, 0.8), Healthy, None);
        check(HealthKind::AtQuota, (0.6, 0.5, 0.7), Healthy, None);
        check(HealthKind::AtQuota, (0.5, 0.4, 0.6), Look, Some(Advice::TooFewReach));
        check(HealthKind::AtQuota, (0.3, 0.2, 0.5), Unhealthy, Some(Advice::TooFewReach));
        check(HealthKind::AtQuota, (0.9, 0.8, 1.0), Unhealthy, Some(Advice::TooManyReach));
        check(HealthKind::QuotaToPay, (6.004, 0.0, 0.0), Healthy, None);
        check(HealthKind::QuotaToPay, (6.02, 6.02, 6.02), Unhealthy, Some(Advice::QuotaHighForPay));
        check(HealthKind::AtThreshold, (1.0, 0.9, 1.0), Healthy, None);
        check(HealthKind::AtExcellence, (0.15, 0.05, 0.3), Healthy, None);
        check(HealthKind::AtExcellence, (0.3, 0.2, 0.4), Unhealthy, Some(Advice::TooManyReach));
        check(HealthKind::SizePearson, (-0.5, -0.8, -0.1), Look, Some(Advice::LargeTerritoriesTooHigh));
        check(HealthKind::SizePearson, (0.6, 0.4, 0.8), Unhealthy, Some(Advice::SmallTerritoriesTooHigh));
        check(HealthKind::Gini, (0.6, 0.4, 0.8), NoRange, None);
        check(HealthKind::SignalShare, (0.2, 0.0, 0.4), NoRange, Some(Advice::MostlyLuck));
        check(HealthKind::SignalShare, (0.8, 0.6, 0.9), NoRange, Some(Advice::MostlyLasting));
        check(HealthKind::SignalShare, (0.4, 0.1, 0.7), NoRange, Some(Advice::TakeMoreMonths));
    }

    #[test]
    fn tests_are_judged_by_how_rare_they_are_and_no_number_is_no_figure() {
        let of = |p: f64| {
            let found = Found { value: 0.2, p: Some(p), n_reps: 9, ..Found::default() };
            judged(HealthKind::ByRegion, Ok(found), None, None).verdict
        };
        assert_eq!([0.005, 0.03, 0.4].map(of), [Verdict::Unhealthy, Verdict::Look, Verdict::Healthy]);
        let found = judged(HealthKind::Gini, Ok(Found { value: f64::NAN, ..Found::default() }), None, Some(f64::NAN));
        assert_eq!((found.value, found.expected), (None, None));
        assert_eq!(found.verdict, Verdict::NotEnough(Missing::Differences));
    }
}
