//! Currency and fiscal year of the scenario.

use yew::prelude::*;

use crate::engine::units::{Currency, Month};
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::parts::{TextProps, choice, text};

pub(super) fn settings(app: &App) -> Html {
    let to = app.clone();
    let currency = Callback::from(move |code: String| {
        let is_code = code.len() == 3 && code.chars().all(|letter| letter.is_ascii_alphabetic());
        if is_code {
            to.edit(move |scenario| scenario.currency = Currency::of(&code));
        } else {
            to.bad(to.t("currency-wrong"));
        }
    });
    let code = &app.state.scenario().currency.code;
    let currency = TextProps { most: 3, ..TextProps::new(app.t("settings-currency"), code, currency) };
    html! {
        <section class="section">
            <h2>{ app.t("settings-title") }</h2>
            <div class="row">
                { text(currency) }
                { fiscal_year(app) }
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
    let set = move |month| to.edit(move |scenario| scenario.calendar.fiscal_year_start = month);
    choice(app.t("settings-fiscal-year"), false, &start, options, set.into())
}
