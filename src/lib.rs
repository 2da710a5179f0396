//! Attain: sales planning on your own data, as a library.
//!
//! The rooms stand in the order in which data flows through them. What each may use is written in
//! `docs/architecture.md` and kept by `tests/architecture.rs`.

pub mod engine;

pub mod data;

pub mod scenario;

pub mod report;

pub mod present;

pub mod chart;

pub mod job;

#[cfg(feature = "ui")]
pub mod platform;

#[cfg(feature = "ui")]
pub mod ui;
