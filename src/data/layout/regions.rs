//! Tables that stand side by side: bands of columns with a blank column between them.

use super::area::Area;
use super::header;
use crate::data::grid::Grid;

/// Rows to which tables side by side are looked for.
const N_ROWS: usize = 20_000;

/// The bands of columns to be read one by one: one band of all columns that are not blank, if nothing says otherwise.
pub(super) fn bands(grid: &Grid, is_text: bool) -> Vec<Vec<usize>> {
    let all = Area::new(grid, (0..grid.columns.len()).collect(), is_text);
    let is_used = |column: &usize| all.is_used(*column, 0..grid.n_rows());
    let mut bands: Vec<Vec<usize>> = Vec::new();
    let mut is_open = false;
    for column in 0..grid.columns.len() {
        if !is_used(&column) {
            is_open = false;
            continue;
        }
        match bands.last_mut().filter(|_| is_open) {
            Some(band) => band.push(column),
            None => bands.push(vec![column]),
        }
        is_open = true;
    }
    let wide = wide(&bands);
    if 2 <= wide.len() && grid.n_rows() <= N_ROWS && are_tables(grid, &wide, is_text) {
        return wide;
    }
    if bands.is_empty() { Vec::new() } else { vec![(0..grid.columns.len()).collect()] }
}

/// One band of all columns; none if nothing stands in any.
pub(super) fn whole(grid: &Grid, is_text: bool) -> Vec<Vec<usize>> {
    let columns: Vec<usize> = (0..grid.columns.len()).collect();
    let area = Area::new(grid, columns.clone(), is_text);
    let is_used = columns.iter().any(|column| area.is_used(*column, 0..grid.n_rows()));
    if is_used { vec![columns] } else { Vec::new() }
}

/// Bands of two columns or more. A column alone belongs to the band before it.
fn wide(bands: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut wide: Vec<Vec<usize>> = Vec::new();
    let mut lone = Vec::new();
    for band in bands {
        if 2 <= band.len() {
            let mut whole = std::mem::take(&mut lone);
            whole.extend(band);
            wide.push(whole);
        } else if let Some(before) = wide.last_mut() {
            before.extend(band);
        } else {
            lone.extend(band);
        }
    }
    wide
}

/// What is known of a band.
struct Band {
    last: usize,
    has_gaps: bool,
    /// The row beneath its header.
    header: usize,
    names: Vec<String>,
}

/// Whether bands are tables of their own: each has a header, and they begin or end apart or say the same names.
fn are_tables(grid: &Grid, bands: &[Vec<usize>], is_text: bool) -> bool {
    let known: Option<Vec<Band>> = bands.iter().map(|columns| band(grid, columns, is_text)).collect();
    let Some(known) = known else { return false };
    known.windows(2).all(|pair| {
        let [left, right] = pair else { return false };
        let n_same = left.names.iter().filter(|name| right.names.contains(name)).count();
        let is_same = left.names.len().min(right.names.len()) <= n_same * 2 && 0 < n_same;
        let is_apart =
            !left.has_gaps && !right.has_gaps && (2 <= left.last.abs_diff(right.last) || left.header != right.header);
        is_same || is_apart
    })
}

fn band(grid: &Grid, columns: &[usize], is_text: bool) -> Option<Band> {
    let area = Area::new(grid, columns.to_vec(), is_text);
    let found = header::find(&area, 0..grid.n_rows())?;
    let header = (!found.header.is_empty() && 0.0 < found.contrast).then_some(found.header)?;
    let last = (0..grid.n_rows()).rev().find(|row| !area.is_blank(*row))?;
    let has_gaps = (header.start..=last).any(|row| area.is_blank(row));
    let names = (0..area.n_columns()).map(|column| area.cell(header.end - 1, column).to_lowercase());
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    (2 <= names.len() && header.end <= last).then_some(Band { last, has_gaps, header: header.end, names })
}
