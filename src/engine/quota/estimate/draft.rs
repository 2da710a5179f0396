//! From what a method says of each rep to estimates: the peers' mean where it says nothing, intervals, nothing below 0.

use std::collections::BTreeMap;

use super::answer::{AccountLine, Estimate, Estimates, How, Interval, Model, Note};
use super::past::Past;
use super::settings::Method;
use crate::engine::simulate::two_sided;
use crate::engine::units::{Granularity, Period};

/// What a method says of a rep.
pub(super) struct Draft {
    pub(super) value: f64,
    /// What will be sold as far as the data tells, where a stated number makes the value something else.
    pub(super) centre: Option<f64>,
    /// Standard error of what will be sold around it, if it can be told.
    pub(super) error: Option<f64>,
    pub(super) how: How,
}

/// What a method says of all.
pub(super) struct Drafted {
    /// By rep of the past, in order.
    pub(super) drafts: Vec<Option<Draft>>,
    /// Degrees of freedom behind the errors.
    pub(super) degrees: u32,
    pub(super) model: Model,
    pub(super) accounts: Vec<AccountLine>,
    pub(super) notes: Vec<Note>,
}

/// What cannot be added up counts as nothing.
pub(super) fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

/// Means of known numbers by group, and of all.
pub(super) struct Means {
    groups: BTreeMap<String, (f64, u32)>,
    all: (f64, u32),
}

impl Means {
    pub(super) fn of(past: &Past, values: &[Option<f64>]) -> Self {
        let mut means = Self { groups: BTreeMap::new(), all: (0.0, 0) };
        for (place, value) in past.reps.iter().zip(values) {
            let Some(value) = value else { continue };
            let group = means.groups.entry(past.group(*place)).or_default();
            *group = (group.0 + value, group.1 + 1);
            means.all = (means.all.0 + value, means.all.1 + 1);
        }
        means
    }

    /// That of the group, else of all.
    pub(super) fn mean(&self, group: &str) -> f64 {
        let (sum, n) = self.groups.get(group).copied().unwrap_or(self.all);
        if n == 0 { 0.0 } else { sum / f64::from(n) }
    }
}

pub(super) fn finish(past: &Past, method: Method, drafted: Drafted) -> Estimates {
    let Drafted { drafts, degrees, model, accounts, mut notes } = drafted;
    let values: Vec<Option<f64>> =
        drafts.iter().map(|draft| draft.as_ref().map(|draft| finite(draft.value).max(0.0))).collect();
    let means = Means::of(past, &values);
    let (likely, wide) = (two_sided(past.settings.level, degrees), two_sided(0.95, degrees));
    let (mut n_peers, mut n_floored) = (0, 0);
    let mut estimates = Vec::with_capacity(drafts.len());
    for (place, draft) in past.reps.iter().zip(drafts) {
        let Some(person) = past.person(*place) else { continue };
        let draft = draft.unwrap_or_else(|| {
            n_peers += 1;
            Draft { value: means.mean(&past.group(*place)), centre: None, error: None, how: How::Peers }
        });
        n_floored += u32::from(draft.value < 0.0);
        let value = finite(draft.value);
        let interval = |quantile: Option<f64>| {
            let half = quantile? * draft.error.filter(|error| error.is_finite())?;
            let centre = finite(draft.centre.unwrap_or(value));
            Some(Interval { low: (centre - half).max(0.0), high: (centre + half).max(0.0) })
        };
        estimates.push(Estimate {
            rep: person.id.clone(),
            name: person.name.clone(),
            value: value.max(0.0),
            interval: interval(likely),
            wide: interval(wide),
            how: draft.how,
        });
    }
    let n_annualised = past.n_annualised();
    let n_months = past.n_months(1);
    if n_months < 12 {
        notes.push(Note::ShortYear { n_months });
    }
    for (n_reps, note) in [
        (n_peers, Note::Peers { n_reps: n_peers }),
        (n_annualised, Note::Annualised { n_reps: n_annualised }),
        (past.n_left_out, Note::LeftOut { n_reps: past.n_left_out }),
        (n_floored, Note::Floored { n_reps: n_floored }),
    ] {
        if 0 < n_reps {
            notes.push(note);
        }
    }
    let year = Period { start: past.year, length: Granularity::Year };
    Estimates { method, year, level: past.settings.level, estimates, model, accounts, notes }
}
