//! Colours of a chart. Series colours are those of Okabe and Ito (2008), told apart by every kind of colour vision; the
//! dark set is lightened for contrast.

use plotters::style::RGBColor;

/// Colours for one background.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub surface: RGBColor,
    /// Text and the chosen datum.
    pub ink: RGBColor,
    /// Axis text and context.
    pub muted: RGBColor,
    /// Rules of the grid.
    pub grid: RGBColor,
    /// Series in order.
    pub series: [RGBColor; 6],
}

impl Theme {
    /// On white.
    pub const fn light() -> Self {
        Self {
            surface: RGBColor(255, 255, 255),
            ink: RGBColor(23, 28, 38),
            muted: RGBColor(86, 95, 110),
            grid: RGBColor(226, 230, 236),
            series: [
                RGBColor(0, 98, 160),
                RGBColor(200, 84, 0),
                RGBColor(0, 128, 96),
                RGBColor(168, 84, 138),
                RGBColor(146, 104, 0),
                RGBColor(40, 130, 190),
            ],
        }
    }

    /// On dark.
    pub const fn dark() -> Self {
        Self {
            surface: RGBColor(24, 28, 36),
            ink: RGBColor(236, 239, 244),
            muted: RGBColor(164, 173, 188),
            grid: RGBColor(50, 57, 70),
            series: [
                RGBColor(96, 178, 240),
                RGBColor(240, 148, 80),
                RGBColor(64, 200, 160),
                RGBColor(222, 150, 196),
                RGBColor(236, 190, 70),
                RGBColor(140, 205, 245),
            ],
        }
    }

    /// Colour of a series; they repeat after six.
    pub fn series(&self, index: usize) -> RGBColor {
        self.series.get(index % self.series.len()).copied().unwrap_or(self.ink)
    }
}
