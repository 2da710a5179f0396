//! How far results move with what nobody knows for sure: over types of reps and over assumptions.

use serde::{Deserialize, Serialize};

use super::outcome::{Outcome, TypeOutcome, of_types, total};
use super::settings::Settings;
use super::team::RepType;
use crate::engine::comp::plan::Plan;

/// An assumption that is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// `k`.
    EffortCost,
    /// Share of sales without effort.
    FreeShare,
    /// `m`.
    Movable,
    /// Days that a deal can be moved.
    DaysMovable,
    /// Discount for a moved deal.
    Discount,
    /// `β`.
    PresentBias,
    /// `w+` and `w−` together.
    Ratchet,
    /// Risk aversion.
    RiskAversion,
}

/// Sums with one assumption moved.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// Which.
    pub setting: Setting,
    /// To what; of a ratchet `w+`.
    pub value: f64,
    /// Revenue over that without behaviour, less 1.
    pub revenue_change: f64,
    /// Cost over that without behaviour, less 1.
    pub cost_change: f64,
    /// Share of deals in the last week of a window.
    pub last_week_share: f64,
    /// Discounts and losses as a share of revenue at full price.
    pub leakage: f64,
    /// Mean effort.
    pub effort: f64,
}

/// The least, the central and the greatest of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Least.
    pub low: f64,
    /// With the assumptions as given, over all reps.
    pub middle: f64,
    /// Greatest.
    pub high: f64,
}

/// Ranges of what is asked for: over types of reps and over assumptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ranges {
    /// Change of revenue by behaviour, a fraction, over types.
    pub revenue_by_type: Range,
    /// The same over assumptions.
    pub revenue_by_setting: Range,
    /// Change of cost by behaviour, a fraction, over types.
    pub cost_by_type: Range,
    /// The same over assumptions.
    pub cost_by_setting: Range,
    /// Share of deals in the last week of a window, over types.
    pub last_week_by_type: Range,
    /// The same over assumptions.
    pub last_week_by_setting: Range,
    /// Discount leakage, over types.
    pub leakage_by_type: Range,
    /// The same over assumptions.
    pub leakage_by_setting: Range,
    /// Mean effort, over types.
    pub effort_by_type: Range,
    /// The same over assumptions.
    pub effort_by_setting: Range,
}

/// How many variants there are: each assumption at both ends.
pub const N_VARIANTS: u32 = 16;
/// Types that variants are computed on at most, and years of each.
const MOST_TYPES: usize = 5;
const N_RUNS: u32 = 100;

impl Settings {
    /// Each assumption at both ends of what is plausible around it.
    fn moved(&self) -> Vec<(Setting, f64, Self)> {
        let base = *self;
        let both = |setting, ends: [f64; 2], with: fn(&mut Self, f64)| {
            ends.map(|value| {
                let mut moved = base;
                with(&mut moved, value);
                (setting, value, moved.sound())
            })
        };
        let around = |value: f64, by: f64| [value / by, value * by];
        let beside = |value: f64, by: f64| [(value - by).max(0.0), (value + by).min(1.0)];
        let mut moved = Vec::new();
        moved.extend(both(Setting::EffortCost, around(base.effort_cost, 1.5), |of, value| of.effort_cost = value));
        moved.extend(both(Setting::FreeShare, beside(base.free_share, 0.15), |of, value| of.free_share = value));
        moved.extend(both(Setting::Movable, beside(base.movable, 0.15), |of, value| of.movable = value));
        moved.extend(both(Setting::DaysMovable, around(base.days_movable, 2.0), |of, value| of.days_movable = value));
        moved.extend(both(Setting::Discount, around(base.discount, 2.0), |of, value| of.discount = value));
        moved.extend(both(Setting::PresentBias, beside(base.present_bias, 0.1), |of, value| of.present_bias = value));
        moved.extend(both(Setting::Ratchet, [0.0, 0.5], |of, value| {
            (of.ratchet_up, of.ratchet_down) = (value, value / 2.0);
        }));
        moved.extend(both(Setting::RiskAversion, [0.0, 1.0], |of, value| of.risk_aversion = value));
        moved
    }
}

pub(super) fn variants(plan: &Plan, types: &[RepType], settings: &Settings, step: &dyn Fn()) -> Vec<Variant> {
    let few = few(types);
    let each = settings.moved().into_iter();
    each.map(|(setting, value, settings)| {
        let types = of_types(plan, &few, &Settings { n_runs: settings.n_runs.min(N_RUNS), ..settings });
        step();
        let with = total(&types);
        let without = |of: fn(&Outcome) -> f64| types.iter().map(|one| of(&one.without)).sum::<f64>();
        Variant {
            setting,
            value,
            revenue_change: change(with.revenue, without(|one| one.revenue)),
            cost_change: change(with.cost, without(|one| one.cost)),
            last_week_share: with.last_week_share,
            leakage: with.leakage,
            effort: with.effort,
        }
    })
    .collect()
}

/// Evenly among the types.
fn few(types: &[RepType]) -> Vec<RepType> {
    if types.len() <= MOST_TYPES {
        return types.to_vec();
    }
    (0..MOST_TYPES).filter_map(|place| types.get((2 * place + 1) * types.len() / (2 * MOST_TYPES)).copied()).collect()
}

fn change(with: f64, without: f64) -> f64 {
    if 0.0 < without { with / without - 1.0 } else { 0.0 }
}

pub(super) fn ranges(types: &[TypeOutcome], variants: &[Variant], with: &Outcome, without: &Outcome) -> Ranges {
    let over = |middle: f64, values: &mut dyn Iterator<Item = f64>| {
        values.fold(Range { low: middle, middle, high: middle }, |range, value| Range {
            low: range.low.min(value),
            high: range.high.max(value),
            ..range
        })
    };
    let by_type = |middle: f64, of: fn(&TypeOutcome) -> f64| over(middle, &mut types.iter().map(of));
    let by_setting = |middle: f64, of: fn(&Variant) -> f64| over(middle, &mut variants.iter().map(of));
    let revenue = change(with.revenue, without.revenue);
    let cost = change(with.cost, without.cost);
    Ranges {
        revenue_by_type: by_type(revenue, |one| change(one.with.revenue, one.without.revenue)),
        revenue_by_setting: by_setting(revenue, |one| one.revenue_change),
        cost_by_type: by_type(cost, |one| change(one.with.cost, one.without.cost)),
        cost_by_setting: by_setting(cost, |one| one.cost_change),
        last_week_by_type: by_type(with.last_week_share, |one| one.with.last_week_share),
        last_week_by_setting: by_setting(with.last_week_share, |one| one.last_week_share),
        leakage_by_type: by_type(with.leakage, |one| one.with.leakage),
        leakage_by_setting: by_setting(with.leakage, |one| one.leakage),
        effort_by_type: by_type(with.effort, |one| one.with.effort),
        effort_by_setting: by_setting(with.effort, |one| one.effort),
    }
}
