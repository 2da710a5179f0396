//! Capacity in the pool: simulated years of a headcount plan and of its changes.

use std::rc::Rc;

use super::Client;
use super::sliced::{Runs, Simulation, Sliced, Went, slice};
use crate::engine::quota::capacity::{CapacityAsked, CapacityInput, CapacityReport, Variant, variants};
use crate::job::{Answer, Apart, Ask, CapacityAnswer, CapacityAsk, N_CAPACITIES, encode};
use crate::platform::pool::Need;

/// Nanoseconds that a month of a head takes about, to size slices.
const NANOSECONDS_PER_MONTH: u64 = 20;

/// A headcount plan's years, by the fingerprint of its input.
struct Years {
    capacity: String,
    seed: u64,
}

impl Runs for Years {
    type Variant = Variant;
    type Report = Box<CapacityReport>;

    fn run(&self, variant: Variant, from: u32, to: u32) -> Ask {
        Ask::Capacity(CapacityAsk::Run { capacity: self.capacity.clone(), variant, seed: self.seed, from, to })
    }

    fn gather(&self, job: u32, variant: Variant, report: bool) -> Ask {
        Ask::Capacity(CapacityAsk::Gather { capacity: self.capacity.clone(), job, variant, report })
    }

    fn gathered(answer: Answer) -> Option<(u32, Option<Self::Report>)> {
        match answer {
            Answer::Capacity(CapacityAnswer::Gathered { n_runs, report }) => {
                Some((n_runs, report.map(Apart::into_inner).map(Box::new)))
            }
            _ => None,
        }
    }
}

impl Client {
    /// Simulates what is asked, in place of what ran before. Reports come while it runs: first the plan itself, then its
    /// changes.
    pub(crate) fn capacity(
        self: &Rc<Self>,
        input: &CapacityInput,
        asked: &CapacityAsked,
        tell: impl Fn(Went<Box<CapacityReport>>) + 'static,
    ) {
        self.stop_capacity();
        let simulation = Simulation::default();
        *self.growing.borrow_mut() = simulation.clone();
        let capacity = input.fingerprint();
        let keep = CapacityAsk::Keep { capacity: capacity.clone(), input: Box::new(input.clone()) };
        let message = Rc::new(encode(&Ask::Capacity(keep)));
        let steps = (input.seats.len() as u64 + 1) * (input.n_months() as u64).max(1);
        Sliced {
            client: self.clone(),
            need: Need { slot: ("capacity", N_CAPACITIES), key: capacity.clone(), message, bulk: None },
            runs: Years { capacity, seed: asked.seed },
            parts: variants(input, asked),
            slice: slice(steps * NANOSECONDS_PER_MONTH),
            simulation,
            tell: Box::new(tell),
        }
        .begin();
    }

    /// Ends the simulation of capacity that runs.
    pub(crate) fn stop_capacity(&self) {
        self.growing.borrow().cancel();
    }
}
