//! Pay as the definitions say it, in decimals, slow and plain: every window is added up from its months again.

use attain::engine::comp::{
    Boundary, Cap, Component, Matrix, Multiplier, Otherwise, PayBasis, Plan, QuotaSource, ThresholdKind, TierAxis,
    TierMode,
};
use attain::engine::units::{Calendar, Decimal, Month, Period};

/// Who is paid: months from `first` on.
pub(crate) struct Facts {
    pub(crate) calendar: Calendar,
    pub(crate) first: Month,
    pub(crate) n_months: usize,
    /// The rep's quota of each month by targets.
    pub(crate) targets: Vec<Decimal>,
    /// The rep's target incentive a month.
    pub(crate) incentive: Decimal,
    /// Credit of each month in bookings, margin, units, deals.
    pub(crate) credit: Vec<[Decimal; 4]>,
}

const ZERO: Decimal = Decimal::ZERO;
const ONE: Decimal = Decimal::ONE;

impl Facts {
    fn place(&self, month: Month) -> usize {
        usize::try_from(month.since(self.first)).unwrap()
    }

    /// The quota of a month that a source gives.
    pub(crate) fn quota(&self, source: &QuotaSource, month: usize) -> Decimal {
        match source {
            QuotaSource::Targets | QuotaSource::Named { .. } => self.targets[month],
            QuotaSource::Share { of } | QuotaSource::Credited { of } => of * self.targets[month],
            QuotaSource::Stated { amount, per } => amount / Decimal::from(per.months()),
        }
    }

    fn window_quota(&self, source: &QuotaSource, window: Period) -> Decimal {
        window.months().map(|month| self.quota(source, self.place(month))).sum()
    }

    /// Credit of a component's window to the end of `until`, and its quota.
    fn standing(&self, component: &Component, until: Month) -> (Decimal, Decimal) {
        let window = self.calendar.period(until, component.window_length());
        let sum = |measure: usize| -> Decimal {
            window.months().filter(|month| *month <= until).map(|month| self.credit[self.place(month)][measure]).sum()
        };
        if component.parts.is_empty() {
            return (sum(component.measure as usize), self.window_quota(&component.quota, window));
        }
        let parts = component.parts.iter();
        let part = parts.map(|part| part.weight * sum(part.measure as usize) / self.window_quota(&part.quota, window));
        (part.sum(), ONE)
    }
}

fn reached(component: &Component, x: Decimal, bound: Decimal) -> bool {
    if component.boundary == Boundary::Lower { bound <= x } else { bound < x }
}

/// Where something lies between two numbers, as a share of the way.
fn way(from: Decimal, to: Decimal, x: Decimal) -> Decimal {
    (x - from) / (to - from)
}

fn factor(multiplier: &Multiplier, attainment: Decimal) -> Decimal {
    let steps = &multiplier.steps;
    if attainment < steps[0].from {
        return steps[0].value;
    }
    for pair in steps.windows(2) {
        if attainment < pair[1].from {
            let share = way(pair[0].from, pair[1].from, attainment);
            let rise = if multiplier.is_interpolated { share * (pair[1].value - pair[0].value) } else { ZERO };
            return pair[0].value + rise;
        }
    }
    steps.last().unwrap().value
}

/// What a component is computed with at the end of a period.
struct Now<'a> {
    plan: &'a Plan,
    component: &'a Component,
    facts: &'a Facts,
    until: Month,
    quota: Decimal,
    incentive: Decimal,
    is_withheld: bool,
}

impl Now<'_> {
    fn other(&self, name: &str) -> (Decimal, Decimal) {
        let other = self.plan.components.iter().find(|other| other.name == name).unwrap();
        let (credit, quota) = self.facts.standing(other, self.until);
        (credit, credit / quota)
    }

    fn unit(&self) -> Decimal {
        if self.component.tier_axis == TierAxis::Amount { ONE } else { self.quota }
    }

    fn limited(&self, value: Decimal) -> Decimal {
        self.component
            .caps
            .iter()
            .fold(value, |value, cap| if let Cap::Rate { at } = cap { value.min(*at) } else { value })
    }

    /// A tier's value: while a gate is shut not above the first one's.
    fn value(&self, tier: usize) -> Decimal {
        let tiers = &self.component.tiers;
        if self.is_withheld { tiers[tier].value.min(tiers[0].value) } else { tiers[tier].value }
    }

    fn bound(&self, tier: usize) -> Decimal {
        self.component.tiers[tier].from * self.unit()
    }

    /// Pay of one unit of credit at a value of 1.
    fn per_credit(&self) -> Decimal {
        match self.component.pay_basis {
            PayBasis::Rate | PayBasis::Fixed => ONE,
            PayBasis::BaseRate { rate } => rate,
            PayBasis::TargetIncentive => self.incentive / self.quota,
        }
    }

    /// What a value pays that was read from a line or a table.
    fn of_value(&self, value: Decimal, x: Decimal) -> Decimal {
        match self.component.pay_basis {
            PayBasis::Rate | PayBasis::BaseRate { .. } => self.per_credit() * value * x,
            PayBasis::TargetIncentive => self.incentive * value,
            PayBasis::Fixed => value,
        }
    }

    fn n_reached(&self, x: Decimal) -> usize {
        (1..self.component.tiers.len()).filter(|tier| reached(self.component, x, self.bound(*tier))).count() + 1
    }

    fn marginal(&self, x: Decimal) -> Decimal {
        if self.component.pay_basis == PayBasis::Fixed {
            return (0..self.n_reached(x)).map(|tier| self.value(tier)).sum();
        }
        let slice = |tier: usize| {
            let end = if tier + 1 < self.component.tiers.len() { self.bound(tier + 1).min(x) } else { x };
            (end - self.bound(tier)).max(ZERO) * self.limited(self.value(tier))
        };
        (0..self.component.tiers.len()).map(slice).sum::<Decimal>() * self.per_credit()
    }

    fn curve(&self, x: Decimal) -> Decimal {
        if let Some(matrix) = &self.component.matrix {
            return self.of_value(self.limited(self.cell(matrix, x)), x);
        }
        let last = self.n_reached(x) - 1;
        let is_fixed = self.component.pay_basis == PayBasis::Fixed;
        match self.component.tier_mode {
            TierMode::Marginal => self.marginal(x),
            TierMode::Retroactive if is_fixed => self.value(last),
            TierMode::Retroactive => self.limited(self.value(last)) * x * self.per_credit(),
            TierMode::HighestOverQuota if x <= self.quota => self.marginal(x),
            TierMode::HighestOverQuota => {
                self.marginal(self.quota) + self.limited(self.value(last)) * (x - self.quota) * self.per_credit()
            }
            TierMode::Interpolated => self.of_value(self.limited(self.between(x)), x),
        }
    }

    fn between(&self, x: Decimal) -> Decimal {
        if !reached(self.component, x, self.bound(0)) {
            return ZERO;
        }
        for tier in 1..self.component.tiers.len() {
            if !reached(self.component, x, self.bound(tier)) {
                let share = way(self.bound(tier - 1), self.bound(tier), x);
                return self.value(tier - 1) * (ONE - share) + self.value(tier) * share;
            }
        }
        self.value(self.component.tiers.len() - 1)
    }

    /// Each cell's value by how near it is: one near cell for steps, up to four for lines.
    fn cell(&self, matrix: &Matrix, x: Decimal) -> Decimal {
        let (credit, attainment) = self.other(&matrix.component);
        let row = if matrix.row_axis == TierAxis::Amount { credit } else { attainment };
        let weights = |lines: &[Decimal], at: Decimal| -> Vec<Decimal> {
            let n = lines.iter().filter(|line| reached(self.component, at, **line)).count();
            let mut weights = vec![ZERO; lines.len()];
            if n != 0 {
                let share =
                    if matrix.is_interpolated && n < lines.len() { way(lines[n - 1], lines[n], at) } else { ZERO };
                weights[n - 1] = ONE - share;
                if n < lines.len() {
                    weights[n] = share;
                }
            }
            weights
        };
        let columns: Vec<Decimal> = matrix.columns.iter().map(|column| column * self.unit()).collect();
        let (rows, columns) = (weights(&matrix.rows, row), weights(&columns, x));
        let first = matrix.values[0][0];
        let value = |value: Decimal| if self.is_withheld { value.min(first) } else { value };
        let each = rows.iter().zip(&matrix.values);
        each.map(|(near, values)| {
            *near * columns.iter().zip(values).map(|(near, of)| *near * value(*of)).sum::<Decimal>()
        })
        .sum()
    }

    fn with_threshold(&self, x: Decimal) -> Decimal {
        let Some(threshold) = self.component.threshold else { return self.curve(x) };
        let start = threshold.at * self.quota;
        let floor = match threshold.kind {
            _ if !reached(self.component, x, start) => return ZERO,
            ThresholdKind::Cliff => return self.curve(x),
            _ if self.quota <= x => return self.curve(x),
            ThresholdKind::Slide => ZERO,
            ThresholdKind::Floor { share } => share,
        };
        self.curve(self.quota) * (floor + (ONE - floor) * way(start, self.quota, x))
    }
}

/// What all pay caps leave of `pay`, first of those of one kind.
fn cut(component: &Component, incentive: Decimal, pay: Decimal, refundable: Option<bool>) -> Decimal {
    component.caps.iter().fold(pay, |pay, cap| match *cap {
        Cap::Pay { amount, is_refundable } if refundable.is_none_or(|kind| kind == is_refundable) => pay.min(amount),
        Cap::PayMultiple { times, is_refundable } if refundable.is_none_or(|kind| kind == is_refundable) => {
            pay.min(times * incentive)
        }
        _ => pay,
    })
}

/// What a pay period comes to with what was paid ahead: that is kept, and its last part pays no less, or it is taken back.
fn with_advance(component: &Component, due: Decimal) -> Decimal {
    let Some(advance) = component.advance.filter(|advance| !advance.is_recovered) else { return due };
    let n_parts = component.pay_period.months() / advance.per.months();
    due.max(advance.amount * Decimal::from(n_parts))
}

/// What a component is due for each pay period, in order.
pub(crate) fn paid(plan: &Plan, component: &Component, facts: &Facts) -> Vec<Decimal> {
    let calendar = facts.calendar;
    let last = facts.first.plus(facts.n_months as i32 - 1);
    let (mut balance, mut year) = (ZERO, None);
    let mut due = Vec::new();
    for window in calendar.periods(facts.first, last, component.window_length()) {
        if year != Some(calendar.fiscal_year(window.start)) {
            (balance, year) = (ZERO, Some(calendar.fiscal_year(window.start)));
        }
        let incentive = facts.incentive * component.weight * Decimal::from(window.length.months());
        let (mut before, mut left, mut credit_before) = (ZERO, balance, ZERO);
        for period in calendar.periods(window.start, window.end(), component.pay_period) {
            let (credit, quota) = facts.standing(component, period.end());
            let mut now = Now { plan, component, facts, until: period.end(), quota, incentive, is_withheld: false };
            let mut share = ONE;
            if let Some(gate) = &component.gate
                && gate.conditions.iter().any(|condition| now.other(&condition.component).1 < condition.at)
            {
                match gate.otherwise {
                    Otherwise::Nothing => share = ZERO,
                    Otherwise::Share { of } => share = of,
                    Otherwise::BaseOnly => now.is_withheld = true,
                }
            }
            let counted = component.caps.iter().fold(credit, |credit, cap| {
                if let Cap::Attainment { at } = cap { credit.min(at * quota) } else { credit }
            });
            let mut pay = if credit <= ZERO { ZERO } else { now.with_threshold(counted) * share };
            for multiplier in &component.multipliers {
                pay *= factor(multiplier, now.other(&multiplier.component).1);
            }
            let full = cut(component, incentive, pay, Some(false)) + balance;
            let earned = cut(component, incentive, full, None);
            left = full - earned;
            let of_period = credit - credit_before;
            due.push(if component.deduct_prior {
                earned - before
            } else if credit <= ZERO || of_period <= ZERO {
                ZERO
            } else {
                earned / credit * of_period
            });
            (before, credit_before) = (earned, credit);
        }
        balance = left;
    }
    if component.is_measured_only {
        return due.iter().map(|_| ZERO).collect();
    }
    due.into_iter().map(|due| with_advance(component, due)).collect()
}
