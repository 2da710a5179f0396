//! A question with all that stays the same while it is answered, and what is read off a plan.

use serde::{Deserialize, Serialize};

use super::demand::Demand;
use super::lever::{Lever, LeverKind, decimal, float};
use super::team::{Team, Year};
use crate::engine::comp::exact::divided;
use crate::engine::comp::plan::{Cap, Component, Plan, TierAxis};
use crate::engine::units::Decimal;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question<'a> {
    /// The present plan.
    pub plan: &'a Plan,
    /// What of it may move.
    pub levers: Vec<Lever>,
    /// What is asked of it.
    pub demands: Vec<Demand>,
    /// `E`: attainment of excellence; where none is given, the highest bound above quota of the heaviest component, or 1.5.
    pub excellence: Option<f64>,
}

/// Why a question cannot be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SolveError {
    /// The plan breaks a rule.
    UnsoundPlan,
    /// There is no demand.
    NothingAsked,
    /// There is no lever.
    NothingMoves,
    /// There are more levers than can be solved for.
    TooManyLevers {
        /// How many.
        n: usize,
        /// How many can be.
        most: usize,
    },
    /// The plan has no such part, or it stands twice.
    UnknownLever {
        /// Which, counted from 0.
        place: usize,
    },
    /// A number is none, below 0, or too large.
    BadNumber {
        /// The demand, counted from 0.
        place: usize,
    },
    /// There is no rep.
    NoTeam,
    /// Cost over credit is asked for, and there is no credit.
    NoCredit,
    /// Pay at quota is asked for, and no quota is known.
    NoQuota,
    /// Target pay is asked for, and no target incentive is known.
    NoTargetIncentive,
    /// Excellence does not lie above quota.
    BadExcellence,
}

/// Levers that can be solved for.
const MOST_LEVERS: usize = 60;
/// Places at each turn: two close below it, it, two close above it, and the middle of the way to the next.
pub(super) const PLACES_OF_TURN: usize = 6;
/// Attainments at which pay is compared.
const MOST_PLACES: usize = 600;
const MOST_NUMBER: f64 = 1e13;

/// The question, taken in.
pub(super) struct Scene<'a> {
    pub(super) plan: &'a Plan,
    /// Those that pay is linear in.
    pub(super) values: Vec<Lever>,
    /// The others.
    pub(super) bends: Vec<Lever>,
    pub(super) demands: Vec<Demand>,
    pub(super) team: &'a Team<'a>,
    pub(super) excellence: Decimal,
    pub(super) quota: Decimal,
    pub(super) target_incentive: Decimal,
    pub(super) n_reps: f64,
    /// What the present plan pays.
    pub(super) present: Reading,
}

/// What is read off a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// Pay of each entry of the team.
    pub(super) cases: Vec<f64>,
    /// Pay of each component at quota, for typical terms and a year.
    pub(super) targets: Vec<f64>,
    /// Pay of the plan at excellence, likewise.
    pub(super) excellence: f64,
    /// Pay of each component at each place, component by component.
    pub(super) curve: Vec<f64>,
}

impl Reading {
    /// One after the other.
    pub(super) fn all(&self) -> impl Iterator<Item = f64> + '_ {
        let head = self.cases.iter().chain(&self.targets).copied();
        head.chain([self.excellence]).chain(self.curve.iter().copied())
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(question: &Question<'a>, team: &'a Team<'a>) -> Result<Self, SolveError> {
        let Question { plan, levers, demands, excellence } = question;
        if !plan.errors().is_empty() {
            return Err(SolveError::UnsoundPlan);
        }
        if demands.is_empty() {
            return Err(SolveError::NothingAsked);
        }
        check_levers(plan, levers)?;
        let is_bad = |demand: &Demand| {
            demand.number().is_some_and(|number| !(0.0..=MOST_NUMBER).contains(&number))
                || matches!(demand, Demand::Budget { amount } if *amount <= 0.0)
        };
        if let Some(place) = demands.iter().position(is_bad) {
            return Err(SolveError::BadNumber { place });
        }
        let n_reps: f64 = team.weights.iter().sum();
        if !(0.0 < n_reps && n_reps.is_finite()) {
            return Err(SolveError::NoTeam);
        }
        if !(0.0 < team.credit) && demands.iter().any(|demand| matches!(demand, Demand::CcosAtMost { .. })) {
            return Err(SolveError::NoCredit);
        }
        let quota = team.typical.quota.or_else(|| Some(decimal(team.credit / n_reps)));
        let quota = quota.filter(|quota| Decimal::ZERO < *quota).ok_or(SolveError::NoQuota)?;
        let target_incentive = team.typical.target_incentive;
        if target_incentive.is_none() && demands.contains(&Demand::TargetPaysTarget) {
            return Err(SolveError::NoTargetIncentive);
        }
        let excellence = excellence.map_or_else(|| usual_excellence(plan), decimal);
        if !(Decimal::ONE < excellence && excellence <= Decimal::ONE_THOUSAND) {
            return Err(SolveError::BadExcellence);
        }
        let (values, bends) = levers.iter().partition(|lever| lever.is_value());
        let mut scene = Self {
            plan,
            values,
            bends,
            demands: demands.clone(),
            team,
            excellence,
            quota,
            target_incentive: target_incentive.unwrap_or_default(),
            n_reps,
            present: Reading::default(),
        };
        scene.present = scene.read(plan, &scene.places(plan));
        Ok(scene)
    }

    /// What the plan pays, pay of components at these attainments with it.
    pub(super) fn read(&self, plan: &Plan, places: &[Decimal]) -> Reading {
        let mut cases = self.team.crowd.pay(plan);
        cases.resize(self.team.weights.len(), 0.0);
        let year = self.year(plan);
        let by_place: Vec<Vec<Decimal>> = places.iter().map(|at| year.components(*at)).collect();
        let n = plan.components.len();
        let curve = (0..n)
            .flat_map(|component| by_place.iter().map(move |pay| pay.get(component).map_or(0.0, |pay| float(*pay))));
        Reading {
            cases,
            targets: year.components(Decimal::ONE).into_iter().map(float).collect(),
            excellence: float(year.pay(self.excellence)),
            curve: curve.collect(),
        }
    }

    pub(super) fn year<'p>(&self, plan: &'p Plan) -> Year<'p> {
        Year { plan, quota: self.quota, target_incentive: self.target_incentive }
    }

    /// What a team of that pay costs.
    pub(super) fn cost(&self, cases: &[f64]) -> f64 {
        self.team.weights.iter().zip(cases).fold(0.0, |sum, (weight, pay)| sum + weight * pay)
    }

    /// Attainments around everything where the plan's pay may turn or jump, [`PLACES_OF_TURN`] each; none where pay need not
    /// rise.
    pub(super) fn places(&self, plan: &Plan) -> Vec<Decimal> {
        if !self.demands.contains(&Demand::Monotone) {
            return Vec::new();
        }
        let mut turns: Vec<Decimal> = vec![Decimal::ZERO, Decimal::ONE];
        for component in &plan.components {
            let quota = self.window_quota(component);
            let at = |from: Decimal| {
                if component.tier_axis == TierAxis::Attainment { from } else { divided(from, quota) }
            };
            turns.extend(component.tiers.iter().map(|tier| at(tier.from)));
            turns.extend(component.threshold.map(|threshold| threshold.at));
            turns.extend(component.caps.iter().filter_map(|cap| match cap {
                Cap::Attainment { at } => Some(*at),
                _ => None,
            }));
        }
        turns.retain(|at| (Decimal::ZERO..=Decimal::ONE_THOUSAND).contains(at));
        turns.sort();
        turns.dedup();
        let last = turns.last().copied().unwrap_or_default();
        let beyond = last.saturating_mul(Decimal::new(15, 1)).saturating_add(Decimal::new(1, 1));
        turns.push(beyond);
        let step = turns.len().div_ceil(MOST_PLACES / PLACES_OF_TURN).max(1);
        let kept: Vec<Decimal> = turns.iter().copied().step_by(step).chain([beyond]).collect();
        let next = kept.iter().skip(1).copied().chain([beyond.saturating_add(Decimal::ONE)]);
        let around = |(at, next): (&Decimal, Decimal)| {
            let near = |n: i64| at.saturating_add(Decimal::new(n, 6));
            [near(-2), near(-1), *at, near(1), near(2), divided(at.saturating_add(next), Decimal::TWO)]
        };
        kept.iter().zip(next).flat_map(around).collect()
    }

    /// The component's quota of one window, for typical terms.
    pub(super) fn window_quota(&self, component: &Component) -> Decimal {
        let n_windows = Decimal::from(12 / component.window_length().months().clamp(1, 12));
        component.quota_beside(divided(self.quota, n_windows))
    }

    /// The plan with these values of its linear levers.
    pub(super) fn with_values(&self, plan: &Plan, values: &[f64]) -> Plan {
        with(plan, &self.values, values)
    }
}

/// The plan with these values of the levers.
pub(super) fn with(plan: &Plan, levers: &[Lever], values: &[f64]) -> Plan {
    let mut plan = plan.clone();
    for (lever, value) in levers.iter().zip(values) {
        lever.write(&mut plan, decimal(*value));
    }
    plan
}

fn check_levers(plan: &Plan, levers: &[Lever]) -> Result<(), SolveError> {
    if levers.is_empty() {
        return Err(SolveError::NothingMoves);
    }
    if MOST_LEVERS < levers.len() {
        return Err(SolveError::TooManyLevers { n: levers.len(), most: MOST_LEVERS });
    }
    for (place, lever) in levers.iter().enumerate() {
        let is_same = |other: &Lever| (other.component, other.kind) == (lever.component, lever.kind);
        let is_twice = levers.iter().take(place).any(is_same);
        let first_start = matches!(lever.kind, LeverKind::Start { tier: 0 });
        let (least, most) = lever.bounds(plan);
        let is_sound = least.abs() <= MOST_NUMBER && most.abs() <= MOST_NUMBER && least <= most;
        if lever.read(plan).is_none() || is_twice || first_start || !is_sound {
            return Err(SolveError::UnknownLever { place });
        }
    }
    Ok(())
}

/// The highest bound above quota of the heaviest component, or half above quota.
fn usual_excellence(plan: &Plan) -> Decimal {
    let half_above = Decimal::new(15, 1);
    let by_attainment = plan.heaviest().filter(|component| component.tier_axis == TierAxis::Attainment);
    let highest = by_attainment.and_then(|component| component.tiers.last()).map(|tier| tier.from);
    highest.filter(|from| Decimal::ONE < *from && *from <= Decimal::ONE_THOUSAND).unwrap_or(half_above)
}
