//! The plan on this team: what its windows of credit come to, by exact replay.

mod moves;
mod reach;
mod records;

use crate::engine::comp::exact::plus;
use crate::engine::comp::lint::finding::Finding;
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{Replay, ReplayInput, replay};
use crate::engine::units::{Decimal, Period};

/// What one rep's credit in one window of a component came to.
#[derive(Clone, Copy, Debug)]
struct Reached {
    /// The rep's place in the replay.
    rep: usize,
    window: Period,
    credit: Decimal,
    quota: Option<Decimal>,
    attainment: Option<Decimal>,
    /// The component's, for the window.
    target_incentive: Decimal,
    /// Pay of the whole window.
    pay: Decimal,
}

pub(super) fn check(input: &ReplayInput) -> Vec<Finding> {
    let replayed = replay(input);
    let mut found = reach::check(input, &replayed);
    found.extend(records::check(input));
    found.extend(moves::check(input, &replayed));
    found
}

/// The windows of a component that the replay holds whole, of reps with credit or quota there.
fn reached(input: &ReplayInput, replayed: &Replay, index: usize) -> Vec<Reached> {
    let Some(component) = input.plan.components.get(index) else { return Vec::new() };
    let mut windows: Vec<Reached> = Vec::new();
    for (rep, statement) in replayed.statements.iter().enumerate() {
        for line in statement.lines.iter().filter(|line| line.component == component.name) {
            let window = input.calendar.period(line.period.start, component.window_length());
            let pay = line.pay.0;
            match windows.last_mut() {
                Some(last) if last.rep == rep && last.window == window => {
                    *last = Reached {
                        credit: line.credit_to_date,
                        attainment: line.attainment,
                        pay: plus(last.pay, pay),
                        ..*last
                    };
                }
                _ => windows.push(Reached {
                    rep,
                    window,
                    credit: line.credit_to_date,
                    quota: line.quota,
                    attainment: line.attainment,
                    target_incentive: line.target_incentive,
                    pay,
                }),
            }
        }
    }
    let is_whole = |window: Period| input.first <= window.start && window.end() <= input.last;
    let counts = |one: &Reached| !one.credit.is_zero() || one.quota.is_some_and(|quota| Decimal::ZERO < quota);
    windows.retain(|one| is_whole(one.window) && counts(one));
    windows
}

/// The plan without its caps.
fn without_caps(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for component in &mut plan.components {
        component.caps.clear();
    }
    plan
}
