//! What a rep is paid in his or her own currency.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::terms::Member;
use crate::engine::comp::exact::divided;
use crate::engine::comp::ledger::PayoutPeriod;
use crate::engine::units::{Currency, Decimal, Money, Period};

/// Pay of a rep whose currency is not the scenario's, period by period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnCurrency {
    /// The rep's currency.
    pub currency: Currency,
    /// Each payout period whose pay day has a rate.
    pub periods: Vec<OwnPay>,
    /// Their sum; `None` where a period that pays something has no rate.
    pub total: Option<Money>,
}

/// One payout period in the rep's currency: `paid / rate`, rounded to its minor unit, half away from zero. Periods are
/// rounded one by one, and the total is their sum.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnPay {
    /// Which.
    pub period: Period,
    /// The pay day: the last day of the period.
    pub day: NaiveDate,
    /// What one unit of the rep's currency is worth in the scenario's on that day.
    pub rate: Decimal,
    /// Paid, in the scenario's currency.
    pub of: Money,
    /// Paid, in the rep's currency.
    pub paid: Money,
}

/// A member's pay in the own currency; none for who is paid in the scenario's, or where no pay day has a rate.
pub(super) fn own_currency(member: &Member, paid: &[PayoutPeriod]) -> Option<OwnCurrency> {
    let currency = Currency::of(member.other_currency()?);
    let mut lacks = false;
    let mut periods = Vec::new();
    for one in paid {
        let day = one.period.end().last_day();
        let Some(rate) = member.rate(&currency.code, day) else {
            lacks |= one.paid != Money::ZERO;
            continue;
        };
        let paid = Money(divided(one.paid.0, rate)).rounded(currency.digits);
        periods.push(OwnPay { period: one.period, day, rate, of: one.paid, paid });
    }
    if periods.is_empty() {
        return None;
    }
    let total = (!lacks).then(|| periods.iter().map(|one| one.paid).sum());
    Some(OwnCurrency { currency, periods, total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::statement::{ReplayInput, Statement, replay};
    use crate::engine::comp::templates;
    use crate::engine::records::{Dataset, Deal, ExchangeRate, Outcome, Rep, RepId};
    use crate::engine::units::{Calendar, Month};

    /// A rep who is paid in that currency sells for 10,000 dollars in January and in February, at a tenth; a dollar rate
    /// and the day that it begins on.
    fn paid(currency: &str, rates: &[(&str, &str, &str)]) -> Statement {
        let rep = || RepId("Ann".into());
        let deal = |day: &str| Deal {
            rep: rep(),
            outcome: Outcome::Won,
            amount: Some(Money::whole(10_000)),
            closed: day.parse().ok(),
            currency: "USD".into(),
            ..Deal::default()
        };
        let rate = |(currency, day, rate): &(&str, &str, &str)| ExchangeRate {
            currency: (*currency).into(),
            day: day.parse().ok(),
            rate: rate.parse().unwrap(),
        };
        let dataset = Dataset {
            reps: vec![Rep { id: rep(), currency: currency.into(), ..Rep::default() }],
            deals: vec![deal("2026-01-10"), deal("2026-02-10")],
            exchange_rates: rates.iter().map(rate).collect(),
            ..Dataset::default()
        };
        let plan = templates::flat(Decimal::new(1, 1));
        let (first, last) = (Month::new(2026, 1), Month::new(2026, 2));
        let calendar = Calendar::default();
        let input = ReplayInput { plan: &plan, dataset: &dataset, calendar, first, last, digits: 2, currency: "USD" };
        replay(&input).statements.remove(0)
    }

    #[test]
    fn each_period_is_exchanged_at_its_pay_day() {
        let check = |currency: &str, rates: &[(&str, &str, &str)], expected: Option<(&[&str], Option<&str>)>| {
            let own = paid(currency, rates).own_currency;
            let found = own.as_ref().map(|own| {
                let periods: Vec<String> = own.periods.iter().map(|one| one.paid.0.to_string()).collect();
                (periods, own.total.map(|total| total.0.to_string()))
            });
            let expected = expected.map(|(periods, total)| {
                (periods.iter().map(|&paid| paid.to_owned()).collect(), total.map(str::to_owned))
            });
            assert_eq!(found, expected, "{currency} {rates:?}");
        };
        // 1,000 / 1.1 = 909.0909…, 1,000 / 1.2 = 833.3333…; the rate of the day before does not hold any more.
        let euro = [("EUR", "2025-06-01", "1.1"), ("EUR", "2026-02-28", "1.2"), ("EUR", "2026-03-01", "2")];
        check("eur", &euro, Some((&["909.09", "833.33"], Some("1742.42"))));
        check("EUR", &euro[1..], Some((&["833.33"], None)));
        check("JPY", &[("JPY", "2025-01-01", "0.0065")], Some((&["153846", "153846"], Some("307692"))));
        check("KWD", &[("KWD", "2025-01-01", "3.24")], Some((&["308.642", "308.642"], Some("617.284"))));
        check("CHF", &euro, None);
        check("usd", &euro, None);
        check("", &euro, None);
        let day = |place: usize| paid("EUR", &euro).own_currency.unwrap().periods[place].day.to_string();
        assert_eq!((day(0), day(1)), ("2026-01-31".into(), "2026-02-28".into()));
    }
}
