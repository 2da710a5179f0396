//! Dated exports of a pipeline: what became of it between them, and what they teach.

use std::path::PathBuf;

use attain::engine::pipeline::{
    CategoryRow, Flow, SNAPSHOT_DAYS, Snapshot, StageProbabilities, StageShare, Window, category_rollup, day_of, flow,
    of_currency, stage_shares,
};
use attain::engine::records::Deal;
use attain::engine::units::Month;
use chrono::NaiveDate;
use serde::Serialize;

use crate::choice::ReadArgs;
use crate::fail::Failure;
use crate::read;
use crate::series;

/// An export that was read.
pub(super) struct Export {
    pub(super) day: NaiveDate,
    pub(super) deals: Vec<Deal>,
    pub(super) only_currency: Option<String>,
}

/// What the exports say.
#[derive(Serialize)]
pub(super) struct Exports {
    /// From each export to the next.
    pub(super) flows: Vec<Flow>,
    /// What stages were worth within a quarter.
    pub(super) stages: Vec<StageShare>,
    /// What forecasters' words were worth.
    pub(super) categories: Vec<CategoryRow>,
}

impl Exports {
    /// None without two exports.
    pub(super) fn of(exports: &[Export], due: Option<Window>, stated: &StageProbabilities) -> Option<Self> {
        let snapshots: Vec<Snapshot> =
            exports.iter().map(|export| Snapshot { day: export.day, deals: &export.deals }).collect();
        let pairs = snapshots.iter().zip(snapshots.iter().skip(1));
        let flows: Vec<Flow> = pairs.map(|(first, last)| flow(first, last, due)).collect();
        if flows.is_empty() {
            return None;
        }
        Some(Self {
            flows,
            stages: stage_shares(&snapshots, SNAPSHOT_DAYS),
            categories: category_rollup(&snapshots, SNAPSHOT_DAYS, stated),
        })
    }
}

/// The exports, in the order of their days.
///
/// # Errors
/// If one cannot be read, or two have the same day.
pub(super) fn read(named: &[(NaiveDate, PathBuf)], reading: &ReadArgs) -> Result<Vec<Export>, Failure> {
    let mut exports = Vec::new();
    for (day, path) in named {
        let data = read::data(std::slice::from_ref(path), &[], reading)?;
        let only_currency = data.dataset.only_currency().map(str::to_owned);
        exports.push(Export { day: *day, deals: data.dataset.deals, only_currency });
    }
    exports.sort_by_key(|export| export.day);
    let same = exports.iter().zip(exports.iter().skip(1)).find(|(one, next)| one.day == next.day);
    match same {
        Some((one, _)) => {
            Err(Failure::usage(format!("two exports are of {}", one.day), "Give each export a day of its own"))
        }
        None => Ok(exports),
    }
}

/// The exports in one currency, and the data itself as the last of them where it is later than all.
pub(super) fn beside(exports: Vec<Export>, data: Option<&[Deal]>, code: &str) -> Vec<Export> {
    let own = |export: Export| Export { deals: of_currency(&export.deals, code).0, ..export };
    let mut exports: Vec<Export> = exports.into_iter().map(own).collect();
    let last = exports.last().map(|export| export.day);
    if let Some((deals, day)) = data.and_then(|deals| Some((deals, day_of(deals)?)))
        && last.is_some_and(|last| last < day)
    {
        exports.push(Export { day, deals: deals.to_vec(), only_currency: None });
    }
    exports
}

/// `2026-01-31=january.csv`.
pub(super) fn dated(text: &str) -> Result<(NaiveDate, PathBuf), String> {
    let wrong = || format!("{text:?} is no dated export; write 2026-01-31=january.csv");
    let (day, path) = text.split_once('=').ok_or_else(wrong)?;
    Ok((series::day(day).map_err(|_| wrong())?, path.trim().into()))
}

/// `2026-01` or `2026-01..2026-03`.
pub(super) fn window(text: &str) -> Result<Window, String> {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let (from, to): (Month, Month) = (from.trim().parse()?, to.trim().parse()?);
    if to < from {
        return Err(format!("the months end ({to}) before they begin ({from})"));
    }
    Ok(Window { from: from.first_day(), to: to.last_day() })
}
