//! Where a value stands on the picture, and which value stands at a place.

use crate::present::Chart;

/// Room above the plot, for the vertical axis' label and, if there are several layers, the legend.
const TOP: f64 = 28.0;
const LEGEND: f64 = 20.0;
/// Room below it, for ticks and label.
const BOTTOM: f64 = 46.0;
const RIGHT: f64 = 18.0;
/// About the width of a digit of the tick font.
const DIGIT: f64 = 6.6;

/// The plot's rectangle, in pixels of the page (not of the screen).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
    /// Right edge of the whole picture.
    pub edge: f64,
}

impl Frame {
    /// The plot of a chart drawn `width` by `height`.
    pub fn new(chart: &Chart, width: f64, height: f64) -> Self {
        let longest = chart.y.ticks.iter().map(|(_, text)| text.chars().count()).max().unwrap_or(0);
        let left = (16.0 + DIGIT * longest as f64).min(width * 0.4);
        let legend = if 1 < n_named(chart) { LEGEND } else { 0.0 };
        let top = TOP + legend;
        Self {
            left,
            top,
            right: (width - RIGHT).max(left + 1.0),
            bottom: (height - BOTTOM).max(top + 1.0),
            edge: width,
        }
    }

    /// Pixels from the left for a value of the horizontal axis.
    pub fn x(&self, chart: &Chart, value: f64) -> f64 {
        self.left + (self.right - self.left) * chart.x.share(value)
    }

    /// Pixels from above for a value of the vertical axis.
    pub fn y(&self, chart: &Chart, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * chart.y.share(value)
    }

    /// The value of the horizontal axis at so many pixels from the left, within the axis.
    pub fn x_value(&self, chart: &Chart, pixel: f64) -> f64 {
        let share = (pixel - self.left) / (self.right - self.left);
        chart.x.value(share.clamp(0.0, 1.0))
    }

    /// The value of the vertical axis at so many pixels from above, within the axis.
    pub fn y_value(&self, chart: &Chart, pixel: f64) -> f64 {
        let share = (self.bottom - pixel) / (self.bottom - self.top);
        chart.y.value(share.clamp(0.0, 1.0))
    }
}

/// Layers that a legend names.
pub(super) fn n_named(chart: &Chart) -> usize {
    chart.layers.iter().filter(|layer| !layer.name().is_empty() && !layer.is_empty()).count()
}
