//! What a rep is let off, and a change of team.

use yew::prelude::*;

use super::edit::Scene;
use crate::engine::quota::plan::{Edit, Relief, Transfer};
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Month};
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::parts::{
    Icon, NumberProps, TextProps, Unit, button, choice, folded, icon_button, number, text, with_own,
};

/// What relief begins with: half of the first month.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

pub(super) fn relief(app: &App, scene: &Scene, place: usize, who: &str) -> Html {
    let Some(rep) = scene.tree.nodes.get(place).map(|node| node.key.rep.clone()) else { return Html::default() };
    let start = scene.tree.start;
    let own = || scene.plan.relief.iter().filter(|relief| relief.rep == rep);
    // Two of the same rep and months would be one: another begins where none does.
    let free = (0..12).map(|step| start.plus(step)).find(|month| own().all(|relief| relief.from != *month));
    let add = {
        let rep = rep.clone();
        scene.on(app, move |()| {
            let from = free.unwrap_or(start);
            Edit::Relief(Relief { rep: rep.clone(), from, to: from, share: HALF, reason: String::new() })
        })
    };
    let inside = html! {
        <>
            <ul class="rule-list">{ for own().enumerate().map(|(at, relief)| one(app, scene, at, relief)) }</ul>
            <div class="row">
                { button(Some(Icon::Plus), app.t("relief-add"), add) }
                { transfer(app, scene, place, &rep) }
            </div>
        </>
    };
    let label = app.tw("relief-title", [("who", who.into())]);
    folded(place, format!("relief-{place}"), label, own().next().is_some(), inside)
}

/// The months of the year, and the one that stands there.
fn months(app: &App, start: Month, own: Month) -> Vec<(Month, String)> {
    let name = |month: Month| app.state.numerals.month(month);
    with_own((0..12).map(|step| start.plus(step)).map(|month| (month, name(month))).collect(), &own, || name(own))
}

/// One relief in the place of another.
fn instead(before: &Relief, after: Relief) -> Vec<Edit> {
    vec![Edit::DropRelief { rep: before.rep.clone(), from: before.from }, Edit::Relief(after)]
}

fn one(app: &App, scene: &Scene, at: usize, relief: &Relief) -> Html {
    let place = (at + 1).to_string();
    let label = |id: &str| app.tw(id, [("place", place.as_str().into())]);
    let before = relief.clone();
    let from = scene
        .on_all(app, move |from: Month| instead(&before, Relief { from, to: before.to.max(from), ..before.clone() }));
    let before = relief.clone();
    let to = scene.on_all(app, move |to: Month| instead(&before, Relief { to: to.max(before.from), ..before.clone() }));
    let before = relief.clone();
    let share = scene.on_all(app, move |share: Option<Decimal>| {
        let share = share.unwrap_or(before.share);
        instead(&before, Relief { share, ..before.clone() })
    });
    let before = relief.clone();
    let reason = scene.on_all(app, move |reason: String| instead(&before, Relief { reason, ..before.clone() }));
    let before = relief.clone();
    let remove = scene.on(app, move |()| Edit::DropRelief { rep: before.rep.clone(), from: before.from });
    let share = NumberProps {
        most: Some(Decimal::ONE),
        ..NumberProps::new(label("relief-share"), Unit::Percent, Some(relief.share), share)
    };
    let start = scene.tree.start;
    html! {
        <li key={at} class="row">
            { choice(label("relief-from"), false, &relief.from, months(app, start, relief.from), from) }
            { choice(label("relief-to"), false, &relief.to, months(app, start, relief.to), to) }
            { number(share) }
            { text(TextProps::new(label("relief-reason"), &relief.reason, reason)) }
            { icon_button(Icon::Trash2, label("relief-remove"), remove) }
        </li>
    }
}

/// The team that the rep goes to, and from when on.
fn transfer(app: &App, scene: &Scene, place: usize, rep: &RepId) -> Html {
    let own = scene.plan.transfers.iter().find(|transfer| transfer.rep == *rep);
    let parent = scene.tree.nodes.get(place).and_then(|node| node.parent);
    let mut teams = vec![(None, app.t("transfer-none"))];
    let nodes = scene.tree.nodes.iter().enumerate();
    let others = nodes.filter(|(at, node)| !node.is_leaf() && *at != 0 && Some(*at as u32) != parent);
    teams.extend(others.map(|(_, node)| (Some(node.key.rep.clone()), node.name.clone())));
    let from = own.map_or(scene.tree.start.plus(6), |transfer| transfer.from);
    let mine = rep.clone();
    let set = scene.on(app, move |to: Option<RepId>| match to {
        Some(to) => Edit::Transfer(Transfer { rep: mine.clone(), to, from }),
        None => Edit::DropTransfer { rep: mine.clone() },
    });
    let chosen = own.map(|transfer| transfer.to.clone());
    let stated = || own.map(|transfer| transfer.to.0.clone()).unwrap_or_default();
    let teams = with_own(teams, &chosen, stated);
    let when = own.map(|transfer| {
        let before = transfer.clone();
        let set = scene.on(app, move |from: Month| Edit::Transfer(Transfer { from, ..before.clone() }));
        let months = months(app, scene.tree.start, transfer.from);
        choice(app.t("transfer-from"), false, &transfer.from, months, set)
    });
    html! {
        <>
            { choice(app.t("transfer-to"), false, &chosen, teams, set) }
            { when }
        </>
    }
}
