//! What behaviour comes to: sums with and without it, by type and in all.

use serde::{Deserialize, Serialize};

use super::live::{Tally, live, mix};
use super::map::EffortMap;
use super::pay::{PlanPay, WindowPay};
use super::policy::Policy;
use super::settings::Settings;
use super::solve::Problem;
use super::study::Study;
use super::team::RepType;
use super::variants::{Ranges, Variant, ranges, variants};
use crate::engine::comp::plan::Plan;

/// Expected sums of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// What customers pay: after discounts and losses.
    pub revenue: f64,
    /// Pay of the plan.
    pub cost: f64,
    /// Pay over revenue, a fraction; 0 without revenue.
    pub ccos: f64,
    /// Mean effort; 1 is that of a rep paid in proportion.
    pub effort: f64,
    /// Discounts given to bring deals forward.
    pub discount: f64,
    /// What was lost of deals that were held.
    pub lost: f64,
    /// Discounts and losses as a share of revenue at full price: discount leakage.
    pub leakage: f64,
    /// Deals brought before a window's end.
    pub n_pulled: f64,
    /// Their price before discount.
    pub pulled: f64,
    /// Deals held over a window's end.
    pub n_pushed: f64,
    /// Their price.
    pub pushed: f64,
    /// Share of deals that close in the last step of a window: the last week, of windows of a month the last quarter of it.
    pub last_week_share: f64,
    /// Share of deals that close in the last month of a window.
    pub last_month_share: f64,
    /// What moving deals gained the reps, as they feel it: gaming value.
    pub gaming_value: f64,
    /// The most that it gained one rep at one window's end.
    pub most_gaming_value: f64,
    /// Deals closed in each step of a window, as shares.
    pub closes_by_step: Vec<f64>,
    /// Revenue of each step of the fiscal year.
    pub revenue_by_step: Vec<f64>,
}

/// One type of rep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypeOutcome {
    /// As it was computed: with a target incentive where none was given.
    pub rep: RepType,
    /// Sums of all its reps with behaviour.
    pub with: Outcome,
    /// The same with effort 1 and every deal closed when it falls due.
    pub without: Outcome,
    /// Effort by attainment and time.
    pub effort: EffortMap,
}

/// What a result of this kind cannot know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// The assumptions are not measured on these reps.
    AssumedNotMeasured,
    /// Reps are taken to know the plan and to plan ahead without error.
    RationalReps,
    /// Each window is paid whole at its end; SPIFFs, draws, clawbacks and holdbacks are left out.
    WholeWindows,
    /// Quotas are spread evenly over the year, and every component stands at one attainment.
    EvenQuotas,
    /// Windows of a third length are paid within those of the second.
    MergedWindows,
    /// Many small deals were taken as fewer larger ones.
    BundledDeals,
    /// Customers, colleagues and managers do not respond.
    NobodyElseResponds,
}

impl Limit {
    /// Those of every result.
    pub const ALWAYS: [Self; 5] =
        [Self::AssumedNotMeasured, Self::RationalReps, Self::WholeWindows, Self::EvenQuotas, Self::NobodyElseResponds];
}

/// The whole result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Behaviour {
    /// The assumptions, as they were computed with.
    pub settings: Settings,
    /// Months of the window after which credit starts again first.
    pub window_months: u32,
    /// Months of the longer window; the same where there is but one length.
    pub outer_months: u32,
    /// Steps of the shorter window: weeks, of windows of a month quarters of it.
    pub n_steps: u32,
    /// All reps with behaviour.
    pub with: Outcome,
    /// All reps without.
    pub without: Outcome,
    /// By type, in the order given; those that cannot be computed are left out.
    pub types: Vec<TypeOutcome>,
    /// Over types, and over assumptions.
    pub ranges: Ranges,
    /// The assumptions one by one at the ends of what is plausible; empty with the switch off.
    pub variants: Vec<Variant>,
    /// What speaks for such behaviour, and against it.
    pub evidence: Vec<Study>,
    /// What it cannot know.
    pub limits: Vec<Limit>,
}

/// Window lengths where there is no rep to say.
const NO_WINDOWS: (u32, u32, u32) = (3, 3, 13);

pub(super) fn behaviour(plan: &Plan, types: &[RepType], settings: &Settings, step: &dyn Fn()) -> Behaviour {
    let of_types = of_types(plan, types, settings);
    step();
    let with = total(&of_types);
    let without = sum(of_types.iter().map(|one| &one.without));
    let variants = if settings.is_on { variants(plan, types, settings, step) } else { Vec::new() };
    let sound: Vec<RepType> = types.iter().filter_map(|rep| rep.sound()).collect();
    let mut limits = Limit::ALWAYS.to_vec();
    let first = sound.first().map(|rep| PlanPay::new(plan, rep.quota, rep.target_incentive, rep.mean_deal));
    if first.as_ref().is_some_and(|pay| pay.has_merged) {
        limits.push(Limit::MergedWindows);
    }
    let mut lengths = NO_WINDOWS;
    for rep in &of_types {
        let pay = PlanPay::new(plan, rep.rep.quota, rep.rep.target_incentive, rep.rep.mean_deal);
        let problem = Problem::new(&pay, &rep.rep, settings, 0.0);
        lengths = (pay.months(), pay.outer_months(), problem.clock.n_steps as u32);
        if 1.0 < problem.n_deals_in_one && !limits.contains(&Limit::BundledDeals) {
            limits.push(Limit::BundledDeals);
        }
    }
    Behaviour {
        settings: *settings,
        window_months: lengths.0,
        outer_months: lengths.1,
        n_steps: lengths.2,
        ranges: ranges(&of_types, &variants, &with, &without),
        with,
        without,
        types: of_types,
        variants,
        evidence: Study::ALL.to_vec(),
        limits,
    }
}

pub(super) fn total(types: &[TypeOutcome]) -> Outcome {
    sum(types.iter().map(|one| &one.with))
}

pub(super) fn of_types(plan: &Plan, types: &[RepType], settings: &Settings) -> Vec<TypeOutcome> {
    let sound = types.iter().enumerate().filter_map(|(place, rep)| Some((place, rep.sound()?)));
    sound.map(|(place, rep)| of_type(plan, paid(plan, rep), settings, place)).collect()
}

/// A target incentive where none is given: what the plan pays for a year at quota, or a tenth of quota if that is nothing.
fn paid(plan: &Plan, rep: RepType) -> RepType {
    if 0.0 < rep.target_incentive {
        return rep;
    }
    let pay = PlanPay::new(plan, rep.quota, 0.0, rep.mean_deal);
    let (inner, outer) = (f64::from(pay.months()), f64::from(pay.outer_months()));
    let n_inner = outer / inner;
    let (inner, outer) = (rep.quota * inner / 12.0, rep.quota * outer / 12.0);
    let cycle = pay.pay(inner, outer, true) + (n_inner - 1.0) * pay.pay(inner, outer, false);
    let year = cycle * rep.quota / outer;
    RepType { target_incentive: if 0.0 < year && year.is_finite() { year } else { rep.quota * 0.1 }, ..rep }
}

fn of_type(plan: &Plan, rep: RepType, settings: &Settings, place: usize) -> TypeOutcome {
    let pay_at = |factor: f64| PlanPay::new(plan, rep.quota * factor, rep.target_incentive, rep.mean_deal);
    let pay = pay_at(1.0);
    let key = mix(settings.seed ^ mix(place as u64));
    let has_ratchet = settings.is_on && (0.0 < settings.ratchet_up || 0.0 < settings.ratchet_down);
    let quota_value = if has_ratchet {
        let worth = |factor: f64| Problem::new(&pay_at(factor), &rep, settings, 0.0).solve().start(0, 0.0, 0.0);
        (worth(1.1) - worth(0.9)) / 0.2
    } else {
        0.0
    };
    let problem = Problem::new(&pay, &rep, settings, quota_value);
    let policy = settings.is_on.then(|| problem.solve());
    let lived = |policy: Option<&Policy>| outcome(&problem, &live(&problem, policy, key, settings.n_runs), rep.n_reps);
    let without = lived(None);
    let with = if policy.is_some() { lived(policy.as_ref()) } else { without.clone() };
    TypeOutcome { rep, with, without, effort: EffortMap::new(&problem, policy.as_ref()) }
}

fn outcome(problem: &Problem, tally: &Tally, n_reps: f64) -> Outcome {
    let each = |sum: f64| sum / tally.n_years * n_reps;
    let n_closes: f64 = tally.closes.iter().sum();
    let share = |n: f64| if 0.0 < n_closes { n / n_closes } else { 0.0 };
    let revenue = each(tally.list - tally.discount);
    let cost = each(tally.cost);
    // The steps of the last month, the one that lies only partly in it by its part.
    let in_month = tally.closes.len() as f64 / f64::from(problem.clock.months);
    let of_month = |(from_end, n): (usize, &f64)| n * (in_month - from_end as f64).clamp(0.0, 1.0);
    let full = each(tally.list + tally.lost);
    Outcome {
        revenue,
        cost,
        ccos: if 0.0 < revenue { cost / revenue } else { 0.0 },
        effort: tally.effort / tally.n_years,
        discount: each(tally.discount),
        lost: each(tally.lost),
        leakage: if 0.0 < full { each(tally.discount + tally.lost) / full } else { 0.0 },
        n_pulled: each(tally.n_pulled),
        pulled: each(tally.pulled),
        n_pushed: each(tally.n_pushed),
        pushed: each(tally.pushed),
        last_week_share: share(tally.closes.last().copied().unwrap_or(0.0)),
        last_month_share: share(tally.closes.iter().rev().enumerate().map(of_month).sum()),
        gaming_value: each(tally.gain),
        most_gaming_value: tally.most_gain,
        closes_by_step: tally.closes.iter().map(|n| share(*n)).collect(),
        revenue_by_step: tally.revenue.iter().map(|sum| each(*sum)).collect(),
    }
}

/// Sums of money, and means weighted by revenue of what are shares.
fn sum<'a>(outcomes: impl Iterator<Item = &'a Outcome> + Clone) -> Outcome {
    let add = |of: fn(&Outcome) -> f64| outcomes.clone().map(of).sum::<f64>();
    let revenue = add(|one| one.revenue);
    let mean = |of: fn(&Outcome) -> f64| {
        let weighted: f64 = outcomes.clone().map(|one| of(one) * one.revenue).sum();
        if 0.0 < revenue { weighted / revenue } else { 0.0 }
    };
    let steps = |of: fn(&Outcome) -> &Vec<f64>, is_share: bool| -> Vec<f64> {
        let n = outcomes.clone().map(|one| of(one).len()).max().unwrap_or(0);
        let at = |place: usize| {
            let each = outcomes.clone().filter_map(|one| {
                let weight = if is_share && 0.0 < revenue { one.revenue / revenue } else { 1.0 };
                Some(of(one).get(place)? * weight)
            });
            each.sum()
        };
        (0..n).map(at).collect()
    };
    let cost = add(|one| one.cost);
    let (discount, lost) = (add(|one| one.discount), add(|one| one.lost));
    let full = revenue + discount + lost;
    Outcome {
        revenue,
        cost,
        ccos: if 0.0 < revenue { cost / revenue } else { 0.0 },
        effort: mean(|one| one.effort),
        discount,
        lost,
        leakage: if 0.0 < full { (discount + lost) / full } else { 0.0 },
        n_pulled: add(|one| one.n_pulled),
        pulled: add(|one| one.pulled),
        n_pushed: add(|one| one.n_pushed),
        pushed: add(|one| one.pushed),
        last_week_share: mean(|one| one.last_week_share),
        last_month_share: mean(|one| one.last_month_share),
        gaming_value: add(|one| one.gaming_value),
        most_gaming_value: outcomes.clone().map(|one| one.most_gaming_value).fold(0.0, f64::max),
        closes_by_step: steps(|one| &one.closes_by_step, true),
        revenue_by_step: steps(|one| &one.revenue_by_step, false),
    }
}
