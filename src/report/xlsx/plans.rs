//! The sheet of plans: for each component what the formulas of its lines look at.

use rust_xlsxwriter::XlsxError;

use super::WorkbookInput;
use super::cell::{Look, Sheet, cell, cell_of, cells_of};
use crate::engine::comp::{
    Boundary, Cap, Component, Otherwise, PayBasis, Threshold, ThresholdKind, Tier, TierAxis, TierMode,
};
use crate::engine::units::Decimal;
use crate::present::Label;

/// Where a component's rule stands: addresses of cells, to be put into formulas.
#[derive(Clone, Debug, Default)]
pub(super) struct Rule {
    pub(super) base_rate: Option<String>,
    pub(super) threshold: Option<String>,
    /// Share of pay at quota that is paid at the threshold.
    pub(super) share: Option<String>,
    /// Caps on attainment.
    pub(super) attainment_caps: Vec<String>,
    pub(super) rate_cap: Option<String>,
    /// Caps on pay, and multiples of target incentive.
    pub(super) pay_caps: Vec<String>,
    pub(super) multiple_caps: Vec<String>,
    /// Of the gate's conditions, in order.
    pub(super) gate_at: Vec<String>,
    /// What a closed gate pays.
    pub(super) gate_share: Option<String>,
    pub(super) tiers: Table,
    /// Of the multipliers, in order.
    pub(super) factors: Vec<Table>,
}

/// Columns of a table: ranges of cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) from: String,
    /// Values after the rate cap.
    pub(super) values: String,
    /// For sums over slices: how much the value changes at each bound; for lines between points: how much the slope does.
    pub(super) changes: String,
    /// The first bound and value.
    pub(super) first: (String, String),
}

/// The sheet, and the rules by plan and component.
pub(super) fn sheet<'a>(input: &WorkbookInput, look: &'a Look) -> Result<(Sheet<'a>, Vec<Vec<Rule>>), XlsxError> {
    let heads = [("", 40.0), ("", 24.0), ("", 14.0), ("", 18.0)];
    let mut writing = Writing {
        input,
        name: input.label(Label::Plans),
        sheet: Sheet::new(input.label(Label::Plans), &heads, look)?,
        row: 0,
    };
    let mut rules = Vec::new();
    for plan in &input.book.plans {
        writing.title(Label::Plan, &plan.name)?;
        writing.row += 1;
        let own = plan.components.iter().map(|component| writing.component(component)).collect::<Result<_, _>>()?;
        rules.push(own);
    }
    Ok((writing.sheet, rules))
}

struct Writing<'a, 'b> {
    input: &'b WorkbookInput<'b>,
    name: &'b str,
    sheet: Sheet<'a>,
    row: u32,
}

impl Writing<'_, '_> {
    fn title(&mut self, label: Label, text: &str) -> Result<(), XlsxError> {
        let head = &self.sheet.look.head;
        self.sheet.sheet.write_string_with_format(self.row, 0, self.input.label(label), head)?;
        self.sheet.text(self.row, 1, text)?;
        self.row += 1;
        Ok(())
    }

    fn said(&mut self, label: Label, value: Label) -> Result<(), XlsxError> {
        self.sheet.text(self.row, 0, self.input.label(label))?;
        self.sheet.text(self.row, 1, self.input.label(value))?;
        self.row += 1;
        Ok(())
    }

    /// A setting and the address of its cell.
    fn set(&mut self, label: Label, of: &str, value: Decimal) -> Result<String, XlsxError> {
        let look = self.sheet.look;
        let name = self.input.label(label);
        let name = if of.is_empty() { name.to_owned() } else { format!("{name}: {of}") };
        self.sheet.text(self.row, 0, &name)?;
        self.sheet.number((self.row, 1), value, &look.exact)?;
        self.row += 1;
        Ok(cell_of(self.name, self.row - 1, 1))
    }

    fn component(&mut self, component: &Component) -> Result<Rule, XlsxError> {
        self.title(Label::Component, &component.name)?;
        self.set(Label::Weight, "", component.weight)?;
        let mut rule = Rule::default();
        if component.matrix.is_none() && !component.is_measured_only {
            self.shape(component)?;
        }
        if let PayBasis::BaseRate { rate } = component.pay_basis {
            rule.base_rate = Some(self.set(Label::BaseRate, "", rate)?);
        }
        if let Some(Threshold { at, kind }) = component.threshold {
            rule.threshold = Some(self.set(Label::Threshold, "", at)?);
            let share = match kind {
                ThresholdKind::Cliff => None,
                ThresholdKind::Slide => Some(Decimal::ZERO),
                ThresholdKind::Floor { share } => Some(share),
            };
            rule.share = share.map(|share| self.set(Label::ThresholdShare, "", share)).transpose()?;
        }
        self.caps(component, &mut rule)?;
        if let Some(gate) = &component.gate {
            for condition in &gate.conditions {
                rule.gate_at.push(self.set(Label::GateAt, &condition.component, condition.at)?);
            }
            rule.gate_share = match gate.otherwise {
                Otherwise::Nothing => Some(self.set(Label::GateShare, "", Decimal::ZERO)?),
                Otherwise::Share { of } => Some(self.set(Label::GateShare, "", of)?),
                Otherwise::BaseOnly => None,
            };
        }
        if component.matrix.is_none() && !component.tiers.is_empty() {
            let is_line = component.tier_mode == TierMode::Interpolated;
            // A line is limited after its value has been found, steps before; amounts are no rates.
            let cap = rule.rate_cap.as_deref().zip(component.rate_cap());
            let cap = cap.filter(|_| !is_line && component.pay_basis != PayBasis::Fixed);
            rule.tiers = self.table(&component.tiers, is_line, cap)?;
        }
        for multiplier in &component.multipliers {
            self.title(Label::Factor, &multiplier.component)?;
            rule.factors.push(self.table(&multiplier.steps, multiplier.is_interpolated, None)?);
        }
        self.row += 1;
        Ok(rule)
    }

    fn shape(&mut self, component: &Component) -> Result<(), XlsxError> {
        self.said(
            Label::Basis,
            match component.pay_basis {
                PayBasis::Rate => Label::BasisRate,
                PayBasis::BaseRate { .. } => Label::BasisBaseRate,
                PayBasis::TargetIncentive => Label::BasisTarget,
                PayBasis::Fixed => Label::BasisFixed,
            },
        )?;
        self.said(
            Label::Mode,
            match component.tier_mode {
                TierMode::Marginal => Label::Marginal,
                TierMode::Retroactive => Label::Retroactive,
                TierMode::Interpolated => Label::Interpolated,
                TierMode::HighestOverQuota => Label::Highest,
            },
        )?;
        self.said(
            Label::Axis,
            match component.tier_axis {
                TierAxis::Amount => Label::AxisAmount,
                TierAxis::Attainment => Label::AxisAttainment,
            },
        )?;
        self.said(
            Label::Boundary,
            match component.boundary {
                Boundary::Lower => Label::BoundaryLower,
                Boundary::Upper => Label::BoundaryUpper,
            },
        )
    }

    fn caps(&mut self, component: &Component, rule: &mut Rule) -> Result<(), XlsxError> {
        for cap in &component.caps {
            match *cap {
                Cap::Pay { amount, .. } => rule.pay_caps.push(self.set(Label::CapPay, "", amount)?),
                Cap::PayMultiple { times, .. } => rule.multiple_caps.push(self.set(Label::CapMultiple, "", times)?),
                Cap::Attainment { at } => rule.attainment_caps.push(self.set(Label::CapAttainment, "", at)?),
                Cap::Rate { .. } | Cap::Deal { .. } => {}
            }
        }
        rule.rate_cap = component.rate_cap().map(|at| self.set(Label::CapRate, "", at)).transpose()?;
        Ok(())
    }

    /// A table of bounds and values, limited by the cell of a cap where there is one.
    fn table(&mut self, tiers: &[Tier], is_line: bool, cap: Option<(&str, Decimal)>) -> Result<Table, XlsxError> {
        let look = self.sheet.look;
        for (column, label) in (0u16..).zip([Label::TierFrom, Label::Value, Label::Counts, Label::Change]) {
            self.sheet.sheet.write_string_with_format(self.row, column, self.input.label(label), &look.head)?;
        }
        let first = self.row + 1;
        let mut last = self.row;
        let limited = |tier: &Tier| cap.map_or(tier.value, |(_, cap)| tier.value.min(cap));
        let slope = |from: &Tier, to: &Tier| to.value.saturating_sub(from.value).checked_div(to.from - from.from);
        let mut before: Option<&Tier> = None;
        for (index, tier) in tiers.iter().enumerate() {
            last += 1;
            let [from, value, counts] = [0, 1, 2].map(|column| cell(last, column));
            self.sheet.number((last, 0), tier.from, &look.exact)?;
            self.sheet.number((last, 1), tier.value, &look.exact)?;
            let text = cap.map_or(value.clone(), |(cap, _)| format!("MIN({value},{cap})"));
            self.sheet.formula((last, 2), &text, limited(tier), &look.exact)?;
            let above = |column| cell(last - 1, column);
            let (text, change) = if is_line {
                let (mut text, mut change) = ("0".to_owned(), Decimal::ZERO);
                if let Some(next) = tiers.get(index + 1) {
                    text = format!("({}-{counts})/({}-{from})", cell(last + 1, 2), cell(last + 1, 0));
                    change = slope(tier, next).unwrap_or_default();
                }
                if let Some(before) = before {
                    text = format!("{text}-({counts}-{})/({from}-{})", above(2), above(0));
                    change = change.saturating_sub(slope(before, tier).unwrap_or_default());
                }
                (text, change)
            } else if let Some(before) = before {
                (format!("{counts}-{}", above(2)), limited(tier).saturating_sub(limited(before)))
            } else {
                (counts, limited(tier))
            };
            self.sheet.formula((last, 3), &text, change, &look.exact)?;
            before = Some(tier);
        }
        self.row = last + 1;
        let range = |column| cells_of(self.name, first, last, column);
        Ok(Table {
            from: range(0),
            values: range(2),
            changes: range(3),
            first: (cell_of(self.name, first, 0), cell_of(self.name, first, 2)),
        })
    }
}

impl Component {
    /// The lowest rate cap.
    fn rate_cap(&self) -> Option<Decimal> {
        self.caps.iter().filter_map(|cap| if let Cap::Rate { at } = cap { Some(*at) } else { None }).min()
    }
}
