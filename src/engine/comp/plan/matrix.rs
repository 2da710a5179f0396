//! Two measures that pay together: a table read by steps or between its lines.

use serde::{Deserialize, Serialize};

use super::TierAxis;
use super::check::unordered;
use super::error::PlanError;
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

impl Matrix {
    /// What is wrong with its shape and order; `most` is the largest bound of a row, either way.
    pub(super) fn error(&self, component: usize, most: Decimal) -> Option<PlanError> {
        let (n_rows, n_columns) = (self.rows.len(), self.columns.len());
        let is_whole = self.values.len() == n_rows && self.values.iter().all(|row| row.len() == n_columns);
        if n_rows == 0 || n_columns == 0 || !is_whole {
            return Some(PlanError::MatrixShape { component, n_rows, n_columns });
        }
        if self.rows.iter().any(|row| most < row.abs()) {
            return Some(PlanError::TooLarge { component, field: "rows" });
        }
        let lists = [("rows", &self.rows), ("columns", &self.columns)];
        lists.into_iter().find_map(|(field, bounds)| {
            let position = unordered(bounds.iter().copied())?;
            Some(PlanError::Unordered { component, field, position })
        })
    }
}
