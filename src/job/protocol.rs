//! The messages of the simulation worker. A message is postcard bytes; bulk (datasets, tallies, files) travels beside it
//! as bytes of its own, so that nobody decodes what he only passes on.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::apart::Apart;
use super::behaving::{BehaveSpec, Behaved};
use super::capacity::{CapacityAnswer, CapacityAsk};
use super::comparing::{Piece, Pieced, SideSpec};
use super::estimating::{BacktestSpec, EstimateSpec};
use super::forecasting::{ForecastAnswer, ForecastAsk};
use super::health::HealthSpec;
use super::import_report::ImportReport;
use super::pipeline_messages::{PipelineAnswer, PipelineAsk};
use super::quotas::QuotasSpec;
use super::refusal::Refusal;
use super::solving::{SolveReport, SolveSpec};
use crate::engine::comp::lint::Finding;
use crate::engine::comp::solve::SolveError;
use crate::engine::comp::{Explanation, PayoutExplanation, Plan, Replay};
use crate::engine::quota::backtest::Backtest;
use crate::engine::quota::estimate::{EstimateError, Estimates};
use crate::engine::quota::health::HealthCard;
use crate::engine::quota::tree::Ground;
use crate::engine::records::RepId;
use crate::engine::simulate::{CostInput, CostSummary, Fitted, Sensitivity};
use crate::engine::units::{Calendar, Month, Period};
use crate::present::WorkbookLabels;

/// Version of the messages: page and worker of one build have the same.
pub const VERSION: u32 = 1;

/// What a replay is told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReplaySpec {
    /// The plan.
    pub plan: Plan,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month.
    pub first: Month,
    /// Last month, included.
    pub last: Month,
    /// Decimal places of the currency.
    pub digits: u32,
    /// ISO code of the scenario's currency.
    pub currency: String,
}

/// What a fit is told besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitSpec {
    /// The plan: its measure counts.
    pub plan: Plan,
    /// Plans that are costed beside it.
    pub others: Vec<Plan>,
    /// ISO code of the scenario's currency.
    pub currency: String,
    /// First month of the history.
    pub history_first: Month,
    /// Last month of the history, included.
    pub history_last: Month,
    /// First month to simulate.
    pub first: Month,
    /// Months to simulate.
    pub n_months: u32,
}

/// What a worker is asked. `data` names a dataset by fingerprint, `cost` a simulation's input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Who are you?
    Hello,
    /// Keep this dataset (bulk) for later asks; no answer unless it is damaged.
    KeepData {
        /// Its fingerprint.
        data: String,
    },
    /// Keep these quotas under a name: whoever asks of data of that name sees them in the place of its targets.
    KeepQuotas {
        /// The data.
        data: String,
        /// The data's name, a blank, and a fingerprint of the quotas.
        name: String,
        /// The quotas.
        spec: Box<QuotasSpec>,
    },
    /// What quotas can be spread on.
    QuotaGround {
        /// The data.
        data: String,
        /// The fiscal year.
        calendar: Calendar,
        /// ISO code of the scenario's currency.
        currency: String,
    },
    /// Keep this input, prepared.
    KeepCost {
        /// Its fingerprint.
        cost: String,
        /// The input.
        input: Box<CostInput>,
    },
    /// Make up a company.
    Sample {
        /// How many reps.
        n_reps: u32,
        /// Seed.
        seed: u64,
        /// The day on which its history ends.
        today: NaiveDate,
    },
    /// A plan with quota and target incentive where the data has none.
    PlanFor {
        /// The data.
        data: String,
        /// The plan.
        plan: Plan,
    },
    /// Statements.
    Replay {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
    },
    /// A piece of a comparison.
    Compare {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<SideSpec>,
        /// Which piece.
        piece: Piece,
    },
    /// One line of a statement, deal by deal.
    Explain {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
        /// Whose.
        rep: RepId,
        /// Name of the component.
        component: String,
        /// Which pay period.
        period: Period,
    },
    /// One payout period of a rep, step by step.
    ExplainPayout {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
        /// Whose.
        rep: RepId,
        /// Which.
        period: Period,
    },
    /// What a plan does that its author may not have meant, without data.
    PlanFindings {
        /// The plan.
        plan: Box<Plan>,
    },
    /// The same on the team's history.
    TeamFindings {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
    },
    /// What reps make of the plan.
    Behave {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<BehaveSpec>,
    },
    /// A plan that meets demands on the data.
    Solve {
        /// The data.
        data: String,
        /// The present plan and the months.
        spec: ReplaySpec,
        /// What is asked.
        asked: SolveSpec,
    },
    /// What each rep can be expected to sell.
    Estimate {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<EstimateSpec>,
    },
    /// Past years' quotas by each method, beside what happened.
    Backtest {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<BacktestSpec>,
    },
    /// Something about capacity.
    Capacity(CapacityAsk),
    /// Something about forecasts of series.
    Forecast(ForecastAsk),
    /// Something about a pipeline.
    Pipeline(PipelineAsk),
    /// Whether quotas are fair, reachable and told apart from luck.
    QuotaHealth {
        /// The data.
        data: String,
        /// The rest.
        spec: Box<HealthSpec>,
    },
    /// A cost model from history.
    Fit {
        /// The data.
        data: String,
        /// The rest.
        spec: FitSpec,
    },
    /// Some runs of a simulation; the tally comes back as bulk.
    Simulate {
        /// The input.
        cost: String,
        /// Seed.
        seed: u64,
        /// First run.
        from: u32,
        /// One past the last run.
        to: u32,
    },
    /// Merge a tally (bulk) into the job's, and summarise it if asked.
    Gather {
        /// The input.
        cost: String,
        /// The job; another number begins anew.
        job: u32,
        /// Whether a summary is wanted.
        summarise: bool,
    },
    /// Cost as company performance moves.
    Sensitivity {
        /// The input.
        cost: String,
        /// Factors on expected performance.
        factors: Vec<f64>,
        /// Seed.
        seed: u64,
        /// Runs for each.
        n_runs: u32,
    },
    /// Statements as CSV (bulk).
    StatementsCsv {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
    },
    /// Payout periods as CSV (bulk).
    PayoutsCsv {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
    },
    /// Statements as a workbook (bulk).
    Workbook {
        /// The data.
        data: String,
        /// The rest.
        spec: ReplaySpec,
        /// Its texts, in the language of the page.
        labels: WorkbookLabels,
    },
    /// A scenario file (bulk), with its data if named.
    ScenarioFile {
        /// The data to put in.
        data: Option<String>,
        /// The scenario, as a file without data.
        scenario: String,
    },
    /// What a scenario file (bulk) holds.
    OpenScenario,
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// I am.
    Hello {
        /// Version of the messages.
        protocol: u32,
    },
    /// Done.
    Kept,
    /// A dataset (bulk) and its report.
    Data(Box<ImportReport>),
    /// A plan.
    Plan(Box<Plan>),
    /// Statements.
    Replay(Box<Replay>),
    /// A piece of a comparison.
    Compared(Pieced),
    /// A line explained; `None` if there is no such line.
    Explained(Option<Box<Explanation>>),
    /// A payout period explained; `None` if there is no such period.
    PayoutExplained(Option<Box<PayoutExplanation>>),
    /// What is found in a plan.
    Findings {
        /// In the plan alone.
        alone: Vec<Finding>,
        /// On the team's history.
        team: Vec<Finding>,
    },
    /// How far it is, before the last answer.
    Went {
        /// Steps that are done.
        n_done: u32,
        /// Steps that there are.
        n_all: u32,
    },
    /// What reps make of the plan; `None` without a rep with a won deal.
    Behaved(Option<Box<Behaved>>),
    /// What the solver found, or why it cannot be asked.
    Solved(Apart<Result<SolveReport, SolveError>>),
    /// Estimates, or why there are none.
    Estimated(Apart<Result<Estimates, EstimateError>>),
    /// A backtest, or why there is none.
    Backtested(Apart<Result<Backtest, EstimateError>>),
    /// What is found about capacity.
    Capacity(CapacityAnswer),
    /// What is found about forecasts of series.
    Forecast(ForecastAnswer),
    /// What is found about a pipeline.
    Pipeline(PipelineAnswer),
    /// The health card.
    QuotaHealth(Apart<HealthCard>),
    /// A model.
    Fitted(Box<Fitted>),
    /// A tally (bulk).
    Part {
        /// Runs in it.
        n_runs: u32,
    },
    /// What quotas can be spread on.
    QuotaGround(Apart<Ground>),
    /// What was gathered.
    Gathered {
        /// Runs in it.
        n_runs: u32,
        /// One summary a plan, if asked for.
        summary: Option<Vec<CostSummary>>,
    },
    /// One result a plan.
    Sensitivity(Vec<Sensitivity>),
    /// A file (bulk).
    File,
    /// What a scenario file holds; its data comes as bulk.
    Opened {
        /// The scenario, as a file without data.
        scenario: String,
        /// Written by a newer version: to be looked at only.
        read_only: bool,
        /// Changed by hand since it was written.
        edited: bool,
        /// What the data holds.
        report: Option<Box<ImportReport>>,
        /// The file's data is of another layout and was left out.
        data_left_out: bool,
        /// Plans of a newer file that this version does not understand.
        n_plans_left_out: usize,
    },
    /// It could not be done.
    Refused(Refusal),
}

/// A message as bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from bytes; `None` if they are of another build.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
