//! SPIFFs: rewards with a time of their own.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{credit_from, measures};
use super::super::places::place_id;
use super::super::rules::filter;
use super::group;
use super::reward::reward;
use crate::engine::comp::{CreditFrom, Filter, Measure, Plan, Reward, Spiff};
use crate::engine::units::Decimal;
use crate::ui::actions::free_name;
use crate::ui::context::App;
use crate::ui::parts::{Icon, TextProps, day, folded, icon_button, quiet, text};

pub(super) fn spiffs(app: &App, plan: &Plan, part: &Part<Plan>) -> Html {
    let all = part.inner(|plan| Some(&mut plan.spiffs));
    let components = plan.components.iter().map(|component| component.name.as_str());
    let taken = components.chain(plan.spiffs.iter().map(|spiff| spiff.name.as_str()));
    let fresh = Spiff {
        name: free_name(&app.t("spiff-new"), taken),
        from: None,
        to: None,
        filter: Filter::default(),
        measure: Measure::default(),
        credit_from: CreditFrom::default(),
        reward: Reward::PerDeal { amount: Decimal::from(500) },
    };
    let inside = html! {
        <>
            { for plan.spiffs.iter().enumerate().map(|(at, spiff)| one(app, at, spiff, &all)) }
            { quiet(Some(Icon::Plus), app.t("spiff-add"), all.push(fresh)) }
        </>
    };
    group(app, "spiff", "further-spiffs", inside)
}

fn one(app: &App, at: usize, spiff: &Spiff, all: &Part<Vec<Spiff>>) -> Html {
    let part = all.at(at);
    let name = part.inner(|spiff| Some(&mut spiff.name)).edit(|before, name: String| {
        if !name.is_empty() {
            *before = name;
        }
    });
    let from = part.inner(|spiff| Some(&mut spiff.from)).set();
    let to = part.inner(|spiff| Some(&mut spiff.to)).set();
    let measure = part.inner(|spiff| Some(&mut spiff.measure)).set();
    let credit = part.inner(|spiff| Some(&mut spiff.credit_from)).set();
    let filter_part = part.inner(|spiff| Some(&mut spiff.filter));
    let reward_part = part.inner(|spiff| Some(&mut spiff.reward));
    let remove = app.tw("spiff-remove", [("name", spiff.name.as_str().into())]);
    let id = place_id(None, "spiff", Some(at));
    let fold = [id.as_str(), "filter"].join("-");
    html! {
        <div key={at} class="rule-item" {id} role="group" aria-label={spiff.name.clone()}>
            <div class="row">
                { text(TextProps::new(app.t("spiff-name"), &spiff.name, name)) }
                { day(app.t("spiff-from"), spiff.from, from) }
                { day(app.t("spiff-to"), spiff.to, to) }
                { icon_button(Icon::Trash2, remove, all.remove(at)) }
            </div>
            <div class="row">
                { measures(app, "spiff-measure", spiff.measure, measure) }
                { credit_from(app, spiff.credit_from, credit) }
            </div>
            { reward(app, spiff, &reward_part) }
            { folded(at, fold, app.t("rule-filter"), !spiff.filter.is_open(), filter(app, spiff.measure, &spiff.filter, &filter_part)) }
        </div>
    }
}
