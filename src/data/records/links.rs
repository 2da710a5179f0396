//! Names that one file uses and another should hold.

use std::collections::{BTreeMap, BTreeSet};

use super::Import;
use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::join::{Known, key, nearest};
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::Table;
use crate::data::values::is_blank;
use crate::engine::records::{Dataset, Rep, RepId};

/// Warns, once a name, of reps, accounts and products that deals and targets name and no list has; only where there is a list.
pub(super) fn check(import: &mut Import, tables: &[Table], mappings: &[Mapping]) {
    let dataset = &import.dataset;
    let known = |pairs: Vec<(&str, &str)>| -> BTreeMap<String, String> {
        let mut known = BTreeMap::new();
        for (id, name) in pairs {
            known.insert(key(id), id.to_owned());
            known.entry(key(name)).or_insert_with(|| name.to_owned());
        }
        known
    };
    let lists = [
        (Field::Rep, known(dataset.reps.iter().map(|rep| (rep.id.0.as_str(), rep.name.as_str())).collect())),
        (
            Field::Account,
            known(dataset.accounts.iter().map(|account| (account.id.as_str(), account.name.as_str())).collect()),
        ),
        (
            Field::Product,
            known(dataset.products.iter().map(|product| (product.id.as_str(), product.name.as_str())).collect()),
        ),
    ];
    let mut issues = Vec::new();
    for table in tables {
        let Some(mapping) = mappings.iter().find(|mapping| mapping.file == table.file) else { continue };
        if !matches!(mapping.kind, Kind::Deals | Kind::Targets) {
            continue;
        }
        for (field, known) in &lists {
            let column = mapping.column_of(*field).and_then(|index| table.columns.get(index));
            let Some(column) = column.filter(|_| !known.is_empty()) else { continue };
            // name → (as written, first line, rows)
            let mut unmatched: BTreeMap<String, (&str, u64, u32)> = BTreeMap::new();
            for (row, cell) in column.cells().enumerate() {
                let key = key(cell);
                if !is_blank(cell) && !known.contains_key(&key) {
                    unmatched.entry(key).or_insert((cell, table.line(row), 0)).2 += 1;
                }
            }
            if unmatched.is_empty() {
                continue;
            }
            let near = Known::new(known.values().map(String::as_str));
            issues.extend(unmatched.into_values().map(|(cell, row, n_rows)| Issue {
                file: table.file.clone(),
                row,
                column: Some(column.header.clone()),
                value: cell.chars().take(60).collect(),
                kind: IssueKind::Unmatched { field: *field, near: nearest(cell, &near).map(|near| near.name), n_rows },
                severity: Severity::Warning,
            }));
        }
    }
    import.issues.extend(issues);
}

/// Keys of the reps whom deals and targets name.
pub(super) fn named_by_deals(dataset: &Dataset) -> BTreeSet<String> {
    let deals = dataset.deals.iter().map(|deal| &deal.rep);
    deals.chain(dataset.targets.iter().map(|target| &target.rep)).map(|rep| key(&rep.0)).collect()
}

/// Takes back what [`complete`] did for records that are gone: reps of whom nothing but the name is known, whom deals or
/// targets `named` before, and whom no record names any more. A list may hold bare names too: they stay.
pub(super) fn forget_completed(dataset: &mut Dataset, named: &BTreeSet<String>) {
    let mut still = named_by_deals(dataset);
    still.extend(dataset.accounts.iter().map(|account| key(&account.owner.0)));
    still.extend(dataset.leads.iter().map(|lead| key(&lead.owner.0)));
    still.extend(dataset.activities.iter().map(|activity| key(&activity.rep.0)));
    still.extend(dataset.reps.iter().map(|rep| key(&rep.manager)));
    dataset.reps.retain(|rep| {
        let key = key(&rep.id.0);
        *rep != self::named(&rep.id) || !named.contains(&key) || still.contains(&key)
    });
}

fn named(id: &RepId) -> Rep {
    Rep { id: id.clone(), name: id.0.clone(), ..Rep::default() }
}

/// Makes a rep of everyone whom deals or targets name and no list has, in the order in which they appear: who sells is on
/// the team.
pub(super) fn complete(dataset: &mut Dataset) {
    let mut known: BTreeSet<String> = dataset.reps.iter().flat_map(|rep| [key(&rep.id.0), key(&rep.name)]).collect();
    let all = dataset.deals.iter().map(|deal| &deal.rep).chain(dataset.targets.iter().map(|target| &target.rep));
    let mut missing = Vec::new();
    for id in all {
        if !id.0.is_empty() && known.insert(key(&id.0)) {
            missing.push(named(id));
        }
    }
    dataset.reps.extend(missing);
}
