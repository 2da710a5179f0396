//! Fields that several rules of a plan share.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::super::edit::Part;
use crate::engine::comp::{CreditFrom, Measure, Plan};
use crate::engine::units::{Decimal, Granularity};
use crate::present::measure_name;
use crate::ui::context::App;
use crate::ui::parts::{Icon, NumberProps, TextProps, Unit, choice, icon_button, number, quiet, text};

/// A list of values, each with the id of its text.
pub(super) fn choose<T: Clone + PartialEq + 'static>(
    app: &App,
    label: &str,
    value: &T,
    options: &[(T, &str)],
    on_change: Callback<T>,
) -> Html {
    let options = options.iter().map(|(value, id)| (value.clone(), app.t(id))).collect();
    choice(app.t(label), false, value, options, on_change)
}

pub(super) fn measures(app: &App, label: &str, value: Measure, on_change: Callback<Measure>) -> Html {
    let measures = [
        Measure::Bookings,
        Measure::Margin,
        Measure::Revenue,
        Measure::Units,
        Measure::Deals,
        Measure::Activities,
        Measure::Scorecard,
    ];
    let options = measures.map(|measure| (measure, measure_name(&app.state.words, measure))).to_vec();
    choice(app.t(label), false, &value, options, on_change)
}

pub(super) fn periods(app: &App, label: &str, value: Granularity, on_change: Callback<Granularity>) -> Html {
    let options = [
        (Granularity::Month, "period-month"),
        (Granularity::Quarter, "period-quarter"),
        (Granularity::HalfYear, "period-half-year"),
        (Granularity::Year, "period-year"),
    ];
    choose(app, label, &value, &options, on_change)
}

pub(super) fn credit_from(app: &App, value: CreditFrom, on_change: Callback<CreditFrom>) -> Html {
    let options =
        [(CreditFrom::Own, "credit-own"), (CreditFrom::Team, "credit-team"), (CreditFrom::Company, "credit-company")];
    choose(app, "rule-credit", &value, &options, on_change)
}

/// A share of at most 100 %.
pub(super) fn share(app: &App, label: &str, value: Decimal, part: &Part<Decimal>) -> Html {
    let most = Some(Decimal::ONE);
    number(NumberProps { most, ..NumberProps::new(app.t(label), Unit::Percent, Some(value), part.set_some()) })
}

/// A whole number that may be missing; `absent` is the id of what that means.
pub(super) fn whole(
    app: &App,
    (label, absent): (&str, &str),
    least: u32,
    value: Option<u32>,
    on_change: Callback<Option<u32>>,
) -> Html {
    let set = Callback::from(move |value: Option<Decimal>| on_change.emit(value.and_then(|value| value.to_u32())));
    number(NumberProps {
        optional: true,
        placeholder: app.t(absent).into(),
        least: Decimal::from(least),
        most: Some(Decimal::from(1_200)),
        ..NumberProps::new(app.t(label), Unit::Plain, value.map(Decimal::from), set)
    })
}

/// Names, separated by commas.
pub(super) fn names(app: &App, label: &str, names: &[String], part: &Part<Vec<String>>) -> Html {
    let set = part.edit(|names, text: String| {
        *names = text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    });
    text(TextProps { most: 2_000, ..TextProps::new(app.t(label), &names.join(", "), set) })
}

/// What a list of numbers says: the label of each, what removes one, and what adds one.
pub(super) type ListTexts<'a> = (&'a str, &'a str, &'a str);

/// Numbers in a row; another begins as the last, or as `fresh`.
pub(super) fn numbers(
    app: &App,
    (label, remove, add): ListTexts,
    unit: Unit,
    values: &[Decimal],
    part: &Part<Vec<Decimal>>,
    fresh: Decimal,
) -> Html {
    let field = |(at, value): (usize, &Decimal)| {
        let place = (at + 1).to_string();
        let label = app.tw(label, [("place", place.as_str().into())]);
        html! {
            <li key={at} class="row">
                { number(NumberProps::new(label, unit, Some(*value), part.at(at).set_some())) }
                { icon_button(Icon::X, app.tw(remove, [("place", place.into())]), part.remove(at)) }
            </li>
        }
    };
    let fresh = values.last().copied().unwrap_or(fresh);
    html! {
        <div class="row">
            <ul class="row">{ for values.iter().enumerate().map(field) }</ul>
            { quiet(Some(Icon::Plus), app.t(add), part.push(fresh)) }
        </div>
    }
}

/// Names of the components beside one.
pub(super) fn others(plan: &Plan, index: usize) -> Vec<String> {
    let others = plan.components.iter().enumerate().filter(|(at, _)| *at != index);
    others.map(|(_, component)| component.name.clone()).collect()
}

/// Another component by its name; one that is not there stays to be seen.
pub(super) fn other(app: &App, (plan, index): (&Plan, usize), chosen: &String, part: &Part<String>) -> Html {
    let mut names = others(plan, index);
    if !names.contains(chosen) {
        names.push(chosen.clone());
    }
    let options = names.into_iter().map(|name| (name.clone(), name)).collect();
    choice(app.t("rule-other"), false, chosen, options, part.set())
}
