//! What counts towards a component: credit event by event, and several measures as one attainment.

use std::rc::Rc;

use super::terms::Member;
use crate::engine::comp::credit::{Event, EventSource};
use crate::engine::comp::exact::{Reached, Step, Terms, divided, plus, times};
use crate::engine::comp::plan::Component;
use crate::engine::units::{Decimal, Month, Period};

/// A component with all that counts towards it, of one rep.
pub(super) struct Counting<'a> {
    member: &'a Member<'a>,
    component: &'a Component,
    events: Events,
}

enum Events {
    /// Of a component without parts.
    One(Rc<[Event]>),
    /// Of all parts, by day and source.
    Parts(Vec<PartEvent>),
}

/// What counts towards a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartEvent {
    part: usize,
    event: Event,
}

/// What one record adds on one day: one event, or one for each part that counts it.
#[derive(Clone, Copy)]
pub(super) enum Group<'e> {
    One(&'e Event),
    Parts(&'e [PartEvent]),
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
    /// Of that component and rep.
    pub(super) fn new(member: &'a Member<'a>, component: &'a Component) -> Self {
        let events = if component.parts.is_empty() {
            Events::One(member.events(component.counted()))
        } else {
            let of_part = |(part, counted): (usize, &crate::engine::comp::plan::BlendPart)| {
                let events = member.events(counted.counted(component.credit_from));
                events.iter().map(|event| PartEvent { part, event: *event }).collect::<Vec<_>>()
            };
            let mut all: Vec<PartEvent> = component.parts.iter().enumerate().flat_map(of_part).collect();
            all.sort_by_key(|counted| (counted.event.day, counted.event.source)); // stable: parts keep their order
            Events::Parts(all)
        };
        Self { member, component, events }
    }

    /// What counts from the first of these months to the last, in the order of days and then of the files.
    pub(super) fn groups(&self, first: Month, last: Month) -> Vec<Group<'_>> {
        let (first, last) = (first.first_day(), last.last_day());
        match &self.events {
            Events::One(events) => {
                let start = events.partition_point(|event| event.day < first);
                let end = events.partition_point(|event| event.day <= last);
                events.get(start..end).unwrap_or_default().iter().map(Group::One).collect()
            }
            Events::Parts(events) => {
                let start = events.partition_point(|counted| counted.event.day < first);
                let end = events.partition_point(|counted| counted.event.day <= last);
                let same = |one: &PartEvent, next: &PartEvent| {
                    (one.event.day, one.event.source) == (next.event.day, next.event.source)
                };
                events.get(start..end).unwrap_or_default().chunk_by(same).map(Group::Parts).collect()
            }
        }
    }

    /// Whether the rep is there, and on the plan, on a day of the period.
    pub(super) fn is_there(&self, period: Period) -> bool {
        self.member.is_there(period)
    }

    /// What the rep is held to in a window.
    pub(super) fn scale(&self, window: Period) -> Scale {
        let mut terms = self.member.terms(self.component, window);
        let parts: Vec<(Decimal, Option<Decimal>)> = self
            .component
            .parts
            .iter()
            .map(|part| {
                let quota =
                    self.member.quota_from((&part.quota, self.component.credit_from), part.measure, window.months());
                (part.weight, quota.filter(|quota| Decimal::ZERO < *quota))
            })
            .collect();
        if !parts.is_empty() {
            terms.quota = parts.iter().all(|(_, quota)| quota.is_some()).then_some(Decimal::ONE);
        }
        Scale { terms, parts }
    }

    /// What the rep has reached at the end of a month, in a window to date.
    pub(super) fn reached(&self, window: Period, end: Month) -> Reached {
        let scale = self.scale(window);
        let mut tally = Tally::new(&scale);
        for group in self.groups(window.start, end) {
            tally.add(group);
        }
        let credit = tally.credit();
        Reached { credit, attainment: scale.attainment(credit) }
    }
}

impl Group<'_> {
    /// The event, or the first of them.
    pub(super) fn event(&self) -> Option<Event> {
        match self {
            Self::One(event) => Some(**event),
            Self::Parts(events) => events.first().map(|counted| counted.event),
        }
    }

    /// Whether it comes from a deal.
    pub(super) fn is_deal(&self) -> bool {
        self.event().is_some_and(|event| matches!(event.source, EventSource::Deal(_)))
    }
}

impl Scale {
    /// Credit over quota; `None` without a quota.
    pub(super) fn attainment(&self, credit: Decimal) -> Option<Decimal> {
        self.terms.quota.filter(|quota| Decimal::ZERO < *quota).map(|quota| divided(credit, quota))
    }
}

impl<'a> Tally<'a> {
    /// Nothing yet.
    pub(super) fn new(scale: &'a Scale) -> Self {
        Self { scale, raw: vec![Decimal::ZERO; scale.parts.len().max(1)] }
    }

    /// Counts what one record adds.
    pub(super) fn add(&mut self, group: Group) {
        match group {
            Group::One(event) => self.add_to(0, event.credit),
            Group::Parts(events) => {
                for counted in events {
                    self.add_to(counted.part, counted.event.credit);
                }
            }
        }
    }

    fn add_to(&mut self, part: usize, credit: Decimal) {
        if let Some(raw) = self.raw.get_mut(part) {
            *raw = plus(*raw, credit);
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
