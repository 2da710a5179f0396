//! Measures of all plans beside published ranges; what each part adds; groups of reps.

use std::rc::Rc;

use yew::prelude::*;

use super::work::Known;
use crate::engine::comp::benchmarks::{Audience, with_own};
use crate::engine::comp::compare::{CompanyPoint, Contribution, Fairness, Measures, Side};
use crate::present::{
    MeasureRow, contribution_row, group_by_name, group_rows, measure_rows, range_text, tests_sentence,
};
use crate::ui::context::App;
use crate::ui::parts::{lines, table};

pub(super) fn measures(app: &App, sides: &[Known]) -> Html {
    let voice = app.voice();
    let company: Vec<Vec<CompanyPoint>> = sides.iter().map(|known| known.company.values().cloned().collect()).collect();
    let of: Vec<(&Measures, &[CompanyPoint])> = sides
        .iter()
        .zip(&company)
        .filter_map(|(known, company)| Some((known.measures.as_deref()?, company.as_slice())))
        .collect();
    let ranges = with_own(&app.state.scenario().benchmarks);
    let row = |row: MeasureRow| {
        let mut of_all =
            ranges.iter().filter(|range| Some(range.figure) == row.figure && range.applies_to == Audience::Everyone);
        let published = of_all.next().map(|range| range_text(&voice, range)).unwrap_or_default();
        [vec![row.label], row.values, vec![published]].concat()
    };
    let rows: Vec<Vec<String>> = measure_rows(&voice, &of).into_iter().map(row).collect();
    let names = of.iter().map(|(side, _)| side.name.clone());
    let headers = std::iter::once(app.t("column-measure")).chain(names).chain([app.t("column-published")]).collect();
    html! {
        <section class="section">
            <h2>{ app.t("compared-title") }</h2>
            { table(app.t("compared-title"), 1, headers, Rc::new(rows)) }
            <p class="hint">{ app.t("compared-note") }</p>
        </section>
    }
}

/// What each part of a side's plan adds.
pub(super) fn parts(app: &App, side: &Side, known: &Known) -> Html {
    let voice = app.voice();
    let title = app.tw("parts-title", [("plan", side.name.as_str().into())]);
    let headers = ["column-part", "column-adds", "column-of-pay", "column-gaining", "column-losing", "column-most"];
    let row = |one: &Contribution| contribution_row(&voice, &side.book, one).to_vec();
    let rows: Vec<Vec<String>> = known.contributions.values().map(row).collect();
    html! {
        <>
            <h2>{ title.clone() }</h2>
            { table(title, 1, app.ts(&headers), Rc::new(rows)) }
        </>
    }
}

/// Pay and attainment by group, the sides beside each other.
pub(super) fn fairness(app: &App, sides: &[Rc<Measures>]) -> Html {
    let Some(first) = sides.first() else { return html! { <div /> } };
    let grouped = first.fairness.iter().enumerate().filter(|(_, fairness)| 2 <= fairness.groups.len());
    html! {
        <section class="section">
            <h2>{ app.t("fairness-title") }</h2>
            <p class="hint">{ app.t("fairness-note") }</p>
            { for grouped.map(|(place, _)| html! { <div key={place}>{ by(app, sides, place) }</div> }) }
        </section>
    }
}

fn by(app: &App, sides: &[Rc<Measures>], place: usize) -> Html {
    let voice = app.voice();
    let of_sides: Vec<(&str, &Fairness)> =
        sides.iter().filter_map(|side| Some((side.name.as_str(), side.fairness.get(place)?))).collect();
    let Some((_, first)) = of_sides.first() else { return html! { <div /> } };
    let name = group_by_name(&app.state.words, first.by);
    let payouts: Vec<Vec<[String; 4]>> = of_sides.iter().map(|(_, fairness)| group_rows(&voice, fairness)).collect();
    let row = |at: usize| {
        let own = |rows: &Vec<[String; 4]>| rows.get(at).map(|[.., payout]| payout.clone()).unwrap_or_default();
        let known = payouts.first().and_then(|rows| rows.get(at));
        let shared = known.map(|[group, n, attainment, _]| vec![group.clone(), n.clone(), attainment.clone()]);
        [shared.unwrap_or_default(), payouts.iter().map(own).collect()].concat()
    };
    let rows: Vec<Vec<String>> = (0..first.groups.len()).map(row).collect();
    let payout = |(side, _): &(&str, &Fairness)| app.tw("column-payout-of", [("plan", (*side).into())]);
    let headers = [name.clone(), app.t("column-reps"), app.t("axis-attainment")];
    let headers = headers.into_iter().chain(of_sides.iter().map(payout)).collect();
    let tests = of_sides.iter().map(|(side, fairness)| {
        let text = tests_sentence(&voice, fairness);
        app.tw("fairness-of", [("plan", (*side).into()), ("text", text.into())])
    });
    html! {
        <>
            { table(name, 1, headers, Rc::new(rows)) }
            <ul class="gaps">{ lines(tests.collect()) }</ul>
        </>
    }
}
