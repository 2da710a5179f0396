//! From earned to paid, as text: payout periods, accruals, what stands open.

use std::fmt::Write as _;

use attain::engine::comp::{Accrual, PayoutPeriod, Replay};
use attain::engine::units::Money;
use attain::present::{Numerals, Plain, Voice};

use crate::print::{Figures, Grid};

/// A column of the table: its header, and what stands in it.
type Column = (&'static str, fn(&PayoutPeriod) -> Money);

const COLUMNS: [Column; 17] = [
    (">EARNED", |one| one.earned),
    (">SPIFFS", |one| one.spiffs),
    (">HELD", |one| one.held),
    (">RELEASED", |one| one.released),
    (">FORFEITED", |one| one.forfeited),
    (">CLAWED BACK", |one| one.clawed_back),
    (">DRAWN", |one| one.drawn),
    (">GUARANTEED", |one| one.guaranteed),
    (">RECOVERED", |one| one.recovered),
    (">FORGIVEN", |one| one.forgiven),
    (">ADJUSTMENT", |one| one.adjustment),
    (">RECOMPUTED", |one| one.recomputed.unwrap_or_default()),
    (">PAID", |one| one.paid),
    (">HELD STILL", |one| one.balances.held),
    (">DRAW OWED", |one| one.balances.draw),
    (">CLAWBACK OWED", |one| one.balances.owed),
    (">DUE", |one| one.balances.due),
];

/// Every payout period of every rep, with the columns that hold something; nothing where all that is earned is paid at once.
pub(crate) fn payouts(figures: &Figures, replay: &Replay) -> String {
    let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
    let periods = || replay.statements.iter().flat_map(|statement| &statement.periods);
    if periods().all(|one| one.paid == one.earned && one.recomputed.is_none()) {
        return String::new();
    }
    let holds = |column: &&Column| {
        matches!(column.0, ">EARNED" | ">PAID") || periods().any(|one| (column.1)(one) != Money::ZERO)
    };
    let columns: Vec<&Column> = COLUMNS.iter().filter(holds).collect();
    let mut grid = Grid::new(&headers(&["REP", "PERIOD"], columns.iter().map(|column| column.0)));
    for statement in &replay.statements {
        for one in &statement.periods {
            let mut row = vec![statement.name.clone(), voice.period(one.period)];
            row.extend(columns.iter().map(|(_, amount)| figures.amount(amount(one))));
            grid.row(row);
        }
    }
    format!("From earned to paid\n{}\n", grid.text(""))
}

/// What reps are paid who are paid in another currency than the scenario's, with the rate of each pay day.
pub(crate) fn own_currencies(figures: &Figures, replay: &Replay) -> String {
    let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
    let mut grid = Grid::new(&["REP", "PERIOD", ">PAID", "PAY DAY", ">RATE", ">IN OWN CURRENCY"]);
    for statement in &replay.statements {
        let Some(own) = &statement.own_currency else { continue };
        let figures_own = Figures::new(own.currency.clone());
        let amount = |paid: Money| format!("{} {}", own.currency.code, figures_own.amount(paid));
        for one in &own.periods {
            grid.row([
                statement.name.clone(),
                voice.period(one.period),
                figures.amount(one.of),
                Plain.date(one.day),
                one.rate.to_string(),
                amount(one.paid),
            ]);
        }
        let total = own.total.map_or_else(|| "–".into(), amount);
        grid.row([
            statement.name.clone(),
            "All".into(),
            figures.amount(statement.total),
            String::new(),
            String::new(),
            total,
        ]);
    }
    let is_any = replay.statements.iter().any(|statement| statement.own_currency.is_some());
    if is_any { format!("In the reps' own currencies\n{}\n", grid.text("")) } else { String::new() }
}

fn headers<'a>(first: &[&'a str], more: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    first.iter().copied().chain(more).collect()
}

/// Expense, pay and accrued liability by month, of the team and of each rep.
pub(crate) fn accruals(figures: &Figures, replay: &Replay) -> String {
    let table = |schedule: &[Accrual]| {
        let mut grid = Grid::new(&["MONTH", ">EARNED", ">PAID", ">ACCRUED"]);
        for one in schedule {
            grid.row([
                Plain.month(one.month),
                figures.amount(one.earned),
                figures.amount(one.paid),
                figures.amount(one.accrued),
            ]);
        }
        grid.text("")
    };
    let mut text = format!("Accruals\n{}\n", table(&replay.accruals));
    for statement in replay.statements.iter().filter(|statement| !statement.lines.is_empty()) {
        let _ = writeln!(text, "Accruals, {}\n{}", statement.name, table(&statement.accruals()));
    }
    text
}

/// What stands open with whom.
pub(crate) fn liabilities(figures: &Figures, replay: &Replay) -> String {
    if replay.liabilities.is_empty() {
        return "Nothing stands open.\n\n".into();
    }
    let mut grid =
        Grid::new(&["REP", "LEFT", ">HELD", ">DRAW OWED", ">CLAWBACK OWED", ">ABOVE CAPS", ">DUE", "RELEASES"]);
    for one in &replay.liabilities {
        let releases: Vec<String> = one
            .releases
            .iter()
            .map(|(month, amount)| format!("{} {}", Plain.month(*month), figures.amount(*amount)))
            .collect();
        grid.row([
            one.name.clone(),
            one.left.map_or_else(|| "–".into(), |day| Plain.date(day)),
            figures.amount(one.balances.held),
            figures.amount(one.balances.draw),
            figures.amount(one.balances.owed),
            figures.amount(one.balances.cap),
            figures.amount(one.balances.due),
            releases.join(", "),
        ]);
    }
    format!("What stands open\n{}\n", grid.text(""))
}
