//! Long tasks that tell their steps: several may run at once, each is ended by its own ticket.

use super::{Answered, Client, task};
use crate::job::{Answer, Ask, decode, encode};
use crate::platform::pool::{Reply, Ticket};

impl Client {
    /// Asks any worker that holds the data; `progress` is told the steps done and all of them.
    pub(crate) fn ask_telling(
        &self,
        ask: &Ask,
        data: &str,
        progress: impl Fn(u32, u32) + 'static,
        done: impl FnOnce(Answered) + 'static,
    ) -> Ticket {
        let mut task = task(encode(ask), None, self.data_need(data), None, done);
        task.on_progress = Some(Box::new(move |reply: Reply| {
            if let Some(Answer::Went { n_done, n_all }) = decode(&reply.message) {
                progress(n_done, n_all);
            }
        }));
        self.pool.run(task)
    }
}
