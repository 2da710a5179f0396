//! A table with a head that stays, long ones a part at a time.

use std::rc::Rc;

use yew::prelude::*;

use super::button::quiet;
use crate::ui::context::{App, use_app};

/// Rows that are shown at first, and that each "more" adds.
const N_ROWS: usize = 60;

#[derive(Properties, PartialEq)]
struct TableProps {
    caption: AttrValue,
    headers: Vec<String>,
    rows: Rc<Vec<Vec<String>>>,
    n_text: usize,
}

/// A table: the caption is for those who do not see it; the first `n_text` columns hold text, those after them figures.
pub(crate) fn table(caption: String, n_text: usize, headers: Vec<String>, rows: Rc<Vec<Vec<String>>>) -> Html {
    html! { <Table {caption} {headers} {rows} {n_text} /> }
}

#[component]
fn Table(props: &TableProps) -> Html {
    let app = use_app();
    let n_shown = use_state(|| N_ROWS);
    let cells = |cells: &[String]| -> Html {
        cells.iter().enumerate().map(|(at, text)| cell(at, props.n_text, text)).collect()
    };
    html! {
        <div class="table-box" role="region" aria-label={&props.caption} tabindex="0">
            <table class="table">
                { head(props.n_text, props.headers.clone()) }
                <tbody>
                    { for props.rows.iter().take(*n_shown).enumerate().map(|(row, texts)| html! { <tr key={row}>{ cells(texts) }</tr> }) }
                </tbody>
            </table>
            { more(&app, &n_shown, props.rows.len(), N_ROWS) }
        </div>
    }
}

fn cell(at: usize, n_text: usize, text: &str) -> Html {
    html! { <td key={at} class={num(n_text <= at)}>{ text }</td> }
}

/// The class of a column of figures.
pub(crate) fn num(is_figure: bool) -> Option<&'static str> {
    is_figure.then_some("num")
}

/// The head of a table whose first `n_text` columns hold text.
pub(crate) fn head(n_text: usize, headers: Vec<String>) -> Html {
    let header =
        |(at, text): (usize, String)| html! { <th key={at} scope="col" class={num(n_text <= at)}>{ text }</th> };
    html! { <thead><tr>{ for headers.into_iter().enumerate().map(header) }</tr></thead> }
}

/// A button that shows five times `step` rows more, where rows are hidden.
pub(crate) fn more(app: &App, n_shown: &UseStateHandle<usize>, n_rows: usize, step: usize) -> Html {
    let n_hidden = n_rows.saturating_sub(**n_shown);
    if n_hidden == 0 {
        return Html::default();
    }
    let n_shown = n_shown.clone();
    let show = Callback::from(move |()| n_shown.set(*n_shown + 5 * step));
    quiet(None, app.tw("table-more", [("n", n_hidden.into()), ("count", app.count(n_hidden).into())]), show)
}
