//! Names that one file uses and another should hold.

use std::collections::{BTreeMap, HashSet};
use std::hash::BuildHasherDefault;

use super::aside::N_SHOWN;
use super::block::Block;
use super::columns::Values;
use super::issues::Issues;
use super::names::{AsItIs, ByHash, Keys};
use super::row::Row;
use super::rows::Rows;
use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::join::{self, key, nearest};
use crate::data::roles::{Field, Kind};
use crate::data::table::Table;

/// Known names that are compared with one that is not known.
const N_KNOWN: usize = 5_000;

/// Hashes of keys.
pub(super) type KeySet = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// Ids and names of the records of a list.
#[derive(Default)]
pub(super) struct Known {
    keys: KeySet,
    /// The first by key, with the name as it is written.
    nearby: BTreeMap<String, String>,
}

impl Known {
    fn add(&mut self, hashes: &mut Keys, id: &str, name: &str) {
        for (text, is_id) in [(id, true), (name, false)] {
            let is_new = self.keys.insert(hashes.hash(text));
            // An id is shown before a name of the same key.
            if !is_new && !is_id {
                continue;
            }
            let key = key(text);
            let is_near =
                self.nearby.len() < N_KNOWN || self.nearby.last_key_value().is_some_and(|(last, _)| key <= *last);
            if is_near {
                self.nearby.insert(key, text.to_owned());
                if N_KNOWN < self.nearby.len() {
                    self.nearby.pop_last();
                }
            }
        }
    }
}

/// The lists of an import: reps, accounts, products.
#[derive(Default)]
pub(super) struct Lists {
    reps: Known,
    accounts: Known,
    products: Known,
    hashes: Keys,
}

impl Lists {
    /// Takes in a record.
    pub(super) fn see(&mut self, kind: Kind, row: &Row<'_>) {
        let known = match kind {
            Kind::Reps => &mut self.reps,
            Kind::Accounts => &mut self.accounts,
            Kind::Products => &mut self.products,
            _ => return,
        };
        let [id, name, ..] = row.texts;
        known.add(&mut self.hashes, id.text, name.text);
    }

    /// Adds the key of a rep; whether nobody had it.
    pub(super) fn add_rep(&mut self, name: &str) -> bool {
        self.reps.keys.insert(self.hashes.hash(name))
    }

    fn of(&self, field: Field) -> &Known {
        match field {
            Field::Account => &self.accounts,
            Field::Product => &self.products,
            _ => &self.reps,
        }
    }
}

/// How often a column's texts stand in records, by symbol.
pub(super) struct Uses<'r, 'a> {
    field: Field,
    /// Where a record has the field.
    place: usize,
    texts: &'r Values<'a, &'a str>,
    /// Rows, and the first of them.
    by_symbol: Vec<(u32, u32)>,
}

/// The same when the table's rows are read.
pub(super) struct Linked<'a> {
    field: Field,
    table: &'a Table,
    column: u16,
    /// Distinct texts, each with its rows and the first of them.
    names: Vec<(&'a str, u32, u32)>,
}

/// The fields by which a table names records of lists.
pub(super) const fn links(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Deals => &[Field::Rep, Field::Account, Field::Product],
        Kind::Targets
        | Kind::Accounts
        | Kind::Leads
        | Kind::Activities
        | Kind::Credits
        | Kind::Objectives
        | Kind::Absences
        | Kind::Payments => &[Field::Rep],
        _ => &[],
    }
}

impl<'r, 'a> Uses<'r, 'a> {
    pub(super) fn new(rows: &'r Rows<'a>, field: Field) -> Option<Self> {
        let texts = rows.texts_of(field)?;
        let place = rows.place_of(field)?;
        Some(Self { field, place, texts, by_symbol: vec![(0, 0); texts.n_symbols()] })
    }

    /// A row became a record.
    #[inline]
    pub(super) fn see(&mut self, row: usize) {
        if let Some(symbol) = self.texts.symbol(row) {
            self.see_symbol(symbol, row);
        }
    }

    /// A block's rows became records.
    pub(super) fn see_block(&mut self, block: &Block<'_, '_>) {
        let symbols = block.texts(self.place).symbols.unwrap_or_default();
        for (symbol, row) in symbols.iter().zip(block.rows()) {
            self.see_symbol(*symbol, row);
        }
    }

    #[inline]
    fn see_symbol(&mut self, symbol: u32, row: usize) {
        if let Some((n, first)) = self.by_symbol.get_mut(symbol as usize) {
            if *n == 0 {
                *first = row as u32;
            }
            *n += 1;
        }
    }

    /// What is asked for at the end.
    pub(super) fn keep(self, table: &'a Table) -> Linked<'a> {
        let used = self.by_symbol.into_iter().enumerate().filter(|(_, (n, _))| 0 < *n);
        let names =
            used.map(|(symbol, (n, first))| (self.texts.of_symbol(symbol as u32).unwrap_or_default(), n, first));
        let names = names.filter(|(name, ..)| !name.is_empty()).collect();
        Linked { field: self.field, table, column: self.texts.column.unwrap_or_default(), names }
    }
}

impl Linked<'_> {
    /// Warns, once a name, of those that no list has; only where there is a list.
    pub(super) fn check(&self, lists: &mut Lists, issues: &mut Issues) {
        if lists.of(self.field).keys.is_empty() {
            return;
        }
        let mut places: ByHash<usize> = ByHash::default();
        let mut unmatched: Vec<(&str, u32, u32)> = Vec::new();
        for (name, n, first) in self.names.iter().copied() {
            let hash = lists.hashes.hash(name);
            if lists.of(self.field).keys.contains(&hash) {
                continue;
            }
            if let Some(same) = places.get(&hash).and_then(|place| unmatched.get_mut(*place)) {
                same.1 += n;
                if first < same.2 {
                    (same.0, same.2) = (name, first);
                }
            } else {
                places.insert(hash, unmatched.len());
                unmatched.push((name, n, first));
            }
        }
        unmatched.sort_by_key(|(.., first)| *first);
        if unmatched.is_empty() {
            return;
        }
        let known = join::Known::new(lists.of(self.field).nearby.values().map(String::as_str));
        for (name, n_rows, first) in unmatched {
            let near = nearest(name, &known).map(|near| near.name);
            let kind = IssueKind::Unmatched { field: self.field, near, n_rows };
            issues.add(&self.table.file, Severity::Warning, kind, |kind| {
                let value = name.chars().take(N_SHOWN).collect();
                let severity = Severity::Warning;
                Issue { severity, ..super::about_row(self.table, first, Some(self.column), value, kind) }
            });
        }
    }
}
