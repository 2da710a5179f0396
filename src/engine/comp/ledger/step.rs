//! The steps behind SPIFFs and behind what is paid out of what is earned: data only, worded by `present`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::units::{Decimal, Month};

/// One step. Amounts are money, credit is in the SPIFF's measure, shares are fractions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerStep {
    /// `pay = Σ amount · share of each deal`
    PerDeal {
        /// How many deals.
        n_deals: u32,
        /// For a whole deal.
        amount: Decimal,
        /// The sum.
        pay: Decimal,
    },
    /// `pay = rate · credit`, beside what components pay.
    Kicker {
        /// The rate.
        rate: Decimal,
        /// Credit of the period.
        credit: Decimal,
        /// The product.
        pay: Decimal,
    },
    /// Credit came to a milestone.
    Milestone {
        /// Its credit.
        at: Decimal,
        /// The most credit there was so far.
        credit: Decimal,
        /// What it pays.
        pay: Decimal,
    },
    /// A place in a contest.
    Place {
        /// Counted from 1.
        place: u32,
        /// How many have this place.
        n_tied: u32,
        /// How many took part.
        n_reps: u32,
        /// Own credit.
        credit: Decimal,
        /// The prizes of the places of those who tie.
        pool: Decimal,
        /// The own part.
        pay: Decimal,
    },
    /// No place in a contest, for want of credit.
    Unplaced {
        /// Own credit.
        credit: Decimal,
        /// Credit without which nothing is won.
        least: Decimal,
    },
    /// Earned in the period, from components and SPIFFs.
    Earned {
        /// Components.
        earned: Decimal,
        /// SPIFFs.
        spiffs: Decimal,
    },
    /// A part of pay waits.
    Held {
        /// The part.
        share: Decimal,
        /// How much.
        amount: Decimal,
        /// The month of its release.
        until: Month,
    },
    /// What waited is paid.
    Released {
        /// How much.
        amount: Decimal,
        /// The month it was to wait for.
        until: Month,
    },
    /// `taken = share · paid` of a cancelled deal: first what waits, then by clawback.
    Cancelled {
        /// The deal's id.
        deal: String,
        /// Day it was cancelled.
        day: Option<NaiveDate>,
        /// What it was paid.
        paid: Decimal,
        /// The part that is taken back.
        share: Decimal,
        /// Taken from what waits.
        forfeited: Decimal,
        /// Taken back from pay.
        clawed_back: Decimal,
    },
    /// Pay to date, computed with and without the cancelled deals: `taken = with − without − taken before`.
    Recomputed {
        /// With them.
        with: Decimal,
        /// Without them.
        without: Decimal,
        /// Taken in earlier periods.
        before: Decimal,
        /// Taken from what waits.
        forfeited: Decimal,
        /// Taken back from pay; negative where it is given back.
        clawed_back: Decimal,
    },
    /// More is to be taken back than is earned: pay ends at 0, the rest is owed.
    CarriedOver {
        /// Owed from before and new.
        due: Decimal,
        /// What there was to take it from.
        available: Decimal,
        /// Owed on.
        owed: Decimal,
    },
    /// `short = draw − earnings` is paid.
    Drawn {
        /// The draw.
        draw: Decimal,
        /// Earnings.
        earnings: Decimal,
        /// What is paid above earnings.
        short: Decimal,
        /// Whether it is owed, or guaranteed.
        is_owed: bool,
    },
    /// `recovered = min(owed, share · over)`
    Recovered {
        /// Owed before.
        owed: Decimal,
        /// Earnings above the draw.
        over: Decimal,
        /// The part that is taken.
        share: Decimal,
        /// How much is taken.
        recovered: Decimal,
    },
    /// The draw has ended: what is still owed is forgiven.
    Forgiven {
        /// How much.
        amount: Decimal,
    },
    /// The period is closed: what was paid stands, the difference is due.
    Closed {
        /// What the period pays as computed now.
        recomputed: Decimal,
        /// What was paid.
        paid: Decimal,
        /// Due since.
        due: Decimal,
    },
    /// What was due from closed periods is settled.
    Adjusted {
        /// Due before.
        due: Decimal,
        /// How much of it is settled.
        amount: Decimal,
    },
}
