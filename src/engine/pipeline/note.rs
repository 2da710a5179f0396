//! What a reader of a pipeline's forecast should know, and why there is none.

use serde::{Deserialize, Serialize};

/// What a reader should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PipelineNote {
    /// Deals without a day of creation, or closed ones without a day of closing: they do not count.
    Undated {
        /// How many.
        n: u32,
    },
    /// Deals that ended before they began: they do not count.
    EndsBeforeBegin {
        /// How many.
        n: u32,
    },
    /// Lost deals have no amounts: amounts are filled in at the end, so open deals get what such deals are usually won for.
    AmountsAtTheEnd,
    /// Open deals without an amount get what such deals are usually won for.
    AmountsUnknown {
        /// How many.
        n: u32,
    },
    /// Too few deals have ended to tell them apart: all have the same chances.
    FewDeals {
        /// Deals that were won.
        n_won: u32,
        /// Deals that were lost.
        n_lost: u32,
    },
    /// Stages are known of open deals only: what they are worth takes dated exports of the pipeline.
    StagesNotMeasured,
    /// Months differ no more than chance makes them: no shared shock.
    NoShock,
    /// Too few months to tell a shared shock.
    ShockUnknown {
        /// Months that were seen.
        n_months: u32,
    },
    /// Nothing was created in the months looked at, so nothing new is expected.
    NothingCreated,
    /// Deals in another currency: they do not count.
    OtherCurrency {
        /// How many.
        n: u32,
    },
}

/// Why there is no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PipelineError {
    /// No deal has the days that are needed.
    #[error("no deal has a day of creation")]
    NoDeals,
    /// No deal was won by that day.
    #[error("no deal was won by that day")]
    NothingWon,
    /// No deal that was won has an amount.
    #[error("no deal that was won by that day has an amount")]
    NoAmounts,
    /// No deal was seen for a whole period of its life.
    #[error("no deal was seen for a whole period")]
    NoPeriods,
}
