//! `attain curve`: exact pay by attainment, and the rep calculator.

use std::fmt::Write as _;

use attain::engine::comp::{Calculation, Cap, NextTier, PayBasis, Plan, calculate};
use attain::engine::units::{Currency, Decimal, Money};
use attain::present::{Plain, sentences};
use serde::Serialize;

use crate::fail::{Done, Failure, Outcome};
use crate::plans::PlanArgs;
use crate::print::{Figures, Grid, json, number, out, percent};
use crate::span::currency;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    plan: PlanArgs,
    /// Quota of the window that is looked at; the plan's if not given
    #[arg(long, value_name = "Q", value_parser = amount)]
    quota: Option<Decimal>,
    /// Target incentive of the same window, for the whole plan; the plan's if not given
    #[arg(long, value_name = "TI", value_parser = amount)]
    target_incentive: Option<Decimal>,
    /// First attainment: a fraction of quota, or a percentage with %
    #[arg(long, value_name = "A", default_value = "0", value_parser = attainment)]
    from: Decimal,
    /// Last attainment
    #[arg(long, value_name = "A", default_value = "2", value_parser = attainment)]
    to: Decimal,
    /// Even steps between them
    #[arg(long, value_name = "N", default_value = "20", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    steps: u32,
    /// Only this attainment, with all that a rep wants to know; may be given more than once
    #[arg(long, value_name = "A", value_parser = attainment)]
    at: Vec<Decimal>,
    /// Currency of all money, as a three-letter code
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    plan: &'a Plan,
    quota: Decimal,
    target_incentive: Decimal,
    /// In the order asked for.
    points: Vec<Point>,
}

/// What a rep earns at one attainment.
#[derive(Serialize)]
struct Point {
    attainment: Decimal,
    credit: Decimal,
    pay: Money,
    components: Vec<ComponentPay>,
    /// Pay for the next unit of credit.
    marginal_rate: f64,
    /// Pay over credit.
    effective_rate: Option<Decimal>,
    next_tier: Option<NextTier>,
}

#[derive(Serialize)]
struct ComponentPay {
    component: String,
    pay: Money,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.load()?;
    let (plan, place) = (&source.plan, args.plan.plan.as_str());
    if args.to < args.from {
        return Err(Failure::usage("the curve ends before it begins", "Correct --from and --to"));
    }
    let quota = args.quota.or(plan.quota).filter(|quota| Decimal::ZERO < *quota).ok_or_else(|| {
        Failure::refused(place, "the plan states no quota, so that attainment has no meaning", "Give one with --quota")
    })?;
    let target_incentive = args.target_incentive.or(plan.target_incentive);
    if target_incentive.is_none() && needs_incentive(plan) {
        let reason = "the plan pays by target incentive and states none";
        return Err(Failure::refused(place, reason, "Give it with --target-incentive"));
    }
    let target_incentive = target_incentive.unwrap_or_default();
    let of_scenario = || source.scenario.as_ref().map(|opened| opened.scenario.currency.clone());
    let figures = Figures::new(args.currency.clone().or_else(of_scenario).unwrap_or_default());
    let step = |step: u32| {
        let share = Decimal::from(step).checked_div(Decimal::from(args.steps)).unwrap_or_default();
        (args.from + (args.to - args.from).saturating_mul(share)).normalize()
    };
    let places: Vec<Decimal> = if args.at.is_empty() { (0..=args.steps).map(step).collect() } else { args.at.clone() };
    let digits = figures.currency.digits;
    let point = |at: &Decimal| Point::new(*at, calculate(plan, quota, target_incentive, *at, digits));
    let points: Vec<Point> = places.iter().map(point).collect();
    if args.json {
        let (engine_version, currency) = (env!("CARGO_PKG_VERSION"), figures.currency.code.as_str());
        json(&Report { engine_version, currency, plan, quota, target_incentive, points })?;
        return Ok(Done::Whole);
    }
    let mut text = format!("{}, in {}\n", plan.name, figures.currency.code);
    for (component, lines) in sentences(&figures.words, &Plain, &figures.currency, plan) {
        let _ = writeln!(text, "  {component}: {}", lines.join(" "));
    }
    let _ = writeln!(text, "Quota {}, target incentive {}\n", number(quota), number(target_incentive));
    if args.at.is_empty() {
        text += &table(&figures, plan, &points);
    } else {
        let details: Vec<String> = points.iter().map(|point| point.text(&figures)).collect();
        text += &details.join("\n");
    }
    out(text.as_bytes())?;
    Ok(Done::Whole)
}

fn table(figures: &Figures, plan: &Plan, points: &[Point]) -> String {
    let names = plan.components.iter().map(|component| format!(">{}", component.name.to_uppercase()));
    let mut headers: Vec<String> = vec![">ATTAINMENT".into(), ">CREDIT".into(), ">PAY".into()];
    headers.extend(names.filter(|_| 1 < plan.components.len()));
    headers.extend([">MARGINAL RATE".into(), ">EFFECTIVE RATE".into()]);
    let mut grid = Grid::new(&headers.iter().map(String::as_str).collect::<Vec<_>>());
    for point in points {
        let mut row = vec![percent(Some(point.attainment)), number(point.credit), figures.amount(point.pay)];
        if 1 < point.components.len() {
            row.extend(point.components.iter().map(|component| figures.amount(component.pay)));
        }
        row.extend([percent(nearest(point.marginal_rate)), percent(point.effective_rate)]);
        grid.row(row);
    }
    grid.text("")
}

impl Point {
    fn new(attainment: Decimal, calculation: Calculation) -> Self {
        let Calculation { credit, pay, components, marginal_rate, effective_rate, next_tier } = calculation;
        let components = components.into_iter().map(|(component, pay)| ComponentPay { component, pay }).collect();
        let next_tier = next_tier.map(|next| NextTier {
            attainment: next.attainment.normalize(),
            credit_missing: next.credit_missing.normalize(),
            ..next
        });
        Self { attainment, credit: credit.normalize(), pay, components, marginal_rate, effective_rate, next_tier }
    }

    fn text(&self, figures: &Figures) -> String {
        let mut grid = Grid::new(&["AT", &format!(">{}", percent(Some(self.attainment)))]);
        let mut row = |name: &str, value: String| grid.row([name.to_owned(), value]);
        row("Credit", number(self.credit));
        row("Pay", figures.amount(self.pay));
        for component in self.components.iter().filter(|_| 1 < self.components.len()) {
            row(&format!("  {}", component.component), figures.amount(component.pay));
        }
        row("Pay for the next unit of credit", percent(nearest(self.marginal_rate)));
        row("Pay over credit", percent(self.effective_rate));
        let mut text = grid.text("");
        if let Some(next) = &self.next_tier {
            let missing =
                format!("{} more credit reaches {}", number(next.credit_missing), percent(Some(next.attainment)));
            let _ = writeln!(text, "{missing}: tier {} of {}, at {}", next.tier, next.component, number(next.value));
        }
        text
    }
}

/// Whether pay depends on the target incentive.
pub(crate) fn needs_incentive(plan: &Plan) -> bool {
    plan.components.iter().any(|component| {
        component.pay_basis == PayBasis::TargetIncentive
            || component.caps.iter().any(|cap| matches!(cap, Cap::PayMultiple { .. }))
    })
}

/// A simulated rate for showing.
fn nearest(rate: f64) -> Option<Decimal> {
    Decimal::try_from(rate).ok()
}

/// An attainment as people type it: `1.075` or `107.5%`.
fn attainment(text: &str) -> Result<Decimal, String> {
    let wrong = || format!("{text:?} is no attainment from 0 to 1000; write 1.075 or 107.5%");
    let (digits, scale) = text.strip_suffix('%').map_or((text, 1), |digits| (digits.trim_end(), 100));
    let value = digits.parse::<Decimal>().map_err(|_| wrong())? / Decimal::from(scale);
    if (Decimal::ZERO..=Decimal::ONE_THOUSAND).contains(&value) { Ok(value.normalize()) } else { Err(wrong()) }
}

/// An amount from 0 to a million billions.
pub(crate) fn amount(text: &str) -> Result<Decimal, String> {
    let wrong = || format!("{text:?} is no amount; write digits with a decimal point, as in 250000.50");
    let value = text.parse::<Decimal>().map_err(|_| wrong())?;
    if (Decimal::ZERO..=Decimal::from(1_000_000_000_000_000_i64)).contains(&value) { Ok(value) } else { Err(wrong()) }
}
