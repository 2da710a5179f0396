//! What a headcount plan can sell by month, and the chance to reach the goal.
//!
//! [`HeadcountPlan`] (saved) + roster → [`resolve`] → [`CapacityInput`] → [`expected`] (by formula), and
//! [`prepare_capacity`] → [`run_capacity`] a range of runs → [`CapacityTally::merge`] → [`CapacityReport`]. Method, symbols
//! and limits: `docs/methods/capacity.md`.

mod input;
mod plan;
mod report;

pub use input::{CapacityInput, CapacityNote, HeadcountError, RoleInput, Seat, SeatSource};
pub use plan::{
    Assumption, AssumptionRange, CapacityGoal, CapacityRole, Doubt, HeadcountPlan, MOST_HEADS, MOST_MONTHS,
    PlannedHires, Ramp, StatedHeads,
};
pub use report::{
    CapacityMonth, CapacityReport, CapacitySummary, DelayCost, ExpectedCapacity, HireCell, HireGrid, HireRow,
    HiresByStart, HiresForMonth, HiresNeeded, RoleCapacity, SimulatedMonth, TornadoBar, TornadoEnd, Variant,
};
