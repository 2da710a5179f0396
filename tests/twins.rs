//! Twins of real files: the same values in another dialect, locale, encoding, format, or language of headers. What is
//! read of a twin equals what is read of its original. Files are found through `ATTAIN_CORPUS`; without it the tests say
//! that they are skipped.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_push_string)]

#[path = "twins/check.rs"]
mod check;
#[path = "twins/dialect.rs"]
mod dialect;
#[path = "twins/model.rs"]
mod model;
#[path = "workbook/pack.rs"]
mod pack;
#[path = "twins/wide.rs"]
mod wide;
#[path = "twins/words.rs"]
mod words;
#[path = "twins/write.rs"]
mod write;

use std::collections::BTreeMap;
use std::path::PathBuf;

use attain::data::{Limits, guess, inspect, read_all};
use dialect::{Dialect, Draw};
use model::Model;

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("ATTAIN_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: ATTAIN_CORPUS names no folder");
    }
    folder
}

/// Files, and how many rows of each are enough.
const FILES: [(&str, usize); 24] = [
    ("crm_01_maven_crm/sales_pipeline.csv", 600),
    ("crm_01_maven_crm/accounts.csv", 600),
    ("crm_03_adventureworks_pbi_a_pipe/Sales.csv", 400),
    ("crm_03_adventureworks_pbi_a_pipe/Targets.csv", 809),
    ("crm_03_adventureworks_pbi_a_pipe/Product.csv", 400),
    ("crm_03_adventureworks_pbi_a_pipe/Reseller.csv", 400),
    ("crm_06_pl300_utf16_targets/ResellerSales_202006.csv", 400),
    ("crm_08_northwind/spocweb_orders.csv", 830),
    ("crm_08_northwind/spocweb_customers.csv", 91),
    ("crm_09_superstore_4_locales/superstore_semicolon_bom_ddmm_decimalcomma.csv", 400),
    ("crm_10_sample_sales_5_variants/sales_18col.csv", 400),
    ("crm_10_sample_sales_5_variants/sales_24col_cp437_mdY_time.csv", 400),
    ("crm_12_leads_xeducation/Leads.csv", 200),
    ("crm_14_bank_call_campaign/bank_semicolon_subset.csv", 400),
    ("crm_17_classicmodels_hierarchy/Payments.txt", 273),
    ("crm_17_classicmodels_hierarchy/Customers.txt", 122),
    ("crm_18_small_crm_exports/basudev_Opportunity.csv", 400),
    ("crm_18_small_crm_exports/basudev_SalesLines.csv", 400),
    ("crm_18_small_crm_exports/mocksf_opportunities.csv", 400),
    ("crm_18_small_crm_exports/revops_leads.csv", 400),
    ("crm_18_small_crm_exports/revops_opportunities.csv", 400),
    ("crm_18_small_crm_exports/shoaib_opportunities.csv", 400),
    ("crm_18_small_crm_exports/stenjac_opportunities.csv", 400),
    ("crm_22_export_shapes/fr_invoice_mixed_decimal_marks.csv", 400),
];

/// The common way to write a file, which says what the original says.
fn plain() -> Dialect {
    Dialect {
        delimiter: b',',
        quotes: "minimal",
        ends: "\n",
        encoding: "utf-8",
        numbers: ('.', ""),
        currency: "",
        negative: "minus",
        dates: "Y-m-d",
        time: "",
        language: 0,
        above: "",
        below: "",
        gaps: "",
        header: "same",
        empty: "",
        units: "",
        container: "plain",
        columns: "same",
        stages: "same",
        lines: "",
        percent: "same",
    }
}

fn original(model: &Model) -> check::Facts {
    let twin = write::twin(model, &plain());
    let tables = read_all("twin.csv", &twin.bytes, Limits::default()).unwrap();
    check::facts(&inspect(&tables[0], &guess(&tables)[0]))
}

#[test]
fn twins_say_what_their_originals_say() {
    if corpus().is_none() {
        return;
    }
    let n_each: usize = std::env::var("ATTAIN_TWINS").ok().and_then(|n| n.parse().ok()).unwrap_or(16);
    let seed: u64 = std::env::var("ATTAIN_TWINS_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(7);
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut n_twins = 0;
    for (index, (path, n_rows)) in FILES.into_iter().enumerate() {
        let model = model::model(path, n_rows);
        let mut draw = Draw(seed * 1_000 + index as u64);
        let original = original(&model);
        println!("{path}: {original:?}, {} rows", model.rows.len());
        for n in 0..=n_each {
            // Without a header of its own nothing is to be dropped or translated.
            let mut dialect = if n == 0 { plain() } else { dialect::draw(&mut draw) };
            if model.headers[0].starts_with("Column ") {
                dialect.header = "none";
                dialect.units = "";
            }
            if dialect.header == "none" {
                // Files without a header have no title, and nothing says that figures are days.
                (dialect.above, dialect.units) = ("", "");
                dialect.dates = if dialect.dates == "serial" { "Y-m-d" } else { dialect.dates };
            }
            if dialect.header == "two rows" && model.headers.len() < 6
                || dialect.header == "none" && model.rows.len() < 6
            {
                dialect.header = "same"; // too little for anybody to tell
            }
            if dialect.lines == "header again" && model.rows.len() < 12 {
                dialect.lines = "";
            }
            let is_bare = dialect.header == "none";
            let model = if is_bare { model.clone() } else { model.arranged(dialect.columns) };
            let twin = write::twin(&model, &dialect);
            let misses = check::misses(&model, &dialect, &twin, &original);
            n_twins += 1;
            for label in dialect.labels() {
                let count = counts.entry(label).or_default();
                count.0 += usize::from(!misses.is_empty());
                count.1 += 1;
            }
            if !misses.is_empty() {
                if let Some(folder) = std::env::var_os("ATTAIN_TWINS_OUT") {
                    std::fs::write(PathBuf::from(folder).join(format!("{index}-{n}-{}", twin.name)), &twin.bytes)
                        .unwrap();
                }
                let common = plain().labels();
                let labels: Vec<String> =
                    dialect.labels().into_iter().filter(|label| !common.contains(label)).collect();
                wrong.push(format!("{index}-{n} {path}: {}\n    {}", misses.join("\n  "), labels.join(" | ")));
            }
        }
    }
    let mut table: Vec<(&String, &(usize, usize))> =
        counts.iter().filter(|(_, (n_missed, _))| *n_missed != 0).collect();
    table.sort_by(|(_, a), (_, b)| (b.0 * a.1).cmp(&(a.0 * b.1)));
    for (label, (n_missed, n)) in table {
        println!("{n_missed:4} of {n:4} {label}");
    }
    println!("{} of {n_twins} twins are read as something else", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
