//! The plans of a comparison on the same simulated years.

use std::fmt::Write as _;

use attain::engine::comp::Plan;
use attain::engine::simulate::{
    CostInput, CostSummary, FitInput, FitNote, Sensitivity, SimulatedChange, fit, sensitivity, simulated_changes,
};
use attain::engine::units::Month;
use attain::present::{Numerals as _, Plain, fit_note};
use serde::Serialize;

use crate::costing::run_range;
use crate::fail::Failure;
use crate::part::Head;
use crate::print::{Figures, Grid, count};
use crate::read::Data;
use crate::simulate::{n_processors, peopled, say_measures};
use crate::span::Span;

/// Company performance at which cost is told, and at most how many years for each.
const FACTORS: [f64; 3] = [0.9, 1.0, 1.1];
const N_SENSITIVITY: u32 = 2_000;

#[derive(clap::Args)]
pub(super) struct SimulateArgs {
    /// Also compare on so many simulated years after the history, the same for every plan
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    simulate: Option<u32>,
    /// Seed of the draws
    #[arg(long, value_name = "S", default_value = "1", requires = "simulate")]
    seed: u64,
}

/// Plans on simulated years.
#[derive(Serialize)]
pub(super) struct Simulated {
    n_runs: u32,
    seed: u64,
    first: Month,
    n_months: u32,
    notes: Vec<FitNote>,
    /// One for each plan.
    plans: Vec<CostSummary>,
    /// Each plan after the first against the first.
    changes: Vec<SimulatedChange>,
    /// Cost with company performance held, one for each plan.
    sensitivity: Vec<Sensitivity>,
}

impl SimulateArgs {
    /// The simulation, if it is asked for.
    pub(super) fn run(
        &self,
        plans: &[Plan],
        has_books: bool,
        data: &Data,
        span: &Span,
    ) -> Result<Option<Simulated>, Failure> {
        let (Some(n_runs), Some(plan)) = (self.simulate, plans.first()) else {
            let is_asked = self.simulate.is_some();
            return if is_asked { Err(no_books()) } else { Ok(None) };
        };
        if has_books {
            return Err(no_books());
        }
        say_measures(plans);
        let fitted = fit(&FitInput {
            dataset: &data.dataset,
            plan,
            others: plans,
            currency: &span.currency.code,
            history_first: span.first,
            history_last: span.last,
            first: span.next_year(),
            n_months: 12,
        });
        let head = peopled(Head {
            engine_version: env!("CARGO_PKG_VERSION").into(),
            n_runs,
            seed: self.seed,
            input: CostInput {
                plans: plans.to_vec(),
                model: fitted.model,
                calendar: span.calendar,
                digits: span.currency.digits,
                budget: None,
                company_factor: 1.0,
                hold_company: false,
            },
            currency: span.currency.clone(),
            data: None,
            notes: fitted.notes,
        })?;
        let part = run_range(&head, 0..n_runs, n_processors())?;
        let input = &head.input;
        Ok(Some(Simulated {
            n_runs,
            seed: self.seed,
            first: input.model.first,
            n_months: input.model.n_months,
            plans: part.tally.summary(input),
            changes: simulated_changes(input, &part.tally),
            sensitivity: sensitivity(input, &FACTORS, self.seed, 0..n_runs.min(N_SENSITIVITY)),
            notes: head.notes,
        }))
    }
}

fn no_books() -> Failure {
    Failure::usage("a book of plans is not simulated", "Name plans with --plan alone, or leave out --simulate")
}

impl Simulated {
    pub(super) fn text(&self, figures: &Figures) -> String {
        let last = self.first.plus(self.n_months.max(1) as i32 - 1);
        let n_runs = count(self.n_runs as usize);
        let mut text = format!("\n{n_runs} simulated years, {} to {last}, seed {}\n", self.first, self.seed);
        for note in &self.notes {
            let _ = writeln!(text, "  {}", fit_note(&figures.words, &Plain, note));
        }
        let percent = |fraction: f64| Plain.percent(fraction, 1);
        let mut grid = Grid::new(&[
            "PLAN",
            ">MEAN COST",
            ">P10",
            ">P50",
            ">P90",
            ">CCOS P50",
            ">AT THRESHOLD",
            ">AT QUOTA",
            ">AT EXCELLENCE",
            ">90% OF SALES",
            ">110% OF SALES",
            ">VOLATILITY",
        ]);
        for (plan, company) in self.plans.iter().zip(&self.sensitivity) {
            let at = |place: usize| company.points.get(place);
            let cost = |place: usize| at(place).map_or_else(|| "–".into(), |point| figures.whole(point.mean));
            let volatility = at(1).filter(|point| 0.0 < point.mean).map(|point| point.volatility / point.mean);
            grid.row([
                plan.plan.clone(),
                figures.whole(plan.mean),
                figures.whole(plan.total.p10),
                figures.whole(plan.total.p50),
                figures.whole(plan.total.p90),
                plan.ccos.map_or_else(|| "–".into(), |ccos| Plain.percent(ccos.p50, 2)),
                if plan.levels.threshold == 0.0 { "–".into() } else { percent(plan.levels.at_threshold) },
                percent(plan.levels.at_target),
                percent(plan.levels.at_excellence),
                cost(0),
                cost(2),
                volatility.map_or_else(|| "–".into(), |share| Plain.percent(share, 2)),
            ]);
        }
        text += &grid.text("");
        for changes in &self.changes {
            text += &winners(figures, changes);
        }
        text
    }
}

fn winners(figures: &Figures, changes: &SimulatedChange) -> String {
    let percent = |fraction: f64| Plain.percent(fraction, 1);
    let mut text = format!(
        "\n{} against {}: {} a year; in 8 of 10 years {} to {}. Dearer in {} of the years. Expected pay rises for {}, falls \
         for {}, stays for {}; losing more than 5%: {}.\n",
        changes.after,
        changes.before,
        figures.whole(changes.mean),
        figures.whole(changes.difference.p10),
        figures.whole(changes.difference.p90),
        percent(changes.share_dearer),
        changes.n_winners,
        changes.n_losers,
        changes.n_unchanged,
        changes.share_losing_much.map_or_else(|| "–".into(), percent),
    );
    let mut grid = Grid::new(&["REP", ">EXPECTED BEFORE", ">AFTER", ">DIFFERENCE", ">CHANGE"]);
    let mut reps: Vec<_> = changes.reps.iter().collect();
    reps.sort_by(|one, other| one.difference.total_cmp(&other.difference));
    for rep in reps {
        grid.row([
            rep.name.clone(),
            figures.whole(rep.before),
            figures.whole(rep.after),
            figures.whole(rep.difference),
            rep.share.map_or_else(|| "–".into(), percent),
        ]);
    }
    text += &grid.text("");
    text
}
