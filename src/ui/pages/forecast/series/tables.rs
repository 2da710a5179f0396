//! How each method did at earlier origins and why one was taken, what the series is made of, and the groups beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::{ToldProps, group_name};
use crate::engine::forecast::{BacktestRow, Step, What};
use crate::job::{Forecast, MOST_PARTS};
use crate::present::{
    Chart, Numerals, Shown, forecast_method, forecast_why, is_yardstick, series_ahead, series_before,
    series_calibration, series_held, series_origins, series_season, series_seasons, series_trend, series_value,
    series_whole, step_name,
};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{charts, folded, lines, table};

#[component]
pub(super) fn Past(props: &ToldProps) -> Html {
    let app = use_app();
    let what = props.told.0.what();
    // Values put by hand do not show in them.
    let forecast = Shared(props.told.0.forecast.clone());
    let said = (forecast, app.state.words.locale(), app.state.scenario().currency.clone(), what);
    let pictures = use_memo(said, |(forecast, _, _, what)| pictures(&app, &forecast.0, *what));
    let told = &props.told.0;
    let (voice, forecast) = (app.voice(), &told.forecast);
    let has_tried = !told.found.tried.rows.is_empty();
    let mut sentences = vec![forecast_why(&app.state.words, &app.state.numerals, &told.found.choice)];
    sentences.extend(series_held(&voice, &told.found, &forecast.total));
    let n = told.found.tried.origins.len();
    let values = [
        ("n", n.into()),
        ("count", app.count(n).into()),
        ("ahead", series_ahead(&voice, forecast.axis.step, told.found.expected.len()).into()),
    ];
    let (tried, made): (&[Shared<Chart>], &[Shared<Chart>]) = (&pictures.0, &pictures.1);
    html! {
        <div class="stack">
            <section class="section">
                <h2>{ app.t("series-past-title") }</h2>
                <ul class="gaps">{ lines(sentences) }</ul>
                if has_tried {
                    <p class="hint">{ app.tw("series-past-hint", values) }</p>
                    { by_method(&app, props) }
                    { charts(tried) }
                }
            </section>
            if !made.is_empty() {
                <section class="section">
                    <h2>{ app.t("series-made-title") }</h2>
                    { charts(made) }
                </section>
            }
            if 1 < forecast.groups.len() {
                { folded(0, "series-groups".into(), app.t("series-groups-title"), true, groups(&app, forecast, what)) }
            }
        </div>
    }
}

/// Of earlier origins, and of what the series is made.
fn pictures(app: &App, forecast: &Forecast, what: Option<What>) -> (Vec<Shared<Chart>>, Vec<Shared<Chart>>) {
    let (voice, found) = (app.voice(), &forecast.found);
    let shown = Shown { what, axis: forecast.axis };
    let share = |charts: Vec<Chart>| charts.into_iter().map(|chart| Shared(Rc::new(chart))).collect();
    let mut tried = Vec::new();
    if !found.tried.origins.is_empty() {
        tried.push(series_origins(&voice, shown, &forecast.history, &found.tried, &found.choice));
    }
    if !forecast.calibration.is_empty() {
        tried.push(series_calibration(&voice, &forecast.calibration));
    }
    let mut made = Vec::new();
    if 1 < found.cycle && found.cycle < forecast.history.values.len() {
        made.push(series_seasons(&voice, shown, &forecast.history, found.cycle));
    }
    if let Some(parts) = &forecast.parts {
        made.push(series_trend(&voice, shown, &forecast.history, parts));
        made.extend(series_season(&voice, shown, &forecast.history, parts));
    }
    (share(tried), share(made))
}

/// Steps ahead whose errors have a column of their own: the first, the last, and some between.
fn horizons(n: usize) -> Vec<usize> {
    let mut all = vec![1, n.div_ceil(4), n.div_ceil(2), n];
    all.sort_unstable();
    all.dedup();
    all
}

const SCORES: [&str; 9] = [
    "series-method",
    "series-mase",
    "series-smape",
    "series-rmsse",
    "series-bias",
    "series-pinball",
    "series-in-80",
    "series-in-95",
    "series-width",
];

/// Methods by their errors in all and by horizon; the chosen one and the yardsticks are marked in words.
fn by_method(app: &App, props: &ToldProps) -> Html {
    let found = &props.told.0.found;
    let (voice, what) = (app.voice(), props.told.0.what());
    let steps = horizons(found.expected.len());
    let ratio =
        |value: Option<f64>| value.map_or_else(|| app.t("none"), |value| app.state.numerals.decimal(value, 2, 2));
    let row = |row: &BacktestRow| {
        let method = forecast_method(&app.state.words, row.method);
        let name = match row.method {
            own if own == found.choice.method => app.tw("series-row-taken", [("method", method.into())]),
            own if is_yardstick(own) => app.tw("series-row-yardstick", [("method", method.into())]),
            _ => method,
        };
        let mut cells = vec![
            name,
            ratio(row.accuracy.mase),
            voice.percent(row.accuracy.smape / 100.0),
            ratio(row.accuracy.rmsse),
            series_value(&voice, what, row.accuracy.bias),
            series_value(&voice, what, row.pinball),
            voice.percent(row.coverage),
            voice.percent(row.coverage_95),
            voice.percent(row.width),
        ];
        cells.extend(steps.iter().map(|step| ratio(row.by_step.get(step - 1).and_then(|step| step.mase))));
        cells
    };
    let mut headers = app.ts(&SCORES);
    headers.extend(steps.iter().map(|step| app.tw("series-mase-at", [("step", app.count(*step).into())])));
    let rows = found.tried.rows.iter().map(row).collect();
    table(app.t("series-past-title"), 1, headers, Rc::new(rows))
}

/// All groups with what they came to and will.
fn groups(app: &App, forecast: &Forecast, what: Option<What>) -> Html {
    let voice = app.voice();
    let are_many = forecast.groups.iter().any(|one| one.total.is_none());
    let whole = |value: f64| series_whole(&voice, what, value);
    let row = |one: &crate::job::GroupForecast| {
        let mut cells = vec![group_name(app, &one.group), whole(one.last)];
        if let Some(total) = &one.total {
            let change = if one.last == 0.0 { app.t("none") } else { voice.percent(total.expected / one.last - 1.0) };
            cells.extend([whole(total.expected), change]);
            let range = total.ranges.first();
            cells.extend(
                range.map_or_else(|| [app.t("none"), app.t("none")], |range| [whole(range.low), whole(range.high)]),
            );
        }
        cells
    };
    let before = series_before(&voice, forecast.axis.step, forecast.found.expected.len());
    let mut headers = vec![app.t("series-group"), before];
    if !are_many {
        headers.extend(app.ts(&["series-fact-expected", "series-change", "mark-p10", "mark-p90"]));
    }
    let rows: Vec<Vec<String>> = forecast.groups.iter().map(row).collect();
    html! {
        <>
            if are_many {
                <p class="hint">{ app.tw("series-groups-many", [("most", app.count(MOST_PARTS).into())]) }</p>
            } else {
                <p class="hint">{ app.t("series-groups-hint") }</p>
            }
            if rows.len() < forecast.n_groups as usize {
                <p class="hint">
                    { app.tw("series-groups-cut", [("most", app.count(rows.len()).into()), ("all", app.count(forecast.n_groups as usize).into())]) }
                </p>
            }
            { table(app.t("series-groups-title"), 1, headers, Rc::new(rows)) }
        </>
    }
}

/// A step's name.
pub(super) fn named(app: &App, forecast: &Forecast, tick: i32) -> String {
    step_name(&app.state.words, &app.state.numerals, forecast.axis, tick)
}

/// Whether a step is a whole month, as what it costs is told by.
pub(super) fn is_monthly(forecast: &Forecast) -> bool {
    forecast.axis.step == Step::Month
}
