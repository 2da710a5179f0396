//! From people to the tree: who carries a quota, under whom, and how much of each month.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::factor::{self, LeafTerms};
use super::number::fixed_point;
use super::weights::{N_RECORDS, ONE, Record};
use super::{Finding, Ground, Node, Person, Scope, Shape, Tree};
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::quota::plan::{NodeKey, QuotaPlan};
use crate::engine::quota::season;
use crate::engine::records::{RepId, join_key};
use crate::engine::units::{Decimal, Money, Month};

/// Managers of nobody are named up to here.
const N_NAMED: usize = 20;

/// A person to be put into the tree.
#[derive(Clone, Copy)]
enum Item {
    Company,
    /// In the own team, by place among the people.
    Own(u32),
    /// In the team transferred to.
    Moved(u32),
}

/// Months of the year in which someone is in a team: from the first to before the second.
type Within = (i32, i32);

pub(super) fn tree(ground: &Ground, plan: &QuotaPlan) -> Tree {
    let start = plan.start.or(ground.next_year).unwrap_or_else(|| Month::new(2026, ground.calendar.fiscal_year_start));
    let sold: Vec<(Month, Decimal)> = ground.sales.iter().filter(|(month, _)| *month < start).copied().collect();
    let until = sold.last().map(|(month, _)| *month);
    let prior_of = |sales: &[(Month, Decimal)]| {
        let recent =
            sales.iter().filter(|(month, _)| until.is_some_and(|last| *month <= last && last.since(*month) < 12));
        recent.fold(Decimal::ZERO, |sum, (_, amount)| plus(sum, *amount))
    };
    let team = Team::of(ground, plan, start);
    let mut findings: Vec<Finding> = ground.faults.iter().cloned().map(Finding::Hierarchy).collect();
    findings.extend(team.findings());
    let (mut nodes, items) = team.breadth_first(ground);
    let terms = items
        .iter()
        .zip(&nodes)
        .map(|(item, node)| node.is_leaf().then(|| team.terms(ground, plan, start, *item)).flatten());
    let terms: Vec<Option<Arc<LeafTerms>>> = terms.collect();
    for (node, item) in nodes.iter_mut().zip(&items) {
        let (Item::Own(place) | Item::Moved(place)) = *item else { continue };
        if let Some(person) = ground.people.get(place as usize) {
            node.prior = prior_of(&person.sales);
            node.revenue = person.revenue;
            node.employees = person.employees;
            node.n_accounts = person.n_accounts;
            node.n_leaves = u32::from(node.is_leaf());
        }
    }
    let own = own_weights(&nodes);
    let shares: Vec<Decimal> = items.iter().map(|item| team.share(*item)).collect();
    roll_up(&mut nodes, &shares);
    let key = |(place, node): (usize, &Node)| (joined(&node.key), place as u32);
    let history: Vec<(Month, f64)> = sold.iter().map(|(month, amount)| (*month, Money(*amount).to_f64())).collect();
    let mut shape = Shape {
        start,
        children: nodes.iter().map(|node| (node.first_child, node.n_children)).collect(),
        parents: nodes.iter().map(|node| node.parent.unwrap_or(0)).collect(),
        levels: nodes.iter().map(|node| node.level).collect(),
        priors: nodes.iter().map(|node| node.prior).collect(),
        weights: own.clone(),
        own,
        n_leaves: nodes.iter().map(|node| node.n_leaves).collect(),
        terms,
    };
    let mut weights = std::mem::take(&mut shape.weights);
    for weights in &mut weights {
        shape.add_up(weights);
    }
    shape.weights = weights;
    Tree {
        start,
        calendar: ground.calendar,
        order: preorder(&nodes),
        findings,
        history: season::estimate(&history, ground.calendar),
        prior: prior_of(&sold),
        index: nodes.iter().enumerate().map(key).collect(),
        scope: Scope::of(plan),
        has_history: !sold.is_empty(),
        nodes,
        shape: Arc::new(shape),
    }
}

/// A key as it is looked up.
pub(super) fn joined(key: &NodeKey) -> (String, Option<String>) {
    (join_key(&key.rep.0), key.under.as_ref().map(|manager| join_key(&manager.0)))
}

/// Where a leaf goes.
struct Move {
    /// Months from the first of the year on.
    from: i32,
    /// Under whom, by place among the people from 1 on; 0 is the company.
    above: usize,
}

/// Who is in the tree.
struct Team {
    is_kept: Vec<bool>,
    /// Who stands below each person, the company's at 0.
    below: Vec<Vec<Item>>,
    /// From which month of the year on leaves who are transferred are in the other team.
    moved: BTreeMap<u32, i32>,
    of_nobody: Vec<String>,
    n_not_there: u32,
    unknown: Vec<String>,
}

impl Team {
    fn of(ground: &Ground, plan: &QuotaPlan, start: Month) -> Self {
        let people = &ground.people;
        let mut is_manager = vec![false; people.len()];
        for manager in people.iter().filter_map(|person| person.manager) {
            if let Some(is_manager) = is_manager.get_mut(manager as usize) {
                *is_manager = true;
            }
        }
        let (roles, segments) = (keys(&plan.roles), keys(&plan.segments));
        let no_list = people.iter().all(|person| !person.is_listed);
        let is_meant = |person: &Person| {
            let is_of = |list: &[String], word: &str| list.is_empty() || list.contains(&join_key(word));
            (person.is_listed || no_list) && is_of(&roles, &person.role) && is_of(&segments, &person.segment)
        };
        let (first_day, last_day) = (start.first_day(), start.plus(11).last_day());
        let is_there = |person: &Person| {
            person.hired.is_none_or(|day| day <= last_day) && person.left.is_none_or(|day| first_day <= day)
        };
        let mut team = Self {
            is_kept: vec![false; people.len()],
            below: vec![Vec::new(); people.len() + 1],
            moved: BTreeMap::new(),
            of_nobody: Vec::new(),
            n_not_there: 0,
            unknown: Vec::new(),
        };
        let mut leaves = vec![false; people.len()];
        for (place, person) in people.iter().enumerate() {
            if is_manager.get(place) == Some(&true) || !is_meant(person) {
                continue;
            }
            if is_there(person) {
                if let Some(leaf) = leaves.get_mut(place) {
                    *leaf = true;
                }
            } else {
                team.n_not_there += 1;
            }
        }
        let moves = team.transfers(ground, plan, start, &leaves);
        // The manager of whoever is in the other team from the first day on is that team's.
        let manager = |place: usize, person: &Person| match moves.get(&(place as u32)) {
            Some(Move { from: 0, above }) => above.checked_sub(1).map(|above| above as u32),
            _ => person.manager,
        };
        for (place, person) in people.iter().enumerate().filter(|(place, _)| leaves.get(*place) == Some(&true)) {
            if let Some(is_kept) = team.is_kept.get_mut(place) {
                *is_kept = true;
            }
            team.keep(people, manager(place, person));
        }
        for moved in moves.values() {
            team.keep(people, moved.above.checked_sub(1).map(|above| above as u32));
        }
        for (place, person) in people.iter().enumerate() {
            let is_kept = team.is_kept.get(place) == Some(&true);
            if is_kept {
                let above = manager(place, person).map_or(0, |manager| manager as usize + 1);
                if let Some(below) = team.below.get_mut(above) {
                    below.push(Item::Own(place as u32));
                }
            } else if is_manager.get(place) == Some(&true) && is_there(person) {
                team.of_nobody.push(person.name.clone());
            }
        }
        for (place, Move { from, above }) in moves.into_iter().filter(|(_, moved)| 0 < moved.from) {
            if let Some(below) = team.below.get_mut(above) {
                below.push(Item::Moved(place));
                team.moved.insert(place, from);
            }
        }
        team
    }

    /// Keeps a person and everyone above. Rings were cut.
    fn keep(&mut self, people: &[Person], mut at: Option<u32>) {
        while let Some(place) = at {
            match self.is_kept.get_mut(place as usize) {
                Some(is_kept) if !*is_kept => *is_kept = true,
                _ => break,
            }
            at = people.get(place as usize).and_then(|person| person.manager);
        }
    }

    /// Leaves who go to another team within the year. Who goes later, or to the own team, stays.
    fn transfers(&mut self, ground: &Ground, plan: &QuotaPlan, start: Month, leaves: &[bool]) -> BTreeMap<u32, Move> {
        let mut moves = BTreeMap::new();
        if plan.transfers.is_empty() {
            return moves;
        }
        let names: BTreeMap<String, u32> =
            (0..).zip(&ground.people).map(|(place, person)| (join_key(&person.id.0), place)).collect();
        let find = |rep: &RepId| names.get(&join_key(&rep.0)).copied();
        let is_leaf = |place: u32| leaves.get(place as usize) == Some(&true);
        for transfer in &plan.transfers {
            let above =
                if transfer.to.0.trim().is_empty() { Some(0) } else { find(&transfer.to).map(|to| to as usize + 1) };
            let is_team = |above: &usize| *above == 0 || !is_leaf(*above as u32 - 1);
            match (find(&transfer.rep).filter(|place| is_leaf(*place)), above.filter(is_team)) {
                (Some(place), Some(above)) if !moves.contains_key(&place) => {
                    moves.insert(place, Move { from: transfer.from.since(start).max(0), above });
                }
                (Some(_), None) => self.unknown.push(transfer.to.0.clone()),
                _ => self.unknown.push(transfer.rep.0.clone()),
            }
        }
        let own_team = |place: &u32| {
            let manager = ground.people.get(*place as usize).and_then(|person| person.manager);
            manager.map_or(0, |manager| manager as usize + 1)
        };
        moves.retain(|place, moved| moved.from < 12 && moved.above != own_team(place));
        moves
    }

    fn findings(&self) -> Vec<Finding> {
        let nobody = self.of_nobody.iter().take(N_NAMED).map(|who| Finding::ManagerOfNobody { who: who.clone() });
        let mut findings: Vec<Finding> = nobody.collect();
        if 0 < self.n_not_there {
            findings.push(Finding::NotThere { n: self.n_not_there });
        }
        if !self.unknown.is_empty() {
            let names = self.unknown.iter().take(5).cloned().collect();
            findings.push(Finding::UnknownPeople { names, n: self.unknown.len() as u32 });
        }
        findings
    }

    /// The nodes with who they are, level by level.
    fn breadth_first(&self, ground: &Ground) -> (Vec<Node>, Vec<Item>) {
        let (mut nodes, mut items) = (vec![Node::default()], vec![Item::Company]);
        let mut at = 0;
        while let Some(item) = items.get(at).copied() {
            let below = match item {
                Item::Company => self.below.first(),
                Item::Own(place) => self.below.get(place as usize + 1),
                Item::Moved(..) => None,
            };
            let (first_child, level) = (nodes.len() as u32, nodes.get(at).map_or(0, |node| node.level));
            let above = nodes.get(at).map(|node| node.key.rep.clone()).unwrap_or_default();
            for child in below.into_iter().flatten().copied() {
                let (Item::Own(place) | Item::Moved(place)) = child else { continue };
                let Some(person) = ground.people.get(place as usize) else { continue };
                let under = matches!(child, Item::Moved(..)).then(|| above.clone());
                nodes.push(Node {
                    key: NodeKey { rep: person.id.clone(), under },
                    name: person.name.clone(),
                    role: person.role.clone(),
                    level: level + 1,
                    parent: Some(at as u32),
                    ..Node::default()
                });
                items.push(child);
            }
            let n_children = nodes.len() as u32 - first_child;
            if let Some(node) = nodes.get_mut(at) {
                (node.first_child, node.n_children) = (first_child, n_children);
            }
            at += 1;
        }
        (nodes, items)
    }

    /// The months of the year that someone is in the team.
    fn within(&self, item: Item) -> Within {
        match item {
            Item::Company => (0, 12),
            Item::Own(place) => (0, self.moved.get(&place).copied().unwrap_or(12)),
            Item::Moved(place) => (self.moved.get(&place).copied().unwrap_or(12), 12),
        }
    }

    /// The part of the year that they are, for what is added up above.
    fn share(&self, item: Item) -> Decimal {
        let (from, to) = self.within(item);
        divided(Decimal::from(to - from), Decimal::from(12))
    }

    fn terms(&self, ground: &Ground, plan: &QuotaPlan, start: Month, item: Item) -> Option<Arc<LeafTerms>> {
        let (Item::Own(place) | Item::Moved(place)) = item else { return None };
        let person = ground.people.get(place as usize)?;
        factor::terms(person, plan, start, self.within(item)).map(Arc::new)
    }
}

fn keys(words: &[String]) -> Vec<String> {
    words.iter().map(|word| join_key(word)).filter(|word| !word.is_empty()).collect()
}

/// What the records say of each node alone, as weights.
fn own_weights(nodes: &[Node]) -> [Vec<i128>; N_RECORDS] {
    let of = |number: fn(&Node) -> i128| nodes.iter().map(number).collect();
    let mut own = [const { Vec::new() }; N_RECORDS];
    for (record, number) in [
        (Record::PriorSales, (|node| fixed_point(node.prior)) as fn(&Node) -> i128),
        (Record::Revenue, |node| fixed_point(node.revenue)),
        (Record::Employees, |node| fixed_point(node.employees)),
        (Record::Accounts, |node| i128::from(node.n_accounts) * ONE),
        (Record::Headcount, |node| i128::from(node.n_leaves) * ONE),
    ] {
        if let Some(list) = own.get_mut(record as usize) {
            *list = of(number);
        }
    }
    own
}

/// Adds each node's numbers to the node above, those of a transferred rep by the part of the year.
fn roll_up(nodes: &mut [Node], shares: &[Decimal]) {
    for place in (1..nodes.len()).rev() {
        let Some(node) = nodes.get(place) else { continue };
        let share = if node.is_leaf() { shares.get(place).copied().unwrap_or(Decimal::ONE) } else { Decimal::ONE };
        let part = |amount: Decimal| if share == Decimal::ONE { amount } else { times(amount, share) };
        let (prior, revenue, employees) = (part(node.prior), part(node.revenue), part(node.employees));
        let (n_accounts, n_leaves) = (node.n_accounts, node.n_leaves);
        let is_second = node.key.under.is_some();
        let Some(above) = node.parent.and_then(|parent| nodes.get_mut(parent as usize)) else { continue };
        above.prior = plus(above.prior, prior);
        above.revenue = plus(above.revenue, revenue);
        above.employees = plus(above.employees, employees);
        above.n_leaves += n_leaves;
        if !is_second {
            above.n_accounts = above.n_accounts.saturating_add(n_accounts);
        }
    }
}

/// Each node followed by everyone below.
fn preorder(nodes: &[Node]) -> Vec<u32> {
    let mut order = Vec::with_capacity(nodes.len());
    let mut open = vec![0_u32];
    while let Some(place) = open.pop() {
        let Some(node) = nodes.get(place as usize) else { continue };
        order.push(place);
        open.extend(node.children().rev().map(|child| child as u32));
    }
    order
}
