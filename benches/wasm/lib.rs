//! The engine as a wasm module of plain exports, numbers in and numbers out, that node and a page can load bare.

// Exports need `unsafe(no_mangle)`; there is no unsafe block.
#![allow(unsafe_code, clippy::unwrap_used)]

#[path = "../inputs/behave.rs"]
mod behave;
#[path = "../inputs/capacity.rs"]
mod capacity;
#[path = "../../tests/parity/cases.rs"]
mod cases;
#[path = "../../tests/parity/company.rs"]
mod company;
#[path = "../inputs/drag.rs"]
mod drag;
#[path = "../inputs/forecast.rs"]
mod forecast;
#[path = "../inputs/pipeline.rs"]
mod pipeline;
#[path = "../inputs/quota.rs"]
mod quota;
#[path = "../inputs/statements.rs"]
mod statements;

use std::sync::Mutex;

use attain::data::decode;
use attain::engine::comp::TeamMember;
use attain::engine::pipeline::{
    PipelineReport, PipelineTally, PipelineVariant, PreparedPipeline, prepare_pipeline, run_pipeline,
};
use attain::engine::quota::capacity::{CapacityTally, PreparedCapacity, Variant, prepare_capacity, run_capacity};
use attain::engine::quota::plan::{Goal, QuotaPlan};
use attain::engine::quota::tree::{Tree, spread};
use attain::engine::records::Dataset;
use attain::engine::simulate::{Prepared, Tally, prepare, run};
use attain::engine::units::{Decimal, Money};
use attain::job::{FilesAsk, encode};

static TEAM: Mutex<Vec<TeamMember>> = Mutex::new(Vec::new());
static YEAR: Mutex<Option<Dataset>> = Mutex::new(None);
static PREPARED: Mutex<Option<Prepared>> = Mutex::new(None);
static TALLY: Mutex<Option<Tally>> = Mutex::new(None);
static HEADS: Mutex<Option<PreparedCapacity>> = Mutex::new(None);
static TREE: Mutex<Option<Tree>> = Mutex::new(None);
static YEARS: Mutex<Option<CapacityTally>> = Mutex::new(None);
static DEALS: Mutex<Option<PreparedPipeline>> = Mutex::new(None);
static FUTURES: Mutex<Option<PipelineTally>> = Mutex::new(None);
/// A tally's bytes on their way from or to another worker.
static PARCEL: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes the standard case ready.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_standard() {
    *PREPARED.lock().unwrap() = Some(prepare(&company::standard()));
}

/// Simulates runs of the standard case in place of those before.
#[unsafe(no_mangle)]
pub extern "C" fn run_standard(seed: u32, from: u32, to: u32) {
    let prepared = PREPARED.lock().unwrap();
    *TALLY.lock().unwrap() = Some(run(prepared.as_ref().unwrap(), u64::from(seed), from..to));
}

/// The bits of the standard case's tally.
#[unsafe(no_mangle)]
pub extern "C" fn bits_of_standard() -> u64 {
    TALLY.lock().unwrap().as_ref().map_or(0, company::bits)
}

/// Mean total cost of the standard case.
#[unsafe(no_mangle)]
pub extern "C" fn mean_of_standard() -> f64 {
    let tally = TALLY.lock().unwrap();
    tally.as_ref().and_then(|tally| tally.summary(&company::standard()).first().map(|of| of.mean)).unwrap_or(0.0)
}

/// Packs the tally; answers how many bytes it takes.
#[unsafe(no_mangle)]
pub extern "C" fn pack() -> u32 {
    let bytes = postcard::to_allocvec(TALLY.lock().unwrap().as_ref().unwrap()).unwrap();
    let n_bytes = bytes.len() as u32;
    *PARCEL.lock().unwrap() = bytes;
    n_bytes
}

/// Makes room for a tally of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn make_room(n_bytes: u32) {
    *PARCEL.lock().unwrap() = vec![0; n_bytes as usize];
}

/// Where in memory the packed tally is, or is to be put.
#[unsafe(no_mangle)]
pub extern "C" fn parcel() -> *const u8 {
    PARCEL.lock().unwrap().as_ptr()
}

/// Adds the packed tally to the own one; answers how many runs it then holds.
#[unsafe(no_mangle)]
pub extern "C" fn merge() -> u32 {
    let other: Tally = postcard::from_bytes(&PARCEL.lock().unwrap()).unwrap();
    let mut tally = TALLY.lock().unwrap();
    let whole = tally.take().unwrap().merge(other).unwrap();
    tally.insert(whole).n_runs()
}

/// How many cases there are.
#[unsafe(no_mangle)]
pub extern "C" fn n_cases() -> u32 {
    cases::cases().len() as u32
}

/// The bits of a case's result.
#[unsafe(no_mangle)]
pub extern "C" fn bits_of_case(case: u32) -> u64 {
    cases::cases().get(case as usize).map_or(0, |(_, bits)| bits())
}

/// Makes a tree of ten thousand people ready.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_quota_case() {
    *TREE.lock().unwrap() = Some(Tree::new(&quota::ground(), &quota::plan()));
}

/// Spreads another goal over it; the quota of the last one.
#[unsafe(no_mangle)]
pub extern "C" fn spread_quota_case(goal: u32) -> f64 {
    let tree = TREE.lock().unwrap();
    let tree = tree.as_ref().unwrap();
    let plan = QuotaPlan { goal: Goal::Amount { amount: Decimal::from(goal) }, ..quota::plan() };
    Money(spread(tree, &plan).row(tree.nodes.len() - 1).amount).to_f64()
}

/// Packs an ask of the files worker: 0 forgets what it has, as the page asks first, 1 reads a file of deals, 2 a workbook,
/// 3 imports; answers how many bytes it takes.
#[unsafe(no_mangle)]
pub extern "C" fn files_ask(which: u32) -> u32 {
    let read = |name: &str| FilesAsk::Read { names: vec![name.into()] };
    let bytes = encode(&match which {
        0 => FilesAsk::Forget,
        1 => read("deals.csv"),
        2 => read("orders.xlsx"),
        _ => FilesAsk::Import,
    });
    let n_bytes = bytes.len() as u32;
    *PARCEL.lock().unwrap() = bytes;
    n_bytes
}

/// How many deals the packed dataset holds.
#[unsafe(no_mangle)]
pub extern "C" fn deals_in_parcel() -> u32 {
    decode(&PARCEL.lock().unwrap()).unwrap().deals.len() as u32
}

/// What they come to.
#[unsafe(no_mangle)]
pub extern "C" fn amount_in_parcel() -> f64 {
    let dataset = decode(&PARCEL.lock().unwrap()).unwrap();
    let amounts = dataset.deals.iter().filter_map(|deal| deal.amount);
    amounts.fold(Money::ZERO, |sum, amount| sum + amount).to_f64()
}

/// Makes the team whose plan is dragged ready, and a thousand reps' deals of a year; answers how many deals.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_plans() -> u32 {
    *TEAM.lock().unwrap() = drag::team();
    YEAR.lock().unwrap().insert(statements::dataset()).deals.len() as u32
}

/// Redraws one frame of dragging a tier's value, in hundredths.
#[unsafe(no_mangle)]
pub extern "C" fn frame(value: u32) -> f64 {
    drag::frame(i64::from(value), &TEAM.lock().unwrap())
}

/// The year's exact statements; answers what was paid.
#[unsafe(no_mangle)]
pub extern "C" fn year_of_statements(is_gated: u32) -> f64 {
    let year = YEAR.lock().unwrap();
    let replay = statements::statements(&statements::plan(is_gated == 1), year.as_ref().unwrap());
    replay.statements.iter().fold(Money::ZERO, |sum, statement| sum + statement.total).to_f64()
}

/// Fifty types of reps under a linear plan, a convex one, or one of quarters within a year; answers the plan's cost.
#[unsafe(no_mangle)]
pub extern "C" fn fifty_types(which: u32) -> f64 {
    let plans = [behave::plans::LINEAR, behave::plans::CONVEX, behave::plans::FULL];
    behave::fifty_types(plans.get(which as usize).unwrap_or(&behave::plans::FULL)).cost
}

/// Makes 200 heads of three years ready.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_capacity_case() {
    *HEADS.lock().unwrap() = Some(prepare_capacity(&capacity::input(), Variant::AsPlanned));
}

/// Simulates years of them and packs the tally; answers how many bytes it takes.
#[unsafe(no_mangle)]
pub extern "C" fn run_capacity_case(seed: u32, from: u32, to: u32) -> u32 {
    let heads = HEADS.lock().unwrap();
    let tally = run_capacity(heads.as_ref().unwrap(), u64::from(seed), from..to);
    let bytes = postcard::to_allocvec(&tally).unwrap();
    *YEARS.lock().unwrap() = Some(tally);
    let n_bytes = bytes.len() as u32;
    *PARCEL.lock().unwrap() = bytes;
    n_bytes
}

/// Adds the packed years to the own ones; answers how many runs they are then.
#[unsafe(no_mangle)]
pub extern "C" fn merge_capacity_case() -> u32 {
    let other: CapacityTally = postcard::from_bytes(&PARCEL.lock().unwrap()).unwrap();
    let mut years = YEARS.lock().unwrap();
    let whole = years.take().unwrap().merge(other).unwrap();
    years.insert(whole).n_runs()
}

/// Forecasts those series of the standard case by the one call; the sum of their sMAPE.
#[unsafe(no_mangle)]
pub extern "C" fn forecast_errors(from: u32, to: u32) -> f64 {
    (from..to).map(forecast::error).sum()
}

/// Makes 8,000 open deals ready.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_pipeline_case() {
    *DEALS.lock().unwrap() = Some(prepare_pipeline(&pipeline::input(), PipelineVariant::AsForecast));
}

/// Simulates what they bring in twelve months.
#[unsafe(no_mangle)]
pub extern "C" fn run_pipeline_case(seed: u32, from: u32, to: u32) {
    let deals = DEALS.lock().unwrap();
    *FUTURES.lock().unwrap() = Some(run_pipeline(deals.as_ref().unwrap(), u64::from(seed), from..to));
}

/// The mean of what they bring.
#[unsafe(no_mangle)]
pub extern "C" fn mean_of_pipeline_case() -> f64 {
    let futures = FUTURES.lock().unwrap();
    let tallies = [(PipelineVariant::AsForecast, futures.as_ref().unwrap())];
    PipelineReport::of(&pipeline::input(), &tallies).mean
}
