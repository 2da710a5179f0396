//! Whose records a component counts, which, and what quota they are held to.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{choose, credit_from, names, periods};
use super::super::places::place_id;
use super::{Edited, group};
use crate::engine::comp::{Filter, Measure, QuotaSource};
use crate::engine::units::{Decimal, Granularity};
use crate::present::measure_name;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, TextProps, Unit, check, number, number_of, text};

pub(super) fn counted(app: &App, edited: Edited) -> Html {
    let Edited { component, index, part, .. } = edited;
    let from = part.inner(|component| Some(&mut component.credit_from)).set();
    let only = part.inner(|component| Some(&mut component.is_measured_only)).set();
    let quota_part = part.inner(|component| Some(&mut component.quota));
    let filter_part = part.inner(|component| Some(&mut component.filter));
    let has_parts = !component.parts.is_empty();
    html! {
        <>
            <div class="row">
                <span id={place_id(Some(index), "credit", None)}>{ credit_from(app, component.credit_from, from) }</span>
                { check(app.t("rule-measured-only"), component.is_measured_only, only) }
            </div>
            // Each part of a blend has its own.
            if !has_parts {
                <div class="row" id={place_id(Some(index), "quota", None)}>
                    { quota(app, component.measure, &component.quota, &quota_part) }
                </div>
                { group(app, edited, "filter", "rule-filter", filter(app, component.measure, &component.filter, &filter_part)) }
            }
        </>
    }
}

/// What something is held to.
pub(super) fn quota(app: &App, measure: Measure, quota: &QuotaSource, part: &Part<QuotaSource>) -> Html {
    let is_money = measure.is_money();
    let named = match quota {
        QuotaSource::Named { measure } => measure.clone(),
        _ => measure_name(&app.state.words, measure),
    };
    let (amount, per) = match quota {
        QuotaSource::Stated { amount, per } => (*amount, *per),
        _ => (Decimal::from(if is_money { 100_000 } else { 10 }), Granularity::Month),
    };
    let of = match quota {
        QuotaSource::Share { of } | QuotaSource::Credited { of } => *of,
        _ => Decimal::ONE,
    };
    let options = [
        (QuotaSource::Targets, "quota-targets"),
        (QuotaSource::Named { measure: named.clone() }, "quota-named"),
        (QuotaSource::Stated { amount, per }, "quota-stated"),
        (QuotaSource::Share { of }, "quota-share"),
        (QuotaSource::Credited { of }, "quota-credited"),
    ];
    let fields = match quota {
        QuotaSource::Targets => Html::default(),
        QuotaSource::Named { .. } => {
            let set = part.edit(|quota, measure: String| *quota = QuotaSource::Named { measure });
            text(TextProps::new(app.t("rule-quota-measure"), &named, set))
        }
        QuotaSource::Stated { .. } => {
            let set_amount = part.edit(move |quota, amount: Option<Decimal>| {
                *quota = QuotaSource::Stated { amount: amount.unwrap_or_default(), per };
            });
            let set_per = part.edit(move |quota, per: Granularity| *quota = QuotaSource::Stated { amount, per });
            let unit = if is_money { Unit::Money } else { Unit::Plain };
            html! {
                <>
                    { number_of(app.t("rule-quota-amount"), unit, amount, set_amount) }
                    { periods(app, "rule-per", per, set_per) }
                </>
            }
        }
        QuotaSource::Share { .. } => {
            let set =
                part.edit(|quota, of: Option<Decimal>| *quota = QuotaSource::Share { of: of.unwrap_or_default() });
            number_of(app.t("rule-quota-share"), Unit::Percent, of, set)
        }
        QuotaSource::Credited { .. } => {
            let set =
                part.edit(|quota, of: Option<Decimal>| *quota = QuotaSource::Credited { of: of.unwrap_or_default() });
            number_of(app.t("rule-quota-credited"), Unit::Percent, of, set)
        }
    };
    html! {
        <>
            { choose(app, "rule-quota", quota, &options, part.set()) }
            { fields }
        </>
    }
}

/// Which records count: the lists that records of the measure have, and those that are set though they have them not.
pub(in super::super) fn filter(app: &App, measure: Measure, filter: &Filter, part: &Part<Filter>) -> Html {
    type List = fn(&mut Filter) -> &mut Vec<String>;
    let is_of_deals = !matches!(measure, Measure::Activities | Measure::Scorecard);
    let is_activities = measure == Measure::Activities;
    let is_scorecard = measure == Measure::Scorecard;
    let lists: [(&str, &Vec<String>, bool, List); 7] = [
        ("filter-products", &filter.products, is_of_deals, |filter| &mut filter.products),
        ("filter-segments", &filter.segments, is_of_deals, |filter| &mut filter.segments),
        ("filter-regions", &filter.regions, is_of_deals, |filter| &mut filter.regions),
        ("filter-kinds", &filter.deal_kinds, is_of_deals, |filter| &mut filter.deal_kinds),
        ("filter-sources", &filter.sources, is_of_deals, |filter| &mut filter.sources),
        ("filter-activities", &filter.activities, is_activities, |filter| &mut filter.activities),
        ("filter-objectives", &filter.objectives, is_scorecard, |filter| &mut filter.objectives),
    ];
    let shown = lists.into_iter().filter(|(_, list, is_of_measure, _)| *is_of_measure || !list.is_empty());
    let fields = shown.map(|(label, list, _, find)| {
        let part = part.inner(move |filter| Some(find(filter)));
        html! { <div key={label}>{ names(app, label, list, &part) }</div> }
    });
    let least = part.inner(|filter| Some(&mut filter.least_amount)).set();
    let least = NumberProps {
        optional: true,
        placeholder: app.t("none-set").into(),
        ..NumberProps::new(app.t("filter-least"), Unit::Money, filter.least_amount, least)
    };
    html! {
        <>
            <p class="hint">{ app.t("rule-filter-hint") }</p>
            <div class="row">
                { for fields }
                if is_of_deals || filter.least_amount.is_some() {
                    { number(least) }
                }
            </div>
        </>
    }
}
