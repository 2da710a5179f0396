//! The rules that a plan can break.

use crate::engine::units::Decimal;

/// A rule that a plan breaks. Positions count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No components.
    #[error("the plan has no component")]
    NoComponents,
    /// A component without a tier.
    #[error("component {component} has no tier")]
    NoTiers {
        /// Its position.
        component: usize,
    },
    /// A first tier that does not begin at 0.
    #[error("component {component}: the first tier begins at {from}, not at 0")]
    GapAtStart {
        /// Its position.
        component: usize,
        /// Where the first tier begins.
        from: Decimal,
    },
    /// Tiers out of order, or two at one bound.
    #[error("component {component}: tier {tier} begins at or below the tier before it")]
    NotRising {
        /// Its position.
        component: usize,
        /// The tier's position.
        tier: usize,
    },
    /// A negative bound, value, weight, threshold, share or limit.
    #[error("component {component}: {field} is negative")]
    Negative {
        /// Its position.
        component: usize,
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A threshold that is not below quota, so that a slide cannot reach it.
    #[error("component {component}: a sliding threshold must lie below quota, not at {at}")]
    ThresholdTooHigh {
        /// Its position.
        component: usize,
        /// The threshold's attainment.
        at: Decimal,
    },
    /// A share above 1.
    #[error("component {component}: the share paid at the threshold is {share}, more than all of it")]
    ShareTooHigh {
        /// Its position.
        component: usize,
        /// The share.
        share: Decimal,
    },
    /// A number so large that pay could leave the range of exact amounts.
    #[error("component {component}: {field} is larger than a billion billions")]
    TooLarge {
        /// Its position.
        component: usize,
        /// Which number.
        field: &'static str,
    },
    /// A negative target incentive or quota of the plan itself.
    #[error("the plan's {field} is negative")]
    PlanNegative {
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A target incentive or quota of the plan itself beyond the range of exact amounts.
    #[error("the plan's {field} is larger than a billion billions")]
    PlanTooLarge {
        /// Which number.
        field: &'static str,
    },
    /// A ramp or season that is negative, too large, or not 12 or 4 seasons of a sum above 0.
    #[error("the plan's proration: {field} cannot be used")]
    Proration {
        /// Which list, by its name in the definition.
        field: &'static str,
    },
    /// A filter on something that the records of the measure do not have.
    #[error("component {component}: its measure has no {field} to filter by")]
    FilterOfOther {
        /// Its position.
        component: usize,
        /// Which list, by its name in the definition.
        field: &'static str,
    },
    /// Two components of one name.
    #[error("component {component} has the name of an earlier one")]
    NameTaken {
        /// Its position.
        component: usize,
    },
    /// A gate, multiplier or matrix names a component that is not there.
    #[error("component {component}: {field} names {name:?}, which is no component of the plan")]
    UnknownComponent {
        /// Its position.
        component: usize,
        /// Which setting.
        field: &'static str,
        /// The name.
        name: String,
    },
    /// A gate, multiplier or matrix looks at its own component.
    #[error("component {component}: {field} looks at the component itself")]
    LooksAtItself {
        /// Its position.
        component: usize,
        /// Which setting.
        field: &'static str,
    },
    /// Components that look at each other in a circle.
    #[error("component {component}: {field} leads back to the component through others")]
    Circular {
        /// Its position.
        component: usize,
        /// Which setting.
        field: &'static str,
    },
    /// A matrix without rows or columns, or without a value for each row and column.
    #[error("component {component}: the matrix has not a value for each of {n_rows} rows and {n_columns} columns")]
    MatrixShape {
        /// Its position.
        component: usize,
        /// How many rows begin somewhere.
        n_rows: usize,
        /// How many columns begin somewhere.
        n_columns: usize,
    },
    /// Rows, columns or steps out of order, or two at one bound.
    #[error("component {component}: number {position} of {field} is at or below the one before it")]
    Unordered {
        /// Its position.
        component: usize,
        /// Which list.
        field: &'static str,
        /// The place in it.
        position: usize,
    },
    /// Weights of a blend's parts that do not add up to 1.
    #[error("component {component}: the weights of its parts add up to {sum}, not to 1")]
    PartWeights {
        /// Its position.
        component: usize,
        /// Their sum.
        sum: Decimal,
    },
    /// A share that is not from 0 to 1.
    #[error("component {component}: {field} is {share}, which is not from 0 to 1")]
    OutsideUnit {
        /// Its position.
        component: usize,
        /// Which share.
        field: &'static str,
        /// The share.
        share: Decimal,
    },
    /// Two settings of which one makes the other meaningless.
    #[error("component {component}: {field} cannot go with {with}")]
    Clash {
        /// Its position.
        component: usize,
        /// One setting.
        field: &'static str,
        /// The other.
        with: &'static str,
    },
    /// A setting that is there and says nothing.
    #[error("component {component}: {field} is empty")]
    Empty {
        /// Its position.
        component: usize,
        /// Which setting.
        field: &'static str,
    },
    /// A SPIFF whose last day lies before its first.
    #[error("SPIFF {spiff} ends before it begins")]
    SpiffEndsEarly {
        /// Its position.
        spiff: usize,
    },
    /// A SPIFF with a negative number.
    #[error("SPIFF {spiff}: {field} is negative")]
    SpiffNegative {
        /// Its position.
        spiff: usize,
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A SPIFF with a number beyond the range of exact amounts.
    #[error("SPIFF {spiff}: a number is larger than a billion billions")]
    SpiffTooLarge {
        /// Its position.
        spiff: usize,
    },
    /// A contest without prizes, or milestones without steps.
    #[error("SPIFF {spiff} pays nothing")]
    SpiffPaysNothing {
        /// Its position.
        spiff: usize,
    },
    /// Milestones out of order, two at one credit, or one at 0.
    #[error("SPIFF {spiff}: milestone {step} does not lie above the one before it")]
    MilestonesNotRising {
        /// Its position.
        spiff: usize,
        /// The milestone's position.
        step: usize,
    },
    /// A SPIFF of the name of a component or an earlier SPIFF.
    #[error("SPIFF {spiff} has a name that is taken")]
    SpiffNameTaken {
        /// Its position.
        spiff: usize,
    },
    /// A draw with a negative number.
    #[error("the draw's {field} is negative")]
    DrawNegative {
        /// Which number, by its name in the definition.
        field: &'static str,
    },
    /// A draw beyond the range of exact amounts.
    #[error("the draw is larger than a billion billions")]
    DrawTooLarge,
    /// A draw that takes more than all of what is earned.
    #[error("the draw recovers {share} of earnings, more than all of them")]
    RecoveryTooHigh {
        /// The share.
        share: Decimal,
    },
    /// A draw of no periods.
    #[error("the draw runs for no period")]
    DrawWithoutPeriods,
    /// A clawback of less than nothing or more than all.
    #[error("the clawback takes back a share of {share}, which is not from 0 to 1")]
    ClawbackShare {
        /// The share.
        share: Decimal,
    },
    /// A holdback of less than nothing or more than all.
    #[error("the holdback holds a share of {share}, which is not from 0 to 1")]
    HoldbackShare {
        /// The share.
        share: Decimal,
    },
}
