//! The payout curve of a whole plan, and the rep calculator: exact pay at any attainment.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde::{Deserialize, Serialize};

use super::compiled::{Form, Slope, Standing};
use super::exact::{Reached, Terms, divided, minus, payout_among, plus, times};
use super::plan::{Component, PayBasis, Plan, QuotaSource, TierAxis};
use crate::engine::units::{Decimal, Money};

/// A point of the payout curve. Two points of one attainment are the two sides of a jump.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// `1` is quota.
    pub attainment: f64,
    /// Credit, in money or units.
    pub credit: f64,
    /// Pay.
    pub pay: f64,
    /// Pay for the next unit of credit.
    pub marginal: f64,
}

/// What a rep earns at one attainment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calculation {
    /// Credit at that attainment.
    pub credit: Decimal,
    /// Pay, rounded.
    pub pay: Money,
    /// Each component's name and pay.
    pub components: Vec<(String, Money)>,
    /// Pay for the next unit of credit, a fraction for money.
    pub marginal_rate: f64,
    /// Pay over credit; `None` for no credit.
    pub effective_rate: Option<Decimal>,
    /// The next bound above, if any.
    pub next_tier: Option<NextTier>,
}

/// The nearest tier bound above a credit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NextTier {
    /// The component's name.
    pub component: String,
    /// The tier, counted from 1.
    pub tier: usize,
    /// Where it begins.
    pub attainment: Decimal,
    /// How much credit is missing.
    pub credit_missing: Decimal,
    /// Its value.
    pub value: Decimal,
}

/// The plan's pay between two attainments for a window with that quota and target incentive (the whole plan's), every
/// component at the same attainment, also where gates, multipliers and matrices look: `n_steps` even steps and both
/// sides of every bound. SPIFFs, draws, clawbacks and holdbacks are not in it.
pub fn curve(
    plan: &Plan,
    quota: Decimal,
    target_incentive: Decimal,
    from: f64,
    to: f64,
    n_steps: u32,
) -> Vec<CurvePoint> {
    let all = SameAttainment::new(plan, quota, target_incentive);
    let quota = quota.to_f64().unwrap_or(0.0);
    let n_steps = n_steps.clamp(1, 10_000);
    let mut places: Vec<f64> =
        (0..=n_steps).map(|step| from + (to - from) * f64::from(step) / f64::from(n_steps)).collect();
    // The two sides of a jump, close enough to be drawn as one place.
    places.extend(all.turns().filter(|at| from < *at && *at < to).flat_map(|at| {
        let nudge = at * 1e-9;
        [at - nudge, at, at + nudge]
    }));
    places.sort_by(f64::total_cmp);
    places.dedup();
    let point = |attainment: f64| {
        let Slope { pay, by_attainment } = all.at(attainment);
        let marginal = if 0.0 < quota { by_attainment / quota } else { 0.0 };
        CurvePoint { attainment, credit: attainment * quota, pay, marginal }
    };
    places.into_iter().map(point).collect()
}

/// Pay of [`curve`] at one attainment, in money.
pub fn pay_at(plan: &Plan, quota: Decimal, target_incentive: Decimal, attainment: f64) -> f64 {
    SameAttainment::new(plan, quota, target_incentive).at(attainment).pay
}

/// A plan's components where all stand at one attainment.
struct SameAttainment {
    /// Of each component its form and whether it is paid.
    forms: Vec<(Form, bool)>,
    quotas: Vec<f64>,
}

impl SameAttainment {
    fn new(plan: &Plan, quota: Decimal, target_incentive: Decimal) -> Self {
        let quotas = plan.components.iter().map(|component| component.quota_beside(quota).to_f64().unwrap_or(0.0));
        let quotas: Vec<f64> = quotas.collect();
        let form = |(component, quota): (&Component, &f64)| {
            let share = times(component.weight, target_incentive).to_f64().unwrap_or(0.0);
            (Form::new(plan, component, Some(*quota), share), !component.is_measured_only)
        };
        Self { forms: plan.components.iter().zip(&quotas).map(form).collect(), quotas }
    }

    fn turns(&self) -> impl Iterator<Item = f64> {
        let each = self.forms.iter().zip(&self.quotas).filter(|((_, is_paid), _)| *is_paid);
        each.flat_map(|((form, _), quota)| form.turns(*quota, &self.quotas))
    }

    /// Pay, and its change for one more quota of all.
    fn at(&self, attainment: f64) -> Slope {
        let standings: Vec<Standing> = self
            .quotas
            .iter()
            .map(|quota| Standing { credit: attainment * quota, attainment: Some(attainment) })
            .collect();
        let paid = self.forms.iter().zip(&self.quotas).filter(|((_, is_paid), _)| *is_paid);
        let slopes = paid.map(|((form, _), quota)| form.slope(*quota, attainment, &standings, &self.quotas));
        slopes.fold(Slope::default(), |sum, slope| Slope {
            pay: sum.pay + slope.pay,
            by_attainment: sum.by_attainment + slope.by_attainment,
        })
    }
}

/// What a rep with that quota and target incentive (the whole plan's, of one window) earns at `attainment`, to the
/// currency's minor unit of `digits` decimals.
pub fn calculate(
    plan: &Plan,
    quota: Decimal,
    target_incentive: Decimal,
    attainment: Decimal,
    digits: u32,
) -> Calculation {
    let credit = times(attainment, quota);
    let mut components = Vec::new();
    let mut exact = Decimal::ZERO;
    let reached = |component: &Component| {
        let credit = times(attainment, component.quota_beside(quota));
        Reached { credit, attainment: Some(attainment) }
    };
    let others: Vec<(&str, Reached)> =
        plan.components.iter().map(|component| (component.name.as_str(), reached(component))).collect();
    for (component, (_, Reached { credit, .. })) in plan.components.iter().zip(&others) {
        let quota = Some(component.quota_beside(quota));
        let terms = Terms { quota, target_incentive: times(component.weight, target_incentive) };
        let pay = payout_among(component, *credit, &terms, &others).pay;
        exact = plus(exact, pay);
        components.push((component.name.clone(), Money(pay).rounded(digits)));
    }
    let quota_float = quota.to_f64().unwrap_or(0.0);
    let slope = SameAttainment::new(plan, quota, target_incentive).at(attainment.to_f64().unwrap_or(0.0));
    let pay = match plan.rounding {
        crate::engine::units::Rounding::PerLine => components.iter().map(|(_, pay)| *pay).sum(),
        crate::engine::units::Rounding::PerStatement => Money(exact).rounded(digits),
    };
    Calculation {
        credit,
        pay,
        components,
        marginal_rate: if 0.0 < quota_float { slope.by_attainment / quota_float } else { 0.0 },
        effective_rate: (!credit.is_zero()).then(|| divided(exact, credit)),
        next_tier: next_tier(plan, quota, attainment),
    }
}

/// The nearest tier above an attainment, of the components that pay by tiers; what is missing is in the component's own
/// unit.
fn next_tier(plan: &Plan, quota: Decimal, attainment: Decimal) -> Option<NextTier> {
    let by_tiers = |component: &&Component| !component.is_measured_only && component.matrix.is_none();
    let tiers = plan.components.iter().filter(by_tiers).flat_map(|component| {
        let own = component.quota_beside(quota);
        component.tiers.iter().enumerate().map(move |(index, tier)| {
            let at = if component.tier_axis == TierAxis::Amount { divided(tier.from, own) } else { tier.from };
            (at, own, component, index, tier)
        })
    });
    let next = tiers.filter(|(at, ..)| attainment < *at).min_by_key(|(at, ..)| *at);
    next.map(|(at, own, component, index, tier)| NextTier {
        component: component.name.clone(),
        tier: index + 1,
        attainment: at,
        credit_missing: minus(times(at, own), times(attainment, own)),
        value: tier.value,
    })
}

impl Component {
    /// Its quota where the plan's for the same window is `quota`: a share of it, what the plan states, or 1 for a blend.
    /// Targets of another measure are not known here: the same is taken.
    pub fn quota_beside(&self, quota: Decimal) -> Decimal {
        if !self.parts.is_empty() {
            return Decimal::ONE;
        }
        match &self.quota {
            QuotaSource::Targets | QuotaSource::Named { .. } => quota,
            QuotaSource::Share { of } | QuotaSource::Credited { of } => times(*of, quota),
            QuotaSource::Stated { amount, per } => {
                divided(times(*amount, self.window_length().months().into()), per.months().into())
            }
        }
    }

    /// The base commission rate: target incentive over quota, or the plan's own base rate.
    pub fn base_rate(&self, terms: &Terms) -> Option<Decimal> {
        match self.pay_basis {
            PayBasis::BaseRate { rate } => Some(rate),
            PayBasis::TargetIncentive => {
                terms.quota.filter(|quota| !quota.is_zero()).map(|quota| divided(terms.target_incentive, quota))
            }
            PayBasis::Rate | PayBasis::Fixed => None,
        }
    }
}

/// The nearest decimal of a typed or dragged attainment, to four decimals of a percent.
pub fn attainment_of(value: f64) -> Decimal {
    Decimal::from_f64(value.clamp(0.0, 1e6)).unwrap_or_default().round_dp(6)
}
