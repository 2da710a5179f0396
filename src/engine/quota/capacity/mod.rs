//! What a headcount plan can sell by month, and the chance to reach the goal.
//!
//! [`HeadcountPlan`] (saved) + roster → [`resolve`] → [`CapacityInput`] → [`expected`] (by formula), and
//! [`prepare_capacity`] → [`run_capacity`] a range of runs → [`CapacityTally::merge`] → [`CapacityReport`]. A forecast of bookings
//! is held against it by [`on_forecast`]. Method, symbols and limits: `docs/methods/capacity.md`.

mod check;
mod estimate;
mod expected;
mod input;
mod needed;
mod on_forecast;
mod plan;
mod prepare;
mod ramp;
mod report;
mod resolve;
mod summary;
mod tables;
mod tally;
mod year;

pub use estimate::{PlanFromData, headcount_from, quotas_given};
pub use expected::expected;
pub use input::{CapacityInput, CapacityNote, HeadcountError, RoleInput, Seat, SeatSource};
pub use needed::hires_needed;
pub use on_forecast::{
    BookingsForecast, Held, OnForecast, OnForecastError, OnForecastMonth, QuotasFrom, goal_on_forecast, on_forecast,
};
pub use plan::{
    Assumption, AssumptionRange, CapacityGoal, CapacityRole, Doubt, HeadcountPlan, MOST_HEADS, MOST_MONTHS,
    PlannedHires, Ramp, StatedHeads,
};
pub use prepare::{PreparedCapacity, prepare_capacity};
pub use ramp::{RAMPED_FROM, RampFit, RampInput, RampMonth, fit_ramp, rising};
pub use report::{
    CapacityMonth, CapacityReport, CapacitySummary, DelayCost, ExpectedCapacity, HireCell, HireGrid, HireRow,
    HiresByStart, HiresForMonth, HiresNeeded, RoleCapacity, SimulatedMonth, TornadoBar, TornadoEnd, Variant,
};
pub use resolve::{ResolveInput, Resolved, resolve};
pub use summary::{CapacityAsked, variants};
pub use tally::CapacityTally;
pub use year::run_capacity;
