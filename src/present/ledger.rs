//! SPIFFs, draws, holdbacks, clawbacks and adjustments in words: their steps, and what is wrong with their rules.

use rust_decimal::prelude::ToPrimitive;

use super::numerals::Numerals;
use super::plan::plan_error;
use super::words::Words;
use crate::engine::comp::{BookError, Component, LedgerStep, PayBasis, PlanError};
use crate::engine::units::{Currency, Decimal, Money};

/// One step in words. `component` is what the line is for; steps of a payout period use its measure for nothing.
#[allow(clippy::too_many_lines)] // one arm for each kind of step
pub(super) fn ledger_step(
    words: &Words,
    numerals: &dyn Numerals,
    currency: &Currency,
    component: &Component,
    step: &LedgerStep,
) -> String {
    let money = |amount: Decimal| numerals.exact_money(Money(amount), currency);
    let is_money = component.measure.is_money();
    let credit = |amount: Decimal| if is_money { money(amount) } else { numerals.exact(amount, 2) };
    let percent = |fraction: Decimal| numerals.percent(fraction.to_f64().unwrap_or(0.0), 2);
    let counted = |n: u32| numerals.count(n as usize);
    match step {
        LedgerStep::PerDeal { n_deals, amount, pay } => words.with(
            "ledger-per-deal",
            [
                ("n", (*n_deals).into()),
                ("count", counted(*n_deals).into()),
                ("amount", money(*amount).into()),
                ("pay", money(*pay).into()),
            ],
        ),
        LedgerStep::Kicker { rate, credit: amount, pay } => {
            let is_fraction = is_money && component.pay_basis == PayBasis::Rate;
            let rate = if is_fraction { percent(*rate) } else { money(*rate) };
            let values = [("rate", rate.into()), ("credit", credit(*amount).into()), ("pay", money(*pay).into())];
            words.with("ledger-kicker", values)
        }
        LedgerStep::Milestone { at, credit: amount, pay } => words.with(
            "ledger-milestone",
            [("at", credit(*at).into()), ("credit", credit(*amount).into()), ("pay", money(*pay).into())],
        ),
        LedgerStep::Place { place, n_tied, n_reps, credit: amount, pool, pay } => words.with(
            "ledger-place",
            [
                ("n", (*n_tied).into()),
                ("tied", counted(*n_tied).into()),
                ("place", counted(*place).into()),
                ("reps", counted(*n_reps).into()),
                ("credit", credit(*amount).into()),
                ("pool", money(*pool).into()),
                ("pay", money(*pay).into()),
            ],
        ),
        LedgerStep::Unplaced { credit: amount, least } => {
            words.with("ledger-unplaced", [("credit", credit(*amount).into()), ("least", credit(*least).into())])
        }
        LedgerStep::Earned { earned, spiffs } => {
            words.with("ledger-earned", [("earned", money(*earned).into()), ("spiffs", money(*spiffs).into())])
        }
        LedgerStep::Held { share, amount, until } => words.with(
            "ledger-held",
            [
                ("share", percent(*share).into()),
                ("amount", money(*amount).into()),
                ("month", numerals.month(*until).into()),
            ],
        ),
        LedgerStep::Released { amount, until } => {
            words.with("ledger-released", [("amount", money(*amount).into()), ("month", numerals.month(*until).into())])
        }
        LedgerStep::Cancelled { deal, day, paid, share, forfeited, clawed_back } => words.with(
            "ledger-cancelled",
            [
                ("deal", deal.clone().into()),
                ("day", day.map(|day| numerals.date(day)).unwrap_or_default().into()),
                ("paid", money(*paid).into()),
                ("share", percent(*share).into()),
                ("forfeited", money(*forfeited).into()),
                ("clawed", money(*clawed_back).into()),
            ],
        ),
        LedgerStep::Recomputed { with, without, before, forfeited, clawed_back } => words.with(
            "ledger-recomputed",
            [
                ("with", money(*with).into()),
                ("without", money(*without).into()),
                ("before", money(*before).into()),
                ("forfeited", money(*forfeited).into()),
                ("clawed", money(*clawed_back).into()),
            ],
        ),
        LedgerStep::CarriedOver { due, available, owed } => words.with(
            "ledger-carried-over",
            [("due", money(*due).into()), ("available", money(*available).into()), ("owed", money(*owed).into())],
        ),
        LedgerStep::Drawn { draw, earnings, short, is_owed } => {
            let values =
                [("draw", money(*draw).into()), ("earnings", money(*earnings).into()), ("short", money(*short).into())];
            if *is_owed { words.with("ledger-drawn", values) } else { words.with("ledger-guaranteed", values) }
        }
        LedgerStep::Recovered { owed, over, share, recovered } => words.with(
            "ledger-recovered",
            [
                ("owed", money(*owed).into()),
                ("over", money(*over).into()),
                ("share", percent(*share).into()),
                ("recovered", money(*recovered).into()),
            ],
        ),
        LedgerStep::Forgiven { amount } => words.with("ledger-forgiven", [("amount", money(*amount).into())]),
        LedgerStep::Closed { recomputed, paid, due } => words.with(
            "ledger-closed",
            [("recomputed", money(*recomputed).into()), ("paid", money(*paid).into()), ("due", money(*due).into())],
        ),
        LedgerStep::Adjusted { due, amount } => {
            words.with("ledger-adjusted", [("due", money(*due).into()), ("amount", money(*amount).into())])
        }
    }
}

/// What is wrong with SPIFFs, draw, clawback and holdback.
pub(super) fn ledger_error(words: &Words, error: &PlanError) -> String {
    let number = |number: usize| number.to_string();
    match error {
        PlanError::SpiffEndsEarly { spiff } => {
            words.with("plan-error-spiff-ends-early", [("spiff", number(*spiff).into())])
        }
        PlanError::SpiffNegative { spiff, .. } => {
            words.with("plan-error-spiff-negative", [("spiff", number(*spiff).into())])
        }
        PlanError::SpiffTooLarge { spiff } => {
            words.with("plan-error-spiff-too-large", [("spiff", number(*spiff).into())])
        }
        PlanError::SpiffPaysNothing { spiff } => {
            words.with("plan-error-spiff-pays-nothing", [("spiff", number(*spiff).into())])
        }
        PlanError::MilestonesNotRising { spiff, step } => {
            words.with("plan-error-milestones", [("spiff", number(*spiff).into()), ("step", number(*step).into())])
        }
        PlanError::SpiffNameTaken { spiff } => {
            words.with("plan-error-spiff-name-taken", [("spiff", number(*spiff).into())])
        }
        PlanError::DrawNegative { .. } => words.text("plan-error-draw-negative"),
        PlanError::DrawTooLarge => words.text("plan-error-draw-too-large"),
        PlanError::RecoveryTooHigh { .. } => words.text("plan-error-recovery"),
        PlanError::DrawWithoutPeriods => words.text("plan-error-draw-periods"),
        PlanError::ClawbackShare { .. } => words.text("plan-error-clawback-share"),
        PlanError::HoldbackShare { .. } => words.text("plan-error-holdback-share"),
        other => other.to_string(),
    }
}

/// What is wrong with plans and assignments.
pub fn book_error(words: &Words, error: &BookError) -> String {
    let number = |number: &usize| number.to_string();
    match error {
        BookError::NoPlans => words.text("book-error-no-plans"),
        BookError::Plan { plan, error } => {
            words.with("book-error-plan", [("plan", number(plan).into()), ("error", plan_error(words, error).into())])
        }
        BookError::NameTaken { plan } => words.with("book-error-name-taken", [("plan", number(plan).into())]),
        BookError::UnknownPlan { assignment, plan } => words.with(
            "book-error-unknown-plan",
            [("assignment", number(assignment).into()), ("plan", plan.clone().into())],
        ),
        BookError::EndsEarly { assignment } => {
            words.with("book-error-ends-early", [("assignment", number(assignment).into())])
        }
    }
}
