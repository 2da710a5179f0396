//! What the solver is asked and answers, in words.

use super::charts::Voice;
use super::numerals::MoneyStyle;
use super::words::Words;
use crate::engine::comp::Plan;
use crate::engine::comp::solve::{Check, Conflict, Conflicting, Demand, Lever, LeverKind, Side, SolveError};

/// A demand with its number, as part of a sentence.
pub fn solve_demand(voice: &Voice, demand: Demand) -> String {
    let key = match demand {
        Demand::Budget { .. } => "solve-demand-budget",
        Demand::CcosAtMost { .. } => "solve-demand-ccos",
        Demand::TargetPaysTarget => "solve-demand-target",
        Demand::Monotone => "solve-demand-monotone",
        Demand::LeverageAtLeast { .. } => "solve-demand-leverage-least",
        Demand::LeverageAtMost { .. } => "solve-demand-leverage-most",
        Demand::AcceleratorAtLeast { .. } => "solve-demand-accelerator-least",
        Demand::AcceleratorAtMost { .. } => "solve-demand-accelerator-most",
        Demand::WorseOffAtMost { .. } => "solve-demand-worse-off",
    };
    match demand.number() {
        Some(number) => voice.words.with(key, [("value", solve_number(voice, demand, number).into())]),
        None => voice.words.text(key),
    }
}

/// A number as the demand counts it: money, a percentage, or a multiple.
pub fn solve_number(voice: &Voice, demand: Demand, number: f64) -> String {
    match demand {
        Demand::Budget { .. } | Demand::Monotone => voice.numerals.money(number, voice.currency, MoneyStyle::Exact),
        Demand::CcosAtMost { .. } | Demand::WorseOffAtMost { .. } => voice.numerals.percent(number, 2),
        Demand::TargetPaysTarget => voice.numerals.percent(number, 3),
        Demand::LeverageAtLeast { .. }
        | Demand::LeverageAtMost { .. }
        | Demand::AcceleratorAtLeast { .. }
        | Demand::AcceleratorAtMost { .. } => voice.numerals.decimal(number, 0, 4),
    }
}

/// What a plan reaches of a demand, as the demand counts it; "–" where it cannot be told.
pub fn solve_reached(voice: &Voice, check: &Check) -> String {
    let Some(value) = check.value else { return "–".to_owned() };
    let shown = solve_number(voice, check.demand, value);
    match check.demand {
        Demand::Monotone if check.is_met => voice.words.text("solve-never-falls"),
        Demand::Monotone => voice.words.with("solve-falls", [("value", shown.into())]),
        Demand::TargetPaysTarget => voice.words.with("solve-off", [("value", shown.into())]),
        _ => shown,
    }
}

/// Why there is no plan: what stands against each other, then each way out.
pub fn solve_conflict(voice: &Voice, conflict: &Conflict) -> Vec<String> {
    let demands: Vec<String> = conflict.demands.iter().map(|one| solve_demand(voice, one.demand)).collect();
    let key = if conflict.is_proved { "solve-impossible" } else { "solve-impossible-perhaps" };
    let mut sentences = vec![voice.words.with(key, [("demands", demands.join("; ").into())])];
    sentences.extend(conflict.demands.iter().map(|one| way_out(voice, one)));
    sentences
}

fn way_out(voice: &Voice, one: &Conflicting) -> String {
    let Some(nearest) = one.nearest else {
        let demand = solve_demand(voice, one.demand);
        return voice.words.with("solve-way-without", [("demand", demand.into())]);
    };
    let key = match (one.demand, one.side) {
        (Demand::Budget { .. }, Side::AtLeast) => "solve-way-budget-least",
        (Demand::Budget { .. }, Side::AtMost) => "solve-way-budget-most",
        (Demand::CcosAtMost { .. }, _) => "solve-way-ccos",
        (Demand::LeverageAtLeast { .. }, _) => "solve-way-leverage-least",
        (Demand::LeverageAtMost { .. }, _) => "solve-way-leverage-most",
        (Demand::AcceleratorAtLeast { .. }, _) => "solve-way-accelerator-least",
        (Demand::AcceleratorAtMost { .. }, _) => "solve-way-accelerator-most",
        (Demand::WorseOffAtMost { .. } | Demand::TargetPaysTarget | Demand::Monotone, _) => "solve-way-worse-off",
    };
    voice.words.with(key, [("value", solve_number(voice, one.demand, nearest).into())])
}

/// A lever by its component and part.
pub fn solve_lever(words: &Words, plan: &Plan, lever: &Lever) -> String {
    let component = plan.components.get(lever.component).map_or("–", |component| component.name.as_str());
    let (key, tier) = match lever.kind {
        LeverKind::Value { tier } => ("solve-lever-value", tier + 1),
        LeverKind::Start { tier } => ("solve-lever-start", tier + 1),
        LeverKind::Threshold => return words.with("solve-lever-threshold", [("component", component.into())]),
    };
    words.with(key, [("component", component.into()), ("tier", tier.to_string().into())])
}

/// Why a question cannot be asked, and what to do.
pub fn solve_error(words: &Words, error: &SolveError) -> String {
    words.text(match error {
        SolveError::UnsoundPlan => "solve-error-plan",
        SolveError::NothingAsked => "solve-error-nothing-asked",
        SolveError::NothingMoves => "solve-error-nothing-moves",
        SolveError::TooManyLevers { .. } => "solve-error-too-many",
        SolveError::UnknownLever { .. } => "solve-error-lever",
        SolveError::BadNumber { .. } => "solve-error-number",
        SolveError::NoTeam => "solve-error-team",
        SolveError::NoCredit => "solve-error-credit",
        SolveError::NoQuota => "solve-error-quota",
        SolveError::NoTargetIncentive => "solve-error-incentive",
        SolveError::BadExcellence => "solve-error-excellence",
    })
}
