//! Capacity as workers compute it: the plan looked up in the data, simulated years in slices, and what they come to.

use serde::{Deserialize, Serialize};

use super::apart::Apart;
use super::kept::{Gathered, keep, kept};
use super::protocol::Answer;
use super::refusal::Refusal;
use crate::engine::quota::capacity::{
    CapacityInput, CapacityNote, CapacityReport, CapacityTally, HeadcountPlan, PlanFromData, ResolveInput, Resolved,
    Variant, headcount_from, prepare_capacity, resolve, run_capacity,
};
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Month};
use crate::scenario::{Scenario, months, plan_year};

/// Inputs that are kept; the eldest goes first.
pub const N_CAPACITIES: usize = 2;
/// Runs that one ask may want.
const MOST_RUNS: u32 = 1_000_000;

/// What a worker is asked about capacity. `capacity` names an input by its fingerprint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CapacityAsk {
    /// A headcount plan from the data.
    PlanFrom {
        /// The data.
        data: String,
        /// The rest.
        spec: CapacitySpec,
    },
    /// A plan looked up in the data's roster.
    Resolve {
        /// The data; `None` to work without.
        data: Option<String>,
        /// The plan.
        plan: Box<HeadcountPlan>,
        /// The rest.
        spec: CapacitySpec,
    },
    /// Keep this input.
    Keep {
        /// Its fingerprint.
        capacity: String,
        /// The input.
        input: Box<CapacityInput>,
    },
    /// Some runs; the tally comes back as bulk.
    Run {
        /// The input.
        capacity: String,
        /// How the plan is changed.
        variant: Variant,
        /// Seed.
        seed: u64,
        /// First run.
        from: u32,
        /// One past the last run.
        to: u32,
    },
    /// Merge a tally (bulk) into the job's, and report on all of them if asked.
    Gather {
        /// The input.
        capacity: String,
        /// The job; another number begins anew.
        job: u32,
        /// How the plan was changed.
        variant: Variant,
        /// Whether a report is wanted.
        report: bool,
    },
}

/// What else a plan is looked up with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CapacitySpec {
    /// The fiscal year.
    pub calendar: Calendar,
    /// First and last month of the history, if there is any.
    pub history: Option<(Month, Month)>,
    /// First month of a plan that names none.
    pub first: Month,
    /// Months of a plan that is made from the data.
    pub n_months: u32,
    /// ISO code of the scenario's currency.
    pub currency: String,
    /// Decimal places of the currency.
    pub digits: u32,
}

impl CapacitySpec {
    /// As a scenario has it; `None` without months of history.
    pub fn of(scenario: &Scenario) -> Option<Self> {
        Some(Self {
            calendar: scenario.calendar,
            history: months(scenario),
            first: plan_year(scenario)?,
            n_months: 12,
            currency: scenario.currency.code.clone(),
            digits: scenario.currency.digits,
        })
    }

    /// What a plan is looked up in.
    pub(super) fn given<'a>(&'a self, dataset: Option<&'a Dataset>) -> ResolveInput<'a> {
        let Self { calendar, history, first, ref currency, digits, .. } = *self;
        ResolveInput { dataset, history, currency, calendar, first, digits }
    }
}

/// What a worker answers about capacity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CapacityAnswer {
    /// A plan from the data, and what a reader should know.
    Plan(Apart<HeadcountPlan>, Vec<CapacityNote>),
    /// The plan looked up; `None` if it cannot be used, which its own check tells.
    Resolved(Option<Apart<Resolved>>),
    /// What was gathered.
    Gathered {
        /// Runs in it, of the plan and all its changes.
        n_runs: u32,
        /// The report, if asked for.
        report: Option<Apart<CapacityReport>>,
    },
}

/// What a worker keeps for capacity.
#[derive(Default)]
pub(super) struct CapacityDesk {
    inputs: Vec<(String, CapacityInput)>,
    gathered: Gathered<Variant, CapacityTally>,
}

impl CapacityAsk {
    /// The data that must be at hand.
    pub(super) fn data(&self) -> Option<&str> {
        match self {
            Self::PlanFrom { data, .. } => Some(data),
            Self::Resolve { data, .. } => data.as_deref(),
            Self::Keep { .. } | Self::Run { .. } | Self::Gather { .. } => None,
        }
    }
}

impl CapacityDesk {
    /// Answers; `dataset` is the one that the ask names, `bulk` what came beside it.
    pub(super) fn answer(
        &mut self,
        ask: CapacityAsk,
        bulk: &[u8],
        dataset: Option<&Dataset>,
    ) -> Result<(Answer, Option<Vec<u8>>), Refusal> {
        let told = |answer| Ok((Answer::Capacity(answer), None));
        match ask {
            CapacityAsk::PlanFrom { spec, .. } => {
                let (dataset, (history_first, history_last)) = dataset.zip(spec.history).ok_or(Refusal::NotKept)?;
                let CapacitySpec { calendar, first, n_months, ref currency, .. } = spec;
                let given = PlanFromData { dataset, currency, calendar, history_first, history_last, first, n_months };
                let (plan, notes) = headcount_from(&given);
                told(CapacityAnswer::Plan(plan.into(), notes))
            }
            CapacityAsk::Resolve { plan, spec, .. } => {
                told(CapacityAnswer::Resolved(resolve(&plan, &spec.given(dataset)).ok().map(Apart::from)))
            }
            CapacityAsk::Keep { capacity, input } => {
                keep(&mut self.inputs, N_CAPACITIES, capacity, *input);
                Ok((Answer::Kept, None))
            }
            CapacityAsk::Run { capacity, variant, seed, from, to } => {
                let prepared = prepare_capacity(kept(&self.inputs, &capacity)?, variant);
                let tally = run_capacity(&prepared, seed, from..to.min(from.saturating_add(MOST_RUNS)));
                let bulk = postcard::to_allocvec(&tally).unwrap_or_default();
                Ok((Answer::Part { n_runs: tally.n_runs() }, Some(bulk)))
            }
            CapacityAsk::Gather { capacity, job, variant, report } => {
                let input = kept(&self.inputs, &capacity)?;
                self.gathered.add(job, variant, bulk)?;
                let n_runs = self.gathered.n_runs();
                let report = report.then(|| Apart::from(CapacityReport::of(input, &self.gathered.tallies())));
                told(CapacityAnswer::Gathered { n_runs, report })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::quota::capacity::{
        CapacityAsked, CapacityGoal, CapacityRole, PlannedHires, StatedHeads, variants,
    };
    use crate::job::{Ask, Desk, decode, encode};

    fn ask(desk: &mut Desk, ask: CapacityAsk, bulk: Option<Vec<u8>>) -> (Answer, Option<Vec<u8>>) {
        let message = encode(&Ask::Capacity(ask));
        let (answer, bulk) = desk.answer(decode(&message).unwrap(), bulk);
        (decode(&encode(&answer)).unwrap(), bulk)
    }

    fn spec() -> CapacitySpec {
        CapacitySpec {
            calendar: Calendar::default(),
            history: None,
            first: Month::new(2026, 1),
            n_months: 12,
            currency: "USD".into(),
            digits: 2,
        }
    }

    #[test]
    fn slices_of_any_size_come_to_the_same_report() {
        let plan = HeadcountPlan {
            roles: vec![CapacityRole { name: "AE".into(), quota: 1e6, ..CapacityRole::default() }],
            heads: vec![StatedHeads { role: "AE".into(), n: 6, tenure: None }],
            hires: vec![PlannedHires { role: "AE".into(), month: Month::new(2026, 3), n: 2 }],
            goal: CapacityGoal::Year(5.5e6),
            ..HeadcountPlan::default()
        };
        let mut desk = Desk::default();
        let resolve = CapacityAsk::Resolve { data: None, plan: Box::new(plan), spec: spec() };
        let (Answer::Capacity(CapacityAnswer::Resolved(Some(resolved))), _) = ask(&mut desk, resolve, None) else {
            panic!("not resolved")
        };
        let input = resolved.into_inner().input;
        let capacity = input.fingerprint();
        ask(&mut desk, CapacityAsk::Keep { capacity: capacity.clone(), input: Box::new(input.clone()) }, None);
        let wanted = variants(&input, &CapacityAsked { n_runs: 100, ..CapacityAsked::default() });
        let mut reports = Vec::new();
        for (job, slice) in [(1, 100), (2, 33)] {
            let mut last = None;
            for (variant, n_runs) in &wanted {
                for from in (0..*n_runs).step_by(slice) {
                    let to = (from + slice as u32).min(*n_runs);
                    let run = CapacityAsk::Run { capacity: capacity.clone(), variant: *variant, seed: 1, from, to };
                    let (answer, part) = ask(&mut desk, run, None);
                    assert_eq!(answer, Answer::Part { n_runs: to - from });
                    let gather =
                        CapacityAsk::Gather { capacity: capacity.clone(), job, variant: *variant, report: true };
                    last = Some(ask(&mut desk, gather, part).0);
                }
            }
            let Some(Answer::Capacity(CapacityAnswer::Gathered { n_runs, report: Some(report) })) = last else {
                panic!("not gathered")
            };
            assert_eq!(n_runs, wanted.iter().map(|(_, n_runs)| n_runs).sum::<u32>());
            let report = report.into_inner();
            assert!(report.summary.is_some() && report.delay.is_some() && report.grid.is_some());
            assert_eq!(report.tornado.len(), 8);
            reports.push(report);
        }
        assert_eq!(reports[0], reports[1]);
    }

    #[test]
    fn what_is_not_kept_is_refused() {
        let run = CapacityAsk::Run { capacity: "x".into(), variant: Variant::AsPlanned, seed: 1, from: 0, to: 1 };
        assert_eq!(ask(&mut Desk::default(), run, None).0, Answer::Refused(Refusal::NotKept));
        let from = CapacityAsk::PlanFrom { data: "x".into(), spec: spec() };
        assert_eq!(ask(&mut Desk::default(), from, None).0, Answer::Refused(Refusal::NotKept));
    }
}
