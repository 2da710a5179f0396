//! Corrections beside an issue: this cell, all such cells, the name that was meant, or the row left aside.

use yew::prelude::*;

use super::issues::Landing;
use crate::data::{Fix, Issue, IssueKind};
use crate::job::{FilesAsk, IssueGroup};
use crate::platform::dom::{self, KeyboardEvent};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, icon_button, quiet};

/// Which row of which group it is, and where the keyboard goes afterwards.
pub(super) struct Place<'a> {
    pub(super) id: &'a str,
    pub(super) at: usize,
    pub(super) landing: &'a Landing,
}

/// Whether one cell is what is wrong.
fn is_of_cell(issue: &Issue) -> bool {
    use IssueKind as K;
    issue.column.is_some()
        && matches!(
            issue.kind,
            K::NotANumber
                | K::NumberTooLarge
                | K::NotADate
                | K::NotAPeriod
                | K::Missing
                | K::ErrorCell
                | K::Unmatched { .. }
        )
}

/// Whether the row can be left aside.
pub(super) fn can_be_left(issue: &Issue) -> bool {
    0 < issue.row && !matches!(issue.kind, IssueKind::Unmatched { .. } | IssueKind::LeftAside)
}

/// Whether anything can be done about it here.
pub(super) fn can_be_fixed(issue: &Issue) -> bool {
    can_be_left(issue) || is_of_cell(issue)
}

/// Sends a correction; the keyboard stays at its place.
fn sender(app: &App, table: &str, place: &Place) -> impl Fn(Fix) + Clone + 'static {
    let (app, table, landing) = (app.clone(), table.to_owned(), place.landing.clone());
    let to = (place.id.to_owned(), place.at);
    move |fix| {
        landing.replace(Some(to.clone()));
        actions::change_tables(&app, &FilesAsk::Fix { table: table.clone(), fix });
    }
}

/// The field and buttons of one issue.
pub(super) fn fix(app: &App, group: &IssueGroup, issue: &Issue, place: &Place) -> Html {
    let send = sender(app, &issue.file, place);
    let line = u32::try_from(issue.row).unwrap_or(u32::MAX);
    let leave = Callback::from(move |()| send(Fix::Aside { line }));
    html! {
        <>
            if is_of_cell(issue) {
                { cell(app, group, issue, place, line) }
            }
            if can_be_left(issue) {
                { icon_button(Icon::X, app.tw("fix-aside", [("row", issue.row.to_string().into())]), leave) }
            }
        </>
    }
}

fn cell(app: &App, group: &IssueGroup, issue: &Issue, place: &Place, line: u32) -> Html {
    let (column, from) = (issue.column.clone().unwrap_or_default(), issue.value.clone());
    let send = sender(app, &issue.file, place);
    let of_all = {
        let (column, from) = (column.clone(), from.clone());
        move |to: String| Fix::Cells { column: column.clone(), from: from.clone(), to }
    };
    let is_name = matches!(issue.kind, IssueKind::Unmatched { .. });
    let of_one = {
        let (column, of_all) = (column.clone(), of_all.clone());
        move |to: String| {
            if is_name {
                return of_all(to);
            }
            Fix::Cell { line, column: column.clone(), from: from.clone(), to }
        }
    };
    let field = format!("{}-{}-to", place.id, place.at);
    let take = |of: std::rc::Rc<dyn Fn(String) -> Fix>| {
        let (send, field, before) = (send.clone(), field.clone(), issue.value.clone());
        Callback::from(move |()| {
            let to = dom::text_of(&field).trim().to_owned();
            if to != before {
                send(of(to));
            }
        })
    };
    let one = take(std::rc::Rc::new(of_one));
    let all = take(std::rc::Rc::new(of_all.clone()));
    let enter = one.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            enter.emit(());
        }
    });
    let alike =
        |other: &&Issue| (&other.file, &other.column, &other.value) == (&issue.file, &issue.column, &issue.value);
    let n_alike = group.examples.iter().filter(alike).count();
    let is_whole = group.examples.len() == group.n;
    let count = app.count(n_alike) + if is_whole { "" } else { "+" };
    let row = issue.row.to_string();
    let label = app.tw("fix-cell", [("column", column.into()), ("row", row.as_str().into())]);
    let wording = [("row", row.into())];
    html! {
        <>
            { near(app, issue, move |to| send(of_all(to))) }
            <input class="input" type="text" id={field} aria-label={label} maxlength="1000" autocomplete="off" spellcheck="false"
                ~defaultValue={issue.value.clone()} {onkeydown} />
            { icon_button(Icon::Check, app.tw("fix-one", wording), one) }
            if !is_name && 1 < n_alike {
                { quiet(None, app.tw("fix-all", [("count", count.into())]), all) }
            }
        </>
    }
}

/// A button for the name that was probably meant. It is never taken by itself.
fn near(app: &App, issue: &Issue, accept: impl Fn(String) + 'static) -> Html {
    let IssueKind::Unmatched { near: Some(near), n_rows, .. } = &issue.kind else { return html! {} };
    let rows = app.count(*n_rows as usize);
    let words = app.tw("fix-near", [("name", near.as_str().into()), ("n", (*n_rows).into()), ("count", rows.into())]);
    let near = near.clone();
    button(None, words, Callback::from(move |()| accept(near.clone())))
}

/// Leaves all rows of a group aside.
pub(super) fn leave_all(app: &App, group: &IssueGroup, id: &str, landing: &Landing) -> Callback<()> {
    let (app, landing, id) = (app.clone(), landing.clone(), id.to_owned());
    let ask = FilesAsk::AsideAll { key: group.kind.key().into(), severity: group.severity };
    Callback::from(move |()| {
        landing.replace(Some((id.clone(), 0)));
        actions::change_tables(&app, &ask);
    })
}
