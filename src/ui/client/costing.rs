//! Costing in the pool: simulated years of all plans, and their cost along company performance.

use std::rc::Rc;

use super::sliced::{Runs, Simulation, Sliced, Went, slice};
use super::{Answered, Client, task};
use crate::engine::simulate::{CostInput, CostSummary};
use crate::job::{Answer, Ask, N_INPUTS, encode};
use crate::platform::pool::{Need, Ticket};

/// Nanoseconds that a month of a rep's component takes about, to size slices.
const NANOSECONDS_PER_STEP: u64 = 12;

/// Years of plans, by the name of their input.
struct Years {
    cost: String,
    seed: u64,
}

impl Runs for Years {
    type Variant = ();
    type Report = Vec<CostSummary>;

    fn run(&self, (): (), from: u32, to: u32) -> Ask {
        Ask::Simulate { cost: self.cost.clone(), seed: self.seed, from, to }
    }

    fn gather(&self, job: u32, (): (), report: bool) -> Ask {
        Ask::Gather { cost: self.cost.clone(), job, summarise: report }
    }

    fn gathered(answer: Answer) -> Option<(u32, Option<Self::Report>)> {
        match answer {
            Answer::Gathered { n_runs, summary } => Some((n_runs, summary)),
            _ => None,
        }
    }
}

fn need(cost: &str, input: &CostInput) -> Need {
    let message = encode(&Ask::KeepCost { cost: cost.to_owned(), input: Box::new(input.clone()) });
    Need { slot: ("cost", N_INPUTS), key: cost.to_owned(), message: Rc::new(message), bulk: None }
}

impl Client {
    /// Simulates in place of what ran before.
    pub(crate) fn simulate(
        self: &Rc<Self>,
        cost: &str,
        input: &CostInput,
        seed: u64,
        n_runs: u32,
        tell: impl Fn(Went<Vec<CostSummary>>) + 'static,
    ) {
        self.stop_simulation();
        let simulation = Simulation::default();
        *self.running.borrow_mut() = simulation.clone();
        let components: usize = input.plans.iter().map(|plan| plan.components.len()).sum();
        let steps = input.model.reps.len() as u64 * u64::from(input.model.n_months) * (components as u64 + 1);
        Sliced {
            client: self.clone(),
            runs: Years { cost: cost.to_owned(), seed },
            need: need(cost, input),
            parts: vec![((), n_runs)],
            slice: slice(steps * NANOSECONDS_PER_STEP),
            simulation,
            tell: Box::new(tell),
        }
        .begin();
    }

    /// Ends the simulation that runs.
    pub(crate) fn stop_simulation(&self) {
        self.running.borrow().cancel();
    }

    /// Cost along company performance.
    pub(crate) fn sensitivity(
        &self,
        cost: &str,
        input: &CostInput,
        seed: u64,
        n_runs: u32,
        done: impl FnOnce(Answered) + 'static,
    ) -> Ticket {
        let factors = vec![0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4];
        let ask = Ask::Sensitivity { cost: cost.to_owned(), factors, seed, n_runs };
        self.pool.run(task(encode(&ask), None, vec![need(cost, input)], None, done))
    }
}
