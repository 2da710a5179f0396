//! SPIFFs but contests: amounts for deals, kickers, milestones.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::LedgerStep;
use crate::engine::comp::credit::Event;
use crate::engine::comp::exact::{Step, plus, times};
use crate::engine::comp::plan::{Component, Milestone, PayBasis, Plan, Reward, Spiff, Tier, TierAxis};
use crate::engine::units::{Calendar, Decimal, Granularity, Period};

/// What a SPIFF pays for one period, not rounded.
#[derive(Clone, Debug, Default)]
pub struct SpiffPay {
    /// Pay.
    pub pay: Decimal,
    /// Credit of the period.
    pub credit: Decimal,
    /// Credit since the first day that counts, to the end of the period.
    pub credit_to_date: Decimal,
    /// What was credited, and what was paid for it; milestones pay nothing for one deal alone.
    pub deals: Vec<(Event, Decimal)>,
    /// The arithmetic.
    pub trace: Vec<Step>,
}

impl Spiff {
    /// Whether the day counts.
    pub fn counts(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// What its records are credited with, said as a component: same measure, filter and credit.
    pub fn as_component(&self) -> Component {
        Component {
            name: self.name.clone(),
            measure: self.measure,
            filter: self.filter.clone(),
            credit_from: self.credit_from,
            pay_basis: PayBasis::Rate,
            tier_axis: TierAxis::Amount,
            tiers: vec![Tier { from: Decimal::ZERO, value: Decimal::ZERO }],
            ..Component::default()
        }
    }

    /// What it pays for a period; contests pay by rank and nothing here. Events are in order of day.
    pub fn pay(&self, events: &[Event], calendar: Calendar, period: Period) -> SpiffPay {
        let (first, last) = (period.start.first_day(), period.end().last_day());
        let since = self.from.unwrap_or_else(|| calendar.period(period.end(), Granularity::Year).start.first_day());
        let mut paid = SpiffPay::default();
        let (mut most, mut most_before) = (Decimal::ZERO, Decimal::ZERO);
        for event in events.iter().filter(|event| self.counts(event.day) && since <= event.day && event.day <= last) {
            paid.credit_to_date = plus(paid.credit_to_date, event.credit);
            most = most.max(paid.credit_to_date);
            if event.day < first {
                most_before = most;
                continue;
            }
            paid.credit = plus(paid.credit, event.credit);
            let pay = match self.reward {
                Reward::PerDeal { amount } => times(amount, event.share),
                Reward::Rate { rate } => times(rate, event.credit),
                Reward::Milestones { .. } | Reward::Contest { .. } => Decimal::ZERO,
            };
            paid.pay = plus(paid.pay, pay);
            paid.deals.push((*event, pay));
        }
        let n_deals = paid.deals.len() as u32;
        match &self.reward {
            Reward::PerDeal { amount } => {
                paid.trace.push(Step::Ledger(LedgerStep::PerDeal { n_deals, amount: *amount, pay: paid.pay }));
            }
            Reward::Rate { rate } => {
                let (rate, credit, pay) = (*rate, paid.credit, paid.pay);
                paid.trace.push(Step::Ledger(LedgerStep::Kicker { rate, credit, pay }));
            }
            Reward::Milestones { steps } => {
                paid.trace.push(Step::Credited { credit: paid.credit_to_date });
                for Milestone { at, amount } in steps.iter().filter(|step| most_before < step.at && step.at <= most) {
                    paid.pay = plus(paid.pay, *amount);
                    paid.trace.push(Step::Ledger(LedgerStep::Milestone { at: *at, credit: most, pay: *amount }));
                }
            }
            Reward::Contest { .. } => {}
        }
        paid
    }
}

impl Plan {
    /// What a line of that name is for: a component, or a SPIFF said as one.
    pub fn paying(&self, name: &str) -> Option<Cow<'_, Component>> {
        let component = self.components.iter().find(|component| component.name == name).map(Cow::Borrowed);
        component.or_else(|| {
            let spiff = self.spiffs.iter().find(|spiff| spiff.name == name);
            spiff.map(|spiff| Cow::Owned(spiff.as_component()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::credit::EventSource;
    use crate::engine::units::Month;

    fn spiff(reward: Reward, from: Option<&str>, to: Option<&str>) -> Spiff {
        let day = |text: &str| text.parse().unwrap();
        Spiff {
            name: "Push".into(),
            from: from.map(day),
            to: to.map(day),
            filter: crate::engine::comp::plan::Filter::default(),
            measure: crate::engine::comp::plan::Measure::Bookings,
            credit_from: crate::engine::comp::plan::CreditFrom::Own,
            reward,
        }
    }

    /// Pay of the months from January on.
    #[track_caller]
    fn check(spiff: &Spiff, events: &[(&str, i64)], expected: &[i64]) {
        let event = |(day, credit): &(&str, i64)| Event {
            day: day.parse().unwrap(),
            source: EventSource::Deal(0),
            credit: Decimal::from(*credit),
            share: Decimal::ONE,
        };
        let events: Vec<Event> = events.iter().map(event).collect();
        let months = (0..expected.len())
            .map(|step| Period { start: Month::new(2026, 1).plus(step as i32), length: Granularity::Month });
        let paid: Vec<_> = months.map(|month| spiff.pay(&events, Calendar::default(), month).pay).collect();
        assert_eq!(paid, expected.iter().copied().map(Decimal::from).collect::<Vec<_>>());
    }

    #[test]
    fn amounts_kickers_and_milestones_pay_in_their_time() {
        let events = [
            ("2025-12-20", 900),
            ("2026-01-10", 100),
            ("2026-02-10", 300),
            ("2026-02-28", 200),
            ("2026-03-01", -400),
            ("2026-04-10", 800),
        ];
        let each = Reward::PerDeal { amount: Decimal::from(50) };
        check(&spiff(each.clone(), None, None), &events, &[50, 100, 50, 50]);
        check(&spiff(each, Some("2026-02-11"), Some("2026-03-31")), &events, &[0, 50, 50, 0]);
        check(&spiff(Reward::Rate { rate: Decimal::new(5, 2) }, None, None), &events, &[5, 25, -20, 40]);
        let steps = [(100, 10), (500, 20), (600, 40)];
        let steps =
            steps.iter().map(|(at, amount)| Milestone { at: Decimal::from(*at), amount: Decimal::from(*amount) });
        let milestones = Reward::Milestones { steps: steps.collect() };
        check(&spiff(milestones.clone(), None, None), &events, &[10, 60, 0, 0]); // what is paid once is not paid again
        check(&spiff(milestones.clone(), Some("2026-02-01"), None), &events, &[0, 30, 0, 40]);
        check(&spiff(milestones, Some("2026-02-01"), Some("2026-03-31")), &events, &[0, 30, 0, 0]);
    }
}
