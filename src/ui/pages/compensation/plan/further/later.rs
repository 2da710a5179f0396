//! Pay that waits, and pay that is taken back.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{choose, share, whole};
use super::group;
use crate::engine::comp::{Clawback, ClawbackKind, Holdback, Plan};
use crate::engine::units::Decimal;
use crate::ui::context::App;

pub(super) fn holdback(app: &App, plan: &Plan, part: &Part<Plan>) -> Html {
    let usual = plan.holdback.unwrap_or(Holdback { share: Decimal::new(2, 1), months: 3 });
    let options = [(None, "holdback-none"), (Some(usual), "holdback-some")];
    let set = part.inner(|plan| Some(&mut plan.holdback)).set();
    let held = part.inner(|plan| plan.holdback.as_mut());
    let months = held.edit(|held, months: Option<u32>| held.months = months.unwrap_or_default());
    let held_share = held.inner(|held| Some(&mut held.share));
    let inside = html! {
        <div class="row">
            { choose(app, "holdback-kind", &plan.holdback, &options, set) }
            if let Some(held) = plan.holdback {
                { share(app, "holdback-share", held.share, &held_share) }
                { whole(app, ("holdback-months", "holdback-at-once"), 0, Some(held.months), months) }
            }
        </div>
    };
    group(app, "holdback", "further-holdback", inside)
}

pub(super) fn clawback(app: &App, plan: &Plan, part: &Part<Plan>) -> Html {
    let kind = plan.clawback.map(|clawback| clawback.kind);
    let percent = match kind {
        Some(ClawbackKind::Percent { share }) => share,
        _ => Decimal::new(5, 1),
    };
    let kinds = [
        (None, "clawback-none"),
        (Some(ClawbackKind::OriginalRate), "clawback-original"),
        (Some(ClawbackKind::Recomputed), "clawback-recomputed"),
        (Some(ClawbackKind::ProRata), "clawback-pro-rata"),
        (Some(ClawbackKind::Percent { share: percent }), "clawback-percent"),
    ];
    let set = part.edit(|plan, kind: Option<ClawbackKind>| {
        let within_months = plan.clawback.map_or(Some(6), |clawback| clawback.within_months);
        plan.clawback = kind.map(|kind| Clawback { within_months, kind });
    });
    let within = part.inner(|plan| Some(&mut plan.clawback.as_mut()?.within_months)).set();
    let percent_part = part.inner(|plan| match &mut plan.clawback.as_mut()?.kind {
        ClawbackKind::Percent { share } => Some(share),
        _ => None,
    });
    let inside = html! {
        <div class="row">
            { choose(app, "clawback-kind", &kind, &kinds, set) }
            if matches!(kind, Some(ClawbackKind::Percent { .. })) {
                { share(app, "clawback-share", percent, &percent_part) }
            }
            if let Some(clawback) = plan.clawback {
                { whole(app, ("clawback-months", "clawback-always"), 0, clawback.within_months, within) }
            }
        </div>
    };
    group(app, "clawback", "further-clawback", inside)
}
