//! What is shown of one node, made when it is asked for.

use super::number::{SCALE, Unit, largest, proportion};
use super::pass::{Used, Way};
use super::result::{MonthRow, NodeRow, Origin, RuleUsed, Spread};
use super::seasons::by_month;
use super::spread::weighted;
use crate::engine::quota::plan::{Potential, Rule};
use crate::engine::units::Decimal;

impl Spread {
    /// The numbers of a node; those of nothing where there is no such place.
    pub fn row(&self, place: usize) -> NodeRow {
        let units = |list: &[i128]| self.unit.decimal(list.get(place).copied().unwrap_or(0));
        let top_down = units(&self.top_down);
        let estimate = self.estimates.as_ref().and_then(|all| {
            let (sum, n_without) = (*all.sums.get(place)?, *all.n_without.get(place)?);
            let n_leaves = self.shape.n_leaves.get(place).copied().unwrap_or(0);
            Some((Unit::FINE.decimal(sum), n_without, n_without < n_leaves))
        });
        let stand_in = self.estimates.as_ref().map(|all| units(&all.stand_ins)).unwrap_or_default();
        let bottom_up = estimate.filter(|(.., has_any)| *has_any).map(|(sum, ..)| sum);
        let entered =
            self.estimates.as_ref().and_then(|all| all.entered.get(place)).filter(|_| self.shape.is_leaf(place));
        NodeRow {
            amount: units(&self.passed.amounts),
            carried: units(&self.carried),
            top_down,
            bottom_up: bottom_up.map(|sum| entered.map_or(sum, |entered| Unit::FINE.decimal(*entered))),
            n_without: estimate.map_or(0, |(_, n, _)| n),
            gap: bottom_up.map(|sum| top_down.saturating_sub(sum).saturating_sub(stand_in)),
            to_spread: units(&self.passed.wholes),
            open: units(&self.passed.open),
            prior: self.shape.priors.get(place).copied().unwrap_or_default(),
            origin: self.origin(place),
        }
    }

    /// How the number of a node came about.
    fn origin(&self, place: usize) -> Origin {
        if place == 0 {
            return self.root.clone();
        }
        if self.fixed.get(place).is_some_and(Option::is_some) {
            return Origin::Fixed;
        }
        let above = self.shape.parents.get(place).copied().unwrap_or(0) as usize;
        let Some(way) = self.passed.ways.get(above) else { return Origin::Goal };
        let children = self.shape.children(above);
        let whole = self.passed.wholes.get(above).copied().unwrap_or(0);
        let weight = self.passed.weights.get(place).copied().unwrap_or(0);
        let bucket = way.bucket_of.get(place - children.start.min(place)).copied().flatten();
        let bucket = bucket.and_then(|bucket| way.buckets.get(bucket as usize));
        let (rest, of, n) = match bucket {
            Some(bucket) => (bucket.amount, bucket.of, bucket.n),
            None => ((whole - way.fixed).max(0), way.of, way.n),
        };
        let rule = match (&way.rule, bucket) {
            (Used::Buckets, Some(bucket)) => {
                RuleUsed::Bucket { name: bucket.name.clone(), amount: self.unit.decimal(bucket.amount), by: bucket.by }
            }
            (Used::Buckets, None) => RuleUsed::NoBucket,
            (Used::Rule(rule), _) => used(rule),
            (Used::EvenForLackOfWeights | Used::Nothing, _) => RuleUsed::EvenForLackOfWeights,
        };
        let shown = |weight: i128| Unit::FINE.decimal(proportion(weight, 1, self.weight_scale));
        let has_odd = rest % self.step != 0 && self.first_largest(above, way, bucket.is_some(), place);
        Origin::Share {
            rule,
            weight: shown(weight),
            of: shown(of),
            n,
            whole: self.unit.decimal(whole),
            fixed: self.unit.decimal(way.fixed),
            exact: exact(self.unit.decimal(rest), weight, of),
            step: self.unit.decimal(self.step),
            odd: if has_odd { self.unit.decimal(rest % self.step) } else { Decimal::ZERO },
            blend: self.blend,
        }
    }

    /// Whether the node is the one that the remainder of less than a step went to.
    fn first_largest(&self, above: usize, way: &Way, in_bucket: bool, place: usize) -> bool {
        let children = self.shape.children(above);
        let bucket_of = |child: usize| way.bucket_of.get(child - children.start).copied().flatten();
        let own = if in_bucket { bucket_of(place) } else { None };
        let beside: Vec<usize> = children
            .clone()
            .filter(|child| self.fixed.get(*child).is_some_and(Option::is_none))
            .filter(|child| !in_bucket || bucket_of(*child) == own)
            .collect();
        let weights: Vec<i128> =
            beside.iter().map(|child| self.passed.weights.get(*child).copied().unwrap_or(0)).collect();
        beside.get(largest(&weights)) == Some(&place)
    }

    /// The months of a node.
    pub fn months_of(&self, place: usize) -> Vec<MonthRow> {
        let terms = self.shape.terms(place);
        let amounts = self.month_units(place);
        let month = |(at, amount): (usize, &i128)| MonthRow {
            month: self.shape.start.plus(at as i32),
            amount: self.unit.decimal(*amount),
            season: Decimal::new(self.seasons.get(at).copied().unwrap_or(SCALE), 9).normalize(),
            presence: terms.and_then(|terms| terms.presence.get(at).copied()).unwrap_or(Decimal::ONE),
            ramp: terms.and_then(|terms| terms.ramp.get(at).copied()).unwrap_or(Decimal::ONE),
            relief: terms.and_then(|terms| terms.relief.get(at).copied()).unwrap_or(Decimal::ZERO),
        };
        amounts.iter().enumerate().map(month).collect()
    }

    /// The months of a leaf, or of all leaves below, in units.
    pub(super) fn month_units(&self, place: usize) -> Vec<i128> {
        let mut sums = vec![0_i128; 12];
        let mut open = vec![place];
        while let Some(place) = open.pop() {
            if self.shape.is_leaf(place) {
                let carried = self.carried.get(place).copied().unwrap_or(0);
                let weights = self.shape.terms(place).map(|terms| weighted(&self.seasons, &terms.factors));
                let weights = weights.filter(|weights| weights.iter().any(|weight| *weight != 0));
                let months = by_month(carried, self.month_step, &weights.unwrap_or(self.seasons));
                sums.iter_mut().zip(months).for_each(|(sum, month)| *sum += month);
            } else {
                open.extend(self.shape.children(place));
            }
        }
        sums
    }
}

/// A share before rounding, to 4 decimals.
fn exact(rest: Decimal, weight: i128, of: i128) -> Decimal {
    let part = |weight: i128| Decimal::try_from_i128_with_scale(weight, 0).ok();
    // Weights of more than 96 bits have digits to spare.
    let shift = (128 - of.leading_zeros()).saturating_sub(60);
    let share = part(weight >> shift).zip(part(of >> shift)).and_then(|(weight, of)| weight.checked_div(of));
    share.unwrap_or_default().saturating_mul(rest).round_dp(4).normalize()
}

fn used(rule: &Rule) -> RuleUsed {
    match rule {
        Rule::Even | Rule::Buckets { .. } => RuleUsed::Even,
        Rule::Weights => RuleUsed::Weights,
        Rule::PriorSales => RuleUsed::PriorSales,
        Rule::Potential { by: by @ (Potential::Revenue | Potential::Employees | Potential::Accounts) } => {
            RuleUsed::Potential { by: *by }
        }
        Rule::Headcount => RuleUsed::Headcount,
        Rule::BottomUp => RuleUsed::BottomUp,
    }
}
