//! The threshold of a component: none, cliff, slide, or floor.

use yew::prelude::*;

use super::places::place_id;
use crate::engine::comp::{Component, Threshold, ThresholdKind};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::pages::compensation::edit::component_edit;
use crate::ui::parts::{NumberProps, Unit, choice, number, number_of};

pub(super) fn threshold(app: &App, index: usize, component: &Component) -> Html {
    let share = match component.threshold {
        Some(Threshold { kind: ThresholdKind::Floor { share }, .. }) => share,
        _ => Decimal::new(5, 1),
    };
    let kinds = [
        (None, "threshold-none"),
        (Some(ThresholdKind::Cliff), "threshold-cliff"),
        (Some(ThresholdKind::Slide), "threshold-slide"),
        (Some(ThresholdKind::Floor { share }), "threshold-floor"),
    ];
    let options = kinds.map(|(kind, id)| (kind, app.t(id))).to_vec();
    let set = component_edit(app, index, |component, kind: Option<ThresholdKind>| {
        let at = component.threshold.map_or(Decimal::new(5, 1), |threshold| threshold.at);
        component.threshold = kind.map(|kind| Threshold { at, kind });
    });
    let set_at = component_edit(app, index, |component, at: Option<Decimal>| {
        if let (Some(threshold), Some(at)) = (&mut component.threshold, at) {
            threshold.at = at;
        }
    });
    let set_share = component_edit(app, index, |component, share: Option<Decimal>| {
        if let (Some(threshold), Some(share)) = (&mut component.threshold, share) {
            threshold.kind = ThresholdKind::Floor { share };
        }
    });
    let label = app.t("threshold-share");
    let share =
        NumberProps { most: Some(Decimal::ONE), ..NumberProps::new(label, Unit::Percent, Some(share), set_share) };
    let kind = component.threshold.map(|threshold| threshold.kind);
    html! {
        <div class="row" id={place_id(Some(index), "threshold", None)}>
            { choice(app.t("threshold"), false, &kind, options, set) }
            if let Some(threshold) = component.threshold {
                { number_of(app.t("threshold-at"), Unit::Percent, threshold.at, set_at) }
            }
            if matches!(kind, Some(ThresholdKind::Floor { .. })) {
                { number(share) }
            }
        </div>
    }
}
