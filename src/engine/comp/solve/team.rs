//! Whose pay is looked at: a team's history, or an attainment distribution that somebody states.

use serde::{Deserialize, Serialize};

use crate::engine::comp::exact::{Reached, Terms, divided, payout_among, plus, times};
use crate::engine::comp::lint::Typical;
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{ReplayInput, replay};
use crate::engine::units::Decimal;

use super::lever::{decimal, float};

/// Something that a plan can be applied to.
pub trait Crowd {
    /// Pay of each rep, or of each kind of rep, on the plan: the same ones in the same order, whatever the plan. Money.
    fn pay(&self, plan: &Plan) -> Vec<f64>;

    /// By how much rounding may change the pay of one entry.
    fn grain(&self) -> f64 {
        0.0
    }
}

/// A crowd with what is known of it.
pub struct Team<'a> {
    /// What plans are applied to.
    pub crowd: &'a dyn Crowd,
    /// How many reps each entry stands for.
    pub weights: Vec<f64>,
    /// Target incentive of each entry for the same time; 0 if unknown.
    pub incentives: Vec<f64>,
    /// Credit of all, for cost over credit; 0 if unknown.
    pub credit: f64,
    /// A typical rep's terms: pay at target and at excellence are told for them.
    pub typical: Typical,
}

/// The won deals of a team, paid exactly as statements do: rounded, with SPIFFs, draws, clawbacks and holdbacks.
pub struct History<'a> {
    /// The records and months. Its plan is not used.
    pub input: ReplayInput<'a>,
}

impl Crowd for History<'_> {
    fn pay(&self, plan: &Plan) -> Vec<f64> {
        let replay = replay(&ReplayInput { plan, ..self.input });
        replay.scatter.iter().map(|point| point.pay.to_f64()).collect()
    }

    fn grain(&self) -> f64 {
        let n_months = f64::from(self.input.last.since(self.input.first).clamp(0, 600) + 1);
        let n_lines = n_months * (self.input.plan.components.len() + 1) as f64;
        0.5 * n_lines * float(Decimal::new(1, self.input.digits.min(20)))
    }
}

impl History<'_> {
    /// The team of these records, as it stands on the plan of the input.
    pub fn team(&self) -> Team<'_> {
        let replay = replay(&self.input);
        let incentive = |point: &crate::engine::comp::statement::RepPoint| point.target_incentive.map_or(0.0, float);
        Team {
            crowd: self,
            weights: vec![1.0; replay.scatter.len()],
            incentives: replay.scatter.iter().map(incentive).collect(),
            credit: replay.totals.bookings.to_f64(),
            typical: Typical::of_team(&self.input),
        }
    }
}

/// Reps who are alike but for their attainment, over a year. Every component stands at the same attainment in each of its
/// windows; SPIFFs, draws, clawbacks and holdbacks are not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Attainment, `1` for quota, and how many reps stand there.
    pub points: Vec<(Decimal, f64)>,
    /// Quota of a rep and year.
    pub quota: Decimal,
    /// Target incentive of a rep and year.
    pub target_incentive: Decimal,
}

/// A team that somebody states: lognormal attainment, but for some reps at nothing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    /// Mean attainment of a year, `1` for quota.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// Share of reps who attain nothing; mean and deviation are of the others.
    pub zero_share: f64,
    /// How many reps there are; of another source if not given.
    pub n_reps: Option<u32>,
    /// Quota of a rep and year; the typical one if not given.
    pub quota: Option<Decimal>,
    /// Target incentive of a rep and year; the typical one if not given.
    pub target_incentive: Option<Decimal>,
}

/// Points of a stated distribution.
const N_POINTS: u32 = 200;

impl Spread {
    /// The stated team, with what it leaves open from typical terms and from how many reps there are; `None` without a
    /// quota, which gives attainment its meaning.
    pub fn of(stated: &Stated, typical: Typical, n_reps: usize) -> Option<Self> {
        let n_reps = stated.n_reps.map_or(n_reps as f64, f64::from);
        Some(Self {
            points: Self::lognormal(stated.mean, stated.deviation, stated.zero_share, n_reps),
            quota: stated.quota.or(typical.quota).filter(|quota| Decimal::ZERO < *quota)?,
            target_incentive: stated.target_incentive.or(typical.target_incentive).unwrap_or_default(),
        })
    }

    /// A team of `n_reps` of whom `zero_share` attain nothing; the others' attainment is lognormal with that mean and
    /// standard deviation, as 200 kinds of equal weight: the middles of equal shares, moved so that their mean is exact.
    pub fn lognormal(mean: f64, deviation: f64, zero_share: f64, n_reps: f64) -> Vec<(Decimal, f64)> {
        let zero_share = zero_share.clamp(0.0, 1.0);
        let ratio = deviation / mean;
        let sigma = libm::sqrt(libm::log(1.0 + ratio * ratio));
        let sigma = if sigma.is_finite() { sigma } else { 0.0 };
        let n_points = if sigma == 0.0 { 1 } else { N_POINTS };
        let raw: Vec<f64> = (0..n_points)
            .map(|place| {
                let share = (f64::from(place) + 0.5) / f64::from(n_points);
                libm::exp(sigma * crate::engine::comp::behave::normal_quantile(share))
            })
            .collect();
        let middle = raw.iter().sum::<f64>() / f64::from(n_points);
        let weight = n_reps * (1.0 - zero_share) / f64::from(n_points);
        let mut points = vec![(Decimal::ZERO, n_reps * zero_share)];
        points.extend(raw.iter().map(|at| (decimal(mean * at / middle).round_dp(6), weight)));
        points.retain(|(_, weight)| 0.0 < *weight);
        points
    }

    /// Such a team.
    pub fn team(&self) -> Team<'_> {
        let credit = self.points.iter().map(|(at, weight)| float(*at) * weight).sum::<f64>() * float(self.quota);
        let positive = |number: Decimal| Some(number).filter(|number| Decimal::ZERO < *number);
        Team {
            crowd: self,
            weights: self.points.iter().map(|(_, weight)| *weight).collect(),
            incentives: vec![float(self.target_incentive); self.points.len()],
            credit,
            typical: Typical { quota: positive(self.quota), target_incentive: positive(self.target_incentive) },
        }
    }
}

impl Crowd for Spread {
    fn pay(&self, plan: &Plan) -> Vec<f64> {
        let year = Year { plan, quota: self.quota, target_incentive: self.target_incentive };
        self.points.iter().map(|(at, _)| float(year.pay(*at))).collect()
    }
}

/// A plan over a year with these terms.
pub(super) struct Year<'a> {
    pub(super) plan: &'a Plan,
    pub(super) quota: Decimal,
    pub(super) target_incentive: Decimal,
}

impl Year<'_> {
    /// Pay of the whole plan where every component stands at that attainment in each of its windows, not rounded.
    pub(super) fn pay(&self, attainment: Decimal) -> Decimal {
        self.components(attainment).into_iter().fold(Decimal::ZERO, plus)
    }

    /// The same by component.
    pub(super) fn components(&self, attainment: Decimal) -> Vec<Decimal> {
        let of = self.plan.components.iter().map(|component| {
            let n_windows = Decimal::from(12 / component.window_length().months().clamp(1, 12));
            let quota = component.quota_beside(divided(self.quota, n_windows));
            (component, n_windows, quota, times(attainment, quota))
        });
        let of: Vec<_> = of.collect();
        let reached = |credit| Reached { credit, attainment: Some(attainment) };
        let others: Vec<(&str, Reached)> =
            of.iter().map(|(component, _, _, credit)| (component.name.as_str(), reached(*credit))).collect();
        let pay = of.iter().map(|(component, n_windows, quota, credit)| {
            let incentive = divided(times(component.weight, self.target_incentive), *n_windows);
            let quota = Some(*quota).filter(|quota| Decimal::ZERO < *quota);
            let terms = Terms { quota, target_incentive: incentive };
            times(payout_among(component, *credit, &terms, &others).pay, *n_windows)
        });
        pay.collect()
    }
}
