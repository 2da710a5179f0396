//! The sheet of lines: pay as a formula of credit, quota and rule, wherever that gives the line's pay to the cent.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use super::WorkbookInput;
use super::cell::{Look, Sheet, cell};
use super::place::{Layout, Placed, Source};
use super::plans::Rule;
use super::rule::{Cells, earned};
use crate::engine::comp::{Cap, Component, Line, Reached, Terms, TierMode, Window, payout_among};
use crate::engine::units::{Decimal, Money, Period, Rounding};
use crate::present::Label;

/// Columns.
const REP: u16 = 0;
const NAME: u16 = 1;
const PLAN: u16 = 2;
const COMPONENT: u16 = 3;
const FROM: u16 = 4;
const MONTHS: u16 = 5;
const CREDIT: u16 = 6;
const TO_DATE: u16 = 7;
const QUOTA: u16 = 8;
const INCENTIVE: u16 = 9;
const ATTAINMENT: u16 = 10;
const EARNED: u16 = 11;
/// What a line pays.
pub(super) const PAY: u16 = 12;
const HOW: u16 = 13;

/// Letters of a rule's formula at most: Excel allows 8,192, and some are put around it.
const MOST_FORMULA: usize = 8_000;

const HEADS: [(Label, f64); 14] = [
    (Label::Rep, 14.0),
    (Label::Name, 20.0),
    (Label::Plan, 20.0),
    (Label::Component, 20.0),
    (Label::From, 10.0),
    (Label::Months, 8.0),
    (Label::Credit, 14.0),
    (Label::CreditToDate, 14.0),
    (Label::Quota, 14.0),
    (Label::TargetIncentive, 14.0),
    (Label::Attainment, 12.0),
    (Label::EarnedToDate, 16.0),
    (Label::Pay, 14.0),
    (Label::How, 44.0),
];

/// The sheet; `rules` are those of the sheet of plans.
pub(super) fn sheet<'a>(
    input: &WorkbookInput,
    look: &'a Look,
    layout: &Layout,
    rules: &[Vec<Rule>],
) -> Result<Sheet<'a>, XlsxError> {
    let heads = HEADS.map(|(label, width)| (input.label(label), width));
    let mut sheet = Sheet::new(input.label(Label::Lines), &heads, look)?;
    sheet.sheet.set_freeze_panes(1, 0)?;
    let mut rest = layout.lines.as_slice();
    while let Some(first) = rest.first() {
        let n_own = rest.iter().take_while(|placed| std::ptr::eq(placed.statement, first.statement)).count();
        let (own, others) = rest.split_at(n_own);
        rest = others;
        let mut walk = Walk { input, rules, own, windows: BTreeMap::new() };
        for placed in own {
            let found = walk.found(placed);
            write(input, &mut sheet, placed, &found)?;
        }
    }
    let last = layout.lines.len() as u32;
    if 0 < last {
        let sum: Money = layout.lines.iter().map(|placed| placed.line.pay).sum();
        sheet.text(last + 1, REP, input.label(Label::Sum))?;
        let text = format!("SUM({}:{})", cell(1, PAY), cell(last, PAY));
        sheet.formula((last + 1, PAY), &text, sum.0, &look.sum)?;
        sheet.sheet.autofilter(0, 0, last, HOW)?;
    }
    Ok(sheet)
}

fn write(input: &WorkbookInput, sheet: &mut Sheet, placed: &Placed, found: &Found) -> Result<(), XlsxError> {
    let (row, line, look) = (placed.row, placed.line, sheet.look);
    sheet.text(row, REP, &placed.statement.rep.0)?;
    sheet.text(row, NAME, &placed.statement.name)?;
    sheet.text(row, PLAN, placed.plan)?;
    sheet.text(row, COMPONENT, &line.component)?;
    sheet.month(row, FROM, line.period.start)?;
    sheet.number((row, MONTHS), line.period.length.months().into(), &look.exact)?;
    sheet.number((row, CREDIT), line.credit, &look.exact)?;
    match &found.to_date {
        Some(text) => sheet.formula((row, TO_DATE), text, line.credit_to_date, &look.exact)?,
        None => sheet.number((row, TO_DATE), line.credit_to_date, &look.exact)?,
    }
    if let Some(quota) = line.quota {
        sheet.number((row, QUOTA), quota, &look.exact)?;
    }
    sheet.number((row, INCENTIVE), line.target_incentive, &look.money)?;
    if let Some(attainment) = line.attainment {
        let text = format!("{}/{}", cell(row, TO_DATE), cell(row, QUOTA));
        sheet.formula((row, ATTAINMENT), &text, attainment, &look.percent)?;
    }
    if let Some((text, earned)) = &found.earned {
        sheet.formula((row, EARNED), text, *earned, &look.exact)?;
    }
    match &found.pay {
        Some(text) => sheet.formula((row, PAY), text, line.pay.0, &look.money)?,
        None => sheet.number((row, PAY), line.pay.0, &look.money)?,
    }
    sheet.text(row, HOW, input.label(found.how))
}

/// What is written of a line as formulas.
struct Found {
    /// Credit to date.
    to_date: Option<String>,
    /// Earned in the window to date, exact.
    earned: Option<(String, Decimal)>,
    pay: Option<String>,
    how: Label,
}

impl Found {
    fn value(to_date: Option<String>, how: Label) -> Self {
        Self { to_date, earned: None, pay: None, how }
    }
}

/// A window as far as its rows go.
#[derive(Clone, Copy)]
struct ToDate {
    window: Period,
    row: u32,
    credit: Decimal,
    /// What was earned, and what of it was paid; none where a row could not say it.
    earned: Option<(Decimal, Money)>,
}

/// The lines of one rep, one after the other.
struct Walk<'a, 'b> {
    input: &'b WorkbookInput<'b>,
    rules: &'b [Vec<Rule>],
    own: &'b [Placed<'a>],
    windows: BTreeMap<Source, ToDate>,
}

impl Walk<'_, '_> {
    fn found(&mut self, placed: &Placed) -> Found {
        let (row, line) = (placed.row, placed.line);
        let Some(source) = placed.source else { return Found::value(None, Label::Spiff) };
        let plan = self.input.book.plans.get(source.plan);
        let component = plan.and_then(|plan| plan.components.get(source.component));
        let rule = self.rules.get(source.plan).and_then(|rules| rules.get(source.component));
        let Some(((plan, component), rule)) = plan.zip(component).zip(rule) else {
            return Found::value(None, Label::Other);
        };
        let window = component.window(self.input.calendar, line.period.end());
        let before = self.windows.get(&source).copied().filter(|before| before.window == window);
        let to_date = match before {
            None if line.credit_to_date == line.credit => Some(cell(row, CREDIT)),
            Some(before) if line.credit_to_date == before.credit.saturating_add(line.credit) => {
                Some(format!("{}+{}", cell(before.row, TO_DATE), cell(row, CREDIT)))
            }
            _ => None,
        };
        let mut now = ToDate { window, row, credit: line.credit_to_date, earned: None };
        let found = self.pay(placed, (plan.rounding, component, rule), before, to_date, &mut now);
        self.windows.insert(source, now);
        found
    }

    fn pay(
        &self,
        placed: &Placed,
        (rounding, component, rule): (Rounding, &Component, &Rule),
        before: Option<ToDate>,
        to_date: Option<String>,
        now: &mut ToDate,
    ) -> Found {
        let (row, line) = (placed.row, placed.line);
        if let Some(why) = component.beyond_formulas(line) {
            return Found::value(to_date, why);
        }
        let Some(others) = self.others(component, line) else { return Found::value(to_date, Label::Others) };
        let is_earlier = before.is_some_and(|before| before.earned.is_none()) || to_date.is_none();
        if is_earlier {
            return Found::value(to_date, Label::Earlier);
        }
        let names: Vec<(&str, Reached)> = others.iter().map(|other| (other.name, other.reached)).collect();
        let address = |name: &str| others.iter().find(|other| other.name == name).map(|other| other.cell.clone());
        let conditions = component.gate.iter().flat_map(|gate| &gate.conditions).map(|one| one.component.as_str());
        let cells = Cells {
            credit: cell(row, TO_DATE),
            quota: line.quota.map(|_| cell(row, QUOTA)),
            incentive: cell(row, INCENTIVE),
            attainment: cell(row, ATTAINMENT),
            conditions: conditions.filter_map(address).collect(),
            multipliers: component.multipliers.iter().filter_map(|one| address(&one.component)).collect(),
        };
        let whole = earned(component, rule, &cells).filter(|text| text.len() <= MOST_FORMULA);
        let Some(whole) = whole else { return Found::value(to_date, Label::Others) };
        let terms = Terms { quota: line.quota, target_incentive: line.target_incentive };
        let exact = payout_among(component, line.credit_to_date, &terms, &names).pay;
        let (earned_before, paid_before) = before.and_then(|before| before.earned).unwrap_or_default();
        let (text, earned) = if component.deduct_prior || component.window_length() == component.pay_period {
            (whole, exact)
        } else {
            let (own, to_date) = (cell(row, CREDIT), cell(row, TO_DATE));
            let mut text = format!("IF(AND({own}>0,{to_date}>0),({whole})*{own}/{to_date},0)");
            if let Some(before) = before {
                text = format!("{}+{text}", cell(before.row, EARNED));
            }
            let is_paid = Decimal::ZERO < line.credit && Decimal::ZERO < line.credit_to_date;
            let share = exact.checked_mul(line.credit).and_then(|pay| pay.checked_div(line.credit_to_date));
            let share = if line.credit == line.credit_to_date { Some(exact) } else { share };
            (text, earned_before.saturating_add(share.filter(|_| is_paid).unwrap_or_default()))
        };
        let digits = self.input.digits;
        let own = cell(row, EARNED);
        let earlier = before.map(|before| cell(before.row, EARNED));
        let (pay, expected) = match (rounding, earlier) {
            (Rounding::PerLine, Some(earlier)) => (
                format!("ROUND({own},{digits})-ROUND({earlier},{digits})"),
                Money(earned).rounded(digits) - paid_before,
            ),
            (Rounding::PerStatement, Some(earlier)) => (
                format!("ROUND({own}-{earlier},{digits})"),
                Money(earned.saturating_sub(earned_before)).rounded(digits),
            ),
            (_, None) => (format!("ROUND({own},{digits})"), Money(earned).rounded(digits)),
        };
        let off = (line.pay - expected).0.abs();
        // A cap that keeps what it cuts may still pay it: what the row earns is not what it is due.
        let is_kept = !line.cap_balance.is_zero();
        if is_kept || !off.is_zero() && (rounding == Rounding::PerLine || Decimal::new(1, digits.min(28)) < off) {
            let has_balance = component.caps.iter().any(Cap::is_refundable);
            return Found::value(to_date, if has_balance { Label::Balance } else { Label::Other });
        }
        now.earned = Some((earned, Money(earned).rounded(digits)));
        let how = if off.is_zero() { Label::Formula } else { Label::Rounded };
        Found { to_date, earned: Some((text, earned)), pay: Some(pay).filter(|_| off.is_zero()), how }
    }

    /// What the components that this one looks at have reached at the end of the line's period, if lines say so.
    fn others(&self, component: &Component, line: &Line) -> Option<Vec<Other<'_>>> {
        let conditions = component.gate.iter().flat_map(|gate| &gate.conditions).map(|one| &one.component);
        let names = conditions.chain(component.multipliers.iter().map(|one| &one.component));
        names
            .map(|name| {
                let is_it =
                    |placed: &&Placed| placed.line.component == *name && placed.line.period.end() == line.period.end();
                let other = self.own.iter().find(is_it)?;
                let attainment = Some(other.line.attainment?);
                let reached = Reached { credit: other.line.credit_to_date, attainment };
                Some(Other { name: &other.line.component, cell: cell(other.row, ATTAINMENT), reached })
            })
            .collect()
    }
}

struct Other<'a> {
    name: &'a str,
    cell: String,
    reached: Reached,
}

impl Component {
    /// Why formulas do not say what it pays for a line.
    fn beyond_formulas(&self, line: &Line) -> Option<Label> {
        let is_straight = self.tiers.len() == 1
            && self.threshold.is_none()
            && self.caps.is_empty()
            && matches!(self.tier_mode, TierMode::Marginal | TierMode::Retroactive)
            && self.pay_basis != crate::engine::comp::PayBasis::Fixed;
        let has_quota = line.quota.is_some_and(|quota| Decimal::ZERO < quota);
        if self.is_measured_only {
            Some(Label::MeasuredOnly)
        } else if self.matrix.is_some() {
            Some(Label::Matrix)
        } else if self.caps.iter().any(|cap| matches!(cap, Cap::Deal { .. })) {
            Some(Label::DealCap)
        } else if self.accumulate == Window::Deal && 1 < line.n_deals && !is_straight {
            Some(Label::DealByDeal)
        } else if self.needs_quota() && !has_quota {
            Some(Label::NoQuota)
        } else {
            None
        }
    }
}
