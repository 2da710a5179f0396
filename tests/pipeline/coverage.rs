//! Ranges held against 500 companies whose truth is known, beside what is commonly done.

use attain::engine::pipeline::{
    PipelineBacktestAsked, PipelineBacktestRow, PipelineMethod, StageProbabilities, at_origin, pipeline_scores,
};

use super::company::{Truth, deals, first};
use super::*;

const N: usize = 500;

fn company(random: &mut fastrand::Rng) -> Truth {
    let mut between = |low: f64, high: f64| low + (high - low) * random.f64();
    let (win, lose) = (between(0.04, 0.15), between(0.06, 0.2));
    let mut shape = |level: f64| (0..5).map(|_| level * between(0.5, 1.6)).collect::<Vec<f64>>();
    Truth {
        win: shape(win),
        lose: shape(lose),
        partner: between(-0.6, 0.6),
        amount: between(-0.4, 0.1),
        third: between(0.0, 0.5),
        shock: between(0.0, 0.35),
        rate: between(5.0, 18.0),
        size: (9.5, between(0.4, 1.1)),
        keeps_amounts: 0.25 < between(0.0, 1.0),
        n_months: 30,
    }
}

/// One forecast of a quarter for each company, from two years of it; its weeks or months as the method chooses.
fn rows() -> Vec<PipelineBacktestRow> {
    let mut random = fastrand::Rng::with_seed(20_261_127);
    let asked = PipelineBacktestAsked {
        forecast: PipelineAsked { step: None, ..asked(3) },
        n_runs: 400,
        seed: 1,
        most_origins: 1,
        stated: StageProbabilities::usual(),
    };
    let one = |_| {
        let truth = company(&mut random);
        at_origin(&deals(&truth, &mut random), &asked, first().plus(24))
    };
    (0..N).flat_map(one).collect()
}

#[test]
fn ranges_hold_four_times_in_five_and_beat_what_is_commonly_done() {
    let rows = rows();
    let horizon = pipeline_scores(rows.iter().filter(|row| row.step == 0));
    let months = pipeline_scores(rows.iter().filter(|row| row.step != 0));
    println!("horizon {horizon:#?}\nmonths {months:#?}");
    let of = |scores: &[attain::engine::pipeline::PipelineScore], method| {
        scores.iter().find(|score| score.method == method).copied().unwrap()
    };
    let ours = of(&horizon, PipelineMethod::Hazards);
    assert_eq!(ours.n as usize, N);
    assert!((ours.coverage - 0.8).abs() <= 0.04, "{} of the companies from P10 to P90", ours.coverage);
    assert!((of(&months, PipelineMethod::Hazards).coverage - 0.8).abs() <= 0.04, "{months:?}");
    for other in [PipelineMethod::StageWeighted, PipelineMethod::RunRate] {
        for scores in [&horizon, &months] {
            assert!(of(scores, PipelineMethod::Hazards).pinball < of(scores, other).pinball, "{other:?}");
        }
    }
}
