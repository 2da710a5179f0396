//! One rep's statement: lines to cents, then through the account to what is paid.

use std::collections::{BTreeMap, BTreeSet};

use super::Statement;
use super::earn::Earning;
use super::own::own_currency;
use super::stints::Stint;
use super::team::Team;
use super::terms::Member;
use crate::engine::comp::exact::{Step, plus, times};
use crate::engine::comp::ledger::{
    Balances, DrawDue, Liability, Payout, PayoutPeriod, Piece, Running, Take, Tranche, apportion, settle,
};
use crate::engine::comp::plan::{Clawback, ClawbackKind, Draw, DrawAmount};
use crate::engine::records::Deal;
use crate::engine::units::{Decimal, Granularity, Money, Month, Period, Rounding};

/// A line with its plan, its payout period and its pay in cents.
struct Booked<'a> {
    plan: usize,
    payout: usize,
    cents: Money,
    earning: Earning<'a>,
}

/// A rep's statement and what stands open; `say` hears each step with the place of its payout period.
pub(super) fn statement(
    team: &Team,
    place: usize,
    say: &mut dyn FnMut(usize, Step),
) -> Option<(Statement, Option<Liability>)> {
    let roster = team.rosters.first()?;
    let member = roster.members.get(place)?;
    let stints = team.stints.get(place).map(Vec::as_slice).unwrap_or_default();
    let mut booked = booked(team, place, stints);
    to_cents(team, &mut booked);
    let payouts = payouts(team, place, stints, &booked);
    let (periods, releases) = settle(payouts, team.digits, &mut |at, step| say(at + team.n_before, step));
    let left = member.rep.and_then(|rep| rep.left);
    let balances = periods.last().map(|period| period.balances).unwrap_or_default();
    let open = balances != Balances::default();
    let liability =
        open.then(|| Liability { rep: member.id.clone(), name: member.name().to_owned(), left, balances, releases });
    let shown = |booked: &Booked| team.n_before <= booked.payout;
    let earned = earned_by_month(team, booked.iter().filter(|booked| shown(booked)));
    let mut lines: Vec<_> = booked
        .into_iter()
        .filter(shown)
        .map(|mut booked| {
            booked.earning.line.pay = booked.cents;
            booked.earning.line
        })
        .collect();
    lines.sort_by_key(|line| line.period.start); // stable: components keep their order
    let statement = Statement {
        rep: member.id.clone(),
        name: member.name().to_owned(),
        role: member.rep.map(|rep| rep.role.clone()).unwrap_or_default(),
        lines,
        total: periods.iter().map(|period: &PayoutPeriod| period.paid).sum(),
        own_currency: own_currency(member, &periods),
        periods,
        earned,
    };
    Some((statement, liability))
}

/// Every line of the rep, in order of stint, component and period.
fn booked<'a>(team: &Team<'a>, place: usize, stints: &[Stint]) -> Vec<Booked<'a>> {
    let mut all = Vec::new();
    let mut book = |plan: usize, earning: Earning<'a>| {
        let payout = team.payout_of(earning.line.period);
        all.push(Booked { plan, payout, cents: Money(earning.exact), earning });
    };
    for stint in stints {
        let Some(member) = team.member(place, *stint) else { continue };
        for earning in team.earnings(*stint, &member) {
            book(stint.plan, earning);
        }
    }
    for round in &team.rounds {
        if let Some((plan, earning)) = round.earning(team, place) {
            book(plan, earning);
        }
    }
    all
}

/// Pay of plans that round by statement: the sum of each payout period in cents, so that all of them add up to the rounded
/// sum of all, and each line its part.
fn to_cents(team: &Team, booked: &mut [Booked]) {
    let is_exact = |plan: usize| team.plans.plans.get(plan).is_some_and(|plan| plan.rounding == Rounding::PerStatement);
    let mut by_payout: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, one) in booked.iter().enumerate().filter(|(_, one)| is_exact(one.plan)) {
        by_payout.entry(one.payout).or_default().push(at);
    }
    let mut running = Running::default();
    for (payout, places) in by_payout {
        if payout == team.n_before {
            running = Running::default(); // what was paid before is rounded apart
        }
        let exact: Vec<Decimal> =
            places.iter().filter_map(|at| booked.get(*at)).map(|booked| booked.earning.exact).collect();
        let total = running.add(exact.iter().fold(Decimal::ZERO, |sum, pay| plus(sum, *pay)), team.digits);
        for (at, cents) in places.iter().zip(apportion(total, &exact, team.digits)) {
            if let Some(booked) = booked.get_mut(*at) {
                booked.cents = cents;
            }
        }
    }
}

/// What was earned in which month, in cents that add up to the lines.
fn earned_by_month<'b, 'a: 'b>(team: &Team, booked: impl Iterator<Item = &'b Booked<'a>>) -> Vec<(Month, Money)> {
    let mut earned: BTreeMap<Month, Money> = BTreeMap::new();
    for one in booked {
        let exact: Vec<Decimal> = one.earning.months.iter().map(|(_, pay)| *pay).collect();
        for ((month, _), cents) in one.earning.months.iter().zip(apportion(one.cents, &exact, team.digits)) {
            *earned.entry((*month).clamp(team.first, team.last)).or_default() += cents;
        }
    }
    earned.into_iter().collect()
}

/// What goes into each payout period of the replay.
fn payouts<'a>(team: &Team<'a>, place: usize, stints: &[Stint], booked: &[Booked<'a>]) -> Vec<Payout<'a>> {
    let mut takes = takes(team, place, stints, booked);
    let mut payouts = Vec::new();
    let mut latest = None;
    let mut caps: BTreeMap<(usize, &str), (i32, Decimal)> = BTreeMap::new();
    for (at, period) in team.payouts.iter().enumerate().skip(team.n_before) {
        let own = || booked.iter().filter(|booked| booked.payout == at);
        let sum = |is_spiff: bool| -> Money {
            own().filter(|booked| booked.earning.is_spiff == is_spiff).map(|booked| booked.cents).sum()
        };
        let year = team.calendar.fiscal_year(period.end());
        for line in own().filter(|line| !line.earning.is_spiff) {
            let balance = line.earning.line.cap_balance;
            caps.insert((line.plan, &line.earning.line.component), (year, balance));
        }
        // What refundable caps keep ends with the fiscal year.
        let cap = caps.values().filter(|(of, _)| *of == year).fold(Decimal::ZERO, |sum, (_, own)| plus(sum, *own));
        let mut tranches: Vec<Tranche> = Vec::new();
        for (plan, one) in team.plans.plans.iter().enumerate() {
            let Some(holdback) = one.holdback else { continue };
            let pay: Money =
                own().filter(|one| one.plan == plan && !one.earning.is_spiff).map(|booked| booked.cents).sum();
            let terms = (holdback.share, holdback.months);
            tranches.push(Tranche::new(at, plan, terms, (pay, period.end()), team.digits));
        }
        payouts.push(Payout {
            period: *period,
            earned: sum(false),
            spiffs: sum(true),
            cap: Money(cap).rounded(team.digits),
            tranches,
            takes: takes.remove(&at).unwrap_or_default(),
            draw: draw_due(team, place, stints, *period, &mut latest),
            paid_before: team.payments.get(&(place, at)).copied(),
        });
    }
    payouts
}

/// The draw of the rep's plan in a payout period; that of the plan before, as one that has ended, where the plan has none.
fn draw_due<'a>(
    team: &Team<'a>,
    place: usize,
    stints: &[Stint],
    period: Period,
    latest: &mut Option<&'a Draw>,
) -> Option<DrawDue<'a>> {
    let stint = stints.iter().rev().find(|stint| stint.from <= period.end() && period.start <= stint.to);
    let own = stint.and_then(|stint| {
        let draw = team.plans.plans.get(stint.plan)?.draw.as_ref()?;
        let member = team.rosters.get(stint.plan)?.members.get(place)?;
        let begun = stint.bounds.0.unwrap_or(stint.from.max(team.first));
        let hired = member.rep.and_then(|rep| rep.hired).map(Month::of);
        let is_for = !draw.is_for_new_hires || hired.is_some_and(|hired| begun < hired);
        let whole = team.calendar.period(period.end(), draw.per);
        let start = team.calendar.period(begun.max(hired.unwrap_or(begun)), draw.per).start;
        let number = whole.start.since(start) / draw.per.months() + 1;
        let gone = member.rep.and_then(|rep| rep.left).is_some_and(|left| Month::of(left) < period.start);
        let number = u32::try_from(number).ok().filter(|number| is_for && 0 < *number)?;
        Some(DrawDue {
            draw,
            number,
            amount: amount(draw, member, whole),
            is_there: !gone,
            is_settled: whole.end() <= period.end(),
        })
    });
    if let Some(due) = own {
        *latest = Some(due.draw);
        return Some(due);
    }
    let ended = |draw| DrawDue { draw, number: u32::MAX, amount: Money::ZERO, is_there: false, is_settled: true };
    latest.map(ended)
}

fn amount(draw: &Draw, member: &Member, period: Period) -> Money {
    match draw.amount {
        DrawAmount::Money(amount) => Money(amount),
        DrawAmount::TargetIncentive(share) => {
            Money(times(share, member.incentive(period.months()).unwrap_or_default()))
        }
    }
}

/// What is taken back in each payout period, for deals that were cancelled.
fn takes<'a>(team: &Team<'a>, place: usize, stints: &[Stint], booked: &[Booked<'a>]) -> BTreeMap<usize, Vec<Take>> {
    let mut takes: BTreeMap<usize, Vec<Take>> = BTreeMap::new();
    for (plan, one) in team.plans.plans.iter().enumerate() {
        if one.clawback.is_none() && one.holdback.is_none() {
            continue;
        }
        let mut pieces: Pieces = BTreeMap::new();
        for line in booked.iter().filter(|line| line.plan == plan) {
            for (id, deal, pay) in &line.earning.cancelled {
                let Some(at) = cancelled_in(team, deal) else { continue };
                let at = at.max(line.payout);
                if team.n_before <= at {
                    let is_held = !line.earning.is_spiff;
                    let piece = Piece { payout: line.payout, plan, pay: *pay, is_held };
                    pieces.entry((at, *id)).or_insert((deal, Vec::new())).1.push(piece);
                }
            }
        }
        if let Some(clawback) = one.clawback.filter(|clawback| clawback.kind == ClawbackKind::Recomputed) {
            recomputed(team, place, (plan, clawback), stints, booked, (&pieces, &mut takes));
            continue;
        }
        for ((at, _), (deal, pieces)) in pieces {
            let share = one.clawback.map(|clawback| clawback.fraction(deal).unwrap_or_default());
            if share != Some(Decimal::ZERO) {
                takes.entry(at).or_default().push(Take::Deal {
                    id: deal.id.clone(),
                    day: deal.cancelled,
                    share,
                    pieces,
                });
            }
        }
    }
    takes
}

/// The payout period in which a deal was cancelled; before the first for one that was cancelled before it; none for one that
/// is cancelled after the last.
pub(super) fn cancelled_in(team: &Team, deal: &Deal) -> Option<usize> {
    let month = Month::of(deal.cancelled?.max(deal.closed?));
    (month <= team.last).then(|| team.payout_of(Period { start: month, length: Granularity::Month }))
}

/// By payout period and deal.
type Pieces<'a> = BTreeMap<(usize, u32), (&'a Deal, Vec<Piece>)>;

/// Pay to date with the cancelled deals less pay to date without them, from the first cancellation on.
fn recomputed<'a>(
    team: &Team<'a>,
    place: usize,
    (plan, clawback): (usize, Clawback),
    stints: &[Stint],
    booked: &[Booked<'a>],
    (pieces, takes): (&Pieces, &mut BTreeMap<usize, Vec<Take>>),
) {
    let mut cancelled: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
    for line in booked.iter().filter(|line| line.plan == plan) {
        for (id, deal, _) in line.earning.cancelled.iter().filter(|(_, deal, _)| clawback.applies(deal)) {
            if let Some(at) = cancelled_in(team, deal) {
                cancelled.entry(at).or_default().insert(*id);
            }
        }
    }
    let with = by_payout(team, booked.iter().filter(|line| line.plan == plan).map(|line| (line.payout, line.cents.0)));
    let mut without = Vec::new();
    let mut gone: BTreeSet<u32> = BTreeSet::new();
    let mut before = Decimal::ZERO;
    for at in 0..team.payouts.len() {
        if let Some(more) = cancelled.get(&at) {
            gone.extend(more);
            without = pay_without(team, place, plan, stints, &gone);
            // Prizes are no pay of the rep alone: what they are without the deals is known already.
            let prizes = booked.iter().filter(|line| line.plan == plan && is_prize(team, line));
            let left = |line: &Booked| {
                let back = line.earning.cancelled.iter().filter(|(deal, ..)| gone.contains(deal));
                back.fold(line.cents.0, |left, (.., pay)| plus(left, -*pay))
            };
            for (sum, prize) in without.iter_mut().zip(by_payout(team, prizes.map(|line| (line.payout, left(line))))) {
                *sum = plus(*sum, prize);
            }
        }
        let (Some(with), Some(without)) = (with.get(at), without.get(at)) else { continue };
        let earlier = before;
        before = plus(*with, -*without);
        if at < team.n_before || before == earlier && !cancelled.contains_key(&at) {
            continue;
        }
        let own = pieces.iter().filter(|((payout, _), (deal, _))| *payout == at && clawback.applies(deal));
        let own = own.flat_map(|(_, (_, pieces))| pieces);
        let take = Take::Window { with: *with, without: *without, before: earlier, pieces: own.copied().collect() };
        takes.entry(at).or_default().push(take);
    }
}

fn is_prize(team: &Team, line: &Booked) -> bool {
    let plan = team.plans.plans.get(line.plan);
    let spiff = plan.and_then(|plan| plan.spiffs.iter().find(|spiff| spiff.name == line.earning.line.component));
    line.earning.is_spiff
        && spiff.is_some_and(|spiff| matches!(spiff.reward, crate::engine::comp::plan::Reward::Contest { .. }))
}

/// Running sums by payout period.
fn by_payout(team: &Team, pay: impl Iterator<Item = (usize, Decimal)>) -> Vec<Decimal> {
    let mut sums = vec![Decimal::ZERO; team.payouts.len()];
    for (at, pay) in pay {
        if let Some(sum) = sums.get_mut(at) {
            *sum = plus(*sum, pay);
        }
    }
    let mut running = Decimal::ZERO;
    for sum in &mut sums {
        running = plus(running, *sum);
        *sum = running;
    }
    sums
}

/// What the plan pays to date in each payout period without those deals.
fn pay_without(team: &Team, place: usize, plan: usize, stints: &[Stint], gone: &BTreeSet<u32>) -> Vec<Decimal> {
    let mut pay = Vec::new();
    for stint in stints.iter().filter(|stint| stint.plan == plan) {
        let Some(member) = team.member(place, *stint) else { continue };
        let earnings = team.earnings(*stint, &member.without(gone));
        pay.extend(earnings.into_iter().map(|earning| (team.payout_of(earning.line.period), earning.exact)));
    }
    by_payout(team, pay.into_iter())
}
