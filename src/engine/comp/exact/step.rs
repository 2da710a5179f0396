//! One step of the arithmetic behind an amount: data only, worded for people by `present`.

use serde::{Deserialize, Serialize};

use crate::engine::comp::ledger::LedgerStep;
use crate::engine::comp::plan::{Measure, TierAxis};
use crate::engine::units::Decimal;

/// Which limit took effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapKind {
    /// An amount of pay.
    Pay,
    /// A multiple of the target incentive.
    PayMultiple,
    /// An attainment: credit above it does not count.
    Attainment,
    /// A rate.
    Rate,
    /// Pay of one deal.
    Deal,
}

/// One step. Tiers count from 1; credit is in the measure's unit, pay in money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Credit of the window so far.
    Credited {
        /// Credit.
        credit: Decimal,
    },
    /// `attainment = credit / quota`
    Attainment {
        /// Credit.
        credit: Decimal,
        /// Quota of the window.
        quota: Decimal,
        /// Their ratio.
        attainment: Decimal,
    },
    /// One part of a blend: `weight · credit / quota` is what it adds to attainment.
    Part {
        /// What is measured.
        measure: Measure,
        /// Its weight, a fraction.
        weight: Decimal,
        /// Credit of the window so far.
        credit: Decimal,
        /// Quota of the window; `None` if the rep has none, so that the component has none.
        quota: Option<Decimal>,
        /// What it adds.
        adds: Decimal,
    },
    /// The component pays nothing: others look at what it measures.
    MeasuredOnly,
    /// What multiples in the tiers are multiples of: `rate = target_incentive / quota`, or the plan's own rate.
    BaseRate {
        /// Target incentive of the window; `None` for a rate that the plan states.
        target_incentive: Option<Decimal>,
        /// Quota of the window.
        quota: Decimal,
        /// The rate.
        rate: Decimal,
    },
    /// The component needs a quota and the rep has none: nothing is paid.
    QuotaMissing,
    /// Attainment lies below the threshold: nothing is paid.
    BelowThreshold {
        /// Attainment.
        attainment: Decimal,
        /// The threshold.
        threshold: Decimal,
    },
    /// `pay = at_quota × share`, with `share = floor + (1 − floor)(A − T)/(1 − T)`
    Slide {
        /// `T`
        threshold: Decimal,
        /// Pay at quota.
        at_quota: Decimal,
        /// Share paid at the threshold.
        floor: Decimal,
        /// Share reached.
        share: Decimal,
        /// The result.
        pay: Decimal,
    },
    /// A slice of credit at its own tier's value.
    Slice {
        /// Which tier.
        tier: usize,
        /// The tier's rate, multiple of the base rate, or multiple of target incentive over quota.
        value: Decimal,
        /// Where the slice begins, in credit.
        from: Decimal,
        /// Credit in the slice.
        credit: Decimal,
        /// Its pay.
        pay: Decimal,
    },
    /// All credit above quota at the value of the highest tier reached.
    OverQuota {
        /// Which tier.
        tier: usize,
        /// Its value.
        value: Decimal,
        /// Credit above quota.
        credit: Decimal,
        /// Its pay.
        pay: Decimal,
    },
    /// All credit at the value of the tier reached.
    Whole {
        /// Which tier.
        tier: usize,
        /// Its value.
        value: Decimal,
        /// Credit.
        credit: Decimal,
        /// Pay.
        pay: Decimal,
    },
    /// A value read between two points of the curve.
    Interpolated {
        /// Credit at the point before.
        lower: Decimal,
        /// Credit at the point after; the same as `lower` beyond the last.
        upper: Decimal,
        /// The value there.
        value: Decimal,
        /// Credit.
        credit: Decimal,
        /// Pay.
        pay: Decimal,
    },
    /// A fixed amount for a tier that was reached.
    Amount {
        /// Which tier.
        tier: usize,
        /// The amount.
        pay: Decimal,
    },
    /// A value read from a matrix; 0 before its first row or column.
    Matrix {
        /// The component that chooses the row.
        component: String,
        /// What rows are measured in.
        row_axis: TierAxis,
        /// What that component has reached, on the row axis.
        row: Decimal,
        /// What this one has reached, on its tier axis.
        column: Decimal,
        /// The value there.
        value: Decimal,
        /// Credit.
        credit: Decimal,
        /// Pay.
        pay: Decimal,
    },
    /// How a condition of the gate stands.
    Condition {
        /// The component that it looks at.
        component: String,
        /// What that has reached to date; `None` without a quota.
        attainment: Option<Decimal>,
        /// What it must reach.
        at: Decimal,
        /// Whether it has.
        is_met: bool,
    },
    /// The gate is closed: no tier pays more than the first.
    BaseOnly {
        /// The first tier's value.
        value: Decimal,
    },
    /// The gate is closed: `pay = before × share`.
    Gated {
        /// The share that is paid, a fraction.
        share: Decimal,
        /// Pay with an open gate.
        before: Decimal,
        /// The result.
        pay: Decimal,
    },
    /// `pay = before × factor`
    Multiplied {
        /// The component that chooses the factor.
        component: String,
        /// What that has reached to date; `None` without a quota, which counts as 0.
        attainment: Option<Decimal>,
        /// The factor.
        factor: Decimal,
        /// Pay before.
        before: Decimal,
        /// The result.
        pay: Decimal,
    },
    /// What refundable caps cut in earlier windows of the fiscal year is due as well.
    FromBalance {
        /// The balance at the start of the window.
        balance: Decimal,
        /// With what the window earns.
        due: Decimal,
    },
    /// What a refundable cap cuts is kept for later windows of the fiscal year.
    Kept {
        /// The balance then.
        balance: Decimal,
        /// What is paid of the window.
        pay: Decimal,
    },
    /// A limit took effect. Before and after are pay; credit for an attainment cap; values for a rate cap.
    Capped {
        /// Which.
        cap: CapKind,
        /// Without the limit.
        before: Decimal,
        /// With it.
        after: Decimal,
    },
    /// `pay = to_date − before`: what earlier periods of the window were paid is deducted.
    PriorDeducted {
        /// Earned in the window to date.
        to_date: Decimal,
        /// Earned in earlier periods of it.
        before: Decimal,
        /// The difference.
        pay: Decimal,
    },
    /// The rate reached to date on this period's credit alone.
    RateOfPeriod {
        /// `F(x to date) / x to date`
        rate: Decimal,
        /// Credit of this period.
        credit: Decimal,
        /// Pay.
        pay: Decimal,
    },
    /// Paid ahead of the pay period's end.
    Advanced {
        /// How much.
        pay: Decimal,
    },
    /// `pay = before − advanced`: what was paid ahead is deducted; where it is kept, at least the amount of one period.
    AdvanceDeducted {
        /// Pay of the whole period.
        before: Decimal,
        /// What was paid ahead.
        advanced: Decimal,
        /// What is left to pay.
        pay: Decimal,
    },
    /// Deals were limited one by one.
    DealsCapped {
        /// How many.
        n_deals: u32,
        /// Pay they lost.
        lost: Decimal,
    },
    /// Each deal was paid alone; the steps are in the deals.
    DealByDeal {
        /// How many.
        n_deals: u32,
        /// Their pay.
        pay: Decimal,
    },
    /// Rounded to the minor unit, half away from zero.
    Rounded {
        /// Exact.
        before: Decimal,
        /// Rounded.
        after: Decimal,
    },
    /// A step of a SPIFF, or of what is paid out of what is earned.
    Ledger(LedgerStep),
}
