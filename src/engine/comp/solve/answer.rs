//! What comes out: the plan with its figures before and after, or what stands against each other.

use serde::{Deserialize, Serialize};

use super::demand::Demand;
use super::lever::Lever;
use crate::engine::comp::plan::Plan;
use crate::engine::units::Decimal;

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A plan that meets all demands, checked after rounding.
    Solved(Box<Solution>),
    /// No plan of this form meets them.
    Impossible(Conflict),
    /// None was found, though none of the demands stands against the others as far as can be seen: pay bends too much.
    NotFound,
}

/// A plan that meets the demands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Solution {
    /// The plan.
    pub plan: Plan,
    /// Every lever, moved or not.
    pub changes: Vec<Change>,
    /// Figures of the present plan.
    pub before: Figures,
    /// Figures of this one.
    pub after: Figures,
    /// Each demand, in the order asked.
    pub checks: Vec<Check>,
}

/// A lever before and after.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub lever: Lever,
    /// On the present plan.
    pub before: Decimal,
    /// On the new one.
    pub after: Decimal,
}

/// What a plan comes to for the team.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Pay of all, money.
    pub cost: f64,
    /// Cost over credit, a fraction; `None` without credit.
    pub ccos: Option<f64>,
    /// Pay at quota for typical terms and a year, money.
    pub pay_at_target: f64,
    /// Pay at excellence, likewise.
    pub pay_at_excellence: f64,
    /// `pay(E) / pay(1)`; `None` if nothing is paid at quota.
    pub leverage: Option<f64>,
    /// Share of reps who are paid more than 0.1 % less than on the present plan, a fraction.
    pub worse_off: f64,
    /// Share of reps who are paid more than 0.1 % more, a fraction.
    pub better_off: f64,
    /// Gini coefficient of pay over target incentive (of pay, if that is not known): 0 where all get the same part.
    pub gini: f64,
}

/// A demand with what the plan comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// The demand.
    pub demand: Demand,
    /// What the demand's number is on the plan: the cost, the share, the leverage, the accelerator farthest out; for target
    /// pay the greatest miss as a fraction; for pay that must not fall the deepest fall in money. `None` where there is none.
    pub value: Option<f64>,
    /// Whether it is met.
    pub is_met: bool,
}

/// Demands that cannot be met together, though all but any one of them can.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// They.
    pub demands: Vec<Conflicting>,
    /// Whether it is proved; else pay is not linear in what may move, and no plan was found.
    pub is_proved: bool,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflicting {
    /// The demand.
    pub demand: Demand,
    /// The nearest number with which all demands can be met, the others as they are; `None` if none helps or it has none.
    pub nearest: Option<f64>,
    /// On which side of the nearest number there are plans.
    pub side: Side,
}

/// A side of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// It must be at least that.
    AtLeast,
    /// It must be at most that.
    AtMost,
}
