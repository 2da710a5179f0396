//! A component with what it looks at: gate, multipliers and matrix read other components' attainment.

use super::factor::Factor;
use super::table::Table;
use super::{Compiled, bound, float};
use crate::engine::comp::plan::{Cap, Component, Otherwise, Plan, Tier};

/// How a component stands to date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Credit to date, in its own unit.
    pub credit: f64,
    /// Credit over the quota of its window; `None` without a quota.
    pub attainment: Option<f64>,
}

/// A component of a plan for one window's terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    open: Shape,
    gate: Option<Closing>,
    factors: Vec<(usize, Factor)>,
    /// Pay ends here.
    pub pay_cap: f64,
    /// Pay ends here too, but what is cut waits for a later window of the year.
    pub balance_cap: f64,
}

/// Pay and its change for the next unit of attainment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Slope {
    /// Money.
    pub pay: f64,
    /// Money for one more quota; 0 where a cap binds.
    pub by_attainment: f64,
}

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Curve(Compiled),
    /// With the place of the component that chooses the row.
    Table(usize, Table),
}

/// A gate, and what is paid while it is closed.
#[derive(Clone, Debug, PartialEq)]
struct Closing {
    conditions: Vec<(usize, f64)>,
    share: f64,
    /// The curve without accelerators, if that is what is paid.
    base: Option<Shape>,
}

/// The place of the component of that name; none has that of an unknown one.
fn place(plan: &Plan, name: &str) -> usize {
    plan.components.iter().position(|component| component.name == name).unwrap_or(usize::MAX)
}

fn standing(others: &[Standing], place: usize) -> Standing {
    others.get(place).copied().unwrap_or_default()
}

impl Form {
    /// The component at that place of the plan, for a window with that quota and target incentive (its share of it).
    ///
    /// With parts the quota is 1 and credit is attainment.
    pub fn new(plan: &Plan, component: &Component, quota: Option<f64>, target_incentive: f64) -> Self {
        let quota = if component.parts.is_empty() { quota } else { Some(1.0) };
        let quota = quota.filter(|quota| 0.0 < *quota && quota.is_finite());
        let gate = component.gate.as_ref().map(|gate| {
            let (share, is_base) = match gate.otherwise {
                Otherwise::Nothing => (0.0, false),
                Otherwise::Share { of } => (float(of), false),
                Otherwise::BaseOnly => (1.0, true),
            };
            Closing {
                conditions: gate
                    .conditions
                    .iter()
                    .map(|condition| (place(plan, &condition.component), float(condition.at)))
                    .collect(),
                share,
                base: is_base.then(|| Shape::new(plan, &base_only(component), quota, target_incentive, true)),
            }
        });
        let (mut pay_cap, mut balance_cap) = (f64::INFINITY, f64::INFINITY);
        for cap in &component.caps {
            let (limit, is_refundable) = match *cap {
                Cap::Pay { amount, is_refundable } => (float(amount), is_refundable),
                Cap::PayMultiple { times, is_refundable } => (bound(times, target_incentive), is_refundable),
                Cap::Attainment { .. } | Cap::Rate { .. } | Cap::Deal { .. } => continue,
            };
            let end = if is_refundable { &mut balance_cap } else { &mut pay_cap };
            *end = end.min(limit);
        }
        Self {
            open: Shape::new(plan, component, quota, target_incentive, false),
            gate,
            factors: component
                .multipliers
                .iter()
                .map(|multiplier| (place(plan, &multiplier.component), Factor::new(multiplier)))
                .collect(),
            pay_cap,
            balance_cap,
        }
    }

    /// The same with a curve that pays all credit at the rate of one credit: where deals stand alone and only their mean
    /// is known. A matrix stays as it is.
    #[must_use]
    pub fn at_rate_of(mut self, credit: f64) -> Self {
        self.open.straighten(credit);
        if let Some(base) = self.gate.as_mut().and_then(|gate| gate.base.as_mut()) {
            base.straighten(credit);
        }
        (self.pay_cap, self.balance_cap) = (f64::INFINITY, f64::INFINITY);
        self
    }

    /// Whether it depends on nothing but its own credit.
    pub fn stands_alone(&self) -> bool {
        self.gate.is_none() && self.factors.is_empty() && matches!(self.open, Shape::Curve(_))
    }

    /// Pay before caps on pay; `others` are all components of the plan by their places.
    pub fn before_caps(&self, credit: f64, others: &[Standing]) -> f64 {
        if credit.is_nan() || credit <= 0.0 {
            return 0.0;
        }
        let (shape, part) = self.shape(others);
        let pay = shape.pay(credit, others) * part;
        self.factors
            .iter()
            .fold(pay, |pay, (place, factor)| pay * factor.at(standing(others, *place).attainment.unwrap_or(0.0)).0)
    }

    /// Pay of a window that stands alone: with its caps, and without a balance of earlier windows.
    pub fn pay(&self, credit: f64, others: &[Standing]) -> f64 {
        self.before_caps(credit, others).min(self.pay_cap).min(self.balance_cap)
    }

    /// Pay and its slope where every component stands at one attainment; `quotas` are theirs, by their places.
    pub fn slope(&self, quota: f64, attainment: f64, others: &[Standing], quotas: &[f64]) -> Slope {
        let credit = attainment * quota;
        let (shape, part) = self.shape(others);
        let (mut pay, mut by_attainment) = shape.slope(credit, quota, others, quotas);
        (pay, by_attainment) = (pay * part, by_attainment * part);
        for (place, factor) in &self.factors {
            let (times, slope) = factor.at(standing(others, *place).attainment.unwrap_or(0.0));
            (pay, by_attainment) = (pay * times, by_attainment * times + pay * slope);
        }
        let cap = self.pay_cap.min(self.balance_cap);
        if cap <= pay { Slope { pay: cap, by_attainment: 0.0 } } else { Slope { pay, by_attainment } }
    }

    /// Attainments at which pay may jump or turn, where every component stands at one attainment.
    pub fn turns(&self, quota: f64, quotas: &[f64]) -> Vec<f64> {
        let mut turns: Vec<f64> = self.open.turns(quota, quotas);
        if let Some(gate) = &self.gate {
            turns.extend(gate.conditions.iter().map(|(_, at)| *at));
            turns.extend(gate.base.iter().flat_map(|base| base.turns(quota, quotas)));
        }
        turns.extend(self.factors.iter().flat_map(|(_, factor)| factor.bounds()));
        turns
    }

    /// What holds, and the share of it that is paid.
    fn shape(&self, others: &[Standing]) -> (&Shape, f64) {
        match &self.gate {
            Some(gate) if !gate.is_open(others) => (gate.base.as_ref().unwrap_or(&self.open), gate.share),
            _ => (&self.open, 1.0),
        }
    }
}

impl Closing {
    /// Nobody reaches anything without a quota.
    fn is_open(&self, others: &[Standing]) -> bool {
        let is_met = |at: f64, place| standing(others, place).attainment.is_some_and(|attainment| at <= attainment);
        self.conditions.iter().all(|(place, at)| is_met(*at, *place))
    }
}

/// The component with no tier above the first one's value.
fn base_only(component: &Component) -> Component {
    let first = component.tiers.first().map(|tier| tier.value).unwrap_or_default();
    let tiers = component.tiers.iter().map(|tier| Tier { value: tier.value.min(first), ..*tier }).collect();
    Component { tiers, ..component.clone() }
}

impl Shape {
    fn new(plan: &Plan, component: &Component, quota: Option<f64>, target_incentive: f64, is_base_only: bool) -> Self {
        let is_open = quota.is_some() || !component.needs_quota();
        match &component.matrix {
            Some(matrix) if is_open => {
                let table = Table::new(component, matrix, quota.unwrap_or(1.0), target_incentive, is_base_only);
                Self::Table(place(plan, &matrix.component), table)
            }
            _ => {
                let mut compiled = Compiled::new(component, quota, target_incentive);
                compiled.pay_cap = f64::INFINITY; // after gate and multipliers
                Self::Curve(compiled)
            }
        }
    }

    fn pay(&self, credit: f64, others: &[Standing]) -> f64 {
        match self {
            Self::Curve(compiled) => compiled.pay(credit),
            Self::Table(place, table) => table.at(credit, row(table, standing(others, *place))).0,
        }
    }

    /// Pay, and its change for one more quota of every component.
    fn slope(&self, credit: f64, quota: f64, others: &[Standing], quotas: &[f64]) -> (f64, f64) {
        match self {
            Self::Curve(compiled) => (compiled.pay(credit), compiled.marginal(credit) * quota),
            Self::Table(place, table) => {
                if credit <= 0.0 {
                    return (0.0, 0.0);
                }
                let per_row = if table.rows_by_credit { quotas.get(*place).copied().unwrap_or(0.0) } else { 1.0 };
                let (pay, by_row, by_credit) = table.at(credit, row(table, standing(others, *place)));
                (pay, by_row * per_row + by_credit * quota)
            }
        }
    }

    fn turns(&self, quota: f64, quotas: &[f64]) -> Vec<f64> {
        match self {
            Self::Curve(compiled) => {
                let bounds = compiled.pieces().iter().map(|piece| piece.from).chain([compiled.credit_cap]);
                bounds.map(|bound| bound / quota).collect()
            }
            Self::Table(place, table) => {
                let per_row = if table.rows_by_credit { quotas.get(*place).copied().unwrap_or(1.0) } else { 1.0 };
                let rows = table.rows().iter().map(|row| row / per_row);
                table.bounds().map(|bound| bound / quota).chain(rows).collect()
            }
        }
    }

    fn straighten(&mut self, credit: f64) {
        if let Self::Curve(compiled) = self {
            *compiled = Compiled::at_rate(compiled.pay(credit) / credit);
        }
    }
}

fn row(table: &Table, other: Standing) -> f64 {
    if table.rows_by_credit { other.credit } else { other.attainment.unwrap_or(0.0) }
}
