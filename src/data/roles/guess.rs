//! The guess: for each table the kind and the meanings that suit its columns best.

use super::bare;
use super::late;
use super::linked;
use super::suits::{Look, suits};
use super::words::{Likeness, is_hinted, likeness, weight};
use super::{Field, Kind, Mapping};
use crate::data::table::Table;
use crate::data::values::ValueKind;

/// How well a column must suit a field that came later.
const LEAST_LATE: f64 = 0.8;

/// Guesses every table's mapping: each by itself, then by what the others hold.
pub fn guess(tables: &[Table]) -> Vec<Mapping> {
    let looks: Vec<Look> = tables.iter().map(Look::new).collect();
    let mut mappings: Vec<Mapping> = looks.iter().map(guess_one).collect();
    linked::refine(&looks, &mut mappings);
    mappings
}

fn guess_one(look: &Look) -> Mapping {
    if look.is_bare() {
        return bare::guess(look).unwrap_or_else(|| unknown(look.table));
    }
    let key = look.key;
    let mut fits: Vec<(f64, Mapping)> = Kind::ALL
        .into_iter()
        .filter(|kind| !kind.is_late())
        .map(|kind| {
            let (score, mapping) = fitted(look, kind);
            let keyed = match key {
                Some(keyed) if keyed == kind => 1.5,
                Some(Kind::Unknown) => -3.0, // contacts, and other lists that are none of ours
                Some(_) => -1.0,
                None => 0.0,
            };
            (if score <= 0.0 { 0.0 } else { (score + keyed).max(0.0) }, mapping)
        })
        .collect();
    fits.sort_by(|a, b| b.0.total_cmp(&a.0)); // stable: earlier kinds win ties
    let is_one = fits.first().is_some_and(|(best, _)| 1.5 <= *best);
    if let Some(mapping) = late::guess(look, is_one) {
        return mapping;
    }
    let second = fits.get(1).map_or(0.0, |fit| fit.0);
    match fits.into_iter().next() {
        Some((best, mapping)) if 1.5 <= best => {
            Mapping { certainty: round((1.0 - second / best).clamp(0.05, 1.0)), ..mapping }
        }
        _ => unknown(look.table),
    }
}

/// A mapping of no kind, in which no column means anything.
pub(super) fn unknown(table: &Table) -> Mapping {
    empty(table, Kind::Unknown)
}

/// A mapping in which no column means anything yet.
pub(super) fn empty(table: &Table, kind: Kind) -> Mapping {
    Mapping {
        file: table.file.clone(),
        kind,
        fields: vec![None; table.columns.len()],
        sure: vec![0.0; table.columns.len()],
        factors: table.factors.clone(),
        choice: table.choice.clone(),
        headers: table.header_fingerprint(),
        ..Mapping::default()
    }
}

/// The mapping for one kind, whatever the table is.
pub(super) fn fitted_to(table: &Table, kind: Kind) -> Mapping {
    let look = Look::new(table);
    if look.is_bare() {
        return bare::fitted(&look, kind).unwrap_or_else(|| empty(table, kind));
    }
    fitted(&look, kind).1
}

/// How well the table fits a kind, with the best mapping: each field takes the column that suits it most.
pub(super) fn fitted(look: &Look, kind: Kind) -> (f64, Mapping) {
    let mut pairs: Vec<(Likeness, usize, usize, Field)> = Vec::new();
    for (place, field) in kind.fields().iter().enumerate() {
        for (index, column, head, facts) in look.columns() {
            let suits = suits(kind, *field, column, head, facts);
            let least = if field.is_late(kind) { LEAST_LATE } else { 0.0 };
            if least < suits.value {
                pairs.push((suits, place, index, *field));
            }
        }
    }
    pairs.sort_by(|a, b| {
        let by_value = b.0.value.total_cmp(&a.0.value).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2));
        a.3.is_late(kind).cmp(&b.3.is_late(kind)).then(by_value)
    });
    let mut mapping = empty(look.table, kind);
    let (mut score, mut telling) = (0.0, Vec::new());
    for (suits, _, index, field) in &pairs {
        if mapping.fields.contains(&Some(*field)) {
            continue;
        }
        if let Some(place) = mapping.fields.get_mut(*index)
            && place.is_none()
        {
            *place = Some(*field);
            if field.is_late(kind) {
                continue;
            }
            score += suits.value * weight(kind, *field);
            telling.extend(suits.is_telling.then_some(*field));
        }
    }
    for (suits, _, index, field) in &pairs {
        let is_taken = mapping.fields.get(*index).copied().flatten() == Some(*field);
        if let Some(sure) = mapping.sure.get_mut(*index).filter(|_| is_taken) {
            let has_rival = is_essential(*field)
                && pairs.iter().any(|(other, _, at, of)| {
                    of == field
                        && at != index
                        && 0.95 * suits.value <= other.value
                        && mapping.fields.get(*at).copied().flatten().is_none()
                });
            *sure = round(if has_rival { 0.6 * suits.value } else { suits.value });
        }
    }
    drop_shares(look, &mut mapping);
    let is_hinted = is_hinted(kind, &look.table.file);
    let is_one = has_needed(&mapping) && tells(look, &mapping, &telling, is_hinted);
    (if is_one { score + if is_hinted { 0.5 } else { 0.0 } } else { 0.0 }, mapping)
}

/// Fields of which a wrong one would spoil results.
pub(super) const fn is_essential(field: Field) -> bool {
    matches!(
        field,
        Field::Amount
            | Field::Closed
            | Field::Rep
            | Field::Stage
            | Field::Outcome
            | Field::Period
            | Field::Day
            | Field::Name
    )
}

/// A margin in percent is no amount of money.
fn drop_shares(look: &Look, mapping: &mut Mapping) {
    let (Some(margin), Some(amount)) = (mapping.column_of(Field::Margin), mapping.column_of(Field::Amount)) else {
        return;
    };
    let (Some(margin_facts), Some(amount_facts)) = (look.facts.get(margin), look.facts.get(amount)) else { return };
    if margin_facts.most <= 100.0 && 5.0 * margin_facts.most < amount_facts.most {
        mapping.set(margin, None, 0.0);
    }
}

/// Whether the fields are there without which the table holds no records of the kind.
pub(super) fn has_needed(mapping: &Mapping) -> bool {
    use Field as F;
    let has = |field| mapping.column_of(field).is_some();
    mapping.kind.required().iter().all(|field| has(*field))
        && match mapping.kind {
            Kind::Reps | Kind::Accounts | Kind::Products => has(F::Name) || has(F::Id),
            // A sale is somebody's: sums by day or region are none.
            Kind::Deals => {
                let is_one = has(F::Id) || has(F::Rep) || has(F::Account) || has(F::Stage) || has(F::Outcome);
                is_one
                    && (has(F::Amount) || has(F::Stage) || has(F::Outcome) || (has(F::Id) && has(F::Closed)))
                    && (has(F::Amount) || has(F::Closed) || has(F::Created))
            }
            Kind::Unknown => false,
            _ => true,
        }
}

/// Whether something says that the table is of that kind, and of no other that has such columns too.
fn tells(look: &Look, mapping: &Mapping, telling: &[Field], is_hinted: bool) -> bool {
    use Field as F;
    let has = |field| mapping.column_of(field).is_some();
    let told = |field| telling.contains(&field);
    let n = mapping.fields.iter().flatten().filter(|field| !field.is_late(mapping.kind)).count();
    let is_keyed = look.key == Some(mapping.kind);
    match mapping.kind {
        Kind::Reps => {
            let own = [F::Manager, F::Hired, F::Left, F::BaseSalary, F::TargetIncentive].into_iter().any(told);
            (is_hinted || is_keyed || told(F::Name) || told(F::Id) || own || (has(F::Region) && says_person(look)))
                && (own
                    || has(F::Role)
                    || has(F::Region)
                    || has(F::Segment)
                    || (has(F::Name) && (is_hinted || is_keyed)))
                && (has(F::Name) || (n >= 2 && (is_hinted || is_keyed)))
        }
        Kind::Accounts => {
            let is_named = has(F::Name) && (told(F::Name) || is_hinted || is_keyed);
            is_hinted && has(F::Name)
                || is_named && 2 <= n && !is_of_sales(look, mapping)
                || is_keyed && 2 <= n
                || is_hinted && 2 <= n
        }
        Kind::Products => {
            (is_hinted || is_keyed || told(F::Name) || told(F::Id) || told(F::Price))
                && (has(F::Price) || has(F::Family) || (has(F::Name) && has(F::Id)))
        }
        Kind::Targets => {
            has(F::Rep) && (told(F::Amount) || is_hinted || told(F::Rep) && is_made_long(look))
                || told(F::Amount)
                || is_hinted
        }
        Kind::Leads => {
            (is_hinted || is_keyed || says(look, &["lead", "leads", "prospect", "leada", "piste", "prospecto"]))
                && 2 <= n
        }
        Kind::Activities => (told(F::Activity) || is_hinted || is_keyed) && (has(F::Rep) || has(F::Activity)),
        Kind::Spend => (told(F::Amount) && (has(F::Channel) || is_hinted)) || (is_hinted && has(F::Channel)),
        Kind::Deals => n >= 3 || (told(F::Id) && 2 <= n) || (is_hinted && 2 <= n),
        kind if kind.is_late() => late::tells(kind, telling, is_hinted),
        _ => false,
    }
}

fn is_made_long(look: &Look) -> bool {
    !look.table.unpivoted.is_empty()
}

fn says(look: &Look, words: &[&str]) -> bool {
    look.heads.iter().any(|head| head.says(words))
}

fn says_person(look: &Look) -> bool {
    says(look, &["person", "osoba", "personne", "persona", "pessoa"])
}

/// Whether the rows look like sales of an account and not like the account itself.
fn is_of_sales(look: &Look, mapping: &Mapping) -> bool {
    let own =
        [Field::Industry, Field::Employees, Field::Rep].into_iter().any(|field| mapping.column_of(field).is_some());
    !own && look.columns().any(|(index, column, head, _)| {
        matches!(column.kind, ValueKind::Number { .. })
            && mapping.fields.get(index).copied().flatten() != Some(Field::Id)
            && 0.8 <= likeness(Kind::Deals, Field::Amount, head).value
    })
}

/// Two digits are enough for a certainty.
pub(super) fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
