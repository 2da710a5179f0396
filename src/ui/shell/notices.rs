//! Short messages: what was done, what went wrong and what to do. They stay until dismissed.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform::system;
use crate::ui::actions;
use crate::ui::context::App;
use crate::ui::parts::{Icon, glyph, icon_button, quiet};
use crate::ui::store::{Event, Notice, NoticeTone};

/// Good news goes by itself after this long.
const GOOD_MILLISECONDS: u32 = 8_000;

/// Lets good news go after a while.
#[hook]
pub(super) fn use_fading(app: &App) {
    let to = app.clone();
    use_effect_with(app.state.last_notice, move |_| {
        let goes = |notice: &&Notice| notice.tone == NoticeTone::Good && notice.undo.is_none();
        for id in to.state.notices.iter().filter(goes).map(|notice| notice.id) {
            let to = to.clone();
            Timeout::new(GOOD_MILLISECONDS, move || to.send(Event::Dismissed(id))).forget();
        }
    });
}

fn notice(app: &App, Notice { id, tone, text, undo }: &Notice) -> Html {
    let (id, to) = (*id, app.clone());
    let dismiss = Callback::from(move |()| to.send(Event::Dismissed(id)));
    let (class, icon) = match tone {
        NoticeTone::Good => ("notice", Icon::Check),
        NoticeTone::Bad => ("notice notice-bad", Icon::CircleAlert),
    };
    html! {
        <li key={id}>
            <div {class}>
                { glyph(icon) }
                <p>{ text }</p>
                if let Some((record, stored)) = undo {
                    { quiet(None, app.t("undo"), put_back(app, id, record, stored)) }
                }
                { icon_button(Icon::X, app.t("dismiss"), dismiss) }
            </div>
        </li>
    }
}

fn put_back(app: &App, notice: u32, id: &str, stored: &str) -> Callback<()> {
    let (app, id, stored) = (app.clone(), id.to_owned(), stored.to_owned());
    Callback::from(move |()| {
        actions::restore_record(&app, &id, &stored);
        app.send(Event::Dismissed(notice));
    })
}

pub(super) fn notices(app: &App) -> Html {
    html! {
        <div class="notices" role="region" aria-label={app.t("notices")} aria-live="polite">
            <ul>{ for app.state.notices.iter().map(|shown| notice(app, shown)) }</ul>
            if app.state.is_update_ready {
                <div class="notice">
                    { glyph(Icon::RefreshCw) }
                    <p>{ app.t("update-ready") }</p>
                    { quiet(None, app.t("update-now"), app.act(|_| system::accept_update())) }
                </div>
            }
        </div>
    }
}
