//! Months, fiscal year and currency: as the options say, else as the scenario says, else from the data.

use attain::engine::units::{Calendar, Currency, Month};
use attain::scenario::Scenario;

use crate::fail::Failure;
use crate::read::Data;

/// Options that say over which months, and how money is counted.
#[derive(Default, clap::Args)]
pub(crate) struct SpanArgs {
    /// First month of the history; the first with a won deal if not given
    #[arg(long, value_name = "YYYY-MM")]
    from: Option<Month>,
    /// Last month of the history; the last with a won deal if not given
    #[arg(long, value_name = "YYYY-MM")]
    to: Option<Month>,
    /// Month in which the fiscal year begins, 1 to 12
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=12))]
    fiscal_year_start: Option<u32>,
    /// Currency of all money, as a three-letter code
    #[arg(long, value_name = "CODE", value_parser = currency)]
    pub(crate) currency: Option<Currency>,
}

/// What holds in the end.
pub(crate) struct Span {
    pub(crate) first: Month,
    pub(crate) last: Month,
    pub(crate) calendar: Calendar,
    pub(crate) currency: Currency,
}

/// A currency by its code.
pub(crate) fn currency(code: &str) -> Result<Currency, String> {
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(Currency::of(code))
    } else {
        Err("a currency is three letters, such as EUR".into())
    }
}

impl SpanArgs {
    /// The fiscal year, where there is no history.
    pub(crate) fn calendar(&self, scenario: Option<&Scenario>) -> Calendar {
        let start = self.fiscal_year_start.map(|fiscal_year_start| Calendar { fiscal_year_start });
        start.or(scenario.map(|scenario| scenario.calendar)).unwrap_or_default()
    }

    /// Whether the months are named.
    pub(crate) fn names_months(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The months of the history, calendar and currency. `won` are the months of the data; without another word the
    /// currency is the only one that the data names.
    pub(crate) fn resolve(&self, scenario: Option<&Scenario>, data: &Data) -> Result<Span, Failure> {
        let won = data.won;
        let first = self.from.or(scenario.and_then(|scenario| scenario.first)).or(won.map(|months| months.0));
        let last = self.to.or(scenario.and_then(|scenario| scenario.last)).or(won.map(|months| months.1));
        let (Some(first), Some(last)) = (first, last) else {
            return Err(Failure::refused(
                "the data",
                "no won deal has a closing day",
                "Check with `attain inspect` what the columns are taken for, or name the months with --from and --to",
            ));
        };
        if last < first {
            return Err(Failure::usage(
                format!("the months end ({last}) before they begin ({first})"),
                "Correct --from and --to",
            ));
        }
        if 600 <= last.since(first) {
            let (reason, remedy) = ("these are more than 50 years", "Choose fewer months with --from and --to");
            let is_told = self.from.is_some() && self.to.is_some();
            let place = format!("{first} to {last}");
            return Err(if is_told { Failure::usage(reason, remedy) } else { Failure::refused(place, reason, remedy) });
        }
        let named = data.dataset.only_currency().and_then(|code| currency(code).ok());
        Ok(Span {
            first,
            last,
            calendar: self.calendar(scenario),
            currency: self
                .currency
                .clone()
                .or(scenario.map(|scenario| scenario.currency.clone()))
                .or(named)
                .unwrap_or_default(),
        })
    }
}

impl Span {
    /// The first month after the history in which a fiscal year begins.
    pub(crate) fn next_year(&self) -> Month {
        let months = (1..=12).map(|step| self.last.plus(step));
        let starts = |month: &Month| month.month() == self.calendar.fiscal_year_start;
        months.clone().find(starts).unwrap_or(self.last.plus(1))
    }
}
