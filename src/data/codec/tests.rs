//! Bytes and records, there and back, and bytes that are no records.

use chrono::NaiveDate;
use proptest::collection::vec as list;
use proptest::prelude::*;

use super::*;
use crate::engine::records::{
    Absence, Account, Activity, Credit, Deal, ExchangeRate, ForecastCategory, Lead, Objective, Outcome, Payment,
    Product, Rep, RepId, Spend, Target,
};
use crate::engine::units::{Decimal, Granularity, Money, Month, Period};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-c]{0,3}", "\\PC{0,12}", "deal-[0-9]{1,3}", "[é-ü]{0,4}"]
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let parts = (any::<u128>(), 0_u32..=96, 0_u32..=28, any::<bool>());
    parts.prop_map(|(digits, width, scale, is_negative)| {
        let mut number = Decimal::from_i128_with_scale((digits & ((1_u128 << width) - 1)) as i128, scale);
        number.set_sign_negative(is_negative);
        number
    })
}

fn money() -> impl Strategy<Value = Option<Money>> {
    prop::option::of(decimal().prop_map(Money))
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    let any_day = prop_oneof![738_000..741_000_i32, 1..3_652_059_i32];
    prop::option::of(any_day.prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap()))
}

fn period() -> impl Strategy<Value = Period> {
    let length = prop::sample::select(Granularity::ALL.to_vec());
    (1_000..=9_999_i32, 1..=12_u32, length)
        .prop_map(|(year, month, length)| Period { start: Month::new(year, month), length })
}

fn deal() -> impl Strategy<Value = Deal> {
    let outcome = prop::sample::select(vec![Outcome::Open, Outcome::Won, Outcome::Lost]);
    let numbers = (money(), money(), prop::option::of(decimal()), prop::option::of(decimal()));
    let category = prop::option::of(prop::sample::select(ForecastCategory::ALL.to_vec()));
    (prop::array::uniform10(text()), outcome, numbers, day(), day(), day(), category).prop_map(
        |(
            [id, rep, account, product, stage, segment, region, source, kind, currency],
            outcome,
            (amount, margin, units, term_months),
            created,
            closed,
            cancelled,
            forecast_category,
        )| Deal {
            id,
            rep: RepId(rep),
            account,
            product,
            stage,
            outcome,
            amount,
            margin,
            units,
            created,
            closed,
            segment,
            region,
            source,
            kind,
            currency,
            term_months,
            cancelled,
            forecast_category,
        },
    )
}

fn dataset() -> impl Strategy<Value = Dataset> {
    let reps = (prop::array::uniform7(text()), day(), day(), money(), money()).prop_map(
        |([id, name, role, manager, region, segment, currency], hired, left, base_salary, target_incentive)| Rep {
            id: RepId(id),
            name,
            role,
            manager,
            region,
            segment,
            hired,
            left,
            base_salary,
            target_incentive,
            currency,
        },
    );
    let accounts = (prop::array::uniform6(text()), money(), prop::option::of(decimal())).prop_map(
        |([id, name, industry, region, segment, owner], revenue, employees)| Account {
            id,
            name,
            industry,
            region,
            segment,
            owner: RepId(owner),
            revenue,
            employees,
        },
    );
    let products =
        (text(), text(), text(), money()).prop_map(|(id, name, family, price)| Product { id, name, family, price });
    let targets = (text(), period(), decimal(), text()).prop_map(|(rep, period, amount, measure)| Target {
        rep: RepId(rep),
        period,
        amount: Money(amount),
        measure,
    });
    let leads =
        (text(), text(), text(), text(), day(), day()).prop_map(|(id, owner, source, status, created, converted)| {
            Lead { id, owner: RepId(owner), source, status, created, converted }
        });
    let activities = (text(), day(), text(), decimal()).prop_map(|(rep, day, kind, count)| Activity {
        rep: RepId(rep),
        day,
        kind,
        count,
    });
    let spend =
        (day(), text(), decimal()).prop_map(|(day, channel, amount)| Spend { day, channel, amount: Money(amount) });
    let credits = (text(), text(), decimal(), text()).prop_map(|(deal, rep, share, role)| Credit {
        deal,
        rep: RepId(rep),
        share,
        role,
    });
    let objectives = (text(), period(), text(), decimal(), decimal())
        .prop_map(|(rep, period, name, result, weight)| Objective { rep: RepId(rep), period, name, result, weight });
    let rates = (text(), day(), decimal()).prop_map(|(currency, day, rate)| ExchangeRate { currency, day, rate });
    let absences = (text(), day(), day()).prop_map(|(rep, from, to)| Absence { rep: RepId(rep), from, to });
    let payments = (text(), period(), decimal()).prop_map(|(rep, period, amount)| Payment {
        rep: RepId(rep),
        period,
        amount: Money(amount),
    });
    (
        (list(reps, 0..6), list(deal(), 0..30), list(accounts, 0..6), list(products, 0..6)),
        (list(targets, 0..6), list(leads, 0..6), list(activities, 0..6), list(spend, 0..6)),
        (list(credits, 0..6), list(objectives, 0..6), list(rates, 0..6), list(absences, 0..6), list(payments, 0..6)),
    )
        .prop_map(|((reps, deals, accounts, products), (targets, leads, activities, spend), pay)| Dataset {
            credits: pay.0,
            objectives: pay.1,
            exchange_rates: pay.2,
            absences: pay.3,
            payments: pay.4,
            reps,
            deals,
            accounts,
            products,
            targets,
            leads,
            activities,
            spend,
        })
}

/// All of a dataset, signs and scales of numbers too, which `==` overlooks.
fn exactly(dataset: &Dataset) -> String {
    format!("{dataset:?}")
}

fn by_record(dataset: &Dataset) -> Vec<u8> {
    postcard::to_extend(&by_record::Former::from(dataset.clone()), vec![BY_RECORD]).unwrap()
}

#[test]
fn nothing_is_a_byte_a_kind() {
    let nothing = [[3].as_slice(), &[0; 13]].concat();
    assert_eq!(encode(&Dataset::default()), nothing);
    assert_eq!(decode(&nothing), Ok(Dataset::default()));
    assert_eq!(decode(&[2, 0, 0, 0, 0, 0, 0, 0, 0]), Ok(Dataset::default()));
    assert_eq!(decode(&[]), Err(DecodeError::Damaged));
    assert_eq!(decode(&[5]), Err(DecodeError::Layout { found: 5 }));
    let readable = [[1].as_slice(), &[2], &[3], &[4], &[5], &[]].map(is_readable);
    assert_eq!(readable, [true, true, true, true, false, false]);
}

#[test]
fn bytes_that_would_fill_the_memory_are_damage() {
    // One text of a mebibyte that a hundred thousand activities say.
    let kind = "x".repeat(1 << 20);
    let activity = Activity { kind: String::new(), ..Activity::default() };
    let mut dataset = Dataset { activities: vec![activity; 100_000], ..Dataset::default() };
    dataset.activities[0].kind = kind;
    let bytes = encode(&dataset);
    assert!(decode(&bytes).is_ok());
    let lists = lists(UNSTATED, &bytes[1..]).unwrap();
    let n: usize = lists.iter().map(|list| list.n).sum();
    assert_eq!(n, 100_000);
    // The same with all numbers of texts turned to the long one.
    let at = bytes.windows(3).position(|part| part == [1, 1, 1]).unwrap();
    let mut bomb = bytes.clone();
    for byte in bomb.iter_mut().skip(at).take(99_000) {
        *byte = 0;
    }
    assert_eq!(decode(&bomb), Err(DecodeError::Damaged));
    // A count that no bytes are there for.
    assert_eq!(decode(&[3, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0]), Err(DecodeError::Damaged));
}

/// Bytes of layout 2 as they were written then: a rep, a deal and a target without what came later.
const SECOND: &str = "02 01 05 00 03 41 6e 6e 05 01 03 41 6e 6e 02 01 00 02 01 00 02 01 00 02 01 00 01 00 01 00 01 00 01 00 01 04 \
    00 02 44 31 05 01 03 41 6e 6e 02 01 00 02 01 00 02 01 00 02 01 00 02 01 00 02 01 00 03 01 c0 03 01 00 01 00 \
    01 00 04 01 c4 a4 5a 01 01 00 00 01 05 01 03 41 6e 6e 04 01 80 fa 01 03 c1 ef 0b 00 00 00";

#[test]
fn the_second_layout_opens() {
    let target = Target {
        rep: RepId("Ann".into()),
        period: Period { start: Month::new(2026, 1), length: Granularity::Quarter },
        amount: Money::whole(500),
        measure: String::new(),
    };
    let deal = Deal {
        id: "D1".into(),
        rep: RepId("Ann".into()),
        amount: Some(Money::whole(7)),
        closed: NaiveDate::from_ymd_opt(2026, 1, 2),
        outcome: Outcome::Won,
        ..Deal::default()
    };
    let rep = Rep { id: RepId("Ann".into()), name: "Ann".into(), ..Rep::default() };
    let dataset = Dataset { reps: vec![rep], deals: vec![deal], targets: vec![target], ..Dataset::default() };
    let bytes: Vec<u8> = SECOND.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
    assert_eq!(decode(&bytes), Ok(dataset.clone()));
    let mut writer = Writer::default();
    Encoded::new(&bytes).unwrap().hand_to(&mut writer);
    assert_eq!(writer.finish().whole(), encode(&dataset));
}

#[test]
fn a_category_stands_in_the_byte_of_the_outcome() {
    let deal = |outcome| Deal { id: "D1".into(), outcome, ..Deal::default() };
    let of = |deal: Deal| encode(&Dataset { deals: vec![deal], ..Dataset::default() });
    let (bare, stated) =
        (of(deal(Outcome::Won)), of(Deal { forecast_category: Some(ForecastCategory::Commit), ..deal(Outcome::Won) }));
    // Without a category the bytes are what they were before there was one.
    assert_eq!((bare[0], stated[0]), (3, 4));
    let changed: Vec<(u8, u8)> = bare
        .iter()
        .zip(&stated)
        .skip(1)
        .filter(|(one, other)| one != other)
        .map(|(one, other)| (*one, *other))
        .collect();
    assert_eq!((bare.len(), changed), (stated.len(), vec![(1, 1 | 5 << 2)]));
    // A category in the layout that has none is damage.
    assert_eq!(decode(&[[3].as_slice(), &stated[1..]].concat()), Err(DecodeError::Damaged));
    assert_eq!(decode(&[[4].as_slice(), &bare[1..]].concat()), decode(&bare));
}

#[test]
fn pieces_are_named_as_their_bytes_together() {
    let piece = |n: u32| Pieces::from((0..n).map(|number| number as u8).collect::<Vec<u8>>());
    let mut pieces = Pieces::default();
    for n in [0, 1, 70_000, 3, 0, 200] {
        pieces.end().push(9);
        pieces.append(piece(n));
    }
    let (n_bytes, name) = (pieces.n_bytes(), fingerprint_of_pieces(&pieces));
    let bytes = pieces.whole();
    assert_eq!((bytes.len(), fingerprint(&bytes)), (n_bytes, name));
    assert_eq!((n_bytes, bytes.first(), bytes.last()), (70_210, Some(&9), Some(&199)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_dataset_comes_back_in_every_digit(dataset in dataset()) {
        let bytes = encode(&dataset);
        let found = decode(&bytes).unwrap();
        prop_assert_eq!(exactly(&found), exactly(&dataset));
        prop_assert_eq!(encode(&found), &bytes[..]);
        // Read as it is wanted, and written once more.
        let mut writer = Writer::default();
        Encoded::new(&bytes).unwrap().hand_to(&mut writer);
        prop_assert_eq!(writer.finish().whole(), bytes);
    }

    #[test]
    fn the_layout_before_opens_too(dataset in dataset()) {
        let bytes = by_record(&dataset);
        let dataset = Dataset::from(by_record::Former::from(dataset));
        prop_assert_eq!(&decode(&bytes).unwrap(), &dataset);
        let mut writer = Writer::default();
        Encoded::new(&bytes).unwrap().hand_to(&mut writer);
        prop_assert_eq!(&decode(&writer.finish().whole()).unwrap(), &dataset);
    }

    #[test]
    fn any_bytes_are_read_or_damage(bytes in prop::collection::vec(prop_oneof![0..4_u8, any::<u8>()], 0..200), layout in 0..6_u8) {
        let bytes = [vec![layout], bytes].concat();
        let sound = decode(&bytes).is_ok();
        prop_assert_eq!(Encoded::new(&bytes).is_ok(), sound);
    }

    #[test]
    fn damage_is_read_or_noticed(
        dataset in dataset(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut in any::<prop::sample::Index>()
    ) {
        let mut bytes = encode(&dataset);
        prop_assert!(decode(&bytes[..cut.index(bytes.len())]).is_err());
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(found) = decode(&bytes) {
            prop_assert_eq!(decode(&encode(&found)).unwrap(), found);
        }
    }
}
