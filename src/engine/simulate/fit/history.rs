//! Credit and quota of each rep and month, gathered from the records.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{FitInput, months_of, number};
use crate::engine::comp::{Book, Component, Counted, CreditFrom, Event, EventSource, Filter, Measure, Plan};
use crate::engine::records::{Deal, Outcome, Rep, RepIndex, join_key};
use crate::engine::simulate::flows::counted;
use crate::engine::simulate::{self, Cancellations, Flow, NamedQuota, PerCredit};
use crate::engine::units::Month;

/// History of all reps, in the order of the records.
pub(super) struct Gathered {
    pub(super) reps: Vec<RepHistory>,
    /// What credit is counted in.
    pub(super) measure: Measure,
    /// What the team's deals come with for each unit of credit.
    pub(super) per_credit: PerCredit,
    /// Won deals of the history that could not be used.
    pub(super) n_left_out: u32,
    /// What plans count beside whole measures of deals.
    pub(super) wanted: Vec<simulate::Counted>,
    pub(super) cancellations: Cancellations,
}

/// One rep's months, from the first of the history on.
#[derive(Clone, Debug)]
pub(super) struct RepHistory {
    /// Credit and quota (if any) of each month; `None` where the rep was not there.
    pub(super) months: Vec<Option<(f64, Option<f64>)>>,
    n_deals: u32,
    credit: f64,
    /// Sums of the deals in each measure.
    sums: PerCredit,
    /// Sums of what plans count beside.
    flows: Vec<f64>,
    /// Quotas of measures that targets name.
    named: BTreeMap<String, BTreeMap<Month, f64>>,
    /// The rep's id is that of an earlier one, who has the deals and the targets.
    pub(super) is_repeated: bool,
    /// Quota by month, of the history and after it.
    targets: BTreeMap<Month, f64>,
}

/// Where a plan year's quota comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Targets of the plan year.
    Target,
    /// The latest targets before.
    Past,
    /// The plan.
    Plan,
    /// Nowhere.
    Nothing,
}

pub(super) fn gather(input: &FitInput) -> Gathered {
    let n_months = (input.history_last.since(input.history_first) + 1).clamp(0, 1_200) as usize;
    let measure = driving_measure(input.plan);
    let wanted = wanted(input);
    let reps = &input.dataset.reps;
    let places = RepIndex::new(reps);
    let book = Book::new(input.dataset, input.currency);
    let mut is_used = vec![false; input.dataset.deals.len()];
    let mut histories = Vec::with_capacity(reps.len());
    let mut targets = targets(input, &places);
    for (place, rep) in reps.iter().enumerate() {
        let is_repeated = places.place(&rep.id) != Some(place);
        let person = book.place(&rep.id).filter(|_| !is_repeated);
        let open = Filter::default();
        let months = |measure: Measure, filter: &Filter| {
            let counted = Counted { measure, filter, credit_from: CreditFrom::Own };
            person.map_or_else(|| Rc::from([]), |person| book.events(person, counted))
        };
        let (mut credit, mut deals) = (vec![0.0_f64; n_months], BTreeSet::new());
        for event in &*months(measure, &open) {
            let Some(month) = month_of(input, event, n_months) else { continue };
            if let Some(sum) = credit.get_mut(month) {
                *sum += number(event.credit);
            }
            if let EventSource::Deal(deal) = event.source {
                deals.insert(deal);
            }
        }
        for deal in &deals {
            if let Some(is_used) = is_used.get_mut(*deal as usize) {
                *is_used = true;
            }
        }
        let n_deals = deals.len() as u32;
        let sum = |measure: Measure, filter: &Filter| -> f64 {
            let events = months(measure, filter);
            let within = events.iter().filter(|event| month_of(input, event, n_months).is_some());
            // Sums begin at 0, not at -0: which of the two a maximum is, machines may say differently.
            within.map(|event| number(event.credit)).fold(0.0, |sum, credit| sum + credit)
        };
        let sums = PerCredit {
            bookings: sum(Measure::Bookings, &open),
            margin: sum(Measure::Margin, &open),
            units: sum(Measure::Units, &open),
            deals: sum(Measure::Deals, &open),
        };
        let flows = wanted.iter().map(|counted| sum(counted.measure, &counted.filter)).collect();
        let (own, named) = targets.get_mut(place).map(std::mem::take).unwrap_or_default();
        histories.push(RepHistory { n_deals, sums, flows, named, is_repeated, ..history(input, rep, &credit, own) });
    }
    let credit = histories.iter().map(|history| history.credit).sum();
    let sums: Vec<PerCredit> = histories.iter().map(|history| history.sums).collect();
    Gathered {
        per_credit: per_credit(&sums, credit).unwrap_or_default(),
        n_left_out: n_left_out(input, &is_used, n_months),
        cancellations: cancellations(input, n_months),
        reps: histories,
        measure,
        wanted,
    }
}

/// The measure of the heaviest component that deals are credited to; the first part's of a blend.
fn driving_measure(plan: &Plan) -> Measure {
    let of = |component: &Component| component.parts.first().map_or(component.measure, |part| part.measure);
    let heaviest = plan.components.iter().filter(|component| of(component).is_of_deals());
    heaviest.reduce(|best, next| if best.weight < next.weight { next } else { best }).map(of).unwrap_or_default()
}

/// What plans count beside whole measures of deals.
fn wanted(input: &FitInput) -> Vec<simulate::Counted> {
    let mut wanted: Vec<simulate::Counted> = Vec::new();
    for plan in std::iter::once(input.plan).chain(input.others) {
        let of_components = plan.components.iter().flat_map(counted).map(|(what, _)| what);
        let of_spiffs = plan
            .spiffs
            .iter()
            .map(|spiff| simulate::Counted { measure: spiff.counts_of(), filter: spiff.filter.clone() });
        for what in of_components.chain(of_spiffs) {
            let is_whole = what.filter.is_open() && what.measure.is_of_deals();
            if !is_whole && !wanted.contains(&what) {
                wanted.push(what);
            }
        }
    }
    wanted
}

/// The event's place among the months of the history.
fn month_of(input: &FitInput, event: &Event, n_months: usize) -> Option<usize> {
    usize::try_from(Month::of(event.day).since(input.history_first)).ok().filter(|month| *month < n_months)
}

/// Won deals of the history that nobody was credited with.
fn n_left_out(input: &FitInput, is_used: &[bool], n_months: usize) -> u32 {
    let won = input.dataset.deals.iter().zip(is_used).filter(|(deal, _)| deal.outcome == Outcome::Won);
    let is_left = |(deal, is_used): &(&Deal, &bool)| match deal.closed {
        None => true,
        Some(day) => {
            let month = Month::of(day).since(input.history_first);
            !**is_used && (0..n_months as i32).contains(&month)
        }
    };
    won.filter(is_left).count() as u32
}

/// What share of won amounts was cancelled after how many months, and how much of the contracts was left then.
fn cancellations(input: &FitInput, n_months: usize) -> Cancellations {
    let mut all = 0.0;
    let mut lost: Vec<(f64, f64)> = Vec::new();
    for deal in input.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let (Some(closed), Some(amount)) = (deal.closed, deal.amount) else { continue };
        let (amount, month) = (amount.to_f64(), Month::of(closed).since(input.history_first));
        if amount <= 0.0 || !(0..n_months as i32).contains(&month) {
            continue;
        }
        all += amount;
        let Some(cancelled) = deal.cancelled else { continue };
        let lag = Month::of(cancelled).since(Month::of(closed)).clamp(0, 60) as usize;
        let term = deal.term_months.map(number).filter(|term| 0.0 < *term);
        let left = term.map_or(1.0, |term| ((term - lag as f64) / term).clamp(0.0, 1.0));
        if lost.len() <= lag {
            lost.resize(lag + 1, (0.0, 0.0));
        }
        if let Some((sum, sum_left)) = lost.get_mut(lag) {
            *sum += amount;
            *sum_left += amount * left;
        }
    }
    Cancellations {
        share: lost.iter().map(|(sum, _)| sum / all).collect(),
        left: lost.iter().map(|(sum, left)| if 0.0 < *sum { left / sum } else { 1.0 }).collect(),
    }
}

/// Quotas by month: those of targets that name no measure, and those of each measure that is named.
type Targets = (BTreeMap<Month, f64>, BTreeMap<String, BTreeMap<Month, f64>>);

fn targets(input: &FitInput, places: &RepIndex) -> Vec<Targets> {
    let mut targets: Vec<Targets> = vec![Targets::default(); input.dataset.reps.len()];
    for target in &input.dataset.targets {
        let Some((main, named)) = places.place(&target.rep).and_then(|place| targets.get_mut(place)) else { continue };
        let key = join_key(&target.measure);
        let of_measure = if key.is_empty() { main } else { named.entry(key).or_default() };
        for month in target.period.months() {
            *of_measure.entry(month).or_insert(0.0) += target.amount.to_f64() / months_of(target.period.length);
        }
    }
    targets
}

/// What comes of each thing that plans count beside, of the whole team.
pub(super) fn team_flows(reps: &[RepHistory], wanted: &[simulate::Counted]) -> Vec<Flow> {
    let credit: f64 = reps.iter().map(|rep| rep.credit).sum();
    let n_months: f64 = reps.iter().map(|rep| rep.n_active() as f64).sum();
    let each = wanted.iter().enumerate().map(|(place, what)| {
        let sum = reps.iter().filter_map(|rep| rep.flows.get(place)).fold(0.0, |sum, flow| sum + flow);
        let over = |all: f64| if 0.0 < all { (sum / all).max(0.0) } else { 0.0 };
        if what.measure.is_of_deals() {
            Flow { per_credit: over(credit), per_month: 0.0 }
        } else {
            Flow { per_credit: 0.0, per_month: over(n_months) }
        }
    });
    each.collect()
}

/// What comes with each unit of credit; `None` without credit.
fn per_credit(sums: &[PerCredit], credit: f64) -> Option<PerCredit> {
    let share = |of: fn(&PerCredit) -> f64| (sums.iter().map(of).fold(0.0, |sum, part| sum + part) / credit).max(0.0);
    (0.0 < credit).then(|| PerCredit {
        bookings: share(|sums| sums.bookings),
        margin: share(|sums| sums.margin),
        units: share(|sums| sums.units),
        deals: share(|sums| sums.deals),
    })
}

/// A rep is there from the hiring month, else from the first month with credit, until the leaving month.
fn history(input: &FitInput, rep: &Rep, credit: &[f64], targets: BTreeMap<Month, f64>) -> RepHistory {
    let first_credit = credit.iter().position(|credit| *credit != 0.0);
    let first = match rep.hired {
        Some(day) => Some(Month::of(day).since(input.history_first).max(0) as usize),
        None => first_credit,
    };
    // A record may say that somebody was hired after a first sale; the sale counts.
    let first = match (first, first_credit) {
        (Some(first), Some(credit)) => first.min(credit),
        (first, credit) => first.or(credit).unwrap_or(usize::MAX),
    };
    let end =
        rep.left.map_or(i32::MAX, |day| Month::of(day).since(input.history_first).saturating_add(1)).max(0) as usize;
    let plan_quota = input.plan.quota.map(|quota| number(quota) / 12.0);
    let months = credit.iter().enumerate().map(|(place, credit)| {
        let there = first <= place && (place < end || *credit != 0.0);
        let month = input.history_first.plus(place as i32);
        let quota = targets.get(&month).copied().or(plan_quota).filter(|quota| 0.0 < *quota);
        there.then_some((*credit, quota))
    });
    RepHistory {
        months: months.collect(),
        n_deals: 0,
        credit: credit.iter().sum(),
        sums: PerCredit::default(),
        flows: Vec::new(),
        named: BTreeMap::new(),
        is_repeated: false,
        targets,
    }
}

impl RepHistory {
    /// Months that the rep was there.
    pub(super) fn n_active(&self) -> usize {
        self.months.iter().flatten().count()
    }

    /// Whether the rep has a quota of its own.
    pub(super) fn has_target(&self) -> bool {
        !self.targets.is_empty()
    }

    /// Whether the rep won a deal in the history.
    pub(super) fn has_deal(&self) -> bool {
        0.0 < self.sums.deals
    }

    /// What the rep's deals come with for each unit of credit.
    pub(super) fn per_credit(&self) -> Option<PerCredit> {
        per_credit(&[self.sums], self.credit)
    }

    /// What comes of each thing that plans count beside: along with credit, or month by month. Of a rep without credit,
    /// or months, it is unknown.
    pub(super) fn flows(&self, wanted: &[simulate::Counted]) -> Vec<Option<Flow>> {
        let each = wanted.iter().zip(&self.flows).map(|(what, sum)| {
            let n_active = self.n_active() as f64;
            if !what.measure.is_of_deals() {
                return (0.0 < n_active).then(|| Flow { per_credit: 0.0, per_month: (sum / n_active).max(0.0) });
            }
            (0.0 < self.credit).then(|| Flow { per_credit: (sum / self.credit).max(0.0), per_month: 0.0 })
        });
        each.collect()
    }

    /// Quotas of each simulated month by measures that targets name.
    pub(super) fn named_quotas(&self, input: &FitInput) -> Vec<NamedQuota> {
        let each = self.named.iter().filter_map(|(measure, months)| {
            let monthly = quota_of_months(months, input)?;
            Some(NamedQuota { measure: measure.clone(), monthly })
        });
        each.collect()
    }

    /// Credit of an average deal.
    pub(super) fn mean_deal(&self) -> Option<f64> {
        (self.n_deals != 0 && 0.0 < self.credit).then(|| self.credit / f64::from(self.n_deals))
    }

    /// Mean credit of a month.
    pub(super) fn mean_credit(&self) -> f64 {
        let n = self.n_active();
        if n == 0 { 0.0 } else { self.credit / n as f64 }
    }

    /// Attainment of each month: against quota, or against mean credit for a rep without any.
    pub(super) fn attainments(&self) -> Vec<Option<f64>> {
        let has_quota = self.months.iter().flatten().any(|(_, quota)| quota.is_some());
        let mean = self.mean_credit();
        let of = |(credit, quota): (f64, Option<f64>)| match quota {
            Some(quota) => Some((credit / quota).max(0.0)),
            None if !has_quota && 0.0 < mean => Some((credit / mean).max(0.0)),
            None => None,
        };
        self.months.iter().map(|month| month.and_then(of)).collect()
    }

    /// Quota of each month of the plan year, and where it comes from.
    pub(super) fn quota_of_year(&self, input: &FitInput) -> (Vec<f64>, Known) {
        let months = || (0..input.n_months.min(60) as i32).map(|step| input.first.plus(step));
        let Some(monthly) = quota_of_months(&self.targets, input) else {
            if let Some(quota) = input.plan.quota {
                return (months().map(|_| number(quota) / 12.0).collect(), Known::Plan);
            }
            return (months().map(|_| self.mean_credit()).collect(), Known::Nothing);
        };
        let known = if months().any(|month| self.targets.contains_key(&month)) { Known::Target } else { Known::Past };
        (monthly, known)
    }
}

/// Quota of each month of the plan year. A month without a target has that of the same month in the latest year that
/// has one, else the latest target; `None` without any.
fn quota_of_months(targets: &BTreeMap<Month, f64>, input: &FitInput) -> Option<Vec<f64>> {
    let months = || (0..input.n_months.min(60) as i32).map(|step| input.first.plus(step));
    let end = input.first.plus(input.n_months.min(60) as i32 - 1);
    let (latest_month, latest) = targets.range(..=end).next_back()?;
    let of_month = |month: Month| {
        let years = (0..10).map(|years| month.plus(-12 * years));
        years
            .filter(|month| latest_month.since(*month) < 12 || input.first <= *month)
            .find_map(|month| targets.get(&month))
    };
    Some(months().map(|month| of_month(month).copied().unwrap_or(*latest)).collect())
}
