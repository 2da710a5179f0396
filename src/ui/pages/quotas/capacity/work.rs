//! The work on a headcount plan: it is looked up in the data, then its years are simulated in the pool.

use std::rc::Rc;

use crate::engine::quota::capacity::{CapacityAsked, CapacityNote, CapacityReport, HeadcountPlan};
use crate::job::{Answer, Ask, CapacityAnswer, CapacityAsk, CapacitySpec};
use crate::ui::client::{Client, Went};
use crate::ui::simulated::{self, End, Tell};

/// Quiet time before a changed plan is simulated.
pub(super) const SETTLE_MILLISECONDS: u32 = 300;

/// What is asked: data, plan, what it is looked up with, and what of chance is wanted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    pub(super) data: String,
    pub(super) plan: HeadcountPlan,
    pub(super) spec: CapacitySpec,
    pub(super) asked: CapacityAsked,
}

/// What is told of a plan.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) report: Rc<CapacityReport>,
    /// What was assumed when it was looked up.
    pub(super) notes: Rc<Vec<CapacityNote>>,
}

pub(super) type Work = simulated::Work<Question, Told>;

/// Looks the plan up, then simulates.
pub(super) fn begin(client: &Rc<Client>, question: &Question, tell: Tell<Told>) -> End {
    let Question { data, plan, spec, asked } = question.clone();
    let ask = Ask::Capacity(CapacityAsk::Resolve { data: Some(data.clone()), plan: Box::new(plan), spec });
    let pool = client.clone();
    let ticket = client.ask(&ask, Some(&data), None, move |answer| {
        let Ok((Answer::Capacity(CapacityAnswer::Resolved(Some(resolved))), _)) = answer else {
            tell(Went::Failed);
            return;
        };
        let resolved = resolved.into_inner();
        let notes = Rc::new(resolved.notes);
        let told = move |report| Told { report: Rc::from(report), notes: notes.clone() };
        pool.capacity(&resolved.input, &asked, move |went| tell(went.map(&told)));
    });
    let client = client.clone();
    Box::new(move || {
        ticket.cancel();
        client.stop_capacity();
    })
}
