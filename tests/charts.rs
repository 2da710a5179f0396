//! Every chart on a small fixed result: its picture in both themes, its table, its finding, what is read on hovering.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use attain::chart::{Frame, Theme, Walk, hit, svg, walk};
use attain::engine::comp::{
    AttainmentBin, CurvePoint, PeriodTotal, RepPoint, Replay, Totals, calculate, curve, templates,
};
use attain::engine::forecast::{Axis, Parts, PredictAsked, Series, What, predict};
use attain::engine::quota::health::{HealthCard, HealthInput, HealthSettings, health};
use attain::engine::records::{Dataset, Deal, Outcome, RepId, Target};
use attain::engine::simulate::{CostSummary, Histogram, Levels, MonthRange, Quantiles, Sensitivity, SensitivityPoint};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use attain::present::{
    Chart, Locale, Shown, Voice, attainment_distribution, cost_by_month, cost_histogram, health_boxes, health_by_size,
    health_distribution, pay_by_period, pay_for_performance, payout_curve, sensitivity_chart, series_calibration,
    series_fan, series_origins, series_season, series_seasons, series_trend,
};
use proptest::prelude::*;

mod pictures;

use pictures::{SIZE, are_as_seen, are_told, with_voice};

fn dec(tenths: i64) -> Decimal {
    Decimal::new(tenths, 1)
}

/// Reps at these tenths of quota, each paid 500 for a tenth.
fn replay(attainments: &[i64]) -> Replay {
    let start = Month::new(2026, 1);
    let period = |month: i32| Period { start: start.plus(month), length: Granularity::Month };
    let point = |(place, tenths): (usize, &i64)| RepPoint {
        rep: RepId(format!("r{place}")),
        name: format!("Rep {place}"),
        attainment: Some(dec(*tenths)),
        pay: Money::whole(tenths * 500 + if place % 2 == 0 { 300 } else { -200 }),
        ..RepPoint::default()
    };
    let bin = |tenth: i64| AttainmentBin {
        lower: dec(tenth),
        upper: (tenth < 20).then(|| dec(tenth + 1)),
        n_reps: attainments.iter().filter(|at| tenth == **at || (tenth == 20 && 20 < **at)).count() as u32,
    };
    let total = |month: i32| PeriodTotal {
        period: period(month),
        paid: Money::whole(i64::from(month % 4) * 4_000 + 9_000),
        bookings: Money::whole(i64::from(month) * 20_000 + 90_000),
    };
    Replay {
        totals: Totals { median_attainment: Some(dec(9)), share_at_quota: Some(dec(4)), ..Totals::default() },
        by_period: (0..12).map(total).collect(),
        scatter: attainments.iter().enumerate().map(point).collect(),
        attainment_bins: (0..=20).map(bin).collect(),
        ..Replay::default()
    }
}

fn quantiles(middle: f64, spread: f64) -> Quantiles {
    let at = |times: f64| middle + spread * times;
    Quantiles { p5: at(-1.6), p10: at(-1.3), p50: middle, p90: at(1.3), p95: at(1.6) }
}

fn summary(counts: &[u32], total: Quantiles, months: &[(f64, f64)]) -> CostSummary {
    CostSummary {
        plan: "Plan".into(),
        n_runs: counts.iter().sum(),
        mean: total.p50,
        sd: 0.0,
        total,
        histogram: Histogram { lower: 2_000_000.0, width: 100_000.0, counts: counts.to_vec() },
        budget_probability: Some(0.71),
        by_month: months
            .iter()
            .enumerate()
            .map(|(place, (middle, spread))| MonthRange {
                month: Month::new(2027, 1).plus(place as i32),
                mean: *middle,
                pay: quantiles(*middle, *spread),
            })
            .collect(),
        by_rep: Vec::new(),
        ccos: None,
        ccos_with_base: None,
        credit: Quantiles::default(),
        levels: Levels::default(),
    }
}

fn fixed_summary() -> CostSummary {
    let months: Vec<(f64, f64)> = (0..12).map(|m| (150_000.0 + 9_000.0 * f64::from(m % 5), 20_000.0)).collect();
    summary(&[2, 9, 24, 31, 20, 10, 4], quantiles(2_340_000.0, 130_000.0), &months)
}

fn sensitivity(points: &[(f64, f64, f64)]) -> Sensitivity {
    let point = |(place, (factor, mean, volatility)): (usize, &(f64, f64, f64))| SensitivityPoint {
        factor: *factor,
        credit: factor * 3e7,
        mean: *mean,
        volatility: *volatility,
        total: quantiles(*mean, *volatility),
        marginal: (0 < place).then_some(0.085),
    };
    Sensitivity { plan: "Plan".into(), points: points.iter().enumerate().map(point).collect() }
}

fn curves() -> Vec<(String, Vec<CurvePoint>)> {
    let of = |plan| curve(&plan, Decimal::from(1_000_000), Decimal::from(100_000), 0.0, 2.0, 40);
    vec![("Executive".into(), of(templates::account_executive())), ("Flat".into(), of(templates::flat(dec(1))))]
}

/// A health card of reps at these tenths of quota, who sold 1, 2, 3 … tenths of it the year before.
fn card(attainments: &[i64]) -> HealthCard {
    let mut dataset = Dataset::default();
    for (place, tenths) in (1..).zip(attainments) {
        let rep = RepId(format!("r{place}"));
        let period = Period { start: Month::new(2026, 1), length: Granularity::Year };
        let amount = Money::whole(1_000_000);
        dataset.targets.push(Target { rep: rep.clone(), period, amount, measure: String::new() });
        for (year, n) in [(2025, place), (2026, *tenths)] {
            let deal = Deal {
                rep: rep.clone(),
                outcome: Outcome::Won,
                amount: Some(Money::whole(100_000)),
                closed: Some(Month::new(year, 6).first_day()),
                ..Deal::default()
            };
            dataset.deals.extend((0..n).map(|_| deal.clone()));
        }
    }
    let settings = HealthSettings::of_months(Month::new(2026, 1), Month::new(2026, 12));
    health(&HealthInput { dataset: &dataset, calendar: Calendar::default(), currency: "EUR", settings: &settings })
}

/// Each kind of chart by name, on the fixed results.
fn charts(voice: &Voice) -> Vec<(&'static str, Chart)> {
    let (replay, summary) = (replay(&[4, 7, 8, 9, 9, 10, 11, 13, 24]), fixed_summary());
    let plan = templates::account_executive();
    let chosen = calculate(&plan, Decimal::from(1_000_000), Decimal::from(100_000), dec(12), 2);
    let card = card(&[4, 7, 8, 9, 9, 10, 11, 13, 14, 15, 9, 24]);
    let by_quarter = [0.8, 0.9, 1.4];
    let values = (0..48_usize).map(|at| (90_000 + 1_000 * at) as f64 * by_quarter[at % 3]).enumerate();
    let values = values.map(|(at, value)| value + (at * at * 7 % 31) as f64 * 700.0).collect();
    let (axis, history) =
        (Axis::default(), Series { name: "Bookings".into(), first: 288, values, ..Series::default() });
    let shown = Shown { what: Some(What::Bookings), axis };
    let found = predict(axis, &history, &PredictAsked { horizon: 6, ..PredictAsked::default() }).unwrap();
    let parts = Parts::of(&history.values, found.cycle).unwrap();
    let row = found.tried.row(found.choice.method).unwrap();
    let sensitivity = sensitivity(&[(0.8, 1.8e6, 6e4), (0.9, 2e6, 7e4), (1.0, 2.3e6, 8e4), (1.1, 2.6e6, 9e4)]);
    vec![
        ("payout_curve", payout_curve(voice, &curves(), Some((1.2, &chosen)), &[])),
        ("pay_for_performance", pay_for_performance(voice, &replay)),
        ("attainment_distribution", attainment_distribution(voice, &replay)),
        ("pay_by_period", pay_by_period(voice, &replay)),
        ("cost_histogram", cost_histogram(voice, &summary, Some(2_450_000.0))),
        ("cost_by_month", cost_by_month(voice, &summary)),
        ("sensitivity", sensitivity_chart(voice, &sensitivity)),
        ("health_distribution", health_distribution(voice, &card)),
        ("health_by_size", health_by_size(voice, &card)),
        ("health_boxes", health_boxes(voice, &card)),
        ("series_fan", series_fan(voice, shown, "What the next months bring".into(), &history, &found)),
        ("series_origins", series_origins(voice, shown, &history, &found.tried, &found.choice)),
        ("series_calibration", series_calibration(voice, &found.tried.calibration(row))),
        ("series_seasons", series_seasons(voice, shown, &history, found.cycle)),
        ("series_trend", series_trend(voice, shown, &history, &parts)),
        ("series_season", series_season(voice, shown, &history, &parts).unwrap()),
    ]
}

#[test]
fn pictures_are_as_they_were_seen() {
    are_as_seen(charts);
}

#[test]
fn every_chart_says_its_finding_its_units_and_its_table() {
    are_told("chart-", charts);
    for locale in [Locale::English, Locale::Polish] {
        with_voice(locale, |voice| {
            for (name, chart) in charts(voice) {
                assert!(!chart.title.is_empty() && !chart.title.contains("chart-"), "{name}: {:?}", chart.title);
                for axis in [&chart.x, &chart.y] {
                    assert!(!axis.label.is_empty() && !axis.label.contains("axis-"), "{name}: {:?}", axis.label);
                    assert!(1 < axis.ticks.len(), "{name}: {axis:?}");
                    let money = axis.label.contains("EUR");
                    assert!(axis.ticks.iter().all(|(_, text)| !money || text.contains("EUR")), "{name}: {axis:?}");
                }
                let unit =
                    |text: &str| ["EUR", "%", "Reps", "Handlowcy", "MASE"].iter().any(|unit| text.contains(unit));
                let y = &chart.y;
                assert!(unit(&y.label) || y.ticks.iter().all(|(_, text)| unit(text)), "{name}: what is {:?}", y.label);
            }
        });
    }
}

#[test]
fn pointer_and_keyboard_reach_what_a_chart_says() {
    with_voice(Locale::English, |voice| {
        for (name, chart) in charts(voice) {
            let frame = Frame::new(&chart, f64::from(SIZE.0), f64::from(SIZE.1));
            let mut n_said = 0;
            for layer in &chart.layers {
                for (x, y, label) in (0..layer.len()).filter_map(|index| layer.datum(index)) {
                    if !label.is_empty() {
                        let found = hit(&chart, &frame, frame.x(&chart, x), frame.y(&chart, y));
                        assert!(found.is_some_and(|found| !found.label.is_empty()), "{name} at {x}, {y}");
                        n_said += 1;
                    }
                }
            }
            assert!(2 < n_said, "{name} says {n_said} data");
            let first = walk(&chart, &frame, None, Walk::First);
            let last = walk(&chart, &frame, first.as_ref(), Walk::Last);
            for found in [&first, &last, &walk(&chart, &frame, last.as_ref(), Walk::Back)] {
                assert!(found.as_ref().is_some_and(|found| !found.label.is_empty()), "{name}: {found:?}");
            }
        }
    });
}

fn drawn(chart: &Chart) {
    for theme in [Theme::light(), Theme::dark()] {
        for (width, height) in [SIZE, (1, 1), (60, 40)] {
            let text = svg(chart, &theme, width, height);
            assert!(text.trim_end().ends_with("</svg>") && !text.contains("NaN"), "{}", chart.title);
        }
    }
}

/// All charts of these results, with and without a budget.
fn all(voice: &Voice, replay: &Replay, summary: &CostSummary, result: &Sensitivity, budget: f64) -> Vec<Chart> {
    vec![
        pay_for_performance(voice, replay),
        attainment_distribution(voice, replay),
        pay_by_period(voice, replay),
        cost_histogram(voice, summary, None),
        cost_histogram(voice, summary, Some(budget)),
        cost_by_month(voice, summary),
        sensitivity_chart(voice, result),
    ]
}

#[test]
fn little_or_nothing_is_drawn_too() {
    with_voice(Locale::Polish, |voice| {
        let empty = summary(&[], Quantiles::default(), &[]);
        all(voice, &Replay::default(), &empty, &sensitivity(&[]), 0.0).iter().for_each(drawn);
        drawn(&payout_curve(voice, &[], None, &[]));
        drawn(&payout_curve(voice, &[("Empty".into(), Vec::new())], None, &[]));
        let one = summary(&[1], quantiles(5.0, 0.0), &[(5.0, 0.0)]);
        all(voice, &replay(&[10]), &one, &sensitivity(&[(1.0, 5.0, 0.0)]), 5.0).iter().for_each(drawn);
        let zero = summary(&[0, 0], quantiles(0.0, 0.0), &[(0.0, 0.0), (0.0, 0.0)]);
        all(voice, &replay(&[0, 0, 0]), &zero, &sensitivity(&[(0.0, 0.0, 0.0); 2]), 0.0).iter().for_each(drawn);
        for attainments in [&[][..], &[10], &[0, 0, 0]] {
            let card = card(attainments);
            [health_distribution(voice, &card), health_by_size(voice, &card), health_boxes(voice, &card)]
                .iter()
                .for_each(drawn);
        }
        drawn(&Chart::default());
    });
}

/// Every datum lies on the plot.
fn stays_inside(chart: &Chart) {
    let frame = Frame::new(chart, f64::from(SIZE.0), f64::from(SIZE.1));
    for (x, y) in chart.layers.iter().flat_map(attain::present::Layer::extent) {
        let (left, top) = (frame.x(chart, x), frame.y(chart, y));
        assert!(frame.left - 0.5 <= left && left <= frame.right + 0.5, "{} leaves the plot at x {x}", chart.title);
        assert!(frame.top - 0.5 <= top && top <= frame.bottom + 0.5, "{} leaves the plot at y {y}", chart.title);
    }
}

/// Any finite number, of either sign; what is nearer to zero than any unit of money is zero.
fn any_number() -> impl Strategy<Value = f64> {
    any::<f64>().prop_map(|value| if value.abs() < 1e-100 { 0.0 } else { value })
}

/// Amounts of any size, as a company or a slip of the keyboard has them.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        0.0..1e3,
        0.0..1e7,
        0.0..1e15,
        (-9i32..15).prop_map(|power| libm::pow(10.0, f64::from(power)))
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn amounts_of_any_size_stay_on_the_plot(
        counts in prop::collection::vec(0_u32..1_000_000, 0..50),
        middle in amount(),
        months in prop::collection::vec((amount(), 0.0..0.7), 0..24),
        factors in prop::collection::vec((0.0..5.0, amount(), 0.0..0.7), 0..12),
        attainments in prop::collection::vec(0_i64..400, 0..40),
        budget in amount(),
    ) {
        let months: Vec<(f64, f64)> = months.iter().map(|(middle, share)| (*middle, middle * share)).collect();
        let mut factors: Vec<(f64, f64, f64)> = factors.iter().map(|(at, mean, share)| (*at, *mean, mean * share)).collect();
        factors.sort_by(|a, b| a.0.total_cmp(&b.0));
        let summary = summary(&counts, quantiles(middle, middle / 2.0), &months);
        with_voice(Locale::English, |voice| {
            for chart in all(voice, &replay(&attainments), &summary, &sensitivity(&factors), budget) {
                drawn(&chart);
                stays_inside(&chart);
            }
        });
    }

    #[test]
    fn no_number_stops_a_drawing(values in prop::collection::vec(any_number(), 8), tenths in prop::collection::vec(any::<i32>(), 0..6)) {
        let [a, b, c, d, e, f, g, h] = values[..] else { panic!() };
        let mut summary = summary(&[1, u32::MAX - 1], quantiles(a, b), &[(c, d), (e, f)]);
        summary.histogram = Histogram { lower: g, width: h, counts: vec![1, 2] };
        let points = [(a, b, c), (d, e, f)];
        let tenths: Vec<i64> = tenths.into_iter().map(i64::from).collect();
        let curve = vec![CurvePoint { attainment: a, credit: b, pay: c, marginal: d }, CurvePoint { attainment: e, credit: f, pay: g, marginal: h }];
        with_voice(Locale::English, |voice| {
            all(voice, &replay(&tenths), &summary, &sensitivity(&points), h).iter().for_each(drawn);
            drawn(&payout_curve(voice, &[("Any".into(), curve)], None, &[]));
        });
    }
}
