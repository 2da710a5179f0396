//! Facts of real files, met by the importer without touching a setting. The files are found through `ATTAIN_CORPUS`;
//! without it the tests say that they are skipped.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "corpus/facts.rs"]
mod facts;
#[path = "corpus/loss.rs"]
mod loss;
#[path = "corpus/same.rs"]
mod same;

use std::path::PathBuf;

use attain::data::{Import, Inspection, Limits, ReadError, Table, guess, import, inspect, read_all};
use attain::engine::units::Decimal;

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

/// The tables of a file, by its path in the corpus.
fn tables(path: &str) -> Result<Vec<Table>, ReadError> {
    let file = corpus().unwrap().join(path);
    let name = file.file_name().unwrap().to_str().unwrap();
    read_all(name, &std::fs::read(&file).unwrap(), Limits::default())
}

/// The only table of a file, or the one on that sheet.
#[track_caller]
fn table(path: &str, sheet: &str) -> Table {
    let tables = tables(path).unwrap();
    let found: Vec<&str> = tables.iter().map(|table| table.place.sheet.as_str()).collect();
    let is_it = |table: &&Table| sheet.is_empty() || table.place.sheet == sheet;
    assert!(tables.iter().filter(is_it).count() == 1, "{path}: {found:?}");
    tables.iter().find(is_it).unwrap().clone()
}

fn inspection(table: &Table) -> Inspection {
    inspect(table, &guess(std::slice::from_ref(table))[0])
}

/// The records of files read together.
fn import_files(folder: &str, names: &[&str]) -> Import {
    let tables: Vec<Table> = names.iter().flat_map(|name| tables(&format!("{folder}/{name}")).unwrap()).collect();
    import(&tables, &guess(&tables))
}

fn dec(text: &str) -> Decimal {
    text.parse::<Decimal>().unwrap().normalize()
}

/// Every cell of a column.
#[track_caller]
fn column(table: &Table, header: &str) -> Vec<String> {
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let column = table.column(header);
    column.unwrap_or_else(|| panic!("{header:?} is not in {headers:?}")).cells().map(str::to_owned).collect()
}
