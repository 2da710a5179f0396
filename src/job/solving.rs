//! What a worker is told of a plan to solve for, and what it finds.

use serde::{Deserialize, Serialize};

use crate::engine::comp::solve::{self, Demand, Lever, Pareto};

/// What the solver is told besides the data and the replay.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SolveSpec {
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
