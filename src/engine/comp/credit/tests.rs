//! Who is credited with what: filters, shares, roll-up, exchange, and the laws they keep.

use proptest::prelude::*;

use super::*;
use crate::engine::comp::plan::Plan;
use crate::engine::comp::statement::{Gap, NamedIn};
use crate::engine::records::{
    Account, Activity, Credit, Dataset, Deal, ExchangeRate, Objective, Outcome, Product, Rep, RepId,
};
use crate::engine::units::{Granularity, Money, Month, Period};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rep(id: &str, manager: &str) -> Rep {
    Rep { id: RepId(id.into()), name: format!("{id} name"), manager: manager.into(), ..Rep::default() }
}

fn deal(id: &str, rep: &str, on: &str, amount: i64) -> Deal {
    Deal {
        id: id.into(),
        rep: RepId(rep.into()),
        outcome: Outcome::Won,
        amount: Some(Money::whole(amount)),
        closed: Some(day(on)),
        ..Deal::default()
    }
}

fn credit(deal: &str, rep: &str, share: &str) -> Credit {
    Credit { deal: deal.into(), rep: RepId(rep.into()), share: number(share), role: String::new() }
}

/// A boss with two reps, one of them with a rep of her own, and three deals of which one is shared.
fn company() -> Dataset {
    Dataset {
        reps: vec![rep("boss", ""), rep("ann", "Boss name"), rep("bob", "boss"), rep("cleo", "ANN")],
        deals: vec![
            deal("1", "ann", "2026-01-10", 100),
            deal("2", "bob", "2026-01-05", 200),
            deal("3", "cleo", "2026-02-01", 400),
        ],
        credits: vec![credit("3", "cleo", "0.5"), credit(" 3", "Ann name", "0.75"), credit("3", "bob", "0.25")],
        ..Dataset::default()
    }
}

/// Day, credit and share of a person's events, in one line.
fn said(dataset: &Dataset, who: &str, measure: Measure, filter: &Filter, credit_from: CreditFrom) -> String {
    let book = Book::new(dataset, "USD");
    let place = book.place(&RepId(who.into())).unwrap();
    let events = book.events(place, Counted { measure, filter, credit_from });
    let said = |event: &Event| format!("{} {} {}", event.day.format("%m-%d"), event.credit.normalize(), event.share);
    events.iter().map(said).collect::<Vec<_>>().join(", ")
}

#[test]
fn shares_stand_for_the_owner_and_roll_up_once() {
    let dataset = company();
    let check = |who: &str, from: CreditFrom, expected: &str| {
        assert_eq!(said(&dataset, who, Measure::Bookings, &Filter::default(), from), expected, "{who} {from:?}");
    };
    check("ann", CreditFrom::Own, "01-10 100 1, 02-01 300 0.75");
    check("bob", CreditFrom::Own, "01-05 200 1, 02-01 100 0.25");
    check("cleo", CreditFrom::Own, "02-01 200 0.5");
    check("boss", CreditFrom::Own, "");
    check("ann", CreditFrom::Team, "01-10 100 1, 02-01 400 1");
    check("boss", CreditFrom::Team, "01-05 200 1, 01-10 100 1, 02-01 400 1");
    check("cleo", CreditFrom::Company, "01-05 200 1, 01-10 100 1, 02-01 400 1");
}

#[test]
fn filters_join_without_case_and_a_deal_counts_if_every_list_lets_it() {
    let mut dataset = company();
    dataset.credits.clear();
    dataset.deals.iter_mut().for_each(|deal| deal.rep = RepId("ann".into()));
    dataset.deals[0] = Deal {
        product: "CORE".into(),
        segment: "SMB".into(),
        kind: "New Business".into(),
        source: "Event".into(),
        account: "acme".into(),
        ..dataset.deals[0].clone()
    };
    dataset.deals[1] = Deal { product: "Core ".into(), account: "A1".into(), ..dataset.deals[1].clone() };
    dataset.deals[2].product = "Other".into();
    let (id, name, family) = ("CORE".to_owned(), "Core suite".to_owned(), "Platform".to_owned());
    dataset.products.push(Product { id, name, family, price: None });
    dataset.accounts.push(Account {
        id: "A1".into(),
        name: "Acme".into(),
        segment: "Enterprise".into(),
        region: "North".into(),
        ..Account::default()
    });
    let check = |set: &dyn Fn(&mut Filter), expected: &str| {
        let mut filter = Filter::default();
        set(&mut filter);
        let found = said(&dataset, "ann", Measure::Bookings, &filter, CreditFrom::Own);
        assert_eq!(found, expected, "{filter:?}");
    };
    let list = |text: &str| vec!["nothing".to_owned(), text.to_owned()];
    check(&|_| {}, "01-05 200 1, 01-10 100 1, 02-01 400 1");
    check(&|filter| filter.products = list(" core"), "01-05 200 1, 01-10 100 1");
    check(&|filter| filter.products = list("core suite"), "01-05 200 1, 01-10 100 1");
    check(&|filter| filter.products = list("platform"), "01-05 200 1, 01-10 100 1");
    check(&|filter| filter.products = list("OTHER"), "02-01 400 1");
    check(&|filter| filter.segments = list("smb"), "01-10 100 1");
    check(&|filter| filter.segments = list("enterprise"), "01-05 200 1"); // its account's
    check(&|filter| filter.regions = list("north"), "01-05 200 1, 01-10 100 1");
    check(&|filter| filter.deal_kinds = list("new business "), "01-10 100 1");
    check(&|filter| filter.sources = list("event"), "01-10 100 1");
    check(&|filter| filter.least_amount = Some(Decimal::from(200)), "01-05 200 1, 02-01 400 1");
    check(
        &|filter| {
            filter.regions = list("north");
            filter.least_amount = Some(Decimal::from(150));
        },
        "01-05 200 1",
    );
}

#[test]
fn other_measures_are_credited_by_their_days() {
    let mut dataset = company();
    dataset.credits.clear();
    dataset.deals[0].term_months = Some(number("2.5"));
    dataset.deals[0].margin = Some(Money::whole(40));
    let activity = |rep: &str, kind: &str, on: &str, n: i64| Activity {
        rep: RepId(rep.into()),
        day: Some(day(on)),
        kind: kind.into(),
        count: Decimal::from(n),
    };
    dataset.activities = vec![
        activity("ann", "Call", "2026-03-02", 5),
        activity("ann", "Meeting", "2026-03-01", 1),
        activity("cleo", "call", "2026-03-01", 7),
    ];
    let objective = |rep: &str, length, name: &str, result: &str, weight: &str| Objective {
        rep: RepId(rep.into()),
        period: Period { start: Month::new(2026, 1), length },
        name: name.into(),
        result: number(result),
        weight: number(weight),
    };
    dataset.objectives = vec![
        objective("ann", Granularity::Quarter, "Retention", "0.9", "3"),
        objective("ann", Granularity::Month, "Hiring", "0.5", "1"),
        objective("cleo", Granularity::Month, "Hiring", "1", "1"),
    ];
    let check = |measure: Measure, set: &dyn Fn(&mut Filter), from: CreditFrom, expected: &str| {
        let mut filter = Filter::default();
        set(&mut filter);
        assert_eq!(said(&dataset, "ann", measure, &filter, from), expected, "{measure:?} {filter:?}");
    };
    let open = &|_: &mut Filter| {};
    check(Measure::Revenue, open, CreditFrom::Own, "01-10 33.33333333 1, 02-01 33.33333333 1, 03-01 33.33333334 1");
    check(Measure::Margin, open, CreditFrom::Own, "01-10 40 1");
    check(Measure::Deals, open, CreditFrom::Own, "01-10 1 1");
    check(Measure::Units, open, CreditFrom::Own, "");
    check(Measure::Activities, open, CreditFrom::Own, "03-01 1 1, 03-02 5 1");
    check(
        Measure::Activities,
        &|filter| filter.activities = vec!["CALL".into()],
        CreditFrom::Team,
        "03-01 7 1, 03-02 5 1",
    );
    check(Measure::Scorecard, open, CreditFrom::Own, "01-31 0.675 1, 01-31 0.125 1, 02-28 0.9 1, 03-31 0.9 1");
    check(Measure::Scorecard, &|filter| filter.objectives = vec!["hiring".into()], CreditFrom::Own, "01-31 0.5 1");
    // The mean of Ann's 0.5 and Cleo's 1.
    let team = &|filter: &mut Filter| filter.objectives = vec!["hiring".into()];
    check(Measure::Scorecard, team, CreditFrom::Team, "01-31 0.25 1, 01-31 0.5 1");
}

#[test]
fn what_cannot_be_credited_is_a_gap() {
    let mut dataset = company();
    dataset.reps.extend([rep("dan", "nobody"), rep("eve", "finn"), rep("finn", "eve")]);
    dataset.deals[0].currency = "EUR".into();
    dataset.deals[1].currency = "pln".into();
    dataset.deals.push(Deal { currency: "PLN".into(), ..deal("4", "bob", "2026-03-01", 50) });
    dataset.credits.extend([credit("99", "ann", "1"), credit("99", "bob", "1"), credit("1", "nemo", "1")]);
    dataset.credits.push(credit("1", "ann", "0.5"));
    let rate = |currency: &str, on: &str, rate: &str| ExchangeRate {
        currency: currency.into(),
        day: Some(day(on)),
        rate: number(rate),
    };
    dataset.exchange_rates = vec![rate("EUR", "2026-01-01", "1.2"), rate("PLN", "2026-02-01", "0.25")];
    let shown = |who| said(&dataset, who, Measure::Bookings, &Filter::default(), CreditFrom::Own);
    assert_eq!(shown("ann"), "01-10 60 0.5, 02-01 300 0.75");
    assert_eq!(shown("bob"), "02-01 100 0.25, 03-01 12.5 1");
    let component = Component { credit_from: CreditFrom::Team, ..Component::default() };
    let plan = Plan { components: vec![component], ..Plan::default() };
    let book = Book::new(&dataset, "USD");
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        gaps(&book, &[&plan], Month::new(2026, 1), Month::new(2026, 3)),
        [
            Gap::DealsWithoutRate { currency: "PLN".into(), n_deals: 1, amount: Money::whole(200) },
            Gap::CreditsOfUnknownDeals { n_credits: 2, deals: names(&["99"]) },
            Gap::UnknownReps { named_in: NamedIn::Credits, n_records: 1, names: names(&["nemo"]) },
            Gap::UnknownManagers { n_reps: 1, names: names(&["nobody"]) },
            Gap::ManagerRing { n_reps: 2, names: names(&["eve name", "finn name"]) },
        ]
    );
}

fn datasets() -> impl Strategy<Value = Dataset> {
    let people = prop::collection::vec(prop::option::of(0..12_usize), 1..12);
    let deals = prop::collection::vec((0..14_usize, 1..28_u32, 0..1_000_i64, 1..40_i64), 0..30);
    let credits = prop::collection::vec((0..30_usize, 0..12_usize, 0..150_i64), 0..20);
    (people, deals, credits).prop_map(|(people, deals, credits)| Dataset {
        reps: (0..)
            .zip(&people)
            .map(|(at, boss)| rep(&format!("r{at}"), &boss.map_or(String::new(), |boss| format!("r{boss}"))))
            .collect(),
        deals: (0..)
            .zip(deals)
            .map(|(at, (owner, on, amount, term))| Deal {
                term_months: Some(Decimal::new(term, 1)),
                ..deal(&format!("d{at}"), &format!("r{owner}"), &format!("2026-05-{on:02}"), amount)
            })
            .collect(),
        credits: credits
            .into_iter()
            .map(|(deal, rep, share)| Credit {
                share: Decimal::new(share, 2),
                ..credit(&format!("d{deal}"), &format!("r{rep}"), "0")
            })
            .collect(),
        ..Dataset::default()
    })
}

proptest! {
    /// What people are credited with is what their shares of deals come to, no more and no less, whether at once or
    /// spread over terms; a team has at most the whole of each deal, and days rise.
    #[test]
    fn splits_conserve_credit(dataset in datasets()) {
        let book = Book::new(&dataset, "USD");
        let open = Filter::default();
        let sum = |events: &[Event]| events.iter().map(|event| event.credit).sum::<Decimal>();
        let known = |rep: &RepId| book.place(rep).is_some();
        let expected: Decimal = dataset.deals.iter().map(|deal| {
            let credits: Vec<&Credit> = dataset.credits.iter().filter(|credit| credit.deal == deal.id).collect();
            let share = if credits.is_empty() { Decimal::ONE } else { credits.iter().filter(|credit| known(&credit.rep)).map(|credit| credit.share).sum() };
            share * deal.amount.unwrap().0
        }).sum();
        let whole: Decimal = dataset.deals.iter().map(|deal| deal.amount.unwrap().0).sum();
        for measure in [Measure::Bookings, Measure::Revenue] {
            let events = |place, credit_from| book.events(place, Counted { measure, filter: &open, credit_from });
            let own: Decimal = (0..book.people().len()).map(|place| sum(&events(place, CreditFrom::Own))).sum();
            prop_assert_eq!(own, expected);
            for place in 0..book.people().len() {
                let team = events(place, CreditFrom::Team);
                prop_assert!(sum(&team) <= whole);
                prop_assert!(sum(&team) <= expected);
                prop_assert!(team.is_sorted_by_key(|event| event.day));
                prop_assert!(team.iter().all(|event| event.share <= Decimal::ONE));
                prop_assert_eq!(sum(&events(place, CreditFrom::Company)), whole);
            }
        }
    }
}
