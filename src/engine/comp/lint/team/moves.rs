//! Gaming value: what each rep would have gained by moving, holding or splitting one deal, by exact replay of the windows
//! that it touches.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::engine::comp::exact::{divided, times};
use crate::engine::comp::lint::finding::{Field, Finding, Move, Place, Rule, Severity};
use crate::engine::comp::lint::typical::median;
use crate::engine::comp::plan::{Cap, Component, CreditFrom, Measure, Plan, Window};
use crate::engine::comp::statement::{Replay, ReplayInput, Roster, replay};
use crate::engine::records::{Dataset, Deal, Outcome, RepId};
use crate::engine::units::{Decimal, Granularity, Money, Month, Period};

/// A signature can be hurried or kept in a drawer for about two working weeks.
const NEAR_DAYS: i64 = 10;
/// For a new year a deal is held longer.
const HOLD_DAYS: i64 = 30;
/// Splitting is looked at for so many of each rep's largest deals.
const N_SPLIT: usize = 5;
/// Less is rounding.
const LEAST_GAIN: Decimal = Decimal::ONE;
/// A tenth of a year's target incentive for one deal: then it is done.
const MOST_GAIN: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// What belongs to one rep.
#[derive(Default)]
struct Own {
    /// The rep's record, targets and leave; no deals.
    base: Dataset,
    deals: Vec<Deal>,
}

/// The best move of a rep.
#[derive(Clone)]
struct Best {
    gain: Money,
    deal: String,
    day: NaiveDate,
    to: NaiveDate,
}

pub(super) fn check(input: &ReplayInput, replayed: &Replay) -> Vec<Finding> {
    let plan = own_plan(input.plan);
    if plan.components.is_empty() {
        return Vec::new();
    }
    let roster = Roster::new(input);
    let owns = owns(input, &roster);
    let mut best: BTreeMap<Move, Vec<(usize, Best)>> = BTreeMap::new();
    let mut n_sellers = 0;
    for (place, own) in owns.iter().enumerate().filter(|(_, own)| !own.deals.is_empty()) {
        n_sellers += 1;
        for (kind, one) in of_rep(input, &plan, own) {
            best.entry(kind).or_default().push((place, one));
        }
    }
    let mut found = Vec::new();
    for (kind, reps) in best {
        let mut gains: Vec<Decimal> = reps.iter().map(|(_, one)| one.gain.0).collect();
        let n_reps = gains.len() as u32;
        gains.resize(n_sellers.max(gains.len()), Decimal::ZERO);
        let Some((place, one)) =
            reps.into_iter().reduce(|most, next| if most.1.gain < next.1.gain { next } else { most })
        else {
            continue;
        };
        let Some(member) = roster.members.get(place) else { continue };
        let paid = || replayed.statements.get(place).map(|statement| statement.total.0);
        let year = member.target_incentive.filter(|year| Decimal::ZERO < *year).or_else(paid).unwrap_or_default();
        let severity = if times(year, MOST_GAIN) < one.gain.0 { Severity::Warning } else { Severity::Note };
        let rule = Rule::Gaming {
            kind,
            rep: member.id.clone(),
            name: member.name().to_owned(),
            deal: one.deal,
            day: one.day,
            to: one.to,
            gain: one.gain.rounded(input.digits),
            median: Money(median(gains).unwrap_or_default()).rounded(input.digits),
            n_reps,
        };
        found.push(Finding::new(severity, its_place(input.plan), rule));
    }
    found
}

/// The accumulation of the one component, or the plan.
fn its_place(plan: &Plan) -> Place {
    let mut paying = plan.components.iter().enumerate().filter(|(_, component)| !component.is_measured_only);
    match (paying.next(), paying.next()) {
        (Some((index, _)), None) => Place::of(index, Field::Window),
        _ => Place::plan(Field::Whole),
    }
}

/// The plan without components that count others' credit, unless another component looks at them.
fn own_plan(plan: &Plan) -> Plan {
    let is_looked_at = |name: &str| {
        plan.components.iter().any(|component| {
            let gates = component.gate.iter().flat_map(|gate| &gate.conditions).map(|condition| &condition.component);
            let multipliers = component.multipliers.iter().map(|multiplier| &multiplier.component);
            let matrix = component.matrix.iter().map(|matrix| &matrix.component);
            gates.chain(multipliers).chain(matrix).any(|other| other == name)
        })
    };
    let is_own = |component: &&Component| component.credit_from == CreditFrom::Own || is_looked_at(&component.name);
    let components = plan.components.iter().filter(is_own).cloned().collect();
    // Only what components pay is compared.
    let mut own = Plan { components, ..plan.clone() };
    (own.spiffs, own.draw, own.clawback, own.holdback) = (Vec::new(), None, None, None);
    own
}

fn owns(input: &ReplayInput, roster: &Roster) -> Vec<Own> {
    let places: BTreeMap<&RepId, usize> =
        roster.members.iter().enumerate().map(|(place, member)| (&member.id, place)).collect();
    let place = |rep: &RepId| roster.member(rep).and_then(|member| places.get(&member.id).copied());
    let mut owns: Vec<Own> = roster.members.iter().map(|_| Own::default()).collect();
    for (own, member) in owns.iter_mut().zip(&roster.members) {
        own.base.reps.extend(member.rep.cloned());
        own.base.exchange_rates.clone_from(&input.dataset.exchange_rates);
    }
    let mut give = |rep: &RepId, take: &mut dyn FnMut(&mut Own)| {
        if let Some(own) = place(rep).and_then(|place| owns.get_mut(place)) {
            take(own);
        }
    };
    for target in input.dataset.targets.iter().filter(|target| !target.rep.0.trim().is_empty()) {
        give(&target.rep, &mut |own| own.base.targets.push(target.clone()));
    }
    for absence in &input.dataset.absences {
        give(&absence.rep, &mut |own| own.base.absences.push(absence.clone()));
    }
    for credit in &input.dataset.credits {
        give(&credit.rep, &mut |own| own.base.credits.push(credit.clone()));
    }
    for deal in input.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won && deal.closed.is_some()) {
        give(&deal.rep, &mut |own| own.deals.push(deal.clone()));
    }
    owns
}

/// The best move of each kind, if any gains something.
fn of_rep(input: &ReplayInput, plan: &Plan, own: &Own) -> Vec<(Move, Best)> {
    let mut best: BTreeMap<Move, Best> = BTreeMap::new();
    let mut before: BTreeMap<(Month, Month), Money> = BTreeMap::new();
    let mut desk = Desk { input, plan, own };
    let mut try_it = |kind: Move, index: usize, deal: &Deal, day: NaiveDate, to: NaiveDate| {
        let span = desk.span(day, to);
        let now = *before.entry(span).or_insert_with(|| desk.pay(span, None));
        let gain = desk.pay(span, Some((index, kind, to))) - now;
        if LEAST_GAIN < gain.0 && best.get(&kind).is_none_or(|best| best.gain < gain) {
            best.insert(kind, Best { gain, deal: deal.id.clone(), day, to });
        }
    };
    for (index, deal) in own.deals.iter().enumerate() {
        let Some(day) = deal.closed else { continue };
        for (kind, to) in moves(input, plan, day) {
            try_it(kind, index, deal, day, to);
        }
    }
    if plan.components.iter().any(is_split_sensitive) {
        let mut by_size: Vec<(usize, &Deal)> = own.deals.iter().enumerate().collect();
        by_size.sort_by_key(|(_, deal)| std::cmp::Reverse(deal.amount));
        for (index, deal) in by_size.into_iter().take(N_SPLIT) {
            if let Some(day) = deal.closed.filter(|day| is_inside(input, *day)) {
                try_it(Move::Split, index, deal, day, day);
            }
        }
    }
    best.into_iter().collect()
}

fn is_split_sensitive(component: &Component) -> bool {
    component.accumulate == Window::Deal
        || component.measure == Measure::Deals
        || component.caps.iter().any(|cap| matches!(cap, Cap::Deal { .. }))
}

fn is_inside(input: &ReplayInput, day: NaiveDate) -> bool {
    (input.first..=input.last).contains(&Month::of(day))
}

/// Days to which a deal of that day could be moved over the end of a window, so that some window's credit changes.
fn moves(input: &ReplayInput, plan: &Plan, day: NaiveDate) -> BTreeSet<(Move, NaiveDate)> {
    let mut found = BTreeSet::new();
    if !is_inside(input, day) {
        return found;
    }
    let month = Month::of(day);
    let year = input.calendar.period(month, Granularity::Year);
    let year_end = year.end().last_day();
    if (year_end - day).num_days() < HOLD_DAYS {
        found.extend(year_end.succ_opt().map(|to| (Move::NewYear, to)));
    }
    for component in &plan.components {
        let window = input.calendar.period(month, component.window_length());
        let (start, end) = (window.start.first_day(), window.end().last_day());
        if end != year_end && (end - day).num_days() < NEAR_DAYS {
            found.extend(end.succ_opt().map(|to| (Move::PushOut, to)));
        }
        if (day - start).num_days() < NEAR_DAYS {
            found.extend(start.pred_opt().map(|to| (Move::PullIn, to)));
        }
    }
    found.retain(|(_, to)| is_inside(input, *to));
    found
}

/// One rep's pay as it is and as it would be.
struct Desk<'a> {
    input: &'a ReplayInput<'a>,
    plan: &'a Plan,
    own: &'a Own,
}

impl Desk<'_> {
    /// The months of all windows that hold one of the days.
    fn span(&self, day: NaiveDate, to: NaiveDate) -> (Month, Month) {
        let windows = self.plan.components.iter().flat_map(|component| {
            [day, to].map(|day| self.input.calendar.period(Month::of(day), component.window_length()))
        });
        let both = |span: (Month, Month), window: Period| (span.0.min(window.start), span.1.max(window.end()));
        windows.fold((Month::of(day), Month::of(day)), both)
    }

    /// What components pay in those months, one deal changed.
    fn pay(&mut self, (first, last): (Month, Month), change: Option<(usize, Move, NaiveDate)>) -> Money {
        let spreads = self.plan.components.iter().any(|component| {
            component.measure == Measure::Revenue || component.parts.iter().any(|part| part.measure == Measure::Revenue)
        });
        let is_near = |deal: &Deal| spreads || deal.closed.is_some_and(|day| (first..=last).contains(&Month::of(day)));
        let mut dataset = Dataset { deals: Vec::new(), ..self.own.base.clone() };
        for (index, deal) in self.own.deals.iter().enumerate() {
            match change.filter(|(changed, ..)| *changed == index) {
                Some((_, Move::Split, _)) => dataset.deals.extend([half(deal), half(deal)]),
                Some((_, _, to)) => dataset.deals.push(Deal { closed: Some(to), ..deal.clone() }),
                None if is_near(deal) => dataset.deals.push(deal.clone()),
                None => {}
            }
        }
        let input = ReplayInput { plan: self.plan, dataset: &dataset, first, last, ..*self.input };
        let replayed = replay(&input);
        replayed.statements.iter().flat_map(|statement| &statement.lines).map(|line| line.pay).sum()
    }
}

fn half(deal: &Deal) -> Deal {
    let halved = |amount: Decimal| divided(amount, Decimal::TWO);
    Deal {
        amount: deal.amount.map(|amount| Money(halved(amount.0))),
        margin: deal.margin.map(|margin| Money(halved(margin.0))),
        units: deal.units.map(halved),
        ..deal.clone()
    }
}
