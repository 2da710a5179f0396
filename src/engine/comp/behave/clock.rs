//! Windows and steps of a year: how often the plan starts again, and in how many steps a window is lived.

use super::settings::Settings;

/// How a year is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Months of the shorter window, after which its credit starts again.
    pub(super) months: u32,
    /// Shorter windows in the longer one: 1 if there is but one length.
    pub(super) n_windows: usize,
    /// Steps of a shorter window: weeks, or quarters of a month.
    pub(super) n_steps: usize,
    /// Shorter windows of a year.
    pub(super) n_a_year: usize,
    /// Steps before and after a window's end in which deals can be moved.
    pub(super) n_movable: usize,
}

impl Clock {
    pub(super) fn new(months: u32, outer_months: u32, settings: &Settings) -> Self {
        let n_steps = match months {
            1 => 4,
            3 => 13,
            6 => 26,
            _ => 52,
        };
        let days = 365.25 / 12.0 * f64::from(months) / n_steps as f64;
        let can_move = settings.is_on && 0.0 < settings.movable && 0.0 < settings.days_movable;
        let n_movable = if can_move { (settings.days_movable / days + 0.5).floor().max(1.0) as usize } else { 0 };
        Self {
            months,
            n_windows: (outer_months / months.max(1)).max(1) as usize,
            n_steps,
            n_a_year: (12 / months.max(1)).max(1) as usize,
            n_movable: n_movable.min(n_steps / 2),
        }
    }

    /// Steps of a year.
    pub(super) fn steps_a_year(&self) -> usize {
        self.n_steps * self.n_a_year
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_its_weeks_however_it_is_cut() {
        let check = |months: u32, outer: u32, n_windows: usize, n_steps: usize| {
            let clock = Clock::new(months, outer, &Settings::default());
            assert_eq!((clock.n_windows, clock.n_steps), (n_windows, n_steps), "{months} in {outer}");
            assert_eq!(clock.n_a_year, 12 / months as usize);
            assert!(months == 1 || clock.steps_a_year() == 52);
        };
        check(1, 6, 6, 4);
        check(3, 6, 2, 13);
        check(6, 6, 1, 26);
        check(6, 12, 2, 26);
        check(12, 12, 1, 52);
    }
}
