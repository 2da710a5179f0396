//! What counts towards a component: credit deal by deal, and several measures as one attainment.

use super::terms::Member;
use crate::engine::comp::exact::{Reached, Step, Terms, divided, plus, times};
use crate::engine::comp::plan::Component;
use crate::engine::records::Deal;
use crate::engine::units::{Decimal, Month, Period};

/// A component's measure, or the measures of its parts.
#[derive(Debug)]
pub(super) struct Counting<'a> {
    component: &'a Component,
    /// Each part as a component of its own, with its weight.
    parts: Vec<(Decimal, Component)>,
}

/// Credit for a deal towards a component or one of its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event<'a> {
    /// Its place among the member's deals, by which events are in order.
    pub(super) order: usize,
    /// Which deal.
    pub(super) deal: &'a Deal,
    part: usize,
    credit: Decimal,
}

/// What credit is held to in one window.
#[derive(Debug)]
pub(super) struct Scale {
    /// The component's terms; those of a blend have a quota of 1.
    pub(super) terms: Terms,
    /// Weight and quota of each part.
    parts: Vec<(Decimal, Option<Decimal>)>,
}

/// Credit of a window so far.
#[derive(Clone, Debug)]
pub(super) struct Tally<'a> {
    scale: &'a Scale,
    /// Of each part, in the unit of its measure.
    raw: Vec<Decimal>,
}

impl<'a> Counting<'a> {
    /// Of that component.
    pub(super) fn new(component: &'a Component) -> Self {
        let part = |part: &crate::engine::comp::plan::BlendPart| {
            let counted = Component {
                measure: part.measure,
                filter: part.filter.clone(),
                quota: part.quota.clone(),
                credit_from: component.credit_from,
                pay_period: component.pay_period,
                accumulate: component.accumulate,
                ..Component::default()
            };
            (part.weight, counted)
        };
        Self { component, parts: component.parts.iter().map(part).collect() }
    }

    /// What counts from the first of these months to the last, in the order of days and then of the files.
    pub(super) fn events<'m>(&self, member: &'m Member, first: Month, last: Month) -> Vec<Event<'m>> {
        if self.parts.is_empty() {
            return events(member, self.component, 0, first, last).collect();
        }
        let parts = self.parts.iter().enumerate();
        let mut all: Vec<Event> =
            parts.flat_map(|(part, (_, counted))| events(member, counted, part, first, last)).collect();
        all.sort_by_key(|event| event.order); // stable: parts keep their order
        all
    }

    /// What the member is held to in a window.
    pub(super) fn scale(&self, member: &Member, window: Period) -> Scale {
        let mut terms = member.terms(self.component, window);
        let quota = |counted| member.terms(counted, window).quota.filter(|quota| Decimal::ZERO < *quota);
        let parts: Vec<(Decimal, Option<Decimal>)> =
            self.parts.iter().map(|(weight, counted)| (*weight, quota(counted))).collect();
        if !parts.is_empty() {
            terms.quota = parts.iter().all(|(_, quota)| quota.is_some()).then_some(Decimal::ONE);
        }
        Scale { terms, parts }
    }

    /// What the member has reached at the end of a month, in the component's window to date.
    pub(super) fn reached(&self, member: &Member, window: Period, end: Month) -> Reached {
        let scale = self.scale(member, window);
        let mut tally = Tally::new(&scale);
        for event in self.events(member, window.start, end) {
            tally.add(&event);
        }
        let credit = tally.credit();
        Reached { credit, attainment: scale.attainment(credit) }
    }
}

/// The one place that asks the records what counts.
fn events<'m>(
    member: &'m Member,
    component: &Component,
    part: usize,
    first: Month,
    last: Month,
) -> impl Iterator<Item = Event<'m>> {
    let (first, last) = (first.first_day(), last.last_day());
    let start = member.deals.partition_point(|deal| deal.closed.is_none_or(|day| day < first));
    let end = member.deals.partition_point(|deal| deal.closed.is_none_or(|day| day <= last));
    let deals = member.deals.get(start..end).unwrap_or_default().iter().enumerate();
    let measure = component.measure;
    deals.filter_map(move |(step, deal)| {
        measure.of(deal).map(|credit| Event { order: start + step, deal: *deal, part, credit })
    })
}

impl Scale {
    /// Credit over quota; `None` without a quota.
    pub(super) fn attainment(&self, credit: Decimal) -> Option<Decimal> {
        self.terms.quota.filter(|quota| !quota.is_zero()).map(|quota| divided(credit, quota))
    }
}

impl<'a> Tally<'a> {
    /// Nothing yet.
    pub(super) fn new(scale: &'a Scale) -> Self {
        Self { scale, raw: vec![Decimal::ZERO; scale.parts.len().max(1)] }
    }

    /// Counts an event.
    pub(super) fn add(&mut self, event: &Event) {
        if let Some(raw) = self.raw.get_mut(event.part) {
            *raw = plus(*raw, event.credit);
        }
    }

    /// Credit so far: what was measured, or for a blend `Σ weight · credit / quota`.
    pub(super) fn credit(&self) -> Decimal {
        if self.scale.parts.is_empty() {
            return self.raw.first().copied().unwrap_or_default();
        }
        self.parts().fold(Decimal::ZERO, |sum, (.., adds)| plus(sum, adds))
    }

    /// Weight, credit and quota of each part, and what it adds to attainment. The quota divides last, so that thirds of
    /// a quota add up to it.
    fn parts(&self) -> impl Iterator<Item = (Decimal, Decimal, Option<Decimal>, Decimal)> {
        self.scale.parts.iter().zip(&self.raw).map(|((weight, quota), raw)| {
            let adds = quota.map_or(Decimal::ZERO, |quota| divided(times(*weight, *raw), quota));
            (*weight, *raw, *quota, adds)
        })
    }

    /// How each part of a blend stands.
    pub(super) fn steps(&self, component: &Component) -> Vec<Step> {
        let step = |(part, (weight, credit, quota, adds)): (&crate::engine::comp::plan::BlendPart, _)| Step::Part {
            measure: part.measure,
            weight,
            credit,
            quota,
            adds,
        };
        component.parts.iter().zip(self.parts()).map(step).collect()
    }
}
