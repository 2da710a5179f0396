//! What single mechanics do where golden cases do not look.

use super::*;
use crate::engine::comp::plan::{Condition, Gate, Matrix, Multiplier, Otherwise, Tier};
use crate::engine::comp::templates;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn terms() -> Terms {
    Terms { quota: Some(Decimal::ONE_HUNDRED), target_incentive: Decimal::from(10_000) }
}

fn other(attainment: Option<i64>) -> Reached {
    let attainment = attainment.map(|percent| Decimal::new(percent, 2));
    Reached { credit: attainment.unwrap_or_default() * Decimal::ONE_HUNDRED, attainment }
}

/// Pay of 100 % of quota where "Other" has reached so many percent.
fn pay(component: &Component, reached: Option<i64>) -> Decimal {
    payout_among(component, Decimal::ONE_HUNDRED, &terms(), &[("Other", other(reached))]).pay.normalize()
}

#[test]
fn a_gate_asks_for_a_quota_and_for_every_condition() {
    let condition = |at| Condition { component: "Other".into(), at: Decimal::new(at, 2) };
    let gate = Gate { conditions: vec![condition(50), condition(90)], otherwise: Otherwise::Nothing };
    let gated = Component { gate: Some(gate), ..templates::component("Own", &[(0, 100)]) };
    for (reached, expected) in [(Some(90), 10_000), (Some(89), 0), (Some(49), 0), (None, 0)] {
        assert_eq!(pay(&gated, reached), Decimal::from(expected), "{reached:?}");
    }
    assert_eq!(payout(&gated, Decimal::ONE_HUNDRED, &terms()).pay, Decimal::from(10_000), "alone");
}

#[test]
fn a_factor_ends_at_the_first_and_the_last_step() {
    let step = |(from, value): (&str, &str)| Tier { from: decimal(from), value: decimal(value) };
    let steps: Vec<Tier> = [("0.5", "0.8"), ("1", "1.2")].map(step).to_vec();
    let check = |is_interpolated: bool, attainment: &str, expected: &str| {
        let multiplier = Multiplier { component: "Other".into(), steps: steps.clone(), is_interpolated };
        assert_eq!(multiplier.factor(decimal(attainment)), decimal(expected), "{attainment}");
    };
    for (attainment, stepped, line) in
        [("0", "0.8", "0.8"), ("0.5", "0.8", "0.8"), ("0.75", "0.8", "1"), ("1", "1.2", "1.2"), ("9", "1.2", "1.2")]
    {
        check(false, attainment, stepped);
        check(true, attainment, line);
    }
}

#[test]
fn a_bound_of_a_matrix_belongs_where_the_boundary_says() {
    let matrix = Matrix {
        component: "Other".into(),
        row_axis: TierAxis::Attainment,
        rows: vec![Decimal::ZERO, Decimal::ONE],
        columns: vec![Decimal::ZERO, Decimal::ONE],
        values: vec![vec![decimal("0.1"), decimal("0.2")], vec![decimal("0.3"), decimal("0.4")]],
        is_interpolated: false,
    };
    let component = Component { tiers: Vec::new(), matrix: Some(matrix), ..templates::component("Own", &[]) };
    let upper = Component { boundary: Boundary::Upper, ..component.clone() };
    for (reached, at_lower, at_upper) in [(100, 4_000, 1_000), (99, 2_000, 1_000), (101, 4_000, 3_000)] {
        assert_eq!(pay(&component, Some(reached)), Decimal::from(at_lower));
        assert_eq!(pay(&upper, Some(reached)), Decimal::from(at_upper));
    }
}

#[test]
fn a_trace_tells_every_mechanic_in_the_order_in_which_it_acts() {
    let mut component = templates::component("Own", &[(0, 100), (100, 200)]);
    component.caps =
        vec![Cap::Attainment { at: decimal("1.5") }, Cap::Pay { amount: Decimal::from(6_000), is_refundable: true }];
    let conditions = vec![Condition { component: "Other".into(), at: Decimal::ONE }];
    component.gate = Some(Gate { conditions, otherwise: Otherwise::Share { of: decimal("0.5") } });
    let steps = vec![Tier { from: Decimal::ZERO, value: decimal("0.8") }];
    component.multipliers = vec![Multiplier { component: "Other".into(), steps, is_interpolated: false }];
    let paid = payout_among(&component, Decimal::from(200), &terms(), &[("Other", other(Some(60)))]);
    let number = Decimal::from;
    let expected = [
        Step::Credited { credit: number(200) },
        Step::Attainment { credit: number(200), quota: number(100), attainment: number(2) },
        Step::Capped { cap: CapKind::Attainment, before: number(200), after: number(150) },
        Step::BaseRate { target_incentive: Some(number(10_000)), quota: number(100), rate: number(100) },
        Step::Condition { component: "Other".into(), attainment: Some(decimal("0.6")), at: number(1), is_met: false },
        Step::Slice { tier: 1, value: number(1), from: number(0), credit: number(100), pay: number(10_000) },
        Step::Slice { tier: 2, value: number(2), from: number(100), credit: number(50), pay: number(10_000) },
        Step::Gated { share: decimal("0.5"), before: number(20_000), pay: number(10_000) },
        Step::Multiplied {
            component: "Other".into(),
            attainment: Some(decimal("0.6")),
            factor: decimal("0.8"),
            before: number(10_000),
            pay: number(8_000),
        },
        Step::Capped { cap: CapKind::Pay, before: number(8_000), after: number(6_000) },
        Step::Kept { balance: number(2_000), pay: number(6_000) },
    ];
    assert_eq!(paid.trace, expected);
    assert_eq!(paid.pay, number(6_000));
}

#[test]
fn ten_thousand_tiers_pay_what_one_pays() {
    let mut many = templates::component("Own", &[]);
    (many.pay_basis, many.tier_axis) = (PayBasis::Rate, TierAxis::Amount);
    many.tiers = (0..10_000).map(|tier| Tier { from: tier.into(), value: decimal("0.1") }).collect();
    let ready = Ready::alone(&many);
    let terms = Terms::default();
    for credit in 0..20_000 {
        let earned = Now::new(&ready, &terms, &[]).earned(credit.into(), &mut Trace::off());
        assert_eq!(earned.with(Decimal::ZERO), Decimal::new(credit, 1));
    }
}
