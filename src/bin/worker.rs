//! The simulation worker: hands messages to the desk.

use attain::job::{Answer, Desk, Refusal, decode, encode};
use attain::platform::bulk::Bulk;
use attain::platform::serve::{post, serve};

fn main() {
    let mut desk = Desk::default();
    serve(move |incoming| {
        let (answer, bulk) = match decode(&incoming.message) {
            Some(ask) => desk.answer_telling(ask, incoming.bulk, &|answer| {
                if incoming.id != 0 {
                    post(incoming.id, false, &encode(&answer), None);
                }
            }),
            None => (Answer::Refused(Refusal::Unreadable), None),
        };
        if incoming.id != 0 {
            let is_data = matches!(answer, Answer::Data(_) | Answer::Opened { .. });
            let hand =
                |bytes: Vec<u8>| if is_data { Bulk::kept(std::iter::once(bytes.as_slice())) } else { Bulk::of(&bytes) };
            post(incoming.id, true, &encode(&answer), bulk.map(hand));
        }
    });
}
