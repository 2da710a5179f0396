//! The sample company: the same for the same seed, believable, and imported without a loss.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::data::{Limits, Severity, guess, import, read_all};
use attain::engine::comp::{ReplayInput, replay};
use attain::engine::records::{Dataset, ForecastCategory, Outcome};
use attain::engine::units::{Calendar, Decimal, Month};
use attain::scenario::{SampleSpec, sample, sample_files, starter_plans};
use chrono::NaiveDate;

fn company(n_reps: u32, seed: u64) -> Dataset {
    sample(SampleSpec { n_reps, seed, today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() })
}

#[test]
fn a_seed_is_a_company() {
    assert_eq!(company(40, 7), company(40, 7));
    assert_ne!(company(40, 7), company(40, 8));
    assert_eq!(company(0, 1).reps.len(), 4);
}

#[test]
fn its_files_import_to_the_same_records() {
    let dataset = company(40, 1);
    let files = sample_files(&dataset);
    let tables: Vec<_> = files
        .iter()
        .map(|(name, text)| read_all(name, text.as_bytes(), Limits::default()).unwrap().remove(0))
        .collect();
    let mappings = guess(&tables);
    let result = import(&tables, &mappings);
    let set_aside: Vec<_> = result.issues.iter().filter(|issue| issue.severity == Severity::SetAside).collect();
    assert!(set_aside.is_empty(), "{set_aside:?}");
    assert!(mappings.iter().all(|mapping| mapping.fields.iter().all(Option::is_some)), "{mappings:#?}");
    assert_eq!(result.dataset.reps, dataset.reps);
    assert_eq!(result.dataset.deals, dataset.deals);
    assert_eq!(result.dataset.accounts, dataset.accounts);
    assert_eq!(result.dataset.products, dataset.products);
    assert_eq!(result.dataset.targets, dataset.targets);
    assert_eq!(result.dataset.leads, dataset.leads);
    assert_eq!(result.dataset.activities, dataset.activities);
    assert_eq!(result.dataset.spend, dataset.spend);
    assert_eq!(result.dataset.credits, dataset.credits);
    assert_eq!(result.dataset.objectives, dataset.objectives);
    let n_open = dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Open).count();
    let n_committed =
        dataset.deals.iter().filter(|deal| deal.forecast_category == Some(ForecastCategory::Commit)).count();
    assert!(3 < n_committed && 4 * n_committed < n_open, "{n_committed} of {n_open}");
    let n_cancelled = dataset.deals.iter().filter(|deal| deal.cancelled.is_some()).count();
    assert!(10 < n_cancelled && 20 < dataset.credits.len() && 50 < dataset.objectives.len());
}

#[test]
fn it_is_believable() {
    let dataset = company(40, 1);
    let count = |outcome| dataset.deals.iter().filter(|deal| deal.outcome == outcome).count();
    let (n_won, n_lost, n_open) = (count(Outcome::Won), count(Outcome::Lost), count(Outcome::Open));
    assert!(1_000 < n_won && n_won < n_lost && 50 < n_open, "{n_won} won, {n_lost} lost, {n_open} open");
    let plan = &starter_plans(&dataset)[0];
    let (first, last) = (Month::new(2025, 1), Month::new(2025, 12));
    let paid = replay(&ReplayInput {
        plan,
        dataset: &dataset,
        calendar: Calendar::default(),
        first,
        last,
        digits: 2,
        currency: "USD",
    });
    let median = paid.totals.median_attainment.unwrap();
    assert!(Decimal::new(75, 2) < median && median < Decimal::new(115, 2), "median attainment {median}");
    assert!(paid.totals.ccos_variable.unwrap() < Decimal::new(25, 2));
    assert!(paid.gaps.iter().all(|gap| !format!("{gap:?}").contains("Without")), "{:?}", paid.gaps);
}
