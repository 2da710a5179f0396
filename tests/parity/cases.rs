//! What must come out the same natively and in wasm: each case is a name and a number of all bits of its result.

use std::ops::Range;

use attain::engine::comp::{Compiled, Plan, calculate, curve, templates};
use attain::engine::pipeline::{
    Driver, PipelineAsked, PipelineReport, PipelineVariant, as_of, forecast, prepare_pipeline, run_pipeline,
};
use attain::engine::quota::capacity::{
    CapacityAsked, CapacityReport, CapacityTally, Variant, prepare_capacity, run_capacity, variants,
};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::simulate::{Cancellations, CostInput, FitInput, Fitted, fit, prepare, run, sensitivity};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month};
use attain::scenario::sample::{SampleSpec, sample};
use serde::Serialize;

use super::company::{ACCELERATED, bits, company, standard};

/// What the accelerated plan is not: discrete quarters, back to the first dollar, a cliff, rates, two components.
const QUARTERLY: &str = r#"{"name":"Quarterly","components":[{"name":"Bookings","weight":"0.7","pay_period":"quarter",
    "pay_basis":{"base_rate":{"rate":"0.05"}},"tier_mode":"retroactive","tiers":[{"from":"0","value":"1"},
    {"from":"1","value":"1.5"}],"threshold":{"at":"0.5","kind":"cliff"}},{"name":"Growth","weight":"0.3",
    "accumulate":"quarter","deduct_prior":false,"pay_basis":"target_incentive","tier_mode":"interpolated",
    "tiers":[{"from":"0","value":"0"},{"from":"0.8","value":"0.5"},{"from":"1","value":"1"},{"from":"1.5","value":"2"}]
    }]}"#;

/// A commission whose rate itself rises along a line: curved pieces, the general path.
const CURVED: &str = r#"{"name":"Curved","components":[{"name":"Rate","weight":"1","accumulate":"year",
    "pay_basis":"rate","tier_axis":"amount","tier_mode":"interpolated","tiers":[{"from":"0","value":"0.02"},
    {"from":"500000","value":"0.06"},{"from":"1500000","value":"0.09"}]}]}"#;

/// What looks at others: a gate, a multiplier, a matrix, a blend, a team, refundable caps, SPIFFs, draw, clawback, holdback.
const LOOKING: &str = r#"{"name":"Looking","components":[
    {"name":"Bookings","weight":"0.5","pay_basis":"target_incentive","tiers":[{"from":"0","value":"1"},{"from":"1","value":"2"}],
     "accumulate":"quarter","caps":[{"pay_multiple":{"times":"1.2","is_refundable":true}}]},
    {"name":"Blend","weight":"0.3","pay_basis":"target_incentive","tiers":[{"from":"0","value":"0.5"},{"from":"0.9","value":"1.1"}],
     "parts":[{"weight":"0.6"},{"weight":"0.4","measure":"deals","quota":{"stated":{"amount":"4","per":"month"}}}],
     "gate":{"conditions":[{"component":"Bookings","at":"0.7"}],"otherwise":{"share":{"of":"0.4"}}},
     "multipliers":[{"component":"Bookings","steps":[{"from":"0.5","value":"0.8"},{"from":"1.1","value":"1.3"}],"is_interpolated":true}]},
    {"name":"Team","weight":"0.2","credit_from":"team","quota":{"share":{"of":"3"}},"pay_basis":"target_incentive",
     "tiers":[{"from":"0","value":"1"}],"matrix":{"component":"Bookings","rows":["0","0.9"],"columns":["0","1.2"],
     "values":[["0.1","0.9"],["0.4","1.7"]],"is_interpolated":true}}],
    "spiffs":[{"name":"Kicker","from":"2026-03-10","to":"2026-06-04","reward":{"rate":{"rate":"0.01"}}},
     {"name":"Club","reward":{"milestones":{"steps":[{"at":"300000","amount":"1000"}]}}},
     {"name":"Race","reward":{"contest":{"per":"quarter","prizes":["900","500"]}}}],
    "draw":{"amount":{"target_incentive":"0.5"},"kind":"recoverable","n_periods":4},
    "clawback":{"within_months":6,"kind":"pro_rata"},"holdback":{"share":"0.2","months":3}}"#;

/// A name, and what computes the number.
pub(crate) type Case = (&'static str, fn() -> u64);

/// All cases, in an order that both sides keep.
pub(crate) fn cases() -> Vec<Case> {
    vec![
        ("runs of the case whose speed is reported", || bits(&run(&prepare(&standard()), 1, 0..40))),
        ("runs of one plan", || simulated(&company(100, 12, &[ACCELERATED]), 1, 0..500)),
        ("runs with months without sales, seasons and rising quotas", || simulated(&zeros(), 2, 0..700)),
        ("runs held to one credit, on a curved plan", || simulated(&held(), u64::MAX, 3..300)),
        ("runs of 17 months over three fiscal years", || simulated(&off_year(), 4, 1_000_000..1_000_333)),
        ("runs of a plan that looks at others", || simulated(&looking(), 3, 5..300)),
        ("sensitivity along company performance", || bits(&sensitivity(&zeros(), &[0.6, 0.9, 1.0, 1.3], 5, 0..200))),
        ("a pipeline fitted, forecast and run", pipeline),
        ("the sample company", || bits(&sample(company_of_40()))),
        ("models fitted on a history", || bits(&templates().map(|plan| fitted(&plan)).collect::<Vec<_>>())),
        ("runs of the fitted models", || bits(&templates().map(|plan| of_fitted(&plan)).collect::<Vec<_>>())),
        ("curves of every template", || bits(&templates().map(|plan| curve_of(&plan)).collect::<Vec<_>>())),
        ("compiled pay of every template", || bits(&templates().map(|plan| compiled(&plan)).collect::<Vec<_>>())),
        ("exact pay of every template", || bits(&templates().map(|plan| exact(&plan)).collect::<Vec<_>>())),
        ("simulated years of a headcount plan, and its report", headcount),
    ]
}

/// The forecast of the sample company's pipeline, its runs, and what is read from them.
fn pipeline() -> u64 {
    let view = as_of(&sample(company_of_40()).deals, Month::new(2025, 9).last_day());
    let asked = PipelineAsked { n_months: 6, step: None, digits: 2, target: Some(1e6) };
    let found = forecast(&view, &asked).unwrap();
    let variant = PipelineVariant::Moved { driver: Driver::WinRate, by: 1.1 };
    let tallies = [PipelineVariant::AsForecast, variant].map(|variant| {
        let tally = run_pipeline(&prepare_pipeline(&found.input, variant), 3, 5..300);
        (variant, tally)
    });
    let report = PipelineReport::of(&found.input, &tallies.each_ref().map(|(variant, tally)| (*variant, tally)));
    bits(&(&found.input, &found.model, &found.months, &tallies, report))
}

/// The bits of years as planned and changed, and of what is read from them.
fn headcount() -> u64 {
    let input = super::capacity::input();
    let asked = CapacityAsked { n_runs: 50, ..CapacityAsked::default() };
    let run = |(variant, n_runs)| (variant, run_capacity(&prepare_capacity(&input, variant), 6, 0..n_runs));
    let tallies: Vec<(Variant, CapacityTally)> = variants(&input, &asked).into_iter().map(run).collect();
    let lent: Vec<_> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
    bits(&(&tallies, CapacityReport::of(&input, &lent)))
}

/// The bits of the tally and of what is read from it.
fn simulated(input: &CostInput, seed: u64, runs: Range<u32>) -> u64 {
    let tally = run(&prepare(input), seed, runs);
    bits(&(&tally, tally.summary(input)))
}

fn zeros() -> CostInput {
    let mut zeros = company(23, 12, &[ACCELERATED, QUARTERLY]);
    zeros.model.season = (0..12).map(|month| 0.7 + 0.05 * f64::from(month)).collect();
    for (place, rep) in zeros.model.reps.iter_mut().enumerate() {
        rep.zero_share = 0.05 * (place % 8) as f64;
        rep.monthly_quota.iter_mut().enumerate().for_each(|(month, quota)| *quota += 1_000.0 * month as f64);
    }
    zeros
}

fn looking() -> CostInput {
    let mut looking = company(40, 14, &[LOOKING, ACCELERATED]);
    looking.model.cancellations = Cancellations { share: vec![0.0, 0.02, 0.03], left: vec![1.0, 0.9, 0.7] };
    for (place, rep) in looking.model.reps.iter_mut().enumerate() {
        rep.per_credit.deals = 0.000_07;
        rep.manager = RepId(format!("rep {}", place / 4));
    }
    looking
}

fn held() -> CostInput {
    let mut held = company(40, 12, &[ACCELERATED, CURVED]);
    held.hold_company = true;
    held.company_factor = 0.9;
    held
}

fn off_year() -> CostInput {
    let mut off_year = company(12, 17, &[CURVED, QUARTERLY]);
    off_year.calendar = Calendar { fiscal_year_start: 2 };
    off_year.model.persistence = -0.4;
    off_year.digits = 0;
    off_year
}

fn company_of_40() -> SampleSpec {
    SampleSpec { n_reps: 40, seed: 7, today: Month::new(2026, 1).first_day() }
}

/// Three years of ten reps: some months without a deal, a rep who came late, one without quota.
fn history() -> Dataset {
    let first = Month::new(2023, 1);
    let rep = |place: i32| RepId(format!("rep {place}"));
    let months = || (0..10).flat_map(|place| (0..36).map(move |month| (place, month)));
    let there = |(place, month): &(i32, i32)| (place * month) % 7 != 3 && (*place != 4 || 20 < *month);
    let deal = |(place, month): (i32, i32)| Deal {
        rep: rep(place),
        outcome: Outcome::Won,
        amount: Some(Money(Decimal::from(20_000 + (place * 7_919 + month * 104_729) % 61_003))),
        closed: Some(first.plus(month).last_day()),
        ..Deal::default()
    };
    let target = |(place, month): (i32, i32)| Target {
        rep: rep(place),
        period: Calendar::default().period(first.plus(month), Granularity::Month),
        amount: Money(Decimal::from(35_000 + 1_000 * place + 500 * (month % 12))),
        measure: String::new(),
    };
    Dataset {
        reps: (0..10).map(|place| Rep { id: rep(place), ..Rep::default() }).collect(),
        deals: months().filter(there).map(deal).collect(),
        targets: months().filter(|(place, _)| *place != 7).map(target).collect(),
        ..Dataset::default()
    }
}

/// Every ready plan, and the four of this file.
fn templates() -> impl Iterator<Item = Plan> {
    let own = [ACCELERATED, QUARTERLY, CURVED, LOOKING].map(|plan| serde_json::from_str(plan).unwrap());
    templates::all().into_iter().map(|(_, plan)| plan).chain(own)
}

fn fitted(plan: &Plan) -> Fitted {
    let (history_first, history_last, first) = (Month::new(2023, 1), Month::new(2025, 12), Month::new(2026, 1));
    fit(&FitInput {
        dataset: &history(),
        plan,
        others: &[],
        currency: "EUR",
        history_first,
        history_last,
        first,
        n_months: 12,
    })
}

fn of_fitted(plan: &Plan) -> u64 {
    let input = CostInput { plans: vec![plan.clone()], model: fitted(plan).model, ..company(0, 12, &[]) };
    simulated(&input, 9, 0..64)
}

fn curve_of(plan: &Plan) -> impl Serialize + use<> {
    curve(plan, Decimal::from(120_000), Decimal::from(40_000), 0.0, 2.5, 400)
}

/// Pay and marginal pay of each component along credit, with a quota that no binary fraction meets.
fn compiled(plan: &Plan) -> Vec<(f64, f64)> {
    let forms = plan.components.iter().map(|component| Compiled::new(component, Some(99_999.1), 10_000.0 / 3.0));
    forms
        .flat_map(|form| {
            (0..500).map(move |step| f64::from(step) * 612.7).map(move |x| (form.pay(x), form.marginal(x)))
        })
        .collect()
}

fn exact(plan: &Plan) -> impl Serialize + use<> {
    let (quota, incentive) = (Decimal::from(120_000), Decimal::from(40_000));
    (0..60).map(|step| calculate(plan, quota, incentive, Decimal::new(step * 333, 4), 2)).collect::<Vec<_>>()
}
