//! Charts of results: each says its finding in a sentence and brings its table.

mod accruals;
mod behaviour;
mod capacity;
mod costing;
mod coverage;
mod on_forecast;
mod parts;
mod pipeline;
mod pipeline_past;
mod plan;
mod quota_health;
mod quotas;
mod seasons;
mod series;
mod solve;
mod statements;

pub use accruals::accruals_by_month;
pub use behaviour::{closes_by_week, effort_by_attainment, revenue_by_week};
pub use capacity::{capacity_by_month, capacity_delay, capacity_grid, capacity_tornado};
pub use costing::{cost_by_month, cost_finding, cost_histogram, sensitivity_chart};
pub use coverage::series_coverage;
pub use on_forecast::on_forecast_chart;
pub use pipeline::{pipeline_by_month, pipeline_parts, pipeline_to_date, pipeline_tornado};
pub use pipeline_past::{
    conversion_table, pipeline_calibration, pipeline_conversion, pipeline_origins, pipeline_waterfall,
};
pub use plan::payout_curve;
pub use quota_health::{health_boxes, health_by_size, health_distribution};
pub use quotas::season_chart;
pub use seasons::{series_season, series_seasons, series_trend};
pub use series::{Shown, series_calibration, series_fan, series_origins};
pub use solve::{solve_fairness, solve_upside};
pub use statements::{attainment_distribution, pay_by_period, pay_for_performance};

use super::chart::Axis;
use super::numerals::{MoneyStyle, Numerals};
use super::words::{Arg, Words};
use crate::engine::units::{Currency, Granularity, Period};

/// How everything in a chart is said.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The catalogue.
    pub words: &'a Words,
    /// How numbers are written.
    pub numerals: &'a dyn Numerals,
    /// In which money stands.
    pub currency: &'a Currency,
}

impl Voice<'_> {
    pub(super) fn text(&self, id: &str) -> String {
        self.words.text(id)
    }

    pub(super) fn with<const N: usize>(&self, id: &str, values: [(&'static str, Arg); N]) -> String {
        self.words.with(id, values)
    }

    /// Money, short.
    pub fn compact(&self, value: f64) -> String {
        self.numerals.money(value, self.currency, MoneyStyle::Compact)
    }

    /// Money, to the unit.
    pub fn whole(&self, value: f64) -> String {
        self.numerals.money(value, self.currency, MoneyStyle::Whole)
    }

    /// A percentage with at most one decimal.
    pub fn percent(&self, fraction: f64) -> String {
        self.numerals.percent(fraction, 1)
    }

    /// How many times, to a tenth: `3.2×`.
    pub fn times(&self, value: f64) -> String {
        self.with("number-times", [("value", self.numerals.decimal(value, 1, 1).into())])
    }

    /// A month, quarter, half-year or year.
    pub fn period(&self, period: Period) -> String {
        period_name(self.words, self.numerals, period)
    }

    fn money_axis(&self, id: &str, min: f64, max: f64) -> Axis {
        let label = self.with(id, [("currency", self.currency.code.as_str().into())]);
        Axis::rounded(label, min, max, |value| self.numerals.money(value, self.currency, MoneyStyle::Compact))
    }

    fn share_axis(&self, id: &str, min: f64, max: f64) -> Axis {
        Axis::rounded(self.text(id), min, max, |value| self.numerals.percent(value, 0))
    }

    fn counted_axis(&self, id: &str, max: f64) -> Axis {
        // Things that are counted have no halves: five whole steps, or as many as there are things.
        let steps = if max < 5.0 { max.max(1.0) as u32 } else { 5 };
        Axis::steps(self.text(id), 0.0, max.max(1.0), steps, |value| self.numerals.decimal(value, 0, 0))
    }
}

/// A period for people: a month, or from its first month to its last.
pub fn period_name(words: &Words, numerals: &dyn Numerals, period: Period) -> String {
    match period.length {
        Granularity::Month => numerals.month(period.start),
        Granularity::Quarter | Granularity::HalfYear | Granularity::Year => words.with(
            "period-span",
            [("first", numerals.month(period.start).into()), ("last", numerals.month(period.end()).into())],
        ),
    }
}

/// What something is multiplied by: `× 0.9`.
pub fn factor(words: &Words, numerals: &dyn Numerals, value: f64) -> String {
    words.with("number-factor", [("value", numerals.decimal(value, 0, 2).into())])
}
