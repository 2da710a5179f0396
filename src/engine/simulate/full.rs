//! Plans whose parts look at one another, at others' credit, or past the components: walked run by run.

use super::after::{After, AfterRoom};
use super::flows::{Source, Sums, Tap, counted, monthly_quota};
use super::lanes::{LANES, Lanes};
use super::model::{CostInput, Counted, RepModel};
use super::prepare::{number, quotas, sound};
use super::spiffs::{SpiffTerms, spiff_terms};
use crate::engine::comp::{Cap, CompiledPlan, CreditFrom, Forms, MonthlyTerms, Plan, WalkState};

/// A plan for every rep.
#[derive(Clone, Debug)]
pub(super) struct FullPlan {
    reps: Vec<FullRep>,
    after: After,
    n_components: usize,
    n_months: usize,
}

#[derive(Clone, Debug)]
struct FullRep {
    compiled: CompiledPlan,
    feeds: Vec<Feed>,
    spiffs: Vec<SpiffTerms>,
    /// Target incentive a year.
    incentive: f64,
}

/// Credit of a component by month: `slope · source + constant`, added to what other feeds bring it.
#[derive(Clone, Debug)]
struct Feed {
    component: usize,
    source: Source,
    slope: Vec<f64>,
    constant: Vec<f64>,
}

/// Room to work in.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    state: WalkState,
    credit: Vec<f64>,
    earned: Vec<f64>,
    spiffs: Vec<f64>,
    paid: Vec<f64>,
    after: AfterRoom,
}

impl FullPlan {
    /// The plan, if it cannot be computed component by component from the rep's own credit.
    pub(super) fn of(plan: &Plan, input: &CostInput, n_months: usize, sums: &mut Sums) -> Option<Self> {
        let after = After::new(plan, input, n_months);
        let is_plain = plan.spiffs.is_empty()
            && after.is_nothing()
            && plan.components.iter().all(|component| {
                let is_own = component.credit_from == CreditFrom::Own && component.parts.is_empty();
                let looks = component.gate.is_some() || component.matrix.is_some() || !component.multipliers.is_empty();
                let keeps = component.caps.iter().any(Cap::is_refundable);
                let is_plain = is_own && component.advance.is_none() && component.measure.is_of_deals();
                is_plain && !looks && !keeps && !component.is_measured_only
            });
        if is_plain {
            return None;
        }
        let mut forms = Forms::default();
        let reps = &input.model.reps;
        let reps = (0..reps.len())
            .zip(reps)
            .map(|(place, rep)| FullRep::new(plan, input, (place, rep), n_months, sums, &mut forms));
        Some(Self { reps: reps.collect(), after, n_components: plan.components.len(), n_months })
    }

    /// What the rep at that place is paid in each month of every lane, from the own credit and the sums.
    pub(super) fn pay(
        &self,
        place: usize,
        own: &[Lanes<f64>],
        sums: &[Vec<Lanes<f64>>],
        room: &mut Room,
        mut take: impl FnMut(usize, usize, f64),
    ) {
        for lane in 0..LANES {
            let at = |source: Source, month: usize| {
                let months = match source {
                    Source::Own => Some(own),
                    Source::Sum(number) => sums.get(number).map(Vec::as_slice),
                };
                months.and_then(|months| months.get(month)).and_then(|lanes| lanes.get(lane)).copied().unwrap_or(0.0)
            };
            self.pay_one(place, at, room);
            for (month, paid) in room.paid.iter().enumerate() {
                take(lane, month, *paid);
            }
        }
    }

    /// About how many components of a simple plan it takes the time of.
    pub(super) fn work(&self) -> usize {
        6 * (1 + self.n_components)
    }

    /// The same of one path: all that is paid.
    pub(super) fn path_pay(&self, place: usize, at: impl Fn(Source, usize) -> f64) -> f64 {
        let mut room = Room::default();
        self.pay_one(place, at, &mut room);
        room.paid.iter().sum()
    }

    fn pay_one(&self, place: usize, at: impl Fn(Source, usize) -> f64, room: &mut Room) {
        let Room { state, credit, earned, spiffs, paid, after } = room;
        credit.clear();
        credit.resize(self.n_components * self.n_months, 0.0);
        for months in [&mut *earned, spiffs, paid] {
            months.clear();
            months.resize(self.n_months, 0.0);
        }
        let Some(rep) = self.reps.get(place) else { return };
        for feed in &rep.feeds {
            let own = feed.component * self.n_months;
            let Some(months) = credit.get_mut(own..own + self.n_months) else { continue };
            for (month, (credit, (slope, constant))) in
                months.iter_mut().zip(feed.slope.iter().zip(&feed.constant)).enumerate()
            {
                *credit += slope * at(feed.source, month) + constant;
            }
        }
        let add = |months: &mut [f64], month: usize, due: f64| {
            if let Some(sum) = months.get_mut(month) {
                *sum += due;
            }
        };
        rep.compiled.walk(credit, state, |_, month, due| add(earned, month, due));
        for spiff in &rep.spiffs {
            let months = if spiff.is_of_deals { &mut *spiffs } else { &mut *paid };
            spiff.pay(&at, &mut |month, due| add(months, month, due));
        }
        self.after.pay((earned, spiffs), rep.incentive, paid, after);
    }
}

impl FullRep {
    fn new(
        plan: &Plan,
        input: &CostInput,
        (place, rep): (usize, &RepModel),
        n_months: usize,
        sums: &mut Sums,
        forms: &mut Forms,
    ) -> Self {
        let model = &input.model;
        let main = quotas(rep, n_months);
        let incentive = sound(rep.target_incentive, 1e15);
        let mut terms = Vec::new();
        let mut taps: Vec<(usize, usize, Tap)> = Vec::new();
        for (component, of) in plan.components.iter().enumerate() {
            let weight = sound(number(of.weight), 1e6);
            let mut monthly =
                MonthlyTerms { target_incentive: vec![incentive * weight / 12.0; n_months], ..MonthlyTerms::default() };
            // Everyone's quotas are added for each rep only where a component asks for them.
            let is_held = of.is_held_to_others(of.credit_from);
            let rolled = if is_held { sums.quotas(model, place, of.credit_from, n_months) } else { None };
            for (part, (what, quota)) in counted(of).into_iter().enumerate() {
                monthly.quotas.push(monthly_quota(rep, quota, what.measure, &main, rolled.as_deref()));
                let tap = sums.tap(model, place, of.credit_from, &what);
                if part == 0 && of.parts.is_empty() {
                    monthly.mean_deal = Some(rep.mean_deal * tap.per_credit).filter(|deal| 0.0 < *deal);
                }
                taps.push((component, part, tap));
            }
            terms.push(monthly);
        }
        let compiled = CompiledPlan::new(plan, input.calendar, model.first, n_months, &terms, forms);
        let feed = |(component, part, tap): (usize, usize, Tap)| {
            let factors = || (0..n_months).map(|month| compiled.factor(component, part, month));
            Feed {
                component,
                source: tap.source,
                slope: factors().map(|factor| factor * tap.per_credit).collect(),
                constant: factors().map(|factor| factor * tap.per_month).collect(),
            }
        };
        let feeds = taps.into_iter().map(feed).collect();
        let mut spiffs = Vec::new();
        for spiff in &plan.spiffs {
            let what = Counted { measure: spiff.counts_of(), filter: spiff.filter.clone() };
            let tap = sums.tap(model, place, spiff.credit_from, &what);
            spiffs.push(spiff_terms(spiff, input, n_months, tap));
        }
        Self { compiled, feeds, spiffs, incentive }
    }
}

#[cfg(test)]
mod tests;
