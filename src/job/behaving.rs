//! Behaviour as a worker computes it: types of reps from the data, calibration if wanted, then what the plan makes of them.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use super::protocol::ReplaySpec;
use crate::engine::comp::ReplayInput;
use crate::engine::comp::behave::{
    Behaviour, Calibration, N_CALIBRATION_STEPS, N_VARIANTS, Settings, behave_telling, calibrate_telling,
    last_week_share, shortest_window, team_types,
};

/// What the assumptions are calibrated to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// Nothing: they stay as they are.
    #[default]
    Nothing,
    /// The history's own share of deals closed in the last week of windows.
    History,
    /// A share that is stated, a fraction.
    Share(f64),
}

/// What behaviour is told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BehaveSpec {
    /// Plan and history.
    pub replay: ReplaySpec,
    /// The assumptions.
    pub settings: Settings,
    /// Types of reps, by attainment.
    pub n_types: u32,
    /// What they are calibrated to.
    pub aim: Aim,
}

/// What it comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Behaved {
    /// Share of the history's won deals that closed in the last week of a window; `None` without a deal.
    pub history_last_week: Option<f64>,
    /// The calibration, if one was wanted and there was something to calibrate to.
    pub calibration: Option<Calibration>,
    /// The result.
    pub behaviour: Behaviour,
}

/// `None` without a rep with a won deal. `tell` is given the steps that are done, and how many there are.
pub(super) fn behaved(spec: &BehaveSpec, input: &ReplayInput, tell: &dyn Fn(u32, u32)) -> Option<Behaved> {
    let types = team_types(input, spec.n_types);
    if types.is_empty() {
        return None;
    }
    let history_last_week = last_week_share(input, shortest_window(input.plan));
    let wanted = match spec.aim {
        Aim::Nothing => None,
        Aim::History => history_last_week,
        Aim::Share(share) => Some(share),
    };
    let n_all = 1 + N_VARIANTS + wanted.map_or(0, |_| N_CALIBRATION_STEPS);
    let n_done = Cell::new(0);
    let step = || {
        n_done.set(n_done.get() + 1);
        tell(n_done.get(), n_all);
    };
    let calibration = wanted.map(|wanted| calibrate_telling(input.plan, &types, &spec.settings, wanted, &step));
    let settings = calibration.map_or(spec.settings, |calibration| calibration.settings);
    let behaviour = behave_telling(input.plan, &types, &settings, &step);
    Some(Behaved { history_last_week, calibration, behaviour })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use chrono::NaiveDate;

    use super::*;
    use crate::engine::comp::lint::both;
    use crate::engine::comp::templates;
    use crate::engine::units::{Calendar, Decimal, Month};
    use crate::job::{Answer, decode, encode};
    use crate::scenario::{SampleSpec, plan_for, sample};

    #[test]
    fn findings_reach_the_page_as_they_are() {
        let today = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
        let dataset = sample(SampleSpec { n_reps: 12, seed: 7, today });
        let mut plan = plan_for(&dataset, templates::account_executive());
        // Nothing is paid up to the second tier: a fault of the plan, whatever the team did.
        plan.components[0].tiers[0].value = Decimal::ZERO;
        let (first, last) = (Month::new(2025, 1), Month::new(2025, 12));
        let calendar = Calendar::default();
        let input = ReplayInput { plan: &plan, dataset: &dataset, calendar, first, last, digits: 2, currency: "USD" };
        let (alone, team) = both(&input);
        assert!(!alone.is_empty());
        let answer = Answer::Findings { alone, team };
        assert_eq!(decode(&encode(&answer)), Some(answer));
    }

    #[test]
    fn progress_is_told_to_the_end_and_calibration_follows_the_history() {
        let today = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
        let dataset = sample(SampleSpec { n_reps: 4, seed: 7, today });
        let plan = plan_for(&dataset, templates::account_executive());
        let replay = ReplaySpec {
            plan: plan.clone(),
            calendar: Calendar::default(),
            first: Month::new(2025, 1),
            last: Month::new(2025, 12),
            digits: 2,
            currency: "USD".into(),
        };
        let ReplaySpec { calendar, first, last, digits, .. } = replay;
        let input = ReplayInput { plan: &plan, dataset: &dataset, calendar, first, last, digits, currency: "USD" };
        let settings = Settings { is_on: true, n_runs: 10, ..Settings::default() };
        for (aim, n_steps) in [(Aim::Nothing, 17), (Aim::History, 34), (Aim::Share(0.2), 34)] {
            let told = RefCell::new(Vec::new());
            let spec = BehaveSpec { replay: replay.clone(), settings, n_types: 2, aim };
            let found = behaved(&spec, &input, &|done, all| told.borrow_mut().push((done, all))).unwrap();
            // Every step is told once, and the last says that all are done.
            let expected: Vec<(u32, u32)> = (1..=n_steps).map(|done| (done, n_steps)).collect();
            assert_eq!(*told.borrow(), expected, "{aim:?}");
            let wanted = match aim {
                Aim::Nothing => None,
                Aim::History => found.history_last_week,
                Aim::Share(share) => Some(share),
            };
            assert_eq!(found.calibration.map(|calibration| calibration.wanted), wanted);
            assert_eq!(found.behaviour.types.len(), 2);
            // The page gets what the worker found, bit by bit.
            let answer = Answer::Behaved(Some(Box::new(found)));
            assert_eq!(decode(&encode(&answer)), Some(answer));
        }
    }
}
