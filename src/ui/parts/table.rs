//! A table with a head that stays, long ones a part at a time.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, Look};
use crate::ui::context::use_app;

/// Rows that are shown at first, and that each "more" adds.
const N_ROWS: usize = 60;

#[derive(Properties, PartialEq)]
pub(crate) struct TableProps {
    /// What the table holds, for those who do not see it.
    pub(crate) caption: AttrValue,
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Rc<Vec<Vec<String>>>,
    /// Columns that hold text; those after them hold figures.
    #[prop_or(1)]
    pub(crate) n_text: usize,
}

#[component]
pub(crate) fn Table(props: &TableProps) -> Html {
    let app = use_app();
    let n_shown = use_state(|| N_ROWS);
    let more = {
        let n_shown = n_shown.clone();
        Callback::from(move |()| n_shown.set(*n_shown + 5 * N_ROWS))
    };
    let class = |column: usize| if column < props.n_text { None } else { Some("num") };
    let n_hidden = props.rows.len().saturating_sub(*n_shown);
    html! {
        <div class="table-box" role="region" aria-label={props.caption.clone()} tabindex="0">
            <table class="table">
                <thead><tr>
                    { for props.headers.iter().enumerate().map(|(at, text)| html! { <th key={at} scope="col" class={class(at)}>{ text }</th> }) }
                </tr></thead>
                <tbody>
                    { for props.rows.iter().take(*n_shown).enumerate().map(|(row, cells)| html! {
                        <tr key={row}>
                            { for cells.iter().enumerate().map(|(at, text)| html! { <td key={at} class={class(at)}>{ text }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            if 0 < n_hidden {
                <Button look={Look::Quiet} onclick={more} label={app.tw("table-more", [("n", n_hidden.into()), ("count", app.count(n_hidden).into())])} />
            }
        </div>
    }
}
