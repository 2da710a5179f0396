//! Records that stand twice: in a list, in two files, or word for word in one.

use super::columns::Values;
use super::links::KeySet;
use super::names::{ByHash, Keys};
use super::rows::Rows;
use crate::data::alike::n_shared;
use crate::data::join::key;
use crate::data::roles::Kind;

/// Keys seen so far, as hashes: there may be millions.
#[derive(Default)]
pub(super) struct Repeated {
    /// By kind: reps, deals, accounts, products.
    seen: [ByHash<Seen>; 4],
    /// Ids of the list that is read now, with their rows.
    in_list: ByHash<u32>,
    keys: Keys,
    /// By kind: whether one table alone brings records of it.
    is_alone: [bool; 4],
    /// Hashes that stand several times in the table that is read now; `None` where other tables count too.
    twice: Option<KeySet>,
}

/// Where a key stood first.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    /// Which table.
    pub(super) table: u32,
    row: u32,
    /// The line of the row.
    pub(super) line: u32,
}

impl Repeated {
    /// Nothing is seen yet; tables of these kinds will come.
    pub(super) fn of(kinds: &[Kind]) -> Self {
        let is_alone = [Kind::Reps, Kind::Deals, Kind::Accounts, Kind::Products]
            .map(|kind| kinds.iter().filter(|other| **other == kind).count() == 1);
        Self { is_alone, ..Self::default() }
    }

    /// A table begins.
    pub(super) fn begin(&mut self, rows: &Rows<'_>, kind: Kind) {
        self.in_list.clear();
        let is_alone = self.is_alone.get(kind as usize).copied().unwrap_or(false);
        let texts = rows.key_texts().filter(|_| is_alone);
        // Millions of ids need not be kept if it can be seen at once that none stands twice.
        self.twice = texts.map(|texts| twice(texts, rows.table.lines.len(), &mut self.keys));
        if self.twice.is_some() {
            return;
        }
        if let (Some(texts), Some(seen)) = (rows.key_texts(), self.seen.get_mut(kind as usize)) {
            seen.reserve(texts.n_symbols().min(rows.table.lines.len()));
        }
    }

    /// The line of an earlier row of the same list with that id.
    pub(super) fn in_list(&mut self, rows: &Rows<'_>, row: usize, id: &str) -> Option<u32> {
        let hash = self.keys.hash(id);
        let first = *self.in_list.entry(hash).or_insert(row as u32) as usize;
        if first == row {
            return None;
        }
        let mut made = String::new();
        let is_same = rows.read(first, &mut made).is_ok_and(|other| key(other.texts[0].text) == key(id));
        is_same.then(|| rows.table.lines.get(first).copied().unwrap_or(0))
    }

    /// Whether rows that become records are to be looked at.
    pub(super) fn is_watching(&self) -> bool {
        self.twice.as_ref().is_none_or(|twice| !twice.is_empty())
    }

    /// Looks at a row that became a record: where the record stood before, if another file holds one of its id, or the
    /// same file one that is the same in everything. Deals of one file may share an id, as order lines do.
    pub(super) fn see(&mut self, rows: &Rows<'_>, kind: Kind, table: u32, row: usize) -> Option<Seen> {
        if !self.is_watching() {
            return None;
        }
        let id = rows.key_texts()?.text(row).text;
        if id.is_empty() {
            return None;
        }
        let hash = self.keys.hash(id);
        if self.twice.as_ref().is_some_and(|twice| !twice.contains(&hash)) {
            return None;
        }
        let here = Seen { table, row: row as u32, line: rows.table.lines.get(row).copied().unwrap_or(0) };
        let first = *self.seen.get_mut(kind as usize)?.entry(hash).or_insert(here);
        let is_first = first.table == table && first.row == here.row;
        if is_first || (first.table == table && (kind != Kind::Deals || !is_same(rows, first.row as usize, row))) {
            return None;
        }
        Some(first)
    }
}

/// The hashes of keys that several rows have.
fn twice<'a>(texts: &Values<'a, &'a str>, n_rows: usize, keys: &mut Keys) -> KeySet {
    // Ids that were counted up, as in most exports.
    if is_rising(texts, n_rows) {
        return KeySet::default();
    }
    let ids = (0..n_rows).map(|row| texts.text(row).text).filter(|id| !id.is_empty());
    let mut hashes: Vec<u64> = Vec::with_capacity(n_rows);
    hashes.extend(ids.map(|id| keys.hash(id)));
    hashes.sort_unstable();
    let pairs = hashes.array_windows::<2>().filter(|[one, next]| one == next);
    pairs.map(|[one, _]| *one).collect()
}

/// Whether each row's text is ASCII and comes behind the one before it in the order of the alphabet, capitals counting as
/// small letters: no two have one key then.
fn is_rising<'a>(texts: &Values<'a, &'a str>, n_rows: usize) -> bool {
    let mut before = "";
    (0..n_rows).all(|row| {
        let text = texts.text(row).text;
        let same = n_shared(before.as_bytes(), text.as_bytes());
        let next = |text: &str| text.as_bytes().get(same).map(u8::to_ascii_lowercase);
        // What it shares with an ASCII text is ASCII.
        let is_ascii = text.as_bytes().get(same..).is_some_and(<[u8]>::is_ascii);
        let rises = next(before) < next(text) && is_ascii;
        before = text;
        rises
    })
}

fn is_same(rows: &Rows<'_>, first: usize, second: usize) -> bool {
    let (mut made, mut other) = (String::new(), String::new());
    match (rows.read(first, &mut made), rows.read(second, &mut other)) {
        (Ok(first), Ok(second)) => first == second,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_rise_have_keys_of_their_own() {
        let check = |texts: &[&str], expected: bool| {
            let cells = texts.iter().copied().collect();
            let found = is_rising(&Values::of_cells(&cells), texts.len());
            assert_eq!(found, expected, "{texts:?}");
        };
        check(&["D-1", "D-10", "E", "f"], true);
        check(&["a", "b", "b"], false);
        check(&["a", "A"], false);
        check(&["D-10", "d-11"], false); // not seen at once
        check(&["a", "Ab", "aa"], false);
        check(&["", "a"], false);
        check(&["a", "é"], false);
    }

    #[test]
    fn keys_that_stand_twice_are_found() {
        let mut keys = Keys::default();
        let texts = ["b", "a", "", "", "B ", "c"];
        let cells = texts.into_iter().collect();
        let found = twice(&Values::of_cells(&cells), texts.len(), &mut keys);
        assert_eq!(found, KeySet::from_iter([keys.hash("b")]));
    }
}
