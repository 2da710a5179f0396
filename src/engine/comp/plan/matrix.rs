//! Two measures that pay together: a table read by steps or between its lines.

use serde::{Deserialize, Serialize};

use super::TierAxis;
use crate::engine::units::Decimal;

/// A table of values by another component (rows) and this one (columns, on this component's tier axis). It stands in
/// place of tiers; its values mean what the points of an interpolated curve mean: a rate on all credit, a share of the
/// target incentive, or an amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// The component that chooses the row.
    pub component: String,
    /// What the rows' bounds are measured in.
    #[serde(default)]
    pub row_axis: TierAxis,
    /// Where each row begins, rising.
    pub rows: Vec<Decimal>,
    /// Where each column begins, rising.
    pub columns: Vec<Decimal>,
    /// A list of values for each row, one for each column.
    pub values: Vec<Vec<Decimal>>,
    /// `false`: the value of the row and column reached, 0 before the first. `true`: bilinear between the four around,
    /// constant beyond the last, 0 before the first.
    #[serde(default)]
    pub is_interpolated: bool,
}
