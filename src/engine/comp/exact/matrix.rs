//! A matrix read at another component's standing and this one's credit.

use super::number::{between, minus, times};
use super::tiers::Curve;
use super::trace::Trace;
use super::{Step, divided};
use crate::engine::comp::plan::{Boundary, Matrix};
use crate::engine::units::Decimal;

/// Where a number lies among rising bounds: at or after the bound `index`, and how far on the way to the next (0 beyond
/// the last).
#[derive(Clone, Copy)]
struct Place {
    index: usize,
    way: Decimal,
}

impl Place {
    /// `None` before the first bound. Bounds are in units of `unit`.
    fn of(bounds: &[Decimal], unit: Decimal, x: Decimal, boundary: Boundary) -> Option<Self> {
        let reached = bounds.partition_point(|bound| boundary.reached(x, times(*bound, unit)));
        let index = reached.checked_sub(1)?;
        let lower = times(bounds.get(index).copied()?, unit);
        let way = bounds.get(reached).map_or(Decimal::ZERO, |upper| {
            let upper = times(*upper, unit);
            divided(minus(x, lower), minus(upper, lower))
        });
        Some(Self { index, way })
    }

    /// The value there, of those at the bound before and after it; beyond the last bound there is none after it.
    fn between(self, low: Decimal, high: Decimal) -> Decimal {
        if self.way.is_zero() { low } else { between(Decimal::ZERO, Decimal::ONE, self.way, low, high) }
    }
}

impl Matrix {
    /// The value of a row and column; what is missing is 0.
    fn value(&self, row: usize, column: usize) -> Decimal {
        self.values.get(row).and_then(|values| values.get(column)).copied().unwrap_or_default()
    }

    /// The value at two places: of the cell, or between the four around.
    fn at(&self, row: Place, column: Place) -> Decimal {
        if !self.is_interpolated {
            return self.value(row.index, column.index);
        }
        let of_row = |row: usize| column.between(self.value(row, column.index), self.value(row, column.index + 1));
        row.between(of_row(row.index), of_row(row.index + 1))
    }
}

impl Curve<'_> {
    /// What the matrix pays for the credit at the other component's standing.
    pub(super) fn matrix(&self, matrix: &Matrix, credit: Decimal, trace: &mut Trace) -> Decimal {
        let boundary = self.component().boundary;
        let row = Place::of(&matrix.rows, Decimal::ONE, self.row, boundary);
        let column = Place::of(&matrix.columns, self.unit(), credit, boundary);
        let found = row.zip(column).map_or(Decimal::ZERO, |(row, column)| matrix.at(row, column));
        let value = self.limited(found, trace);
        let pay = self.of_value(value, credit);
        trace.add(|| Step::Matrix {
            component: matrix.component.clone(),
            row_axis: matrix.row_axis,
            row: self.row,
            column: if self.unit().is_zero() { Decimal::ZERO } else { divided(credit, self.unit()) },
            value,
            credit,
            pay,
        });
        pay
    }
}
