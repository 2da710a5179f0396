//! Forecasts of series: classical methods, each small and explained, and a combination of those that differ most.

mod accuracy;
mod backtest;
mod combine;
mod ets;
mod interval;
mod line;
mod method;
mod season;
mod simplex;
mod theta;

pub use accuracy::{Accuracy, pinball};
pub use backtest::{Backtest, BacktestRow, backtest};
pub use combine::auto;
pub use ets::{Ets, Form, Season, Trend, choose as choose_ets};
pub use interval::Width;
pub use method::{ForecastError, Method, forecast};
pub use season::{Decomposition, autocorrelation, is_seasonal, is_seasonal_at_95};
