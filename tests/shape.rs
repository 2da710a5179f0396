//! Wide tables, groups and units of real files. Found through `ATTAIN_CORPUS`; without it the tests say that they are
//! skipped.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use attain::data::{IssueKind, Limits, Table, read_all};

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

/// Text as UTF-8: of UTF-16 with a byte-order mark, or of any other.
fn utf8(bytes: &[u8]) -> String {
    let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") else { return String::from_utf8_lossy(bytes).into_owned() };
    let units: Vec<u16> =
        rest.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair.get(1).copied().unwrap_or(0)])).collect();
    String::from_utf16_lossy(&units)
}

fn read(file: &str, text: &str) -> Table {
    read_all(file, text.as_bytes(), Limits::default()).unwrap().remove(0)
}

fn read_path(path: &Path) -> Table {
    read(path.file_name().unwrap().to_str().unwrap(), &utf8(&std::fs::read(path).unwrap()))
}

#[test]
fn wide_targets_equal_long_ones() {
    let Some(corpus) = corpus() else { return };
    let wide = read_path(&corpus.join("crm_06_pl300_utf16_targets/ResellerSalesTargets.csv"));
    let long = read_path(&corpus.join("crm_03_adventureworks_pbi_a_pipe/Targets.csv"));
    let headers: Vec<&str> = wide.columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(headers, ["Year", "EmployeeID", "Period", "Value"]);
    assert_eq!((wide.unpivoted.len(), wide.n_empty_cells, wide.lines.len()), (12, 163, 809));
    assert!(wide.warnings.iter().any(|issue| issue.kind == IssueKind::Unpivoted { n_columns: 12 }));
    let cell = |table: &Table, header: &str, row: usize| table.column(header).unwrap().cell(row).to_owned();
    let of_wide = |row: usize| {
        let value: u64 = cell(&wide, "Value", row).parse().unwrap();
        ((cell(&wide, "EmployeeID", row), cell(&wide, "Period", row)), value * 1_000)
    };
    let of_long = |row: usize| {
        let month = cell(&long, "TargetMonth", row)[..7].replace('/', "-");
        ((cell(&long, "EmployeeID", row), month), cell(&long, "TargetAmount", row).parse::<u64>().unwrap())
    };
    let of_wide: BTreeMap<_, _> = (0..wide.lines.len()).map(of_wide).collect();
    let of_long: BTreeMap<_, _> = (0..long.lines.len()).map(of_long).collect();
    assert_eq!(of_wide, of_long);
    assert_eq!((of_wide.len(), of_wide.values().sum::<u64>()), (809, 676_210_000));
}

#[test]
fn counties_are_filled_down() {
    let Some(corpus) = corpus() else { return };
    let text = utf8(&std::fs::read(corpus.join("terr_04_us_geo/county_adjacency.txt")).unwrap());
    let table = read("county_adjacency.txt", &format!("county\tcode\tneighbour\tneighbour code\n{text}"));
    assert_eq!(table.row(1), ["Autauga County, AL", "01001", "Chilton County, AL", "01021"]);
    for index in [0, 1] {
        let column = &table.columns[index];
        assert!(column.cells().all(|cell| !cell.is_empty()));
        let is_told = |issue: &attain::data::Issue| {
            issue.column.as_deref() == Some(&column.header) && matches!(issue.kind, IssueKind::FilledDown { .. })
        };
        assert!(table.warnings.iter().any(is_told), "{}", column.header);
    }
    // Every county is its own neighbour, which says that each row has the right one.
    let n_own = (0..table.lines.len()).filter(|row| table.row(*row)[0] == table.row(*row)[2]).count();
    let counties: std::collections::BTreeSet<&str> = table.columns[0].cells().collect();
    assert!(counties.len() <= n_own, "{} {n_own}", counties.len());
}

#[test]
fn long_tables_are_left_alone() {
    let Some(corpus) = corpus() else { return };
    let mut changed = Vec::new();
    let mut n_tables = 0;
    for folder in std::fs::read_dir(&corpus).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        for path in std::fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.path()) {
            let is_text =
                path.extension().is_some_and(|ending| ["csv", "txt", "tsv"].iter().any(|text| ending == *text));
            let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| is_text) else { continue };
            let text = utf8(&std::fs::read(&path).unwrap());
            for table in read_all(name, text.as_bytes(), Limits::default()).unwrap_or_default() {
                n_tables += 1;
                let filled = table.warnings.iter().filter(|issue| matches!(issue.kind, IssueKind::FilledDown { .. }));
                let filled: Vec<&str> = filled.filter_map(|issue| issue.column.as_deref()).collect();
                if !filled.is_empty() || !table.unpivoted.is_empty() || !table.factors.is_empty() {
                    println!(
                        "{name}: filled {filled:?}, made rows of {:?}, factors {:?}",
                        table.unpivoted, table.factors
                    );
                    changed.push(name.to_owned());
                } else if table.can_unpivot {
                    println!("{name}: offered");
                }
            }
        }
    }
    assert!(100 < n_tables, "{n_tables}");
    changed.sort();
    let expected = [
        "ResellerSalesTargets.csv",
        "county_adjacency.txt",
        "excel_pasting.csv", // emissions by year, the years side by side
        "spanish_chars.csv", // the number of a group stands beside the first of its functions
    ];
    assert_eq!(changed, expected);
}
