//! Changes of the headcount plan, each one step of the history, and fields for its numbers.

use std::rc::Rc;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::quota::capacity::{HeadcountPlan, MOST_MONTHS};
use crate::engine::units::{Decimal, Month};
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, decimal, number};

/// A callback that changes the plan by what a field says.
pub(super) fn set<T: 'static>(app: &App, change: impl Fn(&mut HeadcountPlan, T) + 'static) -> Callback<T> {
    let (app, change) = (app.clone(), Rc::new(change));
    Callback::from(move |value: T| {
        let change = change.clone();
        app.edit(move |scenario| {
            if let Some(plan) = scenario.headcount.as_mut() {
                change(plan, value);
            }
        });
    })
}

/// A field for a number that must be there.
pub(super) fn field(
    app: &App,
    (label, bare): (String, bool),
    unit: Unit,
    value: f64,
    most: i64,
    change: impl Fn(&mut HeadcountPlan, f64) + 'static,
) -> Html {
    let set = set(app, move |plan, value: Option<Decimal>| {
        if let Some(value) = value.and_then(|value| value.to_f64()) {
            change(plan, value);
        }
    });
    number(NumberProps { bare, most: Some(Decimal::from(most)), ..NumberProps::new(label, unit, decimal(value), set) })
}

/// The months of a plan that begins there.
pub(super) fn months(app: &App, first: Month, n_months: u32) -> Vec<(Month, String)> {
    // A file may state any number of months.
    let months = (0..n_months.min(MOST_MONTHS) as i32).map(|step| first.plus(step));
    months.map(|month| (month, app.state.numerals.month(month))).collect()
}
