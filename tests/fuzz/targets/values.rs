//! Any text as a cell: a value or none; and what is read is read again from its own shape.
#![no_main]

use attain::data::{DateOrder, DecimalMark, parse_date, parse_number};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|cell: &str| {
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        if let Some(number) = parse_number(cell, mark) {
            let plain = number.to_string();
            assert_eq!(parse_number(&plain, DecimalMark::Point), Some(number), "{cell:?} {plain}");
        }
    }
    for order in [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst] {
        if let Some(day) = parse_date(cell, order) {
            assert_eq!(parse_date(&day.to_string(), DateOrder::YearFirst), Some(day), "{cell:?}");
        }
    }
});
