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
                | K::UnknownCategory { .. }
        )
}

/// Whether the row can be left aside.
pub(super) fn can_be_left(issue: &Issue) -> bool {
    0 < issue.row && !issue.kind.is_of_text() && issue.kind != IssueKind::LeftAside
}

/// Whether anything can be done about it here.
pub(super) fn can_be_fixed(issue: &Issue) -> bool {
    can_be_left(issue) || is_of_cell(issue)
}

/// What a button does.
#[derive(Clone, Copy, PartialEq)]
enum Act {
    /// Corrects the cell, or the name in every row.
    One,
    /// Corrects all such cells.
    All,
    /// Takes the name that was probably meant.
    Near,
    /// Leaves the row aside.
    Aside,
}

/// An issue and where it is shown.
#[derive(Clone)]
struct Fixer {
    app: App,
    issue: Issue,
    landing: Landing,
    group: String,
    at: usize,
}

impl Fixer {
    fn field(&self) -> String {
        format!("{}-{}-to", self.group, self.at)
    }

    fn callback(&self, act: Act) -> Callback<()> {
        let fixer = self.clone();
        Callback::from(move |()| fixer.act(act))
    }

    /// Sends the correction; the keyboard stays at its place.
    fn act(&self, act: Act) {
        let Issue { column, value: from, .. } = self.issue.clone();
        let (column, line) = (column.unwrap_or_default(), u32::try_from(self.issue.row).unwrap_or(u32::MAX));
        let is_name = self.issue.kind.is_of_text();
        let near = match &self.issue.kind {
            IssueKind::Unmatched { near, .. } => near.clone().filter(|_| act == Act::Near),
            _ => None,
        };
        let to = near.unwrap_or_else(|| dom::text_of(&self.field()).trim().to_owned());
        let fix = match act {
            Act::Aside => Fix::Aside { line },
            _ if to == from => return,
            Act::One if !is_name => Fix::Cell { line, column, from, to },
            Act::One | Act::All | Act::Near => Fix::Cells { column, from, to },
        };
        self.landing.mark(&self.app, &self.group, self.at);
        actions::change_tables(&self.app, &FilesAsk::Fix { table: self.issue.file.clone(), fix });
    }
}

/// The field and buttons of one issue.
pub(super) fn fix(app: &App, group: &IssueGroup, issue: &Issue, place: &Place) -> Html {
    let (group_id, landing) = (place.id.to_owned(), place.landing.clone());
    let fixer = Fixer { app: app.clone(), issue: issue.clone(), landing, group: group_id, at: place.at };
    html! {
        <>
            if is_of_cell(issue) {
                { cell(&fixer, group) }
            }
            if can_be_left(issue) {
                { icon_button(Icon::X, app.tw("fix-aside", [("row", issue.row.to_string().into())]), fixer.callback(Act::Aside)) }
            }
        </>
    }
}

fn cell(fixer: &Fixer, group: &IssueGroup) -> Html {
    let (app, issue) = (&fixer.app, &fixer.issue);
    let one = fixer.callback(Act::One);
    let enter = one.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            enter.emit(());
        }
    });
    let alike =
        |other: &&Issue| (&other.file, &other.column, &other.value) == (&issue.file, &issue.column, &issue.value);
    let n_alike = group.examples.iter().filter(alike).count();
    let count = app.count(n_alike) + if group.examples.len() == group.n { "" } else { "+" };
    let row = issue.row.to_string();
    let column = issue.column.clone().unwrap_or_default();
    let label = app.tw("fix-cell", [("column", column.into()), ("row", row.as_str().into())]);
    let is_name = issue.kind.is_of_text();
    html! {
        <>
            { near(fixer) }
            <input class="input" type="text" id={fixer.field()} aria-label={label} maxlength="1000" autocomplete="off" spellcheck="false"
                ~defaultValue={issue.value.clone()} {onkeydown} />
            { icon_button(Icon::Check, app.tw("fix-one", [("row", row.into())]), one) }
            if !is_name && 1 < n_alike {
                { quiet(None, app.tw("fix-all", [("count", count.into())]), fixer.callback(Act::All)) }
            }
        </>
    }
}

/// A button for the name that was probably meant. It is never taken by itself.
fn near(fixer: &Fixer) -> Option<Html> {
    let IssueKind::Unmatched { near: Some(near), n_rows, .. } = &fixer.issue.kind else { return None };
    let app = &fixer.app;
    let rows = app.count(*n_rows as usize);
    let words = app.tw("fix-near", [("name", near.as_str().into()), ("n", (*n_rows).into()), ("count", rows.into())]);
    Some(button(None, words, fixer.callback(Act::Near)))
}

/// Leaves all rows of a group aside.
pub(super) fn leave_all(app: &App, group: &IssueGroup, id: &str, landing: &Landing) -> Callback<()> {
    let (app, landing, id) = (app.clone(), landing.clone(), id.to_owned());
    let ask = FilesAsk::AsideAll { key: group.kind.key().into(), severity: group.severity };
    Callback::from(move |()| {
        landing.mark(&app, &id, 0);
        actions::change_tables(&app, &ask);
    })
}
