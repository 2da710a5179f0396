//! A tree to work in, as a grid: keys, editing in place, fixing, filling, copying and pasting as in a spreadsheet.
//!
//! Of long ones only the rows in sight are in the page. What a cell holds is asked for when it is drawn.

mod cells;
mod keys;
mod reach;

use std::rc::Rc;

use yew::prelude::*;

use super::table::head;
use crate::platform::dom;
use crate::ui::app::Shared;
use crate::ui::context::use_app;
use cells::{Seen, row};
use keys::use_hand;
use reach::{Run, runs};

/// A row's place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GridRow {
    /// Names it.
    pub(crate) key: usize,
    /// From 1 on.
    pub(crate) level: usize,
    /// Whether what is below it is shown; `None` if nothing is.
    pub(crate) is_open: Option<bool>,
    /// Its place among its like, from 1 on, and how many these are.
    pub(crate) place: (usize, usize),
}

/// A cell. The first of a row is the row's name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct GridCell {
    pub(crate) text: String,
    /// What editing begins with and copying takes.
    pub(crate) typed: String,
    /// How it came about.
    pub(crate) how: String,
    pub(crate) can_edit: bool,
    /// It stays as it is; the words that say so.
    pub(crate) fixed: Option<String>,
    pub(crate) is_figure: bool,
}

/// What a user does to a grid.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum GridAct {
    /// Cells were given texts.
    Typed {
        /// By key of the row and place of the column.
        texts: Vec<(usize, usize, String)>,
        /// How many could not be read.
        n_bad: usize,
        /// How many came from a spreadsheet and have no cell here that can be edited.
        n_left: usize,
    },
    /// Rows are to be fixed, or let go if all of them are.
    Fixed(Vec<(usize, usize)>),
    /// A row was opened or closed.
    Opened(usize, bool),
    /// The keyboard came to a cell.
    Reached(usize, usize),
}

#[derive(Properties, PartialEq)]
pub(crate) struct GridProps {
    /// Begins the ids of its cells.
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Shared<Vec<GridRow>>,
    /// The cells of a row.
    pub(crate) cells: Callback<usize, Rc<Vec<GridCell>>>,
    /// Whether the cell of that row and column can be edited: as its [`GridCell`] says, without drawing it.
    pub(crate) can_edit: Callback<(usize, usize), bool>,
    /// The id of what is wrong with a text.
    pub(crate) check: Callback<String, Option<&'static str>>,
    /// Says whether all of it was done.
    pub(crate) on_act: Callback<GridAct, bool>,
}

/// A tree grid with what its props say.
pub(crate) fn grid(props: GridProps) -> Html {
    html! { <Grid ..props /> }
}

/// Pixels of a row before one was measured.
const ROW_PIXELS: f64 = 36.0;

#[component]
fn Grid(props: &GridProps) -> Html {
    let app = use_app();
    let (box_node, height) = (use_node_ref(), use_mut_ref(|| ROW_PIXELS));
    let top = use_state_eq(|| 0_usize);
    let hand = use_hand(props);
    let (rows, here) = (&props.rows.0, hand.row());
    let first = rows.first().map(|row| cell_id(&props.id, row.key, 0)).unwrap_or_default();
    let pixels = height.clone();
    use_effect(move || {
        if let Some(found) = dom::height(&first).filter(|found| 1.0 < *found) {
            *pixels.borrow_mut() = found;
        }
    });
    let onscroll = {
        let (node, top, height) = (box_node.clone(), top.setter(), height.clone());
        Callback::from(move |_: Event| {
            if let Some(element) = node.cast::<dom::Element>() {
                // In steps: a row more or less draws nothing anew.
                top.set((dom::scrolled(&element) / *height.borrow()) as usize / 4 * 4);
            }
        })
    };
    let seen = Seen { app: &app, props, hand: &hand, here, range: hand.range() };
    // One list with a key for each: a row that stays is not drawn anew, and keeps the keyboard.
    let room = |n: usize, count: usize| {
        html! { <Room key={format!("room-{n}-{}-{count}", *top)} height={count as f64 * *height.borrow()} n_columns={props.headers.len()} /> }
    };
    let drawn = runs(rows.len(), *top, here).into_iter().enumerate().flat_map(|(n, run)| match run {
        Run::Drawn(from, count) => {
            let some = rows.iter().enumerate().skip(from).take(count);
            some.map(|(at, one)| row(&seen, at, one)).collect::<Vec<Html>>()
        }
        Run::Room(count) => vec![room(n, count)],
    });
    html! {
        <div class="table-box grid-box" ref={box_node} {onscroll}>
            <table class="table grid" role="treegrid" aria-label={&props.label} aria-multiselectable="true"
                aria-rowcount={(rows.len() + 1).to_string()} aria-colcount={props.headers.len().to_string()}
                aria-readonly="false" onkeydown={hand.onkeydown.clone()} onpaste={hand.onpaste.clone()} oncopy={hand.oncopy.clone()}>
                { head(1, props.headers.clone()) }
                <tbody>{ for drawn }</tbody>
            </table>
        </div>
    }
}

/// The id of a cell in the page.
fn cell_id(id: &str, key: usize, column: usize) -> String {
    format!("{id}-{key}-{column}")
}

#[derive(Properties, PartialEq)]
struct RoomProps {
    height: f64,
    n_columns: usize,
}

/// Room for rows that are not drawn.
#[component]
fn Room(props: &RoomProps) -> Html {
    let node = use_node_ref();
    let itself = node.clone();
    use_effect_with(props.height, move |height| {
        if let Some(element) = itself.cast::<dom::Element>() {
            dom::tall(&element, *height);
        }
    });
    html! {
        <tr role="presentation" aria-hidden="true"><td class="grid-room" colspan={props.n_columns.to_string()} ref={node}></td></tr>
    }
}

/// Rows by their keys.
fn place_of(rows: &Rc<Vec<GridRow>>, key: usize) -> Option<usize> {
    rows.iter().position(|row| row.key == key)
}
