//! What the pool sends its workers. The room is built for the page alone; this part of it has no need of a browser, and its unit
//! tests run here.

#[path = "../src/platform/held.rs"]
mod held;
