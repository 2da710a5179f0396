//! What is assumed of reps, and ready worlds named for their studies.

use serde::{Deserialize, Serialize};

/// Assumptions about how reps respond. Every one can be disputed: none is measured on the user's reps but by calibration.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether reps respond at all.
    pub is_on: bool,
    /// `k`: cost of effort. At 1 a rep paid the target incentive in proportion to sales chooses effort 1; at 2 half of it.
    pub effort_cost: f64,
    /// Share of sales at effort 1 that would come without any effort, a fraction.
    pub free_share: f64,
    /// `m`: share of deals near a window's end whose day the rep can choose, a fraction.
    pub movable: f64,
    /// How far a deal can be moved, in days.
    pub days_movable: f64,
    /// Discount that brings a deal forward by `days_movable`, a fraction of its price.
    pub discount: f64,
    /// Shape of the discount for fewer days: `discount · (days / days_movable)^power`; 1 is a straight line, 0 the same for
    /// any.
    pub discount_power: f64,
    /// Share of movable deals before a window's end whose customer waits for its last week and gets the
    /// discount of the nearest step, where the plan makes some reps give it to have a deal in the window.
    pub customers_wait: f64,
    /// What is lost of a deal that is held over a window's end, as a fraction of it.
    pub hold_loss: f64,
    /// What waiting or moving must bring at least, as a fraction of the deal's pay at the target's average rate.
    pub trouble: f64,
    /// `δ`: what pay in a year is worth now, a fraction.
    pub yearly_discount: f64,
    /// `β`: what any pay later than this week is worth now beside effort of this week, a fraction; 1 has no present bias.
    pub present_bias: f64,
    /// `w+`: share of a beat that is added to the next quota, a fraction.
    pub ratchet_up: f64,
    /// `w−`: share of a miss that is taken from the next quota, a fraction; usually below `w+`.
    pub ratchet_down: f64,
    /// Constant absolute risk aversion over a window's pay, in units of one over the window's target incentive; 0 is none.
    pub risk_aversion: f64,
    /// A rep gives up where effort is below this share of that at the start of a window.
    pub give_up_below: f64,
    /// Simulated years of each type of rep, 10 to 10,000.
    pub n_runs: u32,
    /// Seed of the draws.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            is_on: false,
            effort_cost: 1.0,
            free_share: 0.6,
            movable: 0.3,
            days_movable: 21.0,
            discount: 0.1,
            discount_power: 1.0,
            customers_wait: 0.5,
            hold_loss: 0.05,
            trouble: 0.02,
            yearly_discount: 0.9,
            present_bias: 0.9,
            ratchet_up: 0.0,
            ratchet_down: 0.0,
            risk_aversion: 0.0,
            give_up_below: 0.5,
            n_runs: 200,
            seed: 1,
        }
    }
}

/// Ready assumptions, each in the direction of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum World {
    /// Large deals whose day is bought with discounts: timing is most of the response (Larkin 2014).
    Larkin,
    /// Deals hardly movable: effort is most of the response (Steenburgh 2008).
    Steenburgh,
    /// Effort, and a quota that follows sales (Misra and Nair 2011).
    MisraNair,
    /// Effort with present bias (Chung, Steenburgh and Sudhir 2014).
    Chung,
    /// Some deals moved around the end of the fiscal year (Oyer 1998).
    Oyer,
}

impl World {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Larkin, Self::Steenburgh, Self::MisraNair, Self::Chung, Self::Oyer];

    /// Its assumptions, switched on. They were chosen so that the study's plan shows the study's direction and, where a
    /// figure is printed, its order of magnitude; they are no estimates of the study.
    pub fn settings(self) -> Settings {
        let base = Settings { is_on: true, ..Settings::default() };
        match self {
            Self::Larkin => Settings {
                movable: 0.95,
                days_movable: 45.0,
                discount: 0.12,
                discount_power: 0.0,
                customers_wait: 0.9,
                hold_loss: 0.8,
                trouble: 0.001,
                free_share: 0.97,
                present_bias: 1.0,
                ..base
            },
            Self::Steenburgh => {
                Settings { movable: 0.03, days_movable: 7.0, customers_wait: 0.0, present_bias: 1.0, ..base }
            }
            Self::MisraNair => Settings {
                movable: 0.0,
                free_share: 0.87,
                present_bias: 1.0,
                ratchet_up: 0.25,
                ratchet_down: 0.12,
                ..base
            },
            Self::Chung => Settings { movable: 0.0, present_bias: 0.8, ..base },
            Self::Oyer => Settings { movable: 0.4, days_movable: 28.0, ..base },
        }
    }
}

impl Settings {
    /// The nearest settings that can be computed.
    #[must_use]
    pub fn sound(self) -> Self {
        let base = Self::default();
        let share = |value: f64, base: f64| if value.is_nan() { base } else { value.clamp(0.0, 1.0) };
        let up_to = |value: f64, most: f64, base: f64| if value.is_nan() { base } else { value.clamp(0.0, most) };
        Self {
            is_on: self.is_on,
            effort_cost: up_to(self.effort_cost, 1e3, base.effort_cost).max(0.05),
            free_share: share(self.free_share, base.free_share),
            movable: share(self.movable, base.movable),
            days_movable: up_to(self.days_movable, 183.0, base.days_movable),
            discount: up_to(self.discount, 0.95, base.discount),
            discount_power: up_to(self.discount_power, 10.0, base.discount_power),
            customers_wait: share(self.customers_wait, base.customers_wait),
            hold_loss: share(self.hold_loss, base.hold_loss),
            trouble: up_to(self.trouble, 10.0, base.trouble),
            yearly_discount: share(self.yearly_discount, base.yearly_discount).max(0.01),
            present_bias: share(self.present_bias, base.present_bias),
            ratchet_up: share(self.ratchet_up, base.ratchet_up),
            ratchet_down: share(self.ratchet_down, base.ratchet_down),
            risk_aversion: up_to(self.risk_aversion, 5.0, base.risk_aversion),
            give_up_below: share(self.give_up_below, base.give_up_below),
            n_runs: self.n_runs.clamp(10, 10_000),
            seed: self.seed,
        }
    }

    /// The discount that brings a deal forward by that share of the days that are possible.
    pub(super) fn discount_for(&self, share_of_days: f64) -> f64 {
        self.discount * libm::pow(share_of_days.clamp(0.0, 1.0), self.discount_power)
    }
}
