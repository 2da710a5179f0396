//! Compare: the scenario's plans on the same sales: measures beside benchmarks, who wins and who loses, what parts add.

mod benchmarks;
mod changes;
mod tables;
mod work;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::compare::{Measures, Side, notes};
use crate::platform::download;
use crate::present::compare_note;
use crate::report::changes_csv;
use crate::scenario::months;
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, WorkWords, button, empty, go_to, lines};
use crate::ui::routes::{Route, Tab};
use benchmarks::Benchmarks;
use changes::ChangesOf;
use tables::{fairness, measures, parts};
use work::{Known, Work, use_work};

pub(super) fn tab(app: &App) -> Html {
    if app.state.data.report().is_none() || months(app.state.scenario()).is_none() {
        return empty(app.t("compare-no-data"), go_to(Route::Data.hash(), app.t("go-to-data")));
    }
    if app.state.scenario().plans.iter().all(|plan| !plan.errors().is_empty()) {
        let link = go_to(Route::Compensation(Tab::Plan).hash(), app.t("go-to-plan"));
        return empty(app.t("statements-no-plan"), link);
    }
    html! { <Comparing key="compare" /> }
}

#[component]
fn Comparing() -> Html {
    let app = use_app();
    let job = work::job(&app);
    let sides: Rc<Vec<Side>> = use_memo(job.clone(), |job| {
        job.as_ref().map(|job| job.sides.iter().map(|spec| spec.side.clone()).collect()).unwrap_or_default()
    });
    let (work, stop, again) = use_work(&app, job);
    let whole: Vec<Rc<Measures>> = work.sides.iter().filter_map(|known| known.measures.clone()).collect();
    let is_whole = !whole.is_empty() && whole.len() == sides.len();
    html! {
        <div class="stack">
            { run(&app, &work, stop, again) }
            if is_whole {
                { told(&app, &sides, &whole) }
                if whole.len() < 2 {
                    <p class="hint">{ app.t("compare-needs-two") }</p>
                }
                { measures(&app, &work.sides) }
                if 1 < whole.len() {
                    <ChangesOf sides={whole.clone()} />
                }
                { for sides.iter().zip(&work.sides).enumerate().map(|(place, (side, known))| shown(&app, place, side, known)) }
                { fairness(&app, &whole) }
                <Benchmarks sides={whole} />
            }
        </div>
    }
}

fn shown(app: &App, place: usize, side: &Side, known: &Known) -> Html {
    html! { <section class="section" key={place}>{ parts(app, side, known) }</section> }
}

/// How the work stands, with stop and run.
fn run(app: &App, work: &Work, stop: Callback<()>, again: Callback<()>) -> Html {
    let words = WorkWords { running: "compare-running", stopped: "compare-stopped", failed: "compare-failed" };
    let stands = (work.status, work.n_done, work.n_all);
    crate::ui::parts::work(app, &words, stands, (stop, again), || app.t("compare-done"))
}

/// What a reader should know, and all reps as a file.
fn told(app: &App, sides: &[Side], whole: &[Rc<Measures>]) -> Html {
    let own: Vec<&Measures> = whole.iter().map(Rc::as_ref).collect();
    // Whether payments are recorded only the workers know; it is said in the words under the table.
    let told = notes(sides, &own, 0).iter().map(|note| compare_note(&app.voice(), note)).collect();
    let (to, all) = (app.clone(), whole.to_vec());
    let save = Callback::from(move |()| {
        let name = format!("{} - {}", to.state.scenario().title, to.t("comparison-file"));
        let text = changes_csv(&all.iter().map(Rc::as_ref).collect::<Vec<_>>());
        download::text(&actions::file_name(&name, ".csv"), "text/csv;charset=utf-8", &text);
    });
    html! {
        <>
            <ul class="gaps">{ lines(told) }</ul>
            <div class="row">{ button(Some(Icon::Download), app.t("download-comparison"), save) }</div>
        </>
    }
}
