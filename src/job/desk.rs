//! The desk that answers a simulation worker's asks. It holds datasets and prepared inputs under their fingerprints.

use super::behaving::behaved;
use super::capacity::CapacityDesk;
use super::comparing::{Piece, Pieced, SideSpec};
use super::forecasting::ForecastAsk;
use super::health;
use super::import_report::ImportReport;
use super::pipeline::PipelineDesk;
use super::protocol::{Answer, Ask, FitSpec, ReplaySpec, VERSION};
use super::refusal::Refusal;
use super::series_file::SeriesDesk;
use crate::data::{decode, encode, fingerprint};
use crate::engine::comp::compare::{at_company, comparable, measures, pay_without};
use crate::engine::comp::lint::{Typical, both, findings};
use crate::engine::comp::{BookInput, PlanBook, ReplayInput, explain, explain_payout, replay};
use crate::engine::quota::tree::Ground;
use crate::engine::records::{Dataset, Target};
use crate::engine::simulate::{CostInput, FitInput, Prepared, Tally, fit, prepare, run, sensitivity};
use crate::present::WorkbookLabels;
use crate::report::{WorkbookError, WorkbookInput, payouts_csv, statements_csv, workbook};
use crate::scenario::{FileError, Opened, SampleSpec, open, plan_for, sample, write};

/// Datasets that are kept; the eldest goes first.
pub const N_DATASETS: usize = 1;
/// Inputs that are kept prepared; the eldest goes first.
pub const N_INPUTS: usize = 4;
/// Quotas that are kept in the place of a dataset's targets; the eldest go first.
pub const N_QUOTAS: usize = 4;
/// Runs that one ask may want.
const MOST_RUNS: u32 = 1_000_000;

/// What a worker knows.
#[derive(Default)]
pub struct Desk {
    datasets: Vec<Kept>,
    quotas: Vec<(String, Vec<Target>)>,
    inputs: Vec<(String, CostInput, Prepared)>,
    gathered: Option<(u32, Tally)>,
    capacity: CapacityDesk,
    pipeline: PipelineDesk,
    series: SeriesDesk,
}

/// A dataset under its fingerprint.
struct Kept {
    key: String,
    dataset: Dataset,
    /// Its own targets, and the name of those that stand in it now.
    own: Vec<Target>,
    now: String,
}

/// An answer and its bulk.
type Reply = (Answer, Option<Vec<u8>>);

impl Desk {
    /// Answers; `bulk` is what came beside the message.
    pub fn answer(&mut self, ask: Ask, bulk: Option<Vec<u8>>) -> Reply {
        self.answer_telling(ask, bulk, &|_| {})
    }

    /// The same; `tell` is given what is answered before the end.
    pub fn answer_telling(&mut self, ask: Ask, bulk: Option<Vec<u8>>, tell: &dyn Fn(Answer)) -> Reply {
        let reply = self.reply(ask, bulk.unwrap_or_default(), tell);
        reply.unwrap_or_else(|refusal| (Answer::Refused(refusal), None))
    }

    fn reply(&mut self, ask: Ask, bulk: Vec<u8>, tell: &dyn Fn(Answer)) -> Result<Reply, Refusal> {
        let plain = |answer| Ok((answer, None));
        match ask {
            Ask::Hello => plain(Answer::Hello { protocol: VERSION }),
            Ask::KeepData { data } => {
                let dataset: Dataset = decode(&bulk).map_err(|_| Refusal::DamagedData)?;
                if N_DATASETS <= self.datasets.len() {
                    self.datasets.remove(0);
                }
                self.datasets.push(Kept { now: data.clone(), own: dataset.targets.clone(), key: data, dataset });
                plain(Answer::Kept)
            }
            ask @ (Ask::KeepQuotas { .. }
            | Ask::QuotaGround { .. }
            | Ask::Estimate { .. }
            | Ask::Backtest { .. }
            | Ask::QuotaHealth { .. }) => self.of_quotas(ask),
            Ask::KeepCost { cost, input } => {
                if !self.inputs.iter().any(|(kept, ..)| *kept == cost) {
                    if N_INPUTS <= self.inputs.len() {
                        self.inputs.remove(0);
                    }
                    let prepared = prepare(&input);
                    self.inputs.push((cost, *input, prepared));
                }
                plain(Answer::Kept)
            }
            Ask::Sample { n_reps, seed, today } => Ok(made_up(SampleSpec { n_reps, seed, today })),
            Ask::PlanFor { data, plan } => plain(Answer::Plan(Box::new(plan_for(self.dataset(&data)?, plan)))),
            Ask::Replay { data, spec } => {
                plain(Answer::Replay(Box::new(replay(&replay_input(&spec, self.dataset(&data)?)))))
            }
            Ask::Compare { data, spec, piece } => plain(Answer::Compared(compared(&spec, piece, self.dataset(&data)?))),
            Ask::Explain { data, spec, rep, component, period } => {
                let input = replay_input(&spec, self.dataset(&data)?);
                plain(Answer::Explained(explain(&input, &rep, &component, period).map(Box::new)))
            }
            Ask::ExplainPayout { data, spec, rep, period } => {
                let input = replay_input(&spec, self.dataset(&data)?);
                plain(Answer::PayoutExplained(explain_payout(&input, &rep, period).map(Box::new)))
            }
            Ask::PlanFindings { plan } => {
                let alone = findings(&plan, &Typical::of_plan(&plan));
                plain(Answer::Findings { alone, team: Vec::new() })
            }
            Ask::TeamFindings { data, spec } => {
                let (alone, team) = both(&replay_input(&spec, self.dataset(&data)?));
                plain(Answer::Findings { alone, team })
            }
            Ask::Behave { data, spec } => {
                let input = replay_input(&spec.replay, self.dataset(&data)?);
                let tell = |n_done, n_all| tell(Answer::Went { n_done, n_all });
                plain(Answer::Behaved(behaved(&spec, &input, &tell).map(Box::new)))
            }
            Ask::Solve { data, spec, asked } => {
                plain(Answer::Solved(asked.run(replay_input(&spec, self.dataset(&data)?)).into()))
            }
            Ask::Forecast(ask) => Ok((self.of_forecasts(&ask, &bulk, tell)?, None)),
            ask @ (Ask::Capacity(_) | Ask::Pipeline(_)) => self.of_desks(ask, &bulk),
            Ask::Fit { data, spec } => plain(Answer::Fitted(Box::new(fit(&fit_input(&spec, self.dataset(&data)?))))),
            Ask::Simulate { cost, seed, from, to } => {
                let (_, prepared) = self.input(&cost)?;
                let tally = run(prepared, seed, from..to.min(from.saturating_add(MOST_RUNS)));
                let bulk = postcard::to_allocvec(&tally).unwrap_or_default();
                Ok((Answer::Part { n_runs: tally.n_runs() }, Some(bulk)))
            }
            Ask::Gather { cost, job, summarise } => self.gather(&cost, job, summarise, &bulk),
            Ask::Sensitivity { cost, factors, seed, n_runs } => {
                let (input, _) = self.input(&cost)?;
                plain(Answer::Sensitivity(sensitivity(input, &factors, seed, 0..n_runs.min(MOST_RUNS))))
            }
            Ask::StatementsCsv { data, spec } => {
                let text = statements_csv(&replay(&replay_input(&spec, self.dataset(&data)?)));
                Ok((Answer::File, Some(text.into_bytes())))
            }
            Ask::PayoutsCsv { data, spec } => {
                let text = payouts_csv(&replay(&replay_input(&spec, self.dataset(&data)?)));
                Ok((Answer::File, Some(text.into_bytes())))
            }
            Ask::Workbook { data, spec, labels } => {
                let bytes = statements_workbook(spec, self.dataset(&data)?, &labels)?;
                Ok((Answer::File, Some(bytes)))
            }
            Ask::ScenarioFile { data, scenario } => {
                let Opened { mut scenario, .. } = open(&scenario).map_err(|_| Refusal::Unreadable)?;
                let bytes = data.map(|data| self.dataset(&data).map(encode)).transpose()?;
                // Data that was stored in an earlier layout has another name now.
                if let (Some(bytes), Some(data)) = (&bytes, &mut scenario.data) {
                    data.fingerprint = fingerprint(bytes);
                }
                Ok((Answer::File, Some(write(&scenario, bytes.as_deref()).into_bytes())))
            }
            Ask::OpenScenario => opened(&bulk),
        }
    }

    fn gather(&mut self, cost: &str, job: u32, summarise: bool, part: &[u8]) -> Result<Reply, Refusal> {
        let part: Tally = postcard::from_bytes(part).map_err(|_| Refusal::OtherParts)?;
        let whole = match self.gathered.take() {
            Some((before, tally)) if before == job => tally.merge(part).map_err(|_| Refusal::OtherParts)?,
            _ => part,
        };
        let summary = match self.input(cost) {
            Ok((input, _)) if summarise => Some(whole.summary(input)),
            Ok(_) => None,
            Err(refusal) => return Err(refusal),
        };
        let answer = Answer::Gathered { n_runs: whole.n_runs(), summary };
        self.gathered = Some((job, whole));
        Ok((answer, None))
    }

    /// What is asked of desks of their own.
    fn of_desks(&mut self, ask: Ask, bulk: &[u8]) -> Result<Reply, Refusal> {
        match ask {
            Ask::Capacity(ask) => {
                let dataset = ask.data().map(|data| held(&mut self.datasets, &self.quotas, data)).transpose()?;
                self.capacity.answer(ask, bulk, dataset)
            }
            Ask::Pipeline(ask) => {
                let dataset = ask.data().map(|data| held(&mut self.datasets, &self.quotas, data)).transpose()?;
                self.pipeline.answer(ask, bulk, dataset)
            }
            _ => Err(Refusal::Unreadable),
        }
    }

    /// What is asked of forecasts: of the data, or of a file of series that is kept.
    fn of_forecasts(&mut self, ask: &ForecastAsk, bulk: &[u8], tell: &dyn Fn(Answer)) -> Result<Answer, Refusal> {
        if let ForecastAsk::KeepFile { file } = ask {
            self.series.keep(file, bulk)?;
            return Ok(Answer::Kept);
        }
        Ok(Answer::Forecast(match ask.file() {
            Some((file, spec)) => spec.answer_of(self.series.points(file)?, tell),
            None => ask.answer(self.dataset(ask.data())?, tell),
        }))
    }

    /// What is asked of quotas.
    fn of_quotas(&mut self, ask: Ask) -> Result<Reply, Refusal> {
        let plain = |answer| Ok((answer, None));
        match ask {
            Ask::KeepQuotas { data, name, spec } => {
                if !self.quotas.iter().any(|(kept, _)| *kept == name) {
                    let targets = spec.targets(self.dataset(&data)?);
                    if N_QUOTAS <= self.quotas.len() {
                        self.quotas.remove(0);
                    }
                    self.quotas.push((name, targets));
                }
                plain(Answer::Kept)
            }
            Ask::QuotaGround { data, calendar, currency } => {
                let ground = Ground::of(self.dataset(&data)?, calendar, &currency);
                plain(Answer::QuotaGround(ground.into()))
            }
            Ask::Estimate { data, spec } => plain(Answer::Estimated(spec.run(self.dataset(&data)?).into())),
            Ask::Backtest { data, spec } => plain(Answer::Backtested(spec.run(self.dataset(&data)?).into())),
            Ask::QuotaHealth { data, spec } => {
                plain(Answer::QuotaHealth(health::made(&spec, self.dataset(&data)?).into()))
            }
            _ => Err(Refusal::Unreadable),
        }
    }

    fn dataset(&mut self, name: &str) -> Result<&Dataset, Refusal> {
        held(&mut self.datasets, &self.quotas, name)
    }

    fn input(&self, cost: &str) -> Result<(&CostInput, &Prepared), Refusal> {
        let kept = self.inputs.iter().find(|(kept, ..)| kept == cost);
        kept.map(|(_, input, prepared)| (input, prepared)).ok_or(Refusal::NotKept)
    }
}

/// A company that is made up, with what its data holds.
fn made_up(spec: SampleSpec) -> Reply {
    let dataset = sample(SampleSpec { n_reps: spec.n_reps.clamp(1, 2_000), ..spec });
    let bytes = encode(&dataset);
    let report = ImportReport::of_dataset(&dataset, &bytes);
    (Answer::Data(Box::new(report)), Some(bytes))
}

/// The data of that name: its fingerprint, with that of quotas behind it where these stand in the place of its targets.
fn held<'a>(datasets: &'a mut [Kept], quotas: &[(String, Vec<Target>)], name: &str) -> Result<&'a Dataset, Refusal> {
    let key = name.split(' ').next().unwrap_or_default();
    let kept = datasets.iter_mut().find(|kept| kept.key == key).ok_or(Refusal::NotKept)?;
    if kept.now != name {
        let targets = if key == name {
            &kept.own
        } else {
            quotas.iter().find(|(known, _)| known == name).map(|(_, targets)| targets).ok_or(Refusal::NotKept)?
        };
        kept.dataset.targets.clone_from(targets);
        name.clone_into(&mut kept.now);
    }
    Ok(&kept.dataset)
}

fn replay_input<'a>(spec: &'a ReplaySpec, dataset: &'a Dataset) -> ReplayInput<'a> {
    let ReplaySpec { plan, calendar, first, last, digits, currency } = spec;
    ReplayInput { plan, dataset, calendar: *calendar, first: *first, last: *last, digits: *digits, currency }
}

fn compared(spec: &SideSpec, piece: Piece, dataset: &Dataset) -> Pieced {
    let SideSpec { side, calendar, first, last, digits, currency } = spec;
    let dataset = comparable(dataset);
    let input = BookInput {
        book: &side.book,
        dataset: &dataset,
        calendar: *calendar,
        first: *first,
        last: *last,
        digits: *digits,
        currency,
    };
    match piece {
        Piece::Measures => Pieced::Measures(Box::new(measures(&side.name, &input))),
        Piece::Company(factor) => Pieced::Company(at_company(&input, factor)),
        Piece::Without(part) => Pieced::Without(pay_without(&input, &part)),
    }
}

fn statements_workbook(spec: ReplaySpec, dataset: &Dataset, labels: &WorkbookLabels) -> Result<Vec<u8>, Refusal> {
    let replay = replay(&replay_input(&spec, dataset));
    let ReplaySpec { plan, calendar, first, last, digits, .. } = spec;
    let book = PlanBook::of_plan(plan);
    let input = WorkbookInput { replay: &replay, book: &book, calendar, first, last, digits, labels };
    workbook(&input).map_err(|error| match error {
        WorkbookError::TooLong => Refusal::TooLong,
        WorkbookError::Unwritable => Refusal::Unwritable,
    })
}

pub(super) fn fit_input<'a>(spec: &'a FitSpec, dataset: &'a Dataset) -> FitInput<'a> {
    let FitSpec { plan, others, currency, history_first, history_last, first, n_months } = spec;
    FitInput {
        dataset,
        plan,
        others,
        currency,
        history_first: *history_first,
        history_last: *history_last,
        first: *first,
        n_months: *n_months,
    }
}

fn opened(bytes: &[u8]) -> Result<Reply, Refusal> {
    let text = String::from_utf8_lossy(bytes);
    let opened = open(&text).map_err(|error| match error {
        FileError::Damaged { line, column } => Refusal::DamagedFile { line, column },
        FileError::OtherFormat => Refusal::OtherFormat,
        FileError::Newer { version } => Refusal::Newer { version },
        FileError::Field { why } => Refusal::Field { why },
        FileError::Data => Refusal::DamagedData,
    })?;
    let report = match &opened.data {
        Some(bytes) => {
            let dataset = decode(bytes).map_err(|_| Refusal::DamagedData)?;
            Some(Box::new(ImportReport::of_dataset(&dataset, bytes)))
        }
        None => None,
    };
    let scenario = write(&opened.scenario, None);
    let (read_only, edited) = (opened.read_only, opened.edited);
    let (data_left_out, n_plans_left_out) = (opened.data_left_out, opened.n_plans_left_out);
    let answer = Answer::Opened { scenario, read_only, edited, report, data_left_out, n_plans_left_out };
    Ok((answer, opened.data))
}
