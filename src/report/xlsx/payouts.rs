//! The sheet of payouts: from what is earned to what is paid, as the account says it.

use rust_xlsxwriter::XlsxError;

use super::WorkbookInput;
use super::cell::{Look, Sheet, cell, cells_of};
use super::lines::PAY;
use super::place::{Layout, Rows};
use crate::engine::comp::PayoutPeriod;
use crate::engine::units::{Decimal, Money};
use crate::present::Label;

/// A column of amounts: its head, and what it shows of a period.
type Column = (Label, fn(&PayoutPeriod) -> Option<Money>);

const COLUMNS: [Column; 18] = [
    (Label::Earned, |one| Some(one.earned)),
    (Label::Spiffs, |one| Some(one.spiffs)),
    (Label::Held, |one| Some(one.held)),
    (Label::Released, |one| Some(one.released)),
    (Label::Forfeited, |one| Some(one.forfeited)),
    (Label::ClawedBack, |one| Some(one.clawed_back)),
    (Label::Adjustment, |one| Some(one.adjustment)),
    (Label::Drawn, |one| Some(one.drawn)),
    (Label::Guaranteed, |one| Some(one.guaranteed)),
    (Label::Recovered, |one| Some(one.recovered)),
    (Label::Forgiven, |one| Some(one.forgiven)),
    (Label::Recomputed, |one| one.recomputed),
    (Label::Paid, |one| Some(one.paid)),
    (Label::BalanceDraw, |one| Some(one.balances.draw)),
    (Label::BalanceHeld, |one| Some(one.balances.held)),
    (Label::BalanceOwed, |one| Some(one.balances.owed)),
    (Label::BalanceCap, |one| Some(one.balances.cap)),
    (Label::BalanceDue, |one| Some(one.balances.due)),
];

/// Columns before the amounts: rep, name, first month, months.
const N_NAMES: u16 = 4;

/// The sheet.
pub(super) fn sheet<'a>(input: &WorkbookInput, look: &'a Look, layout: &Layout) -> Result<Sheet<'a>, XlsxError> {
    let names = [(Label::Rep, 14.0), (Label::Name, 20.0), (Label::From, 10.0), (Label::Months, 8.0)];
    let amounts = COLUMNS.iter().map(|(label, _)| (*label, 13.0));
    let heads: Vec<(&str, f64)> =
        names.into_iter().chain(amounts).map(|(label, width)| (input.label(label), width)).collect();
    let mut sheet = Sheet::new(input.label(Label::Payouts), &heads, look)?;
    sheet.sheet.set_freeze_panes(1, 0)?;
    let mut row = 0;
    for (statement, rows) in input.replay.statements.iter().zip(&layout.payouts) {
        let mut before = None;
        for (period, rows) in statement.periods.iter().zip(rows) {
            row += 1;
            sheet.text(row, 0, &statement.rep.0)?;
            sheet.text(row, 1, &statement.name)?;
            sheet.month(row, 2, period.period.start)?;
            sheet.number((row, 3), period.period.length.months().into(), &look.exact)?;
            let payout = Payout { input, period, rows: *rows, before, row };
            payout.write(&mut sheet)?;
            before = Some(period);
        }
    }
    if 0 < row {
        sums(input, &mut sheet, row)?;
        sheet.sheet.autofilter(0, 0, row, N_NAMES + COLUMNS.len() as u16 - 1)?;
    }
    Ok(sheet)
}

/// Sums of what moved; balances have none.
fn sums(input: &WorkbookInput, sheet: &mut Sheet, last: u32) -> Result<(), XlsxError> {
    let look = sheet.look;
    sheet.text(last + 1, 0, input.label(Label::Sum))?;
    for (column, (label, amount)) in (N_NAMES..).zip(COLUMNS) {
        let periods = input.replay.statements.iter().flat_map(|statement| &statement.periods);
        let sum: Money = periods.filter_map(amount).sum();
        let text = format!("SUM({}:{})", cell(1, column), cell(last, column));
        sheet.formula((last + 1, column), &text, sum.0, &look.sum)?;
        if label == Label::Paid {
            break;
        }
    }
    Ok(())
}

struct Payout<'a> {
    input: &'a WorkbookInput<'a>,
    period: &'a PayoutPeriod,
    rows: Rows,
    /// The rep's period in the row above.
    before: Option<&'a PayoutPeriod>,
    row: u32,
}

impl Payout<'_> {
    fn write(&self, sheet: &mut Sheet) -> Result<(), XlsxError> {
        let look = sheet.look;
        for (column, (label, amount)) in (N_NAMES..).zip(COLUMNS) {
            let Some(amount) = amount(self.period) else { continue };
            match self.formula(label).filter(|(_, result)| *result == amount) {
                Some((text, _)) => sheet.formula((self.row, column), &text, amount.0, &look.money)?,
                None => sheet.number((self.row, column), amount.0, &look.money)?,
            }
        }
        Ok(())
    }

    /// A column's formula, and what it comes to: a rule that the account may break, as at the first month replayed.
    fn formula(&self, label: Label) -> Option<(String, Money)> {
        let one = self.period;
        let open = self.before.map(|before| before.balances).unwrap_or_default();
        let Rows { first, components, spiffs } = self.rows;
        match label {
            Label::Earned => self.lines(first, components),
            Label::Spiffs => self.lines(first + components.0, spiffs),
            Label::Recomputed | Label::Paid if (label == Label::Paid) == one.recomputed.is_none() => {
                let plus = [Label::Spiffs, Label::Released, Label::Drawn, Label::Guaranteed, Label::Adjustment];
                let minus = [Label::Held, Label::ClawedBack, Label::Recovered];
                let owed = one.balances.owed - open.owed;
                let result = one.earned + one.spiffs + one.released + one.drawn + one.guaranteed + one.adjustment
                    - one.held
                    - one.clawed_back
                    - one.recovered
                    + owed;
                let text = self.cell(Label::Earned) + &self.moved(&plus, &minus);
                let owed = self.cell(Label::BalanceOwed);
                let owed = self.above(Label::BalanceOwed).map_or(owed.clone(), |above| format!("{owed}-{above}"));
                Some((format!("ROUND({text}+{owed},{})", self.input.digits), result))
            }
            Label::BalanceDraw => {
                let moved = self.moved(&[Label::Drawn], &[Label::Recovered, Label::Forgiven]);
                self.rolled(label, &moved, open.draw + one.drawn - one.recovered - one.forgiven)
            }
            Label::BalanceHeld => {
                let moved = self.moved(&[Label::Held], &[Label::Released, Label::Forfeited]);
                self.rolled(label, &moved, open.held + one.held - one.released - one.forfeited)
            }
            _ => None,
        }
    }

    /// The sum of lines.
    fn lines(&self, first: u32, (n, sum): (u32, Money)) -> Option<(String, Money)> {
        let last = n.checked_sub(1)?.checked_add(first)?;
        Some((format!("SUM({})", cells_of(self.input.label(Label::Lines), first, last, PAY)), sum))
    }

    /// A balance: what it was before, and what moved.
    fn rolled(&self, label: Label, moved: &str, result: Money) -> Option<(String, Money)> {
        let is_empty = result.0 == Decimal::ZERO && self.before.is_none() && self.period.drawn == Money::ZERO;
        let start = self.above(label).unwrap_or_else(|| "0".into());
        let text = format!("ROUND({start}{moved},{})", self.input.digits);
        (!is_empty).then_some((text, result))
    }

    fn moved(&self, plus: &[Label], minus: &[Label]) -> String {
        let signed = |sign: &'static str| move |label: &Label| format!("{sign}{}", self.cell(*label));
        plus.iter().map(signed("+")).chain(minus.iter().map(signed("-"))).collect()
    }

    /// The cell of a column in this row.
    fn cell(&self, label: Label) -> String {
        cell(self.row, column(label))
    }

    /// The cell in the row above, if that is of the same rep.
    fn above(&self, label: Label) -> Option<String> {
        self.before.map(|_| cell(self.row - 1, column(label)))
    }
}

fn column(label: Label) -> u16 {
    (N_NAMES..).zip(COLUMNS).find(|(_, (of, _))| *of == label).map_or(0, |(column, _)| column)
}
