//! Whether quotas are fair, reachable and told apart from luck: the health card.
//!
//! Of the reps with a quota in some months: how many reach it, whether attainment follows the size of territories, its
//! shape and spread, how much of the spread the luck of deals makes alone, and whether groups differ. Each measure has an
//! interval or a test, what it is held against, and a verdict. Formulas, sources and limits: `docs/methods/quota_health.md`.

mod boxes;
mod card;
mod expected;
mod facts;
mod judge;
mod luck;
mod measures;
mod numbers;
mod relation;
mod settings;
mod verdict;
mod yardstick;

use crate::engine::comp::compare::{RepResult, fairness};
use crate::engine::records::{RepId, RepIndex, join_key};

pub use card::{
    Appeal, HealthCard, HealthKind, HealthMeasure, HealthNote, Interval, Luck, RepHealth, SizeBox, SizePart, Stood,
    Yardstick,
};
pub use luck::{Chance, luck};
pub use settings::{EstimateRange, Expected, HealthInput, HealthSettings, SizeBy};
pub use verdict::{Advice, Missing, Verdict};

pub(super) use numbers::{gini, variance};
pub(super) use relation::correlation;

/// The card. It is a function of its input: permutations and resampling come from the seed.
pub fn health(input: &HealthInput) -> HealthCard {
    let settings = input.settings;
    let facts = facts::facts(input);
    let mut notes = facts.notes.clone();
    let results: Vec<RepResult> = facts.reps.iter().map(|known| known.result.clone()).collect();
    let groups = fairness(&results);
    let index = RepIndex::new(&input.dataset.reps);
    let unlisted: std::collections::BTreeMap<String, usize> = (facts.reps.iter().enumerate())
        .map(|(place, known)| (join_key(&known.health.rep.0), input.dataset.reps.len() + place))
        .collect();
    let place = |rep: &RepId| index.place(rep).or_else(|| unlisted.get(&join_key(&rep.0)).copied());
    let (appeals, n_left_out) = measures::appeals(settings, &facts, place);
    let chances: Vec<Chance> = facts.reps.iter().filter_map(|known| known.chance).collect();
    let foreseen = expected::foreseen(settings, input.calendar);
    let yardsticks = yardstick::Yardsticks::new(&settings.benchmarks);
    if 0 < n_left_out {
        notes.push(HealthNote::EstimatesLeftOut { n: n_left_out });
    }
    if 0 < yardsticks.n_unsound {
        notes.push(HealthNote::UnsoundBenchmarks { n: yardsticks.n_unsound });
    }
    if foreseen.is_err() {
        notes.push(HealthNote::BadExpected);
    }
    let foreseen = foreseen.unwrap_or_default();
    let gathered = measures::Gathered {
        settings,
        facts: &facts,
        attainments: facts.attainments(),
        boxes: boxes::boxes(&facts.pairs(|rep| rep.size)),
        luck: luck(&chances),
        groups: &groups,
        appeals: &appeals,
    };
    let measure = |kind: HealthKind| {
        let yardstick = yardsticks.of(kind).or_else(|| gathered.own_yardstick(kind));
        judge::judged(kind, gathered.found(kind), yardstick, foreseen.of(kind))
    };
    let measures = HealthKind::ALL.map(measure).into();
    let (boxes, luck) = (gathered.boxes.map(|found| found.parts).unwrap_or_default(), gathered.luck);
    HealthCard {
        first: settings.first,
        last: settings.last,
        measures,
        size: facts.size,
        boxes,
        luck,
        coverage_months: facts.coverage_months,
        reps: facts.reps.into_iter().map(|known| known.health).collect(),
        groups,
        appeals,
        notes,
    }
}
