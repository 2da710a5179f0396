//! Asks the workers: encodes what is asked, sends along what they need, decodes what they answer.

mod behave;
mod capacity;
mod costing;
mod pipeline;
mod quotas;
mod series_file;
mod sliced;

pub(crate) use pipeline::{Export, Gone, LookedBack};
pub(crate) use series_file::{SeriesHeld, SeriesRead};
pub(crate) use sliced::{Simulation, Went};

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;

use crate::job::{Answer, Ask, FilesAnswer, FilesAsk, N_DATASETS, N_WARM_STEPS, decode, encode};
use crate::platform::bulk::Bulk;
use crate::platform::pool::{Lost, Need, Pool, Reply, Task, Ticket};
use crate::platform::system::n_processors;

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
    /// A file of series in the place of the data.
    series: RefCell<Option<Rc<SeriesHeld>>>,
    /// Whether a file was read, or its reading prepared.
    has_read: Cell<bool>,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
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
            series: RefCell::default(),
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

    /// Lets the dataset go, and earlier exports of its pipeline.
    pub(crate) fn forget_data(&self) {
        self.data.take();
        self.exports.take();
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

    /// Asks any worker; `data` names the dataset that it must hold.
    pub(crate) fn ask(
        &self,
        ask: &Ask,
        data: Option<&str>,
        bulk: Option<Bulk>,
        done: impl FnOnce(Answered) + 'static,
    ) -> Ticket {
        let needs = self.needs(ask, data);
        self.pool.run(task(encode(ask), bulk, needs, None, done))
    }

    /// The same for what tells its steps: `progress` is told those done and all of them.
    pub(crate) fn ask_telling(
        &self,
        ask: &Ask,
        data: Option<&str>,
        progress: impl Fn(u32, u32) + 'static,
        done: impl FnOnce(Answered) + 'static,
    ) -> Ticket {
        let mut task = task(encode(ask), None, self.needs(ask, data), None, done);
        task.on_progress = Some(Box::new(move |reply: Reply| {
            if let Some(Answer::Went { n_done, n_all }) = decode(&reply.message) {
                progress(n_done, n_all);
            }
        }));
        self.pool.run(task)
    }

    fn needs(&self, ask: &Ask, data: Option<&str>) -> Vec<Need> {
        let mut needs = data.map(|data| self.data_need(data)).unwrap_or_default();
        if let (Ask::Pipeline(_), Some(data)) = (ask, data) {
            needs.extend(self.export_needs(data));
        }
        if let Ask::Forecast(ask) = ask {
            needs.extend(ask.file().and_then(|(file, _)| self.series_need(file)));
        }
        needs
    }

    /// Reads files, or one of them again; their tables are added to those that the files worker has.
    pub(crate) fn read(
        &self,
        ask: &FilesAsk,
        files: Option<Array>,
        progress: impl Fn(String, f64) + 'static,
        done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static,
    ) {
        *self.reading.borrow_mut() = self.read_files(ask, files, progress, done);
    }

    /// Reads files apart from all others, for what stands beside the data. To cancel that leaves the files worker its tables:
    /// nothing more is heard of it.
    pub(crate) fn read_apart(
        &self,
        ask: &FilesAsk,
        files: Array,
        progress: impl Fn(String, f64) + 'static,
        done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static,
    ) -> Ticket {
        self.read_files(ask, Some(files), progress, done)
    }

    fn read_files(
        &self,
        ask: &FilesAsk,
        files: Option<Array>,
        progress: impl Fn(String, f64) + 'static,
        done: impl FnOnce(Result<(FilesAnswer, Option<Bulk>), Lost>) + 'static,
    ) -> Ticket {
        self.has_read.set(true);
        let mut task = files_task(ask, done);
        task.files = files;
        task.on_progress = Some(Box::new(move |reply: Reply| {
            if let Some(FilesAnswer::Progress { file, n_done, n_bytes }) = decode(&reply.message) {
                progress(file, n_done as f64 / (n_bytes.max(1)) as f64);
            }
        }));
        self.files.run(task)
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

    /// Ends a task at once; its worker starts anew.
    pub(crate) fn stop(&self, ticket: &Ticket) {
        ticket.cancel();
        self.pool.drop_cancelled();
    }
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
