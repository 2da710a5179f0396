//! A part of a simulation as bytes: what was simulated, and what its runs came to. Parts need nothing else to be joined.
//!
//! Layout: a mark with the layout's number, the 32-digit fingerprint of what follows, then head and tally in postcard.

use std::ops::Range;

use attain::data::fingerprint;
use attain::engine::simulate::{CostInput, FitNote, Tally};
use attain::engine::units::Currency;
use serde::{Deserialize, Serialize};

const MARK: &[u8] = b"attain-part 1\n";

/// What was simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Version of the engine: others may draw otherwise.
    pub(crate) engine_version: String,
    /// Runs of the whole simulation.
    pub(crate) n_runs: u32,
    pub(crate) seed: u64,
    pub(crate) input: CostInput,
    pub(crate) currency: Currency,
    /// Names the data that the model was fitted on.
    pub(crate) data: Option<String>,
    /// What the fit says of itself.
    pub(crate) notes: Vec<FitNote>,
}

/// Some or all of its runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) head: Head,
    pub(crate) tally: Tally,
}

impl Head {
    /// The runs of shard `index` of `n`: as even as can be, in order.
    pub(crate) fn shard(&self, index: u32, n: u32) -> Range<u32> {
        let cut = |index: u32| (u64::from(self.n_runs) * u64::from(index) / u64::from(n.max(1))) as u32;
        cut(index)..cut(index + 1)
    }
}

impl Part {
    /// Its bytes: the same for the same runs, however they were cut and joined.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let body = postcard::to_allocvec(self).unwrap_or_default(); // fails for no plain data
        [MARK, fingerprint(&body).as_bytes(), body.as_slice()].concat()
    }

    /// The part of those bytes, or why they are none.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        let rest = bytes.strip_prefix(MARK).ok_or("the file is no part of a simulation of this version")?;
        let (mark, body) = rest.split_at_checked(32).ok_or("the part is cut short")?;
        if fingerprint(body).as_bytes() != mark {
            return Err("the part is damaged or cut short");
        }
        let part: Self = postcard::from_bytes(body).map_err(|_| "the part is damaged")?;
        let Head { n_runs, seed, input, .. } = &part.head;
        let is_sound = part.tally.is_sound()
            && part.tally.n_runs() <= *n_runs
            && part.tally.seed() == *seed
            && part.tally.input() == input.fingerprint();
        if is_sound { Ok(part) } else { Err("the part is damaged") }
    }
}
