//! Charts of a pipeline: their pictures in both themes, findings and tables.

use attain::engine::pipeline::{
    GroupBy, PipelineBacktestAsked, Snapshot, StageProbabilities, conversions, pipeline_backtest, run_rate,
    stage_weighted, waterfalls,
};
use attain::engine::units::Calendar;
use attain::present::{
    Chart, Voice, pipeline_by_month, pipeline_calibration, pipeline_conversion, pipeline_origins, pipeline_parts,
    pipeline_to_date, pipeline_tornado, pipeline_waterfall,
};
use chrono::NaiveDate;

use super::company::{Truth, deals};
use super::pictures::{are_as_seen, are_told};
use super::*;

/// The deals as an export of that day has them.
fn exported(all: &[Deal], day: NaiveDate) -> Vec<Deal> {
    let of = |deal: &Deal| {
        let is_open = deal.closed.is_some_and(|closed| day < closed);
        let (outcome, stage) =
            if is_open { (Outcome::Open, "Proposal".into()) } else { (deal.outcome, deal.stage.clone()) };
        Deal { outcome, stage, ..deal.clone() }
    };
    all.iter().filter(|deal| deal.created.is_some_and(|created| created <= day)).map(of).collect()
}

fn charts(voice: &Voice) -> Vec<(&'static str, Chart)> {
    let all = deals(&Truth { shock: 0.2, ..Truth::default() }, &mut fastrand::Rng::with_seed(7));
    let day = NaiveDate::from_ymd_opt(2024, 8, 15).unwrap();
    let (before, now) = (exported(&all, day - chrono::Days::new(60)), exported(&all, day));
    let view = as_of(&now, day);
    let asked = PipelineAsked { target: Some(900_000.0), ..asked(6) };
    let report = report(&made(&view, &asked), 400, true);
    let stated = StageProbabilities::usual();
    let others = [stage_weighted(&view, &stated, 6), run_rate(&view, 6)];
    let back = PipelineBacktestAsked { forecast: asked, n_runs: 100, seed: 1, most_origins: 8, stated };
    let back = pipeline_backtest(&now, &back);
    let groups = conversions(&view, GroupBy::Source, Calendar::default());
    let groups: Vec<_> = groups.iter().map(|group| (group.group.clone(), group)).collect();
    let snapshots = [Snapshot { day: day - chrono::Days::new(60), deals: &before }, Snapshot { day, deals: &now }];
    let flows = waterfalls(&snapshots, Calendar::default());
    vec![
        ("pipeline_by_month", pipeline_by_month(voice, &report, [&others[0], &others[1]])),
        ("pipeline_to_date", pipeline_to_date(voice, &report, asked.target)),
        ("pipeline_parts", pipeline_parts(voice, &report)),
        ("pipeline_tornado", pipeline_tornado(voice, &report)),
        ("pipeline_origins", pipeline_origins(voice, &back)),
        ("pipeline_calibration", pipeline_calibration(voice, &back)),
        ("pipeline_conversion", pipeline_conversion(voice, "Win rate by source".into(), &groups)),
        ("pipeline_waterfall", pipeline_waterfall(voice, &flows[0])),
    ]
}

#[test]
fn pictures_are_as_they_were_seen() {
    are_as_seen(charts);
}

#[test]
fn every_chart_says_its_finding_and_brings_its_table() {
    are_told("pipe-", charts);
}
