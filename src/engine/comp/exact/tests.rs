//! Worked numbers of each mechanic.
