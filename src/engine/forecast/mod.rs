//! Forecasts of series: classical methods, each small and explained, and a combination of those that differ most.

mod combine;
mod ets;
mod line;
mod method;
mod season;
mod simplex;
mod theta;

pub use combine::auto;
pub use ets::{Ets, Form, Season, Trend, choose as choose_ets};
pub use method::{ForecastError, Method, forecast};
pub use season::{Decomposition, autocorrelation, is_seasonal, is_seasonal_at_95};
