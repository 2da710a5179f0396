//! Whether quotas are fair, reachable and told apart from luck: the health card.
//!
//! Of the reps with a quota in some months: how many reach it, whether attainment follows the size of territories, its
//! shape and spread, how much of the spread the luck of deals makes alone, and whether groups differ. Each measure has an
//! interval or a test, what it is held against, and a verdict. Formulas, sources and limits: `docs/methods/quota_health.md`.

mod card;
mod settings;

pub use card::{
    Advice, Appeal, HealthCard, HealthKind, HealthMeasure, HealthNote, Interval, Luck, Missing, RepHealth, SizeBox,
    SizePart, Stood, Verdict, Yardstick,
};
pub use settings::{EstimateRange, Expected, HealthInput, HealthSettings, SizeBy};

/// The card.
pub fn health(input: &HealthInput) -> HealthCard {
    HealthCard {
        first: input.settings.first,
        last: input.settings.last,
        measures: Vec::new(),
        reps: Vec::new(),
        size: input.settings.size,
        boxes: Vec::new(),
        luck: None,
        groups: Vec::new(),
        appeals: Vec::new(),
        coverage_months: None,
        notes: Vec::new(),
    }
}
