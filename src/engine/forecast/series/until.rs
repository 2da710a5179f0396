//! Up to when data is whole.

use chrono::{Days, NaiveDate};

use super::{Axis, What};
use crate::engine::records::{Dataset, Outcome};

/// The latest day that a record of that kind speaks of: of deals their closing, if they are not open, and their creation.
pub fn known_until(dataset: &Dataset, what: What) -> Option<NaiveDate> {
    let ended = dataset.deals.iter().filter(|deal| deal.outcome != Outcome::Open).filter_map(|deal| deal.closed);
    let deals = ended.chain(dataset.deals.iter().filter_map(|deal| deal.created));
    match what {
        What::Activities => dataset.activities.iter().filter_map(|activity| activity.day).max(),
        What::Bookings | What::Units | What::Deals => deals.max(),
    }
}

/// The day up to which data is whole whose latest day is that: the end of its step where it is within a tenth of it, or where the
/// step is said to be over, else the day itself. `None` for places and beyond the calendar.
pub fn whole_until(last: NaiveDate, axis: Axis, is_over: bool) -> Option<NaiveDate> {
    let (first, end) = axis.days(axis.tick(last))?;
    let tenth = u64::try_from((end - first).num_days() / 10).unwrap_or(0);
    let is_over = is_over || end <= last.checked_add_days(Days::new(tenth))?;
    Some(if is_over { end } else { last })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_over_within_a_tenth_of_its_end() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let until = |last: &str, is_over| whole_until(day(last), Axis::default(), is_over);
        for (last, is_over, expected) in [
            ("2026-01-31", false, "2026-01-31"),
            ("2026-01-28", false, "2026-01-31"),
            ("2026-01-27", false, "2026-01-27"),
            ("2026-01-02", true, "2026-01-31"),
        ] {
            assert_eq!(until(last, is_over), Some(day(expected)), "{last}");
        }
        let places = Axis { step: super::super::Step::Place, ..Axis::default() };
        assert_eq!(whole_until(day("2026-01-31"), places, true), None);
    }
}
