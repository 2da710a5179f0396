//! What a scenario comes to: pay of its plans on history, and what they cost, as the page stores it.

use attain::engine::comp::{ReplayInput, replay};
use attain::engine::units::Decimal;
use attain::scenario::{Opened, ResultSummary};

use crate::costing;
use crate::fail::Failure;
use crate::part::Part;
use crate::read::Data;
use crate::simulate::{n_processors, of_scenario};
use crate::span::SpanArgs;

/// Results, and the simulation behind them.
pub(super) struct Results {
    pub(super) summary: ResultSummary,
    pub(super) part: Part,
}

/// Computes a scenario on data. Pay is computed for every sound plan.
pub(super) fn compute(
    place: &str,
    opened: &Opened,
    data: &Data,
    draws: Option<(u64, u32)>,
) -> Result<Results, Failure> {
    let scenario = &opened.scenario;
    let none = SpanArgs::default();
    let mut head = of_scenario(place, opened, data, &none)?;
    if let Some((seed, n_runs)) = draws {
        (head.seed, head.n_runs) = (seed, n_runs.clamp(1, 1_000_000));
    }
    let span = none.resolve(Some(scenario), data)?;
    let paid = scenario.plans.iter().filter(|plan| plan.errors().is_empty()).map(|plan| {
        let input = ReplayInput {
            plan,
            dataset: &data.dataset,
            calendar: span.calendar,
            first: span.first,
            last: span.last,
            digits: span.currency.digits,
            currency: &span.currency.code,
        };
        (plan.name.clone(), replay(&input).totals.paid.0)
    });
    let paid: Vec<(String, Decimal)> = paid.collect();
    let part = costing::run_range(&head, 0..head.n_runs, n_processors())?;
    // As the page rounds them.
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    let summaries = part.tally.summary(&head.input);
    let three = |total: attain::engine::simulate::Quantiles| [total.p10, total.p50, total.p90].map(rounded);
    let summary = ResultSummary {
        engine_version: head.engine_version,
        seed: head.seed,
        n_runs: head.n_runs,
        paid,
        cost: summaries.into_iter().map(|summary| (summary.plan, three(summary.total))).collect(),
    };
    Ok(Results { summary, part })
}
