//! Speed of quotas: what follows each key that is pressed in a tree of ten thousand nodes.

use attain::engine::quota::plan::{Goal, NodeKey, QuotaPlan, Rule};
use attain::engine::quota::tree::{Ground, Person, Tree, spread};
use attain::engine::records::RepId;
use attain::engine::units::{Calendar, Decimal, Month};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Ten thousand people with three reports each, as far as they go, and prior sales.
fn ground() -> Ground {
    let person = |place: u32| Person {
        id: RepId(format!("r{place}")),
        name: format!("Rep {place}"),
        is_listed: true,
        manager: place.checked_sub(1).map(|before| before / 3),
        sales: vec![(Month::new(2025, 6), Decimal::from(1_000 + place % 977))],
        ..Person::default()
    };
    Ground {
        calendar: Calendar::default(),
        next_year: Some(Month::new(2026, 1)),
        people: (0..10_000).map(person).collect(),
        sales: vec![(Month::new(2025, 6), Decimal::from(10_000_000))],
        faults: Vec::new(),
    }
}

fn plan() -> QuotaPlan {
    QuotaPlan {
        goal: Goal::Amount { amount: Decimal::from(987_654_321) },
        rule: Rule::PriorSales,
        over_assignment: vec![Decimal::new(5, 2); 3],
        ..QuotaPlan::default()
    }
}

/// The whole tree after a fixed value has changed, with its row.
#[divan::bench(sample_count = 50)]
fn one_edit(bencher: Bencher) {
    let (ground, mut plan) = (ground(), plan());
    let tree = Tree::new(&ground, &plan);
    let place = tree.place(&NodeKey::of(RepId("r9000".into()))).unwrap_or_default();
    let mut amount = 1_000_000;
    bencher.bench_local(|| {
        amount += 1_000;
        plan.goal = Goal::Amount { amount: Decimal::from(987_000_000 + amount) };
        let found = spread(&tree, &plan);
        black_box(found.row(place))
    });
}

/// The tree anew, as after a change of ramp or scope.
#[divan::bench(sample_count = 20)]
fn new_tree(bencher: Bencher) {
    let (ground, plan) = (ground(), plan());
    bencher.bench_local(|| Tree::new(black_box(&ground), &plan));
}
