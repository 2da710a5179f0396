//! What a user decides about a pipeline's forecast. Saved with the scenario.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::weighted::StageProbabilities;

/// What the horizon's total is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PipelineTarget {
    /// What the quotas' goal asks of the same months, where it asks something of all of them.
    #[default]
    Goal,
    /// Nothing.
    Nothing,
    /// An amount for the whole horizon.
    Amount(f64),
}

/// A stage with the probability that is stated for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StatedStage {
    /// The stage.
    pub stage: String,
    /// From 0 to 1.
    pub probability: f64,
}

/// All choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PipelineChoices {
    /// Last day that is known; the data's if not chosen.
    pub as_of: Option<NaiveDate>,
    /// Months of the forecast.
    pub n_months: u32,
    /// What it is held against.
    pub target: PipelineTarget,
    /// Stages whose probability is not the usual one.
    pub stages: Vec<StatedStage>,
}

impl Default for PipelineChoices {
    fn default() -> Self {
        Self { as_of: None, n_months: 6, target: PipelineTarget::default(), stages: Vec::new() }
    }
}

impl PipelineChoices {
    /// The usual probabilities, with those that are stated.
    pub fn probabilities(&self) -> StageProbabilities {
        let mut probabilities = StageProbabilities::usual();
        for stated in self.stages.iter().filter(|stated| stated.probability.is_finite()) {
            probabilities.state(&stated.stage, stated.probability);
        }
        probabilities
    }
}
