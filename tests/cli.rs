//! The command line as a user has it: the built binary, its output, its messages and its exit status.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

#[path = "cli/behave.rs"]
mod behave;
#[path = "cli/capacity.rs"]
mod capacity;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/corpus.rs"]
mod corpus;
#[path = "cli/data.rs"]
mod data;
#[path = "cli/forecast.rs"]
mod forecast;
#[path = "cli/golden.rs"]
mod golden;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/ledger.rs"]
mod ledger;
#[path = "cli/lint.rs"]
mod lint;
#[path = "cli/pipeline.rs"]
mod pipeline;
#[path = "cli/plan.rs"]
mod plan;
#[path = "cli/quota.rs"]
mod quota;
#[path = "cli/quota_backtest.rs"]
mod quota_backtest;
#[path = "cli/quota_health.rs"]
mod quota_health;
#[path = "cli/scenario.rs"]
mod scenario;
#[path = "cli/shards.rs"]
mod shards;
#[path = "cli/solve.rs"]
mod solve;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Runs `attain` without a standard input.
fn attain<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_attain")).args(args).stdin(Stdio::null()).output().unwrap()
}

/// Arguments given as one text, blanks between them.
fn words(args: &str) -> Vec<String> {
    args.split_whitespace().map(str::to_owned).collect()
}

/// Runs it and expects success; its output as text.
#[track_caller]
fn text(args: &str) -> String {
    let output = attain(words(args));
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(output.status.success(), "{args}: {} {err}", output.status);
    out
}

/// Runs it with `--json`, expects success; its output as JSON.
#[track_caller]
fn json(args: &str) -> Value {
    serde_json::from_str(&text(&format!("{args} --json"))).unwrap()
}

/// Expects it to be refused with that status and words of the message, without a panic.
#[track_caller]
fn refused(args: &str, status: i32, messages: &[&str]) {
    let output = attain(words(args));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(status), "{args}: {message}");
    assert!(!message.contains("panicked"), "{args}: {message}");
    for part in messages {
        assert!(message.contains(part), "{args}: {part:?} is not in {message:?}");
    }
}

/// A folder of files.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The path as an argument.
    fn arg(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.arg(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// A made-up company of 12 people.
    fn company(&self) -> String {
        let company = self.arg("company");
        text(&format!("sample --reps 12 --seed 3 --out {company}"));
        company
    }
}

/// Text of the golden plan files.
fn golden_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/comp"))
}

#[test]
fn wrong_usage_is_status_2() {
    let folder = Folder::new();
    let data = folder.company();
    for args in [
        "",
        "unknown",
        "inspect",
        "pay x.csv",
        "curve --plan flat --quota 1000 --at ten",
        "curve --plan flat --quota 1e400",
        "curve --plan flat --quota NaN",
        "curve --plan flat --quota 1000 --steps 0",
        "sample --reps 3 --out x",
        "sample --today 2026-02-31 --out x",
        "simulate --plan flat --runs 0 x.csv",
        "simulate --plan flat --runs 1000001 x.csv",
        "simulate --plan flat --months 61 x.csv",
        "simulate --plan flat --shard 3/3 x.csv",
        "simulate --plan flat --shard 1/2 --json x.csv",
        "pay --plan flat --fiscal-year-start 13 x.csv",
        "pay --plan flat --currency euro x.csv",
        "pay --plan flat --json --csv x.csv",
        "merge",
        "scenario",
    ] {
        refused(args, 2, &[]);
    }
    refused("pay --plan flat", 2, &["no data is named"]);
    refused(&format!("pay --plan flat --from 2026-03 --to 2026-01 {data}"), 2, &["2026-03", "2026-01"]);
}

#[test]
fn help_and_version_are_status_0() {
    assert!(text("--help").contains("simulate"));
    assert!(text("--version").contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = Folder::new();
    let args = format!("pay --plan account-executive --trace --json {}", folder.company());
    let mut child = Command::new(env!("CARGO_BIN_EXE_attain"))
        .args(words(&args))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
