//! What windows pay: the one thing that behaviour asks of a plan.

use crate::engine::comp::compiled::{Form, Standing};
use crate::engine::comp::plan::{Component, Plan, Window};
use crate::engine::units::{Decimal, Granularity};
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// Pay of whole windows, by credit.
pub trait WindowPay {
    /// Months of the window that starts again first: 1, 3, 6 or 12.
    fn months(&self) -> u32;
    /// Months of the longer window; the same where there is but one length.
    fn outer_months(&self) -> u32;
    /// Pay due where the shorter window ends with that credit, the longer one then standing at `outer`; at its end with
    /// its own pay.
    fn pay(&self, inner: f64, outer: f64, ends_outer: bool) -> f64;
}

/// A plan's pay for one rep, every component at the attainment of the rep: at most two lengths of windows.
#[derive(Clone, Debug)]
pub struct PlanPay {
    months: u32,
    outer_months: u32,
    quotas: [f64; 2],
    parts: Vec<Part>,
    standings: Vec<(bool, f64)>,
    /// No component looks at another.
    stand_alone: bool,
    /// Windows of a third length were paid within those of the second.
    pub has_merged: bool,
}

#[derive(Clone, Debug)]
struct Part {
    form: Form,
    is_outer: bool,
    /// Windows of its own in the one that it is paid with.
    n_within: f64,
    /// The component's quota over the rep's.
    per_quota: f64,
}

/// The window whose end deals are closed for, the longest one, and whether a length between them was left out.
pub(super) fn windows(plan: &Plan) -> (Granularity, Granularity, bool) {
    let paid = || plan.components.iter().filter(|component| !component.is_measured_only);
    let mut lengths: Vec<Granularity> =
        paid().filter(|component| component.accumulate != Window::Deal).map(Component::window_length).collect();
    if lengths.is_empty() {
        lengths.extend(paid().map(|component| component.pay_period));
    }
    lengths.sort_unstable();
    lengths.dedup();
    let has_merged = 2 < lengths.len();
    let inner = lengths.first().copied().filter(|_| !has_merged).unwrap_or(Granularity::Quarter);
    (inner, lengths.last().copied().unwrap_or(Granularity::Quarter), has_merged)
}

impl PlanPay {
    /// The plan for a yearly quota and target incentive (the whole plan's), `mean_deal` being the credit of an average deal:
    /// components of single deals pay all at its rate. Quotas of all windows are parts of the year's.
    pub fn new(plan: &Plan, yearly_quota: f64, target_incentive: f64, mean_deal: f64) -> Self {
        let (inner, outer, has_merged) = windows(plan);
        let (months, outer_months) = (inner.months() as u32, outer.months() as u32);
        let quota_of = |months: u32| yearly_quota * f64::from(months) / 12.0;
        let mut parts = Vec::new();
        let mut standings = Vec::new();
        for component in &plan.components {
            let own = component.window_length().months() as u32;
            let by_deal = component.accumulate == Window::Deal;
            let is_outer = !by_deal && months < own;
            let block = if is_outer { outer_months } else { months };
            let length = own.min(block);
            let quota = quota_of(length);
            let exact = Decimal::from_f64(quota).unwrap_or_default();
            let own_quota = component.quota_beside(exact).to_f64().filter(|quota| 0.0 < *quota).unwrap_or(quota);
            let weight = component.weight.to_f64().unwrap_or(0.0);
            let incentive = weight * target_incentive * f64::from(length) / 12.0;
            let per_quota = if 0.0 < quota { own_quota / quota } else { 1.0 };
            standings.push((is_outer, per_quota));
            if component.is_measured_only {
                continue;
            }
            let form = Form::new(plan, component, Some(own_quota), incentive);
            let form = if by_deal && 0.0 < mean_deal { form.at_rate_of(mean_deal * per_quota) } else { form };
            let n_within = f64::from(block) / f64::from(length.max(1));
            parts.push(Part { form, is_outer, n_within, per_quota });
        }
        Self {
            months,
            outer_months,
            quotas: [quota_of(months), quota_of(outer_months)],
            stand_alone: parts.iter().all(|part: &Part| part.form.stands_alone()),
            parts,
            standings,
            has_merged,
        }
    }
}

impl WindowPay for PlanPay {
    fn months(&self) -> u32 {
        self.months
    }

    fn outer_months(&self) -> u32 {
        self.outer_months
    }

    fn pay(&self, inner: f64, outer: f64, ends_outer: bool) -> f64 {
        let attainments = [inner, outer].map(|credit| credit.max(0.0));
        let [inner_quota, outer_quota] = self.quotas;
        let at = |is_outer: bool| {
            let [inner, outer] = attainments;
            if is_outer { outer / outer_quota } else { inner / inner_quota }
        };
        let credit = |is_outer: bool| if is_outer { attainments[1] } else { attainments[0] };
        let looked_at = if self.stand_alone { &[] } else { self.standings.as_slice() };
        let standings: Vec<Standing> = looked_at
            .iter()
            .map(|(is_outer, per_quota)| Standing {
                credit: credit(*is_outer) * per_quota,
                attainment: Some(at(*is_outer)).filter(|attainment| attainment.is_finite()),
            })
            .collect();
        let due = self.parts.iter().filter(|part| ends_outer || !part.is_outer);
        due.map(|part| {
            let own = credit(part.is_outer) * part.per_quota / part.n_within;
            part.n_within * part.form.pay(own, &standings)
        })
        .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::templates::component;

    #[test]
    fn windows_are_those_that_are_simulated() {
        use Granularity::{HalfYear, Month, Quarter, Year};
        let check = |accumulated: &[Window], expected: (Granularity, Granularity, bool)| {
            let of = |window: &Window| Component { accumulate: *window, ..component("Bookings", &[(0, 100)]) };
            let plan = Plan { components: accumulated.iter().map(of).collect(), ..Plan::default() };
            assert_eq!(windows(&plan), expected, "{accumulated:?}");
        };
        check(&[Window::Quarter, Window::Year], (Quarter, Year, false));
        // Single deals are paid in any window; alone, in their pay period.
        check(&[Window::Deal, Window::Year], (Year, Year, false));
        check(&[Window::Deal], (Month, Month, false));
        // Of three lengths the shortest goes with quarters.
        check(&[Window::PayPeriod, Window::HalfYear, Window::Year], (Quarter, Year, true));
        check(&[Window::HalfYear], (HalfYear, HalfYear, false));
        check(&[], (Quarter, Quarter, false));
    }
}
