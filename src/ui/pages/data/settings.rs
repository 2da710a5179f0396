//! Currency and fiscal year of the scenario.

use yew::prelude::*;

use crate::engine::units::{Currency, Month};
use crate::present::Numerals;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{TextField, choice};

#[component]
pub(super) fn Settings() -> Html {
    let app = use_app();
    let currency = use_callback(app.clone(), |code: String, app| {
        let is_code = code.len() == 3 && code.chars().all(|letter| letter.is_ascii_alphabetic());
        if is_code {
            app.edit(move |scenario| scenario.currency = Currency::of(&code));
        } else {
            app.bad(app.t("currency-wrong"));
        }
    });
    html! {
        <section class="section">
            <h2>{ app.t("settings-title") }</h2>
            <div class="row">
                <TextField label={app.t("settings-currency")} value={app.state.scenario().currency.code.clone()} most=3 on_change={currency} />
                { fiscal_year(&app) }
            </div>
        </section>
    }
}

fn fiscal_year(app: &App) -> Html {
    let to = app.clone();
    let name = |number: u32| {
        // The locale's own name of the month: the month of any year without its year.
        let shown = app.state.numerals.month(Month::new(2024, number));
        shown.replace("2024", "").trim_matches([' ', '.', ',', '/']).to_owned()
    };
    let options = (1..=12).map(|number| (number, name(number))).collect();
    let start = app.state.scenario().calendar.fiscal_year_start;
    choice(app.t("settings-fiscal-year"), false, &start, options, move |month| {
        to.edit(move |scenario| scenario.calendar.fiscal_year_start = month);
    })
}
