//! The simulation as a wasm module of plain exports, numbers in and numbers out, that node and a page can load bare.

// Exports need `unsafe(no_mangle)`; there is no unsafe block.
#![allow(unsafe_code, clippy::unwrap_used)]

#[path = "../../tests/parity/cases.rs"]
mod cases;

use std::sync::Mutex;

use attain::engine::simulate::{Prepared, Tally, prepare, run};

static PREPARED: Mutex<Option<Prepared>> = Mutex::new(None);
static TALLY: Mutex<Option<Tally>> = Mutex::new(None);

/// Makes the standard case ready.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_standard() {
    *PREPARED.lock().unwrap() = Some(prepare(&cases::standard()));
    *TALLY.lock().unwrap() = None;
}

/// Simulates runs of the standard case and adds them to the tally; answers how many runs it holds.
#[unsafe(no_mangle)]
pub extern "C" fn run_standard(seed: u32, from: u32, to: u32) -> u32 {
    let prepared = PREPARED.lock().unwrap();
    let part = run(prepared.as_ref().unwrap(), u64::from(seed), from..to);
    let mut tally = TALLY.lock().unwrap();
    let whole = match tally.take() {
        Some(before) => before.merge(part).unwrap(),
        None => part,
    };
    tally.insert(whole).n_runs()
}

/// The bits of the standard case's tally.
#[unsafe(no_mangle)]
pub extern "C" fn bits_of_standard() -> u64 {
    TALLY.lock().unwrap().as_ref().map_or(0, cases::bits)
}

/// How many cases there are.
#[unsafe(no_mangle)]
pub extern "C" fn n_cases() -> u32 {
    cases::cases().len() as u32
}

/// The bits of a case's tally.
#[unsafe(no_mangle)]
pub extern "C" fn bits_of_case(case: u32) -> u64 {
    let (input, seed, runs) = cases::cases().swap_remove(case as usize);
    cases::bits(&run(&prepare(&input), seed, runs))
}
