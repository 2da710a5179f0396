//! How far a forecast covers the quotas, by month.

use super::Voice;
use super::capacity::month_ticks;
use crate::engine::forecast::{Prediction, QuotaMonth};
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Layer, Span, Tone};

/// Quotas given out by month, and what is forecast of the same months with its first range. `found` begins with the first of
/// the months.
pub fn series_coverage(voice: &Voice, months: &[QuotaMonth], found: &Prediction) -> Chart {
    let name = |month: &QuotaMonth| voice.numerals.month(month.month);
    let share = |month: &QuotaMonth| month.attainment.map_or_else(|| voice.text("none"), |share| voice.percent(share));
    let bars = months.iter().enumerate().map(|(place, month)| Bar {
        from: place as f64 - 0.35,
        to: place as f64 + 0.35,
        value: month.quota,
        label: voice.with(
            "series-coverage-quota",
            [("month", name(month).into()), ("quota", voice.compact(month.quota).into())],
        ),
    });
    let mut layers =
        vec![Layer::Bars { name: voice.text("series-money-quota"), tone: Tone::Series(1), bars: bars.collect() }];
    if let Some(range) = found.ranges.first() {
        let spans = months.iter().zip(&range.bounds).enumerate().map(|(place, (_, (low, high)))| Span {
            x: place as f64,
            low: *low,
            high: *high,
            label: String::new(),
        });
        let named = voice.with("series-range", [("level", voice.numerals.percent(range.level, 0).into())]);
        layers.push(Layer::Band { name: named, tone: Tone::Series(0), spans: spans.collect() });
    }
    let points = months.iter().enumerate().map(|(place, month)| Datum {
        x: place as f64,
        y: month.expected,
        label: voice.with(
            "series-coverage-datum",
            [
                ("month", name(month).into()),
                ("expected", voice.compact(month.expected).into()),
                ("share", share(month).into()),
            ],
        ),
    });
    layers.push(Layer::Line { name: voice.text("series-expected"), tone: Tone::Series(0), points: points.collect() });
    let most = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(1.0, f64::max);
    let least = layers.iter().flat_map(Layer::extent).map(|(_, y)| y).fold(0.0, f64::min);
    let row =
        |month: &QuotaMonth| vec![name(month), voice.whole(month.expected), voice.whole(month.quota), share(month)];
    let headers = ["axis-month", "series-expected", "series-money-quota", "series-money-attainment"];
    Chart {
        title: voice.text("series-coverage-title"),
        finding: finding(voice, months),
        x: Axis {
            label: voice.text("axis-month"),
            min: -0.6,
            max: months.len().max(1) as f64 - 0.4,
            ticks: month_ticks(months.iter().map(name)),
        },
        y: voice.money_axis("axis-amount", least, most),
        layers,
        marks: Vec::new(),
        table: ChartTable { headers: headers.map(|id| voice.text(id)).into(), rows: months.iter().map(row).collect() },
    }
}

/// The month that is covered least; nothing where there are no quotas.
fn finding(voice: &Voice, months: &[QuotaMonth]) -> String {
    let known = || months.iter().filter_map(|month| Some((month, month.attainment?)));
    let Some((month, share)) = known().min_by(|one, other| one.1.total_cmp(&other.1)) else {
        return voice.text("series-coverage-none");
    };
    let n = known().filter(|(_, share)| 1.0 <= *share).count();
    voice.with(
        "series-coverage-finding",
        [
            ("count", voice.numerals.count(n).into()),
            ("all", voice.numerals.count(known().count()).into()),
            ("month", voice.numerals.month(month.month).into()),
            ("share", voice.percent(share).into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::forecast::{Axis as Steps, PredictAsked, Series, predict};
    use crate::engine::units::{Currency, Month};
    use crate::present::{Locale, Plain, Words};

    #[test]
    fn the_month_that_is_covered_least_is_named() {
        let (words, currency) = (Words::new(Locale::English), Currency::of("USD"));
        let voice = Voice { words: &words, numerals: &Plain, currency: &currency };
        let values = (0..48_u32).map(|at| 100.0 + f64::from(at * 7 % 5)).collect();
        let series = Series { values, ..Series::default() };
        let asked = PredictAsked { horizon: 3, ..PredictAsked::default() };
        let found = predict(Steps::default(), &series, &asked).unwrap();
        let month = |at: i32, quota: f64| QuotaMonth {
            month: Month::new(2027, 1).plus(at),
            expected: 100.0,
            quota,
            attainment: (0.0 < quota).then(|| 100.0 / quota),
        };
        let chart = series_coverage(&voice, &[month(0, 80.0), month(1, 125.0), month(2, 0.0)], &found);
        assert_eq!(
            chart.finding,
            "The forecast reaches the quotas in 1 of 2 months; least in 2027-02, with 80% of them."
        );
        assert_eq!(chart.table.rows[2], ["2027-03", "USD 100", "USD 0", "–"]);
        assert_eq!(chart.layers.iter().map(Layer::len).collect::<Vec<_>>(), [3, 3, 3]);
        assert_eq!(series_coverage(&voice, &[month(0, 0.0)], &found).finding, "No quotas are known of these months.");
    }
}
