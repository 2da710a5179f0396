//! A matrix of values by another component and this one's credit, in f64.

use super::{bound, float};
use crate::engine::comp::plan::{Boundary, Cap, Component, Matrix, PayBasis, Threshold, ThresholdKind, TierAxis};
use crate::engine::units::Decimal;

/// The table in place of tiers, for one window's terms.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// Whether rows are chosen by the other's credit, not its attainment.
    pub(super) rows_by_credit: bool,
    rows: Vec<f64>,
    /// Bounds in this component's credit.
    columns: Vec<f64>,
    values: Vec<Vec<f64>>,
    is_interpolated: bool,
    boundary: Boundary,
    /// No value counts for more.
    limit: f64,
    /// Pay for a value of 1: for each unit of credit, or altogether.
    scale: f64,
    is_by_credit: bool,
    credit_cap: f64,
    threshold: Option<Start>,
}

/// Where pay starts.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Start {
    at: f64,
    quota: f64,
    /// Share of the pay at quota that is paid at the start of a slide.
    floor: Option<f64>,
}

/// A value with its change along the row and along credit.
#[derive(Clone, Copy, Debug, Default)]
struct Read {
    value: f64,
    by_row: f64,
    by_credit: f64,
}

impl Table {
    /// The component's matrix; `quota` is 1 where there is none and none is needed. With `is_base_only` no value is above
    /// the first.
    pub(super) fn new(
        component: &Component,
        matrix: &Matrix,
        quota: f64,
        target_incentive: f64,
        is_base_only: bool,
    ) -> Self {
        let unit = if component.tier_axis == TierAxis::Amount { 1.0 } else { quota };
        let first = matrix.values.first().and_then(|row| row.first()).copied().unwrap_or_default();
        let most = if is_base_only { first } else { Decimal::MAX };
        let limits = component.caps.iter().filter_map(|cap| if let Cap::Rate { at } = cap { Some(*at) } else { None });
        let caps = component.caps.iter();
        let credit_caps =
            caps.filter_map(|cap| if let Cap::Attainment { at } = cap { Some(bound(*at, quota)) } else { None });
        let (scale, is_by_credit) = match component.pay_basis {
            PayBasis::Rate => (1.0, true),
            PayBasis::BaseRate { rate } => (float(rate), true),
            PayBasis::TargetIncentive => (target_incentive, false),
            PayBasis::Fixed => (1.0, false),
        };
        Self {
            rows_by_credit: matrix.row_axis == TierAxis::Amount,
            rows: matrix.rows.iter().copied().map(float).collect(),
            columns: matrix.columns.iter().map(|column| bound(*column, unit)).collect(),
            values: matrix
                .values
                .iter()
                .map(|row| row.iter().map(|value| float((*value).min(most))).collect())
                .collect(),
            is_interpolated: matrix.is_interpolated,
            boundary: component.boundary,
            limit: limits.min().map_or(f64::INFINITY, float),
            scale,
            is_by_credit,
            credit_cap: credit_caps.fold(f64::INFINITY, f64::min),
            threshold: component.threshold.map(|threshold| Start::new(threshold, quota)),
        }
    }

    /// Pay for a credit above 0, with its change along the other component and along credit.
    pub(super) fn at(&self, x: f64, row: f64) -> (f64, f64, f64) {
        let (x, is_cut) = if self.credit_cap < x { (self.credit_cap, true) } else { (x, false) };
        let (pay, by_row, by_credit) = match self.threshold {
            Some(start) if !self.reached(x, start.at) => (0.0, 0.0, 0.0),
            Some(Start { at, quota, floor: Some(floor) }) if x < quota => {
                let (at_quota, by_row, _) = self.whole(quota, row);
                let slope = (1.0 - floor) / (quota - at);
                let share = floor + slope * (x - at);
                (at_quota * share, by_row * share, at_quota * slope)
            }
            _ => self.whole(x, row),
        };
        (pay, by_row, if is_cut { 0.0 } else { by_credit })
    }

    /// Bounds of the rows.
    pub(super) fn rows(&self) -> &[f64] {
        &self.rows
    }

    /// Bounds along credit.
    pub(super) fn bounds(&self) -> impl Iterator<Item = f64> {
        let start = self.threshold.into_iter().flat_map(|start| [start.at, start.quota]);
        self.columns.iter().copied().chain([self.credit_cap]).chain(start)
    }

    fn whole(&self, x: f64, row: f64) -> (f64, f64, f64) {
        let read = self.read(x, row);
        let read = if self.limit <= read.value { Read { value: self.limit, ..Read::default() } } else { read };
        let Read { value, by_row, by_credit } = read;
        if self.is_by_credit {
            (self.scale * value * x, self.scale * by_row * x, self.scale * (value + by_credit * x))
        } else {
            (self.scale * value, self.scale * by_row, self.scale * by_credit)
        }
    }

    /// The value at a credit and a row.
    fn read(&self, x: f64, row: f64) -> Read {
        let (Some((above, upward)), Some((across, onward))) =
            (self.place(&self.rows, row), self.place(&self.columns, x))
        else {
            return Read::default();
        };
        let value = |row: usize, column: usize| {
            self.values.get(row).and_then(|values| values.get(column)).copied().unwrap_or(0.0)
        };
        if !self.is_interpolated {
            return Read { value: value(above, across), ..Read::default() };
        }
        // Beyond the last line both ends are the last: constant.
        let ends = |place: usize, way: Option<(f64, f64)>| {
            way.map_or((place, 0.0, 0.0), |(way, width)| (place + 1, way, 1.0 / width))
        };
        let (below, down, by_row) = ends(above, upward);
        let (next, right, by_column) = ends(across, onward);
        let (upper_left, upper_right) = (value(above, across), value(above, next));
        let (lower_left, lower_right) = (value(below, across), value(below, next));
        let (upper_rise, lower_rise) = (upper_right - upper_left, lower_right - lower_left);
        let (upper, lower) = (upper_left + upper_rise * right, lower_left + lower_rise * right);
        Read {
            value: upper + (lower - upper) * down,
            by_row: (lower - upper) * by_row,
            by_credit: (upper_rise * (1.0 - down) + lower_rise * down) * by_column,
        }
    }

    /// The last line reached, and how far from it to the next, with their distance; nothing before the first.
    fn place(&self, lines: &[f64], at: f64) -> Option<(usize, Option<(f64, f64)>)> {
        let place = lines.iter().take_while(|line| self.reached(at, **line)).count().checked_sub(1)?;
        let line = lines.get(place).copied()?;
        let way = lines.get(place + 1).map(|next| ((at - line) / (next - line), next - line));
        Some((place, way))
    }

    fn reached(&self, x: f64, bound: f64) -> bool {
        match self.boundary {
            Boundary::Lower => bound <= x,
            Boundary::Upper => bound < x,
        }
    }
}

impl Start {
    fn new(threshold: Threshold, quota: f64) -> Self {
        let floor = match threshold.kind {
            ThresholdKind::Cliff => None,
            ThresholdKind::Slide => Some(0.0),
            ThresholdKind::Floor { share } => Some(float(share)),
        };
        Self { at: bound(threshold.at, quota), quota, floor }
    }
}
