//! Companies whose chances are known, drawn by a plain program.

use attain::engine::units::{Decimal, Money};
use chrono::{Datelike, Days, NaiveDate};

use super::*;

/// What is planted.
#[derive(Clone, Debug)]
pub(super) struct Truth {
    /// Chances of a period of a month by age, the last for all later ones: to be won and to be lost.
    pub(super) win: Vec<f64>,
    pub(super) lose: Vec<f64>,
    /// On the logarithm of the odds to win: deals of partners, a deviation of the amount, the third month of the quarter.
    pub(super) partner: f64,
    pub(super) amount: f64,
    pub(super) third: f64,
    /// Deviation of the logarithm of a month's chances to win.
    pub(super) shock: f64,
    /// Deals created a month.
    pub(super) rate: f64,
    /// Mean of the logarithm of amounts, and its deviation.
    pub(super) size: (f64, f64),
    /// Whether lost deals keep their amounts.
    pub(super) keeps_amounts: bool,
    pub(super) n_months: i32,
}

impl Default for Truth {
    fn default() -> Self {
        Self {
            win: vec![0.05, 0.12, 0.16, 0.10, 0.06],
            lose: vec![0.10, 0.10, 0.08, 0.12, 0.20],
            partner: 0.0,
            amount: 0.0,
            third: 0.0,
            shock: 0.0,
            rate: 20.0,
            size: (9.5, 0.8),
            keeps_amounts: true,
            n_months: 36,
        }
    }
}

pub(super) fn first() -> Month {
    Month::new(2022, 1)
}

pub(super) fn normal(random: &mut fastrand::Rng) -> f64 {
    let (a, b) = (1.0 - random.f64(), random.f64());
    (-2.0 * libm::log(a)).sqrt() * libm::cos(std::f64::consts::TAU * b)
}

fn poisson(random: &mut fastrand::Rng, mean: f64) -> u32 {
    let (mut n, mut product, limit) = (0, random.f64(), libm::exp(-mean));
    while limit < product {
        n += 1;
        product *= random.f64();
    }
    n
}

/// Every deal of the company to its end; what a day cannot know of it is for [`as_of`] to leave out.
pub(super) fn deals(truth: &Truth, random: &mut fastrand::Rng) -> Vec<Deal> {
    let shocks: Vec<f64> = (0..truth.n_months + 60)
        .map(|_| libm::exp(truth.shock * normal(random) - truth.shock * truth.shock / 2.0))
        .collect();
    let mut deals = Vec::new();
    for step in 0..truth.n_months {
        for _ in 0..poisson(random, truth.rate) {
            let month = first().plus(step);
            let n_days = month.last_day().day();
            let created = month.first_day() + Days::new(u64::from(random.u32(0..n_days)));
            deals.push(deal(truth, random, &shocks, created, deals.len()));
        }
    }
    deals
}

fn deal(truth: &Truth, random: &mut fastrand::Rng, shocks: &[f64], created: NaiveDate, number: usize) -> Deal {
    const LENGTH: f64 = 30.4375;
    let z = normal(random);
    let is_partner = random.f64() < 0.3;
    let mut period = 0;
    let (outcome, days) = loop {
        let start = f64::from(period) * LENGTH;
        let middle = created + Days::new((start + 0.5 * LENGTH) as u64);
        let at = |chances: &[f64]| chances.get(period as usize).or(chances.last()).copied().unwrap();
        let (win, lose) = (at(&truth.win), at(&truth.lose));
        let stay = 1.0 - win - lose;
        let month = Month::of(middle).since(first()).max(0) as usize;
        let effect = if is_partner { truth.partner } else { 0.0 }
            + truth.amount * z
            + if middle.month0() % 3 == 2 { truth.third } else { 0.0 };
        let odds = win / stay * libm::exp(effect) * shocks.get(month).copied().unwrap_or(1.0);
        let (win, lose) = {
            let all = 1.0 + odds + lose / stay;
            (odds / all, lose / stay / all)
        };
        let draw = random.f64();
        let ends = (start + random.f64() * (LENGTH - 1.0)).ceil() as u64;
        if draw < win {
            break (Outcome::Won, ends);
        }
        if draw < win + lose || 59 < period {
            break (Outcome::Lost, ends);
        }
        period += 1;
    };
    let amount = libm::exp(truth.size.0 + truth.size.1 * z).round().max(1.0);
    let keeps = truth.keeps_amounts || outcome == Outcome::Won;
    Deal {
        id: format!("D{number}"),
        rep: RepId(format!("R{}", random.u32(0..6))),
        source: if is_partner { "Partner" } else { "Inbound" }.into(),
        stage: if outcome == Outcome::Won { "Closed Won" } else { "Closed Lost" }.into(),
        outcome,
        amount: keeps.then(|| Money(Decimal::from(amount as i64))),
        created: Some(created),
        closed: Some(created + Days::new(days)),
        ..Deal::default()
    }
}
