//! What an edit makes of a plan: a function of plan and tree. Independent edits may come in any order.

use std::collections::BTreeMap;

use super::{Edit, Fill, Goal, LeafEstimate, NodeChoice, NodeKey, PastedRow, QuotaPlan, Refused, Relief, check};
use crate::engine::quota::tree::Tree;
use crate::engine::records::{RepId, join_key};
use crate::engine::units::Decimal;

/// Changes the plan. What cannot be done is left out and told; the rest is done.
pub fn apply(plan: &mut QuotaPlan, tree: &Tree, edit: &Edit) -> Vec<Refused> {
    apply_all(plan, tree, std::slice::from_ref(edit))
}

/// Changes the plan by one edit after the other.
pub fn apply_all(plan: &mut QuotaPlan, tree: &Tree, edits: &[Edit]) -> Vec<Refused> {
    in_order(plan);
    let mut work = Work { plan, tree, refused: Vec::new() };
    for edit in edits {
        work.edit(edit);
    }
    // A choice that says nothing is none.
    work.plan.nodes.retain(|one| one.fixed.is_some() || one.weight.is_some() || one.rule.is_some());
    work.refused
}

/// Puts the lists of a file that somebody wrote by hand in order. Of two entries the one stays that counts: of choices the
/// first, of estimates the last.
fn in_order(plan: &mut QuotaPlan) {
    if !plan.nodes.is_sorted_by(|before, after| before.node < after.node) {
        plan.nodes.sort_by(|one, other| one.node.cmp(&other.node));
        plan.nodes.dedup_by(|after, before| after.node == before.node);
    }
    if !plan.bottom_up.is_sorted_by(|before, after| before.rep < after.rep) {
        plan.bottom_up.reverse();
        plan.bottom_up.sort_by(|one, other| one.rep.cmp(&other.rep));
        plan.bottom_up.dedup_by(|after, before| after.rep == before.rep);
    }
}

struct Work<'a> {
    plan: &'a mut QuotaPlan,
    tree: &'a Tree,
    refused: Vec<Refused>,
}

impl Work<'_> {
    fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::SetValue { node, amount } | Edit::Lock { node, amount } => self.value(node, Some(*amount)),
            Edit::Unlock { node } => self.value(node, None),
            Edit::UnlockAll => self.plan.nodes.iter_mut().for_each(|choice| choice.fixed = None),
            Edit::SetRule { node, rule } => self.change(node, |choice| choice.rule.clone_from(rule)),
            Edit::SetWeight { node, weight } => self.weight(node, *weight),
            Edit::Fill { nodes, with } => {
                for node in nodes {
                    self.fill(node, with);
                }
            }
            Edit::Paste { node, rows } => self.paste(node, rows),
            Edit::SetBottomUp(estimates) => {
                self.plan.bottom_up.clear();
                for one in estimates {
                    self.estimate(&one.rep, Some(one.amount));
                }
            }
            Edit::SetEstimate { rep, amount } => self.estimate(rep, *amount),
            Edit::Relief(relief) => self.relief(relief),
            Edit::DropRelief { rep, from } => {
                let key = join_key(&rep.0);
                self.plan.relief.retain(|one| join_key(&one.rep.0) != key || one.from != *from);
            }
            Edit::Transfer(transfer) => {
                self.drop_transfer(&transfer.rep);
                self.plan.transfers.push(transfer.clone());
                self.plan.transfers.sort_by_cached_key(|one| join_key(&one.rep.0));
            }
            Edit::DropTransfer { rep } => self.drop_transfer(rep),
            _ => self.whole(edit),
        }
    }

    /// Edits of the plan as a whole.
    fn whole(&mut self, edit: &Edit) {
        let plan = &mut *self.plan;
        match edit.clone() {
            Edit::SetGoal(goal) => plan.goal = goal,
            Edit::SetDefaultRule(rule) => plan.rule = rule,
            Edit::SetOver(over) => plan.over_assignment = over,
            Edit::SetBlend(blend) => plan.blend = blend,
            Edit::SetStep(step) => plan.step = step,
            Edit::SetMonthStep(step) => plan.month_step = step,
            Edit::SetSeasons(seasons) => plan.seasons = seasons,
            Edit::SetProration { by, ramp } => (plan.prorate, plan.ramp) = (by, ramp),
            Edit::SetLost(lost) => plan.lost = lost,
            Edit::SetProducts(products) => plan.products = products,
            Edit::SetScope { roles, segments } => (plan.roles, plan.segments) = (roles, segments),
            Edit::SetStart(start) => plan.start = start,
            Edit::SetTargets { length, measure, managers } => {
                (plan.length, plan.measure, plan.managers) = (length, measure, managers);
            }
            Edit::Use(is_used) => plan.is_used = is_used,
            Edit::Rename(name) => plan.name = name,
            _ => {}
        }
    }

    /// Changes what is said of a node of the tree.
    fn change(&mut self, node: &NodeKey, change: impl FnOnce(&mut NodeChoice)) {
        let Some(found) = self.tree.place(node).and_then(|place| self.tree.nodes.get(place)) else {
            self.refused.push(Refused::UnknownNode { who: node.rep.0.clone() });
            return;
        };
        let choices = &mut self.plan.nodes;
        let at = choices.binary_search_by(|choice| choice.node.cmp(&found.key)).unwrap_or_else(|at| {
            choices.insert(at, NodeChoice { node: found.key.clone(), ..NodeChoice::default() });
            at
        });
        if let Some(choice) = choices.get_mut(at) {
            change(choice);
        }
    }

    fn is_good(&mut self, number: Option<Decimal>) -> bool {
        let bad = number.filter(|number| !check::is_usable(*number));
        self.refused.extend(bad.map(|number| Refused::BadNumber { number }));
        bad.is_none()
    }

    fn value(&mut self, node: &NodeKey, amount: Option<Decimal>) {
        if !self.is_good(amount) {
            return;
        }
        match (node.is_company(), amount) {
            (true, Some(amount)) => self.plan.goal = Goal::Amount { amount },
            (true, None) => self.refused.push(Refused::CompanyIsGoal),
            (false, _) => self.change(node, |choice| choice.fixed = amount),
        }
    }

    fn weight(&mut self, node: &NodeKey, weight: Option<Decimal>) {
        if self.is_good(weight) {
            self.change(node, |choice| choice.weight = weight);
        }
    }

    fn fill(&mut self, node: &NodeKey, with: &Fill) {
        match with {
            Fill::Value(amount) => self.value(node, Some(*amount)),
            Fill::Rule(rule) => self.change(node, |choice| choice.rule.clone_from(rule)),
            Fill::Weight(weight) => self.weight(node, *weight),
            Fill::Unlocked => self.value(node, None),
        }
    }

    fn paste(&mut self, node: &NodeKey, rows: &[PastedRow]) {
        let Some(place) = self.tree.place(node) else {
            self.refused.push(Refused::UnknownNode { who: node.rep.0.clone() });
            return;
        };
        let tree = self.tree;
        let level = |place: usize| tree.nodes.get(place).map_or(0, |node| node.level);
        let order = tree.order.iter().map(|place| *place as usize).skip_while(|at| *at != place);
        if rows.iter().all(|row| row.who.trim().is_empty()) {
            let from: Vec<usize> = order.collect();
            for (row, at) in rows.iter().zip(&from) {
                self.paste_at(*at, row.amount);
            }
            let n = rows.len().saturating_sub(from.len());
            self.refused.extend((0 < n).then_some(Refused::TooManyRows { n }));
            return;
        }
        let mut below: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n_before, at) in order.enumerate() {
            if 0 < n_before && level(at) <= level(place) {
                break;
            }
            let Some(node) = tree.nodes.get(at).filter(|node| node.key.under.is_none()) else { continue };
            let (id, name) = (join_key(&node.key.rep.0), join_key(&node.name));
            if id != name {
                below.entry(name).or_default().push(at);
            }
            below.entry(id).or_default().push(at);
        }
        for row in rows.iter().filter(|row| !row.who.trim().is_empty() || row.amount.is_some()) {
            let named = below.get(&join_key(&row.who)).filter(|_| !row.who.trim().is_empty());
            match named.map(Vec::as_slice) {
                Some([at]) => self.paste_at(*at, row.amount),
                Some(_) => self.refused.push(Refused::Ambiguous { who: row.who.clone() }),
                None => self.refused.push(Refused::UnknownNode { who: row.who.clone() }),
            }
        }
    }

    fn paste_at(&mut self, place: usize, amount: Option<Decimal>) {
        if let Some(node) = self.tree.nodes.get(place) {
            self.value(&node.key, amount);
        }
    }

    /// The id of a rep as the records have it.
    fn known(&mut self, rep: &RepId) -> Option<RepId> {
        let found = self.tree.place(&NodeKey::of(rep.clone())).and_then(|place| self.tree.nodes.get(place));
        let id = found.filter(|node| !node.key.is_company()).map(|node| node.key.rep.clone());
        if id.is_none() {
            self.refused.push(Refused::UnknownNode { who: rep.0.clone() });
        }
        id
    }

    fn estimate(&mut self, rep: &RepId, amount: Option<Decimal>) {
        if !self.is_good(amount) {
            return;
        }
        let Some(rep) = self.known(rep) else { return };
        let list = &mut self.plan.bottom_up;
        match (list.binary_search_by(|one| one.rep.cmp(&rep)), amount) {
            (Ok(at), Some(amount)) => {
                if let Some(one) = list.get_mut(at) {
                    one.amount = amount;
                }
            }
            (Ok(at), None) => {
                list.remove(at);
            }
            (Err(at), Some(amount)) => list.insert(at, LeafEstimate { rep, amount }),
            (Err(_), None) => {}
        }
    }

    fn relief(&mut self, relief: &Relief) {
        if !(Decimal::ZERO..=Decimal::ONE).contains(&relief.share) {
            self.refused.push(Refused::BadNumber { number: relief.share });
            return;
        }
        let Some(rep) = self.known(&relief.rep) else { return };
        let relief = Relief { rep, ..relief.clone() };
        let list = &mut self.plan.relief;
        let key = |one: &Relief| (one.rep.clone(), one.from, one.to);
        match list.binary_search_by_key(&key(&relief), key) {
            Ok(at) => {
                if let Some(one) = list.get_mut(at) {
                    *one = relief;
                }
            }
            Err(at) => list.insert(at, relief),
        }
    }

    fn drop_transfer(&mut self, rep: &RepId) {
        let key = join_key(&rep.0);
        self.plan.transfers.retain(|one| join_key(&one.rep.0) != key);
    }
}
