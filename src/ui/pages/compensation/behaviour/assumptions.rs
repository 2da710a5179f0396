//! What is assumed of reps: a preset named for its study, few parameters, and what they are calibrated to.

use std::rc::Rc;

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::comp::behave::{Settings, World};
use crate::engine::units::Decimal;
use crate::job::Aim;
use crate::present::world_name;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, choice, decimal, number};
use crate::ui::store::Event;

/// A share that history might show, as a start for the user's own.
const STARTING_SHARE: f64 = 0.25;

/// A callback that changes what is assumed by what the field says.
pub(super) fn set<T: 'static>(app: &App, edit: impl Fn(&mut Settings, &mut Aim, T) + 'static) -> Callback<T> {
    let (app, edit) = (app.clone(), Rc::new(edit));
    Callback::from(move |value: T| {
        let edit = edit.clone();
        app.send(Event::BehaviourSet(Box::new(move |settings, aim| edit(settings, aim, value))));
    })
}

pub(super) fn assumptions(app: &App) -> Html {
    let behaving = &app.state.behaving;
    html! {
        <section class="section">
            <h2>{ app.t("behaviour-assumptions") }</h2>
            <div class="row">{ preset(app, &behaving.settings) }</div>
            <p class="hint">{ app.t("behaviour-preset-note") }</p>
            <div class="row">{ for fields(app, &behaving.settings).into_iter().map(number) }</div>
            <p class="hint">{ app.t("assume-effort-note") }</p>
            <div class="row">{ aim(app, behaving.aim) }</div>
        </section>
    }
}

/// Ready assumptions by what they are: those of no study, those of one, or what the user made of them.
fn preset(app: &App, settings: &Settings) -> Html {
    let middle = Settings { is_on: true, ..Settings::default() };
    let mut options = vec![(middle, app.t("world-middle"))];
    options.extend(World::ALL.map(|world| (world.settings(), world_name(&app.state.words, world))));
    if !options.iter().any(|(known, _)| known == settings) {
        options.push((*settings, app.t("world-own")));
    }
    let set = set(app, |settings, _, chosen: Settings| *settings = chosen);
    choice(app.t("behaviour-preset"), false, settings, options, set)
}

type Get = fn(&mut Settings) -> &mut f64;

fn fields(app: &App, settings: &Settings) -> Vec<NumberProps> {
    let (none, all) = (Decimal::ZERO, Decimal::ONE);
    let fields: [(&str, Unit, Decimal, Decimal, Get); 8] = [
        ("assume-effort-cost", Unit::Times, Decimal::new(5, 2), Decimal::TEN, |of| &mut of.effort_cost),
        ("assume-free-share", Unit::Percent, none, all, |of| &mut of.free_share),
        ("assume-movable", Unit::Percent, none, all, |of| &mut of.movable),
        ("assume-days", Unit::Plain, none, Decimal::from(183), |of| &mut of.days_movable),
        ("assume-discount", Unit::Percent, none, Decimal::new(95, 2), |of| &mut of.discount),
        ("assume-present-bias", Unit::Percent, none, all, |of| &mut of.present_bias),
        ("assume-ratchet-up", Unit::Percent, none, all, |of| &mut of.ratchet_up),
        ("assume-ratchet-down", Unit::Percent, none, all, |of| &mut of.ratchet_down),
    ];
    let field = |(label, unit, least, most, get): (&str, Unit, Decimal, Decimal, Get)| {
        let value = decimal(*get(&mut settings.clone()));
        let set = set(app, move |settings, _, value: Option<Decimal>| {
            if let Some(value) = value.and_then(|value| value.to_f64()) {
                *get(settings) = value;
            }
        });
        NumberProps { least, most: Some(most), ..NumberProps::new(app.t(label), unit, value, set) }
    };
    fields.into_iter().map(field).collect()
}

/// What is calibrated to, with the share if it is the user's own.
fn aim(app: &App, aim: Aim) -> Html {
    let share = if let Aim::Share(share) = aim { share } else { STARTING_SHARE };
    let options = vec![
        (Aim::Nothing, app.t("aim-nothing")),
        (Aim::History, app.t("aim-history")),
        (Aim::Share(share), app.t("aim-share")),
    ];
    let chosen = set(app, |_, aim, chosen: Aim| *aim = chosen);
    let own = set(app, |_, aim, value: Option<Decimal>| {
        if let Some(share) = value.and_then(|value| value.to_f64()) {
            *aim = Aim::Share(share);
        }
    });
    let own = NumberProps {
        most: Some(Decimal::ONE),
        ..NumberProps::new(app.t("behaviour-aim-share"), Unit::Percent, decimal(share), own)
    };
    html! {
        <>
            { choice(app.t("behaviour-aim"), false, &aim, options, chosen) }
            if matches!(aim, Aim::Share(_)) {
                { number(own) }
            }
        </>
    }
}
