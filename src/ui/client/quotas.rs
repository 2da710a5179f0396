//! The data with quotas of the scenario in the place of its own targets: a name for it, and what workers must be told.

use std::rc::Rc;

use super::Client;
use crate::data::fingerprint;
use crate::job::{Ask, N_QUOTAS, QuotasSpec, encode};
use crate::platform::pool::Need;
use crate::scenario::Scenario;

/// The scenario that was named last, its data's name, and the quotas behind it.
pub(super) type Named = Option<(Rc<Scenario>, String, String, Option<QuotasSpec>)>;

impl Client {
    /// The name of the data as the scenario sees it: of its own, or with the quotas that are used.
    pub(crate) fn name_of(&self, data: &str, scenario: &Rc<Scenario>) -> String {
        if let Some((named, base, name, _)) = self.named.borrow().as_ref()
            && Rc::ptr_eq(named, scenario)
            && base == data
        {
            return name.clone();
        }
        let plans: Vec<_> = scenario.quotas.iter().filter(|plan| plan.is_used).cloned().collect();
        let (calendar, currency) = (scenario.calendar, scenario.currency.code.clone());
        let spec = (!plans.is_empty()).then_some(QuotasSpec { plans, calendar, currency });
        let name =
            spec.as_ref().map_or_else(|| data.to_owned(), |spec| format!("{data} {}", fingerprint(&encode(spec))));
        *self.named.borrow_mut() = Some((scenario.clone(), data.to_owned(), name.clone(), spec));
        name
    }

    /// What a worker must be told before it is asked of data of that name, besides the data.
    pub(super) fn quotas_need(&self, name: &str) -> Option<Need> {
        let named = self.named.borrow();
        let (_, data, known, spec) = named.as_ref()?;
        let spec = spec.as_ref().filter(|_| known == name)?;
        let ask = Ask::KeepQuotas { data: data.clone(), name: name.to_owned(), spec: Box::new(spec.clone()) };
        let message = Rc::new(encode(&ask));
        Some(Need { slot: ("quotas", N_QUOTAS), key: name.to_owned(), message, bulk: None })
    }
}
