//! What a team costs on a plan, fast: while somebody drags a point of a curve.

use super::compiled::{CompiledPlan, Forms, MonthlyTerms, WalkState, schedules};
use super::plan::Plan;
use crate::engine::units::{Calendar, Month};

/// A member's months on each component of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TeamMember {
    /// Terms of the components, by their places.
    pub terms: Vec<MonthlyTerms>,
    /// For each component, credit of each month: one list, or one for each part of a blend.
    pub credit: Vec<Vec<Vec<f64>>>,
}

/// Pay of each member over the months from `first` on, not rounded, each component's curve compiled once for distinct
/// terms. Caps on single deals do not bind, as single deals are not known; SPIFFs, draws, clawbacks and holdbacks are
/// not in it.
pub fn team_totals(plan: &Plan, calendar: Calendar, first: Month, n_months: usize, members: &[TeamMember]) -> Vec<f64> {
    let schedules = schedules(plan, calendar, first, n_months);
    let (mut forms, mut state) = (Forms::default(), WalkState::default());
    let mut credit = Vec::new();
    let of_member = |member: &TeamMember| {
        let compiled = CompiledPlan::on(plan, &schedules, n_months, &member.terms, &mut forms);
        credit.clear();
        for component in 0..plan.components.len() {
            let parts = member.credit.get(component).map(Vec::as_slice).unwrap_or_default();
            credit.extend((0..n_months).map(|month| {
                let parts = parts.iter().enumerate();
                let of = parts.map(|(part, months)| {
                    months.get(month).copied().unwrap_or(0.0) * compiled.factor(component, part, month)
                });
                of.sum::<f64>()
            }));
        }
        let mut pay = 0.0;
        compiled.walk(&credit, &mut state, |_, _, due| pay += due);
        pay
    };
    members.iter().map(of_member).collect()
}
