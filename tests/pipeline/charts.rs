//! Charts of a pipeline: their pictures in both themes, findings and tables.
//!
//! `UPDATE_CHARTS=1 cargo test --features cli --test pipeline pictures` writes the pictures anew; look at them.

use std::path::Path;

use attain::chart::{Theme, svg};
use attain::engine::pipeline::{
    GroupBy, PipelineBacktestAsked, Snapshot, StageProbabilities, conversions, pipeline_backtest, run_rate,
    stage_weighted, waterfalls,
};
use attain::engine::units::{Calendar, Currency};
use attain::present::{
    Chart, Layer, Locale, Plain, Voice, Words, pipeline_by_month, pipeline_calibration, pipeline_conversion,
    pipeline_origins, pipeline_parts, pipeline_to_date, pipeline_tornado, pipeline_waterfall,
};
use chrono::NaiveDate;

use super::company::{Truth, deals};
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

fn with_voice<T>(locale: Locale, check: impl FnOnce(&Voice) -> T) -> T {
    let (words, currency) = (Words::new(locale), Currency::of("EUR"));
    check(&Voice { words: &words, numerals: &Plain, currency: &currency })
}

#[test]
fn pictures_are_as_they_were_seen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts");
    let mut changed = Vec::new();
    with_voice(Locale::English, |voice| {
        for (name, chart) in charts(voice) {
            for (theme, colors) in [("light", Theme::light()), ("dark", Theme::dark())] {
                let (path, drawn) = (folder.join(format!("{name}.{theme}.svg")), svg(&chart, &colors, 640, 320));
                if std::env::var_os("UPDATE_CHARTS").is_some() {
                    std::fs::write(&path, &drawn).unwrap();
                } else if std::fs::read_to_string(&path).unwrap_or_default() != drawn {
                    changed.push(format!("{name}.{theme}.svg"));
                }
            }
        }
    });
    assert!(changed.is_empty(), "drawn otherwise: {changed:?}; see UPDATE_CHARTS");
}

#[test]
fn every_chart_says_its_finding_and_brings_its_table() {
    for locale in [Locale::English, Locale::Polish] {
        with_voice(locale, |voice| {
            for (name, chart) in charts(voice) {
                assert!(3 < chart.finding.split(' ').count(), "{name}: {:?}", chart.finding);
                assert!(!chart.title.contains("pipe-") && !chart.finding.contains("pipe-"), "{name}");
                assert!(!chart.table.rows.is_empty(), "{name}");
                for row in &chart.table.rows {
                    assert_eq!(row.len(), chart.table.headers.len(), "{name}: {row:?}");
                }
                for (x, y) in chart.layers.iter().flat_map(Layer::extent) {
                    assert!((-0.01..=1.01).contains(&chart.x.share(x)), "{name}: {x} is off the axis");
                    assert!((-0.01..=1.01).contains(&chart.y.share(y)), "{name}: {y} is off the axis");
                }
            }
        });
    }
}
