//! Published ranges beside the plans' own figures; their ends can be changed and are kept in the scenario.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::benchmarks::{Benchmark, with_own};
use crate::engine::comp::compare::Measures;
use crate::engine::units::Decimal;
use crate::present::{audience_name, figure_name, figure_text, stands_name};
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, NumberProps, Unit, head, icon_button, number};

#[derive(Properties, PartialEq)]
pub(super) struct BenchmarksProps {
    pub(super) sides: Vec<Rc<Measures>>,
}

#[component]
pub(super) fn Benchmarks(props: &BenchmarksProps) -> Html {
    let app = use_app();
    let own = app.state.scenario().benchmarks.clone();
    // Whom a range is for is looked up among all reps: once for the figures, not at every drawing.
    let shown = use_memo((own, props.sides.clone()), |(own, sides)| {
        let figures = |range: &Benchmark| sides.iter().map(|side| range.own(side)).collect::<Vec<_>>();
        let all = with_own(own).into_iter().map(|range| (figures(&range), range));
        all.filter(|(figures, _)| figures.iter().any(Option::is_some)).collect::<Vec<_>>()
    });
    let mut headers = app.ts(&["column-measure", "column-for", "column-low", "column-high"]);
    headers.extend(props.sides.iter().map(|side| side.name.clone()));
    headers.extend(app.ts(&["column-source", "column-dated"]));
    html! {
        <section class="section">
            <h2>{ app.t("benchmarks-title") }</h2>
            <p class="hint">{ app.t("benchmarks-note") }</p>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("benchmarks-title")}>
                <table class="table">
                    { head(2, headers) }
                    <tbody>
                        { for shown.iter().map(|(figures, range)| row(&app, range, figures)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn row(app: &App, range: &Benchmark, figures: &[Option<Decimal>]) -> Html {
    let voice = app.voice();
    let is_own = app.state.scenario().benchmarks.iter().any(|own| own.id == range.id);
    let (figure, audience) = (figure_name(voice.words, range.figure), audience_name(voice.words, range.applies_to));
    let is_share = range.figure.is_share();
    let field = |id: &str, value: Option<Decimal>, (least, most), set: fn(&mut Benchmark, Option<Decimal>)| {
        let label = app.tw(id, [("figure", figure.clone().into()), ("audience", audience.clone().into())]);
        let (to, range) = (app.clone(), range.clone());
        let changed = Callback::from(move |value: Option<Decimal>| {
            let mut range = range.clone();
            set(&mut range, value);
            to.edit(move |scenario| {
                scenario.benchmarks.retain(|own| own.id != range.id);
                scenario.benchmarks.push(range);
            });
        });
        let unit = if is_share { Unit::Percent } else { Unit::Times };
        let props =
            NumberProps { bare: true, optional: true, least, most, ..NumberProps::new(label, unit, value, changed) };
        html! { <td class="num">{ number(props) }</td> }
    };
    let stand = |own: &Option<Decimal>| match own {
        None => "–".to_owned(),
        Some(own) => {
            let stands = stands_name(voice.words, range.stands(*own));
            format!("{}, {stands}", figure_text(&voice, range.figure, *own))
        }
    };
    let id = range.id.clone();
    let to = app.clone();
    let reset = Callback::from(move |()| {
        let id = id.clone();
        to.edit(move |scenario| scenario.benchmarks.retain(|own| own.id != id));
    });
    let again = app.tw("benchmark-reset", [("figure", figure.clone().into()), ("audience", audience.clone().into())]);
    html! {
        <tr key={range.id.clone()}>
            <th scope="row">{ &figure }</th>
            <td>{ &audience }</td>
            { field("benchmark-low", range.low, (Decimal::ZERO, range.high), |range, value| range.low = value) }
            { field("benchmark-high", range.high, (range.low.unwrap_or_default(), None), |range, value| range.high = value) }
            { for figures.iter().enumerate().map(|(at, own)| html! { <td key={at} class="num">{ stand(own) }</td> }) }
            <td>
                { &range.source }
                if is_own {
                    { icon_button(Icon::RefreshCw, again, reset) }
                }
            </td>
            <td>{ if range.date.is_empty() { app.t("benchmark-undated") } else { range.date.clone() } }</td>
        </tr>
    }
}
