//! What a component is paid ahead within its pay period.

use yew::prelude::*;

use super::super::fields::{choose, periods};
use super::{Edited, group};
use crate::engine::comp::{Advance, Component};
use crate::engine::units::{Decimal, Granularity};
use crate::ui::context::App;
use crate::ui::parts::{Unit, number_of};

pub(super) fn advance(app: &App, edited: Edited) -> Html {
    let Edited { component, part, .. } = edited;
    let kinds = [(None, "advance-none"), (Some(true), "advance-recovered"), (Some(false), "advance-kept")];
    let set = part.edit(|component: &mut Component, kind: Option<bool>| {
        component.advance = kind.map(|is_recovered| {
            let fresh = Advance { amount: Decimal::ONE_THOUSAND, per: Granularity::Month, is_recovered };
            Advance { is_recovered, ..component.advance.unwrap_or(fresh) }
        });
    });
    let kind = component.advance.map(|advance| advance.is_recovered);
    let of = part.inner(|component| component.advance.as_mut());
    let fields = component.advance.map(|advance| {
        let amount = of.inner(|advance| Some(&mut advance.amount)).set_some();
        let per = of.inner(|advance| Some(&mut advance.per)).set();
        html! {
            <>
                { number_of(app.t("advance-amount"), Unit::Money, advance.amount, amount) }
                { periods(app, "rule-per", advance.per, per) }
            </>
        }
    });
    let inside = html! {
        <>
            <p class="hint">{ app.t("advance-hint") }</p>
            <div class="row">
                { choose(app, "advance-kind", &kind, &kinds, set) }
                { fields }
            </div>
        </>
    };
    group(app, edited, "advance", "rule-advance", inside)
}
