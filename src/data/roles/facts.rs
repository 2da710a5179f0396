//! What the cells of a column look like, seen on a sample of them.

use std::collections::BTreeMap;

use super::fold::fold;
use super::lexicon;
use crate::data::table::Column;
use crate::data::values::{
    DateOrder, DecimalMark, ValueKind, is_missing, parse_forecast_category, parse_number, parse_period,
};
use crate::engine::records::ForecastCategory;

/// Cells that are looked at.
const N_SAMPLED: usize = 2_048;
/// Distinct texts that are looked into.
const N_READ: usize = 256;

/// Shares of a column's filled cells or distinct texts, from 0 to 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub(super) n_rows: usize,
    is_text: bool,
    /// Cells of the sample that hold something.
    pub(super) filled: f64,
    /// Distinct texts among the filled cells of the sample; 1 if none comes twice.
    pub(super) distinct: f64,
    /// Distinct texts of the sample.
    pub(super) n_distinct: usize,
    pub(super) numbers: f64,
    pub(super) integers: f64,
    pub(super) least: f64,
    pub(super) most: f64,
    pub(super) periods: f64,
    pub(super) letters: f64,
    pub(super) codes: f64,
    pub(super) contacts: f64,
    pub(super) sentences: f64,
    pub(super) stages: f64,
    pub(super) outcomes: f64,
    pub(super) places: f64,
    pub(super) roles: f64,
    pub(super) activities: f64,
    pub(super) forecast_categories: f64,
}

impl Facts {
    pub(super) fn new(column: &Column) -> Self {
        let sample = sample(column);
        let n_cells: usize = column.len().min(N_SAMPLED);
        let filled: Vec<(&str, usize)> = sample.into_iter().filter(|(cell, _)| !is_missing(cell)).collect();
        let n_filled: usize = filled.iter().map(|(_, count)| count).sum();
        let mut facts = Self {
            n_rows: column.len(),
            is_text: column.kind == ValueKind::Text,
            filled: share(n_filled, n_cells),
            distinct: share(filled.len(), n_filled),
            n_distinct: filled.len(),
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
            ..Self::default()
        };
        // Texts stand in order of the alphabet: some from all over it.
        let step = filled.len().div_ceil(N_READ).max(1);
        let n = filled.len().div_ceil(step);
        let mark = if let ValueKind::Number { decimal } = column.kind { decimal } else { DecimalMark::Point };
        let mut n_of = [0_usize; 13];
        for (cell, _) in filled.iter().step_by(step) {
            let signs = facts.signs(cell, mark);
            n_of.iter_mut().zip(signs).for_each(|(n, sign)| *n += usize::from(sign));
        }
        let [
            numbers,
            integers,
            periods,
            letters,
            codes,
            contacts,
            sentences,
            stages,
            outcomes,
            places,
            roles,
            activities,
            forecast_categories,
        ] = n_of.map(|count| share(count, n));
        Self {
            numbers,
            integers,
            periods,
            letters,
            codes,
            contacts,
            sentences,
            stages,
            outcomes,
            places,
            roles,
            activities,
            forecast_categories,
            ..facts
        }
    }

    fn signs(&mut self, cell: &str, mark: DecimalMark) -> [bool; 13] {
        use rust_decimal::prelude::ToPrimitive;
        // Of a column of text nobody knows the mark yet.
        let number =
            parse_number(cell, mark).or_else(|| parse_number(cell, DecimalMark::Comma).filter(|_| self.is_text));
        let number = number.and_then(|number| number.to_f64());
        if let Some(number) = number {
            self.least = self.least.min(number);
            self.most = self.most.max(number);
        }
        let has_digit = cell.bytes().any(|byte| byte.is_ascii_digit());
        let has_blank = cell.contains(' ');
        let has_letter = cell.chars().any(char::is_alphabetic);
        let folded = if number.is_none() && cell.len() <= 60 { fold(cell) } else { String::new() };
        let contact = number.is_none()
            && (cell.contains('@')
                || cell.contains("://")
                || cell.starts_with("www.")
                || is_phone(cell)
                || is_guid(cell));
        [
            number.is_some(),
            has_digit && cell.bytes().all(|byte| byte.is_ascii_digit()),
            parse_period(cell, DateOrder::DayFirst).is_some(),
            has_letter && number.is_none(),
            has_digit
                && !has_blank
                && cell.len() <= 40
                && !contact
                && cell.chars().all(|char| char.is_alphanumeric() || "-_/.#".contains(char)),
            contact,
            60 < cell.len() || cell.contains('\n'),
            !folded.is_empty() && lexicon::is_stage(&folded),
            !folded.is_empty() && lexicon::is_outcome(&folded),
            !folded.is_empty() && lexicon::is_place(&folded),
            !folded.is_empty() && lexicon::is_role(&folded),
            !folded.is_empty() && lexicon::is_activity(&folded),
            // That a deal is closed says no more of a column than that it may be a stage.
            !folded.is_empty() && parse_forecast_category(cell).is_some_and(|said| said != ForecastCategory::Closed),
        ]
    }

    /// Whether a text hardly comes twice.
    pub(super) fn is_unique(&self) -> bool {
        0.98 <= self.distinct && 0.9 <= self.filled
    }

    /// Whether few texts come again and again.
    pub(super) fn is_repeating(&self) -> bool {
        self.distinct <= 0.5
    }
}

/// Some cells from all over the column, each text with how often it is among them.
pub(super) fn sample(column: &Column) -> Vec<(&str, usize)> {
    let symbols = column.cells.symbols();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    if symbols.len() <= N_SAMPLED {
        symbols.each(|symbol| *counts.entry(symbol).or_default() += 1);
    } else {
        // A fixed odd stride from the start: rows that come in turns are not met in turns.
        for index in 0..N_SAMPLED {
            let row = (index as u64 * symbols.len() as u64 / N_SAMPLED as u64) as usize + index % 2;
            *counts.entry(column.cells.symbol(row.min(symbols.len() - 1))).or_default() += 1;
        }
    }
    // Two symbols may be one text: of blanks around it, or where texts hardly repeat.
    let mut texts: BTreeMap<&str, usize> = BTreeMap::new();
    for (symbol, count) in counts {
        *texts.entry(column.cells.text(symbol).trim()).or_default() += count;
    }
    texts.into_iter().collect()
}

fn share(n: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { n as f64 / of as f64 }
}

fn is_phone(cell: &str) -> bool {
    let n_digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let n_marks = cell.bytes().filter(|byte| b" -()+./x".contains(byte)).count();
    let is_date = cell.len() == 10 && n_marks == 2;
    7 <= n_digits && 2 <= n_marks && n_digits + n_marks == cell.len() && !is_date && !cell.contains(':')
}

fn is_guid(cell: &str) -> bool {
    cell.len() == 36
        && cell.bytes().enumerate().all(|(place, byte)| {
            if matches!(place, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() }
        })
}
