//! What crediting had to leave out.

use std::collections::BTreeMap;

use super::book::{Book, Named};
use super::rates::code;
use crate::engine::comp::plan::{CreditFrom, Measure, Plan};
use crate::engine::comp::statement::{Gap, NamedIn};
use crate::engine::records::Outcome;
use crate::engine::units::{Money, Month};

/// Gaps of crediting for plans over the months from `first` to `last`.
pub(in crate::engine::comp) fn gaps(book: &Book<'_>, plans: &[&Plan], first: Month, last: Month) -> Vec<Gap> {
    let mut gaps = missing_rates(book, first, last);
    let faults = &book.faults;
    if 0 < faults.unknown_deals.n {
        let Named { n, names } = faults.unknown_deals.clone();
        gaps.push(Gap::CreditsOfUnknownDeals { n_credits: n, deals: names });
    }
    let measures = |measure| uses(plans, |counted, _| counted == measure);
    let unknown = [
        (NamedIn::Credits, &faults.credits, true),
        (NamedIn::Absences, &faults.absences, true),
        (NamedIn::Objectives, &faults.objectives, measures(Measure::Scorecard)),
        (NamedIn::Activities, &faults.activities, measures(Measure::Activities)),
    ];
    for (named_in, Named { n, names }, matters) in unknown {
        if matters && 0 < *n {
            gaps.push(Gap::UnknownReps { named_in, n_records: *n, names: names.clone() });
        }
    }
    if uses(plans, |_, from| from == CreditFrom::Team) {
        let Named { n, names } = faults.managers.clone();
        if 0 < n {
            gaps.push(Gap::UnknownManagers { n_reps: n, names });
        }
        let ring = &book.hierarchy.in_ring;
        if !ring.is_empty() {
            let mut named = Named::default();
            for (id, rep) in ring.iter().filter_map(|place| book.people().get(*place as usize)) {
                named.add(rep.map_or(&id.0, |rep| &rep.name));
            }
            gaps.push(Gap::ManagerRing { n_reps: named.n, names: named.names });
        }
    }
    gaps
}

/// Whether a component, part or SPIFF counts so.
fn uses(plans: &[&Plan], is: impl Fn(Measure, CreditFrom) -> bool) -> bool {
    plans.iter().any(|plan| {
        plan.spiffs.iter().any(|spiff| is(spiff.measure, spiff.credit_from))
            || plan.components.iter().any(|component| {
                let from = component.credit_from;
                if component.parts.is_empty() {
                    is(component.measure, from)
                } else {
                    component.parts.iter().any(|part| is(part.measure, from))
                }
            })
    })
}

/// Won deals in currencies without a rate on their day, by currency.
fn missing_rates(book: &Book<'_>, first: Month, last: Month) -> Vec<Gap> {
    let mut missing: BTreeMap<String, (u32, Money)> = BTreeMap::new();
    for deal in book.dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won && !deal.currency.is_empty()) {
        let Some(day) = deal.closed.filter(|day| first <= Month::of(*day) && Month::of(*day) <= last) else { continue };
        if book.rate(&deal.currency, day).is_none() {
            let (n, amount) = missing.entry(code(&deal.currency)).or_default();
            *n += 1;
            *amount += deal.amount.unwrap_or_default();
        }
    }
    let gap = |(currency, (n_deals, amount))| Gap::DealsWithoutRate { currency, n_deals, amount };
    missing.into_iter().map(gap).collect()
}
