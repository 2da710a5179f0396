//! Why there is no plan: demands that stand against each other, and the nearest numbers that would do.

use super::answer::{Conflict, Conflicting, Side};
use super::demand::Demand;
use super::program::{Goal, Program, Slack};
use super::response::Response;
use super::scene::Scene;
use super::search::{Found, search, solve_values};

/// Steps of bisection to the nearest number.
const N_STEPS: u32 = 44;
/// Multiples, and cost over credit, are looked for up to this.
const MOST: f64 = 1_000.0;

/// The first irreducible conflict among the scene's demands: each is left out in turn, and stays out if the others still
/// stand against each other. `None` if they do not.
pub(super) fn conflict(scene: &Scene, response: &Response, is_proved: bool) -> Option<Conflict> {
    let solver = Conflicts { scene, response };
    let mut kept: Vec<Demand> = scene.demands.clone();
    if solver.can(&kept) {
        return None;
    }
    let mut at = 0;
    while at < kept.len() {
        let mut without = kept.clone();
        without.remove(at);
        if solver.can(&without) {
            at += 1;
        } else {
            kept = without;
        }
    }
    let of = |demand: &Demand| solver.verified(solver.nearest(*demand));
    Some(Conflict { demands: kept.iter().map(of).collect(), is_proved: is_proved && response.is_linear })
}

struct Conflicts<'c> {
    scene: &'c Scene<'c>,
    response: &'c Response,
}

impl Conflicts<'_> {
    fn find(&self, demands: &[Demand], goal: Goal) -> Found {
        let (scene, response) = (self.scene, self.response);
        let bounds = Program::bounds_of(scene);
        search(&Program { scene, response, demands, goal, slack: Slack::default(), bounds, from: None })
    }

    fn can(&self, demands: &[Demand]) -> bool {
        matches!(self.find(demands, Goal::Nearest), Found::At { .. })
    }

    /// All demands of the scene, this one with another number.
    fn can_with(&self, demand: Demand, number: f64) -> bool {
        let swap = |other: &Demand| if *other == demand { demand.with(number) } else { *other };
        self.can(&self.scene.demands.iter().map(swap).collect::<Vec<_>>())
    }

    fn nearest(&self, demand: Demand) -> Conflicting {
        let side = if demand.is_ceiling() { Side::AtLeast } else { Side::AtMost };
        let none = Conflicting { demand, nearest: None, side };
        match demand {
            Demand::Budget { amount } => self.nearest_budget(demand, amount),
            Demand::TargetPaysTarget | Demand::Monotone => none,
            _ => {
                let Some(asked) = demand.number() else { return none };
                let end = match demand {
                    Demand::WorseOffAtMost { .. } => 1.0,
                    _ if demand.is_ceiling() => MOST,
                    _ => 0.0,
                };
                if !self.can_with(demand, end) {
                    return none;
                }
                let (mut bad, mut good) = (asked, end);
                for _ in 0..N_STEPS {
                    let middle = 0.5 * (bad + good);
                    if self.can_with(demand, middle) {
                        good = middle;
                    } else {
                        bad = middle;
                    }
                    if (good - bad).abs() < 1e-9 {
                        break;
                    }
                }
                Conflicting { nearest: Some(tidy(good, side, 1e4)), ..none }
            }
        }
    }

    /// Where pay bends, a number is told only if it is seen to work.
    fn verified(&self, one: Conflicting) -> Conflicting {
        let Some(nearest) = one.nearest.filter(|_| !self.response.is_linear) else { return one };
        let swap = |other: &Demand| if *other == one.demand { one.demand.with(nearest) } else { *other };
        let demands: Vec<Demand> = self.scene.demands.iter().map(swap).collect();
        match solve_values(self.scene, &self.response.plan, &demands, Goal::Nearest).1 {
            Found::At { .. } => one,
            Found::Nothing { .. } => Conflicting { nearest: None, ..one },
        }
    }

    /// Between the least and the greatest cost that the other demands allow.
    fn nearest_budget(&self, demand: Demand, amount: f64) -> Conflicting {
        let others: Vec<Demand> = self.scene.demands.iter().copied().filter(|other| *other != demand).collect();
        let cost = |goal| match self.find(&others, goal) {
            Found::At { levers, .. } => Some(self.response.cost.at(&levers)),
            Found::Nothing { .. } => None,
        };
        let (least, most) = (cost(Goal::LeastCost), cost(Goal::MostCost));
        let per_one = 100.0;
        match (least, most) {
            (Some(least), _) if amount < least => {
                Conflicting { demand, nearest: Some(tidy(least, Side::AtLeast, per_one)), side: Side::AtLeast }
            }
            (_, Some(most)) => {
                Conflicting { demand, nearest: Some(tidy(most, Side::AtMost, per_one)), side: Side::AtMost }
            }
            (_, None) => Conflicting { demand, nearest: None, side: Side::AtLeast },
        }
    }
}

/// The nearest number of `per_one` steps to one on the side where there are plans; a number that is one but for the
/// arithmetic stays.
fn tidy(number: f64, side: Side, per_one: f64) -> f64 {
    let units = number * per_one;
    let near = libm::round(units);
    let whole = if (units - near).abs() <= 1e-4 + 1e-9 * near.abs() {
        near
    } else if side == Side::AtLeast {
        libm::ceil(units)
    } else {
        libm::floor(units)
    };
    whole / per_one
}
