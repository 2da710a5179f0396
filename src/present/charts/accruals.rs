//! What is earned, paid and accrued by month.

use std::cmp::Ordering;

use super::Voice;
use crate::engine::comp::{Accrual, Replay};
use crate::engine::units::Money;
use crate::present::chart::{Axis, Bar, Chart, ChartTable, Datum, Layer, Tone};

/// The whole team's expense, pay and liability by month; nothing where each month pays what is earned in it.
pub fn accruals_by_month(voice: &Voice, replay: &Replay) -> Option<Chart> {
    let months = &replay.accruals;
    if months.iter().all(|one| one.accrued == Money::ZERO) {
        return None;
    }
    let amounts = || months.iter().flat_map(|one| [one.earned, one.paid, one.accrued]).map(Money::to_f64);
    let (least, most) = (amounts().fold(0.0, f64::min), amounts().fold(1.0, f64::max));
    let label = |one: &Accrual| {
        let exact = |amount: Money| voice.whole(amount.to_f64()).into();
        voice.with(
            "chart-accruals-datum",
            [
                ("month", voice.numerals.month(one.month).into()),
                ("earned", exact(one.earned)),
                ("paid", exact(one.paid)),
                ("accrued", exact(one.accrued)),
            ],
        )
    };
    // The two bars of a month stand side by side.
    let bars = |from: f64, amount: fn(&Accrual) -> Money| {
        let bar = |(index, one): (usize, &Accrual)| Bar {
            from: index as f64 + from,
            to: index as f64 + from + 0.4,
            value: amount(one).to_f64(),
            label: label(one),
        };
        months.iter().enumerate().map(bar).collect()
    };
    let points = months
        .iter()
        .enumerate()
        .map(|(index, one)| Datum { x: index as f64 + 0.5, y: one.accrued.to_f64(), label: label(one) })
        .collect();
    let ticks = months.iter().enumerate().map(|(index, one)| (index as f64 + 0.5, voice.numerals.month(one.month)));
    Some(Chart {
        title: voice.text("chart-accruals-title"),
        finding: finding(voice, months),
        x: Axis { label: voice.text("axis-month"), min: 0.0, max: months.len() as f64, ticks: ticks.collect() },
        y: voice.money_axis("axis-amount", least, most),
        layers: vec![
            Layer::Bars { name: voice.text("payout-earned"), tone: Tone::Series(0), bars: bars(0.1, |one| one.earned) },
            Layer::Bars { name: voice.text("payout-paid"), tone: Tone::Series(1), bars: bars(0.5, |one| one.paid) },
            Layer::Line { name: voice.text("column-accrued"), tone: Tone::Series(2), points },
        ],
        marks: Vec::new(),
        table: ChartTable {
            headers: ["axis-month", "payout-earned", "payout-paid", "column-accrued"].map(|id| voice.text(id)).into(),
            rows: months.iter().map(|one| row(voice, one)).collect(),
        },
    })
}

fn row(voice: &Voice, one: &Accrual) -> Vec<String> {
    let exact = |amount: Money| voice.numerals.exact_money(amount, voice.currency);
    vec![voice.numerals.month(one.month), exact(one.earned), exact(one.paid), exact(one.accrued)]
}

fn finding(voice: &Voice, months: &[Accrual]) -> String {
    let Some(last) = months.last() else { return String::new() };
    let month = voice.numerals.month(last.month);
    let amount = |amount: Money| voice.compact(amount.to_f64());
    match last.accrued.cmp(&Money::ZERO) {
        Ordering::Greater => {
            let values = [("month", month.into()), ("amount", amount(last.accrued).into())];
            voice.with("chart-accruals-finding", values)
        }
        Ordering::Less => {
            let values = [("month", month.into()), ("amount", amount(-last.accrued).into())];
            voice.with("chart-accruals-ahead", values)
        }
        Ordering::Equal => voice.with("chart-accruals-even", [("month", month.into())]),
    }
}
