//! A node that spreads in buckets: their shares, and who is in which.

use yew::prelude::*;

use super::about::who;
use super::edit::Scene;
use crate::engine::quota::plan::{Bucket, BucketBy, Edit, NodeKey, Rule};
use crate::engine::units::Decimal;
use crate::present::quota_rule;
use crate::ui::context::App;
use crate::ui::parts::{Icon, NumberProps, TextProps, Unit, button, choice, icon_button, number, text};

/// Children whose bucket can be chosen here; of more the rest is told.
const N_CHILDREN: usize = 40;

/// One bucket with everyone in it, to begin with.
pub(super) fn begun(app: &App, scene: &Scene, place: usize) -> Rule {
    let members = children(scene, place).map(|(_, key)| key).collect();
    let bucket = Bucket { name: app.t("bucket-first"), share: Decimal::ONE, by: BucketBy::Even, members };
    Rule::Buckets { buckets: vec![bucket] }
}

fn children(scene: &Scene, place: usize) -> impl Iterator<Item = (usize, NodeKey)> + '_ {
    let places = scene.tree.nodes.get(place).map(crate::engine::quota::tree::Node::children).unwrap_or_default();
    places.filter_map(|child| Some((child, scene.tree.nodes.get(child)?.key.clone())))
}

pub(super) fn buckets(app: &App, scene: &Scene, place: usize, some: &[Bucket]) -> Html {
    let Some(node) = scene.tree.nodes.get(place).map(|node| node.key.clone()) else { return Html::default() };
    // A bucket list is changed as a whole: each field makes another one.
    let on = Changes { scene, app, node, before: some.to_vec() };
    let add = on.with(|buckets, ()| {
        buckets.push(Bucket { share: Decimal::ONE, ..Bucket::default() });
    });
    let all: Vec<(usize, NodeKey)> = children(scene, place).collect();
    let n_more = all.len().saturating_sub(N_CHILDREN);
    html! {
        <fieldset class="rule">
            <legend>{ app.t("bucket-title") }</legend>
            <ul class="rule-list">{ for some.iter().enumerate().map(|(at, bucket)| one(app, &on, at, bucket)) }</ul>
            <div class="row">{ button(Some(Icon::Plus), app.t("bucket-add"), add) }</div>
            <div class="row">{ for all.iter().take(N_CHILDREN).map(|child| member(app, scene, &on, child, some)) }</div>
            if 0 < n_more {
                <p class="hint">{ app.tw("bucket-more", [("n", n_more.into()), ("count", app.count(n_more).into())]) }</p>
            }
        </fieldset>
    }
}

/// Makes callbacks that change the list.
struct Changes<'a> {
    scene: &'a Scene,
    app: &'a App,
    node: NodeKey,
    before: Vec<Bucket>,
}

impl Changes<'_> {
    fn with<T: 'static>(&self, change: impl Fn(&mut Vec<Bucket>, T) + 'static) -> Callback<T> {
        let (node, before) = (self.node.clone(), self.before.clone());
        self.scene.on(self.app, move |value: T| {
            let mut buckets = before.clone();
            change(&mut buckets, value);
            Edit::SetRule { node: node.clone(), rule: Some(Rule::Buckets { buckets }) }
        })
    }

    fn of<T: 'static>(&self, at: usize, change: impl Fn(&mut Bucket, T) + 'static) -> Callback<T> {
        self.with(move |buckets, value| {
            if let Some(bucket) = buckets.get_mut(at) {
                change(bucket, value);
            }
        })
    }
}

fn one(app: &App, on: &Changes, at: usize, bucket: &Bucket) -> Html {
    let place = (at + 1).to_string();
    let label = |id: &str| app.tw(id, [("place", place.as_str().into())]);
    let way = |by: BucketBy, rule: Rule| (by, quota_rule(&app.state.words, &rule));
    let ways = vec![
        way(BucketBy::Even, Rule::Even),
        way(BucketBy::PriorSales, Rule::PriorSales),
        way(BucketBy::Weights, Rule::Weights),
    ];
    let share = on.of(at, |bucket, share: Option<Decimal>| {
        if let Some(share) = share {
            bucket.share = share;
        }
    });
    let remove = on.with(move |buckets, ()| {
        if at < buckets.len() {
            buckets.remove(at);
        }
    });
    html! {
        <li key={at} class="row">
            { text(TextProps::new(label("bucket-name"), &bucket.name, on.of(at, |bucket, name| bucket.name = name))) }
            { number(NumberProps::new(label("bucket-share"), Unit::Plain, Some(bucket.share), share)) }
            { choice(label("bucket-by"), false, &bucket.by, ways, on.of(at, |bucket, by| bucket.by = by)) }
            { icon_button(Icon::Trash2, label("bucket-remove"), remove) }
        </li>
    }
}

/// Which bucket a child is in.
fn member(app: &App, scene: &Scene, on: &Changes, (child, key): &(usize, NodeKey), some: &[Bucket]) -> Html {
    let here = some.iter().position(|bucket| bucket.members.contains(key));
    let mut options = vec![(None, app.t("bucket-none"))];
    options.extend(some.iter().enumerate().map(|(at, bucket)| (Some(at), bucket.name.clone())));
    let key = key.clone();
    let set = on.with(move |buckets, chosen: Option<usize>| {
        for bucket in buckets.iter_mut() {
            bucket.members.retain(|member| *member != key);
        }
        if let Some(bucket) = chosen.and_then(|at| buckets.get_mut(at)) {
            bucket.members.push(key.clone());
        }
    });
    html! { <span key={*child}>{ choice(who(app, scene, *child), false, &here, options, set) }</span> }
}
