//! Speed and memory of the import: 800,000 deals of twelve columns to checked records in bytes.
//! `--memory` prints the bytes that an import takes beside its table.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use attain::data::{Limits, Mapping, Table, guess, import, import_bytes, read_all};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Rows of the table.
const N_ROWS: usize = 800_000;

/// Counts the bytes that are taken, and the most there were.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[allow(unsafe_code)] // an allocator cannot be written without
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let now = NOW.fetch_add(size, Ordering::Relaxed) + size;
        MOST.fetch_max(now, Ordering::Relaxed);
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.realloc(place, layout, size) }
    }
}

fn main() {
    if std::env::args().nth(1).as_deref() != Some("--memory") {
        return divan::main();
    }
    let (tables, mappings) = deals();
    let before = NOW.load(Ordering::Relaxed);
    println!("table: {} MB", before >> 20);
    MOST.store(before, Ordering::Relaxed);
    let (summary, bytes) = import_bytes(&[], &tables, &mappings);
    println!("to bytes: {} MB at most beside the table", (MOST.load(Ordering::Relaxed) - before) >> 20);
    println!(
        "bytes: {} MB, records: {}",
        bytes.n_bytes() >> 20,
        summary.files.iter().map(|file| file.n_records).sum::<usize>()
    );
    drop((summary, bytes));
    let before = NOW.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    drop(import(&tables, &mappings));
    println!("to a dataset: {} MB at most beside the table", (MOST.load(Ordering::Relaxed) - before) >> 20);
}

/// An export of deals as a CRM makes them: ids of their own, a few hundred reps, thousands of accounts, some wrong cells.
fn deals() -> (Vec<Table>, Vec<Mapping>) {
    let mut text = String::from(
        "deal id,owner,account,product,stage,amount,margin,created,close date,segment,region,lead source\n",
    );
    let mut random = fastrand::Rng::with_seed(1);
    for row in 0..N_ROWS {
        let (rep, account, product) = (random.u32(0..400), random.u32(0..20_000), random.u32(0..60));
        let stage = random.choice(["Prospecting", "Proposal", "Closed Won", "Closed Lost"]).unwrap();
        let amount = random.u32(100..9_000_000);
        let (year, month, day) = (random.u32(2021..2026), random.u32(1..13), random.u32(1..29));
        let wrong = if row % 1_000 == 7 { "x" } else { "" };
        let _ = writeln!(
            text,
            "D-{row:07},Rep {rep},Account {account},Product {product},{stage},{wrong}{}.{:02},{}.50,{year}-{month:02}-{day:02},\
             {}-{month:02}-{day:02},Segment {},Region {},Source {}",
            amount / 100,
            amount % 100,
            amount / 400,
            year + 1,
            rep % 4,
            rep % 9,
            row % 7,
        );
    }
    let tables = read_all("deals.csv", text.as_bytes(), Limits::default()).unwrap();
    let mappings = guess(&tables);
    assert_eq!(mappings.iter().map(|mapping| mapping.fields.iter().flatten().count()).sum::<usize>(), 12);
    (tables, mappings)
}

/// Items are rows.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn deals_800_000_to_bytes(bencher: Bencher) {
    let (tables, mappings) = deals();
    bencher.counter(ItemsCount::new(N_ROWS)).bench(|| import_bytes(&[], &tables, &mappings));
}

/// The same for the command line, which keeps the records.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn deals_800_000_to_a_dataset(bencher: Bencher) {
    let (tables, mappings) = deals();
    bencher.counter(ItemsCount::new(N_ROWS)).bench(|| import(&tables, &mappings));
}
