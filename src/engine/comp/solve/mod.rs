//! The solver: which rates, multiples, starts and thresholds of a plan meet a budget and what else is asked of it.
//!
//! [`Question`] → what the plan pays is taken apart into its response to every lever (exact where that is linear) → a
//! linear program, with a search over the levers that are not linear → rounding to sensible steps → a check of the rounded
//! plan by the exact interpreter → [`Answer`], or the [`Conflict`]. Formulas and limits: `docs/methods/solve.md`.

mod answer;
mod check;
mod conflict;
mod demand;
mod lever;
mod linear;
mod outer;
mod pareto;
mod program;
mod response;
mod round;
mod scene;
mod search;
mod team;

pub use answer::{Answer, Change, Check, Conflict, Conflicting, Figures, Side, Solution};
pub use demand::{Demand, TOLERANCE_OF_BUDGET};
pub use lever::{Lever, LeverKind, accelerators, starts, thresholds, values};
pub use pareto::{Pareto, ParetoPoint, Preference, pareto};
pub use scene::{Question, SolveError};
pub use team::{Crowd, History, Spread, Stated, Team};

use scene::Scene;

/// The plan that answers the question and is nearest to the present one: the greatest relative change of any lever is as
/// small as it can be.
///
/// # Errors
///
/// [`SolveError`] where the question cannot be asked of this plan and team.
pub fn solve(question: &Question, team: &Team) -> Result<Answer, SolveError> {
    let scene = Scene::new(question, team)?;
    Ok(outer::answer(&scene))
}
