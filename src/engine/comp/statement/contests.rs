//! Contests over all reps on a plan: who won what, and when it is paid.

use std::collections::BTreeMap;

use super::earn::{Earning, rounded, spiff_line};
use super::paid::cancelled_in;
use super::team::Team;
use super::walk::Dealt;
use super::{Explanation, Line};
use crate::engine::comp::credit::{Event, EventSource};
use crate::engine::comp::exact::{Step, minus, plus};
use crate::engine::comp::ledger::{Award, LedgerStep, SpiffPay, awards};
use crate::engine::comp::plan::{Reward, Spiff};
use crate::engine::records::Deal;
use crate::engine::units::{Decimal, Granularity, Month, Period};

/// One round of a contest.
pub(super) struct Round {
    plan: usize,
    spiff: usize,
    /// The payout period that it is paid in, by place.
    pub(super) payout: usize,
    period: Period,
    entrants: Vec<Entrant>,
}

struct Entrant {
    place: usize,
    credit: Decimal,
    n_deals: u32,
    award: Option<Award>,
    /// Credit of deals that were cancelled in time to be taken back, by their places in the dataset.
    cancelled: BTreeMap<u32, Decimal>,
    /// What of the prize each of them is to give back.
    back: Vec<(u32, Decimal)>,
}

/// All rounds that end in the months of the replay.
pub(super) fn rounds(team: &Team) -> Vec<Round> {
    let mut rounds = Vec::new();
    for (plan, one) in team.plans.plans.iter().enumerate() {
        for (spiff, contest) in one.spiffs.iter().enumerate() {
            let Reward::Contest { per, prizes, least } = &contest.reward else { continue };
            let bounds = (contest.from.map(Month::of), contest.to.map(Month::of));
            for period in team.calendar.periods(team.since, team.last, *per) {
                let end = bounds.1.map_or(period.end(), |to| period.end().min(to));
                if end < team.since || team.last < end || bounds.0.is_some_and(|from| end < from) || end < period.start
                {
                    continue;
                }
                let mut entrants = entrants(team, plan, contest, period, end);
                let credits: Vec<Decimal> = entrants.iter().map(|entrant| entrant.credit).collect();
                let award = |credits: &[Decimal]| awards(credits, prizes, *least, team.digits);
                for (entrant, award) in entrants.iter_mut().zip(award(&credits)) {
                    entrant.award = award;
                }
                rank_again(team, &mut entrants, credits, award);
                let payout = team.payout_of(Period { start: end, length: Granularity::Month });
                rounds.push(Round { plan, spiff, payout, period, entrants });
            }
        }
    }
    rounds
}

/// The reps who are on the plan when the round ends.
fn entrants(team: &Team, plan: usize, contest: &Spiff, period: Period, end: Month) -> Vec<Entrant> {
    let mut entrants = Vec::new();
    for place in 0..team.n_members() {
        let stints = team.stints.get(place).map(Vec::as_slice).unwrap_or_default();
        let Some(stint) = stints.iter().find(|stint| stint.plan == plan && stint.from <= end && end <= stint.to) else {
            continue;
        };
        let Some(member) = team.member(place, *stint) else { continue };
        let clawback = team.plans.plans.get(plan).and_then(|plan| plan.clawback);
        let is_back =
            |deal: &Deal| clawback.is_some_and(|clawback| clawback.applies(deal)) && cancelled_in(team, deal).is_some();
        let (cancelled, back) = (BTreeMap::new(), Vec::new());
        let mut entrant = Entrant { place, credit: Decimal::ZERO, n_deals: 0, award: None, cancelled, back };
        for event in member.events(contest.counted()).iter() {
            if period.contains(Month::of(event.day)) && contest.counts(event.day) {
                entrant.credit = plus(entrant.credit, event.credit);
                entrant.n_deals += 1;
                if let EventSource::Deal(deal) = event.source
                    && team.cancelled.get(&deal).is_some_and(|deal| is_back(deal))
                {
                    let credit = entrant.cancelled.entry(deal).or_default();
                    *credit = plus(*credit, event.credit);
                }
            }
        }
        entrants.push(entrant);
    }
    entrants
}

/// Takes prizes back, deal by deal in the order of cancellation: without all that is cancelled by then the round is ranked
/// again, and who loses a deal keeps no more than is won then. What others were given is not raised.
fn rank_again(
    team: &Team,
    entrants: &mut [Entrant],
    mut credits: Vec<Decimal>,
    award: impl Fn(&[Decimal]) -> Vec<Option<Award>>,
) {
    let mut gone: BTreeMap<_, Vec<(usize, Decimal)>> = BTreeMap::new();
    for (at, entrant) in entrants.iter().enumerate() {
        for (deal, credit) in &entrant.cancelled {
            let Some(day) = team.cancelled.get(deal).and_then(|deal| deal.cancelled) else { continue };
            gone.entry((day, *deal)).or_default().push((at, *credit));
        }
    }
    let mut kept: Vec<Decimal> = entrants.iter().map(Entrant::prize).collect();
    for ((_, deal), shares) in gone {
        for (at, credit) in &shares {
            if let Some(sum) = credits.get_mut(*at) {
                *sum = minus(*sum, *credit);
            }
        }
        // Only who still keeps a prize can lose it.
        if shares.iter().all(|(at, _)| kept.get(*at).is_none_or(|kept| *kept <= Decimal::ZERO)) {
            continue;
        }
        let again = award(&credits);
        for (at, _) in shares {
            let prize = again.get(at).copied().flatten().map(|award| award.prize.0).unwrap_or_default();
            let (Some(entrant), Some(kept)) = (entrants.get_mut(at), kept.get_mut(at)) else { continue };
            if prize < *kept {
                entrant.back.push((deal, minus(*kept, prize)));
                *kept = prize;
            }
        }
    }
}

impl Entrant {
    fn prize(&self) -> Decimal {
        self.award.map(|award| award.prize.0).unwrap_or_default()
    }
}

impl Round {
    fn entrant(&self, place: usize) -> Option<&Entrant> {
        let found = self.entrants.binary_search_by_key(&place, |entrant| entrant.place).ok()?;
        self.entrants.get(found)
    }

    fn line(&self, team: &Team, entrant: &Entrant) -> Option<Line> {
        let spiff = team.plans.plans.get(self.plan)?.spiffs.get(self.spiff)?;
        let pay = entrant.prize();
        let paid = SpiffPay { pay, credit: entrant.credit, credit_to_date: entrant.credit, ..SpiffPay::default() };
        let input = team.input(self.plan, (team.first, team.last))?;
        let line = spiff_line(spiff, *team.payouts.get(self.payout)?, &paid, &input);
        Some(Line { n_deals: entrant.n_deals, ..line })
    }

    /// What the member won, as a line; none without credit.
    pub(super) fn earning<'a>(&self, team: &Team<'a>, place: usize) -> Option<(usize, Earning<'a>)> {
        let entrant = self.entrant(place).filter(|entrant| entrant.award.is_some() || !entrant.credit.is_zero())?;
        let line = self.line(team, entrant)?;
        let exact = rounded(&team.input(self.plan, (team.first, team.last))?, line.pay.0);
        let months = vec![(line.period.end(), exact)];
        let back = entrant.back.iter();
        let cancelled = back.filter_map(|(deal, pay)| Some((*deal, *team.cancelled.get(deal)?, *pay))).collect();
        Some((self.plan, Earning { line, exact, is_spiff: true, months, cancelled }))
    }

    /// Why the member won that much; none if the round is not of that name and period.
    pub(super) fn explain(&self, team: &Team, place: usize, name: &str, period: Period) -> Option<Explanation> {
        let spiff = team.plans.plans.get(self.plan)?.spiffs.get(self.spiff)?;
        if spiff.name != name || team.payouts.get(self.payout) != Some(&period) {
            return None;
        }
        let entrant = self.entrant(place)?;
        let Reward::Contest { least, .. } = spiff.reward else { return None };
        let step = match entrant.award {
            Some(Award { place, n_tied, pool, prize }) => LedgerStep::Place {
                place: place as u32,
                n_tied: n_tied as u32,
                n_reps: self.entrants.len() as u32,
                credit: entrant.credit,
                pool: pool.0,
                pay: prize.0,
            },
            None => LedgerStep::Unplaced { credit: entrant.credit, least },
        };
        let stint = team.stints.get(place)?.iter().find(|stint| stint.plan == self.plan)?;
        let member = team.member(place, *stint)?;
        let counts = |event: &&Event| self.period.contains(Month::of(event.day)) && spiff.counts(event.day);
        let deals = member.events(spiff.counted());
        let deals =
            deals.iter().filter(counts).map(|event| Dealt { event: *event, credit: event.credit, pay: Decimal::ZERO });
        Some(Explanation {
            line: self.line(team, entrant)?,
            deals: deals.map(|dealt| dealt.named(team.dataset)).collect(),
            true_up: Decimal::ZERO,
            trace: vec![Step::Ledger(step)],
        })
    }
}
