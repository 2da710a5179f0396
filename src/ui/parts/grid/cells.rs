//! A row of a grid and its cells, as markup.

use yew::prelude::*;

use super::keys::{Hand, field_id};
use super::{GridAct, GridCell, GridProps, GridRow, cell_id};
use crate::ui::context::App;
use crate::ui::parts::{Icon, glyph};

/// What the cells of one drawing share.
pub(super) struct Seen<'a> {
    pub(super) app: &'a App,
    pub(super) props: &'a GridProps,
    pub(super) hand: &'a Hand,
    /// The row of the keyboard.
    pub(super) here: usize,
    /// First and last row and column of what is chosen.
    pub(super) range: [(usize, usize); 2],
}

pub(super) fn row(seen: &Seen, at: usize, row: &GridRow) -> Html {
    let (place, of) = row.place;
    let cells = seen.props.cells.emit(row.key);
    let cells = cells.iter().enumerate().map(|(column, one)| cell(seen, (at, row), column, one));
    html! {
        <tr key={row.key} role="row" aria-level={row.level.to_string()} aria-rowindex={(at + 2).to_string()}
            aria-posinset={place.to_string()} aria-setsize={of.to_string()} aria-expanded={row.is_open.map(truth)}>
            { for cells }
        </tr>
    }
}

const fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

fn cell(seen: &Seen, (at, row): (usize, &GridRow), column: usize, cell: &GridCell) -> Html {
    let Seen { app, props, hand, here, range: [from, to] } = seen;
    let is_here = at == *here && column == hand.cursor.column;
    let is_one = from == to;
    let is_chosen = (from.0..=to.0).contains(&at) && (from.1..=to.1).contains(&column) && !is_one;
    let draft = hand.cursor.draft.as_ref().filter(|_| is_here);
    let id = cell_id(&props.id, row.key, column);
    let header = props.headers.get(column).cloned().unwrap_or_default();
    let press = {
        let (hand, key, can_edit, is_typing) = ((*hand).clone(), row.key, cell.can_edit, draft.is_some());
        Callback::from(move |event: MouseEvent| {
            if is_typing {
                // the field's own
            } else if can_edit && is_here && !event.shift_key() {
                hand.begin_anew();
            } else {
                hand.go(key, column, event.shift_key());
            }
        })
    };
    let problem_id = format!("{}-problem", props.id);
    let inside = match draft {
        Some(draft) => html! {
            <>
                <input class="input num" type="text" inputmode="decimal" id={field_id(&props.id)} value={draft.text.clone()}
                    aria-label={header} aria-invalid={draft.problem.map(|_| "true")} autocomplete="off" data-draft=""
                    aria-describedby={draft.problem.map(|_| problem_id.clone())}
                    oninput={hand.oninput.clone()} onblur={hand.onblur.clone()} />
                if let Some(problem) = draft.problem {
                    <span class="field-problem" id={problem_id} role="alert">{ app.t(problem) }</span>
                }
            </>
        },
        None => html! {
            <>
                if let Some(fixed) = &cell.fixed {
                    <span class="grid-lock" title={fixed.clone()}>{ glyph(Icon::Lock) }<span class="hidden">{ fixed }</span></span>
                }
                { &cell.text }
            </>
        },
    };
    let tabindex = if is_here && draft.is_none() { "0" } else { "-1" };
    let title = (!cell.how.is_empty()).then(|| cell.how.clone());
    let selected = is_chosen.then_some("true");
    if column == 0 {
        let fold = row.is_open.map(|is_open| fold(seen, row.key, is_open));
        return html! {
            <th key={column} role="rowheader" {id} {tabindex} {title} aria-selected={selected} onclick={press}>{ fold }{ inside }</th>
        };
    }
    let class = classes!(cell.is_figure.then_some("num"), cell.can_edit.then_some("grid-own"));
    let read_only = truth(!cell.can_edit);
    html! {
        <td key={column} role="gridcell" {id} {class} {tabindex} {title} aria-selected={selected} aria-readonly={read_only} onclick={press}>
            { inside }
        </td>
    }
}

/// What opens and closes a row for the pointer; keys do it on the cell.
fn fold(seen: &Seen, key: usize, is_open: bool) -> Html {
    let on_act = seen.props.on_act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        on_act.emit(GridAct::Opened(key, !is_open));
    });
    let icon = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    html! { <span class="grid-fold" {onclick}>{ glyph(icon) }</span> }
}
