//! What a worker is told of a plan to solve for, and what it finds.

use serde::{Deserialize, Serialize};

use crate::engine::comp::ReplayInput;
use crate::engine::comp::lint::Typical;
use crate::engine::comp::solve::{
    self, Demand, History, Lever, Pareto, Question, SolveError, Spread, Stated, Team, pareto,
};
use crate::engine::simulate::Simulated;

/// Whose pay a plan is held to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Whose {
    /// The team's, for the deals of the replay.
    #[default]
    Deals,
    /// The team's mean pay over simulated years.
    Simulated(Box<Simulated>),
    /// That of a stated attainment; of as many reps as the data has where no number is given.
    Stated(Stated),
}

/// What the solver is told besides the data and the replay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SolveSpec {
    /// Whose pay the plan is held to.
    pub whose: Whose,
    /// What of the plan may move.
    pub levers: Vec<Lever>,
    /// What is asked of it.
    pub demands: Vec<Demand>,
    /// Attainment of excellence, if not the usual.
    pub excellence: Option<f64>,
    /// For how many budgets plans are wanted too; 0 for none.
    pub n_budgets: u32,
}

/// What the solver found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SolveReport {
    /// The plan, or the conflict.
    pub answer: solve::Answer,
    /// Plans for other budgets, if asked for.
    pub pareto: Option<Pareto>,
}

impl SolveSpec {
    /// The answer for the records, months and present plan of that replay.
    ///
    /// # Errors
    ///
    /// [`SolveError`] where this cannot be asked of the plan and team.
    pub fn run(self, input: ReplayInput) -> Result<SolveReport, SolveError> {
        let Self { whose, levers, demands, excellence, n_budgets } = self;
        let question = Question { plan: input.plan, levers, demands, excellence };
        let answered = |team: &Team| {
            let answer = solve::solve(&question, team)?;
            let pareto = if n_budgets == 0 { None } else { Some(pareto(&question, team, n_budgets)?) };
            Ok(SolveReport { answer, pareto })
        };
        match whose {
            Whose::Deals => answered(&History { input }.team()),
            Whose::Simulated(simulated) => answered(&simulated.team()),
            Whose::Stated(stated) => {
                let spread = Spread::of(&stated, Typical::of_team(&input), input.dataset.reps.len());
                answered(&spread.ok_or(SolveError::NoQuota)?.team())
            }
        }
    }
}
