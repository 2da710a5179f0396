//! What differs between two scenarios, field by field.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::document::Scenario;

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Where, as in `plans[0].components[1].tiers[2].value`.
    pub path: String,
    /// What it was; `null` if it was not there.
    pub old: Value,
    /// What it is; `null` if it is gone.
    pub new: Value,
}

/// The fields in which `new` differs from `old`, in the document's order.
pub fn diff(old: &Scenario, new: &Scenario) -> Vec<Change> {
    let value = |scenario| serde_json::to_value(scenario).unwrap_or(Value::Null);
    let mut changes = Vec::new();
    compare("", &value(old), &value(new), &mut changes);
    changes
}

fn compare(path: &str, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    match (old, new) {
        _ if old == new => {}
        (Value::Object(from), Value::Object(to)) => {
            let keys = from.keys().chain(to.keys().filter(|key| !from.contains_key(*key)));
            for key in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(&path, from.get(key).unwrap_or(&Value::Null), to.get(key).unwrap_or(&Value::Null), changes);
            }
        }
        (Value::Array(from), Value::Array(to)) => {
            for index in 0..from.len().max(to.len()) {
                let at = |list: &Vec<Value>| list.get(index).cloned().unwrap_or(Value::Null);
                compare(&format!("{path}[{index}]"), &at(from), &at(to), changes);
            }
        }
        _ => changes.push(Change { path: path.into(), old: old.clone(), new: new.clone() }),
    }
}
