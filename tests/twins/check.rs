//! Whether what is read of a twin is what its original says.

use attain::data::{
    Column, Epoch, Inspection, IssueKind, Kind, Limits, Table, ValueKind, guess, inspect, parse_date, parse_number,
    read_all,
};
use attain::engine::records::Outcome;
use attain::engine::units::{Decimal, Money};
use chrono::NaiveDate;

use super::dialect::Dialect;
use super::model::{Model, Sort, Value};
use super::write::Twin;

/// What is to be found again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) kind: Kind,
    pub(crate) outcomes: Vec<(Outcome, usize, Money)>,
    pub(crate) n_records: usize,
}

pub(crate) fn facts(report: &Inspection) -> Facts {
    let mut outcomes: Vec<(Outcome, usize, Money)> = Vec::new();
    for count in &report.outcomes {
        match outcomes.iter_mut().find(|(outcome, ..)| *outcome == count.outcome) {
            Some((_, n, amount)) => {
                *n += count.n_deals;
                *amount = *amount + count.amount;
            }
            None => outcomes.push((count.outcome, count.n_deals, count.amount)),
        }
    }
    outcomes.sort_by_key(|(outcome, ..)| format!("{outcome:?}"));
    Facts { kind: report.kind, outcomes, n_records: report.count.n_records }
}

/// What is wrong with what was read, shortest first: nothing, mostly.
pub(crate) fn misses(model: &Model, dialect: &Dialect, twin: &Twin, original: &Facts) -> Vec<String> {
    let tables = match read_all(&twin.name, &twin.bytes, Limits::default()) {
        Ok(tables) => tables,
        Err(error) => return vec![format!("refused: {error}")],
    };
    let [table] = tables.as_slice() else {
        let sizes: Vec<String> = tables
            .iter()
            .map(|table| format!("{}x{} at {}", table.lines.len(), table.columns.len(), table.header_row))
            .collect();
        return vec![format!("{} tables: {}", tables.len(), sizes.join(", "))];
    };
    let report = inspect(table, &guess(&tables)[0]);
    let mut misses = Vec::new();
    if table.header_row != twin.header_row {
        misses.push(format!("header on {}, not {}", table.header_row, twin.header_row));
    }
    if table.lines.len() != model.rows.len() || !table.set_aside.is_empty() {
        misses.push(format!(
            "{} rows and {} aside, not {}",
            table.lines.len(),
            table.set_aside.len(),
            model.rows.len()
        ));
    }
    if twin.encoding.starts_with("utf")
        && twin.encoding.trim_end_matches("-bom") != report.place.encoding.trim_end_matches("-bom")
    {
        misses.push(format!("encoding {}, not {}", report.place.encoding, twin.encoding));
    }
    // A column without name and cells is none.
    let is_there = |column: &usize| {
        twin.header_row != 0 || model.rows.iter().any(|row| row[*column] != Value::Empty) || !dialect.empty.is_empty()
    };
    let places: Vec<usize> = (0..model.headers.len()).filter(is_there).collect();
    if table.columns.len() != places.len() {
        misses.push(format!("{} columns, not {}", table.columns.len(), places.len()));
        return misses;
    }
    if !misses.is_empty() {
        return misses;
    }
    for (place, column) in places.iter().zip(&table.columns) {
        let ours =
            (&report.columns[table.columns.iter().position(|other| std::ptr::eq(other, column)).unwrap()], column);
        if let Some(miss) = column_miss(model, dialect, twin, *place, table, ours) {
            misses.push(miss);
        }
    }
    if misses.is_empty() && twin.header_row != 0 {
        let found = facts(&report);
        let has = |wanted: IssueKind| report.issues.iter().any(|issue| issue.kind == wanted);
        if found.kind != original.kind {
            misses.push(format!("kind {:?}, not {:?}", found.kind, original.kind));
        } else if found.outcomes != original.outcomes && !has(IssueKind::AmbiguousNumbers) {
            misses.push(format!("outcomes {:?}, not {:?}", found.outcomes, original.outcomes));
        } else if found.n_records != original.n_records && !has(IssueKind::AmbiguousDates) {
            misses.push(format!("{} records, not {}", found.n_records, original.n_records));
        }
    }
    misses
}

fn column_miss(
    model: &Model,
    dialect: &Dialect,
    twin: &Twin,
    place: usize,
    table: &Table,
    (report, column): (&attain::data::ColumnReport, &Column),
) -> Option<String> {
    let header = &column.header;
    let index = table.columns.iter().position(|other| std::ptr::eq(other, column)).unwrap();
    match model.sorts[place] {
        Sort::Number => {
            let power = table.factors.iter().find(|(column, _)| *column == index).map_or(0, |(_, power)| *power);
            let factor = Decimal::from(10_i64.pow(power.unsigned_abs()));
            let found = report.sum.map(|sum| (sum * factor).normalize());
            let expected = model.sum(place);
            // What nobody can tell is asked for.
            let is_asked = !column.is_certain;
            let is_open = is_asked && twin.written[place].iter().all(|text| is_open_number(text));
            if found == Some(expected)
                || is_open
                || found.is_none() && model.rows.iter().all(|row| row[place] == Value::Empty)
            {
                return None;
            }
            Some(format!("{header}: sum {found:?}, not {expected}, {:?}, e.g. {:?}", report.value, sample(twin, place)))
        }
        Sort::Day => {
            let value = report.value;
            let expected: Vec<Option<NaiveDate>> =
                model.rows.iter().map(|row| if let Value::Day(day) = row[place] { Some(day) } else { None }).collect();
            let found: Vec<Option<NaiveDate>> = (0..column.len()).map(|row| day(column.cell(row), value)).collect();
            let is_said = matches!(value, ValueKind::Date { certain: false, .. });
            if found == expected || is_said && twin.written[place].iter().all(|text| is_open_day(text)) {
                return None;
            }
            let first = (0..found.len()).find(|row| found[*row] != expected[*row])?;
            let cell = column.cell(first);
            Some(format!("{header}: {cell:?} is {:?}, not {:?}, {value:?}", found[first], expected[first]))
        }
        Sort::Text => {
            if dialect.stages == "translated" {
                return None; // outcomes are compared
            }
            let expected = |row: usize| match &model.rows[row][place] {
                Value::Text(text) => text.as_str(),
                _ => "",
            };
            let is_same = |row: &usize| {
                let (found, expected) = (column.cell(*row), expected(*row));
                found.trim() == expected.trim()
                    || expected.is_empty() && column.is_empty_text(found)
                    || (is_error(found) && expected.is_empty())
                    || found.lines().eq(expected.lines())
            };
            let first = (0..column.len()).find(|row| !is_same(row))?;
            Some(format!("{header}: {:?}, not {:?} ({})", column.cell(first), expected(first), table.place.encoding))
        }
    }
}

fn is_error(text: &str) -> bool {
    text == "#N/A"
}

fn sample(twin: &Twin, place: usize) -> Vec<&str> {
    twin.written[place].iter().filter(|text| !text.is_empty()).take(4).map(String::as_str).collect()
}

/// Whether a number says another with the other decimal mark.
fn is_open_number(text: &str) -> bool {
    let figures: Vec<char> = text.chars().filter(|char| char.is_ascii_digit() || matches!(char, '.' | ',')).collect();
    let marks: Vec<usize> = (0..figures.len()).filter(|place| !figures[*place].is_ascii_digit()).collect();
    match marks.as_slice() {
        [] => true,
        [place] => (1..=3).contains(place) && figures.len() == place + 4 && figures[0] != '0',
        _ => false,
    }
}

/// Whether a day in figures can be read in both orders.
fn is_open_day(text: &str) -> bool {
    let date = text.split(' ').next().unwrap_or_default();
    let parts: Vec<u32> = date.split(['/', '.', '-']).filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [first, second, last] => *first <= 12 && *second <= 12 || (*last < 100 && *second <= 12),
        _ => text.is_empty() || parts.is_empty(),
    }
}

fn day(cell: &str, kind: ValueKind) -> Option<NaiveDate> {
    match kind {
        ValueKind::Serial { epoch: Epoch::Excel1900 } => {
            let days: i64 = cell.parse().ok()?;
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(chrono::TimeDelta::days(days))
        }
        ValueKind::Date { order, .. } => parse_date(cell, order),
        ValueKind::Number { decimal } => parse_number(cell, decimal).and(None),
        _ => None,
    }
}
