//! A quota plan as a file and options say it.

use std::path::{Path, PathBuf};

use attain::engine::comp::ProrateBy;
use attain::engine::quota::plan::{
    BucketBy, Edit, Goal, LeafEstimate, Lost, NodeKey, Potential, QuotaPlan, Rule, Seasons, apply,
};
use attain::engine::quota::tree::{Ground, Tree};
use attain::engine::records::RepId;
use attain::engine::units::{Decimal, Granularity, Month};
use attain::present::{Plain, Voice, quota_error, quota_refused};

use crate::fail::{Failure, say};
use crate::print::Figures;
use crate::read::unreadable;

/// Options that make or change a quota plan.
#[derive(clap::Args)]
pub(super) struct Asked {
    /// A quota plan as JSON, as --save-plan wrote it; options change it
    #[arg(long, value_name = "FILE")]
    plan_file: Option<PathBuf>,
    /// The company's goal for the year
    #[arg(long, value_name = "N", value_parser = crate::curve::amount)]
    goal: Option<Decimal>,
    /// The goal as growth on the twelve months before, such as 10% or -5%
    #[arg(long, value_name = "PERCENT", value_parser = fraction, conflicts_with = "goal", allow_hyphen_values = true)]
    growth: Option<Decimal>,
    /// Fiscal year, named after the calendar year it ends in; the first after the history if not given
    #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1_900..=9_000))]
    year: Option<i32>,
    /// How it is spread: even, weights, prior, revenue, employees, accounts, headcount, bottom-up
    #[arg(long, value_name = "RULE", value_parser = rule)]
    rule: Option<Rule>,
    /// Over-assignment by level from the company down, such as 5%,5%
    #[arg(long, value_name = "LIST", value_parser = fraction, value_delimiter = ',')]
    over: Vec<Decimal>,
    /// Quotas of the year are multiples of it
    #[arg(long, value_name = "N", value_parser = crate::curve::amount)]
    step: Option<Decimal>,
    /// Quotas of months are multiples of it
    #[arg(long, value_name = "N", value_parser = crate::curve::amount)]
    month_step: Option<Decimal>,
    /// Seasons: even, quarter-end, year-end, history, or 4 or 12 weights with commas
    #[arg(long, value_name = "WHICH", value_parser = seasons)]
    season: Option<Seasons>,
    /// Estimates of reps: a table with columns rep and amount, as quota-backtest --estimates --out writes it
    #[arg(long, value_name = "FILE")]
    bottom_up: Option<PathBuf>,
    /// Weight of the estimates in what is assigned, such as 50%
    #[arg(long, value_name = "PERCENT", value_parser = fraction)]
    blend: Option<Decimal>,
    /// Values that are kept, by name or id, such as "Anna=300000,North=2000000"
    #[arg(long, value_name = "LIST")]
    fixed: Option<String>,
    /// Weights among siblings for --rule weights, such as "Anna=2,Bob=3"; 1 for the others
    #[arg(long, value_name = "LIST")]
    weights: Option<String>,
    /// Roles that carry a quota, with commas; everyone without reports if not given
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    roles: Vec<String>,
    /// Segments whose reps carry a quota, with commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    segments: Vec<String>,
    /// How part months count: nothing, days, whole-months
    #[arg(long, value_name = "HOW", value_parser = prorate)]
    prorate: Option<ProrateBy>,
    /// Quota in the first months from hire on, such as 0,25%,50%
    #[arg(long, value_name = "LIST", value_parser = fraction, value_delimiter = ',')]
    ramp: Vec<Decimal>,
    /// Let the others have what ramp and part years take away
    #[arg(long)]
    redistribute: bool,
    /// Periods of the targets: month, quarter, year
    #[arg(long, value_name = "LENGTH", value_parser = length)]
    length: Option<Granularity>,
    /// What the quotas are of, as targets name it; the main quota if not given
    #[arg(long, value_name = "NAME")]
    measure: Option<String>,
    /// Managers get targets too: their teams'
    #[arg(long)]
    managers: bool,
}

/// A fraction, or a percentage.
fn fraction(text: &str) -> Result<Decimal, String> {
    let text = text.trim();
    let (number, is_percent) = text.strip_suffix('%').map_or((text, false), |number| (number, true));
    let number = number.trim().parse::<Decimal>().map_err(|_| "write a percentage such as 5%".to_owned())?;
    Ok(if is_percent { number / Decimal::ONE_HUNDRED } else { number })
}

fn rule(text: &str) -> Result<Rule, String> {
    Ok(match text {
        "even" => Rule::Even,
        "weights" => Rule::Weights,
        "prior" => Rule::PriorSales,
        "revenue" => Rule::Potential { by: Potential::Revenue },
        "employees" => Rule::Potential { by: Potential::Employees },
        "accounts" => Rule::Potential { by: Potential::Accounts },
        "headcount" => Rule::Headcount,
        "bottom-up" => Rule::BottomUp,
        _ => return Err("choose even, weights, prior, revenue, employees, accounts, headcount or bottom-up".into()),
    })
}

fn seasons(text: &str) -> Result<Seasons, String> {
    Ok(match text {
        "even" => Seasons::Even,
        "quarter-end" => Seasons::QuarterEnd,
        "year-end" => Seasons::YearEnd,
        "history" => Seasons::History,
        list => {
            let weights: Result<Vec<Decimal>, String> = list.split([',', '/']).map(fraction).collect();
            match weights {
                Ok(weights) if matches!(weights.len(), 4 | 12) => Seasons::Entered { weights },
                _ => return Err("choose even, quarter-end, year-end, history, or 4 or 12 weights".into()),
            }
        }
    })
}

fn prorate(text: &str) -> Result<ProrateBy, String> {
    Ok(match text {
        "nothing" => ProrateBy::Nothing,
        "days" => ProrateBy::Days,
        "whole-months" => ProrateBy::WholeMonths,
        _ => return Err("choose nothing, days or whole-months".into()),
    })
}

fn length(text: &str) -> Result<Granularity, String> {
    Ok(match text {
        "month" => Granularity::Month,
        "quarter" => Granularity::Quarter,
        "year" => Granularity::Year,
        _ => return Err("choose month, quarter or year".into()),
    })
}

/// Changes a setting where an option says so.
fn put<T>(setting: &mut T, option: Option<T>) {
    if let Some(option) = option {
        *setting = option;
    }
}

impl Asked {
    /// The plan of the file with what the options say; names are those of the people.
    pub(super) fn plan(&self, ground: &Ground) -> Result<QuotaPlan, Failure> {
        let mut plan = self.plan_file.as_deref().map(load).transpose()?.unwrap_or_default();
        if let Some(year) = self.year {
            let start = ground.calendar.fiscal_year_start.clamp(1, 12);
            plan.start = Some(Month::new(if start == 1 { year } else { year - 1 }, start));
        }
        let amount = self.goal.map(|amount| Goal::Amount { amount });
        let growth = self.growth.map(|growth| Goal::Growth { growth });
        put(&mut plan.goal, amount.or(growth));
        put(&mut plan.rule, self.rule.clone());
        put(&mut plan.step, self.step);
        put(&mut plan.month_step, self.month_step);
        put(&mut plan.seasons, self.season.clone());
        put(&mut plan.blend, self.blend);
        put(&mut plan.prorate, self.prorate);
        put(&mut plan.length, self.length);
        put(&mut plan.measure, self.measure.clone());
        put(&mut plan.lost, self.redistribute.then_some(Lost::Redistributed));
        put(&mut plan.managers, self.managers.then_some(true));
        let lists = [(&self.over, &mut plan.over_assignment), (&self.ramp, &mut plan.ramp)];
        for (given, list) in lists.into_iter().filter(|(given, _)| !given.is_empty()) {
            list.clone_from(given);
        }
        let names = [(&self.roles, &mut plan.roles), (&self.segments, &mut plan.segments)];
        for (given, list) in names.into_iter().filter(|(given, _)| !given.is_empty()) {
            list.clone_from(given);
        }
        self.of_people(ground, &mut plan)?;
        let errors = plan.errors();
        if let Some(error) = errors.first() {
            let words = Figures::new(attain::engine::units::Currency::default()).words;
            let place = self.plan_file.as_ref().map(|path| path.display().to_string());
            let place = place.unwrap_or_else(|| "the quota plan".into());
            return Err(Failure::refused(place, quota_error(&words, error), ""));
        }
        if plan.goal == Goal::default() && self.goal.is_none() {
            return Err(Failure::usage("no goal is named", "Give one with --goal, --growth or --plan-file"));
        }
        if self.weights.is_some() && !weighs(&plan) {
            return Err(Failure::usage(
                "no rule of the plan goes by weights",
                "Add --rule weights, or leave out --weights",
            ));
        }
        Ok(plan)
    }

    /// The file of estimates.
    pub(super) fn estimates(&self) -> Option<&Path> {
        self.bottom_up.as_deref()
    }

    /// What is said of single people.
    fn of_people(&self, ground: &Ground, plan: &mut QuotaPlan) -> Result<(), Failure> {
        let tree = Tree::new(ground, plan);
        let mut edits = Vec::new();
        for (node, amount) in named(&tree, self.fixed.as_deref().unwrap_or_default(), "--fixed")? {
            edits.push(Edit::SetValue { node, amount });
        }
        for (node, weight) in named(&tree, self.weights.as_deref().unwrap_or_default(), "--weights")? {
            edits.push(Edit::SetWeight { node, weight: Some(weight) });
        }
        if let Some(path) = &self.bottom_up {
            edits.push(Edit::SetBottomUp(estimates(&tree, path)?));
        }
        let figures = Figures::new(attain::engine::units::Currency::default());
        let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
        for edit in &edits {
            for refused in apply(plan, &tree, edit) {
                say(quota_refused(&voice, &refused));
            }
        }
        Ok(())
    }
}

/// Whether any node is spread by weights.
fn weighs(plan: &QuotaPlan) -> bool {
    let by_weights = |rule: &Rule| match rule {
        Rule::Weights => true,
        Rule::Buckets { buckets } => buckets.iter().any(|bucket| bucket.by == BucketBy::Weights),
        _ => false,
    };
    by_weights(&plan.rule) || plan.nodes.iter().filter_map(|node| node.rule.as_ref()).any(by_weights)
}

fn load(path: &Path) -> Result<QuotaPlan, Failure> {
    let refused = |reason: String| {
        Failure::refused(path.display(), reason, "Name a quota plan that `attain quota --save-plan` wrote")
    };
    let text = std::fs::read_to_string(path).map_err(|error| refused(unreadable(&error)))?;
    serde_json::from_str(&text).map_err(|error| refused(error.to_string()))
}

/// The node of a name or id.
fn found(tree: &Tree, who: &str, place: &str) -> Result<NodeKey, Failure> {
    let places = tree.find(who);
    match places.as_slice() {
        [] => {
            Err(Failure::refused(place, format!("{who:?} is not in the hierarchy"), "Write a name or id of the reps"))
        }
        [first, rest @ ..] => {
            let key = |place: &usize| tree.nodes.get(*place).map(|node| node.key.clone()).unwrap_or_default();
            let first = key(first);
            if rest.iter().any(|other| key(other).rep != first.rep) {
                return Err(Failure::refused(place, format!("{who:?} fits several people"), "Write the id"));
            }
            Ok(first)
        }
    }
}

/// `Anna=300000,North=2000000`
fn named(tree: &Tree, text: &str, option: &str) -> Result<Vec<(NodeKey, Decimal)>, Failure> {
    let parts = text.split(',').filter(|part| !part.trim().is_empty());
    let one = |part: &str| {
        let wrong = || Failure::usage(format!("{part:?} is no name with a number"), "Write it as Anna=300000");
        let (who, number) = part.rsplit_once('=').ok_or_else(wrong)?;
        let number = crate::curve::amount(number.trim()).map_err(|_| wrong())?;
        Ok((found(tree, who.trim(), option)?, number))
    };
    parts.map(one).collect()
}

/// Estimates from a table with columns `rep` and `amount`.
fn estimates(tree: &Tree, path: &Path) -> Result<Vec<LeafEstimate>, Failure> {
    const AMOUNT: &[&str] = &["amount", "estimate", "quota", "value"];
    let rows = crate::estimates::estimates(path, [AMOUNT], "Give a table with columns rep and amount")?;
    let one = |(who, [amount]): (String, [Decimal; 1])| {
        // Somebody without a quota is told and left out, not refused: the file may be of everyone.
        let is_known = !tree.find(&who).is_empty();
        let rep = if is_known { found(tree, &who, &path.display().to_string())?.rep } else { RepId(who) };
        Ok(LeafEstimate { rep, amount })
    };
    rows.into_iter().map(one).collect()
}
