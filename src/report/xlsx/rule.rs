//! A component's rule as a formula: what is earned for the credit of a row.
//!
//! Credit and bounds are compared after rounding: a quotient that is a bound on paper may miss it by the last bit in a
//! workbook.

use super::plans::{Rule, Table};
use crate::engine::comp::{Boundary, Component, PayBasis, TierAxis, TierMode};

/// Cells of a line.
pub(super) struct Cells {
    /// Credit to date.
    pub(super) credit: String,
    /// Quota; none where there is none.
    pub(super) quota: Option<String>,
    pub(super) incentive: String,
    pub(super) attainment: String,
    /// Attainments of the components that the gate's conditions look at, then of those of the multipliers.
    pub(super) conditions: Vec<String>,
    pub(super) multipliers: Vec<String>,
}

/// A credit, as cells or numbers: itself, and in units of the tier axis.
struct Credit {
    amount: String,
    on_axis: String,
    /// The same, rounded so that it may be compared.
    compared: String,
}

/// What the component earns, before rounding; `None` for what a formula does not say. Matrices, gates that withhold
/// accelerators and caps on single deals are the caller's to leave out.
pub(super) fn earned(component: &Component, rule: &Rule, cells: &Cells) -> Option<String> {
    let writing = Writing { component, rule, cells };
    let credit = writing.credit(&writing.limited(&cells.credit, "*"), &writing.limited(&cells.attainment, ""));
    let mut pay = writing.above_threshold(&credit)?;
    if !rule.gate_at.is_empty() {
        let met = rule.gate_at.iter().zip(&cells.conditions);
        let met: Vec<String> =
            met.map(|(at, other)| format!("{}>={at}", rounded(other, TierAxis::Attainment))).collect();
        pay = format!("({pay})*IF(AND({}),1,{})", met.join(","), rule.gate_share.as_ref()?);
    }
    for ((table, other), multiplier) in rule.factors.iter().zip(&cells.multipliers).zip(&component.multipliers) {
        let factor = if multiplier.is_interpolated {
            line(table, other)
        } else {
            step(table, &rounded(other, TierAxis::Attainment), Boundary::Lower)
        };
        pay = format!("({pay})*{factor}");
    }
    let multiples = rule.multiple_caps.iter().map(|cap| format!("{cap}*{}", cells.incentive));
    let caps: Vec<String> = rule.pay_caps.iter().cloned().chain(multiples).collect();
    if !caps.is_empty() {
        pay = format!("MIN({pay},{})", caps.join(","));
    }
    Some(format!("IF({}>0,{pay},0)", cells.credit))
}

/// As precisely as a workbook can tell attainments, or credits, apart.
fn rounded(number: &str, axis: TierAxis) -> String {
    let places = match axis {
        TierAxis::Attainment => 12,
        TierAxis::Amount => 8,
    };
    format!("ROUND({number},{places})")
}

/// The value of the tier that is reached, at least the first's.
fn step(table: &Table, compared: &str, boundary: Boundary) -> String {
    let Table { from, values, .. } = table;
    let sign = boundary.sign();
    format!("INDEX({values},MAX(1,SUMPRODUCT(--({from}{sign}{compared}))))")
}

/// The value between points; before the first it is the first's.
fn line(table: &Table, at: &str) -> String {
    let Table { from, changes, first, .. } = table;
    format!("({}+SUMPRODUCT(({at}>{from})*({at}-{from})*{changes}))", first.1)
}

impl Boundary {
    /// How a bound stands to the credit that has come to it.
    fn sign(self) -> &'static str {
        match self {
            Self::Lower => "<=",
            Self::Upper => "<",
        }
    }
}

struct Writing<'a> {
    component: &'a Component,
    rule: &'a Rule,
    cells: &'a Cells,
}

impl Writing<'_> {
    /// Credit or attainment up to the caps on attainment.
    fn limited(&self, number: &str, times: &str) -> String {
        let caps: Vec<String> = self
            .rule
            .attainment_caps
            .iter()
            .map(|cap| if times.is_empty() { cap.clone() } else { format!("{cap}{times}{}", self.quota()) })
            .collect();
        if caps.is_empty() { number.to_owned() } else { format!("MIN({number},{})", caps.join(",")) }
    }

    fn quota(&self) -> &str {
        self.cells.quota.as_deref().unwrap_or("0")
    }

    fn credit(&self, amount: &str, attainment: &str) -> Credit {
        let axis = self.component.tier_axis;
        let on_axis = match axis {
            TierAxis::Amount => amount,
            TierAxis::Attainment => attainment,
        };
        Credit { amount: amount.into(), on_axis: on_axis.into(), compared: rounded(on_axis, axis) }
    }

    fn above_threshold(&self, credit: &Credit) -> Option<String> {
        let pay = self.tiers(credit)?;
        let Some(threshold) = &self.rule.threshold else { return Some(pay) };
        let attainment = self.limited(&self.cells.attainment, "");
        let compared = rounded(&attainment, TierAxis::Attainment);
        let reached = format!("{threshold}{}{compared}", self.component.boundary.sign());
        let Some(share) = &self.rule.share else { return Some(format!("IF({reached},{pay},0)")) };
        let at_quota = self.tiers(&self.credit(self.quota(), "1"))?;
        let rising = format!("({share}+(1-{share})*({attainment}-{threshold})/(1-{threshold}))");
        Some(format!("IF({reached},IF({compared}>=1,{pay},({at_quota})*{rising}),0)"))
    }

    /// Pay by the tiers alone.
    fn tiers(&self, credit: &Credit) -> Option<String> {
        let (component, table) = (self.component, &self.rule.tiers);
        let is_fixed = component.pay_basis == PayBasis::Fixed;
        let Credit { amount, on_axis, compared } = credit;
        Some(match component.tier_mode {
            TierMode::Marginal if is_fixed => {
                let Table { from, values, .. } = table;
                format!("SUMPRODUCT(({from}{}{compared})*{values})", component.boundary.sign())
            }
            TierMode::Marginal => self.money(&slices(table, on_axis), true)?,
            TierMode::Retroactive if is_fixed => step(table, compared, component.boundary),
            TierMode::Retroactive => {
                self.money(&format!("{}*{amount}", step(table, compared, component.boundary)), false)?
            }
            TierMode::HighestOverQuota => {
                let one = match component.tier_axis {
                    TierAxis::Amount => self.quota(),
                    TierAxis::Attainment => "1",
                };
                let below = slices(table, &format!("MIN({on_axis},{one})"));
                let value = step(table, compared, component.boundary);
                self.money(&format!("({below}+{value}*MAX({on_axis}-{one},0))"), true)?
            }
            TierMode::Interpolated => {
                let value = line(table, on_axis);
                let value = self.rule.rate_cap.as_ref().map_or(value.clone(), |cap| format!("MIN({value},{cap})"));
                let reached = format!("{}{}{compared}", table.first.0, component.boundary.sign());
                let pay = match component.pay_basis {
                    PayBasis::Rate => format!("{value}*{amount}"),
                    PayBasis::BaseRate { .. } => format!("{value}*{amount}*{}", self.rule.base_rate.as_ref()?),
                    PayBasis::TargetIncentive => format!("{value}*{}", self.cells.incentive),
                    PayBasis::Fixed => value,
                };
                format!("IF({reached},{pay},0)")
            }
        })
    }

    /// Values times credit as money; the credit may be in units of the tier axis.
    fn money(&self, valued: &str, is_on_axis: bool) -> Option<String> {
        let is_attainment = is_on_axis && self.component.tier_axis == TierAxis::Attainment;
        let in_credit = || if is_attainment { format!("{valued}*{}", self.quota()) } else { valued.to_owned() };
        Some(match self.component.pay_basis {
            PayBasis::Rate | PayBasis::Fixed => in_credit(),
            PayBasis::BaseRate { .. } => format!("{}*{}", in_credit(), self.rule.base_rate.as_ref()?),
            PayBasis::TargetIncentive if is_attainment => format!("{valued}*{}", self.cells.incentive),
            PayBasis::TargetIncentive => format!("{valued}*{}/{}", self.cells.incentive, self.quota()),
        })
    }
}

/// `Σ value · slice` in units of the tier axis: at each bound the value changes for all that lies above it.
fn slices(table: &Table, on_axis: &str) -> String {
    let Table { from, changes, .. } = table;
    format!("SUMPRODUCT(({on_axis}>{from})*({on_axis}-{from})*{changes})")
}
