//! Forecasts of series: classical methods, each small and explained, and a combination of those that differ most.

mod accuracy;
mod backtest;
mod choose;
mod combine;
mod conformal;
mod ets;
mod held;
mod intermittent;
mod interval;
mod judgement;
mod learned;
mod line;
mod linear;
mod method;
mod money;
mod pace;
mod predict;
mod scores;
mod season;
mod series;
mod several;
mod simplex;
mod theta;
mod total;
mod tree;
mod weights;

pub use accuracy::{Accuracy, crps, pinball};
pub use backtest::{Backtest, BacktestRow, CalibrationPoint, backtest};
pub use choose::{Choice, Why, choose};
pub use combine::auto;
pub use conformal::Conformal;
pub use ets::{Ets, Form, Season, Trend, choose as choose_ets};
pub use intermittent::Demand;
pub use interval::Width;
pub use judgement::{Override, OverrideScore, apply_overrides, override_nodes, score_overrides};
pub use learned::learned;
pub(in crate::engine) use linear::{Factor, Symmetric};
pub use method::{ForecastError, Method, forecast};
pub use money::{CostError, Covered, QuotaMonth, cost_of, covered, quota_coverage};
pub use pace::Linearity;
pub use predict::{PredictAsked, Prediction, Range, RangesFrom, predict};
pub use scores::Step as StepScore;
pub use season::{Decomposition, autocorrelation, is_seasonal, is_seasonal_at_95};
pub use series::{
    Asked, Axis, By, Fill, MOST_STEPS, PointsAsked, Series, SeriesError, SeriesNote, SeriesSet, Step, What,
    WorkingDays, from_points, gather, known_until, whole_until,
};
pub use several::Parts;
pub use total::{Total, TotalRange};
pub use tree::{Reconcile, nodes, reconcile};
