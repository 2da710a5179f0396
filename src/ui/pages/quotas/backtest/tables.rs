//! What a backtest found: the best method and why, methods by year, and each year in full.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::backtest::{Backtest, Score, SetterResult, SetterYear, YearResult};
use crate::engine::units::Period;
use crate::present::{Numerals, backtest_best, backtest_missed, backtest_setter};
use crate::ui::context::App;
use crate::ui::parts::{answer, folded, table};

pub(super) fn found(app: &App, backtest: &Backtest) -> Html {
    let sentence =
        backtest.best.as_ref().map_or_else(|| app.t("backtest-none"), |best| backtest_best(&app.voice(), best));
    html! {
        <div class="stack">
            { answer(sentence, Vec::new()) }
            <section class="section">
                <h2>{ app.t("backtest-by-year") }</h2>
                <p class="hint">{ app.t("backtest-by-year-hint") }</p>
                { by_year(app, backtest) }
            </section>
            <section class="section">
                <h2>{ app.t("backtest-all") }</h2>
                { overall(app, backtest) }
            </section>
            { for backtest.years.iter().enumerate().map(|(at, year)| in_full(app, at, year)) }
        </div>
    }
}

fn year_name(app: &App, year: Period) -> String {
    app.voice().period(year)
}

fn percent(app: &App, share: Option<f64>) -> String {
    share.map_or_else(|| app.t("none"), |share| app.voice().percent(share))
}

/// The error of each method in each year, and over all.
fn by_year(app: &App, backtest: &Backtest) -> Html {
    let mut headers = vec![app.t("backtest-method")];
    headers.extend(backtest.years.iter().map(|year| year_name(app, year.year)));
    headers.push(app.t("backtest-all-years"));
    let row = |of: &SetterResult| {
        let mut row = vec![backtest_setter(&app.state.words, of.setter)];
        row.extend(backtest.years.iter().map(|year| {
            let mine = year.setters.iter().find(|setter| setter.setter == of.setter);
            percent(app, mine.and_then(|mine| mine.outcome.as_ref().ok()?.wape))
        }));
        row.push(percent(app, of.score.and_then(|score| score.wape)));
        row
    };
    let rows = backtest.overall.iter().map(row).collect();
    table(app.t("backtest-by-year"), 1, headers, Rc::new(rows))
}

const SCORES: [&str; 11] = [
    "backtest-method",
    "backtest-wape",
    "backtest-mape",
    "backtest-bias",
    "backtest-size",
    "backtest-gini",
    "backtest-spread",
    "backtest-at-quota",
    "backtest-within",
    "backtest-inside",
    "backtest-paid",
];

fn score(app: &App, score: &Score) -> Vec<String> {
    let plain =
        |value: Option<f64>| value.map_or_else(|| app.t("none"), |value| app.state.numerals.decimal(value, 2, 2));
    let paid = score.cost.map(|cost| app.state.numerals.exact_money(cost, &app.state.scenario().currency));
    vec![
        percent(app, score.wape),
        percent(app, score.mape),
        percent(app, score.bias),
        plain(score.size_correlation),
        plain(score.gini),
        percent(app, score.spread),
        percent(app, score.at_quota),
        percent(app, score.within),
        percent(app, score.inside),
        paid.unwrap_or_else(|| app.t("none")),
    ]
}

fn overall(app: &App, backtest: &Backtest) -> Html {
    let row = |of: &SetterResult| {
        let mut row = vec![backtest_setter(&app.state.words, of.setter)];
        row.extend(score(app, &of.score.unwrap_or_default()));
        row
    };
    let rows = backtest.overall.iter().map(row).collect();
    table(app.t("backtest-all"), 1, app.ts(&SCORES), Rc::new(rows))
}

/// One year: what was to be reached and was, and each method's score or why it has none.
fn in_full(app: &App, at: usize, year: &YearResult) -> Html {
    let voice = app.voice();
    let values = [
        ("goal", voice.compact(year.goal).into()),
        ("actual", voice.compact(year.actual).into()),
        ("n", year.n_reps.into()),
        ("count", app.count(year.n_reps as usize).into()),
    ];
    let row = |of: &SetterYear| {
        let mut row = vec![backtest_setter(&app.state.words, of.setter)];
        match &of.outcome {
            Ok(found) => row.extend(score(app, found)),
            Err(missed) => row.push(backtest_missed(&app.state.words, missed)),
        }
        row.resize(SCORES.len(), String::new());
        row
    };
    let name = year_name(app, year.year);
    let rows: Vec<Vec<String>> = year.setters.iter().map(row).collect();
    let inside = html! {
        <>
            <p>{ app.tw("backtest-year", values) }</p>
            { table(name.clone(), 1, app.ts(&SCORES), Rc::new(rows)) }
        </>
    };
    folded(at, format!("backtest-{at}"), name, false, inside)
}
