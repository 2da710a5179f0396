//! The health card: planted truth, worked figures, and cards of teams where something is missing.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "quota_health/planted.rs"]
mod planted;

use planted::{coverage, settings};

#[test]
#[ignore = "for docs/methods/quota_health.md: prints what was measured"]
fn coverage_table() {
    for (sizes, quotas) in [(0.5, 0.0), (0.8, 0.0), (1.0, 0.0), (0.8, 0.3)] {
        for setting in settings(sizes, quotas) {
            let [inside, below, above, width] = coverage(&setting, 4_000);
            println!("{setting:?}: {inside:.3} ({below:.3} below, {above:.3} above, width {width:.2})");
        }
    }
}

#[test]
fn the_signal_share_of_planted_teams_is_covered() {
    let mut wrong = Vec::new();
    for setting in settings(0.8, 0.0) {
        let [inside, ..] = coverage(&setting, 1_000);
        println!("{setting:?}: {inside:.3}");
        if (inside - 0.9).abs() > 0.03 {
            wrong.push(format!("{setting:?}: {inside}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
