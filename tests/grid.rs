//! The tree grid of the page: what of it is drawn, where keys lead, and what a spreadsheet pastes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../src/ui/parts/grid/reach.rs"]
mod reach;

use reach::{Run, moved, pasted, runs};

#[test]
fn every_row_is_drawn_or_left_as_room_once() {
    let check = |n: usize, top: usize, held: usize| {
        let mut at = 0;
        let mut is_held_drawn = false;
        for run in runs(n, top, held) {
            match run {
                Run::Drawn(from, count) => {
                    assert_eq!(from, at, "{n} {top} {held}");
                    is_held_drawn |= (from..from + count).contains(&held);
                    at += count;
                }
                Run::Room(count) => at += count,
            }
        }
        assert_eq!(at, n, "{n} {top} {held}");
        assert_eq!(is_held_drawn, held < n, "{n} {top} {held}");
    };
    for (n, top, held) in [(0, 0, 0), (5, 0, 4), (200, 90, 0), (10_000, 0, 0), (10_000, 5_000, 0)] {
        check(n, top, held);
    }
    for (n, top, held) in [(10_000, 5_000, 9_999), (10_000, 9_990, 5_000), (10_000, 20_000, 3), (300, 0, 300)] {
        check(n, top, held);
    }
}

#[test]
fn keys_stay_inside() {
    let check = |key, is_far, from, to| assert_eq!(moved(key, is_far, from, (20, 3)), to, "{key}");
    check("ArrowUp", false, (0, 1), Some((0, 1)));
    check("ArrowDown", false, (19, 1), Some((19, 1)));
    check("ArrowDown", true, (3, 1), Some((19, 1)));
    check("ArrowRight", false, (3, 2), Some((3, 2)));
    check("PageDown", false, (15, 0), Some((19, 0)));
    check("Home", true, (15, 2), Some((0, 0)));
    check("End", false, (15, 0), Some((15, 2)));
    check("a", false, (1, 1), None);
}

#[test]
fn a_spreadsheet_pastes_rows_and_columns() {
    let check = |text, expected: &[&[&str]]| assert_eq!(pasted(text), expected);
    check("1\t2\r\n3\t4\r\n", &[&["1", "2"], &["3", "4"]]);
    check("7", &[&["7"]]);
    check("1\n\n2", &[&["1"], &[""], &["2"]]);
}
