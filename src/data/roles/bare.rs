//! Tables whose columns nothing names: the file's name says the kind, and the cells what they can. Nothing of it is sure.

use super::facts::{Facts, sample};
use super::guess::{empty, has_needed};
use super::suits::Look;
use super::words::is_hinted;
use super::{Field, Kind, Mapping};
use crate::data::join::key;
use crate::data::table::Column;
use crate::data::values::ValueKind;

/// How sure a meaning is that only the cells tell.
pub(super) const SURE: f64 = 0.4;

/// The mapping of a table without header; `None` where its name or its cells do not say enough.
pub(super) fn guess(look: &Look) -> Option<Mapping> {
    // `SalesPersonQuotaHistory` holds targets before it holds people, and people before sales.
    const ORDER: [Kind; 6] = [Kind::Targets, Kind::Reps, Kind::Accounts, Kind::Products, Kind::Deals, Kind::Leads];
    let kinds = ORDER.into_iter().filter(|kind| is_hinted(*kind, &look.table.file));
    let mapping = kinds.filter_map(|kind| fitted(look, kind)).next()?;
    Some(Mapping { certainty: 0.2, ..mapping })
}

/// What the cells tell of a table of that kind.
pub(super) fn fitted(look: &Look, kind: Kind) -> Option<Mapping> {
    let mut mapping = empty(look.table, kind);
    let mut take = |field: Field, found: Option<usize>| {
        if let Some(index) = found.filter(|index| mapping.fields.get(*index).is_some_and(Option::is_none)) {
            mapping.set(index, Some(field), SURE);
        }
        found
    };
    let find = |from: usize, is: &dyn Fn(&Column, &Facts) -> bool| {
        look.columns().find(|(index, column, _, facts)| from <= *index && is(column, facts)).map(|(index, ..)| index)
    };
    let id = find(0, &|_, facts| facts.is_unique() && 0.9 <= facts.codes).filter(|index| *index < 3);
    let date = find(0, &|column, facts| matches!(column.kind, ValueKind::Date { .. }) && 0.9 <= facts.filled);
    let name = |from: usize| {
        find(from, &|column, facts| {
            column.kind == ValueKind::Text
                && 0.9 <= facts.distinct
                && 0.9 <= facts.filled
                && 0.9 <= facts.letters
                && facts.codes < 0.3
                && facts.contacts < 0.1
                && facts.addresses < 0.4
                && facts.sentences < 0.1
        })
    };
    match kind {
        Kind::Reps => {
            let id = take(Field::Id, id)?;
            let role =
                take(Field::Role, find(0, &|column, facts| column.kind == ValueKind::Text && 0.6 <= facts.roles));
            let manager = take(Field::Manager, of_own_ids(look, id));
            // Two columns of ids are no list of people.
            if role.is_none() && manager.is_none() && look.table.columns.len() < 3 {
                return None;
            }
        }
        Kind::Accounts => {
            let id = take(Field::Id, id)?;
            take(Field::Name, name(id + 1))?;
            take(Field::Region, place(look));
        }
        Kind::Products => {
            let id = take(Field::Id, id)?;
            let name = take(Field::Name, name(id + 1))?;
            let is_family = |column: &Column, facts: &Facts| {
                column.kind == ValueKind::Text && facts.is_repeating() && 0.9 <= facts.letters && facts.codes < 0.3
            };
            take(Field::Family, find(name + 1, &is_family).filter(|index| *index <= name + 1));
        }
        Kind::Deals => {
            take(
                Field::Id,
                id.or_else(|| find(1, &|_, facts| facts.is_unique() && 0.9 <= facts.codes).filter(|index| *index < 3)),
            )?;
            take(Field::Closed, date)?;
            let stage = |column: &Column, facts: &Facts| {
                column.kind == ValueKind::Text && facts.is_repeating() && 0.8 <= facts.stages && facts.n_distinct <= 20
            };
            let stage = take(Field::Stage, find(0, &stage));
            let amount = take(Field::Amount, only_money(look));
            if amount.is_none() && stage.is_none() {
                return None;
            }
        }
        Kind::Targets => {
            let is_rep = |_: &Column, facts: &Facts| {
                0.9 <= facts.codes && facts.is_repeating() && 2 <= facts.n_distinct && facts.filled == 1.0
            };
            let rep = find(0, &is_rep).filter(|index| *index < 3)?;
            take(Field::Rep, Some(rep));
            take(Field::Period, date)?;
            take(Field::Amount, only_money(look))?;
        }
        _ => return None,
    }
    has_needed(&mapping).then_some(mapping)
}

/// The column whose cells are ids of the table's own rows: whom they report to.
fn of_own_ids(look: &Look, id: usize) -> Option<usize> {
    let known: std::collections::BTreeSet<String> =
        look.table.columns.get(id)?.counted().map(|(cell, _)| key(cell)).collect();
    let is_manager = |column: &Column, facts: &Facts| {
        facts.is_repeating() && 2 <= facts.n_distinct && 0.5 <= facts.filled
            && facts.most >= 100.0 // small numbers are counts
            && sample(column).iter().all(|(cell, _)| crate::data::values::is_missing(cell) || known.contains(&key(cell)))
    };
    look.columns().find(|(index, column, _, facts)| *index != id && is_manager(column, facts)).map(|(index, ..)| index)
}

fn place(look: &Look) -> Option<usize> {
    look.columns()
        .find(|(_, column, _, facts)| column.kind == ValueKind::Text && 0.6 <= facts.places)
        .map(|(index, ..)| index)
}

/// The one column that can be money: of two, nothing says which is meant.
fn only_money(look: &Look) -> Option<usize> {
    let mut found = look.columns().filter(|(_, column, _, facts)| {
        matches!(column.kind, ValueKind::Number { .. })
            && facts.integers < 0.9
            && 0.0 <= facts.least
            && 100.0 <= facts.most
            && 0.9 <= facts.filled
    });
    match (found.next(), found.next()) {
        (Some((index, ..)), None) => Some(index),
        _ => None,
    }
}
