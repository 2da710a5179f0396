//! What pay needs beside deals: kinds and terms, cancellations, shared deals, objectives. Drawn from a stream of its own,
//! so that the company is otherwise the one it was.

use chrono::{Days, NaiveDate};

use super::Dice;
use crate::engine::records::{Credit, Dataset, Objective, Outcome, RepId};
use crate::engine::units::{Decimal, Granularity, Month, Period};

pub(super) fn complete(dice: &mut Dice, first: Month, today: NaiveDate, dataset: &mut Dataset) {
    let of_role = |role: &str| -> Vec<RepId> {
        dataset.reps.iter().filter(|rep| rep.role == role).map(|rep| rep.id.clone()).collect()
    };
    let (managers, sellers) = (of_role("Account Manager"), of_role("Account Executive"));
    for deal in &mut dataset.deals {
        let is_of_customers = deal.segment == "Customers";
        let draw = dice.uniform();
        deal.kind = match (is_of_customers, draw) {
            (true, ..0.6) => "Renewal",
            (false, ..0.85) => "New business",
            _ => "Expansion",
        }
        .into();
        let term = match dice.uniform() {
            ..0.65 => 12,
            ..0.8 => 24,
            _ => 36,
        };
        deal.term_months = Some(Decimal::from(term));
        if deal.outcome != Outcome::Won {
            continue;
        }
        let (cancels, wait) = (dice.uniform() < 0.025, 30 + dice.below(300) as u64);
        deal.cancelled = deal.closed.map(|day| day + Days::new(wait)).filter(|day| cancels && *day <= today);
        let share = |rep: &RepId, hundredths: i64, role: &str| Credit {
            deal: deal.id.clone(),
            rep: rep.clone(),
            share: Decimal::new(hundredths, 2),
            role: role.into(),
        };
        // An account manager helps to sell to large customers, and counts half of it beside the owner; some deals are two
        // sellers' together.
        let draw = dice.uniform();
        if deal.segment == "Enterprise" && draw < 0.2 {
            if let Some(overlay) = dice.of(&managers) {
                dataset.credits.extend([share(&deal.rep, 100, "Owner"), share(overlay, 50, "Overlay")]);
            }
        } else if deal.segment == "Mid-market"
            && draw < 0.04
            && let Some(other) = dice.of(&sellers).filter(|other| **other != deal.rep)
        {
            dataset.credits.extend([share(&deal.rep, 60, "Owner"), share(other, 40, "Split")]);
        }
    }
    objectives(dice, first, today, dataset);
}

/// Two objectives of each account manager and calendar quarter that has ended while he or she was there.
fn objectives(dice: &mut Dice, first: Month, today: NaiveDate, dataset: &mut Dataset) {
    let start = first.plus((13 - first.month() as i32) % 3);
    let quarters = (0..).map(|step| Period { start: start.plus(3 * step), length: Granularity::Quarter });
    for period in quarters.take_while(|period| period.end().last_day() < today) {
        let (from, to) = (period.start.first_day(), period.end().last_day());
        for rep in dataset.reps.iter().filter(|rep| rep.role == "Account Manager") {
            if rep.hired.is_some_and(|day| from < day) || rep.left.is_some_and(|day| day < to) {
                continue;
            }
            for (name, weight) in [("Net retention", 6), ("Customer references", 4)] {
                let result = Decimal::new(60 + dice.below(61) as i64, 2);
                let weight = Decimal::new(weight, 1);
                dataset.objectives.push(Objective { rep: rep.id.clone(), period, name: name.into(), result, weight });
            }
        }
    }
}
