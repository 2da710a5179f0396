//! What a pointer is at, and the way of a keyboard through the data.

use super::frame::Frame;
use crate::present::{Chart, Layer, Tone};

/// How near a pointer has to be to a datum, in pixels.
const REACH: f64 = 36.0;
/// How near it has to be to take hold of a point.
const HOLD: f64 = 16.0;

/// One datum of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which layer.
    pub layer: usize,
    /// Which datum of it.
    pub index: usize,
    /// Where it stands, in pixels.
    pub x: f64,
    /// Where it stands, in pixels.
    pub y: f64,
    /// What it says.
    pub label: String,
}

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To the datum before.
    Back,
    /// To the next datum.
    Forward,
    /// To the first datum of the layer.
    First,
    /// To the last datum of the layer.
    Last,
    /// To the next layer.
    Layer,
}

fn at(chart: &Chart, frame: &Frame, layer: usize, index: usize) -> Option<Hit> {
    let (x, y, label) = chart.layers.get(layer)?.datum(index)?;
    Some(Hit { layer, index, x: frame.x(chart, x), y: frame.y(chart, y), label: label.to_owned() })
}

/// The datum at a place: the bar above or below it, else the nearest point, else the nearest place of a line.
pub fn hit(chart: &Chart, frame: &Frame, x: f64, y: f64) -> Option<Hit> {
    if x < frame.left - REACH || frame.right + REACH < x {
        return None;
    }
    let mut nearest: Option<(f64, Hit)> = None;
    for (place, layer) in chart.layers.iter().enumerate() {
        for index in 0..layer.len() {
            let Some(found) = at(chart, frame, place, index).filter(|found| !found.label.is_empty()) else { continue };
            let distance = match layer {
                Layer::Bars { bars, .. } => {
                    let inside =
                        bars.get(index).is_some_and(|bar| frame.x(chart, bar.from) <= x && x < frame.x(chart, bar.to));
                    if !inside {
                        continue;
                    }
                    0.0
                }
                Layer::Points { .. } => {
                    let away = libm::hypot(found.x - x, found.y - y);
                    if REACH < away {
                        continue;
                    }
                    away
                }
                Layer::Line { .. } | Layer::Band { .. } => (found.x - x).abs() + (found.y - y).abs() / 50.0,
            };
            if nearest.as_ref().is_none_or(|(best, _)| distance < *best) {
                nearest = Some((distance, found));
            }
        }
    }
    nearest.map(|(_, found)| found)
}

/// The datum of the layer that can be taken hold of at a place, by its index.
pub fn held(chart: &Chart, frame: &Frame, x: f64, y: f64) -> Option<usize> {
    let layer = chart.layers.iter().rfind(|layer| layer.tone() == Tone::Hold)?;
    let away = |index: usize| {
        let (at_x, at_y, _) = layer.datum(index)?;
        Some(libm::hypot(frame.x(chart, at_x) - x, frame.y(chart, at_y) - y))
    };
    let near = (0..layer.len()).filter_map(|index| Some((away(index)?, index))).filter(|(away, _)| *away <= HOLD);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, index)| index)
}

/// The datum that a step of the keyboard leads to; from nowhere, the first.
pub fn walk(chart: &Chart, frame: &Frame, from: Option<&Hit>, step: Walk) -> Option<Hit> {
    let speaks =
        |layer: &Layer| (0..layer.len()).any(|index| layer.datum(index).is_some_and(|(_, _, t)| !t.is_empty()));
    let layers: Vec<usize> =
        chart.layers.iter().enumerate().filter(|(_, layer)| speaks(layer)).map(|(place, _)| place).collect();
    let Some(from) = from else { return at(chart, frame, *layers.first()?, 0) };
    let n = chart.layers.get(from.layer)?.len();
    let (layer, index) = match step {
        Walk::Back => (from.layer, from.index.saturating_sub(1)),
        Walk::Forward => (from.layer, (from.index + 1).min(n.saturating_sub(1))),
        Walk::First => (from.layer, 0),
        Walk::Last => (from.layer, n.saturating_sub(1)),
        Walk::Layer => {
            let place = layers.iter().position(|layer| *layer == from.layer).unwrap_or(0);
            let next = layers.get((place + 1) % layers.len().max(1)).copied().unwrap_or(from.layer);
            (next, from.index.min(chart.layers.get(next)?.len().saturating_sub(1)))
        }
    };
    at(chart, frame, layer, index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::{Axis, Bar, Datum};

    fn chart() -> Chart {
        let datum = |x: f64, y: f64| Datum { x, y, label: format!("{x}, {y}") };
        let bar = |from: f64| Bar { from, to: from + 1.0, value: from, label: format!("bar {from}") };
        Chart {
            x: Axis::exact("x".into(), 0.0, 10.0, |value| value.to_string()),
            y: Axis::exact("y".into(), 0.0, 10.0, |value| value.to_string()),
            layers: vec![
                Layer::Bars { name: "b".into(), tone: Tone::Series(0), bars: vec![bar(0.0), bar(1.0)] },
                Layer::Points {
                    name: "p".into(),
                    tone: Tone::Series(1),
                    points: vec![datum(5.0, 5.0), datum(9.0, 1.0)],
                },
            ],
            ..Chart::default()
        }
    }

    #[test]
    fn a_pointer_finds_what_it_is_at() {
        let (chart, frame) = (chart(), Frame::new(&chart(), 400.0, 300.0));
        let at = |x: f64, y: f64| hit(&chart, &frame, frame.x(&chart, x), frame.y(&chart, y)).map(|hit| hit.label);
        assert_eq!(at(1.5, 9.0).as_deref(), Some("bar 1"));
        assert_eq!(at(5.1, 5.1).as_deref(), Some("5, 5"));
        assert_eq!(at(7.0, 9.5), None);
        assert_eq!(hit(&chart, &frame, -500.0, 0.0), None);
        assert_eq!(hit(&Chart::default(), &frame, 100.0, 100.0), None);
    }

    #[test]
    fn only_points_to_hold_are_held() {
        let mut chart = chart();
        let points =
            vec![Datum { x: 5.0, y: 5.0, label: String::new() }, Datum { x: 5.2, y: 5.0, label: String::new() }];
        chart.layers.push(Layer::Points { name: String::new(), tone: Tone::Hold, points });
        let frame = Frame::new(&chart, 400.0, 300.0);
        let at = |x: f64, y: f64| held(&chart, &frame, frame.x(&chart, x), frame.y(&chart, y));
        assert_eq!((at(5.0, 5.0), at(5.3, 5.0), at(9.0, 1.0)), (Some(0), Some(1), None));
        assert!((frame.y_value(&chart, frame.y(&chart, 7.0)) - 7.0).abs() < 1e-9);
    }

    #[test]
    fn a_keyboard_walks_through_all_data() {
        let (chart, frame) = (chart(), Frame::new(&chart(), 400.0, 300.0));
        let mut now = walk(&chart, &frame, None, Walk::Forward);
        let mut go = |step| {
            now = walk(&chart, &frame, now.as_ref(), step);
            now.as_ref().map(|hit| hit.label.clone())
        };
        assert_eq!(go(Walk::Forward).as_deref(), Some("bar 1"));
        assert_eq!(go(Walk::Forward).as_deref(), Some("bar 1"));
        assert_eq!(go(Walk::Layer).as_deref(), Some("9, 1"));
        assert_eq!(go(Walk::First).as_deref(), Some("5, 5"));
        assert_eq!(go(Walk::Layer).as_deref(), Some("bar 0"));
        assert_eq!(walk(&Chart::default(), &frame, None, Walk::Forward), None);
    }
}
