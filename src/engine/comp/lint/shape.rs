//! A component's pay on typical terms as stretches of credit, with its caps: what the rules of the curve look at.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::finding::{At, Pay};
use super::typical::Typical;
use crate::engine::comp::compiled::{Compiled, Piece};
use crate::engine::comp::exact::{Terms, divided, payout, times};
use crate::engine::comp::plan::{Boundary, Component, CreditFrom, Measure, PayBasis, QuotaSource, TierAxis};
use crate::engine::units::{Decimal, Granularity, Money};

/// Quota a year that stands in where none is known and pay depends on it. Amounts are then told as shares alone.
const NOMINAL_QUOTA: i64 = 1_200_000;
/// Target incentive a year that stands in where none is known.
const NOMINAL_INCENTIVE: i64 = 120_000;
/// What two f64 figures of one amount may differ by, as a share of pay at quota.
const NOISE: f64 = 1e-9;

/// `pay = a + b·x + c·x²` between two credits, caps applied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: f64,
    /// Infinite for the last.
    pub(super) to: f64,
    piece: Piece,
}

impl Stretch {
    pub(super) fn pay(&self, x: f64) -> f64 {
        self.piece.at(x)
    }

    pub(super) fn slope(&self, x: f64) -> f64 {
        self.piece.slope(x)
    }

    /// Where its end is looked at: the end, or for the last one a window beyond its beginning.
    pub(super) fn end(&self, beyond: f64) -> f64 {
        if self.to.is_finite() { self.to } else { self.from.max(beyond) }
    }

    pub(super) fn is_flat(&self) -> bool {
        self.piece.b == 0.0 && self.piece.c == 0.0
    }
}

/// A component on typical terms.
pub(super) struct Shape<'a> {
    pub(super) index: usize,
    pub(super) component: &'a Component,
    pub(super) compiled: Compiled,
    pub(super) stretches: Vec<Stretch>,
    /// Quota of the window; `None` if it has none and needs none.
    pub(super) quota: Option<f64>,
    /// `F(Q)`, or pay at the last bound without a quota.
    pub(super) at_quota: f64,
    terms: Terms,
    /// The component without what looks at others: at target, others neither withhold nor scale.
    alone: Component,
    /// Whether amounts are real money, not made on stand-ins.
    is_money: bool,
    /// Whether credit is real, not counted on a quota that stands in.
    is_credit: bool,
}

impl<'a> Shape<'a> {
    /// The component at `index`; `None` for one that pays by a matrix, whose curve depends on another component.
    pub(super) fn new(index: usize, component: &'a Component, typical: &Typical) -> Option<Self> {
        if component.matrix.is_some() || component.tiers.is_empty() {
            return None;
        }
        let months = component.window_length().months();
        let window = |year: Decimal| divided(times(year, Decimal::from(months)), Decimal::from(12));
        let known = known_quota(component, typical, months);
        let needs = component.needs_quota();
        let quota = known.or_else(|| needs.then(|| window(Decimal::from(NOMINAL_QUOTA))));
        let incentive = typical.target_incentive.filter(|year| Decimal::ZERO < *year);
        let share = times(component.weight, window(incentive.unwrap_or(Decimal::from(NOMINAL_INCENTIVE))));
        let terms = Terms { quota, target_incentive: share };
        let quota_float = quota.and_then(|quota| quota.to_f64());
        let compiled = Compiled::new(component, quota_float, share.to_f64().unwrap_or(0.0));
        let stretches = stretches(&compiled);
        let reference = quota_float.unwrap_or_else(|| stretches.last().map_or(0.0, |last| last.from));
        Some(Self {
            index,
            component,
            at_quota: compiled.pay(reference),
            stretches,
            compiled,
            quota: quota_float,
            terms,
            alone: Component { gate: None, multipliers: Vec::new(), ..component.clone() },
            is_money: (known.is_some() || !needs || !scales_with_quota(component))
                && (incentive.is_some() || component.pay_basis != PayBasis::TargetIncentive),
            is_credit: known.is_some() || !needs,
        })
    }

    /// Pay for a credit; on a bound, that of the tier above. Finds its stretch by halving, for plans of many tiers.
    pub(super) fn pay(&self, x: f64) -> f64 {
        let n_begun = self.stretches.partition_point(|stretch| stretch.from <= x);
        self.stretches.get(n_begun.saturating_sub(1)).map_or(0.0, |stretch| stretch.pay(x))
    }

    /// Differences of two amounts below this are the noise of f64.
    pub(super) fn noise(&self, a: f64, b: f64) -> f64 {
        (a.abs().max(b.abs()).max(self.at_quota.abs()) * NOISE).max(f64::MIN_POSITIVE)
    }

    /// The credit that rules look as far as: twice the quota, or twice the last bound.
    pub(super) fn horizon(&self) -> f64 {
        let last = self.stretches.last().map_or(0.0, |last| last.from);
        self.quota.map_or_else(|| last.max(0.5), |quota| quota.max(last)) * 2.0
    }

    /// Credit as a place.
    pub(super) fn at(&self, credit: f64) -> At {
        At {
            credit: Decimal::from_f64(credit).filter(|_| self.is_credit).map(|credit| credit.round_dp(4).normalize()),
            attainment: self.quota.and_then(|quota| Decimal::from_f64(credit / quota)).map(rounded),
        }
    }

    /// An attainment, as a fraction of quota; `None` without one.
    pub(super) fn attainment(&self, credit: f64) -> Option<f64> {
        self.quota.map(|quota| credit / quota)
    }

    /// Pay as an amount of a finding.
    pub(super) fn amount(&self, pay: f64) -> Pay {
        self.exact(Decimal::from_f64(pay).unwrap_or_default())
    }

    /// Exact pay as an amount of a finding, to the hundredth.
    pub(super) fn exact(&self, pay: Decimal) -> Pay {
        let at_quota = Decimal::from_f64(self.at_quota).filter(|at_quota| Decimal::ZERO < *at_quota);
        Pay {
            money: self.is_money.then(|| Money(pay).rounded(2)),
            of_target: at_quota.filter(|_| self.quota.is_some()).map(|at_quota| rounded(divided(pay, at_quota))),
        }
    }

    /// Pay on both sides of a bound, exact: with the bound in the tier below, and in the tier above.
    pub(super) fn sides(&self, credit: f64) -> (Decimal, Decimal) {
        let credit = self.exact_bound(credit).or(Decimal::from_f64(credit)).unwrap_or_default();
        let side = |boundary| {
            let component = Component { boundary, ..self.alone.clone() };
            payout(&component, credit, &self.terms).pay
        };
        (side(Boundary::Upper), side(Boundary::Lower))
    }

    /// The exact credit of the tier or threshold that begins there: an f64 may lie beside it.
    fn exact_bound(&self, credit: f64) -> Option<Decimal> {
        let exact = |at: Decimal| self.terms.quota.map(|quota| times(at, quota));
        let threshold = self.component.threshold.and_then(|threshold| exact(threshold.at));
        let is_it =
            |bound: &Decimal| bound.to_f64().is_some_and(|bound| (bound - credit).abs() <= credit.abs() * 1e-12);
        threshold.filter(is_it).or_else(|| {
            let from = self.component.tiers.get(self.tier_at(credit)?)?.from;
            match self.component.tier_axis {
                TierAxis::Amount => Some(from),
                TierAxis::Attainment => exact(from),
            }
        })
    }

    /// Exact pay for exactly the quota.
    pub(super) fn exactly_quota(&self) -> Option<Decimal> {
        self.terms.quota.map(|quota| payout(&self.alone, quota, &self.terms).pay)
    }

    /// The component's share of the target incentive for the window, where it is known.
    pub(super) fn target_incentive(&self) -> Decimal {
        self.terms.target_incentive
    }

    /// The tier that begins at that credit.
    pub(super) fn tier_at(&self, credit: f64) -> Option<usize> {
        let unit = match self.component.tier_axis {
            TierAxis::Amount => 1.0,
            TierAxis::Attainment => self.quota?,
        };
        let near = |from: f64| (from * unit - credit).abs() <= credit.abs() * 1e-12;
        let first = self.component.tiers.partition_point(|tier| {
            let from = tier.from.to_f64().unwrap_or(0.0) * unit;
            from < credit && !near(from / unit)
        });
        let from = self.component.tiers.get(first)?.from.to_f64()?;
        near(from).then_some(first)
    }
}

/// To a hundredth of a percent.
pub(super) fn rounded(fraction: Decimal) -> Decimal {
    fraction.round_dp(4).normalize()
}

/// The nearest decimal, to a hundredth of a percent.
pub(super) fn fraction(value: f64) -> Decimal {
    rounded(Decimal::from_f64(value).unwrap_or_default())
}

fn scales_with_quota(component: &Component) -> bool {
    component.tier_axis == TierAxis::Attainment
        && matches!(component.pay_basis, PayBasis::Rate | PayBasis::BaseRate { .. })
}

/// The quota of a window, where something says it.
fn known_quota(component: &Component, typical: &Typical, months: i32) -> Option<Decimal> {
    let window =
        |amount: Decimal, per: Granularity| divided(times(amount, Decimal::from(months)), Decimal::from(per.months()));
    let quota = if !component.parts.is_empty() {
        Some(Decimal::ONE)
    } else if component.measure == Measure::Scorecard {
        Some(Decimal::from(months))
    } else {
        match &component.quota {
            QuotaSource::Targets => typical.quota.map(|year| window(year, Granularity::Year)),
            QuotaSource::Share { of } => typical.quota.map(|year| times(*of, window(year, Granularity::Year))),
            QuotaSource::Stated { amount, per } => Some(window(*amount, *per)),
            QuotaSource::Credited { of } if component.credit_from == CreditFrom::Own => {
                typical.quota.map(|year| times(*of, window(year, Granularity::Year)))
            }
            QuotaSource::Named { .. } | QuotaSource::Credited { .. } => None,
        }
    };
    quota.filter(|quota| Decimal::ZERO < *quota)
}

/// The pieces cut at the caps.
fn stretches(compiled: &Compiled) -> Vec<Stretch> {
    let pieces = compiled.pieces();
    let mut stretches: Vec<Stretch> = Vec::with_capacity(pieces.len() + 1);
    let flat = |pay: f64| Piece { from: 0.0, a: pay, b: 0.0, c: 0.0 };
    let mut add = |from: f64, to: f64, piece: Piece| {
        if from < to {
            match stretches.last_mut() {
                Some(last)
                    if last.is_flat()
                        && piece.b == 0.0
                        && piece.c == 0.0
                        && last.piece.a.total_cmp(&piece.a).is_eq() =>
                {
                    last.to = to;
                }
                _ => stretches.push(Stretch { from, to, piece }),
            }
        }
    };
    for (index, piece) in pieces.iter().enumerate() {
        let to = pieces.get(index + 1).map_or(f64::INFINITY, |next| next.from).min(compiled.credit_cap);
        let mut from = piece.from;
        for crossing in crossings(piece, compiled.pay_cap).into_iter().filter(|x| x.is_finite()).chain([to]) {
            let crossing = crossing.max(from).min(to.max(from));
            let middle = if crossing.is_finite() { from + (crossing - from) / 2.0 } else { from.max(1.0) * 2.0 };
            let is_cut = compiled.pay_cap < piece.at(middle);
            add(from, crossing, if is_cut { flat(compiled.pay_cap) } else { *piece });
            from = crossing;
        }
    }
    if compiled.credit_cap.is_finite() {
        add(compiled.credit_cap, f64::INFINITY, flat(compiled.pay(compiled.credit_cap)));
    }
    stretches
}

/// Where the piece meets the cap, rising.
fn crossings(piece: &Piece, cap: f64) -> Vec<f64> {
    if !cap.is_finite() {
        return Vec::new();
    }
    if piece.c == 0.0 {
        return if piece.b == 0.0 { Vec::new() } else { vec![(cap - piece.a) / piece.b] };
    }
    let root = piece.b * piece.b - 4.0 * piece.c * (piece.a - cap);
    if root < 0.0 {
        return Vec::new();
    }
    let root = libm::sqrt(root);
    let mut found = vec![(-piece.b - root) / (2.0 * piece.c), (-piece.b + root) / (2.0 * piece.c)];
    found.sort_by(f64::total_cmp);
    found
}
