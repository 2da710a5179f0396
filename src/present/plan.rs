//! A plan in plain sentences, what is wrong with one, and what a replay or a fit leaves out.

use rust_decimal::prelude::ToPrimitive;

use super::field::measure_name;
use super::ledger::ledger_error;
use super::mechanics::period_id;
use super::numerals::{MoneyStyle, Numerals};
use super::words::Words;
use crate::engine::comp::{
    Cap, Component, Gap, NamedIn, PayBasis, Plan, PlanError, ThresholdKind, TierAxis, TierMode, Window,
};
use crate::engine::simulate::FitNote;
use crate::engine::units::{Currency, Decimal};

/// Says figures of one plan.
pub(super) struct Speaker<'a> {
    pub(super) words: &'a Words,
    pub(super) numerals: &'a dyn Numerals,
    pub(super) currency: &'a Currency,
}

/// The plan, a few sentences a component.
pub fn sentences(
    words: &Words,
    numerals: &dyn Numerals,
    currency: &Currency,
    plan: &Plan,
) -> Vec<(String, Vec<String>)> {
    let speaker = Speaker { words, numerals, currency };
    plan.components.iter().map(|component| (component.name.clone(), speaker.component(component))).collect()
}

impl Speaker<'_> {
    pub(super) fn percent(&self, fraction: Decimal) -> String {
        self.numerals.percent(fraction.to_f64().unwrap_or(0.0), 2)
    }

    pub(super) fn money(&self, amount: Decimal) -> String {
        let style = if amount.fract().is_zero() { MoneyStyle::Whole } else { MoneyStyle::Exact };
        self.numerals.money(amount.to_f64().unwrap_or(0.0), self.currency, style)
    }

    pub(super) fn multiple(&self, times: Decimal) -> String {
        format!("{}×", self.numerals.exact(times, 4))
    }

    pub(super) fn bound(&self, component: &Component, at: Decimal) -> String {
        match (component.tier_axis, component.measure) {
            (TierAxis::Attainment, _) => self.percent(at),
            (TierAxis::Amount, measure) if measure.is_money() => self.money(at),
            (TierAxis::Amount, _) => self.numerals.exact(at, 2),
        }
    }

    pub(super) fn value(&self, component: &Component, value: Decimal) -> String {
        match (component.pay_basis, component.measure.is_money(), component.tier_mode) {
            (PayBasis::Rate, true, _) | (PayBasis::TargetIncentive, _, TierMode::Interpolated) => self.percent(value),
            (PayBasis::Rate | PayBasis::Fixed, ..) => self.money(value),
            (PayBasis::BaseRate { rate }, true, _) => {
                format!("{} × {}", self.multiple(value), self.percent(rate))
            }
            (PayBasis::BaseRate { rate }, ..) => format!("{} × {}", self.multiple(value), self.money(rate)),
            (PayBasis::TargetIncentive, ..) => self.multiple(value),
        }
    }

    fn component(&self, component: &Component) -> Vec<String> {
        let words = self.words;
        let mut lines = vec![self.opening(component)];
        lines.extend(self.counted(component));
        if component.is_measured_only {
            lines.push(words.text("say-measured-only"));
            return lines;
        }
        lines.push(component.matrix.as_ref().map_or_else(|| self.tiers(component), |matrix| self.matrix(matrix)));
        if let Some(threshold) = component.threshold {
            let at = self.percent(threshold.at);
            lines.push(match threshold.kind {
                ThresholdKind::Cliff => words.with("say-threshold-cliff", [("at", at.into())]),
                ThresholdKind::Slide => words.with("say-threshold-slide", [("at", at.into())]),
                ThresholdKind::Floor { share } => {
                    words.with("say-threshold-floor", [("at", at.into()), ("share", self.percent(share).into())])
                }
            });
        }
        lines.extend(component.gate.iter().map(|gate| self.gate(gate)));
        lines.extend(component.multipliers.iter().map(|multiplier| self.multiplier(multiplier)));
        lines.extend(component.caps.iter().map(|cap| self.cap(component, cap)));
        lines.extend(component.advance.map(|advance| self.advance(advance)));
        lines
    }

    fn tiers(&self, component: &Component) -> String {
        let mode = match (component.pay_basis, component.tier_mode) {
            (PayBasis::Fixed, TierMode::Marginal) => "say-tiers-fixed-added",
            (PayBasis::Fixed, TierMode::Retroactive) => "say-tiers-fixed-reached",
            (PayBasis::Fixed, TierMode::Interpolated) => "say-tiers-fixed-curve",
            (PayBasis::TargetIncentive, TierMode::Interpolated) => "say-tiers-target-curve",
            (_, TierMode::Marginal) => "say-tiers-marginal",
            (_, TierMode::Retroactive) => "say-tiers-retroactive",
            (_, TierMode::Interpolated) => "say-tiers-interpolated",
            (_, TierMode::HighestOverQuota) => "say-tiers-highest",
        };
        let tiers: Vec<String> = component
            .tiers
            .iter()
            .map(|tier| {
                let values = [
                    ("from", self.bound(component, tier.from).into()),
                    ("value", self.value(component, tier.value).into()),
                ];
                self.words.with("say-tier", values)
            })
            .collect();
        self.words.with(mode, [("tiers", tiers.join("; ").into())])
    }

    fn opening(&self, component: &Component) -> String {
        let words = self.words;
        let period = words.text(period_id(component.pay_period));
        let window = words.text(match (component.accumulate, component.deduct_prior) {
            (Window::Deal, _) => "say-window-deal",
            (Window::PayPeriod, _) => "say-window-period",
            (Window::Quarter, true) => "say-window-quarter",
            (Window::HalfYear, true) => "say-window-half-year",
            (Window::Year, true) => "say-window-year",
            (Window::Quarter, false) => "say-window-quarter-rate",
            (Window::HalfYear, false) => "say-window-half-year-rate",
            (Window::Year, false) => "say-window-year-rate",
        });
        let measure = if component.parts.is_empty() {
            measure_name(words, component.measure)
        } else {
            self.parts(&component.parts)
        };
        let opening = words
            .with("say-opening", [("measure", measure.into()), ("period", period.into()), ("window", window.into())]);
        if component.pay_basis == PayBasis::TargetIncentive {
            let weight = words.with("say-weight", [("weight", self.percent(component.weight).into())]);
            format!("{opening} {weight}")
        } else {
            opening
        }
    }

    fn cap(&self, component: &Component, cap: &Cap) -> String {
        let words = self.words;
        let text = match *cap {
            Cap::Pay { amount, .. } => words.with("say-cap-pay", [("amount", self.money(amount).into())]),
            Cap::PayMultiple { times, .. } => words.with("say-cap-multiple", [("times", self.multiple(times).into())]),
            Cap::Attainment { at } => words.with("say-cap-attainment", [("at", self.percent(at).into())]),
            Cap::Rate { at } => words.with("say-cap-rate", [("at", self.value(component, at).into())]),
            Cap::Deal { amount } => words.with("say-cap-deal", [("amount", self.money(amount).into())]),
        };
        if cap.is_refundable() { format!("{text} {}", words.text("say-cap-kept")) } else { text }
    }
}

/// What is wrong with a plan.
#[allow(clippy::too_many_lines)] // one arm for each rule
pub fn plan_error(words: &Words, error: &PlanError) -> String {
    let number = |number: usize| number.to_string();
    match error {
        PlanError::NoComponents => words.text("plan-error-no-components"),
        PlanError::NoTiers { component } => {
            words.with("plan-error-no-tiers", [("component", number(*component).into())])
        }
        PlanError::GapAtStart { component, .. } => {
            words.with("plan-error-gap-at-start", [("component", number(*component).into())])
        }
        PlanError::NotRising { component, tier } => words
            .with("plan-error-not-rising", [("component", number(*component).into()), ("tier", number(*tier).into())]),
        PlanError::Negative { component, field } => words.with(
            "plan-error-negative",
            [("component", number(*component).into()), ("field", setting(words, field).into())],
        ),
        PlanError::ThresholdTooHigh { component, .. } => {
            words.with("plan-error-threshold", [("component", number(*component).into())])
        }
        PlanError::ShareTooHigh { component, .. } => {
            words.with("plan-error-share", [("component", number(*component).into())])
        }
        PlanError::TooLarge { component, field } => words.with(
            "plan-error-too-large",
            [("component", number(*component).into()), ("field", setting(words, field).into())],
        ),
        PlanError::PlanNegative { field } => words.text(match *field {
            "quota" => "plan-error-quota-negative",
            _ => "plan-error-incentive-negative",
        }),
        PlanError::PlanTooLarge { field } => words.text(match *field {
            "quota" => "plan-error-quota-too-large",
            _ => "plan-error-incentive-too-large",
        }),
        PlanError::Proration { field: "ramp" } => words.text("plan-error-ramp"),
        PlanError::Proration { .. } => words.text("plan-error-seasons"),
        PlanError::FilterOfOther { component, field } => words.with(
            "plan-error-filter-of-other",
            [("component", number(*component).into()), ("field", (*field).to_owned().into())],
        ),
        PlanError::NameTaken { component } => {
            words.with("plan-error-name-taken", [("component", number(*component).into())])
        }
        PlanError::SpiffEndsEarly { .. }
        | PlanError::SpiffNegative { .. }
        | PlanError::SpiffTooLarge { .. }
        | PlanError::SpiffPaysNothing { .. }
        | PlanError::MilestonesNotRising { .. }
        | PlanError::SpiffNameTaken { .. }
        | PlanError::DrawNegative { .. }
        | PlanError::DrawTooLarge
        | PlanError::RecoveryTooHigh { .. }
        | PlanError::DrawWithoutPeriods
        | PlanError::ClawbackShare { .. }
        | PlanError::HoldbackShare { .. } => ledger_error(words, error),
        PlanError::UnknownComponent { component, field, name } => words.with(
            "plan-error-unknown",
            [
                ("component", number(*component).into()),
                ("field", setting(words, field).into()),
                ("name", name.clone().into()),
            ],
        ),
        PlanError::LooksAtItself { component, field } => words.with(
            "plan-error-itself",
            [("component", number(*component).into()), ("field", setting(words, field).into())],
        ),
        PlanError::Circular { component, field } => words.with(
            "plan-error-circular",
            [("component", number(*component).into()), ("field", setting(words, field).into())],
        ),
        PlanError::MatrixShape { component, n_rows, n_columns } => words.with(
            "plan-error-matrix-shape",
            [
                ("component", number(*component).into()),
                ("rows", number(*n_rows).into()),
                ("columns", number(*n_columns).into()),
            ],
        ),
        PlanError::Unordered { component, field, position } => words.with(
            "plan-error-unordered",
            [
                ("component", number(*component).into()),
                ("field", setting(words, field).into()),
                ("position", number(*position).into()),
            ],
        ),
        PlanError::PartWeights { component, sum } => words.with(
            "plan-error-part-weights",
            [("component", number(*component).into()), ("sum", plain_percent(*sum).into())],
        ),
        PlanError::OutsideUnit { component, field, share } => words.with(
            "plan-error-outside",
            [
                ("component", number(*component).into()),
                ("field", setting(words, field).into()),
                ("share", plain_percent(*share).into()),
            ],
        ),
        PlanError::Clash { component, field, with } => words.with(
            "plan-error-clash",
            [
                ("component", number(*component).into()),
                ("field", setting(words, field).into()),
                ("other", setting(words, with).into()),
            ],
        ),
        PlanError::Empty { component, field } => words.with(
            "plan-error-empty",
            [("component", number(*component).into()), ("field", setting(words, field).into())],
        ),
    }
}

/// A fraction of a definition, digit by digit.
fn plain_percent(fraction: Decimal) -> String {
    format!("{}\u{a0}%", fraction.saturating_mul(Decimal::ONE_HUNDRED).normalize())
}

/// A setting of a component by its name in the definition; a name without words stays as it is.
fn setting(words: &Words, field: &str) -> String {
    words.text(match field {
        "weight" => "plan-field-weight",
        "rate" => "plan-field-rate",
        "from" => "plan-field-from",
        "value" => "plan-field-value",
        "threshold" => "plan-field-threshold",
        "share" => "plan-field-share",
        "cap" | "caps" => "plan-field-caps",
        "gate" => "plan-field-gate",
        "multipliers" => "plan-field-multipliers",
        "matrix" => "plan-field-matrix",
        "rows" => "plan-field-rows",
        "columns" => "plan-field-columns",
        "parts" => "plan-field-parts",
        "quota" => "plan-field-quota",
        "filter" => "plan-field-filter",
        "tier_mode" => "plan-field-tier-mode",
        "pay_basis" => "plan-field-pay-basis",
        "advance" => "plan-field-advance",
        "pay_period" => "plan-field-pay-period",
        "is_measured_only" => "plan-field-measured-only",
        "deduct_prior" => "plan-field-deduct-prior",
        _ => return field.to_owned(),
    })
}

/// What a replay could not pay for.
pub fn gap(words: &Words, numerals: &dyn Numerals, currency: &Currency, gap: &Gap) -> String {
    let count = |n: u32| numerals.count(n as usize);
    let deals = |id: &str, n: u32, amount: crate::engine::units::Money| {
        let amount = numerals.money(amount.to_f64(), currency, MoneyStyle::Whole);
        words.with(id, [("n", n.into()), ("count", count(n).into()), ("amount", amount.into())])
    };
    let reps = |id: &str, n: u32, names: &[String]| {
        words.with(id, [("n", n.into()), ("count", count(n).into()), ("names", names.join(", ").into())])
    };
    match gap {
        Gap::DealsWithoutRep { n_deals, amount } => deals("gap-without-rep", *n_deals, *amount),
        Gap::DealsWithoutDay { n_deals, amount } => deals("gap-without-day", *n_deals, *amount),
        Gap::DealsOutside { n_deals, amount } => deals("gap-outside", *n_deals, *amount),
        Gap::DealsWithoutMeasure { measure, n_deals } => {
            let measure = measure_name(words, *measure);
            words.with(
                "gap-without-measure",
                [("n", (*n_deals).into()), ("count", count(*n_deals).into()), ("measure", measure.into())],
            )
        }
        Gap::RepsWithoutQuota { n_reps, names } => reps("gap-without-quota", *n_reps, names),
        Gap::RepsWithoutIncentive { n_reps, names } => reps("gap-without-incentive", *n_reps, names),
        Gap::RepsWithoutPlan { n_reps, names } => reps("gap-without-plan", *n_reps, names),
        Gap::StrayPayments { n_payments } => {
            words.with("gap-stray-payments", [("n", (*n_payments).into()), ("count", count(*n_payments).into())])
        }
        Gap::DealsWithoutRate { currency, n_deals, amount } => {
            let other = Currency::of(currency);
            let amount = numerals.money(amount.to_f64(), &other, MoneyStyle::Whole);
            let [n, count] = [(*n_deals).into(), count(*n_deals).into()];
            words.with(
                "gap-without-rate",
                [("n", n), ("count", count), ("amount", amount.into()), ("currency", other.code.into())],
            )
        }
        Gap::RepsWithoutRate { n_reps, names } => reps("gap-reps-without-rate", *n_reps, names),
        Gap::CreditsOfUnknownDeals { n_credits, deals } => reps("gap-unknown-deals", *n_credits, deals),
        Gap::UnknownReps { named_in, n_records, names } => {
            let id = match named_in {
                NamedIn::Credits => "gap-unknown-reps-credits",
                NamedIn::Objectives => "gap-unknown-reps-objectives",
                NamedIn::Absences => "gap-unknown-reps-absences",
                NamedIn::Activities => "gap-unknown-reps-activities",
            };
            reps(id, *n_records, names)
        }
        Gap::UnknownManagers { n_reps, names } => reps("gap-unknown-managers", *n_reps, names),
        Gap::ManagerRing { n_reps, names } => reps("gap-manager-ring", *n_reps, names),
    }
}

/// What a fitted model rests on where history was missing.
pub fn fit_note(words: &Words, numerals: &dyn Numerals, note: &FitNote) -> String {
    let counted = |id: &str, n: u32| words.with(id, [("n", n.into()), ("count", numerals.count(n as usize).into())]);
    match *note {
        FitNote::NoHistory { n_reps } => counted("fit-no-history", n_reps),
        FitNote::ShortHistory { n_reps } => counted("fit-short-history", n_reps),
        FitNote::QuotaOfPlan { n_reps } => counted("fit-quota-of-plan", n_reps),
        FitNote::NoQuota { n_reps } => counted("fit-no-quota", n_reps),
        FitNote::QuotaOfPast { n_reps } => counted("fit-quota-of-past", n_reps),
        FitNote::NoTargetIncentive { n_reps } => counted("fit-no-incentive", n_reps),
        FitNote::Left { n_reps } => counted("fit-left", n_reps),
        FitNote::DealsLeftOut { n_deals } => counted("fit-deals-left-out", n_deals),
        FitNote::NotSelling { n_reps } => counted("fit-not-selling", n_reps),
        FitNote::OtherMeasure { n_components } => counted("fit-other-measure", n_components),
        FitNote::Steady { n_components } => counted("fit-steady", n_components),
        FitNote::DealCaps { n_components } => counted("fit-deal-caps", n_components),
        FitNote::Contests { n_spiffs } => counted("fit-contests", n_spiffs),
        FitNote::DrawForNewHires => words.text("fit-draw-new-hires"),
        FitNote::PartYears => words.text("fit-part-years"),
        FitNote::Cancelled { share } => {
            let share = numerals.percent(f64::from(share) / 10_000.0, 2);
            words.with("fit-cancelled", [("share", share.into())])
        }
        FitNote::NoSeason => words.text("fit-no-season"),
    }
}
