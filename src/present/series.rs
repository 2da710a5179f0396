//! The forecast page in words: what is forecast, what it comes to, how the method did before.

use super::charts::Voice;
use super::forecast::forecast_method;
use super::words::Words;
use crate::engine::forecast::{
    Axis, Backtest, By, Fill, Method, OverrideScore, Prediction, RangesFrom, Reconcile, Step, Total, What,
};
use crate::scenario::{ForecastGroup, GroupPlace};

/// What is added up, by name; of none, the values of a file.
pub fn series_what(words: &Words, what: impl Into<Option<What>>) -> String {
    words.text(match what.into() {
        Some(What::Bookings) => "series-what-bookings",
        Some(What::Units) => "series-what-units",
        Some(What::Deals) => "series-what-deals",
        Some(What::Activities) => "series-what-activities",
        None => "series-what-values",
    })
}

/// What series are split by, by name.
pub fn series_by(words: &Words, by: By) -> String {
    words.text(match by {
        By::Nothing => "series-by-nothing",
        By::Rep => "series-by-rep",
        By::Team => "series-by-team",
        By::Product => "series-by-product",
        By::Segment => "series-by-segment",
        By::Region => "series-by-region",
        By::Source => "series-by-source",
        By::Kind => "series-by-kind",
        By::Account => "series-by-account",
    })
}

/// A group's name.
pub fn series_group(words: &Words, group: &ForecastGroup) -> String {
    match group.name.trim() {
        _ if group.place == GroupPlace::Whole => words.text("series-whole"),
        "" => words.text("series-unnamed"),
        name if group.place == GroupPlace::Between => words.with("series-between", [("name", name.into())]),
        name => name.to_owned(),
    }
}

/// How long a step is, by name.
pub fn series_step(words: &Words, step: Step) -> String {
    words.text(match step {
        Step::Day => "series-step-day",
        Step::Week => "series-step-week",
        Step::Month => "series-step-month",
        Step::Quarter => "series-step-quarter",
        Step::Year => "series-step-year",
        Step::Place => "series-step-place",
    })
}

/// Where ranges come from, by name.
pub fn series_ranges(words: &Words, from: RangesFrom) -> String {
    words.text(match from {
        RangesFrom::Residuals => "series-ranges-residuals",
        RangesFrom::Conformal => "series-ranges-conformal",
    })
}

/// What stands for a step without a value, by name.
pub fn series_fill(words: &Words, fill: Fill) -> String {
    words.text(match fill {
        Fill::Zero => "series-file-fill-zero",
        Fill::Line => "series-file-fill-line",
    })
}

/// How forecasts of groups are made to add up, by name.
pub fn series_reconcile(words: &Words, how: Reconcile) -> String {
    words.text(match how {
        Reconcile::BottomUp => "series-reconcile-bottom-up",
        Reconcile::TopDownShares => "series-reconcile-shares",
        Reconcile::TopDownForecasts => "series-reconcile-forecasts",
        Reconcile::Structural => "series-reconcile-structural",
        Reconcile::Variances => "series-reconcile-variances",
        Reconcile::MinTrace => "series-reconcile-min-trace",
    })
}

/// So many steps up to now.
pub fn series_before(voice: &Voice, step: Step, n: usize) -> String {
    let counted = |id: &str| voice.words.with(id, [("n", n.into()), ("count", voice.numerals.count(n).into())]);
    counted(match step {
        Step::Day => "series-before-day",
        Step::Week => "series-before-week",
        Step::Month => "series-before-month",
        Step::Quarter => "series-before-quarter",
        Step::Year => "series-before-year",
        Step::Place => "series-before-place",
    })
}

/// So many steps ahead.
pub fn series_ahead(voice: &Voice, step: Step, n: usize) -> String {
    let counted = |id: &str| voice.words.with(id, [("n", n.into()), ("count", voice.numerals.count(n).into())]);
    counted(match step {
        Step::Day => "series-ahead-day",
        Step::Week => "series-ahead-week",
        Step::Month => "series-ahead-month",
        Step::Quarter => "series-ahead-quarter",
        Step::Year => "series-ahead-year",
        Step::Place => "series-ahead-place",
    })
}

/// A value of the series, short. Those of a file have no unit.
pub fn series_value(voice: &Voice, what: Option<What>, value: f64) -> String {
    if what == Some(What::Bookings) { voice.compact(value) } else { counted(voice, value) }
}

/// A value of the series, to the unit.
pub fn series_whole(voice: &Voice, what: Option<What>, value: f64) -> String {
    if what == Some(What::Bookings) { voice.whole(value) } else { counted(voice, value) }
}

/// Small counts have a decimal: half a deal a month is a forecast.
fn counted(voice: &Voice, value: f64) -> String {
    voice.numerals.decimal(value, 0, u8::from(value.abs() < 100.0))
}

/// Decimals that tell values of a table apart: three figures of the largest at least; a rate of a few thousandths has them after
/// the zeros.
pub fn series_digits(values: impl IntoIterator<Item = f64>) -> u8 {
    let largest = values.into_iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    let from = [1_000.0, 10.0, 1.0, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];
    let place = from.iter().position(|from| *from <= largest);
    if largest <= 0.0 { 2 } else { place.unwrap_or(from.len()) as u8 }
}

/// What all steps come to, with the range that holds in eight futures of ten.
pub fn series_finding(
    voice: &Voice,
    (what, name): (Option<What>, &str),
    axis: Axis,
    n: usize,
    total: &Total,
) -> String {
    let of = series_what(voice.words, what);
    let of = if name.is_empty() {
        of
    } else {
        voice.words.with("series-of-group", [("what", of.into()), ("group", name.into())])
    };
    let ahead = series_ahead(voice, axis.step, n);
    let value = |value: f64| series_value(voice, what, value);
    match total.ranges.first() {
        Some(range) => voice.words.with(
            "series-finding",
            [
                ("what", of.into()),
                ("ahead", ahead.into()),
                ("median", value(total.expected).into()),
                ("level", tenths(voice, range.level).into()),
                ("low", value(range.low).into()),
                ("high", value(range.high).into()),
            ],
        ),
        None => voice.words.with(
            "series-finding-alone",
            [("what", of.into()), ("ahead", ahead.into()), ("median", value(total.expected).into())],
        ),
    }
}

/// A probability as so many of ten, or of a hundred.
fn tenths(voice: &Voice, level: f64) -> String {
    let ten = level * 10.0;
    let is_round = (ten - libm::round(ten)).abs() < 1e-9;
    let (id, n) = if is_round { ("series-of-ten", ten) } else { ("series-of-hundred", level * 100.0) };
    voice.words.with(id, [("n", voice.numerals.decimal(n, 0, 1).into())])
}

/// At how many earlier origins the method came nearer than the yardstick; nothing where neither was tried.
pub fn series_beaten(voice: &Voice, tried: &Backtest, method: Method) -> Option<String> {
    let yardstick = yardsticks(tried).next()?;
    let (own, other) = (tried.row(method)?, tried.row(yardstick)?);
    if method == yardstick {
        return None;
    }
    let pairs = own.by_origin.iter().zip(&other.by_origin).filter_map(|(own, other)| Some(((*own)?, (*other)?)));
    let (n_better, n) =
        pairs.fold((0_usize, 0_usize), |(better, n), (own, other)| (better + usize::from(own < other), n + 1));
    (0 < n).then(|| {
        voice.words.with(
            "series-beaten",
            [
                ("method", forecast_method(voice.words, method).into()),
                ("better", voice.numerals.count(n_better).into()),
                ("n", n.into()),
                ("count", voice.numerals.count(n).into()),
                ("yardstick", forecast_method(voice.words, yardstick).into()),
            ],
        )
    })
}

/// The yardsticks that were tried, the best first; of seasons and quarters only where there are some.
pub fn yardsticks(tried: &Backtest) -> impl Iterator<Item = Method> + '_ {
    tried.rows.iter().map(|row| row.method).filter(|method| is_yardstick(*method))
}

/// Whether a method is there to be held against.
pub fn is_yardstick(method: Method) -> bool {
    matches!(method, Method::Naive | Method::SeasonalNaive | Method::Naive2 | Method::LastQuarter)
}

/// How each range held at earlier origins, a sentence a level.
pub fn series_held(voice: &Voice, found: &Prediction, total: &Total) -> Vec<String> {
    let percent = |share: f64| voice.numerals.percent(share, 0);
    let of_step = found.ranges.iter().filter_map(|range| {
        let id = if range.is_conformal { "series-held-conformal" } else { "series-held" };
        Some(voice.words.with(
            id,
            [
                ("level", percent(range.level).into()),
                ("coverage", percent(range.coverage?).into()),
                ("n", found.tried.origins.len().into()),
                ("count", voice.numerals.count(found.tried.origins.len()).into()),
            ],
        ))
    });
    let of_total = total.ranges.first().and_then(|range| {
        let values = [("level", percent(range.level).into()), ("coverage", percent(range.coverage?).into())];
        Some(voice.words.with("series-held-total", values))
    });
    of_step.chain(of_total).collect()
}

/// How good overrides were whose steps have happened.
pub fn series_judged(voice: &Voice, what: Option<What>, score: &OverrideScore) -> String {
    let value = |value: f64| series_value(voice, what, value);
    voice.words.with(
        "series-judged",
        [
            ("n", score.n.into()),
            ("count", voice.numerals.count(score.n).into()),
            ("better", voice.numerals.count(score.n_better).into()),
            ("judged", value(score.judged).into()),
            ("method", value(score.method).into()),
            ("bias", value(score.bias).into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::forecast::TotalRange;
    use crate::engine::units::Currency;
    use crate::present::{Locale, Plain};

    #[test]
    fn decimals_tell_values_apart() {
        for (values, digits) in [
            ([0.0, -0.0], 2),
            ([5.0, -2_500.0], 0),
            ([12.0, 0.5], 1),
            ([1.5, 0.0], 2),
            ([0.004, 0.001], 5),
            ([1e-12, 0.0], 11),
        ] {
            assert_eq!(series_digits(values), digits, "{values:?}");
        }
    }

    #[test]
    fn groups_are_called_by_where_they_stand() {
        let words = Words::new(Locale::English);
        let called = |place, name: &str| series_group(&words, &ForecastGroup { place, name: name.into() });
        assert_eq!(called(GroupPlace::Whole, ""), "All together");
        assert_eq!(called(GroupPlace::Between, "West"), "West (together)");
        assert_eq!(
            (called(GroupPlace::Part, "Ann"), called(GroupPlace::Part, " ")),
            ("Ann".into(), "Without a name".into())
        );
    }

    #[test]
    fn the_answer_says_its_middle_and_its_range() {
        let (words, currency) = (Words::new(Locale::English), Currency::of("USD"));
        let voice = Voice { words: &words, numerals: &Plain, currency: &currency };
        let range = TotalRange { level: 0.8, low: 3_600_000.0, high: 4_700_000.0, coverage: None };
        let total = Total { expected: 4_100_000.0, ranges: vec![range], floor: Some(0.0) };
        assert_eq!(
            series_finding(&voice, (Some(What::Bookings), "South"), Axis::default(), 12, &total),
            "Bookings (South) of the next 12 months: half of the futures lie above USD 4.10M; \
             8 in 10 lie between USD 3.60M and USD 4.70M."
        );
        let alone =
            series_finding(&voice, (Some(What::Deals), ""), Axis::default(), 1, &Total { ranges: Vec::new(), ..total });
        assert!(alone.starts_with("Deals won of the next month: 4,100,000 is expected."), "{alone}");
        let total = Total { expected: 12.0, ranges: Vec::new(), floor: None };
        let of_file = series_finding(&voice, (None, "Pieces"), Axis::default(), 2, &total);
        assert!(of_file.starts_with("Values (Pieces) of the next 2 months: 12 is expected."), "{of_file}");
    }
}
