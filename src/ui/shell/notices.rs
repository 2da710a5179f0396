//! Short messages: what was done, what went wrong and what to do. They stay until dismissed.

use yew::prelude::*;

use crate::platform::system;
use crate::ui::actions;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, glyph, icon_button, quiet};
use crate::ui::store::{Event, Notice, NoticeTone};

/// Good news goes by itself after this long.
const GOOD_MILLISECONDS: u32 = 8_000;

#[derive(Properties, PartialEq)]
struct NoticeProps {
    notice: Notice,
}

#[component]
fn NoticeView(props: &NoticeProps) -> Html {
    let app = use_app();
    let Notice { id, tone, text, undo } = &props.notice;
    let id = *id;
    let to = app.clone();
    let dismiss = Callback::from(move |()| to.send(Event::Dismissed(id)));
    let goes = *tone == NoticeTone::Good && undo.is_none();
    use_effect_with((id, goes), {
        let dismiss = dismiss.clone();
        move |(_, goes)| {
            let timer = goes.then(|| gloo::timers::callback::Timeout::new(GOOD_MILLISECONDS, move || dismiss.emit(())));
            move || drop(timer)
        }
    });
    let (class, icon) = match tone {
        NoticeTone::Good => ("notice", Icon::Check),
        NoticeTone::Bad => ("notice notice-bad", Icon::CircleAlert),
    };
    html! {
        <div {class}>
            { glyph(icon) }
            <p>{ text }</p>
            if let Some((record, stored)) = undo {
                { quiet(None, app.t("undo"), put_back(&app, id, record, stored)) }
            }
            { icon_button(Icon::X, app.t("dismiss"), dismiss) }
        </div>
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
    let notice = |notice: &Notice| html! { <li key={notice.id}><NoticeView notice={notice.clone()} /></li> };
    html! {
        <div class="notices" role="region" aria-label={app.t("notices")} aria-live="polite">
            <ul>{ for app.state.notices.iter().map(notice) }</ul>
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
