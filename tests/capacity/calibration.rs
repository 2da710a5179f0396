//! Ranges and chances held against companies whose truth is known: a year of each is drawn by a plain program.

use super::*;

/// Simulated years of each company.
const N_RUNS: u32 = 320;

/// A year of the company, drawn in the plainest way by another generator: what the simulation claims to foresee.
fn year(plan: &HeadcountPlan, random: &mut fastrand::Rng) -> f64 {
    let mut normal = || {
        let (a, b) = (1.0 - random.f64(), random.f64());
        (-2.0 * libm::log(a)).sqrt() * libm::cos(std::f64::consts::TAU * b)
    };
    let factor = |deviation: f64, draw: f64| {
        let sigma = libm::log(1.0 + deviation * deviation).sqrt();
        libm::exp(sigma * draw - sigma * sigma / 2.0)
    };
    let doubt = plan.doubt;
    let level = factor(doubt.level, normal());
    let stretch = factor(doubt.ramp, normal());
    let mut state = normal();
    let market: Vec<f64> = (0..plan.n_months)
        .map(|_| {
            let now = factor(doubt.market, state) * level;
            state = doubt.persistence * state + (1.0 - doubt.persistence * doubt.persistence).sqrt() * normal();
            now
        })
        .collect();
    let mut total = 0.0;
    let starts = plan
        .heads
        .iter()
        .map(|heads| (heads.n, None))
        .chain(plan.hires.iter().map(|hires| (hires.n, Some(hires.month))));
    for (n, month) in starts.collect::<Vec<_>>() {
        for _ in 0..n {
            let role = &plan.roles[0];
            let Ramp::Stated(ramp) = &role.ramp else { panic!() };
            let skill = factor(role.spread, normal());
            let mut wait = month.map_or(0.0, |month| {
                f64::from(month.since(january()))
                    + (-doubt.hire_delay * libm::log(1.0 - random_of(&mut normal))).round()
            });
            let mut tenure = if month.is_some() { 0 } else { 99 };
            for market in &market {
                let leaves = random_of(&mut normal) < 1.0 - libm::pow(1.0 - role.attrition, 1.0 / 12.0);
                if wait < 0.5 && 0 < tenure && leaves {
                    wait = (role.backfill_lag.unwrap() * factor(doubt.backfill, normal())).round();
                    tenure = 0;
                }
                if 0.5 <= wait {
                    wait -= 1.0;
                    continue;
                }
                let at = f64::from(tenure) / stretch;
                let (below, within) = (at.floor(), at.fract());
                let share = |place: f64| ramp.get(place as usize).copied().unwrap_or(1.0);
                let ramped = share(below) + (share(below + 1.0) - share(below)) * within;
                total += role.quota / 12.0 * role.attainment * ramped * skill * factor(role.noise, normal()) * market;
                tenure += 1;
            }
        }
    }
    total
}

/// A uniform number by way of a normal one, so that one generator serves all.
fn random_of(normal: &mut impl FnMut() -> f64) -> f64 {
    0.5 * libm::erfc(-normal() * std::f64::consts::FRAC_1_SQRT_2)
}

/// A company whose numbers are drawn, with a goal anywhere near what it sells.
fn company(random: &mut fastrand::Rng) -> HeadcountPlan {
    let mut between = |low: f64, high: f64| low + (high - low) * random.f64();
    let role = CapacityRole {
        name: "AE".into(),
        quota: between(3e5, 2e6),
        per: Granularity::Year,
        attainment: between(0.5, 1.1),
        spread: between(0.1, 0.5),
        noise: between(0.3, 1.2),
        attrition: between(0.05, 0.45),
        backfill_lag: Some(between(1.0, 5.0)),
        ramp: Ramp::Stated(vec![0.25, 0.5, 0.75]),
    };
    let doubt = Doubt {
        level: between(0.0, 0.15),
        market: between(0.0, 0.2),
        persistence: between(0.0, 0.6),
        ramp: between(0.0, 0.4),
        backfill: between(0.0, 0.7),
        hire_delay: between(0.0, 2.0),
        pull: 0.5,
    };
    let (n_there, n_new, step) = (between(4.0, 12.0) as u32, between(1.0, 5.0) as u32, between(0.0, 8.0) as i32);
    let rough = f64::from(n_there) * role.quota * role.attainment;
    let goal = CapacityGoal::Year(rough * between(0.8, 1.25));
    let plan = certain(12, vec![role]);
    HeadcountPlan {
        heads: vec![heads("AE", n_there, None)],
        hires: vec![hires("AE", step, n_new)],
        goal,
        doubt,
        ..plan
    }
}

#[test]
fn ranges_and_chances_are_those_of_a_thousand_drawn_companies() {
    let mut random = fastrand::Rng::with_seed(20_261_127);
    let (mut n_in_80, mut n_in_90) = (0, 0);
    // By predicted chance in fifths: companies, sum of predictions, sum of their variances, those who reached the goal.
    let mut bins = [(0_u32, 0.0_f64, 0.0_f64, 0.0_f64); 5];
    for _ in 0..1_000 {
        let plan = company(&mut random);
        let summary = report(&input(&plan), N_RUNS).summary.unwrap();
        let sold = year(&plan, &mut random);
        n_in_80 += u32::from((summary.total.p10..=summary.total.p90).contains(&sold));
        n_in_90 += u32::from((summary.total.p5..=summary.total.p95).contains(&sold));
        let chance = summary.goal_probability.unwrap();
        let bin = &mut bins[((chance * 5.0) as usize).min(4)];
        bin.0 += 1;
        bin.1 += chance;
        // Of what happened, and of the prediction itself, which rests on so many runs.
        bin.2 += chance * (1.0 - chance) * (1.0 + 1.0 / f64::from(N_RUNS));
        bin.3 += f64::from(u8::from(summary.goal <= sold));
    }
    assert!((770..=830).contains(&n_in_80), "{n_in_80} of 1,000 within P10 to P90");
    assert!((870..=930).contains(&n_in_90), "{n_in_90} of 1,000 within P5 to P95");
    for (n, predicted, variance, reached) in bins {
        assert!(30 <= n, "{bins:?}");
        // Three standard errors of a sum of such chances.
        assert!((predicted - reached).abs() <= 3.0 * variance.sqrt(), "{n} companies: {predicted} and {reached}");
    }
}
