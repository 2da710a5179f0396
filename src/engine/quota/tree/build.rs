//! From people to the tree.

use super::{Ground, Tree};
use crate::engine::quota::plan::QuotaPlan;
use crate::engine::quota::season::SeasonEstimate;
use crate::engine::units::{Decimal, Month};

pub(super) fn tree(ground: &Ground, plan: &QuotaPlan) -> Tree {
    Tree {
        start: plan.start.or(ground.next_year).unwrap_or(Month::new(2026, 1)),
        calendar: ground.calendar,
        nodes: Vec::new(),
        order: Vec::new(),
        findings: Vec::new(),
        history: SeasonEstimate::default(),
        prior: Decimal::ZERO,
    }
}
