//! What all simulations of a scenario are told, wherever it is asked: their number of runs and their seed.

use std::rc::Rc;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::units::Decimal;
use crate::scenario::Assumptions;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit};

/// A callback that changes the assumptions by what the field says.
pub(super) fn assume<T: 'static>(app: &App, edit: impl Fn(&mut Assumptions, T) + 'static) -> Callback<T> {
    let (app, edit) = (app.clone(), Rc::new(edit));
    Callback::from(move |value: T| {
        let edit = edit.clone();
        app.edit(move |scenario| edit(&mut scenario.assumptions, value));
    })
}

/// The fields for runs, under that label, and for the seed.
pub(super) fn runs_and_seed(app: &App, runs: String) -> [NumberProps; 2] {
    let assumed = &app.state.scenario().assumptions;
    let set = assume(app, |assumed, value: Option<Decimal>| {
        assumed.n_runs = value.and_then(|value| value.to_u32()).unwrap_or(10_000).clamp(1, 1_000_000);
    });
    let runs = NumberProps {
        least: Decimal::ONE,
        most: Some(Decimal::from(1_000_000)),
        ..NumberProps::new(runs, Unit::Plain, Some(assumed.n_runs.into()), set)
    };
    let set = assume(app, |assumed, value: Option<Decimal>| {
        assumed.seed = value.and_then(|value| value.to_u64()).unwrap_or(1);
    });
    let seed = NumberProps {
        most: Some(Decimal::from(u32::MAX)),
        ..NumberProps::new(app.t("assume-seed"), Unit::Plain, Some(assumed.seed.into()), set)
    };
    [runs, seed]
}
