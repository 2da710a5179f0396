//! Where each setting stands on the page: ids of the elements that findings lead to.

use crate::engine::comp::lint::{Field, Place};
use crate::platform::dom;

/// The id of what stands at a place: a component or the plan, its part, and which of several.
pub(super) fn place_id(component: Option<usize>, part: &str, index: Option<usize>) -> String {
    let whole = component.map_or_else(|| "plan".to_owned(), |component| numbered("component", component));
    let part = if part.is_empty() { whole } else { [whole.as_str(), part].join("-") };
    index.map_or_else(|| part.clone(), |index| numbered(&part, index))
}

fn numbered(name: &str, number: usize) -> String {
    format!("{name}-{number}")
}

/// The part of the page that a setting is edited in; nothing for the component or plan as a whole.
const fn part(field: Field) -> &'static str {
    match field {
        Field::Whole | Field::Components | Field::Name => "",
        Field::Quota => "quota",
        Field::TargetIncentive => "incentive",
        Field::Weight => "weight",
        Field::Filter => "filter",
        Field::Parts => "parts",
        Field::CreditFrom => "credit",
        Field::Window => "window",
        Field::PayBasis => "basis",
        Field::TierMode => "mode",
        Field::Boundary => "boundary",
        Field::TierFrom | Field::TierValue => "tier",
        Field::Threshold => "threshold",
        Field::Caps => "cap",
        Field::Gate => "condition",
        Field::Multipliers => "multiplier",
        Field::Matrix => "matrix",
        Field::Spiffs => "spiff",
        Field::Draw => "draw",
        Field::Clawback => "clawback",
        Field::Holdback => "holdback",
        Field::Proration => "proration",
    }
}

/// Puts the keyboard on the control of a place, else as near as can be: on the fold that hides it, which is opened, or on
/// its component.
pub(super) fn go_to_place(place: Place) {
    let Place { component, field, index } = place;
    let name = part(field);
    let mut ids = vec![place_id(component, name, index), place_id(component, name, None)];
    if field == Field::TierValue {
        ids.insert(0, [place_id(component, name, index).as_str(), "value"].join("-"));
    }
    if field == Field::Name && component.is_none() {
        ids.insert(0, place_id(None, "spiff", index));
    }
    if name.is_empty() || !ids.iter().any(|id| dom::focus_inside(id)) {
        let fold = place_id(component, "more", None);
        let is_hidden = !name.is_empty() && !dom::is_open_at(&fold) && is_folded(field, component);
        if is_hidden {
            dom::open_at(&fold);
        } else {
            dom::focus_inside(&place_id(component, "", None));
        }
    }
}

/// Whether a setting is edited inside the fold of its component or of the plan.
const fn is_folded(field: Field, component: Option<usize>) -> bool {
    match field {
        Field::Quota => component.is_some(),
        Field::Filter
        | Field::Parts
        | Field::CreditFrom
        | Field::Gate
        | Field::Multipliers
        | Field::Matrix
        | Field::Spiffs
        | Field::Draw
        | Field::Clawback
        | Field::Holdback
        | Field::Proration => true,
        _ => false,
    }
}
