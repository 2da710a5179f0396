//! What a member is held to, month by month: quota, target incentive, and how much of a month he or she is there.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

use super::roster::{Months, Rolled};
use crate::engine::comp::credit::{Book, Counted, Event, EventSource};
use crate::engine::comp::exact::{Terms, divided, plus, times};
use crate::engine::comp::plan::{Component, CreditFrom, Measure, Plan, ProrateBy, QuotaSource, Stay};
use crate::engine::records::{Deal, Rep, RepId, join_key};
use crate::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};

/// A rep with what pay depends on.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// Key.
    pub id: RepId,
    /// The record, if there is one.
    pub rep: Option<&'a Rep>,
    /// Won deals of which the rep is the owner and that have a day, by day. What is credited is in [`Member::events`].
    pub deals: Vec<&'a Deal>,
    /// Target incentive a year, in the scenario's currency as of the replay's first day.
    pub target_incentive: Option<Decimal>,
    /// Targets that name no measure.
    pub(super) targets: Months,
    /// Targets that name one, by its key.
    pub(super) named: BTreeMap<String, Months>,
    /// Quotas of all whose credit counts, where the plan looks at them.
    pub(super) rolled: Rolled,
    /// The same a year in `currency`.
    own_incentive: Option<(Decimal, &'a str)>,
    plan: &'a Plan,
    calendar: Calendar,
    book: Rc<Book<'a>>,
    place: usize,
    only: Only,
}

/// What of a rep's records counts.
#[derive(Clone, Debug, Default)]
struct Only {
    /// First and last month on the plan, where they bound what counts.
    months: (Option<Month>, Option<Month>),
    /// Deals that do not count, by their places in the dataset.
    gone: Rc<BTreeSet<u32>>,
}

impl Only {
    fn has(&self, month: Month) -> bool {
        self.months.0.is_none_or(|from| from <= month) && self.months.1.is_none_or(|to| month <= to)
    }

    fn is_open(&self) -> bool {
        self.months == (None, None) && self.gone.is_empty()
    }

    fn counts(&self, event: &Event) -> bool {
        let is_gone = matches!(event.source, EventSource::Deal(place) if self.gone.contains(&place));
        !is_gone && self.has(Month::of(event.day))
    }
}

/// Twelve months.
const YEAR: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

impl<'a> Member<'a> {
    /// A person of the book on a plan; deals and targets are added by the roster.
    pub(super) fn new(
        book: Rc<Book<'a>>,
        place: usize,
        (id, rep): (&RepId, Option<&'a Rep>),
        plan: &'a Plan,
        calendar: Calendar,
        first: Month,
    ) -> Self {
        let own = rep.and_then(|rep| Some((rep.target_incentive?.0.max(Decimal::ZERO), rep.currency.as_str())));
        let own_incentive = own.or_else(|| Some((plan.target_incentive?, "")));
        let exchanged = |(year, currency)| Some(times(year, book.rate(currency, first.first_day())?));
        Self {
            id: id.clone(),
            rep,
            deals: Vec::new(),
            target_incentive: own_incentive.and_then(exchanged),
            targets: Months::new(),
            named: BTreeMap::new(),
            rolled: Rolled::default(),
            own_incentive,
            plan,
            calendar,
            book,
            place,
            only: Only::default(),
        }
    }

    /// The same rep on a plan from one month to another: records and quotas of other months do not count.
    #[must_use]
    pub fn during(&self, months: (Option<Month>, Option<Month>)) -> Self {
        let only = Only { months, ..self.only.clone() };
        let deals = self.deals.iter().copied();
        let deals = deals.filter(|deal| deal.closed.is_some_and(|day| only.has(Month::of(day)))).collect();
        Self { deals, only, ..self.clone() }
    }

    /// The same rep without credit of those deals, named by their places in the dataset.
    #[must_use]
    pub fn without(&self, gone: &BTreeSet<u32>) -> Self {
        Self { only: Only { gone: Rc::new(gone.clone()), ..self.only.clone() }, ..self.clone() }
    }

    /// Name for people.
    pub fn name(&self) -> &str {
        self.rep.map(|rep| rep.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(&self.id.0)
    }

    /// What is credited for a component, part of a blend or SPIFF, by day and then in the order of the files.
    pub fn events(&self, counted: Counted<'_>) -> Rc<[Event]> {
        let events = self.book.events(self.place, counted);
        if self.only.is_open() {
            return events;
        }
        events.iter().filter(|event| self.only.counts(event)).copied().collect()
    }

    /// How much of the month the rep is there, by hire, leaving and leave: a fraction, 1 where the plan does not ask; 0 outside
    /// the months that count.
    pub fn presence(&self, month: Month) -> Decimal {
        if !self.only.has(month) {
            return Decimal::ZERO;
        }
        let (hired, left) = self.rep.map(|rep| (rep.hired, rep.left)).unwrap_or_default();
        let stay = Stay { hired, left, absences: self.book.absences(self.place) };
        self.plan.proration.presence(stay, month)
    }

    /// Whether the rep is hired, has not left and is on the plan on a day of the period.
    pub(super) fn is_there(&self, period: Period) -> bool {
        let (hired, left) = self.rep.map(|rep| (rep.hired, rep.left)).unwrap_or_default();
        hired.is_none_or(|day| day <= period.end().last_day())
            && left.is_none_or(|day| period.start.first_day() <= day)
            && period.months().any(|month| self.only.has(month))
    }

    /// The ramp's fraction of a full quota in the month; 1 without a day of hire. By whole months the first month is the
    /// first that counts.
    pub fn ramp(&self, month: Month) -> Decimal {
        self.plan.proration.ramp_of(self.rep.and_then(|rep| rep.hired), month)
    }

    /// The month's part of a quota that the plan states for a year, of one: a twelfth, or as the seasons say.
    fn season(&self, month: Month) -> Decimal {
        self.plan.proration.season(self.calendar, month)
    }

    /// Twelvefold quota of one month before proration, and whether it is the rep's own; of the measure that targets name
    /// so, or of none.
    fn full(&self, named: Option<&str>, month: Month) -> Option<(Decimal, bool)> {
        if !self.only.has(month) {
            return None;
        }
        let own = match named {
            None => self.targets.get(&month),
            Some(measure) => self.named.get(&join_key(measure)).and_then(|months| months.get(&month)),
        };
        let of_plan = || self.plan.quota.filter(|_| named.is_none()).map(|quota| (quota, false));
        own.map(|quota| (*quota, true)).or_else(of_plan)
    }

    /// The share of a full quota that the month's is, by presence and ramp.
    fn prorated(&self, month: Month) -> Decimal {
        times(self.presence(month), self.ramp(month))
    }

    /// Twelvefold quota of one month.
    fn held(&self, named: Option<&str>, month: Month) -> Option<Decimal> {
        let (quota, is_own) = self.full(named, month)?;
        Some(match is_own {
            true if self.plan.proration.targets_too => times(quota, self.prorated(month)),
            true => quota,
            false => times(times(quota, self.season(month)), self.prorated(month)),
        })
    }

    fn sum(&self, named: Option<&str>, months: impl Iterator<Item = Month>) -> Option<Decimal> {
        let held = months.filter_map(|month| self.held(named, month));
        let sum = held.fold(None, |sum: Option<Decimal>, quota| Some(plus(sum.unwrap_or_default(), quota)));
        sum.map(|sum| divided(sum, YEAR))
    }

    /// Quota of the months of `period`: the targets', else the plan's for each month without one. `None` if no month has
    /// any.
    pub fn quota(&self, period: Period) -> Option<Decimal> {
        self.sum(None, period.months())
    }

    /// Quota of one month.
    pub fn month_quota(&self, month: Month) -> Option<Decimal> {
        self.sum(None, std::iter::once(month))
    }

    /// What a component or part of a blend is held to in those months.
    ///
    /// A scorecard that is held to targets without a measure has the months of the window, as far as the rep is there, so
    /// that its attainment is the mean of what was reached.
    pub fn quota_from(
        &self,
        (source, from): (&QuotaSource, CreditFrom),
        measure: Measure,
        months: impl Iterator<Item = Month> + Clone,
    ) -> Option<Decimal> {
        let there = || months.clone().fold(Decimal::ZERO, |sum, month| plus(sum, self.presence(month)));
        let of_targets = || match measure {
            Measure::Scorecard => Some(there()),
            _ => self.sum(None, months.clone()),
        };
        match source {
            QuotaSource::Targets => of_targets(),
            QuotaSource::Named { measure } => self.sum(Some(measure), months),
            QuotaSource::Stated { amount, per } => {
                let season = |month| if *per == Granularity::Year { self.season(month) } else { Decimal::ONE };
                let part = |sum, month| plus(sum, times(season(month), self.prorated(month)));
                let n_months = months.fold(Decimal::ZERO, part);
                Some(divided(times(*amount, n_months), Decimal::from(per.months())))
            }
            QuotaSource::Credited { of } if from != CreditFrom::Own && measure != Measure::Scorecard => {
                self.rolled_up(from, months).map(|quota| times(quota, *of))
            }
            QuotaSource::Share { of } | QuotaSource::Credited { of } => of_targets().map(|quota| times(quota, *of)),
        }
    }

    /// Quotas of everyone whose credit counts, as they are loaded, less what is not the rep's time on the plan.
    fn rolled_up(&self, from: CreditFrom, months: impl Iterator<Item = Month>) -> Option<Decimal> {
        let quotas = if from == CreditFrom::Team { &self.rolled.team } else { &self.rolled.company };
        let held = months.filter(|month| self.only.has(*month)).filter_map(|month| {
            let n = quotas.n_of_plan(month);
            let of_plan = self.plan.quota.filter(|_| 0 < n);
            let of_plan = of_plan.map(|quota| times(times(quota, self.season(month)), Decimal::from(n)));
            match (quotas.months.get(&month), of_plan) {
                (Some(quota), of_plan) => Some(plus(*quota, of_plan.unwrap_or_default())),
                (None, of_plan) => of_plan,
            }
        });
        let sum = held.fold(None, |sum: Option<Decimal>, quota| Some(plus(sum.unwrap_or_default(), quota)));
        sum.map(|sum| divided(sum, YEAR))
    }

    fn has_quota(&self, named: Option<&str>, month: Month) -> bool {
        self.full(named, month).is_some_and(|(quota, _)| Decimal::ZERO < quota)
    }

    /// Target incentive for those months, in the scenario's currency: month by month at the rate of its first day. Where
    /// the plan prorates by hire, leaving or leave, months count as far as the rep is there; else those with a quota
    /// count, or all if none has one. `None` if it is not known, or there is no exchange rate.
    pub fn incentive(&self, months: impl Iterator<Item = Month> + Clone) -> Option<Decimal> {
        self.incentive_of(Decimal::ONE, None, months)
    }

    /// A share of it, for the months of a measure's quota.
    fn incentive_of(
        &self,
        share: Decimal,
        named: Option<&str>,
        months: impl Iterator<Item = Month> + Clone,
    ) -> Option<Decimal> {
        let (year, currency) = self.own_incentive?;
        let proration = &self.plan.proration;
        let by_quota = proration.by == ProrateBy::Nothing && months.clone().any(|month| self.has_quota(named, month));
        let mut counted = Decimal::ZERO;
        for month in months {
            if by_quota && !self.has_quota(named, month) {
                continue;
            }
            let ramp = if proration.ramps_incentive { self.ramp(month) } else { Decimal::ONE };
            let part = times(self.presence(month), ramp);
            counted = plus(counted, times(part, self.book.rate(currency, month.first_day())?));
        }
        Some(divided(times(times(share, year), counted), YEAR))
    }

    /// The currency that the rep is paid in, where it is not the scenario's.
    pub(super) fn other_currency(&self) -> Option<&'a str> {
        let currency = self.rep.map(|rep| rep.currency.trim()).filter(|currency| !currency.is_empty())?;
        (!self.book.is_own_currency(currency)).then_some(currency)
    }

    /// What one unit of a currency is worth in the scenario's on a day.
    pub(super) fn rate(&self, currency: &str, day: NaiveDate) -> Option<Decimal> {
        self.book.rate(currency, day)
    }

    /// Whether nobody says what the target incentive is.
    pub fn has_no_incentive(&self) -> bool {
        self.own_incentive.is_none()
    }

    /// Whether the target incentive is known, but not what it is worth in one of the months.
    pub fn lacks_rate(&self, mut months: impl Iterator<Item = Month>) -> bool {
        let currency = self.own_incentive.map_or("", |(_, currency)| currency);
        months.any(|month| self.book.rate(currency, month.first_day()).is_none())
    }

    /// Base salary for those months, in the scenario's currency, month by month at the rate of its first day; `None` if it
    /// is not known, or there is no exchange rate.
    pub fn base_salary(&self, months: impl Iterator<Item = Month>) -> Option<Money> {
        let (year, currency) = self.rep.and_then(|rep| Some((rep.base_salary?, rep.currency.as_str())))?;
        let mut counted = Decimal::ZERO;
        for month in months {
            counted = plus(counted, self.book.rate(currency, month.first_day())?);
        }
        Some(Money(divided(times(year.0, counted), YEAR)))
    }

    /// The component's terms for a window.
    pub fn terms(&self, component: &Component, window: Period) -> Terms {
        self.terms_in(component, window.months())
    }

    /// The component's terms for some months of a window: those in which the plan holds for the rep. The quota of a blend
    /// is 1: its parts have quotas of their own, see [`Member::quota_from`].
    pub fn terms_in(&self, component: &Component, months: impl Iterator<Item = Month> + Clone) -> Terms {
        let quota = if component.parts.is_empty() {
            self.quota_from((&component.quota, component.credit_from), component.measure, months.clone())
        } else {
            Some(Decimal::ONE)
        };
        let named = match &component.quota {
            QuotaSource::Named { measure } if component.parts.is_empty() => Some(measure.as_str()),
            _ => None,
        };
        let target_incentive = self.incentive_of(component.weight, named, months).unwrap_or_default();
        Terms { quota, target_incentive }
    }
}

impl Measure {
    /// What the deal is credited with; `None` where the record does not say.
    pub fn of(self, deal: &Deal) -> Option<Decimal> {
        match self {
            Self::Bookings => deal.amount.map(|money| money.0),
            Self::Margin => deal.margin.map(|money| money.0),
            Self::Units => deal.units,
            Self::Deals => Some(Decimal::ONE),
            Self::Revenue => deal.amount.map(|money| money.0),
            Self::Activities | Self::Scorecard => None,
        }
    }
}

#[cfg(test)]
mod tests;
