//! The threshold of a component: none, cliff, slide, or floor.

use yew::prelude::*;

use crate::engine::comp::{Component, Threshold, ThresholdKind};
use crate::engine::units::Decimal;
use crate::ui::context::App;
use crate::ui::pages::compensation::edit::component_edit;
use crate::ui::parts::{NumberField, Unit, choice};

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
    let kind = component.threshold.map(|threshold| threshold.kind);
    html! {
        <div class="row">
            { choice(app.t("threshold"), false, &kind, options, move |kind| set.emit(kind)) }
            if let Some(threshold) = component.threshold {
                <NumberField label={app.t("threshold-at")} unit={Unit::Percent} value={Some(threshold.at)}
                    least={Some(Decimal::ZERO)} on_change={set_at} />
            }
            if let Some(ThresholdKind::Floor { share }) = kind {
                <NumberField label={app.t("threshold-share")} unit={Unit::Percent} value={Some(share)} least={Some(Decimal::ZERO)}
                    most={Some(Decimal::ONE)} on_change={set_share} />
            }
        </div>
    }
}
