//! Assumptions that are moved to see what matters, and an input with one of them moved.

use serde::{Deserialize, Serialize};

use super::input::PipelineInput;

/// What a forecast hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    /// Chances to win of all deals, as a factor on their hazards.
    WinRate,
    /// Amounts of all deals.
    Amounts,
    /// Time to win, of open deals and of those to come.
    CycleTime,
    /// Deals created a month.
    CreationRate,
    /// The shock that deals share.
    Shock,
}

impl Driver {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::WinRate, Self::Amounts, Self::CycleTime, Self::CreationRate, Self::Shock];

    /// How far it is moved to both sides, as factors: a tenth of rates and amounts, a fifth of time and creation, the shock
    /// to nothing and to twice.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::WinRate | Self::Amounts => (0.9, 1.1),
            Self::CycleTime | Self::CreationRate => (0.8, 1.2),
            Self::Shock => (0.0, 2.0),
        }
    }
}

/// What is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum PipelineVariant {
    /// The forecast itself.
    AsForecast,
    /// One assumption times a factor.
    Moved {
        /// Which.
        driver: Driver,
        /// By which factor, 0 or more.
        by: f64,
    },
}

impl PipelineInput {
    /// The input as the variant has it.
    #[must_use]
    pub fn varied(&self, variant: PipelineVariant) -> Self {
        let mut input = self.clone();
        let PipelineVariant::Moved { driver, by } = variant else { return input };
        let by = if by.is_finite() { by.max(0.0) } else { 1.0 };
        match driver {
            Driver::WinRate => {
                for chance in input.deals.iter_mut().flat_map(|deal| &mut deal.won_by) {
                    *chance = 1.0 - libm::pow((1.0 - *chance).max(0.0), by);
                }
                input.fresh.times(by);
            }
            Driver::Amounts => {
                for size in input.sizes.iter_mut().flatten() {
                    *size *= by;
                }
                for deal in &mut input.deals {
                    deal.amount *= by;
                }
            }
            Driver::CycleTime => {
                for deal in &mut input.deals {
                    deal.won_by = stretched(&deal.won_by, by);
                }
                for (place, wins) in input.fresh.wins.iter_mut().enumerate() {
                    if let Some(after) = wins.get_mut(place..) {
                        slower(after, by);
                    }
                }
            }
            Driver::CreationRate => {
                input.fresh.rate *= by;
                input.fresh.times(by);
            }
            Driver::Shock => {
                input.shock.level *= by;
                input.shock.month *= by;
            }
        }
        input
    }
}

impl super::fresh::Fresh {
    fn times(&mut self, by: f64) {
        for wins in self.wins.iter_mut().flatten() {
            *wins *= by;
        }
    }
}

/// What had been reached after `m` months is reached after `m · by`, on the line between months.
fn stretched(by_month: &[f64], by: f64) -> Vec<f64> {
    let at = |month: f64| {
        let place = libm::floor(month);
        let value = |place: f64| {
            let last = by_month.last().copied().unwrap_or(0.0);
            (place as usize).checked_sub(1).map_or(0.0, |place| by_month.get(place).copied().unwrap_or(last))
        };
        value(place) + (value(place + 1.0) - value(place)) * (month - place)
    };
    (1..=by_month.len()).map(|month| at(month as f64 / by.max(0.1))).collect()
}

/// The same for what is reached within each month.
fn slower(within: &mut [f64], by: f64) {
    let mut sum = 0.0;
    let sums: Vec<f64> = within
        .iter()
        .map(|one| {
            sum += one;
            sum
        })
        .collect();
    let mut before = 0.0;
    for (within, sum) in within.iter_mut().zip(stretched(&sums, by)) {
        *within = sum - before;
        before = sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slower_cycle_reaches_later_what_was_reached() {
        let found = stretched(&[0.2, 0.4, 0.6], 2.0);
        for (found, wanted) in found.iter().zip([0.1, 0.2, 0.3]) {
            assert!((found - wanted).abs() < 1e-12, "{found}");
        }
        assert_eq!(stretched(&[0.2, 0.4, 0.4], 1.0), [0.2, 0.4, 0.4]);
        assert_eq!(stretched(&[0.2, 0.4], 0.5), [0.4, 0.4]);
    }
}
