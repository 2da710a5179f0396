//! The goal and its quotas: the answer, the tree to work in, how it is spread, seasons, and the view from below.

mod about;
mod bottom;
mod buckets;
mod choose;
mod edit;
mod goal;
mod relief;
mod seasons;
mod settings;
mod table;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::plan::{Edit, NodeKey, QuotaPlan};
use crate::engine::quota::tree::{Ground, targets};
use crate::engine::units::{Decimal, Granularity, Money};
use crate::platform::download;
use crate::present::{quota_finding, season_chart};
use crate::report::targets_csv;
use crate::ui::actions::file_name;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Fact, GridAct, GridCell, GridProps, Icon, answer, button, grid, lines, primary};
use about::about;
use bottom::BottomUp;
use choose::plan_bar;
use edit::{Grown, Scene, change};
use goal::goal;
use seasons::seasons;
use settings::settings;
use table::{can_edit, cells, fix, headers, problem, rows, typed};

#[derive(Properties, PartialEq)]
pub(super) struct SpreadTabProps {
    pub(super) ground: Shared<Ground>,
    pub(super) data: String,
}

#[component]
pub(super) fn SpreadTab(props: &SpreadTabProps) -> Html {
    let app = use_app();
    let plan = use_memo(app.state.scenario().quota_plan().cloned(), Clone::clone);
    let grown = use_mut_ref(Grown::default);
    let work = use_memo((props.ground.clone(), plan), move |(ground, plan)| {
        Some(Scene::new(&mut grown.borrow_mut(), ground, (**plan).clone()?))
    });
    let said = (Shared(work.clone()), app.state.words.locale(), app.state.numerals.clone());
    let picture = use_memo(said, |(work, ..)| {
        let scene = work.0.as_ref().as_ref()?;
        let months = scene.spread.months_of(0);
        (!months.is_empty()).then(|| Shared(Rc::new(season_chart(&app.voice(), &months, &scene.tree.history))))
    });
    let Some(scene) = (*work).clone() else { return goal::first(&app, &props.ground.0) };
    // Each plan has its own place in the table, and its own estimates.
    let place = app.state.scenario().quota_place();
    html! {
        <div class="stack">
            { plan_bar(&app, &props.ground.0) }
            { told(&app, &scene) }
            { goal(&app, &scene, &props.ground.0) }
            <Table key={format!("table-{place}")} scene={scene.clone()} />
            { settings(&app, &scene) }
            { seasons(&app, &scene, (*picture).clone()) }
            <BottomUp key={format!("bottom-up-{place}")} {scene} data={props.data.clone()} />
        </div>
    }
}

/// The answer, what can be done with it, and what was found.
fn told(app: &App, scene: &Scene) -> Html {
    let (row, voice) = (scene.spread.row(0), app.voice());
    let float = |amount: Decimal| Money(amount).to_f64();
    let n_reps = scene.tree.nodes.first().map_or(0, |node| node.n_leaves);
    // Of the company, which growth is of: shared deals count once, unlike in the sums of the table.
    let prior = float(scene.tree.prior);
    let ratio = |part: f64, of: f64| if of == 0.0 { None } else { Some(voice.percent(part / of - 1.0)) };
    let values = [
        ("n", n_reps.into()),
        ("count", app.count(n_reps as usize).into()),
        ("goal", voice.compact(float(row.amount)).into()),
        ("carried", voice.compact(float(row.carried)).into()),
        ("prior", voice.compact(prior).into()),
    ];
    let figure = |id: &str, amount: f64| Fact::new(app.t(id), voice.compact(amount));
    let noted = |fact: Fact, id: &str, share: Option<String>| match share {
        Some(share) => fact.noted(app.tw(id, [("share", share.into())])),
        None => fact,
    };
    let (goal, carried) = (float(row.amount), float(row.carried));
    let facts = vec![
        noted(figure("quotas-fact-goal", goal), "quotas-fact-goal-note", ratio(goal, prior)),
        noted(figure("quotas-fact-carried", carried), "quotas-fact-carried-note", ratio(carried, goal)),
        figure("quotas-fact-each", carried / f64::from(n_reps.max(1))),
    ];
    let findings = scene.tree.findings.iter().chain(&scene.spread.findings);
    let mut found: Vec<String> = findings.map(|finding| quota_finding(&voice, &scene.tree, finding)).collect();
    found.dedup();
    html! {
        <>
            { answer(app.tw("quotas-answer", values), facts) }
            { use_them(app, scene) }
            <ul class="gaps" aria-label={app.t("quotas-findings")}>{ lines(found) }</ul>
        </>
    }
}

/// Whether the quotas are the team's, and the file of them.
fn use_them(app: &App, scene: &Scene) -> Html {
    let is_used = scene.plan.is_used;
    let (to, tree) = (app.clone(), scene.tree.clone());
    let turn = Callback::from(move |()| {
        if change(&to, &tree, vec![Edit::Use(!is_used)]) {
            to.good(to.t(if is_used { "quotas-let-go-of" } else { "quotas-taken" }));
        }
    });
    let (to, own) = (app.clone(), scene.clone());
    let save = Callback::from(move |()| {
        // Files name quarters and years of the calendar: where those of the fiscal year are others, months are written.
        let into_year = (own.tree.start.month() - 1) as i32;
        let is_named = into_year % own.plan.length.months() == 0;
        let plan =
            QuotaPlan { length: if is_named { own.plan.length } else { Granularity::Month }, ..(*own.plan).clone() };
        let text = targets_csv(&targets(&own.tree, &plan, &own.spread));
        let name = format!("{} - {}", to.state.scenario().title, own.plan.name);
        download::text(&file_name(&name, ".csv"), "text/csv;charset=utf-8", &text);
    });
    html! {
        <div class="row">
            // One button that changes: the keyboard stays on it.
            {
                if is_used {
                    button(Some(Icon::X), app.t("quotas-stop-using"), turn)
                } else {
                    primary(Some(Icon::Check), app.t("quotas-use"), turn)
                }
            }
            if is_used {
                <span class="badge">{ app.t("quotas-in-use") }</span>
            }
            { button(Some(Icon::Download), app.t("quotas-download"), save) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    scene: Scene,
}

/// Cells that were drawn, by row.
type Drawn = RefCell<BTreeMap<usize, Rc<Vec<GridCell>>>>;

/// The tree grid, and what is said of the node that the keyboard is on.
#[component]
fn Table(props: &TableProps) -> Html {
    let app = use_app();
    let scene = &props.scene;
    let turned = use_state(BTreeSet::<NodeKey>::new);
    let here = use_state_eq(|| 0_usize);
    let shown = use_memo((scene.clone(), (*turned).clone()), |(scene, turned)| Rc::new(rows(scene, turned)));
    // Formatting takes most of a drawing: what did not change is not formatted for every key anew.
    let said = (scene.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let drawn = use_memo(said, |_| Drawn::default());
    let (to, own) = (app.clone(), scene.clone());
    let cells = Callback::from(move |place: usize| {
        let known = drawn.borrow().get(&place).cloned();
        known.unwrap_or_else(|| {
            let made = Rc::new(cells(&to, &own, place));
            drawn.borrow_mut().insert(place, made.clone());
            made
        })
    });
    let own = scene.clone();
    let can_edit = Callback::from(move |(place, column): (usize, usize)| can_edit(&own, place, column));
    let to = app.clone();
    let check = Callback::from(move |text: String| problem(&to, &text));
    let (to, own) = (app.clone(), scene.clone());
    let (turn, reach) = (turned, here.setter());
    let on_act = Callback::from(move |act: GridAct| match act {
        GridAct::Typed { texts, n_bad, n_left } => {
            for (id, n) in [("grid-unread", n_bad), ("grid-no-place", n_left)] {
                if 0 < n {
                    to.bad(to.tw(id, [("n", n.into()), ("count", to.count(n).into())]));
                }
            }
            typed(&to, &own, &texts)
        }
        GridAct::Fixed(cells) => fix(&to, &own, &cells),
        GridAct::Opened(place, _) => {
            let mut next = (*turn).clone();
            if let Some(node) = own.tree.nodes.get(place)
                && !next.remove(&node.key)
            {
                next.insert(node.key.clone());
            }
            turn.set(next);
            true
        }
        GridAct::Reached(place, _) => {
            reach.set(place);
            true
        }
    });
    let props = GridProps {
        id: "quotas".into(),
        label: app.t("quotas-grid").into(),
        headers: headers(&app),
        rows: Shared((*shown).clone()),
        cells,
        can_edit,
        check,
        on_act,
    };
    html! {
        <section class="section">
            <h2>{ app.t("quotas-grid") }</h2>
            <p class="hint">{ app.t("grid-keys") }</p>
            { grid(props) }
            { about(&app, scene, *here) }
        </section>
    }
}
