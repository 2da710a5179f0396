//! Files that mean harm or are broken: a message, status 1, no panic.

use crate::{Folder, attain, refused, words};

const HEADER: &str = "deal id,rep,amount,close date,stage\n";

#[test]
fn files_that_are_no_tables_are_refused_with_a_reason() {
    let folder = Folder::new();
    let wide = format!("{}\n", vec!["a"; 1_100].join(","));
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("empty.csv", Vec::new(), "The file is empty"),
        ("blank.csv", b"\n\n\r\n".to_vec(), "The file is empty"),
        ("zip.csv", b"PK\x03\x04 and so on".to_vec(), "damaged"),
        ("nul.csv", b"a,b\n\0\x01\x02".to_vec(), "no table"),
        ("header.csv", HEADER.into(), "no row"),
        ("wide.csv", wide.into(), "1,100 columns"),
    ];
    for (name, content, reason) in cases {
        let file = folder.write(name, content);
        refused(&format!("inspect {file}"), 1, &[name, reason]);
        refused(&format!("import {file} --out {}", folder.arg("out")), 1, &[name]);
        refused(&format!("pay --plan flat {file}"), 1, &[]);
        refused(&format!("simulate --plan flat {file} --runs 10"), 1, &[]);
        refused(&format!("curve --plan {file}"), 1, &[name]);
        refused(&format!("merge {file}"), 1, &[name]);
        refused(&format!("scenario check {file}"), 1, &[name]);
    }
    let nothing = folder.arg("nothing");
    std::fs::create_dir(&nothing).unwrap();
    refused(&format!("inspect {nothing}"), 1, &["holds no table"]);
}

#[test]
fn wrong_cells_are_named_with_file_row_column_reason_and_remedy() {
    let folder = Folder::new();
    let good = "1,Ann,10,2026-01-01,Won\n".repeat(30);
    for (row, column, reason) in [
        ("99,Ann,NaN,2026-01-03,Won\n", "amount", "the cell is empty"),
        ("99,Ann,1e400,2026-01-03,Won\n", "amount", "too large"),
        ("99,Ann,12x3,2026-01-03,Won\n", "amount", "not a number"),
        ("99,Ann,10,2026-02-31,Won\n", "close date", "not a date"),
    ] {
        let file = folder.write("deals.csv", format!("{HEADER}{good}{row}"));
        let out = folder.arg("out");
        let output = attain(words(&format!("import {file} --out {out} --json")));
        let message = String::from_utf8(output.stderr).unwrap();
        for part in ["deals.csv, row 32", column, reason, "the row is set aside"] {
            assert!(message.contains(part), "{part:?} is not in {message:?}");
        }
        assert_eq!(output.status.code(), Some(0), "the other rows are records");
        assert!(String::from_utf8(folder.read("out/set-aside.csv")).unwrap().contains("deals.csv,32,"));
        // Where no row is left, the file is refused.
        let file = folder.write("deals.csv", format!("{HEADER}{row}"));
        refused(&format!("pay --plan flat {file}"), 1, &[]);
    }
}

#[test]
fn issues_without_end_are_counted_whole() {
    let folder = Folder::new();
    let rows = "1,Ann,10,2026-01-01,Won\n".repeat(200_000) + &"9,Ann,,2026-01-01,Won\n".repeat(10_050);
    let file = folder.write("deals.csv", format!("{HEADER}{rows}"));
    let output = attain(words(&format!("import {file} --out {} --json", folder.arg("out"))));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("And 10049 more of this kind"), "{message}");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let counts = report["issue_counts"].as_array().unwrap();
    let missing = counts.iter().find(|count| count["kind"] == "missing").unwrap();
    assert_eq!(missing["n"], 10_050, "{counts:?}");
}

#[test]
fn plans_that_cannot_be_read_say_where() {
    let folder = Folder::new();
    for (plan, reasons) in [
        ("{\"name\":\"P\",\"components\":[],\"bonus\":1}", ["unknown field `bonus`", "line 1"]),
        ("{\"name\":\"P\"}", ["missing field `components`", "line 1"]),
        ("{\"name\":\"P\",\"components\":[]}", ["pays for nothing", "add a component"]),
        ("[1,2", ["no plan", "line 1"]),
        ("nonsense", ["no plan", "line 1"]),
    ] {
        let file = folder.write("plan.json", plan);
        for args in [format!("curve --plan {file} --quota 1"), format!("pay --plan {file} x.csv")] {
            refused(&args, 1, &["plan.json", reasons[0], reasons[1]]);
        }
    }
    let deep = folder.write("plan.json", "[".repeat(100_000));
    refused(&format!("curve --plan {deep}"), 1, &["plan.json"]);
}

#[test]
fn deals_without_end_or_beginning_pay_nobody_and_stop_nothing() {
    let folder = Folder::new();
    let file = folder.write("deals.csv", format!("{HEADER}1,Ann,10,0001-01-01,Won\n2,Ann,10,9999-12-31,Won\n"));
    for command in ["pay", "simulate --runs 10"] {
        let output = attain(words(&format!("{command} --plan flat {file}")));
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0..=2)) && !message.contains("panicked"), "{message}");
    }
    let long = format!("{HEADER}1,Ann,10,1950-01-01,Won\n2,Ann,10,2150-12-31,Won\n");
    let file = folder.write("deals.csv", long);
    refused(&format!("pay --plan flat {file}"), 1, &["50 years"]);
}
