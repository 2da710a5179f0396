//! What a SPIFF pays: an amount a deal, a rate, milestones, or prizes.

use yew::prelude::*;

use super::super::super::edit::Part;
use super::super::fields::{choose, numbers, periods};
use crate::engine::comp::{Milestone, Reward, Spiff};
use crate::engine::units::{Decimal, Granularity};
use crate::ui::context::App;
use crate::ui::parts::{Icon, Unit, icon_button, number_of, quiet};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    PerDeal,
    Rate,
    Milestones,
    Contest,
}

const fn kind(reward: &Reward) -> Kind {
    match reward {
        Reward::PerDeal { .. } => Kind::PerDeal,
        Reward::Rate { .. } => Kind::Rate,
        Reward::Milestones { .. } => Kind::Milestones,
        Reward::Contest { .. } => Kind::Contest,
    }
}

/// A reward of the kind, to begin with.
fn usual(kind: Kind, is_money: bool) -> Reward {
    let thousand = Decimal::ONE_THOUSAND;
    match kind {
        Kind::PerDeal => Reward::PerDeal { amount: Decimal::from(500) },
        Kind::Rate => Reward::Rate { rate: if is_money { Decimal::new(2, 2) } else { Decimal::TEN } },
        Kind::Milestones => {
            let at = Decimal::from(if is_money { 100_000 } else { 10 });
            Reward::Milestones { steps: vec![Milestone { at, amount: thousand }] }
        }
        Kind::Contest => {
            let prizes = [3, 2, 1].map(|times| thousand.saturating_mul(Decimal::from(times))).to_vec();
            Reward::Contest { per: Granularity::Quarter, prizes, least: Decimal::ZERO }
        }
    }
}

pub(super) fn reward(app: &App, spiff: &Spiff, part: &Part<Reward>) -> Html {
    let is_money = spiff.measure.is_money();
    let kinds = [
        (Kind::PerDeal, "reward-deal"),
        (Kind::Rate, "reward-rate"),
        (Kind::Milestones, "reward-milestones"),
        (Kind::Contest, "reward-contest"),
    ];
    let set = part.edit(move |reward, kind: Kind| *reward = usual(kind, is_money));
    let credit = if is_money { Unit::Money } else { Unit::Plain };
    html! {
        <>
            <div class="row">
                { choose(app, "spiff-reward", &kind(&spiff.reward), &kinds, set) }
                { figures(app, &spiff.reward, credit, part) }
            </div>
            { list(app, &spiff.reward, credit, part) }
        </>
    }
}

/// The reward's own numbers.
fn figures(app: &App, reward: &Reward, credit: Unit, part: &Part<Reward>) -> Html {
    let rate_unit = if credit == Unit::Money { Unit::Percent } else { Unit::Money };
    match reward {
        Reward::PerDeal { amount } => {
            let set = part.inner(|reward| match reward {
                Reward::PerDeal { amount } => Some(amount),
                _ => None,
            });
            number_of(app.t("reward-amount"), Unit::Money, *amount, set.set_some())
        }
        Reward::Rate { rate } => {
            let set = part.inner(|reward| match reward {
                Reward::Rate { rate } => Some(rate),
                _ => None,
            });
            number_of(app.t("reward-of-credit"), rate_unit, *rate, set.set_some())
        }
        Reward::Milestones { .. } => Html::default(),
        Reward::Contest { per, least, .. } => {
            let set_per = part.inner(|reward| match reward {
                Reward::Contest { per, .. } => Some(per),
                _ => None,
            });
            let set_least = part.inner(|reward| match reward {
                Reward::Contest { least, .. } => Some(least),
                _ => None,
            });
            html! {
                <>
                    { periods(app, "rule-per", *per, set_per.set()) }
                    { number_of(app.t("reward-least"), credit, *least, set_least.set_some()) }
                </>
            }
        }
    }
}

/// Milestones or prizes.
fn list(app: &App, reward: &Reward, credit: Unit, part: &Part<Reward>) -> Html {
    match reward {
        Reward::PerDeal { .. } | Reward::Rate { .. } => Html::default(),
        Reward::Milestones { steps } => {
            let part = part.inner(|reward| match reward {
                Reward::Milestones { steps } => Some(steps),
                _ => None,
            });
            milestones(app, steps, credit, &part)
        }
        Reward::Contest { prizes, .. } => {
            let part = part.inner(|reward| match reward {
                Reward::Contest { prizes, .. } => Some(prizes),
                _ => None,
            });
            let texts = ("reward-prize", "reward-prize-remove", "reward-prize-add");
            numbers(app, texts, Unit::Money, prizes, &part, Decimal::ONE_THOUSAND)
        }
    }
}

fn milestones(app: &App, steps: &[Milestone], credit: Unit, part: &Part<Vec<Milestone>>) -> Html {
    let row = |(at, step): (usize, &Milestone)| {
        let place = (at + 1).to_string();
        let said = |id: &str| app.tw(id, [("place", place.as_str().into())]);
        let credited = part.at(at).inner(|step| Some(&mut step.at)).set_some();
        let amount = part.at(at).inner(|step| Some(&mut step.amount)).set_some();
        html! {
            <li key={at} class="row">
                { number_of(said("milestone-at"), credit, step.at, credited) }
                { number_of(said("milestone-amount"), Unit::Money, step.amount, amount) }
                { icon_button(Icon::X, said("milestone-remove"), part.remove(at)) }
            </li>
        }
    };
    let first = Milestone { at: Decimal::ONE_HUNDRED, amount: Decimal::ONE_THOUSAND };
    let fresh = steps.last().map_or(first, |last| Milestone { at: last.at.saturating_mul(Decimal::TWO), ..*last });
    html! {
        <>
            <ul class="rule-list">{ for steps.iter().enumerate().map(row) }</ul>
            { quiet(Some(Icon::Plus), app.t("milestone-add"), part.push(fresh)) }
        </>
    }
}
