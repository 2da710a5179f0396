//! One past year: quotas as each method would have set them on its first day, scaled to one goal, beside what was sold.

use super::answer::{Missed, RepYear, Setter, SetterYear, YearResult};
use super::cost::Payroll;
use super::score::score;
use super::{BacktestInput, Goal};
use crate::engine::quota::estimate::{EstimateError, Estimates, History, Method, Past, estimate_from};
use crate::engine::units::{Granularity, Month, Period};

/// A year with fewer months in the data says too little.
const LEAST_MONTHS: i32 = 6;

/// A rep whose quota is compared.
struct Compared {
    /// Months there, of those in the data.
    months: f64,
    actual: f64,
    /// Last year's sales, of a whole year, where they are known.
    size: Option<f64>,
}

/// A year with what is known of it now.
struct Scene<'h> {
    past: Past<'h>,
    history: &'h History,
    start: Month,
    n_months: i32,
    /// As the past's reps.
    compared: Vec<Compared>,
    goal: f64,
}

/// `None` if nothing was sold before it, or the data has too little of it.
pub(super) fn year(input: &BacktestInput, history: &History, start: Month) -> Option<YearResult> {
    let last = input.last.min(start.plus(11));
    let n_months = last.since(start) + 1;
    let past = history.before(start, &input.settings.estimate);
    let has_history = past.reps.iter().any(|place| past.annual(*place, 1).is_some_and(|sales| sales != 0.0));
    if n_months < LEAST_MONTHS || !has_history {
        return None;
    }
    let person = |place: &usize| history.people.get(*place);
    let sold = |place: &usize| -> f64 {
        person(place).map_or(0.0, |person| person.sales.range(start..=last).fold(0.0, |sum, (_, sales)| sum + sales))
    };
    let compared = past.reps.iter().map(|place| Compared {
        months: person(place).map_or(0.0, |person| person.presence_within(start, n_months, (start, last), start)),
        actual: sold(place),
        size: past.annual(*place, 1),
    });
    let compared: Vec<Compared> = compared.collect();
    let actual: f64 = compared.iter().map(|rep| rep.actual).sum();
    let goal = match input.settings.goal {
        Goal::Actual => actual,
        Goal::LastYear { growth } => {
            let last_year: f64 = compared.iter().filter_map(|rep| rep.size).sum();
            last_year * (1.0 + growth) * f64::from(n_months) / 12.0
        }
    };
    let others = (0..history.people.len()).filter(|place| !past.reps.contains(place));
    let unknown: Vec<f64> = others.map(|place| sold(&place)).filter(|sales| *sales != 0.0).collect();
    let mut payroll = input.plan.map(|plan| {
        let reps = past.reps.iter().filter_map(person).map(|person| person.id.clone());
        Payroll::new(input, plan, reps, (start, last))
    });
    let n_reps = compared.len() as u32;
    let scene = Scene { past, history, start, n_months, compared, goal };
    let methods = input.settings.methods.iter().map(|method| scene.by_method(*method, input.settings.goal));
    let mut setters: Vec<SetterYear> = std::iter::once(scene.as_set()).chain(methods).collect();
    for setter in &mut setters {
        if setter.outcome.is_ok() {
            let mut found = score(&setter.reps, input.settings.band);
            found.cost = payroll.as_mut().map(|payroll| payroll.cost(&setter.reps));
            setter.outcome = Ok(found);
        }
    }
    Some(YearResult {
        year: Period { start, length: Granularity::Year },
        n_months: n_months as u32,
        goal,
        actual,
        n_reps,
        n_unknown: unknown.len() as u32,
        unknown: unknown.iter().fold(0.0, |sum, sales| sum + sales),
        setters,
    })
}

impl Scene<'_> {
    fn by_method(&self, method: Method, goal: Goal) -> SetterYear {
        let setter = Setter::Method(method);
        let estimates = match estimate_from(&self.past, method) {
            Ok(estimates) => estimates,
            Err(error) => return SetterYear::missed(setter, Missed::Estimate(error)),
        };
        let n_months = f64::from(self.n_months);
        // What was sold is shared by the time that each was there; a goal of the first day knows nobody's leaving.
        let held = |rep: &Compared| if goal == Goal::Actual { rep.months } else { n_months };
        let whole = estimates.estimates.iter().zip(&self.compared).map(|(one, rep)| one.value * held(rep) / 12.0);
        let whole: f64 = whole.sum();
        if !(0.0 < whole && whole.is_finite()) {
            return SetterYear::missed(setter, Missed::Nothing);
        }
        let quota = |value: f64, rep: &Compared| value * rep.months / 12.0 * (self.goal / whole);
        let quotas = estimates.estimates.iter().zip(&self.compared).map(|(one, rep)| quota(one.value, rep)).collect();
        self.held_against(setter, quotas, Some(&estimates))
    }

    /// The quotas of the data, scaled to the goal like the others.
    fn as_set(&self) -> SetterYear {
        let end = self.start.plus(self.n_months);
        let quota = |place: &usize| -> f64 {
            let months = self.history.people.get(*place).map(|person| person.targets.range(self.start..end));
            months.map_or(0.0, |months| months.fold(0.0, |sum, (_, quota)| sum + quota))
        };
        let quotas: Vec<f64> = self.past.reps.iter().map(quota).collect();
        let whole: f64 = quotas.iter().sum();
        if !(0.0 < whole && whole.is_finite()) {
            return SetterYear::missed(Setter::AsSet, Missed::Estimate(EstimateError::NoQuotas));
        }
        let quotas = quotas.into_iter().map(|quota| quota * (self.goal / whole)).collect();
        self.held_against(Setter::AsSet, quotas, None)
    }

    fn held_against(&self, setter: Setter, quotas: Vec<f64>, estimates: Option<&Estimates>) -> SetterYear {
        let rep = |(nth, (quota, rep)): (usize, (f64, &Compared))| {
            let person = self.past.reps.get(nth).and_then(|place| self.history.people.get(*place));
            // An interval is that of a whole year.
            let whole_year = if 0.0 < rep.months { rep.actual * 12.0 / rep.months } else { 0.0 };
            let interval = estimates.and_then(|all| all.estimates.get(nth)?.interval);
            RepYear {
                rep: person.map(|person| person.id.clone()).unwrap_or_default(),
                name: person.map(|person| person.name.clone()).unwrap_or_default(),
                quota,
                actual: rep.actual,
                attainment: (0.0 < quota).then(|| rep.actual / quota),
                size: rep.size,
                is_inside: interval.map(|interval| interval.low <= whole_year && whole_year <= interval.high),
            }
        };
        let reps = quotas.into_iter().zip(&self.compared).enumerate().map(rep).collect();
        SetterYear { setter, outcome: Ok(super::Score::default()), reps }
    }
}

impl SetterYear {
    fn missed(setter: Setter, why: Missed) -> Self {
        Self { setter, outcome: Err(why), reps: Vec::new() }
    }
}
