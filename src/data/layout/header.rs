//! Where a table's header stands, judged by the first rows: the row that is words, filled across the table, distinct,
//! with rows of other kinds beneath. No such row, but values like those beneath: there is none.

use std::ops::Range;

use super::area::{Area, Body, Sample};
use super::class::{Class, shape};
use super::{groups, names};

/// Rows that are looked at.
const N_SAMPLE: usize = 200;
/// Rows among them that may be the header.
const N_TRIED: usize = 60;
/// Rows that may be the header where another table may begin.
const N_NEAR: usize = 6;
/// Rows beneath a header that it is judged by.
const N_BODY: usize = 40;

/// What was found at the start of some rows.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The header's rows; empty, at the first record, if there is no header.
    pub(super) header: Range<usize>,
    /// What the rows beneath look like.
    pub(super) body: Body,
    /// How much the header differs from the rows beneath, from −1 to 1.
    pub(super) contrast: f64,
}

/// Looks for a header among the first of those rows; `None` if nothing stands in any.
pub(super) fn find(area: &Area, rows: Range<usize>) -> Option<Found> {
    find_among(area, rows, N_SAMPLE, N_TRIED)
}

/// Looks for a header among the very first of those rows.
pub(super) fn find_near(area: &Area, rows: Range<usize>) -> Option<Found> {
    find_among(area, rows, N_NEAR + N_BODY, N_NEAR)
}

fn find_among(area: &Area, rows: Range<usize>, n_sample: usize, n_tried: usize) -> Option<Found> {
    let sample = Sample::take(area, rows, n_sample);
    let mut best: Option<Judged> = None;
    let mut sure: Vec<Judged> = Vec::new();
    for at in 0..sample.rows.len().min(n_tried) {
        for n in 1..=3 {
            let Some(judged) = judge(area, &sample, at, n) else { continue };
            if judged.is_sure {
                sure.push(judged.clone());
            }
            if best.as_ref().is_none_or(|best| best.score < judged.score) {
                best = Some(judged);
            }
        }
    }
    // A small table above a larger one, with a gap between them, is a table and no preamble.
    if let Some(larger) = &best {
        let is_apart = |above: &Judged| {
            let between = above.found.header.end..larger.found.header.start;
            !between.is_empty() && sample.rows.iter().filter(|row| between.contains(row)).count() < between.len()
        };
        let above = sure.into_iter().filter(is_apart);
        let first =
            above.min_by(|a, b| a.found.header.start.cmp(&b.found.header.start).then(b.score.total_cmp(&a.score)));
        best = first.or(best);
    }
    let first = *sample.rows.first()?;
    match best {
        Some(best) if !best.is_data() => Some(best.found),
        _ => {
            // Titles stand above records, too: lone texts above fuller rows.
            let typical = typical_fill(&sample);
            let is_full = |index: &usize| 2 <= filled(sample.classes(*index)) || typical < 3;
            let start = (0..sample.rows.len()).find(is_full).unwrap_or(0);
            let body = Body::of(sample.classes.iter().skip(start).take(N_BODY).map(Vec::as_slice), area.n_columns());
            let start = sample.rows.get(start).copied().unwrap_or(first);
            Some(Found { header: start..start, body, contrast: -1.0 })
        }
    }
}

/// Judges those rows as the header, whatever speaks for others: for what the user says, and for rows further down.
pub(super) fn at(area: &Area, rows: Range<usize>, header: Range<usize>) -> Found {
    let sample = Sample::take(area, header.end..rows.end, N_BODY);
    let body = Body::of(sample.classes.iter().map(Vec::as_slice), area.n_columns());
    Found { header, body, contrast: 0.0 }
}

#[derive(Clone)]
struct Judged {
    found: Found,
    score: f64,
    /// Whether it would do without any other row to compare it with.
    is_sure: bool,
    n_conflicts: usize,
}

impl Judged {
    /// Whether the row is more like the rows beneath than like a header.
    fn is_data(&self) -> bool {
        0 < self.n_conflicts && self.found.contrast <= 0.0
    }
}

fn filled(classes: &[Class]) -> usize {
    classes.iter().filter(|class| **class != Class::Blank).count()
}

/// How many cells rows have, in the middle.
fn typical_fill(sample: &Sample) -> usize {
    let mut counts: Vec<usize> = sample.classes.iter().map(|row| filled(row)).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// How well `n` rows from the `at`th of the sample would do as the header; `None` if they cannot be one.
fn judge(area: &Area, sample: &Sample, at: usize, n: usize) -> Option<Judged> {
    let first = *sample.rows.get(at)?;
    let last = *sample.rows.get(at + n - 1)?;
    if last - first + 1 != n {
        return None; // a blank row ends a header
    }
    let mut bonus = 0.0;
    for upper in first..last {
        bonus += groups::belongs(area, sample, at + upper - first, upper, first..last + 1)? - 0.1;
    }
    let under = body_rows(sample, at + n);
    let body = Body::of(under.clone().map(|index| sample.classes(index)), area.n_columns());
    let is_below_fuller = sample.classes.iter().take(at).any(|above| 2 <= filled(above));
    let n_own = filled(sample.classes(at));
    let is_beneath = at.checked_sub(1).is_some_and(|above| {
        sample.rows.get(above).is_some_and(|row| row + 1 == first) && 2 <= filled(sample.classes(above))
    });
    if body.n_rows == 0 && (is_beneath || sample.classes.iter().take(at).any(|above| n_own <= filled(above))) {
        return None; // the last of some records
    }
    let names = names::joined(area, first..last + 1);
    let labels = labels(area, sample, at..at + n);
    let n_labels = labels.iter().filter(|class| **class != Class::Blank).count();
    let is_used = |column: usize| {
        let n_filled = body.looks(column).n_filled;
        let has_label = labels.get(column).is_some_and(|label| *label != Class::Blank);
        // A column that a few rows fill alone is none that a header must name.
        if body.n_rows == 0 || 0 < n_filled && has_label { has_label } else { body.n_rows < n_filled * 3 }
    };
    let used: Vec<usize> = (0..area.n_columns()).filter(|column| is_used(*column)).collect();
    let n_covered = used.iter().filter(|column| labels.get(**column) != Some(&Class::Blank)).count();
    let coverage = n_covered as f64 / used.len().max(1) as f64;
    // A row of numbers beneath fuller rows is their sum.
    let n_numbers = labels.iter().filter(|label| **label == Class::Number).count();
    if labels.iter().all(|label| !label.is_telling())
        || (is_below_fuller && n_labels < 2 * n_numbers)
        || coverage < 0.5
        || (n_labels < 2 && (1 < used.len() || is_below_fuller))
    {
        return None;
    }
    let (mut sum, mut n_conflicts) = (0.0, 0);
    for column in &used {
        let label = labels.get(*column).copied().unwrap_or(Class::Blank);
        let said = evidence(area, sample, &body, under.clone(), (*column, label, last));
        n_conflicts += usize::from(said <= -0.5);
        sum += said;
    }
    let contrast = sum / used.len().max(1) as f64;
    let purity = purity(sample, &body, under, n_labels);
    let mut distinct: Vec<&String> = names.iter().filter(|name| !name.is_empty()).collect();
    let n_names = distinct.len().max(1);
    distinct.sort_unstable();
    distinct.dedup();
    let repeated = (n_names - distinct.len().min(n_names)) as f64 / n_names as f64;
    let is_list = is_list(area, sample, at, n);
    let score = coverage + 1.2 * contrast + 0.5 * purity - 0.4 * repeated + bonus
        - skipped(sample, &body, at, n_covered)
        - if is_list { 0.6 } else { 0.0 }
        - if is_lone(sample, at, n, contrast) { 0.15 } else { 0.0 };
    let is_sure = 2 <= body.n_rows && 0.25 <= contrast && 0.99 <= purity && 0.8 <= coverage && !is_list;
    Some(Judged { found: Found { header: first..last + 1, body, contrast }, score, is_sure, n_conflicts })
}

/// The rows beneath a header that it is judged by: to the first gap below two of them.
fn body_rows(sample: &Sample, from: usize) -> Range<usize> {
    let mut end = from;
    while end < sample.rows.len() && end - from < N_BODY {
        let is_gap = match (end.checked_sub(1).and_then(|before| sample.rows.get(before)), sample.rows.get(end)) {
            (Some(before), Some(row)) => before + 1 != *row,
            _ => false,
        };
        if is_gap && 2 <= end - from {
            break;
        }
        end += 1;
    }
    from..end
}

/// The looks of the lowest text of each column of a header. Numbers that count on are steps.
fn labels(area: &Area, sample: &Sample, rows: Range<usize>) -> Vec<Class> {
    let mut labels = vec![Class::Blank; area.n_columns()];
    for index in rows {
        let mut classes = sample.classes(index).to_vec();
        if let Some(row) = sample.rows.get(index) {
            steps(area, *row, &mut classes);
        }
        for (label, class) in labels.iter_mut().zip(classes) {
            if class != Class::Blank {
                *label = class;
            }
        }
    }
    labels
}

/// Finds numbers that count on by one, three or more in a row: 1, 2, 3 or 2017, 2016, 2015; and months in figures that
/// do, such as 11.2017, 12.2017, 01.2018.
fn steps(area: &Area, row: usize, classes: &mut [Class]) {
    let mut run: Vec<usize> = Vec::new();
    let mut step = 0;
    let mut runs = Vec::new();
    let is_month = |column: usize| counted(area.cell(row, column)).is_some_and(|(is_month, _)| is_month);
    for column in (0..classes.len()).filter(|column| classes.get(*column) != Some(&Class::Blank)) {
        let before = run.last().and_then(|last| counted(area.cell(row, *last)));
        let difference = before
            .zip(counted(area.cell(row, column)))
            .and_then(|((sort, before), (other, next))| if sort == other { next.checked_sub(before) } else { None });
        match difference {
            Some(one @ (1 | -1)) if run.len() == 1 || one == step => {
                step = one;
                run.push(column);
            }
            _ => runs.push(std::mem::replace(&mut run, vec![column])),
        }
    }
    runs.push(run);
    for column in runs.into_iter().filter(|run| 3 <= run.len()).flatten() {
        if let Some(class) = classes.get_mut(column) {
            *class = if is_month(column) { Class::Period } else { Class::Step };
        }
    }
}

/// A whole number, or a month in figures counted from year 0, and whether it is a month.
fn counted(cell: &str) -> Option<(bool, i64)> {
    if let Ok(number) = cell.parse::<i64>() {
        return Some((false, number));
    }
    let (first, second) = cell.split_once('.')?;
    let (year, month) = match (first.len(), second.len()) {
        (4, 2) => (first, second),
        (2, 4) => (second, first),
        _ => return None,
    };
    let (year, month) = (year.parse::<i64>().ok()?, month.parse::<i64>().ok()?);
    ((1970..2200).contains(&year) && (1..=12).contains(&month)).then_some((true, year * 12 + month))
}

/// How much a cell differs from the cells beneath it: 1 is a name above values, −1 is one more value.
#[allow(clippy::match_same_arms)] // what a cell is stands together, and the first arm that fits tells
fn evidence(
    area: &Area,
    sample: &Sample,
    body: &Body,
    under: Range<usize>,
    (column, label, row): (usize, Class, usize),
) -> f64 {
    let looks = body.looks(column);
    let repeats = || {
        under.clone().any(|index| {
            sample.rows.get(index).is_some_and(|other| area.cell(*other, column) == area.cell(row, column))
        })
    };
    match label {
        Class::Blank => 0.0,
        Class::Missing => -0.3,
        Class::Text | Class::Long if looks.is_number() || looks.mostly(looks.n_dates + looks.n_periods) => 1.0,
        Class::Text | Class::Long if looks.is_strong() => 0.8,
        Class::Text if 0 < looks.n && repeats() => -0.3,
        Class::Text if looks.mostly(looks.n_long) => 0.3,
        Class::Long if 0 < looks.n_long => -0.5,
        Class::Text => 0.1,
        Class::Long => -0.1,
        Class::Step if looks.is_number() && !looks.mostly(looks.n_years) => 0.4,
        Class::Year if looks.mostly(looks.n_years) || looks.mostly(looks.n_dates) => -1.0,
        Class::Year if looks.is_number() || looks.n == 0 => 0.5,
        Class::Period if looks.mostly(looks.n_periods + looks.n_dates) => -1.0,
        Class::Period if looks.is_strong() => 0.8,
        Class::Date if looks.mostly(looks.n_dates + looks.n_periods) => -1.0,
        Class::Date if looks.is_number() => 0.5,
        Class::Date | Class::Bool if body.n_rows == 0 => -0.5,
        Class::Bool if looks.mostly(looks.n_bools) => -0.4,
        Class::Bool if looks.is_strong() => 0.3,
        Class::Code if looks.is_number() || looks.mostly(looks.n_dates) => 0.5,
        Class::Code if looks.mostly(looks.n_codes) => {
            if alike(area, sample, under, column, area.cell(row, column)) {
                -1.0
            } else {
                0.1
            }
        }
        Class::Number | Class::Step | Class::Year if looks.is_strong() => -1.0,
        Class::Number => -0.5,
        Class::Bool | Class::Code | Class::Step | Class::Year | Class::Period | Class::Date => 0.0,
    }
}

/// Whether a third of the cells beneath are built like a code.
fn alike(area: &Area, sample: &Sample, under: Range<usize>, column: usize, code: &str) -> bool {
    let own = shape(code);
    let n = under.len();
    let is_alike = |row: &usize| {
        let other = area.cell(*row, column);
        shape(other) == own || (6 <= code.len() && other.len() == code.len())
    };
    n <= 3 * under.filter_map(|index| sample.rows.get(index)).filter(|row| is_alike(row)).count()
}

/// Which part of the first three rows beneath are records like the others.
fn purity(sample: &Sample, body: &Body, under: Range<usize>, n_labels: usize) -> f64 {
    let first = under.take(3);
    let n = first.len();
    if n == 0 {
        return 1.0;
    }
    let is_record = |index: &usize| {
        let classes = sample.classes(*index);
        let strong =
            || classes.iter().zip(&body.columns).filter(|(class, looks)| class.is_telling() && looks.is_strong());
        let n_strong = strong().count();
        if n_strong == 0 {
            n_labels <= 2 * filled(classes)
        } else {
            n_strong <= 2 * strong().filter(|(class, looks)| looks.agrees(**class)).count()
        }
    };
    first.filter(is_record).count() as f64 / n as f64
}

/// What it costs to leave the rows above out: much for records, little for titles.
fn skipped(sample: &Sample, body: &Body, at: usize, n_covered: usize) -> f64 {
    let mut cost: f64 = 0.0;
    for index in 0..at {
        let classes = sample.classes(index);
        let strong =
            || classes.iter().zip(&body.columns).filter(|(class, looks)| class.is_telling() && looks.is_strong());
        let n_strong = strong().count();
        let n_agreeing = strong().filter(|(class, looks)| looks.agrees(**class)).count();
        let is_dense = n_covered * 7 <= filled(classes) * 10;
        let is_record = 0 < n_agreeing && n_strong * 2 <= n_agreeing * 3 && is_dense;
        let is_near =
            sample.rows.get(index).zip(sample.rows.get(at)).is_some_and(|(row, header)| row + (at - index) == *header);
        cost += match () {
            () if is_record => 0.5,
            () if is_dense && is_near => 0.12,
            () if is_dense => 0.02,
            () => 0.01,
        };
        if 2.0 < cost {
            break;
        }
    }
    cost
}

/// The rows of the sample around a header, between blank rows.
fn block(sample: &Sample, at: usize, n: usize) -> Range<usize> {
    let (mut start, mut end) = (at, at + n);
    let follows = |a: usize, b: usize| sample.rows.get(a).zip(sample.rows.get(b)).is_some_and(|(a, b)| a + 1 == *b);
    while 0 < start && follows(start - 1, start) {
        start -= 1;
    }
    while follows(end - 1, end) {
        end += 1;
    }
    start..end
}

/// Whether the rows around are a list of names and values, as in `From: 2026-01-01`.
fn is_list(area: &Area, sample: &Sample, at: usize, n: usize) -> bool {
    let block = block(sample, at, n);
    let is_named =
        |row: &&usize| area.filled(**row).next().is_some_and(|column| area.cell(**row, column).ends_with(':'));
    let n_named = block.clone().filter_map(|index| sample.rows.get(index)).filter(is_named).count();
    block.len() < n_named * 2
}

/// Whether a header that says little stands far from the mass of rows.
fn is_lone(sample: &Sample, at: usize, n: usize, contrast: f64) -> bool {
    let n_block = block(sample, at, n).len();
    (contrast < 0.3 && n_block * 10 < sample.rows.len())
        || (contrast < 0.2 && n_block == n && n + 3 < sample.rows.len())
}
