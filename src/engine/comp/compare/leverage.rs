//! Pay mix, and the upside that a plan holds out.
//!
//! "Leverage" means two things in print; both are given, each by its formula.

use serde::{Deserialize, Serialize};

use super::levels::marks;
use super::measures::RepResult;
use crate::engine::comp::curve::calculate;
use crate::engine::comp::exact::{divided, minus, plus, times};
use crate::engine::comp::lint::{Typical, median};
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{BookInput, ReplayInput};
use crate::engine::units::{Decimal, Granularity, Money};

/// Base salary and target incentive of the reps of whom both are known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PayMix {
    /// Reps of whom both are known.
    pub n_reps: u32,
    /// Their base salaries for the months.
    pub base_salary: Money,
    /// Their target incentives for the months.
    pub target_incentive: Money,
    /// `base / (base + target incentive)`; the incentive's part is the rest. `None` without such a rep.
    pub base_share: Option<Decimal>,
    /// `quota / (base + target incentive)` of the reps of whom all three are known.
    pub quota_to_pay: Option<Decimal>,
}

/// The upside of the plan that most sellers are on, for the team's median terms of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leverage {
    /// The plan's name.
    pub plan: String,
    /// Quota a year.
    pub quota: Decimal,
    /// Target incentive a year, `TI`.
    pub target_incentive: Decimal,
    /// Base salary a year, the median of those known.
    pub base_salary: Option<Decimal>,
    /// Attainment of excellence, `E`.
    pub excellence: Decimal,
    /// Pay of a year at quota.
    pub pay_at_target: Money,
    /// Pay of a year at excellence, `P(E)`.
    pub pay_at_excellence: Money,
    /// `P(E) / TI`
    pub of_incentive: Decimal,
    /// `(base + P(E)) / base`; `None` without a base salary.
    pub of_base: Option<Decimal>,
    /// `(P(E) − P(1)) / TI / (E − 1)`: what a quota's worth beyond quota pays, as a multiple of the target incentive.
    pub accelerator: Decimal,
}

/// Months of a year.
const YEAR: i32 = 12;

impl PayMix {
    /// Of these reps.
    pub fn of(reps: &[RepResult]) -> Self {
        let mut mix = Self {
            n_reps: 0,
            base_salary: Money::ZERO,
            target_incentive: Money::ZERO,
            base_share: None,
            quota_to_pay: None,
        };
        let (mut quotas, mut of_quotas) = (Decimal::ZERO, Decimal::ZERO);
        for rep in reps {
            let (Some(base), Some(incentive)) = (rep.base_salary, rep.target_incentive) else { continue };
            mix.n_reps += 1;
            mix.base_salary += base;
            mix.target_incentive += Money(incentive);
            if let Some(quota) = rep.quota.filter(|quota| Decimal::ZERO < *quota) {
                quotas = plus(quotas, quota);
                of_quotas = plus(of_quotas, plus(base.0, incentive));
            }
        }
        let sum = (mix.base_salary + mix.target_incentive).0;
        mix.base_share = (!sum.is_zero()).then(|| divided(mix.base_salary.0, sum));
        mix.quota_to_pay = (!of_quotas.is_zero()).then(|| divided(quotas, of_quotas));
        mix
    }
}

pub(super) fn leverage(input: &BookInput, plan: &Plan, reps: &[RepResult]) -> Option<Leverage> {
    let BookInput { dataset, calendar, first, last, digits, currency, .. } = *input;
    let typical = Typical::of_team(&ReplayInput { plan, dataset, calendar, first, last, digits, currency });
    let (quota, target_incentive) = (typical.quota?, typical.target_incentive?);
    let excellence = marks(plan).excellence;
    let pay = |attainment| pay_of_year(plan, quota, target_incentive, attainment);
    let (at_target, at_excellence) = (pay(Decimal::ONE), pay(excellence));
    let n_months = Decimal::from(last.since(first) + 1);
    let own = reps.iter().filter(|rep| rep.bookings != Money::ZERO).filter_map(|rep| rep.base_salary);
    let bases: Vec<Decimal> = own.map(|base| divided(times(base.0, YEAR.into()), n_months)).collect();
    let base_salary = median(bases).filter(|base| Decimal::ZERO < *base);
    let beyond = divided(minus(at_excellence, at_target), target_incentive);
    Some(Leverage {
        plan: plan.name.clone(),
        quota,
        target_incentive,
        base_salary,
        excellence,
        pay_at_target: Money(at_target).rounded(digits),
        pay_at_excellence: Money(at_excellence).rounded(digits),
        of_incentive: divided(at_excellence, target_incentive),
        of_base: base_salary.map(|base| divided(plus(base, at_excellence), base)),
        accelerator: divided(beyond, minus(excellence, Decimal::ONE)),
    })
}

/// Pay of a year at one attainment in every window: each component's pay for its window, as often as it comes.
fn pay_of_year(plan: &Plan, quota: Decimal, target_incentive: Decimal, attainment: Decimal) -> Decimal {
    let mut pay = Decimal::ZERO;
    for length in Granularity::ALL.map(Granularity::months) {
        let n_windows = Decimal::from(YEAR / length);
        let of_length = |name: &str| {
            let mut own = plan.components.iter().filter(|component| component.name == name);
            own.next().is_some_and(|component| component.window_length().months() == length)
        };
        if !plan.components.iter().any(|component| of_length(&component.name)) {
            continue;
        }
        let window = (divided(quota, n_windows), divided(target_incentive, n_windows));
        let calculated = calculate(plan, window.0, window.1, attainment, 8);
        let own = calculated.components.iter().filter(|(name, _)| of_length(name));
        pay = own.fold(pay, |sum, (_, own)| plus(sum, times(own.0, n_windows)));
    }
    pay
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates;

    #[test]
    fn pay_of_a_year_adds_windows_of_all_lengths() {
        let check = |plan: &Plan, percent: i64, expected: i64| {
            let (quota, incentive) = (Decimal::from(1_200_000), Decimal::from(120_000));
            let pay = pay_of_year(plan, quota, incentive, Decimal::new(percent, 2));
            assert_eq!(pay.round_dp(2), Decimal::from(expected), "{} at {percent} %", plan.name);
        };
        // 60 % of the base rate for half of quota, 140 % for the other half; 150 % up to 130 % of quota.
        check(&templates::account_executive(), 100, 120_000);
        check(&templates::account_executive(), 130, 174_000);
        // Three quarters on a curve of the year (200 % at 150 %), a quarter by quarters, capped at 120 %.
        check(&templates::balanced(), 150, 180_000 + 36_000);
        // 90,000 a half-year at quota, by two.
        let mut halves = templates::component("Halves", &[]);
        halves.accumulate = crate::engine::comp::Window::HalfYear;
        halves.pay_basis = crate::engine::comp::PayBasis::Fixed;
        halves.tiers = [(0, 0), (1, 90_000)]
            .map(|(from, value)| crate::engine::comp::Tier { from: Decimal::from(from), value: Decimal::from(value) })
            .to_vec();
        check(&Plan { components: vec![halves], ..Plan::default() }, 100, 180_000);
    }
}
