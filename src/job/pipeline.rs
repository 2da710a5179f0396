//! Pipelines as workers compute them: the forecast's input from the data and earlier exports, simulated runs in slices, and past
//! months forecast anew.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::apart::Apart;
use super::pipeline_messages::{PipelineAnswer, PipelineAsk, PipelineFound, PipelineSpec, PipelineStated};
use super::protocol::Answer;
use super::refusal::Refusal;
use crate::data::decode;
use crate::engine::pipeline::{
    GroupBy, PipelineAsked, PipelineBacktestAsked, PipelineError, PipelineInput, PipelineNote, PipelineReport,
    PipelineTally, PipelineVariant, PreparedPipeline, SNAPSHOT_DAYS, Snapshot, View, as_of, at_origin,
    backtest_origins, category_rollup, conversions, day_of, forecast_with_exports, linearity, of_currency,
    prepare_pipeline, run_pipeline, run_rate, stage_shares, stage_weighted, waterfalls,
};
use crate::engine::records::{Dataset, Deal};

/// Inputs that are kept; the eldest goes first.
pub const N_PIPELINES: usize = 2;
/// Earlier exports that are kept; the eldest goes first.
pub const N_EXPORTS: usize = 12;
/// Runs that one ask may want.
const MOST_RUNS: u32 = 1_000_000;
/// Past months that are forecast anew, at most.
const MOST_ORIGINS: u32 = 24;

/// What a worker keeps for pipelines.
#[derive(Default)]
pub(super) struct PipelineDesk {
    exports: Vec<(String, Vec<Deal>)>,
    inputs: Vec<(String, PipelineInput)>,
    prepared: Option<(String, PipelineVariant, PreparedPipeline)>,
    gathered: Option<(u32, Vec<(PipelineVariant, PipelineTally)>)>,
}

impl PipelineDesk {
    /// Answers; `dataset` is the one that the ask names, `bulk` what came beside it.
    pub(super) fn answer(
        &mut self,
        ask: PipelineAsk,
        bulk: &[u8],
        dataset: Option<&Dataset>,
    ) -> Result<(Answer, Option<Vec<u8>>), Refusal> {
        let told = |answer| Ok((Answer::Pipeline(answer), None));
        match ask {
            PipelineAsk::KeepExport { export } => {
                let dataset: Dataset = decode(bulk).map_err(|_| Refusal::DamagedData)?;
                keep(&mut self.exports, N_EXPORTS, export, dataset.deals);
                Ok((Answer::Kept, None))
            }
            PipelineAsk::Forecast { spec, .. } => {
                let found = self.found(&spec, dataset.ok_or(Refusal::NotKept)?)?;
                told(PipelineAnswer::Forecast(found.into()))
            }
            PipelineAsk::Stated { spec, stated, .. } => {
                let (deals, _) = of_currency(&dataset.ok_or(Refusal::NotKept)?.deals, &spec.currency);
                let exports = self.exports(&spec)?;
                let exports = lent(&exports);
                let categories = if exports.is_empty() {
                    Vec::new()
                } else {
                    category_rollup(&with_last(&exports, &deals), SNAPSHOT_DAYS, &stated)
                };
                let weighted = view(&spec, &deals)
                    .map(|view| stage_weighted(&view, &stated, spec.n_months as usize))
                    .unwrap_or_default();
                told(PipelineAnswer::Stated(PipelineStated { weighted, categories }.into()))
            }
            PipelineAsk::Keep { pipeline, input } => {
                keep(&mut self.inputs, N_PIPELINES, pipeline, *input);
                Ok((Answer::Kept, None))
            }
            PipelineAsk::Run { pipeline, variant, seed, from, to } => {
                let tally = self.run(&pipeline, variant, seed, from, to)?;
                let bulk = postcard::to_allocvec(&tally).unwrap_or_default();
                Ok((Answer::Part { n_runs: tally.n_runs() }, Some(bulk)))
            }
            PipelineAsk::Gather { pipeline, job, variant, report } => {
                told(self.gather(&pipeline, job, variant, report, bulk)?)
            }
            PipelineAsk::Origin { spec, stated, n_runs, seed, origin, .. } => {
                let (deals, _) = of_currency(&dataset.ok_or(Refusal::NotKept)?.deals, &spec.currency);
                let forecast = PipelineAsked { n_months: spec.n_months, step: None, digits: spec.digits, target: None };
                let asked = PipelineBacktestAsked { forecast, n_runs, seed, most_origins: 1, stated };
                told(PipelineAnswer::Origin(at_origin(&deals, &asked, origin).into()))
            }
        }
    }

    fn found(&self, spec: &PipelineSpec, dataset: &Dataset) -> Result<Result<PipelineFound, PipelineError>, Refusal> {
        let (deals, n_others) = of_currency(&dataset.deals, &spec.currency);
        let exports = self.exports(spec)?;
        let exports = lent(&exports);
        let Some(view) = view(spec, &deals) else { return Ok(Err(PipelineError::NoDeals)) };
        let asked = PipelineAsked { n_months: spec.n_months, step: None, digits: spec.digits, target: None };
        let mut found = match forecast_with_exports(&view, &asked, &exports) {
            Ok(found) => found,
            Err(error) => return Ok(Err(error)),
        };
        if n_others != 0 {
            found.notes.push(PipelineNote::OtherCurrency { n: n_others });
        }
        let by = [GroupBy::All, GroupBy::Cohort, GroupBy::Segment, GroupBy::Source, GroupBy::Product, GroupBy::Rep];
        let n_months = found.input.n_months;
        let with_last = with_last(&exports, &deals);
        Ok(Ok(PipelineFound {
            day: view.day,
            data_day: day_of(&deals).unwrap_or(view.day),
            notes: found.notes,
            open_stages: open_stages(&view),
            stages: found.stages,
            stage_shares: if exports.is_empty() { Vec::new() } else { stage_shares(&with_last, SNAPSHOT_DAYS) },
            conversions: by.into_iter().map(|by| (by, conversions(&view, by, spec.calendar))).collect(),
            linearity: linearity(&view, spec.calendar),
            run_rate: run_rate(&view, n_months as usize),
            waterfalls: waterfalls(&with_last, spec.calendar),
            origins: backtest_origins(&deals, n_months, MOST_ORIGINS),
            input: found.input,
        }))
    }

    fn run(
        &mut self,
        pipeline: &str,
        variant: PipelineVariant,
        seed: u64,
        from: u32,
        to: u32,
    ) -> Result<PipelineTally, Refusal> {
        let is_ready = matches!(&self.prepared, Some((of, made, _)) if of == pipeline && *made == variant);
        if !is_ready {
            let prepared = prepare_pipeline(self.input(pipeline)?, variant);
            self.prepared = Some((pipeline.to_owned(), variant, prepared));
        }
        let (.., prepared) = self.prepared.as_ref().ok_or(Refusal::NotKept)?;
        Ok(run_pipeline(prepared, seed, from..to.min(from.saturating_add(MOST_RUNS))))
    }

    fn gather(
        &mut self,
        pipeline: &str,
        job: u32,
        variant: PipelineVariant,
        report: bool,
        part: &[u8],
    ) -> Result<PipelineAnswer, Refusal> {
        let part: PipelineTally = postcard::from_bytes(part).map_err(|_| Refusal::OtherParts)?;
        let mut tallies = match self.gathered.take() {
            Some((before, tallies)) if before == job => tallies,
            _ => Vec::new(),
        };
        match tallies.iter().position(|(gathered, _)| *gathered == variant) {
            Some(place) => {
                let (_, tally) = tallies.swap_remove(place);
                tallies.push((variant, tally.merge(part).map_err(|_| Refusal::OtherParts)?));
            }
            None if part.is_sound() => tallies.push((variant, part)),
            None => return Err(Refusal::OtherParts),
        }
        let n_runs = tallies.iter().fold(0_u32, |sum, (_, tally)| sum.saturating_add(tally.n_runs()));
        let lent: Vec<_> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
        let input = self.input(pipeline)?;
        let report = report.then(|| Apart::from(PipelineReport::of(input, &lent)));
        self.gathered = Some((job, tallies));
        Ok(PipelineAnswer::Gathered { n_runs, report })
    }

    fn input(&self, pipeline: &str) -> Result<&PipelineInput, Refusal> {
        self.inputs.iter().find(|(kept, _)| kept == pipeline).map(|(_, input)| input).ok_or(Refusal::NotKept)
    }

    /// The exports that are named with their deals in the scenario's currency, in the order of their days.
    fn exports(&self, spec: &PipelineSpec) -> Result<Vec<(NaiveDate, Vec<Deal>)>, Refusal> {
        let export = |(day, name): &(NaiveDate, String)| {
            let kept = self.exports.iter().find(|(kept, _)| kept == name).ok_or(Refusal::NotKept)?;
            Ok((*day, of_currency(&kept.1, &spec.currency).0))
        };
        let mut exports = spec.exports.iter().map(export).collect::<Result<Vec<_>, Refusal>>()?;
        exports.sort_by_key(|(day, _)| *day);
        Ok(exports)
    }
}

fn lent(exports: &[(NaiveDate, Vec<Deal>)]) -> Vec<Snapshot<'_>> {
    exports.iter().map(|(day, deals)| Snapshot { day: *day, deals }).collect()
}

/// Keeps something under its name; the eldest goes where there are too many.
fn keep<T>(kept: &mut Vec<(String, T)>, most: usize, name: String, thing: T) {
    if !kept.iter().any(|(known, _)| *known == name) {
        if most <= kept.len() {
            kept.remove(0);
        }
        kept.push((name, thing));
    }
}

fn view(spec: &PipelineSpec, deals: &[Deal]) -> Option<View> {
    Some(as_of(deals, spec.as_of.or_else(|| day_of(deals))?))
}

fn open_stages(view: &View) -> Vec<(String, u32)> {
    let mut stages: BTreeMap<String, u32> = BTreeMap::new();
    for deal in view.open().filter(|deal| !deal.stage.is_empty()) {
        *stages.entry(deal.stage.clone()).or_default() += 1;
    }
    stages.into_iter().collect()
}

/// The exports before the data's day, and the data itself as the last.
fn with_last<'a>(exports: &[Snapshot<'a>], deals: &'a [Deal]) -> Vec<Snapshot<'a>> {
    let Some(day) = day_of(deals) else { return exports.to_vec() };
    exports.iter().copied().filter(|export| export.day < day).chain([Snapshot { day, deals }]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::pipeline::{CategoryBasis, PipelineRuns, StageProbabilities, pipeline_variants};
    use crate::engine::units::Calendar;
    use crate::job::{Ask, Desk, decode, encode};
    use crate::scenario::{SampleSpec, sample};

    fn ask(desk: &mut Desk, ask: PipelineAsk, bulk: Option<Vec<u8>>) -> (PipelineAnswer, Option<Vec<u8>>) {
        let message = encode(&Ask::Pipeline(ask));
        let (answer, bulk) = desk.answer(decode(&message).unwrap(), bulk);
        match decode(&encode(&answer)).unwrap() {
            Answer::Pipeline(answer) => (answer, bulk),
            Answer::Part { n_runs } => (PipelineAnswer::Gathered { n_runs, report: None }, bulk),
            other => panic!("{other:?}"),
        }
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 30).unwrap()
    }

    fn spec(exports: Vec<(NaiveDate, String)>) -> PipelineSpec {
        PipelineSpec {
            as_of: None,
            n_months: 3,
            currency: "USD".into(),
            digits: 2,
            calendar: Calendar::default(),
            exports,
        }
    }

    /// A desk with the sample company's data, called `now`, and an export of an earlier day, called `then`.
    fn desk() -> Desk {
        let mut desk = Desk::default();
        let made = |today| crate::data::encode(&sample(SampleSpec { n_reps: 8, seed: 3, today }));
        desk.answer(Ask::KeepData { data: "now".into() }, Some(made(today())));
        let export = Ask::Pipeline(PipelineAsk::KeepExport { export: "then".into() });
        desk.answer(export, Some(made(today() - chrono::Days::new(120))));
        desk
    }

    fn found(desk: &mut Desk, exports: Vec<(NaiveDate, String)>) -> PipelineFound {
        let forecast = PipelineAsk::Forecast { data: "now".into(), spec: spec(exports) };
        let PipelineAnswer::Forecast(found) = ask(desk, forecast, None).0 else { panic!("no forecast") };
        found.into_inner().unwrap()
    }

    #[test]
    fn slices_of_any_size_come_to_the_same_report() {
        let mut desk = desk();
        let input = found(&mut desk, Vec::new()).input;
        let pipeline = input.fingerprint();
        desk.answer(Ask::Pipeline(PipelineAsk::Keep { pipeline: pipeline.clone(), input: Box::new(input) }), None);
        let wanted = pipeline_variants(&PipelineRuns { n_runs: 100, seed: 1, drivers: true });
        let mut reports = Vec::new();
        for (job, slice) in [(1, 100), (2, 33)] {
            let mut last = None;
            for (variant, n_runs) in &wanted {
                for from in (0..*n_runs).step_by(slice) {
                    let to = (from + slice as u32).min(*n_runs);
                    let run = PipelineAsk::Run { pipeline: pipeline.clone(), variant: *variant, seed: 1, from, to };
                    let (_, part) = ask(&mut desk, run, None);
                    let gather =
                        PipelineAsk::Gather { pipeline: pipeline.clone(), job, variant: *variant, report: true };
                    last = Some(ask(&mut desk, gather, part).0);
                }
            }
            let Some(PipelineAnswer::Gathered { n_runs, report: Some(report) }) = last else { panic!("not gathered") };
            assert_eq!(n_runs, wanted.iter().map(|(_, n_runs)| n_runs).sum::<u32>());
            let report = report.into_inner();
            assert_eq!((report.n_runs, report.months.len(), report.drivers.len()), (100, 3, 5));
            reports.push(report);
        }
        assert_eq!(reports[0], reports[1]);
    }

    #[test]
    fn an_earlier_export_tells_of_stages_and_flows() {
        let mut desk = desk();
        let alone = found(&mut desk, Vec::new());
        assert!(alone.waterfalls.is_empty() && alone.stage_shares.is_empty() && !alone.origins.is_empty());
        assert_eq!(alone.conversions.len(), 6);
        let day = today() - chrono::Days::new(120);
        let with = found(&mut desk, vec![(day, "then".into())]);
        assert_eq!(with.waterfalls.len(), 2);
        for waterfall in &with.waterfalls {
            let sum = waterfall.parts.iter().fold(waterfall.opening, |sum, (_, amount, _)| sum + *amount);
            assert_eq!(sum, waterfall.closing);
        }
        assert!(!with.stage_shares.is_empty());
        assert!(day < with.data_day && with.data_day <= today());
        let late = found(&mut desk, vec![(with.data_day, "then".into())]);
        assert!(late.waterfalls.is_empty(), "an export that is not earlier does not count");
        let stated = StageProbabilities::usual();
        let stated = PipelineAsk::Stated { data: "now".into(), spec: spec(vec![(day, "then".into())]), stated };
        let PipelineAnswer::Stated(stated) = ask(&mut desk, stated, None).0 else { panic!("nothing stated") };
        let stated = stated.into_inner();
        assert!(stated.weighted.months.len() == 3 && !stated.categories.is_empty());
        // The sample company's reps say what they think of their deals.
        assert!(stated.categories.iter().all(|row| row.basis == CategoryBasis::Stated), "{:?}", stated.categories);
        assert!(stated.categories.iter().any(|row| row.yields.is_some_and(|yields| 0.0 < yields)));
    }

    #[test]
    fn a_past_month_is_forecast_anew() {
        let mut desk = desk();
        let origin = *found(&mut desk, Vec::new()).origins.last().unwrap();
        let stated = StageProbabilities::usual();
        let origin =
            PipelineAsk::Origin { data: "now".into(), spec: spec(Vec::new()), stated, n_runs: 100, seed: 1, origin };
        let PipelineAnswer::Origin(rows) = ask(&mut desk, origin, None).0 else { panic!("no rows") };
        assert_eq!(rows.into_inner().len(), 4);
    }

    #[test]
    fn what_is_not_kept_is_refused() {
        let run =
            PipelineAsk::Run { pipeline: "x".into(), variant: PipelineVariant::AsForecast, seed: 1, from: 0, to: 1 };
        assert_eq!(Desk::default().answer(Ask::Pipeline(run), None).0, Answer::Refused(Refusal::NotKept));
        let mut desk = desk();
        let unknown = PipelineAsk::Forecast { data: "now".into(), spec: spec(vec![(today(), "x".into())]) };
        assert_eq!(desk.answer(Ask::Pipeline(unknown), None).0, Answer::Refused(Refusal::NotKept));
    }
}
