//! Replay: a plan applied to the deals that were won, as statements by rep and period.

mod ahead;
mod contests;
mod counted;
mod earn;
mod fairness;
mod gaps;
mod lines;
mod own;
mod paid;
mod roster;
mod stints;
mod summary;
mod team;
mod terms;
mod walk;

use serde::{Deserialize, Serialize};

use super::exact::Step;
use super::ledger::{Accrual, Liability, PayoutPeriod, accruals};
use super::plan::{Plan, PlanBook, Reward};
use crate::engine::records::{Dataset, RepId};
use crate::engine::units::{Calendar, Decimal, Money, Month, Period, Rounding};
use team::Team;

pub use fairness::{PayLine, pay_line};
pub use gaps::{Gap, NamedIn};
pub use own::{OwnCurrency, OwnPay};
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

/// What a replay of several plans is made from.
#[derive(Clone, Copy, Debug)]
pub struct BookInput<'a> {
    /// The plans, and who is on which when.
    pub book: &'a PlanBook,
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
    /// Sums by payout period: a month, quarter, half-year or year, as the shortest pay period, draw or contest of the plans.
    pub by_period: Vec<PeriodTotal>,
    /// Attainment and pay of each rep over the whole time.
    pub scatter: Vec<RepPoint>,
    /// How many reps stand at which attainment.
    pub attainment_bins: Vec<AttainmentBin>,
    /// What could not be paid for, and why.
    pub gaps: Vec<Gap>,
    /// Expense and pay of the whole team by month.
    #[serde(default)]
    pub accruals: Vec<Accrual>,
    /// Reps with whom something stands open at the end.
    #[serde(default)]
    pub liabilities: Vec<Liability>,
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
    /// By period, then component and SPIFF: what is earned.
    pub lines: Vec<Line>,
    /// What is paid: the sum of the payout periods.
    pub total: Money,
    /// From what is earned to what is paid.
    #[serde(default)]
    pub periods: Vec<PayoutPeriod>,
    /// What was earned in which month: the lines, by the days of their deals.
    #[serde(default)]
    pub earned: Vec<(Month, Money)>,
    /// What is paid in the rep's own currency, where that is another one and its rate is known.
    #[serde(default)]
    pub own_currency: Option<OwnCurrency>,
}

impl Statement {
    /// Expense and pay by month.
    pub fn accruals(&self) -> Vec<Accrual> {
        accruals(self.earned.iter(), self.periods.iter())
    }
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
    /// Pay in whole cents. Where the plan rounds by statement, lines get the cents of the rounded sum by their largest
    /// remainders.
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

/// A payout period of a rep with the arithmetic behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PayoutExplanation {
    /// The payout period.
    pub payout: PayoutPeriod,
    /// The arithmetic.
    pub trace: Vec<Step>,
}

/// Applies the plan to the won deals of each rep.
///
/// Deals count in the month they were closed, in order of day and then of the files. Credit of months before `first`
/// that belong to the same accumulation window counts towards it. Balances (draws owed, pay held) begin at 0 in `first`;
/// deals paid before it and cancelled since are taken back.
pub fn replay(input: &ReplayInput) -> Replay {
    statements(&Team::of_plan(input))
}

/// The same with reps on several plans over time. A rep's time on a plan begins anew: records and quotas of other months
/// do not count. Balances go with the rep.
pub fn replay_book(input: &BookInput) -> Replay {
    statements(&Team::of_book(input))
}

fn statements(team: &Team) -> Replay {
    let members = 0..team.n_members();
    let (statements, open): (Vec<_>, Vec<_>) =
        members.filter_map(|place| paid::statement(team, place, &mut |_, _| {})).unzip();
    summary::replay(team, statements, open.into_iter().flatten().collect())
}

/// The deals and the arithmetic behind one line; `None` if there is no such line.
pub fn explain(input: &ReplayInput, rep: &RepId, component: &str, period: Period) -> Option<Explanation> {
    explain_line(&Team::of_plan(input), rep, component, period)
}

/// The same for a replay of several plans.
pub fn explain_in_book(input: &BookInput, rep: &RepId, component: &str, period: Period) -> Option<Explanation> {
    explain_line(&Team::of_book(input), rep, component, period)
}

/// The arithmetic behind what a rep is paid in a payout period.
pub fn explain_payout(input: &ReplayInput, rep: &RepId, period: Period) -> Option<PayoutExplanation> {
    payout(&Team::of_plan(input), rep, period)
}

/// The same for a replay of several plans.
pub fn explain_payout_in_book(input: &BookInput, rep: &RepId, period: Period) -> Option<PayoutExplanation> {
    payout(&Team::of_book(input), rep, period)
}

fn explain_line(team: &Team, rep: &RepId, name: &str, period: Period) -> Option<Explanation> {
    let place = team.place(rep)?;
    let stints = team.stints.get(place)?;
    // A name that two plans share within one period means the later plan.
    for stint in stints.iter().rev() {
        let input = team.input(stint.plan, (stint.from, stint.to))?;
        let member = team.member(place, *stint)?;
        let component = input.plan.components.iter().find(|candidate| candidate.name == name);
        let spiff = input.plan.spiffs.iter().find(|spiff| spiff.name == name);
        let found = match (component, spiff) {
            (Some(component), _) => lines::explain(&input, &member, component, period),
            (None, Some(spiff)) if matches!(spiff.reward, Reward::Contest { .. }) => {
                team.rounds.iter().find_map(|round| round.explain(team, place, name, period))
            }
            (None, Some(spiff)) if stint.from <= period.end() && period.start <= stint.to => {
                Some(earn::explain_spiff(&input, &member, spiff, period))
            }
            _ => None,
        };
        let Some(mut found) = found else { continue };
        if input.plan.rounding == Rounding::PerStatement {
            let (statement, _) = paid::statement(team, place, &mut |_, _| {})?;
            let line = statement.lines.iter().find(|line| line.component == name && line.period == period)?;
            if line.pay != found.line.pay {
                found.trace.push(Step::Rounded { before: found.line.pay.0, after: line.pay.0 });
                found.line.pay = line.pay;
            }
        }
        return Some(found);
    }
    None
}

fn payout(team: &Team, rep: &RepId, period: Period) -> Option<PayoutExplanation> {
    let place = team.place(rep)?;
    let mut trace = Vec::new();
    let (statement, _) = paid::statement(team, place, &mut |at, step| {
        if team.payouts.get(at) == Some(&period) {
            trace.push(step);
        }
    })?;
    let payout = statement.periods.into_iter().find(|one| one.period == period)?;
    Some(PayoutExplanation { payout, trace })
}
