//! Plans of all mechanics that deals, quotas and one another's attainment bear on, made up.

use attain::engine::comp::{
    Advance, BlendPart, Boundary, Cap, Component, Condition, Gate, Matrix, Measure, Multiplier, Otherwise, PayBasis,
    Plan, QuotaSource, Threshold, ThresholdKind, Tier, TierAxis, TierMode, Window,
};
use attain::engine::units::{Decimal, Granularity, Rounding};
use proptest::prelude::*;

fn hundredths(range: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|value| Decimal::new(value, 2))
}

/// Rising numbers from `first` on, in hundredths.
fn rising(first: i64, steps: &[i64]) -> Vec<Decimal> {
    let mut at = first;
    steps
        .iter()
        .enumerate()
        .map(|(index, step)| {
            at += if index == 0 { 0 } else { *step };
            Decimal::new(at, 2)
        })
        .collect()
}

fn granularity() -> impl Strategy<Value = Granularity> {
    prop_oneof![
        Just(Granularity::Month),
        Just(Granularity::Quarter),
        Just(Granularity::HalfYear),
        Just(Granularity::Year)
    ]
}

fn axis() -> impl Strategy<Value = TierAxis> {
    prop_oneof![Just(TierAxis::Amount), Just(TierAxis::Attainment)]
}

fn measure() -> impl Strategy<Value = Measure> {
    prop_oneof![3 => Just(Measure::Bookings), 2 => Just(Measure::Margin), 1 => Just(Measure::Units), 1 => Just(Measure::Deals)]
}

fn quota() -> impl Strategy<Value = QuotaSource> {
    prop_oneof![
        4 => Just(QuotaSource::Targets),
        1 => (1i64..200_000, granularity()).prop_map(|(amount, per)| QuotaSource::Stated { amount: (amount * 12).into(), per }),
        1 => hundredths(10..200).prop_map(|of| QuotaSource::Share { of }),
        1 => hundredths(10..200).prop_map(|of| QuotaSource::Credited { of }),
    ]
}

fn caps() -> impl Strategy<Value = Vec<Cap>> {
    let cap = prop_oneof![
        (1_000i64..90_000, any::<bool>())
            .prop_map(|(amount, is_refundable)| Cap::Pay { amount: amount.into(), is_refundable }),
        (hundredths(30..300), any::<bool>())
            .prop_map(|(times, is_refundable)| Cap::PayMultiple { times, is_refundable }),
        hundredths(80..300).prop_map(|at| Cap::Attainment { at }),
        hundredths(5..300).prop_map(|at| Cap::Rate { at }),
    ];
    prop::collection::vec(cap, 0..3)
}

fn threshold() -> impl Strategy<Value = Option<Threshold>> {
    let kind = prop_oneof![
        Just(ThresholdKind::Cliff),
        Just(ThresholdKind::Slide),
        hundredths(0..100).prop_map(|share| ThresholdKind::Floor { share }),
    ];
    prop::option::of((hundredths(0..99), kind).prop_map(|(at, kind)| Threshold { at, kind }))
}

fn basis() -> impl Strategy<Value = PayBasis> {
    prop_oneof![
        Just(PayBasis::Rate),
        Just(PayBasis::TargetIncentive),
        Just(PayBasis::Fixed),
        hundredths(1..30).prop_map(|rate| PayBasis::BaseRate { rate }),
    ]
}

/// A component that looks at no other.
pub(crate) fn alone() -> impl Strategy<Value = Component> {
    let mode = prop_oneof![
        Just(TierMode::Marginal),
        Just(TierMode::Retroactive),
        Just(TierMode::Interpolated),
        Just(TierMode::HighestOverQuota)
    ];
    let boundary = prop_oneof![Just(Boundary::Lower), Just(Boundary::Upper)];
    let window = prop_oneof![
        Just(Window::Deal),
        Just(Window::PayPeriod),
        Just(Window::Quarter),
        Just(Window::HalfYear),
        Just(Window::Year)
    ];
    let tiers = prop::collection::vec((1i64..80, 0i64..300), 1..6);
    let when = (granularity(), window, any::<bool>());
    ((basis(), mode, axis(), boundary), (tiers, threshold(), caps()), when, (measure(), quota(), hundredths(5..100)))
        .prop_map(
            |(
                (pay_basis, tier_mode, tier_axis, boundary),
                (tiers, threshold, caps),
                when,
                (measure, quota, weight),
            )| {
                let (pay_period, accumulate, deduct_prior) = when;
                // Whether a month without credit had a deal, whose window would pay a balance, is not known from credit.
                let is_kept = caps.iter().any(Cap::is_refundable);
                let accumulate = if is_kept && accumulate == Window::Deal { Window::PayPeriod } else { accumulate };
                // Amounts have no rate to pay above quota at.
                let is_amount = pay_basis == PayBasis::Fixed && tier_mode == TierMode::HighestOverQuota;
                let tier_mode = if is_amount { TierMode::Marginal } else { tier_mode };
                let unit = if tier_axis == TierAxis::Amount { Decimal::from(50_000) } else { Decimal::ONE };
                let (steps, values): (Vec<i64>, Vec<i64>) = tiers.into_iter().unzip();
                let tiers = rising(0, &steps).into_iter().zip(values);
                let tiers =
                    tiers.map(|(from, value)| Tier { from: from * unit, value: Decimal::new(value, 2) }).collect();
                Component {
                    weight,
                    measure,
                    quota,
                    // One deal a month: elsewhere a period has several, which stand alone.
                    pay_period: if accumulate == Window::Deal { Granularity::Month } else { pay_period },
                    accumulate,
                    deduct_prior: deduct_prior || is_kept,
                    pay_basis,
                    tier_axis,
                    tier_mode,
                    boundary,
                    tiers,
                    threshold,
                    caps,
                    ..Component::default()
                }
            },
        )
}

fn blend() -> impl Strategy<Value = Vec<BlendPart>> {
    let part = |measure| {
        (hundredths(10..45), measure, quota()).prop_map(|(weight, measure, quota)| BlendPart {
            weight,
            measure,
            filter: attain::engine::comp::Filter::default(),
            quota,
        })
    };
    // Money first: a sum of counts would lie on bounds, where f64 may fall on the other side.
    (part(Just(Measure::Bookings).boxed()), prop::collection::vec(part(measure().boxed()), 1..3)).prop_map(
        |(first, more)| {
            let mut parts = vec![first];
            parts.extend(more);
            let others: Decimal = parts.iter().skip(1).map(|part| part.weight).sum();
            parts[0].weight = Decimal::ONE - others;
            parts
        },
    )
}

fn matrix() -> impl Strategy<Value = Matrix> {
    let lines = || (0i64..60, prop::collection::vec(1i64..60, 1..4));
    let values = prop::collection::vec(prop::collection::vec(hundredths(0..300), 4), 4);
    (axis(), lines(), lines(), values, any::<bool>()).prop_map(|(row_axis, rows, columns, values, is_interpolated)| {
        let unit = if row_axis == TierAxis::Amount { Decimal::from(50_000) } else { Decimal::ONE };
        let rows: Vec<Decimal> = rising(rows.0, &rows.1).into_iter().map(|row| row * unit).collect();
        let columns = rising(columns.0, &columns.1);
        let values = values.into_iter().take(rows.len()).map(|row| row.into_iter().take(columns.len()).collect());
        Matrix { component: String::new(), row_axis, values: values.collect(), rows, columns, is_interpolated }
    })
}

fn multiplier() -> impl Strategy<Value = Multiplier> {
    (0i64..80, prop::collection::vec((1i64..60, 0i64..250), 1..4), any::<bool>()).prop_map(
        |(first, steps, is_interpolated)| {
            let (widths, values): (Vec<i64>, Vec<i64>) = steps.into_iter().unzip();
            let steps = rising(first, &widths).into_iter().zip(values);
            let steps = steps.map(|(from, value)| Tier { from, value: Decimal::new(value, 2) }).collect();
            Multiplier { component: String::new(), steps, is_interpolated }
        },
    )
}

fn gate() -> impl Strategy<Value = Gate> {
    let otherwise = prop_oneof![
        Just(Otherwise::Nothing),
        hundredths(0..100).prop_map(|of| Otherwise::Share { of }),
        Just(Otherwise::BaseOnly)
    ];
    (prop::collection::vec(hundredths(20..130), 1..3), otherwise).prop_map(|(at, otherwise)| Gate {
        conditions: at.into_iter().map(|at| Condition { component: String::new(), at }).collect(),
        otherwise,
    })
}

fn advance() -> impl Strategy<Value = Advance> {
    (0i64..9_000, granularity(), any::<bool>()).prop_map(|(amount, per, is_recovered)| Advance {
        amount: amount.into(),
        per,
        is_recovered,
    })
}

/// A component with everything it may look with, but at nobody yet.
fn looking() -> impl Strategy<Value = Component> {
    let looks = (
        prop::option::of(gate()),
        prop::collection::vec(multiplier(), 0..3),
        prop::option::weighted(0.3, matrix()),
        prop_oneof![3 => Just(Vec::new()), 1 => blend()],
        prop::bool::weighted(0.2),
        prop::option::weighted(0.3, advance()),
    );
    (alone(), looks).prop_map(|(component, (gate, multipliers, matrix, parts, is_measured_only, advance))| {
        let advance = advance.filter(|advance| advance.per < component.pay_period && !is_measured_only);
        let mut made = Component { gate, multipliers, matrix, parts, is_measured_only, advance, ..component };
        if !made.parts.is_empty() {
            made.quota = QuotaSource::Targets;
        }
        let unit = if made.tier_axis == TierAxis::Amount { Decimal::from(50_000) } else { Decimal::ONE };
        if let Some(matrix) = &mut made.matrix {
            matrix.columns.iter_mut().for_each(|column| *column *= unit);
        }
        let is_stepped = made.tier_mode != TierMode::Interpolated && made.matrix.is_none();
        if let Some(gate) = &mut made.gate
            && gate.otherwise == Otherwise::BaseOnly
            && (!is_stepped || made.pay_basis == PayBasis::Fixed)
        {
            gate.otherwise = Otherwise::Nothing; // there is no base to go back to
        }
        made
    })
}

/// Plans of up to four components, of which later ones look at earlier ones.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    (prop::collection::vec(looking(), 1..5), prop::collection::vec(0usize..100, 12)).prop_map(
        |(mut components, picks)| {
            let mut picks = picks.into_iter().cycle();
            for (place, component) in components.iter_mut().enumerate() {
                component.name = format!("c{place}");
                if place == 0 {
                    (component.gate, component.matrix) = (None, None);
                    component.multipliers.clear();
                    continue;
                }
                let mut name = || format!("c{}", picks.next().unwrap_or(0) % place);
                let conditions = component.gate.iter_mut().flat_map(|gate| &mut gate.conditions);
                conditions.for_each(|condition| condition.component = name());
                component.multipliers.iter_mut().for_each(|multiplier| multiplier.component = name());
                component.matrix.iter_mut().for_each(|matrix| matrix.component = name());
            }
            Plan {
                name: "Law".into(),
                target_incentive: Some(120_000.into()),
                components,
                rounding: Rounding::PerStatement,
                ..Plan::default()
            }
        },
    )
}
