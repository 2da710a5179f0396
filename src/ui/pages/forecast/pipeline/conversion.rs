//! How many deals are won, by whatever tells them apart.

use std::rc::Rc;

use yew::prelude::*;

use super::Said;
use crate::engine::pipeline::{Conversion, GroupBy};
use crate::present::{Chart, ChartTable, conversion_table, pipeline_conversion};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{chart, choice, table};

/// Groups that a picture has room for, those with most ended deals.
const N_PICTURED: usize = 16;
/// Groups that the table has, those with most ended deals.
const N_LISTED: usize = 300;

#[derive(Properties, PartialEq)]
pub(super) struct ConversionsProps {
    /// What the deals say; none until it is known.
    pub(super) said: Option<Shared<Said>>,
}

fn name(app: &App, by: GroupBy) -> String {
    app.t(match by {
        GroupBy::All => "pipe-by-all",
        GroupBy::Cohort => "pipe-by-cohort",
        GroupBy::Segment => "pipe-by-segment",
        GroupBy::Source => "pipe-by-source",
        GroupBy::Product => "pipe-by-product",
        GroupBy::Rep => "pipe-by-rep",
    })
}

/// The section: a choice of groups, the picture, and the table with all of them.
#[component]
pub(super) fn Conversions(props: &ConversionsProps) -> Html {
    let app = use_app();
    let wanted = use_state_eq(|| GroupBy::Cohort);
    let found = props.said.as_ref().and_then(|said| said.0.as_ref().as_ref().ok());
    let conversions = found.map(|found| found.conversions.as_slice()).unwrap_or_default();
    // Groups tell something where there are two of them.
    let told: Vec<(GroupBy, usize)> = conversions
        .iter()
        .filter(|(by, rows)| *by != GroupBy::All && 1 < rows.len())
        .map(|(by, rows)| (*by, rows.len()))
        .collect();
    let (by, n) = told.iter().find(|(by, _)| *by == *wanted).or(told.first()).copied().unwrap_or((GroupBy::All, 0));
    let made = use_memo((props.said.clone(), by, app.state.words.locale()), |(said, by, _)| {
        let found = said.as_ref()?.0.as_ref().as_ref().ok()?;
        let picture = picture(&app, &found.conversions, *by).map(|chart| Shared(Rc::new(chart)));
        let listed = listed(&app, &found.conversions, *by);
        Some((picture, listed.headers, Rc::new(listed.rows)))
    });
    let Some((picture, headers, rows)) = &*made else { return html! { <div /> } };
    let options: Vec<(GroupBy, String)> = told.iter().map(|(by, _)| (*by, name(&app, *by))).collect();
    let set = wanted.setter();
    html! {
        <section class="section">
            <h2>{ app.t("pipe-conversion-title") }</h2>
            <p class="hint">{ app.t("pipe-conversion-hint") }</p>
            if !options.is_empty() {
                <div class="row">{ choice(app.t("pipe-by"), false, &by, options, Callback::from(move |by| set.set(by))) }</div>
            }
            <div>
                if let Some(picture) = picture {
                    { chart(picture.clone(), 260.0, None, None) }
                }
            </div>
            if N_LISTED < n {
                <p class="hint">{ app.tw("pipe-conversion-most", [("most", app.count(N_LISTED).into()), ("all", app.count(n).into())]) }</p>
            }
            { table(app.t("pipe-conversion-title"), 1, headers.clone(), rows.clone()) }
        </section>
    }
}

fn group(app: &App, row: &Conversion) -> String {
    if row.group.is_empty() { app.t("none") } else { row.group.clone() }
}

fn picture(app: &App, conversions: &[(GroupBy, Vec<Conversion>)], by: GroupBy) -> Option<Chart> {
    let (_, rows) = conversions.iter().find(|(of, rows)| *of == by && 1 < rows.len())?;
    let mut chosen: Vec<&Conversion> = rows.iter().collect();
    if by == GroupBy::Cohort {
        // The latest quarters.
        chosen.drain(..chosen.len().saturating_sub(N_PICTURED));
    } else {
        chosen.sort_by_key(|row| std::cmp::Reverse(row.ended.n));
        chosen.truncate(N_PICTURED);
    }
    let groups: Vec<(String, &Conversion)> = chosen.into_iter().map(|row| (group(app, row), row)).collect();
    let title = app.tw("pipe-conversion-picture", [("by", name(app, by).into())]);
    Some(pipeline_conversion(&app.voice(), title, &groups))
}

/// All deals, then the groups.
fn listed(app: &App, conversions: &[(GroupBy, Vec<Conversion>)], by: GroupBy) -> ChartTable {
    let of = |by: GroupBy| conversions.iter().find(|(of, _)| *of == by).map(|(_, rows)| rows.as_slice());
    let mut groups: Vec<&Conversion> = of(by).filter(|_| by != GroupBy::All).unwrap_or_default().iter().collect();
    if N_LISTED < groups.len() {
        groups.sort_by_key(|row| std::cmp::Reverse(row.ended.n));
        groups.truncate(N_LISTED);
    }
    let all = of(GroupBy::All).unwrap_or_default().iter().map(|row| (name(app, GroupBy::All), row));
    let all: Vec<_> = all.chain(groups.into_iter().map(|row| (group(app, row), row))).collect();
    conversion_table(&app.voice(), &all)
}
