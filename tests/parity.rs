//! The engine gives the same bits natively and in wasm: a run that was cut over workers, machines and the command line
//! is one run.
//!
//! Builds `benches/wasm` for wasm in a target folder of its own and asks node for the bits of every case.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../benches/inputs/capacity.rs"]
mod capacity;
#[path = "parity/cases.rs"]
mod cases;
#[path = "parity/company.rs"]
mod company;

use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TARGET: &str = "wasm32-unknown-unknown";

#[test]
fn every_case_has_the_same_bits_natively_and_in_wasm() {
    let printed = output(Command::new("node").arg("tests/parity/run.mjs").arg(built()), NO_NODE);
    let in_wasm: Vec<u64> = printed.lines().map(|line| line.parse().unwrap()).collect();
    let cases = cases::cases();
    assert_eq!(in_wasm.len(), cases.len(), "the module holds other cases");
    let differ: Vec<&str> =
        cases.iter().zip(in_wasm).filter(|((_, native), wasm)| native() != *wasm).map(|((name, _), _)| *name).collect();
    assert!(differ.is_empty(), "not the same bits natively and in wasm: {differ:#?}");
}

const NO_NODE: &str = "node is missing. Install Node.js 20 or later: the engine's wasm is run in it";
const NO_TARGET: &str = "the wasm target is missing. Run: rustup target add wasm32-unknown-unknown";

/// The module, built as for release but in parts side by side: what is built does not depend on it, and it takes a
/// fraction of the time.
fn built() -> PathBuf {
    let library =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]), "rustc is missing");
    assert!(Path::new(library.trim()).is_dir(), "{NO_TARGET}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("parity");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let build = Command::new(cargo)
        .args(["build", "--quiet", "--locked", "--release", "--package", "simulation", "--target", TARGET])
        .arg("--target-dir")
        .arg(&folder)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .current_dir(ROOT)
        .status();
    assert!(build.is_ok_and(|status| status.success()), "benches/wasm does not build for {TARGET}");
    folder.join(TARGET).join("release/simulation.wasm")
}

/// What a program prints; `missing` is said if there is no such program.
fn output(command: &mut Command, missing: &str) -> String {
    let output = command.current_dir(ROOT).output().unwrap_or_else(|error| panic!("{missing} ({error})"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed:\n{said}");
    String::from_utf8(output.stdout).unwrap()
}
