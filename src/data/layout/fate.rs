//! What becomes of each row of a table: a record, a layout row, or set aside.

use super::area::Area;
use super::class::{Class, classify, is_rule};
use super::parts::{Part, is_units};
use super::telling::{Label, Telling, telling};
use super::{sums, words};
use crate::data::alike::trimmed;
use crate::data::grid::RowNote;
use crate::data::table::LayoutKind;

/// Rows at the end that are looked at one by one.
const N_TAIL: usize = 50;
/// Letters above which a text alone in its row is a note.
const N_NOTE: usize = 40;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// A record.
    Data,
    /// No record.
    Layout(LayoutKind),
    /// Set aside: text stands beyond the last column.
    Wide,
    /// Set aside: a quote is never closed.
    Unclosed,
}

/// The fates of a part's rows, by row of the grid. `sparse` are the rows that hold at most one cell.
pub(super) fn decide(area: &Area, part: &Part, sparse: &[(usize, usize)], fates: &mut [Fate]) {
    let mut set = |row: usize, fate: Fate| {
        if let Some(place) = fates.get_mut(row) {
            *place = fate;
        }
    };
    let within = |row: &usize| part.rows.contains(row);
    for (row, _) in sparse.iter().filter(|(row, n)| *n == 0 && within(row)) {
        set(*row, Fate::Layout(LayoutKind::Blank));
    }
    for row in (part.rows.start..part.header.start).filter(|row| !area.is_blank(*row)) {
        let is_rule = area
            .filled(row)
            .all(|column| is_rule(area.cell(row, column)) || area.cell(row, column).starts_with("sep="));
        set(row, Fate::Layout(if is_rule { LayoutKind::Rule } else { LayoutKind::Title }));
    }
    for row in part.header.clone() {
        set(row, Fate::Layout(LayoutKind::Header));
    }
    if !part.header.is_empty() {
        let below = (part.header.end..part.rows.end).take(3).take_while(|row| is_units(area, *row));
        below.for_each(|row| set(row, Fate::Layout(LayoutKind::Rule)));
        for row in repeated(area, part) {
            set(row, Fate::Layout(LayoutKind::RepeatedHeader));
        }
    }
    for (row, note) in &area.grid.notes {
        if matches!(note, RowNote::UnclosedQuote { .. })
            && part.rows.contains(&(*row as usize))
            && !part.header.contains(&(*row as usize))
        {
            set(*row as usize, Fate::Unclosed);
        }
    }
    let telling = telling(area, part.header.end..part.rows.end);
    for Telling { row, .. } in telling.iter().filter(|telling| telling.label == Label::Rule) {
        if area.filled(*row).all(|column| is_rule(area.cell(*row, column))) {
            set(*row, Fate::Layout(LayoutKind::Rule));
        }
    }
    notes(area, part, sparse, &telling, fates);
    sums::mark(area, part, &telling, fates);
    tail(area, part, fates);
}

/// Rows that say the header once more.
fn repeated(area: &Area, part: &Part) -> Vec<usize> {
    let Some(last) = part.header.clone().last() else { return Vec::new() };
    let names: Vec<(usize, &str)> = area.filled(last).map(|column| (column, area.cell(last, column))).collect();
    let Some((column, name)) = names.first().filter(|_| 2 <= names.len()) else { return Vec::new() };
    let Some(cells) = area.columns.get(*column).and_then(|column| area.grid.columns.get(*column)) else {
        return Vec::new();
    };
    let says_it = |symbol: &u32| {
        let text = cells.text(*symbol);
        name.len() <= text.len() && trimmed(text) == *name
    };
    let symbols: Vec<u32> = (1..cells.n_symbols() as u32).filter(says_it).collect();
    let is_same = |row: &usize| {
        symbols.contains(&cells.symbol(*row))
            && names.iter().all(|(column, name)| area.cell(*row, *column) == *name)
            && area.filled(*row).count() == names.len()
    };
    let mut rows: Vec<usize> = (part.header.end..part.rows.end).filter(is_same).collect();
    // The upper rows of the header stand above.
    let n_upper = part.header.len() - 1;
    let is_upper = |row: &usize, nth: usize| {
        (0..area.n_columns()).all(|column| area.cell(*row, column) == area.cell(part.header.start + nth, column))
    };
    for row in rows.clone() {
        if let Some(start) = row.checked_sub(n_upper).filter(|start| part.header.end <= *start) {
            rows.extend((start..row).enumerate().filter(|(nth, row)| is_upper(row, *nth)).map(|(_, row)| row));
        }
    }
    rows
}

/// Texts alone in their rows that are notes and not records.
fn notes(area: &Area, part: &Part, sparse: &[(usize, usize)], telling: &[Telling], fates: &mut [Fate]) {
    let n_used = part.body.columns.iter().filter(|looks| 0 < looks.n_filled).count();
    if n_used < 2 {
        return;
    }
    let from = sparse.partition_point(|(row, _)| *row < part.header.end);
    let lone = sparse.get(from..).unwrap_or_default().iter().take_while(|(row, _)| *row < part.rows.end);
    for (row, _) in lone.filter(|(_, n)| *n == 1) {
        let Some(column) = area.filled(*row).next().filter(|_| fates.get(*row) == Some(&Fate::Data)) else { continue };
        if telling.binary_search_by_key(row, |telling| telling.row).is_ok_and(|place| {
            telling.get(place).is_some_and(|telling| matches!(telling.label, Label::Sum(word) if word.is_alone))
        }) {
            continue;
        }
        let text = area.cell(*row, column);
        let is_marked = words::is_note(text);
        let is_long = N_NOTE < text.chars().count() || text.ends_with(':');
        if (is_marked || (3 <= n_used && is_long && !part.body.looks(column).agrees(classify(text))))
            && let Some(fate) = fates.get_mut(*row)
        {
            *fate = Fate::Layout(LayoutKind::Note);
        }
    }
}

/// Rows at the end that are no records like those above: few cells, and words where values stand.
fn tail(area: &Area, part: &Part, fates: &mut [Fate]) {
    let n_used = part.body.columns.iter().filter(|looks| 0 < looks.n_filled).count();
    let start = part.header.end.max(part.rows.end.saturating_sub(N_TAIL));
    if n_used < 2 || part.body.n_rows < 2 {
        return;
    }
    for row in (start..part.rows.end).rev() {
        match fates.get(row) {
            Some(Fate::Data) => {}
            Some(Fate::Layout(_)) => continue,
            _ => break,
        }
        let filled: Vec<usize> = area.filled(row).collect();
        let class = |column: &usize| classify(area.cell(row, *column));
        let is_value =
            |column: &usize| part.body.looks(*column).agrees(class(column)) || class(column) == Class::Missing;
        let is_odd = |column: &usize| part.body.looks(*column).is_strong() || part.body.looks(*column).n_filled == 0;
        let is_behind_gap =
            row.checked_sub(1).is_some_and(|above| fates.get(above) == Some(&Fate::Layout(LayoutKind::Blank)));
        let is_above_note = row + 1 < part.rows.end && fates.get(row + 1) == Some(&Fate::Layout(LayoutKind::Note));
        let is_few = match n_used {
            // A text where texts belong may be a record of little, unless a gap or another note is beside it.
            _ if filled.len() == 1 => is_behind_gap || is_above_note || filled.iter().any(is_odd),
            2 => false,
            _ if filled.len() * 3 <= n_used => filled.iter().any(is_odd),
            _ => filled.len() * 2 <= n_used && filled.iter().all(is_odd),
        };
        let is_above_records = row == part.header.end;
        // A short list may know no more of somebody than the name.
        let is_name = area.is_text
            && n_used <= 4
            && !is_behind_gap
            && filled.first() == Some(&0)
            && area.cell(row, 0).chars().count() <= N_NOTE / 2
            && !area.cell(row, 0).contains([':', '*', '.'])
            && !words::is_note(area.cell(row, 0));
        if is_name && filled.len() == 1 {
            break;
        }
        if !is_few || filled.iter().any(is_value) || is_above_records {
            break;
        }
        if let Some(fate) = fates.get_mut(row) {
            *fate = Fate::Layout(LayoutKind::Note);
        }
    }
}
