//! The messages about pipelines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::apart::{Apart, Sealed};
use crate::engine::pipeline::{
    CategoryRow, Conversion, GroupBy, Linearity, PipelineBacktestRow, PipelineError, PipelineNote, PipelineReport,
    PipelineVariant, Ranges, StageFactor, StageProbabilities, StageShare, Waterfall,
};
use crate::engine::units::{Calendar, Month};

/// What a worker is asked about a pipeline. `pipeline` names an input by its fingerprint and target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PipelineAsk {
    /// Keep the deals of this dataset (bulk): an earlier export.
    KeepExport {
        /// Its fingerprint.
        export: String,
    },
    /// What the deals say of the months to come.
    Forecast {
        /// The data.
        data: String,
        /// The rest.
        spec: PipelineSpec,
    },
    /// What stated probabilities of stages come to.
    Stated {
        /// The data.
        data: String,
        /// The rest.
        spec: PipelineSpec,
        /// The probabilities.
        stated: StageProbabilities,
    },
    /// Keep this input, with a target.
    Keep {
        /// Its name, [`PipelineFound::name`].
        pipeline: String,
        /// The input, as it was found.
        input: Sealed,
        /// Amount that the horizon's total is held against.
        target: Option<f64>,
    },
    /// Some runs; the tally comes back as bulk.
    Run {
        /// The input.
        pipeline: String,
        /// What is moved.
        variant: PipelineVariant,
        /// Seed.
        seed: u64,
        /// First run.
        from: u32,
        /// One past the last run.
        to: u32,
    },
    /// Merge a tally (bulk) into the job's, and report on all of them if asked.
    Gather {
        /// The input.
        pipeline: String,
        /// The job; another number begins anew.
        job: u32,
        /// What was moved.
        variant: PipelineVariant,
        /// Whether a report is wanted.
        report: bool,
    },
    /// The forecasts at the end of a past month, with what came.
    Origin {
        /// The data.
        data: String,
        /// The rest.
        spec: PipelineSpec,
        /// Runs of each forecast.
        n_runs: u32,
        /// Seed.
        seed: u64,
        /// The month.
        origin: Month,
    },
}

/// What a pipeline is looked up with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineSpec {
    /// Last day that is known; the data's if none.
    pub as_of: Option<NaiveDate>,
    /// Months of the forecast.
    pub n_months: u32,
    /// ISO code of the scenario's currency.
    pub currency: String,
    /// Decimal places of the currency.
    pub digits: u32,
    /// The fiscal year.
    pub calendar: Calendar,
    /// Earlier exports by day, under their fingerprints.
    pub exports: Vec<(NaiveDate, String)>,
}

/// What a worker answers about a pipeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PipelineAnswer {
    /// What the deals say, or why nothing.
    Forecast(Apart<Result<PipelineFound, PipelineError>>),
    /// What stated probabilities come to.
    Stated(Apart<PipelineStated>),
    /// What was gathered.
    Gathered {
        /// Runs in it, of the forecast and all that is moved.
        n_runs: u32,
        /// The report, if asked for.
        report: Option<Apart<PipelineReport>>,
    },
    /// The forecasts of a past month; empty where there is none.
    Origin(Apart<Vec<PipelineBacktestRow>>),
}

/// What the deals say of the months to come, but for the runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineFound {
    /// Last day that is known.
    pub day: NaiveDate,
    /// Day of the data itself: exports that are not earlier do not count.
    pub data_day: NaiveDate,
    /// What the runs depend on, without a target: a [`crate::engine::pipeline::PipelineInput`]. The page only passes it on; it
    /// grows with the open deals.
    pub input: Sealed,
    /// Its fingerprint.
    pub fingerprint: String,
    /// First month of the forecast.
    pub first: Month,
    /// How many months.
    pub n_months: u32,
    /// How many deals are open.
    pub n_open: u32,
    /// Their amounts, in the scenario's currency.
    pub open_amount: f64,
    /// Deals to come, each month.
    pub fresh_rate: f64,
    /// What a reader should know.
    pub notes: Vec<PipelineNote>,
    /// Stages of open deals, with how many stand in each.
    pub open_stages: Vec<(String, u32)>,
    /// What stages were worth in earlier exports.
    pub stages: Vec<StageFactor>,
    /// The same by stage and age.
    pub stage_shares: Vec<StageShare>,
    /// How many deals are won: all of them, and by each column.
    pub conversions: Vec<(GroupBy, Vec<Conversion>)>,
    /// The current quarter beside past ones.
    pub linearity: Option<Linearity>,
    /// The mean of the last months.
    pub run_rate: Ranges,
    /// From each export to the next: of all open deals, and of those due in the first one's quarter.
    pub waterfalls: Vec<Waterfall>,
    /// Past months that can be forecast anew.
    pub origins: Vec<Month>,
}

impl PipelineFound {
    /// What its input is called with that target.
    pub fn name(&self, target: Option<f64>) -> String {
        target.map_or_else(|| self.fingerprint.clone(), |target| format!("{} {:x}", self.fingerprint, target.to_bits()))
    }
}

/// What stated probabilities of stages come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineStated {
    /// Stages times probabilities.
    pub weighted: Ranges,
    /// What forecasters' words were worth in earlier exports.
    pub categories: Vec<CategoryRow>,
}

impl PipelineAsk {
    /// The data that must be at hand.
    pub(super) fn data(&self) -> Option<&str> {
        match self {
            Self::Forecast { data, .. } | Self::Stated { data, .. } | Self::Origin { data, .. } => Some(data),
            Self::KeepExport { .. } | Self::Keep { .. } | Self::Run { .. } | Self::Gather { .. } => None,
        }
    }
}
