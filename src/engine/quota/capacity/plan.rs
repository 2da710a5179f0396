//! What a user decides about heads: who sells, how much, who comes and goes, and what is asked of them all together.

use serde::{Deserialize, Serialize};

use crate::engine::units::{Granularity, Month};

/// Longest plan, in months.
pub const MOST_MONTHS: u32 = 36;
/// Most heads that one plan may have, of all sources together.
pub const MOST_HEADS: u32 = 5_000;

/// A headcount plan: saved with the scenario. Amounts are in the scenario's currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct HeadcountPlan {
    /// First month; that of the first fiscal year after the history, if not set.
    pub first: Option<Month>,
    /// How many months, 1 to 36.
    pub n_months: u32,
    /// What is to be sold.
    pub goal: CapacityGoal,
    /// By how much the quotas given out exceed the goal: `0.1` for 10 %.
    pub over_assignment: f64,
    /// Roles that carry a quota.
    pub roles: Vec<CapacityRole>,
    /// Whether the data's reps of these roles count.
    pub counts_roster: bool,
    /// Heads that are there besides those of the data.
    pub heads: Vec<StatedHeads>,
    /// Heads to come.
    pub hires: Vec<PlannedHires>,
    /// How sales spread over the fiscal year: 12 months or 4 quarters, as weights; even if empty.
    pub season: Vec<f64>,
    /// What is not known for sure, beyond what the roles say.
    pub doubt: Doubt,
    /// How far each assumption is moved for the tornado; the usual ranges if empty.
    pub ranges: Vec<AssumptionRange>,
}

/// What is to be sold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CapacityGoal {
    /// Nothing is asked.
    #[default]
    Nothing,
    /// So much in each twelve months, spread by the seasons.
    Year(f64),
    /// So much in each month of the plan; months that are not listed have none.
    Months(Vec<f64>),
}

/// A role: everyone in it is expected to sell alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct CapacityRole {
    /// Its name, as the data names it (joined without case and outer blanks).
    pub name: String,
    /// Quota of a fully ramped head.
    pub quota: f64,
    /// The time that this quota is for.
    pub per: Granularity,
    /// Share of quota that a fully ramped head is expected to attain: `0.85` for 85 %.
    pub attainment: f64,
    /// How far heads' lasting levels differ: standard deviation over the mean.
    pub spread: f64,
    /// How far one month of a head differs from its level: standard deviation over the mean.
    pub noise: f64,
    /// Share of heads that leave within a year: `0.27` for 27 %.
    pub attrition: f64,
    /// Months until who leaves is replaced, on average; `None` for never.
    pub backfill_lag: Option<f64>,
    /// How a new head comes to full productivity.
    pub ramp: Ramp,
}

/// How a new head comes to full productivity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ramp {
    /// Productivity in the first months, as fractions of the full one: `[0.25, 0.5, 0.75]`, and 1 from the fourth. The
    /// month of hire is the first.
    Stated(Vec<f64>),
    /// That of the data's hires; the usual one if the data says too little.
    Fitted,
}

/// Heads of a role that are there from the first month on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedHeads {
    /// The role's name.
    pub role: String,
    /// How many.
    pub n: u32,
    /// Months since they were hired, as of the first month; `None` for fully ramped.
    pub tenure: Option<u32>,
}

/// Heads that are to be hired.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlannedHires {
    /// The role's name.
    pub role: String,
    /// Their first month.
    pub month: Month,
    /// How many.
    pub n: u32,
}

/// What is not known for sure. All are standard deviations over the mean but where another unit is named.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Doubt {
    /// Of everybody's attainment over the whole plan: how wrong the expected level may be.
    pub level: f64,
    /// Of a month's market, shared by all.
    pub market: f64,
    /// Correlation of a month's market with that of the month before, above −1 and below 1.
    pub persistence: f64,
    /// Of the time that heads take to ramp.
    pub ramp: f64,
    /// Of the time until a leaver is replaced.
    pub backfill: f64,
    /// Months by which a planned hire comes late, on average.
    pub hire_delay: f64,
    /// How far sales follow a quota that is raised or lowered: 0 not at all, 1 wholly (attainment stays what it was).
    pub pull: f64,
}

/// An assumption of the plan that the tornado moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Assumption {
    /// Attainment of fully ramped heads: a factor.
    Attainment,
    /// Attrition a year: a factor.
    Attrition,
    /// The time to ramp: a factor.
    RampTime,
    /// Months until a leaver is replaced: months more.
    BackfillLag,
    /// Months that hires come late: months more.
    HireDelay,
    /// How many heads are hired: a factor.
    Hires,
    /// Doubt about level and market: a factor.
    Market,
    /// How far heads and their months differ: a factor.
    HeadSpread,
}

/// How far an assumption is moved: by a factor, or by months, as the assumption says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AssumptionRange {
    /// Which.
    pub assumption: Assumption,
    /// At its low end.
    pub low: f64,
    /// At its high end.
    pub high: f64,
}

impl Assumption {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Attainment,
        Self::Attrition,
        Self::RampTime,
        Self::BackfillLag,
        Self::HireDelay,
        Self::Hires,
        Self::Market,
        Self::HeadSpread,
    ];

    /// Whether it is moved by months; else by a factor.
    pub fn is_in_months(self) -> bool {
        matches!(self, Self::BackfillLag | Self::HireDelay)
    }

    /// How far it is moved if nobody says otherwise.
    pub fn usual(self) -> AssumptionRange {
        let (low, high) = match self {
            Self::Attainment => (0.9, 1.1),
            Self::Attrition | Self::Market | Self::HeadSpread => (0.5, 1.5),
            Self::RampTime => (0.75, 1.25),
            Self::BackfillLag | Self::HireDelay => (-1.0, 1.0),
            Self::Hires => (0.8, 1.2),
        };
        AssumptionRange { assumption: self, low, high }
    }
}

impl HeadcountPlan {
    /// The ranges of the tornado: the plan's own, else the usual ones.
    pub fn tornado_ranges(&self) -> Vec<AssumptionRange> {
        if self.ranges.is_empty() { Assumption::ALL.map(Assumption::usual).into() } else { self.ranges.clone() }
    }
}

impl Ramp {
    /// A ramp of four months, 25 %, 50 %, 75 %, 100 %: field practice for small and medium business (`PulseRevOps`).
    pub const USUAL: [f64; 4] = [0.25, 0.5, 0.75, 1.0];
    /// Nine months: the middles of 25–40 %, 50–70 % and 75–90 % a quarter, for large customers (One Big Table).
    pub const SLOW: [f64; 9] = [0.325, 0.325, 0.325, 0.6, 0.6, 0.6, 0.825, 0.825, 0.825];

    /// The usual one, stated.
    pub fn usual() -> Self {
        Self::Stated(Self::USUAL.into())
    }
}

impl Default for Ramp {
    fn default() -> Self {
        Self::usual()
    }
}

impl Default for CapacityRole {
    fn default() -> Self {
        Self {
            name: String::new(),
            quota: 0.0,
            per: Granularity::Year,
            attainment: 0.85,
            spread: 0.25,
            noise: 0.7,
            attrition: 0.27,
            backfill_lag: Some(2.0),
            ramp: Ramp::usual(),
        }
    }
}

impl Default for Doubt {
    fn default() -> Self {
        Self { level: 0.08, market: 0.1, persistence: 0.3, ramp: 0.25, backfill: 0.5, hire_delay: 0.5, pull: 0.5 }
    }
}

impl Doubt {
    /// None at all.
    pub const NONE: Self =
        Self { level: 0.0, market: 0.0, persistence: 0.0, ramp: 0.0, backfill: 0.0, hire_delay: 0.0, pull: 0.0 };
}

impl Default for HeadcountPlan {
    fn default() -> Self {
        Self {
            first: None,
            n_months: 12,
            goal: CapacityGoal::Nothing,
            over_assignment: 0.0,
            roles: Vec::new(),
            counts_roster: true,
            heads: Vec::new(),
            hires: Vec::new(),
            season: Vec::new(),
            doubt: Doubt::default(),
            ranges: Vec::new(),
        }
    }
}
