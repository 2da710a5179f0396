//! Which records a component, SPIFF or part of a blend counts.

use serde::{Deserialize, Serialize};

use super::{Component, Measure};
use crate::engine::units::Decimal;

/// A choice of records. Each list names values that count, joined without case and outer blanks; an empty list lets all
/// count. A record counts if every list lets it. A list that names what records of the measure do not have is an error.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// Products, by name, id or family.
    pub products: Vec<String>,
    /// Customer segments; where the deal states none, its account's.
    pub segments: Vec<String>,
    /// Regions; where the deal states none, its account's.
    pub regions: Vec<String>,
    /// Kinds of deal as the file names them, such as new business, renewal, expansion.
    pub deal_kinds: Vec<String>,
    /// Lead sources.
    pub sources: Vec<String>,
    /// Kinds of activity, for [`Measure::Activities`](super::Measure::Activities).
    pub activities: Vec<String>,
    /// Names of objectives, for [`Measure::Scorecard`](super::Measure::Scorecard).
    pub objectives: Vec<String>,
    /// Deals of a smaller amount do not count; money.
    pub least_amount: Option<Decimal>,
}

impl Filter {
    /// Whether it lets everything count.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

impl Component {
    /// The first list of the filter, or of a part's, that names what records of its measure do not have.
    pub(super) fn filter_of_other(&self) -> Option<&'static str> {
        if self.parts.is_empty() {
            return self.filter.of_other(self.measure);
        }
        self.parts.iter().find_map(|part| part.filter.of_other(part.measure))
    }
}

impl Filter {
    /// The first list that names what records of the measure do not have: activities have a kind only, objectives a name,
    /// deals all but these.
    pub fn of_other(&self, measure: Measure) -> Option<&'static str> {
        let of_deals = [
            ("products", !self.products.is_empty()),
            ("segments", !self.segments.is_empty()),
            ("regions", !self.regions.is_empty()),
            ("deal_kinds", !self.deal_kinds.is_empty()),
            ("sources", !self.sources.is_empty()),
            ("least_amount", self.least_amount.is_some()),
        ];
        let others = [("activities", !self.activities.is_empty()), ("objectives", !self.objectives.is_empty())];
        let [activities, objectives] = others;
        let wrong: Vec<(&'static str, bool)> = match measure {
            Measure::Activities => of_deals.into_iter().chain([objectives]).collect(),
            Measure::Scorecard => of_deals.into_iter().chain([activities]).collect(),
            _ => others.to_vec(),
        };
        wrong.into_iter().find(|(_, is_set)| *is_set).map(|(field, _)| field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_names_what_the_records_have() {
        let one = || vec!["x".to_owned()];
        let activities = Filter { activities: one(), ..Filter::default() };
        let products = Filter { products: one(), ..Filter::default() };
        let objectives = Filter { objectives: one(), ..Filter::default() };
        let check = |filter: &Filter, measure: Measure, expected: Option<&str>| {
            assert_eq!(filter.of_other(measure), expected, "{filter:?} {measure:?}");
        };
        check(&products, Measure::Bookings, None);
        check(&activities, Measure::Bookings, Some("activities"));
        check(&activities, Measure::Activities, None);
        check(&products, Measure::Activities, Some("products"));
        check(&objectives, Measure::Scorecard, None);
        check(&objectives, Measure::Activities, Some("objectives"));
        check(&Filter { least_amount: Some(Decimal::ONE), ..objectives }, Measure::Scorecard, Some("least_amount"));
    }
}
