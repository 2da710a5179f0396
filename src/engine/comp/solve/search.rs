//! Which entries of the team may be worse off, and pay that is not linear in its levers.

use super::demand::Demand;
use super::linear::Optimum;
use super::program::{Goal, Program, Slack};
use super::response::{Response, values_in};
use super::scene::Scene;
use crate::engine::comp::plan::Plan;

/// What a search came to.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// The levers, what they cost, and the entries that are held harmless.
    At { levers: Vec<f64>, objective: f64, protected: Vec<usize> },
    /// There is no such plan; proved, or only not found.
    Nothing { is_proved: bool },
}

/// Programs that are solved at most for one answer.
const MOST_NODES: usize = 600;
/// Times that pay which bends is measured anew.
const MOST_ROUNDS: usize = 12;
/// Where it is measured first, as multiples of the present values.
const STARTS: [f64; 6] = [1.0, 0.7, 0.4, 0.2, 1.5, 2.5];
/// What a loss may come to from the arithmetic alone, as a fraction of pay.
const ROUND_OFF: f64 = 1e-7;

/// The best plan for all of the program's demands. Where a share of reps may be worse off, branches on the one that loses
/// most: held harmless, or among those who may lose.
pub(super) fn search(program: &Program) -> Found {
    let shares = program.demands.iter().filter_map(|demand| match demand {
        Demand::WorseOffAtMost { share } => Some(*share),
        _ => None,
    });
    let Some(share) = shares.reduce(f64::min) else {
        return match program.best(&[]) {
            Optimum::At(levers, objective) => Found::At { levers, objective, protected: Vec::new() },
            Optimum::Nowhere => Found::Nothing { is_proved: true },
            Optimum::Unknown => Found::Nothing { is_proved: false },
        };
    };
    let room = share * program.scene.n_reps * (1.0 + 1e-9);
    let weight = |place: usize| program.scene.team.weights.get(place).copied().unwrap_or(0.0);
    let sum = |places: &[usize]| places.iter().map(|place| weight(*place)).sum::<f64>();
    let mut open: Vec<(Vec<usize>, Vec<usize>)> = vec![(Vec::new(), Vec::new())];
    let mut best: Option<(Vec<f64>, f64, Vec<usize>)> = None;
    let (mut n_nodes, mut is_proved) = (0, true);
    while let Some((mut protected, free)) = open.pop() {
        n_nodes += 1;
        if MOST_NODES < n_nodes {
            is_proved = false;
            break;
        }
        let (levers, objective) = match program.best(&protected) {
            Optimum::At(levers, objective) => (levers, objective),
            Optimum::Nowhere => continue,
            Optimum::Unknown => {
                is_proved = false;
                continue;
            }
        };
        if best.as_ref().is_some_and(|(_, least, _)| *least <= objective + 1e-9) {
            continue;
        }
        let losses = losses(program, &levers);
        let losers: Vec<usize> = losses.iter().map(|(place, _)| *place).collect();
        if sum(&losers) <= room {
            best = Some((levers, objective, protected));
            continue;
        }
        // Who cannot be among those who may lose is held harmless at once, else the one that loses most is in question.
        let left = room - sum(&free);
        let undecided = losers.iter().copied().filter(|place| !protected.contains(place) && !free.contains(place));
        let (may, must): (Vec<usize>, Vec<usize>) = undecided.partition(|place| weight(*place) <= left);
        if must.is_empty() && may.is_empty() {
            is_proved = false; // held harmless and yet worse off: the arithmetic is at its end
            continue;
        }
        if !must.is_empty() {
            protected.extend(must);
            open.push((protected, free));
            continue;
        }
        let Some(worst) = losses.iter().find(|(place, _)| may.contains(place)).map(|(place, _)| *place) else {
            continue;
        };
        open.push((protected.clone(), [free.clone(), vec![worst]].concat()));
        protected.push(worst);
        open.push((protected, free));
    }
    match best {
        Some((levers, objective, protected)) => Found::At { levers, objective, protected },
        None => Found::Nothing { is_proved },
    }
}

/// Entries that lose, by how much of their pay, the greatest loss first.
fn losses(program: &Program, levers: &[f64]) -> Vec<(usize, f64)> {
    let pairs = program.response.cases.iter().zip(&program.scene.present.cases).enumerate();
    let mut found: Vec<(usize, f64)> = pairs
        .filter(|(_, (_, now))| 0.0 < **now)
        .map(|(place, (line, now))| (place, 1.0 - line.at(levers) / now))
        .filter(|(_, loss)| program.slack.loss + ROUND_OFF < *loss)
        .collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    found
}

/// The best values of the linear levers on a plan whose other levers are as they are. Where pay bends it is measured anew
/// around each answer until it is what was foreseen, from several starts: a limit that binds hides what lies below it.
pub(super) fn solve_values(scene: &Scene, plan: &Plan, demands: &[Demand], goal: Goal) -> (Response, Found) {
    let present = values_in(scene, plan);
    let first = Response::measured(scene, plan, &present);
    if first.is_linear {
        let found = search_on(scene, &first, demands, goal);
        return (first, found);
    }
    for start in STARTS {
        let around: Vec<f64> = present.iter().map(|value| value * start).collect();
        if let Some(settled) = settled(scene, plan, demands, goal, around) {
            return settled;
        }
    }
    (first, Found::Nothing { is_proved: false })
}

fn search_on(scene: &Scene, response: &Response, demands: &[Demand], goal: Goal) -> Found {
    let bounds = Program::bounds_of(scene);
    search(&Program { scene, response, demands, goal, slack: Slack::default(), bounds, from: None })
}

fn settled(
    scene: &Scene,
    plan: &Plan,
    demands: &[Demand],
    goal: Goal,
    mut around: Vec<f64>,
) -> Option<(Response, Found)> {
    for round in 0..MOST_ROUNDS {
        let response = Response::measured_near(scene, plan, &around);
        let found = search_on(scene, &response, demands, goal);
        let Found::At { levers, .. } = &found else { return None };
        if is_as_foreseen(scene, &response, levers) {
            return Some((response, found));
        }
        // Halfway at last, where it swings to and fro.
        let part = if round < 4 { 1.0 } else { 0.5 };
        around = around.iter().zip(levers).map(|(old, new)| old + part * (new - old)).collect();
    }
    None
}

fn is_as_foreseen(scene: &Scene, response: &Response, levers: &[f64]) -> bool {
    let read = scene.read(&scene.with_values(&response.plan, levers), &[]);
    let near = |foreseen: f64, read: f64, part: f64| (foreseen - read).abs() <= part * read.abs().max(1e-9);
    let cost = scene.cost(&read.cases);
    let grain = 6.0 * scene.team.crowd.grain();
    near(response.cost.at(levers), cost, 1e-4)
        && near(response.excellence.at(levers), read.excellence, 1e-6)
        && response.targets.iter().zip(&read.targets).all(|(line, read)| near(line.at(levers), *read, 1e-6))
        && response.cases.iter().zip(&read.cases).all(|(line, read)| {
            let foreseen = line.at(levers);
            near(foreseen, *read, 1e-3) || (foreseen - read).abs() <= grain
        })
}
