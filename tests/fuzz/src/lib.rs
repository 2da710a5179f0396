//! What the targets share: bounds, the laws that hold for whatever was read, and wrappings that get a fuzzer past
//! checksums and directories.

pub mod memory;
#[path = "../../workbook/pack.rs"]
mod pack;
pub mod wrap;

use attain::data::{
    Choices, Import, Limits, Mapping, ReadError, Source, Table, encode, guess, import, import_bytes, inspect, preview,
    read, set_aside_csv,
};

/// Limits of a file so small that a run is short.
pub fn limits() -> Limits {
    Limits {
        n_packed_bytes: 1 << 20,
        n_unpacked_bytes: 8 << 20,
        n_cells: 1 << 18,
        n_rows: 1 << 16,
        ..Limits::default()
    }
}

/// Reads a file and holds all laws on what comes of it.
pub fn check(source: &mut dyn Source, choices: &Choices, limits: &Limits) {
    match read(source, choices, limits) {
        Ok(found) => {
            assert!(!found.tables.is_empty());
            found.failures.iter().for_each(|(_, failure)| check_failure(failure));
            check_shape(&found.tables);
            // Meanings take most of the time, and say little of the reader.
            if sum(source).is_multiple_of(4) {
                check_tables(&found.tables, &guess(&found.tables));
            }
        }
        Err(failure) => check_failure(&failure),
    }
}

/// A failure has words.
fn check_failure(failure: &ReadError) {
    assert!(!failure.to_string().is_empty() && !failure.remedy().is_empty());
}

/// A number that depends on all bytes.
fn sum(source: &mut dyn Source) -> u32 {
    let mut sum = 0_u32;
    let read = source.read(&mut |piece| {
        sum = piece.iter().fold(sum, |sum, byte| sum.rotate_left(5).wrapping_add(u32::from(*byte)));
        true
    });
    assert!(read.is_ok());
    sum
}

/// The laws of tables as they are.
fn check_shape(tables: &[Table]) {
    for table in tables {
        for column in &table.columns {
            assert_eq!(column.len(), table.lines.len(), "a cell for each row");
        }
        let headers: std::collections::BTreeSet<&str> =
            table.columns.iter().map(|column| column.header.as_str()).collect();
        assert_eq!(headers.len(), table.columns.len(), "each header once");
    }
    let names: std::collections::BTreeSet<&str> = tables.iter().map(|table| table.file.as_str()).collect();
    assert_eq!(names.len(), tables.len(), "each table has a name of its own");
}

/// The laws of tables and what is imported of them.
pub fn check_tables(tables: &[Table], mappings: &[Mapping]) {
    check_shape(tables);
    let imported = import(tables, mappings);
    check_counts(tables, &imported);
    let (_, bytes) = import_bytes(&[], tables, mappings);
    assert!(bytes.whole() == encode(&imported.dataset), "the bytes are those of the records");
    let _ = set_aside_csv(tables, &imported);
    for (table, mapping) in tables.iter().zip(mappings) {
        let _ = preview(table, 5);
        let _ = inspect(table, mapping);
    }
}

fn check_counts(tables: &[Table], imported: &Import) {
    assert_eq!(imported.files.len(), tables.len());
    for (table, count) in tables.iter().zip(&imported.files) {
        assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout, "{count:?}");
        assert_eq!(table.n_rows(), count.n_records + count.n_set_aside, "{count:?}");
        assert_eq!(count.n_layout, count.layout.iter().map(|(_, n)| n).sum::<usize>(), "{count:?}");
    }
}
