//! What a plan is asked, and what of it may move, as options say it.

use attain::engine::comp::Plan;
use attain::engine::comp::solve::{Demand, Lever, LeverKind, accelerators, starts, thresholds, values};
use attain::engine::units::{Decimal, Money};

use crate::curve::amount;
use crate::fail::Failure;
use crate::typed::fraction;

/// What is asked of the plan.
#[derive(clap::Args)]
pub(super) struct Asked {
    /// What the plan costs, within 0.1 %
    #[arg(long, value_name = "B", value_parser = amount)]
    budget: Option<Decimal>,
    /// Cost over credit is at most this, a fraction or a percentage with %
    #[arg(long, value_name = "X", value_parser = share)]
    ccos: Option<f64>,
    /// Each component pays its share of the target incentive at quota
    #[arg(long)]
    target_pays_target: bool,
    /// No component pays less for more
    #[arg(long)]
    monotone: bool,
    /// Pay at excellence over pay at quota; either side may be left open
    #[arg(long, value_name = "MIN..MAX", value_parser = range)]
    leverage: Option<Sides>,
    /// Attainment of excellence; the highest bound of the heaviest component above quota, or 1.5, if not given
    #[arg(long, value_name = "E", value_parser = multiple)]
    pub(super) excellence: Option<f64>,
    /// Value of tiers from quota on, as a multiple of the base
    #[arg(long, value_name = "MIN..MAX", value_parser = range)]
    accelerator: Option<Sides>,
    /// At most this share of reps is paid less than now for the same performance
    #[arg(long, value_name = "X", value_parser = share)]
    most_worse_off: Option<f64>,
}

/// The sides of a range.
#[derive(Clone, Copy, Debug)]
struct Sides {
    least: Option<f64>,
    most: Option<f64>,
}

/// A stated attainment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Distribution {
    pub(crate) mean: f64,
    pub(crate) deviation: f64,
    pub(crate) zero_share: f64,
}

impl Asked {
    pub(super) fn demands(&self) -> Vec<Demand> {
        let mut demands = Vec::new();
        demands.extend(self.budget.map(|budget| Demand::Budget { amount: Money(budget).to_f64() }));
        demands.extend(self.ccos.map(|share| Demand::CcosAtMost { share }));
        demands.extend(self.target_pays_target.then_some(Demand::TargetPaysTarget));
        demands.extend(self.monotone.then_some(Demand::Monotone));
        if let Some(sides) = self.leverage {
            demands.extend(sides.least.map(|times| Demand::LeverageAtLeast { times }));
            demands.extend(sides.most.map(|times| Demand::LeverageAtMost { times }));
        }
        if let Some(sides) = self.accelerator {
            demands.extend(sides.least.map(|times| Demand::AcceleratorAtLeast { times }));
            demands.extend(sides.most.map(|times| Demand::AcceleratorAtMost { times }));
        }
        demands.extend(self.most_worse_off.map(|share| Demand::WorseOffAtMost { share }));
        demands
    }
}

/// The parts that a list names.
pub(super) fn levers(list: &str, plan: &Plan) -> Result<Vec<Lever>, Failure> {
    let mut levers: Vec<Lever> = Vec::new();
    for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        let named = match word {
            "values" => values(plan),
            "accelerators" => accelerators(plan),
            "starts" => starts(plan),
            "threshold" => thresholds(plan),
            _ => vec![named(word, plan)?],
        };
        if named.is_empty() {
            return Err(Failure::usage(format!("the plan has no {word}"), "Leave it out of --free"));
        }
        let is_known = |lever: &Lever, levers: &[Lever]| {
            levers.iter().any(|other| (other.component, other.kind) == (lever.component, lever.kind))
        };
        for lever in named {
            if !is_known(&lever, &levers) {
                levers.push(lever);
            }
        }
    }
    Ok(levers)
}

/// A part by name: `COMPONENT/TIER`, `COMPONENT/TIER/start`.
fn named(word: &str, plan: &Plan) -> Result<Lever, Failure> {
    let wrong = || {
        let names: Vec<&str> = plan.components.iter().map(|component| component.name.as_str()).collect();
        let remedy = format!(
            "Name values, accelerators, starts, threshold, or COMPONENT/TIER; the components are {}",
            names.join(", ")
        );
        Failure::usage(format!("{word:?} is no part of the plan"), &remedy)
    };
    let (rest, is_start) = word.strip_suffix("/start").map_or((word, false), |rest| (rest, true));
    let (name, tier) = rest.rsplit_once('/').ok_or_else(wrong)?;
    let component = plan.components.iter().position(|component| component.name == name).ok_or_else(wrong)?;
    let tier = tier.parse::<usize>().ok().and_then(|tier| tier.checked_sub(1)).ok_or_else(wrong)?;
    let kind = if is_start { LeverKind::Start { tier } } else { LeverKind::Value { tier } };
    let lever = Lever { component, kind, min: None, max: None };
    if lever.read(plan).is_some() { Ok(lever) } else { Err(wrong()) }
}

/// A fraction from 0 to 1, or a percentage.
fn share(text: &str) -> Result<f64, String> {
    fraction(text, 0.0, 1.0).ok_or_else(|| format!("{text:?} is no share from 0 to 1; write 0.25 or 25%"))
}

/// A number from 0 to 1000, or a percentage.
fn multiple(text: &str) -> Result<f64, String> {
    fraction(text, 0.0, 1_000.0).ok_or_else(|| format!("{text:?} is no number from 0 to 1000; write 1.5 or 150%"))
}

/// `MIN..MAX`, either side open.
fn range(text: &str) -> Result<Sides, String> {
    let (least, most) = text.split_once("..").ok_or_else(|| format!("{text:?} is no range; write 1.5..2.5"))?;
    let side = |text: &str| if text.is_empty() { Ok(None) } else { multiple(text).map(Some) };
    let sides = Sides { least: side(least)?, most: side(most)? };
    match (sides.least, sides.most) {
        (None, None) => Err(format!("{text:?} names no side; write 1.5.. or ..2.5")),
        (Some(least), Some(most)) if most < least => Err(format!("{text:?} ends before it begins")),
        _ => Ok(sides),
    }
}

/// `MEAN,SD` or `MEAN,SD,ZERO`.
pub(crate) fn distribution(text: &str) -> Result<Distribution, String> {
    let wrong = || {
        format!(
            "{text:?} is no attainment; write mean and standard deviation as 0.95,0.3, and perhaps the share of reps at nothing"
        )
    };
    let parts: Vec<f64> = text.split(',').map(|part| multiple(part.trim())).collect::<Result<_, _>>()?;
    let (mean, deviation, zero_share) = match parts.as_slice() {
        [mean, deviation] => (*mean, *deviation, 0.0),
        [mean, deviation, zero_share] => (*mean, *deviation, *zero_share),
        _ => return Err(wrong()),
    };
    if mean <= 0.0 || 1.0 <= zero_share { Err(wrong()) } else { Ok(Distribution { mean, deviation, zero_share }) }
}
