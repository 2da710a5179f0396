//! Columns of periods made rows: from wide to long.

use super::columns::free_name;
use super::headings::Stamp;
use super::plan::{Plan, plan};
use super::units;
use super::warning;
use super::years::of_symbols;
use crate::data::cells::Cells;
use crate::data::issue::IssueKind;
use crate::data::limits::Limits;
use crate::data::table::{Column, Table};
use crate::data::values::is_missing;

/// Makes rows of columns of periods where that is certain, or the user says so.
pub(super) fn unpivot(mut table: Table) -> Table {
    let Some(plan) = plan(&table).filter(|_| !table.lines.is_empty()) else { return table };
    let is_wanted = table.choice.unpivot.unwrap_or(plan.is_certain);
    if is_wanted && is_small_enough(&table, &plan) {
        return long(table, plan);
    }
    table.can_unpivot = true;
    table
}

/// Whether the long table has no more cells than a file may have.
fn is_small_enough(table: &Table, plan: &Plan) -> bool {
    let n_rows = table.lines.len() as u64 * plan.periods.len() as u64;
    let n_columns = (table.columns.len() + 1 + plan.measures.len()) as u64;
    n_rows.saturating_mul(n_columns) <= Limits::default().n_cells as u64
}

/// A column of a measure in a period: its cells, what each symbol is in the new column, and which symbols are nothing.
struct Slot {
    cells: Cells,
    symbols: Vec<u32>,
    is_missing: Vec<bool>,
}

impl Slot {
    fn of(cells: Cells) -> Self {
        let n = cells.n_symbols();
        let is_missing = (0..n).map(|symbol| is_missing(cells.text(symbol as u32).trim())).collect();
        Self { symbols: vec![0; n], is_missing, cells }
    }

    fn is_empty(&self, row: usize) -> bool {
        self.is_missing.get(self.cells.symbol(row) as usize).copied().unwrap_or(true)
    }

    /// Adds the cell of a row to a column. A text is hashed once for all of its cells.
    fn push(&mut self, row: usize, column: &mut Cells) {
        let symbol = self.cells.symbol(row);
        let Some(known) = self.symbols.get_mut(symbol as usize) else { return column.push_blank() };
        if *known == 0 {
            column.push(self.cells.text(symbol));
            *known = column.symbol(column.len() - 1);
        } else {
            column.push_symbol(*known);
        }
    }
}

/// The texts of a period, by the symbol of the row's year.
struct Periods {
    stamp: Stamp,
    label: String,
    symbols: Vec<u32>,
}

fn long(mut table: Table, plan: Plan) -> Table {
    let n_rows = table.lines.len();
    let mut old: Vec<Option<Column>> = std::mem::take(&mut table.columns).into_iter().map(Some).collect();
    let headers: Vec<String> = old.iter().flatten().map(|column| column.header.clone()).collect();
    let years = plan.year.and_then(|year| old.get(year)).and_then(Option::as_ref).map(|column| column.cells.clone());
    let years_of_symbols = years.as_ref().map(of_symbols).unwrap_or_default();
    let mut made: Vec<usize> = plan.periods.iter().flat_map(|period| &period.columns).flatten().copied().collect();
    made.sort_unstable();
    table.unpivoted = made.iter().filter_map(|column| headers.get(*column).cloned()).collect();

    let mut n_typed = vec![0; plan.measures.len()];
    let mut slots: Vec<(Periods, Vec<Option<Slot>>)> = Vec::new();
    for period in plan.periods {
        let mut of_measures = Vec::new();
        for (column, n_typed) in period.columns.into_iter().zip(&mut n_typed) {
            let taken = column.and_then(|column| old.get_mut(column)).and_then(Option::take);
            *n_typed += taken.as_ref().map_or(0, |column| column.cells.n_typed());
            of_measures.push(taken.map(|column| Slot::of(column.cells)));
        }
        let periods =
            Periods { stamp: period.stamp, label: period.label, symbols: vec![0; years_of_symbols.len().max(1)] };
        slots.push((periods, of_measures));
    }

    let mut values = vec![Cells::default(); plan.measures.len()];
    let mut periods = Cells::default();
    let mut rows: Vec<u32> = Vec::new();
    for row in 0..n_rows {
        let year = years.as_ref().map_or(0, |years| years.symbol(row) as usize);
        for (period, slots) in &mut slots {
            if slots.iter().flatten().all(|slot| slot.is_empty(row)) {
                table.n_empty_cells += slots.iter().flatten().count();
                continue;
            }
            rows.push(row as u32);
            push_period(period, year, &years_of_symbols, &mut periods);
            for (slot, values) in slots.iter_mut().zip(&mut values) {
                match slot {
                    Some(slot) => slot.push(row, values),
                    None => values.push_blank(),
                }
            }
        }
    }
    drop(slots);

    for column in &plan.sums {
        let dropped = old.get_mut(*column).and_then(Option::take);
        let header = dropped.map(|column| column.header).unwrap_or_default();
        table.warnings.push(warning(&table, Some(&header), String::new(), IssueKind::SumColumn));
    }
    for column in old.into_iter().flatten() {
        table.columns.push(Column { cells: column.cells.at(&rows), ..column });
    }
    table.lines = rows.iter().map(|row| table.lines.get(*row as usize).copied().unwrap_or(0)).collect();
    let mut names: Vec<String> = table.columns.iter().map(|column| column.header.clone()).collect();
    let mut add = |wanted: &str, mut cells: Cells, n_typed: usize| {
        cells.count_typed(n_typed);
        cells.close();
        let name = free_name(wanted, &names);
        names.push(name.clone());
        table.columns.push(Column { cells, ..Column::named(name) });
    };
    add("Period", periods, 0);
    for ((measure, cells), n_typed) in plan.measures.iter().zip(values).zip(n_typed) {
        add(&value_name(measure), cells, n_typed);
    }
    let ends = [table.unpivoted.first(), table.unpivoted.last()].into_iter().flatten();
    let value = ends.map(String::as_str).collect::<Vec<_>>().join(" … ");
    let n_columns = table.unpivoted.len() as u32;
    table.warnings.push(warning(&table, None, value, IssueKind::Unpivoted { n_columns }));
    table
}

fn push_period(period: &mut Periods, year: usize, years: &[Option<(i32, bool)>], column: &mut Cells) {
    let Some(known) = period.symbols.get_mut(year) else { return column.push_blank() };
    if *known == 0 {
        let text = period.stamp.text(years.get(year).copied().flatten());
        column.push(text.as_deref().unwrap_or(&period.label));
        *known = column.symbol(column.len() - 1);
    } else {
        column.push_symbol(*known);
    }
}

/// What a column of values is called: by its measure, unless that is no more than a unit.
fn value_name(measure: &str) -> String {
    let bare = measure.trim_matches(['(', ')', '[', ']']);
    if measure.is_empty() {
        "Value".to_owned()
    } else if units::is_unit_alone(measure) {
        format!("Value ({bare})")
    } else {
        measure.to_owned()
    }
}
