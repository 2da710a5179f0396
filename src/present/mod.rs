//! Everything that people read: numbers, words, sentences, chart models. Pure: the locale is an argument.

mod behaviour;
mod capacity;
mod chart;
mod charts;
mod compare;
mod field;
mod forecast;
mod further;
mod issue;
mod ledger;
mod lint;
mod mechanics;
mod numerals;
mod payout;
mod pipeline;
mod plan;
mod quota;
mod quota_estimate;
mod quota_health;
mod series;
mod solve;
mod trace;
mod words;
mod workbook;

pub use behaviour::{
    behaviour_finding, behaviour_sums, behaviour_types, behaviour_variants, calibration_lines, limit_text,
    setting_name, study_text, timing_lines, window_line, world_name, zone_lines,
};
pub use capacity::{
    assumption_moved, assumption_name, capacity_finding, capacity_note, capacity_on_forecast, capacity_value,
    headcount_error, on_forecast_error,
};
pub use chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Span, Tone, nice_ticks};
pub use charts::{
    Shown, Voice, accruals_by_month, attainment_distribution, capacity_by_month, capacity_delay, capacity_grid,
    capacity_tornado, closes_by_week, conversion_table, cost_by_month, cost_finding, cost_histogram,
    effort_by_attainment, factor, health_boxes, health_by_size, health_distribution, on_forecast_chart, pay_by_period,
    pay_for_performance, payout_curve, period_name, pipeline_by_month, pipeline_calibration, pipeline_conversion,
    pipeline_origins, pipeline_parts, pipeline_to_date, pipeline_tornado, pipeline_waterfall, revenue_by_week,
    season_chart, sensitivity_chart, series_calibration, series_coverage, series_fan, series_origins, series_season,
    series_seasons, series_trend, solve_fairness, solve_upside,
};
pub use compare::{
    MeasureRow, audience_name, change_row, changes_sentence, compare_note, contribution_row, figure_name, figure_text,
    group_by_name, group_name, group_rows, measure_rows, part_name, range_text, stands_name, tests_sentence,
};
pub use field::{field_name, kind_name, measure_name, value_kind_name};
pub use forecast::{
    forecast_cost_error, forecast_coverage, forecast_method, forecast_why, no_series, prediction_notes,
    reconciled_note, series_error, series_note, step_name,
};
pub use further::further_sentences;
pub use issue::{FileProblem, issue_group, issue_reason, issue_remedy, read_error};
pub use ledger::book_error;
pub use lint::{FindingText, lint_finding};
pub use numerals::{MoneyStyle, Numerals, Plain, parse_typed, without_signed_zero};
pub use payout::{AmountColumn, balance_columns, payout_columns};
pub use pipeline::{
    pipeline_basis, pipeline_category, pipeline_chance_range, pipeline_driver, pipeline_error, pipeline_finding,
    pipeline_flow, pipeline_method, pipeline_note,
};
pub use plan::{fit_note, gap, plan_error, sentences};
pub use quota::{quota_error, quota_finding, quota_node, quota_origin, quota_refused, quota_rule, quota_seasons};
pub use quota_estimate::{
    backtest_best, backtest_missed, backtest_setter, estimate_column, estimate_error, estimate_how, estimate_method,
    estimate_model, estimate_note,
};
pub use quota_health::{
    health_advice, health_figure, health_interval, health_luck, health_missing, health_name, health_note,
    health_part_name, health_range, health_sentences, health_size_name, health_source, health_stands_name,
    health_value, health_verdict,
};
pub use series::{
    is_yardstick, series_ahead, series_beaten, series_before, series_by, series_digits, series_fill, series_finding,
    series_group, series_held, series_judged, series_ranges, series_reconcile, series_step, series_value, series_what,
    series_whole, yardsticks,
};
pub use solve::{solve_conflict, solve_demand, solve_error, solve_lever, solve_number, solve_reached};
pub use trace::step;
pub use words::{Arg, Locale, Words, catalogue};
pub use workbook::{Label, WorkbookLabels};
