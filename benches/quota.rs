//! Speed of quotas: what follows each key that is pressed in a tree of ten thousand nodes.

#[path = "inputs/quota.rs"]
mod quota;

use attain::engine::quota::plan::{Goal, NodeKey};
use attain::engine::quota::tree::{Tree, spread};
use attain::engine::records::RepId;
use attain::engine::units::Decimal;
use divan::{Bencher, black_box};
use quota::{ground, plan};

fn main() {
    divan::main();
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
