//! The Maven pipeline, forecast at the end of each past month from what was known then. The file is found through
//! `ATTAIN_CORPUS`; without it the test says that it is skipped. Its table stands in `docs/methods/pipeline.md`.

use std::path::PathBuf;

use attain::data::{Limits, guess, import, read_all};
use attain::engine::pipeline::{
    GroupBy, PipelineBacktestAsked, PipelineNote, StageProbabilities, conversions, pipeline_backtest,
};
use attain::engine::units::Calendar;

use super::*;

#[test]
fn past_months_of_maven_beat_stage_weights() {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    let Some(folder) = folder else {
        println!("skipped: ATTAIN_CORPUS names no folder");
        return;
    };
    let name = "sales_pipeline.csv";
    let bytes = std::fs::read(folder.join("crm_01_maven_crm").join(name)).unwrap();
    let tables = read_all(name, &bytes, Limits::default()).unwrap();
    let deals = import(&tables, &guess(&tables)).dataset.deals;
    assert_eq!(deals.len(), 8_800);
    let view = as_of(&deals, attain::engine::pipeline::day_of(&deals).unwrap());
    // Lost deals stand with 0: amounts would tell the outcome.
    assert!(!view.has_early_amounts && view.notes.contains(&PipelineNote::AmountsAtTheEnd), "{:?}", view.notes);
    let all = conversions(&view, GroupBy::All, Calendar::default()).remove(0);
    assert_eq!((all.ended.count, all.ended.n, all.n_open), (4_238, 6_711, 1_589));
    let asked = PipelineBacktestAsked {
        forecast: PipelineAsked { step: None, ..asked(3) },
        n_runs: 500,
        seed: 1,
        most_origins: 24,
        stated: StageProbabilities::usual(),
    };
    let found = pipeline_backtest(&deals, &asked);
    println!("horizon {:#?}\nmonths {:#?}\nrows {:#?}", found.by_horizon, found.by_month, found.rows);
    let [own, weighted, _] = found.by_month.as_slice() else { panic!("{found:?}") };
    assert!(own.pinball < 0.5 * weighted.pinball, "{own:?} {weighted:?}");
}
