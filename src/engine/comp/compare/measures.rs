//! One side on the history: totals, and every rep with what the measures look at.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::concentration::{Concentration, concentration};
use super::correlation::{Performance, performance};
use super::effective::EffectiveRate;
use super::fairness::{Fairness, fairness};
use super::levels::{Levels, levels};
use super::leverage::{Leverage, PayMix, leverage};
use super::variation::{Variation, of_rep, variation};
use crate::engine::comp::credit::Book;
use crate::engine::comp::exact::divided;
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{BookInput, Roster, Totals, replay_book};
use crate::engine::records::{Rep, RepId, RepIndex};
use crate::engine::units::{Decimal, Money, Month};

/// What a side comes to on the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    /// The side's name.
    pub name: String,
    /// Cost, bookings, cost of sales.
    pub totals: Totals,
    /// Reps at threshold, quota and excellence.
    pub levels: Levels,
    /// Base salary and target incentive.
    pub pay_mix: PayMix,
    /// Upside; `None` without a quota and a target incentive.
    pub leverage: Option<Leverage>,
    /// Pay over bookings.
    pub effective_rate: EffectiveRate,
    /// How pay follows performance.
    pub performance: Performance,
    /// Pay and attainment by group.
    pub fairness: Vec<Fairness>,
    /// How reps' monthly pay varies.
    pub variation: Variation,
    /// Pay of the best paid.
    pub concentration: Option<Concentration>,
    /// Everyone, in the order of the records.
    pub reps: Vec<RepResult>,
}

/// One rep on one side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepResult {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Role; empty if unknown.
    pub role: String,
    /// Region; empty if unknown.
    pub region: String,
    /// Segment; empty if unknown.
    pub segment: String,
    /// Whole months from hire to the last month, or to leaving; `None` if the day of hire is not known.
    pub tenure_months: Option<i32>,
    /// The plan the rep is on last, by its place in the book.
    pub plan: Option<usize>,
    /// What is paid.
    pub pay: Money,
    /// Amount of won deals.
    pub bookings: Money,
    /// Quota of the months.
    pub quota: Option<Decimal>,
    /// Bookings over quota.
    pub attainment: Option<Decimal>,
    /// Target incentive of the months.
    pub target_incentive: Option<Decimal>,
    /// Pay over target incentive.
    pub payout: Option<Decimal>,
    /// Base salary of the months.
    pub base_salary: Option<Money>,
    /// Coefficient of variation of pay by month.
    pub variation: Option<f64>,
}

/// Replays a side and measures it. Payments that are recorded are taken as they are: leave them out with
/// [`super::comparable`].
pub fn measures(name: &str, input: &BookInput) -> Measures {
    let replayed = replay_book(input);
    let index = RepIndex::new(&input.dataset.reps);
    let base = base_salaries(input);
    let reps: Vec<RepResult> = replayed
        .scatter
        .iter()
        .zip(&replayed.statements)
        .map(|(point, statement)| {
            let rep = index.place(&point.rep).and_then(|place| input.dataset.reps.get(place));
            let positive = |number: &Decimal| Decimal::ZERO < *number;
            let text = |of: fn(&Rep) -> &String| rep.map(|rep| of(rep).trim().to_owned()).unwrap_or_default();
            RepResult {
                rep: point.rep.clone(),
                name: point.name.clone(),
                role: text(|rep| &rep.role),
                region: text(|rep| &rep.region),
                segment: text(|rep| &rep.segment),
                tenure_months: rep.and_then(|rep| {
                    let until = rep.left.map_or(input.last, Month::of).min(input.last);
                    Some(until.since(Month::of(rep.hired?)).max(0))
                }),
                plan: plan_of(input, &point.rep, rep),
                pay: point.pay,
                bookings: point.bookings,
                quota: point.quota,
                attainment: point.attainment,
                target_incentive: point.target_incentive,
                payout: point.target_incentive.filter(positive).map(|incentive| divided(point.pay.0, incentive)),
                base_salary: base.get(&point.rep).copied().flatten(),
                variation: of_rep(&statement.periods, rep, (input.first, input.last)),
            }
        })
        .collect();
    let plan = usual_plan(input, &reps);
    Measures {
        name: name.to_owned(),
        levels: levels(&input.book.plans, plan, &reps),
        pay_mix: PayMix::of(&reps),
        leverage: plan.and_then(|plan| leverage(input, plan, &reps)),
        effective_rate: EffectiveRate::of(&reps),
        performance: performance(&reps),
        fairness: fairness(&reps),
        variation: variation(&reps),
        concentration: concentration(&reps),
        totals: replayed.totals,
        reps,
    }
}

/// Base salaries of the months, by rep.
fn base_salaries(input: &BookInput) -> BTreeMap<RepId, Option<Money>> {
    let Some(plan) = input.book.plans.first() else { return BTreeMap::new() };
    let book = std::rc::Rc::new(Book::new(input.dataset, input.currency));
    let roster = Roster::of(&book, input.dataset, plan, input.calendar, input.first);
    let months = || (0..=input.last.since(input.first)).map(|step| input.first.plus(step));
    roster.members.iter().map(|member| (member.id.clone(), member.base_salary(months()))).collect()
}

/// The place of the plan a rep is on last.
fn plan_of(input: &BookInput, id: &RepId, rep: Option<&Rep>) -> Option<usize> {
    if input.book.assignments.is_empty() {
        return (!input.book.plans.is_empty()).then_some(0);
    }
    let times = input.book.times_of(id, rep, input.first, input.last);
    times.last().map(|(plan, ..)| *plan)
}

/// The plan that most sellers are on; the first of several.
fn usual_plan<'a>(input: &BookInput<'a>, reps: &[RepResult]) -> Option<&'a Plan> {
    let n = |place: usize| {
        let on = reps.iter().filter(|rep| rep.plan == Some(place));
        on.filter(|rep| rep.bookings != Money::ZERO).count()
    };
    let most = (0..input.book.plans.len()).rev().max_by_key(|place| n(*place))?;
    input.book.plans.get(most)
}
