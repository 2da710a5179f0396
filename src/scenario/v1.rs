//! Version 1 of the file. It is the current layout; when a version 2 comes, the types of today are frozen here and
//! converted.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::document::Scenario;
use super::forecast::{ForecastChoices, ForecastOverride};
use crate::data::Mapping;
use crate::engine::comp::Plan;
use crate::engine::comp::benchmarks::Benchmark;
use crate::engine::pipeline::PipelineChoices;
use crate::engine::quota::capacity::HeadcountPlan;
use crate::engine::quota::plan::QuotaPlan;

/// Reads the `scenario` part of a version 1 file.
pub(super) fn read(scenario: Value) -> Result<Scenario, serde_json::Error> {
    serde_json::from_value(scenario)
}

/// Reads the `scenario` part of a file of a later version as far as it can be understood, and how many plans had to be
/// left out, those of pay, quotas and heads together: a plan with a rule that is not understood is not shown, since it
/// would be paid wrongly.
pub(super) fn read_newer(mut scenario: Value) -> Result<(Scenario, usize), serde_json::Error> {
    let plans = leave_out::<Plan>(&mut scenario, "plans");
    let quotas = leave_out::<QuotaPlan>(&mut scenario, "quotas");
    leave_out::<Mapping>(&mut scenario, "mappings");
    leave_out::<Benchmark>(&mut scenario, "benchmarks");
    if let Some(forecast) = scenario.get_mut("forecast") {
        leave_out::<ForecastOverride>(forecast, "overrides");
        if ForecastChoices::deserialize(&*forecast).is_err() {
            *forecast = json!({});
        }
    }
    let heads = scenario.get_mut("headcount").filter(|heads| !heads.is_null());
    let unread = heads.filter(|heads| HeadcountPlan::deserialize(&**heads).is_err());
    let mut n_heads = 0;
    if let Some(heads) = unread {
        (*heads, n_heads) = (Value::Null, 1);
    }
    let choices = scenario.get_mut("pipeline").filter(|choices| PipelineChoices::deserialize(&**choices).is_err());
    if let Some(choices) = choices {
        *choices = Value::Null;
    }
    let mut scenario = read(scenario)?;
    scenario.chosen_plan = moved(scenario.chosen_plan, &plans);
    scenario.chosen_quotas = moved(scenario.chosen_quotas, &quotas);
    Ok((scenario, plans.len() + quotas.len() + n_heads))
}

/// The place of what is chosen when others are left out; the first if it is itself.
fn moved(chosen: usize, left_out: &[usize]) -> usize {
    let n_before = left_out.iter().filter(|place| **place < chosen).count();
    if left_out.contains(&chosen) { 0 } else { chosen - n_before }
}

/// Takes out of a list what cannot be read, and says from which places.
fn leave_out<T: DeserializeOwned>(scenario: &mut Value, list: &str) -> Vec<usize> {
    let Some(Value::Array(items)) = scenario.get_mut(list) else { return Vec::new() };
    let mut left_out = Vec::new();
    let mut place = 0;
    items.retain(|item| {
        let is_read = serde_json::from_value::<T>(item.clone()).is_ok();
        if !is_read {
            left_out.push(place);
        }
        place += 1;
        is_read
    });
    left_out
}
