//! Replay: a plan applied to the deals that were won, as statements by rep and period.

mod counted;
mod fairness;
mod gaps;
mod lines;
mod roster;
mod summary;
mod terms;
mod walk;

use serde::{Deserialize, Serialize};

use super::exact::Step;
use super::plan::Plan;
use crate::engine::records::{Dataset, RepId};
use crate::engine::units::{Calendar, Decimal, Money, Month, Period};

pub use fairness::{PayLine, pay_line};
pub use gaps::{Gap, NamedIn};
pub use roster::Roster;
pub use summary::{AttainmentBin, PeriodTotal, RepPoint, Totals};
pub use terms::Member;

/// What a replay is made from.
#[derive(Clone, Copy, Debug)]
pub struct ReplayInput<'a> {
    /// The plan; every rep is on it.
    pub plan: &'a Plan,
    /// The records.
    pub dataset: &'a Dataset,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month paid.
    pub first: Month,
    /// Last month paid.
    pub last: Month,
    /// Decimals of the currency's minor unit.
    pub digits: u32,
    /// ISO code of the scenario's currency: amounts in others are exchanged.
    pub currency: &'a str,
}

/// A plan replayed on history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    /// By rep, in the order of the roster.
    pub statements: Vec<Statement>,
    /// Sums.
    pub totals: Totals,
    /// Sums by month, quarter or year: the shortest pay period of the plan.
    pub by_period: Vec<PeriodTotal>,
    /// Attainment and pay of each rep over the whole time.
    pub scatter: Vec<RepPoint>,
    /// How many reps stand at which attainment.
    pub attainment_bins: Vec<AttainmentBin>,
    /// What could not be paid for, and why.
    pub gaps: Vec<Gap>,
}

/// What one rep is paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Role, if known.
    pub role: String,
    /// By period, then component.
    pub lines: Vec<Line>,
    /// Their sum, rounded as the plan says.
    pub total: Money,
}

/// One component's pay for one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The component's name.
    pub component: String,
    /// The pay period.
    pub period: Period,
    /// Credit of the period.
    pub credit: Decimal,
    /// Credit of the accumulation window to the end of the period.
    pub credit_to_date: Decimal,
    /// Quota of the window.
    pub quota: Option<Decimal>,
    /// `credit_to_date / quota`
    pub attainment: Option<Decimal>,
    /// The component's target incentive for the window.
    pub target_incentive: Decimal,
    /// Pay: rounded if the plan rounds by line.
    pub pay: Money,
    /// How many deals were credited in the period.
    pub n_deals: u32,
    /// What refundable caps keep at the end of the period, to be paid in later windows of the fiscal year.
    #[serde(default)]
    pub cap_balance: Decimal,
}

/// A line with everything behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The line.
    pub line: Line,
    /// Its deals, in the order they were credited.
    pub deals: Vec<DealPay>,
    /// The part of its exact pay that is no deal's of the period: what gates, multipliers, matrix rows and cap balances
    /// change in the pay of the window's earlier periods.
    #[serde(default)]
    pub true_up: Decimal,
    /// The arithmetic.
    pub trace: Vec<Step>,
}

/// What one deal added to a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DealPay {
    /// The deal's id.
    pub id: String,
    /// Its account.
    pub account: String,
    /// Day it was won.
    pub day: chrono::NaiveDate,
    /// Credit.
    pub credit: Decimal,
    /// Pay, not rounded.
    pub pay: Decimal,
}

/// Applies the plan to the won deals of each rep.
///
/// Deals count in the month they were closed, in order of day and then of the files. Credit of months before `first`
/// that belong to the same accumulation window counts towards it.
pub fn replay(input: &ReplayInput) -> Replay {
    let roster = Roster::new(input);
    summary::replay(input, &roster, lines::statements(input, &roster))
}

/// The deals and the arithmetic behind one line; `None` if there is no such line.
pub fn explain(input: &ReplayInput, rep: &RepId, component: &str, period: Period) -> Option<Explanation> {
    let roster = Roster::new(input);
    let member = roster.member(rep)?;
    let component = input.plan.components.iter().find(|candidate| candidate.name == component)?;
    lines::explain(input, member, component, period)
}
