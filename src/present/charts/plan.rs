//! Pay along attainment.

use super::Voice;
use crate::engine::comp::{Calculation, CurvePoint, Knot};
use crate::present::chart::{Axis, Chart, ChartTable, Datum, Direction, Layer, Mark, Tone};

/// The payout curve of one plan or several; `chosen` is the rep calculator's attainment with its result, `knots` the points
/// that can be moved, which become the last layer.
pub fn payout_curve(
    voice: &Voice,
    curves: &[(String, Vec<CurvePoint>)],
    chosen: Option<(f64, &Calculation)>,
    knots: &[Knot],
) -> Chart {
    let all = || curves.iter().flat_map(|(_, points)| points);
    let (from, to) = all().fold((0.0_f64, 0.01_f64), |(from, to), p| (from.min(p.attainment), to.max(p.attainment)));
    let most = all().map(|point| point.pay).fold(0.0, f64::max);
    let says = |point: &CurvePoint| {
        voice.with(
            "chart-payout-datum",
            [("attainment", voice.percent(point.attainment).into()), ("pay", voice.whole(point.pay).into())],
        )
    };
    let mut layers: Vec<Layer> = curves
        .iter()
        .enumerate()
        .map(|(index, (name, points))| Layer::Line {
            name: name.clone(),
            tone: Tone::Series(index),
            points: points.iter().map(|p| Datum { x: p.attainment, y: p.pay, label: says(p) }).collect(),
        })
        .collect();
    let mut finding = String::new();
    if let Some((attainment, result)) = chosen {
        let pay = voice.numerals.exact_money(result.pay, voice.currency);
        finding =
            voice.with("chart-payout-finding", [("attainment", voice.percent(attainment).into()), ("pay", pay.into())]);
        let datum = Datum { x: attainment, y: result.pay.to_f64(), label: finding.clone() };
        layers.push(Layer::Points { name: String::new(), tone: Tone::Focus, points: vec![datum] });
    }
    if !knots.is_empty() {
        let points = knots.iter().map(|knot| Datum { x: knot.attainment, y: knot.pay, label: String::new() }).collect();
        layers.push(Layer::Points { name: String::new(), tone: Tone::Hold, points });
    }
    let step = ((to - from) / 20.0).max(0.01);
    let mut next = from;
    let mut rows = Vec::new();
    if let Some((_, points)) = curves.first() {
        for point in points {
            if next <= point.attainment + 1e-9 {
                let marginal = voice.numerals.percent(point.marginal, 2);
                let credit = voice.whole(point.credit);
                rows.push(vec![voice.percent(point.attainment), credit, voice.whole(point.pay), marginal]);
                next = point.attainment + step - 1e-6;
            }
        }
    }
    Chart {
        title: voice.text("chart-payout-title"),
        finding,
        x: Axis::exact(voice.text("axis-attainment"), from, to, |value| voice.numerals.percent(value, 0)),
        y: voice.money_axis("axis-pay", 0.0, most.max(1.0)),
        layers,
        marks: vec![Mark { direction: Direction::Vertical, at: 1.0, label: voice.text("mark-quota") }],
        table: ChartTable {
            headers: ["axis-attainment", "column-credit", "column-pay", "column-marginal"]
                .map(|id| voice.text(id))
                .into(),
            rows,
        },
    }
}
