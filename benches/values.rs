//! Speed of deciding what columns hold: 500,000 distinct texts each.

use attain::data::{Cells, Column, DateOrder, DecimalMark, parse_date, parse_number};
use divan::Bencher;
use divan::counter::ItemsCount;

const N: u64 = 500_000;

fn main() {
    divan::main();
}

/// What a column is made of: a name, and the text of each row.
type Style = (&'static str, fn(u64) -> String);

const STYLES: [Style; 8] = [
    ("1234.56", |row| format!("{}.{:02}", row * 7 + 3, row % 100)),
    ("$1,234.56", |row| format!("$1,{:03}.{:02}", row % 1000, row % 97)),
    ("1 234,56 zl", |row| format!("{} {:03},{:02} zł", row / 1000 + 1, row % 1000, row % 97)),
    ("1234", |row| format!("{}", row * 13)),
    ("2026-03-31", |row| format!("20{:02}-{:02}-{:02}", row / 336 % 60, row % 12 + 1, row % 28 + 1)),
    ("31/03/2026 10:00", |row| format!("{:02}/{:02}/20{:02} {:02}:00", row % 28 + 1, row % 12 + 1, row % 60, row % 24)),
    ("12-Mar-2024", |row| format!("{:02}-Mar-20{:02}", row % 28 + 1, row % 60)),
    ("text", |row| format!("Customer {row} Ltd")),
];

fn names() -> impl Iterator<Item = &'static str> {
    STYLES.iter().map(|(name, _)| *name)
}

fn texts(name: &str) -> Vec<String> {
    let make = STYLES.iter().find(|(style, _)| *style == name).map(|(_, make)| *make);
    make.map(|make| (0..N).map(make).collect()).unwrap_or_default()
}

/// A column of so many cells. Items are cells.
#[divan::bench(args = names(), sample_count = 10, sample_size = 1)]
fn decide(bencher: Bencher, name: &str) {
    let texts = texts(name);
    let mut cells = Cells::default();
    for text in &texts {
        cells.push(text);
    }
    let mut column = Column { cells, ..Column::named("Amount".into()) };
    bencher.counter(ItemsCount::new(N)).bench_local(|| {
        column.decide();
        column.kind
    });
}

/// The same texts read one by one, as numbers and as days. Items are cells.
#[divan::bench(args = names(), sample_count = 10, sample_size = 1)]
fn parse(bencher: Bencher, name: &str) {
    let texts = texts(name);
    let is_day = texts.first().is_some_and(|text| parse_date(text, DateOrder::DayFirst).is_some());
    let mark = if name.contains(',') && !name.contains('.') { DecimalMark::Comma } else { DecimalMark::Point };
    bencher.counter(ItemsCount::new(N)).bench_local(|| {
        texts
            .iter()
            .filter(|text| {
                if is_day {
                    parse_date(text, DateOrder::DayFirst).is_some()
                } else {
                    parse_number(text, mark).is_some()
                }
            })
            .count()
    });
}
