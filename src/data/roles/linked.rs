//! What other tables of the session tell: a column whose cells are ids of the reps names the rep.

use std::collections::BTreeSet;

use super::bare::SURE;
use super::facts::sample;
use super::guess::round;
use super::suits::{Look, fits};
use super::words::likeness;
use super::{Field, Kind, Mapping};
use crate::data::join::key;
use crate::data::values::is_missing;

/// Keys of a list that are compared.
const N_KEYS: usize = 200_000;

/// A list of reps, accounts or products.
struct List {
    /// Place of its table.
    table: usize,
    kind: Kind,
    /// What others call its records.
    field: Field,
}

/// Sets right what the tables tell about each other.
pub(super) fn refine(looks: &[Look], mappings: &mut [Mapping]) {
    for (kind, field) in [(Kind::Reps, Field::Rep), (Kind::Accounts, Field::Account), (Kind::Products, Field::Product)]
    {
        let places: Vec<usize> =
            mappings.iter().enumerate().filter(|(_, mapping)| mapping.kind == kind).map(|(place, _)| place).collect();
        for table in places {
            let list = List { table, kind, field };
            choose_id(looks, mappings, &list);
            join(looks, mappings, &list);
        }
    }
}

/// Of several ids of a list, the one that most rows elsewhere hold.
fn choose_id(looks: &[Look], mappings: &mut [Mapping], list: &List) {
    let (Some(look), Some(mapping)) = (looks.get(list.table), mappings.get(list.table)) else { return };
    let ids: Vec<usize> = look
        .columns()
        .filter(|(index, _, head, facts)| {
            let meaning = mapping.fields.get(*index).copied().flatten();
            0.95 <= facts.distinct
                && 0.9 <= facts.codes
                && (meaning.is_none() || meaning == Some(Field::Id))
                && 0.5 <= likeness(list.kind, Field::Id, head).value
        })
        .map(|(index, ..)| index)
        .collect();
    if ids.len() < 2 {
        return;
    }
    let n_held = |index: &usize| -> usize {
        let known = keys(look, *index);
        let others = mappings.iter().zip(looks).filter_map(|(mapping, other)| {
            let column = other.table.columns.get(mapping.column_of(list.field)?)?;
            (0.6 <= held(column, &known)).then_some(column.len())
        });
        others.sum()
    };
    let n_of: Vec<usize> = ids.iter().map(n_held).collect();
    let now = mapping.column_of(Field::Id);
    let n_now = ids.iter().zip(&n_of).find(|(index, _)| Some(**index) == now).map_or(0, |(_, n)| *n);
    let Some((best, n)) = ids.iter().zip(&n_of).max_by_key(|(_, n)| **n) else { return };
    if n_now < *n
        && let Some(mapping) = mappings.get_mut(list.table)
    {
        if let Some(now) = now {
            mapping.set(now, None, 0.0);
        }
        mapping.set(*best, Some(Field::Id), 0.9);
    }
}

/// Gives the list's field to the columns of other tables that hold its keys.
fn join(looks: &[Look], mappings: &mut [Mapping], list: &List) {
    let (Some(look), Some(mapping)) = (looks.get(list.table), mappings.get(list.table)) else { return };
    let mut known = BTreeSet::new();
    for index in [Field::Id, Field::Name].into_iter().filter_map(|field| mapping.column_of(field)) {
        known.extend(keys(look, index));
    }
    if known.len() < 2 {
        return;
    }
    for (place, (other, mapping)) in looks.iter().zip(mappings.iter_mut()).enumerate() {
        if place != list.table && mapping.kind.fields().contains(&list.field) {
            give(other, mapping, list, &known);
        }
    }
}

fn give(look: &Look, mapping: &mut Mapping, list: &List, known: &BTreeSet<String>) {
    let share_of = |index: usize| look.table.columns.get(index).map_or(0.0, |column| held(column, known));
    let now = mapping.column_of(list.field);
    let share_now = now.map_or(0.0, share_of);
    let mut best: Option<(usize, f64)> = None;
    for (index, column, head, facts) in look.columns() {
        let is_free = mapping.fields.get(index).is_some_and(Option::is_none);
        if !is_free || !fits(mapping.kind, list.field, column.kind, facts) || facts.n_distinct < 3 {
            continue;
        }
        let named = likeness(mapping.kind, list.field, head).value;
        // Small whole numbers are in every range of ids: without a word of the header they prove nothing.
        let is_small = 0.9 <= facts.numbers && facts.most < 100.0;
        if named < 0.4 && (!look.is_bare() || is_small) {
            continue;
        }
        let share = share_of(index);
        if 0.8 <= share && best.is_none_or(|(_, best)| best < share) {
            best = Some((index, share));
        }
    }
    if let Some((index, share)) = best.filter(|(_, share)| share_now + 0.3 <= *share) {
        if let Some(now) = now {
            mapping.set(now, None, 0.0);
        }
        mapping.set(index, Some(list.field), if look.is_bare() { SURE } else { round(0.9 * share) });
    }
}

/// Keys of a column.
fn keys(look: &Look, index: usize) -> BTreeSet<String> {
    let Some(column) = look.table.columns.get(index) else { return BTreeSet::new() };
    let texts = (1..column.cells.n_symbols().min(N_KEYS)).map(|symbol| column.cells.text(symbol as u32));
    texts.filter(|text| !is_missing(text.trim())).map(key).collect()
}

/// The share of a column's distinct texts that are known, on a sample.
fn held(column: &crate::data::table::Column, known: &BTreeSet<String>) -> f64 {
    let texts: Vec<&str> = sample(column).into_iter().map(|(cell, _)| cell).filter(|cell| !is_missing(cell)).collect();
    let n = texts.iter().filter(|text| known.contains(&key(text))).count();
    if texts.is_empty() { 0.0 } else { n as f64 / texts.len() as f64 }
}
