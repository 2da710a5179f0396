//! What currencies are worth, by day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::engine::records::ExchangeRate;
use crate::engine::units::Decimal;

/// Exchange rates to the scenario's currency.
#[derive(Clone, Debug, Default)]
pub(super) struct Rates {
    own: String,
    /// By code: days in order, each with the rate from there on.
    by_code: BTreeMap<String, Vec<(NaiveDate, Decimal)>>,
}

impl Rates {
    /// Of the records; `own` is the scenario's currency. Rates that are not above 0 are none.
    pub(super) fn new(own: &str, rates: &[ExchangeRate]) -> Self {
        let mut by_code: BTreeMap<String, Vec<(NaiveDate, Decimal)>> = BTreeMap::new();
        for rate in rates.iter().filter(|rate| Decimal::ZERO < rate.rate) {
            by_code.entry(code(&rate.currency)).or_default().push((rate.day.unwrap_or(NaiveDate::MIN), rate.rate));
        }
        for days in by_code.values_mut() {
            days.sort_by_key(|(day, _)| *day); // stable: of two of a day the later one counts
        }
        Self { own: code(own), by_code }
    }

    /// Whether that is the scenario's currency: its code, or none.
    pub(super) fn is_own(&self, currency: &str) -> bool {
        let currency = currency.trim();
        currency.is_empty() || currency.eq_ignore_ascii_case(&self.own)
    }

    /// What one unit is worth on that day: the latest rate on or before it; `None` if there is none. No code at all is
    /// the scenario's own currency.
    pub(super) fn rate(&self, currency: &str, day: NaiveDate) -> Option<Decimal> {
        let currency = currency.trim();
        if self.is_own(currency) {
            return Some(Decimal::ONE);
        }
        let days = match self.by_code.get(currency) {
            Some(days) => days, // mostly written in capitals, and found without a text of its own
            None => self.by_code.get(&code(currency))?,
        };
        let n = days.partition_point(|(from, _)| *from <= day);
        days.get(n.checked_sub(1)?).map(|(_, rate)| *rate)
    }
}

/// The code as it is compared: without outer blanks, in capitals.
pub(super) fn code(currency: &str) -> String {
    currency.trim().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_latest_rate_on_or_before_the_day_holds() {
        let rate = |currency: &str, day: Option<NaiveDate>, rate: &str| ExchangeRate {
            currency: currency.into(),
            day,
            rate: rate.parse().unwrap(),
        };
        let rates = Rates::new(
            "usd",
            &[
                rate("EUR", Some(day("2026-02-01")), "1.20"),
                rate(" eur ", Some(day("2026-01-01")), "1.10"),
                rate("PLN", None, "0.25"),
                rate("GBP", Some(day("2026-01-01")), "0"),
                rate("EUR", Some(day("2026-02-01")), "1.21"),
            ],
        );
        let check = |currency: &str, on: &str, expected: Option<&str>| {
            let expected = expected.map(|rate| rate.parse().unwrap());
            assert_eq!(rates.rate(currency, day(on)), expected, "{currency} {on}");
        };
        check("", "2026-01-01", Some("1"));
        check("USD", "2026-01-01", Some("1"));
        check("EUR", "2025-12-31", None);
        check("eur", "2026-01-31", Some("1.10"));
        check("EUR", "2026-02-01", Some("1.21"));
        check("EUR", "2030-01-01", Some("1.21"));
        check("PLN", "1990-01-01", Some("0.25"));
        check("GBP", "2026-06-01", None);
        check("CHF", "2026-06-01", None);
    }
}
