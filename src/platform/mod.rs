//! The only code that touches the browser. It knows nothing of plans or pages: bytes, texts, numbers and events.
//!
//! Both: `bulk` (what goes beside a message). Page: `pool` (workers), `held` (what they hold) · `storage` (localStorage, locks, other tabs) · `database` (datasets) ·
//! `download` (files to the user and of the page) · `intl` (numbers and dates of the locale) · `system` (today, time, seed, language, theme, hash) ·
//! `faults` (what to do after a panic) · `picture` (canvas) · `dom` (elements). Worker: `serve` (asks that come in),
//! `reading` (files), `helper` (workers of its own), `inbox`.

pub mod bulk;
pub mod database;
pub mod dom;
pub mod download;
pub mod events;
pub mod faults;
mod held;
pub mod helper;
mod inbox;
pub mod intl;
pub mod picture;
pub mod pool;
pub mod reading;
pub mod serve;
pub mod storage;
pub mod system;
