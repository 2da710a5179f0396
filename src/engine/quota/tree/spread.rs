//! A goal spread over a tree: top-down, then blended with the estimates, then what is carried.

use std::sync::Arc;

use super::number::{SCALE, Unit, fixed_point, proportion};
use super::pass::{Frame, MILLION, Passed};
use super::result::{Estimates, Finding, Origin, OverLevel, Spread};
use super::seasons::{YEAR, goal_by_month, seasons};
use super::weights::{ByPart, Source};
use super::{Shape, Tree};
use crate::engine::comp::exact::{minus, plus, times};
use crate::engine::quota::plan::{Goal, Lost, NodeKey, QuotaPlan, Rule, Seasons};
use crate::engine::records::RepId;
use crate::engine::units::Decimal;

/// Reps are named up to here.
const N_NAMED: usize = 20;

/// Spreads the plan's goal over the tree. A plan that breaks a rule is worked with as far as it goes, and told.
pub fn spread(tree: &Tree, plan: &QuotaPlan) -> Spread {
    let mut findings = tree.findings.clone();
    findings.extend(plan.errors().into_iter().map(Finding::BadPlan));
    let mut unknown = Unknown::default();
    let shape = &*tree.shape;
    let n = shape.children.len();
    let unit = unit(plan);
    let step = unit.of(plan.step).max(1);
    let seasons = seasons(tree, plan);
    let (choices, fixed) = choices(tree, plan, unit, &mut unknown);
    let parts: Vec<i128> = (0..n).map(|place| i128::from(year_part(shape, place, &seasons))).collect();
    let alone = estimates_alone(tree, plan, &mut unknown);
    let by_part = (plan.lost == Lost::Redistributed)
        .then(|| ByPart::of(shape, &parts, alone.as_ref().map_or(&[], |(amounts, _)| amounts)));
    let mut estimates = alone.map(|alone| rolled_up(shape, alone, by_part.as_ref()));
    let goal = goal(tree, plan, unit, step);
    let mut weight_scale = if by_part.is_some() { i128::from(YEAR) } else { 1 };
    let whole_years = estimates.as_ref().map(|all| all.entered.clone());
    let mut frame = Frame {
        tree,
        source: Source { shape, plan, choices: &choices, estimates: whole_years.as_deref(), by_part },
        fixed: &fixed,
        instead: None,
        scale: weight_scale,
        unit,
        step,
        over: plan.over_assignment.iter().map(|over| millionths(*over)).collect(),
    };
    if n < 2 {
        findings.push(Finding::EmptyTeam);
    }
    let mut told = Vec::new();
    let mut passed = frame.pass(goal, &mut told);
    let top_down = passed.amounts.clone();
    let blend = millionths(plan.blend);
    let mut root = match &plan.goal {
        Goal::Growth { growth } => Origin::GrowthGoal { prior: tree.prior, growth: *growth },
        _ => Origin::Goal,
    };
    let mut blended_by = Decimal::ZERO;
    if let Some(estimates) = estimates.as_ref().filter(|_| 0 < blend) {
        let blended = blended(shape, estimates, &top_down, unit, blend);
        let company = blended.first().copied().unwrap_or(0);
        let company = proportion(company, 1, MILLION * 10_i128.pow(Unit::FINE.decimals - unit.decimals) * step) * step;
        let sum = estimates.sums.first().copied().unwrap_or(0);
        root = Origin::BlendedGoal { goal: unit.decimal(goal), bottom_up: Unit::FINE.decimal(sum), blend: plan.blend };
        (frame.scale, frame.instead) = (MILLION, Some(blended.as_slice()));
        let of_amounts =
            |finding: &Finding| matches!(finding, Finding::TooMuchFixed { .. } | Finding::NotAllSpread { .. });
        told.retain(|finding| !of_amounts(finding));
        let mut again = Vec::new();
        passed = frame.pass(company.min(unit.most()), &mut again);
        told.extend(again.into_iter().filter(of_amounts));
        (weight_scale, blended_by) = (MILLION, plan.blend);
    }
    findings.append(&mut told);
    let carried = carried(shape, plan, &passed, &parts, &fixed, step);
    tell_plan(tree, plan, (goal, unit, step), &mut findings);
    tell_leaves(tree, plan, (&passed, &carried, &parts, &fixed), unit, &mut findings);
    if let Some(n) = estimates.as_ref().and_then(|all| all.n_without.first()).filter(|n| 0 < **n) {
        findings.push(Finding::NoEstimate { n: *n });
    }
    findings.extend(unknown.finding());
    if let Some(estimates) = &mut estimates {
        estimates.stand_ins = stand_ins(shape, &estimates.n_without, &top_down);
    }
    let month_step = unit.of(plan.month_step).max(1);
    let mut result = Spread {
        findings,
        over: over_levels(shape, plan),
        goal_months: Vec::new(),
        months: Vec::new(),
        shape: Arc::clone(&tree.shape),
        unit,
        step,
        month_step,
        seasons,
        weight_scale,
        root,
        fixed,
        top_down,
        carried,
        estimates,
        blend: blended_by,
        passed,
    };
    let decimals = |units: Vec<i128>| units.into_iter().map(|units| unit.decimal(units)).collect();
    result.goal_months = decimals(goal_by_month(plan, goal, (unit, month_step), &seasons));
    result.months = decimals(result.month_units(0));
    result
}

/// What amounts are counted in.
fn unit(plan: &QuotaPlan) -> Unit {
    let goal: &[Decimal] = match &plan.goal {
        Goal::Amount { amount } => std::slice::from_ref(amount),
        Goal::Growth { .. } => &[],
        Goal::Periods { amounts } => amounts,
    };
    let fixed = plan.nodes.iter().filter_map(|node| node.fixed);
    Unit::for_all(goal.iter().copied().chain(fixed).chain([plan.step, plan.month_step]))
}

fn millionths(fraction: Decimal) -> i128 {
    fixed_point(fraction.clamp(Decimal::ZERO, Decimal::ONE).saturating_mul(Decimal::ONE_HUNDRED))
}

/// The goal in units.
fn goal(tree: &Tree, plan: &QuotaPlan, unit: Unit, step: i128) -> i128 {
    let goal = match &plan.goal {
        Goal::Amount { amount } => unit.of(*amount),
        Goal::Growth { growth } => {
            let grown = unit.of(times(tree.prior, plus(Decimal::ONE, *growth))).max(0);
            proportion(grown, 1, step) * step
        }
        Goal::Periods { amounts } => amounts.iter().map(|amount| unit.of(*amount).max(0)).sum(),
    };
    goal.clamp(0, unit.most())
}

/// Names that the tree does not have.
#[derive(Default)]
struct Unknown {
    names: Vec<String>,
    n: u32,
}

impl Unknown {
    fn add(&mut self, rep: &RepId) {
        self.n = self.n.saturating_add(1);
        if self.names.len() < 5 && !self.names.contains(&rep.0) {
            self.names.push(rep.0.clone());
        }
    }

    fn finding(self) -> Option<Finding> {
        (0 < self.n).then_some(Finding::UnknownPeople { names: self.names, n: self.n })
    }
}

/// What the plan says of each node, by place in its list, and what is fixed.
fn choices(tree: &Tree, plan: &QuotaPlan, unit: Unit, unknown: &mut Unknown) -> (Vec<Option<u32>>, Vec<Option<i128>>) {
    let n = tree.nodes.len();
    let (mut choices, mut fixed) = (vec![None; n], vec![None; n]);
    for (number, choice) in (0..).zip(&plan.nodes) {
        let Some(place) = tree.place(&choice.node) else {
            unknown.add(&choice.node.rep);
            continue;
        };
        if let Some(slot) = choices.get_mut(place).filter(|slot| slot.is_none()) {
            *slot = Some(number);
            // The company's number is the goal.
            if let Some(slot) = fixed.get_mut(place).filter(|_| place != 0) {
                *slot = choice.fixed.map(|amount| unit.of(amount).max(0));
            }
        }
    }
    for relief in &plan.relief {
        if tree.place(&NodeKey::of(relief.rep.clone())).is_none() {
            unknown.add(&relief.rep);
        }
    }
    (choices, fixed)
}

/// The estimates of leaves, and 1 for each leaf without. That of a rep who is transferred is for a whole year in each team.
fn estimates_alone(tree: &Tree, plan: &QuotaPlan, unknown: &mut Unknown) -> Option<(Vec<i128>, Vec<u32>)> {
    if plan.bottom_up.is_empty() {
        return None;
    }
    let n = tree.nodes.len();
    let mut amounts = vec![0_i128; n];
    let mut n_without: Vec<u32> = (0..n).map(|place| u32::from(tree.shape.is_leaf(place))).collect();
    for one in &plan.bottom_up {
        let place = tree.place(&NodeKey::of(one.rep.clone())).filter(|place| tree.shape.is_leaf(*place));
        match place.and_then(|place| Some((amounts.get_mut(place)?, n_without.get_mut(place)?))) {
            Some((own, n)) => (*own, *n) = (fixed_point(one.amount).max(0), 0),
            None => unknown.add(&one.rep),
        }
    }
    for (place, node) in tree.nodes.iter().enumerate().filter(|(_, node)| node.key.under.is_some()) {
        let first = tree.place(&NodeKey::of(node.key.rep.clone()));
        let stated = first.and_then(|first| Some((*amounts.get(first)?, *n_without.get(first)?)));
        if let (Some(stated), Some(own), Some(n)) = (stated, amounts.get_mut(place), n_without.get_mut(place)) {
            (*own, *n) = stated;
        }
    }
    Some((amounts, n_without))
}

/// Estimates of everyone at and below; for the part of the year that each leaf carries where quotas are.
fn rolled_up(shape: &Shape, alone: (Vec<i128>, Vec<u32>), by_part: Option<&ByPart>) -> Estimates {
    let (mut entered, mut n_without) = alone;
    shape.add_up(&mut entered);
    shape.add_up(&mut n_without);
    let of_part = |sum: &i128| proportion(*sum, 1, i128::from(YEAR));
    let sums = by_part.map_or_else(|| entered.clone(), |by_part| by_part.estimates.iter().map(of_part).collect());
    Estimates { entered, sums, n_without, stand_ins: Vec::new() }
}

/// Top-down and bottom-up weighted, in [`MILLION`]ths of the finest units; a leaf without estimate counts as top-down. The
/// company's is the goal and the estimates weighted.
fn blended(shape: &Shape, estimates: &Estimates, top_down: &[i128], unit: Unit, blend: i128) -> Vec<i128> {
    let fine = 10_i128.pow(Unit::FINE.decimals - unit.decimals);
    let of_top = |place: usize| top_down.get(place).copied().unwrap_or(0) * fine;
    let own = |place: usize| match estimates.n_without.get(place) {
        _ if !shape.is_leaf(place) => 0,
        Some(1) => of_top(place),
        _ => estimates.sums.get(place).copied().unwrap_or(0),
    };
    let mut filled: Vec<i128> = (0..top_down.len()).map(own).collect();
    shape.add_up(&mut filled);
    let weigh = |(place, filled): (usize, &i128)| (MILLION - blend) * of_top(place) + blend * filled;
    filled.iter().enumerate().map(weigh).collect()
}

/// Top-down numbers of leaves without estimate, at and below each node.
fn stand_ins(shape: &Shape, n_without: &[u32], top_down: &[i128]) -> Vec<i128> {
    let is_without = |place: usize| shape.is_leaf(place) && n_without.get(place) == Some(&1);
    let own = |(place, amount): (usize, &i128)| if is_without(place) { *amount } else { 0 };
    let mut sums: Vec<i128> = top_down.iter().enumerate().map(own).collect();
    shape.add_up(&mut sums);
    sums
}

/// Which part of the year a leaf carries, with its seasons: of [`YEAR`].
fn year_part(shape: &Shape, place: usize, seasons: &[i64; 12]) -> i64 {
    match shape.terms(place) {
        Some(terms) => weighted(seasons, &terms.factors).iter().sum(),
        None => YEAR,
    }
}

/// Months by season and factor.
pub(super) fn weighted(seasons: &[i64; 12], factors: &[i64; 12]) -> [i64; 12] {
    let mut weights = *seasons;
    for (weight, factor) in weights.iter_mut().zip(factors) {
        let product = proportion(i128::from(*weight), i128::from(*factor), i128::from(SCALE));
        *weight = i64::try_from(product).unwrap_or(0);
    }
    weights
}

/// What each carries after ramp, part years and relief.
fn carried(
    shape: &Shape,
    plan: &QuotaPlan,
    passed: &Passed,
    parts: &[i128],
    fixed: &[Option<i128>],
    step: i128,
) -> Vec<i128> {
    let own = |(place, amount): (usize, &i128)| {
        let part = parts.get(place).copied().unwrap_or(0);
        let is_whole = part == i128::from(YEAR) || plan.lost == Lost::Redistributed;
        match fixed.get(place) {
            _ if !shape.is_leaf(place) => 0,
            Some(None) if !is_whole => proportion(*amount, part, i128::from(YEAR) * step) * step,
            _ => *amount,
        }
    };
    let mut carried: Vec<i128> = passed.amounts.iter().enumerate().map(own).collect();
    shape.add_up(&mut carried);
    carried
}

/// Over-assignment by the levels that spread.
fn over_levels(shape: &Shape, plan: &QuotaPlan) -> Vec<OverLevel> {
    let deepest = shape.levels.last().copied().unwrap_or(0);
    let mut compound = Decimal::ONE;
    let level = |(level, own): (u32, &Decimal)| {
        let own = (*own).clamp(Decimal::ZERO, Decimal::ONE);
        compound = times(compound, plus(Decimal::ONE, own));
        OverLevel { level, own, compound: minus(compound, Decimal::ONE).normalize() }
    };
    let levels: Vec<OverLevel> = (0..deepest).zip(&plan.over_assignment).map(level).collect();
    if levels.iter().all(|level| level.own.is_zero()) { Vec::new() } else { levels }
}

fn tell_plan(tree: &Tree, plan: &QuotaPlan, (goal, unit, step): (i128, Unit, i128), findings: &mut Vec<Finding>) {
    let asks = |rule: &Rule| *rule == Rule::PriorSales;
    let is_asked = asks(&plan.rule)
        || plan.nodes.iter().any(|node| node.rule.as_ref().is_some_and(asks))
        || matches!(plan.goal, Goal::Growth { .. })
        || plan.seasons == Seasons::History;
    if is_asked && !tree.has_history {
        findings.push(Finding::NoHistory);
    }
    if goal % step != 0 {
        findings.push(Finding::OddGoal { remainder: unit.decimal(goal % step) });
    }
}

fn tell_leaves(
    tree: &Tree,
    plan: &QuotaPlan,
    (passed, carried, parts, fixed): (&Passed, &[i128], &[i128], &[Option<i128>]),
    unit: Unit,
    findings: &mut Vec<Finding>,
) {
    let (mut lost, mut n_named) = (0_i128, 0);
    for (place, node) in tree.nodes.iter().enumerate().filter(|(_, node)| node.is_leaf()) {
        let own = carried.get(place).copied().unwrap_or(0);
        lost += passed.amounts.get(place).copied().unwrap_or(0) - own;
        if parts.get(place) == Some(&0) && 0 < own && n_named < N_NAMED {
            findings.push(Finding::NoMonths { who: node.name.clone() });
            n_named += 1;
        }
    }
    if lost != 0 {
        findings.push(Finding::LostQuota { amount: unit.decimal(lost) });
    }
    for relief in plan.relief.iter().take(N_NAMED) {
        let Some(place) = tree.place(&NodeKey::of(relief.rep.clone())) else { continue };
        if fixed.get(place).is_some_and(Option::is_some) {
            let who = tree.nodes.get(place).map(|node| node.name.clone()).unwrap_or_default();
            findings.push(Finding::ReliefOnFixed { who });
        }
    }
}
