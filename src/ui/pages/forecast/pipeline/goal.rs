//! The goal of the quotas by month, which a forecast can be held against.

use yew::prelude::*;

use crate::engine::quota::tree::{Ground, Tree, spread};
use crate::engine::units::{Calendar, Money, Month};
use crate::job::{Answer, Ask};
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::App;

/// What the quotas ask.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Goal {
    /// There are no quotas, or none are asked.
    #[default]
    Nothing,
    /// A worker is asked.
    Working,
    /// The worker was lost.
    Lost,
    /// So much in each month of a year.
    Year {
        /// Its first month.
        start: Month,
        /// By month.
        months: Vec<f64>,
    },
}

impl Goal {
    /// What is asked of so many months from `first` on; none if it asks nothing of one of them.
    pub(super) fn of(&self, first: Month, n_months: u32) -> Option<f64> {
        let Self::Year { start, months } = self else { return None };
        let from = usize::try_from(first.since(*start)).ok()?;
        let asked = months.get(from..from.checked_add(n_months as usize)?)?;
        Some(asked.iter().fold(0.0, |sum, month| sum + month)).filter(|sum| 0.0 < *sum)
    }
}

type Asked = (String, Calendar, String);

fn put((data, calendar, currency): &Asked) -> (String, Ask) {
    (data.clone(), Ask::QuotaGround { data: data.clone(), calendar: *calendar, currency: currency.clone() })
}

fn read(answer: Answer) -> Option<Ground> {
    if let Answer::QuotaGround(ground) = answer { Some(ground.into_inner()) } else { None }
}

/// The goal of the quotas that are worked on, if it is wanted.
#[hook]
pub(super) fn use_goal(app: &App, data: &str, is_wanted: bool) -> Goal {
    let scenario = app.state.scenario();
    let plan = scenario.quota_plan().filter(|_| is_wanted).cloned();
    let question = plan.as_ref().map(|_| (data.to_owned(), scenario.calendar, scenario.currency.code.clone()));
    let asked = use_asked(app, question, put, read);
    let ground = asked.answer().map(|ground| Shared(ground.clone()));
    let is_lost = asked.is_lost();
    let goal = use_memo((ground, plan, is_lost), |(ground, plan, is_lost)| match (ground, plan) {
        (_, None) => Goal::Nothing,
        (None, Some(_)) => {
            if *is_lost {
                Goal::Lost
            } else {
                Goal::Working
            }
        }
        (Some(ground), Some(plan)) => {
            let tree = Tree::new(&ground.0, plan);
            let months = spread(&tree, plan).goal_months.iter().map(|month| Money(*month).to_f64()).collect();
            Goal::Year { start: tree.start, months }
        }
    });
    (*goal).clone()
}
