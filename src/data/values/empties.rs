//! Cells that stand for nothing: some always do, others only in their column.

use super::header::says_region;
use crate::data::table::Column;

/// Texts that stand for nothing in every column, in lower case.
const ALWAYS: [&str; 45] = [
    "null",
    "(null)",
    "<null>",
    "[null]",
    "\\n",
    "nil",
    "none",
    "(none)",
    "<none>",
    "[none]",
    "--none--",
    "-none-",
    "n/a",
    "(n/a)",
    "<n/a>",
    "#n/a",
    "nan",
    "<na>",
    "#nv",
    "#n/d",
    "#n/d!",
    "(blank)",
    "(empty)",
    "(leer)",
    "(puste)",
    "(vide)",
    "(vacío)",
    "(vazio)",
    "<blank>",
    "<empty>",
    "(not set)",
    "not set",
    "not available",
    "not applicable",
    "no data",
    "brak danych",
    "nie dotyczy",
    "b/d",
    "k. a.",
    "k.a.",
    "keine angabe",
    "s/d",
    "n/d",
    "sin datos",
    "sem dados",
];

/// Words that say of themselves that nothing is known or chosen, in lower case. Nobody is called so.
const STRONG: [&str; 30] = [
    "unknown",
    "(unknown)",
    "unspecified",
    "not specified",
    "undefined",
    "tbd",
    "please select",
    "- select -",
    "-- select --",
    "--select--",
    "select...",
    "select…",
    "select one",
    "bitte wählen",
    "unbekannt",
    "nieznany",
    "nieznana",
    "nieznane",
    "inconnu",
    "inconnue",
    "desconocido",
    "desconocida",
    "desconhecido",
    "desconhecida",
    "nicht angegeben",
    "nie podano",
    "non renseigné",
    "no especificado",
    "não informado",
    "not provided",
];

/// Words that may be names or choices as well, in lower case: the column has to say that they are none.
const WEAK: [&str; 14] = [
    "select",
    "choose",
    "wybierz",
    "auswählen",
    "sélectionner",
    "seleccione",
    "seleccionar",
    "selecione",
    "selecionar",
    "brak",
    "unassigned",
    "nieprzypisany",
    "missing",
    "tba",
];

/// No Answer, or North America, or Namibia.
const REGION: [&str; 2] = ["na", "n.a."];

/// Regions and their like, in lower case: beside one of these, `NA` is one.
const REGIONS: [&str; 28] = [
    "emea", "apac", "latam", "amer", "amers", "americas", "anz", "dach", "mea", "mena", "cee", "apj", "japan",
    "europe", "asia", "africa", "eu", "us", "usa", "uk", "sa", "oceania", "nordics", "benelux", "japac", "noram",
    "nam", "asean",
];

/// What a text that may stand for nothing is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Placeholder {
    Strong,
    Weak,
    Region,
}

/// Cells that stand for nothing, whatever the column holds. `NA` may be a region, or Namibia, and is none of them.
pub(in crate::data) fn is_blank(cell: &str) -> bool {
    match cell.as_bytes() {
        [] => true,
        // No such text has a figure in it, and none is long.
        [b'0'..=b'9', ..] | [.., b'0'..=b'9'] => false,
        bytes if 16 < bytes.len() => false,
        [first, ..] => {
            let is_sign = |char: char| matches!(char, '-' | '–' | '—' | '?' | '.' | '_' | '*');
            (!first.is_ascii_alphanumeric() && cell.chars().all(is_sign)) || is_one_of(cell, &ALWAYS)
        }
    }
}

/// Cells that stand for nothing where a number, a day or yes and no is looked for.
pub(in crate::data) fn is_missing(cell: &str) -> bool {
    is_blank(cell) || placeholder(cell).is_some()
}

/// Whether the text is an error value of a workbook: `#DIV/0!`, `#REF!`, `#NAME?`, in any language, or `Err:502`. `#N/A`,
/// what a search leaves that found nothing, is one and counts as blank.
pub(in crate::data) fn is_error_value(cell: &str) -> bool {
    if let Some(number) = cell.strip_prefix("Err:") {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    let Some(name) = cell.strip_prefix('#') else { return false };
    if matches!(name, "N/A" | "NV" | "N/D" | "N/D!" | "GETTING_DATA") {
        return true;
    }
    let is_name = |char: char| char.is_uppercase() || matches!(char, '/' | '0' | '_' | '¡' | '¿');
    let inner = name.strip_suffix(['!', '?']);
    cell.len() <= 24 && inner.is_some_and(|inner| inner.chars().count() > 2 && inner.chars().all(is_name))
}

pub(super) fn placeholder(cell: &str) -> Option<Placeholder> {
    if 24 < cell.len() || cell.as_bytes().first().is_none_or(u8::is_ascii_digit) {
        return None;
    }
    if is_one_of(cell, &REGION) {
        Some(Placeholder::Region)
    } else if is_one_of(cell, &STRONG) {
        Some(Placeholder::Strong)
    } else if is_one_of(cell, &WEAK) {
        Some(Placeholder::Weak)
    } else {
        None
    }
}

/// Whether the text is one of some in lower case, in any case of letters.
fn is_one_of(cell: &str, known: &[&str]) -> bool {
    if cell.is_ascii() {
        return known.iter().any(|text| text.len() == cell.len() && text.eq_ignore_ascii_case(cell));
    }
    known.iter().any(|text| !text.is_ascii() && text.chars().eq(cell.chars().flat_map(char::to_lowercase)))
}

/// The texts that stand for nothing in a column, besides those that always do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Empties {
    /// As they stand in the column, without outer blanks.
    texts: Vec<Box<str>>,
}

impl Empties {
    /// Those of a column whose values are numbers, days, or yes and no.
    pub(super) fn of_values<'a>(found: impl Iterator<Item = &'a str>) -> Self {
        let mut texts: Vec<Box<str>> = found.map(Box::from).collect();
        texts.sort_unstable();
        texts.dedup();
        Self { texts }
    }

    /// Those of a column of words, of the placeholders found in it with their counts.
    ///
    /// What says of itself that nothing is known is empty everywhere. `Select` and its like are where the texts of the
    /// column repeat, as choices do, or where the word stands more often than the others do. `NA` is empty unless the
    /// header, or another text, names regions, or most others are codes in capitals; then it is a region.
    pub(super) fn of_words(column: &Column, found: &[(&str, usize, Placeholder)]) -> Self {
        let has = |sort| found.iter().any(|(_, _, other)| *other == sort);
        let others =
            if has(Placeholder::Weak) || has(Placeholder::Region) { Others::of(column) } else { Others::default() };
        let is_empty = |(text, _, sort): &(&str, usize, Placeholder)| match sort {
            Placeholder::Strong => true,
            Placeholder::Weak => {
                let same = found.iter().filter(|(other, ..)| other == text);
                others.are_outdone_by(same.map(|(_, n, _)| n).sum())
            }
            Placeholder::Region => 0 < others.n_texts && !others.are_regions && !says_region(&column.header),
        };
        Self::of_values(found.iter().filter(|found| is_empty(found)).map(|(text, ..)| *text))
    }

    /// Whether the text stands for nothing here.
    pub fn has(&self, text: &str) -> bool {
        is_blank(text) || self.texts.iter().any(|known| **known == *text)
    }

    /// The texts that stand for nothing here and not everywhere, in order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

/// The texts of a column that are no placeholders.
#[derive(Default)]
struct Others {
    n_texts: usize,
    n_cells: usize,
    are_regions: bool,
}

impl Others {
    fn of(column: &Column) -> Self {
        let mut others = Self::default();
        let mut n_codes = 0;
        for (text, n) in column.counted() {
            if is_blank(text) || placeholder(text).is_some() || is_error_value(text) {
                continue;
            }
            others.n_texts += 1;
            others.n_cells += n;
            others.are_regions |= is_one_of(text, &REGIONS);
            let is_code = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
            n_codes += usize::from(is_code);
        }
        others.are_regions |= others.n_texts < n_codes * 2;
        others
    }

    /// Whether the column is one of choices, or a word stands `n` times in it where the others stand less.
    const fn are_outdone_by(&self, n: usize) -> bool {
        let are_choices = 0 < self.n_texts && self.n_texts * 2 <= self.n_cells;
        are_choices || (1 < n && self.n_cells < n * self.n_texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_texts_always_stand_for_nothing() {
        for cell in [
            "", "-", "—", "--", "---", "NULL", "null", "N/A", "#N/A", "none", "None", "nil", "?", "??", "(blank)",
            "(empty)", "k. A.", "K.A.", "s/d", "N/D", "not set", "--None--", "(vacío)", "(VACÍO)", "NaN", "\\N", "...",
        ] {
            assert!(is_blank(cell), "{cell:?}");
        }
        for cell in ["NA", "0", "Select", "unknown", "brak", "Nullify", "5", "-5", "n", "None of these", "é", "N"] {
            assert!(!is_blank(cell), "{cell:?}");
        }
        assert!(ALWAYS.iter().all(|text| is_blank(text)), "none is too long to be looked up");
        assert!(STRONG.iter().chain(&WEAK).all(|text| is_missing(text)));
    }

    #[test]
    fn error_values_are_known() {
        for cell in [
            "#DIV/0!",
            "#N/A",
            "#REF!",
            "#NAME?",
            "#VALUE!",
            "#NUM!",
            "#NULL!",
            "#DZIEL/0!",
            "#NAZWA?",
            "#¡DIV/0!",
            "#¿NOMBRE?",
            "#WERT!",
            "#SPILL!",
            "Err:502",
            "#NV",
            "#BEZUG!",
            "#GETTING_DATA",
        ] {
            assert!(is_error_value(cell), "{cell:?}");
        }
        for cell in ["#1", "#", "#!", "#winning!", "Err:", "Err:5022", "#DIV/0", "REF!", "", "# REF!", "#A!"] {
            assert!(!is_error_value(cell), "{cell:?}");
        }
    }

    #[test]
    fn words_stand_for_nothing_where_their_column_says_so() {
        let check = |header: &str, cells: &[&str], expected: &[&str]| {
            let mut column = Column { cells: cells.iter().copied().collect(), ..Column::named(header.into()) };
            column.decide();
            assert_eq!(column.empties.texts().collect::<Vec<_>>(), expected, "{header} {cells:?}");
        };
        check("City", &["Mumbai", "Select", "Mumbai", "Delhi", "Delhi", "Select"], &["Select"]);
        check("Company", &["Select", "Acme", "Initech"], &[]);
        check("Company", &["Select", "Acme", "Initech", "Select", "Hooli"], &["Select"]);
        check("Company", &["Unknown", "Acme", "Initech"], &["Unknown"]);
        check("contact", &["unknown", "cellular", "unknown"], &["unknown"]);
        check("TERRITORY", &["NA", "EMEA", "APAC", "Japan"], &[]);
        check("Where", &["NA", "EMEA", "Japan"], &[]);
        check("Currency", &["NA", "PLN", "EUR"], &[]);
        check("Country", &["NA", "Poland", "Spain"], &[]);
        check("Industry", &["NA", "Retail", "Finance"], &["NA"]);
        check("Anything", &["NA", "NA"], &[]);
        check("Amount", &["NA", "12.5", "Select", "unknown", "3"], &["NA", "Select", "unknown"]);
        check("Closed", &["2026-01-01", "brak", "TBD"], &["TBD", "brak"]);
        check("Default", &["yes", "no", "unknown"], &["unknown"]);
    }
}
