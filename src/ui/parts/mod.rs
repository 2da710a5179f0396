//! Parts that pages are made of.
//!
//! `icons`, `glyph` · `button` · `number`, `text`, `choice` (form kit) · `table` · `chart` · `progress` · `answer` (what
//! stands at the top of a page) · `confirm` (a button that asks again).

mod answer;
mod button;
mod chart;
mod choice;
mod confirm;
mod glyph;
mod icons;
mod number;
mod progress;
mod table;
mod text;

pub(crate) use answer::{Answer, Fact, empty};
pub(crate) use button::{Button, Look};
pub(crate) use chart::ChartView;
pub(crate) use choice::choice;
pub(crate) use confirm::Confirm;
pub(crate) use glyph::Glyph;
pub(crate) use icons::Icon;
pub(crate) use number::{NumberField, Unit};
pub(crate) use progress::Progress;
pub(crate) use table::Table;
pub(crate) use text::TextField;
