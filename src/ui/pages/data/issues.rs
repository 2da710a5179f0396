//! What is wrong with rows, by kind: where, what stands there, why, what to do, and corrections in place.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::fix;
use crate::data::{Issue, Severity};
use crate::job::{FilesAsk, ImportReport, IssueGroup};
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

/// Where the keyboard goes once a correction is made: a group's rows and the place among them.
pub(super) type Landing = Rc<RefCell<Option<(String, usize)>>>;

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
    let landing: Landing = use_memo((), |()| RefCell::default());
    let to = landing.clone();
    use_effect_with(props.report.clone(), move |_| {
        if let Some((group, row)) = to.take() {
            land(&group, row);
        }
    });
    // What is left to undo may be known after what was found: then the button goes once the keyboard is on it.
    let (n_fixes, is_undoing) = (n_fixes(&app), use_mut_ref(|| false));
    let undoing = is_undoing.clone();
    use_effect_with(n_fixes, move |n_fixes| {
        if undoing.replace(false) && *n_fixes == 0 {
            dom::focus(TITLE);
        }
    });
    if report.files.is_empty() {
        return html! { <div /> };
    }
    let group = |(at, group): (usize, &IssueGroup)| {
        html! { <Group key={group_id(group)} report={props.report.clone()} {at} landing={Shared(landing.clone())} /> }
    };
    html! {
        <section class="section">
            <div class="section-head">
                <h2 id={TITLE} tabindex="-1">{ app.t("issues-title") }</h2>
                <span id={UNDO}>{ undo(&app, n_fixes, &landing, &is_undoing) }</span>
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

/// Puts the keyboard where the correction was made, or as near as can be.
fn land(group: &str, row: usize) {
    let is_found = (0..=row).rev().any(|row| dom::focus_inside(&format!("{group}-{row}")));
    if !is_found && !dom::focus_inside(UNDO) {
        dom::focus(TITLE);
    }
}

/// Corrections that can be undone.
fn n_fixes(app: &App) -> usize {
    let tables = app.state.tables.as_ref();
    tables.map_or(0, |tables| tables.mappings.iter().map(|mapping| mapping.fixes.len()).sum())
}

fn undo(app: &App, n: usize, landing: &Landing, is_undoing: &Rc<RefCell<bool>>) -> Html {
    if n == 0 {
        return html! {};
    }
    let (to, landing, is_undoing) = (app.clone(), landing.clone(), is_undoing.clone());
    let undo = Callback::from(move |()| {
        landing.replace(Some((UNDO.to_owned(), 0)));
        is_undoing.replace(true);
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
    landing: Shared<RefCell<Option<(String, usize)>>>,
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
                { examples(&app, group, &props.landing.0) }
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
