//! The charts of capacity on a small fixed result: their pictures in both themes, what they say, their tables.

use attain::chart::{Theme, svg};
use attain::engine::quota::capacity::{
    CapacityMonth, CapacityReport, CapacitySummary, DelayCost, ExpectedCapacity, Held, HireCell, HireGrid, HireRow,
    OnForecast, OnForecastMonth, QuotasFrom, SimulatedMonth, TornadoBar, TornadoEnd,
};
use attain::engine::simulate::{Histogram, Quantiles};
use attain::present::{
    Chart, Locale, Voice, capacity_by_month, capacity_delay, capacity_grid, capacity_tornado, on_forecast_chart,
};

use super::pictures::{are_as_seen, are_told, with_voice};
use super::*;

fn quantiles(middle: f64, spread: f64) -> Quantiles {
    let at = |times: f64| middle + spread * times;
    Quantiles { p5: at(-1.6), p10: at(-1.3), p50: middle, p90: at(1.3), p95: at(1.6) }
}

fn fixed() -> CapacityReport {
    let goal = |place: i32| 900_000.0 + 20_000.0 * f64::from(place);
    let sold = |place: i32| 780_000.0 + 40_000.0 * f64::from(place) - 60_000.0 * f64::from(place % 3);
    let month = |place: i32| CapacityMonth {
        month: january().plus(place),
        heads: 10.0 + 0.4 * f64::from(place),
        ramped_heads: 9.0 + 0.4 * f64::from(place),
        quota: sold(place) / 0.85,
        expected: sold(place),
        goal: goal(place),
        assigned: goal(place) * 1.1,
    };
    let simulated = |place: i32| SimulatedMonth {
        month: january().plus(place),
        mean: sold(place),
        sales: quantiles(sold(place) * 0.97, 90_000.0),
        heads: 10.0,
        goal: goal(place),
        to_date: quantiles(sold(place), 1.0),
        goal_to_date: goal(place),
        on_track: Some(0.4 + 0.02 * f64::from(place)),
    };
    let bar = |assumption, low: f64, high: f64| {
        let end = |value: f64, change: f64| TornadoEnd {
            value,
            mean: 11e6 + change * 1e6,
            change: change * 1e6,
            goal_probability: Some(0.5 + change),
            probability_change: Some(change),
        };
        let range = Assumption::usual(assumption);
        TornadoBar { assumption, low: end(range.low, low), high: end(range.high, high) }
    };
    let delay = |months: u32| DelayCost {
        months,
        n_runs: 2_000,
        n_hires: 6,
        lost: 310_000.0 * f64::from(months),
        lost_error: 2_000.0,
        range: quantiles(300_000.0 * f64::from(months), 80_000.0),
        goal_probability: Some((0.52, 0.52 - 0.08 * f64::from(months))),
    };
    let row = |extra: u32| HireRow {
        extra,
        mean: 11e6 + 8e5 * f64::from(extra),
        cells: (0..6)
            .map(|place| HireCell {
                goal_probability: (0.3 + 0.1 * f64::from(extra) + 0.07 * f64::from(place)).min(0.98),
                attainment: 0.9 - 0.03 * f64::from(place),
            })
            .collect(),
    };
    CapacityReport {
        expected: ExpectedCapacity {
            months: (0..12).map(month).collect(),
            expected: 11.4e6,
            quota: 13.4e6,
            goal: 12.1e6,
            ..ExpectedCapacity::default()
        },
        summary: Some(CapacitySummary {
            n_runs: 10_000,
            mean: 11.4e6,
            sd: 1.1e6,
            total: quantiles(11.3e6, 1.1e6),
            histogram: Histogram::default(),
            goal: 12.1e6,
            goal_probability: Some(0.52),
            goal_error: Some(0.005),
            shortfall: Some(420_000.0),
            shortfall_if_missed: Some(880_000.0),
            months: (0..12).map(simulated).collect(),
            leavers: 2.4,
        }),
        tornado: vec![
            bar(Assumption::Attainment, -0.31, 0.28),
            bar(Assumption::Hires, -0.12, 0.11),
            bar(Assumption::RampTime, 0.06, -0.07),
            bar(Assumption::Attrition, 0.05, -0.05),
        ],
        delay: Some(delay(1)),
        delays: (1..=3).map(delay).collect(),
        grid: Some(HireGrid {
            n_runs: 2_000,
            over_assignments: (0..6).map(|place| 0.1 * f64::from(place)).collect(),
            rows: (0..6).map(row).collect(),
        }),
        ..CapacityReport::default()
    }
}

/// A forecast that outgrows capacity in July.
fn held() -> OnForecast {
    let one = |place: i32| {
        let at = f64::from(place);
        let (forecast, capacity) = (760_000.0 + 30_000.0 * at, 850_000.0 + 12_000.0 * at);
        let held = Held {
            forecast,
            forecast_range: Some((forecast * (0.9 - 0.01 * at), forecast * (1.1 + 0.01 * at))),
            quota: Some(1_000_000.0),
            quota_coverage: Some(1_000_000.0 / forecast),
            attainment: Some(forecast / 1_000_000.0),
            capacity,
            capacity_range: Some((capacity * 0.85, capacity * 1.16)),
            utilisation: Some(forecast / capacity),
            gap: forecast - capacity,
            gap_heads: Some((forecast - capacity) / 80_000.0),
            reach: Some(0.5),
        };
        OnForecastMonth { month: january().plus(place), held }
    };
    let all = Held {
        forecast: 11_100_000.0,
        forecast_range: Some((10_000_000.0, 12_200_000.0)),
        quota: Some(12_000_000.0),
        quota_coverage: Some(12.0 / 11.1),
        attainment: Some(11.1 / 12.0),
        capacity: 10_992_000.0,
        capacity_range: Some((9_800_000.0, 12_300_000.0)),
        utilisation: Some(11_100.0 / 10_992.0),
        gap: 108_000.0,
        gap_heads: Some(0.1125),
        reach: Some(0.45),
    };
    OnForecast {
        level: Some(0.8),
        quotas_from: Some(QuotasFrom::Reps),
        n_runs: 2_000,
        n_outside: (0, 0),
        months: (0..12).map(one).collect(),
        all,
        first_short: Some(january().plus(6)),
        lead_months: 5,
        hire_by: Some(january().plus(1)),
        is_late: false,
        hires: Vec::new(),
    }
}

fn charts(voice: &Voice, report: &CapacityReport) -> Vec<(&'static str, Chart)> {
    let formula = CapacityReport { summary: None, ..report.clone() };
    let mut charts = vec![
        ("capacity_by_month", capacity_by_month(voice, report)),
        ("capacity_by_formula", capacity_by_month(voice, &formula)),
        ("capacity_tornado", capacity_tornado(voice, report)),
        ("capacity_delay", capacity_delay(voice, &report.delays)),
    ];
    charts.push(("capacity_on_forecast", on_forecast_chart(voice, &held())));
    charts.extend(report.grid.iter().map(|grid| ("capacity_grid", capacity_grid(voice, grid))));
    charts
}

#[test]
fn pictures_are_as_they_were_seen() {
    are_as_seen(|voice| charts(voice, &fixed()));
}

#[test]
fn every_chart_says_its_finding_and_brings_its_table() {
    are_told("capacity-", |voice| charts(voice, &fixed()));
}

#[test]
fn little_or_nothing_is_drawn_too() {
    with_voice(Locale::Polish, |voice| {
        let empty = CapacityReport::default();
        let nobody = report(&input(&certain(36, vec![role("AE", 1.0, Granularity::Year, 1.0, &[])])), 3);
        let bare = CapacityReport { grid: fixed().grid.map(|grid| HireGrid { rows: Vec::new(), ..grid }), ..nobody };
        for report in [empty, bare] {
            for (name, chart) in charts(voice, &report) {
                let text = svg(&chart, &Theme::light(), 300, 200);
                assert!(text.trim_end().ends_with("</svg>") && !text.contains("NaN"), "{name}");
            }
        }
    });
}
