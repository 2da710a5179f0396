//! What is paid, accrued and open, as CSV.

use std::fmt::Write as _;

use crate::data::csv_field;
use crate::engine::comp::{Replay, Statement};
use crate::engine::units::Period;

/// Every payout period of every rep, one a row, amounts as plain decimals.
pub fn payouts_csv(replay: &Replay) -> String {
    let mut text = String::from(
        "rep,name,role,period_start,period_months,earned,spiffs,held,released,forfeited,clawed_back,drawn,guaranteed,\
         recovered,forgiven,adjustment,recomputed,paid,balance_held,balance_draw,balance_owed,balance_cap,balance_due,\
         pay_day,own_currency,own_rate,own_paid\n",
    );
    for statement in &replay.statements {
        for one in &statement.periods {
            let _ = write!(
                text,
                "{},{},{},{},{}",
                csv_field(&statement.rep.0),
                csv_field(&statement.name),
                csv_field(&statement.role),
                one.period.start,
                one.period.length.months(),
            );
            let moved = [
                one.earned,
                one.spiffs,
                one.held,
                one.released,
                one.forfeited,
                one.clawed_back,
                one.drawn,
                one.guaranteed,
                one.recovered,
                one.forgiven,
                one.adjustment,
            ];
            for amount in moved {
                let _ = write!(text, ",{}", amount.0);
            }
            let recomputed = one.recomputed.map_or_else(String::new, |amount| amount.0.to_string());
            let open = &one.balances;
            let _ = writeln!(
                text,
                ",{recomputed},{},{},{},{},{},{},{}",
                one.paid.0,
                open.held.0,
                open.draw.0,
                open.owed.0,
                open.cap.0,
                open.due.0,
                own(statement, one.period),
            );
        }
    }
    text
}

/// Pay day, currency, rate and pay of a rep who is paid in another currency; empty cells for all others.
fn own(statement: &Statement, period: Period) -> String {
    let own = statement.own_currency.as_ref();
    let pay = own.and_then(|own| Some((own, own.periods.iter().find(|one| one.period == period)?)));
    pay.map_or_else(
        || ",,,".into(),
        |(own, pay)| format!("{},{},{},{}", pay.day, csv_field(&own.currency.code), pay.rate, pay.paid.0),
    )
}

/// Expense, pay and accrued liability by month: of the whole team, whose rep is empty, then of each rep.
pub fn accruals_csv(replay: &Replay) -> String {
    let mut text = String::from("rep,name,month,earned,paid,accrued\n");
    let own = replay.statements.iter().map(|one| (one.rep.0.as_str(), one.name.as_str(), one.accruals()));
    for (rep, name, schedule) in std::iter::once(("", "", replay.accruals.clone())).chain(own) {
        for one in schedule {
            let (rep, name) = (csv_field(rep), csv_field(name));
            let _ = writeln!(text, "{rep},{name},{},{},{},{}", one.month, one.earned.0, one.paid.0, one.accrued.0);
        }
    }
    text
}

/// What stands open with each rep at the end.
pub fn liabilities_csv(replay: &Replay) -> String {
    let mut text = String::from("rep,name,left,held,draw_owed,clawback_owed,above_caps,due\n");
    for one in &replay.liabilities {
        let open = &one.balances;
        let left = one.left.map_or_else(String::new, |day| day.to_string());
        let (rep, name) = (csv_field(&one.rep.0), csv_field(&one.name));
        let (held, draw, owed) = (open.held.0, open.draw.0, open.owed.0);
        let _ = writeln!(text, "{rep},{name},{left},{held},{draw},{owed},{},{}", open.cap.0, open.due.0);
    }
    text
}
