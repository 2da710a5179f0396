//! What a worker is told of quotas: what they are spread on, and those that stand in the place of the data's targets.

use serde::{Deserialize, Serialize};

use crate::engine::quota::plan::QuotaPlan;
use crate::engine::quota::tree::{Ground, Tree, spread, targets};
use crate::engine::records::{Dataset, Target, join_key};
use crate::engine::units::Calendar;

/// Quotas that are used, and what they are made on besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuotasSpec {
    /// The plans.
    pub plans: Vec<QuotaPlan>,
    /// The fiscal year.
    pub calendar: Calendar,
    /// ISO code of the scenario's currency.
    pub currency: String,
}

impl QuotasSpec {
    /// The data's targets with the plans' in the place of those of the same reps, months and measure.
    pub(super) fn targets(&self, dataset: &Dataset) -> Vec<Target> {
        let ground = Ground::of(dataset, self.calendar, &self.currency);
        let mut all = dataset.targets.clone();
        for plan in &self.plans {
            let tree = Tree::new(&ground, plan);
            let fresh = targets(&tree, plan, &spread(&tree, plan));
            all.retain(|old| !fresh.iter().any(|new| is_same(old, new)));
            all.extend(fresh);
        }
        all
    }
}

fn is_same(old: &Target, new: &Target) -> bool {
    old.measure == new.measure
        && (old.period.contains(new.period.start) || new.period.contains(old.period.start))
        && join_key(&old.rep.0) == join_key(&new.rep.0)
}
