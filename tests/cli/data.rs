//! `sample`, `inspect` and `import`.

use crate::{Folder, json, refused, text};

#[test]
fn a_sample_is_written_and_is_the_same_for_the_same_seed() {
    let folder = Folder::new();
    let (one, other) = (folder.arg("one"), folder.arg("other"));
    let report = json(&format!("sample --reps 12 --seed 3 --out {one}"));
    assert_eq!(report["today"], "2025-12-31");
    assert_eq!(report["written"].as_array().unwrap().len(), 10);
    text(&format!("sample --reps 12 --seed 3 --today 2025-12-31 --out {other}"));
    for file in report["written"].as_array().unwrap() {
        let name = file["file"].as_str().unwrap();
        assert_eq!(folder.read(&format!("one/{name}")), folder.read(&format!("other/{name}")), "{name}");
    }
}

#[test]
fn inspect_says_what_a_file_is() {
    let folder = Folder::new();
    let file = folder.write(
        "deals.csv",
        "deal id;rep;amount;close date;stage\n1;Ann;1.000,50;01.02.2026;Won\n2;Bob;20,25;28.02.2026;Lost\n",
    );
    let reports = json(&format!("inspect {file}"));
    let report = &reports[0];
    assert_eq!(report["file"], "deals.csv");
    assert_eq!(report["kind"], "deals");
    assert_eq!(report["delimiter"], ";");
    assert_eq!(report["encoding"], "utf-8");
    assert_eq!(report["header_row"], 1);
    assert_eq!(report["n_rows"], 2);
    assert_eq!(report["columns"][2]["role"], "amount");
    assert_eq!(report["columns"][2]["sum"], "1020.75");
    assert_eq!(report["count"]["n_records"], 2);
    assert_eq!(report["outcomes"][0]["n_deals"], 1);
    let shown = text(&format!("inspect {file}"));
    for part in ["deals.csv: Deals", "number, 1.234,5", "1,020.75", "won"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
}

#[test]
fn inspect_goes_on_after_a_file_that_cannot_be_read() {
    let folder = Folder::new();
    let company = folder.company();
    let args = format!("inspect {} {company} --json", folder.arg("missing.csv"));
    refused(&args, 1, &["missing.csv", "there is no such file", "Check the path"]);
    let output = crate::attain(crate::words(&args));
    let reports: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports.as_array().unwrap().len(), 11);
    assert_eq!(reports[0]["error"]["reason"], "there is no such file");
}

#[test]
fn an_import_writes_records_and_what_was_set_aside_and_adds_up() {
    let folder = Folder::new();
    let file = folder.write(
        "sales.csv",
        "deal id,rep,amount,close date,stage\n1,Ann,10.5,2026-01-01,Won\n\n2,Ann,oops!,2026-01-02,Won\n3,Bob,30,2026-01-03,Won\n4,Bob,31,2026-01-04,Lost\n5,Bob,31,2026-01-04,Lost\n6,Bob,31,2026-01-04,Lost\n7,Bob,31,2026-01-04,Lost\n8,Bob,31,2026-01-04,Lost\n9,Bob,31,2026-01-04,Lost\n10,Bob,31,2026-01-04,Lost\n11,Bob,31,2026-01-04,Lost\n",
    );
    let out = folder.arg("out");
    let report = json(&format!("import {file} --out {out}"));
    let count = &report["files"][0];
    let n = |field: &str| count[field].as_u64().unwrap();
    assert_eq!((n("n_rows"), n("n_records"), n("n_set_aside"), n("n_layout")), (13, 10, 1, 2));
    assert_eq!(report["written"][1]["n_records"], 10);
    let aside = String::from_utf8(folder.read("out/set-aside.csv")).unwrap();
    assert!(aside.contains("sales.csv,4,amount,oops!,is not a number"), "{aside}");
    let deals = String::from_utf8(folder.read("out/deals.csv")).unwrap();
    assert!(deals.contains("1,Ann,,,Won,won,10.5,,,,2026-01-01,,,"), "{deals}");
    let shown = text(&format!("import {file} --out {out}"));
    assert!(shown.contains("set-aside.csv"), "{shown}");
}

#[test]
fn what_an_import_wrote_imports_to_the_same_records() {
    let folder = Folder::new();
    let targets = "rep,period,quota\nAnn,2026-Q1,100\nBob,2026,400\nCid,2026-02,50\n";
    let extra = folder.write("plan targets.csv", targets).replace("plan targets.csv", "quotas.csv");
    std::fs::rename(folder.path("plan targets.csv"), &extra).unwrap();
    let deals =
        folder.write("orders.csv", "order id,salesperson,sales,order date\n1,Ann,10,2026-01-05\n2,Bob,20,2026-02-05\n");
    for inputs in [folder.company(), format!("{extra} {deals}")] {
        let (one, other) = (folder.arg("one"), folder.arg("other"));
        let first = json(&format!("import {inputs} --out {one}"));
        let again = json(&format!("import {one} --out {other}"));
        assert_eq!(first["fingerprint"], again["fingerprint"], "{first:#} {again:#}");
        assert_eq!(first["n_set_aside"], 0);
        for name in ["one", "other"] {
            std::fs::remove_dir_all(folder.path(name)).unwrap();
        }
    }
}

#[test]
fn an_import_never_writes_over_what_it_read() {
    let folder = Folder::new();
    let company = folder.company();
    let before = folder.read("company/deals.csv");
    refused(&format!("import {company} --out {company}"), 1, &["was read", "--out"]);
    refused(&format!("import {company}/deals.csv --out {company}"), 1, &["deals.csv", "was read"]);
    assert_eq!(folder.read("company/deals.csv"), before);
}

#[test]
fn a_file_with_the_same_rows_counts_once() {
    let folder = Folder::new();
    let company = folder.company();
    let deals = String::from_utf8(folder.read("company/deals.csv")).unwrap();
    let once = json(&format!("import {company} --out {}", folder.arg("once")));
    std::fs::write(folder.path("company/deals copy.csv"), deals.replace('\n', "\r\n")).unwrap();
    let twice = json(&format!("import {company} --out {}", folder.arg("twice")));
    assert_eq!(once["fingerprint"], twice["fingerprint"]);
    assert_eq!(twice["twins"].as_array().unwrap().len(), 1);
}
