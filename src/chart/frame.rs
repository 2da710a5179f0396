//! Where a value stands on the picture, and which value stands at a place.

use crate::present::{Chart, Layer};

/// Room above the plot, for the vertical axis' label and, if there are several layers, the legend.
const TOP: f64 = 28.0;
const LEGEND: f64 = 20.0;
/// Room below it, for ticks and label.
const BOTTOM: f64 = 46.0;
const RIGHT: f64 = 18.0;
/// About the width of a digit of the tick font.
pub(super) const DIGIT: f64 = 6.6;
/// Between two lines of ticks.
pub(super) const LINE: f64 = 14.0;
/// Between ticks of the horizontal axis.
const APART: f64 = 10.0;
/// A legend's picture with what is around it, beside the name.
const ENTRY: f64 = 36.0;

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
        let top = TOP + LEGEND * legend(chart, left, width).last().map_or(0.0, |entry| entry.row as f64 + 1.0);
        let right = (width - RIGHT).max(left + 1.0);
        let below = BOTTOM + LINE * (x_ticks(chart, right - left).n_lines - 1) as f64;
        Self { left, top, right, bottom: (height - below).max(top + 1.0), edge: width }
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

/// A name of the legend.
pub(super) struct Entry<'a> {
    pub(super) layer: &'a Layer,
    /// Pixels from the left.
    pub(super) x: f64,
    pub(super) row: usize,
}

impl Entry<'_> {
    /// Pixels from above to its middle.
    pub(super) fn y(&self) -> f64 {
        TOP + LEGEND * (self.row as f64 + 1.0) - 14.0
    }
}

/// The legend's names, in as many rows as they take; none if they would not tell layers apart.
pub(super) fn legend(chart: &Chart, left: f64, edge: f64) -> Vec<Entry<'_>> {
    let named = || chart.layers.iter().filter(|layer| !layer.name().is_empty() && !layer.is_empty());
    if named().count() < 2 {
        return Vec::new();
    }
    let (mut x, mut row) = (left, 0);
    let entry = |layer| {
        let length = ENTRY + DIGIT * Layer::name(layer).chars().count() as f64;
        if left < x && edge < x + length - ENTRY / 3.0 {
            (x, row) = (left, row + 1);
        }
        x += length;
        Entry { layer, x: x - length, row }
    };
    named().map(entry).collect()
}

/// How the horizontal axis' ticks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticks {
    /// Lines of text, 1 or 2.
    pub(super) n_lines: usize,
    /// Each how many-th has a text.
    pub(super) every: usize,
}

/// Ticks that would touch are broken in two lines if all of them find room so, else they are thinned out.
pub(super) fn x_ticks(chart: &Chart, width: f64) -> Ticks {
    let room = (width / chart.x.ticks.len().max(1) as f64).max(1.0);
    let every = |longest: usize| libm::ceil((DIGIT * longest as f64 + APART) / room).max(1.0) as usize;
    let longest = |length: fn(&str) -> usize| chart.x.ticks.iter().map(|(_, text)| length(text)).max().unwrap_or(0);
    let in_one = every(longest(|text| text.chars().count()));
    let in_two = every(longest(|text| {
        let (first, second) = in_two(text);
        first.chars().count().max(second.chars().count())
    }));
    if in_one != 1 && in_two == 1 { Ticks { n_lines: 2, every: 1 } } else { Ticks { n_lines: 1, every: in_one } }
}

/// A text broken at the blank that makes its longer half the shortest.
pub(super) fn in_two(text: &str) -> (&str, &str) {
    let halves = text.char_indices().filter(|(_, letter)| *letter == ' ').filter_map(|(at, _)| {
        let (first, second) = text.split_at_checked(at)?;
        Some((first, second.trim_start()))
    });
    halves.min_by_key(|(first, second)| first.chars().count().max(second.chars().count())).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::{Axis, Datum, Tone};

    fn chart(names: &[&str], ticks: &[&str]) -> Chart {
        let layer = |name: &&str| {
            let points = vec![Datum { x: 0.0, y: 0.0, label: String::new() }];
            Layer::Line { name: (*name).to_owned(), tone: Tone::Series(0), points }
        };
        let ticks = ticks.iter().enumerate().map(|(at, text)| (at as f64, (*text).to_owned())).collect();
        let x = Axis { max: 5.0, ticks, ..Axis::default() };
        Chart { layers: names.iter().map(layer).collect(), x, ..Chart::default() }
    }

    #[test]
    fn a_long_legend_takes_several_rows_within_the_picture() {
        let names = ["P10 to P90", "Median", "Stages × stated probabilities", "Run rate"];
        let wide = chart(&names, &[]);
        assert!(legend(&wide, 40.0, 900.0).iter().all(|entry| entry.row == 0));
        for edge in [200.0, 320.0, 440.0] {
            let frame = Frame::new(&wide, edge, 300.0);
            let entries = legend(&wide, frame.left, edge);
            assert_eq!(entries.len(), 4);
            for entry in &entries {
                let ends = entry.x + 20.0 + DIGIT * entry.layer.name().chars().count() as f64;
                assert!(ends <= edge + 5.0 || entry.x <= frame.left, "{}: {ends} of {edge}", entry.layer.name());
            }
            assert!(entries.last().is_some_and(|entry| 0 < entry.row && entry.y() < frame.top));
        }
        assert!(legend(&chart(&["Alone"], &[]), 40.0, 300.0).is_empty());
    }

    #[test]
    fn ticks_are_broken_before_they_are_left_out() {
        let drivers = chart(&[], &["Deals created", "Amounts", "Win rate", "Time to win", "Shared shock"]);
        assert_eq!(x_ticks(&drivers, 600.0), Ticks { n_lines: 1, every: 1 });
        assert_eq!(x_ticks(&drivers, 400.0), Ticks { n_lines: 2, every: 1 });
        assert_eq!(x_ticks(&drivers, 150.0), Ticks { n_lines: 1, every: 4 });
        assert!(Frame::new(&drivers, 440.0, 300.0).bottom < Frame::new(&drivers, 700.0, 300.0).bottom);
        assert_eq!(in_two("Time to win"), ("Time", "to win"));
        assert_eq!(in_two("Żółw"), ("Żółw", ""));
    }
}
