//! What of the accounts says how much they could buy, for the methods that ask.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::quota::estimate::{EstimateSettings, PotentialOf};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, choice, decimal, number};

/// The choice, with what one unit is worth and the share that is to be won.
pub(super) fn potential(app: &App, settings: &EstimateSettings, set: &Callback<EstimateSettings>) -> Html {
    let options = vec![
        (PotentialOf::Nothing, app.t("potential-nothing")),
        (PotentialOf::Revenue, app.t("potential-revenue")),
        (PotentialOf::Employees, app.t("potential-employees")),
    ];
    let (own, to) = (settings.clone(), set.clone());
    let chosen = Callback::from(move |potential| to.emit(EstimateSettings { potential, ..own.clone() }));
    let field = |id: &str, value: f64, most: Decimal, change: fn(&mut EstimateSettings, f64)| {
        let (own, to) = (settings.clone(), set.clone());
        let set = Callback::from(move |value: Option<Decimal>| {
            let Some(value) = value.and_then(|value| value.to_f64()) else { return };
            let mut next = own.clone();
            change(&mut next, value);
            to.emit(next);
        });
        let unit = if most == Decimal::ONE { Unit::Percent } else { Unit::Money };
        number(NumberProps { most: Some(most), ..NumberProps::new(app.t(id), unit, decimal(value), set) })
    };
    html! {
        <>
            { choice(app.t("potential-of"), false, &settings.potential, options, chosen) }
            if settings.potential != PotentialOf::Nothing {
                { field("potential-worth", settings.potential_per_unit, Decimal::from(1_000_000_000), |next, worth| next.potential_per_unit = worth) }
                { field("potential-share", settings.share, Decimal::ONE, |next, share| next.share = share) }
            }
        </>
    }
}
