//! Pipeline: survival curves beside a reference, planted chances found again, laws, and ranges held against companies whose
//! truth is known.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use attain::engine::pipeline::{
    PipelineAsked, PipelineForecast, PipelineReport, PipelineRuns, PipelineTally, PipelineVariant, Step, View, as_of,
    forecast, pipeline_variants, prepare_pipeline, run_pipeline,
};
use attain::engine::records::{Deal, Outcome, RepId};
use attain::engine::units::Month;

#[path = "pipeline/categories.rs"]
mod categories;
#[path = "pipeline/charts.rs"]
mod charts;
#[path = "pipeline/company.rs"]
mod company;
#[path = "pipeline/coverage.rs"]
mod coverage;
#[path = "pipeline/edges.rs"]
mod edges;
#[path = "pipeline/flows.rs"]
mod flows;
#[path = "pipeline/laws.rs"]
mod laws;
#[path = "pipeline/maven.rs"]
mod maven;
mod pictures;
#[path = "pipeline/planted.rs"]
mod planted;
#[path = "pipeline/survival.rs"]
mod survival;

/// Three months, monthly steps unless said otherwise.
fn asked(n_months: u32) -> PipelineAsked {
    PipelineAsked { n_months, step: Some(Step::Month), digits: 2, target: None }
}

fn made(view: &View, asked: &PipelineAsked) -> PipelineForecast {
    forecast(view, asked).unwrap()
}

/// The report of so many runs.
fn report(found: &PipelineForecast, n_runs: u32, drivers: bool) -> PipelineReport {
    let runs = PipelineRuns { n_runs, seed: 1, drivers };
    let tallies: Vec<(PipelineVariant, PipelineTally)> = pipeline_variants(&runs)
        .into_iter()
        .map(|(variant, n)| (variant, run_pipeline(&prepare_pipeline(&found.input, variant), 1, 0..n)))
        .collect();
    let lent: Vec<_> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
    PipelineReport::of(&found.input, &lent)
}
