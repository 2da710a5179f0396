//! An input made ready to be run: every number sound, each role's tables, each head's start.

use super::input::{CapacityInput, RoleInput, Seat, SeatSource};
use super::plan::{Assumption, Doubt, MOST_HEADS, MOST_MONTHS};
use super::report::Variant;
use super::tables::{Months, chances, delay, lognormal, sigma, spread};
use crate::engine::simulate::{fingerprint_of, key};

/// Curves by which an uncertain time to ramp is drawn.
pub(super) const N_CURVES: usize = 16;
/// Longest ramp, in months, stretched.
const MOST_RAMP: usize = 72;
/// Largest amount that is reckoned with.
const MOST: f64 = 1e15;

/// An input made ready to be run.
#[derive(Clone, Debug)]
pub struct PreparedCapacity {
    pub(super) fingerprint: String,
    pub(super) n_months: usize,
    /// Minor units in a major one.
    pub(super) minor: f64,
    /// Standard deviations of the logarithms of level and month, and half of their squares' sum.
    pub(super) level: f32,
    pub(super) market: f32,
    pub(super) market_correction: f32,
    /// `φ`, and `√(1 − φ²)`.
    pub(super) persistence: (f32, f32),
    pub(super) delays: Months,
    pub(super) n_curves: usize,
    pub(super) roles: Vec<PreparedRole>,
    pub(super) seats: Vec<PreparedSeat>,
}

#[derive(Clone, Debug)]
pub(super) struct PreparedRole {
    /// Quota of a full head in each month.
    pub(super) quota: Vec<f64>,
    /// What it sells of it.
    pub(super) sells: Vec<f64>,
    pub(super) spread: f32,
    pub(super) noise: f32,
    /// Half of the squares' sum of both.
    pub(super) correction: f32,
    /// Share that leaves in a month, and the same as a bound on random words.
    pub(super) hazard: f64,
    pub(super) leaves_below: u32,
    /// Months until a leaver is replaced; `None` for never.
    pub(super) lags: Option<Months>,
    /// Ramp by curve and tenure, one curve after the other; the last of each is for all later months.
    pub(super) ramps: Vec<f64>,
    pub(super) width: usize,
    /// Their mean.
    pub(super) mean_ramp: Vec<f64>,
}

#[derive(Clone, Debug)]
pub(super) struct PreparedSeat {
    pub(super) role: usize,
    pub(super) stream: u64,
    pub(super) is_hire: bool,
    /// Months until the head comes.
    pub(super) wait: u32,
    pub(super) tenure: u32,
    pub(super) leaves_after: Option<u32>,
}

/// Makes an input ready, changed by the variant. Numbers that cannot be are taken as 0 or as the nearest that can.
pub fn prepare_capacity(input: &CapacityInput, variant: Variant) -> PreparedCapacity {
    let mut doubt = input.doubt;
    let mut roles: Vec<RoleInput> = input.roles.clone();
    let mut shift = 0.0_f64;
    let mut hires = 1.0;
    let mut stretch = 1.0;
    let mut n_extra = 0;
    match variant {
        Variant::AsPlanned => {}
        Variant::Delayed { months } => shift = f64::from(months),
        Variant::ExtraHires { n } => n_extra = n.min(MOST_HEADS),
        Variant::Moved { assumption, by } => match assumption {
            Assumption::Attainment => change(&mut roles, |role| role.attainment *= by),
            Assumption::Attrition => change(&mut roles, |role| role.attrition *= by),
            Assumption::RampTime => stretch = by,
            Assumption::BackfillLag => {
                change(&mut roles, |role| role.backfill_lag = role.backfill_lag.map(|lag| lag + by));
            }
            Assumption::HireDelay => shift = by,
            Assumption::Hires => hires = by,
            Assumption::Market => (doubt.level, doubt.market) = (doubt.level * by, doubt.market * by),
            Assumption::HeadSpread => {
                change(&mut roles, |role| (role.spread, role.noise) = (role.spread * by, role.noise * by));
            }
        },
    }
    let doubt = sound_doubt(doubt);
    let season: Vec<f64> =
        input.season.iter().take(MOST_MONTHS as usize).map(|factor| sound(*factor, 1_000.0)).collect();
    let stretches: Vec<f64> = lognormal(doubt.ramp, if doubt.ramp == 0.0 { 1 } else { N_CURVES })
        .into_iter()
        .map(|value| value * sound(stretch, 10.0))
        .collect();
    let n_curves = stretches.len();
    let (level, market) = (sigma(doubt.level), sigma(doubt.market));
    let persistence = doubt.persistence;
    PreparedCapacity {
        fingerprint: fingerprint_of(&(input, variant)),
        n_months: season.len(),
        minor: libm::pow(10.0, f64::from(input.digits.min(4))),
        level: level as f32,
        market: market as f32,
        market_correction: (0.5 * (level * level + market * market)) as f32,
        persistence: (persistence as f32, libm::sqrt(1.0 - persistence * persistence) as f32),
        delays: delay(doubt.hire_delay),
        n_curves,
        seats: seats(input, roles.len(), shift, hires, n_extra),
        roles: roles.iter().map(|role| prepared_role(role, &season, &stretches, doubt.backfill)).collect(),
    }
}

fn change(roles: &mut [RoleInput], change: impl Fn(&mut RoleInput)) {
    for role in roles {
        change(role);
    }
}

fn sound(number: f64, most: f64) -> f64 {
    if 0.0 < number { number.min(most) } else { 0.0 }
}

fn sound_doubt(doubt: Doubt) -> Doubt {
    let persistence = if doubt.persistence.is_finite() { doubt.persistence.clamp(-0.99, 0.99) } else { 0.0 };
    Doubt {
        level: sound(doubt.level, 5.0),
        market: sound(doubt.market, 5.0),
        persistence,
        ramp: sound(doubt.ramp, 5.0),
        backfill: sound(doubt.backfill, 5.0),
        hire_delay: sound(doubt.hire_delay, 36.0),
        pull: sound(doubt.pull, 1.0),
    }
}

fn prepared_role(role: &RoleInput, season: &[f64], stretches: &[f64], backfill: f64) -> PreparedRole {
    let (head, month) = (sigma(sound(role.spread, 5.0)), sigma(sound(role.noise, 5.0)));
    let hazard = 1.0 - libm::pow(1.0 - sound(role.attrition, 0.99), 1.0 / 12.0);
    let longest = stretches.iter().copied().fold(1.0, f64::max);
    // One place for the months after the ramp, and at least two, so that who has just come is told apart.
    let width = (libm::ceil(role.ramp.len() as f64 * longest) as usize).clamp(1, MOST_RAMP) + 1;
    let curve = |stretch: &f64| {
        let stretch = stretch.max(1e-6);
        // Who has been there longest is fully ramped, however long the ramp is.
        let at = move |tenure: usize| {
            if tenure + 1 == width { 1.0 } else { ramp_at(&role.ramp, tenure as f64 / stretch) }
        };
        (0..width).map(at).collect::<Vec<_>>()
    };
    let curves: Vec<Vec<f64>> = stretches.iter().map(curve).collect();
    let n = curves.len().max(1) as f64;
    let mean_ramp = (0..width)
        .map(|tenure| curves.iter().filter_map(|curve| curve.get(tenure)).fold(0.0, |sum, share| sum + share) / n)
        .collect();
    let quota: Vec<f64> = season.iter().map(|factor| sound(role.monthly_quota, MOST) * factor).collect();
    let attainment = sound(role.attainment, 100.0);
    PreparedRole {
        sells: quota.iter().map(|quota| quota * attainment).collect(),
        quota,
        spread: head as f32,
        noise: month as f32,
        correction: (0.5 * (head * head + month * month)) as f32,
        hazard,
        leaves_below: (hazard * 4_294_967_296.0) as u32,
        lags: role.backfill_lag.map(|lag| spread(sound(lag, 60.0), backfill)),
        ramps: curves.concat(),
        width,
        mean_ramp,
    }
}

/// Productivity after so many months: linear between whole months, 1 after the last that is stated.
fn ramp_at(ramp: &[f64], tenure: f64) -> f64 {
    let below = tenure.min(1e6) as usize; // rounds down
    let at = |place: usize| ramp.get(place).map_or(1.0, |share| sound(*share, 5.0));
    let within = tenure - below as f64;
    if within == 0.0 { at(below) } else { at(below) + (at(below + 1) - at(below)) * within }
}

fn seats(input: &CapacityInput, n_roles: usize, shift: f64, hires: f64, n_extra: u32) -> Vec<PreparedSeat> {
    let shift = if shift.is_finite() { libm::round(shift.clamp(-120.0, 120.0)) as i32 } else { 0 };
    let prepared = |seat: &Seat| {
        let is_hire = seat.source == SeatSource::Hire;
        // Nobody is hired before the plan begins.
        let start = seat.start.clamp(0, 120) + if is_hire { shift } else { 0 };
        PreparedSeat {
            role: seat.role as usize,
            stream: seat.stream,
            is_hire,
            wait: start.max(0).unsigned_abs(),
            tenure: if is_hire { 0 } else { seat.tenure.min(10_000) },
            leaves_after: seat.leaves_after,
        }
    };
    let known = |seat: &&Seat| (seat.role as usize) < n_roles;
    let (planned, there): (Vec<&Seat>, Vec<&Seat>) =
        input.seats.iter().take(MOST_HEADS as usize).filter(known).partition(|seat| seat.source == SeatSource::Hire);
    let mut seats: Vec<PreparedSeat> = there.into_iter().map(prepared).collect();
    // Fewer hires: the last are left out; more: they are hired once more, on draws of their own.
    let wanted = moved(planned.len(), sound(hires, 10.0));
    for number in 0..wanted.min(MOST_HEADS as usize) {
        let Some(seat) = planned.get(number % planned.len().max(1)) else { continue };
        let mut seat = prepared(seat);
        let turn = number / planned.len().max(1);
        if turn != 0 {
            seat.stream = key(format!("again {} {turn}", seat.stream).as_bytes());
        }
        seats.push(seat);
    }
    if n_roles != 0 {
        let extra = |number: u32| PreparedSeat {
            role: 0,
            stream: key(format!("extra {number}").as_bytes()),
            is_hire: true,
            wait: 0,
            tenure: 0,
            leaves_after: None,
        };
        seats.extend((0..n_extra).map(extra));
    }
    seats
}

/// So many hires by a factor: in whole heads, and one at least more or less where it is not 1.
fn moved(n: usize, factor: f64) -> usize {
    let wanted = n as f64 * factor;
    // 10 × 1.1 is a hair above 11, and no twelfth head.
    let whole = if factor < 1.0 { libm::floor(wanted + 1e-9) } else { libm::ceil(wanted - 1e-9) };
    whole as usize
}

impl PreparedRole {
    /// The probability of each number of months until a leaver is replaced; empty for never.
    pub(super) fn lag_chances(&self) -> Vec<f64> {
        self.lags.as_ref().map(chances).unwrap_or_default()
    }
}

impl PreparedSeat {
    /// Whether the head is known to leave in this month, and whether it may leave by chance: who is known to leave
    /// later stays until then.
    pub(super) fn leaving(&self, month: usize) -> Leaving {
        match self.leaves_after {
            Some(last) if month < last as usize => Leaving::Never,
            Some(last) if month == last as usize => Leaving::Surely,
            _ => Leaving::ByChance,
        }
    }
}

/// How a head may leave in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    Never,
    ByChance,
    Surely,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_is_linear_between_its_months_and_full_after_them() {
        let check = |tenure: f64, expected: f64| {
            let found = ramp_at(&[0.0, 0.25, 0.5], tenure);
            assert!((found - expected).abs() < 1e-12, "{tenure}: {found}");
        };
        check(0.0, 0.0);
        check(1.0, 0.25);
        check(1.5, 0.375);
        check(2.5, 0.75);
        check(3.0, 1.0);
        check(1e9, 1.0);
    }

    #[test]
    fn hires_are_moved_by_whole_heads() {
        let found = [(10, 1.1), (100, 0.29), (2, 0.8), (2, 1.2), (5, 0.8), (7, 1.0), (0, 1.5), (3, 0.0)];
        assert_eq!(found.map(|(n, factor)| moved(n, factor)), [11, 29, 1, 3, 4, 7, 0, 0]);
    }
}
