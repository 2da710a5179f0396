//! Growth from year to year, of reps and of their peers together, and how far single reps stray from it.

use std::collections::BTreeMap;

use super::answer::{EstimateError, How, Model, Note};
use super::draft::{Draft, Drafted};
use super::past::Past;
use super::settings::GrowthFrom;

/// Growth of peers, and the scatter of reps around it.
pub(super) struct Growths {
    groups: BTreeMap<String, Option<f64>>,
    /// Of everyone; `None` with one year only.
    pub(super) all: Option<f64>,
    pub(super) scatter: Scatter,
}

/// How far sales stray from a ratio to a base. The variance of sales is taken as in proportion to the base, as where a
/// territory is made of many accounts; the ratio of sums is then the best linear estimate (the ratio estimator).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scatter {
    /// Variance for each unit of base; `None` for fewer than two pairs.
    pub(super) variance: Option<f64>,
    /// Sum of the bases behind the last ratio.
    pub(super) base: f64,
    pub(super) degrees: u32,
    pub(super) n_pairs: u32,
}

/// `Σ later / Σ earlier` of pairs, if something was sold in the earlier.
fn ratio(pairs: &[(f64, f64)]) -> Option<f64> {
    let (earlier, later) = pairs.iter().fold((0.0, 0.0), |(one, other), (x, y)| (one + x, other + y));
    (0.0 < earlier).then(|| later / earlier)
}

impl Scatter {
    /// Of pairs of base and sales, some lists of them each around a ratio of its own.
    pub(super) fn of(lists: &[Vec<(f64, f64)>]) -> Self {
        let mut scatter = Self::default();
        let mut squares = 0.0;
        for (place, list) in lists.iter().enumerate() {
            let pairs: Vec<(f64, f64)> = list.iter().copied().filter(|(base, _)| 0.0 < *base).collect();
            let Some(ratio) = ratio(&pairs) else { continue };
            squares +=
                pairs.iter().map(|(base, sales)| (sales - ratio * base) * (sales - ratio * base) / base).sum::<f64>();
            scatter.n_pairs += pairs.len() as u32;
            scatter.degrees += pairs.len() as u32 - 1;
            if place == 0 {
                scatter.base = pairs.iter().map(|(base, _)| base).sum();
            }
        }
        scatter.variance = (0 < scatter.degrees).then(|| squares / f64::from(scatter.degrees));
        scatter
    }

    /// Standard error of sales of a new pair with that base: the scatter's, and that of the ratio.
    pub(super) fn error(&self, base: f64) -> Option<f64> {
        let variance = self.variance.filter(|_| 0.0 < base)?;
        let of_ratio = if 0.0 < self.base { base / self.base } else { 0.0 };
        Some(libm::sqrt(variance * base * (1.0 + of_ratio)))
    }
}

impl Growths {
    pub(super) fn of(past: &Past) -> Self {
        let years: Vec<u32> = past.years().collect();
        let pairs_of = |k: u32, places: &[usize]| -> Vec<(f64, f64)> {
            let pair = |place: &usize| Some((past.annual(*place, k + 1)?, past.annual(*place, k)?));
            places.iter().filter_map(pair).collect()
        };
        let earlier = years.iter().filter(|k| years.contains(&(**k + 1)));
        let lists: Vec<Vec<(f64, f64)>> = earlier.map(|k| pairs_of(*k, &past.reps)).collect();
        let all = lists.first().and_then(|pairs| ratio(pairs)).map(|ratio| ratio - 1.0);
        let mut members: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for place in &past.reps {
            members.entry(past.group(*place)).or_default().push(*place);
        }
        let has_pairs = 2 <= years.len();
        let group = |places: Vec<usize>| ratio(&pairs_of(1, &places)).filter(|_| has_pairs).map(|ratio| ratio - 1.0);
        let groups = members.into_iter().map(|(key, places)| (key, group(places))).collect();
        Self { groups, all, scatter: Scatter::of(&lists) }
    }

    /// A rep's growth as the settings want it, and whether it is the rep's own; 0 where nothing says it.
    pub(super) fn of_rep(&self, past: &Past, place: usize) -> (f64, bool) {
        let peers = || self.groups.get(&past.group(place)).copied().flatten().or(self.all).unwrap_or(0.0);
        match past.settings.growth {
            GrowthFrom::Stated(growth) => (growth, false),
            GrowthFrom::Peers => (peers(), false),
            GrowthFrom::Own => {
                let is_counted = past.years().any(|k| k == 2);
                let before = past.annual(place, 2).filter(|sales| is_counted && 0.0 < *sales);
                let own = before.zip(past.annual(place, 1)).map(|(before, last)| last / before - 1.0);
                own.map_or_else(|| (peers(), false), |growth| (growth, true))
            }
        }
    }

    /// That the settings want a growth that the data does not tell.
    pub(super) fn note(&self, past: &Past) -> Option<Note> {
        let is_stated = matches!(past.settings.growth, GrowthFrom::Stated(_));
        (!is_stated && self.all.is_none()).then_some(Note::NoGrowth)
    }
}

/// `sales × (1 + growth)`.
pub(super) fn growth(past: &Past) -> Result<Drafted, EstimateError> {
    let growths = Growths::of(past);
    let draft = |place: &usize| {
        let sales = past.annual(*place, 1)?;
        let (growth, is_own) = growths.of_rep(past, *place);
        let value = sales * (1.0 + growth);
        Some(Draft {
            value,
            centre: None,
            error: growths.scatter.error(sales),
            how: How::Grown { sales, growth, is_own },
        })
    };
    let drafts: Vec<Option<Draft>> = past.reps.iter().map(draft).collect();
    if drafts.iter().all(Option::is_none) {
        return Err(EstimateError::NoHistory);
    }
    let Scatter { variance, degrees, n_pairs, .. } = growths.scatter;
    let notes = growths.note(past).into_iter().collect();
    let model = Model::Growth { growth: growths.all, scatter: variance, n_pairs };
    Ok(Drafted { drafts, degrees, model, accounts: Vec::new(), notes })
}
