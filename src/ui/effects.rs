//! What follows from a change: saving, loading data, recomputing. Late answers are dropped by cancelled tickets.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::actions::{self, CostJob};
use super::app::Shared;
use super::context::App;
use super::routes::{Route, Tab};
use super::store::{Event, Outcome, State};
use crate::job::{Answer, Ask, FitSpec, ImportReport, ReplaySpec, decode};
use crate::platform::pool::Ticket;
use crate::platform::storage::{LocalShelf, locked, on_other_tab};
use crate::platform::{database, dom, events, faults, system};
use crate::scenario::{PREFIX, SaveError, Scenario, cost_input, months, plan_year, save, write};

/// Quiet time before a change is saved, and before a simulation starts by itself.
const SAVE_MILLISECONDS: u32 = 200;
const SETTLE_MILLISECONDS: u32 = 250;
/// The workers' scripts are fetched when the page has been drawn, unless the user wants to save data.
const WARM_MILLISECONDS: u32 = 1_500;
/// The texts of the other pages are fetched when the first view has been drawn.
const REST_MILLISECONDS: u32 = 400;

/// Listens to the address, the theme, other tabs and newer builds; opens what was open last.
#[hook]
pub(super) fn use_start(app: &App, is_language_missing: bool, is_language_asked: bool) {
    let app = app.clone();
    use_effect_with((), move |()| {
        let to = app.clone();
        system::on_hash(move || to.send(Event::Went(Route::of_hash(&system::hash()))));
        let to = app.clone();
        system::on_theme(move || to.send(Event::SystemThemeChanged));
        let to = app.clone();
        system::on_update(move || to.send(Event::UpdateCame));
        let to = app.clone();
        events::on_paste(move |text, html| {
            actions::take_pasted(&to, &text, &html);
        });
        let to = app.clone();
        system::on_keys(move |key| actions::shortcut(&to, key));
        actions::refresh_list(&app);
        actions::refresh_kept(&app);
        if let Some(id) = system::setting("open") {
            actions::open_record(&app, &id);
        }
        if is_language_missing && is_language_asked {
            app.bad(app.t("language-missing"));
        } else if is_language_missing {
            let to = app.clone();
            Timeout::new(REST_MILLISECONDS, move || actions::fetch_rest(&to)).forget();
        }
        let to = app.clone();
        on_other_tab(move |key| follow(&to, &key));
        let client = app.client;
        if !system::saves_data() {
            Timeout::new(WARM_MILLISECONDS, move || client.warm()).forget();
        }
    });
}

/// Another tab has saved or removed a record. The open one is loaded anew if nothing was changed here; what is being typed
/// goes on as a copy; if something was changed, the next save finds the conflict and keeps both.
fn follow(app: &App, key: &str) {
    actions::refresh_list(app);
    let is_open = key.strip_prefix(PREFIX).is_some_and(|id| id == app.state.id);
    if !is_open || app.state.is_unsaved() {
        return;
    }
    if dom::is_typing() {
        fork(app, app.state.scenario());
        return;
    }
    let id = app.state.id.clone();
    actions::open_record(app, &id);
    app.good(app.t("opened-elsewhere"));
}

/// Goes on under an id of its own, and says so: what the other tab saved stays.
fn fork(app: &App, scenario: &Scenario) {
    let title = app.tw("scenario-conflict-of", [("title", scenario.title.as_str().into())]);
    app.send(Event::Forked { id: system::fresh_id(), title });
    app.bad(app.t("storage-conflict"));
}

/// Theme, language, title of the window, and the words of the rescue page.
#[hook]
pub(super) fn use_dress(app: &App) {
    let (theme, words) = (app.state.theme, app.state.words.clone());
    use_effect_with((theme, words), |(theme, words)| {
        system::dress(theme.key(), words.locale().code());
        let texts = ["rescue-title", "rescue-text", "rescue-download", "rescue-reload"].map(|id| words.text(id));
        faults::leave_words(&texts);
    });
    let title = format!("{} · {} · Attain", app.t(app.state.route.name()), app.state.scenario().title);
    use_effect_with(title, |title| system::entitle(title));
}

/// Saves every change, and says so only after reading it back.
#[hook]
pub(super) fn use_saving(app: &App) {
    let app = app.clone();
    let scenario = app.state.scenario().clone();
    let deps = (Shared(scenario.clone()), app.state.id.clone(), app.state.n_saves_asked);
    use_effect_with(deps, move |(_, id, _)| {
        let id = id.clone();
        faults::leave_state(&write(&scenario, None));
        let is_due = app.state.is_unsaved() && !app.state.read_only;
        let timer = is_due.then(|| {
            app.send(Event::SaveBegan);
            Timeout::new(SAVE_MILLISECONDS, move || spawn_local(store(app, id, scenario)))
        });
        move || drop(timer)
    });
}

async fn store(app: App, id: String, scenario: Rc<Scenario>) {
    let at = system::now();
    let (record, seen, to_save) = (id.clone(), app.seen.clone(), scenario.clone());
    let lock = format!("{PREFIX}{id}");
    let result = locked(&lock, move || {
        let mut seen = seen.0.borrow_mut();
        if seen.0 != record {
            *seen = (record.clone(), 0);
        }
        let result = save(&LocalShelf, &record, &to_save, seen.1, at);
        if let Ok(generation) = result {
            seen.1 = generation;
        }
        result
    });
    match result.await {
        Some(Ok(generation)) => {
            if generation == 1 {
                crate::platform::storage::ask_to_persist();
            }
            if app.state.id == id {
                system::set_setting("open", Some(&id));
            }
            app.send(Event::Saved { id, scenario, at });
            actions::refresh_list(&app);
            actions::forget_replaced(&app);
        }
        Some(Err(SaveError::Conflict { .. })) => fork(&app, &scenario),
        Some(Err(error)) => {
            app.send(Event::SaveFailed(error));
            app.bad(actions::save_problem(&app, &error));
        }
        None => app.send(Event::SaveFailed(SaveError::NotKept)),
    }
}

/// Loads the data that the scenario names.
#[hook]
pub(super) fn use_data(app: &App) {
    let app = app.clone();
    let data = app.state.scenario().data.as_ref().map(|data| data.fingerprint.clone());
    let id = app.state.id.clone();
    use_effect_with((data, id), move |(data, _)| {
        let Some(key) = data.clone() else {
            app.send(Event::DataGone);
            return;
        };
        if app.state.data.report().is_some_and(|report| report.fingerprint == key) && app.client.data(&key).is_some() {
            return;
        }
        app.send(Event::DataAwaited);
        spawn_local(async move {
            match database::get(&key).await {
                Ok(Some((bytes, report))) => {
                    app.client.set_data(&key, bytes);
                    let report = decode::<ImportReport>(&report).unwrap_or_default();
                    app.send(Event::DataCame(Rc::new(report)));
                }
                // Data that could not be kept is still held by the page.
                _ if app.client.data(&key).is_some() => {}
                _ => app.send(Event::DataMissing),
            }
        });
    });
}

/// The name of the data as the scenario sees it, with the quotas that are used.
pub(super) fn data_name(app: &App) -> Option<String> {
    let report = app.state.data.report()?;
    Some(app.client.name_of(&report.fingerprint, app.state.scenario()))
}

/// The chosen plan's replay, if all that it needs is there, and the name of its data.
pub(super) fn replay_spec(app: &App) -> Option<(String, ReplaySpec)> {
    let scenario = app.state.scenario();
    let data = data_name(app)?;
    let plan = scenario.plan().filter(|plan| plan.errors().is_empty())?.clone();
    let (first, last) = months(scenario)?;
    let (digits, currency) = (scenario.currency.digits, scenario.currency.code.clone());
    Some((data, ReplaySpec { plan, calendar: scenario.calendar, first, last, digits, currency }))
}

/// Cancels what was asked when its question has changed.
fn end(ticket: Option<Ticket>) -> impl FnOnce() {
    move || {
        if let Some(ticket) = ticket {
            ticket.cancel();
        }
    }
}

/// Statements, whenever data or plan changes.
#[hook]
pub(super) fn use_replay(app: &App) {
    let app = app.clone();
    let spec = replay_spec(&app);
    use_effect_with((spec, app.state.id.clone()), move |(spec, _)| {
        let ticket = spec.as_ref().map(|(data, spec)| {
            app.send(Event::ReplayAwaited);
            let ask = Ask::Replay { data: data.clone(), spec: spec.clone() };
            let to = app.clone();
            app.client.ask(&ask, Some(data), None, move |answer| {
                to.send(Event::ReplayCame(match answer {
                    Ok((Answer::Replay(replay), _)) => Some(replay),
                    _ => None,
                }));
            })
        });
        if ticket.is_none() {
            app.send(Event::ReplayGone);
        }
        end(ticket)
    });
}

/// The cost model, whenever data, measure or years change.
#[hook]
pub(super) fn use_fit(app: &App) {
    let app = app.clone();
    let scenario = app.state.scenario().clone();
    let spec = replay_spec(&app).zip(plan_year(&scenario)).map(|((data, spec), first)| {
        let (history_first, history_last) = (spec.first, spec.last);
        let others = scenario.plans.clone();
        (
            data,
            FitSpec {
                plan: spec.plan,
                others,
                currency: spec.currency,
                history_first,
                history_last,
                first,
                n_months: 12,
            },
        )
    });
    use_effect_with((spec, app.state.id.clone()), move |(spec, _)| {
        let ticket = spec.as_ref().map(|(data, spec)| {
            app.send(Event::FitAwaited);
            let ask = Ask::Fit { data: data.clone(), spec: spec.clone() };
            let to = app.clone();
            app.client.ask(&ask, Some(data), None, move |answer| {
                to.send(Event::FitCame(match answer {
                    Ok((Answer::Fitted(fitted), _)) => Some(fitted),
                    _ => None,
                }));
            })
        });
        if ticket.is_none() {
            app.send(Event::FitGone);
        }
        end(ticket)
    });
}

/// What is to be simulated, made anew when scenario or model change.
#[hook]
pub(super) fn use_cost_job(state: &UseReducerHandle<State>) -> Rc<Option<CostJob>> {
    let scenario = state.scenario().clone();
    let fitted = match &state.fitted {
        Outcome::Ready(fitted) => Some(Shared(fitted.clone())),
        _ => None,
    };
    use_memo((Shared(scenario), fitted), |(scenario, fitted)| {
        let input = cost_input(&scenario.0, &fitted.as_ref()?.0.model);
        if input.plans.is_empty() || input.model.reps.is_empty() {
            return None;
        }
        let assumptions = &scenario.0.assumptions;
        let (seed, n_runs) = (assumptions.seed, assumptions.n_runs.clamp(1, 1_000_000));
        // The budget changes no run, but the summary: another one asks anew.
        let cost = format!("{} {:?}", input.fingerprint(), input.budget);
        Some(CostJob { key: format!("{cost} {seed} {n_runs}"), cost, input, seed, n_runs })
    })
}

/// The simulation, when its input has settled and costing is looked at.
#[hook]
pub(super) fn use_cost(app: &App) {
    let app = app.clone();
    let is_shown = app.state.route == Route::Compensation(Tab::Costing);
    let job = app.job.0.clone();
    let key = job.as_ref().as_ref().map(|job| job.key.clone());
    use_effect_with((key, is_shown), move |(key, is_shown)| {
        let is_due = *is_shown && key.as_ref().is_some_and(|key| *key != app.state.cost.key);
        let timer = is_due.then(|| {
            Timeout::new(SETTLE_MILLISECONDS, move || {
                if let Some(job) = job.as_ref() {
                    actions::simulate(&app, job);
                }
            })
        });
        move || drop(timer)
    });
}
