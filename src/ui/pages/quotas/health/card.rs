//! The health card: the answer, its measures as rows, pictures, groups, appeals and reps.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::compare::Fairness;
use crate::engine::quota::health::{HealthCard, HealthKind, HealthMeasure, RepHealth, Stood, Verdict};
use crate::present::{
    Chart, Numerals, Voice, group_by_name, group_rows, health_advice, health_boxes, health_by_size,
    health_distribution, health_interval, health_luck, health_name, health_note, health_range, health_sentences,
    health_source, health_stands_name, health_value, health_verdict, tests_sentence,
};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{self, Fact, answer, folded, head, lines, table};

/// The measures that carry the answer.
const FIRST: [HealthKind; 4] = [HealthKind::AtQuota, HealthKind::Within, HealthKind::SignalShare, HealthKind::Gini];

#[derive(Properties, PartialEq)]
pub(super) struct CardProps {
    pub(super) card: Shared<HealthCard>,
}

#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let app = use_app();
    let said = (props.card.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    // Pictures and long tables: drawn anew with another card, language or currency.
    let drawn = use_memo(said, |(card, ..)| {
        let voice = app.voice();
        let charts: [fn(&Voice, &HealthCard) -> Chart; 3] = [health_distribution, health_by_size, health_boxes];
        let charts = charts.map(|chart| Shared(Rc::new(chart(&voice, &card.0)))).to_vec();
        (charts, Rc::new(appeal_rows(&app, &card.0)), Rc::new(rep_rows(&app, &card.0)))
    });
    let (charts, appeal_rows, rep_rows) = &*drawn;
    let (card, voice) = (&props.card.0, app.voice());
    let mut told: Vec<String> = card.luck.iter().map(|luck| health_luck(&voice, luck)).collect();
    told.extend(card.notes.iter().map(|note| health_note(&voice, note)));
    html! {
        <div class="stack">
            { answer(sentence(&app, card), facts(&app, card)) }
            <ul class="gaps">{ lines(told) }</ul>
            { measures(&app, card) }
            { parts::charts(charts) }
            { groups(&app, &card.groups) }
            { appeals(&app, card, appeal_rows) }
            { folded(0, "health-reps".into(), app.t("card-reps"), false, reps(&app, rep_rows)) }
        </div>
    }
}

/// How many measures stand how.
fn sentence(app: &App, card: &HealthCard) -> String {
    let n = |is_such: fn(Verdict) -> bool| card.measures.iter().filter(|measure| is_such(measure.verdict)).count();
    let off = n(|verdict| verdict == Verdict::Unhealthy);
    let look = n(|verdict| verdict == Verdict::Look);
    let healthy = n(|verdict| verdict == Verdict::Healthy);
    let values = [
        ("n", off.into()),
        ("off", app.count(off).into()),
        ("look", app.count(look).into()),
        ("healthy", app.count(healthy).into()),
        ("all", app.count(card.measures.len()).into()),
        ("first", app.state.numerals.month(card.first).into()),
        ("last", app.state.numerals.month(card.last).into()),
    ];
    app.tw("card-answer", values)
}

fn facts(app: &App, card: &HealthCard) -> Vec<Fact> {
    let voice = app.voice();
    let fact = |measure: &HealthMeasure| {
        let fact = Fact::new(health_name(&app.state.words, measure.kind), health_value(&voice, measure));
        fact.noted(health_interval(&voice, measure))
    };
    FIRST.iter().filter_map(|kind| card.measure(*kind)).map(fact).collect()
}

/// The measures: figure, range, verdict, what to do.
fn measures(app: &App, card: &HealthCard) -> Html {
    let headers = app.ts(&["card-measure", "card-figure", "card-range", "card-verdict", "card-advice"]);
    html! {
        <section class="section">
            <h2>{ app.t("card-title") }</h2>
            <div class="table-box" role="region" tabindex="0" aria-label={app.t("card-title")}>
                <table class="table card-table">
                    { head(headers.len(), headers) }
                    <tbody>{ for card.measures.iter().enumerate().map(|(at, one)| measure(app, at, one)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn measure(app: &App, at: usize, measure: &HealthMeasure) -> Html {
    let (words, voice) = (&app.state.words, app.voice());
    let interval = health_interval(&voice, measure);
    let source = measure.yardstick.as_ref().map(|yardstick| health_source(words, yardstick));
    let class = if measure.verdict == Verdict::Unhealthy { "badge badge-bad" } else { "badge" };
    let sentences = health_sentences(&voice, measure).join(" ");
    let advice = measure.advice.map(|advice| health_advice(words, advice));
    html! {
        <tr key={at}>
            <th scope="row">{ health_name(words, measure.kind) }</th>
            <td>
                { health_value(&voice, measure) }
                if !interval.is_empty() {
                    <span class="fact-note">{ interval }</span>
                }
            </td>
            <td>
                { health_range(&voice, measure) }
                if let Some(source) = source {
                    <span class="fact-note">{ source }</span>
                }
            </td>
            <td><span {class}>{ health_verdict(words, measure.verdict) }</span></td>
            <td>
                { advice.unwrap_or_default() }
                <span class="fact-note">{ sentences }</span>
            </td>
        </tr>
    }
}

/// Attainment by tenure, region, segment and role, with whether groups differ by more than chance.
fn groups(app: &App, groups: &[Fairness]) -> Html {
    let voice = app.voice();
    let one = |(at, fairness): (usize, &Fairness)| {
        let name = group_by_name(&app.state.words, fairness.by);
        let rows: Vec<Vec<String>> = group_rows(&voice, fairness)
            .into_iter()
            .map(|[group, n, attainment, _]| vec![group, n, attainment])
            .collect();
        let headers = vec![name.clone(), app.t("column-reps"), app.t("axis-attainment")];
        html! {
            <div key={at}>
                { table(name, 1, headers, Rc::new(rows)) }
                <p class="hint">{ tests_sentence(&voice, fairness) }</p>
            </div>
        }
    };
    let grouped = groups.iter().enumerate().filter(|(_, fairness)| 2 <= fairness.groups.len());
    let grouped: Vec<Html> = grouped.map(one).collect();
    if grouped.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2>{ app.t("card-groups") }</h2>
            { for grouped }
        </section>
    }
}

/// Quotas outside the intervals of estimates.
fn appeal_rows(app: &App, card: &HealthCard) -> Vec<Vec<String>> {
    let voice = app.voice();
    let outside = card.appeals.iter().filter(|appeal| appeal.stands != Stood::Inside);
    let row = |appeal: &crate::engine::quota::health::Appeal| {
        vec![
            appeal.name.clone(),
            health_stands_name(&app.state.words, appeal.stands),
            app.state.numerals.exact(appeal.quota, 0),
            voice.whole(appeal.low),
            voice.whole(appeal.high),
        ]
    };
    outside.map(row).collect()
}

fn appeals(app: &App, card: &HealthCard, rows: &Rc<Vec<Vec<String>>>) -> Html {
    if card.appeals.is_empty() {
        return Html::default();
    }
    let values = [
        ("n", rows.len().into()),
        ("count", app.count(rows.len()).into()),
        ("all", app.count(card.appeals.len()).into()),
    ];
    let headers = app.ts(&["quotas-column-who", "card-stands", "quotas-month-quota", "card-low", "card-high"]);
    html! {
        <section class="section">
            <h2>{ app.t("card-appeals") }</h2>
            <p>{ app.tw("card-appeals-found", values) }</p>
            if !rows.is_empty() {
                { table(app.t("card-appeals"), 2, headers, rows.clone()) }
            }
        </section>
    }
}

fn rep_rows(app: &App, card: &HealthCard) -> Vec<Vec<String>> {
    let voice = app.voice();
    let percent = |share: Option<f64>| share.map_or_else(|| app.t("none"), |share| voice.percent(share));
    let row = |rep: &RepHealth| {
        vec![
            rep.name.clone(),
            app.state.numerals.exact(rep.quota, 0),
            voice.whole(rep.bookings.to_f64()),
            percent(rep.attainment),
            percent(rep.luck),
            percent(rep.growth),
            rep.coverage.map_or_else(|| app.t("none"), |times| app.state.numerals.decimal(times, 1, 1)),
        ]
    };
    card.reps.iter().map(row).collect()
}

fn reps(app: &App, rows: &Rc<Vec<Vec<String>>>) -> Html {
    let headers = app.ts(&[
        "quotas-column-who",
        "quotas-month-quota",
        "card-sold",
        "axis-attainment",
        "card-luck",
        "quotas-growth",
        "card-coverage",
    ]);
    table(app.t("card-reps"), 1, headers, rows.clone())
}
