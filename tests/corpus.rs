//! Facts of real files, met by the importer. The files are found through `ATTAIN_CORPUS`; without it the tests say that
//! they are skipped.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use attain::data::{Import, Kind, Limits, Table, guess, import, inspect, read_all};
use attain::engine::records::Outcome;
use attain::engine::units::{Decimal, Money};

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

fn read(path: &Path) -> Table {
    let name = path.file_name().unwrap().to_str().unwrap();
    read_all(name, &std::fs::read(path).unwrap(), Limits::default()).unwrap().remove(0)
}

fn import_files(folder: &Path, names: &[&str]) -> Import {
    let tables: Vec<Table> = names.iter().map(|name| read(&folder.join(name))).collect();
    let mappings = guess(&tables);
    import(&tables, &mappings)
}

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Sum of a column and number of rows, as `inspect` reports them.
#[track_caller]
fn check(folder: &Path, file: &str, n_rows: usize, sums: &[(&str, &str)]) {
    let table = read(&folder.join(file));
    let mapping = guess(std::slice::from_ref(&table)).remove(0);
    let report = inspect(&table, &mapping);
    assert_eq!(report.n_rows, n_rows, "{file}");
    for (column, sum) in sums {
        let column = report.columns.iter().find(|candidate| candidate.header == *column).unwrap();
        assert_eq!(column.sum.map(|sum| sum.normalize()), Some(dec(sum).normalize()), "{file} {}", column.header);
    }
    assert_eq!(
        report.count.n_rows,
        report.count.n_records + report.count.n_set_aside + report.count.n_layout,
        "{file}"
    );
}

#[test]
fn maven_files_dropped_together_lose_nothing() {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("crm_01_maven_crm");
    let names = ["accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv"];
    let result = import_files(&folder, &names);
    let kinds: Vec<Kind> = result.files.iter().map(|file| file.kind).collect();
    assert_eq!(kinds, [Kind::Accounts, Kind::Products, Kind::Deals, Kind::Reps]);
    assert!(result.files.iter().all(|file| file.n_set_aside == 0), "{:?}", result.files);
    assert_eq!(result.dataset.deals.len(), 8_800);
    let of = |outcome, stage: &str| {
        let found = result.outcomes.iter().find(|count| count.outcome == outcome && count.stage == stage).unwrap();
        (found.n_deals, found.amount)
    };
    assert_eq!(of(Outcome::Won, "Won"), (4_238, Money::whole(10_005_534)));
    assert_eq!(of(Outcome::Lost, "Lost"), (2_473, Money::ZERO));
    assert_eq!(of(Outcome::Open, "Engaging").0, 1_589);
    assert_eq!(of(Outcome::Open, "Prospecting").0, 500);
    assert_eq!(result.dataset.deals.iter().filter(|deal| deal.account.is_empty()).count(), 1_425);
    assert_eq!(result.dataset.deals.iter().filter(|deal| deal.created.is_none()).count(), 500);
    assert_eq!(result.dataset.reps.len(), 35);
    let near = result.issues.iter().find(|issue| issue.value == "GTXPro").unwrap();
    assert!(format!("{}", near.kind).contains("GTX Pro"), "{near:?}");
}

#[test]
fn line_ends_change_nothing() {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("crm_01_maven_crm");
    let one = import_files(&folder, &["sales_pipeline.csv"]);
    let other = import_files(&folder, &["sales_pipeline_crlf_variant.csv"]);
    assert_eq!(one.dataset, other.dataset);
    assert_eq!(one.files[0].n_records, other.files[0].n_records);
}

#[test]
fn sums_and_rows_of_delimited_files_are_met() {
    let Some(corpus) = corpus() else { return };
    let pipe = corpus.join("crm_03_adventureworks_pbi_a_pipe");
    check(&pipe, "Sales.csv", 57_851, &[("Sales", "77548570.20"), ("Cost", "76549075.63"), ("Quantity", "204114")]);
    check(&pipe, "Targets.csv", 809, &[("TargetAmount", "676210000")]);
    let store = "superstore_semicolon_bom_ddmm_decimalcomma.csv";
    let sums = [("Sales", "2297200.8603"), ("Profit", "286397.0217")];
    check(&corpus.join("crm_09_superstore_4_locales"), store, 9_994, &sums);
    check(&corpus.join("crm_10_sample_sales_5_variants"), "sales_18col.csv", 2_823, &[("SALES", "10032628.85")]);
    check(&corpus.join("crm_12_leads_xeducation"), "Leads.csv", 9_240, &[("Converted", "3561")]);
    check(&corpus.join("crm_14_bank_call_campaign"), "bank_market.csv", 45_211, &[]);
}

#[test]
fn whatever_is_read_adds_up_and_nothing_fails_hard() {
    let Some(corpus) = corpus() else { return };
    let mut n_read = 0;
    for folder in std::fs::read_dir(corpus).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            let Ok(bytes) = std::fs::read(file.path()) else { continue };
            let name = file.file_name().to_string_lossy().into_owned();
            let Ok(tables) = read_all(&name, &bytes, Limits::default()) else { continue };
            let result = import(&tables, &guess(&tables));
            for count in &result.files {
                assert_eq!(count.n_rows, count.n_records + count.n_set_aside + count.n_layout, "{name}");
            }
            n_read += 1;
        }
    }
    assert!(80 < n_read, "only {n_read} files could be read");
}
