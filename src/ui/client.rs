//! Asks the workers: encodes what is asked, sends along what they need, decodes what they answer.

mod behave;
mod capacity;
mod forecast;
mod pipeline;
mod quotas;

pub(crate) use capacity::CapacityWent;
pub(crate) use pipeline::{Export, LookedBack, PipelineWent};

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;

use crate::engine::simulate::{CostInput, CostSummary};
use crate::job::{Answer, Ask, FilesAnswer, FilesAsk, N_DATASETS, N_INPUTS, N_WARM_STEPS, decode, encode};
use crate::platform::bulk::Bulk;
use crate::platform::pool::{Lost, Need, Pool, Reply, Task, Ticket};
use crate::platform::system::{n_processors, now};

/// Nanoseconds that a month of a rep's component takes about, to size slices.
const NANOSECONDS_PER_STEP: u64 = 12;
const SLICE_NANOSECONDS: u64 = 50_000_000;
/// Runs that are computed together.
const BLOCK: u32 = 64;
/// Summaries are drawn at most this often.
const SUMMARY_MILLISECONDS: u64 = 150;

/// The page's side of both kinds of workers.
pub(crate) struct Client {
    pool: Pool,
    files: Pool,
    data: RefCell<Option<(String, Bulk)>>,
    last_job: Cell<u32>,
    running: RefCell<Simulation>,
    growing: RefCell<Simulation>,
    reading: RefCell<Ticket>,
    behaving: RefCell<Option<Ticket>>,
    replaced: RefCell<Vec<String>>,
    named: RefCell<quotas::Named>,
    /// Earlier exports of the pipeline, with the data that they are of.
    exports: RefCell<(String, Vec<Export>)>,
    /// Whether a file was read, or its reading prepared.
    has_read: Cell<bool>,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// How a simulation goes.
pub(crate) enum Simulated {
    /// So many runs are done; a summary of them now and then.
    Went(u32, Option<Vec<CostSummary>>),
    Done,
    Failed,
}

/// A simulation on its way.
#[derive(Clone, Default)]
pub(crate) struct Simulation {
    tickets: Rc<RefCell<Vec<Ticket>>>,
    is_cancelled: Rc<Cell<bool>>,
}

impl Simulation {
    pub(crate) fn cancel(&self) {
        self.is_cancelled.set(true);
        self.tickets.borrow_mut().drain(..).for_each(|ticket| ticket.cancel());
    }
}

/// An answer with its bulk, or why there is none.
pub(crate) type Answered = Result<(Answer, Option<Bulk>), Lost>;

impl Client {
    pub(crate) fn new() -> Self {
        Self {
            pool: Pool::new("./worker_loader.js", n_processors()),
            files: Pool::new("./files_loader.js", 1),
            data: RefCell::default(),
            last_job: Cell::new(0),
            running: RefCell::default(),
            growing: RefCell::default(),
            reading: RefCell::default(),
            behaving: RefCell::default(),
            replaced: RefCell::default(),
            named: RefCell::default(),
            exports: RefCell::default(),
            has_read: Cell::new(false),
        }
    }

    /// Starts the workers ahead of need, and lets the one of files read made-up ones, step by step, until a real one comes.
    pub(crate) fn warm(self: &Rc<Self>) {
        self.pool.warm();
        self.files.warm();
        if 1 < n_processors() {
            self.warm_reading(0);
        }
    }

    fn warm_reading(self: &Rc<Self>, step: u32) {
        if self.has_read.get() || step == N_WARM_STEPS {
            return;
        }
        let client = self.clone();
        let done = move |answer: Result<_, _>| {
            if answer.is_ok() {
                client.warm_reading(step + 1);
            }
        };
        self.files.run(files_task(&FilesAsk::Warm { step }, done));
    }

    /// The dataset to work on.
    pub(crate) fn set_data(&self, fingerprint: &str, bytes: Bulk) {
        *self.data.borrow_mut() = Some((fingerprint.to_owned(), bytes));
    }

    pub(crate) fn forget_data(&self) {
        *self.data.borrow_mut() = None;
    }

    /// The bytes of the dataset, if it is the one that is held.
    pub(crate) fn data(&self, fingerprint: &str) -> Option<Bulk> {
        self.data.borrow().as_ref().filter(|(held, _)| held == fingerprint).map(|(_, bytes)| bytes.clone())
    }

    /// Notes that another dataset took the place of this one.
    pub(crate) fn replace_data(&self, fingerprint: String) {
        self.replaced.borrow_mut().push(fingerprint);
    }

    /// The datasets of which that was noted, once.
    pub(crate) fn take_replaced(&self) -> Vec<String> {
        self.replaced.take()
    }

    /// What a worker must have before it is asked of data of that name.
    fn data_need(&self, name: &str) -> Vec<Need> {
        let fingerprint = name.split(' ').next().unwrap_or_default();
        let Some(bytes) = self.data(fingerprint) else { return Vec::new() };
        let message = encode(&Ask::KeepData { data: fingerprint.to_owned() });
        let (slot, key) = (("data", N_DATASETS), fingerprint.to_owned());
        let data = Need { slot, key, message: Rc::new(message), bulk: Some(bytes) };
        [data].into_iter().chain(self.quotas_need(name)).collect()
    }

    fn cost_need(cost: &str, input: &CostInput) -> Need {
        let message = encode(&Ask::KeepCost { cost: cost.to_owned(), input: Box::new(input.clone()) });
        Need { slot: ("cost", N_INPUTS), key: cost.to_owned(), message: Rc::new(message), bulk: None }
    }

    /// Asks any worker; `data` names the dataset that it must hold.
    pub(crate) fn ask(
        &self,
        ask: &Ask,
        data: Option<&str>,
        bulk: Option<Bulk>,
        done: impl FnOnce(Answered) + 'static,
    ) -> Ticket {
        let mut needs = data.map(|data| self.data_need(data)).unwrap_or_default();
        if let (Ask::Pipeline(_), Some(data)) = (ask, data) {
            needs.extend(self.export_needs(data));
        }
        self.pool.run(task(encode(ask), bulk, needs, None, done))
    }

    /// Reads files, or one of them again; their tables are added to those that the files worker has.
    pub(crate) fn read(
        &self,
        ask: &FilesAsk,
        files: Option<Array>,
        progress: impl Fn(String, f64) + 'static,
        done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static,
    ) {
        let on_progress = move |reply: Reply| {
            if let Some(FilesAnswer::Progress { file, n_done, n_bytes }) = decode(&reply.message) {
                progress(file, n_done as f64 / (n_bytes.max(1)) as f64);
            }
        };
        self.has_read.set(true);
        let mut task = files_task(ask, done);
        task.files = files;
        task.on_progress = Some(Box::new(on_progress));
        *self.reading.borrow_mut() = self.files.run(task);
    }

    /// Asks the files worker.
    pub(crate) fn ask_files(
        &self,
        ask: &FilesAsk,
        bulk: Option<Bulk>,
        done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static,
    ) -> Ticket {
        self.has_read.set(true);
        let mut task = files_task(ask, done);
        task.bulk = bulk;
        self.files.run(task)
    }

    /// Ends a reading at once. The worker starts anew, without the tables it had.
    pub(crate) fn stop_reading(&self) {
        self.reading.borrow().cancel();
        self.files.drop_cancelled();
    }

    /// Ends the simulation that runs.
    pub(crate) fn stop_simulation(&self) {
        self.running.borrow().cancel();
    }

    /// Simulates in slices on all workers, in place of what ran before; the first worker merges.
    pub(crate) fn simulate(
        self: &Rc<Self>,
        cost: &str,
        input: &CostInput,
        seed: u64,
        n_runs: u32,
        tell: impl Fn(Simulated) + 'static,
    ) {
        self.stop_simulation();
        let simulation = Simulation::default();
        *self.running.borrow_mut() = simulation.clone();
        let job = Job {
            client: self.clone(),
            cost: cost.to_owned(),
            need: Self::cost_need(cost, input),
            seed,
            n_runs,
            slice: slice(input),
            simulation,
            tell: Rc::new(tell),
        };
        job.start(0);
    }

    /// Ends a task at once; its worker starts anew.
    pub(crate) fn stop(&self, ticket: &Ticket) {
        ticket.cancel();
        self.pool.drop_cancelled();
    }

    /// Cost along company performance.
    pub(crate) fn sensitivity(
        &self,
        cost: &str,
        input: &CostInput,
        seed: u64,
        n_runs: u32,
        done: impl FnOnce(Answered) + 'static,
    ) -> Ticket {
        let factors = vec![0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4];
        let ask = Ask::Sensitivity { cost: cost.to_owned(), factors, seed, n_runs };
        self.pool.run(task(encode(&ask), None, vec![Self::cost_need(cost, input)], None, done))
    }
}

/// Runs of a slice: about 50 ms of work.
fn slice(input: &CostInput) -> u32 {
    let components: usize = input.plans.iter().map(|plan| plan.components.len()).sum();
    let steps = input.model.reps.len() as u64 * u64::from(input.model.n_months) * (components as u64 + 1);
    let n = (SLICE_NANOSECONDS / (steps.max(1) * NANOSECONDS_PER_STEP)).clamp(1, 1 << 16) as u32;
    n.next_multiple_of(BLOCK)
}

fn task(
    message: Vec<u8>,
    bulk: Option<Bulk>,
    needs: Vec<Need>,
    only: Option<usize>,
    done: impl FnOnce(Answered) + 'static,
) -> Task {
    let on_done = move |reply: Result<Reply, Lost>| {
        let answer = reply.and_then(|reply| Ok((decode(&reply.message).ok_or(Lost::Died)?, reply.bulk)));
        done(answer);
    };
    Task { message, bulk, files: None, needs, only, is_urgent: false, on_progress: None, on_done: Box::new(on_done) }
}

fn files_task(ask: &FilesAsk, done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static) -> Task {
    let on_done = move |reply: Result<Reply, Lost>| {
        done(reply.and_then(|reply| Ok((decode(&reply.message).ok_or(Lost::Died)?, reply.bulk))));
    };
    Task {
        message: encode(ask),
        bulk: None,
        files: None,
        needs: Vec::new(),
        only: None,
        is_urgent: false,
        on_progress: None,
        on_done: Box::new(on_done),
    }
}

/// A simulation cut into slices.
#[derive(Clone)]
struct Job {
    client: Rc<Client>,
    cost: String,
    need: Need,
    seed: u64,
    n_runs: u32,
    slice: u32,
    simulation: Simulation,
    tell: Rc<dyn Fn(Simulated)>,
}

impl Job {
    fn start(&self, n_restarts: u32) {
        self.client.last_job.set(self.client.last_job.get() + 1);
        let number = self.client.last_job.get();
        let last_summary = Rc::new(Cell::new(0));
        let n_gathered = Rc::new(Cell::new(0));
        let mut from = 0;
        while from < self.n_runs {
            let to = (from + self.slice).min(self.n_runs);
            let ask = Ask::Simulate { cost: self.cost.clone(), seed: self.seed, from, to };
            let (job, last_summary, n_gathered) = (self.clone(), last_summary.clone(), n_gathered.clone());
            let done = move |answered: Answered| match answered {
                Ok((Answer::Part { n_runs }, Some(part))) => {
                    n_gathered.set(n_gathered.get() + n_runs);
                    let is_last = n_gathered.get() == job.n_runs;
                    let summarise = is_last || SUMMARY_MILLISECONDS < now().saturating_sub(last_summary.get());
                    if summarise {
                        last_summary.set(now());
                    }
                    job.gather(number, part, summarise, is_last, n_restarts);
                }
                _ => job.fail(),
            };
            let task = task(encode(&ask), None, vec![self.need.clone()], None, done);
            self.keep(self.client.pool.run(task));
            from = to;
        }
    }

    fn keep(&self, ticket: Ticket) {
        self.simulation.tickets.borrow_mut().push(ticket);
    }

    fn fail(&self) {
        if !self.simulation.is_cancelled.get() {
            self.simulation.cancel();
            (self.tell)(Simulated::Failed);
        }
    }

    fn gather(&self, number: u32, part: Bulk, summarise: bool, is_last: bool, n_restarts: u32) {
        let ask = Ask::Gather { cost: self.cost.clone(), job: number, summarise };
        let job = self.clone();
        let done = move |answered: Answered| match answered {
            Ok((Answer::Gathered { n_runs, summary }, _)) => {
                let is_whole = n_runs == job.n_runs;
                if is_last && !is_whole {
                    // The worker that merges was replaced on the way: what it had is gone.
                    if n_restarts == 0 {
                        job.start(1);
                    } else {
                        job.fail();
                    }
                    return;
                }
                (job.tell)(Simulated::Went(n_runs, summary));
                if is_whole {
                    (job.tell)(Simulated::Done);
                }
            }
            _ => job.fail(),
        };
        let mut task = task(encode(&ask), Some(part), vec![self.need.clone()], Some(0), done);
        task.is_urgent = true; // results show while slices still wait
        self.keep(self.client.pool.run(task));
    }
}
