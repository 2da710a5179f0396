//! Mappings that are remembered: tables with the same headers are understood in the same way.

use crate::data::{Mapping, ReadChoice};

/// Mappings that are remembered; the eldest goes.
const MOST: usize = 200;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Fix, Kind};

    #[test]
    fn what_is_said_of_single_rows_is_not_remembered() {
        let fixes = vec![Fix::Aside { line: 2 }];
        let told = Mapping { headers: "1".into(), kind: Kind::Deals, fixes, ..Mapping::default() };
        let nameless = Mapping { kind: Kind::Reps, ..Mapping::default() };
        let known = merged(Vec::new(), vec![told, nameless]);
        assert_eq!(known, [Mapping { headers: "1".into(), kind: Kind::Deals, ..Mapping::default() }]);
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
