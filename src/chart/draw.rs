//! Drawing, on a plotters area of pixels.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text, TriangleMarker};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};

use super::frame::{DIGIT, Frame, LINE, in_two, legend, x_ticks};
use super::hover::Hit;
use super::theme::Theme;
use crate::present::{Chart, Direction, Layer, Tone};

const FONT: &str = "system-ui, sans-serif";
const TEXT: f64 = 12.0;

/// What a drawing needs at every step. Lengths are in pixels of the page; `ratio` screen pixels make one.
struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    theme: &'a Theme,
    chart: &'a Chart,
    frame: Frame,
    ratio: f64,
}

type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws the chart over the whole area, which has `ratio` pixels for each pixel of the page; `chosen` is emphasised.
///
/// # Errors
/// What the backend says.
pub fn draw<DB: DrawingBackend>(
    chart: &Chart,
    theme: &Theme,
    area: &DrawingArea<DB, Shift>,
    ratio: f64,
    chosen: Option<&Hit>,
) -> Drawn<DB> {
    area.fill(&theme.surface)?;
    let (width, height) = area.dim_in_pixel();
    let frame = Frame::new(chart, f64::from(width) / ratio, f64::from(height) / ratio);
    let pen = Pen { area, theme, chart, frame, ratio };
    pen.grid()?;
    for layer in &chart.layers {
        pen.layer(layer)?;
    }
    pen.marks()?;
    pen.legend()?;
    if let Some(chosen) = chosen {
        pen.chosen(chosen)?;
    }
    Ok(())
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn px(&self, x: f64, y: f64) -> (i32, i32) {
        (libm::round(x * self.ratio) as i32, libm::round(y * self.ratio) as i32)
    }

    fn at(&self, x: f64, y: f64) -> (i32, i32) {
        self.px(self.frame.x(self.chart, x), self.frame.y(self.chart, y))
    }

    fn width(&self, pixels: f64) -> u32 {
        libm::round(pixels * self.ratio).max(1.0) as u32
    }

    fn stroke(&self, color: RGBColor, pixels: f64) -> ShapeStyle {
        color.stroke_width(self.width(pixels))
    }

    fn text(&self, text: &str, x: f64, y: f64, color: RGBColor, pos: Pos) -> Drawn<DB> {
        let style = TextStyle::from((FONT, TEXT * self.ratio).into_font()).color(&color).pos(pos);
        self.area.draw(&Text::new(text, self.px(x, y), style))
    }

    fn rule(&self, from: (f64, f64), to: (f64, f64), style: ShapeStyle) -> Drawn<DB> {
        self.area.draw(&PathElement::new([self.px(from.0, from.1), self.px(to.0, to.1)], style))
    }

    /// A line of dashes, `on` and `off` pixels long.
    fn dashed(&self, points: &[(f64, f64)], on: f64, off: f64, style: ShapeStyle) -> Drawn<DB> {
        let mut walked = 0.0;
        for pair in points.windows(2) {
            let [from, to] = pair else { continue };
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let length = libm::hypot(dx, dy);
            let mut done = 0.0;
            while done < length {
                let phase = walked % (on + off);
                let part =
                    if phase < on { on - phase } else { on + off - phase }.clamp(0.25, (length - done).max(0.25));
                if phase < on {
                    let place = |share: f64| (from.0 + dx * share / length, from.1 + dy * share / length);
                    self.rule(place(done), place((done + part).min(length)), style)?;
                }
                (walked, done) = (walked + part, done + part);
            }
        }
        Ok(())
    }

    fn grid(&self) -> Drawn<DB> {
        let (frame, chart, theme) = (self.frame, self.chart, self.theme);
        for (value, label) in &chart.y.ticks {
            let y = frame.y(chart, *value);
            self.rule((frame.left, y), (frame.right, y), self.stroke(theme.grid, 1.0))?;
            self.text(label, frame.left - 6.0, y, theme.muted, Pos::new(HPos::Right, VPos::Center))?;
        }
        let ticks = x_ticks(chart, frame.right - frame.left);
        for (index, (value, label)) in chart.x.ticks.iter().enumerate() {
            let x = frame.x(chart, *value);
            self.rule((x, frame.bottom), (x, frame.bottom + 4.0), self.stroke(theme.muted, 1.0))?;
            if index % ticks.every == 0 {
                let lines = if ticks.n_lines == 2 { in_two(label) } else { (label.as_str(), "") };
                for (row, line) in [lines.0, lines.1].into_iter().enumerate().filter(|(_, line)| !line.is_empty()) {
                    // The last one is kept within the picture.
                    let x = x.min(self.frame.edge - DIGIT / 2.0 * line.chars().count() as f64);
                    let y = frame.bottom + 7.0 + LINE * row as f64;
                    self.text(line, x, y, theme.muted, Pos::new(HPos::Center, VPos::Top))?;
                }
            }
        }
        self.rule((frame.left, frame.bottom), (frame.right, frame.bottom), self.stroke(theme.muted, 1.0))?;
        let middle = f64::midpoint(frame.left, frame.right);
        let below = frame.bottom + 26.0 + LINE * (ticks.n_lines - 1) as f64;
        self.text(&chart.x.label, middle, below, theme.muted, Pos::new(HPos::Center, VPos::Top))?;
        self.text(&chart.y.label, 4.0, 4.0, theme.muted, Pos::new(HPos::Left, VPos::Top))
    }

    fn color(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Series(index) => self.theme.series(index),
            Tone::Context => self.theme.muted,
            Tone::Focus | Tone::Hold => self.theme.ink,
        }
    }

    fn layer(&self, layer: &Layer) -> Drawn<DB> {
        let color = self.color(layer.tone());
        match layer {
            Layer::Line { points, tone, .. } => {
                let places: Vec<(f64, f64)> = points
                    .iter()
                    .map(|point| (self.frame.x(self.chart, point.x), self.frame.y(self.chart, point.y)))
                    .collect();
                match tone {
                    Tone::Context => self.dashed(&places, 5.0, 4.0, self.stroke(color, 1.5)),
                    Tone::Series(index) if 0 < *index => {
                        self.dashed(&places, 4.0 + 4.0 * (*index as f64), 3.0, self.stroke(color, 2.0))
                    }
                    _ => self.path(&places, self.stroke(color, 2.0)),
                }
            }
            Layer::Band { spans, .. } => {
                let upper = spans.iter().map(|span| self.at(span.x, span.high));
                let lower = spans.iter().rev().map(|span| self.at(span.x, span.low));
                let outline: Vec<(i32, i32)> = upper.chain(lower).collect();
                self.area.draw(&Polygon::new(outline, color.mix(0.22)))
            }
            Layer::Bars { bars, .. } => {
                for bar in bars {
                    let gap = if 6.0 < self.frame.x(self.chart, bar.to) - self.frame.x(self.chart, bar.from) {
                        1.0
                    } else {
                        0.0
                    };
                    let (left, right) =
                        (self.frame.x(self.chart, bar.from) + gap, self.frame.x(self.chart, bar.to) - gap);
                    let (top, bottom) =
                        (self.frame.y(self.chart, bar.value.max(0.0)), self.frame.y(self.chart, bar.value.min(0.0)));
                    let fill: RGBAColor = color.mix(0.85);
                    self.area.draw(&Rectangle::new([self.px(left, top), self.px(right, bottom)], fill.filled()))?;
                }
                Ok(())
            }
            Layer::Points { points, tone, .. } => {
                for point in points {
                    self.marker(self.at(point.x, point.y), *tone, color)?;
                }
                Ok(())
            }
        }
    }

    fn path(&self, places: &[(f64, f64)], style: ShapeStyle) -> Drawn<DB> {
        let points: Vec<(i32, i32)> = places.iter().map(|(x, y)| self.px(*x, *y)).collect();
        self.area.draw(&PathElement::new(points, style))
    }

    /// A mark whose form, not colour alone, tells the series.
    fn marker(&self, at: (i32, i32), tone: Tone, color: RGBColor) -> Drawn<DB> {
        let size = self.width(4.0) as i32;
        match tone {
            Tone::Series(index) if index % 2 == 1 => self.area.draw(&TriangleMarker::new(at, size + 1, color.filled())),
            Tone::Focus => {
                self.area.draw(&Circle::new(at, size + 2, self.theme.surface.filled()))?;
                self.area.draw(&Circle::new(at, size + 1, color.filled()))
            }
            Tone::Hold => {
                let corners = [(at.0 - size - 1, at.1 - size - 1), (at.0 + size + 1, at.1 + size + 1)];
                self.area.draw(&Rectangle::new(corners, self.theme.surface.filled()))?;
                self.area.draw(&Rectangle::new(corners, self.stroke(color, 2.0)))
            }
            _ => {
                self.area.draw(&Circle::new(at, size, color.mix(0.75).filled()))?;
                self.area.draw(&Circle::new(at, size, self.stroke(color, 1.0)))
            }
        }
    }

    fn marks(&self) -> Drawn<DB> {
        let (frame, ink) = (self.frame, self.theme.ink);
        let mut upright: Vec<_> =
            self.chart.marks.iter().filter(|mark| mark.direction == Direction::Vertical).collect();
        upright.sort_by(|a, b| a.at.total_cmp(&b.at));
        for (index, mark) in upright.iter().enumerate() {
            let x = frame.x(self.chart, mark.at);
            if x < frame.left - 1.0 || frame.right + 1.0 < x {
                continue;
            }
            self.dashed(&[(x, frame.top), (x, frame.bottom)], 3.0, 3.0, self.stroke(ink, 1.0))?;
            // Neighbours' labels stand on lines of their own.
            let y = frame.top + 2.0 + 15.0 * (index % 4) as f64;
            let ends = x + 6.6 * mark.label.chars().count() as f64 + 8.0;
            let (h, dx) = if frame.right < ends { (HPos::Right, -5.0) } else { (HPos::Left, 5.0) };
            self.text(&mark.label, x + dx, y, ink, Pos::new(h, VPos::Top))?;
        }
        for mark in self.chart.marks.iter().filter(|mark| mark.direction == Direction::Horizontal) {
            let y = frame.y(self.chart, mark.at);
            self.dashed(&[(frame.left, y), (frame.right, y)], 3.0, 3.0, self.stroke(ink, 1.0))?;
            self.text(&mark.label, frame.right - 4.0, y - 3.0, ink, Pos::new(HPos::Right, VPos::Bottom))?;
        }
        Ok(())
    }

    fn legend(&self) -> Drawn<DB> {
        for entry in legend(self.chart, self.frame.left, self.frame.edge) {
            let (layer, x, y) = (entry.layer, entry.x, entry.y());
            let color = self.color(layer.tone());
            match layer {
                Layer::Line { .. } => self.rule((x, y), (x + 14.0, y), self.stroke(color, 2.0))?,
                Layer::Points { tone, .. } => self.marker(self.px(x + 7.0, y), *tone, color)?,
                Layer::Band { .. } | Layer::Bars { .. } => {
                    let corners = [self.px(x, y - 5.0), self.px(x + 14.0, y + 5.0)];
                    let fill = color.mix(if matches!(layer, Layer::Band { .. }) { 0.22 } else { 0.85 });
                    // A band that lies on others of its colour is seen as dark as they make it.
                    let below = self.chart.layers.iter().take_while(|other| !std::ptr::eq(*other, layer));
                    let alike = |other: &&Layer| matches!(other, Layer::Band { .. }) && other.tone() == layer.tone();
                    let n_below = if matches!(layer, Layer::Band { .. }) { below.filter(alike).count() } else { 0 };
                    for _ in 0..=n_below {
                        self.area.draw(&Rectangle::new(corners, fill.filled()))?;
                    }
                }
            }
            self.text(layer.name(), x + 20.0, y, self.theme.ink, Pos::new(HPos::Left, VPos::Center))?;
        }
        Ok(())
    }

    fn chosen(&self, chosen: &Hit) -> Drawn<DB> {
        let (ink, at) = (self.theme.ink, self.px(chosen.x, chosen.y));
        if let Some(Layer::Bars { bars, .. }) = self.chart.layers.get(chosen.layer)
            && let Some(bar) = bars.get(chosen.index)
        {
            let corners = [self.at(bar.from, bar.value.max(0.0)), self.at(bar.to, bar.value.min(0.0))];
            return self.area.draw(&Rectangle::new(corners, self.stroke(ink, 1.5)));
        }
        self.area.draw(&Circle::new(at, self.width(6.0) as i32, self.stroke(ink, 2.0)))
    }
}
