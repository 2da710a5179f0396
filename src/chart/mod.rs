//! Draws a chart model on any plotters backend: a canvas in the page, SVG in tests and reports.
//!
//! `frame` (where a value stands) · `theme` (colours) · `draw` · `hover` (what stands under a pointer).

mod draw;
mod frame;
mod hover;
mod theme;

pub use draw::draw;
pub use frame::Frame;
pub use hover::{Hit, Walk, held, hit, walk};
pub use theme::Theme;

use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;

use crate::present::Chart;

/// The chart as SVG text, `width` by `height` pixels.
pub fn svg(chart: &Chart, theme: &Theme, width: u32, height: u32) -> String {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, (width, height)).into_drawing_area();
        // Writing to a string cannot fail; an SVG that stops half way would still be text.
        let _ = draw(chart, theme, &area, 1.0, None);
        let _ = area.present();
    }
    text
}
