//! The draw or guarantee of a plan.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{choose, periods, share, whole};
use super::group;
use crate::engine::comp::{Draw, DrawAmount, DrawKind, Plan};
use crate::engine::units::{Decimal, Granularity};
use crate::ui::context::App;
use crate::ui::parts::{Unit, check, number_of};

pub(super) fn draw(app: &App, plan: &Plan, part: &Part<Plan>) -> Html {
    let kinds = [
        (None, "draw-none"),
        (Some(DrawKind::Recoverable), "draw-recoverable"),
        (Some(DrawKind::NonRecoverable), "draw-guarantee"),
        (Some(DrawKind::Forgiven), "draw-forgiven"),
    ];
    let set = part.edit(|plan, kind: Option<DrawKind>| {
        plan.draw = kind.map(|kind| {
            let before = plan.draw.take().unwrap_or(Draw {
                amount: DrawAmount::TargetIncentive(Decimal::new(5, 1)),
                per: Granularity::Month,
                kind,
                n_periods: Some(6),
                is_for_new_hires: false,
                recover_from: None,
                recovery_share: None,
            });
            Draw { kind, ..before }
        });
    });
    let kind = plan.draw.as_ref().map(|draw| draw.kind);
    let inside = html! {
        <>
            <div class="row">{ choose(app, "draw-kind", &kind, &kinds, set) }</div>
            if let Some(draw) = &plan.draw {
                { fields(app, draw, &part.inner(|plan| plan.draw.as_mut())) }
            }
        </>
    };
    group(app, "draw", "further-draw", inside)
}

fn fields(app: &App, draw: &Draw, part: &Part<Draw>) -> Html {
    let per = part.inner(|draw| Some(&mut draw.per)).set();
    let n_periods = part.inner(|draw| Some(&mut draw.n_periods)).set();
    let new_hires = part.inner(|draw| Some(&mut draw.is_for_new_hires)).set();
    let recover_from = part.inner(|draw| Some(&mut draw.recover_from)).set();
    let recovery = part.inner(|draw| Some(draw.recovery_share.get_or_insert(Decimal::ONE)));
    html! {
        <>
            <div class="row">
                { amount(app, draw.amount, &part.inner(|draw| Some(&mut draw.amount))) }
                { periods(app, "rule-per", draw.per, per) }
                { whole(app, ("draw-periods", "draw-for-good"), 1, draw.n_periods, n_periods) }
                { check(app.t("draw-new-hires"), draw.is_for_new_hires, new_hires) }
            </div>
            if draw.kind != DrawKind::NonRecoverable {
                <div class="row">
                    { whole(app, ("draw-recover-from", "draw-at-once"), 1, draw.recover_from, recover_from) }
                    { share(app, "draw-recovery", draw.recovery_share.unwrap_or(Decimal::ONE), &recovery) }
                </div>
            }
        </>
    }
}

fn amount(app: &App, amount: DrawAmount, part: &Part<DrawAmount>) -> Html {
    let (money, of) = match amount {
        DrawAmount::Money(money) => (money, Decimal::new(5, 1)),
        DrawAmount::TargetIncentive(of) => (Decimal::from(3_000), of),
    };
    let options = [(DrawAmount::TargetIncentive(of), "draw-share"), (DrawAmount::Money(money), "draw-money")];
    let value = match amount {
        DrawAmount::Money(money) => {
            let set =
                part.edit(|amount, value: Option<Decimal>| *amount = DrawAmount::Money(value.unwrap_or_default()));
            number_of(app.t("draw-amount"), Unit::Money, money, set)
        }
        DrawAmount::TargetIncentive(of) => {
            let set = part.edit(|amount, value: Option<Decimal>| {
                *amount = DrawAmount::TargetIncentive(value.unwrap_or_default());
            });
            number_of(app.t("draw-share-of"), Unit::Percent, of, set)
        }
    };
    html! {
        <>
            { choose(app, "draw-stated", &amount, &options, part.set()) }
            { value }
        </>
    }
}
