//! Series out of records.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::regular::{Fill, regular, remark};
use super::{Axis, MOST_STEPS, Series, SeriesError, SeriesNote, SeriesSet, counted};
use crate::engine::comp::Book;
use crate::engine::records::{Activity, Dataset, Deal, Outcome, Rep, RepId, join_key};
use crate::engine::units::{Decimal, Money};

/// What is added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Amounts of won deals, in the scenario's currency, on their closing days.
    #[default]
    Bookings,
    /// Their units.
    Units,
    /// Their number.
    Deals,
    /// Calls, e-mails, meetings.
    Activities,
}

impl What {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Bookings, Self::Units, Self::Deals, Self::Activities];
}

/// What the series are split by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Not at all: the whole.
    #[default]
    Nothing,
    /// The owner, with the manager above.
    Rep,
    /// The owner's manager.
    Team,
    /// The product, with its family above.
    Product,
    /// The deal's segment, else its owner's.
    Segment,
    /// The deal's region, else its owner's.
    Region,
    /// Where the lead came from.
    Source,
    /// New business, renewal and the like; of activities what they are.
    Kind,
    /// The account.
    Account,
}

impl By {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Nothing,
        Self::Rep,
        Self::Team,
        Self::Product,
        Self::Segment,
        Self::Region,
        Self::Source,
        Self::Kind,
        Self::Account,
    ];
}

/// Which series are wanted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// What is added up.
    pub what: What,
    /// What it is split by.
    pub by: By,
    /// In which steps.
    pub axis: Axis,
    /// The last day up to which the data is whole; a step that ends later is left out.
    pub as_of: Option<NaiveDate>,
    /// Code of the scenario's currency.
    pub currency: String,
    /// Steps after which seasons come again; the axis' own if not said.
    pub cycle: Option<usize>,
}

/// One record's part.
struct Part<'a> {
    day: NaiveDate,
    value: f64,
    rep: &'a RepId,
    deal: Option<&'a Deal>,
    kind: &'a str,
}

/// The series of a dataset: a sum for each step from the first to the last with any record, 0 where there is none. Groups join
/// by name or id whatever the case; of two spellings the first is shown.
///
/// Without a day up to which the data is whole, the last step is kept, and told where no record lies on its last day.
///
/// # Errors
/// [`SeriesError::Nothing`] if no record counts, [`SeriesError::TooLong`], [`SeriesError::TooMany`].
pub fn gather(dataset: &Dataset, asked: &Asked) -> Result<SeriesSet, SeriesError> {
    let book = Book::new(dataset, &asked.currency);
    let mut counts = Left::default();
    let parts = parts(dataset, &book, asked, &mut counts);
    let axis = asked.axis;
    let last_day = parts.iter().map(|part| part.day).max().ok_or(SeriesError::Nothing)?;
    let first = parts.iter().map(|part| axis.tick(part.day)).min().ok_or(SeriesError::Nothing)?;
    // The step of the last day that is known to be over; of the data's own last day nothing is known.
    let end = axis.days(axis.tick(asked.as_of.unwrap_or(last_day)));
    let is_over = end.is_none_or(|(_, end)| asked.as_of.unwrap_or(last_day) >= end);
    let tick = axis.tick(asked.as_of.unwrap_or(last_day));
    let mut notes = counts.notes();
    let last = match asked.as_of {
        Some(_) if !is_over => {
            notes.push(SeriesNote::Incomplete { tick });
            tick - 1
        }
        _ => {
            notes.extend((!is_over).then_some(SeriesNote::MaybeIncomplete { tick }));
            tick
        }
    };
    if last < first {
        return Err(SeriesError::Nothing);
    }
    let namer = Namer { book: &book, products: products(dataset) };
    let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
    let mut whole: BTreeMap<i32, f64> = BTreeMap::new();
    let mut n_unnamed = 0;
    for part in parts.iter().filter(|part| axis.tick(part.day) <= last) {
        let (upper, name) = namer.names(part, asked.by);
        n_unnamed += usize::from(name.is_empty() && asked.by != By::Nothing);
        let key = (join_key(&upper), join_key(&name));
        let (_, _, sums) = groups.entry(key).or_insert_with(|| (upper, name, BTreeMap::new()));
        *sums.entry(axis.tick(part.day)).or_default() += part.value;
        *whole.entry(axis.tick(part.day)).or_default() += part.value;
    }
    notes.extend((0 < n_unnamed).then_some(SeriesNote::Unnamed { n: n_unnamed }));
    let n_steps = usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(usize::MAX);
    counted(0, n_steps.min(MOST_STEPS).saturating_mul(groups.len()))?;
    let cycle = asked.cycle.unwrap_or_else(|| axis.step.cycle());
    let made = |name: &str, sums: &BTreeMap<i32, f64>| {
        let mut series = regular(name, sums, (first, last), Fill::Zero)?;
        remark(&mut series, cycle);
        Ok(series)
    };
    let mut set = SeriesSet { axis, whole: Some(made("", &whole)?), notes, ..SeriesSet::default() };
    let mut uppers: BTreeMap<String, (usize, String, BTreeMap<i32, f64>)> = BTreeMap::new();
    for ((upper_key, _), (upper, name, sums)) in groups {
        let n = uppers.len();
        let (place, _, upper_sums) = uppers.entry(upper_key).or_insert_with(|| (n, upper, BTreeMap::new()));
        for (tick, value) in &sums {
            *upper_sums.entry(*tick).or_default() += value;
        }
        set.above.push(*place);
        set.series.push(made(&name, &sums)?);
    }
    if 1 < uppers.len() {
        let uppers: Result<Vec<Series>, SeriesError> =
            uppers.values().map(|(_, name, sums)| made(name, sums)).collect();
        set.uppers = uppers?;
    } else {
        set.above.clear();
    }
    Ok(set)
}

/// The group above, the own name, and sums by step.
type Group = (String, String, BTreeMap<i32, f64>);

/// How many records are left out, and why.
#[derive(Default)]
struct Left {
    undated: usize,
    unvalued: usize,
    later: usize,
}

impl Left {
    fn notes(&self) -> Vec<SeriesNote> {
        let all = [
            (self.undated, SeriesNote::Undated { n: self.undated }),
            (self.unvalued, SeriesNote::Unvalued { n: self.unvalued }),
            (self.later, SeriesNote::Later { n: self.later }),
        ];
        all.into_iter().filter(|(n, _)| 0 < *n).map(|(_, note)| note).collect()
    }
}

fn parts<'a>(dataset: &'a Dataset, book: &Book<'_>, asked: &Asked, left: &mut Left) -> Vec<Part<'a>> {
    let is_known = |day: NaiveDate| asked.as_of.is_none_or(|as_of| day <= as_of);
    let mut take = |day: Option<NaiveDate>, value: Option<f64>| {
        let Some(day) = day else {
            left.undated += 1;
            return None;
        };
        if !is_known(day) {
            left.later += 1;
            return None;
        }
        left.unvalued += usize::from(value.is_none());
        value.map(|value| (day, value))
    };
    if asked.what == What::Activities {
        let part = |one: &'a Activity| {
            let (day, value) = take(one.day, Some(number(one.count)))?;
            Some(Part { day, value, rep: &one.rep, deal: None, kind: one.kind.as_str() })
        };
        return dataset.activities.iter().filter_map(part).collect();
    }
    let part = |deal: &'a Deal| {
        let value = match asked.what {
            What::Bookings => book.amount(deal).map(Money::to_f64),
            What::Units => deal.units.map(number),
            What::Deals | What::Activities => Some(1.0),
        };
        let (day, value) = take(deal.closed, value)?;
        Some(Part { day, value, rep: &deal.rep, deal: Some(deal), kind: deal.kind.as_str() })
    };
    dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won).filter_map(part).collect()
}

fn number(decimal: Decimal) -> f64 {
    Money(decimal).to_f64()
}

/// Families and names of products by what deals call them.
fn products(dataset: &Dataset) -> BTreeMap<String, (&str, &str)> {
    let mut found = BTreeMap::new();
    // Ids stand before names.
    let ids = dataset.products.iter().map(|product| (&product.id, product));
    for (key, product) in ids.chain(dataset.products.iter().map(|product| (&product.name, product))) {
        let name = if product.name.trim().is_empty() { &product.id } else { &product.name };
        found.entry(join_key(key)).or_insert((product.family.trim(), name.trim()));
    }
    found
}

struct Namer<'a> {
    book: &'a Book<'a>,
    products: BTreeMap<String, (&'a str, &'a str)>,
}

impl Namer<'_> {
    /// What a part belongs to, and what that belongs to; empty for nothing.
    fn names(&self, part: &Part<'_>, by: By) -> (String, String) {
        let own = |of: fn(&Deal) -> &str| part.deal.map_or("", of).trim();
        let place = self.book.place(part.rep);
        let rep = place.and_then(|place| self.book.people().get(place)).and_then(|(_, rep)| *rep);
        let or_rep = |own: &str, of: fn(&Rep) -> &str| {
            let own = if own.is_empty() { rep.map_or("", of).trim() } else { own };
            (String::new(), own.to_owned())
        };
        match by {
            By::Nothing => (String::new(), String::new()),
            By::Rep => {
                let name =
                    rep.map_or(part.rep.0.as_str(), |rep| if rep.name.is_empty() { &rep.id.0 } else { &rep.name });
                (self.manager(rep), name.trim().to_owned())
            }
            By::Team => (String::new(), self.manager(rep)),
            By::Product => {
                let called = own(|deal| &deal.product);
                let (family, name) = self.products.get(&join_key(called)).copied().unwrap_or(("", called));
                (family.to_owned(), name.to_owned())
            }
            By::Segment => or_rep(own(|deal| &deal.segment), |rep| &rep.segment),
            By::Region => or_rep(own(|deal| &deal.region), |rep| &rep.region),
            By::Source => (String::new(), own(|deal| &deal.source).to_owned()),
            By::Kind => (String::new(), part.kind.trim().to_owned()),
            By::Account => (String::new(), own(|deal| &deal.account).to_owned()),
        }
    }

    /// The manager's name as it is known, else as it is written.
    fn manager(&self, rep: Option<&Rep>) -> String {
        let written = rep.map_or("", |rep| rep.manager.trim());
        let known = self.book.place(&RepId(written.to_owned())).and_then(|place| self.book.people().get(place));
        let known = known.and_then(|(_, rep)| *rep).filter(|rep| !rep.name.trim().is_empty());
        known.map_or(written, |rep| rep.name.trim()).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn won(rep: &str, product: &str, day: &str, amount: i64) -> Deal {
        Deal {
            rep: RepId(rep.into()),
            product: product.into(),
            outcome: Outcome::Won,
            amount: Some(Money::whole(amount)),
            closed: day.parse().ok(),
            ..Deal::default()
        }
    }

    fn company() -> Dataset {
        let rep = |id: &str, manager: &str| Rep { id: RepId(id.into()), manager: manager.into(), ..Rep::default() };
        Dataset {
            reps: vec![rep("Ann", "Zoe"), rep("Bob", "Zoe"), rep("Cid", "Yves")],
            deals: vec![
                won("Ann", "x", "2026-01-10", 100),
                won("ann ", "X", "2026-03-31", 50),
                won("Bob", "", "2026-02-01", 30),
                won("Cid", "y", "2026-04-02", 20),
                Deal { closed: None, ..won("Cid", "y", "2026-04-02", 20) },
                Deal { amount: None, ..won("Cid", "y", "2026-04-02", 20) },
            ],
            ..Dataset::default()
        }
    }

    fn asked(by: By) -> Asked {
        Asked { by, currency: "EUR".into(), ..Asked::default() }
    }

    #[test]
    fn reps_add_up_to_teams_and_the_company() {
        let found = gather(&company(), &asked(By::Rep)).unwrap();
        let shown: Vec<(&str, &[f64])> =
            found.series.iter().map(|one| (one.name.as_str(), one.values.as_slice())).collect();
        assert_eq!(
            shown,
            [
                ("Cid", [0.0, 0.0, 0.0, 20.0].as_slice()),
                ("Ann", [100.0, 0.0, 50.0, 0.0].as_slice()),
                ("Bob", [0.0, 30.0, 0.0, 0.0].as_slice()),
            ]
        );
        let uppers: Vec<&str> = found.uppers.iter().map(|one| one.name.as_str()).collect();
        assert_eq!((uppers.as_slice(), found.above.as_slice()), (["Yves", "Zoe"].as_slice(), [0, 1, 1].as_slice()));
        assert_eq!(found.whole.as_ref().unwrap().values, [100.0, 30.0, 50.0, 20.0]);
        for note in [SeriesNote::Undated { n: 1 }, SeriesNote::Unvalued { n: 1 }] {
            assert!(found.notes.contains(&note), "{:?}", found.notes);
        }
        assert!(found.notes.iter().any(|note| matches!(note, SeriesNote::MaybeIncomplete { .. })));
    }

    #[test]
    fn a_month_that_is_not_over_is_left_out() {
        let as_of = |day: &str| Asked { as_of: day.parse().ok(), ..asked(By::Nothing) };
        let found = gather(&company(), &as_of("2026-04-15")).unwrap();
        assert_eq!(found.series[0].values, [100.0, 30.0, 50.0]);
        assert!(found.notes.iter().any(|note| matches!(note, SeriesNote::Incomplete { .. })));
        assert_eq!(gather(&company(), &as_of("2026-04-30")).unwrap().series[0].values.len(), 4);
        // A month that is over without a deal is a month of 0.
        assert_eq!(gather(&company(), &as_of("2026-05-31")).unwrap().series[0].values, [100.0, 30.0, 50.0, 20.0, 0.0]);
        assert_eq!(gather(&company(), &as_of("2026-01-15")), Err(SeriesError::Nothing));
        assert_eq!(gather(&Dataset::default(), &asked(By::Nothing)), Err(SeriesError::Nothing));
    }

    #[test]
    fn groups_join_whatever_the_case_and_the_nameless_are_told() {
        let found = gather(&company(), &asked(By::Product)).unwrap();
        let names: Vec<&str> = found.series.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["", "x", "y"]);
        assert!(found.notes.contains(&SeriesNote::Unnamed { n: 1 }));
        let weeks = Asked { axis: Axis { step: Step::Week, ..Axis::default() }, what: What::Deals, ..asked(By::Team) };
        let found = gather(&company(), &weeks).unwrap();
        assert_eq!(found.series.iter().map(|one| one.values.iter().sum::<f64>()).collect::<Vec<_>>(), [2.0, 3.0]);
    }
}
