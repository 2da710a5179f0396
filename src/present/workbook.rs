//! What stands in a workbook besides names and numbers. Whoever makes the workbook need not hold the catalogue.

use serde::{Deserialize, Serialize};

use super::words::Words;

macro_rules! labels {
    ($($label:ident = $id:literal),* $(,)?) => {
        /// A text of a workbook.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // named as they read
        pub enum Label { $($label),* }
        const IDS: &[&str] = &[$($id),*];
    };
}
labels!(
    // Sheets
    Payouts = "workbook-payouts",
    Lines = "workbook-lines",
    Plans = "workbook-plans",
    // Columns of lines
    Rep = "field-rep",
    Name = "field-name",
    Plan = "column-plan",
    Component = "column-component",
    From = "workbook-from",
    Months = "letter-months",
    Credit = "column-credit",
    CreditToDate = "workbook-credit-to-date",
    Quota = "field-quota",
    TargetIncentive = "field-target-incentive",
    Attainment = "axis-attainment",
    EarnedToDate = "workbook-earned-to-date",
    Pay = "column-pay",
    How = "workbook-how",
    Sum = "workbook-sum",
    // Columns of payouts
    Earned = "payout-earned",
    Spiffs = "payout-spiffs",
    Held = "payout-held",
    Released = "payout-released",
    Forfeited = "payout-forfeited",
    ClawedBack = "payout-clawed-back",
    Adjustment = "payout-adjustment",
    Drawn = "payout-drawn",
    Guaranteed = "payout-guaranteed",
    Recovered = "payout-recovered",
    Forgiven = "payout-forgiven",
    Recomputed = "payout-recomputed",
    Paid = "payout-paid",
    BalanceDraw = "balance-draw",
    BalanceHeld = "balance-held",
    BalanceOwed = "balance-owed",
    BalanceCap = "balance-cap",
    BalanceDue = "balance-due",
    // Rules
    Weight = "component-weight",
    Basis = "component-basis",
    BasisRate = "basis-rate",
    BasisBaseRate = "basis-base-rate",
    BasisTarget = "basis-target",
    BasisFixed = "basis-fixed",
    BaseRate = "component-base-rate",
    Mode = "component-mode",
    Marginal = "mode-marginal",
    Retroactive = "mode-retroactive",
    Interpolated = "mode-interpolated",
    Highest = "mode-highest",
    Axis = "component-axis",
    AxisAttainment = "axis-of-attainment",
    AxisAmount = "axis-of-amount",
    Boundary = "component-boundary",
    BoundaryLower = "boundary-lower",
    BoundaryUpper = "boundary-upper",
    Threshold = "threshold-at",
    ThresholdShare = "threshold-share",
    CapPay = "cap-pay",
    CapMultiple = "cap-multiple",
    CapAttainment = "cap-attainment",
    CapRate = "cap-rate",
    GateAt = "workbook-gate-at",
    GateShare = "workbook-gate-share",
    Factor = "workbook-factor",
    TierFrom = "tier-from",
    Value = "workbook-value",
    Counts = "workbook-counts",
    Change = "workbook-change",
    // How a line's pay stands there
    Formula = "workbook-how-formula",
    Spiff = "workbook-how-spiff",
    DealByDeal = "workbook-how-deals",
    DealCap = "workbook-how-deal-cap",
    Matrix = "workbook-how-matrix",
    Others = "workbook-how-others",
    MeasuredOnly = "workbook-how-measured",
    NoQuota = "workbook-how-no-quota",
    Earlier = "workbook-how-earlier",
    Balance = "workbook-how-balance",
    Rounded = "workbook-how-rounded",
    Other = "workbook-how-other",
);

/// The texts of a workbook in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkbookLabels(Vec<String>);

impl WorkbookLabels {
    /// Those of the catalogue.
    pub fn new(words: &Words) -> Self {
        Self(IDS.iter().map(|id| words.text(id)).collect())
    }

    /// One of them.
    pub fn of(&self, label: Label) -> &str {
        self.0.get(label as usize).map_or("", String::as_str)
    }
}
