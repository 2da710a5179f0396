//! The page: state, the shell around pages, the pages and their parts.
//!
//! `store` (state, events, undo) · `client` (asks workers) · `actions` (what users set going) · `effects` (what follows
//! from a change) · `asked` (a question and its answer) · `simulated` (one to the simulation) · `settle` (what waits for
//! quiet) · `shell` (bar, navigation, notices) · `parts` (form kit, chart, table) · `pages` (a folder a page).

pub mod app;

mod actions;
mod asked;
mod client;
mod context;
mod effects;
mod pages;
mod parts;
mod routes;
mod settle;
mod shell;
mod simulated;
mod store;
