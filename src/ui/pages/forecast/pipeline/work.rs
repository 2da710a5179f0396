//! What is asked of the simulation of a pipeline, and how that is begun.

use std::rc::Rc;

use super::Said;
use crate::engine::pipeline::{PipelineReport, PipelineRuns};
use crate::ui::app::Shared;
use crate::ui::client::Client;
use crate::ui::simulated::{self, End, Tell};

/// Quiet time before a question is simulated.
pub(super) const SETTLE_MILLISECONDS: u32 = 100;

/// What is asked.
#[derive(Clone, PartialEq)]
pub(super) struct Question {
    /// What the deals say.
    pub(super) said: Shared<Said>,
    pub(super) target: Option<f64>,
    pub(super) runs: PipelineRuns,
}

pub(super) type Work = simulated::Work<Question, Rc<PipelineReport>>;

pub(super) fn begin(client: &Rc<Client>, question: &Question, tell: Tell<Rc<PipelineReport>>) -> End {
    let Ok(found) = question.said.0.as_ref() else { return Box::new(|| ()) }; // nothing is asked of it
    let simulation = client.pipeline(found, question.target, question.runs, move |went| tell(went.map(Rc::from)));
    Box::new(move || simulation.cancel())
}
