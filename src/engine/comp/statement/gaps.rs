//! What a replay could not pay for, counted: nothing drops out of a statement unseen.

use serde::{Deserialize, Serialize};

use super::team::Team;
use super::{Member, ReplayInput};
use crate::engine::comp::credit::{self, Book};
use crate::engine::comp::plan::{Component, Measure, PayBasis, QuotaSource};
use crate::engine::records::{Deal, Outcome};
use crate::engine::units::{Money, Month};

/// Won deals or reps that a replay leaves out or pays nothing, with how many and for how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Won deals that no rep owns.
    DealsWithoutRep {
        /// How many.
        n_deals: u32,
        /// Their amount.
        amount: Money,
    },
    /// Won deals without a closing day.
    DealsWithoutDay {
        /// How many.
        n_deals: u32,
        /// Their amount.
        amount: Money,
    },
    /// Won deals outside the months that were replayed.
    DealsOutside {
        /// How many.
        n_deals: u32,
        /// Their amount.
        amount: Money,
    },
    /// Won deals that do not state what a component measures.
    DealsWithoutMeasure {
        /// What is missing.
        measure: Measure,
        /// How many.
        n_deals: u32,
    },
    /// Reps with deals but without a quota, on a plan that needs one.
    RepsWithoutQuota {
        /// How many.
        n_reps: u32,
        /// The first few names.
        names: Vec<String>,
    },
    /// Reps without a target incentive, on a plan that pays by it.
    RepsWithoutIncentive {
        /// How many.
        n_reps: u32,
        /// The first few names.
        names: Vec<String>,
    },
    /// Reps on no plan for some of their months.
    RepsWithoutPlan {
        /// How many.
        n_reps: u32,
        /// The first few names.
        names: Vec<String>,
    },
    /// Payments for no known rep, or for none of the months replayed.
    StrayPayments {
        /// How many.
        n_payments: u32,
    },
    /// Won deals in a currency that has no rate on their day.
    DealsWithoutRate {
        /// ISO code.
        currency: String,
        /// How many.
        n_deals: u32,
        /// Their amount in that currency.
        amount: Money,
    },
    /// Reps whose target incentive is in a currency that has no rate in a month.
    RepsWithoutRate {
        /// How many.
        n_reps: u32,
        /// The first few names.
        names: Vec<String>,
    },
    /// Credits of deals that the data does not hold.
    CreditsOfUnknownDeals {
        /// How many credits.
        n_credits: u32,
        /// The first few ids.
        deals: Vec<String>,
    },
    /// Records that name reps whom nobody knows: they count for nobody.
    UnknownReps {
        /// Which records.
        named_in: NamedIn,
        /// How many.
        n_records: u32,
        /// The first few names.
        names: Vec<String>,
    },
    /// Reps whose manager nobody knows: they count for no team.
    UnknownManagers {
        /// How many reps.
        n_reps: u32,
        /// The first few managers.
        names: Vec<String>,
    },
    /// Reps who are their own manager, directly or through others: they count as without one.
    ManagerRing {
        /// How many.
        n_reps: u32,
        /// The first few names.
        names: Vec<String>,
    },
}

/// Records that name a rep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedIn {
    /// Shares of deals.
    Credits,
    /// Results of objectives.
    Objectives,
    /// Leave.
    Absences,
    /// Activities.
    Activities,
}

/// How many names a gap lists.
const N_NAMES: usize = 5;

/// Those of every plan over the reps who are on it, and those of the book.
pub(super) fn all_gaps(team: &Team) -> Vec<Gap> {
    let mut all: Vec<Gap> = Vec::new();
    for plan in 0..team.plans.plans.len() {
        let Some(input) = team.input(plan, (team.first, team.last)) else { continue };
        let is_on = |place: usize| {
            let stints = team.stints.get(place).into_iter().flatten();
            stints.filter(|stint| team.first <= stint.to).any(|stint| stint.plan == plan)
        };
        let members = team.rosters.get(plan).map(|roster| roster.members.as_slice()).unwrap_or_default();
        let on: Vec<&Member> =
            members.iter().enumerate().filter(|(place, _)| is_on(*place)).map(|(_, on)| on).collect();
        let Some(roster) = team.rosters.get(plan) else { continue };
        for gap in gaps(&input, &roster.book, &on) {
            if !all.contains(&gap) {
                all.push(gap);
            }
        }
    }
    let members = team.rosters.first().map(|roster| roster.members.as_slice()).unwrap_or_default();
    let without = members.iter().enumerate().filter(|(place, member)| {
        let rep = member.rep;
        let from = rep.and_then(|rep| rep.hired).map_or(team.first, |day| Month::of(day).max(team.first));
        let to = rep.and_then(|rep| rep.left).map_or(team.last, |day| Month::of(day).min(team.last));
        let stints = team.stints.get(*place).map(Vec::as_slice).unwrap_or_default();
        let is_on = |month| stints.iter().any(|stint| stint.from <= month && month <= stint.to);
        (0..=to.since(from)).any(|step| !is_on(from.plus(step)))
    });
    let names: Vec<String> = without.map(|(_, member)| member.name().to_owned()).collect();
    if !names.is_empty() {
        all.push(Gap::RepsWithoutPlan { n_reps: names.len() as u32, names: first(names) });
    }
    if 0 < team.n_stray_payments {
        all.push(Gap::StrayPayments { n_payments: team.n_stray_payments });
    }
    all
}

fn gaps(input: &ReplayInput, book: &Book, members: &[&Member]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let won = || input.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won);
    let amount = |deals: &[&Deal]| -> Money { deals.iter().filter_map(|deal| deal.amount).sum() };
    let nobody: Vec<_> = won().filter(|deal| deal.rep.0.trim().is_empty()).collect();
    if !nobody.is_empty() {
        gaps.push(Gap::DealsWithoutRep { n_deals: nobody.len() as u32, amount: amount(&nobody) });
    }
    let undated: Vec<_> = won().filter(|deal| deal.closed.is_none() && !deal.rep.0.trim().is_empty()).collect();
    if !undated.is_empty() {
        gaps.push(Gap::DealsWithoutDay { n_deals: undated.len() as u32, amount: amount(&undated) });
    }
    let outside =
        |deal: &&Deal| deal.closed.is_some_and(|day| Month::of(day) < input.first || input.last < Month::of(day));
    let outside: Vec<_> = won().filter(|deal| !deal.rep.0.trim().is_empty()).filter(outside).collect();
    if !outside.is_empty() {
        gaps.push(Gap::DealsOutside { n_deals: outside.len() as u32, amount: amount(&outside) });
    }
    gaps.extend(credit::gaps(book, &[input.plan], input.first, input.last));
    let mut measures: Vec<Measure> = input.plan.components.iter().flat_map(measures_of).collect();
    // Those of the others are records of their own.
    measures.retain(|measure| !matches!(measure, Measure::Activities | Measure::Scorecard));
    measures.sort();
    measures.dedup();
    for measure in measures {
        let n_deals = won().filter(|deal| measure.of(deal).is_none()).count() as u32;
        if 0 < n_deals {
            gaps.push(Gap::DealsWithoutMeasure { measure, n_deals });
        }
    }
    let months = || (0..=input.last.since(input.first)).map(|step| input.first.plus(step));
    let sellers = || members.iter().filter(|member| !member.deals.is_empty());
    let needs_quota = |component: &Component| component.needs_quota() || input.plan.looks_at_attainment_of(component);
    if input.plan.components.iter().any(needs_quota) {
        let lacks = |member: &&&Member, component: &Component| {
            let source = component.quota_sources();
            needs_quota(component)
                && source.iter().any(|(source, measure)| {
                    member.quota_from((source, component.credit_from), *measure, months()).is_none()
                })
        };
        let without = sellers().filter(|member| input.plan.components.iter().any(|component| lacks(member, component)));
        let names: Vec<String> = without.map(|member| member.name().to_owned()).collect();
        if !names.is_empty() {
            gaps.push(Gap::RepsWithoutQuota { n_reps: names.len() as u32, names: first(names) });
        }
    }
    if input.plan.components.iter().any(|component| component.pay_basis == PayBasis::TargetIncentive) {
        let lacking: Vec<String> =
            sellers().filter(|member| member.lacks_rate(months())).map(|member| member.name().to_owned()).collect();
        if !lacking.is_empty() {
            gaps.push(Gap::RepsWithoutRate { n_reps: lacking.len() as u32, names: first(lacking) });
        }
        let without = sellers().filter(|member| member.has_no_incentive());
        let names: Vec<String> = without.map(|member| member.name().to_owned()).collect();
        if !names.is_empty() {
            gaps.push(Gap::RepsWithoutIncentive { n_reps: names.len() as u32, names: first(names) });
        }
    }
    gaps
}

/// What a component measures, or its parts.
fn measures_of(component: &Component) -> Vec<Measure> {
    component.quota_sources().into_iter().map(|(_, measure)| measure).collect()
}

impl Component {
    /// What it is held to in which measure; of a blend, its parts'.
    pub fn quota_sources(&self) -> Vec<(&QuotaSource, Measure)> {
        if self.parts.is_empty() {
            vec![(&self.quota, self.measure)]
        } else {
            self.parts.iter().map(|part| (&part.quota, part.measure)).collect()
        }
    }
}

fn first(mut names: Vec<String>) -> Vec<String> {
    names.truncate(N_NAMES);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::plan::Plan;
    use crate::engine::comp::templates;
    use crate::engine::records::{Dataset, RepId};
    use crate::engine::units::Calendar;

    #[test]
    fn a_measure_that_is_missing_is_named_once() {
        let component = |measure| Component { measure, ..templates::component("", &[(0, 100)]) };
        let components = [Measure::Margin, Measure::Bookings, Measure::Margin].map(component).to_vec();
        let plan = Plan { components, ..templates::account_executive() };
        let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 2);
        let deal = Deal { rep: RepId("Ann".into()), outcome: Outcome::Won, closed: day, ..Deal::default() };
        let dataset = Dataset { deals: vec![deal], ..Dataset::default() };
        let (first, last) = (Month::new(2026, 1), Month::new(2026, 1));
        let input = ReplayInput {
            plan: &plan,
            dataset: &dataset,
            calendar: Calendar::default(),
            first,
            last,
            digits: 2,
            currency: "USD",
        };
        let missing = all_gaps(&Team::of_plan(&input)).into_iter().filter_map(|gap| match gap {
            Gap::DealsWithoutMeasure { measure, n_deals } => Some((measure, n_deals)),
            _ => None,
        });
        assert_eq!(missing.collect::<Vec<_>>(), [(Measure::Bookings, 1), (Measure::Margin, 1)]);
    }
}
