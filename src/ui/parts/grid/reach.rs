//! What of a grid is drawn, and where keys lead: pure, by places of rows and columns.

/// Rows up to this many are all drawn.
const N_ALL: usize = 200;
/// Rows that are drawn beyond what can be seen, above and below.
const N_BEYOND: usize = 12;
/// Rows that can be seen at once, at most.
const N_SEEN: usize = 40;
/// Rows that a page key goes.
const N_PAGE: usize = 10;

/// A run of rows: drawn, or left as room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// Rows from the first on, so many.
    Drawn(usize, usize),
    /// Room for so many.
    Room(usize),
}

/// The runs of `n` rows, of which that at `top` is the first that is seen; that at `held` is drawn wherever it stands, as
/// the keyboard is on it.
pub(crate) fn runs(n: usize, top: usize, held: usize) -> Vec<Run> {
    if n <= N_ALL {
        return vec![Run::Drawn(0, n)];
    }
    let from = top.saturating_sub(N_BEYOND).min(n);
    let to = (top + N_SEEN + N_BEYOND).min(n);
    let mut drawn = vec![(from, to)];
    if held < from {
        drawn.insert(0, (held, held + 1));
    } else if to <= held && held < n {
        drawn.push((held, held + 1));
    }
    let (mut found, mut at) = (Vec::new(), 0);
    for (from, to) in drawn {
        if at < from {
            found.push(Run::Room(from - at));
        }
        found.push(Run::Drawn(from, to - from));
        at = to;
    }
    if at < n {
        found.push(Run::Room(n - at));
    }
    found
}

/// Where a key leads from a place (row, column) in a grid of that many rows and columns; `None` for other keys.
pub(crate) fn moved(
    key: &str,
    is_far: bool,
    (row, column): (usize, usize),
    (n_rows, n_columns): (usize, usize),
) -> Option<(usize, usize)> {
    let (last_row, last_column) = (n_rows.saturating_sub(1), n_columns.saturating_sub(1));
    Some(match key {
        "ArrowUp" if is_far => (0, column),
        "ArrowDown" if is_far => (last_row, column),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(last_row), column),
        "PageUp" => (row.saturating_sub(N_PAGE), column),
        "PageDown" => ((row + N_PAGE).min(last_row), column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(last_column)),
        "Home" => (if is_far { 0 } else { row }, 0),
        "End" => (if is_far { last_row } else { row }, last_column),
        _ => return None,
    })
}

/// The rows and cells of a text from a spreadsheet. A last line end makes no row.
pub(crate) fn pasted(text: &str) -> Vec<Vec<&str>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.split('\n').map(|line| line.trim_end_matches('\r').split('\t').collect()).collect()
}
