//! Speed of reading: 100 MB of deals from memory, beside the bare `csv` crate. `--file PATH` writes the file instead;
//! `--ratio` lets both take turns and prints how many times longer the import takes.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write;
use std::time::Instant;

use attain::data::{Bytes, Choices, Limits, Table, guess, import_bytes, read, sheets};
use divan::Bencher;
use divan::counter::BytesCount;

/// Rows under the header: with 12 columns, about 100 MB.
const N_ROWS: u32 = 800_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("--file") => std::fs::write(arguments.next().unwrap(), deals()).unwrap(),
        Some("--ratio") => ratio(),
        _ => divan::main(),
    }
}

/// Both in turn, so that a busy moment meets both; medians in milliseconds.
#[allow(clippy::disallowed_methods)] // a bench may look at the clock
fn ratio() {
    let text = deals();
    let bytes = text.as_bytes();
    let mut times: [Vec<f64>; 6] = Default::default();
    for _ in 0..9 {
        let marks = {
            let begin = Instant::now();
            let n_cells = bare(bytes);
            let bared = Instant::now();
            assert_eq!(n_cells, 12 * N_ROWS as usize);
            let sheets = sheets(&mut Bytes::new("deals.csv", bytes), &Choices::new(), &Limits::default()).unwrap();
            let split = Instant::now();
            drop(sheets);
            let start = Instant::now();
            let tables = tables(bytes);
            let read = Instant::now();
            let mappings = guess(&tables);
            let guessed = Instant::now();
            let (import, _bytes) = import_bytes(&[], &tables, &mappings);
            let imported = Instant::now();
            assert_eq!(import.totals.n_deals, N_ROWS as usize);
            [bared - begin, split - bared, read - start, guessed - read, imported - guessed, imported - start]
        };
        for (times, mark) in times.iter_mut().zip(marks) {
            times.push(mark.as_secs_f64() * 1e3);
        }
    }
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    let [bare, split, read, guess, import, all] = times.each_mut().map(median);
    println!("csv crate {bare:.0} ms; grid alone {split:.0}");
    println!(
        "read {read:.0} + guess {guess:.0} + import {import:.0} = {all:.0} ms: {:.2} times the csv crate",
        all / bare
    );
}

/// Cells that the `csv` crate finds, read into one record again and again: nothing is kept.
fn bare(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut n_cells = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        n_cells += record.len();
    }
    n_cells
}

/// Deals as a CRM exports them: few reps, accounts, products and stages, an id of its own for each, many amounts.
fn deals() -> String {
    const STAGES: [&str; 5] = ["Closed Won", "Closed Lost", "Prospecting", "Negotiation", "Proposal"];
    const REGIONS: [&str; 6] = ["Central Europe", "North", "South", "West", "East", "Overseas"];
    const SOURCES: [&str; 4] = ["Web", "Partner referral", "Trade fair", "Cold call"];
    let mut text = String::with_capacity(110 << 20);
    text.push_str("Opportunity ID,Account,Opportunity Owner,Product,Stage,Amount,Created Date,Close Date,Region,Lead Source,Probability,Description\n");
    let mut dice = fastrand::Rng::with_seed(7);
    let mut day = |from: u32| {
        let place = from + dice.u32(0..360);
        format!("{}-{:02}-{:02}", 2022 + place / 360, place % 360 / 30 + 1, place % 28 + 1)
    };
    let mut dice = fastrand::Rng::with_seed(8);
    for id in 0..N_ROWS {
        let from = dice.u32(0..1_080);
        writeln!(
            text,
            "006{id:012},Account {:05} Ltd,Rep {:04} Surname,Product {:02},{},{}.{:02},{},{},{},{},{},Renewal of licence no {}",
            dice.u32(0..5_000),
            dice.u32(0..400),
            dice.u32(0..40),
            STAGES[dice.usize(0..5)],
            dice.u32(100..50_000),
            dice.u32(0..100),
            day(from),
            day(from + 90),
            REGIONS[dice.usize(0..6)],
            SOURCES[dice.usize(0..4)],
            dice.u32(0..21) * 5,
            dice.u32(0..900),
        )
        .unwrap();
    }
    text
}

fn bench<T>(bencher: Bencher, mut job: impl FnMut(&[u8]) -> T) {
    let text = deals();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| job(text.as_bytes()));
}

fn tables(bytes: &[u8]) -> Vec<Table> {
    read(&mut Bytes::new("deals.csv", bytes), &Choices::new(), &Limits::default()).unwrap().tables
}

#[divan::bench(sample_count = 8, sample_size = 1)]
fn bare_csv_records(bencher: Bencher) {
    bench(bencher, bare);
}

/// Bytes to the grid: encoding, dialect, rows and cells.
#[divan::bench(sample_count = 8, sample_size = 1)]
fn text_to_grid(bencher: Bencher) {
    bench(bencher, |bytes| sheets(&mut Bytes::new("deals.csv", bytes), &Choices::new(), &Limits::default()).unwrap());
}

/// Bytes to the table: the grid, its header, the kinds of its columns.
#[divan::bench(sample_count = 8, sample_size = 1)]
fn text_to_table(bencher: Bencher) {
    bench(bencher, tables);
}

/// Bytes to checked records.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn text_to_records(bencher: Bencher) {
    bench(bencher, |bytes| {
        let tables = tables(bytes);
        import_bytes(&[], &tables, &guess(&tables))
    });
}
