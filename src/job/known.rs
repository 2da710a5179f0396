//! Mappings that are remembered: tables with the same headers are understood in the same way.
// recall: a stand-in for `data::{recall, to_json, from_json}`.

use serde::{Deserialize, Serialize};

use crate::data::{Mapping, ReadChoice, Table, guess};

/// What a file of mappings says it is.
const FORMAT: &str = "attain-mappings";
/// Mappings that are remembered; the eldest goes.
const MOST: usize = 200;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    mappings: Vec<Mapping>,
}

/// The mapping of each table: a remembered one of the same headers, else a guess.
pub(super) fn recall(tables: &[Table], known: &[Mapping]) -> Vec<Mapping> {
    let of = |guess: Mapping| {
        let is_same = |known: &&Mapping| {
            !guess.headers.is_empty() && known.headers == guess.headers && known.fields.len() == guess.fields.len()
        };
        match known.iter().rev().find(is_same) {
            Some(known) => Mapping { file: guess.file, choice: guess.choice, certainty: 1.0, ..known.clone() },
            None => guess,
        }
    };
    guess(tables).into_iter().map(of).collect()
}

/// Both together; the later one of two with the same headers counts. What is said of single rows is left out.
pub(super) fn merged(known: Vec<Mapping>, fresh: Vec<Mapping>) -> Vec<Mapping> {
    let fresh: Vec<Mapping> = fresh
        .into_iter()
        .filter(|mapping| !mapping.headers.is_empty())
        .map(|mapping| Mapping { fixes: Vec::new(), choice: ReadChoice::default(), ..mapping })
        .collect();
    let mut all = known;
    all.retain(|mapping| !fresh.iter().any(|other| other.headers == mapping.headers));
    all.extend(fresh);
    all.split_off(all.len().saturating_sub(MOST))
}

/// Mappings as a file.
pub(super) fn to_json(mappings: &[Mapping]) -> String {
    let file = File { format: FORMAT.into(), version: 1, mappings: mappings.to_vec() };
    serde_json::to_string(&file).unwrap_or_default()
}

/// The mappings of a file; `None` if it is no such file.
pub(super) fn from_json(bytes: &[u8]) -> Option<Vec<Mapping>> {
    let file: File = serde_json::from_slice(bytes).ok()?;
    (file.format == FORMAT).then_some(file.mappings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Field, Fix, Kind, Limits, read_all};

    fn table(name: &str) -> Table {
        read_all(name, b"Deal,Wert,Ende\n1,100,2026-01-31\n", Limits::default()).unwrap().remove(0)
    }

    #[test]
    fn a_table_with_the_same_headers_is_understood_as_the_one_before() {
        let first = table("january.csv");
        let mut told = guess(std::slice::from_ref(&first)).remove(0).with_kind(&first, Kind::Deals);
        told = told.with_field(1, Some(Field::Margin)).with_field(2, None);
        told.fixes.push(Fix::Aside { line: 2 });
        let text = to_json(&merged(Vec::new(), vec![told.clone()]));
        let known = from_json(text.as_bytes()).unwrap();
        let again = recall(&[table("february.csv")], &known).remove(0);
        assert_eq!((again.file.as_str(), again.kind, &again.fields), ("february.csv", Kind::Deals, &told.fields));
        assert_eq!(again.fixes, []);
        assert_eq!(from_json(b"{\"format\":\"other\",\"version\":1,\"mappings\":[]}"), None);
    }

    #[test]
    fn the_eldest_is_forgotten_and_the_later_word_counts() {
        let named = |at: usize| Mapping { headers: at.to_string(), certainty: 1.0, ..Mapping::default() };
        let known = merged(Vec::new(), (0..MOST + 5).map(named).collect());
        assert_eq!((known.len(), known[0].headers.as_str()), (MOST, "5"));
        let known = merged(known, vec![Mapping { kind: Kind::Spend, ..named(7) }]);
        assert_eq!((known.len(), known[MOST - 1].kind), (MOST, Kind::Spend));
    }
}
