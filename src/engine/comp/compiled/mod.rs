//! The fast form of a component: pay as a few polynomial pieces of credit, in f64, and a plan of such forms walked month
//! by month. Property tests hold them to the exact interpreter to the cent.

mod factor;
mod form;
mod schedule;
mod table;
mod tiers;
mod walk;

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::plan::{Boundary, Cap, Component, Threshold, ThresholdKind};
use crate::engine::units::Decimal;
use tiers::Build;

pub use form::{Form, Slope, Standing};
pub use schedule::{Step as MonthStep, steps};
pub use walk::{CompiledPlan, Forms, MonthlyTerms, WalkState, schedules};

/// `pay = a + b·x + c·x²` from `from` (credit) up to the next piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Credit where it begins; inclusive or not by the plan's boundary rule.
    pub from: f64,
    /// Money.
    pub a: f64,
    /// Money per unit of credit.
    pub b: f64,
    /// Money per squared unit of credit; not 0 for interpolated rates alone.
    pub c: f64,
}

/// A component for one window's terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    pieces: Vec<Piece>,
    boundary: Boundary,
    /// Credit above it does not count.
    pub credit_cap: f64,
    /// Pay ends here.
    pub pay_cap: f64,
    /// Pay of one deal ends here.
    pub deal_cap: f64,
}

impl Piece {
    /// Its value at `x`.
    pub fn at(&self, x: f64) -> f64 {
        self.a + x * (self.b + x * self.c)
    }

    /// Its slope at `x`: pay per unit of credit.
    pub fn slope(&self, x: f64) -> f64 {
        self.b + 2.0 * self.c * x
    }

    const fn nothing() -> Self {
        Self { from: 0.0, a: 0.0, b: 0.0, c: 0.0 }
    }
}

impl Compiled {
    /// The component for a window with that quota and target incentive (the component's share of it).
    pub fn new(component: &Component, quota: Option<f64>, target_incentive: f64) -> Self {
        let quota = quota.filter(|quota| 0.0 < *quota && quota.is_finite());
        let mut compiled = Self {
            pieces: vec![Piece::nothing()],
            boundary: component.boundary,
            credit_cap: f64::INFINITY,
            pay_cap: f64::INFINITY,
            deal_cap: component.deal_cap().map_or(f64::INFINITY, float),
        };
        if quota.is_none() && component.needs_quota() {
            return compiled;
        }
        let build = Build { component, quota: quota.unwrap_or(1.0), target_incentive };
        compiled.pieces = build.pieces();
        if let (Some(threshold), Some(quota)) = (component.threshold, quota) {
            compiled.apply_threshold(threshold, quota);
        }
        for cap in &component.caps {
            match *cap {
                Cap::Pay { amount, .. } => compiled.pay_cap = compiled.pay_cap.min(float(amount)),
                Cap::PayMultiple { times, .. } => {
                    compiled.pay_cap = compiled.pay_cap.min(float(times) * target_incentive);
                }
                Cap::Attainment { at } => compiled.credit_cap = compiled.credit_cap.min(bound(at, build.quota)),
                Cap::Rate { .. } | Cap::Deal { .. } => {}
            }
        }
        compiled
    }

    /// One rate on all credit.
    pub fn at_rate(rate: f64) -> Self {
        let rate = if rate.is_finite() { rate } else { 0.0 };
        Self {
            pieces: vec![Piece { from: 0.0, a: 0.0, b: rate, c: 0.0 }],
            boundary: Boundary::Lower,
            credit_cap: f64::INFINITY,
            pay_cap: f64::INFINITY,
            deal_cap: f64::INFINITY,
        }
    }

    /// The same pay over a credit of another measure, of which each unit comes with `factor` units of this one's: `F(k·x)`.
    #[must_use]
    pub fn of_other_credit(mut self, factor: f64) -> Self {
        if factor <= 0.0 || !factor.is_finite() {
            self.pieces = vec![Piece::nothing()];
            return self;
        }
        for piece in &mut self.pieces {
            let Piece { from, a, b, c } = *piece;
            *piece = Piece { from: from / factor, a, b: b * factor, c: c * factor * factor };
        }
        self.credit_cap /= factor;
        self
    }

    /// `F(x)`, not rounded; 0 for credit of 0 or less.
    pub fn pay(&self, x: f64) -> f64 {
        if x.is_nan() || x <= 0.0 {
            return 0.0;
        }
        let x = x.min(self.credit_cap);
        self.piece(x).at(x).min(self.pay_cap)
    }

    /// Pay for the next unit of credit at `x`; 0 where a cap binds.
    pub fn marginal(&self, x: f64) -> f64 {
        let x = x.max(0.0);
        let piece = self.pieces.iter().rev().find(|piece| piece.from <= x).copied().unwrap_or(Piece::nothing());
        if self.credit_cap <= x || self.pay_cap <= piece.at(x) { 0.0 } else { piece.slope(x) }
    }

    /// The pieces in rising order; the first begins at 0.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Which side a credit exactly on a bound belongs to.
    pub fn boundary(&self) -> Boundary {
        self.boundary
    }

    fn piece(&self, x: f64) -> Piece {
        let reached = |piece: &&Piece| match self.boundary {
            Boundary::Lower => piece.from <= x,
            Boundary::Upper => piece.from < x,
        };
        self.pieces.iter().rev().find(reached).copied().unwrap_or(Piece::nothing())
    }

    /// Nothing below the threshold; for slides a straight line from it to the pay at quota.
    fn apply_threshold(&mut self, threshold: Threshold, quota: f64) {
        let start = bound(threshold.at, quota);
        let floor = match threshold.kind {
            ThresholdKind::Cliff => None,
            ThresholdKind::Slide => Some(0.0),
            ThresholdKind::Floor { share } => Some(float(share)),
        };
        let resume = if floor.is_some() { quota } else { start };
        let mut pieces = vec![Piece::nothing()];
        if let Some(floor) = floor {
            let at_quota = self.piece(quota).at(quota);
            let slope = at_quota * (1.0 - floor) / (quota - start);
            pieces.push(Piece { from: start, a: at_quota * floor - slope * start, b: slope, c: 0.0 });
        }
        let active = self.pieces.iter().rev().find(|piece| piece.from <= resume).copied().unwrap_or(Piece::nothing());
        pieces.push(Piece { from: resume, ..active });
        pieces.extend(self.pieces.iter().filter(|piece| resume < piece.from));
        if start <= 0.0 {
            pieces.remove(0);
        }
        self.pieces = pieces;
    }
}

/// `at · unit`, multiplied exactly, so that a credit typed as a bound meets the bound.
fn bound(at: Decimal, unit: f64) -> f64 {
    Decimal::from_f64(unit).and_then(|unit| at.checked_mul(unit)).map_or_else(|| float(at) * unit, float)
}

fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;

    #[test]
    fn pay_over_another_credit_is_pay_of_what_comes_with_it() {
        let components = templates::all().into_iter().flat_map(|(_, plan)| plan.components);
        for mut component in components {
            component.caps.push(Cap::Attainment { at: Decimal::new(17, 1) });
            let compiled = Compiled::new(&component, Some(120_000.0), 9_000.0);
            for factor in [0.25, 1.0, 8.0] {
                let other = compiled.clone().of_other_credit(factor);
                for step in 0..300 {
                    let x = f64::from(step) * 997.0;
                    let (pay, expected) = (other.pay(x), compiled.pay(x * factor));
                    assert!((pay - expected).abs() < 1e-6, "{} at {x}: {pay}, not {expected}", component.name);
                }
            }
            assert!(compiled.of_other_credit(0.0).pay(1e6).abs() < 1e-12);
        }
    }
}
