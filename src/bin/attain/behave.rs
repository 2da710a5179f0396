//! `attain behave`: what a plan makes of reps who choose effort and the timing of deals.

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::engine::comp::behave::{
    Behaviour, Calibrated, Calibration, Outcome as Sums, Range, RepType, Settings, World, ZoneKind, behave, calibrate,
    last_week_share, shortest_window, spread_types, team_types,
};
use attain::engine::comp::{Plan, ReplayInput};
use attain::engine::units::{Currency, Money};
use attain::present::{Numerals as _, Plain, limit_text, setting_name, study_text};
use clap::ValueEnum;
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::{data_of, say_filled};
use crate::plans::PlanArgs;
use crate::print::{Figures, Grid, json, out};
use crate::span::SpanArgs;

/// A team of which nothing is known, where no data is named.
const N_REPS: f64 = 10.0;
const DEALS_A_YEAR: f64 = 40.0;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    plan: PlanArgs,
    /// Files of deals, reps and targets, or folders of files; without any, a made-up team at the plan's quota
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Assumptions in the direction of a study
    #[arg(long, value_name = "WORLD")]
    world: Option<Named>,
    /// Move the assumptions until the share of deals closed in the last week of windows is that of the data
    #[arg(long)]
    calibrate: bool,
    /// The share to calibrate to, a fraction; that of the data if not given
    #[arg(long, value_name = "F", value_parser = fraction)]
    last_week: Option<f64>,
    /// Types of reps, by skill
    #[arg(long, value_name = "N", default_value = "5", value_parser = clap::value_parser!(u32).range(1..=50))]
    types: u32,
    /// `m`: share of deals near a window's end that can be moved, a fraction
    #[arg(long, value_name = "F", value_parser = fraction)]
    movable: Option<f64>,
    /// How far a deal can be moved
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u8).range(0..=183))]
    days_movable: Option<u8>,
    /// Discount that moves a deal as far as that, a fraction
    #[arg(long, value_name = "F", value_parser = fraction)]
    discount: Option<f64>,
    /// `k`: cost of effort; 1 if not given
    #[arg(long, value_name = "K", value_parser = cost)]
    effort_cost: Option<f64>,
    /// Simulated years of each type
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(10..=10_000))]
    runs: Option<u32>,
    /// Seed of the draws; 1 if not given
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

/// A world by name.
#[derive(Clone, Copy, ValueEnum)]
enum Named {
    Larkin,
    Steenburgh,
    MisraNair,
    Chung,
    Oyer,
}

impl Named {
    fn world(self) -> World {
        match self {
            Self::Larkin => World::Larkin,
            Self::Steenburgh => World::Steenburgh,
            Self::MisraNair => World::MisraNair,
            Self::Chung => World::Chung,
            Self::Oyer => World::Oyer,
        }
    }
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    plan: &'a Plan,
    world: Option<World>,
    /// Share of the data's deals that closed in the last week of the plan's windows.
    history_last_week: Option<f64>,
    calibration: Option<Calibration>,
    behaviour: &'a Behaviour,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.load()?;
    let has_data = !args.data.is_empty() || source.scenario.as_ref().is_some_and(|opened| opened.data.is_some());
    let mut settings =
        args.world.map_or(Settings { is_on: true, ..Settings::default() }, |named| named.world().settings());
    settings.movable = args.movable.unwrap_or(settings.movable);
    settings.days_movable = args.days_movable.map_or(settings.days_movable, f64::from);
    settings.discount = args.discount.unwrap_or(settings.discount);
    settings.effort_cost = args.effort_cost.unwrap_or(settings.effort_cost);
    settings.n_runs = args.runs.unwrap_or(settings.n_runs);
    settings.seed = args.seed.unwrap_or(settings.seed);

    let (mut plan, mut currency, mut history) = (source.plan.clone(), Currency::default(), None);
    let types: Vec<RepType>;
    if has_data {
        let data = data_of(&args.data, source.scenario.as_ref(), &args.reading)?;
        plan = source.plan_on(&data.dataset);
        if plan != source.plan {
            say_filled(&source, &plan);
        }
        let span = args.span.resolve(source.scenario.as_ref().map(|opened| &opened.scenario), &data)?;
        currency = span.currency;
        let input = ReplayInput {
            plan: &plan,
            dataset: &data.dataset,
            calendar: span.calendar,
            first: span.first,
            last: span.last,
            digits: currency.digits,
            currency: &currency.code,
        };
        types = team_types(&input, args.types);
        history = last_week_share(&input, shortest_window(&plan));
    } else {
        types = made_up(&args.plan.plan, &plan, args.types)?;
    }
    if types.is_empty() {
        return Err(Failure::refused(
            "the data",
            "no rep has a won deal in these months",
            "Check with `attain inspect` what the columns are taken for",
        ));
    }
    let wanted = args.last_week.or(history).filter(|_| args.calibrate || args.last_week.is_some());
    if args.calibrate && wanted.is_none() {
        return Err(Failure::usage(
            "there is no data to calibrate to",
            "Name files of deals, or a share with --last-week",
        ));
    }
    let calibration = wanted.map(|wanted| calibrate(&plan, &types, &settings, wanted));
    let settings = calibration.map_or(settings, |calibration| calibration.settings);
    let behaviour = behave(&plan, &types, &settings);
    if args.json {
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &currency.code,
            plan: &plan,
            world: args.world.map(Named::world),
            history_last_week: history,
            calibration,
            behaviour: &behaviour,
        })?;
    } else {
        out(text(&Figures::new(currency), &plan, &behaviour, history, calibration.as_ref()).as_bytes())?;
    }
    Ok(Done::Whole)
}

/// A team at the plan's quota, in five skills or as many as asked for.
fn made_up(place: &str, plan: &Plan, n_types: u32) -> Result<Vec<RepType>, Failure> {
    let quota = plan.quota.map(|quota| Money(quota).to_f64()).filter(|quota| 0.0 < *quota).ok_or_else(|| {
        Failure::refused(
            place,
            "the plan states no quota, and no data is named",
            "Name files of deals, reps and targets",
        )
    })?;
    let middle = RepType {
        n_reps: N_REPS,
        quota,
        skill: 1.0,
        target_incentive: plan.target_incentive.map_or(0.0, |year| Money(year).to_f64()),
        mean_deal: quota / DEALS_A_YEAR,
        deal_variation: 1.0,
    };
    Ok(spread_types(middle, n_types))
}

fn text(
    figures: &Figures,
    plan: &Plan,
    behaviour: &Behaviour,
    history: Option<f64>,
    calibration: Option<&Calibration>,
) -> String {
    let percent = |share: f64| Plain.percent(share, 1);
    let mut text = format!("{}, in {}: what reps make of it, under assumptions\n", plan.name, figures.currency.code);
    if let Some(history) = history {
        let _ = writeln!(text, "Deals of the data closed in the last week of a window: {}", percent(history));
    }
    if let Some(calibration) = calibration {
        let moved = match calibration.moved {
            Calibrated::Movable => format!("movable deals {}", percent(calibration.settings.movable)),
            Calibrated::EffortCost => format!("no deal movable, effort cost {:.2}", calibration.settings.effort_cost),
            Calibrated::Both => format!("all deals movable, effort cost {:.2}", calibration.settings.effort_cost),
        };
        let _ = writeln!(
            text,
            "Calibrated to {}: {moved}; reached {}, misfit {}",
            percent(calibration.wanted),
            percent(calibration.reached),
            percent(calibration.misfit)
        );
    }
    let mut grid = Grid::new(&["A YEAR", ">WITHOUT", ">WITH", ">CHANGE"]);
    let (with, without) = (&behaviour.with, &behaviour.without);
    for (name, of) in [("Revenue", (|sums| sums.revenue) as fn(&Sums) -> f64), ("Plan cost", |sums| sums.cost)] {
        let change = if 0.0 < of(without) { percent(of(with) / of(without) - 1.0) } else { "–".into() };
        grid.row([name.to_owned(), figures.whole(of(without)), figures.whole(of(with)), change]);
    }
    for (name, of) in [
        ("Cost over revenue", (|sums| sums.ccos) as fn(&Sums) -> f64),
        ("Effort", |sums| sums.effort),
        ("Deals in the last week of a window", |sums| sums.last_week_share),
        ("Deals in the last month of a window", |sums| sums.last_month_share),
        ("Discounts and losses", |sums| sums.leakage),
    ] {
        grid.row([name.to_owned(), percent(of(without)), percent(of(with)), String::new()]);
    }
    let _ = write!(text, "\n{}", grid.text(""));
    let _ = writeln!(
        text,
        "Brought forward: {:.1} deals, {}. Held over: {:.1} deals, {}. Gained by moving: {}; most by one rep at once: {}",
        with.n_pulled,
        figures.whole(with.pulled),
        with.n_pushed,
        figures.whole(with.pushed),
        figures.whole(with.gaming_value),
        figures.whole(with.most_gaming_value)
    );
    text += &types_text(figures, behaviour);
    text += &ranges_text(figures, behaviour);
    text += "\nEvidence\n";
    for study in &behaviour.evidence {
        let _ = writeln!(text, "  {}: {}", study.citation(), study_text(&figures.words, *study));
    }
    text += "Limits\n";
    for limit in &behaviour.limits {
        let _ = writeln!(text, "  {}", limit_text(&figures.words, *limit));
    }
    text
}

fn types_text(figures: &Figures, behaviour: &Behaviour) -> String {
    let percent = |share: f64| Plain.percent(share, 1);
    let headers =
        [">SKILL", ">REPS", ">REVENUE", ">PAY", ">EFFORT", ">LAST WEEK", ">LEAKAGE", "GIVES UP BELOW", "RESTS ABOVE"];
    let mut grid = Grid::new(&headers);
    for one in &behaviour.types {
        let change = if 0.0 < one.without.revenue { one.with.revenue / one.without.revenue - 1.0 } else { 0.0 };
        let zones = |kind: ZoneKind| one.effort.zones.iter().filter(move |zone| zone.kind == kind);
        let gives_up = zones(ZoneKind::GivesUp).map(|zone| zone.to).reduce(f64::max);
        let rests = zones(ZoneKind::Rests).map(|zone| zone.from).reduce(f64::min);
        let told = |at: Option<f64>| at.map_or_else(|| "–".into(), |at| Plain.percent(at, 0));
        grid.row([
            Plain.percent(one.rep.skill, 0),
            format!("{:.1}", one.rep.n_reps),
            percent(change),
            figures.whole(one.with.cost / one.rep.n_reps),
            percent(one.with.effort),
            percent(one.with.last_week_share),
            percent(one.with.leakage),
            told(gives_up),
            told(rests),
        ]);
    }
    format!("\nBy skill; pay a rep and year\n{}", grid.text(""))
}

fn ranges_text(figures: &Figures, behaviour: &Behaviour) -> String {
    let ranges = &behaviour.ranges;
    let mut grid = Grid::new(&["RANGE", ">MIDDLE", ">BY SKILL", ">BY ASSUMPTION"]);
    for (name, by_type, by_setting) in [
        ("Revenue", ranges.revenue_by_type, ranges.revenue_by_setting),
        ("Plan cost", ranges.cost_by_type, ranges.cost_by_setting),
        ("Last week", ranges.last_week_by_type, ranges.last_week_by_setting),
        ("Leakage", ranges.leakage_by_type, ranges.leakage_by_setting),
        ("Effort", ranges.effort_by_type, ranges.effort_by_setting),
    ] {
        let told = |range: Range| format!("{} to {}", Plain.percent(range.low, 1), Plain.percent(range.high, 1));
        grid.row([name.to_owned(), Plain.percent(by_type.middle, 1), told(by_type), told(by_setting)]);
    }
    let mut text = format!("\n{}", grid.text(""));
    let mut grid = Grid::new(&["ASSUMPTION", ">AT", ">REVENUE", ">PLAN COST", ">LAST WEEK", ">LEAKAGE", ">EFFORT"]);
    for variant in &behaviour.variants {
        let percent = |share: f64| Plain.percent(share, 1);
        grid.row([
            setting_name(&figures.words, variant.setting),
            format!("{:.2}", variant.value),
            percent(variant.revenue_change),
            percent(variant.cost_change),
            percent(variant.last_week_share),
            percent(variant.leakage),
            percent(variant.effort),
        ]);
    }
    let _ = write!(text, "\n{}", grid.text(""));
    text
}

/// A fraction from 0 to 1.
fn fraction(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| format!("{text:?} is no fraction; write 0.2 for 20 %"))?;
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err(format!("{text} is not from 0 to 1")) }
}

/// A cost of effort from 0.05 to 1000.
fn cost(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| format!("{text:?} is no number"))?;
    if (0.05..=1e3).contains(&value) { Ok(value) } else { Err(format!("{text} is not from 0.05 to 1000")) }
}
