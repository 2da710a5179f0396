//! What the files hold: records by kind, rows by file with where they went, deals by outcome.

use std::rc::Rc;

use yew::prelude::*;

use super::kept::size;
use crate::data::{LayoutKind, LayoutRow};
use crate::engine::records::Outcome;
use crate::engine::units::Money;
use crate::job::ImportReport;
use crate::present::{Numerals, kind_name};
use crate::ui::context::App;
use crate::ui::parts::{Fact, answer, table};

pub(super) fn counts(app: &App, report: &ImportReport) -> Html {
    let of_files = ["column-file", "column-kind", "column-rows", "column-records", "column-set-aside", "column-layout"];
    let of_outcomes = ["column-outcome", "column-stage", "column-deals", "column-amount"];
    html! {
        <div class="stack">
            { answer(sentence(app, report), facts(app, report)) }
            if !report.files.is_empty() {
                <section class="section">
                    <h2>{ app.t("files-title") }</h2>
                    { table(app.t("files-title"), 2, app.ts(&of_files), files(app, report)) }
                    <p class="hint">{ app.t("files-sum") }{ memory(app) }</p>
                    { layout(app) }
                </section>
            }
            if !report.outcomes.is_empty() {
                <section class="section">
                    <h2>{ app.t("outcomes-title") }</h2>
                    { table(app.t("outcomes-title"), 2, app.ts(&of_outcomes), outcomes(app, report)) }
                </section>
            }
        </div>
    }
}

/// What the tables take, while the worker holds them.
fn memory(app: &App) -> Option<String> {
    let reads = &app.state.tables.as_ref()?.reads;
    let n_cells: usize = reads.iter().map(|read| read.n_cells).sum();
    let n_bytes: usize = reads.iter().map(|read| read.n_bytes).sum();
    let values = [("cells", app.count(n_cells).into()), ("size", size(app, n_bytes as f64).into())];
    Some(app.tw("files-memory", values))
}

/// Rows that hold no record, each with what it is.
fn layout(app: &App) -> Html {
    let Some(tables) = &app.state.tables else { return html! {} };
    let rows = tables.previews.iter().zip(&tables.reads).flat_map(|(preview, read)| {
        let row = |row: &LayoutRow| {
            vec![preview.file.clone(), row.line.to_string(), app.t(layout_name(row.kind)), row.text.clone()]
        };
        read.layout.iter().map(row).collect::<Vec<_>>()
    });
    let rows: Rc<Vec<Vec<String>>> = Rc::new(rows.collect());
    let n: usize = tables.reads.iter().map(|read| read.n_layout).sum();
    let headers = ["issues-file", "issues-row", "layout-kind", "issues-value"];
    html! {
        if 0 < n {
            <details>
                <summary>{ app.tw("layout-title", [("n", n.into()), ("count", app.count(n).into())]) }</summary>
                { table(app.t("column-layout"), 4, app.ts(&headers), rows.clone()) }
                if rows.len() < n {
                    <p class="hint">{ app.tw("layout-first", [("count", app.count(rows.len()).into())]) }</p>
                }
            </details>
        }
    }
}

const fn layout_name(kind: LayoutKind) -> &'static str {
    match kind {
        LayoutKind::Blank => "layout-blank",
        LayoutKind::Header => "layout-header",
        LayoutKind::RepeatedHeader => "layout-repeated",
        LayoutKind::Title => "layout-above",
        LayoutKind::Note => "layout-note",
        LayoutKind::Subtotal => "layout-subtotal",
        LayoutKind::Total => "layout-total",
        LayoutKind::Rule => "layout-rule",
    }
}

fn won(report: &ImportReport) -> (usize, Money) {
    let won = report.outcomes.iter().filter(|count| count.outcome == Outcome::Won);
    won.fold((0, Money::ZERO), |(n, sum), count| (n + count.n_deals, sum + count.amount))
}

fn sentence(app: &App, report: &ImportReport) -> String {
    let (n_won, amount) = won(report);
    let numerals = &app.state.numerals;
    let months = report.won_months.map_or_else(String::new, |(first, last)| {
        app.tw("data-months", [("first", numerals.month(first).into()), ("last", numerals.month(last).into())])
    });
    let values = [
        ("deals", app.count(report.n_deals).into()),
        ("n", report.n_deals.into()),
        ("won", app.count(n_won).into()),
        ("amount", numerals.exact_money(amount, &app.state.scenario().currency).into()),
        ("months", months.into()),
    ];
    app.tw(if report.n_deals == 0 { "data-sentence-no-deals" } else { "data-sentence" }, values)
}

fn facts(app: &App, report: &ImportReport) -> Vec<Fact> {
    let counts = [
        ("kind-reps", report.n_reps),
        ("kind-deals", report.n_deals),
        ("kind-accounts", report.n_accounts),
        ("kind-products", report.n_products),
        ("kind-targets", report.n_targets),
    ];
    let counts = counts.into_iter().filter(|(_, n)| 0 < *n);
    let mut facts: Vec<Fact> = counts.map(|(id, n)| Fact::new(app.t(id), app.count(n))).collect();
    let n_aside: usize = report.files.iter().map(|file| file.n_set_aside).sum();
    if !report.files.is_empty() {
        facts.push(Fact::new(app.t("column-set-aside"), app.count(n_aside)));
    }
    facts
}

fn files(app: &App, report: &ImportReport) -> Rc<Vec<Vec<String>>> {
    let row = |file: &crate::data::FileCount| {
        let counts = [file.n_rows, file.n_records, file.n_set_aside, file.n_layout].map(|n| app.count(n));
        let [rows, records, aside, layout] = counts;
        vec![file.file.clone(), kind_name(&app.state.words, file.kind), rows, records, aside, layout]
    };
    Rc::new(report.files.iter().map(row).collect())
}

fn outcomes(app: &App, report: &ImportReport) -> Rc<Vec<Vec<String>>> {
    let name = |outcome: Outcome| {
        app.t(match outcome {
            Outcome::Open => "outcome-open",
            Outcome::Won => "outcome-won",
            Outcome::Lost => "outcome-lost",
        })
    };
    let amount = |amount: Money| app.state.numerals.exact_money(amount, &app.state.scenario().currency);
    let row = |count: &crate::data::OutcomeCount| {
        vec![name(count.outcome), count.stage.clone(), app.count(count.n_deals), amount(count.amount)]
    };
    Rc::new(report.outcomes.iter().map(row).collect())
}
