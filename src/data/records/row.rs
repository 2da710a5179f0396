//! A record on its way: its fields in fixed places, texts borrowed. Who makes records and who takes them meet here.

use chrono::NaiveDate;

use crate::data::roles::{Field, Kind};
use crate::engine::records::{Account, Activity, Dataset, Deal, Lead, Outcome, Product, Rep, RepId, Spend, Target};
use crate::engine::units::{Decimal, Money, Period};

/// Texts that a record has at most.
const N_TEXTS: usize = 8;
/// Numbers.
const N_NUMBERS: usize = 3;
/// Days.
const N_DAYS: usize = 2;
/// The symbol of a text that has none.
const NO_SYMBOL: u32 = u32::MAX;

/// A text, with the symbol that stands for it as long as rows of one table come.
#[derive(Clone, Copy, Debug)]
pub(in crate::data) struct Text<'a> {
    pub(in crate::data) text: &'a str,
    pub(in crate::data) symbol: u32,
}

impl<'a> Text<'a> {
    /// A text without a symbol.
    pub(in crate::data) const fn of(text: &'a str) -> Self {
        Self { text, symbol: NO_SYMBOL }
    }

    /// Its place in what is remembered by symbol; `None` for one without.
    pub(in crate::data) fn place(self) -> Option<usize> {
        (self.symbol != NO_SYMBOL).then_some(self.symbol as usize)
    }
}

impl Default for Text<'_> {
    fn default() -> Self {
        Self::of("")
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// A record. What stands where says its kind's [`Shape`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::data) struct Row<'a> {
    pub(in crate::data) texts: [Text<'a>; N_TEXTS],
    pub(in crate::data) numbers: [Option<Decimal>; N_NUMBERS],
    pub(in crate::data) days: [Option<NaiveDate>; N_DAYS],
    /// Of deals.
    pub(in crate::data) outcome: Outcome,
    /// Of targets.
    pub(in crate::data) period: Option<Period>,
}

/// The fields of a kind of record, in the places of a [`Row`].
#[derive(Clone, Copy, Debug)]
pub(in crate::data) struct Shape {
    pub(in crate::data) texts: &'static [Field],
    pub(in crate::data) numbers: &'static [Field],
    pub(in crate::data) days: &'static [Field],
}

impl Shape {
    pub(in crate::data) const fn of(kind: Kind) -> Self {
        use Field as F;
        let (texts, numbers, days): (&[F], &[F], &[F]) = match kind {
            Kind::Reps => (
                &[F::Id, F::Name, F::Role, F::Manager, F::Region, F::Segment],
                &[F::BaseSalary, F::TargetIncentive],
                &[F::Hired, F::Left],
            ),
            Kind::Deals => (
                &[F::Id, F::Rep, F::Account, F::Product, F::Stage, F::Segment, F::Region, F::Source],
                &[F::Amount, F::Margin, F::Units],
                &[F::Created, F::Closed],
            ),
            Kind::Accounts => {
                (&[F::Id, F::Name, F::Industry, F::Region, F::Segment, F::Rep], &[F::Revenue, F::Employees], &[])
            }
            Kind::Products => (&[F::Id, F::Name, F::Family], &[F::Price], &[]),
            Kind::Targets => (&[F::Rep], &[F::Amount], &[]),
            Kind::Leads => (&[F::Id, F::Rep, F::Source, F::Status], &[], &[F::Created, F::Converted]),
            Kind::Activities => (&[F::Rep, F::Activity], &[F::Count], &[F::Day]),
            Kind::Spend => (&[F::Channel], &[F::Amount], &[F::Day]),
            Kind::Unknown => (&[], &[], &[]),
        };
        Self { texts, numbers, days }
    }

    /// Bytes that a record takes in memory, without its texts.
    pub(in crate::data) const fn n_bytes(kind: Kind) -> usize {
        match kind {
            Kind::Reps => size_of::<Rep>(),
            Kind::Deals => size_of::<Deal>(),
            Kind::Accounts => size_of::<Account>(),
            Kind::Products => size_of::<Product>(),
            Kind::Targets => size_of::<Target>(),
            Kind::Leads => size_of::<Lead>(),
            Kind::Activities => size_of::<Activity>(),
            Kind::Spend => size_of::<Spend>(),
            Kind::Unknown => 0,
        }
    }
}

/// Who takes records.
pub(in crate::data) trait Sink {
    /// A table or a list begins: symbols stand for other texts from here.
    fn begin(&mut self, kind: Kind);
    /// The next record.
    fn take(&mut self, kind: Kind, row: &Row<'_>);
}

/// Who has records.
pub(in crate::data) trait Records {
    /// How many of a kind.
    fn n(&self, kind: Kind) -> usize;
    /// All of a kind, in order.
    fn each(&self, kind: Kind, each: &mut dyn FnMut(&Row<'_>));

    /// Hands all to a sink.
    fn hand_to(&self, sink: &mut impl Sink)
    where
        Self: Sized,
    {
        for kind in Kind::ALL {
            sink.begin(kind);
            self.each(kind, &mut |row| sink.take(kind, row));
        }
    }
}

#[allow(clippy::many_single_char_names)] // places of a row, named by the record each makes
impl Sink for Dataset {
    fn begin(&mut self, _: Kind) {}

    fn take(&mut self, kind: Kind, row: &Row<'_>) {
        let [a, b, c, d, e, f, g, h] = row.texts.map(|text| text.text);
        let own = str::to_owned;
        let rep = |name: &str| RepId(name.to_owned());
        let numbers = row.numbers;
        let [one, two, _] = numbers.map(|number| number.map(Money));
        let [early, late] = row.days;
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
                ..Rep::default()
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
                ..Deal::default()
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
                measure: String::new(),
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
                    numbers: [plain(product.price), None, None],
                    ..Row::default()
                });
            }),
            Kind::Targets => self.targets.iter().for_each(|target| {
                each(&Row {
                    texts: texts([&target.rep.0]),
                    numbers: [Some(target.amount.0), None, None],
                    period: Some(target.period),
                    ..Row::default()
                });
            }),
            Kind::Leads => self.leads.iter().for_each(|lead| {
                each(&Row {
                    texts: texts([&lead.id, &lead.owner.0, &lead.source, &lead.status]),
                    days: [lead.created, lead.converted],
                    ..Row::default()
                });
            }),
            Kind::Activities => self.activities.iter().for_each(|activity| {
                each(&Row {
                    texts: texts([&activity.rep.0, &activity.kind]),
                    numbers: [Some(activity.count), None, None],
                    days: [activity.day, None],
                    ..Row::default()
                });
            }),
            Kind::Spend => self.spend.iter().for_each(|spend| {
                each(&Row {
                    texts: texts([&spend.channel]),
                    numbers: [Some(spend.amount.0), None, None],
                    days: [spend.day, None],
                    ..Row::default()
                });
            }),
            Kind::Unknown => {}
        }
    }
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
        texts: texts([&rep.id.0, &rep.name, &rep.role, &rep.manager, &rep.region, &rep.segment]),
        numbers: [plain(rep.base_salary), plain(rep.target_incentive), None],
        days: [rep.hired, rep.left],
        ..Row::default()
    }
}

fn of_deal(deal: &Deal) -> Row<'_> {
    let Deal { id, rep, account, product, stage, segment, region, source, .. } = deal;
    Row {
        texts: texts([id, &rep.0, account, product, stage, segment, region, source]),
        numbers: [plain(deal.amount), plain(deal.margin), deal.units],
        days: [deal.created, deal.closed],
        outcome: deal.outcome,
        period: None,
    }
}

fn of_account(account: &Account) -> Row<'_> {
    let Account { id, name, industry, region, segment, owner, .. } = account;
    Row {
        texts: texts([id, name, industry, region, segment, &owner.0]),
        numbers: [plain(account.revenue), account.employees, None],
        ..Row::default()
    }
}
