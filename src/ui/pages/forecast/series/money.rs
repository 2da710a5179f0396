//! From the forecast to money: what the chosen plan would pay on it, and how far it covers the quotas.

use std::rc::Rc;

use yew::prelude::*;

use super::{Told, ToldProps, is_bookings};
use crate::engine::forecast::{Backtest, CostError, Prediction, QuotaMonth, covered};
use crate::job::{Answer, Ask, FitSpec, ForecastAnswer, ForecastAsk, ForecastCost, ForecastCostSpec};
use crate::present::{Numerals, cost_by_month, cost_finding, forecast_cost_error, series_coverage};
use crate::scenario::months;
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::effects::data_name;
use crate::ui::parts::{Fact, charts, facts_list, go_to, table};
use crate::ui::routes::{Route, Tab};

/// Simulated years, at most.
const MOST_RUNS: u32 = 10_000;
/// Months that are costed, at most.
const MOST_MONTHS: usize = 36;

type Question = (String, ForecastCostSpec);
type Answered = Result<Shared<ForecastCost>, CostError>;

fn put((data, spec): &Question) -> (String, Ask) {
    let (data, spec) = (data.clone(), Box::new(spec.clone()));
    (data.clone(), Ask::Forecast(ForecastAsk::Cost { data, spec }))
}

fn read(answer: Answer) -> Option<Answered> {
    let Answer::Forecast(ForecastAnswer::Cost(found)) = answer else { return None };
    Some(found.into_inner().map(|found| Shared(Rc::new(found))))
}

#[component]
pub(super) fn Money(props: &ToldProps) -> Html {
    let app = use_app();
    let is_bookings = is_bookings(&props.told.0);
    let question = if is_bookings { question(&app, &props.told.0) } else { None };
    let asked = use_asked(&app, question.clone(), put, read);
    let cost = asked.answer().and_then(|answer| answer.as_ref().as_ref().ok().cloned());
    let error = asked.answer().and_then(|answer| answer.as_ref().as_ref().err().copied());
    let said = (cost.clone(), props.told.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let pictures = use_memo(said, |(cost, told, ..)| {
        cost.as_ref().map_or_else(Vec::new, |cost| {
            let of_cost = cost_by_month(&app.voice(), &cost.0.summary);
            let of_quotas = series_coverage(&app.voice(), &cost.0.quotas, &told.0.found);
            [of_quotas, of_cost].map(|chart| Shared(Rc::new(chart))).into()
        })
    });
    html! {
        <section class="section">
            <h2>{ app.t("series-money-title") }</h2>
            if props.told.0.what().is_none() {
                <p class="hint">{ app.t("series-money-of-data") }</p>
            } else if !is_bookings {
                <p class="hint">{ app.t("series-money-of-bookings") }</p>
            } else if question.is_none() {
                <p class="hint">{ app.t("series-money-no-plan") }</p>
                <div class="row">{ go_to(Route::Compensation(Tab::Plan).hash(), app.t("go-to-plan")) }</div>
            }
            { asked.run(&app, "series-stopped") }
            if let Some(error) = error {
                <p role="alert">{ forecast_cost_error(&app.state.words, &app.state.numerals, &error) }</p>
            }
            if let Some(cost) = cost {
                { found(&app, &cost.0, props.told.0.found.expected.len()) }
            }
            if !pictures.is_empty() {
                { charts(&pictures) }
            }
        </section>
    }
}

fn question(app: &App, told: &Told) -> Option<Question> {
    let scenario = app.state.scenario();
    let plan = scenario.plan().filter(|plan| plan.errors().is_empty())?.clone();
    let (history_first, history_last) = months(scenario)?;
    let first = told.forecast.axis.period(told.found.first)?.start;
    let spec = ForecastCostSpec {
        fit: FitSpec {
            plan,
            others: Vec::new(),
            currency: scenario.currency.code.clone(),
            history_first,
            history_last: history_last.min(first.plus(-1)).max(history_first),
            first,
            n_months: u32::try_from(told.found.expected.len().min(MOST_MONTHS)).ok()?,
        },
        calendar: scenario.calendar,
        digits: scenario.currency.digits,
        axis: told.forecast.axis,
        // How methods did before says nothing of cost.
        found: Prediction { tried: Backtest::default(), ..told.found.clone() },
        seed: scenario.assumptions.seed,
        n_runs: scenario.assumptions.n_runs.clamp(1, MOST_RUNS),
    };
    Some((data_name(app)?, spec))
}

fn found(app: &App, cost: &ForecastCost, n_ahead: usize) -> Html {
    let (voice, summary) = (app.voice(), &cost.summary);
    let together = covered(&cost.quotas);
    let mut facts = vec![Fact::new(app.t("series-money-pay"), voice.compact(summary.total.p50))];
    if let Some(ccos) = summary.ccos {
        facts.push(Fact::new(app.t("series-money-ccos"), voice.percent(ccos.p50)));
    }
    if let Some(attainment) = together.attainment() {
        facts.push(Fact::new(app.t("series-money-quota"), voice.compact(together.quota)));
        facts.push(Fact::new(app.t("series-money-attainment"), voice.percent(attainment)));
    }
    let row = |at: usize, month: &QuotaMonth| {
        let pay = summary.by_month.get(at).map(|month| month.pay);
        let figures = pay.map_or_else(Vec::new, |pay| [pay.p10, pay.p50, pay.p90].map(|pay| voice.whole(pay)).into());
        let mut cells = vec![
            app.state.numerals.month(month.month),
            voice.whole(month.expected),
            voice.whole(month.quota),
            month.attainment.map_or_else(|| app.t("none"), |share| voice.percent(share)),
        ];
        cells.extend(figures);
        cells
    };
    let headers = app.ts(&[
        "axis-month",
        "series-what-bookings",
        "series-money-quota",
        "series-money-attainment",
        "series-money-p10",
        "series-money-p50",
        "series-money-p90",
    ]);
    let rows = cost.quotas.iter().enumerate().map(|(at, month)| row(at, month)).collect();
    let n_runs = summary.n_runs as usize;
    let values = [
        ("plan", summary.plan.as_str().into()),
        ("n", n_runs.into()),
        ("count", app.count(n_runs).into()),
        ("seed", app.state.scenario().assumptions.seed.to_string().into()),
    ];
    html! {
        <>
            <p>{ cost_finding(&voice, summary, None) }</p>
            <dl class="facts">{ facts_list(facts) }</dl>
            <p class="hint">{ app.tw("series-money-hint", values) }</p>
            if cost.quotas.len() < n_ahead {
                <p class="hint">{ app.tw("series-money-cut", [("most", app.count(MOST_MONTHS).into())]) }</p>
            }
            { table(app.t("series-money-title"), 1, headers, Rc::new(rows)) }
        </>
    }
}
