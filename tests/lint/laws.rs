//! What holds for every plan: the lint never fails, says the same twice, and ends its lists.

use attain::engine::comp::lint::{Finding, Rule, Severity, Typical, all, findings, team_findings};
use attain::engine::comp::{
    Advance, BlendPart, Boundary, Cap, Clawback, ClawbackKind, Component, Condition, CreditFrom, Draw, DrawAmount,
    DrawKind, Filter, Gate, Holdback, Matrix, Measure, Milestone, Multiplier, Otherwise, PayBasis, Plan, ProrateBy,
    Proration, QuotaSource, ReplayInput, Reward, Spiff, Threshold, ThresholdKind, Tier, TierAxis, TierMode, Window,
};
use attain::engine::records::{Dataset, Deal, Outcome, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use proptest::prelude::*;

use super::{plan_of, sound, typical};

/// Draws choices from numbers that proptest makes and shrinks.
struct Dice<'a>(std::iter::Cycle<std::slice::Iter<'a, u32>>);

impl Dice<'_> {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0.next().unwrap() % sides
    }

    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.roll(choices.len() as u32) as usize].clone()
    }

    fn number(&mut self) -> Decimal {
        match self.roll(12) {
            0 => Decimal::ZERO,
            1 => Decimal::MAX,
            2 => Decimal::MIN,
            3 => Decimal::from(1_000_000_000_000_000_000_i64),
            4 => Decimal::new(1, 28),
            5 => Decimal::new(-1, 28),
            6 => Decimal::from(self.roll(1_000_000)),
            _ => Decimal::new(i64::from(self.roll(300)), 2),
        }
    }

    fn some<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.roll(2) == 0).then(|| make(self))
    }

    fn list<T>(&mut self, most: u32, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.roll(most + 1)).map(|_| make(self)).collect()
    }

    /// Mostly in order, so that many plans can be run.
    fn tiers(&mut self) -> Vec<Tier> {
        let mut tiers = self.list(5, |dice| Tier { from: dice.number(), value: dice.number() });
        if self.roll(4) != 0 {
            for tier in &mut tiers {
                tier.from = tier.from.abs();
                tier.value = tier.value.abs().min(Decimal::from(1_000_000_000_000_i64));
            }
            tiers.sort_by_key(|tier| tier.from);
            tiers.dedup_by_key(|tier| tier.from);
            if let Some(first) = tiers.first_mut() {
                first.from = Decimal::ZERO;
            }
            tiers.retain(|tier| tier.from <= Decimal::from(1_000_000_000_000_000_000_i64));
        }
        tiers
    }

    fn name(&mut self) -> String {
        self.of(&["", "A", "B", "C"]).into()
    }

    fn component(&mut self) -> Component {
        let measures = [
            Measure::Bookings,
            Measure::Margin,
            Measure::Units,
            Measure::Deals,
            Measure::Revenue,
            Measure::Activities,
            Measure::Scorecard,
        ];
        let rate = self.number();
        let share = self.number();
        Component {
            name: self.name(),
            weight: if self.roll(2) == 0 { Decimal::ONE } else { self.number() },
            measure: self.of(&measures),
            filter: Filter::default(),
            parts: if self.roll(4) == 0 { self.list(3, Self::part) } else { Vec::new() },
            credit_from: self.of(&[CreditFrom::Own, CreditFrom::Own, CreditFrom::Team, CreditFrom::Company]),
            quota: self.quota(),
            is_measured_only: self.roll(8) == 0,
            pay_period: self.of(&Granularity::ALL),
            accumulate: self.of(&[Window::Deal, Window::PayPeriod, Window::Quarter, Window::HalfYear, Window::Year]),
            deduct_prior: self.roll(3) != 0,
            pay_basis: self.of(&[
                PayBasis::Rate,
                PayBasis::BaseRate { rate },
                PayBasis::TargetIncentive,
                PayBasis::Fixed,
            ]),
            tier_axis: self.of(&[TierAxis::Amount, TierAxis::Attainment]),
            tier_mode: self.of(&[
                TierMode::Marginal,
                TierMode::Retroactive,
                TierMode::Interpolated,
                TierMode::HighestOverQuota,
            ]),
            boundary: self.of(&[Boundary::Lower, Boundary::Upper]),
            tiers: self.tiers(),
            threshold: self.some(|dice| Threshold {
                at: dice.number(),
                kind: dice.of(&[ThresholdKind::Cliff, ThresholdKind::Slide, ThresholdKind::Floor { share }]),
            }),
            caps: self.list(2, Self::cap),
            gate: self.some(|dice| Gate {
                conditions: dice.list(2, |dice| Condition { component: dice.name(), at: dice.number() }),
                otherwise: dice.of(&[Otherwise::Nothing, Otherwise::BaseOnly, Otherwise::Share { of: share }]),
            }),
            multipliers: self.list(2, |dice| Multiplier {
                component: dice.name(),
                steps: dice.list(3, |dice| Tier { from: dice.number(), value: dice.number() }),
                is_interpolated: dice.roll(2) == 0,
            }),
            matrix: if self.roll(6) == 0 { Some(self.matrix()) } else { None },
            advance: self.some(|dice| Advance {
                amount: dice.number(),
                per: dice.of(&Granularity::ALL),
                is_recovered: dice.roll(2) == 0,
            }),
        }
    }

    fn quota(&mut self) -> QuotaSource {
        let (amount, per) = (self.number(), self.of(&[Granularity::Month, Granularity::Year]));
        self.of(&[
            QuotaSource::Targets,
            QuotaSource::Targets,
            QuotaSource::Named { measure: "units".into() },
            QuotaSource::Stated { amount, per },
            QuotaSource::Share { of: amount },
            QuotaSource::Credited { of: amount },
        ])
    }

    fn part(&mut self) -> BlendPart {
        let (weight, quota) = (self.number(), self.quota());
        BlendPart { weight, measure: self.of(&[Measure::Bookings, Measure::Revenue]), filter: Filter::default(), quota }
    }

    fn cap(&mut self) -> Cap {
        let (at, is_refundable) = (self.number(), self.roll(2) == 0);
        self.of(&[
            Cap::Pay { amount: at, is_refundable },
            Cap::PayMultiple { times: at, is_refundable },
            Cap::Attainment { at },
            Cap::Rate { at },
            Cap::Deal { amount: at },
        ])
    }

    fn matrix(&mut self) -> Matrix {
        Matrix {
            component: self.name(),
            row_axis: self.of(&[TierAxis::Amount, TierAxis::Attainment]),
            rows: self.list(3, Self::number),
            columns: self.list(3, Self::number),
            values: self.list(3, |dice| dice.list(3, Self::number)),
            is_interpolated: self.roll(2) == 0,
        }
    }

    fn spiff(&mut self) -> Spiff {
        let (amount, at) = (self.number(), self.number());
        Spiff {
            name: self.name(),
            from: None,
            to: None,
            filter: Filter { least_amount: self.some(Self::number), ..Filter::default() },
            measure: self.of(&[Measure::Bookings, Measure::Deals]),
            credit_from: CreditFrom::Own,
            reward: self.of(&[
                Reward::PerDeal { amount },
                Reward::Rate { rate: amount },
                Reward::Milestones { steps: vec![Milestone { at, amount }] },
                Reward::Contest { per: Granularity::Quarter, prizes: vec![amount], least: at },
            ]),
        }
    }

    fn plan(&mut self) -> Plan {
        let share = self.number();
        let kinds = [ClawbackKind::OriginalRate, ClawbackKind::ProRata, ClawbackKind::Percent { share }];
        Plan {
            name: self.name(),
            target_incentive: self.some(Self::number),
            quota: self.some(Self::number),
            components: self.list(4, Self::component),
            spiffs: self.list(2, Self::spiff),
            draw: self.some(|dice| Draw {
                amount: dice.of(&[DrawAmount::Money(share), DrawAmount::TargetIncentive(share)]),
                per: dice.of(&Granularity::ALL),
                kind: dice.of(&[DrawKind::Recoverable, DrawKind::NonRecoverable, DrawKind::Forgiven]),
                n_periods: dice.some(|dice| dice.roll(20)),
                is_for_new_hires: false,
                recover_from: None,
                recovery_share: dice.some(Self::number),
            }),
            clawback: self.some(|dice| Clawback { within_months: None, kind: dice.of(&kinds) }),
            holdback: self.some(|dice| Holdback { share: dice.number(), months: 3 }),
            proration: Proration { by: ProrateBy::Days, ramp: self.list(3, Self::number), ..Proration::default() },
            ..Plan::default()
        }
    }

    fn dataset(&mut self) -> Dataset {
        let reps = ["Ann", "Bob", "Cid"];
        let mut deals = self.list(20, |dice| {
            let (year, month, day) = (2025 + dice.roll(2), 1 + dice.roll(12), 1 + dice.roll(31));
            Deal {
                id: dice.roll(9).to_string(),
                rep: RepId(dice.of(&reps).into()),
                outcome: Outcome::Won,
                amount: Some(Money(dice.number())),
                units: Some(dice.number()),
                closed: chrono::NaiveDate::from_ymd_opt(year as i32, month, day),
                ..Deal::default()
            }
        });
        // Two reps at the ends of the calendar.
        for day in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
            deals.extend(self.some(|_| Deal { closed: Some(day), rep: RepId("Ann".into()), ..Deal::default() }));
        }
        let target = |dice: &mut Self| Target {
            rep: RepId(dice.of(&reps).into()),
            period: Period { start: Month::new(2025 + dice.roll(2) as i32, 1), length: Granularity::Year },
            amount: Money(dice.number()),
            measure: String::new(),
        };
        Dataset { deals, targets: self.list(4, target), ..Dataset::default() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_is_looked_at_without_failing(rolls in prop::collection::vec(any::<u32>(), 60..200)) {
        let mut dice = Dice(rolls.iter().cycle());
        let plan = dice.plan();
        let terms = Typical { quota: dice.some(Dice::number), target_incentive: dice.some(Dice::number) };
        let found = findings(&plan, &terms);
        prop_assert_eq!(&found, &findings(&plan, &terms));
        let n_errors = found.iter().filter(|finding| finding.severity == Severity::Error).count();
        prop_assert_eq!(n_errors, plan.errors().len());
        let paths: Vec<String> = found.iter().map(|finding| finding.place.path()).collect();
        prop_assert_eq!(paths.len(), found.len());
        let read: Vec<Finding> = serde_json::from_str(&serde_json::to_string(&found).unwrap()).unwrap();
        prop_assert_eq!(&read, &found);
        prop_assert!(found.len() <= 20 + 80 * plan.components.len(), "{} findings", found.len());
    }

    #[test]
    fn any_team_is_looked_at_without_failing(rolls in prop::collection::vec(any::<u32>(), 100..300)) {
        let mut dice = Dice(rolls.iter().cycle());
        let plan = dice.plan();
        let dataset = dice.dataset();
        let calendar = Calendar { fiscal_year_start: dice.roll(14) };
        let (first, last) = (Month::new(2025, 1 + dice.roll(12)), Month::new(2026, 1 + dice.roll(12)));
        let input = ReplayInput { plan: &plan, dataset: &dataset, calendar, first, last, digits: 2, currency: "USD" };
        let found = all(&input);
        let of_team = team_findings(&input);
        prop_assert!(of_team.iter().all(|finding| found.contains(finding)));
        for finding in &of_team {
            if let Rule::Gaming { gain, median, .. } = &finding.rule {
                prop_assert!(Money::ZERO < *gain && *median <= *gain && Money::ZERO <= *median);
            }
        }
    }
}

#[test]
fn a_plan_of_very_many_tiers_is_told_briefly() {
    let tier = |index: u32| Tier { from: Decimal::new(i64::from(index), 4), value: Decimal::from(1 + index % 3) };
    for mode in [TierMode::Marginal, TierMode::Retroactive, TierMode::Interpolated, TierMode::HighestOverQuota] {
        let mut component = sound();
        (component.tier_mode, component.tiers) = (mode, (0..10_000).map(tier).collect());
        let found = findings(&plan_of(component), &typical());
        assert!(!found.is_empty() && found.len() < 60, "{}", found.len());
        assert!(found.iter().any(|finding| 1_000 < finding.n_more), "{mode:?}: {found:#?}");
    }
}
