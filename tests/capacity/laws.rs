//! Laws of capacity: more and earlier heads never sell less, and no number stops it.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_later_hire_never_sells_more(
        attrition in 0.0..0.9_f64,
        lag in prop::option::of(0.0..6.0_f64),
        mut ramp in prop::collection::vec(0.0..1.0_f64, 0..8),
        steps in prop::collection::vec(0..12_i32, 1..5),
        doubt in 0.0..1.0_f64,
    ) {
        ramp.sort_by(f64::total_cmp);
        let role = CapacityRole { attrition, backfill_lag: lag, ..role("AE", 1e6, Granularity::Year, 0.8, &ramp) };
        let doubt = Doubt { ramp: doubt, backfill: doubt, hire_delay: doubt, ..Doubt::NONE };
        let of = |later: i32| {
            let hires = steps.iter().map(|step| hires("AE", step + later, 1)).filter(|one| one.month < january().plus(12));
            expected(&input(&HeadcountPlan { hires: hires.collect(), doubt, ..certain(12, vec![role.clone()]) }))
        };
        let (now, later) = (of(0), of(1));
        prop_assert!(later.expected <= now.expected * (1.0 + 1e-12), "{} {}", now.expected, later.expected);
    }

    #[test]
    fn without_leavers_a_later_hire_never_sells_more_in_any_month(
        mut ramp in prop::collection::vec(0.0..1.0_f64, 0..8),
        step in 0..11_i32,
        season in prop::collection::vec(0.1..3.0_f64, 12),
    ) {
        ramp.sort_by(f64::total_cmp);
        let of = |step| {
            let plan = certain(12, vec![role("AE", 1e6, Granularity::Year, 0.8, &ramp)]);
            expected(&input(&HeadcountPlan { hires: vec![hires("AE", step, 1)], season: season.clone(), ..plan })).months
        };
        for (now, later) in of(step).iter().zip(of(step + 1)) {
            prop_assert!(later.expected <= now.expected);
        }
    }

    #[test]
    fn more_heads_never_sell_less_in_any_year(
        n in 0_u32..6, more in 1_u32..4, extra in 1_u32..3, step in 0..12_i32, seed in any::<u64>(),
    ) {
        let of = |n: u32, variant: Variant| {
            let mut plan = usual();
            plan.hires.push(hires("AE", step, n));
            let input = input(&plan);
            let tally = run(&input, variant, seed, 32);
            let report = CapacityReport::of(&input, &[(Variant::AsPlanned, &tally)]);
            (report.expected.expected, report.summary.unwrap().total)
        };
        let ((formula, fewer), (formula_more, many)) = (of(n, Variant::AsPlanned), of(n + more, Variant::AsPlanned));
        prop_assert!(formula <= formula_more);
        prop_assert!(fewer.p5 <= many.p5 && fewer.p50 <= many.p50 && fewer.p95 <= many.p95);
        let (_, others) = of(n, Variant::ExtraHires { n: extra });
        prop_assert!(fewer.p5 <= others.p5 && fewer.p50 <= others.p50 && fewer.p95 <= others.p95);
    }

    #[test]
    fn no_number_stops_it(numbers in prop::collection::vec(any::<f64>(), 20), ints in prop::collection::vec(any::<i32>(), 6)) {
        let mut input = input(&usual());
        let role = &mut input.roles[0];
        (role.monthly_quota, role.attainment, role.spread) = (numbers[0], numbers[1], numbers[2]);
        (role.noise, role.attrition, role.backfill_lag) = (numbers[3], numbers[4], Some(numbers[5]));
        role.ramp = numbers[6..9].to_vec();
        (input.season[0], input.goal[1], input.over_assignment) = (numbers[9], numbers[10], numbers[11]);
        input.doubt = Doubt {
            level: numbers[12], market: numbers[13], persistence: numbers[14], ramp: numbers[15],
            backfill: numbers[16], hire_delay: numbers[17], pull: numbers[18],
        };
        input.seats[0].start = ints[0];
        input.seats[1].tenure = ints[1] as u32;
        input.seats[2].leaves_after = Some(ints[2] as u32);
        input.seats[3].role = ints[3] as u32;
        let moved = Variant::Moved { assumption: Assumption::ALL[(ints[4] as u32 % 8) as usize], by: numbers[19] };
        let delayed = Variant::Delayed { months: ints[5] as u32 };
        let tallies = [Variant::AsPlanned, moved, delayed, Variant::ExtraHires { n: 2 }].map(|variant| (variant, run(&input, variant, 1, 17)));
        let lent: Vec<_> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
        let report = CapacityReport::of(&input, &lent);
        let summary = report.summary.unwrap();
        prop_assert_eq!(summary.n_runs, 17);
        let numbers = [summary.mean, summary.sd, summary.total.p5, summary.total.p95, report.expected.quota, report.expected.expected];
        prop_assert!(numbers.iter().all(|number| number.is_finite() && 0.0 <= *number), "{:?}", numbers);
    }
}
