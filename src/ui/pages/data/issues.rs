//! What is wrong with rows, by kind: where, what stands there, why, what to do, and corrections in place.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::fix;
use crate::data::{Issue, Severity};
use crate::job::{FilesAsk, ImportReport, IssueGroup, Tables};
use crate::platform::dom;
use crate::present::{issue_group, issue_reason, issue_remedy};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, button, head, quiet, table, use_fold};

const CSV: &str = "text/csv;charset=utf-8";
/// The element around the button that undoes a correction.
const UNDO: &str = "issues-undo";
const TITLE: &str = "issues-head";
/// Issues that are drawn before their group is opened, to be found by a search in the page.
const N_AHEAD: usize = 20;
/// Rows that can be left aside at once.
const MOST_ASIDE: usize = 1_000;

/// Where the keyboard goes once a correction is made.
#[derive(Clone, Default)]
pub(super) struct Landing(Rc<RefCell<Option<Mark>>>);

/// A group's rows, the place among them, and the tables before the correction.
struct Mark {
    group: String,
    row: usize,
    before: Option<Rc<Tables>>,
}

impl PartialEq for Landing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Landing {
    /// A correction is asked for there.
    pub(super) fn mark(&self, app: &App, group: &str, row: usize) {
        *self.0.borrow_mut() = Some(Mark { group: group.to_owned(), row, before: app.state.tables.clone() });
    }

    /// Puts the keyboard where the correction was made, or as near as can be. What was found after an earlier one may come
    /// last: until the tables are others, the correction is still on its way.
    fn land(&self, tables: Option<&Rc<Tables>>) {
        let is_made = |mark: &mut Mark| mark.before.as_ref().map(Rc::as_ptr) != tables.map(Rc::as_ptr);
        let Some(Mark { group, row, .. }) = self.0.borrow_mut().take_if(is_made) else { return };
        let is_found = (0..=row).rev().any(|row| dom::focus_inside(&format!("{group}-{row}")));
        if !is_found && !dom::focus_inside(UNDO) {
            dom::focus(TITLE);
        }
    }
}

#[derive(Properties, PartialEq)]
struct IssuesProps {
    report: Shared<ImportReport>,
}

pub(super) fn issues(report: &Rc<ImportReport>) -> Html {
    html! { <Issues report={Shared(report.clone())} /> }
}

#[component]
fn Issues(props: &IssuesProps) -> Html {
    let app = use_app();
    let report = &props.report.0;
    let landing = (*use_memo((), |()| Landing::default())).clone();
    let (to, tables) = (landing.clone(), app.state.tables.clone());
    use_effect_with(props.report.clone(), move |_| to.land(tables.as_ref()));
    if report.files.is_empty() {
        return html! { <div /> };
    }
    let group = |(at, group): (usize, &IssueGroup)| {
        html! { <Group key={group_id(group)} report={props.report.clone()} {at} landing={landing.clone()} /> }
    };
    html! {
        <section class="section">
            <div class="section-head">
                <h2 id={TITLE} tabindex="-1">{ app.t("issues-title") }</h2>
                <span id={UNDO}>{ undo(&app, &landing) }</span>
            </div>
            if report.issues.is_empty() {
                <p>{ app.t("issues-none") }</p>
            }
            <div class="issues">{ for report.issues.iter().enumerate().map(group) }</div>
            if app.state.tables.is_some() && !report.issues.is_empty() {
                { downloads(&app, report) }
            }
        </section>
    }
}

fn undo(app: &App, landing: &Landing) -> Html {
    let tables = app.state.tables.as_ref();
    let n: usize = tables.map_or(0, |tables| tables.mappings.iter().map(|mapping| mapping.fixes.len()).sum());
    if n == 0 {
        return html! {};
    }
    let (to, landing) = (app.clone(), landing.clone());
    let undo = Callback::from(move |()| {
        landing.mark(&to, UNDO, 0);
        actions::change_tables(&to, &FilesAsk::UndoFix);
    });
    quiet(Some(Icon::Undo2), app.tw("fix-undo", [("n", n.into()), ("count", app.count(n).into())]), undo)
}

fn downloads(app: &App, report: &ImportReport) -> Html {
    let aside = app.act(|app| {
        actions::download_from_files(app, &FilesAsk::SetAsideCsv, "attain-set-aside.csv", CSV);
    });
    let all = app.act(|app| {
        let language = app.state.words.locale().code().to_owned();
        actions::download_from_files(app, &FilesAsk::IssuesCsv { language }, "attain-issues.csv", CSV);
    });
    html! {
        <div class="row">
            { button(Some(Icon::Download), app.t("download-issues"), all) }
            if report.issues.iter().any(|group| group.severity == Severity::SetAside) {
                { button(Some(Icon::Download), app.t("download-set-aside"), aside) }
            }
        </div>
    }
}

/// Names a group: the elements of its rows begin with it.
fn group_id(group: &IssueGroup) -> String {
    let severity = if group.severity == Severity::SetAside { "aside" } else { "kept" };
    format!("fix-{}-{severity}", group.kind.key())
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    report: Shared<ImportReport>,
    at: usize,
    landing: Landing,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let app = use_app();
    let fold = use_fold(false);
    let Some(group) = props.report.0.issues.get(props.at) else { return html! {} };
    let is_aside = group.severity == Severity::SetAside;
    let what = app.tw(
        if is_aside { "issues-aside" } else { "issues-warning" },
        [("n", group.n.into()), ("count", app.count(group.n).into())],
    );
    html! {
        <details class="issue-group" ref={fold.node} ontoggle={fold.ontoggle}>
            <summary>
                <span class={if is_aside { "badge badge-bad" } else { "badge" }}>{ what }</span>
                <span>{ issue_group(&app.state.words, &group.kind) }</span>
            </summary>
            <p>{ issue_remedy(&app.state.words, &group.kind) }</p>
            if fold.is_open || group.examples.len() <= N_AHEAD {
                { examples(&app, group, &props.landing) }
            }
        </details>
    }
}

fn examples(app: &App, group: &IssueGroup, landing: &Landing) -> Html {
    let can_fix = app.state.tables.is_some() && group.examples.iter().any(fix::can_be_fixed);
    let may_leave_all = can_fix && group.n <= MOST_ASIDE && group.examples.iter().all(fix::can_be_left);
    let headers = ["issues-file", "issues-row", "issues-column", "issues-value", "issues-reason"];
    let mut headers = app.ts(&headers);
    let caption = issue_group(&app.state.words, &group.kind);
    let id = group_id(group);
    html! {
        <>
            if can_fix {
                <div class="table-box" role="region" aria-label={caption} tabindex="0">
                    <table class="table">
                        { head(6, { headers.push(app.t("fix-title")); headers }) }
                        <tbody>{ for group.examples.iter().enumerate().map(|(at, issue)| html! {
                            <tr key={row_key(&group.examples, at)} id={format!("{id}-{at}")}>
                                { for cells(app, issue).into_iter().map(|text| html! { <td>{ text }</td> }) }
                                <td class="fix">{ fix::fix(app, group, issue, &fix::Place { id: &id, at, landing }) }</td>
                            </tr>
                        }) }</tbody>
                    </table>
                </div>
            } else {
                { table(caption, 5, headers, Rc::new(group.examples.iter().map(|issue| cells(app, issue)).collect())) }
            }
            if group.examples.len() < group.n {
                <p class="hint">{ app.tw("issues-first", [("count", app.count(group.examples.len()).into())]) }</p>
            }
            if may_leave_all && 1 < group.n {
                { quiet(Some(Icon::X), app.tw("fix-aside-all", [("count", app.count(group.n).into())]), fix::leave_all(app, group, &id, landing)) }
            }
        </>
    }
}

/// Names a row by what it says, so that what is typed into another one stays there.
fn row_key(issues: &[Issue], at: usize) -> String {
    let name = |issue: &Issue| format!("{} {} {:?} {}", issue.file, issue.row, issue.column, issue.value);
    let own = issues.get(at).map(name).unwrap_or_default();
    let n_before = issues.iter().take(at).filter(|issue| name(issue) == own).count();
    format!("{own} {n_before}")
}

fn cells(app: &App, issue: &Issue) -> Vec<String> {
    let row = if issue.row == 0 { String::new() } else { issue.row.to_string() };
    let reason = issue_reason(&app.state.words, &app.state.numerals, &issue.kind);
    vec![issue.file.clone(), row, issue.column.clone().unwrap_or_default(), issue.value.clone(), reason]
}
