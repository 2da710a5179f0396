//! The lint: silent on sound plans, and finds a planted fault of each kind with its amount.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "lint/laws.rs"]
mod laws;
#[path = "lint/team.rs"]
mod team;

use attain::engine::comp::lint::{At, DeadZone, Field, Finding, MixUp, Pay, Place, Rule, Severity, Typical, findings};
use attain::engine::comp::{
    BlendPart, Boundary, Cap, Clawback, ClawbackKind, Component, Condition, CreditFrom, Draw, DrawAmount, DrawKind,
    Filter, Gate, Holdback, Matrix, Measure, Multiplier, Otherwise, PayBasis, Plan, QuotaSource, Reward, Spiff,
    Threshold, ThresholdKind, Tier, TierAxis, TierMode, Window, templates,
};
use attain::engine::units::{Decimal, Granularity, Money};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn tiers(points: &[(&str, &str)]) -> Vec<Tier> {
    points.iter().map(|(from, value)| Tier { from: number(from), value: number(value) }).collect()
}

/// A year's quota of 1,200,000 and target incentive of 60,000: 100,000 and 5,000 a month.
fn typical() -> Typical {
    Typical { quota: Some(1_200_000.into()), target_incentive: Some(60_000.into()) }
}

/// A sound component: the target incentive in proportion to attainment.
fn sound() -> Component {
    Component { name: "Bookings".into(), ..Component::default() }
}

fn plan_of(component: Component) -> Plan {
    Plan { name: "Planted".into(), components: vec![component], ..Plan::default() }
}

fn with(change: impl FnOnce(&mut Component)) -> Plan {
    let mut component = sound();
    change(&mut component);
    plan_of(component)
}

fn pay(money: &str, of_target: &str) -> Pay {
    Pay { money: Some(Money(number(money))), of_target: Some(number(of_target)) }
}

fn at(credit: &str, attainment: &str) -> At {
    At { credit: Some(number(credit)), attainment: Some(number(attainment)) }
}

/// Expects a finding of just that rule and place, whatever else is found.
#[track_caller]
fn check(plan: &Plan, severity: Severity, place: Place, rule: &Rule) {
    let found = findings(plan, &typical());
    let is_it = |finding: &&Finding| finding.place == place && finding.rule == *rule && finding.severity == severity;
    assert!(found.iter().any(|finding| is_it(&finding)), "{severity:?} {place:?} {rule:?} is not in {found:#?}");
}

fn first(field: Field) -> Place {
    Place::of(0, field)
}

#[test]
fn templates_and_sensible_variants_are_silent() {
    let check = |name: &str, plan: &Plan, typical: &Typical| {
        let found = findings(plan, typical);
        assert!(found.is_empty(), "{name}: {found:#?}");
    };
    let none = Typical::default();
    for (key, plan) in templates::all() {
        check(key, &plan, &none);
        let terms = Typical { quota: Some(600_000.into()), target_incentive: Some(60_000.into()) };
        let is_by_deals = plan
            .components
            .iter()
            .any(|component| component.measure == Measure::Deals && component.pay_basis == PayBasis::Rate);
        if is_by_deals {
            continue; // its quota would be of deals
        }
        check(key, &plan, &terms);
        let larger = Typical { quota: Some(9_000_000.into()), target_incentive: Some(900_000.into()) };
        check(key, &plan, &larger);
    }
    for (name, change) in variants() {
        let mut component = sound();
        change(&mut component);
        check(name, &plan_of(component), &typical());
    }
}

type Change = fn(&mut Component);

fn variants() -> Vec<(&'static str, Change)> {
    vec![
        ("in proportion", |_| {}),
        ("a slide from half of quota", |component| {
            component.threshold = Some(Threshold { at: number("0.5"), kind: ThresholdKind::Slide });
        }),
        ("a common accelerator", |component| component.tiers = tiers(&[("0", "1"), ("1", "1.5"), ("1.25", "2")])),
        ("a windfall decelerator", |component| component.tiers = tiers(&[("0", "1"), ("1", "1.5"), ("2", "0.5")])),
        ("a cap at 150 %", |component| component.caps = vec![Cap::Attainment { at: number("1.5") }]),
        ("a year to date", |component| component.accumulate = Window::Year),
        ("rates of the target", |component| {
            component.pay_basis = PayBasis::Rate;
            component.tiers = tiers(&[("0", "0.05"), ("1", "0.075")]);
        }),
        ("multiples of a base rate", |component| {
            component.pay_basis = PayBasis::BaseRate { rate: number("0.05") };
            component.tiers = tiers(&[("0", "1"), ("1", "1.5")]);
        }),
        ("above quota at the highest tier", |component| {
            component.tier_mode = TierMode::HighestOverQuota;
            component.tiers = tiers(&[("0", "1"), ("1", "1.2")]);
        }),
        ("a pay curve", |component| {
            component.tier_mode = TierMode::Interpolated;
            component.tiers = tiers(&[("0", "0"), ("0.5", "0.4"), ("1", "1"), ("1.5", "2")]);
        }),
        ("units", |component| {
            component.measure = Measure::Units;
            component.pay_basis = PayBasis::Rate;
            component.quota = QuotaSource::Stated { amount: 100.into(), per: Granularity::Month };
            component.tiers = tiers(&[("0", "50"), ("1", "60")]);
        }),
    ]
}

#[test]
fn cliffs_are_found_with_their_money() {
    let retroactive = |from: &str, low: &str, high: &str| {
        with(|component| {
            component.tier_mode = TierMode::Retroactive;
            component.tiers = tiers(&[("0", low), (from, high)]);
        })
    };
    // 1.2 quotas of 100,000 at 1.5 in place of 1: 120 % of 5,000 becomes 180 %.
    let jump = |credit, attainment, money, share, before, before_share| Rule::Jump {
        at: at(credit, attainment),
        pay: pay(money, share),
        before: pay(before, before_share),
    };
    let tier = first(Field::TierFrom).at(1);
    check(
        &retroactive("1.2", "1", "1.5"),
        Severity::Warning,
        tier,
        &jump("120000", "1.2", "3000", "0.6", "6000", "1.2"),
    );
    check(&retroactive("1.2", "1", "1.1"), Severity::Note, tier, &jump("120000", "1.2", "600", "0.12", "6000", "1.2"));
    let cliff = |at: &str| {
        with(|component| component.threshold = Some(Threshold { at: number(at), kind: ThresholdKind::Cliff }))
    };
    let threshold = first(Field::Threshold);
    check(&cliff("0.5"), Severity::Note, threshold, &jump("50000", "0.5", "2500", "0.5", "0", "0"));
    check(&cliff("0.8"), Severity::Warning, threshold, &jump("80000", "0.8", "4000", "0.8", "0", "0"));
    let floor = ThresholdKind::Floor { share: number("0.4") };
    let floor = with(|component| component.threshold = Some(Threshold { at: number("0.5"), kind: floor }));
    check(&floor, Severity::Note, threshold, &jump("50000", "0.5", "2000", "0.4", "0", "0"));
    let bonus = with(|component| {
        component.pay_basis = PayBasis::Fixed;
        component.tiers = tiers(&[("0", "0"), ("1", "5000"), ("1.25", "2500")]);
    });
    check(&bonus, Severity::Warning, tier, &jump("100000", "1", "5000", "1", "0", "0"));
    let second = first(Field::TierFrom).at(2);
    check(&bonus, Severity::Warning, second, &jump("125000", "1.25", "2500", "0.5", "5000", "1"));
    // A month's quota of 41,666.67 that no decimal holds: the jump is exact all the same.
    let uneven = Typical { quota: Some(500_000.into()), target_incentive: Some(60_000.into()) };
    for (plan, money) in [(retroactive("1.2", "1", "1.5"), 3_000), (cliff("0.5"), 2_500)] {
        let found = findings(&plan, &uneven);
        let jump = |finding: &Finding| matches!(finding.rule, Rule::Jump { pay, .. } if pay.money == Some(Money::whole(money)));
        assert!(found.iter().any(jump), "{found:#?}");
    }
    // Rates on amounts, without a quota: 40 % more at 100,000.
    let amounts = with(|component| {
        (component.pay_basis, component.tier_axis) = (PayBasis::Rate, TierAxis::Amount);
        component.tier_mode = TierMode::Retroactive;
        component.tiers = tiers(&[("0", "0.05"), ("100000", "0.07"), ("250000", "0.09")]);
    });
    let found = findings(&amounts, &Typical::default());
    let money = |finding: &Finding| match finding.rule {
        Rule::Jump { pay, before, .. } => Some((pay.money.unwrap().0, before.money.unwrap().0)),
        _ => None,
    };
    let jumps: Vec<_> = found.iter().filter_map(money).collect();
    assert_eq!(jumps, [(2_000.into(), 5_000.into()), (5_000.into(), 17_500.into())]);
}

#[test]
fn falling_and_flat_stretches_are_found() {
    let falling = with(|component| {
        component.tier_mode = TierMode::Retroactive;
        component.tiers = tiers(&[("0", "1"), ("0.8", "0.9"), ("1", "1")]);
    });
    let rule = Rule::Falling { at: at("80000", "0.8"), pay: pay("400", "0.08") };
    check(&falling, Severity::Warning, first(Field::TierFrom).at(1), &rule);
    let curve = with(|component| {
        component.tier_mode = TierMode::Interpolated;
        component.tiers = tiers(&[("0", "0"), ("1", "1"), ("1.5", "1.2"), ("2", "0.9")]);
    });
    let rule = Rule::Falling { at: at("150000", "1.5"), pay: pay("1500", "0.3") };
    check(&curve, Severity::Warning, first(Field::TierFrom).at(2), &rule);
    // A rate that falls along the line, on all credit: 10 % at 0 to nothing at 200,000 pays most at half way.
    let parabola = with(|component| {
        (component.pay_basis, component.tier_mode) = (PayBasis::Rate, TierMode::Interpolated);
        component.tiers = tiers(&[("0", "0.1"), ("2", "0")]);
    });
    let rule = Rule::Falling { at: at("100000", "1"), pay: pay("5000", "1") };
    check(&parabola, Severity::Warning, first(Field::Whole), &rule);

    let dead = |zone, from: At, to: Option<At>| Rule::DeadZone { zone, from, to };
    let zero = at("0", "0");
    let late = with(|component| {
        component.threshold = Some(Threshold { at: number("0.8"), kind: ThresholdKind::Slide });
    });
    let rule = dead(DeadZone::AtStart, zero, Some(at("80000", "0.8")));
    check(&late, Severity::Warning, first(Field::Threshold), &rule);
    let late = with(|component| component.tiers = tiers(&[("0", "0"), ("0.6", "2.5")]));
    let rule = dead(DeadZone::AtStart, zero, Some(at("60000", "0.6")));
    check(&late, Severity::Note, first(Field::TierFrom).at(1), &rule);
    let between = with(|component| component.tiers = tiers(&[("0", "1"), ("0.7", "0"), ("0.9", "3")]));
    let rule = dead(DeadZone::Between, at("70000", "0.7"), Some(at("90000", "0.9")));
    check(&between, Severity::Warning, first(Field::TierFrom).at(1), &rule);
    let capped =
        with(|component| component.caps = vec![Cap::PayMultiple { times: number("1.1"), is_refundable: false }]);
    check(&capped, Severity::Warning, first(Field::Caps), &dead(DeadZone::AtEnd, at("110000", "1.1"), None));
    let nothing = with(|component| component.tiers = tiers(&[("0", "0")]));
    check(&nothing, Severity::Warning, first(Field::Whole), &dead(DeadZone::AtStart, zero, None));
}

#[test]
fn slopes_that_fall_are_found() {
    let early = with(|component| component.tiers = tiers(&[("0", "1.5"), ("0.5", "0.5"), ("1", "1.2")]));
    let rule = Rule::Regressive { at: at("50000", "0.5"), before: number("1.5"), after: number("0.5") };
    check(&early, Severity::Warning, first(Field::TierFrom).at(1), &rule);
    let over = with(|component| component.tiers = tiers(&[("0", "1"), ("1", "0.5")]));
    let rule = Rule::OverQuotaPaysLess { at: at("100000", "1"), after: number("0.5") };
    check(&over, Severity::Warning, first(Field::TierFrom).at(1), &rule);
    // 1 + 0.5 · 4 = 3 times the target at 150 %: twice the cost of a unit.
    let steep = with(|component| component.tiers = tiers(&[("0", "1"), ("1", "4")]));
    let rule = Rule::CostRises { at: number("1.5"), times: number("2") };
    check(&steep, Severity::Warning, first(Field::TierValue).at(1), &rule);
}

#[test]
fn pay_at_target_and_at_zero_is_checked() {
    let off = with(|component| component.tiers = tiers(&[("0", "0.8"), ("1", "1.5")]));
    let rule = Rule::OffTarget { pay: pay("4000", "0.8"), target: pay("5000", "1") };
    check(&off, Severity::Warning, first(Field::TierValue).at(1), &rule);
    // Exactly quota belongs to the tier below.
    let upper = with(|component| {
        (component.tier_mode, component.boundary) = (TierMode::Retroactive, Boundary::Upper);
        component.tiers = tiers(&[("0", "0.9"), ("1", "1")]);
    });
    let rule = Rule::OffTarget { pay: pay("4500", "0.9"), target: pay("5000", "1") };
    check(&upper, Severity::Warning, first(Field::TierValue).at(1), &rule);
    // 8 % of 1,200,000 is 96,000 where 60,000 were promised.
    let rates = with(|component| {
        (component.pay_basis, component.tier_axis) = (PayBasis::Rate, TierAxis::Amount);
        component.tiers = tiers(&[("0", "0.08")]);
    });
    let rule = Rule::OffTarget { pay: pay("96000", "1.6"), target: pay("60000", "1") };
    check(&rates, Severity::Warning, Place::plan(Field::TargetIncentive), &rule);
    let fixed = with(|component| {
        component.pay_basis = PayBasis::Fixed;
        component.tiers = tiers(&[("0", "500"), ("1", "4500")]);
    });
    check(&fixed, Severity::Warning, first(Field::TierValue).at(0), &Rule::PayAtZero { pay: pay("500", "0.1") });
    let curve = with(|component| {
        component.tier_mode = TierMode::Interpolated;
        component.tiers = tiers(&[("0", "0.2"), ("1", "1")]);
    });
    check(&curve, Severity::Warning, first(Field::TierValue).at(0), &Rule::PayAtZero { pay: pay("1000", "0.2") });
    let steps = tiers(&[("0", "0.8"), ("0.95", "0.9"), ("1.1", "1.1")]);
    let mut multiplied = with(|component| {
        component.multipliers = vec![Multiplier { component: "Renewals".into(), steps, is_interpolated: false }];
    });
    let renewals = Component { name: "Renewals".into(), is_measured_only: true, ..sound() };
    multiplied.components.push(renewals);
    let rule = Rule::MultiplierOffTarget { factor: number("0.9") };
    check(&multiplied, Severity::Warning, first(Field::Multipliers).at(0), &rule);
}

#[test]
fn tiers_out_of_reach_or_too_close_are_found() {
    let far = with(|component| component.tiers = tiers(&[("0", "1"), ("1", "1.2"), ("3.5", "1.3")]));
    let rule = Rule::TierUnreached { at: at("350000", "3.5"), most: number("3") };
    check(&far, Severity::Note, first(Field::TierFrom).at(2), &rule);
    let capped = with(|component| {
        component.tiers = tiers(&[("0", "1"), ("1", "1.2"), ("1.5", "1.3")]);
        component.caps = vec![Cap::Attainment { at: number("1.4") }];
    });
    let rule = Rule::TierUnreached { at: at("150000", "1.5"), most: number("1.4") };
    check(&capped, Severity::Warning, first(Field::TierFrom).at(2), &rule);
    let capped = with(|component| {
        component.tiers = tiers(&[("0", "1"), ("1", "1.5"), ("1.8", "2")]);
        component.caps = vec![Cap::PayMultiple { times: number("1.75"), is_refundable: false }];
    });
    let rule = Rule::TierUnreached { at: at("180000", "1.8"), most: number("1.5") };
    check(&capped, Severity::Warning, first(Field::TierFrom).at(2), &rule);
    let close = with(|component| component.tiers = tiers(&[("0", "1"), ("1", "1.2"), ("1.00000005", "1.3")]));
    let rule = Rule::TiersTooClose { at: at("100000.005", "1"), apart: number("0.005") };
    check(&close, Severity::Warning, first(Field::TierFrom).at(2), &rule);
    // Ten deals exactly: 100 or 200 each.
    let counted = with(|component| {
        (component.measure, component.pay_basis, component.tier_axis) =
            (Measure::Deals, PayBasis::Rate, TierAxis::Amount);
        component.quota = QuotaSource::Stated { amount: 20.into(), per: Granularity::Month };
        component.tier_mode = TierMode::Retroactive;
        component.tiers = tiers(&[("0", "100"), ("10", "200")]);
    });
    let rule = Rule::OnBound { at: at("10", "0.5"), pay: pay("1000", "0.25"), n_windows: 0 };
    check(&counted, Severity::Note, first(Field::Boundary), &rule);
}

#[test]
fn components_weights_and_gates_are_checked() {
    let many = |n: usize| {
        let weight = Decimal::ONE / Decimal::from(n);
        let component = |index: usize| Component { name: index.to_string(), weight, ..sound() };
        Plan { components: (0..n).map(component).collect(), ..plan_of(sound()) }
    };
    let place = Place::plan(Field::Components);
    check(&many(4), Severity::Note, place, &Rule::TooManyComponents { n: 4 });
    check(&many(6), Severity::Warning, place, &Rule::TooManyComponents { n: 6 });
    let two = |first: &str, second: &str| {
        let mut plan = many(2);
        (plan.components[0].weight, plan.components[1].weight) = (number(first), number(second));
        plan
    };
    check(
        &two("0.95", "0.05"),
        Severity::Warning,
        Place::of(1, Field::Weight),
        &Rule::TinyWeight { weight: number("0.05") },
    );
    check(&two("0.7", "0.2"), Severity::Warning, place, &Rule::WeightsOff { sum: number("0.9") });
    check(&two("1", "1"), Severity::Warning, place, &Rule::WeightsOff { sum: number("2") });
    let part = |weight: &str| BlendPart {
        weight: number(weight),
        measure: Measure::Bookings,
        filter: Filter::default(),
        quota: QuotaSource::Targets,
    };
    let blend = with(|component| component.parts = vec![part("0.7"), part("0.2")]);
    check(&blend, Severity::Error, first(Field::Parts), &Rule::Refused { error: 0 });
    let blend = with(|component| component.parts = vec![part("0.95"), part("0.05")]);
    check(&blend, Severity::Warning, first(Field::Parts).at(1), &Rule::TinyWeight { weight: number("0.05") });
    let gated = |at: &str| {
        let mut plan = two("0.5", "0.5");
        plan.components[1].caps = vec![Cap::Attainment { at: number("1.2") }];
        let conditions = vec![Condition { component: "1".into(), at: number(at) }];
        plan.components[0].gate = Some(Gate { conditions, otherwise: Otherwise::Nothing });
        plan
    };
    let gate = first(Field::Gate).at(0);
    let rule = Rule::GateShut { at: number("1.3"), most: number("1.2") };
    check(&gated("1.3"), Severity::Warning, gate, &rule);
    check(&gated("0"), Severity::Warning, gate, &Rule::GateOpen);
    assert!(!findings(&gated("0.9"), &typical()).iter().any(|finding| finding.place == gate));
}

#[test]
fn mixed_up_units_are_found() {
    let check = |plan: &Plan, place: Place, mix_up: MixUp, value: &str| {
        check(plan, Severity::Warning, place, &Rule::MixUp { mix_up, value: number(value) });
    };
    let percent = MixUp::Percent;
    let rate = with(|component| {
        (component.pay_basis, component.tier_axis) = (PayBasis::Rate, TierAxis::Amount);
        component.tiers = tiers(&[("0", "5")]);
    });
    check(&rate, first(Field::TierValue).at(0), percent, "5");
    let multiples = with(|component| component.tiers = tiers(&[("0", "100"), ("1", "150")]));
    check(&multiples, first(Field::TierValue).at(1), percent, "150");
    let bounds = with(|component| component.tiers = tiers(&[("0", "1"), ("100", "1.5")]));
    check(&bounds, first(Field::TierFrom).at(1), percent, "100");
    let threshold =
        with(|component| component.threshold = Some(Threshold { at: 80.into(), kind: ThresholdKind::Cliff }));
    check(&threshold, first(Field::Threshold), percent, "80");
    check(&with(|component| component.weight = 70.into()), first(Field::Weight), percent, "70");
    check(
        &with(|component| component.caps = vec![Cap::Attainment { at: 150.into() }]),
        first(Field::Caps).at(0),
        percent,
        "150",
    );
    let base = with(|component| component.pay_basis = PayBasis::BaseRate { rate: 8.into() });
    check(&base, first(Field::PayBasis), percent, "8");
    let amounts = with(|component| {
        (component.pay_basis, component.tier_axis) = (PayBasis::Rate, TierAxis::Amount);
        component.tiers = tiers(&[("0", "0.05"), ("1", "0.08"), ("1.3", "0.1")]);
    });
    check(&amounts, first(Field::TierFrom).at(2), MixUp::AttainmentAsAmount, "1.3");
    let units = with(|component| {
        (component.measure, component.pay_basis) = (Measure::Units, PayBasis::Rate);
        component.tiers = tiers(&[("0", "0.1")]);
    });
    check(&units, first(Field::TierValue).at(0), MixUp::FractionPerUnit, "0.1");
    let gate = Gate {
        conditions: vec![Condition { component: "Bookings".into(), at: 90.into() }],
        otherwise: Otherwise::Nothing,
    };
    check(&with(|component| component.gate = Some(gate)), first(Field::Gate).at(0), percent, "90");
    let matrix = Matrix {
        component: "Margin".into(),
        row_axis: TierAxis::Attainment,
        rows: vec![0.into(), 100.into()],
        columns: vec![0.into()],
        values: vec![vec![1.into()], vec![1.into()]],
        is_interpolated: false,
    };
    check(&with(|component| component.matrix = Some(matrix)), first(Field::Matrix), percent, "100");
    let kind = ClawbackKind::Percent { share: 50.into() };
    let clawback = Plan { clawback: Some(Clawback { within_months: None, kind }), ..plan_of(sound()) };
    check(&clawback, Place::plan(Field::Clawback), percent, "50");
    let holdback = Plan { holdback: Some(Holdback { share: 30.into(), months: 3 }), ..plan_of(sound()) };
    check(&holdback, Place::plan(Field::Holdback), percent, "30");
    let spiffs = vec![spiff(Reward::Rate { rate: 2.into() })];
    check(&Plan { spiffs, ..plan_of(sound()) }, Place::plan(Field::Spiffs).at(0), percent, "2");
}

fn spiff(reward: Reward) -> Spiff {
    Spiff {
        name: "Spring".into(),
        from: None,
        to: None,
        filter: Filter::default(),
        measure: Measure::Bookings,
        credit_from: CreditFrom::Own,
        reward,
    }
}

#[test]
fn draws_overrides_and_spiffs_are_checked() {
    let draw = |amount: DrawAmount, kind: DrawKind, n_periods: Option<u32>| {
        let draw = Draw {
            amount,
            per: Granularity::Month,
            kind,
            n_periods,
            is_for_new_hires: false,
            recover_from: None,
            recovery_share: None,
        };
        Plan { draw: Some(draw), ..plan_of(sound()) }
    };
    let place = Place::plan(Field::Draw);
    let money = DrawAmount::Money(6_000.into());
    let rule = Rule::DrawAboveTarget { times: number("1.2") };
    check(&draw(money, DrawKind::Recoverable, Some(6)), Severity::Warning, place, &rule);
    let share = DrawAmount::TargetIncentive(number("1.2"));
    check(&draw(share, DrawKind::Recoverable, Some(6)), Severity::Warning, place, &rule);
    check(&draw(share, DrawKind::NonRecoverable, None), Severity::Note, place, &Rule::DrawEndless);
    let fine = draw(DrawAmount::Money(5_000.into()), DrawKind::Recoverable, Some(6));
    assert_eq!(findings(&fine, &typical()), []);

    let manager = |rate: &str| {
        with(|component| {
            component.credit_from = CreditFrom::Team;
            (component.pay_basis, component.tier_axis) = (PayBasis::Rate, TierAxis::Amount);
            component.tiers = tiers(&[("0", rate)]);
        })
    };
    let rule = Rule::OverrideHigh { rate: number("0.08") };
    check(&manager("0.08"), Severity::Warning, first(Field::CreditFrom), &rule);
    assert!(findings(&manager("0.02"), &Typical::default()).is_empty());

    let spiffs = vec![spiff(Reward::PerDeal { amount: 200.into() })];
    let rule = Rule::SplitPays { pay: Pay { money: Some(Money::whole(200)), of_target: None } };
    check(&Plan { spiffs, ..plan_of(sound()) }, Severity::Note, Place::plan(Field::Spiffs).at(0), &rule);
}

#[test]
fn gaming_shows_in_the_curve() {
    // A deal of 10,000 that carries a month from 95,000 to 105,000 at 1.5 in place of 1 on all of it, and leaves one where
    // each unit pays at 1.
    let retroactive = with(|component| {
        component.tier_mode = TierMode::Retroactive;
        component.tiers = tiers(&[("0", "1"), ("1", "1.5")]);
    });
    let found = findings(&retroactive, &typical());
    let gain = found.iter().find_map(|finding| match finding.rule {
        Rule::TimingPays { pay, size, .. } => Some((pay.money.unwrap().0, size)),
        _ => None,
    });
    // Just short of the bound the deal adds 0.5 · 100,000 · 5 % + 10,000 · 7.5 %; elsewhere 10,000 · 5 %.
    let (gain, size) = gain.unwrap();
    assert_eq!(size, number("0.1"));
    assert!((gain - Decimal::from(2_750)).abs() < Decimal::from(10), "{gain}");
    // Deal by deal at a fee of 500 each: a split deal is paid twice.
    let fee = with(|component| {
        component.accumulate = Window::Deal;
        component.pay_basis = PayBasis::Fixed;
        component.tiers = tiers(&[("0", "500")]);
    });
    let rule = Rule::SplitPays { pay: pay("500", "1") };
    check(&fee, Severity::Note, first(Field::Window), &rule);
    let capped = with(|component| component.caps = vec![Cap::Deal { amount: 1_000.into() }]);
    check(&capped, Severity::Note, first(Field::Caps).at(0), &Rule::SplitPays { pay: pay("1000", "0.2") });
}

#[test]
fn plans_that_are_refused_name_the_field() {
    let check = |plan: Plan, path: &str| {
        let found = findings(&plan, &typical());
        let error = found.iter().find(|finding| finding.severity == Severity::Error).unwrap();
        assert_eq!(error.place.path(), path, "{found:?}");
    };
    check(
        with(|component| component.tiers = tiers(&[("0", "1"), ("1", "1"), ("0.5", "2")])),
        "components[0].tiers[2].from",
    );
    check(with(|component| component.tiers.clear()), "components[0].tiers");
    check(with(|component| component.weight = (-1).into()), "components[0].weight");
    check(with(|component| component.tiers = tiers(&[("0.5", "1")])), "components[0].tiers[0].from");
    let high = Threshold { at: 2.into(), kind: ThresholdKind::Slide };
    check(with(|component| component.threshold = Some(high)), "components[0].threshold");
    check(Plan { components: Vec::new(), ..plan_of(sound()) }, "components");
    check(Plan { quota: Some((-5).into()), ..plan_of(sound()) }, "quota");
    check(Plan { components: vec![sound(), sound()], ..plan_of(sound()) }, "components[1].name");
}
