//! The arithmetic behind an amount, a sentence a step.

use super::field::measure_name;
use super::ledger::ledger_step;
use super::numerals::Numerals;
use super::words::Words;
use crate::engine::comp::{CapKind, Component, PayBasis, Step, TierAxis};
use crate::engine::units::{Currency, Decimal, Money};

/// One step in words, with its numbers.
#[allow(clippy::too_many_lines)] // one arm for each kind of step
pub fn step(words: &Words, numerals: &dyn Numerals, currency: &Currency, component: &Component, step: &Step) -> String {
    let money = |amount: Decimal| numerals.exact_money(Money(amount), currency);
    let is_money = component.measure.is_money() && component.parts.is_empty();
    let percent =
        |fraction: Decimal| numerals.percent(rust_decimal::prelude::ToPrimitive::to_f64(&fraction).unwrap_or(0.0), 2);
    let amount_of = |amount: Decimal, is_money: bool| if is_money { money(amount) } else { numerals.exact(amount, 2) };
    // Credit of a blend is attainment.
    let credit =
        |amount: Decimal| if component.parts.is_empty() { amount_of(amount, is_money) } else { percent(amount) };
    let reached = |attainment: Option<Decimal>| attainment.map_or_else(|| words.text("trace-no-quota"), percent);
    let point = |value: Decimal| match (component.pay_basis, is_money) {
        (PayBasis::Rate, true) | (PayBasis::TargetIncentive, _) => percent(value),
        (PayBasis::Rate | PayBasis::Fixed, _) => money(value),
        (PayBasis::BaseRate { .. }, _) => format!("{}×", numerals.exact(value, 4)),
    };
    let base = |rate: Decimal| if is_money { percent(rate) } else { money(rate) };
    let value = |value: Decimal| match (component.pay_basis, is_money) {
        (PayBasis::Rate, true) => percent(value),
        (PayBasis::Rate | PayBasis::Fixed, _) => money(value),
        (PayBasis::BaseRate { .. } | PayBasis::TargetIncentive, _) => format!("{}×", numerals.exact(value, 4)),
    };
    let tier = |tier: usize| tier.to_string();
    match *step {
        Step::Credited { credit: amount } => words.with("trace-credited", [("credit", credit(amount).into())]),
        Step::Attainment { credit: amount, quota, attainment } => words.with(
            "trace-attainment",
            [
                ("credit", credit(amount).into()),
                ("quota", credit(quota).into()),
                ("attainment", percent(attainment).into()),
            ],
        ),
        Step::BaseRate { target_incentive: Some(incentive), quota, rate } => {
            let values =
                [("incentive", money(incentive).into()), ("quota", credit(quota).into()), ("rate", base(rate).into())];
            words.with("trace-base-rate", values)
        }
        Step::BaseRate { target_incentive: None, rate, .. } => {
            words.with("trace-base-rate-of-plan", [("rate", base(rate).into())])
        }
        Step::QuotaMissing => words.text("trace-quota-missing"),
        Step::BelowThreshold { attainment, threshold } => words.with(
            "trace-below-threshold",
            [("attainment", percent(attainment).into()), ("threshold", percent(threshold).into())],
        ),
        Step::Slide { threshold, at_quota, floor, share, pay } => words.with(
            "trace-slide",
            [
                ("threshold", percent(threshold).into()),
                ("full", money(at_quota).into()),
                ("floor", percent(floor).into()),
                ("share", percent(share).into()),
                ("pay", money(pay).into()),
            ],
        ),
        Step::Slice { tier: number, value: rate, from, credit: amount, pay } => words.with(
            "trace-slice",
            [
                ("tier", tier(number).into()),
                ("value", value(rate).into()),
                ("from", credit(from).into()),
                ("credit", credit(amount).into()),
                ("pay", money(pay).into()),
            ],
        ),
        Step::Whole { tier: number, value: rate, credit: amount, pay } => words.with(
            "trace-whole",
            [
                ("tier", tier(number).into()),
                ("value", value(rate).into()),
                ("credit", credit(amount).into()),
                ("pay", money(pay).into()),
            ],
        ),
        Step::Interpolated { lower, upper, value: rate, credit: amount, pay } => words.with(
            "trace-interpolated",
            [
                ("lower", credit(lower).into()),
                ("upper", credit(upper).into()),
                ("value", value(rate).into()),
                ("credit", credit(amount).into()),
                ("pay", money(pay).into()),
            ],
        ),
        Step::Amount { tier: number, pay } => {
            words.with("trace-amount", [("tier", tier(number).into()), ("pay", money(pay).into())])
        }
        Step::Capped { cap, before, after } => {
            let (id, before, after) = match cap {
                CapKind::Pay => ("trace-cap-pay", money(before), money(after)),
                CapKind::PayMultiple => ("trace-cap-multiple", money(before), money(after)),
                CapKind::Attainment => ("trace-cap-attainment", credit(before), credit(after)),
                CapKind::Rate => ("trace-cap-rate", value(before), value(after)),
                CapKind::Deal => ("trace-cap-deal", money(before), money(after)),
            };
            words.with(id, [("before", before.into()), ("after", after.into())])
        }
        Step::PriorDeducted { to_date, before, pay } => words.with(
            "trace-prior",
            [("to-date", money(to_date).into()), ("before", money(before).into()), ("pay", money(pay).into())],
        ),
        Step::RateOfPeriod { rate, credit: amount, pay } => words.with(
            "trace-rate-of-period",
            [("rate", percent(rate).into()), ("credit", credit(amount).into()), ("pay", money(pay).into())],
        ),
        Step::Advanced { pay } => words.with("trace-advanced", [("pay", money(pay).into())]),
        Step::AdvanceDeducted { before, advanced, pay } => words.with(
            "trace-advance-deducted",
            [("before", money(before).into()), ("advanced", money(advanced).into()), ("pay", money(pay).into())],
        ),
        Step::DealsCapped { n_deals, lost } => words.with(
            "trace-deals-capped",
            [("n", n_deals.into()), ("count", n_deals.to_string().into()), ("lost", money(lost).into())],
        ),
        Step::DealByDeal { n_deals, pay } => words.with(
            "trace-deal-by-deal",
            [("n", n_deals.into()), ("count", n_deals.to_string().into()), ("pay", money(pay).into())],
        ),
        Step::Part { measure, weight, credit: amount, quota: Some(quota), adds } => words.with(
            "trace-part",
            [
                ("measure", measure_name(words, measure).into()),
                ("weight", percent(weight).into()),
                ("credit", amount_of(amount, measure.is_money()).into()),
                ("quota", amount_of(quota, measure.is_money()).into()),
                ("adds", percent(adds).into()),
            ],
        ),
        Step::Part { measure, quota: None, .. } => {
            words.with("trace-part-without-quota", [("measure", measure_name(words, measure).into())])
        }
        Step::MeasuredOnly => words.text("trace-measured-only"),
        Step::OverQuota { tier: number, value: rate, credit: amount, pay } => words.with(
            "trace-over-quota",
            [
                ("tier", tier(number).into()),
                ("value", value(rate).into()),
                ("credit", credit(amount).into()),
                ("pay", money(pay).into()),
            ],
        ),
        Step::Matrix { component: ref other, row_axis, row, column, value, credit: amount, pay } => {
            let on = |axis: TierAxis, at: Decimal| match axis {
                TierAxis::Attainment => percent(at),
                TierAxis::Amount => numerals.exact(at, 2),
            };
            words.with(
                "trace-matrix",
                [
                    ("component", other.clone().into()),
                    ("row", on(row_axis, row).into()),
                    ("column", on(component.tier_axis, column).into()),
                    ("value", point(value).into()),
                    ("credit", credit(amount).into()),
                    ("pay", money(pay).into()),
                ],
            )
        }
        Step::Condition { component: ref other, attainment, at, is_met } => {
            let id = if is_met { "trace-condition-met" } else { "trace-condition-missed" };
            let values = [
                ("component", other.clone().into()),
                ("attainment", reached(attainment).into()),
                ("at", percent(at).into()),
            ];
            words.with(id, values)
        }
        Step::BaseOnly { value: rate } => words.with("trace-base-only", [("value", value(rate).into())]),
        Step::Gated { share, before, pay } => words.with(
            "trace-gated",
            [("share", percent(share).into()), ("before", money(before).into()), ("pay", money(pay).into())],
        ),
        Step::Multiplied { component: ref other, attainment, factor, before, pay } => words.with(
            "trace-multiplied",
            [
                ("component", other.clone().into()),
                ("attainment", reached(attainment).into()),
                ("factor", numerals.exact(factor, 4).into()),
                ("before", money(before).into()),
                ("pay", money(pay).into()),
            ],
        ),
        Step::FromBalance { balance, due } => {
            words.with("trace-from-balance", [("balance", money(balance).into()), ("due", money(due).into())])
        }
        Step::Kept { balance, pay } => {
            words.with("trace-kept", [("balance", money(balance).into()), ("pay", money(pay).into())])
        }
        Step::Rounded { before, after } => {
            let before = numerals.exact(before, 6);
            words.with("trace-rounded", [("before", before.into()), ("after", money(after).into())])
        }
        Step::Ledger(ref step) => ledger_step(words, numerals, currency, component, step),
    }
}
