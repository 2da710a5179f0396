//! What a cell looks like by itself: enough to tell a header from the rows beneath it.

use crate::data::values::{self, DateOrder, DecimalMark, parse_date, parse_number, parse_period};

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Nothing.
    Blank,
    /// A word for nothing, such as `NULL` or `-`, or a drawn line.
    Missing,
    /// A number.
    Number,
    /// Four digits that can be a year.
    Year,
    /// A number that goes on from its neighbour in the row, as 1, 2, 3: such numbers name columns.
    Step,
    /// A day.
    Date,
    /// A month, a quarter.
    Period,
    /// Yes or no.
    Bool,
    /// One word with digits or an address in it: an id, a telephone number, a mail address.
    Code,
    /// Words.
    Text,
    /// A sentence or more.
    Long,
}

impl Class {
    /// Whether something stands there that says something.
    pub(super) const fn is_telling(self) -> bool {
        !matches!(self, Self::Blank | Self::Missing)
    }

    /// Whether a column can be named so.
    pub(super) const fn is_label(self) -> bool {
        matches!(self, Self::Text | Self::Period | Self::Step | Self::Year | Self::Long)
    }
}

/// Letters above which a cell is a sentence.
const N_LONG: usize = 80;

/// What a cell without outer blanks looks like.
pub(super) fn classify(cell: &str) -> Class {
    if cell.is_empty() {
        return Class::Blank;
    }
    if values::is_missing(cell) || is_rule(cell) {
        return Class::Missing;
    }
    if N_LONG < cell.len() && N_LONG < cell.chars().count() {
        return Class::Long;
    }
    let has_digit = cell.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit {
        let is_bool = values::parse_bool(cell).is_some();
        return match () {
            () if is_bool => Class::Bool,
            () if cell.contains('@') && !cell.contains(' ') => Class::Code,
            () => Class::Text,
        };
    }
    if is_year(cell) {
        return Class::Year;
    }
    if parse_number(cell, DecimalMark::Point).is_some() || parse_number(cell, DecimalMark::Comma).is_some() {
        return Class::Number;
    }
    let orders = [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst];
    if orders.iter().any(|order| parse_date(cell, *order).is_some()) {
        return Class::Date;
    }
    if parse_period(cell, DateOrder::YearFirst).is_some() {
        return Class::Period;
    }
    if cell.contains(char::is_whitespace) && cell.contains(char::is_alphabetic) { Class::Text } else { Class::Code }
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// How a code is built: runs of digits and of letters shrunk to one sign. `S10_1678` is `a9_9`.
pub(super) fn shape(code: &str) -> String {
    let mut shape = String::new();
    for char in code.chars() {
        let sign = match char {
            '0'..='9' => '9',
            char if char.is_alphabetic() => 'a',
            char => char,
        };
        if !shape.ends_with(sign) {
            shape.push(sign);
        }
    }
    shape
}

/// Whether a cell is a line drawn with signs.
pub(super) fn is_rule(cell: &str) -> bool {
    3 <= cell.len() && cell.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'*' | b'+' | b'#' | b'~' | b':'))
}

/// What a cell says of units: `(USD)`, `%`, `in tys. zł`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// No unit.
    None,
    /// A unit.
    Plain,
    /// Thousands or millions.
    Power,
}

const UNITS: &[&str] = &[
    "in", "w", "en", "usd", "eur", "pln", "gbp", "chf", "brl", "jpy", "cad", "aud", "sek", "nok", "dkk", "czk", "zł",
    "zl", "€", "$", "£", "¥", "us$", "r$", "%", "pct", "percent", "szt", "pcs", "pc", "stk", "stück", "units", "unit",
    "kg", "g", "t", "h", "hrs", "hours", "days", "dni", "tage", "km", "l", "#", "no", "number", "qty",
];

const POWERS: &[&str] = &[
    "thousand",
    "thousands",
    "tys",
    "tsd",
    "k",
    "mln",
    "mio",
    "million",
    "millions",
    "m",
    "bn",
    "mrd",
    "mld",
    "000",
    "'000",
    "000s",
    "k€",
    "k$",
    "$k",
    "$m",
    "€k",
    "€m",
    "teur",
    "tpln",
    "keur",
    "kusd",
    "meur",
    "milliers",
    "miles",
];

/// What a cell says of units.
pub(super) fn unit(cell: &str) -> Unit {
    let bare = inner(cell).unwrap_or(cell);
    if 16 < bare.chars().count() {
        return Unit::None;
    }
    let mut found = Unit::None;
    for word in bare.split([' ', '/', '.', ',']).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        if POWERS.contains(&word.as_str()) {
            found = Unit::Power;
        } else if !UNITS.contains(&word.as_str()) {
            return Unit::None;
        } else if found == Unit::None {
            found = Unit::Plain;
        }
    }
    found
}

/// What stands in brackets, if all of the cell does.
pub(super) fn inner(cell: &str) -> Option<&str> {
    let inner = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.or_else(|| cell.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, class: Class) {
        assert_eq!(classify(cell), class, "{cell}");
    }

    #[test]
    fn cells_are_told_by_their_looks() {
        check("", Class::Blank);
        check("NULL", Class::Missing);
        check("1.234,50", Class::Number);
        check("2,666", Class::Number);
        check("2017", Class::Year);
        check("2016-10-20", Class::Date);
        check("2/24/2003 0:00", Class::Date);
        check("2026-03", Class::Period);
        check("Q1 2026", Class::Period);
        check("yes", Class::Bool);
        check("S10_1678", Class::Code);
        check("jane@example.com", Class::Code);
        check("245-555-0173", Class::Code);
        check("Name of the customer 2", Class::Text);
        check("opportunity_id", Class::Text);
        check(&"many words ".repeat(9), Class::Long);
    }

    #[test]
    fn units_are_told_from_names() {
        assert_eq!(unit("(USD)"), Unit::Plain);
        assert_eq!(unit("in tys. zł"), Unit::Power);
        assert_eq!(unit("(at birth)"), Unit::None);
        assert_eq!(unit("Amount"), Unit::None);
        assert_eq!(shape("S10_1678"), "a9_9");
        assert!(is_rule("-----") && !is_rule("-"));
    }
}
