//! The headcount plan of the command line: of a file, of the data, or of the options, with what the options change.

use std::path::Path;

use attain::engine::quota::capacity::{CapacityGoal, CapacityRole, HeadcountPlan, PlannedHires, Ramp, StatedHeads};
use attain::engine::records::join_key;
use attain::engine::units::{Granularity, Month};
use attain::scenario::Opened;

use crate::fail::Failure;
use crate::plans;
use crate::typed::fraction;

/// Name of the role where options alone state it.
const ROLE: &str = "Rep";

/// What the options change.
#[derive(clap::Args)]
pub(super) struct Changes {
    /// Goal a year; spread by the seasons
    #[arg(long, value_name = "N", value_parser = money)]
    goal: Option<f64>,
    /// By how much quotas given out exceed the goal, such as 15%
    #[arg(long, value_name = "SHARE", value_parser = share)]
    over_assignment: Option<f64>,
    /// First month of the plan; the first fiscal year after the history if not given
    #[arg(long, value_name = "YYYY-MM")]
    pub(super) first: Option<Month>,
    /// Months of the plan, 1 to 36; 12 if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=36))]
    pub(super) months: Option<u32>,
    /// Hires beside those of the plan, with commas: ROLE=NUMBER@YYYY-MM, or NUMBER@YYYY-MM for the first role
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = hire)]
    hire: Vec<Hire>,
    /// Attrition a year of all roles, such as 27%
    #[arg(long, value_name = "SHARE", value_parser = share)]
    attrition: Option<f64>,
    /// Months until a leaver is replaced, in all roles; `never`
    #[arg(long, value_name = "MONTHS", value_parser = lag)]
    backfill: Option<Lag>,
    /// Ramp of all roles: percent of full productivity in the first months, or `fit` for the data's own
    #[arg(long, value_name = "LIST", value_parser = ramp)]
    ramp: Option<Ramp>,
    /// Attainment of fully ramped heads of all roles, such as 85%
    #[arg(long, value_name = "SHARE", value_parser = share)]
    attainment: Option<f64>,
    /// Fully ramped heads, without data
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=5_000), requires = "quota", conflicts_with_all = ["data", "headcount"])]
    reps: Option<u32>,
    /// Quota a year of all roles
    #[arg(long, value_name = "Q", value_parser = money)]
    quota: Option<f64>,
}

/// Hires as they are typed.
#[derive(Clone, Debug, PartialEq)]
struct Hire {
    role: Option<String>,
    n: u32,
    month: Month,
}

/// Months, or never.
type Lag = (Option<f64>,);

impl Changes {
    /// The plan that the options alone state.
    pub(super) fn alone(&self) -> Result<HeadcountPlan, Failure> {
        let (Some(n), Some(quota)) = (self.reps, self.quota) else {
            return Err(Failure::usage(
                "neither data nor a headcount plan is named",
                "Name files of reps and deals, a plan with --headcount, or --reps with --quota",
            ));
        };
        let role = CapacityRole { name: ROLE.into(), quota, per: Granularity::Year, ..CapacityRole::default() };
        let heads = vec![StatedHeads { role: ROLE.into(), n, tenure: None }];
        Ok(HeadcountPlan { roles: vec![role], heads, ..HeadcountPlan::default() })
    }

    /// Changes the plan.
    pub(super) fn apply(&self, plan: &mut HeadcountPlan) -> Result<(), Failure> {
        if let Some(goal) = self.goal {
            plan.goal = CapacityGoal::Year(goal);
        }
        plan.over_assignment = self.over_assignment.unwrap_or(plan.over_assignment);
        plan.first = self.first.or(plan.first);
        plan.n_months = self.months.unwrap_or(plan.n_months);
        for role in &mut plan.roles {
            role.attrition = self.attrition.unwrap_or(role.attrition);
            role.attainment = self.attainment.unwrap_or(role.attainment);
            if let Some((lag,)) = self.backfill {
                role.backfill_lag = lag;
            }
            if let Some(ramp) = &self.ramp {
                role.ramp = ramp.clone();
            }
            if let Some(quota) = self.quota {
                (role.quota, role.per) = (quota, Granularity::Year);
            }
        }
        let names: Vec<String> = plan.roles.iter().map(|role| role.name.clone()).collect();
        // A plan without any role is refused as that.
        for hire in self.hire.iter().filter(|_| !names.is_empty()) {
            let is_it = |name: &&String| hire.role.as_ref().is_none_or(|wanted| join_key(name) == join_key(wanted));
            let role = names.iter().find(is_it).cloned().ok_or_else(|| {
                let wanted = hire.role.clone().unwrap_or_default();
                let remedy = format!("Choose one of {}", names.join(", "));
                Failure::usage(format!("the plan has no role {wanted:?}"), &remedy)
            })?;
            plan.hires.push(PlannedHires { role, month: hire.month, n: hire.n });
        }
        Ok(())
    }
}

/// The plan in a file of its own, or in a scenario.
pub(super) fn load(path: &Path) -> Result<(HeadcountPlan, Option<Opened>), Failure> {
    let place = path.display();
    let text = plans::read_text(path)?;
    if plans::is_scenario(&text) {
        let opened = plans::open_file(path)?;
        let plan = opened.scenario.headcount.clone().ok_or_else(|| {
            Failure::refused(&place, "the scenario has no headcount plan", "Make one, or name another file")
        })?;
        return Ok((plan, Some(opened)));
    }
    let plan = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        Failure::refused(&place, format!("is no headcount plan: {error}"), "`attain capacity … --save FILE` writes one")
    })?;
    Ok((plan, None))
}

/// A share, or a percentage.
fn share(text: &str) -> Result<f64, String> {
    fraction(text, 0.0, 10.0).ok_or_else(|| format!("{text:?} is no share; write 0.27 or 27%"))
}

/// An amount.
fn money(text: &str) -> Result<f64, String> {
    let value = text.parse::<f64>().ok().filter(|value| (0.0..=1e15).contains(value));
    value.ok_or_else(|| format!("{text:?} is no amount; write digits with a decimal point, as in 250000.50"))
}

fn lag(text: &str) -> Result<Lag, String> {
    if text == "never" {
        return Ok((None,));
    }
    let value = text.parse::<f64>().ok().filter(|value| (0.0..=36.0).contains(value));
    value.map(|months| (Some(months),)).ok_or_else(|| format!("{text:?} is no number of months from 0 to 36"))
}

/// `25,50,75,100`, or `fit`.
fn ramp(text: &str) -> Result<Ramp, String> {
    if text == "fit" {
        return Ok(Ramp::Fitted);
    }
    let percent = |part: &str| {
        let digits = part.trim().trim_end_matches('%');
        digits.parse::<f64>().ok().filter(|value| (0.0..=500.0).contains(value)).map(|value| value / 100.0)
    };
    let curve: Option<Vec<f64>> = text.split(',').map(percent).collect();
    curve.map(Ramp::Stated).ok_or_else(|| format!("{text:?} is no ramp; write percentages, as in 25,50,75,100, or fit"))
}

/// `AE=2@2026-03` or `2@2026-03`.
fn hire(text: &str) -> Result<Hire, String> {
    let wrong = || format!("{text:?} names no hires; write AE=2@2026-03");
    let (who, month) = text.rsplit_once('@').ok_or_else(wrong)?;
    let (role, n) = who.rsplit_once('=').map_or((None, who), |(role, n)| (Some(role.trim().to_owned()), n));
    let n = n.trim().parse().ok().filter(|n| *n <= 5_000).ok_or_else(wrong)?;
    Ok(Hire { role, n, month: month.trim().parse().map_err(|_| wrong())? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hires_ramps_and_lags_are_read() {
        let hires = |role: Option<&str>, n| Ok(Hire { role: role.map(Into::into), n, month: Month::new(2026, 3) });
        assert_eq!(hire("AE=2@2026-03"), hires(Some("AE"), 2));
        assert_eq!(hire("3@2026-03"), hires(None, 3));
        assert_eq!(hire("A=B=1@2026-03"), hires(Some("A=B"), 1));
        for wrong in ["AE=2", "AE=x@2026-03", "AE=2@2026-13", "@2026-03", "AE=9999@2026-03"] {
            assert!(hire(wrong).is_err(), "{wrong}");
        }
        assert_eq!(ramp("25,50%, 75"), Ok(Ramp::Stated(vec![0.25, 0.5, 0.75])));
        assert_eq!(ramp("fit"), Ok(Ramp::Fitted));
        assert!(ramp("fast").is_err() && ramp("").is_err());
        assert_eq!((lag("never"), lag("2")), (Ok((None,)), Ok((Some(2.0),))));
        assert_eq!((share("27%"), share("0.27")), (Ok(0.27), Ok(0.27)));
        assert!(share("-1").is_err() && share("NaN").is_err() && money("1e99").is_err());
    }
}
