//! What a budget buys: cost against upside and fairness, one solved plan a point.

use serde::{Deserialize, Serialize};

use super::answer::{Figures, Solution};
use super::demand::Demand;
use super::outer::best;
use super::program::Goal;
use super::scene::{Question, Scene, SolveError};
use super::search::{Found, solve_values};
use super::team::Team;

/// Solved plans over a range of budgets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pareto {
    /// By cost, then by pay at excellence.
    pub points: Vec<ParetoPoint>,
    /// Budgets for which no plan meets the other demands.
    pub n_without: u32,
}

/// One plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParetoPoint {
    /// What was preferred among the plans of that budget.
    pub preference: Preference,
    /// The plan with its figures.
    pub solution: Solution,
    /// No other point costs less, pays more at excellence, and has fewer reps worse off and a lower Gini coefficient at once.
    pub is_efficient: bool,
}

/// What is preferred among plans of one budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preference {
    /// The least change.
    LeastChange,
    /// The most pay at excellence.
    MostUpside,
}

/// How far from the present cost budgets are looked at, as fractions of it.
const RANGE: (f64, f64) = (0.75, 1.25);
const MOST_POINTS: u32 = 40;

/// For `n` even budgets between three and five quarters of the present cost (as far as the other demands can be met) the
/// plan of the least change and the plan of the most upside. The question's budget is not used; starts and thresholds stay.
///
/// # Errors
///
/// [`SolveError`] where the question cannot be asked.
pub fn pareto(question: &Question, team: &Team, n: u32) -> Result<Pareto, SolveError> {
    let with = |amount: f64| {
        let others = question.demands.iter().copied().filter(|demand| !matches!(demand, Demand::Budget { .. }));
        Question { demands: others.chain([Demand::Budget { amount }]).collect(), ..question.clone() }
    };
    let asked = question.demands.iter().find(|demand| matches!(demand, Demand::Budget { .. })).and_then(|d| d.number());
    let scene = Scene::new(&with(asked.unwrap_or(1.0)), team)?;
    let present = scene.cost(&scene.present.cases);
    let middle = if 0.0 < present { present } else { asked.unwrap_or(0.0) };
    let (low, high) = (RANGE.0 * middle, RANGE.1 * middle);
    let others: Vec<Demand> =
        scene.demands.iter().copied().filter(|demand| !matches!(demand, Demand::Budget { .. })).collect();
    let end = |goal, beyond: f64| {
        let (response, found) = solve_values(&scene, scene.plan, &others, goal);
        match found {
            Found::At { levers, .. } => response.cost.at(&levers),
            Found::Nothing { .. } => beyond,
        }
    };
    let (low, high) = (low.max(end(Goal::LeastCost, low)), high.min(end(Goal::MostCost, high)));
    let n = n.clamp(2, MOST_POINTS);
    let mut pareto = Pareto::default();
    for step in 0..n {
        let amount = low + (high - low) * f64::from(step) / f64::from(n - 1);
        let is_within = 0.0 < amount && low <= high;
        if !is_within {
            pareto.n_without += 1;
            continue;
        }
        let Ok(scene) = Scene::new(&with(amount), team) else {
            pareto.n_without += 1;
            continue;
        };
        let before = pareto.points.len();
        for (preference, goal) in [(Preference::LeastChange, Goal::Nearest), (Preference::MostUpside, Goal::MostUpside)]
        {
            if let Ok(Some(solution)) = best(&scene, scene.plan, goal) {
                pareto.points.push(ParetoPoint { preference, solution, is_efficient: true });
            }
        }
        pareto.n_without += u32::from(pareto.points.len() == before);
    }
    let figures: Vec<Figures> = pareto.points.iter().map(|point| point.solution.after).collect();
    for point in &mut pareto.points {
        point.is_efficient = figures.iter().all(|other| !beats(other, &point.solution.after));
    }
    let key = |point: &ParetoPoint| (point.solution.after.cost, point.solution.after.pay_at_excellence);
    pareto.points.sort_by(|one, other| {
        let (one, other) = (key(one), key(other));
        one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    Ok(pareto)
}

/// Whether one is at least as good in everything, and better in something.
fn beats(one: &Figures, other: &Figures) -> bool {
    let goods = |figures: &Figures| [-figures.cost, figures.pay_at_excellence, -figures.worse_off, -figures.gini];
    let (one, other) = (goods(one), goods(other));
    let small = |value: f64| 1e-6 * value.abs().max(1e-3);
    let pairs = || one.iter().zip(&other);
    pairs().all(|(one, other)| other - small(*other) <= *one)
        && pairs().any(|(one, other)| other + small(*other) < *one)
}
