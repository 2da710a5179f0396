//! The lint: what a plan does that its author may not have meant, found without running it and on a team's history.
//!
//! [`findings`] looks at the plan alone and is fast enough for every change of a plan; [`team_findings`] replays it and
//! belongs into a worker. Each rule is a small file; each threshold a constant with its reason.

mod cliffs;
mod draws;
mod finding;
mod flats;
mod list;
mod mix_ups;
mod others;
mod refused;
mod rule;
mod shape;
mod slopes;
mod target;
mod team;
mod tiers;
mod timing;
mod typical;
mod weights;

pub use finding::{At, DeadZone, Field, Finding, MixUp, Move, Pay, Place, Rule, Severity};
pub use typical::{Typical, median};

use super::plan::Plan;
use super::statement::ReplayInput;
use shape::Shape;

/// What the plan alone shows, on a typical rep's terms: errors first, then warnings, then notes, each in the order of the
/// plan.
///
/// ```
/// use attain::engine::comp::lint::{Typical, findings};
/// use attain::engine::comp::templates;
/// let plan = templates::account_executive();
/// assert!(findings(&plan, &Typical::of_plan(&plan)).is_empty());
/// ```
pub fn findings(plan: &Plan, typical: &Typical) -> Vec<Finding> {
    let mut found = refused::check(plan);
    let is_sound = |index: usize| !found.iter().any(|finding| finding.place.component == Some(index));
    let shapes: Vec<Shape> = plan
        .components
        .iter()
        .enumerate()
        .filter(|(index, component)| is_sound(*index) && !component.is_measured_only)
        .filter_map(|(index, component)| Shape::new(index, component, typical))
        .collect();
    for shape in &shapes {
        found.extend(cliffs::check(shape));
        found.extend(flats::check(shape));
        found.extend(slopes::check(shape));
        found.extend(target::check(shape));
        found.extend(tiers::check(shape));
        found.extend(timing::check(shape));
    }
    found.extend(target::check_plan(plan, &shapes, typical));
    found.extend(weights::check(plan));
    found.extend(mix_ups::check(plan));
    found.extend(others::check(plan));
    found.extend(draws::check(plan, typical));
    in_order(found)
}

/// What the plan does on this team's history: what is reached, how often limits bind, what a moved deal would have gained.
/// Empty for a plan that cannot be run.
pub fn team_findings(input: &ReplayInput) -> Vec<Finding> {
    if input.plan.errors().is_empty() { in_order(team::check(input)) } else { Vec::new() }
}

/// What the plan alone shows and what it does on the team's history, on the team's median terms. Where history says how much a
/// move gains or what is reached, the curve's own estimate is left out.
pub fn both(input: &ReplayInput) -> (Vec<Finding>, Vec<Finding>) {
    let team = team_findings(input);
    let is_told = |finding: &Finding| {
        team.iter().any(|other| match (&finding.rule, &other.rule) {
            (Rule::TimingPays { .. }, Rule::Gaming { kind, .. }) => *kind != Move::Split,
            (rule, other_rule) => rule.key() == other_rule.key() && finding.place == other.place,
        })
    };
    let alone = findings(input.plan, &Typical::of_team(input));
    (alone.into_iter().filter(|finding| !is_told(finding)).collect(), team)
}

/// [`both`] in one list.
pub fn all(input: &ReplayInput) -> Vec<Finding> {
    let (mut found, team) = both(input);
    found.extend(team);
    in_order(found)
}

fn in_order(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.severity, finding.place.component.unwrap_or(usize::MAX), finding.place));
    found
}
