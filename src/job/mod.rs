//! What workers are asked and what they answer, and the desks that answer. Pure: the same code serves page and tests.
//!
//! `protocol` (messages) · `desk` (data, plans, simulation, with `behaving`, `comparing`, `solving`, `capacity`, `health`,
//! `estimating`, `quotas`, `forecasting`, `forecast_capacity`, `pipeline`) · `files` (reading and importing files, with
//! `files_messages`, `export`, `series_file`, `read_as`, `known`, `pasted`, `warm`) · `import_report`.

mod apart;
mod behaving;
mod capacity;
mod comparing;
mod desk;
mod estimating;
mod export;
mod files;
mod files_messages;
mod forecast_capacity;
mod forecasting;
mod health;
mod import_report;
mod known;
mod pasted;
mod pipeline;
mod pipeline_messages;
mod protocol;
mod quotas;
mod read_as;
mod refusal;
mod series_file;
mod solving;
mod warm;

pub use apart::Apart;
pub use behaving::{Aim, BehaveSpec, Behaved};
pub use capacity::{CapacityAnswer, CapacityAsk, CapacitySpec, N_CAPACITIES};
pub use comparing::{Piece, Pieced, SideSpec};
pub use desk::{Desk, N_DATASETS, N_INPUTS, N_QUOTAS};
pub use estimating::{BacktestSpec, EstimateSpec};
pub use files::FilesDesk;
pub use files_messages::{FilesAnswer, FilesAsk, Tables};
pub use forecast_capacity::{ForecastCapacity, ForecastCapacitySpec};
pub use forecasting::{
    Forecast, ForecastAnswer, ForecastAsk, ForecastCost, ForecastCostSpec, ForecastOf, ForecastSpec, GroupForecast,
    MOST_PARTS,
};
pub use health::HealthSpec;
pub use import_report::{ImportReport, IssueGroup, issues_csv};
pub use pipeline::{N_EXPORTS, N_PIPELINES};
pub use pipeline_messages::{PipelineAnswer, PipelineAsk, PipelineFound, PipelineSpec, PipelineStated};
pub use protocol::{Answer, Ask, FitSpec, ReplaySpec, VERSION, decode, encode};
pub use quotas::QuotasSpec;
pub use read_as::ReadAs;
pub use refusal::Refusal;
pub use series_file::{N_SERIES_FILES, SeriesAsked, SeriesFile};
pub use solving::{SolveReport, SolveSpec, Whose};
pub use warm::{N_WARM_STEPS, warm};
