//! Where the credit of a component comes from: the rep's own draws, or the sum over a team or the company.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{CostModel, Counted, Flow, RepModel};
use super::prepare::quotas;
use crate::engine::comp::{Component, CreditFrom, Filter, Measure, QuotaSource};
use crate::engine::records::{RepId, join_key};
use crate::engine::units::Granularity;

/// Whose credit of a run is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The rep's own, in the model's measure.
    Own,
    /// A sum over several reps, by its number.
    Sum(usize),
}

/// A source with what a unit of it counts for: `per_credit · x + per_month`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tap {
    pub(super) source: Source,
    pub(super) per_credit: f64,
    pub(super) per_month: f64,
}

/// The sums that plans need, each filled by reps in every run.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    counted: Vec<Counted>,
    /// By owner (nobody: the company) and what is counted.
    known: BTreeMap<(Option<usize>, usize), usize>,
    /// For each rep, what it adds to which sum.
    pub(super) added: Vec<Vec<(usize, Flow)>>,
    /// For each rep, who is below, and itself.
    teams: Vec<Vec<usize>>,
}

impl Sums {
    pub(super) fn new(model: &CostModel) -> Self {
        let added = vec![Vec::new(); model.reps.len()];
        Self { teams: teams(model), added, ..Self::default() }
    }

    /// How many there are.
    pub(super) fn n(&self) -> usize {
        self.known.len()
    }

    /// Quotas of all whose credit counts for the rep at that place, added by month; `None` if that is the rep alone.
    pub(super) fn quotas(
        &self,
        model: &CostModel,
        place: usize,
        from: CreditFrom,
        n_months: usize,
    ) -> Option<Vec<f64>> {
        let everyone;
        let members: &[usize] = match from {
            CreditFrom::Own => return None,
            CreditFrom::Team => self.teams.get(place).map(Vec::as_slice).unwrap_or_default(),
            CreditFrom::Company => {
                everyone = (0..model.reps.len()).collect::<Vec<_>>();
                &everyone
            }
        };
        let mut sum = vec![0.0; n_months];
        for rep in members.iter().filter_map(|member| model.reps.get(*member)).filter(|rep| rep.has_quota) {
            for (sum, quota) in sum.iter_mut().zip(quotas(rep, n_months)) {
                *sum += quota;
            }
        }
        Some(sum)
    }

    /// Where the rep at that place gets credit of that kind from.
    pub(super) fn tap(&mut self, model: &CostModel, place: usize, from: CreditFrom, what: &Counted) -> Tap {
        let owner = match from {
            CreditFrom::Own => None,
            // Who leads nobody has the own credit alone.
            CreditFrom::Team => self.teams.get(place).filter(|team| 1 < team.len()).map(|_| Some(place)),
            CreditFrom::Company => Some(None),
        };
        let Some(owner) = owner else {
            let Flow { per_credit, per_month } =
                model.reps.get(place).map_or(Flow::default(), |rep| flow(model, rep, what));
            return Tap { source: Source::Own, per_credit, per_month };
        };
        let number = self.sum(model, owner, what);
        Tap { source: Source::Sum(number), per_credit: 1.0, per_month: 0.0 }
    }

    fn sum(&mut self, model: &CostModel, owner: Option<usize>, what: &Counted) -> usize {
        let kind = self.counted.iter().position(|counted| counted == what).unwrap_or_else(|| {
            self.counted.push(what.clone());
            self.counted.len() - 1
        });
        let number = self.known.len();
        match self.known.entry((owner, kind)) {
            std::collections::btree_map::Entry::Occupied(known) => return *known.get(),
            std::collections::btree_map::Entry::Vacant(entry) => entry.insert(number),
        };
        let everyone = || (0..model.reps.len()).collect();
        let members: Vec<usize> =
            owner.map_or_else(everyone, |owner| self.teams.get(owner).cloned().unwrap_or_default());
        for member in members {
            if let (Some(rep), Some(added)) = (model.reps.get(member), self.added.get_mut(member)) {
                added.push((number, flow(model, rep, what)));
            }
        }
        number
    }
}

/// What of that kind comes with a rep's credit. A filter that the model knows nothing of is taken as open.
fn flow(model: &CostModel, rep: &RepModel, what: &Counted) -> Flow {
    let known = || model.flows.iter().position(|known| known == what).and_then(|place| rep.flows.get(place)).copied();
    let whole = || {
        let per_credit = if what.measure == model.measure { 1.0 } else { rep.per_credit.of(what.measure) };
        Flow { per_credit, per_month: 0.0 }
    };
    let flow =
        if what.filter.is_open() && what.measure.is_of_deals() { whole() } else { known().unwrap_or_else(whole) };
    let sound = |number: f64| if number.is_nan() { 0.0 } else { number.clamp(0.0, 1e12) };
    Flow { per_credit: sound(flow.per_credit), per_month: sound(flow.per_month) }
}

impl CostModel {
    /// Whether it tells what comes of that measure and filter.
    pub fn knows(&self, measure: Measure, filter: &Filter) -> bool {
        (filter.is_open() && measure.is_of_deals())
            || self.flows.iter().any(|known| known.measure == measure && known.filter == *filter)
    }
}

impl Measure {
    /// Whether won deals are credited, so that it comes in proportion to sales.
    pub fn is_of_deals(self) -> bool {
        !matches!(self, Self::Activities | Self::Scorecard)
    }
}

/// Everyone below each rep, and the rep, by the managers that reps name.
fn teams(model: &CostModel) -> Vec<Vec<usize>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, rep) in model.reps.iter().enumerate() {
        places.entry(join_key(&rep.rep.0)).or_insert(place);
    }
    for (place, rep) in model.reps.iter().enumerate() {
        places.entry(join_key(&rep.name)).or_insert(place);
    }
    let manager =
        |RepId(name): &RepId| if name.trim().is_empty() { None } else { places.get(&join_key(name)).copied() };
    let mut teams: Vec<Vec<usize>> = (0..model.reps.len()).map(|place| vec![place]).collect();
    for (place, rep) in model.reps.iter().enumerate() {
        let mut seen = BTreeSet::from([place]);
        let mut above = manager(&rep.manager);
        // A loop of managers ends where it comes back.
        while let Some(next) = above.filter(|next| seen.insert(*next)) {
            if let Some(team) = teams.get_mut(next) {
                team.push(place);
            }
            above = model.reps.get(next).and_then(|rep| manager(&rep.manager));
        }
    }
    for team in &mut teams {
        team.sort_unstable();
    }
    teams
}

/// Quota of each month by a source, 0 for none; `main` are those of targets that name no measure, `rolled` those of all
/// whose credit counts.
pub(super) fn monthly_quota(
    rep: &RepModel,
    source: &QuotaSource,
    measure: Measure,
    main: &[f64],
    rolled: Option<&[f64]>,
) -> Vec<f64> {
    let number = |decimal: &crate::engine::units::Decimal| super::prepare::number(*decimal);
    let each = |quota: f64| vec![quota; main.len()];
    match source {
        // A scorecard's quota is the months of the window.
        QuotaSource::Targets if measure == Measure::Scorecard => each(1.0),
        QuotaSource::Targets if rep.has_quota => main.to_vec(),
        QuotaSource::Share { of } | QuotaSource::Credited { of } if measure == Measure::Scorecard => each(number(of)),
        QuotaSource::Credited { of } if rolled.is_some() => {
            rolled.unwrap_or_default().iter().map(|quota| quota * number(of)).collect()
        }
        QuotaSource::Share { of } | QuotaSource::Credited { of } if rep.has_quota => {
            main.iter().map(|quota| quota * number(of)).collect()
        }
        QuotaSource::Targets | QuotaSource::Share { .. } | QuotaSource::Credited { .. } => each(0.0),
        QuotaSource::Stated { amount, per } => each(number(amount) / months(*per)),
        QuotaSource::Named { measure } => {
            let key = join_key(measure);
            let named = rep.named_quotas.iter().find(|named| join_key(&named.measure) == key);
            let of = |month: usize| named.and_then(|named| named.monthly.get(month).or(named.monthly.last())).copied();
            (0..main.len())
                .map(|month| of(month).filter(|quota| 0.0 < *quota && *quota < 1e15).unwrap_or(0.0))
                .collect()
        }
    }
}

fn months(length: Granularity) -> f64 {
    f64::from(length.months())
}

/// What a component counts: one measure, or that of each part.
pub(super) fn counted(component: &Component) -> Vec<(Counted, &QuotaSource)> {
    if component.parts.is_empty() {
        let what = Counted { measure: component.measure, filter: component.filter.clone() };
        return vec![(what, &component.quota)];
    }
    let parts = component.parts.iter();
    parts.map(|part| (Counted { measure: part.measure, filter: part.filter.clone() }, &part.quota)).collect()
}
