//! `attain lint`: what a plan does that its author may not have meant.

use std::fmt::Write as _;
use std::path::PathBuf;

use attain::engine::comp::lint::{Finding, Severity, Typical, all, findings};
use attain::engine::comp::{Plan, ReplayInput};
use attain::engine::units::{Currency, Decimal, Month};
use attain::present::{FindingText, Plain, Voice, lint_finding};
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::curve::amount;
use crate::fail::{Done, Failure, Outcome};
use crate::pay::{data_of, say_filled};
use crate::plans::PlanArgs;
use crate::print::{Figures, json, number, out};
use crate::span::{Span, SpanArgs};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    plan: PlanArgs,
    /// Quota a year that amounts are told for; the team's median or the plan's if not given
    #[arg(long, value_name = "Q", value_parser = amount)]
    quota: Option<Decimal>,
    /// Target incentive a year that amounts are told for; the team's median or the plan's if not given
    #[arg(long, value_name = "TI", value_parser = amount)]
    target_incentive: Option<Decimal>,
    /// Files of deals, reps and targets, or folders of files; without them the plan alone is looked at
    #[arg(value_name = "DATA")]
    data: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// The whole result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    engine_version: &'static str,
    currency: &'a str,
    /// The history looked at, if there is one.
    first: Option<Month>,
    last: Option<Month>,
    plan: &'a Plan,
    /// The terms that amounts are told for.
    quota: Option<Decimal>,
    target_incentive: Option<Decimal>,
    n_errors: usize,
    n_warnings: usize,
    n_notes: usize,
    /// Errors, warnings, notes.
    findings: Vec<Told<'a>>,
}

/// A finding with its words.
#[derive(Serialize)]
struct Told<'a> {
    /// The rule's name.
    key: &'static str,
    /// Path of the setting in the plan's file; empty for the plan as a whole.
    path: String,
    #[serde(flatten)]
    finding: &'a Finding,
    what: String,
    remedy: String,
}

pub(crate) fn run(args: Args) -> Outcome {
    let source = args.plan.load_any()?;
    let has_data = !args.data.is_empty() || source.scenario.as_ref().is_some_and(|opened| opened.data.is_some());
    let of_scenario = || source.scenario.as_ref().map(|opened| opened.scenario.currency.clone());
    let mut plan = source.plan.clone();
    let (months, currency, found);
    let mut typical = Typical::of_plan(&plan);
    if has_data && (args.quota.is_some() || args.target_incentive.is_some()) {
        return Err(Failure::usage("the terms come from the data", "Leave out --quota and --target-incentive"));
    }
    if has_data {
        let data = data_of(&args.data, source.scenario.as_ref(), &args.reading)?;
        plan = source.plan_on(&data.dataset);
        if plan != source.plan {
            say_filled(&source, &plan);
        }
        let span = args.span.resolve(source.scenario.as_ref().map(|opened| &opened.scenario), &data)?;
        let Span { first, last, calendar, .. } = span;
        currency = span.currency;
        let (digits, code, dataset) = (currency.digits, currency.code.as_str(), &data.dataset);
        let input = ReplayInput { plan: &plan, dataset, calendar, first, last, digits, currency: code };
        typical = Typical::of_team(&input);
        found = all(&input);
        months = Some((first, last));
    } else {
        typical.quota = args.quota.or(typical.quota);
        typical.target_incentive = args.target_incentive.or(typical.target_incentive);
        currency = args.span.currency.clone().or_else(of_scenario).unwrap_or_default();
        found = findings(&plan, &typical);
        months = None;
    }
    let (first, last) = months.unzip();
    let figures = Figures::new(currency);
    let texts = texts(&figures, &plan, &found);
    let n = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    let (n_errors, n_warnings, n_notes) = (n(Severity::Error), n(Severity::Warning), n(Severity::Note));
    if args.json {
        let told = found.iter().zip(texts).map(|(finding, text)| Told {
            key: finding.rule.key(),
            path: finding.place.path(),
            finding,
            what: text.what,
            remedy: text.remedy,
        });
        json(&Report {
            engine_version: env!("CARGO_PKG_VERSION"),
            currency: &figures.currency.code,
            first,
            last,
            plan: &plan,
            quota: typical.quota,
            target_incentive: typical.target_incentive,
            n_errors,
            n_warnings,
            n_notes,
            findings: told.collect(),
        })?;
    } else {
        out(text(&plan, &typical, &figures.currency, &texts).as_bytes())?;
    }
    Ok(if n_errors == 0 { Done::Whole } else { Done::Partly })
}

fn texts(figures: &Figures, plan: &Plan, found: &[Finding]) -> Vec<FindingText> {
    let voice = Voice { words: &figures.words, numerals: &Plain, currency: &figures.currency };
    found.iter().map(|one| lint_finding(&voice, plan, one)).collect()
}

fn text(plan: &Plan, typical: &Typical, currency: &Currency, texts: &[FindingText]) -> String {
    let known = |amount: Option<Decimal>| amount.map_or_else(|| "unknown".into(), |amount| number(amount.round_dp(2)));
    let mut text = format!(
        "{}: quota a year {}, target incentive {}, in {}\n",
        plan.name,
        known(typical.quota),
        known(typical.target_incentive),
        currency.code
    );
    if texts.is_empty() {
        text += "Nothing was found.\n";
    }
    for FindingText { severity, place, what, remedy } in texts {
        let _ = writeln!(text, "{severity}: {place}: {what}\n  {remedy}");
    }
    text
}
