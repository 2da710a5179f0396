//! A plan of compiled components, walked month by month: pay from each component's monthly credit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::form::{Form, Standing};
use super::schedule::{Step, steps};
use super::{bound, float};
use crate::engine::comp::plan::{Component, Plan, Window as Accumulate};
use crate::engine::units::{Calendar, Decimal, Month};

/// What a component of one member is held to, month by month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonthlyTerms {
    /// Quota of each month, in the unit of the measure, 0 for none: one list, or one for each part of a blend.
    pub quotas: Vec<Vec<f64>>,
    /// The component's share of the target incentive for each month.
    pub target_incentive: Vec<f64>,
    /// Credit of one deal: where each deal stands alone, all is paid at the rate of such a deal. `None`: a pay period's
    /// credit is one deal.
    pub mean_deal: Option<f64>,
}

/// Forms that were compiled, by their terms: members of equal terms share them.
#[derive(Debug, Default)]
pub struct Forms {
    known: BTreeMap<(usize, u64, u64, u64), Arc<Form>>,
}

/// A plan for one member and some months.
#[derive(Clone, Debug)]
pub struct CompiledPlan {
    components: Vec<CompiledComponent>,
    n_months: usize,
}

#[derive(Clone, Debug)]
struct CompiledComponent {
    is_paid: bool,
    rate_of_period: bool,
    steps: Arc<[Step]>,
    windows: Vec<Window>,
    /// Factor on each part's credit of each month; empty for one measure.
    blend: Vec<Vec<f64>>,
    /// What is paid ahead, and whether it is taken back.
    advance: Option<(f64, bool)>,
}

#[derive(Clone, Debug)]
struct Window {
    form: Arc<Form>,
    /// 0 without one.
    quota: f64,
}

/// What a walk remembers from month to month; made once, used for many walks.
#[derive(Clone, Debug, Default)]
pub struct WalkState {
    standings: Vec<Standing>,
    runs: Vec<Running>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Running {
    of_period: f64,
    before: f64,
    /// What refundable caps of earlier windows of the year cut.
    balance: f64,
    /// The same with this window.
    next_balance: f64,
    /// Paid ahead in the pay period.
    advanced: f64,
}

impl Forms {
    fn form(&mut self, plan: &Plan, place: usize, quota: Option<f64>, incentive: f64, deal: Option<f64>) -> Arc<Form> {
        let key = (place, quota.map_or(0, f64::to_bits), incentive.to_bits(), deal.map_or(0, f64::to_bits));
        let make = || {
            let form = plan.components.get(place).map(|component| Form::new(plan, component, quota, incentive));
            let form = form.unwrap_or_else(|| Form::new(plan, &Component::default(), None, 0.0));
            Arc::new(match deal {
                Some(deal) => form.at_rate_of(deal),
                None => form,
            })
        };
        self.known.entry(key).or_insert_with(make).clone()
    }
}

impl CompiledPlan {
    /// The plan for months from `first` on; `terms` are those of its components, by their places.
    pub fn new(
        plan: &Plan,
        calendar: Calendar,
        first: Month,
        n_months: usize,
        terms: &[MonthlyTerms],
        forms: &mut Forms,
    ) -> Self {
        let schedules = schedules(plan, calendar, first, n_months);
        Self::on(plan, &schedules, n_months, terms, forms)
    }

    /// The same with schedules that are known already.
    pub fn on(
        plan: &Plan,
        schedules: &[Arc<[Step]>],
        n_months: usize,
        terms: &[MonthlyTerms],
        forms: &mut Forms,
    ) -> Self {
        let nothing = MonthlyTerms::default();
        let components = plan.components.iter().enumerate().zip(schedules).map(|((place, component), steps)| {
            let terms = terms.get(place).unwrap_or(&nothing);
            let n_windows = steps.last().map_or(0, |step| step.window + 1);
            let part_quotas: Vec<Vec<f64>> = (0..n_windows)
                .map(|window| terms.quotas.iter().map(|of| window_sum(steps, window, of)).collect())
                .collect();
            let by_deal = component.accumulate == Accumulate::Deal;
            let deal = terms.mean_deal.filter(|deal| by_deal && 0.0 < *deal && deal.is_finite());
            let mut windows: Vec<Window> = Vec::with_capacity(n_windows);
            for (window, quotas) in part_quotas.iter().enumerate() {
                let quota = if component.parts.is_empty() { quotas.iter().sum() } else { 1.0 };
                let incentive = terms.incentive(steps, window);
                let form = forms.form(plan, place, (0.0 < quota).then_some(quota), incentive, deal);
                windows.push(Window { form, quota });
            }
            let blend = component.parts.iter().enumerate().map(|(part, blend)| {
                let weight = float(blend.weight);
                let quota =
                    |step: &Step| part_quotas.get(step.window).and_then(|of| of.get(part)).copied().unwrap_or(0.0);
                steps.iter().map(|step| if 0.0 < quota(step) { weight / quota(step) } else { 0.0 }).collect()
            });
            CompiledComponent {
                is_paid: !component.is_measured_only,
                rate_of_period: !component.deduct_prior,
                steps: steps.clone(),
                windows,
                blend: blend.collect(),
                advance: component.advance.map(|advance| (float(advance.amount), advance.is_recovered)),
            }
        });
        Self { components: components.collect(), n_months }
    }

    /// How many months it is for.
    pub fn n_months(&self) -> usize {
        self.n_months
    }

    /// What one unit of a part's credit counts for in a month: weight over the window's quota for a part of a blend, 1 for
    /// a component of one measure.
    pub fn factor(&self, component: usize, part: usize, month: usize) -> f64 {
        let Some(component) = self.components.get(component) else { return 0.0 };
        if component.blend.is_empty() {
            return 1.0;
        }
        component.blend.get(part).and_then(|months| months.get(month)).copied().unwrap_or(0.0)
    }

    /// Walks the months. `credit` holds each component's credit of each month, component by component (a blend's counted
    /// by [`factor`](Self::factor)); each amount due is handed to `take` with the component's place and the month in which
    /// it is paid.
    pub fn walk(&self, credit: &[f64], state: &mut WalkState, mut take: impl FnMut(usize, usize, f64)) {
        state.standings.clear();
        state.standings.resize(self.components.len(), Standing::default());
        state.runs.clear();
        state.runs.resize(self.components.len(), Running::default());
        for month in 0..self.n_months {
            for (place, component) in self.components.iter().enumerate() {
                let own = credit.get(place * self.n_months + month).copied().unwrap_or(0.0);
                let Some(step) = component.steps.get(month) else { continue };
                let quota = component.windows.get(step.window).map_or(0.0, |window| window.quota);
                if let (Some(standing), Some(run)) = (state.standings.get_mut(place), state.runs.get_mut(place)) {
                    if step.opens {
                        run.open(step.opens_year);
                        standing.credit = 0.0;
                    }
                    standing.credit += own;
                    standing.attainment = (0.0 < quota).then(|| standing.credit / quota);
                    run.of_period += own;
                }
            }
            for (place, component) in self.components.iter().enumerate().filter(|(_, component)| component.is_paid) {
                let Some(step) = component.steps.get(month) else { continue };
                let (Some(paid_in), Some(window)) = (step.paid_in, component.windows.get(step.window)) else {
                    if let (true, Some((amount, _)), Some(run)) =
                        (step.pays_ahead, component.advance, state.runs.get_mut(place))
                    {
                        run.advanced += amount;
                        take(place, month, amount);
                    }
                    continue;
                };
                let to_date = state.standings.get(place).map_or(0.0, |standing| standing.credit);
                let before_caps = window.form.before_caps(to_date, &state.standings);
                if let Some(run) = state.runs.get_mut(place) {
                    let due = run.due(&window.form, before_caps, to_date, component.rate_of_period);
                    take(place, paid_in, component.advance.map_or(due, |advance| run.less(due, advance)));
                }
            }
        }
    }
}

impl Running {
    /// A new window: what refundable caps cut in those before it in the year may be paid in it.
    fn open(&mut self, is_new_year: bool) {
        self.balance = if is_new_year { 0.0 } else { self.next_balance };
        (self.next_balance, self.before) = (self.balance, 0.0);
    }

    /// What is due at the end of a pay period.
    fn due(&mut self, form: &Form, before_caps: f64, to_date: f64, rate_of_period: bool) -> f64 {
        let full = before_caps.min(form.pay_cap) + self.balance;
        let earned = full.min(form.balance_cap).min(form.pay_cap);
        self.next_balance = full - earned;
        let due = if !rate_of_period {
            earned - self.before
        } else if 0.0 < to_date && 0.0 < self.of_period {
            earned / to_date * self.of_period
        } else {
            0.0
        };
        (self.before, self.of_period) = (earned, 0.0);
        due
    }

    /// What is left of what is due after what was paid ahead.
    fn less(&mut self, due: f64, (amount, is_recovered): (f64, bool)) -> f64 {
        let left = due - std::mem::take(&mut self.advanced);
        if is_recovered { left } else { left.max(amount) }
    }
}

impl MonthlyTerms {
    /// As in statements: quota and target incentive are for the same months, all of them where none has a quota.
    fn incentive(&self, steps: &[Step], window: usize) -> f64 {
        let has_quota = |month: usize| self.quotas.iter().any(|of| of.get(month).is_some_and(|quota| 0.0 < *quota));
        let months = || steps.iter().enumerate().filter(|(_, step)| step.window == window).map(|(month, _)| month);
        let sum = |months: &mut dyn Iterator<Item = usize>| {
            months.filter_map(|month| self.target_incentive.get(month)).sum::<f64>()
        };
        if months().any(has_quota) { sum(&mut months().filter(|month| has_quota(*month))) } else { sum(&mut months()) }
    }
}

/// Each component's months.
pub fn schedules(plan: &Plan, calendar: Calendar, first: Month, n_months: usize) -> Vec<Arc<[Step]>> {
    plan.components.iter().map(|component| steps(component, calendar, first, n_months).into()).collect()
}

/// The sum of a window's months, without what adding up in binary leaves behind: a credit on a bound must meet it.
fn window_sum(steps: &[Step], window: usize, months: &[f64]) -> f64 {
    let sum = steps.iter().zip(months).filter(|(step, _)| step.window == window).map(|(_, month)| month).sum();
    bound(Decimal::ONE, sum)
}
