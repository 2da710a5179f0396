//! Which month opens a window, and in which one it is paid.

use crate::engine::comp::plan::Component;
use crate::engine::units::{Calendar, Granularity, Month};

/// What a component does in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// A new window begins: credit and pay to date start again.
    pub opens: bool,
    /// A new fiscal year begins: balances of refundable caps end.
    pub opens_year: bool,
    /// Number of the window.
    pub window: usize,
    /// The month in which pay up to here is paid, where a pay period or a window ends.
    pub paid_in: Option<usize>,
    /// A period that is paid ahead ends within the pay period.
    pub pays_ahead: bool,
}

/// The component's months from `first` on. A window that lies partly outside ends with them.
pub fn steps(component: &Component, calendar: Calendar, first: Month, n_months: usize) -> Vec<Step> {
    let length = component.window_length();
    let period = |month: usize, length| calendar.period(first.plus(month as i32), length);
    let last_of = |month: usize, length| {
        let rest = period(month, length).end().since(first.plus(month as i32));
        (month + rest.max(0) as usize).min(n_months.saturating_sub(1))
    };
    let begins = |month: usize, length| month == 0 || period(month, length) != period(month - 1, length);
    let mut window = 0;
    (0..n_months)
        .map(|month| {
            let opens = begins(month, length);
            if opens && month != 0 {
                window += 1;
            }
            let pays_in = last_of(month, component.pay_period);
            let ends = pays_in == month || last_of(month, length) == month;
            let opens_year = begins(month, Granularity::Year);
            let pays_ahead = component.advance.is_some_and(|advance| last_of(month, advance.per) == month) && !ends;
            Step { opens, opens_year, window, paid_in: ends.then_some(pays_in), pays_ahead }
        })
        .collect()
}
