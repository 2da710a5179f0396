//! Quotas: the goal spread over the team, the capacity to meet it, whether the quotas are fair, and what each method would
//! have set.

use yew::prelude::*;

use crate::ui::context::App;
use crate::ui::parts::{empty, go_to};
use crate::ui::routes::{QuotaTab, Route};

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App, tab: QuotaTab) -> Html {
    html! {
        <div class="page" key="quotas">
            <header class="page-head">
                <h1>{ app.t("page-quotas") }</h1>
                { tabs(app, tab) }
            </header>
            if app.state.data.report().is_none() {
                { empty(app.t("quotas-no-data"), go_to(Route::Data.hash(), app.t("go-to-data"))) }
            }
        </div>
    }
}

fn tabs(app: &App, here: QuotaTab) -> Html {
    let tabs = [
        (QuotaTab::Spread, "tab-quotas"),
        (QuotaTab::Capacity, "tab-capacity"),
        (QuotaTab::Health, "tab-health"),
        (QuotaTab::Backtest, "tab-backtest"),
    ];
    let link = |(tab, name): (QuotaTab, &str)| {
        let address = format!("#{}", Route::Quotas(tab).hash());
        html! {
            <li key={name.to_owned()}><a class="tab" href={address} aria-current={(tab == here).then_some("page")}>{ app.t(name) }</a></li>
        }
    };
    html! {
        <nav class="tabs" aria-label={app.t("page-quotas")}><ul>{ for tabs.into_iter().map(link) }</ul></nav>
    }
}
