//! Yes and no in six languages.

use super::names::Plain;

/// Yes or no, as exports write it.
pub(in crate::data) fn parse_bool(cell: &str) -> Option<bool> {
    if 12 < cell.len() {
        return None;
    }
    match cell {
        "1" => return Some(true),
        "0" => return Some(false),
        _ => {}
    }
    match Plain::of(cell)?.as_str() {
        "true" | "yes" | "y" | "t" | "tak" | "prawda" | "ja" | "j" | "wahr" | "oui" | "vrai" | "si" | "verdadero"
        | "sim" | "verdadeiro" => Some(true),
        "false" | "no" | "n" | "f" | "nie" | "falsz" | "nein" | "falsch" | "non" | "faux" | "falso" | "nao" => {
            Some(false)
        }
        _ => None,
    }
}

/// How many of a column's cells say yes or no.
#[derive(Default)]
pub(super) struct Evidence {
    words: usize,
    yes: usize,
    no: usize,
    /// One letter says it only beside its counterpart: `F` may be a gender, and `T` a size.
    letters: usize,
}

impl Evidence {
    /// Sees a text that stands in `n` cells. Figures are no words: 1 and 0 make no column of this kind.
    pub(super) fn see(&mut self, cell: &str, n: usize) {
        if 12 < cell.len() {
            return;
        }
        let Some(says_yes) = parse_bool(cell).filter(|_| cell.starts_with(char::is_alphabetic)) else { return };
        if 1 < cell.len() || matches!(cell, "y" | "Y" | "n" | "N") {
            self.words += n;
        } else {
            self.letters += n;
        }
        *(if says_yes { &mut self.yes } else { &mut self.no }) += n;
    }

    pub(super) const fn n_bools(&self) -> usize {
        if 0 < self.yes && 0 < self.no { self.words + self.letters } else { self.words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_known_in_six_languages() {
        for cell in ["Yes", "TRUE", "tak", "Ja", "OUI", "sí", "Si", "SIM", "prawda", "WAHR", "vrai", "1", "t"] {
            assert_eq!(parse_bool(cell), Some(true), "{cell:?}");
        }
        for cell in ["No", "FALSE", "nie", "Nein", "non", "não", "NÃO", "fałsz", "falsch", "FAUX", "falso", "0", "f"]
        {
            assert_eq!(parse_bool(cell), Some(false), "{cell:?}");
        }
        for cell in ["", "maybe", "2", "yes please", "o", "s", "è", "неt"] {
            assert_eq!(parse_bool(cell), None, "{cell:?}");
        }
    }

    #[test]
    fn single_letters_need_their_counterpart() {
        let check = |cells: &[&str], expected: usize| {
            let mut evidence = Evidence::default();
            for cell in cells {
                evidence.see(cell, 1);
            }
            assert_eq!(evidence.n_bools(), expected, "{cells:?}");
        };
        check(&["T", "F"], 2);
        check(&["F", "F"], 0);
        check(&["T", "N"], 2);
        check(&["N", "N"], 2);
        check(&["J", "N"], 2);
        check(&["1", "0"], 0);
    }
}
