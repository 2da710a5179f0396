//! Headers of several rows: whether a row says more about the names in the row beneath it.

use std::ops::Range;

use super::area::{Area, Sample};
use super::class::{Class, Unit, inner, unit};
use super::names;

/// How much speaks for a row being the upper row of a header; `None` if it is not. `index` is its place in the sample.
pub(super) fn belongs(area: &Area, sample: &Sample, index: usize, upper: usize, header: Range<usize>) -> Option<f64> {
    let lower = upper + 1;
    let has_values = |index: usize| {
        let classes = sample.classes(index);
        let n_values =
            classes.iter().filter(|class| matches!(class, Class::Number | Class::Date | Class::Missing)).count();
        let n_filled = classes.iter().filter(|class| **class != Class::Blank).count();
        n_filled < n_values * 5
    };
    if has_values(index) || has_values(index + 1) {
        return None;
    }
    let above: Vec<usize> = area.filled(upper).collect();
    let below: Vec<usize> = area.filled(lower).collect();
    if is_qualifying(area, lower) {
        return Some(0.2);
    }
    let over: Vec<usize> = above.iter().copied().filter(|column| below.binary_search(column).is_ok()).collect();
    // One fills the gaps of the other.
    if 2 <= above.len() && 2 <= below.len() && over.len() * 4 <= below.len() && over.len() * 4 <= above.len() {
        return Some(0.15);
    }
    let spans = spans(area, upper, &above, &below);
    let n_wide = spans.iter().filter(|(_, n)| 1 < *n).count();
    let n_repeated_below = n_repeated(below.iter().map(|column| area.cell(lower, *column)));
    if n_wide == 0 {
        // Both full: `Plan Plan Actual` above `Q1 Q2 Q1`.
        let n_pairs =
            above.windows(2).filter(|pair| matches!(pair, [a, b] if area.cell(upper, *a) == area.cell(upper, *b)));
        return (0 < n_pairs.count() && 0 < n_repeated_below && resolves(area, header)).then_some(0.3);
    }
    let covers_all = matches!(spans.as_slice(), [(_, n)] if below.len() <= *n);
    if covers_all {
        return None; // a title
    }
    if 0 < n_repeated_below {
        return resolves(area, header).then_some(0.4);
    }
    // The lower row does without; the upper one is a row of groups if each of its texts stands above several names.
    let has_merges = area.merges(upper).next().is_some();
    let is_all_wide = spans.iter().all(|(column, n)| 1 < *n || over.binary_search(column).is_err());
    let is_lone = above.len() == 1 && !has_merges;
    let is_first = index == 0
        || sample.rows.get(index - 1).is_none_or(|before| before + 1 != upper)
        || sample.classes(index - 1).iter().filter(|class| **class != Class::Blank).count() == 1;
    (is_all_wide && !is_lone && is_first).then_some(0.2)
}

/// Whether a row only says more about each name above it: `(in grams)`, `(USD)`, `%`.
fn is_qualifying(area: &Area, row: usize) -> bool {
    let mut n = 0;
    let is_all = area.filled(row).all(|column| {
        n += 1;
        let cell = area.cell(row, column);
        inner(cell).is_some() || unit(cell) != Unit::None
    });
    is_all && 0 < n
}

/// How many names of the row beneath each text stands above.
fn spans(area: &Area, upper: usize, above: &[usize], below: &[usize]) -> Vec<(usize, usize)> {
    let merges: Vec<(usize, usize)> = area.merges(upper).collect();
    let span = |(place, column): (usize, &usize)| {
        let end = match merges.iter().find(|(start, _)| start == column) {
            Some((_, n)) => column + n,
            None if !merges.is_empty() => column + 1,
            None => above.get(place + 1).copied().unwrap_or(usize::MAX),
        };
        (*column, below.iter().filter(|name| (*column..end).contains(name)).count())
    };
    above.iter().enumerate().map(span).collect()
}

fn n_repeated<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    let mut names: Vec<&str> = names.collect();
    let n = names.len();
    names.sort_unstable();
    names.dedup();
    n - names.len()
}

/// Whether the joined names are more distinct than those of the last row alone.
fn resolves(area: &Area, header: Range<usize>) -> bool {
    let last = header.end.saturating_sub(1);
    let joined = names::joined(area, header);
    let alone = names::joined(area, last..last + 1);
    let n = |names: &[String]| n_repeated(names.iter().map(String::as_str).filter(|name| !name.is_empty()));
    n(&joined) < n(&alone)
}
