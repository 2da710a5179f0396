//! The goal and its quotas: the answer, the tree to work in, how it is spread, seasons, and the view from below.

mod about;
mod bottom;
mod buckets;
mod edit;
mod goal;
mod relief;
mod seasons;
mod settings;
mod table;

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::quota::plan::{Edit, QuotaPlan};
use crate::engine::quota::tree::{Ground, Spread, Tree, spread, targets};
use crate::engine::units::{Decimal, Granularity, Money};
use crate::platform::download;
use crate::present::{quota_finding, season_chart};
use crate::report::targets_csv;
use crate::ui::actions::file_name;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Fact, GridAct, GridProps, Icon, answer, button, grid, lines, primary};
use about::about;
use bottom::BottomUp;
use edit::{Scene, change};
use goal::goal;
use seasons::seasons;
use settings::settings;
use table::{cells, fix, headers, problem, rows, typed};

#[derive(Properties, PartialEq)]
pub(super) struct SpreadTabProps {
    pub(super) ground: Shared<Ground>,
    pub(super) data: String,
}

/// A tree with the ground it grew on.
type Grown = Option<(Shared<Ground>, Rc<Tree>)>;

#[component]
pub(super) fn SpreadTab(props: &SpreadTabProps) -> Html {
    let app = use_app();
    let plan = use_memo(app.state.scenario().quotas.first().cloned(), Clone::clone);
    let grown = use_mut_ref(|| None::<(Shared<Ground>, Rc<Tree>)>);
    let work = use_memo((props.ground.clone(), plan), move |(ground, plan)| {
        let plan = (**plan).clone()?;
        let tree = tree(&mut grown.borrow_mut(), ground, &plan);
        let spread = Rc::new(spread(&tree, &plan));
        Some(Scene { plan: Rc::new(plan), tree, spread })
    });
    let said = (Shared(work.clone()), app.state.words.locale(), app.state.numerals.clone());
    let picture = use_memo(said, |(work, ..)| {
        let scene = work.0.as_ref().as_ref()?;
        let months = scene.spread.months_of(0);
        (!months.is_empty()).then(|| Shared(Rc::new(season_chart(&app.voice(), &months, &scene.tree.history))))
    });
    let Some(scene) = (*work).clone() else { return goal::first(&app, &props.ground.0) };
    html! {
        <div class="stack">
            { told(&app, &scene) }
            { goal(&app, &scene, &props.ground.0) }
            <Table scene={Seen(scene.clone())} />
            { settings(&app, &scene) }
            { seasons(&app, &scene, (*picture).clone()) }
            <BottomUp {scene} data={props.data.clone()} />
        </div>
    }
}

/// The tree of a plan: the one before, where it still holds.
fn tree(grown: &mut Grown, ground: &Shared<Ground>, plan: &QuotaPlan) -> Rc<Tree> {
    if let Some((_, tree)) = grown.as_ref().filter(|(before, tree)| before == ground && tree.is_for(plan)) {
        return tree.clone();
    }
    let tree = Rc::new(Tree::new(&ground.0, plan));
    *grown = Some((ground.clone(), tree.clone()));
    tree
}

/// The answer, what can be done with it, and what was found.
fn told(app: &App, scene: &Scene) -> Html {
    let (row, voice) = (scene.spread.row(0), app.voice());
    let float = |amount: Decimal| Money(amount).to_f64();
    let n_reps = scene.tree.nodes.first().map_or(0, |node| node.n_leaves);
    let prior = float(row.prior);
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
        change(&to, &tree, vec![Edit::Use(!is_used)]);
        to.good(to.t(if is_used { "quotas-let-go-of" } else { "quotas-taken" }));
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

/// A scene, compared by its parts.
#[derive(Clone)]
struct Seen(Scene);

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        let (own, theirs) = (&self.0, &other.0);
        Rc::ptr_eq(&own.plan, &theirs.plan) && Rc::ptr_eq(&own.tree, &theirs.tree) && same(&own.spread, &theirs.spread)
    }
}

fn same(own: &Rc<Spread>, other: &Rc<Spread>) -> bool {
    Rc::ptr_eq(own, other)
}

#[derive(Properties, PartialEq)]
struct TableProps {
    scene: Seen,
}

/// The tree grid, and what is said of the node that the keyboard is on.
#[component]
fn Table(props: &TableProps) -> Html {
    let app = use_app();
    let scene = &props.scene.0;
    let turned = use_state(BTreeSet::<usize>::new);
    let here = use_state_eq(|| 0_usize);
    let shown = use_memo((props.scene.clone(), (*turned).clone()), |(scene, turned)| Rc::new(rows(&scene.0, turned)));
    let (to, own) = (app.clone(), scene.clone());
    let cells = Callback::from(move |place: usize| cells(&to, &own, place));
    let to = app.clone();
    let check = Callback::from(move |text: String| problem(&to, &text));
    let (to, own) = (app.clone(), scene.clone());
    let (turn, reach) = (turned, here.setter());
    let on_act = Callback::from(move |act: GridAct| match act {
        GridAct::Typed(texts, n_bad) => {
            typed(&to, &own, &texts);
            if 0 < n_bad {
                to.bad(to.tw("grid-unread", [("n", n_bad.into()), ("count", to.count(n_bad).into())]));
            }
        }
        GridAct::Fixed(cells) => fix(&to, &own, &cells),
        GridAct::Opened(place, _) => {
            let mut next = (*turn).clone();
            if !next.remove(&place) {
                next.insert(place);
            }
            turn.set(next);
        }
        GridAct::Reached(place, _) => reach.set(place),
    });
    let props = GridProps {
        id: "quotas".into(),
        label: app.t("quotas-grid").into(),
        headers: headers(&app),
        rows: Shared((*shown).clone()),
        cells,
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
