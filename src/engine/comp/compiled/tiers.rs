//! Tiers as pieces: marginal, retroactive, interpolated, and the highest over quota.

use super::{Piece, bound, float};
use crate::engine::comp::plan::{Cap, Component, PayBasis, TierAxis, TierMode};

/// A component's tiers with the terms they stand on.
pub(super) struct Build<'a> {
    pub(super) component: &'a Component,
    pub(super) quota: f64,
    pub(super) target_incentive: f64,
}

impl Build<'_> {
    pub(super) fn pieces(&self) -> Vec<Piece> {
        match self.component.tier_mode {
            TierMode::Marginal => self.marginal(),
            TierMode::Retroactive => self.retroactive(),
            TierMode::Interpolated => self.interpolated(),
            TierMode::HighestOverQuota => self.highest_over_quota(),
        }
    }

    /// Pay per unit of value and unit of credit.
    fn scale(&self) -> f64 {
        match self.component.pay_basis {
            PayBasis::Rate | PayBasis::Fixed => 1.0,
            PayBasis::BaseRate { rate } => float(rate),
            PayBasis::TargetIncentive => self.target_incentive / self.quota,
        }
    }

    fn starts(&self) -> Vec<(f64, f64)> {
        let unit = match self.component.tier_axis {
            TierAxis::Amount => 1.0,
            TierAxis::Attainment => self.quota,
        };
        self.component.tiers.iter().map(|tier| (bound(tier.from, unit), float(tier.value))).collect()
    }

    fn limit(&self) -> f64 {
        let limits =
            self.component.caps.iter().filter_map(|cap| if let Cap::Rate { at } = cap { Some(*at) } else { None });
        limits.min().map_or(f64::INFINITY, float)
    }

    fn marginal(&self) -> Vec<Piece> {
        let (limit, scale) = (self.limit(), self.scale());
        let mut pieces: Vec<Piece> = Vec::new();
        for (from, value) in self.starts() {
            let before = pieces.last().map_or(0.0, |piece| piece.at(from));
            pieces.push(if self.component.pay_basis == PayBasis::Fixed {
                Piece { from, a: before + value, b: 0.0, c: 0.0 }
            } else {
                let b = value.min(limit) * scale;
                Piece { from, a: before - b * from, b, c: 0.0 }
            });
        }
        pieces
    }

    fn retroactive(&self) -> Vec<Piece> {
        let (limit, scale) = (self.limit(), self.scale());
        let piece = |(from, value): (f64, f64)| match self.component.pay_basis {
            PayBasis::Fixed => Piece { from, a: value, b: 0.0, c: 0.0 },
            _ => Piece { from, a: 0.0, b: value.min(limit) * scale, c: 0.0 },
        };
        self.starts().into_iter().map(piece).collect()
    }

    /// By slices up to quota; above it `F(Q) + (x − Q) · value` of the tier reached.
    fn highest_over_quota(&self) -> Vec<Piece> {
        let (limit, scale, quota) = (self.limit(), self.scale(), self.quota);
        let mut pieces = self.marginal();
        let at_quota = pieces.iter().rev().find(|piece| piece.from <= quota).map_or(0.0, |piece| piece.at(quota));
        pieces.retain(|piece| piece.from < quota);
        let starts = self.starts();
        let reached = starts.iter().rev().find(|(from, _)| *from <= quota).map(|(_, value)| (quota, *value));
        let above = starts.iter().copied().filter(|(from, _)| quota < *from);
        pieces.extend(reached.into_iter().chain(above).map(|(from, value)| {
            let b = value.min(limit) * scale;
            Piece { from, a: at_quota - b * quota, b, c: 0.0 }
        }));
        pieces
    }

    fn interpolated(&self) -> Vec<Piece> {
        let limit = self.limit();
        let points = self.starts();
        let mut pieces = Vec::new();
        if points.first().is_some_and(|(from, _)| 0.0 < *from) {
            pieces.push(Piece::nothing());
        }
        for (index, &(from, value)) in points.iter().enumerate() {
            let Some(&(to, next)) = points.get(index + 1) else {
                pieces.push(self.line(from, value.min(limit), 0.0));
                break;
            };
            let slope = (next - value) / (to - from);
            let crossing = from + (limit - value) / slope;
            match (value <= limit, next <= limit) {
                (true, true) => pieces.push(self.line(from, value, slope)),
                (false, false) => pieces.push(self.line(from, limit, 0.0)),
                (true, false) => {
                    pieces.push(self.line(from, value, slope));
                    pieces.push(self.line(crossing, limit, 0.0));
                }
                (false, true) => {
                    pieces.push(self.line(from, limit, 0.0));
                    pieces.push(self.line(crossing, limit, slope));
                }
            }
        }
        pieces
    }

    /// A value that is `value` at `from` and rises with `slope`, as pay.
    fn line(&self, from: f64, value: f64, slope: f64) -> Piece {
        let constant = value - slope * from;
        match self.component.pay_basis {
            PayBasis::Rate | PayBasis::BaseRate { .. } => {
                let scale = self.scale();
                Piece { from, a: 0.0, b: constant * scale, c: slope * scale }
            }
            PayBasis::TargetIncentive => {
                let scale = self.target_incentive;
                Piece { from, a: constant * scale, b: slope * scale, c: 0.0 }
            }
            PayBasis::Fixed => Piece { from, a: constant, b: slope, c: 0.0 },
        }
    }
}
