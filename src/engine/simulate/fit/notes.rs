//! What a reader of a fitted model should know.

use serde::{Deserialize, Serialize};

use crate::engine::comp::{CreditFrom, Plan, ProrateBy, Reward};
use crate::engine::simulate::flows::counted;
use crate::engine::simulate::{Cancellations, Counted};

/// Something that was missing in the history, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FitNote {
    /// Reps without a won deal in the history have the team's parameters.
    NoHistory {
        /// How many.
        n_reps: u32,
    },
    /// Reps with less than a year of history lie between their own figures and the team's.
    ShortHistory {
        /// How many.
        n_reps: u32,
    },
    /// Reps without a target have the plan's quota.
    QuotaOfPlan {
        /// How many.
        n_reps: u32,
    },
    /// Reps without any quota: their mean credit stands in, and what is paid by attainment pays nothing.
    NoQuota {
        /// How many.
        n_reps: u32,
    },
    /// Reps without a target of the plan year have their latest one.
    QuotaOfPast {
        /// How many.
        n_reps: u32,
    },
    /// Reps without a target incentive of their own or of the plan: what is paid by it pays nothing.
    NoTargetIncentive {
        /// How many.
        n_reps: u32,
    },
    /// Reps who left before the plan year are not simulated; the team's figures include them.
    Left {
        /// How many.
        n_reps: u32,
    },
    /// Won deals of the history without rep, closing day or measure are not used.
    DealsLeftOut {
        /// How many.
        n_deals: u32,
    },
    /// Listed reps with neither a target nor a won deal in the history, where others have targets, are not simulated:
    /// managers and assistants, mostly. The team's figures do not include them.
    NotSelling {
        /// How many.
        n_reps: u32,
    },
    /// Components of the plan that pay on another measure than the model's, or on some deals alone: their credit is taken
    /// in proportion to it.
    OtherMeasure {
        /// How many.
        n_components: u32,
    },
    /// Components that count activities or objectives have the mean of the history in every month.
    Steady {
        /// How many.
        n_components: u32,
    },
    /// Caps on single deals do not bind, as deals are not simulated one by one.
    DealCaps {
        /// In how many components.
        n_components: u32,
    },
    /// Prizes of contests are costed in equal parts for all, whoever wins, and without the least credit they ask for.
    Contests {
        /// How many.
        n_spiffs: u32,
    },
    /// A draw for new hires is not simulated, as nobody joins.
    DrawForNewHires,
    /// Ramps, part months and the seasons of the plan's quota are not simulated.
    PartYears,
    /// Clawback and holdback take the share of credit that was cancelled in the history, of every rep and month alike.
    Cancelled {
        /// That share, in hundredths of a percent.
        share: u32,
    },
    /// Too little history for seasons: fewer than 24 months.
    NoSeason,
}

/// What of the plan is simulated otherwise than it is paid.
pub(super) fn of_plan(plan: &Plan, cancellations: &Cancellations) -> Vec<FitNote> {
    let mut notes = Vec::new();
    let mut note = |n: u32, note: fn(u32) -> FitNote| {
        if n != 0 {
            notes.push(note(n));
        }
    };
    note(n_components(plan, |what| !what.measure.is_of_deals()), |n_components| FitNote::Steady { n_components });
    let has_deal_cap = plan.components.iter().filter(|component| component.deal_cap().is_some());
    note(has_deal_cap.count() as u32, |n_components| FitNote::DealCaps { n_components });
    let contests = plan.spiffs.iter().filter(|spiff| matches!(spiff.reward, Reward::Contest { .. }));
    note(contests.count() as u32, |n_spiffs| FitNote::Contests { n_spiffs });
    if plan.draw.as_ref().is_some_and(|draw| draw.is_for_new_hires) {
        notes.push(FitNote::DrawForNewHires);
    }
    let proration = &plan.proration;
    if proration.by != ProrateBy::Nothing || !proration.ramp.is_empty() || !proration.seasons.is_empty() {
        notes.push(FitNote::PartYears);
    }
    if plan.clawback.is_some() || plan.holdback.is_some() {
        let share: f64 = cancellations.share.iter().sum();
        notes.push(FitNote::Cancelled { share: (share * 10_000.0 + 0.5) as u32 });
    }
    notes
}

/// Components of which some part counts that.
pub(super) fn n_components(plan: &Plan, is_so: impl Fn(&Counted) -> bool) -> u32 {
    let counts = plan.components.iter().filter(|component| counted(component).iter().any(|(what, _)| is_so(what)));
    counts.count() as u32
}

impl Plan {
    /// Whether anything in it counts the credit of a team or the company.
    pub(super) fn counts_teams(&self) -> bool {
        let of_components = self.components.iter().map(|component| component.credit_from);
        of_components.chain(self.spiffs.iter().map(|spiff| spiff.credit_from)).any(|from| from != CreditFrom::Own)
    }
}
