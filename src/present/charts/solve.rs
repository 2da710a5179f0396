//! Charts of solved plans over budgets: what money buys.

use super::Voice;
use crate::engine::comp::solve::{Figures, Pareto, ParetoPoint, Preference};
use crate::present::chart::{Axis, Chart, ChartTable, Datum, Direction, Layer, Mark, Tone};

/// The better of two figures.
type Better = fn(f64, f64) -> f64;

/// Cost against pay at excellence; `now` is the present plan.
pub fn solve_upside(voice: &Voice, pareto: &Pareto, now: &Figures) -> Chart {
    let of = |figures: &Figures| Some(figures.pay_at_excellence);
    let currency = [("currency", voice.currency.code.as_str().into())];
    let axis = |most| {
        Axis::rounded(voice.with("solve-upside-axis", currency.clone()), 0.0, most, |value| voice.compact(value))
    };
    picture(voice, pareto, now, (["solve-upside-title", "solve-upside-finding"], f64::max), &of, &axis, &|value| {
        voice.whole(value)
    })
}

/// Cost against the share of reps who are paid less than now.
pub fn solve_fairness(voice: &Voice, pareto: &Pareto, now: &Figures) -> Chart {
    let of = |figures: &Figures| Some(figures.worse_off);
    let axis = |most| voice.share_axis("solve-worse-off", 0.0, most);
    picture(voice, pareto, now, (["solve-fairness-title", "solve-fairness-finding"], f64::min), &of, &axis, &|value| {
        voice.percent(value)
    })
}

fn picture(
    voice: &Voice,
    pareto: &Pareto,
    now: &Figures,
    ([title, finding], better): ([&str; 2], Better),
    of: &dyn Fn(&Figures) -> Option<f64>,
    axis: &dyn Fn(f64) -> Axis,
    say: &dyn Fn(f64) -> String,
) -> Chart {
    let costs = || pareto.points.iter().map(|point| point.solution.after.cost).chain([now.cost]);
    let (cheapest, dearest) = (costs().fold(f64::MAX, f64::min), costs().fold(0.0, f64::max));
    let greatest =
        pareto.points.iter().filter_map(|point| of(&point.solution.after)).fold(of(now).unwrap_or(0.0), f64::max);
    let datum = |point: &ParetoPoint| {
        let after = &point.solution.after;
        let value = of(after)?;
        let values = [("cost", voice.whole(after.cost).into()), ("value", say(value).into())];
        Some(Datum { x: after.cost, y: value, label: voice.with("solve-datum", values) })
    };
    let layer = |(at, preference): (usize, Preference)| Layer::Points {
        name: preference_name(voice, preference),
        tone: Tone::Series(at),
        points: pareto.points.iter().filter(|point| point.preference == preference).filter_map(datum).collect(),
    };
    let ends = [pareto.points.first(), pareto.points.last()].map(|point| point.map(|point| point.solution.after));
    let finding = match ends {
        [Some(first), Some(last)] => {
            let best = |at: &Figures| {
                let near = pareto.points.iter().map(|point| &point.solution.after);
                let same = near.filter(|after| (after.cost - at.cost).abs() <= 0.002 * at.cost);
                same.filter_map(of).reduce(better).map_or_else(|| "–".to_owned(), say)
            };
            voice.with(
                finding,
                [
                    ("low", voice.compact(first.cost).into()),
                    ("high", voice.compact(last.cost).into()),
                    ("first", best(&first).into()),
                    ("last", best(&last).into()),
                ],
            )
        }
        _ => voice.text("solve-no-points"),
    };
    Chart {
        title: voice.text(title),
        finding,
        x: Axis::rounded(
            voice.with("solve-cost-axis", [("currency", voice.currency.code.as_str().into())]),
            cheapest,
            dearest.max(cheapest + 1.0),
            |value| voice.compact(value),
        ),
        y: axis(greatest.max(0.01)),
        layers: [Preference::LeastChange, Preference::MostUpside].into_iter().enumerate().map(layer).collect(),
        marks: vec![Mark { direction: Direction::Vertical, at: now.cost, label: voice.text("solve-now") }],
        table: table(voice, pareto),
    }
}

fn preference_name(voice: &Voice, preference: Preference) -> String {
    voice.text(match preference {
        Preference::LeastChange => "solve-least-change",
        Preference::MostUpside => "solve-most-upside",
    })
}

fn table(voice: &Voice, pareto: &Pareto) -> ChartTable {
    let headers = [
        "solve-preferred",
        "solve-cost",
        "solve-pay-at-excellence",
        "solve-leverage",
        "solve-worse-off",
        "solve-gini",
        "solve-efficient",
    ];
    let row = |point: &ParetoPoint| {
        let after = &point.solution.after;
        vec![
            preference_name(voice, point.preference),
            voice.whole(after.cost),
            voice.whole(after.pay_at_excellence),
            after.leverage.map(|times| voice.numerals.decimal(times, 0, 3)).unwrap_or_default(),
            voice.percent(after.worse_off),
            voice.numerals.decimal(after.gini, 0, 3),
            voice.text(if point.is_efficient { "solve-yes" } else { "solve-no" }),
        ]
    };
    ChartTable { headers: headers.map(|id| voice.text(id)).into(), rows: pareto.points.iter().map(row).collect() }
}
