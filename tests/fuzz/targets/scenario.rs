//! Any text as a scenario file or a stored record: a message, or a scenario that is written and read again as it was,
//! and whose plans pay and cost something.
#![no_main]

use std::sync::LazyLock;

use attain::data::{guess, import, read_all};
use attain::engine::comp::replay;
use attain::engine::records::Dataset;
use attain::engine::simulate::{prepare, run};
use attain::scenario::{cost_input, decode_record, months, open, plan_year, replay_input, write};
use attain_fuzz::limits;
use libfuzzer_sys::fuzz_target;

const DEALS: &str = "Deal,Rep,Amount,Stage,Close date\n\
    1,Ann,12000,Won,2025-01-15\n2,Ann,50000,Won,2025-03-02\n3,Bob,900,Lost,2025-02-01\n4,Bob,70000,Won,2025-02-20\n";

static DATA: LazyLock<Dataset> = LazyLock::new(|| {
    let tables = read_all("deals.csv", DEALS.as_bytes(), limits()).unwrap_or_default();
    import(&tables, &guess(&tables)).dataset
});

fuzz_target!(|text: &str| {
    let _ = decode_record(text);
    let Ok(opened) = open(text) else { return };
    let scenario = &opened.scenario;
    if !opened.read_only {
        let again = open(&write(scenario, None));
        assert_eq!(again.map(|again| again.scenario).as_ref(), Ok(scenario));
    }
    if months(scenario).is_none_or(|(first, last)| 36 < last.since(first)) {
        return;
    }
    let _ = plan_year(scenario);
    for plan in scenario.plans.iter().filter(|plan| plan.errors().is_empty()).take(2) {
        let _ = replay_input(scenario, plan, &DATA).map(|input| replay(&input));
    }
    let Some(model) = &scenario.assumptions.model else { return };
    let input = cost_input(scenario, model);
    if input.plans.len() < 8 && input.model.reps.len() < 100 {
        let prepared = prepare(&input);
        if prepared.work_per_run() < 100_000 {
            let _ = run(&prepared, 1, 0..2).summary(&input);
        }
    }
});
