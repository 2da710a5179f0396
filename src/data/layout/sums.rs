//! Which rows are sums of the rows above, and not records.

use super::area::Area;
use super::class::{Class, classify};
use super::fate::Fate;
use super::parts::Part;
use super::telling::{Label, Telling};
use super::words::{Sum, SumWord};
use crate::data::cells::Cells;
use crate::data::table::{Column, LayoutKind};
use crate::data::values::{self, DecimalMark, ValueKind, parse_number};
use crate::engine::units::Decimal;

/// Rows up to which sums are checked by adding up.
const N_ROWS: usize = 100_000;
/// Columns that are added up.
const N_SUMMED: usize = 6;
/// Sums after each of which adding up begins anew.
const N_STARTS: usize = 16;

/// A column of numbers, added up from the first record.
struct Summed {
    column: usize,
    mark: DecimalMark,
    sum: Decimal,
}

/// Marks rows of sums in the fates of the part's rows.
pub(super) fn mark(area: &Area, part: &Part, telling: &[Telling], fates: &mut [Fate]) {
    let labels: Vec<&Telling> = telling.iter().filter(|telling| matches!(telling.label, Label::Sum(_))).collect();
    let is_data = |fates: &[Fate], row: usize| fates.get(row) == Some(&Fate::Data);
    let Some(last) = labels.last().map(|label| label.row) else { return };
    let n_rows = last.saturating_sub(part.header.end);
    let mut summed = if n_rows <= N_ROWS { summed(area, part) } else { Vec::new() };
    let mut starts: Vec<(usize, Vec<Decimal>)> = vec![(0, vec![Decimal::ZERO; summed.len()])];
    let mut n_above = 0;
    let mut accepted: Vec<(usize, Sum)> = Vec::new();
    let mut labels = labels.into_iter().peekable();
    let rows: Vec<usize> = if n_rows <= N_ROWS {
        (part.header.end..=last).collect()
    } else {
        telling.iter().map(|telling| telling.row).collect()
    };
    for row in rows {
        while labels.next_if(|label| label.row < row).is_some() {}
        if !is_data(fates, row) {
            continue;
        }
        if let Some(label) = labels.peek().filter(|label| label.row == row)
            && let Label::Sum(word) = label.label
            && (0 < n_above || N_ROWS < n_rows)
            && is_sum(area, part, label, word, (n_above, &summed, &starts), fates)
        {
            accepted.push((row, word.sum));
            if starts.len() == N_STARTS {
                starts.remove(1);
            }
            starts.push((n_above, summed.iter().map(|summed| summed.sum).collect()));
            if let Some(fate) = fates.get_mut(row) {
                *fate = Fate::Layout(LayoutKind::Subtotal);
            }
            continue;
        }
        n_above += 1;
        for summed in &mut summed {
            if let Some(number) = parse_number(area.cell(row, summed.column), summed.mark) {
                summed.sum = summed.sum.saturating_add(number);
            }
        }
    }
    // The last one is the sum of all, unless it says otherwise or records follow.
    let n_accepted = accepted.len();
    for (place, (row, sum)) in accepted.into_iter().enumerate() {
        let is_last = place + 1 == n_accepted && !(row + 1..part.rows.end).any(|row| is_data(fates, row));
        if (sum == Sum::Whole || (sum == Sum::Any && is_last))
            && let Some(fate) = fates.get_mut(row)
        {
            *fate = Fate::Layout(LayoutKind::Total);
        }
    }
}

/// The first columns of numbers, with their decimal marks.
fn summed(area: &Area, part: &Part) -> Vec<Summed> {
    let numbers = (0..area.n_columns()).filter(|column| part.body.looks(*column).is_number());
    let summed = |column: usize| {
        let rows = part.header.end..part.rows.end.min(part.header.end + 500);
        let cells: Cells = rows.map(|row| area.cell(row, column)).collect();
        let (kind, _) = values::as_numbers(&Column { cells, ..Column::default() });
        let mark = if let ValueKind::Number { decimal } = kind { decimal } else { DecimalMark::Point };
        Summed { column, mark, sum: Decimal::ZERO }
    };
    numbers.take(N_SUMMED).map(summed).collect()
}

type Above<'a> = (usize, &'a [Summed], &'a [(usize, Vec<Decimal>)]);

/// Whether a row with a word for sums is one: its numbers are sums of rows above, or it lacks what records have.
fn is_sum(area: &Area, part: &Part, label: &Telling, word: SumWord, above: Above, fates: &[Fate]) -> bool {
    let adds_up = adds_up(area, label, word.is_alone, above);
    // What stands before the label is the group's, as in the row above.
    let is_group = |column: usize| area.cell(label.row, column) == area.cell(label.row.saturating_sub(1), column);
    if !label.is_first && !(0..label.column).all(is_group) {
        return false;
    }
    // Words behind the label are a record's.
    let is_words = |column: usize| {
        let looks = part.body.looks(column);
        column != label.column && part.body.n_rows * 7 <= looks.n_filled * 10 && !looks.is_number()
    };
    let words: Vec<usize> = (0..area.n_columns()).filter(|column| is_words(*column)).collect();
    let is_said = |column: &usize| {
        let class = classify(area.cell(label.row, *column));
        class.is_telling() && !matches!(class, Class::Number | Class::Year)
    };
    if words.iter().any(|column| label.column < *column && is_said(column)) {
        return false;
    }
    if adds_up {
        return true;
    }
    if !label.is_first {
        return false;
    }
    let n_words = words.len();
    let is_odd = part.body.looks(label.column).is_strong();
    let n_filled = area.filled(label.row).count();
    if !word.is_alone {
        return is_odd || (2 <= n_words && 1 < n_filled);
    }
    let next = (label.row + 1..part.rows.end).find(|row| fates.get(*row) == Some(&Fate::Data));
    let is_last = next.is_none_or(|next| label.row + 1 != next);
    is_odd || 0 < n_words || n_filled == 1 || is_last
}

/// Whether most numbers of a row are sums of the rows above, from the first one or from behind another sum.
fn adds_up(area: &Area, label: &Telling, is_alone: bool, (n_above, summed, starts): Above) -> bool {
    let numbers: Vec<(usize, Decimal)> = summed
        .iter()
        .enumerate()
        .filter(|(_, summed)| summed.column != label.column)
        .filter_map(|(place, summed)| Some((place, parse_number(area.cell(label.row, summed.column), summed.mark)?)))
        .collect();
    let tolerance = Decimal::new(2, 2);
    starts.iter().rev().any(|(n_before, before)| {
        let n_added = n_above - n_before.min(&n_above);
        if n_added == 0 || (n_added == 1 && !is_alone) {
            return false;
        }
        let is_met = |(place, number): &&(usize, Decimal)| {
            let sum = summed.get(*place).map(|summed| summed.sum).zip(before.get(*place).copied());
            sum.is_some_and(|(now, before)| (now.saturating_sub(before).saturating_sub(*number)).abs() <= tolerance)
        };
        let n_met = numbers.iter().filter(is_met).count();
        let n_telling = numbers.iter().filter(is_met).filter(|(_, number)| !number.is_zero()).count();
        0 < n_telling && numbers.len() <= n_met * 2
    })
}
