//! Errors: what makes a plan unusable, each with its place.

use super::finding::{Field, Finding, Place, Rule, Severity};
use crate::engine::comp::plan::{Plan, PlanError};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let errors = plan.errors();
    let finding = |(number, error): (usize, &PlanError)| {
        Finding::new(Severity::Error, place(error), Rule::Refused { error: number })
    };
    errors.iter().enumerate().map(finding).collect()
}

/// Where the error is. Those that name no setting known here are about the plan as a whole.
#[allow(clippy::match_wildcard_for_single_variants)] // errors may be added whose place is not known here
fn place(error: &PlanError) -> Place {
    let of = |component: usize, field| Place::of(component.saturating_sub(1), field);
    match *error {
        PlanError::NoTiers { component } => of(component, Field::TierFrom),
        PlanError::GapAtStart { component, .. } => of(component, Field::TierFrom).at(0),
        PlanError::NotRising { component, tier } => of(component, Field::TierFrom).at(tier.saturating_sub(1)),
        PlanError::Negative { component, field }
        | PlanError::TooLarge { component, field }
        | PlanError::UnknownComponent { component, field, .. }
        | PlanError::LooksAtItself { component, field }
        | PlanError::Circular { component, field }
        | PlanError::OutsideUnit { component, field, .. }
        | PlanError::Clash { component, field, .. }
        | PlanError::Empty { component, field } => of(component, named(field)),
        PlanError::Unordered { component, field, position } => {
            of(component, named(field)).at(position.saturating_sub(1))
        }
        PlanError::FilterOfOther { component, .. } => of(component, Field::Filter),
        PlanError::MatrixShape { component, .. } => of(component, Field::Matrix),
        PlanError::PartWeights { component, .. } => of(component, Field::Parts),
        PlanError::ThresholdTooHigh { component, .. } | PlanError::ShareTooHigh { component, .. } => {
            of(component, Field::Threshold)
        }
        PlanError::PlanNegative { field } | PlanError::PlanTooLarge { field } => Place::plan(named(field)),
        PlanError::Proration { .. } => Place::plan(Field::Proration),
        PlanError::NameTaken { component } => of(component, Field::Name),
        _ => Place::plan(Field::Components),
    }
}

fn named(field: &str) -> Field {
    match field {
        "weight" => Field::Weight,
        "rate" | "pay_basis" => Field::PayBasis,
        "from" => Field::TierFrom,
        "value" => Field::TierValue,
        "tier_mode" => Field::TierMode,
        "threshold" | "share" => Field::Threshold,
        "cap" | "caps" => Field::Caps,
        "gate" => Field::Gate,
        "multipliers" => Field::Multipliers,
        "matrix" | "rows" | "columns" => Field::Matrix,
        "parts" => Field::Parts,
        "deduct_prior" => Field::Window,
        "filter" => Field::Filter,
        "quota" => Field::Quota,
        "target_incentive" => Field::TargetIncentive,
        _ => Field::Whole,
    }
}
