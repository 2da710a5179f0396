//! What is wrong with rows, by kind: where, what stands there, why, and what to do.

use std::rc::Rc;

use yew::prelude::*;

use crate::data::{Issue, Severity};
use crate::job::{FilesAsk, ImportReport, IssueGroup};
use crate::present::{issue_group, issue_reason, issue_remedy};
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, button, table};

pub(super) fn issues(app: &App, report: &ImportReport) -> Html {
    let aside = app.act(|app| {
        actions::download_from_files(app, &FilesAsk::SetAsideCsv, "attain-set-aside.csv");
    });
    let all = app.act(|app| {
        let language = app.state.words.locale().code().to_owned();
        actions::download_from_files(app, &FilesAsk::IssuesCsv { language }, "attain-issues.csv");
    });
    let has_aside = report.issues.iter().any(|group| group.severity == Severity::SetAside);
    let is_held = app.state.tables.is_some();
    if report.files.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="section">
            <h2>{ app.t("issues-title") }</h2>
            if report.issues.is_empty() {
                <p>{ app.t("issues-none") }</p>
            }
            <ul class="issues">
                { for report.issues.iter().enumerate().map(|(at, group)| html! { <li key={at}>{ view(app, group) }</li> }) }
            </ul>
            if is_held && !report.issues.is_empty() {
                <div class="row">
                    { button(Some(Icon::Download), app.t("download-issues"), all) }
                    if has_aside {
                        { button(Some(Icon::Download), app.t("download-set-aside"), aside) }
                    }
                </div>
            }
        </section>
    }
}

fn view(app: &App, group: &IssueGroup) -> Html {
    let is_aside = group.severity == Severity::SetAside;
    let what = app.tw(
        if is_aside { "issues-aside" } else { "issues-warning" },
        [("n", group.n.into()), ("count", app.count(group.n).into())],
    );
    let headers = ["issues-file", "issues-row", "issues-column", "issues-value", "issues-reason"];
    html! {
        <details class="issue-group">
            <summary>
                <span class={if is_aside { "badge badge-bad" } else { "badge" }}>{ what }</span>
                <span>{ issue_group(&app.state.words, &group.kind) }</span>
            </summary>
            <p>{ issue_remedy(&app.state.words, &group.kind) }</p>
            { table(issue_group(&app.state.words, &group.kind), 5, app.ts(&headers), rows(app, group)) }
            if group.examples.len() < group.n {
                <p class="hint">{ app.tw("issues-first", [("count", app.count(group.examples.len()).into())]) }</p>
            }
        </details>
    }
}

fn rows(app: &App, group: &IssueGroup) -> Rc<Vec<Vec<String>>> {
    let row = |issue: &Issue| {
        let row = if issue.row == 0 { String::new() } else { issue.row.to_string() };
        let reason = issue_reason(&app.state.words, &app.state.numerals, &issue.kind);
        vec![issue.file.clone(), row, issue.column.clone().unwrap_or_default(), issue.value.clone(), reason]
    };
    Rc::new(group.examples.iter().map(row).collect())
}
