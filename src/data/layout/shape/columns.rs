//! What the cells of several columns are together, before the kind of each is decided.

use crate::data::cells::Cells;
use crate::data::values::{DecimalMark, is_missing, parse_number};

/// The numbers of a column by symbol; 0 for cells that stand for nothing, no number (NaN) for texts.
pub(super) struct Numbers {
    /// By symbol.
    values: Vec<f64>,
    /// Cells that hold something.
    pub(super) n_filled: usize,
    /// Cells that are numbers.
    pub(super) n_read: usize,
    /// Cells that are digits behind a leading zero: codes.
    pub(super) n_codes: usize,
    /// Cells that are 0, and cells that are 1.
    pub(super) n_flags: [usize; 2],
}

impl Numbers {
    /// Reads a column with the given decimal mark.
    pub(super) fn read(cells: &Cells, mark: DecimalMark) -> Self {
        let mut found = Self { values: Vec::new(), n_filled: 0, n_read: 0, n_codes: 0, n_flags: [0; 2] };
        for (symbol, count) in cells.counts().into_iter().enumerate() {
            let (text, count) = (cells.text(symbol as u32).trim(), count as usize);
            if is_missing(text) {
                found.values.push(0.0);
                continue;
            }
            let number = number(text, mark);
            found.values.push(number.unwrap_or(f64::NAN));
            found.n_filled += count;
            found.n_read += if number.is_some() { count } else { 0 };
            let is_code = 1 < text.len() && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
            found.n_codes += if is_code { count } else { 0 };
            for (flag, n_flags) in ["0", "1"].iter().zip(&mut found.n_flags) {
                *n_flags += if text == *flag { count } else { 0 };
            }
        }
        found
    }

    /// The number of a cell; NaN if it is a text.
    pub(super) fn at(&self, cells: &Cells, row: usize) -> f64 {
        self.values.get(cells.symbol(row) as usize).copied().unwrap_or(f64::NAN)
    }

    /// Whether nine in ten filled cells are numbers, and none is a code.
    pub(super) fn are_numbers(&self) -> bool {
        0 < self.n_filled && self.n_filled * 9 <= self.n_read * 10 && self.n_codes == 0
    }
}

fn number(text: &str, mark: DecimalMark) -> Option<f64> {
    parse_number(text, mark).and_then(|number| number.to_string().parse().ok())
}

/// The decimal mark that more cells can only be read with; the point where nothing speaks.
pub(super) fn mark_of<'a>(columns: impl Iterator<Item = &'a Cells>) -> DecimalMark {
    let (mut point, mut comma) = (0, 0);
    for (text, count) in columns.flat_map(Cells::counted) {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let with = |mark| parse_number(text, mark).is_some();
        match (with(DecimalMark::Point), with(DecimalMark::Comma)) {
            (true, false) => point += count,
            (false, true) => comma += count,
            _ => {}
        }
    }
    if point < comma { DecimalMark::Comma } else { DecimalMark::Point }
}

/// A name that no column has.
pub(super) fn free_name(wanted: &str, taken: &[String]) -> String {
    let mut name = wanted.to_owned();
    let mut number = 2;
    while taken.contains(&name) {
        name = format!("{wanted} ({number})");
        number += 1;
    }
    name
}
