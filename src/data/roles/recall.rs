//! Mappings remembered: a table with known headers is understood as the last one with them.

use super::guess::guess;
use super::{Kind, Mapping};
use crate::data::table::Table;

/// For each table the known mapping of the same headers, else the guess. Corrections of cells, and how the table was
/// read, are taken over for the same file only: in another one other things stand on these lines. Of several known
/// mappings one of the same file is taken, else the last.
pub fn recall(tables: &[Table], known: &[Mapping]) -> Vec<Mapping> {
    let guesses = guess(tables);
    let recalled = |(table, guess): (&Table, Mapping)| {
        let alike = |mapping: &&Mapping| mapping.headers == guess.headers && mapping.fields.len() == guess.fields.len();
        let same_file = known.iter().rev().filter(alike).find(|mapping| mapping.file == table.file);
        if let Some(mapping) = same_file {
            return mapping.clone();
        }
        // Without names all tables of as many columns are alike, and a table that was left out is no model for others.
        let is_named = table.header_row != 0;
        match known.iter().rev().filter(alike).find(|mapping| is_named && mapping.kind != Kind::Unknown) {
            Some(mapping) => Mapping { file: guess.file, choice: guess.choice, fixes: Vec::new(), ..mapping.clone() },
            None => guess,
        }
    };
    tables.iter().zip(guesses).map(recalled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Field, Fix, Limits, read_all};

    fn table(file: &str, text: &str) -> Table {
        read_all(file, text.as_bytes(), Limits::default()).unwrap().remove(0)
    }

    #[test]
    fn a_table_with_known_headers_is_understood_as_before() {
        let first = table("march.csv", "nr;x;y;when\n1;Ann;5;2026-03-01\n");
        let mut mapping = guess(std::slice::from_ref(&first)).remove(0).with_kind(&first, Kind::Deals);
        mapping = mapping.with_field(0, Some(Field::Id)).with_field(1, Some(Field::Rep));
        mapping = mapping.with_field(2, Some(Field::Amount)).with_field(3, Some(Field::Closed));
        mapping.fixes.push(Fix::Aside { line: 2 });
        let known = [Mapping { file: "else.csv".into(), ..Mapping::default() }, mapping.clone()];

        assert_eq!(recall(&[first], &known), [mapping.clone()]);
        let april = table("april.csv", "nr;x;y;when\n2;Bob;7;2026-04-01\n");
        let recalled = recall(std::slice::from_ref(&april), &known).remove(0);
        assert_eq!((recalled.file.as_str(), recalled.kind), ("april.csv", Kind::Deals));
        assert_eq!((&recalled.fields, recalled.fixes.len()), (&mapping.fields, 0));

        let other = table("april.csv", "nr;x;y;then\n2;Bob;7;2026-04-01\n");
        assert_eq!(recall(std::slice::from_ref(&other), &known), guess(&[other]));
    }
}
