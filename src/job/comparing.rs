//! What a worker is told of a comparison: one replay at a time.

use serde::{Deserialize, Serialize};

use crate::engine::comp::compare::{CompanyPoint, Measures, PartOf, Side};
use crate::engine::units::{Calendar, Decimal, Money, Month};

/// One side of a comparison, besides the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideSpec {
    /// The plans with who is on them.
    pub side: Side,
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

/// A piece of a comparison: each is a replay of one side.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// What the side comes to.
    Measures,
    /// What it would cost with every won deal so many times as large.
    Company(Decimal),
    /// What everyone would be paid without a part.
    Without(PartOf),
}

/// A piece that was computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Pieced {
    /// What the side comes to.
    Measures(Box<Measures>),
    /// Its cost at one company performance.
    Company(CompanyPoint),
    /// Everyone's pay without the part.
    Without(Vec<Money>),
}
