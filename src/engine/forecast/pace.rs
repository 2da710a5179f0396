//! What sales people reckon with: the run rate, the last quarter, and how much of a period is usually done by now.

use super::line::mean;

/// Values that a run rate is the mean of where there are no seasons.
const N_RECENT: usize = 4;

/// The mean of the last cycle, or of the last four values without seasons, for every step.
pub(super) fn run_rate(values: &[f64], cycle: usize, horizon: usize) -> Vec<f64> {
    let n = if 1 < cycle { cycle } else { N_RECENT };
    vec![mean(values.get(values.len().saturating_sub(n)..).unwrap_or(values)); horizon]
}

/// Values of a quarter where seasons come again after so many steps: a quarter of a year of months, weeks or quarters, 13 weeks
/// of days, whose seasons are weeks; 1 where nothing says what a quarter is.
pub(super) const fn quarter(cycle: usize) -> usize {
    match cycle {
        7 => 91,
        _ if cycle.is_multiple_of(4) && 0 < cycle => cycle / 4,
        _ => 1,
    }
}

/// The mean of the last quarter, for every step; of a shorter series the mean of all.
pub(super) fn last_quarter(values: &[f64], cycle: usize, horizon: usize) -> Vec<f64> {
    let last = values.get(values.len().saturating_sub(quarter(cycle))..);
    vec![mean(last.unwrap_or(values)); horizon]
}

/// Shares of a period by place, and its totals.
#[derive(Clone, Debug, PartialEq)]
pub struct Linearity {
    /// Mean share of a whole period that falls on each place; they add up to 1.
    pub shares: Vec<f64>,
    /// Totals of the whole periods, in order.
    pub totals: Vec<f64>,
    /// Values of the period that goes on.
    pub so_far: Vec<f64>,
    /// What that period is expected to come to: what it has, and the rest of its shares of a total that leans on its own pace
    /// as far as it has come, and else on the period before.
    pub expected: f64,
}

impl Linearity {
    /// Of a series whose first value stands at place `offset` of a period of `cycle` steps: its week of the quarter, its day of
    /// the week, its month of the year. `None` where no whole period has a total above 0, or a period is one step.
    ///
    /// With `c` the share that is usually done by now and `d` what is done, the total is `c·(d/c) + (1 − c)·t`, `t` that of the
    /// last whole period; the rest `1 − c` of it is still to come.
    pub fn of(values: &[f64], cycle: usize, offset: usize) -> Option<Self> {
        if cycle < 2 {
            return None;
        }
        let start = (cycle - offset % cycle) % cycle;
        let mut periods: Vec<&[f64]> = values.get(start..)?.chunks(cycle).collect();
        let so_far = if periods.last().is_some_and(|last| last.len() < cycle) { periods.pop() } else { None };
        let so_far = so_far.unwrap_or_default().to_vec();
        let totals: Vec<f64> = periods.iter().map(|period| period.iter().sum()).collect();
        let whole: f64 = totals.iter().filter(|total| 0.0 < **total).sum();
        if whole <= 0.0 {
            return None;
        }
        // Sums over sums: a period of little sales says little of shares.
        let own = |place: usize| -> f64 {
            let known = periods.iter().zip(&totals).filter(|(_, total)| 0.0 < **total);
            known.filter_map(|(period, _)| period.get(place)).sum::<f64>() / whole
        };
        let shares: Vec<f64> = (0..cycle).map(own).collect();
        let done = so_far.iter().sum::<f64>();
        let usual = shares.iter().take(so_far.len()).sum::<f64>().clamp(0.0, 1.0);
        let last = totals.last().copied().unwrap_or(0.0);
        let total = done + (1.0 - usual) * last;
        let expected = if so_far.is_empty() { last } else { done + (1.0 - usual) * total };
        Some(Self { shares, totals, so_far, expected })
    }

    /// The next `horizon` steps: the rest of the period that goes on, and whole ones of the same total.
    pub fn ahead(&self, horizon: usize) -> Vec<f64> {
        let left: f64 = self.shares.iter().skip(self.so_far.len()).sum();
        let to_come = self.expected - self.so_far.iter().sum::<f64>();
        let rate = if 0.0 < left { to_come / left } else { 0.0 };
        let rest = self.shares.iter().skip(self.so_far.len()).map(|share| share * rate);
        let rest = rest.take(if self.so_far.is_empty() { 0 } else { usize::MAX });
        rest.chain(self.shares.iter().cycle().map(|share| share * self.expected)).take(horizon).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_rates() {
        let found = run_rate(&[9.0, 1.0, 2.0, 3.0, 6.0], 1, 2);
        assert!(found.iter().all(|value| (value - 3.0).abs() < 1e-12), "{found:?}");
        assert!((run_rate(&[9.0, 1.0, 3.0], 2, 1)[0] - 2.0).abs() < 1e-12);
    }

    #[test]
    fn last_quarters() {
        // Months: (1 + 2 + 6) / 3 = 3. Quarters, years and a cycle of 5: the last value.
        let values = [9.0, 1.0, 2.0, 6.0];
        assert_eq!(last_quarter(&values, 12, 2), [3.0, 3.0]);
        for cycle in [4, 1, 5] {
            assert_eq!(last_quarter(&values, cycle, 1), [6.0], "{cycle}");
        }
        // 0, 1, … 99: of weeks the mean of 87 to 99, (87 + 99) / 2 = 93; of days that of 9 to 99, (9 + 99) / 2 = 54.
        let rising: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(last_quarter(&rising, 52, 1), [93.0]);
        assert_eq!(last_quarter(&rising, 7, 1), [54.0]);
        assert_eq!(last_quarter(&[4.0, 8.0], 12, 1), [6.0], "of two months their mean");
    }

    #[test]
    fn a_quarter_that_is_a_third_done() {
        // Two quarters of 100 with shares 0.2, 0.3, 0.5; the third has 40 in its first month: twice the usual 20.
        let values = [10.0, 40.0, 50.0, 30.0, 20.0, 50.0, 40.0];
        let found = Linearity::of(&values, 3, 0).unwrap();
        for (share, expected) in found.shares.iter().zip([0.2, 0.3, 0.5]) {
            assert!((share - expected).abs() < 1e-12);
        }
        // Total 0.2·200 + 0.8·100 = 120; 80 % of it, 96, is still to come: 3/8 and 5/8.
        let ahead = found.ahead(4);
        assert!((found.expected - 136.0).abs() < 1e-9);
        for (value, expected) in ahead.iter().zip([36.0, 60.0, 27.2, 40.8]) {
            assert!((value - expected).abs() < 1e-9, "{ahead:?}");
        }
    }

    #[test]
    fn periods_begin_where_they_do() {
        let whole = Linearity::of(&[50.0, 10.0, 40.0, 50.0], 3, 2).unwrap();
        assert_eq!((whole.totals.len(), whole.so_far.len()), (1, 0));
        assert!((whole.ahead(1)[0] - 10.0).abs() < 1e-12);
        assert!(Linearity::of(&[1.0, 2.0], 3, 0).is_none() && Linearity::of(&[0.0; 9], 3, 0).is_none());
        assert!(Linearity::of(&[1.0, 2.0], 1, 0).is_none());
    }
}
