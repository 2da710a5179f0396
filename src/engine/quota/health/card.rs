//! The card as data: measures with what each is held against, and what stands behind them.

use serde::{Deserialize, Serialize};

use super::settings::SizeBy;
use super::verdict::{Advice, Verdict};
use crate::engine::comp::compare::Fairness;
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Money, Month};

/// Whether quotas are fair, reachable and told apart from luck.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HealthCard {
    /// First month looked at.
    pub first: Month,
    /// Last month looked at.
    pub last: Month,
    /// One for each [`HealthKind`], in the order of [`HealthKind::ALL`].
    pub measures: Vec<HealthMeasure>,
    /// Everyone with a quota, in the order of the roster.
    pub reps: Vec<RepHealth>,
    /// What territories are measured by here.
    pub size: SizeBy,
    /// The smallest 20 %, the middle 60 % and the largest 20 % of territories; empty where there are too few.
    pub boxes: Vec<SizeBox>,
    /// Lasting differences against the luck of deals.
    pub luck: Option<Luck>,
    /// Attainment by tenure, region, segment and role.
    pub groups: Vec<Fairness>,
    /// Quotas outside the intervals that estimates give, and inside, in the order of the roster.
    pub appeals: Vec<Appeal>,
    /// First and last month that coverage looks at; `None` without open deals in a year with quotas.
    pub coverage_months: Option<(Month, Month)>,
    /// What a reader should know.
    pub notes: Vec<HealthNote>,
}

impl HealthCard {
    /// The measure of that kind.
    pub fn measure(&self, kind: HealthKind) -> Option<&HealthMeasure> {
        self.measures.iter().find(|measure| measure.kind == kind)
    }
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HealthKind {
    /// Quota over base salary and target incentive, of the reps of whom all are known: a multiple.
    QuotaToPay,
    /// Share of the reps at or above the threshold.
    AtThreshold,
    /// Share of the reps at or above quota.
    AtQuota,
    /// Share of the reps at or above excellence.
    AtExcellence,
    /// Share of the reps within 20 % of quota.
    Within,
    /// Standard deviation of attainment.
    Deviation,
    /// Skewness of attainment.
    Skew,
    /// Bimodality coefficient of attainment.
    Bimodality,
    /// Gini coefficient of attainment.
    Gini,
    /// Attainment with size of territory: Pearson's correlation.
    SizePearson,
    /// The same by ranks: Spearman's.
    SizeSpearman,
    /// Largest less smallest median attainment of the 20-60-20 boxes.
    SizeBoxes,
    /// Attainment with growth over prior sales: Pearson's correlation.
    GrowthPearson,
    /// The same by ranks: Spearman's.
    GrowthSpearman,
    /// Share of the variance of attainment that is no luck of deals.
    SignalShare,
    /// Share of the quotas that lie outside the estimates' intervals.
    Appeals,
    /// Open pipeline over remaining quota, of the median rep: a multiple.
    Coverage,
    /// Gini coefficient of coverage.
    CoverageGini,
    /// Largest less smallest mean attainment of groups by tenure.
    ByTenure,
    /// The same by region.
    ByRegion,
    /// The same by segment.
    BySegment,
    /// The same by role.
    ByRole,
}

impl HealthKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 22] = [
        Self::QuotaToPay,
        Self::AtThreshold,
        Self::AtQuota,
        Self::AtExcellence,
        Self::Within,
        Self::Deviation,
        Self::Skew,
        Self::Bimodality,
        Self::Gini,
        Self::SizePearson,
        Self::SizeSpearman,
        Self::SizeBoxes,
        Self::GrowthPearson,
        Self::GrowthSpearman,
        Self::SignalShare,
        Self::Appeals,
        Self::Coverage,
        Self::CoverageGini,
        Self::ByTenure,
        Self::ByRegion,
        Self::BySegment,
        Self::ByRole,
    ];
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HealthMeasure {
    /// What.
    pub kind: HealthKind,
    /// The figure: a fraction, multiple, correlation or coefficient by its kind; `None` where it is not known. Never NaN.
    pub value: Option<f64>,
    /// Where it lies, given how few reps there are.
    pub interval: Option<Interval>,
    /// How often chance alone makes as large a relation or difference; `None` where nothing is tested.
    pub p: Option<f64>,
    /// Reps it rests on.
    pub n_reps: u32,
    /// What the simulated or stated attainment would make of it, where that is given.
    pub expected: Option<f64>,
    /// What it is held against; `None` where nobody publishes a range.
    pub yardstick: Option<Yardstick>,
    /// How it stands.
    pub verdict: Verdict,
    /// What to do about it; `None` where nothing is to be done.
    pub advice: Option<Advice>,
}

/// Where a figure lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How often such an interval holds the true figure: 0.9.
    pub level: f64,
}

/// What a figure is held against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Yardstick {
    /// Lower end; open if none.
    pub low: Option<f64>,
    /// Upper end; open if none.
    pub high: Option<f64>,
    /// Who says so; the same in every language.
    pub source: String,
    /// When, as the source says; empty if it does not.
    pub date: String,
}

/// One rep with a quota.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepHealth {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Quota of the months.
    pub quota: Decimal,
    /// Amount of won deals of the months.
    pub bookings: Money,
    /// How many.
    pub n_deals: u32,
    /// Bookings over quota; `None` for a quota of nothing or less.
    pub attainment: Option<f64>,
    /// Won deals of as many months before; `None` for a rep without any then.
    pub prior: Option<Money>,
    /// Bookings over prior sales, less 1.
    pub growth: Option<f64>,
    /// Size of the territory, as the card measures it.
    pub size: Option<f64>,
    /// Spread of attainment that the luck of deals alone makes: a standard deviation, of this rep's deals.
    pub luck: Option<f64>,
    /// Open pipeline of the months that coverage looks at.
    pub pipeline: Money,
    /// What is left of the quota of these months, 0 at least; `None` without a quota then.
    pub remaining: Option<Decimal>,
    /// Pipeline over what is left; `None` where nothing is left.
    pub coverage: Option<f64>,
}

/// A box of the 20-60-20 plot.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SizeBox {
    /// Which.
    pub part: SizePart,
    /// Reps in it.
    pub n_reps: u32,
    /// Least size.
    pub from: f64,
    /// Largest size.
    pub to: f64,
    /// Least attainment.
    pub least: f64,
    /// Lower quartile of attainment.
    pub lower: f64,
    /// Median.
    pub median: f64,
    /// Upper quartile.
    pub upper: f64,
    /// Largest attainment.
    pub most: f64,
}

/// Which territories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SizePart {
    /// The smallest fifth.
    Small,
    /// The three fifths between.
    Middle,
    /// The largest fifth.
    Large,
}

/// Lasting differences against luck.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Luck {
    /// Reps with an attainment.
    pub n_reps: u32,
    /// Their deals.
    pub n_deals: u32,
    /// Observed variance of attainment, over `n − 1`.
    pub observed: f64,
    /// Variance that the luck of deals alone makes: the mean over the reps.
    pub noise: f64,
    /// `1 − noise / observed`, 0 at least.
    pub signal_share: f64,
    /// Where the true share lies.
    pub interval: Interval,
}

/// A quota held against an estimate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Appeal {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// The quota.
    pub quota: Decimal,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How the quota lies.
    pub stands: Stood,
}

/// How a quota lies to an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stood {
    /// Below it: easy.
    Below,
    /// In it, its ends included.
    Inside,
    /// Above it: an appeal would be heard.
    Above,
}

/// What a reader of the card should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HealthNote {
    /// Quotas of nothing or less, which have no attainment.
    QuotasAtZero {
        /// How many reps.
        n_reps: u32,
    },
    /// Managers with a quota and no deal of their own, who are left out.
    ManagersLeftOut {
        /// How many.
        n_reps: u32,
    },
    /// Reps with won deals and no quota, who are left out.
    WithoutQuota {
        /// How many.
        n_reps: u32,
    },
    /// Won deals whose amount is not known in the scenario's currency.
    DealsWithoutAmount {
        /// How many.
        n_deals: u32,
    },
    /// Estimates whose rep nobody knows or who has no quota, or whose ends are no numbers in order.
    EstimatesLeftOut {
        /// How many.
        n: u32,
    },
    /// Own ranges whose ends are not in order, which are not used.
    UnsoundBenchmarks {
        /// How many.
        n: u32,
    },
    /// Months are more than are looked at, or end before they begin.
    BadMonths,
    /// The expected attainment is no number that can be used.
    BadExpected,
}
