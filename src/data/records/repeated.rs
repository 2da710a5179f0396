//! Records that stand twice: in a list, in two files, or word for word in one.

use super::names::{ByHash, Keys};
use super::rows::Rows;
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
    /// A table begins.
    pub(super) fn begin(&mut self, rows: &Rows<'_>, kind: Kind) {
        self.in_list.clear();
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

    /// Looks at a row that became a record: where the record stood before, if another file holds one of its id, or the
    /// same file one that is the same in everything. Deals of one file may share an id, as order lines do.
    pub(super) fn see(&mut self, rows: &Rows<'_>, kind: Kind, table: u32, row: usize) -> Option<Seen> {
        let id = rows.key_texts()?.text(row).text;
        if id.is_empty() {
            return None;
        }
        let here = Seen { table, row: row as u32, line: rows.table.lines.get(row).copied().unwrap_or(0) };
        let first = *self.seen.get_mut(kind as usize)?.entry(self.keys.hash(id)).or_insert(here);
        let is_first = first.table == table && first.row == here.row;
        if is_first || (first.table == table && (kind != Kind::Deals || !is_same(rows, first.row as usize, row))) {
            return None;
        }
        Some(first)
    }
}

fn is_same(rows: &Rows<'_>, first: usize, second: usize) -> bool {
    let (mut made, mut other) = (String::new(), String::new());
    match (rows.read(first, &mut made), rows.read(second, &mut other)) {
        (Ok(first), Ok(second)) => first == second,
        _ => false,
    }
}
