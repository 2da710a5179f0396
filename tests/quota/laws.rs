//! What holds for every plan, hierarchy and edit.

use attain::engine::comp::ProrateBy;
use attain::engine::quota::plan::{
    Bucket, BucketBy, Edit, Fill, Goal, LeafEstimate, Lost, NodeKey, PastedRow, Potential, QuotaPlan, Relief, Rule,
    Seasons, Transfer, apply, apply_all,
};
use attain::engine::quota::tree::{Finding, Ground, GroundFault, Origin, Person, Spread, Tree, spread, targets};
use attain::engine::records::RepId;
use attain::engine::units::{Calendar, Decimal, Month};
use chrono::NaiveDate;
use proptest::prelude::*;

/// Every node: what the children have and what is open make what is spread; what is carried adds up; months add up to
/// what is carried; what is open is told.
#[track_caller]
pub(crate) fn check_sums(tree: &Tree, found: &Spread) {
    let mut n_open = 0;
    for (place, node) in tree.nodes.iter().enumerate() {
        let row = found.row(place);
        let sum = |of: &dyn Fn(usize) -> Decimal| node.children().map(of).sum::<Decimal>();
        if !node.is_leaf() {
            assert_eq!(sum(&|child| found.row(child).amount) + row.open, row.to_spread, "{:?}", node.key);
            assert_eq!(sum(&|child| found.row(child).carried), row.carried, "{:?}", node.key);
            n_open += usize::from(!row.open.is_zero() && 0 < node.n_children);
        }
        let is_over = node.level < found.over.len() as u32 && !found.over[node.level as usize].own.is_zero();
        assert!(node.is_leaf() || is_over || row.to_spread == row.amount, "{:?}: {row:?}", node.key);
        assert!(Decimal::ZERO <= row.amount && Decimal::ZERO <= row.carried);
        if node.level < 2 {
            let months = found.months_of(place);
            assert_eq!(months.iter().map(|month| month.amount).sum::<Decimal>(), row.carried, "{:?}", node.key);
        }
    }
    let is_of_open =
        |finding: &&Finding| matches!(finding, Finding::TooMuchFixed { .. } | Finding::NotAllSpread { .. });
    let n_told = found.findings.iter().filter(is_of_open).count();
    assert!(n_told == n_open || 90 < found.findings.len(), "{n_open} open, {n_told} told");
}

/// A forest: each person's manager is an earlier one, or none.
fn ground(managers: &[Option<usize>], sales: &[i64]) -> Ground {
    let person = |(place, manager): (usize, &Option<usize>)| Person {
        id: RepId(format!("r{place}")),
        name: format!("Rep {place}"),
        is_listed: true,
        manager: manager.filter(|manager| *manager < place).map(|manager| manager as u32),
        hired: (place % 3 == 1).then(|| NaiveDate::from_ymd_opt(2026, 1 + (place % 12) as u32, 10).unwrap()),
        left: (place % 7 == 3).then(|| NaiveDate::from_ymd_opt(2026, 9, 20).unwrap()),
        sales: sales.get(place).map(|amount| (Month::new(2025, 6), Decimal::new(*amount, 2))).into_iter().collect(),
        revenue: Decimal::from(place % 5),
        employees: Decimal::from(place % 4),
        n_accounts: (place % 3) as u32,
        ..Person::default()
    };
    Ground {
        calendar: Calendar::default(),
        next_year: Some(Month::new(2026, 1)),
        people: managers.iter().enumerate().map(person).collect(),
        sales: vec![(Month::new(2025, 6), sales.iter().map(|amount| Decimal::new(*amount, 2)).sum())],
        faults: Vec::new(),
    }
}

fn node(place: usize) -> NodeKey {
    NodeKey::of(RepId(format!("r{place}")))
}

fn rules() -> impl Strategy<Value = Rule> {
    prop_oneof![
        Just(Rule::Even),
        Just(Rule::Weights),
        Just(Rule::PriorSales),
        Just(Rule::Potential { by: Potential::Revenue }),
        Just(Rule::Potential { by: Potential::Employees }),
        Just(Rule::Potential { by: Potential::Accounts }),
        Just(Rule::Headcount),
        Just(Rule::BottomUp),
        prop::collection::vec((0_i64..5, prop::collection::vec(0..40_usize, 0..6), 0..3), 0..4).prop_map(|buckets| {
            let bucket = |(share, members, by): (i64, Vec<usize>, i32)| Bucket {
                name: format!("of {share}"),
                share: Decimal::new(share, 1),
                by: [BucketBy::Even, BucketBy::Weights, BucketBy::PriorSales][by as usize],
                members: members.into_iter().map(node).collect(),
            };
            Rule::Buckets { buckets: buckets.into_iter().map(bucket).collect() }
        }),
    ]
}

fn amounts() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        Just(Decimal::ZERO),
        (0_i64..5_000_000).prop_map(Decimal::from),
        (0_i64..5_000_000_000).prop_map(|cents| Decimal::new(cents, 2)),
        Just(Decimal::from(1_000_000_000_000_000_i64)),
        Just(Decimal::from(-5)),
        Just(Decimal::MAX),
    ]
}

fn edits() -> impl Strategy<Value = Edit> {
    let place = 0..45_usize;
    let month = |at: u32| Month::new(2026, 1).plus(at as i32);
    prop_oneof![
        amounts().prop_map(|amount| Edit::SetGoal(Goal::Amount { amount })),
        (-200_i64..300).prop_map(|growth| Edit::SetGoal(Goal::Growth { growth: Decimal::new(growth, 2) })),
        prop::collection::vec(amounts(), 0..13).prop_map(|amounts| Edit::SetGoal(Goal::Periods { amounts })),
        (place.clone(), amounts()).prop_map(|(at, amount)| Edit::SetValue { node: node(at), amount }),
        place.clone().prop_map(|at| Edit::Unlock { node: node(at) }),
        (place.clone(), prop::option::of(rules())).prop_map(|(at, rule)| Edit::SetRule { node: node(at), rule }),
        rules().prop_map(Edit::SetDefaultRule),
        (place.clone(), prop::option::of(amounts()))
            .prop_map(|(at, weight)| Edit::SetWeight { node: node(at), weight }),
        (prop::collection::vec(place.clone(), 0..8), amounts()).prop_map(|(places, amount)| Edit::Fill {
            nodes: places.into_iter().map(node).collect(),
            with: Fill::Value(amount)
        }),
        (place.clone(), prop::collection::vec(prop::option::of(amounts()), 0..8)).prop_map(|(at, rows)| Edit::Paste {
            node: node(at),
            rows: rows.into_iter().map(|amount| PastedRow { who: String::new(), amount }).collect()
        }),
        prop::collection::vec((0_i64..60).prop_map(|over| Decimal::new(over, 2)), 0..6).prop_map(Edit::SetOver),
        prop::collection::vec((place.clone(), amounts()), 0..30).prop_map(|list| {
            let one = |(at, amount)| LeafEstimate { rep: node(at).rep, amount };
            Edit::SetBottomUp(list.into_iter().map(one).collect())
        }),
        (0_i64..=100).prop_map(|blend| Edit::SetBlend(Decimal::new(blend, 2))),
        prop::sample::select(vec!["0.01", "1", "250", "1000", "0", "1000000000000"])
            .prop_map(|step| Edit::SetStep(step.parse().unwrap())),
        prop::sample::select(vec!["0.01", "1", "100", "33"]).prop_map(|step| Edit::SetMonthStep(step.parse().unwrap())),
        prop::sample::select(vec![Seasons::Even, Seasons::QuarterEnd, Seasons::YearEnd, Seasons::History])
            .prop_map(Edit::SetSeasons),
        prop::collection::vec(amounts(), 0..13).prop_map(|weights| Edit::SetSeasons(Seasons::Entered { weights })),
        (0..3_usize, prop::collection::vec((0_i64..150).prop_map(|part| Decimal::new(part, 2)), 0..5)).prop_map(
            |(by, ramp)| Edit::SetProration {
                by: [ProrateBy::Nothing, ProrateBy::Days, ProrateBy::WholeMonths][by],
                ramp
            }
        ),
        any::<bool>().prop_map(|lost| Edit::SetLost(if lost { Lost::Redistributed } else { Lost::Unassigned })),
        (place.clone(), 0..12_u32, 0..12_u32, 0_i64..=10).prop_map(move |(at, from, to, share)| {
            Edit::Relief(Relief {
                rep: node(at).rep,
                from: month(from),
                to: month(to),
                share: Decimal::new(share, 1),
                reason: "why".into(),
            })
        }),
        (place.clone(), place, 0..14_u32).prop_map(move |(at, to, from)| {
            Edit::Transfer(Transfer { rep: node(at).rep, to: node(to).rep, from: month(from) })
        }),
    ]
}

fn forests() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::weighted(0.85, 0..40_usize), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn sums_are_exact_at_every_node_after_any_edits(
        managers in forests(),
        sales in prop::collection::vec(-5_000_i64..1_000_000, 0..40),
        edits in prop::collection::vec(edits(), 0..12),
    ) {
        let ground = ground(&managers, &sales);
        let mut plan = QuotaPlan { goal: Goal::Amount { amount: Decimal::from(1_234_567) }, ..QuotaPlan::default() };
        let mut tree = Tree::new(&ground, &plan);
        for edit in &edits {
            apply(&mut plan, &tree, edit);
            if !tree.is_for(&plan) {
                tree = Tree::new(&ground, &plan);
            }
            check_sums(&tree, &spread(&tree, &plan));
        }
        let found = spread(&tree, &plan);
        prop_assert_eq!(&found, &spread(&Tree::new(&ground, &plan), &plan));
        let sum: Decimal = targets(&tree, &plan, &found).iter().map(|target| target.amount.0).sum();
        prop_assert_eq!(sum, found.row(0).carried);
        prop_assert_eq!(found.months.iter().copied().sum::<Decimal>(), found.row(0).carried);
    }

    #[test]
    fn independent_edits_may_come_in_any_order(
        managers in forests(),
        values in prop::collection::btree_map(0..40_usize, (amounts(), rules()), 1..10),
        seed in any::<u64>(),
    ) {
        let ground = ground(&managers, &[]);
        let tree = Tree::new(&ground, &QuotaPlan::default());
        let of = |(at, (amount, rule)): (&usize, &(Decimal, Rule))| [
            Edit::SetValue { node: node(*at), amount: *amount },
            Edit::SetWeight { node: node(*at), weight: Some(*amount) },
            Edit::SetRule { node: node(*at), rule: Some(rule.clone()) },
            Edit::SetEstimate { rep: node(*at).rep, amount: Some(*amount) },
            Edit::Relief(Relief {
                rep: node(*at).rep,
                from: tree.start,
                to: tree.start,
                share: Decimal::ONE,
                reason: String::new(),
            }),
        ];
        let edits: Vec<Edit> = values.iter().flat_map(of).collect();
        let made = |edits: &[Edit]| {
            let mut plan = QuotaPlan::default();
            for edit in edits {
                apply(&mut plan, &tree, edit);
            }
            let mut at_once = QuotaPlan::default();
            apply_all(&mut at_once, &tree, edits);
            assert_eq!(at_once, plan, "all at once");
            // A list that somebody wrote by hand stands in any order, and comes to the same.
            at_once.nodes.reverse();
            at_once.bottom_up.reverse();
            apply_all(&mut at_once, &tree, edits);
            assert_eq!(at_once, plan, "out of order");
            plan
        };
        let mut shuffled = edits.clone();
        let mut state = seed | 1;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(at, (state >> 33) as usize % (at + 1));
        }
        prop_assert_eq!(made(&edits), made(&shuffled));
    }

    /// No share is a step away from its part of the whole steps; what is less than a step is in one of them.
    #[test]
    fn rounding_moves_nobody_by_a_step(
        weights in prop::collection::vec(0_i64..1_000, 1..30),
        goal in 0_i64..10_000_000,
        step in prop::sample::select(vec![1_i64, 10, 250, 1_000]),
    ) {
        let ground = ground(&vec![None; weights.len()], &[]);
        let mut plan = QuotaPlan {
            goal: Goal::Amount { amount: Decimal::from(goal) },
            rule: Rule::Weights,
            step: Decimal::from(step),
            ..QuotaPlan::default()
        };
        let tree = Tree::new(&ground, &plan);
        for (at, weight) in weights.iter().enumerate() {
            apply(&mut plan, &tree, &Edit::SetWeight { node: node(at), weight: Some(Decimal::from(*weight)) });
        }
        let found = spread(&tree, &plan);
        for place in 1..tree.nodes.len() {
            let row = found.row(place);
            let Origin::Share { exact, step, odd, .. } = row.origin else { panic!("{row:?}") };
            let odd_of_all = Decimal::from(goal) % step;
            let of_steps = exact * (Decimal::from(goal) - odd_of_all) / Decimal::from(goal.max(1));
            prop_assert!(odd.is_zero() || odd == odd_of_all, "{row:?}");
            prop_assert!((row.amount - odd - of_steps).abs() < step + Decimal::new(1, 3), "{row:?}");
        }
    }
}

/// Ten levels of ten thousand nodes, then a chain of ten thousand: neither recursion nor time stands in the way.
#[test]
fn deep_and_wide_trees_work() {
    let check = |managers: Vec<Option<usize>>, depth: u32| {
        let ground = ground(&managers, &vec![100; managers.len()]);
        let plan = QuotaPlan {
            goal: Goal::Amount { amount: Decimal::from(987_654_321) },
            rule: Rule::PriorSales,
            over_assignment: vec![Decimal::new(5, 2); 10],
            prorate: ProrateBy::Days,
            ..QuotaPlan::default()
        };
        let tree = Tree::new(&ground, &plan);
        assert_eq!(tree.nodes.iter().map(|node| node.level).max(), Some(depth));
        check_sums(&tree, &spread(&tree, &plan));
    };
    // Three reports each to the ninth level, the tenth takes the rest.
    check((0..10_000_usize).map(|place| (0 < place).then(|| place.saturating_sub(1) / 3)).collect(), 10);
    check((0..10_000_usize).map(|place| place.checked_sub(1)).collect(), 10_000);
    check(vec![None; 10_000], 1);
}

/// The hierarchy's faults come with the tree, and rings do not hold it up.
#[test]
fn rings_and_unknown_managers_are_told() {
    let faults = vec![
        GroundFault::Ring { n: 2, who: vec!["Ann".into(), "Bob".into()] },
        GroundFault::UnknownManagers { n: 1, names: vec!["Who".into()] },
    ];
    let ground = Ground { faults: faults.clone(), ..ground(&[None], &[]) };
    let tree = Tree::new(&ground, &QuotaPlan::default());
    let told: Vec<Finding> = faults.into_iter().map(Finding::Hierarchy).collect();
    assert_eq!(spread(&tree, &QuotaPlan::default()).findings[..2], told);
}
