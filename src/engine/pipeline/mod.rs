//! What open deals and deals to come are worth by month, with ranges that hold.
//!
//! deals → [`as_of`] a day → [`View`] → [`forecast`] (competing chances, creation, shock) → [`PipelineInput`] →
//! [`prepare_pipeline`] → [`run_pipeline`] a range of runs → [`PipelineTally::merge`] → [`PipelineReport`]. Method, symbols
//! and limits: `docs/methods/pipeline.md`.

mod ahead;
mod backtest;
mod build;
mod categories;
mod choices;
mod coding;
mod flow;
mod fresh;
mod hazard;
mod input;
mod linearity;
mod note;
mod report;
mod run;
mod shares;
mod shock;
mod sizes;
mod snapshots;
mod stages;
mod survival;
mod tally;
mod variant;
mod view;
mod waterfall;
mod weighted;

pub use ahead::won_by;
pub use backtest::{
    PipelineBacktest, PipelineBacktestAsked, PipelineBacktestRow, PipelineMethod, PipelineScore, at_origin,
    backtest_origins, pipeline_backtest, pipeline_scores, won_by_month,
};
pub use build::{PipelineAsked, PipelineForecast, forecast, forecast_with_exports};
pub use categories::{Category, CategoryBasis, CategoryRow, category_rollup};
pub use choices::{PipelineChoices, PipelineTarget, StatedStage};
pub use coding::{AmountCoding, Coding, Levels, PersonPeriod, Step, person_periods};
pub use flow::{Flow, FlowKind, FlowLine, Snapshot, Window, flow};
pub use fresh::Fresh;
pub use hazard::{Chances, HazardModel};
pub use input::{MOST_FORECAST_MONTHS, OpenDeal, PipelineInput};
pub use linearity::{Linearity, linearity};
pub use note::{PipelineError, PipelineNote};
pub use report::{
    DealThatMatters, DriverBar, DriverEnd, ExpectedWins, PipelineMonth, PipelineReport, PipelineRuns, expected_wins,
    pipeline_variants,
};
pub use run::{PreparedPipeline, prepare_pipeline, run_pipeline};
pub use shares::{Conversion, GroupBy, Share, conversions};
pub use shock::{MonthSeen, Shock, months_seen};
pub use snapshots::{SNAPSHOT_DAYS, StageShare, stage_shares};
pub use stages::StageFactor;
pub use survival::{Incidence, IncidenceStep, Spell, SurvivalStep, aalen_johansen, days_until, kaplan_meier};
pub use tally::PipelineTally;
pub use variant::{Driver, PipelineVariant};
pub use view::{KnownDeal, View, as_of, day_of, of_currency};
pub use waterfall::{Waterfall, waterfalls};
pub use weighted::{Ranges, StageProbabilities, Three, run_rate, stage_weighted};
