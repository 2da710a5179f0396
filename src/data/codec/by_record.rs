//! Layout 1: records one by one, as they were then. Nothing is written so any more; what was stored still opens.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::records::{Account, Activity, Dataset, Deal, Lead, Outcome, Product, Rep, RepId, Spend, Target};
use crate::engine::units::{Decimal, Money, Period};

/// A dataset of that time. Accounts, products, leads, activities and spend are the same to this day.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Former {
    reps: Vec<FormerRep>,
    deals: Vec<FormerDeal>,
    accounts: Vec<Account>,
    products: Vec<Product>,
    targets: Vec<FormerTarget>,
    leads: Vec<Lead>,
    activities: Vec<Activity>,
    spend: Vec<Spend>,
}

#[derive(Debug, Serialize, Deserialize)]
struct FormerRep {
    id: RepId,
    name: String,
    role: String,
    manager: String,
    region: String,
    segment: String,
    hired: Option<NaiveDate>,
    left: Option<NaiveDate>,
    base_salary: Option<Money>,
    target_incentive: Option<Money>,
}

#[derive(Debug, Serialize, Deserialize)]
struct FormerDeal {
    id: String,
    rep: RepId,
    account: String,
    product: String,
    stage: String,
    outcome: Outcome,
    amount: Option<Money>,
    margin: Option<Money>,
    units: Option<Decimal>,
    created: Option<NaiveDate>,
    closed: Option<NaiveDate>,
    segment: String,
    region: String,
    source: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct FormerTarget {
    rep: RepId,
    period: Period,
    amount: Money,
}

/// The dataset of those bytes; `None` if they are damaged.
pub(super) fn dataset(bytes: &[u8]) -> Option<Dataset> {
    postcard::from_bytes::<Former>(bytes).ok().map(Dataset::from)
}

impl From<Former> for Dataset {
    fn from(former: Former) -> Self {
        let Former { reps, deals, accounts, products, targets, leads, activities, spend } = former;
        let targets = targets.into_iter().map(|FormerTarget { rep, period, amount }| Target {
            rep,
            period,
            amount,
            measure: String::new(),
        });
        Self {
            reps: reps.into_iter().map(Rep::from).collect(),
            deals: deals.into_iter().map(Deal::from).collect(),
            accounts,
            products,
            targets: targets.collect(),
            leads,
            activities,
            spend,
            ..Self::default()
        }
    }
}

impl From<FormerRep> for Rep {
    fn from(former: FormerRep) -> Self {
        let FormerRep { id, name, role, manager, region, segment, hired, left, base_salary, target_incentive } = former;
        let currency = String::new();
        Self { id, name, role, manager, region, segment, hired, left, base_salary, target_incentive, currency }
    }
}

impl From<FormerDeal> for Deal {
    fn from(former: FormerDeal) -> Self {
        Self {
            id: former.id,
            rep: former.rep,
            account: former.account,
            product: former.product,
            stage: former.stage,
            outcome: former.outcome,
            amount: former.amount,
            margin: former.margin,
            units: former.units,
            created: former.created,
            closed: former.closed,
            segment: former.segment,
            region: former.region,
            source: former.source,
            ..Self::default()
        }
    }
}

#[cfg(test)]
impl From<Dataset> for Former {
    fn from(now: Dataset) -> Self {
        let rep = |rep: Rep| FormerRep {
            id: rep.id,
            name: rep.name,
            role: rep.role,
            manager: rep.manager,
            region: rep.region,
            segment: rep.segment,
            hired: rep.hired,
            left: rep.left,
            base_salary: rep.base_salary,
            target_incentive: rep.target_incentive,
        };
        let deal = |deal: Deal| FormerDeal {
            id: deal.id,
            rep: deal.rep,
            account: deal.account,
            product: deal.product,
            stage: deal.stage,
            outcome: deal.outcome,
            amount: deal.amount,
            margin: deal.margin,
            units: deal.units,
            created: deal.created,
            closed: deal.closed,
            segment: deal.segment,
            region: deal.region,
            source: deal.source,
        };
        let target = |Target { rep, period, amount, .. }: Target| FormerTarget { rep, period, amount };
        Self {
            reps: now.reps.into_iter().map(rep).collect(),
            deals: now.deals.into_iter().map(deal).collect(),
            accounts: now.accounts,
            products: now.products,
            targets: now.targets.into_iter().map(target).collect(),
            leads: now.leads,
            activities: now.activities,
            spend: now.spend,
        }
    }
}
