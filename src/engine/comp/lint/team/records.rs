//! What the plan asks of records that are not there, and deals that are credited many times over.

use std::collections::BTreeMap;

use crate::engine::comp::exact::{divided, plus};
use crate::engine::comp::lint::finding::{Field, Finding, Place, Rule, Severity};
use crate::engine::comp::lint::shape::rounded;
use crate::engine::comp::statement::ReplayInput;
use crate::engine::records::join_key;
use crate::engine::units::Decimal;

/// Twice: the seller and one more in full. More people than that for one sale cost more than the sale is meant to.
const CREDIT_MOST: Decimal = Decimal::TWO;

pub(super) fn check(input: &ReplayInput) -> Vec<Finding> {
    let mut found = Vec::new();
    let has_cancelled = input.dataset.deals.iter().any(|deal| deal.cancelled.is_some());
    if input.plan.clawback.is_some() && !has_cancelled {
        found.push(Finding::new(Severity::Warning, Place::plan(Field::Clawback), Rule::NoCancellations));
    }
    let mut shares: BTreeMap<String, (&str, Decimal)> = BTreeMap::new();
    for credit in &input.dataset.credits {
        let sum = &mut shares.entry(join_key(&credit.deal)).or_insert((&credit.deal, Decimal::ZERO)).1;
        *sum = plus(*sum, credit.share);
    }
    let n_over = shares.values().filter(|(_, sum)| Decimal::ONE < *sum).count();
    let most = shares.values().reduce(|most, next| if most.1 < next.1 { next } else { most });
    if let Some((deal, most)) = most.filter(|(_, most)| CREDIT_MOST < *most) {
        let share = rounded(divided(Decimal::from(n_over), Decimal::from(shares.len())));
        let rule = Rule::OverCredited { deal: (*deal).to_owned(), most: most.normalize(), share };
        found.push(Finding::new(Severity::Warning, Place::plan(Field::Whole), rule));
    }
    found
}
