//! A thousand reps with twenty deals a month.

use attain::engine::comp::{Condition, Gate, Otherwise, Plan, Replay, ReplayInput, replay, templates};
use attain::engine::records::{Dataset, Deal, Outcome, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};

const N_REPS: u32 = 1_000;
const N_DEALS: u32 = 20;

pub(crate) fn dataset() -> Dataset {
    let mut dataset = Dataset::default();
    for rep in 0..N_REPS {
        let id = RepId(format!("rep {rep}"));
        let period = Period { start: Month::new(2026, 1), length: Granularity::Year };
        let amount = Money::whole(1_200_000);
        dataset.targets.push(Target { rep: id.clone(), period, amount, measure: String::new() });
        for place in 0..12 * N_DEALS {
            let day = Month::new(2026, 1).plus((place / N_DEALS) as i32).first_day();
            let cents = 300_000 + i64::from(rep * 7_919 + place * 104_729) % 400_000;
            dataset.deals.push(Deal {
                id: format!("{rep}-{place}"),
                rep: id.clone(),
                outcome: Outcome::Won,
                amount: Some(Money(Decimal::new(cents, 2))),
                closed: Some(day + chrono::Days::new(u64::from(place % N_DEALS))),
                ..Deal::default()
            });
        }
    }
    dataset
}

pub(crate) fn plan(is_gated: bool) -> Plan {
    let mut plan = templates::account_executive();
    plan.target_incentive = Some(Decimal::from(60_000));
    if is_gated {
        let first = plan.components.first().map(|component| component.name.clone()).unwrap_or_default();
        let conditions = vec![Condition { component: first, at: Decimal::new(9, 1) }];
        plan.components.push(attain::engine::comp::Component {
            gate: Some(Gate { conditions, otherwise: Otherwise::BaseOnly }),
            ..templates::component("Gated", &[(0, 100), (100, 200)])
        });
    }
    plan
}

/// The statements of the year.
pub(crate) fn statements(plan: &Plan, dataset: &Dataset) -> Replay {
    let (first, last) = (Month::new(2026, 1), Month::new(2026, 12));
    replay(&ReplayInput { plan, dataset, calendar: Calendar::default(), first, last, digits: 2, currency: "USD" })
}
