//! Parts that pages are made of. Those that hold nothing between two drawings are plain functions.
//!
//! `icons`, `glyph` · `button` · `number`, `text`, `choice`, `chips`, `check`, `day` (form kit) · `table`, `grid` (a tree to
//! work in) · `chart` · `tabs` · `progress` · `answer` (what stands at the top of a page) · `confirm` (a button that asks again) ·
//! `fold` (what is drawn when it is opened).

mod answer;
mod button;
mod chart;
mod check;
mod chips;
mod choice;
mod confirm;
mod day;
mod fold;
mod glyph;
mod grid;
mod icons;
mod number;
mod progress;
mod table;
mod tabs;
mod text;

pub(crate) use answer::{Fact, answer, empty, facts_list, go_to, lines};
pub(crate) use button::{button, clicked, icon_button, icon_button_if, primary, quiet, toggle};
pub(crate) use chart::{Hold, chart, charts};
pub(crate) use check::check;
pub(crate) use chips::chips;
pub(crate) use choice::{actions, choice, pick, with_own};
pub(crate) use confirm::Confirm;
pub(crate) use day::day;
pub(crate) use fold::{folded, use_fold};
pub(crate) use glyph::glyph;
pub(crate) use grid::{GridAct, GridCell, GridProps, GridRow, grid};
pub(crate) use icons::Icon;
pub(crate) use number::{NumberProps, Unit, decimal, number, number_of};
pub(crate) use progress::{Status, WorkWords, ended, progress, work, working};
pub(crate) use table::{head, more, num, table};
pub(crate) use tabs::tabs;
pub(crate) use text::{TextProps, text};
