//! Records in memory as rows, and rows as records in memory.

use super::row::{N_TEXTS, Records, Row, Sink, Text};
use crate::data::roles::Kind;
use crate::engine::records::{
    Absence, Account, Activity, Credit, Dataset, Deal, ExchangeRate, Lead, Objective, Payment, Product, Rep, RepId,
    Spend, Target,
};
use crate::engine::units::{Decimal, Money};

#[allow(clippy::many_single_char_names)] // places of a row, named by the record each makes
impl Sink for Dataset {
    fn begin(&mut self, _: Kind) {}

    fn take(&mut self, kind: Kind, row: &Row<'_>) {
        let [a, b, c, d, e, f, g, h, i, j] = row.texts.map(|text| text.text);
        let own = str::to_owned;
        let rep = |name: &str| RepId(name.to_owned());
        let (numbers, [early, late, cancelled]) = (row.numbers, row.days);
        let [one, two, ..] = numbers.map(|number| number.map(Money));
        match kind {
            Kind::Reps => self.reps.push(Rep {
                id: rep(a),
                name: own(b),
                role: own(c),
                manager: own(d),
                region: own(e),
                segment: own(f),
                hired: early,
                left: late,
                base_salary: one,
                target_incentive: two,
                currency: own(g),
            }),
            Kind::Deals => self.deals.push(Deal {
                id: own(a),
                rep: rep(b),
                account: own(c),
                product: own(d),
                stage: own(e),
                outcome: row.outcome,
                amount: one,
                margin: two,
                units: numbers[2],
                created: early,
                closed: late,
                segment: own(f),
                region: own(g),
                source: own(h),
                kind: own(i),
                currency: own(j),
                term_months: numbers[3],
                cancelled,
                forecast_category: row.forecast_category,
            }),
            Kind::Accounts => self.accounts.push(Account {
                id: own(a),
                name: own(b),
                industry: own(c),
                region: own(d),
                segment: own(e),
                owner: rep(f),
                revenue: one,
                employees: numbers[1],
            }),
            Kind::Products => self.products.push(Product { id: own(a), name: own(b), family: own(c), price: one }),
            Kind::Targets => self.targets.extend(row.period.map(|period| Target {
                rep: rep(a),
                period,
                amount: one.unwrap_or_default(),
                measure: own(b),
            })),
            Kind::Leads => self.leads.push(Lead {
                id: own(a),
                owner: rep(b),
                source: own(c),
                status: own(d),
                created: early,
                converted: late,
            }),
            Kind::Activities => self.activities.push(Activity {
                rep: rep(a),
                day: early,
                kind: own(b),
                count: numbers[0].unwrap_or_default(),
            }),
            Kind::Spend => {
                self.spend.push(Spend { day: early, channel: own(a), amount: one.unwrap_or_default() });
            }
            Kind::Credits => self.credits.push(Credit {
                deal: own(a),
                rep: rep(b),
                share: numbers[0].unwrap_or_default(),
                role: own(c),
            }),
            Kind::Objectives => self.objectives.extend(row.period.map(|period| Objective {
                rep: rep(a),
                period,
                name: own(b),
                result: numbers[0].unwrap_or_default(),
                weight: numbers[1].unwrap_or_default(),
            })),
            Kind::ExchangeRates => self.exchange_rates.push(ExchangeRate {
                currency: own(a),
                day: early,
                rate: numbers[0].unwrap_or_default(),
            }),
            Kind::Absences => self.absences.push(Absence { rep: rep(a), from: early, to: late }),
            Kind::Payments => self.payments.extend(row.period.map(|period| Payment {
                rep: rep(a),
                period,
                amount: one.unwrap_or_default(),
            })),
            Kind::Unknown => {}
        }
    }
}

impl Records for Dataset {
    fn n(&self, kind: Kind) -> usize {
        match kind {
            Kind::Reps => self.reps.len(),
            Kind::Deals => self.deals.len(),
            Kind::Accounts => self.accounts.len(),
            Kind::Products => self.products.len(),
            Kind::Targets => self.targets.len(),
            Kind::Leads => self.leads.len(),
            Kind::Activities => self.activities.len(),
            Kind::Spend => self.spend.len(),
            Kind::Credits => self.credits.len(),
            Kind::Objectives => self.objectives.len(),
            Kind::ExchangeRates => self.exchange_rates.len(),
            Kind::Absences => self.absences.len(),
            Kind::Payments => self.payments.len(),
            Kind::Unknown => 0,
        }
    }

    fn each(&self, kind: Kind, each: &mut dyn FnMut(&Row<'_>)) {
        match kind {
            Kind::Reps => self.reps.iter().for_each(|rep| each(&of_rep(rep))),
            Kind::Deals => self.deals.iter().for_each(|deal| each(&of_deal(deal))),
            Kind::Accounts => self.accounts.iter().for_each(|account| each(&of_account(account))),
            Kind::Products => self.products.iter().for_each(|product| {
                each(&Row {
                    texts: texts([&product.id, &product.name, &product.family]),
                    numbers: padded([plain(product.price)]),
                    ..Row::default()
                });
            }),
            Kind::Targets => self.targets.iter().for_each(|target| {
                each(&Row {
                    texts: texts([&target.rep.0, &target.measure]),
                    numbers: padded([Some(target.amount.0)]),
                    period: Some(target.period),
                    ..Row::default()
                });
            }),
            Kind::Leads => self.leads.iter().for_each(|lead| {
                each(&Row {
                    texts: texts([&lead.id, &lead.owner.0, &lead.source, &lead.status]),
                    days: padded([lead.created, lead.converted]),
                    ..Row::default()
                });
            }),
            Kind::Activities => self.activities.iter().for_each(|activity| {
                each(&Row {
                    texts: texts([&activity.rep.0, &activity.kind]),
                    numbers: padded([Some(activity.count)]),
                    days: padded([activity.day]),
                    ..Row::default()
                });
            }),
            Kind::Spend => self.spend.iter().for_each(|spend| {
                each(&Row {
                    texts: texts([&spend.channel]),
                    numbers: padded([Some(spend.amount.0)]),
                    days: padded([spend.day]),
                    ..Row::default()
                });
            }),
            Kind::Credits => self.credits.iter().for_each(|credit| {
                each(&Row {
                    texts: texts([&credit.deal, &credit.rep.0, &credit.role]),
                    numbers: padded([Some(credit.share)]),
                    ..Row::default()
                });
            }),
            Kind::Objectives => self.objectives.iter().for_each(|objective| {
                each(&Row {
                    texts: texts([&objective.rep.0, &objective.name]),
                    numbers: padded([Some(objective.result), Some(objective.weight)]),
                    period: Some(objective.period),
                    ..Row::default()
                });
            }),
            Kind::ExchangeRates => self.exchange_rates.iter().for_each(|rate| {
                each(&Row {
                    texts: texts([&rate.currency]),
                    numbers: padded([Some(rate.rate)]),
                    days: padded([rate.day]),
                    ..Row::default()
                });
            }),
            Kind::Absences => self.absences.iter().for_each(|absence| {
                let days = padded([absence.from, absence.to]);
                each(&Row { texts: texts([&absence.rep.0]), days, ..Row::default() });
            }),
            Kind::Payments => self.payments.iter().for_each(|payment| {
                each(&Row {
                    texts: texts([&payment.rep.0]),
                    numbers: padded([Some(payment.amount.0)]),
                    period: Some(payment.period),
                    ..Row::default()
                });
            }),
            Kind::Unknown => {}
        }
    }
}

/// Values in their places, none behind them.
fn padded<T: Copy, const N: usize, const M: usize>(values: [Option<T>; N]) -> [Option<T>; M] {
    let mut places = [None; M];
    for (place, value) in places.iter_mut().zip(values) {
        *place = value;
    }
    places
}

fn plain(money: Option<Money>) -> Option<Decimal> {
    money.map(|money| money.0)
}

fn texts<const N: usize>(texts: [&String; N]) -> [Text<'_>; N_TEXTS] {
    let mut places = [Text::default(); N_TEXTS];
    for (place, text) in places.iter_mut().zip(texts) {
        *place = Text::of(text);
    }
    places
}

fn of_rep(rep: &Rep) -> Row<'_> {
    Row {
        texts: texts([&rep.id.0, &rep.name, &rep.role, &rep.manager, &rep.region, &rep.segment, &rep.currency]),
        numbers: padded([plain(rep.base_salary), plain(rep.target_incentive)]),
        days: padded([rep.hired, rep.left]),
        ..Row::default()
    }
}

fn of_deal(deal: &Deal) -> Row<'_> {
    let Deal { id, rep, account, product, stage, segment, region, source, kind, currency, .. } = deal;
    Row {
        texts: texts([id, &rep.0, account, product, stage, segment, region, source, kind, currency]),
        numbers: [plain(deal.amount), plain(deal.margin), deal.units, deal.term_months],
        days: [deal.created, deal.closed, deal.cancelled],
        outcome: deal.outcome,
        forecast_category: deal.forecast_category,
        period: None,
    }
}

fn of_account(account: &Account) -> Row<'_> {
    let Account { id, name, industry, region, segment, owner, .. } = account;
    Row {
        texts: texts([id, name, industry, region, segment, &owner.0]),
        numbers: padded([plain(account.revenue), account.employees]),
        ..Row::default()
    }
}
