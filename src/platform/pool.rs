//! Workers of one script. A task goes to a free worker, with what it needs sent once to each; a worker that dies is
//! replaced and its task run again, once.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::bulk::Bulk;
use super::held::{Held, Slot};

/// How long a worker may take to start.
const START_MILLISECONDS: u32 = 30_000;
/// Deaths of one task until it is given up.
const MOST_DEATHS: u32 = 2;

/// What a worker sent.
pub struct Reply {
    /// The message.
    pub message: Vec<u8>,
    /// What came beside it.
    pub bulk: Option<Bulk>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Workers do not start here.
    NoStart,
    /// The worker died of this task, twice.
    Died,
}

/// Something that a worker must have been sent before a task: under a key, once.
#[derive(Clone)]
pub struct Need {
    /// What kind of thing it is.
    pub slot: Slot,
    /// Its name.
    pub key: String,
    /// The message that brings it.
    pub message: Rc<Vec<u8>>,
    /// What goes beside it.
    pub bulk: Option<Bulk>,
}

/// What to do.
pub struct Task {
    /// The message.
    pub message: Vec<u8>,
    /// What goes beside it; bytes are copied, so that the task can be run again.
    pub bulk: Option<Bulk>,
    /// Files that go beside it.
    pub files: Option<Array>,
    /// What the worker must have.
    pub needs: Vec<Need>,
    /// Only this worker may do it.
    pub only: Option<usize>,
    /// Before all that waits: what others' work is shown by.
    pub is_urgent: bool,
    /// Told of answers before the last.
    pub on_progress: Option<Box<dyn Fn(Reply)>>,
    /// Told of the last answer, unless the task is cancelled.
    pub on_done: Box<dyn FnOnce(Result<Reply, Lost>)>,
}

/// Stops a task.
#[derive(Clone, Default)]
pub struct Ticket(Rc<Cell<bool>>);

impl Ticket {
    /// Nothing more is heard of the task; if it has not begun, it never will.
    pub fn cancel(&self) {
        self.0.set(true);
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.0.get()
    }
}

struct Queued {
    id: u32,
    task: Task,
    ticket: Ticket,
    n_deaths: u32,
}

struct Member {
    worker: Worker,
    is_ready: bool,
    busy: Option<Queued>,
    held: Held,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
    _deadline: Timeout,
}

#[derive(Default)]
struct State {
    members: Vec<Option<Member>>,
    queue: VecDeque<Queued>,
    last_id: u32,
    born: u32,
}

/// Workers, started when the first task comes.
#[derive(Clone)]
pub struct Pool {
    script: &'static str,
    size: usize,
    state: Rc<RefCell<State>>,
}

impl PartialEq for Pool {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Pool {
    /// A pool of so many workers of a script beside the page.
    pub fn new(script: &'static str, size: usize) -> Self {
        Self { script, size: size.max(1), state: Rc::default() }
    }

    /// How many workers it has.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Starts the workers ahead of the first task.
    pub fn warm(&self) {
        for place in 0..self.size {
            self.ensure(place);
        }
    }

    /// Does a task when a worker is free.
    pub fn run(&self, task: Task) -> Ticket {
        let ticket = Ticket::default();
        {
            let mut state = self.state.borrow_mut();
            state.last_id += 1;
            let id = state.last_id;
            // Urgent tasks keep their order among themselves.
            let first = state.queue.iter().position(|queued| !queued.task.is_urgent);
            let place = first.filter(|_| task.is_urgent).unwrap_or(state.queue.len());
            state.queue.insert(place, Queued { id, task, ticket: ticket.clone(), n_deaths: 0 });
        }
        self.warm();
        self.pump();
        ticket
    }

    /// Ends the workers that are at a cancelled task and starts others in their place.
    pub fn drop_cancelled(&self) {
        for place in 0..self.size {
            let is_cancelled = |member: &Member| member.busy.as_ref().is_some_and(|task| task.ticket.is_cancelled());
            let member = {
                let mut state = self.state.borrow_mut();
                let slot = state.members.get_mut(place).filter(|slot| slot.as_ref().is_some_and(is_cancelled));
                slot.and_then(Option::take)
            };
            if let Some(member) = member {
                member.worker.terminate();
                self.ensure(place);
            }
        }
        self.pump();
    }

    fn ensure(&self, place: usize) {
        {
            let mut state = self.state.borrow_mut();
            if state.members.len() <= place {
                state.members.resize_with(place + 1, || None);
            }
            if state.members.get(place).is_some_and(Option::is_some) {
                return;
            }
            state.born += 1;
        }
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(self.script, &options) else {
            self.give_up();
            return;
        };
        let pool = self.clone();
        let on_message =
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| pool.heard(place, &event.data()));
        let pool = self.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            pool.died(place);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let pool = self.clone();
        let deadline = Timeout::new(START_MILLISECONDS, move || {
            let is_late = pool.member(place, |member| !member.is_ready).unwrap_or(false);
            if is_late {
                pool.give_up();
            }
        });
        let member = Member {
            worker,
            is_ready: false,
            busy: None,
            held: Held::default(),
            _on_message: on_message,
            _on_error: on_error,
            _deadline: deadline,
        };
        if let Some(slot) = self.state.borrow_mut().members.get_mut(place) {
            *slot = Some(member);
        }
    }

    fn member<T>(&self, place: usize, look: impl FnOnce(&mut Member) -> T) -> Option<T> {
        self.state.borrow_mut().members.get_mut(place).and_then(Option::as_mut).map(look)
    }

    fn heard(&self, place: usize, data: &JsValue) {
        let parts = Array::from(data);
        let (id, is_last) = (parts.get(0).as_f64().unwrap_or(0.0) as u32, parts.get(1).is_truthy());
        if id == 0 {
            self.member(place, |member| member.is_ready = true);
            self.pump();
            return;
        }
        let message = parts.get(2).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        let reply = Reply { message, bulk: Bulk::read(parts.get(3)) };
        let queued = self.member(place, |member| {
            let is_it = member.busy.as_ref().is_some_and(|busy| busy.id == id);
            if is_it { member.busy.take() } else { None }
        });
        let Some(queued) = queued.flatten() else { return };
        let is_heard = !queued.ticket.is_cancelled();
        if is_last {
            self.pump();
            if is_heard {
                (queued.task.on_done)(Ok(reply));
            }
        } else {
            if is_heard && let Some(on_progress) = &queued.task.on_progress {
                on_progress(reply);
            }
            self.member(place, |member| member.busy = Some(queued));
        }
    }

    fn died(&self, place: usize) {
        let member = self.state.borrow_mut().members.get_mut(place).and_then(Option::take);
        let Some(member) = member else { return };
        member.worker.terminate();
        if !member.is_ready {
            // The script itself fails: another worker would fail as well.
            self.give_up();
            return;
        }
        if let Some(mut queued) = member.busy {
            queued.n_deaths += 1;
            if queued.ticket.is_cancelled() {
            } else if queued.n_deaths < MOST_DEATHS {
                self.state.borrow_mut().queue.push_front(queued);
            } else {
                (queued.task.on_done)(Err(Lost::Died));
            }
        }
        self.ensure(place);
        self.pump();
    }

    /// No worker starts: everybody who waits is told.
    fn give_up(&self) {
        let (queue, members) = {
            let mut state = self.state.borrow_mut();
            (std::mem::take(&mut state.queue), std::mem::take(&mut state.members))
        };
        let busy = members.into_iter().flatten().filter_map(|member| {
            member.worker.terminate();
            member.busy
        });
        for queued in busy.chain(queue) {
            if !queued.ticket.is_cancelled() {
                (queued.task.on_done)(Err(Lost::NoStart));
            }
        }
    }

    /// Gives waiting tasks to free workers.
    fn pump(&self) {
        let mut state = self.state.borrow_mut();
        let State { members, queue, .. } = &mut *state;
        queue.retain(|queued| !queued.ticket.is_cancelled());
        for (place, member) in members.iter_mut().enumerate() {
            let Some(member) = member.as_mut().filter(|member| member.is_ready && member.busy.is_none()) else {
                continue;
            };
            let next = queue.iter().position(|queued| queued.task.only.is_none_or(|only| only == place));
            let Some(queued) = next.and_then(|next| queue.remove(next)) else { continue };
            for need in member.held.lacking(&queued.task.needs, |need| (need.slot, &need.key)) {
                send(&member.worker, 0, &need.message, need.bulk.as_ref(), None);
            }
            send(
                &member.worker,
                queued.id,
                &queued.task.message,
                queued.task.bulk.as_ref(),
                queued.task.files.as_ref(),
            );
            member.busy = Some(queued);
        }
    }
}

fn send(worker: &Worker, id: u32, message: &[u8], bulk: Option<&Bulk>, files: Option<&Array>) {
    let undefined = JsValue::UNDEFINED;
    let bulk = bulk.map_or(&undefined, Bulk::value);
    let files = files.map_or(&undefined, |files| files.as_ref());
    let parts = Array::of4(&id.into(), &Uint8Array::from(message), bulk, files);
    // Fails only for what cannot be cloned, and bytes and files can.
    let _ = worker.post_message(&parts);
}
