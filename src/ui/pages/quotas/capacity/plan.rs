//! The headcount plan as inline tables: roles, heads that are there, hires.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use super::edit::{field, months, set};
use crate::engine::quota::capacity::{CapacityRole, HeadcountPlan, PlannedHires, Ramp, StatedHeads};
use crate::engine::units::{Decimal, Granularity, Month};
use crate::present::Numerals;
use crate::ui::actions::free_name;
use crate::ui::context::App;
use crate::ui::pages::quotas::ramp;
use crate::ui::parts::{
    Icon, NumberProps, TextProps, Unit, button, choice, decimal, head, icon_button, number, text, with_own,
};

/// Quotas of a head up to this can be stated.
const MOST: i64 = 1_000_000_000_000;
/// Rows that are shown, whatever a file states.
const N_ROWS: usize = 200;

/// Roles, each a row.
pub(super) fn roles(app: &App, plan: &HeadcountPlan) -> Html {
    let currency = app.state.scenario().currency.code.clone();
    let headers = vec![
        app.t("role-name"),
        app.tw("role-quota", [("currency", currency.into())]),
        app.t("role-per"),
        app.t("role-attainment"),
        app.t("role-attrition"),
        app.t("role-backfill"),
        app.t("role-ramp"),
        app.t("role-spread"),
        app.t("role-noise"),
        app.t("actions"),
    ];
    let fresh = free_name(&app.t("role-new"), plan.roles.iter().map(|role| role.name.as_str()));
    let add = set(app, move |plan, ()| {
        plan.roles.push(CapacityRole { name: fresh.clone(), quota: 1e6, ..CapacityRole::default() });
    });
    html! {
        <section class="section">
            <h2>{ app.t("roles-title") }</h2>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("roles-title")}>
                <table class="table">
                    { head(headers.len(), headers.clone()) }
                    <tbody>{ for plan.roles.iter().take(N_ROWS).enumerate().map(|(at, one)| role(app, at, one)) }</tbody>
                </table>
            </div>
            <div class="row">{ button(Some(Icon::Plus), app.t("role-add"), add) }</div>
            <p class="hint">{ app.t("role-hint") }</p>
        </section>
    }
}

/// A callback that changes a role by what a field says; heads and hires follow its name.
fn of_role<T: 'static>(app: &App, at: usize, change: impl Fn(&mut CapacityRole, T) + 'static) -> Callback<T> {
    set(app, move |plan, value| {
        let Some(role) = plan.roles.get_mut(at) else { return };
        let before = role.name.clone();
        change(role, value);
        let after = role.name.clone();
        let heads = plan.heads.iter_mut().map(|heads| &mut heads.role);
        let hires = plan.hires.iter_mut().map(|hires| &mut hires.role);
        for named in heads.chain(hires).filter(|named| **named == before) {
            named.clone_from(&after);
        }
    })
}

fn role(app: &App, at: usize, role: &CapacityRole) -> Html {
    let label = |id: &str| (app.tw(id, [("role", role.name.as_str().into())]), true);
    let number_of = |id: &str, unit: Unit, value: f64, most: i64, change: fn(&mut CapacityRole, f64)| {
        field(app, label(id), unit, value, most, move |plan, value| {
            if let Some(role) = plan.roles.get_mut(at) {
                change(role, value);
            }
        })
    };
    let lengths = vec![
        (Granularity::Year, app.t("per-year")),
        (Granularity::HalfYear, app.t("per-half-year")),
        (Granularity::Quarter, app.t("per-quarter")),
        (Granularity::Month, app.t("per-month")),
    ];
    let per = choice(label("role-per-of").0, true, &role.per, lengths, of_role(app, at, |role, per| role.per = per));
    let name = TextProps {
        bare: true,
        ..TextProps::new(
            app.tw("role-name-of", [("place", (at + 1).to_string().into())]),
            &role.name,
            of_role(app, at, |role, name| role.name = name),
        )
    };
    let lag = of_role(app, at, |role, lag: Option<Decimal>| role.backfill_lag = lag.and_then(|lag| lag.to_f64()));
    let lag = NumberProps {
        bare: true,
        optional: true,
        most: Some(Decimal::from(36)),
        placeholder: app.t("backfill-never").into(),
        ..NumberProps::new(label("role-backfill-of").0, Unit::Plain, role.backfill_lag.and_then(decimal), lag)
    };
    let remove = set(app, move |plan, ()| {
        if at < plan.roles.len() {
            plan.roles.remove(at);
        }
    });
    html! {
        <tr key={at}>
            <td>{ text(name) }</td>
            <td>{ number_of("role-quota-of", Unit::Plain, role.quota, MOST, |role, value| role.quota = value) }</td>
            <td>{ per }</td>
            <td>{ number_of("role-attainment-of", Unit::Percent, role.attainment, 10, |role, value| role.attainment = value) }</td>
            <td>{ number_of("role-attrition-of", Unit::Percent, role.attrition, 1, |role, value| role.attrition = value) }</td>
            <td>{ number(lag) }</td>
            <td>{ ramp(app, at, role) }</td>
            <td>{ number_of("role-spread-of", Unit::Percent, role.spread, 3, |role, value| role.spread = value) }</td>
            <td>{ number_of("role-noise-of", Unit::Percent, role.noise, 5, |role, value| role.noise = value) }</td>
            <td>{ icon_button(Icon::Trash2, label("role-remove").0, remove) }</td>
        </tr>
    }
}

/// The ramp: told from the data's hires, or stated in percent by month.
fn ramp(app: &App, at: usize, role: &CapacityRole) -> Html {
    let label = app.tw("role-ramp-of", [("role", role.name.as_str().into())]);
    let usual = if let Ramp::Stated(_) = &role.ramp { role.ramp.clone() } else { Ramp::usual() };
    let slow = Ramp::Stated(Ramp::SLOW.into());
    let mut ways = vec![(Ramp::Fitted, app.t("ramp-fitted")), (usual, app.t("ramp-stated"))];
    ways.extend((role.ramp != slow).then(|| (slow, app.t("ramp-slow"))));
    let chosen = choice(label, true, &role.ramp, ways, of_role(app, at, |role, ramp| role.ramp = ramp));
    let Ramp::Stated(shares) = &role.ramp else { return chosen };
    let shown = ramp::shown(app, shares.iter().filter_map(|share| decimal(*share)));
    let take = of_role(app, at, |role, shares: Vec<Decimal>| role.ramp = Ramp::Stated(ramp::floats(&shares)));
    let to = app.clone();
    let read =
        Callback::from(move |text: String| ramp::read(&to, &text).into_iter().for_each(|shares| take.emit(shares)));
    let label = app.tw("role-ramp-shares", [("role", role.name.as_str().into())]);
    html! { <>{ chosen }{ text(TextProps { bare: true, ..TextProps::new(label, &shown, read) }) }</> }
}

/// Hires to come, each a row; and heads that the data does not have.
pub(super) fn hires(app: &App, plan: &HeadcountPlan, first: Month) -> Html {
    let names: Vec<(String, String)> = plan.roles.iter().map(|role| (role.name.clone(), role.name.clone())).collect();
    let role = plan.roles.first().map(|role| role.name.clone()).unwrap_or_default();
    let (own, start) = (role.clone(), first.plus(2));
    let add = set(app, move |plan, ()| plan.hires.push(PlannedHires { role: own.clone(), month: start, n: 1 }));
    let add_heads = set(app, move |plan, ()| plan.heads.push(StatedHeads { role: role.clone(), n: 1, tenure: None }));
    let headers = app.ts(&["hire-role", "hire-month", "hire-count", "actions"]);
    let listed = months(app, first, plan.n_months);
    let month_options = |own: Month| with_own(listed.clone(), &own, || app.state.numerals.month(own));
    let row = |(at, hire): (usize, &PlannedHires)| {
        let place = (at + 1).to_string();
        let label = |id: &str| app.tw(id, [("place", place.as_str().into())]);
        let of = move |change: fn(&mut PlannedHires, Month)| {
            set(app, move |plan, value| {
                if let Some(hire) = plan.hires.get_mut(at) {
                    change(hire, value);
                }
            })
        };
        let role = set(app, move |plan: &mut HeadcountPlan, role: String| {
            if let Some(hire) = plan.hires.get_mut(at) {
                hire.role = role;
            }
        });
        let remove = set(app, move |plan: &mut HeadcountPlan, ()| {
            if at < plan.hires.len() {
                plan.hires.remove(at);
            }
        });
        let count =
            field(app, (label("hire-count-of"), true), Unit::Plain, f64::from(hire.n), 1_000, move |plan, n| {
                if let Some(hire) = plan.hires.get_mut(at) {
                    hire.n = n as u32;
                }
            });
        html! {
            <tr key={at}>
                <td>{ choice(label("hire-role-of"), true, &hire.role, roles_with(&names, &hire.role), role) }</td>
                <td>{ choice(label("hire-month-of"), true, &hire.month, month_options(hire.month), of(|hire, month| hire.month = month)) }</td>
                <td>{ count }</td>
                <td>{ icon_button(Icon::Trash2, label("hire-remove"), remove) }</td>
            </tr>
        }
    };
    html! {
        <section class="section">
            <h2>{ app.t("hires-title") }</h2>
            if !plan.hires.is_empty() {
                <div class="table-box" role="region" tabindex="0" aria-label={app.t("hires-title")}>
                    <table class="table">
                        { head(4, headers) }
                        <tbody>{ for plan.hires.iter().take(N_ROWS).enumerate().map(row) }</tbody>
                    </table>
                </div>
            }
            <ul class="rule-list">{ for plan.heads.iter().take(N_ROWS).enumerate().map(|(at, heads)| stated(app, at, heads, &names)) }</ul>
            if !plan.roles.is_empty() {
                <div class="row">
                    { button(Some(Icon::Plus), app.t("hire-add"), add) }
                    { button(Some(Icon::Plus), app.t("heads-add"), add_heads) }
                </div>
            }
        </section>
    }
}

/// The roles of the plan, and that which is named where it is gone.
fn roles_with(names: &[(String, String)], own: &String) -> Vec<(String, String)> {
    with_own(names.to_vec(), own, || own.clone())
}

/// Heads of a role that are there, beside the data's.
fn stated(app: &App, at: usize, heads: &StatedHeads, names: &[(String, String)]) -> Html {
    let place = (at + 1).to_string();
    let label = |id: &str| app.tw(id, [("place", place.as_str().into())]);
    let role = set(app, move |plan: &mut HeadcountPlan, role: String| {
        if let Some(heads) = plan.heads.get_mut(at) {
            heads.role = role;
        }
    });
    let tenure = set(app, move |plan: &mut HeadcountPlan, tenure: Option<Decimal>| {
        if let Some(heads) = plan.heads.get_mut(at) {
            heads.tenure = tenure.and_then(|tenure| tenure.to_u32());
        }
    });
    let tenure = NumberProps {
        optional: true,
        most: Some(Decimal::from(600)),
        placeholder: app.t("heads-ramped").into(),
        ..NumberProps::new(label("heads-tenure"), Unit::Plain, heads.tenure.map(Decimal::from), tenure)
    };
    let remove = set(app, move |plan: &mut HeadcountPlan, ()| {
        if at < plan.heads.len() {
            plan.heads.remove(at);
        }
    });
    html! {
        <li key={at} class="row">
            { choice(label("heads-role"), false, &heads.role, roles_with(names, &heads.role), role) }
            { field(app, (label("heads-count"), false), Unit::Plain, f64::from(heads.n), 5_000, move |plan, n| {
                if let Some(heads) = plan.heads.get_mut(at) {
                    heads.n = n as u32;
                }
            }) }
            { number(tenure) }
            { icon_button(Icon::Trash2, label("heads-remove"), remove) }
        </li>
    }
}
