//! A chart as data: what is drawn, what is read on hovering, and the table behind it. Nothing here draws.
//!
//! Every text is final: figures were written by the locale's numerals before they came here.

/// A chart of one or more layers on two axes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What it is about.
    pub title: String,
    /// What it says, in one sentence with its figures.
    pub finding: String,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// Drawn in this order, later ones on top.
    pub layers: Vec<Layer>,
    /// Reference lines.
    pub marks: Vec<Mark>,
    /// The same figures as a table.
    pub table: ChartTable,
}

/// An axis with a linear scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// What it measures, with its unit.
    pub label: String,
    /// Value at the left or lower end.
    pub min: f64,
    /// Value at the right or upper end.
    pub max: f64,
    /// Values with a label, in order.
    pub ticks: Vec<(f64, String)>,
}

/// Data of one kind, drawn in one way.
#[derive(Clone, Debug, PartialEq)]
pub enum Layer {
    /// Points joined in order.
    Line {
        /// Name in the legend.
        name: String,
        /// Its look.
        tone: Tone,
        /// In drawing order.
        points: Vec<Datum>,
    },
    /// The area between two lines.
    Band {
        /// Name in the legend.
        name: String,
        /// Its look.
        tone: Tone,
        /// In drawing order.
        spans: Vec<Span>,
    },
    /// Rectangles that stand on zero.
    Bars {
        /// Name in the legend.
        name: String,
        /// Its look.
        tone: Tone,
        /// From left to right.
        bars: Vec<Bar>,
    },
    /// Single points.
    Points {
        /// Name in the legend.
        name: String,
        /// Its look.
        tone: Tone,
        /// From left to right.
        points: Vec<Datum>,
    },
}

/// How a layer looks: colour together with dash, marker or fill, so that colour alone tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A series, counted from 0.
    Series(usize),
    /// Context: a fitted line, the other side of a comparison.
    Context,
    /// The one datum that the reader chose.
    Focus,
    /// What the reader can take hold of.
    Hold,
}

/// A point.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// On the horizontal axis.
    pub x: f64,
    /// On the vertical axis.
    pub y: f64,
    /// What it says.
    pub label: String,
}

/// A range at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// On the horizontal axis.
    pub x: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// What it says.
    pub label: String,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Left edge.
    pub from: f64,
    /// Right edge.
    pub to: f64,
    /// Height; a negative bar hangs below zero.
    pub value: f64,
    /// What it says.
    pub label: String,
}

/// A reference line across the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which way it runs.
    pub direction: Direction,
    /// Where it crosses the other axis.
    pub at: f64,
    /// Short text beside it.
    pub label: String,
}

/// Which way a mark runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Upright, at a value of the horizontal axis.
    Vertical,
    /// Level, at a value of the vertical axis.
    Horizontal,
}

/// The figures of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartTable {
    /// One a column.
    pub headers: Vec<String>,
    /// A cell for each header.
    pub rows: Vec<Vec<String>>,
}

impl Layer {
    /// Its name in the legend.
    pub fn name(&self) -> &str {
        match self {
            Self::Line { name, .. } | Self::Band { name, .. } | Self::Bars { name, .. } | Self::Points { name, .. } => {
                name
            }
        }
    }

    /// Its look.
    pub fn tone(&self) -> Tone {
        match self {
            Self::Line { tone, .. } | Self::Band { tone, .. } | Self::Bars { tone, .. } | Self::Points { tone, .. } => {
                *tone
            }
        }
    }

    /// How many data it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Line { points, .. } | Self::Points { points, .. } => points.len(),
            Self::Band { spans, .. } => spans.len(),
            Self::Bars { bars, .. } => bars.len(),
        }
    }

    /// Whether it has no data.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where a datum stands and what it says; a span stands at its middle, a bar at the middle of its top.
    pub fn datum(&self, index: usize) -> Option<(f64, f64, &str)> {
        match self {
            Self::Line { points, .. } | Self::Points { points, .. } => {
                points.get(index).map(|point| (point.x, point.y, point.label.as_str()))
            }
            Self::Band { spans, .. } => {
                spans.get(index).map(|span| (span.x, f64::midpoint(span.low, span.high), span.label.as_str()))
            }
            Self::Bars { bars, .. } => {
                bars.get(index).map(|bar| (f64::midpoint(bar.from, bar.to), bar.value, bar.label.as_str()))
            }
        }
    }

    /// All places that the axes have to reach, as `(x, y)`.
    pub fn extent(&self) -> Vec<(f64, f64)> {
        match self {
            Self::Line { points, .. } | Self::Points { points, .. } => {
                points.iter().map(|point| (point.x, point.y)).collect()
            }
            Self::Band { spans, .. } => {
                spans.iter().flat_map(|span| [(span.x, span.low), (span.x, span.high)]).collect()
            }
            Self::Bars { bars, .. } => {
                bars.iter().flat_map(|bar| [(bar.from, 0.0), (bar.from, bar.value), (bar.to, bar.value)]).collect()
            }
        }
    }
}

impl Axis {
    /// An axis that reaches from a round value at or below `min` to one at or above `max`, its ticks worded by `word`.
    pub fn rounded(label: String, min: f64, max: f64, word: impl Fn(f64) -> String) -> Self {
        Self::steps(label, min, max, 5, word)
    }

    /// The same with about `n` steps.
    pub fn steps(label: String, min: f64, max: f64, n: u32, word: impl Fn(f64) -> String) -> Self {
        let values = nice_ticks(min, max, n);
        let (first, last) = (values.first().copied().unwrap_or(0.0), values.last().copied().unwrap_or(1.0));
        Self { label, min: first, max: last, ticks: values.into_iter().map(|value| (value, word(value))).collect() }
    }

    /// An axis from exactly `min` to `max`, with the round values between them as ticks.
    pub fn exact(label: String, min: f64, max: f64, word: impl Fn(f64) -> String) -> Self {
        let inside = |value: &f64| min <= *value && *value <= max;
        let values = nice_ticks(min, max, 6).into_iter().filter(inside);
        Self { label, min, max, ticks: values.map(|value| (value, word(value))).collect() }
    }

    /// The share of the axis below the value: 0 at `min`, 1 at `max`. The middle if the axis has no length.
    pub fn share(&self, value: f64) -> f64 {
        let length = self.max - self.min;
        if length.is_finite() && 0.0 < length && value.is_finite() { (value - self.min) / length } else { 0.5 }
    }

    /// The value at a share of the axis.
    pub fn value(&self, share: f64) -> f64 {
        self.min + (self.max - self.min) * share
    }
}

/// Round values (1, 2 or 5 times a power of ten apart) that enclose `min` to `max`, about `n` steps of them. Ends that
/// are not finite count as 0; equal ends are spread.
///
/// ```
/// use attain::present::nice_ticks;
/// assert_eq!(nice_ticks(0.0, 97.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
/// assert_eq!(nice_ticks(0.3, 0.3, 5), [0.0, 0.2, 0.4, 0.6]);
/// ```
pub fn nice_ticks(min: f64, max: f64, n: u32) -> Vec<f64> {
    let finite = |value: f64| if value.is_finite() { value.clamp(-1e100, 1e100) } else { 0.0 };
    let (mut min, mut max) = (finite(min).min(finite(max)), finite(max).max(finite(min)));
    // Values closer together than doubles resolve well are one value.
    if max - min <= ((min.abs() + max.abs()) * 1e-9).max(1e-100) {
        let room = if max.abs() < 1e-9 { 1.0 } else { max.abs() };
        (min, max) = if max.abs() < 1e-9 { (0.0, room) } else { (min - room, max + room) };
    }
    let rough = (max - min) / f64::from(n.max(1));
    let power = libm::floor(libm::log10(rough));
    let magnitude = libm::pow(10.0, power.abs());
    let scaled = if power < 0.0 { rough * magnitude } else { rough / magnitude };
    let factor = if scaled <= 1.0 + 1e-9 {
        1.0
    } else if scaled <= 2.0 + 1e-9 {
        2.0
    } else if scaled <= 5.0 + 1e-9 {
        5.0
    } else {
        10.0
    };
    // A division by the power of ten is nearer to the decimal than a multiplication by its inverse.
    let at = |index: f64| if power < 0.0 { index * factor / magnitude } else { index * factor * magnitude };
    let step = at(1.0);
    let (first, last) = (libm::floor(min / step + 1e-9), libm::ceil(max / step - 1e-9));
    let n_steps = (last - first).clamp(1.0, 100.0) as u32;
    (0..=n_steps).map(|index| at(first + f64::from(index))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ticks_are_round_and_enclose() {
        let check = |min, max, expected: &[f64]| assert_eq!(nice_ticks(min, max, 5), expected, "{min} to {max}");
        check(0.0, 1.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check(0.0, 1.5, &[0.0, 0.5, 1.0, 1.5]);
        check(-3.0, 12.0, &[-5.0, 0.0, 5.0, 10.0, 15.0]);
        check(0.0, 2_310_000.0, &[0.0, 500_000.0, 1e6, 1_500_000.0, 2e6, 2_500_000.0]);
        check(0.0, 0.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check(f64::NAN, f64::INFINITY, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check(12.0, 0.0, &[0.0, 5.0, 10.0, 15.0]);
    }

    #[test]
    fn an_axis_turns_values_into_shares_and_back() {
        let axis = Axis::rounded("Pay".into(), 0.0, 97.0, |value| value.to_string());
        assert_eq!((axis.min, axis.max, axis.share(25.0), axis.value(0.25)), (0.0, 100.0, 0.25, 25.0));
        assert!((Axis::default().share(3.0) - 0.5).abs() < 1e-12);
        let exact = Axis::exact("Attainment".into(), 0.5, 1.5, |value| value.to_string());
        assert_eq!((exact.min, exact.max, exact.ticks.len()), (0.5, 1.5, 5));
    }

    proptest! {
        #[test]
        fn ticks_enclose_any_range(min in -1e12..1e12_f64, length in 0.0..1e12_f64, n in 1..12_u32) {
            let max = min + length;
            let ticks = nice_ticks(min, max, n);
            prop_assert!(2 <= ticks.len() && ticks.len() <= 101);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
            let slack = (min.abs() + max.abs()) * 1e-6;
            prop_assert!(ticks[0] <= min + slack && max - slack <= ticks[ticks.len() - 1], "{min} {max} {ticks:?}");
        }
    }
}
